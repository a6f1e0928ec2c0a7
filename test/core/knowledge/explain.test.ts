import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { sourceWords } from '../../../src/core/knowledge/sources.ts';
import { isQueueRetry, queueRetries, type Step } from '../../../src/core/knowledge/steps.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';
import { replySamples } from '../../support/replySamples.ts';

/** `code enhanced reason retry` of a line; `-` where something is not there. */
function told(line: string): string {
  const found = explainText(line);
  if (found === undefined) return 'nothing';
  return `${found.code ?? '-'} ${found.enhanced ?? '-'} ${found.explanation.reason} ${found.explanation.retry}`;
}

const kindAndTaker = ({ kind, by }: Step): string => `${kind} ${by}`;

describe('explainReply', () => {
  it('is not taken for success where a library says that it is none to its command', () => {
    for (const text of [
      'Expected response code 354 but got code "250", with message "250 Accepted"',
      'Failed to set sender: a@contoso.test [SMTP: Invalid response code received from server (code: 250, response: )]',
    ]) {
      assert.equal(explainText(text)?.explanation.reason, 'command-order', text);
    }
  });

  it('tells of denied relaying at RCPT who acts and how', () => {
    const explanation = explainReply({
      code: 550,
      enhanced: '5.7.1',
      text: 'remoterecipient@fabrikam.test... Relaying denied. Proper authentication required.',
      stage: 'RCPT',
    });
    assert.match(explanation.meaning, /outside domains? only/);
    assert.equal(explanation.actor, 'sending admin');
    assert.equal(explanation.retry, 'no');
    assert.match(explanation.next[0]?.text ?? '', /SMTP AUTH/);
    assert.match(explanation.next[1]?.text ?? '', /IP address .* listed/);
    assert.match(sourceWords(explanation.source), /RFC 3463 X\.7\.1/);
    assert.equal(explanation.reason, 'relaying-denied');
    assert.notEqual(explanation.basis, 'class');
  });

  it('prefers words to the enhanced code, that to the stage, and that to the class', () => {
    const reason = (enhanced: string | undefined, text: string, stage: Stage): string =>
      explainReply({ code: 550, text, stage, ...(enhanced === undefined ? {} : { enhanced }) }).reason;
    assert.equal(reason('5.1.1', 'mailbox is full', 'RCPT'), 'mailbox-full');
    assert.equal(reason('5.1.2', 'something', 'RCPT'), 'domain-not-found');
    assert.equal(reason(undefined, 'something', 'RCPT'), 'recipient-unknown');
    assert.equal(reason(undefined, 'something', 'NOOP'), 'unrecognized');
  });

  it('takes no login for what failed, and no bare refusal, where the enhanced code says more', () => {
    const told = (line: string): string | undefined => explainText(line)?.explanation.reason;
    assert.equal(told('550 5.7.26 Several authentication checks of this kind failed'), 'sender-unauthenticated');
    assert.equal(told('535 5.7.8 Several authentication checks of this kind failed'), 'login-failed');
    assert.equal(
      told('550 5.3.0 <bob@contoso.test>: Recipient address rejected: the kettle is broken'),
      'system-error',
    );
  });

  it('lets the reply code decide where the enhanced code disagrees', () => {
    const refused = explainReply({ code: 550, enhanced: '4.3.2', text: '' });
    assert.notEqual(refused.retry, 'yes');
    assert.match(refused.meaning, /the reply code decides/);
    assert.match(sourceWords(refused.source), /RFC 5321 4\.2; RFC 2034 4/);
    assert.equal(explainReply({ code: 450, enhanced: '5.1.1', text: '' }).retry, 'yes');
    assert.equal(explainReply({ code: 250, enhanced: '5.1.1', text: '' }).reason, 'accepted');
    assert.doesNotMatch(explainReply({ code: 550, enhanced: '5.3.2', text: '' }).meaning, /decides/);
    for (const [code, enhanced, words] of [
      [550, '4.3.2', 'says “for good” and the enhanced code “for now”'],
      [450, '5.1.1', 'says “for now” and the enhanced code “for good”'],
      [550, '2.1.5', 'says “for good” and the enhanced code “success”'],
      [354, '2.0.0', 'says “go on” and the enhanced code “success”'],
    ] as const)
      assert.ok(explainReply({ code, enhanced, text: '' }).meaning.includes(words), `${code} ${enhanced}`);
  });

  it('does not send a refused sender into waiting', () => {
    for (const enhanced of ['5.3.2', '5.4.5', '5.7.1', '5.2.2']) {
      const { next } = explainReply({ code: 554, enhanced, text: 'Greylisted, try again later' });
      assert.ok(!next.some(isQueueRetry), enhanced);
    }
    assert.deepEqual(explainReply({ code: 451, text: 'mailbox is full' }).next[0], queueRetries);
  });

  it('asks nobody to send again what a queue sends again', () => {
    const kinds = (code: number, text: string): readonly string[] =>
      explainReply({ code, text }).next.map(kindAndTaker);
    assert.deepEqual(kinds(452, 'mailbox is full'), ['wait nobody', 'do recipient', 'do recipient']);
    assert.deepEqual(kinds(552, 'mailbox is full'), ['do recipient', 'do recipient', 'again sender']);
    assert.deepEqual(kinds(451, 'recipient thread limit exceeded'), ['wait nobody', 'do sending admin']);
    assert.deepEqual(kinds(551, 'recipient thread limit exceeded'), ['again sender', 'do sending admin']);
    // What a person waits for stays, however final the reply is.
    assert.deepEqual(kinds(554, 'blocked using bl.spamcop.net'), ['do sending admin', 'wait sending admin']);
    // Waiting for a reply is no waiting for better times.
    assert.equal(kinds(421, 'Pipelining not supported')[0], 'wait nobody');
  });

  it('lets the code say whether trying again helps: 4yz by itself, 5yz by hand, and only what time mends without a change (RFC 5321 4.2.1)', () => {
    const retry = (code: number, text: string): string => explainReply({ code, text, stage: 'RCPT' }).retry;
    assert.deepEqual([retry(450, 'Greylisted'), retry(550, 'Greylisted')], ['yes', 'yes']);
    assert.deepEqual([retry(452, 'mailbox is full'), retry(552, 'mailbox is full')], ['yes', 'later']);
    assert.deepEqual([retry(450, 'User unknown'), retry(550, 'User unknown')], ['yes', 'no']);
    assert.deepEqual([retry(250, 'Greylisted'), retry(354, 'Greylisted')], ['no', 'no']);
    const { next } = explainReply({ code: 550, text: 'Greylisted', stage: 'RCPT' });
    assert.match(next[0]?.text ?? '', /^Send the message again later/);
  });

  it('is honest about what is no reply code', () => {
    for (const code of [0, 1, 99, 700, 999]) {
      const explanation = explainReply({ code, text: 'relaying denied' });
      assert.equal(explanation.reason, 'not-a-reply', String(code));
      assert.equal(explanation.basis, 'class');
    }
    assert.match(explainReply({ code: 0, text: '' }).meaning, /^000 /);
  });

  it('goes by the first digit of a code that nobody knows', () => {
    assert.equal(explainReply({ code: 299, text: '' }).reason, 'accepted');
    assert.equal(explainReply({ code: 399, text: '' }).reason, 'in-progress');
    assert.equal(explainReply({ code: 455, text: '' }).retry, 'yes');
    assert.deepEqual(
      [449, 459, 499].map((code) => explainReply({ code, text: '' }).retry),
      ['yes', 'later', 'yes'],
    );
    assert.equal(explainReply({ code: 580, text: '' }).retry, 'no');
    assert.equal(explainReply({ code: 580, text: '' }).basis, 'class');
  });

  it('explains success and what goes on, with nobody to act', () => {
    for (const [code, stage] of [
      [220, 'connect'],
      [220, 'STARTTLS'],
      [221, 'QUIT'],
      [235, 'AUTH'],
      [250, '(data)'],
      [251, 'RCPT'],
      [252, 'VRFY'],
      [334, 'AUTH'],
      [354, 'DATA'],
    ] as const) {
      const explanation = explainReply({ code, text: 'ok', stage });
      assert.equal(explanation.actor, 'nobody', String(code));
      assert.equal(explanation.retry, 'no');
      assert.notEqual(explanation.basis, 'class');
    }
    assert.match(sourceWords(explainReply({ code: 250, text: '', stage: '(data)' }).source), /4\.2\.5, 6\.1/);
  });

  it('holds nothing but an explanation', () => {
    assert.deepEqual(Object.keys(explainReply({ code: 550, text: 'User unknown' })).sort(), [
      'actor',
      'basis',
      'confidence',
      'meaning',
      'next',
      'reason',
      'retry',
      'source',
    ]);
  });

  it('says that nothing is known where nothing is', () => {
    assert.equal(explainReply({ text: 'hello' }).reason, 'unknown');
    assert.equal(explainReply({ text: '', enhanced: 'rubbish' }).reason, 'unknown');
    assert.equal(explainReply({ code: Number.NaN, text: '' }).reason, 'not-a-reply');
  });
});

