import assert from 'node:assert/strict';
import type { SaidStep, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import type { FailureWords } from '../../src/report/failureWords.ts';
import { noReply, notOffered, refused, unwelcome, wrongCode } from '../../src/report/replyFailure.ts';

/** Code and clause of a failure, whose text has these words, and what to do these. */
function holds({ code, source, text, next }: FailureWords, expected: string, words: RegExp, todo = /\S/): void {
  assert.equal(`${code} ${source}`, expected, text);
  assert.match(text, words);
  assert.match(next ?? '', todo);
}

describe('a server that refuses', () => {
  it('at the banner, for now or for good', () => {
    holds(unwelcome(421, 'mx'), 'reply-refused RFC 5321 3.8', /^mx is not available at the moment \(421\)/);
    holds(unwelcome(499, 'mx'), 'reply-refused RFC 5321 3.1', /away for the time being \(499,/);
    holds(unwelcome(500, 'mx'), 'reply-refused RFC 5321 3.1', /away for good \(500,/);
  });
  it('or does not offer something', () => {
    holds(notOffered('STARTTLS', 'mx'), 'extension-missing RFC 3207 4', /^mx does not offer STARTTLS/, /certificate/);
    holds(notOffered('XCLIENT', 'mx'), 'extension-missing RFC 5321 2.2.1', /XCLIENT/, /smtpd_authorized_xclient_hosts/);
    holds(notOffered('DSN', 'mx'), 'extension-missing RFC 5321 2.2.1', /DSN/, /^Switch DSN on/);
  });
  it('at a command', () => {
    holds(refused('auth', 535, 'mx'), 'reply-refused RFC 4954 6', /535/);
    holds(refused('starttls', 454, 'mx'), 'reply-refused RFC 3207 4', /refuses it \(454\)/);
    for (const step of ['ehlo', 'helo', 'lhlo'] as const)
      holds(refused(step, 550, 'mx'), 'reply-refused RFC 5321 4.1.4', /our name\.$/, /heloName/);
    holds(refused('mail', 499, 'mx'), 'reply-refused RFC 5321 4.2.1', /^mx refused MAIL with 499/, /^Try again later/);
    holds(
      refused('message', 500, 'mx'),
      'reply-refused RFC 5321 4.2.1',
      /^mx refused the message with 500/,
      /^Read its words/,
    );
  });
  it('or answers with a code that fits nothing', () => {
    holds(
      wrongCode('banner', 0, 'mx'),
      'reply-wrong-code RFC 5321 4.2.1',
      /answered the connection with 000, which is no reply code/,
    );
    for (const code of [199, 600])
      holds(wrongCode('mail', code, 'mx'), 'reply-wrong-code RFC 5321 4.2.1', /is no reply code/);
    for (const code of [300, 399])
      holds(wrongCode('mail', code, 'mx'), 'reply-wrong-code RFC 5321 4.3.2', /asks for more/);
    for (const code of [200, 299, 400, 599])
      holds(
        wrongCode('mail', code, 'mx'),
        'reply-wrong-code RFC 5321 4.3.2',
        /answered MAIL with \d+, which is no answer to MAIL\. Due is \d/,
      );
    holds(
      wrongCode('banner', 250, 'mx'),
      'reply-wrong-code RFC 5321 4.3.2',
      /is no answer to a connection\. Due is 220, or/,
    );
  });
});

describe('a server that says nothing, or what is no reply', () => {
  const fails = (
    kind: string,
    step: SaidStep,
    expected: string,
    words: RegExp,
    lines: readonly string[] = [],
    port = 25,
  ) =>
    holds(
      noReply(
        { kind, step, detail: '' } as never,
        {
          endpoint: { host: 'mx', port },
          steps: [{ step, lines: ['old'] }, { step, lines }, { step: 'tls' }],
        } as unknown as SmtpProbeResult,
      ),
      expected,
      words,
    );
  it('has a code, a clause and what to do', () => {
    fails('timeout', 'banner', 'reply-timeout RFC 5321 4.5.3.2.1', /said nothing\. .* or the port expects TLS/);
    fails('timeout', 'banner', 'reply-timeout RFC 5321 4.5.3.2.1', /to strangers; a firewall/, [], 465);
    fails('timeout', 'mail', 'reply-timeout RFC 5321 4.5.3.2', /did not answer MAIL in time/);
    fails('unfinished', 'banner', 'reply-unfinished RFC 5321 4.5.3.2', /began its banner and/);
    fails('unfinished', 'mail', 'reply-unfinished RFC 5321 4.5.3.2', /began its answer to MAIL and/);
    for (const kind of ['closed', 'reset']) {
      fails(kind, 'banner', 'reply-closed RFC 5321 3.8', /without a banner\./);
      fails(kind, 'message', 'reply-closed RFC 5321 3.8', /without an answer to the message\./);
    }
    fails('cut-off', 'banner', 'reply-cut-off RFC 5321 3.8', /middle of its banner;/);
    fails('cut-off', 'mail', 'reply-cut-off RFC 5321 3.8', /middle of its answer to MAIL;/);
    for (const kind of ['endless-reply', 'flood'])
      fails(kind, 'mail', 'reply-too-long RFC 5321 4.5.3.1.5', /at MAIL it sent more/);
    const other = noReply(
      { kind: 'odd', step: 'mail', detail: '' } as never,
      { endpoint: { host: 'mx', port: 25 }, steps: [] } as never,
    );
    assert.deepEqual([other.code, other.text], ['reply-closed', 'mx:25 failed at MAIL: odd.']);
    const told = noReply(
      { kind: 'odd', step: 'mail', detail: 'EPIPE' } as never,
      { endpoint: { host: 'mx', port: 25 }, steps: [] } as never,
    );
    assert.equal(told.text, 'mx:25 failed at MAIL: EPIPE.');
  });
  it('may be another service, by its last line', () => {
    for (const [line, words] of [
      ['SSH-2.0', /is an SSH server/],
      ['+OK', /is a POP3 server/],
      ['* OK', /is an IMAP server/],
      ['HTTP/1.1', /is a web server/],
      ['<!doctype html>', /is a web server/],
      ['<HTML>', /is a web server/],
      ['x SSH-', /what came at its banner is no reply/],
      ['x HTTP/', /is no reply/],
      ['x +OK', /is no reply/],
    ] as const)
      fails('not-a-reply', 'banner', 'reply-not-smtp RFC 5321 4.2', words, ['first', line]);
    fails('not-a-reply', 'banner', 'reply-not-smtp RFC 5321 4.2', /is no reply/, ['SSH-2.0', 'x']);
  });
});
