import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../../src/core/knowledge/explainReply.ts';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import { clausesOf } from '../../../../src/core/knowledge/grammar/clauses.ts';
import { lexicons } from '../../../../src/core/knowledge/grammar/lexicon.ts';
import { readings, readWords } from '../../../../src/core/knowledge/grammar/readWords.ts';
import type { Stage } from '../../../../src/core/smtp/verbs.ts';

/** What nobody sends in these words, in the languages that mail servers speak. */
const unseen = readFileSync(new URL('readings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [text: string, reason: string]);

const explained = (text: string, stage?: Stage): Partial<Explanation> => explainText(text, stage)?.explanation ?? {};
const reason = (text: string, stage?: Stage): string | undefined => explained(text, stage).reason;

describe('words that no row knows', () => {
  it('take of a link what it is about, which no name of a company is', () => {
    const concepts = (text: string): unknown => clausesOf(text).flatMap((clause) => [...clause.concepts]);
    assert.deepEqual(concepts('see https://x.test/dmarc/y now'), ['dmarc']);
    assert.deepEqual(concepts('see https://dmarcian.test/x now'), []);
  });

  it('are read by subject and predicate, in many languages', () => {
    for (const [text, expected] of unseen) assert.equal(reason(text), expected, text);
    assert.ok(unseen.length >= 160);
  });

  it('are no wish for a later try where something is to be mended first', () => {
    assert.equal(reason('Please check the above address(es) and then try again.'), undefined);
    assert.equal(reason('Message rejected: Please try again later'), 'server-busy');
  });

  it('rest on words, never on a server, and are unsure where a code says something else', () => {
    const agreeing = explained('550 5.1.1 The addressee could not be located on this system');
    assert.deepEqual([agreeing.basis, agreeing.confidence, agreeing.unknownWords], ['words', 'high', undefined]);
    const reused = explained('550 5.4.6 Sending from this account is blocked for unusual activity');
    assert.equal(reused.reason, 'account-disabled');
    assert.equal(reused.confidence, 'medium');
  });

  it('speak of the domain of the sender in answer to MAIL', () => {
    const words = '550 That domain is not known to us';
    assert.equal(reason(words, 'MAIL'), 'sender-domain-not-found');
    assert.equal(reason(words, 'RCPT'), 'domain-not-found');
  });

  it('ask whose quota it is', () => {
    assert.equal(reason('552 The quota of this mailbox is exceeded'), 'mailbox-full');
    assert.equal(reason('550 Your sending quota is exceeded'), 'rate-limited');
    assert.equal(reason('452 The disk of the server is full'), 'system-full');
  });

  it('tell a server that refuses from a socket that is refused', () => {
    assert.equal(reason('550 Connection refused, your network is not welcome'), 'client-refused');
    assert.equal(reason('connect to mx1.contoso.test[192.0.2.1]:25: Connection refused'), 'connection-failed');
    assert.equal(
      reason('451 4.4.1 connect to mx1.contoso.test[192.0.2.1]:25: Connection refused'),
      'connection-failed',
    );
  });

  it('tell an account that is blocked from a password that is wrong', () => {
    assert.equal(reason('535 5.7.8 Account of the user is locked'), 'account-disabled');
    assert.equal(reason('535 5.7.8 Password of the user is not correct'), 'login-failed');
  });

  it('tell a login that is not offered, and mail to be fetched first, from a wrong password', () => {
    const offered = explained('503 5.5.1 Error: authentication not enabled');
    assert.deepEqual([offered.confidence, offered.actor], ['medium', 'sending admin']);
    assert.match(offered.meaning ?? '', /offers no login/);
    const fetched = explained('530 POP-before-SMTP authentication failed');
    assert.deepEqual([fetched.reason, fetched.confidence], ['login-required', 'medium']);
    assert.match(fetched.meaning ?? '', /fetch mail/);
  });

  it('tell a full mailbox that sends from one that receives', () => {
    const words = 'QuotaExceededException.MapiExceptionQuotaExceeded; Failed to process message';
    assert.equal(explained(`554 5.2.2 mailbox full; STOREDRV.Submission.Exception:${words}`).actor, 'sender');
    assert.equal(explained(`554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:${words}`).actor, 'recipient');
  });

  it('take an address of which something is said for that of the client', () => {
    assert.match(explained('550 192.0.2.9 is not welcome here').meaning ?? '', /192\.0\.2\.9/);
    assert.equal(reason('550 host mx1.contoso.test [192.0.2.9] of an unknown top-level domain'), 'reverse-dns');
  });

  it('take no failure of DKIM, SPF, DMARC or ARC for a login', () => {
    assert.equal(reason('550 5.7.1 Authentication failed: DKIM signature did not verify'), 'dkim-failed');
    assert.equal(reason('550 Message authentication failed, SPF says fail'), 'spf-failed');
    assert.equal(reason('550 Authentication error: DMARC policy of contoso.test is reject'), 'dmarc-failed');
    assert.equal(reason('535 Authentication failed'), 'login-failed');
  });

  it('tell a broken SPF record from one that forbids', () => {
    assert.match(explained('550 SPF: malformed record').meaning ?? '', /breaks the rules/);
    assert.match(explained('550 SPF: fail, not authorized').meaning ?? '', /does not allow/);
  });

  it('speak of a certificate only where one is named', () => {
    assert.equal(reason('550 The account is not yet activated'), 'account-disabled');
    assert.equal(reason('The certificate of the server is not yet activated'), 'tls-failed');
  });

  it('tell a limit on recipients from a limit in a time', () => {
    assert.equal(reason('452 Too many recipients for one message'), 'too-many-recipients');
    assert.equal(reason('550 Limit of recipients per hour exceeded for your account'), 'rate-limited');
  });

  it('are those behind a wrapper, not the wrapper', () => {
    const limit = explained('5.7.1 <DATA>: Data command rejected: only 50 mails per hour');
    assert.equal(limit.reason, 'rate-limited');
    assert.doesNotMatch(limit.meaning ?? '', /milter/);
    const mailbox = explained(
      '554 5.7.1 <bob@contoso.test>: Sender address rejected: not known, see https://contoso.test/',
    );
    assert.equal(mailbox.reason, 'sender-refused');
  });

  it('are one thing of a whole phrase, not one word of another', () => {
    for (const [text, wrong] of [
      ['550 reverse path not allowed', 'reverse-dns'],
      ['550 Wrong use of a reverse alias', 'reverse-dns'],
      ['550 Invalid route token', 'login-failed'],
      ['configuration account default not found', 'recipient-unknown'],
      ['failed to open mailbox INBOX: unknown error', 'recipient-unknown'],
      ['552 bob@contoso.test too much mail in mailbox', 'rate-limited'],
      ['550 Permanent DNS error while checking SPF record', 'dns-failure'],
      ['com.contoso.MailConnectException: could not connect, timeout 10000', 'login-failed'],
    ] as const) {
      assert.notEqual(reason(text), wrong, text);
    }
  });

  it('say nothing where the words say nothing', () => {
    for (const text of ['Request 4711 came to no end', 'See the page of the postmaster', 'AB-17']) {
      assert.equal(readWords(text, { code: 550, digit: 5 }), undefined, text);
    }
    assert.equal(explained('550 Request 4711 came to no end').unknownWords, true);
  });

  it('leave no more than the class of a code that is used for anything, and name what the code alone would say', () => {
    for (const text of ['556 Zork of blim', '551 Blim zork', '554 5.7.2 Frop of zork', '430 Zork frop']) {
      const { reason: found, confidence, meaning } = explained(text);
      assert.deepEqual([found, confidence], ['unrecognized', 'low'], text);
      assert.match(meaning ?? '', /the code alone would say/, text);
    }
    assert.equal(reason('521'), 'mail-not-accepted');
  });

  it('are not those of a person', () => {
    for (const text of [
      'Hi, our users cannot log in, their password is refused. Can you help?',
      'We changed the password and now it fails',
      'Our policy is to reject what the virus scanner finds.',
      'The connection in the office is slow',
      'Customer says that mails to him bounce',
      'The mailbox of Bob was moved to the new server on Friday',
      'Password was changed on Friday for the account',
      'Firewall rules: port 25 open',
      'DNS looks good, SPF and DKIM are fine',
      'Connected to mx1.contoso.test',
      'Server is running on port 25',
    ]) {
      assert.equal(explainText(text), undefined, text);
    }
  });

  it('are not those of a field, a result of a check or a licence', () => {
    for (const text of [
      'Authentication-Results: mx.contoso.test; dkim=none; spf=softfail',
      'Received-SPF: Pass (contoso.test: domain of alice@fabrikam.test designates 192.0.2.1 as permitted sender)',
      'X-Spam-Status: No, not found to be spam',
      'Non-authoritative answer:',
      'OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE',
    ]) {
      assert.equal(explainText(text), undefined, text);
    }
  });

  it('come to an end whatever they are', () => {
    for (const part of ['no ', 'not found ', '不', 'a.b.', '<', ':', "n't ", '-_/', 'sender@']) {
      const text = part.repeat(50_000);
      explainReply({ code: 550, text, stage: 'RCPT' });
      readWords(text, { code: 550, digit: 5 });
    }
  });
});

describe('readings', () => {
  it('have names of their own', () => {
    assert.equal(new Set(readings.map(({ name }) => name)).size, readings.length);
    for (const { name } of readings) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('need a subject and a predicate', () => {
    for (const { name, all } of readings)
      assert.ok(all.length >= 2 || name === 'greylisted' || name === 'virus-found', name);
  });
});

describe('words of a language', () => {
  it('stand in small letters, each once for what it means', () => {
    for (const [language, lexicon] of Object.entries(lexicons)) {
      for (const [concept, words] of Object.entries(lexicon)) {
        const list = words.split(' ');
        assert.equal(words, words.toLowerCase(), `${language}: ${concept}`);
        assert.deepEqual(
          list.filter((word, at) => list.indexOf(word) !== at),
          [],
          `${language}: ${concept}`,
        );
      }
    }
  });

  it('turn what stands near them', () => {
    const said = (text: string) => clausesOf(text)[0]?.concepts ?? [];
    assert.ok(said('user not found').includes('unknown'));
    assert.ok(said('Benutzer existiert nicht').includes('unknown'));
    assert.ok(said('not allowed').includes('denied'));
    assert.ok(said('too many mails').includes('too many'));
    assert.ok(said('no PTR record').includes('missing'));
    assert.ok(!said('not blocked').includes('denied'));
    assert.ok(!said('you may not send as that sender').includes('missing'));
  });
});
