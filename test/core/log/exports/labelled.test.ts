import assert from 'node:assert/strict';
import { newDraft } from '../../../../src/core/log/draft.ts';
import {
  continuesHeld,
  endOfHeld,
  endOfOriginal,
  readHeld,
  readOriginal,
  startsHeld,
  startsOriginal,
} from '../../../../src/core/log/exports/labelled.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const ORIGINAL = [
  'Message ID\t<n1@a.test>',
  'Created at:\tFri, Nov 21, 2026 at 10:00 AM (Delivered after 2 seconds)',
  'From:\tAnn <a@a.test>',
  'To:\tb@contoso.test',
  'Subject:\tHello',
  'SPF:\tPASS with IP 192.0.2.7 Learn more',
  "DKIM:\t'PASS' with domain a.test",
  "DMARC:\t'FAIL'",
];

const draftOf = (read: typeof readOriginal, text: string) => {
  const word = { start: 0, end: text.length, text };
  const draft = newDraft('shown-original', word);
  read(draft, word);
  for (const one of [draft.messageId, draft.sender, draft.subject, ...draft.recipients, ...draft.fields])
    if (one !== undefined) assert.equal(text.slice(one.start, one.end), one.text);
  return draft;
};

describe('what Gmail shows above an original', () => {
  it('starts with the id and says what was found of it', () => {
    const starts = (...rows: readonly string[]): boolean => startsOriginal(rows.join('\n'), 0);
    assert.equal(starts(...ORIGINAL), true);
    assert.equal(startsOriginal(`x\n${ORIGINAL.join('\n')}`, 2), true);
    assert.equal(starts(...ORIGINAL.map((row) => row.replace('\t', '    '))), true);
    assert.equal(starts('Created at:\tFri', ...ORIGINAL.slice(2)), true);
    assert.equal(starts('Created on: Fri', ...ORIGINAL.slice(2)), true);
    assert.equal(starts('Nachrichten-ID\t<n1@a.test>', ...ORIGINAL.slice(1)), true);
    assert.equal(starts(...ORIGINAL.slice(0, 5)), false);
    assert.equal(starts(ORIGINAL[0] as string, 'SPF:\tPASS'), false);
    assert.equal(starts(ORIGINAL[0] as string, 'DKIM:\tPASS'), true);
    assert.equal(starts('From:\ta@a.test', ...ORIGINAL.slice(5)), false);
    assert.equal(starts(ORIGINAL[0] as string, 'x'.repeat(1600), ...ORIGINAL.slice(5)), false);
  });

  it('ends behind its last row', () => {
    const end = (...rows: readonly string[]): number => endOfOriginal(new Lines(rows.join('\n')), 0);
    assert.equal(end(...ORIGINAL, '', 'words'), 8);
    assert.equal(end(...ORIGINAL, 'words', 'From: x'), 8);
    assert.equal(end(...ORIGINAL), 8);
  });

  it('is of whom, for whom, and what was found, not what became of it', () => {
    const draft = draftOf(readOriginal, ORIGINAL.join('\r\n'));
    assert.deepEqual(
      [draft.messageId?.text, draft.sender?.text, draft.recipients.map((one) => one.text), draft.subject?.text],
      ['n1@a.test', 'a@a.test', ['b@contoso.test'], 'Hello'],
    );
    assert.deepEqual(
      draft.fields.filter(({ name }) => /^[A-Z]+$/.test(name)).map(({ name, text }) => `${name} ${text}`),
      ['SPF PASS with IP 192.0.2.7 Learn more', "DKIM 'PASS' with domain a.test", "DMARC 'FAIL'"],
    );
    assert.equal(draft.outcome, undefined);
    assert.equal(
      draftOf(readOriginal, 'Nachrichten-ID:\t<n1@a.test>\nVon:\ta@a.test\nAn:\tb@b.test').messageId?.text,
      'n1@a.test',
    );
    assert.deepEqual(
      draftOf(readOriginal, 'Von:\ta@a.test\nAn:\tb@b.test').recipients.map((one) => one.text),
      ['b@b.test'],
    );
  });
});

describe('a notice of messages in quarantine', () => {
  const NOTICE = [
    '3 messages are being held for you to review.',
    '',
    'Sender:  a@a.test',
    'Subject:  Buy now',
    'Date:  11/21/2026',
    'Release',
    '',
    'Sender:  c@a.test',
  ];

  it('says so, and lists them', () => {
    const starts = (head: string, row = 'Sender:  a@a.test'): boolean => startsHeld(`${head}\n\n${row}`, 0);
    for (const head of [
      ...[
        'A message is being held for you to review',
        '2 messages on hold',
        '2 messages are on hold',
        'message held for you',
      ],
      ...[
        'messages held for review',
        'Messages have been held',
        'message has been quarantined',
        'messages in quarantine',
      ],
      ...[
        'Messages in your quarantine',
        'Quarantine messages summary',
        'Quarantined email digest',
        'quarantined e-mails report',
      ],
      ...[
        'Quarantined message notification',
        'Prevented spam messages',
        'Prevented phishing messages',
        'Prevented bulk message',
      ],
    ])
      assert.equal(starts(head), true, head);
    for (const head of ['messages', 'a message was held', `${'x'.repeat(70)} messages on hold`, 'Prevented messages'])
      assert.equal(starts(head), false, head);
    assert.equal(starts('2 messages on hold', 'From:  a@a.test'), true);
    assert.equal(starts('2 messages on hold', '> From: a@a.test'), true);
    assert.equal(starts('2 messages on hold', 'To: a@a.test'), false);
    assert.equal(starts('2 messages on hold', 'From: Ann'), false);
    assert.equal(startsHeld(`x\n${NOTICE.join('\n')}`, 2), true);
  });

  it('has an entry for each, and one for what stands above', () => {
    const lines = new Lines(NOTICE.join('\n'));
    assert.deepEqual([endOfHeld(lines, 0), endOfHeld(lines, 2), endOfHeld(lines, 7)], [2, 5, 8]);
    for (const row of [
      'Sender:  a@a.test',
      'From: a@a.test',
      '> From: a@a.test',
      'Review',
      'Release this',
      'Block',
      'View',
    ])
      assert.equal(continuesHeld(`x\n${row}`, 2), true, row);
    for (const row of ['Sender: Ann', 'Reviewed', 'words', 'To: a@a.test'])
      assert.equal(continuesHeld(row, 0), false, row);
  });

  it('tells whose each is, and that it waits', () => {
    const draft = draftOf(
      readHeld,
      NOTICE.slice(2, 5).concat('Colour:  b@contoso.test', 'Recipient:  b@contoso.test').join('\n'),
    );
    assert.deepEqual(
      [draft.sender?.text, draft.recipients.map((one) => one.text), draft.subject?.text, draft.outcome],
      ['a@a.test', ['b@contoso.test'], 'Buy now', 'quarantined'],
    );
    assert.equal(draftOf(readHeld, 'Subject:  x\nTo:  b@contoso.test').outcome, undefined);
    assert.equal(draftOf(readHeld, 'From:  a@a.test').outcome, 'quarantined');
  });
});