describe('explainText', () => {
  it('tells the same of a reply whatever Postfix writes around it', () => {
    const replies = replySamples.filter(({ text }) => /^[45]\d\d /.test(text));
    assert.ok(replies.length > 1000);
    for (const { text } of replies) {
      const logged = `Nov 21 20:02:03 mx1 postfix/smtp[12]: 4C1D52280FF: to=<user@fabrikam.test>, relay=mail.fabrikam.test[192.0.2.80]:25, delay=0.5, delays=0.01/0/0.1/0.39, dsn=5.0.0, status=deferred (host mail.fabrikam.test[192.0.2.80] said: ${text} (in reply to RCPT TO command))`;
      assert.deepEqual(explainText(logged), explainText(text, 'RCPT'), text);
    }
  });

  it('explains codes alone', () => {
    assert.equal(told('550 5.7.1'), '550 5.7.1 policy-refused no');
    assert.equal(told('550'), '550 - unrecognized no');
    assert.equal(told('5.1.1'), '- 5.1.1 recipient-unknown no');
    assert.equal(told('#5.1.1'), '- 5.1.1 recipient-unknown no');
    assert.equal(told('550-5.7.26'), '550 5.7.26 sender-unauthenticated later');
    assert.equal(told('250'), '250 - accepted no');
    assert.equal(told('999'), '999 - not-a-reply no');
    assert.equal(told('000'), '0 - not-a-reply no');
  });

  it('explains lines of logs', () => {
    assert.equal(
      told(
        'postfix/smtp[1]: 4F6bQ2: to=<bob@contoso.test>, relay=mx1.contoso.test[192.0.2.1]:25, delay=0.5, dsn=5.1.1, status=bounced (host mx1.contoso.test[192.0.2.1] said: 550 5.1.1 <bob@contoso.test>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))',
      ),
      '550 5.1.1 recipient-unknown no',
    );
    assert.equal(
      told(
        'postfix/smtp[1]: 4F6bQ2: to=<bob@contoso.test>, relay=none, dsn=4.4.1, status=deferred (connect to mx1.contoso.test[192.0.2.1]:25: Connection refused)',
      ),
      '- 4.4.1 connection-failed yes',
    );
    assert.equal(told('dsn=4.7.0, status=deferred (something)'), '- 4.7.0 server-busy yes');
    assert.equal(
      told('NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 <x@fabrikam.test>: Relay access denied'),
      '554 5.7.1 relaying-denied no',
    );
    assert.equal(
      told(
        'bob@contoso.test R=dnslookup T=remote_smtp: SMTP error from remote mail server after end of data: 550 no thanks',
      ),
      '550 - policy-refused no',
    );
    assert.equal(
      told('host mx1.contoso.test[192.0.2.1] said: 459 later (in reply to RCPT TO command)').slice(0, 5),
      '459 -',
    );
    assert.equal(told('host mx1.contoso.test[192.0.2.1] said: 403 no').slice(0, 5), '403 -');
    assert.equal(told('page 403 of 500'), 'nothing');
    assert.equal(told('status=sent (250 2.0.0 Ok: queued as 4F6bQ21Lz9z)'), '250 2.0.0 accepted no');
    assert.equal(told('<** 550 5.1.1 <nobody@contoso.test>: rejected'), '550 5.1.1 recipient-unknown no');
    assert.equal(told("reply: b'451 please wait\\r\\n'"), '451 - server-busy yes');
  });

  it('explains lines of bounces', () => {
    assert.equal(told('Status: 5.2.2'), '- 5.2.2 mailbox-full later');
    assert.equal(
      told('Diagnostic-Code: smtp; 550 5.1.1 <bob@contoso.test>... User unknown'),
      '550 5.1.1 recipient-unknown no',
    );
    assert.equal(told('Sorry, no mailbox here by that name. (#5.1.1)'), '- 5.1.1 recipient-unknown no');
    assert.equal(
      told("Remote Server returned '550 5.7.509 Access denied, sending domain does not pass DMARC verification'"),
      '550 5.7.509 dmarc-failed later',
    );
  });

  it('explains words alone', () => {
    assert.equal(told('Connection timed out'), '- - connection-failed later');
    assert.equal(told('Relaying denied'), '- - relaying-denied no');
  });

  it('finds nothing where nothing is', () => {
    for (const line of [
      '',
      'Hello Bob, the printer is out of paper.',
      'Received: from mail.contoso.test ([192.0.2.1]) by mx1.fabrikam.test with ESMTP id 4F6bQ2',
      'Message-ID: <250.550@contoso.test>',
      'sent 512 bytes in 3 seconds',
      '512 bytes data]',
      'connect to mx1.contoso.test[192.0.2.1]:587',
      'MAIL FROM:<alice@contoso.test> SIZE=459',
      'Linux mail 5.4.0 x86_64',
      '192.0.2.1 550.5.1.1',
      '2026-11-21 20:02:03 start',
    ]) {
      assert.equal(told(line), 'nothing', line);
    }
  });
});
