/** What a result type of RFC 8460 4.3 means, and what to do. */
export const tlsFailureMeaning = (result: string): string | undefined => FAILURES.get(result.toLowerCase());

const FAILURES: ReadonlyMap<string, string> = new Map([
  ['starttls-not-supported', 'The receiving host did not offer STARTTLS: switch it on there.'],
  [
    'certificate-host-mismatch',
    'The certificate is for other names than the host that was asked: renew it with this name.',
  ],
  ['certificate-expired', 'The certificate of the receiving host has expired: renew it.'],
  [
    'certificate-not-trusted',
    'The certificate chain does not end at a trusted root: install the intermediate certificates, or one of a public authority.',
  ],
  ['validation-failure', 'TLS failed for another reason: look in the log of the receiving host at that time.'],
  [
    'tlsa-invalid',
    'The TLSA records do not fit the certificate or cannot be read: publish those of the certificate in use.',
  ],
  ['dnssec-invalid', 'DNSSEC of the domain does not validate: mend the signatures or the DS record.'],
  ['dane-required', 'The sender insists on DANE and found no usable TLSA record.'],
  ['sts-policy-fetch-error', 'The MTA-STS policy could not be fetched from mta-sts. of the domain over HTTPS.'],
  ['sts-policy-invalid', 'The MTA-STS policy was fetched and cannot be read.'],
  [
    'sts-webpki-invalid',
    'The web server of the MTA-STS policy has a certificate that is not valid for mta-sts. of the domain.',
  ],
]);
