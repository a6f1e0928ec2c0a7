import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { byReceivedSpf } from '../../../../src/core/verdict/arrival/receivedSpf.ts';

const PLAIN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
const FROM = 'From: ann@a.test\nSubject: x';

const told = (value: string): string | undefined => {
  const text = `Received-SPF: ${value}\n${PLAIN}${FROM}\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  const one = byReceivedSpf(message);
  return one && `${[one.outcome, one.reason, one.against, one.server].filter(Boolean).join(' ')}: ${one.words}`;
};

describe('the field Received-SPF', () => {
  it('is told for each result', () => {
    for (const [value, expected] of [
      [
        'fail (mx.b.test: domain of x@a.test does not designate 198.51.100.77) receiver=mx.b.test; envelope-from=x@c.test',
        'failed spf-failed true mx.b.test: SPF failed at mx.b.test (Received-SPF: fail) for the envelope sender’s c.test: the sending host is not allowed by its record.',
      ],
      [
        'Softfail (mx.b.test: transitioning domain of ann@a.test does not designate 198.51.100.77 as permitted sender) client-ip=198.51.100.77',
        'unproven mx.b.test: SPF failed softly at mx.b.test for the envelope sender’s a.test.',
      ],
      [
        'pass (mx.b.test: domain of ann@mail.a.test designates 198.51.100.77 as permitted sender)',
        'passed mx.b.test: SPF passed at mx.b.test for the envelope sender’s mail.a.test.',
      ],
      ['pass envelope-from="ann@b.test"', 'unproven: SPF passed for the envelope sender’s b.test.'],
      [
        'pass smtp.mailfrom=A.TEST; receiver=MX.b.test',
        'passed MX.b.test: SPF passed at MX.b.test for the envelope sender’s a.test.',
      ],
      ['pass', 'unproven: SPF passed.'],
      [
        'permerror envelope-from=<x@c.test>',
        'unproven: SPF could not be checked (permerror) for the envelope sender’s c.test: its record is wrong.',
      ],
      [
        'temperror receiver=mx.b.test',
        'unproven mx.b.test: SPF could not be checked at mx.b.test (temperror): DNS gave no answer.',
      ],
      [
        "none receiver=mx.b.test; envelope-from='x@c.test'",
        'unproven mx.b.test: SPF says nothing at mx.b.test for the envelope sender’s c.test: there is no record.',
      ],
      [
        'neutral; envelope-from=c.test',
        'unproven: SPF is neutral for the envelope sender’s c.test: the record leaves it open.',
      ],
      ['unknown', undefined],
      ['passed', undefined],
      ['pass-through', undefined],
      ['neutral envelope-from=localhost', 'unproven: SPF is neutral: the record leaves it open.'],
      ['neutral receiver=protection@outlook.com', 'unproven: SPF is neutral: the record leaves it open.'],
      ['', undefined],
    ] as const)
      assert.equal(told(value), expected, value);
  });

  it('is told of the topmost field of the receiver', () => {
    const words = (header: string): string | undefined => {
      const [message] = readTicket(`${header}\n\nhi\n`).blocks;
      return message?.kind === 'message' ? byReceivedSpf(message)?.words : undefined;
    };
    assert.equal(words(`Received-SPF: none\n${PLAIN}${FROM}`), 'SPF says nothing: there is no record.');
    assert.equal(words(`received-spf: pass\nReceived-SPF: none\n${PLAIN}${FROM}`), 'SPF passed.');
    assert.equal(words(`Received-SPF: softfail\n${FROM}`), 'SPF failed softly.');
    assert.equal(words(`X-Received-SPF: pass\n${PLAIN}${FROM}`), undefined);
  });
});
