import assert from 'node:assert/strict';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { AuthenticationFinding, AuthenticationResult } from '../../src/message/verify/authentication.ts';
import { renderAuthentication } from '../../src/report/authenticationReport.ts';
import { authenticationWords } from '../../src/report/authenticationWords.ts';

const result: AuthenticationResult = {
  subject: 'Hello\r\n* Result: forged \u202e',
  started: Date.UTC(2026, 10, 21, 20, 11, 38),
  outcome: 'checked',
  source: { from: 'file', lineEnds: 'lf', size: 100, headerOnly: false, lostBytes: false },
  dkim: [
    {
      domain: 'contoso.test',
      selector: 's1',
      algorithm: 'rsa-sha256',
      canonicalization: 'relaxed/relaxed',
      result: 'fail',
      findings: [
        { code: 'body-cut', data: { lines: '3', text: 'A footer' } },
        { code: 'header-genuine', data: {} },
      ],
    },
  ],
  arc: { sets: 0, result: 'none', sealers: [], findings: [] },
  spf: {
    result: 'unchecked',
    identity: 'mailfrom',
    domain: 'contoso.test',
    ip: '192.0.2.1',
    recordedBy: 'mx.fabrikam.test',
    senderFrom: 'Return-Path',
    findings: [{ code: 'spf-unanswered', data: { name: 'contoso.test', type: 'TXT', status: 'SERVFAIL' } }],
  },
  dmarc: {
    result: 'unchecked',
    author: 'contoso.test',
    reason: 'methods-unchecked',
    policyDomain: 'contoso.test',
    policy: 'reject',
    record: 'v=DMARC1; p=reject',
    testing: false,
    alignments: [{ method: 'dkim', domain: 'contoso.test', result: 'fail', mode: 'relaxed', aligned: true }],
  },
  claims: [
    {
      server: 'mx.fabrikam.test',
      trust: 'own',
      method: 'dkim',
      about: 'contoso.test',
      claimed: 'pass',
      found: 'fail',
      agrees: false,
    },
  ],
  answers: [
    {
      question: { name: 'contoso.test', type: 'TXT' },
      status: 'SERVFAIL',
      records: [],
      server: '192.0.2.53#53',
      elapsed: 1,
    },
  ],
};

