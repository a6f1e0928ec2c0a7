import assert from 'node:assert/strict';
import type { Notice, NoticeRecipient } from '../../../../src/core/mail/bounces/readNotice.ts';
import { allOfNotice, ofNotice, withWords } from '../../../../src/core/mail/reports/noticeRecipients.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const HEADER = [
  'From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>',
  'To: anna@contoso.test',
  'Subject: Undelivered Mail Returned to Sender',
];
const WORDS = [
  'I am sorry to have to inform you that your message could not be delivered to one or more recipients.',
  '',
  '<bob@fabrikam.test>:',
  '    The frobnicator said 17.',
  '',
  '<carol@fabrikam.test>:',
  '    The mailbox of the user is full, so',
  '    that nothing more fits.',
];
const STATUS = [
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.contoso.test',
  '',
  'Final-Recipient: rfc822; bob@fabrikam.test',
  'Action: failed',
  '',
  'Final-Recipient: rfc822; carol@fabrikam.test',
  'Action: failed',
  '',
  '--b--',
];
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"';

const told = (...lines: readonly string[]) =>
  readVerdicts(readTicket(lines.join('\n'), 'message')).map(({ recipients, code }) => `${recipients.join()} ${code}`);

describe('the recipients of a notice', () => {
  const bob = 'bob@fabrikam.test unknown';
  const carol = 'carol@fabrikam.test mailbox-full';

  it('have each what is said of them, and not what is said of another', () => {
    assert.deepEqual(told(...HEADER, '', ...WORDS), [bob, carol]);
    assert.deepEqual(told(...HEADER, REPORT, '', '--b', '', ...WORDS, '', ...STATUS), [bob, carol]);
  });

  it('have what is said of all of them', () => {
    const all = WORDS.map((line) => line.replace('I am sorry', 'The mailbox of the user is full. I am sorry'));
    const [first] = told(...HEADER, REPORT, '', '--b', '', ...all, '', ...STATUS);
    assert.equal(first, 'bob@fabrikam.test mailbox-full');
  });
});

const SPAN = { start: 1, end: 9 };
const one = (address: string, more: Partial<NoticeRecipient> = {}): NoticeRecipient => ({ ...SPAN, address, ...more });
const notice = (recipients: readonly NoticeRecipient[], head = 'Hello', named = true): Notice =>
  ({ format: 'notice', action: 'failed', recipients, named, head }) as unknown as Notice;

describe('a recipient of a notice', () => {
  it('has all that is said of it', () => {
    assert.deepEqual(
      ofNotice(
        one('a@b.test', {
          ...{ original: 'x@b.test', status: '5.1.1', remoteMta: 'mx', said: '550 no', saidSpan: SPAN },
          ...{ answers: 'RCPT', lastTry: '451 x', words: 'w', wordsSpan: SPAN },
        }),
        'failed',
      ),
      {
        ...{ ...SPAN, action: 'failed', finalRecipient: 'a@b.test', originalRecipient: 'x@b.test', status: '5.1.1' },
        ...{ remoteMta: 'mx', diagnostic: '550 no', diagnosticSpan: SPAN, answers: 'RCPT', lastTry: '451 x' },
        ...{ words: 'w', wordsSpan: SPAN },
      },
    );
    assert.deepEqual(ofNotice(one('', { over: true }), 'delayed'), { ...SPAN, action: 'relayed' });
  });

  it('stands among words that are about nobody else', () => {
    const around = (head: string, ...words: readonly (string | undefined)[]): unknown =>
      allOfNotice(
        notice(
          words.map((said) => one('a@b.test', said === undefined ? {} : { words: said })),
          head,
        ),
      ).map((recipient) => recipient.around);
    assert.deepEqual(around('Sorry. full (x)', 'full (x)'), ['Sorry. full (x)']);
    assert.deepEqual(around('Sorry. full\n  (x) gone.', 'full (x)', 'gone.'), ['Sorry.  ', 'Sorry.  ']);
    assert.deepEqual(around('Sorry.', undefined, 'gone'), ['Sorry.', 'Sorry.']);
    assert.deepEqual(around('a full b full', 'full', 'full'), ['a  b full', 'a  b full']);
  });
});

describe('a recipient of a status', () => {
  const A = { ...SPAN, finalRecipient: 'A@b.test' };
  const C = { ...SPAN, originalRecipient: 'c@b.test' };
  const said = one('a@b.test', { said: '550 no', saidSpan: { start: 2, end: 3 }, words: 'w', wordsSpan: SPAN });

  it('has what the part for people says of it', () => {
    assert.deepEqual(
      withWords([A, C], notice([said, one('C@b.test', { words: 'full', wordsSpan: SPAN })], 'Hi full')),
      [
        { ...A, around: 'Hi ', words: '550 no', wordsSpan: { start: 2, end: 3 } },
        { ...C, around: 'Hi ', words: 'full', wordsSpan: SPAN },
      ],
    );
    assert.deepEqual(withWords([A], notice([{ ...said, answers: 'RCPT', lastTry: 'x' }])), [
      { ...A, around: 'Hello', words: '550 no', wordsSpan: { start: 2, end: 3 }, answers: 'RCPT', lastTry: 'x' },
    ]);
  });

  it('has those of the only one, whoever that is', () => {
    const other = one('x@b.test', { words: 'full', wordsSpan: SPAN });
    assert.deepEqual(withWords([A], notice([other], 'Hi', false)), [
      { ...A, around: 'Hi', words: 'full', wordsSpan: SPAN },
    ]);
    assert.deepEqual(withWords([A], notice([other, one('y@b.test')], 'Hi')), [{ ...A, around: 'Hi' }]);
    assert.deepEqual(withWords([A, C], notice([other], 'Hi')), [
      { ...A, around: 'Hi' },
      { ...C, around: 'Hi' },
    ]);
    assert.deepEqual(withWords([A, C], notice([other], 'Hi', false)), [A, C]);
    assert.deepEqual(withWords([A], notice([one('a@b.test', { words: 'w' })])), [{ ...A, around: 'Hello' }]);
  });
});
