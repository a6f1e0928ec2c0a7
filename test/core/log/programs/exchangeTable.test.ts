import assert from 'node:assert/strict';
import { newDraft } from '../../../../src/core/log/draft.ts';
import {
  isTableRow,
  readExchangeTable,
  startsTable,
  tableColumns,
} from '../../../../src/core/log/programs/exchangeTable.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const HEAD = 'Timestamp            EventId  Sender     Recipients        MessageSubject';
const RULER = '---------            -------  ------     ----------        --------------';
const ROW = '11/21/2026 10:00:01  FAIL     a@a.test   {b@contoso.test}  Hello';

const starts = (...lines: readonly string[]): boolean => startsTable(lines.join('\n'), 0);

describe('a table of Exchange', () => {
  it('has names of columns that its cmdlets show, above a ruler', () => {
    assert.equal(starts(HEAD, RULER, ROW), true);
    assert.equal(startsTable(`x\r\n${HEAD}\r\n${RULER}`, 3), true);
    assert.equal(starts(`  ${HEAD}`, `> ${RULER}`), true);
    assert.equal(starts('Sender EventId', '------ -------'), true);
    assert.equal(starts('Identity DeliveryType', '-------- ------------'), true);
    assert.equal(starts('Date    Event', '----    -----'), true);
    for (const [head, ruler] of [
      [HEAD, 'words'],
      [HEAD, ''],
      ['Sender Subject', '------ -------'],
      ['EventId', '-------'],
      ['EventId Colour', '------- ------'],
      ['words and more words', '-----'],
      [`${HEAD}${' '.repeat(600)}`, RULER],
    ] as const)
      assert.equal(starts(head, ruler), false, head);
  });

  it('may have any names, of which one says whom, and one what', () => {
    const table = (...names: readonly string[]): boolean =>
      starts(
        names.map((name) => name.padEnd(20)).join(' '),
        names.map((name) => '-'.repeat(name.length).padEnd(20)).join(' '),
      );
    assert.equal(table('Mail from', 'Rcpt to', 'Delivery status'), true);
    assert.equal(table('Colour', 'Rcpt to', 'Error code'), true);
    assert.equal(table('Colour', 'Rcpt to', 'Last error'), true);
    assert.equal(table('Rcpt to', 'Delivery status'), false);
    assert.equal(table('Colour', 'Tone', 'Delivery status'), false);
    assert.equal(table('Colour', 'Rcpt to', 'Tone'), false);
  });

  it('has rows with columns', () => {
    for (const row of [ROW, `  ${ROW}`, RULER, `> ${RULER}`, 'a bcd'])
      assert.equal(isTableRow(`x\n${row}`, 2), true, row);
    for (const row of ['word', '', 'a b', '--']) assert.equal(isTableRow(row, 0), false, row);
  });

  it('keeps where each column begins', () => {
    const columns = (...lines: readonly string[]): readonly string[] => tableColumns(new Lines(lines.join('\n')), 0);
    assert.deepEqual(columns(HEAD, RULER), [
      'Timestamp@0',
      'EventId@21',
      'Sender@30',
      'Recipients@41',
      'MessageSubject@59',
    ]);
    assert.deepEqual(columns('Mail from  Rcpt to  Error', '---------  -------  -----'), [
      'Mail from@0',
      'Rcpt to@11',
      'Error@20',
    ]);
    assert.deepEqual(columns('Mail from  Rcpt to', '---------  -------'), ['Mail@0', 'from@5', 'Rcpt@11', 'to@16']);
    assert.deepEqual(columns('Sender EventId', 'words'), ['Sender@0', 'EventId@7']);
  });

  it('tells of each row by its names', () => {
    const told = (row: string): string => {
      const word = { start: 9, end: 9 + row.length, text: row };
      const draft = newDraft('exchange-table', word);
      readExchangeTable(draft, word, tableColumns(new Lines(`${HEAD}\n${RULER}`), 0));
      const { sender, recipients, outcome, subject, time } = draft;
      for (const one of [sender, subject, ...recipients])
        if (one) assert.equal(row.slice(one.start - 9, one.end - 9), one.text);
      return [time?.text, sender?.text, ...recipients.map((one) => one.text), outcome, subject?.text]
        .filter(Boolean)
        .join(' | ');
    };
    assert.equal(told(ROW), '11/21/2026 10:00:01 | a@a.test | b@contoso.test | bounced | Hello');
    assert.equal(
      told('11/21/2026 10:00:01  DEFER    a@a.test   ...               \u2026'),
      '11/21/2026 10:00:01 | a@a.test | deferred',
    );
    assert.equal(told('11/21/2026 10:00:01  SEND'), '11/21/2026 10:00:01 | sent');
    assert.equal(told(RULER), '');
    assert.equal(told(HEAD), '');
    assert.equal(told('> '), '');
  });
});