describe('the report of a verification', () => {
  const lines = renderAuthentication(result);

  it('is a heading, notes and a result, and nothing in the message can forge a line', () => {
    assert.equal(lines[0], '# Authentication of "Hello\ufffd\ufffd* Result: forged \ufffd", 2026-11-21 20:11:38 UTC');
    assert.ok(lines.slice(1).every((line) => line.startsWith('* ')));
    assert.equal(lines.filter((line) => line.startsWith('* Result: ')).length, 1);
    assert.equal(
      lines.at(-1),
      '* Result: not known whether the message is from contoso.test. DKIM of contoso.test: The body was changed: without its last 3 lines, starting "A footer" its hash is right, so that was appended on the way, as lists and filters do with footers. Not known: SPF, DMARC; this is no failure.',
    );
  });

  it('names what was not answered, and the claim that differs', () => {
    const text = lines.join('\n');
    assert.match(text, /contoso\.test TXT: SERVFAIL, the resolver could not find out/);
    assert.match(text, /SPF of the envelope sender's domain contoso\.test for 192\.0\.2\.1: could not be checked/);
    assert.match(text, /mx\.fabrikam\.test says dkim=pass for contoso\.test: DIFFERS, here it is FAIL/);
    assert.match(text, /DNS was asked 1 question of 192\.0\.2\.53#53; 0 were answered/);
  });

  it('is read again without being taken for a session or a message', () => {
    const { blocks } = readTicket(lines.join('\n'));
    assert.deepEqual([...new Set(blocks.map(({ kind }) => kind))], ['prose']);
  });

  it('has words for findings without data too', () => {
    assert.match(authenticationWords({ code: 'body-changed', data: {} }), /not known/);
  });
});

/** The lines of a report that differs in these and begin with the words. */
const reported = (differs: Partial<AuthenticationResult>, about: string): readonly string[] =>
  renderAuthentication({ ...clean, ...differs }).filter((line) => line.startsWith(`* ${about}`));

const spf = { result: 'pass', identity: 'mailfrom', domain: 'a.test', findings: [] } as const;
const dmarc = { result: 'pass', author: 'a.test', testing: false, alignments: [] } as const;
const signature = {
  domain: 'a.test',
  selector: 's',
  algorithm: 'rsa-sha256',
  canonicalization: 'simple/simple',
  result: 'pass',
  findings: [],
} as const;
const clean: AuthenticationResult = {
  subject: ' Hello ',
  started: 0,
  outcome: 'checked',
  source: { from: 'file', lineEnds: 'crlf', size: 1, headerOnly: false, lostBytes: false },
  dkim: [],
  arc: { sets: 0, result: 'none', sealers: [], findings: [] },
  spf,
  dmarc,
  claims: [],
  answers: [],
};

describe('a report of a verification says', () => {
  it('no more than there is to say', () =>
    assert.deepEqual(renderAuthentication(clean), [
      '# Authentication of "Hello", 1970-01-01 00:00:00 UTC',
      '* DKIM: none, the message carries no DKIM-Signature.',
      "* SPF of the envelope sender's domain a.test: pass",
      '* DMARC of a.test: pass',
      "* Result: a.test is the author's domain, as DMARC sees it.",
    ]));

  it('why nothing was checked', () => {
    const only = (outcome: AuthenticationResult['outcome']) => renderAuthentication({ ...clean, subject: '', outcome });
    assert.deepEqual(only('no-message').slice(1), ['* Result: there is no message here, so nothing could be checked.']);
    assert.match(only('too-large')[1] ?? '', /^\* Result: not checked\./);
    assert.match(only('too-large')[0] ?? '', /^# Authentication of a message without subject, /);
    assert.equal(only('cancelled').at(-1), '* Result: cancelled. What is above had been found until then.');
  });

  it('what may be lost of the bytes', () => {
    const source = (differs: Partial<AuthenticationResult['source']>) =>
      renderAuthentication({ ...clean, source: { ...clean.source, ...differs } }).slice(1, -4);
    assert.match(source({ from: 'editor' })[0] ?? '', /editor's text was checked/);
    assert.match(source({ lineEnds: 'lf' })[0] ?? '', /^\* The lines end in LF here/);
    assert.match(source({ lineEnds: 'mixed' })[0] ?? '', /^\* Some lines end in LF/);
    assert.match(source({ lostBytes: true })[0] ?? '', /U\+FFFD/);
    assert.match(source({ headerOnly: true })[0] ?? '', /no body here/);
    assert.deepEqual([source({}), source({ lineEnds: 'none' })], [[], []]);
  });

  it('what came of each signature', () => {
    const found = (differs: object) => reported({ dkim: [{ ...signature, ...differs }] }, 'DKIM');
    assert.deepEqual(found({}), ['* DKIM d=a.test s=s (rsa-sha256, simple/simple): pass']);
    assert.deepEqual(found({ domain: '', selector: '', algorithm: '', result: 'permerror' }), [
      '* DKIM d=? s=? (?, simple/simple): permanent error',
    ]);
    const many = Array.from({ length: 42 }, () => signature);
    assert.equal(reported({ dkim: many }, 'DKIM').length, 40);
    assert.deepEqual(reported({ dkim: many }, '2 more'), ['* 2 more signatures are left out']);
    assert.deepEqual(reported({ dkim: many.slice(0, 40) }, '0 more'), []);
  });

  it('how many results and unanswered questions are left out', () => {
    const claim = { server: 'mx.test', trust: 'own', method: 'dkim', claimed: 'pass', found: 'pass', agrees: true };
    assert.equal(reported({ claims: Array(43).fill(claim) }, 'Authentication-Results').length, 40);
    assert.deepEqual(reported({ claims: Array(43).fill(claim) }, '3 more'), [
      '* 3 more results of Authentication-Results are left out',
    ]);
    const answer = { question: { name: 'a.test', type: 'TXT' }, status: 'TIMEOUT', records: [] };
    assert.deepEqual(reported({ answers: Array(44).fill(answer) }, '4 more'), [
      '* 4 more questions without an answer are left out',
    ]);
  });

  it('what came of the chain', () => {
    const chain = (differs: object) => reported({ arc: { ...clean.arc, ...differs } }, 'ARC');
    assert.deepEqual(chain({}), []);
    assert.deepEqual(chain({ result: 'unchecked' }), ['* ARC 0 sets: could not be checked']);
    assert.deepEqual(chain({ sets: 1, result: 'fail', sealers: ['a.test'] }), ['* ARC 1 set, sealed by a.test: FAIL']);
    assert.deepEqual(chain({ sets: 2, result: 'pass', sealers: ['a.test', 'b.test'] }), [
      '* ARC 2 sets, sealed by a.test, then b.test: pass',
    ]);
    assert.equal(chain({ sets: 11, result: 'pass', sealers: Array(11).fill('a') })[0]?.split('then').length, 10);
    const trust = (result: 'pass' | 'fail') => reported({ arc: { ...clean.arc, sets: 1, result } }, '  Whoever').length;
    assert.deepEqual([trust('pass'), trust('fail')], [1, 0]);
  });

  it('whose SPF record was asked, and where the address was found', () => {
    const lines = (differs: object): readonly string[] =>
      renderAuthentication({ ...clean, spf: { ...spf, ...differs } }).slice(2, -2);
    assert.deepEqual(lines({ ip: '192.0.2.1' }), [
      "* SPF of the envelope sender's domain a.test for 192.0.2.1: pass",
      "*   The address is the client's that a server recorded in Received.",
    ]);
    assert.equal(
      lines({ ip: '192.0.2.1', recordedBy: 'mx.test', recordedIn: 'Received-SPF', helo: 'x' })[1],
      "*   The address is the client's that mx.test recorded in Received-SPF, which called itself x.",
    );
    assert.deepEqual(lines({ identity: 'helo', domain: '', senderFrom: 'X' }), [
      '* SPF of the HELO name ?: pass',
      '*   The sender is empty, as in bounces, so the HELO name counts (RFC 7208 2.4).',
    ]);
    assert.equal(lines({ senderFrom: 'Return-Path' }).length, 1);
    assert.equal(lines({ senderFrom: 'Received-SPF' })[1], '*   The sender was taken from Received-SPF.');
    assert.equal(lines({ record: 'v=spf1 -all' })[1], '*   Record: v=spf1 -all');
    assert.equal(lines({ domain: '' })[0], "* SPF of the envelope sender's domain ?: pass");
    for (const result of ['fail', 'softfail', 'neutral', 'none'] as const) assert.equal(lines({ result }).length, 2);
    assert.equal(lines({ result: 'permerror' }).length, 1);
  });

  it('what DMARC came to', () => {
    const lines = (differs: object): readonly string[] =>
      renderAuthentication({ ...clean, dmarc: { ...dmarc, ...differs } }).slice(3, -1);
    assert.equal(lines({ author: '' })[0], '* DMARC of the author: pass');
    assert.match(lines({ result: 'none' })[1] ?? '', /^\* {3}a\.test publishes no DMARC record/);
    assert.match(lines({ result: 'none', reason: 'no-author-domain' })[1] ?? '', /From holds no address/);
    assert.match(lines({ result: 'unchecked', reason: 'dns' })[1] ?? '', /DNS gave no answer/);
    assert.equal(lines({ policy: 'reject' }).length, 1);
    assert.equal(lines({ policy: 'reject', policyDomain: 'a.test' })[1], '*   Policy: reject');
    assert.equal(
      lines({ policy: 'none', policyDomain: 'test', testing: true, record: 'v=DMARC1' })[1],
      '*   Policy of test: none, for testing (t=y); record: v=DMARC1',
    );
    assert.equal(lines({ result: 'fail' }).length, 2);
    const aligned = (differs: object) =>
      lines({ alignments: [{ method: 'spf', domain: 'b.test', result: 'pass', mode: 'relaxed', ...differs }] })[1];
    assert.equal(
      aligned({ aligned: true }),
      '*   SPF of b.test: pass, aligned with a.test (relaxed: the same organisation is enough; RFC 9989 4.4.1)',
    );
    assert.equal(
      aligned({ method: 'dkim', mode: 'strict', aligned: false }),
      '*   DKIM of b.test: pass, not aligned with a.test (strict: the very same domain is asked for; RFC 9989 4.4.2)',
    );
    assert.equal(aligned({}), '*   SPF of b.test: pass; whether it stands for a.test could not be found out.');
  });

  it('what others claim, and whether it is so', () => {
    const claim = { server: 'mx.test', trust: 'own', method: 'dkim', claimed: 'pass', found: 'fail', agrees: false };
    const says = (differs: object) => reported({ claims: [{ ...claim, ...differs }] as never }, 'Authentication')[0];
    assert.match(says({}) ?? '', /of mx\.test says dkim=pass: DIFFERS, here it is FAIL\./);
    assert.match(says({ agrees: true, about: 'a.test' }) ?? '', /says dkim=pass for a\.test: agrees\.$/);
    assert.match(says({ agrees: undefined }) ?? '', /: could not be compared\.$/);
    assert.match(says({ server: '', trust: 'below' }) ?? '', /of a server without name \(written before .*\) says/);
    assert.match(says({ trust: 'other-server' }) ?? '', /of mx\.test \(not one of the receiver's servers\) says/);
    assert.equal(reported({ claims: Array(41).fill(claim) }, 'Authentication').length, 40);
  });

  it('what was not answered', () => {
    const answer = (status: string, server?: string) =>
      ({
        question: { name: 'a.test', type: 'TXT' },
        status,
        records: [],
        elapsed: 1,
        ...(server && { server }),
      }) as never;
    const asked = (...answers: readonly never[]) => reported({ answers }, 'DNS was asked');
    assert.deepEqual(asked(), []);
    assert.deepEqual(asked(answer('NOERROR')), ['* DNS was asked 1 question; all were answered.']);
    assert.deepEqual(asked(answer('NXDOMAIN', 'x'), answer('NOERROR', 'x'), answer('NOERROR', 'y')), [
      '* DNS was asked 3 questions of x, y; all were answered.',
    ]);
    assert.deepEqual(asked(answer('TIMEOUT', 'x'), answer('NOERROR', 'x')), [
      '* DNS was asked 2 questions of x; 1 were answered.',
    ]);
    assert.equal(reported({ answers: Array(41).fill(answer('TIMEOUT')) }, 'a.test TXT').length, 40);
  });
});

describe('the result of a verification', () => {
  const says = (differs: Partial<AuthenticationResult>, expected: string): void =>
    assert.equal(renderAuthentication({ ...clean, ...differs }).at(-1), `* Result: ${expected}`);
  const fails = { ...signature, result: 'fail', findings: [{ code: 'header-genuine', data: {} }] } as const;

  it('is who vouches for the author', () => {
    says({ dkim: [signature, signature] }, "a.test is the author's domain, as DMARC sees it. DKIM vouches for a.test.");
    says(
      { dmarc: { ...dmarc, result: 'fail', policy: 'reject' } },
      'nothing proves that the message is from a.test; its policy is reject.',
    );
    says(
      { dmarc: { ...dmarc, result: 'fail' } },
      'nothing proves that the message is from a.test; its policy is none.',
    );
    says(
      { dmarc: { ...dmarc, result: 'none', author: '' } },
      'The author has no DMARC policy that could be applied. SPF: pass.',
    );
    says({ dmarc: { ...dmarc, result: 'none' } }, 'a.test has no DMARC policy that could be applied. SPF: pass.');
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((domain) => ({ ...signature, domain }));
    says({ dkim: six }, "a.test is the author's domain, as DMARC sees it. DKIM vouches for a, b, c, d, e and 1 more.");
  });

  it('is what is not known, which is no failure', () => {
    const open = { result: 'unchecked' } as const;
    says(
      {
        dmarc: { ...dmarc, ...open },
        spf: { ...spf, ...open },
        arc: { ...clean.arc, ...open },
        dkim: [{ ...signature, ...open }],
      },
      'not known whether the message is from a.test. Not known: DKIM, SPF, ARC, DMARC; this is no failure.',
    );
    says(
      { dmarc: { ...dmarc, ...open, author: '' } },
      'not known whether the message is from its author. Not known: DMARC; this is no failure.',
    );
  });

  it('is why a signature is broken, but not by what is good news', () => {
    const failed = { ...dmarc, result: 'fail', policy: 'none' } as const;
    const start = 'nothing proves that the message is from a.test; its policy is none.';
    says({ dmarc: failed, dkim: [fails] }, start);
    for (const result of ['fail', 'permerror', 'policy'] as const) {
      const findings = [...fails.findings, { code: 'key-unreadable', data: { name: 'k' } } as const];
      says(
        { dmarc: failed, dkim: [{ ...fails, result, findings }] },
        `${start} DKIM of a.test: The key of k cannot be read: its record is damaged.`,
      );
    }
    says({ dmarc: failed, dkim: [{ ...signature, result: 'neutral' }] }, start);
  });
});

describe('the words of a finding', () => {
  const words = (
    code: Parameters<typeof authenticationWords>[0]['code'],
    data: Readonly<Record<string, string>> = {},
  ) => authenticationWords({ code, data } as AuthenticationFinding);

  it('count lines, and quote where they start', () => {
    for (const code of ['body-cut', 'body-top-added', 'body-footer-in-part', 'body-part-added'] as const) {
      assert.match(words(code, { lines: '1', text: '' }), /\b1 line\b(?!, starting)/);
      assert.match(words(code, { lines: '2', text: 'x' }), /\b2 lines, starting "x"/);
    }
  });

  it('differ by what was done', () => {
    assert.match(words('body-dots', { how: 'lost' }), /lost their first dot/);
    assert.match(words('body-dots', { how: 'added' }), /one too many/);
    assert.match(words('body-trailing-blanks', { how: 'stripped' }), /were stripped, of "-- " too\./);
    assert.match(words('body-trailing-blanks', { how: 'added' }), /were added\./);
    assert.match(words('body-length-limit', { signed: '5', behind: '0' }), /anybody can append/);
    assert.match(words('body-length-limit', { signed: '5', behind: '7' }), /the 7 octets behind/);
    assert.match(words('signature-unknown-algorithm', { algorithm: '', c: '' }), /a=\? c=\?/);
    assert.match(words('signature-unknown-algorithm', { algorithm: 'x', c: 'y' }), /a=x c=y/);
    assert.match(words('signature-expired', { when: '0' }), /1970-01-01/);
    assert.match(words('signature-lenient', { warning: 'tag-syntax' }), /its tags are not written/);
    assert.match(words('signature-lenient', { warning: 'new' }), /mailauth calls it new\.$/);
    assert.match(words('signature-other', { comment: '' }), /evaluated\.$/);
    assert.match(words('signature-other', { comment: 'x' }), /evaluated: x\.$/);
    assert.match(words('spf-error', { why: '' }), /the reason is not known\.$/);
    assert.match(words('spf-error', { why: 'x' }), /: x\.$/);
    assert.match(words('arc-chain-broken', { why: '' }), /5\.2\)\.$/);
    assert.match(words('arc-chain-broken', { why: 'x' }), /5\.2\): x\.$/);
    for (const code of ['key-unanswered', 'spf-unanswered', 'arc-unanswered'] as const) {
      assert.match(words(code, { name: 'a', type: 'TXT', status: 'SERVFAIL' }), /SERVFAIL, the resolver could not/);
    }
  });
});

describe('the SPF lines', () => {
  it('say which client was meant, and its name where it is known', () => {
    const of = (differs: object) =>
      reported({ spf: { ...spf, ip: '192.0.2.1', ...differs } }, '  The address')[0] ?? '';
    assert.equal(of({}), "*   The address is the client's that a server recorded in Received.");
    assert.equal(
      of({ helo: 'mx.a.test', recordedBy: 'b.test', recordedIn: 'X-Received' }),
      "*   The address is the client's that b.test recorded in X-Received, which called itself mx.a.test.",
    );
  });
});
