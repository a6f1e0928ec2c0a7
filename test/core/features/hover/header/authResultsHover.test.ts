import { says } from './headerFacts.ts';

describe('a hover on a result', () => {
  it('says why a check failed, by the words of the checker', () => {
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dk|im=fail (body hash did not verify) header.d=b.test',
      'dkim=fail (body hash did not verify) header.d=b.test',
      '**dkim=fail**: The signature does not verify: the message was changed after signing, or the key does not fit.',
      'The body was changed after signing: a footer, a scanner or another encoding.',
      '- header.d=b.test: The domain that signed.',
      'Source: [RFC 8601 2.7.1](https://www.rfc-editor.org/rfc/rfc8601#section-2.7.1)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dkim=fail (body| hash did not verify) header.d=b.test',
      '(body hash did not verify)',
      '**A remark**: The body was changed after signing: a footer, a scanner or another encoding.',
      '`body hash did not verify`',
      'Source: [RFC 6376 3.7](https://www.rfc-editor.org/rfc/rfc6376#section-3.7)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dkim=pass (sig|nature was verified) header.d=b.test',
      '(signature was verified)',
      '**A remark**: what the checker adds to dkim=pass.',
      '`signature was verified`',
      'Source: [RFC 8601 2.2](https://www.rfc-editor.org/rfc/rfc8601#section-2.2)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dk|im=pass (body hash did not verify) header.d=b.test',
      'dkim=pass (body hash did not verify) header.d=b.test',
      '**dkim=pass**: The signature is good and acceptable to the receiver.',
      '- header.d=b.test: The domain that signed.',
      'Source: [RFC 8601 2.7.1](https://www.rfc-editor.org/rfc/rfc8601#section-2.7.1)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dkim=fail reason="signature exp|ired" header.d=b.test',
      'reason="signature expired"',
      '**reason=signature expired**: Why the check ended so, in free words.',
      'Source: [RFC 8601 2.2](https://www.rfc-editor.org/rfc/rfc8601#section-2.2)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; d|kim=fail reason="signature expired" header.d=b.test',
      'dkim=fail reason="signature expired" header.d=b.test',
      '**dkim=fail**: The signature does not verify: the message was changed after signing, or the key does not fit.',
      'The signature is past the time in x=.',
      '- reason=signature expired: Why the check ended so, in free words.\n- header.d=b.test: The domain that signed.',
      'Source: [RFC 8601 2.7.1](https://www.rfc-editor.org/rfc/rfc8601#section-2.7.1)',
    );
  });
  it('tells a property by itself and by its kind', () => {
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; spf=pass smtp.mail|from=b.test',
      'smtp.mailfrom=b.test',
      '**smtp.mailfrom=b.test**: The envelope sender, or its domain, that SPF checked.',
      'Taken from the SMTP session.',
      'Source: [RFC 8601 2.7.2](https://www.rfc-editor.org/rfc/rfc8601#section-2.7.2)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dmarc=fail action=qua|rantine header.from=b.test',
      'action=quarantine',
      '**action=quarantine**: The policy of the domain was followed: quarantine.',
      'What Microsoft did because of the DMARC policy.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'From: a@a.test\nAuthentication-Results: mx.a.test; dmarc=fail policy.dmarc=re|ject header.from=b.test',
      'policy.dmarc=reject',
      '**policy.dmarc=reject**: The message is refused.',
      'The policy that was applied.',
      'A rule of the checking server.',
      'Source: [RFC 7489 6.3](https://www.rfc-editor.org/rfc/rfc7489#section-6.3)',
    );
    says(
      'From: a@a.test\nAuthentication-Results: spf=fail smtp.mailfrom=b.test; compauth=fail rea|son=001',
      'reason=001',
      '**reason=001**: It failed the implied check: the domain has no SPF, DKIM or DMARC records, or weak ones.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'From: a@a.test\nAuthentication-Results: spf=fail smtp.mailfrom=b.test; comp|auth=fail reason=001',
      'compauth=fail reason=001',
      '**compauth=fail**: Microsoft does not take the origin as proven; other signs may still let the message in.',
      '- reason=001: It failed the implied check: the domain has no SPF, DKIM or DMARC records, or weak ones.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
  });
  it('tells who checked, and all results', () => {
    says(
      'From: a@a.test\nAuthentication-Results: mx.a|.test; spf=pass smtp.mailfrom=b.test',
      'mx.a.test',
      '**mx.a.test**: the server that checked.',
      'It does not say whether it was written by your own server; believe it only then.',
      'Source: [RFC 8601 2.5](https://www.rfc-editor.org/rfc/rfc8601#section-2.5)',
    );
    says(
      'From: a@a.test\nAuthentication|-Results: mx.a.test 1; spf=pass smtp.mailfrom=b.test; dkim=none; zork=odd',
      'Authentication-Results: mx.a.test 1; spf=pass smtp.mailfrom=b.test; dkim=none; zork=odd',
      '**Authentication-Results**: What the named server found for SPF, DKIM, DMARC and others. Trust only the name of your own server.',
      '- spf=pass: The SPF record allows the sending host.\n- dkim=none: The message is not signed.\n- zork=odd',
      'Checked by mx.a.test. It does not say whether it was written by your own server; believe it only then.',
      'Source: [RFC 8601](https://www.rfc-editor.org/rfc/rfc8601)',
    );
    says(
      'From: a@a.test\nARC-Authentication|-Results: i=1; mx.a.test; spf=pass smtp.mailfrom=b.test',
      'ARC-Authentication-Results: i=1; mx.a.test; spf=pass smtp.mailfrom=b.test',
      '**ARC-Authentication-Results**: The authentication results that this hop found, kept for later hops.',
      '- spf=pass: The SPF record allows the sending host.',
      'Checked by mx.a.test. A copy kept by an ARC set: as good as the seals and the server that made it.',
      'Source: [RFC 8617 4.1](https://www.rfc-editor.org/rfc/rfc8617#section-4.1)',
    );
  });
});
