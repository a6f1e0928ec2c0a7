import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkedEntries } from '../../../src/core/log/linkedEntries.ts';
import type { Log } from '../../../src/core/log/log.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';
import { updateTicket } from '../../../src/core/ticket/update.ts';
import { isUnsettled, judgeAgain, readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const id = (i: number): string => (0x4c1d5228000 + i).toString(16).toUpperCase();
const message = (i: number): string =>
  [
    `smtpd[70]: ${id(i)}: client=pc.contoso.test[198.51.100.7]`,
    `qmgr[73]: ${id(i)}: from=<ann@contoso.test>, size=615, nrcpt=1 (queue active)`,
    `smtp[71]: ${id(i)}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, ${i % 50 === 0 ? 'dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))' : 'dsn=2.0.0, status=sent (250 2.0.0 Ok)'}`,
    `qmgr[73]: ${id(i)}: removed`,
  ]
    .map((words) => `Nov 20 09:14:58 mx1 postfix/${words}\n`)
    .join('');

/** Some 1.3 MB. */
const log = Array.from({ length: 3000 }, (_, i) => message(i)).join('');

const logOf = ({ blocks }: Ticket): Log => blocks.find(({ kind }) => kind === 'log') as Log;
const linksOf = (ticket: Ticket): unknown => linkedEntries(ticket.lines, logOf(ticket)).messages;

function edited(before: string, start: number, removed: number, insert: string) {
  const text = before.slice(0, start) + insert + before.slice(start + removed);
  const old = readTicket(before);
  linksOf(old);
  readVerdicts(old);
  return { old, now: updateTicket(old, text, { start, removed, added: insert.length }), anew: readTicket(text) };
}

/** Everything is as if the text was read from scratch, once the log has been looked at again. */
function same(before: string, start: number, removed: number, insert: string): void {
  const { now, anew } = edited(before, start, removed, insert);
  assert.deepEqual(now.blocks, anew.blocks);
  for (const _some of judgeAgain(now));
  assert.deepEqual(readVerdicts(now), readVerdicts(anew));
  assert.deepEqual(linksOf(now), linksOf(anew));
  assert.ok(!isUnsettled(now));
}

describe('an edit in a large log', () => {
  const middle = log.indexOf(`${id(1500)}: to=`);

  it('keeps links and verdicts, moved with their lines, until they are found anew', () => {
    const { old, now, anew } = edited(log, middle, 0, 'x\ny');
    assert.ok(isUnsettled(now));
    const [first, before] = [readVerdicts(now)[0], readVerdicts(old)[0]];
    assert.equal(first?.code, 'recipient-unknown');
    assert.deepEqual(first?.span, before?.span);
    const last = first?.places?.at(-1);
    assert.equal(
      now.text.slice(last?.span.start, last?.span.end),
      anew.text
        .slice(-message(2950).length * 50)
        .split('\n')
        .find((line) => line.includes('status=bounced')),
    );
    assert.equal(linkedEntries(now.lines, logOf(now)).messageOf(id(2999)), 2999);
    const at = now.lines.lineOf(now.text.lastIndexOf(id(2999)));
    assert.equal(linkedEntries(now.lines, logOf(now)).messageAt(at), 2999);
    assert.deepEqual(linkedEntries(now.lines, logOf(now)).messages.at(-1)?.lines.at(-1), at);
  });

  it('gives in the end what reading it from scratch gives', () => {
    same(log, middle, 0, 'x');
    same(log, middle, id(1500).length, id(1501));
    same(log, middle, 0, message(5000));
    same(log, log.indexOf('status=sent', middle), 11, 'status=deferred');
    same(log, 30, 5, '');
    same(log, log.length - 100, 20, 'x');
    same(log, middle - 2000, 3000, '');
    same(log, middle, 0, '\n\nHello,\n\nwhat is this?\n\nBye\n\n');
    same(`Hello,\n\n${log}`, middle, 0, 'x');
    same(`220 mx.contoso.test ESMTP\nQUIT\n221 Bye\n\n${log}`, middle, 0, '220 mx.contoso.test ESMTP\n');
  });

  it('anywhere gives the blocks of reading it from scratch', () => {
    const insert = fc.constantFrom(
      'x',
      '\n',
      '',
      '\n\n\n',
      '-- \n',
      '550 no\n',
      'Nov 20 09:14:58 mx1 postfix/smtp[1]: x\n',
      'From: a@b.test\nTo: c@d.test\n\n',
    );
    const old = readTicket(log);
    fc.assert(
      fc.property(fc.nat(log.length), fc.nat(400), insert, (start, removed, added) => {
        const text = log.slice(0, start) + added + log.slice(start + removed);
        const gone = Math.min(removed, log.length - start);
        const now = updateTicket({ ...old, blocks: [...old.blocks] }, text, {
          start,
          removed: gone,
          added: added.length,
        });
        assert.deepEqual(now.blocks, readTicket(text).blocks);
      }),
      { numRuns: 60 },
    );
  });

  it('stops between entries when the caller does, and begins again', () => {
    const { now } = edited(log, middle, 0, 'x');
    const judging = judgeAgain(now);
    assert.equal(judging.next().done, false);
    judging.return(undefined);
    assert.ok(isUnsettled(now));
    for (const _some of judgeAgain(now));
    assert.ok(!isUnsettled(now));
  });
});
