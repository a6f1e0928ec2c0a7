import assert from 'node:assert/strict';
import type { ReportFormat, ReportRecipient } from '../../../src/core/mail/message.ts';
import { explainRecipient } from '../../../src/core/verdict/reportRecipient.ts';

/** What is told of a recipient of whom a report says this. */
function told(of: Partial<ReportRecipient>, format?: ReportFormat) {
  const { explanation } = explainRecipient(
    { start: 0, end: 9, action: 'failed', finalRecipient: 'bob@fabrikam.test', ...of },
    format,
  );
  const { reason, confidence, actor, meaning } = explanation;
  return { short: `${confidence} ${reason} ${actor}`, meaning };
}

const short = (of: Partial<ReportRecipient>, format?: ReportFormat): string => told(of, format).short;

describe('what follows from the form of a report', () => {
  it('is how a program ended, by its number', () => {
    const ended = (said: string) => told({ diagnostic: `x-unix; ${said}` });
    assert.equal(ended('67').short, 'high recipient-unknown sender');
    assert.equal(ended(' 77 ').short, 'high system-error receiving admin');
    assert.match(ended('77').meaning, /ended with 77: it was not permitted/);
    assert.match(ended('78').meaning, /ended with 78: something is set up wrongly/);
    for (const said of ['1', '255', 'what it said'])
      assert.equal(ended(said).short, 'high delivery-program-failed receiving admin', said);
    assert.equal(ended('mailbox full').short.split(' ')[1], 'mailbox-full');
    assert.notEqual(short({ diagnostic: 'smtp; 67' }), 'high recipient-unknown sender');
  });

  it('is that a program failed to which mail is handed, where nothing else is known', () => {
    const program = 'medium delivery-program-failed receiving admin';
    for (const whom of ['|/usr/bin/vacation', '"|/usr/bin/vacation bob"', 'pipe to |/usr/bin/x', '550 |/usr/bin/x'])
      assert.equal(short({ finalRecipient: whom }), program, whom);
    assert.equal(short({ words: 'zap\n  |/usr/bin/x failed' }), program);
    assert.notEqual(short({ finalRecipient: 'bob|x@fabrikam.test' }), program);
    for (const words of ['temporary failure', 'Command line usage error', 'input/output error'])
      assert.equal(short({ diagnostic: `x-postfix; ${words}` }), program, words);
    assert.notEqual(short({ diagnostic: 'x-postfix; temporary failure of zap' }), program);
  });

  it('is what groups, rules of a mailbox and Notes say in words of their own', () => {
    assert.equal(short({}, 'google-groups').split(' ')[1], 'list-problem');
    const sieve = told({ words: 'Please   write\nto Eve' }, 'sieve');
    assert.equal(sieve.short, 'high policy-refused recipient');
    assert.equal(
      sieve.meaning,
      "A rule of the recipient's mailbox refuses the message. It says: “Please write to Eve”.",
    );
    assert.equal(told({}, 'sieve').meaning, "A rule of the recipient's mailbox refuses the message.");
    assert.match(told({ words: 'zap '.repeat(100) }, 'sieve').meaning, /zap zap …”\.$/);
    assert.equal(short({ words: 'zap zip' }, 'notes').slice(0, 16), 'low unrecognized');
  });

  it('is a domain that its exchanger does not know, where the server that refuses to relay is the recipient’s', () => {
    const relaying = (more: Partial<ReportRecipient>) =>
      told({ diagnostic: 'smtp; 550 5.7.1 Relaying denied', ...more }).meaning;
    const own = /The mail server of the recipient’s domain refuses to relay: it does not know the domain/;
    assert.match(relaying({ remoteMta: 'mx1.fabrikam.test (192.0.2.1)' }), own);
    assert.match(relaying({ remoteMta: 'mx.x.test', originalRecipient: 'bob@x.test' }), own);
    assert.match(relaying({ remoteMta: 'The server for the domain fabrikam.test' }), own);
    assert.match(relaying({ around: 'because the remote server is misconfigured' }), own);
    for (const remoteMta of ['smtp.contoso.test', undefined, '192.0.2.1'])
      assert.doesNotMatch(relaying(remoteMta === undefined ? {} : { remoteMta }), own, remoteMta);
  });

  it('is that nothing is told where nothing is', () => {
    assert.equal(short({}), 'low unknown sender');
    assert.match(
      told({ action: 'delayed' }).meaning,
      /^The message waits in the queue, and the sending server tries again; what kept it is not told\.$/,
    );
    assert.equal(short({ action: 'delayed' }).split(' ')[1], 'expired');
  });
});
