import type { CheckCode } from '../../src/checks/finding.ts';
import type { Mistake } from './mistakes.ts';

/** The public key of RFC 8463 A.2. */
const KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
/** A key of RSA with 512 bits. */
const SHORT =
  'v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAO3PDEyJJ6oXlPHR90MxgwNBdm18tNpB9TXUfRCxXb1l4SqniZxqhds0fZ7iuSrNj5R5260yM21q5fvdLeVUcE0CAwEAAQ==';
const MX = '@ MX 10 HOST\n@ TXT "v=spf1 mx -all"\ns1._domainkey TXT "v=DKIM1; k=rsa; p="';

const dmarc = (code: CheckCode, record: string, more = ''): Mistake => ({
  code,
  records: `${MX}\n_dmarc TXT "${record}"\n${more}`,
});
const key = (code: CheckCode, records: string): Mistake => ({ code, records: `@ MX 10 HOST\n${records}` });
const sts = (code: CheckCode, records: string): Mistake => ({ code, records: `${MX}\n${records}` });
const bimi = (code: CheckCode, record: string, policy = 'p=reject'): Mistake => ({
  code,
  records: `${MX}\n_dmarc TXT "v=DMARC1; ${policy}"\ndefault._bimi TXT "v=BIMI1; ${record}"`,
});

/** Mistakes in what a domain says of its mail. */
export const policyMistakes: readonly Mistake[] = [
  { code: 'dmarc-none', records: MX },
  dmarc('dmarc-several', 'v=DMARC1; p=none', '_dmarc TXT "v=DMARC1; p=reject"'),
  dmarc('dmarc-unrecognised', 'v=DMARC; p=reject'),
  dmarc('record-version', 'v=dmarc1; p=reject'),
  dmarc('dmarc-not-applied', 'v=DMARC1; p=all'),
  dmarc('dmarc-taken-as-none', 'v=DMARC1; p=all; rua=mailto:d@clean.test'),
  dmarc('dmarc-monitoring', 'v=DMARC1; p=none'),
  dmarc('dmarc-no-effect', 'v=DMARC1; p=none'),
  dmarc('dmarc-test', 'v=DMARC1; p=reject; t=y'),
  dmarc('dmarc-partly', 'v=DMARC1; p=reject; pct=10'),
  dmarc('dmarc-subdomains-weaker', 'v=DMARC1; p=reject; sp=none'),
  dmarc('dmarc-address', 'v=DMARC1; p=reject; rua=d@clean.test'),
  dmarc('dmarc-report-unauthorised', 'v=DMARC1; p=reject; rua=mailto:d@clean.test'),
  dmarc('report-address-dead', 'v=DMARC1; p=reject; rua=mailto:d@nowhere.clean.test'),
  dmarc('dmarc-organisation-differs', 'v=DMARC1; p=reject'),
  { code: 'dmarc-alias-gone', records: `${MX}\n_dmarc CNAME nowhere.bad.test.` },
  { code: 'record-wrong-name', records: `${MX}\n@ TXT "v=DMARC1; p=reject"` },
  { code: 'dmarc-cannot-pass', records: '@ MX 10 HOST\n_dmarc TXT "v=DMARC1; p=reject"' },

  { code: 'dkim-none', records: '@ MX 10 HOST' },
  key('dkim-none-known', `qx7._domainkey TXT "${KEY}"`),
  { ...key('dkim-key-missing', `s1._domainkey TXT "${KEY}"`), options: { selectors: ['s2'] } },
  { ...key('dkim-not-a-key', 's1._domainkey TXT "hello"'), options: { selectors: ['s1'] } },
  key('dkim-alias-gone', 's1._domainkey CNAME nowhere.bad.test.'),
  key('dkim-several', `s1._domainkey TXT "${KEY}"\ns1._domainkey TXT "v=DKIM1; p="`),
  key('dkim-wildcard', '*._domainkey TXT "v=DKIM1; p="'),
  key('dkim-service-unsigned', '@ TXT "v=spf1 include:servers.mcsv.net -all"'),
  key('dkim-key-revoked', 's1._domainkey TXT "v=DKIM1; p="'),
  key('dkim-key-testing', `s1._domainkey TXT "${KEY}; t=y"`),
  key('dkim-key-base64', 's1._domainkey TXT "v=DKIM1; p=MIIB*"'),
  key('dkim-key-unreadable', 's1._domainkey TXT "v=DKIM1; p=MIIBIjAN"'),
  key('dkim-key-too-short', `s1._domainkey TXT "${SHORT}"`),

  sts('mta-sts-several', '_mta-sts TXT "v=STSv1; id=1"\n_mta-sts TXT "v=STSv1; id=2"'),
  sts('mta-sts-host-missing', '_mta-sts TXT "v=STSv1; id=1"'),
  sts('record-tag-missing', '_mta-sts TXT "v=STSv1;"'),
  sts('mta-sts-none', ''),
  sts('tls-rpt-several', '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a@clean.test"\n_smtp._tls TXT "v=TLSRPTv1;"'),
  sts('tls-rpt-none', ''),
  sts('tls-rpt-address', '_smtp._tls TXT "v=TLSRPTv1; rua=a@clean.test"'),

  bimi('bimi-dmarc-weak', 'l=https://clean.test/a.svg', 'p=none'),
  bimi('bimi-not-svg', 'l=https://clean.test/a.png'),
  bimi('bimi-no-evidence', 'l=https://clean.test/a.svg'),
  bimi('bimi-address', 'l=http://clean.test/a.svg'),
  bimi('bimi-declined', 'l=; a='),
];
