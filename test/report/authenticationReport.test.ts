import assert from 'node:assert/strict';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { AuthenticationResult } from '../../src/message/verify/authentication.ts';
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
