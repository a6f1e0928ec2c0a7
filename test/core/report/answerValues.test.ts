import assert from 'node:assert/strict';
import { answerValues } from '../../../src/core/report/answer.ts';
import { phrase } from '../../../src/core/text/words.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** What placeholders of an answer stand for; of a pattern, what fits it. */
function says(
  text: string,
  expected: Readonly<Record<string, string | RegExp>>,
  file = '',
  probes: readonly object[] = [],
): void {
  const values = answerValues(readTicket(text), { file, probes } as never);
  for (const [name, wanted] of Object.entries(expected)) {
    const value = values?.get(name) ?? '(none)';
    if (typeof wanted === 'string') assert.equal(value, wanted, name);
    else assert.match(value, wanted, name);
  }
}

const [ONE, TWO] = ['4C1D5228001', '4C1D5228002'] as const;
const from = (id: string, sender: string): string =>
  `Nov 20 09:14:50 mx1 postfix/qmgr[71]: ${id}: from=<${sender}>, size=1, nrcpt=1 (queue active)\n`;
const to = (id: string, whom: string, rest: string): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${id}: to=<${whom}>, relay=mx.b.test[192.0.2.7]:25, delay=1, ${rest}\n`;
const unknown =
  'dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const full =
  'dsn=5.2.2, status=bounced (host mx.b.test[192.0.2.7] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))';
const sent = 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as AB12CD34)';
const line = (at: number, text: string): string => `\`\`\`text\n${at}: ${text.trimEnd().split('\n').at(-1)}\n\`\`\``;

describe('the parts of an answer', () => {
  it('are what happened, whose it was, who acts and what shows it', () => {
    const text = from(ONE, 'a@a.test') + to(ONE, 'b@b.test', unknown);
    says(
      text,
      {
        finding: /^Refused at RCPT by mx\.b\.test: no such mailbox; /,
        envelope: `- Recipient: b@b.test\n- Sender: a@a.test\n- Time: Nov 20 09:14:58\n- Server: mx.b.test \\[192.0.2.7\\]\n- Queue id: ${ONE}`,
        ...{
          recipients: 'b@b.test',
          sender: 'a@a.test',
          time: 'Nov 20 09:14:58',
          server: 'mx.b.test \\[192.0.2.7\\]',
          subject: '',
        },
        ...{
          actor: 'the sender',
          retry: 'Trying again unchanged will fail again.',
          next: /^1\. \S/,
          others: '',
          aside: '',
          hops: '',
          beside: '',
        },
        ...{ file: ' from f_1.txt', evidence: line(2, text), source: /RFC 3463/ },
        probes: '- 1970-01-01 00:00 UTC: T of mx: o\n- 1970-01-01 00:01 UTC: U: p',
      },
      'f_1.txt',
      [
        { title: phrase('T of {0}', 'mx'), time: 0, outcome: 'o', target: 'x' },
        { title: phrase('U'), time: 60_000, outcome: 'p', target: 'x' },
      ],
    );
    says(text, { file: '', probes: '' });
  });
  it('name the null sender, and what was written to', () => {
    says(from(ONE, '') + to(ONE, 'b@b.test', unknown), {
      sender: /null sender/,
      envelope: /\n- Sender: .*null sender.*\n/,
      actor: "the sender's admin",
    });
    says(from(ONE, 'a@a.test') + to(ONE, 'b@b.test>, orig_to=<all@a.test', unknown), {
      envelope: /\n- Written to: all@a\.test\n/,
      beside: 'It was written to all@a.test and handed on to b@b.test from here.',
    });
  });
  it('ask nobody for anything where the mail was taken', () =>
    says(from(ONE, 'a@a.test') + to(ONE, 'b@b.test', sent), {
      ...{ finding: 'Accepted by mx.b.test for b@b.test', summary: '', actor: '', retry: '', source: '' },
      fate: /^mx\.b\.test \\\[192\.0\.2\.7\\\] took it \(Nov 20 09:14:58\) as AB12CD34,/,
    }));
  it('have ten others, and evidence of the first', () => {
    const refusals = Array.from(
      { length: 14 },
      (_, i) => `RCPT TO:<u${i}@b.test>\n55${i % 2} 5.${i % 9}.${i} odd words number ${i}\n`,
    ).join('');
    says(`220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\nMAIL FROM:<a@a.test>\n250 ok\n${refusals}`, {
      others: /^- line 9: .* \(u1@b\.test\)\n(?:- line \d+: .*\n){9}- and 3 more$/,
      evidence: /^```text\n 7: 550 .*\n 9: 551 .*\n11: 550 .*\n13: 551 .*\n```$/,
      confidence: /^a guess/,
    });
  });
  it('have what is not the matter: other mail, and mistyped names', () => {
    says(
      `Mail to b@b.test fails.\n\n${from(ONE, 'a@a.test')}${to(ONE, 'b@b.test', unknown)}${from(TWO, 'c@a.test')}${to(TWO, 'd@b.test', full)}`,
      {
        ...{ recipients: 'b@b.test', others: '' },
        aside: /^- line 6: Refused at RCPT by mx\.b\.test: the mailbox is full; .* \(d@b\.test\)$/,
      },
    );
    const failed =
      "> nslookup -type=mx contosso.test\nServer:  dns1.fabrikam.test\nAddress:  192.0.2.53\n\n*** dns1.fabrikam.test can't find contosso.test: Non-existent domain\n\n";
    says(
      `Mail to info@contoso.test fails.\n\n${failed}${from(ONE, 'a@a.test')}${to(ONE, 'info@contoso.test', unknown)}`,
      {
        aside: /^- line 4: contosso\.test is not contoso\.test: a typing error/,
      },
    );
  });
  it('of a look-up name what was asked', () =>
    says(
      '; <<>> DiG 9.18 <<>> MX b.test\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n;; flags: qr; QUERY: 1\n\n;; QUESTION SECTION:\n;b.test. IN MX\n',
      {
        ...{
          envelope: '- Name in DNS: b.test',
          server: 'b.test',
          actor: "the recipient's admin",
          fate: '',
          recipients: '',
        },
        ...{
          retry: 'Trying again later can work.',
          confidence: 'certain',
          next: /^1\. .*\n2\. As the sending admin, /,
        },
      },
    ));
  it('are none where nothing happened', () =>
    assert.equal(answerValues(readTicket('Hello.'), { file: '', probes: [] }), undefined));
});
