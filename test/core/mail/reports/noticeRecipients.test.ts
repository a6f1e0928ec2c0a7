import assert from 'node:assert/strict';
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
