import assert from 'node:assert/strict';
import type { ReportedProbe } from '../../../src/core/smtp/probe/probeReport.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { verdictsOfProbe } from '../../../src/core/verdict/probeVerdicts.ts';

const MAIL = 'MAIL FROM:<x@a.test> / 250 ok';
const RCPT = 'RCPT TO:<bob@b.test> / 250 ok';
const DATA = 'DATA / 354 go / Subject: x /  / hi / . / 250 queued';
const QUIT = 'QUIT / 221 bye';

/** What the probe asks for, at which step it failed and how, and its session. */
function told(probed: string): string {
  const [asks, failedAt, code, lines = ''] = probed.split(' | ').map((part) => (part === '-' ? undefined : part));
  const text = `220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\n${lines.replaceAll(' / ', '\n')}\n`;
  const conversation = readTicket(text).blocks.find((block) => block.kind === 'conversation');
  assert.ok(conversation);
  const findings = [
    { code: 'recipient-refused', about: 'bob@b.test' },
    { code: 'relay', about: 'al@b.test' },
    { code: 'connect-refused', next: 'Ask.' },
  ];
  const result = { start: 1, end: 2, text: 'It said so.', ...(failedAt && { failedAt }), ...(code && { code }) };
  const probe = { host: 'mx.b.test', findings, ...(asks && { asks }), result } as unknown as ReportedProbe;
  return verdictsOfProbe(text, probe, conversation)
    .map((one) => {
      const { role, failed, stage, reply, actor, retry, recipients, sender, server, next, summary } = one;
      const steps = next.map(({ kind }) => kind).join('+');
      const parts = [one.code, stage, reply, actor, retry, recipients.join('+'), sender, server, steps];
      const isResult = summary === 'It said so.' ? ' (result)' : '';
      return `${role}${failed ? '!' : ''} ${parts.filter((part) => part !== undefined && part !== '').join(' ')}${isResult}`;
    })
    .join(' || ');
}

describe('what came of a probe', () => {
  it('is its result, besides each recipient that was refused and a message that was taken', () => {
    for (const [probed, expected] of [
      [`- | - | - | ${QUIT}`, ''],
      [
        `- | - | - | ${MAIL} / ${RCPT} / ${DATA} / ${QUIT}`,
        'success accepted (data) 250 nobody no bob@b.test x@a.test mx.b.test do',
      ],
      [
        `- | - | - | ${MAIL} / RCPT TO:<bob@b.test> / 550 5.1.1 unknown / RCPT TO:<al@b.test> / 250 ok / ${DATA} / ${QUIT}`,
        'cause! recipient-unknown RCPT 550 5.1.1 sender no bob@b.test x@a.test mx.b.test do+do+do || success accepted (data) 250 nobody no al@b.test x@a.test mx.b.test do',
      ],
      [
        `- | CONNECT | connect-refused | ${QUIT}`,
        'cause! connection-failed connect receiving admin later mx.b.test probe (result)',
      ],
      [`- | CONNECT | connect-timeout | ${QUIT}`, 'cause! connection-failed connect network later mx.b.test (result)'],
      [`- | TLS | tls-failed | ${QUIT}`, 'cause! tls-failed STARTTLS receiving admin later mx.b.test (result)'],
      [
        `- | MAIL | reply-refused | MAIL FROM:<x@a.test> / 550 5.7.1 no / ${QUIT}`,
        'cause! sender-refused MAIL 550 5.7.1 sending admin later mx.b.test do+do',
      ],
      [
        `- | RCPT | reply-refused | ${MAIL} / RCPT TO:<bob@b.test> / 550 5.1.1 unknown / ${QUIT}`,
        'cause! recipient-unknown RCPT 550 5.1.1 sender no bob@b.test x@a.test mx.b.test do+do+do',
      ],
      [
        `- | DATA | reply-refused | ${MAIL} / ${RCPT} / DATA / 554 no / ${QUIT}`,
        'cause! command-order DATA 554 sending admin no mx.b.test do',
      ],
      [
        `- | MESSAGE | reply-refused | ${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi / . / 554 spam / ${QUIT}`,
        'cause! spam-refused (data) 554 sending admin no bob@b.test x@a.test mx.b.test do+probe+do',
      ],
      [
        `- | AUTH | reply-refused | AUTH LOGIN / 334 x / YQ== / 535 5.7.8 no / ${QUIT}`,
        'cause! login-failed AUTH 535 5.7.8 sender later mx.b.test do+do+do',
      ],
      [`- | MAIL | cancelled | ${QUIT}`, ''],
      [`- | MAIL | bad-helo | ${QUIT}`, 'cause! routing-failed MAIL sending admin no mx.b.test (result)'],
      [
        `- | AUTH | login-not-offered | ${QUIT}`,
        'cause! feature-missing AUTH receiving admin later mx.b.test (result)',
      ],
      [
        `- | BANNER | reply-refused | ${QUIT}`,
        'cause! client-refused connect receiving admin later mx.b.test (result)',
      ],
      [
        `recipients | - | - | ${MAIL} / RCPT TO:<bob@b.test> / 550 5.1.1 unknown / RCPT TO:<al@b.test> / 550 5.1.1 unknown / ${QUIT}`,
        'cause! recipient-unknown RCPT 550 5.1.1 sender no bob@b.test x@a.test mx.b.test do+do+do',
      ],
      [
        `relaying | - | - | ${MAIL} / RCPT TO:<bob@b.test> / 550 5.1.1 user unknown / ${QUIT}`,
        'cause! relaying-denied RCPT 550 5.1.1 sending admin no bob@b.test x@a.test mx.b.test do+do+probe+do',
      ],
      [
        `relaying | - | - | ${MAIL} / RCPT TO:<bob@b.test> / 554 5.7.1 relay access denied / ${QUIT}`,
        'cause! relaying-denied RCPT 554 5.7.1 sending admin no bob@b.test x@a.test mx.b.test do+probe+do',
      ],
      [
        `relaying | - | - | MAIL FROM:<x@a.test> / 530 5.7.0 login first / ${QUIT}`,
        'cause! login-required MAIL 530 5.7.0 sending admin later mx.b.test do+do',
      ],
      [`relaying | - | - | ${MAIL} / ${QUIT}`, ''],
      [
        `- | - | - | ${MAIL} / ${RCPT} / RCPT TO:<al@b.test> / 451 later / BDAT 5 / hello / 250 ok / BDAT 5 LAST / world / 250 queued / ${QUIT}`,
        'cause! server-busy RCPT 451 nobody yes al@b.test x@a.test mx.b.test wait || success accepted BDAT 250 nobody no bob@b.test x@a.test mx.b.test',
      ],
      [
        `- | MESSAGE | reply-timeout | ${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi / .`,
        'cause! connection-failed (data) receiving admin later mx.b.test (result)',
      ],
      [
        `relaying | MAIL | reply-refused | MAIL FROM:<x@a.test> / 550 5.7.1 no / ${QUIT}`,
        'cause! sender-refused MAIL 550 5.7.1 sending admin later mx.b.test do+do',
      ],
      [`exposure | - | - | ${MAIL} / RCPT TO:<bob@b.test> / 550 no / ${QUIT}`, ''],
    ] as const)
      assert.equal(told(probed), expected, probed);
  });
});
