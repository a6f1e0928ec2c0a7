import assert from 'node:assert/strict';
import { newDraft } from '../../../../src/core/log/draft.ts';
import { endOfLabelled, readLabelled, startsLabelled } from '../../../../src/core/log/exports/labelledRecord.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const ROWS = ['Recipient: b@contoso.test', 'Sender: a@a.test', 'Status: Bounced', 'Subject: Hello'];

const starts = (...rows: readonly string[]): boolean => startsLabelled(rows.join('\n'), 0);
const end = (...rows: readonly string[]): number => endOfLabelled(new Lines(rows.join('\n')), 0);

describe('a list of names with values', () => {
  it('says for whom, and what became of it, in at least four rows', () => {
    assert.equal(starts(...ROWS), true);
    assert.equal(startsLabelled(`words\r\n${ROWS.join('\r\n')}`, 7), true);
    for (let i = 0; i < ROWS.length; i++) assert.equal(starts(...ROWS.filter((_, at) => at !== i)), false);
    for (const status of ['Event: bounced', 'Reason: 550 5.1.1 unknown', 'Code: 550', 'Type: bounce'])
      assert.equal(
        starts('To: b@contoso.test', 'Sender: a@a.test', 'Time: 10:00', status, 'Subject: x'),
        !/Code/.test(status),
        status,
      );
    assert.equal(starts('Recipient: bob', 'Sender: ann', 'Status: Bounced', 'Subject: x'), false);
    assert.equal(starts('Recipient: b@contoso.test', 'Sender: a@a.test', 'Status: blue', 'Subject: x'), false);
    assert.equal(starts('Recipient: b@contoso.test', 'Colour: red', 'Status: Bounced', 'Tone: x'), false);
    assert.equal(starts('Colour: red', ...ROWS), false);
    assert.equal(starts(...ROWS, 'State: blue', 'Reason: words'), true);
    assert.equal(
      starts('To: b@contoso.test', 'Sender: a@a.test', 'Time: 10:00', 'Status: **Bounced**', 'Subject: x'),
      true,
    );
    assert.equal(starts(ROWS[0] as string, 'Colour: red', ...ROWS.slice(1)), true);
  });

  it('separates names in many ways', () => {
    for (const row of [
      (name: string, value: string) => `${name}:   ${value}`,
      (name: string, value: string) => `${name}\t${value}`,
      (name: string, value: string) => `${name}    ${value}`,
      (name: string, value: string) => `> ${name}: ${value}`,
      (name: string, value: string) => `  ${name} : ${value}`,
      (name: string, value: string) => `**${name}:** ${value}`,
      (name: string, value: string) => `[${name}] => ${value}`,
      (name: string, value: string) => `  "${name}": "${value}",  // as it is`,
    ]) {
      const rows = ROWS.map((one) => row(...(one.split(': ') as [string, string])));
      assert.equal(starts(...rows), true, rows[0]);
    }
    for (const mark of [':', ' ', '= ', '; '])
      assert.equal(starts(...ROWS.map((one) => one.replace(': ', mark))), false, mark);
  });

  it('is no header and no report on a delivery', () => {
    for (const field of [
      ...['Received', 'Return-Path', 'MIME-Version', 'Content-Type', 'X-Spam', 'DKIM-Signature', 'References'],
      ...['ARC-Seal', 'In-Reply-To', 'Final-Recipient', 'Original-Recipient', 'Reporting-MTA', 'Remote-MTA'],
      ...['Authentication-Results', 'Diagnostic-Code', 'Arrival-Date', 'Last-Attempt-Date', 'User-Agent'],
    ])
      assert.equal(starts(...ROWS, `${field}: x`, ...ROWS), false, field);
    assert.equal(starts(...ROWS, 'Received by: x'), true);
  });

  it('may have rows without a value, and ends at an empty line', () => {
    assert.equal(starts(ROWS[0] as string, 'Details:', "Tags: ''", 'Note: ~', ...ROWS.slice(1)), true);
    assert.equal(starts(ROWS[0] as string, '', ...ROWS.slice(1)), false);
    assert.equal(starts(ROWS[0] as string, 'What I saw, in words.', ...ROWS.slice(1)), false);
    assert.equal(starts(ROWS[0] as string, ROWS[0] as string, ...ROWS.slice(1)), false);
    const others = Array.from({ length: 60 }, (_, i) => `Colour ${i}: red`);
    assert.equal(starts(ROWS[0] as string, ...others.slice(0, 50), ...ROWS.slice(1)), true);
    assert.equal(starts(ROWS[0] as string, ...others, ...ROWS.slice(1)), false);
  });

  it('ends in front of the same name, of the next item, and of other words', () => {
    assert.equal(end(...ROWS), 4);
    assert.equal(end(...ROWS, ...ROWS), 4);
    assert.equal(end(...ROWS, '', 'Colour: red'), 4);
    assert.equal(end(...ROWS, 'Details:', 'Colour: red'), 6);
    assert.equal(end(...ROWS, 'What I saw, in words.'), 4);
    assert.equal(end('- Recipient: b@contoso.test', '  Status: Bounced', '- Colour: red'), 2);
    assert.equal(end('Recipient: b@contoso.test', '-', 'Status: Bounced'), 1);
    assert.equal(end('Details:', ...ROWS), 1);
    assert.equal(end('words'), 1);
  });

  it('tells of the delivery', () => {
    const text = [
      'Recipient: "b@contoso.test"',
      'Details:',
      'Status: Bounced',
      '"Reason": "550 no", // as it is',
      '"Subject": "Hello" // as it is',
    ].join('\n');
    const draft = newDraft('labelled', { start: 0, end: text.length, text });
    readLabelled(draft, { start: 0, end: text.length, text });
    assert.deepEqual(
      [draft.recipients.map((one) => one.text), draft.outcome, draft.reply?.text, draft.subject?.text],
      [['b@contoso.test'], 'bounced', '550 no', 'Hello'],
    );
  });
});
