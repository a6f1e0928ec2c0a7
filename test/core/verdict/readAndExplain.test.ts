import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { serverSamples } from '../../support/replySamples.ts';
import { differing, unread } from '../../support/sameReason.ts';

describe('the reason of a reply', () => {
  it('is the same in a text as by itself, for every known reply', () => {
    for (const { text } of serverSamples) assert.deepEqual(differing(`${text}\n`), [], text);
  });

  it('is found wherever a known reply is quoted', () => {
    const lost: string[] = [];
    for (const { text } of serverSamples) {
      const found = explainText(text);
      if (found?.code === undefined || found.code < 400 || found.code > 599) continue;
      for (const around of FRAMES) {
        const quoted = around(text);
        const reasons = readVerdicts(readTicket(`${quoted}\n`)).map(({ code }) => code);
        if (!reasons.includes(found.explanation.reason)) lost.push(`${reasons.join()}: ${quoted}`);
      }
    }
    assert.deepEqual(lost, []);
  }).timeout(120_000);

  it('is the same where what a program puts around the words tells it', () => {
    const end = 'from=<anna@fabrikam.test> to=<bob@contoso.test> proto=ESMTP helo=<mx.fabrikam.test>';
    for (const line of [
      `Nov 21 10:00:01 mx postfix/cleanup[9]: 4F1A2B3C4: milter-reject: END-OF-MESSAGE from mx[192.0.2.9]: 4.7.1 Try again later; ${end}`,
      `Nov 21 10:00:01 mx postfix/smtpd[9]: NOQUEUE: milter-reject: RCPT from mx[192.0.2.9]: 451 4.7.1 Service unavailable - try again later; ${end}`,
      `Nov 21 10:00:01 mx postfix/cleanup[9]: 4F1A2B3C4: milter-reject: END-OF-MESSAGE from mx[192.0.2.9]: 4.7.1 Greylisted for 300 seconds; ${end}`,
    ]) {
      assert.equal(readVerdicts(readTicket(`${line}\n`)).length, 1, line);
      assert.deepEqual(differing(`${line}\n`), [], line);
    }
  });

  it('is the same where the log of a filter or of a server tells what became of the message', () => {
    for (const [line, reason] of [
      [
        'Nov 21 10:00:01 mx postfix/smtp[7]: 4F1A2B3C4: to=<bob@contoso.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=2, dsn=2.7.0, status=sent (250 2.7.0 Ok, discarded, id=12345-01 - spam)',
        'spam-refused',
      ],
      [
        'Nov 21 10:00:01 mx postfix/lmtp[7]: 4F1A2B3C4: to=<bob@contoso.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=2, dsn=2.0.0, status=sent (250 2.0.0 Ok: quarantined, virus found)',
        'virus-found',
      ],
      [
        'Nov 21 10:00:01 mx amavis[7]: (00077-01) Blocked SPAM {DiscardedInbound,Quarantined}, [192.0.2.4]:4711 <anna@fabrikam.test> -> <bob@contoso.test>, quarantine: spam-x.gz, Message-ID: <m1@fabrikam.test>, mail_id: abc, Hits: 12.3, size: 1200, 900 ms',
        'spam-refused',
      ],
      [
        'Nov 21 10:00:01 mx amavis[7]: (00077-02) Blocked INFECTED (Eicar-Test-Signature) {DiscardedInternal}, [192.0.2.4]:4711 <anna@fabrikam.test> -> <bob@contoso.test>, Message-ID: <m2@fabrikam.test>, mail_id: abd, Hits: -, size: 1200, 90 ms',
        'virus-found',
      ],
      [
        '2026-11-21T10:00:01.000Z [NOTICE] [C7BDFBA8-9A0D-4C7D-9C14-BFAFCCDA0998.1] [outbound] Temp fail for: Tried all MXs',
        'routing-failed',
      ],
    ] as const) {
      assert.deepEqual(
        readVerdicts(readTicket(`${line}\n`)).map(({ code }) => code),
        [reason],
        line,
      );
      assert.equal(explainText(line)?.explanation.reason, reason, line);
    }
  });

  it('is that of the codes where an object holds no words, and of a quoted reply in a cell of a table', () => {
    for (const [line, reason] of [
      [
        '{"event":"bounce","smtp_code":556,"smtp_enchcode":"5.1.10","recipient":"bob@contoso.test"}',
        'mail-not-accepted',
      ],
      ['{"event":"deferred","status":"4.2.2","email":"bob@contoso.test"}', 'mailbox-full'],
      ['{"event":"bounce","code":552,"message":"5.7.1 no such user"}', 'recipient-unknown'],
      [
        '2026-11-21T08:15:10Z,,EX1,mx1.fabrikam.test,"451 4.4.0 Primary target IP address responded with: ""550 5.7.1 Service unavailable; client [192.0.2.44] blocked using zen.spamhaus.org"" Attempted failover"',
        'blocklisted',
      ],
    ] as const) {
      assert.equal(explainText(line)?.explanation.reason, reason, line);
    }
  });

  it('tells of a token that was refused, where only the challenge was pasted', () => {
    const challenge = `334 ${btoa('{"status":"401","schemes":"bearer","scope":"https://mail.contoso.test/"}')}`;
    assert.deepEqual(
      readVerdicts(readTicket(challenge)).map(({ code }) => code),
      ['login-failed'],
    );
    assert.deepEqual(readVerdicts(readTicket('334 VXNlcm5hbWU6\n')), []);
  });

  const files = globSync('test/corpus/{transcripts/*,mail,dns,mixed}/*.{txt,eml}');

  it('is the same in every recorded text', () => {
    assert.ok(files.length > 200, `only ${files.length} files`);
    for (const file of files) assert.deepEqual(differing(readFileSync(file, 'utf8')), [], file);
  }).timeout(120_000);

  it('is given by every recorded line in which a known reply stands', () => {
    for (const file of files.filter((one) => !one.includes('mixed')))
      assert.deepEqual(unread(readFileSync(file, 'utf8')), [], file);
  }).timeout(120_000);
});

/** What programs put around a reply. */
const FRAMES: readonly ((reply: string) => string)[] = [
  (reply) => `The user says that it did not work. The mail server responded: ${reply}`,
  (reply) => `smtplib.SMTPDataError: (${reply.slice(0, 3)}, b"${reply.slice(4)}")`,
  (reply) => `Expected response code 250 but got code "${reply.slice(0, 3)}", with message "${reply}\\r\\n"`,
  (reply) => `org.springframework.mail.MailSendException: com.sun.mail.smtp.SMTPSendFailedException: ${reply}`,
  (reply) => `level=error msg="not sent" err=${JSON.stringify(`gomail: could not send email 1: ${reply}`)}`,
  (reply) => JSON.stringify({ level: 50, err: { responseCode: Number(reply.slice(0, 3)), response: reply } }),
  (reply) => `Net::SMTPFatalError (${reply}):`,
];
