import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { authenticationOf } from '../../../../src/core/verdict/arrival/authentication.ts';

/** The outcome and the sentence on what a server found, which stands in front of its results, of mail from tailspin.test. */
const found = (results: string): string | undefined => {
  const [message] = readTicket(
    `Authentication-Results: ${results}\nReceived: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\nFrom: shop@tailspin.test\nTo: bob@b.test\nSubject: x\n\nhi\n`,
  ).blocks;
  const one = message?.kind === 'message' ? authenticationOf(message) : undefined;
  return one && `${[one.outcome, one.reason ?? []].flat().join(' ')}: ${one.words}`;
};

describe('the results of a receiver', () => {
  it('are told in sentences', () => {
    for (const [results, words] of [
      [
        'spf=fail smtp.mailfrom=x@bad.test',
        'failed spf-failed: SPF failed at mx.b.test (spf=fail): the sending host is not allowed by the record of the envelope sender’s bad.test.',
      ],
      [
        'spf=fail smtp.mail=x@bad.test; dkim=none',
        'failed spf-failed: SPF failed at mx.b.test (spf=fail): the sending host is not allowed by the record of the envelope sender’s bad.test. No DKIM signature counts.',
      ],
      [
        'spf=softfail smtp.mail=x@bad.test; dkim=none',
        'unproven: mx.b.test found: SPF failed softly for the envelope sender’s bad.test; no DKIM signature counts.',
      ],
      [
        'iprev=fail; spf=hardfail smtp.mailfrom=x@bad.test; dkim=none',
        'failed spf-failed: SPF failed at mx.b.test (spf=hardfail): the sending host is not allowed by the record of the envelope sender’s bad.test. No DKIM signature counts.',
      ],
      [
        'dmarc=fail policy.dmarc=reject header.from=tailspin.test; compauth=fail reason=xyz',
        "failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test; its policy asks for refusal (p=reject). Microsoft's joint check failed as well (compauth=fail reason=xyz).",
      ],
      [
        'dmarc=fail action=odd smtp.from=x.test header.from=tailspin.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test.',
      ],
      [
        'dmarc=fail policy.from=tailspin.test header.i=@q.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test.',
      ],
      [
        'dmarc=pass header.from=tailspin.test; dmarc=fail header.from=x.test; dkim=neutral; dkim=fail',
        'passed: DMARC passed for tailspin.test at mx.b.test. No DKIM signature verified (dkim=neutral).',
      ],
      [
        'spf=softfail smtp.mailfrom=a.test; spf=neutral smtp.mailfrom=b.test; dkim=pass',
        'unproven: mx.b.test found: SPF failed softly for the envelope sender’s a.test; DKIM passed.',
      ],
      ['spf=pass; dkim=none', 'unproven: mx.b.test found: SPF passed; no DKIM signature counts.'],
      [
        'dmarc=pass header.from=tailspin.test; spf=pass smtp.mailfrom=x@tailspin.test; dkim=pass header.d=tailspin.test',
        'passed: DMARC passed for tailspin.test at mx.b.test: SPF and DKIM vouch for it.',
      ],
      [
        'dmarc=pass header.from=tailspin.test; spf=pass smtp.mailfrom=x@other.test; dkim=fail header.d=tailspin.test',
        'passed: DMARC passed for tailspin.test at mx.b.test. No DKIM signature verified (dkim=fail).',
      ],
      ['dmarc=pass; spf=pass smtp.mailfrom=x@other.test', 'passed: DMARC passed at mx.b.test: SPF vouches for it.'],
      ['dmarc=pass header.from=tailspin.test', 'passed: DMARC passed for tailspin.test at mx.b.test.'],
      [
        'dmarc=pass header.from=tailspin.test; spf=pass smtp.mailfrom=x@mail.tailspin.test; dkim=permerror; dkim=pass header.i=@a.test',
        'passed: DMARC passed for tailspin.test at mx.b.test: SPF vouches for it.',
      ],
      [
        'dmarc=fail (p=reject dis=none) header.from=tailspin.test; spf=fail smtp.mailfrom=x@bad.test; dkim=none',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test; its policy asks for refusal (p=reject). SPF failed for the envelope sender’s bad.test; no DKIM signature counts. Nothing was done because of DMARC.',
      ],
      [
        'dmarc=fail (p=none sp=quarantine dis=quarantine) header.from=news.tailspin.test; spf=pass smtp.mailfrom=x@bad.test; dkim=pass header.d=bad.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for news.tailspin.test; its policy asks for quarantine. SPF passed for bad.test, not for news.tailspin.test; DKIM passed for bad.test, not for news.tailspin.test. It was put aside or into the junk folder because of DMARC.',
      ],
      [
        'dmarc=fail (p=none sp=quarantine) header.from=tailspin.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test; its policy asks for nothing (p=none).',
      ],
      [
        'dmarc=fail',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM passed for the domain that From shows.',
      ],
      [
        'dmarc=fail policy.published-domain-policy=reject policy.applied-disposition=reject header.from=tailspin.test; spf=softfail smtp.mailfrom=y.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test; its policy asks for refusal (p=reject). SPF failed softly for the envelope sender’s y.test. It is to be refused because of DMARC.',
      ],
      [
        'dmarc=fail action=oreject header.from=tailspin.test; compauth=fail reason=000; spf=none',
        "failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. There is no SPF record. The domain asks to reject; Microsoft marked the message as spam instead. Microsoft's joint check failed as well (compauth=fail reason=000: It failed checks that the domain asks for, such as DMARC with quarantine or reject).",
      ],
      [
        'dmarc=fail action=none header.from=tailspin.test; compauth=pass reason=130; spf=none',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. There is no SPF record. Nothing was done because of DMARC. Microsoft took the origin as proven all the same (compauth=pass reason=130: It failed DMARC, but the ARC result of a trusted sealer counts instead).',
      ],
      [
        'dmarc=none header.from=tailspin.test; compauth=fail reason=001; spf=none smtp.mailfrom=tailspin.test; dkim=none',
        'failed sender-unauthenticated: Microsoft does not take it as proven that the message comes from tailspin.test (compauth=fail reason=001: It failed the implied check: the domain has no SPF, DKIM or DMARC records, or weak ones): there is no SPF record for the envelope sender’s tailspin.test; no DKIM signature counts.',
      ],
      [
        'compauth=fail; spf=none',
        'failed sender-unauthenticated: Microsoft does not take it as proven that the message comes from tailspin.test (compauth=fail): there is no SPF record.',
      ],
      [
        'spf=fail smtp.mailfrom=x@bad.test; dkim=none',
        'failed spf-failed: SPF failed at mx.b.test (spf=fail): the sending host is not allowed by the record of the envelope sender’s bad.test. No DKIM signature counts.',
      ],
      [
        'spf=permerror smtp.mailfrom=bad.test; dkim=pass header.d=sign.test; dmarc=permerror header.from=tailspin.test',
        'failed spf-failed: SPF failed at mx.b.test (spf=permerror): it could not be checked, as there is something wrong with the record of the envelope sender’s bad.test. DKIM passed for sign.test, not for tailspin.test. The DMARC record of tailspin.test cannot be used (dmarc=permerror).',
      ],
      [
        'spf=fail smtp.mailfrom=bad.test; dkim=pass header.d=tailspin.test',
        'passed: mx.b.test found: SPF failed for the envelope sender’s bad.test; DKIM passed for tailspin.test.',
      ],
      [
        'dkim=fail header.d=tailspin.test; spf=none; dmarc=temperror header.from=tailspin.test',
        'failed dkim-failed: DKIM failed at mx.b.test (dkim=fail): the signature does not verify. There is no SPF record. Whether there is a DMARC record, the DNS did not say (dmarc=temperror).',
      ],
      [
        'dkim=permerror header.d=tailspin.test; spf=pass smtp.helo=mx.a.test; dmarc=none header.from=tailspin.test',
        'failed dkim-failed: DKIM failed at mx.b.test (dkim=permerror): it could not be checked, as the signature or its key is wrong or missing. SPF passed for mx.a.test, not for tailspin.test. Tailspin.test has no DMARC policy (dmarc=none).',
      ],
      [
        'spf=pass smtp.mailfrom=tailspin.test; dkim=none; dmarc=none',
        'passed: mx.b.test found: SPF passed for tailspin.test; no DKIM signature counts.',
      ],
      [
        'spf=neutral smtp.mailfrom=tailspin.test; dkim=temperror; dmarc=permerror',
        'unproven: mx.b.test found: SPF is neutral for the envelope sender’s tailspin.test; DKIM could not be checked, as the DNS did not answer. The DMARC record of the domain cannot be used (dmarc=permerror).',
      ],
      [
        'spf=softfail smtp.mailfrom=tailspin.test; compauth=pass reason=109',
        'unproven: mx.b.test found: SPF failed softly for the envelope sender’s tailspin.test; Microsoft takes the origin as proven (compauth=pass reason=109: The From domain has no DMARC record, but the message would have passed one).',
      ],
      ['iprev=pass', undefined],
      ['spf=unknown; dkim=unknown', undefined],
      [
        'dmarc=permerror header.from=tailspin.test',
        'unproven: mx.b.test found: neither SPF nor DKIM was checked. The DMARC record of tailspin.test cannot be used (dmarc=permerror).',
      ],
      [
        'dkim=fail header.d=a.test; dkim=pass header.d=c.test; spf=none',
        'unproven: mx.b.test found: there is no SPF record; DKIM passed for c.test, not for tailspin.test.',
      ],
      [
        'dkim=weird header.d=a.test; spf=policy smtp.mailfrom=x.test',
        'unproven: mx.b.test found: SPF gave policy for the envelope sender’s x.test; DKIM gave weird.',
      ],
      [
        'dmarc=fail header.from=tailspin.test smtp.from=x.test; spf=hardfail smtp.mailfrom=x@q.test; dkim=pass header.d=a.test; dkim=pass header.d=b.test; dkim=pass header.d=c.test; dkim=pass header.d=d.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. SPF gave hardfail for the envelope sender’s q.test; DKIM passed for a.test, b.test, c.test and 1 more, not for tailspin.test.',
      ],
      [
        'dmarc=fail (policy=QUARANTINE dis=SPAM) header.from=Tailspin.test; spf=pass smtp.mail=x@TAILSPIN.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): though SPF passed for tailspin.test; its policy asks for quarantine. SPF passed for tailspin.test. It was put aside or into the junk folder because of DMARC.',
      ],
      [
        'dmarc=fail (p=odd dis=odd) header.from=tailspin.test; spf=temperror',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. SPF could not be checked, as the DNS did not answer.',
      ],
      [
        'dmarc=fail (p=none) dmarc.dmarc=reject header.from=mail.tailspin.test; dkim=fail header.d=tailspin.test; dkim=pass header.d=a.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for mail.tailspin.test; its policy asks for nothing (p=none). DKIM passed for a.test, not for mail.tailspin.test.',
      ],
      [
        'dkim=fail (p=reject) header.d=a.test; dmarc=fail header.from=tailspin.test',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. DKIM failed.',
      ],
      [
        'spf=fail smtp.mailfrom=a.test; spf=pass smtp.helo=mx.a.test; dkim=none',
        'unproven: mx.b.test found: SPF passed for mx.a.test, not for tailspin.test; no DKIM signature counts.',
      ],
      [
        'dmarc=pass header.from=tailspin.test; dkim=neutral; spf=pass smtp.mailfrom=tailspin.test',
        'passed: DMARC passed for tailspin.test at mx.b.test: SPF vouches for it. No DKIM signature verified (dkim=neutral).',
      ],
      [
        'dmarc=pass header.from=tailspin.test; dkim=none; spf=pass smtp.mailfrom=tailspin.test',
        'passed: DMARC passed for tailspin.test at mx.b.test: SPF vouches for it.',
      ],
      [
        'dmarc=bestguesspass header.from=tailspin.test; spf=pass smtp.mailfrom=tailspin.test',
        'passed: mx.b.test found: SPF passed for tailspin.test. Tailspin.test has no DMARC policy (dmarc=bestguesspass).',
      ],
      [
        'dmarc=fail header.from=tailspin.test; compauth=softpass reason=202; spf=none',
        'failed dmarc-failed: DMARC failed at mx.b.test (dmarc=fail): neither SPF nor DKIM vouches for tailspin.test. There is no SPF record.',
      ],
    ] as const)
      assert.equal(found(`mx.b.test; ${results}`), words, results);
  });

  it('are told without the server where none is named', () => {
    for (const [results, words] of [
      [
        'spf=pass smtp.mailfrom=tailspin.test; dkim=pass header.d=tailspin.test',
        'passed: SPF passed for tailspin.test; DKIM passed for tailspin.test.',
      ],
      [
        'spf=fail smtp.mailfrom=tailspin.test; dkim=fail header.d=tailspin.test',
        'failed spf-failed: SPF failed (spf=fail): the sending host is not allowed by the record of the envelope sender’s tailspin.test. DKIM failed.',
      ],
    ] as const)
      assert.equal(found(results), words, results);
  });
});
