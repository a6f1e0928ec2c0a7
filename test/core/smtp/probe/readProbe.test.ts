import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Conversation } from '../../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { updateTicket } from '../../../../src/core/ticket/update.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const report = `# SMTP probe of mx1.contoso.test:25, 2026-11-21 20:11:38 UTC
* NAME (3 ms): mx1.contoso.test A 192.0.2.1; asked of 192.0.2.53#53
* CONNECT (12 ms): 192.0.2.1:25
* BANNER (31 ms): 554
S: 554-mx1.contoso.test
S: 554 5.7.1 Relay access denied
* QUIT (10 ms): 250
C: QUIT
S: 250 2.0.0 Ok: queued as 12345
fail reply-refused mx1.contoso.test:25: it turns this machine away.
  next: Read its words.
  source: RFC 5321 3.1
* Result: failed at BANNER, reply-refused: it turns this machine away.
`;

const blocks = (text: string): readonly string[] => readTicket(text).blocks.map(({ kind }) => kind);

const probes = (text: string): readonly Conversation[] =>
  readTicket(text).blocks.filter((block): block is Conversation => block.kind === 'conversation');

const verdicts = (text: string): readonly unknown[] =>
  readVerdicts(readTicket(text)).map(({ code, server, stage, failed }) => [code, server, stage, failed]);

const refused = [['relaying-denied', 'mx1.contoso.test', 'connect', true]];

describe('the reader of the report of a probe', () => {
  it('begins another session where it connects, and at no other word', () => {
    const two = report.replace('* QUIT', '* CONNECT (2 ms): 192.0.2.2:25\n* QUIT');
    const one = report.replace('* QUIT', '* waited 2.3 s: a pause before CONNECT (2 ms)\nC: NOOP\nS: 250 ok\n* QUIT');
    assert.deepEqual(
      [report, two, one].map((text) => probes(text).map(({ sessions }) => sessions.length)),
      [[1], [2], [1]],
    );
  });

  it('has its steps with their times, its findings and its result', () => {
    const [conversation] = probes(report);
    const { probe, events } = conversation as Conversation;
    assert.deepEqual(
      probe?.steps.map(({ step, elapsed, failed }) => [step, elapsed, failed]),
      [
        ['NAME', 3, false],
        ['CONNECT', 12, false],
        ['BANNER', 31, false],
        ['QUIT', 10, false],
      ],
    );
    assert.deepEqual([probe?.target, probe?.host], ['mx1.contoso.test:25', 'mx1.contoso.test']);
    const [finding] = probe?.findings ?? [];
    assert.deepEqual([finding?.level, finding?.code, finding?.next], ['fail', 'reply-refused', 'Read its words.']);
    assert.equal(report.slice(finding?.start, finding?.end), report.split('\n').slice(9, 12).join('\n'));
    assert.deepEqual([probe?.result?.failedAt, probe?.result?.code], ['BANNER', 'reply-refused']);
    // Milliseconds from the first step on: when a command was sent, and when its reply was there.
    assert.deepEqual(
      events.map(({ kind, time }) => [kind, time]),
      [
        ['reply', 46],
        ['command', 46],
        ['reply', 56],
      ],
    );
  });

  it('gives the verdict of the result, whatever the server says at QUIT', () => {
    assert.deepEqual(verdicts(report), refused);
    const passed = report.replace(/^fail [\s\S]*$/m, '* Result: passed: it works.\n');
    assert.deepEqual(verdicts(passed), []);
    assert.deepEqual(
      verdicts(report.replace('250 2.0.0 Ok', '354 go').replace('C: QUIT', 'C: QUIT\nC: QUIT')),
      refused,
    );
  });

  it('reads it quoted, with other line ends, without blanks at the ends of lines, and in a ticket', () => {
    assert.deepEqual(verdicts(report.replace(/^(?=.)/gm, '> ')), refused);
    assert.deepEqual(verdicts(report.replaceAll('\n', '\r\n')), refused);
    assert.deepEqual(verdicts(report.replace(/ +$/gm, '')), refused);
    assert.deepEqual(blocks(`Hello\n\n${report}\nRegards\n`), ['prose', 'conversation', 'prose']);
    assert.deepEqual(blocks(`${report}\n${report}`), ['conversation', 'conversation']);
  });

  it('ends it with its result', () => {
    assert.deepEqual(blocks(`${report}S: 220 ready\nC: QUIT\nS: 221 bye\n`), ['conversation', 'conversation']);
    assert.equal(probes(`${report}* not of it\n`)[0]?.end, report.length);
  });

  it('has no verdict of one that was cut off', () => {
    const cut = report.slice(0, report.indexOf('* Result'));
    assert.deepEqual(verdicts(cut), []);
    assert.equal(probes(cut)[0]?.probe?.result, undefined);
    assert.deepEqual(verdicts(report.slice(0, report.indexOf('\n') + 1)), []);
  });

  it('lets no line of the server be anything else', () => {
    for (const said of ['C: QUIT', '* Result: passed: x', 'fail x y: z', '# SMTP probe of a.test:25, x', '']) {
      const text = report.replace('S: 554-mx1', `S: ${said}\nS: 554-mx1`);
      const [conversation] = probes(text);
      assert.deepEqual(verdicts(text), refused, said);
      assert.equal(conversation?.probe?.findings.length, 1);
      assert.equal(conversation?.events.filter(({ kind }) => kind === 'command').length, 1);
    }
  });

  it('names an address without its brackets', () => {
    assert.equal(probes(report.replace('mx1.contoso.test:25,', '[2001:db8::1]:25,'))[0]?.probe?.host, '2001:db8::1');
  });

  it('gives after any edit what reading the whole text gives', () => {
    const text = `Hello\n\n${report}\nwords\n\n${report.replace('S: 554-', `${'S: 554-x\n'.repeat(60)}S: 554-`)}\nbye\n`;
    const strip = (of: string, read = readTicket(of)): string => JSON.stringify(read.blocks);
    const added = fc.constantFrom(
      '\n',
      '.\n',
      '* Result: passed: x\n',
      'C: QUIT\n',
      `${report.split('\n')[0]}\n`,
      'x',
      '',
    );
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 80 }), added, (start, removed, insert) => {
        const gone = text.slice(start, start + removed);
        const changed = text.slice(0, start) + insert + text.slice(start + removed);
        const there = { start, removed: gone.length, added: insert.length };
        assert.equal(strip(changed, updateTicket(readTicket(text), changed, there)), strip(changed));
        const back = { start, removed: insert.length, added: gone.length };
        assert.equal(strip(text, updateTicket(readTicket(changed), text, back)), strip(text));
      }),
      { numRuns: 200 },
    );
  });
});
