import assert from 'node:assert/strict';
import { plainReasons } from '../../../src/core/report/answer/plainReasons.ts';
import { userAnswerValues } from '../../../src/core/report/userAnswer.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

type Reason = keyof typeof plainReasons;
/** What is said for each placeholder; one that is not named is empty. */
function says(text: string, expected: Readonly<Record<string, string | RegExp>>): void {
  const values = userAnswerValues(readTicket(text)) ?? new Map<string, string>();
  for (const [name, value] of values) {
    const wanted = expected[name] ?? '';
    if (typeof wanted === 'string') assert.equal(value, wanted, name);
    else assert.match(value, wanted, name);
  }
  for (const name of Object.keys(expected)) assert.ok(values.has(name), name);
}
const why = (reason: Reason): string => `Why: ${plainReasons[reason].why}`;
const todo = (reason: Reason): string => `What you can do: ${plainReasons[reason].todo}`;

const id = '4C1D5228001';
const postfix = (program: string, rest: string, second = '58'): string =>
  `Nov 20 09:14:${second} mx1 postfix/${program}[71]: ${rest}\n`;
const from = postfix('qmgr', `${id}: from=<a@a.test>, size=1, nrcpt=1 (queue active)`, '50');
const to = (whom: string, dsn: string, status: string, reply: string, second?: string): string =>
  postfix(
    'smtp',
    `${id}: to=<${whom}>, relay=mx.b.test[192.0.2.7]:25, delay=1, dsn=${dsn}, status=${status} (${reply})`,
    second,
  );
const said = (reply: string): string => `host mx.b.test[192.0.2.7] said: ${reply} (in reply to RCPT TO command)`;
const unknown = (whom: string) => to(whom, '5.1.1', 'bounced', said('550 5.1.1 User unknown'));
const full = (whom: string) => to(whom, '5.2.2', 'bounced', said('552 5.2.2 Mailbox full'));
const grey = (whom: string, second?: string) => to(whom, '4.7.1', 'deferred', said('450 4.7.1 Greylisted'), second);
const sent = (whom: string) => to(whom, '2.0.0', 'sent', '250 2.0.0 Ok: queued as AB12CD34');
const known = { recipients: 'b@b.test', sender: 'a@a.test' };
const ofLog = { ...known, time: 'Nov 20 09:14:58' };
const which = 'The message from a@a.test to b@b.test (Nov 20 09:14:58)';

describe('the answer for a user on a mail in a log', () => {
  it('is why it came back, and what to do', () => {
    const back = /^The message went back to its sender\./;
    const about = `${which} could not be delivered.`;
    says(from + unknown('b@b.test'), {
      ...ofLog,
      about,
      why: why('recipient-unknown'),
      fate: back,
      todo: todo('recipient-unknown'),
    });
    says(from + unknown('b@b.test') + full('c@b.test') + grey('d@b.test') + sent('e@b.test'), {
      ...{ ...ofLog, about, why: why('recipient-unknown'), fate: back, todo: todo('recipient-unknown') },
      answer: /^e@b\.test got it, b@b\.test, c@b\.test did not, d@b\.test did not yet/,
      others: `For c@b.test: not delivered. ${plainReasons['mailbox-full'].why}\nFor d@b.test: not delivered yet, and still tried. ${plainReasons.greylisted.why}`,
    });
  });
  it('is that it waits, or went through in the end', () => {
    says(from + grey('b@b.test'), {
      ...{ ...ofLog, about: `${which} was not delivered yet.`, why: why('greylisted') },
      ...{ fate: /^The mail server still keeps the message/, todo: /^What you can do: \S/ },
    });
    says(from + grey('b@b.test', '51') + sent('b@b.test'), {
      ...{
        ...ofLog,
        about: `${which} was delivered to the mail server of the recipient.`,
        why: plainReasons.greylisted.why,
      },
      fate: 'It went through in the end (Nov 20 09:14:58); nothing was lost.',
    });
    says(from + sent('b@b.test'), { ...ofLog, about: `${which} was delivered to the mail server of the recipient.` });
    says(
      `${from}${postfix('smtp', `${id}: to=<b@b.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.test[192.0.2.8]:25: Connection refused)`)}`,
      {
        ...{ ...ofLog, about: `${which} was not delivered yet.`, why: why('connection-failed') },
        ...{
          fate: /^The mail server still keeps/,
          todo: /^This has to be mended by those who run the mail of the recipient\.$/,
        },
      },
    );
  });
});

