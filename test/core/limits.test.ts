import assert from 'node:assert/strict';
import { jsonRows } from '../../src/core/dns/loose/jsonRows.ts';
import { told } from '../../src/core/dns/told.ts';
import { codeLenses } from '../../src/core/features/actions/codeLenses.ts';
import { bullets, listOf, raw } from '../../src/core/features/hover/header/place.ts';
import { explainText } from '../../src/core/knowledge/explain.ts';
import { entryAt } from '../../src/core/log/entries.ts';
import { cutWords } from '../../src/core/report/cutWords.ts';
import { renderExplanation } from '../../src/core/report/explanationText.ts';
import { renderTicket, renderVerdict } from '../../src/core/report/ticketText.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { Envelopes } from '../../src/core/verdict/log/envelopes.ts';
import { readCuts, readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../src/core/verdict/verdict.ts';
import { open } from './features/cursor.ts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');

/** The look-ups of a text, each with how many records it has. */
const queriesOf = (text: string): readonly (readonly [name: string, records: number])[] =>
  readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup' ? block.queries.map(({ name, answers }) => [name, answers.length] as const) : [],
  );

const cutsOf = (text: string): readonly string[] => {
  const ticket = readTicket(text);
  return readCuts(ticket).map((cut) => cutWords(cut, (offset) => ticket.lines.lineOf(offset)));
};

/** What happened to one recipient. */
const failure = readVerdicts(
  readTicket('The following recipients failed: a@fabrikam.test: mailbox full\n'),
)[0] as Verdict;

describe('one more than a limit', () => {
  it('is told of failures without a code in prose', () => {
    const failures = (count: number): string =>
      `These did not get through:\n${lines(count, (i) => `The following recipients failed: user${i}@fabrikam.test: mailbox full`)}`;
    assert.equal(readVerdicts(readTicket(failures(20))).length, 20);
    assert.deepEqual(cutsOf(failures(20)), []);
    assert.equal(readVerdicts(readTicket(failures(23))).length, 20);
    assert.deepEqual(cutsOf(failures(23)), ['From line 22 on, 3 more findings are not listed.']);
  });

  it('is told of the sentences of tools that check a domain', () => {
    const said = (count: number): string =>
      lines(count, (i) => `contoso${i}.test does not allow your server 198.51.100.7 to use news@contoso.test`);
    assert.deepEqual(cutsOf(said(40)), []);
    assert.equal(readVerdicts(readTicket(said(43))).length, 40);
    assert.deepEqual(cutsOf(said(43)), ['From line 41 on, 3 more findings are not listed.']);
  });

  it('is read of a page whose rows are long, and of an object of a record', () => {
    const page = `{\n  "note": "${'x '.repeat(30_000)}",\n  "response": "550 5.1.1 User unknown",\n  "code": "EENVELOPE",\n  "responseCode": 550,\n  "recipient": "bob@fabrikam.test"\n}\n`;
    assert.ok(readTicket(`We get this:\n\n${page}`).blocks.some(({ kind }) => kind === 'log'));
    const object = `{"id":"${'x'.repeat(5000)}","type":"MX","name":"contoso.test","content":"192.0.2.1","priority":10}`;
    assert.deepEqual(
      [...jsonRows(0, object)].map(({ type, data }) => `${type} ${data}`),
      ['MX 10 192.0.2.1.'],
    );
  });

  it('is told of the recipients of one failure', () => {
    const { lines: places } = readTicket('x');
    const verdict = { ...failure, recipients: Array.from({ length: 7 }, (_, i) => `u${i}@contoso.test`) };
    assert.match(
      renderVerdict(verdict, (offset) => places.lineOf(offset)).join('\n'),
      /for u0@contoso\.test, .{1,80}u4@contoso\.test and 2 more/,
    );
  });

  it('is read of a printed list', () => {
    assert.deepEqual(queriesOf(`$ dig +short A contoso.test\n${lines(510, (i) => `192.0.${i >> 8}.${i & 255}`)}`), [
      ['contoso.test', 510],
    ]);
  });

  it('is counted of recipients that are not kept of a message in a log', () => {
    const arrival = `2026-11-20 10:00:00 1abcDE-000001-AB <= a@fabrikam.test H=x [192.0.2.1] P=esmtp S=100 for ${Array.from({ length: 1003 }, (_, i) => `u${i}@b.test`).join(' ')}`;
    const { blocks, lines: places } = readTicket(`${arrival}\n`);
    const [log] = blocks;
    assert.ok(log?.kind === 'log');
    const entry = entryAt(places, log, 0);
    assert.equal(entry.recipients.length, 1003);
    const envelopes = new Envelopes();
    assert.equal(envelopes.note(entry), 3);
    assert.equal(envelopes.note({ ...entry, recipients: entry.recipients.slice(0, 1000) }), 0);
    assert.equal(envelopes.note({ ...entry, recipients: entry.recipients.slice(999, 1002) }), 2);
  });

  it('is compared with what DNS says now', () => {
    const answers = Array.from({ length: 150 }, (_, i) => ({
      start: 0,
      end: 0,
      name: 'contoso.test',
      type: 'A',
      data: `192.0.2.${i}`,
    }));
    assert.equal(told('contoso.test', 'A', answers).records.length, 150);
  });

  it('is named by a last lens above a look-up and above sessions', () => {
    const titles = (text: string): readonly string[] => {
      const { document, ticket } = open(text);
      return codeLenses(document, ticket).map(({ command }) => command?.title ?? '');
    };
    const many = titles(
      `$ dig +noall +answer contoso.test\n${lines(40, (i) => `h${i}.contoso.test. 300 IN A 192.0.2.${i}`)}`,
    );
    assert.equal(many.at(-1), '10 more from here on: check h0.contoso.test');
    const mx = titles(`$ dig +short MX contoso.test\n${lines(12, (i) => `${i} mx${i}.contoso.test.`)}`);
    assert.ok(mx.includes('2 more from here on: check contoso.test'), mx.join('\n'));
  });

  it('is told of what a hover lists and quotes', () => {
    assert.equal(bullets(['a', 'b', 'c'], 2), '- a\n- b\n- … and 1 more');
    assert.equal(
      listOf(
        [
          ['a', '1'],
          ['b', ''],
          ['c', 'x'.repeat(301)],
        ],
        2,
      ),
      `- a: 1\n- c: ${'x'.repeat(300)}…`,
    );
    assert.equal(raw('x'.repeat(301)), `\`${'x'.repeat(300)}…\``);
  });

  it('is told of an explanation whose text is longer than what is read', () => {
    const words = `550 5.1.1 User unknown ${'x '.repeat(4000)}`;
    const found = explainText(words);
    assert.ok(found);
    assert.match(
      renderExplanation(words, found).join('\n'),
      /^\* Of 8023 characters some 2000 from the start on were read\.$/m,
    );
    assert.doesNotMatch(renderExplanation('550 5.1.1 User unknown', found).join('\n'), /characters/);
  });

  it('is read of pairs on a line of a log', () => {
    const text = `2026-11-20T10:00:00Z event=bounce ${Array.from({ length: 250 }, (_, i) => `k${i}=v`).join(' ')} sender=a@contoso.test recipient=b@fabrikam.test status=bounced reply="550 5.1.1 User unknown"\n`;
    assert.match(renderTicket(undefined, readTicket(text)), /b@fabrikam\.test/);
  });
});
