import assert from 'node:assert/strict';
import type { SmtpFinding, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { wordProbeFinding } from '../../src/report/probeFindings.ts';

const word = (finding: object) =>
  wordProbeFinding(
    finding as SmtpFinding,
    { endpoint: { host: 'mx.test', port: 25 }, steps: [], started: 0 } as unknown as SmtpProbeResult,
  );

describe('the findings of a probe in words', () => {
  it('are about the server, with a level and what to do', () => {
    const { level, code, about, source, next } = word({ code: 'no-starttls' });
    assert.deepEqual([level, code, about, source], ['warning', 'no-starttls', 'mx.test:25', 'RFC 3207 4']);
    assert.match(next ?? '', /^Give the server a certificate/);
  });
  it('name the step at which the server spoke', () => {
    assert.match(
      word({ code: 'unasked-reply', about: 'banner' }).text,
      /more than it was asked before it answered the connection; /,
    );
    assert.match(
      word({ code: 'codes-differ', about: 'ehlo' }).text,
      /^The reply to EHLO has lines with different codes/,
    );
  });
  it('say to which connection STARTTLS was offered', () => {
    const offered = (first: boolean): string => word({ code: 'starttls-comes-and-goes', first }).text;
    assert.match(offered(true), /^STARTTLS was offered to the first of two connections and not to the other\. /);
    assert.match(offered(false), /^STARTTLS was offered to the second of two connections /);
  });
  it('name what was asked for, and who was refused', () => {
    assert.equal(
      word({ code: 'extension-missing', keyword: 'PRDR' }).text,
      'PRDR was asked for and is not offered; the probe went on without it.',
    );
    assert.equal(
      word({ code: 'recipient-refused', recipient: 'b@c.test', reply: 550 }).text,
      '<b@c.test> was refused with 550, while others were taken.',
    );
    assert.equal(
      word({ code: 'over-size-limit', size: 11, limit: 10 }).text,
      'The message has 11 octets, and the server says that it takes at most 10.',
    );
  });
  it('are worded where delays and logins are', () => {
    assert.match(word({ code: 'greet-delay', elapsed: 6000 }).text, /^The banner took 6\.0 s/);
    assert.equal(
      word({ code: 'login-refused-why', refusal: { status: '400' } }).text,
      'The server says of the login: status 400',
    );
  });
});