describe('the answer for a user on a session', () => {
  const session = (reply: string) =>
    `220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\nMAIL FROM:<a@a.test>\n250 ok\nRCPT TO:<b@b.test>\n${reply}\n`;
  it('is that the message was not taken, or not yet, or none was sent', () => {
    const about = 'The message from a@a.test to b@b.test';
    says(session('550 5.1.1 User unknown'), {
      ...{ ...known, about: `${about} could not be delivered.`, why: why('recipient-unknown') },
      ...{ fate: 'The message was not taken, and is not sent again by itself.', todo: todo('recipient-unknown') },
    });
    says(session('450 4.2.0 Greylisted'), {
      ...{ ...known, about: `${about} was not delivered yet.`, why: why('greylisted') },
      ...{ fate: /^A mail server still keeps it and tries again/, todo: /^What you can do: \S/ },
    });
    says(
      '220 mx.b.test ESMTP\nEHLO a.test\n250-mx.b.test\n250 AUTH PLAIN\nAUTH PLAIN AGEAYg==\n535 5.7.8 Error: authentication failed\nQUIT\n221 Bye\n',
      {
        ...{ about: /^No message was sent: /, why: why('login-failed'), todo: todo('login-failed') },
      },
    );
  });
  it('is who mends what was looked up', () =>
    says(
      '; <<>> DiG 9.18 <<>> MX b.test\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n;; flags: qr; QUERY: 1\n\n;; QUESTION SECTION:\n;b.test. IN MX\n',
      {
        ...{ about: 'The message could not be delivered.', why: why('dns-failure') },
        todo: 'This has to be mended by those who run the mail of the recipient.',
      },
    ));
});

describe('the answer for a user on a message that came', () => {
  const mail = (fields: string) =>
    `Received: from out.a.test (out.a.test [192.0.2.8])\n\tby mx.b.test (Postfix) with ESMTPS id 4F1BB\n\tfor <b@b.test>; Fri, 20 Nov 2026 10:00:04 +0100\n${fields}Date: Fri, 20 Nov 2026 10:00:01 +0100\nFrom: A <a@a.test>\nTo: b@b.test\nSubject: Our\n offer\nMessage-ID: <1@a.test>\n\nHello\n`;
  const told = { ...known, subject: 'Our offer', time: 'Fri, 20 Nov 2026 10:00:04 +0100' };
  const offer = 'The message “Our offer” from a@a.test to b@b.test (Fri, 20 Nov 2026 10:00:04 +0100) arrived';
  it('is where it is, and what a filter thought of it', () => {
    says(mail(''), { ...told, about: `${offer}.` });
    says(mail('X-Gmail-Labels: Spam\nX-Spam-Flag: YES\n'), {
      ...{
        ...told,
        about: `${offer}, but was put into the junk (spam) folder.`,
        why: why('spam-marked'),
        todo: todo('spam-marked'),
      },
    });
    says(mail('X-Gmail-Labels: Inbox\nX-Spam-Flag: YES\nX-Spam-Status: Yes, score=9.1 required=5.0 tests=BAYES_99\n'), {
      ...{ ...told, about: `${offer}, in the inbox.`, why: /but it was put into the inbox all the same\.$/ },
    });
  });
  it('is what was asked', () => {
    says(`We did not receive this mail.\n\n${mail('X-Gmail-Labels: Spam\n')}`, {
      ...{ ...told, about: `${offer}, but was put into the junk (spam) folder.`, todo: todo('spam-marked') },
    });
    const failed =
      'Authentication-Results: mx.b.test; spf=fail smtp.mailfrom=a.test; dkim=none; dmarc=fail (p=none) header.from=a.test\n';
    says(`Is this mail genuine?\n\n${mail(failed)}`, { ...told, about: `${offer}.`, answer: /^It is not proven/ });
  });
  it('is that a program answered', () =>
    says(
      'From: b@b.test\nTo: a@a.test\nSubject: Out of office: Our offer\nAuto-Submitted: auto-replied\n\nI am away.\n',
      {
        ...{ ...known, subject: 'Out of office: Our offer' },
        about: 'b@b.test answered automatically: the message arrived, and nothing went wrong.',
      },
    ));
});
