import { says, tells } from './headerFacts.ts';

describe('a hover on a signature', () => {
  it('puts the value of a tag into words', () => {
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; t|=1795168800; b=AA',
      't=1795168800',
      '**t=**: When it was signed.',
      '**2026-11-20 10:00:00 UTC**',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; x|=1795168800; b=AA',
      'x=1795168800',
      '**x=**: When the signature expires.',
      '**2026-11-20 10:00:00 UTC**',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; c|=simple; b=AA',
      'c=simple',
      '**c=**: How header and body are made even before signing; one word stands for the header, with the body simple.',
      '- Header, simple: Nothing may change, not even a blank.\n- Body, simple: Nothing may change, not even a blank.',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; c=relaxed/rel|axed; b=AA',
      'c=relaxed/relaxed',
      '**c=**: How header and body are made even before signing; one word stands for the header, with the body simple.',
      '- Header, relaxed: Blanks and line breaks may change, and the capitals of field names.\n- Body, relaxed: Blanks and line breaks may change, and the capitals of field names.',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from : to :to:; h|h=1; b=AA',
      'hh=1',
      '**hh=**: A tag that is not known; checkers ignore it.',
      '1',
      'Source: [RFC 6376 3.2](https://www.rfc-editor.org/rfc/rfc6376#section-3.2)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=fr|om : To :to:TO; b=AA',
      'h=from : To :to:TO',
      '**h=**: The fields that are signed, from the lowest of each name up. A name listed once too often bars adding one.',
      '- Signed: from, To, to, TO\n- Named more than once: to',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; b=QUJDR|EU=',
      'b=QUJDREU=',
      '**b=**: The signature itself.',
      '5 octets, in base64.',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-sha256; d=a.test; s=s; h=from; z=|; b=AA',
      'z=',
      '**z=**: The signed fields as they were, to find out what changed.',
      'It is empty.',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    says(
      'DKIM-Signature: v=1; a=ed25519|-sha256; d=a.test; s=s; h=from; b=AA',
      'a=ed25519-sha256',
      '**a=**: The algorithm of the signature.',
      'ed25519-sha256',
      'Ed25519, which not every server can check; a second signature with RSA should stand beside it.',
      'Source: [RFC 8463 3](https://www.rfc-editor.org/rfc/rfc8463#section-3)',
    );
    says(
      'DKIM-Signature: v=1; a=rsa-s|ha1; d=a.test; s=s; h=from; b=AA',
      'a=rsa-sha1',
      '**a=**: The algorithm of the signature.',
      'rsa-sha1',
      '- rsa-sha1 must not be used any more; checkers may treat the message as not signed (RFC 8301 3.1).',
      'Source: [RFC 8301 3.1](https://www.rfc-editor.org/rfc/rfc8301#section-3.1)',
    );
    says(
      'DKIM-Signature: v=1; a=moo-s|ha1; d=a.test; s=s; h=from; b=AA',
      'a=moo-sha1',
      '**a=**: The algorithm of the signature.',
      'moo-sha1',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
  });
  it('sums it up', () => {
    tells(
      'DKIM-Sig|nature: v=1; a=rsa-sha256; d=a.test; s=s1;\n h=from:to:\n subject; t=1795168800; x=1795255200; b=AA',
      '**DKIM-Signature**: The signature of a domain (d=) with a key (s=) over body (bh=) and the listed fields (h=).',
      '- Domain: a.test\n- Key: s1._domainkey.a.test\n- Algorithm: rsa-sha256\n- Signed at: 2026-11-20 10:00:00 UTC\n- Expires at: 2026-11-21 10:00:00 UTC\n- Signed fields: from, to, subject',
      '- The tag bh= is missing, so nobody can check the signature (RFC 6376 3.5).',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
    tells(
      'DKIM-Sig|nature: v=1; a=rsa-sha256; d=a.test; h=from; t=soon; b=AA',
      '**DKIM-Signature**: The signature of a domain (d=) with a key (s=) over body (bh=) and the listed fields (h=).',
      '- Domain: a.test\n- Algorithm: rsa-sha256\n- Signed fields: from',
      '- The tag bh= is missing, so nobody can check the signature (RFC 6376 3.5).\n- The tag s= is missing, so nobody can check the signature (RFC 6376 3.5).',
      'Source: [RFC 6376 3.5](https://www.rfc-editor.org/rfc/rfc6376#section-3.5)',
    );
  });
  it('of ARC says what stands in its set, and what is wrong with the chain', () => {
    says(
      'ARC-Seal: i=1; a=rsa-sha256; t=1795168800; c|v=none; d=a.test; s=s; b=AA\nARC-Message-Signature: i=1; a=rsa-sha256; d=a.test; s=s; h=from; b=AA\nARC-Authentication-Results: i=1; a.test; spf=pass',
      'cv=none',
      '**cv=**: What the sealing server found of the chain that came in.',
      'none',
      'This is the first seal: no chain came in.',
      'Source: [RFC 8617 4.4](https://www.rfc-editor.org/rfc/rfc8617#section-4.4)',
    );
    tells(
      'ARC-Se|al: i=1; a=rsa-sha256; t=1795168800; cv=none; d=a.test; s=s; b=AA\nARC-Message-Signature: i=1; a=rsa-sha256; d=a.test; s=s; h=from; b=AA\nARC-Authentication-Results: i=1; a.test; spf=pass',
      '**ARC-Seal**: The seal of one hop over the ARC chain so far; cv= tells whether it was whole when it came in.',
      '- Set: 1\n- Chain before it: none\n- Domain: a.test\n- Key: s._domainkey.a.test\n- Algorithm: rsa-sha256\n- Signed at: 2026-11-20 10:00:00 UTC',
      'Source: [RFC 8617 4.1](https://www.rfc-editor.org/rfc/rfc8617#section-4.1)',
    );
    tells(
      'ARC-Se|al: i=12; a=rsa-sha256; cv=fail; d=a.test; s=s; b=AA',
      '**ARC-Seal**: The seal of one hop over the ARC chain so far; cv= tells whether it was whole when it came in.',
      '- Set: 12\n- Chain before it: fail\n- Domain: a.test\n- Key: s._domainkey.a.test\n- Algorithm: rsa-sha256',
      '- Set 1 of 12 is missing, so the chain is broken.\n- Set 2 of 12 is missing, so the chain is broken.\n- Set 3 of 12 is missing, so the chain is broken.\n- Set 4 of 12 is missing, so the chain is broken.\n- Set 5 of 12 is missing, so the chain is broken.\n- Set 6 of 12 is missing, so the chain is broken.\n- Set 7 of 12 is missing, so the chain is broken.\n- Set 8 of 12 is missing, so the chain is broken.\n- Set 9 of 12 is missing, so the chain is broken.\n- Set 10 of 12 is missing, so the chain is broken.\n- Set 11 of 12 is missing, so the chain is broken.\n- Set 12 has no ARC-Message-Signature, so the chain is broken.\n- Set 12 has no ARC-Authentication-Results, so the chain is broken.\n- The seal of set 12 says that the chain was broken when it came in.',
      'Source: [RFC 8617 4.1](https://www.rfc-editor.org/rfc/rfc8617#section-4.1)',
    );
    says(
      'ARC-Message-Signature: i|=1; a=rsa-sha256; d=a.test; s=s; h=from; b=AA',
      'i=1',
      '**i=**: The number of this set; each server that seals adds one more.',
      '1',
      '- Set 1 has no ARC-Seal, so the chain is broken.\n- Set 1 has no ARC-Authentication-Results, so the chain is broken.',
      'Source: [RFC 8617 4.1](https://www.rfc-editor.org/rfc/rfc8617#section-4.1)',
    );
    says(
      'ARC-Message-Signature: i=1; a|=rsa-sha256; d=a.test; s=s; h=from; b=AA',
      'a=rsa-sha256',
      '**a=**: The algorithm of the signature.',
      'rsa-sha256',
      'RSA with SHA-256, which every server can check.',
      'Source: [RFC 6376 3.3](https://www.rfc-editor.org/rfc/rfc6376#section-3.3); [RFC 8301 3.1](https://www.rfc-editor.org/rfc/rfc8301#section-3.1)',
    );
  });
});
