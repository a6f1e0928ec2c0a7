import assert from 'node:assert/strict';
import { entriesIn } from '../../../../src/core/log/entries.ts';
import {
  endOfRow,
  isCutRow,
  isNamedRow,
  namedColumns,
  startsNamedTable,
} from '../../../../src/core/log/programs/namedTable.ts';
import { readLog } from '../../../../src/core/log/readLog.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const HEAD = 'Date,Sender,Recipient,Status';
const ROW = '2026-11-21,a@a.test,b@contoso.test,Delivered';

const starts = (...lines: readonly string[]): boolean => startsNamedTable(lines.join('\n'), 0);

describe('a table whose first line names its columns', () => {
  it('names whom and what, with any separator', () => {
    for (const mark of [',', '\t', ';', '|'])
      assert.equal(starts(HEAD.replaceAll(',', mark), ROW.replaceAll(',', mark)), true, mark);
    for (const head of [
      '"Date","Sender","Recipient","Status"',
      'Date,To (Address),Subject,Error code',
      'Date,From (Envelope),Subject,Reason,Status',
      'Date (UTC+01:00),Sender,Size (bytes),Status',
      '#Fields: Timestamp,Sender,Recipient,Status',
    ])
      assert.equal(starts(head, ROW), true, head);
    assert.equal(startsNamedTable(`words\n${HEAD}\n${ROW}`, 6), true);
    assert.equal(starts(HEAD, `${ROW},more`, 'words'), true);
    assert.equal(starts(HEAD, 'a@a.test,b@contoso.test,x'), true);
  });

  it('may be drawn', () => {
    for (const lines of [
      [
        '| Date | Sender | Recipient | Status |',
        '|---|:--|---|---|',
        '| 2026-11-21 | a@a.test | b@contoso.test | Delivered |',
      ],
      ['| Date | Sender | Recipient | Status |', '| 2026-11-21 | a@a.test | b@contoso.test | Delivered |'],
      [
        '+------+--------+-----------+--------+',
        '| Date | Sender | Recipient | Status |',
        '+------+--------+-----------+--------+',
        '| x | a@a.test | b@contoso.test | Delivered |',
      ],
      [' Date | Sender | Recipient | Status'.trim(), '=====|=====|====|====', 'x | a@a.test | b@contoso.test | sent'],
    ])
      assert.equal(starts(...lines), true, lines[0]);
    const indented = '  | Date | Sender | Recipient | Status |\n  | x | a@a.test | b@contoso.test | sent |';
    assert.equal(startsNamedTable(indented, 2), true);
    assert.equal(startsNamedTable(indented, 4), true);
  });

  it('is no sentence, and no table of other things', () => {
    for (const [head, row] of [
      ['Date,Sender,Recipient', ROW],
      ['Date;Sender,Recipient,Status', ROW],
      ['Date,Colour,Size,Status', ROW],
      ['Date,Sender,Recipient,Colour', ROW],
      ['Colour,Sender,Status,Tone', ROW],
      ['Date, Sender, Recipient, Status.', ROW],
      ['Date, Sender, Recipient, Status?', ROW],
      ['Date, Sender, Recipient, Status!', ROW],
      ['Date,Sender,Recipient,the status that it has now or had', ROW],
      [`Date,Sender,Recipient,Status,${'x'.repeat(61)}`, ROW],
      ['Date,Sender,Recipient,Status,a@b', ROW],
      ['Date,Sender,Recipient,Status,a=b', ROW],
      ['Date,Sender,Recipient,Status,a:b', ROW],
      ['Date,Sender,Recipient,Status,Mr. X', ROW],
      [HEAD, 'no row'],
      [HEAD, 'a,b,c,d'],
      [HEAD, 'a@a.test,b'],
      [HEAD, ''],
      ['#Date,Sender,Recipient,Status', ROW],
      ['1Date,Sender,Recipient,Status', ROW],
      ['To,From,Code,Re', ROW],
      ['Recipient,Status', 'b@contoso.test,sent'],
    ] as const)
      assert.equal(starts(head, row), false, head + row);
    assert.equal(starts(HEAD), false);
    assert.equal(starts(`${HEAD}${',x'.repeat(1600)}`, ROW), false);
  });

  it('has rows with values between separators', () => {
    for (const row of ['a,b,c', 'a\tb\tc', 'a;b;c', ',,', '| a | b |'])
      assert.equal(isNamedRow(`x\n${row}`, 2), true, row);
    for (const row of ['a', 'a,b', 'words', '', `${'x'.repeat(301)},b,c`]) assert.equal(isNamedRow(row, 0), false, row);
  });

  it('has rows that end where their last value does', () => {
    const end = (...rows: readonly string[]): number => endOfRow(new Lines(rows.join('\n')), 0);
    assert.equal(end('a,b,c', 'd,e,f'), 1);
    assert.equal(end('a,"b', 'more', 'end",c', 'd,e,f'), 3);
    assert.equal(end('"a', 'b",c'), 2);
    assert.equal(end('a\t"b', 'c"'), 2);
    assert.equal(end('a;"b', 'c"'), 2);
    assert.equal(end('a|"b', 'c"'), 2);
    assert.equal(end('a,5" wide,c', 'd'), 1);
    assert.equal(end('a,"b ""quoted""",c', 'd'), 1);
    assert.equal(end('a,"b ""open', 'still"",', 'end"', 'd'), 3);
    assert.equal(end('a,"never closed', 'd'), 1);
    assert.equal(end(...['a,"b', ...Array.from({ length: 1200 }, () => 'x'), 'end"']), 1);
    assert.deepEqual(['a,"b', 'a,"b"', 'a,b"', 'a,"b""'].map(isCutRow), [true, false, false, true]);
  });

  it('keeps the names of its columns, and what separates them', () => {
    const columns = (...lines: readonly string[]): readonly string[] => namedColumns(new Lines(lines.join('\n')), 0);
    assert.deepEqual(columns('Date,To (Address),"Status"'), ['Date', 'To', 'Status']);
    assert.deepEqual(columns('Date;To;Status'), ['Date', 'To', 'Status', 'separator ;']);
    assert.deepEqual(columns('| Date | To | Status |'), ['Date', 'To', 'Status', 'separator |']);
    assert.deepEqual(columns('+---+---+', '| Date | To | Status |'), ['Date', 'To', 'Status', 'separator |']);
    assert.deepEqual(columns('words'), ['words']);
  });

  it('tells of each row by its names', () => {
    const told = (...lines: readonly string[]): readonly string[] => {
      const text = new Lines(`${lines.join('\n')}\n`);
      const log = readLog(text.text, text, 0, text.count)?.log;
      assert.equal(log?.format, 'named-table');
      return [...entriesIn(text, log)].map(({ sender, recipients, outcome }) =>
        [sender?.text ?? '', ...recipients.map((one) => one.text), outcome ?? ''].join(' '),
      );
    };
    const all = ['  ', 'a@a.test b@contoso.test sent', 'a@a.test c@contoso.test bounced'].slice(1);
    const rows = [ROW, '2026-11-21,a@a.test,c@contoso.test,Failed'];
    assert.deepEqual(told(HEAD, ...rows), [' ', ...all]);
    for (const mark of [';', '\t']) {
      const marked = [HEAD, ...rows].map((line) => line.replaceAll(',', mark));
      assert.deepEqual(told(...marked), [' ', ...all]);
    }
    const drawn = [HEAD, ...rows].map((line) => `| ${line.replaceAll(',', ' | ')} |`);
    assert.deepEqual(told(drawn[0] as string, '|---|---|---|---|', ...drawn.slice(1)), [' ', ' ', ...all]);
    assert.deepEqual(told(HEAD, 'x,"a@a.test","b@contoso.test","Delivered"'), [' ', all[0]]);
    assert.deepEqual(told(HEAD, 'x,a@a.test,,Delivered,y,z'), [' ', 'a@a.test sent']);
    assert.deepEqual(told(HEAD, 'x,a@a.test,b@contoso.test##Receive, Fail'), [' ', 'a@a.test b@contoso.test bounced']);
  });
});
