import type { CheckOptions } from '../../src/checks/context.ts';
import type { CheckCode } from '../../src/checks/finding.ts';

/** A name below `bad.test` with one mistake in its records; `@` is the name, `HOST` a host that is well. */
export interface Mistake {
  readonly code: CheckCode;
  readonly records: string;
  readonly options?: CheckOptions;
}

const MX = '@ MX 10 HOST';
const SPF = '@ TXT "v=spf1 mx -all"';
const A = 'A'.repeat(64);

const mx = (code: CheckCode, records: string, options?: CheckOptions): Mistake => ({
  code,
  records: `${records}\n${/^@ CNAME/.test(records) ? '' : SPF}`,
  ...(options !== undefined && { options }),
});
const spf = (code: CheckCode, record: string, more = ''): Mistake => ({
  code,
  records: `${MX}\n@ TXT "v=spf1 ${record}"\n${more}`,
});
const caa = (code: CheckCode, ...values: readonly string[]): Mistake => ({
  code,
  records: [MX, SPF, ...values.map((value) => `@ CAA ${value}`)].join('\n'),
});
const tlsa = (code: CheckCode, record: string): Mistake => ({
  code,
  records: `@ MX 10 mx\n${SPF}\nmx A 203.0.113.7\n_25._tcp.mx TLSA ${record}`,
});
const host = (code: CheckCode, records: string): Mistake => mx(code, `@ MX 10 mx\n${records}`);
const each = (count: number, line: (i: number) => string): string => [...Array(count).keys()].map(line).join('\n');

export const mistakes: readonly Mistake[] = [
  mx('mx-implicit', '@ A 203.0.113.9'),
  mx('mx-no-host', '@ SRV 0 0 1 .'),
  mx('null-mx-among-others', `${MX}\n@ MX 0 .`),
  mx('mx-duplicate', `${MX}\n@ MX 20 HOST`),
  mx('mx-is-address', '@ MX 10 192.0.2.1.'),
  host('mx-is-alias', 'mx CNAME HOST'),
  host('mx-no-such-name', ''),
  host('mx-no-address', 'mx TXT "x"'),
  host('address-loopback', 'mx A 127.0.0.1'),
  host('address-private', 'mx A 10.0.0.1'),
  host('address-link-local', 'mx A 169.254.0.1'),
  host('address-unspecified', 'mx A 0.0.0.0'),
  host('dns-alias-loop', 'mx CNAME mx2\nmx2 CNAME mx'),
  mx('domain-is-alias', '@ CNAME clean.test.'),
  host('mx-same-address', 'mx A 203.0.113.8\n@ MX 20 mx2\nmx2 A 203.0.113.8'),
  mx('mx-not-expected', `${MX}\n@ MX 20 mx2\nmx2 A 203.0.113.8`, { expectedExchangers: ['mx.clean.test'] }),
  mx('mx-expected-missing', MX, { expectedExchangers: ['*.filter.test'] }),

  { code: 'spf-none', records: MX },
  { code: 'spf-several', records: `${MX}\n${SPF}\n@ TXT "v=spf1 a -all"` },
  spf('spf-lookups', `${[...'abcdefghijk'].map((one) => `a:${one}.clean.test`).join(' ')} -all`),
  spf('spf-voids', 'a:n1.clean.test a:n2.clean.test a:n3.clean.test -all'),
  spf('spf-include-none', 'include:mx.clean.test -all'),
  spf('spf-include-several', 'include:two -all'.replace('two', 'two.clean.test'), ''),
  spf('spf-loop', 'include:loop.clean.test -all'),
  spf('spf-mx-names', 'mx:many.clean.test -all'),
  spf('spf-long', `${'ip4:192.0.2.100 '.repeat(30)}-all`.match(/.{1,200}/g)?.join('" "') ?? ''),
  spf('spf-lookups', 'include:l0.clean.test -all'),
  spf('record-not-ascii', 'mx \\226\\128\\147all'),
  spf('spf-unknown-mechanism', 'ipv4:192.0.2.1 -all'),
  spf('spf-blank-missing', 'ip4:192.0.2.1ip4:192.0.2.2 -all'),
  spf('spf-value-missing', 'include: -all'),
  spf('spf-value-unexpected', '-all:x'),
  spf('spf-address', 'ip4:192.0.2.256 -all'),
  spf('spf-prefix-length', 'ip4:192.0.2.0/33 -all'),
  spf('spf-domain', 'include:https://clean.test -all'),
  spf('spf-macro', 'exists:%{x}.clean.test -all'),
  spf('spf-ptr', 'ptr -all'),
  spf('spf-pass-all', 'mx +all'),
  spf('spf-neutral-all', 'mx ?all'),
  spf('spf-after-all', '-all mx'),
  spf('spf-redirect-ignored', 'redirect=clean.test -all'),
  spf('spf-no-end', 'mx'),
  spf('spf-modifier-repeated', 'redirect=clean.test redirect=clean.test'),

  caa('caa-value', '0 issue "https://ca.test/"'),
  caa('caa-value', '0 issue "Our CA"'),
  caa('caa-parameter', '0 issue "ca.test; accounturi"'),
  caa('caa-tag-unknown', '0 issue "ca.test"', '0 issuer "ca.test"'),
  caa('caa-tag-critical', '0 issue "ca.test"', '128 nosuch "x"'),
  caa('caa-flags', '1 issue "ca.test"'),
  caa('caa-iodef', '0 issue "ca.test"', '0 iodef "security@clean.test"'),
  caa('caa-forbidden', '0 issue ";"'),
  caa('caa-unrestricted', '0 issuewild "ca.test"'),

  tlsa('dane-insecure', `3 1 1 ${A}`),
  tlsa('dane-unusable', `1 1 1 ${A}`),
  tlsa('dane-unusable', `3 2 1 ${A}`),
  tlsa('dane-unusable', `3 1 3 ${A}`),
  tlsa('dane-none-usable', `3 1 1 ${A}AB`),
  {
    code: 'dane-missing',
    records: `@ MX 10 mx\n${MX.replace('10', '20')}\n${SPF}\nmx A 203.0.113.7\n_25._tcp.mx TLSA 3 1 1 ${A}`,
  },
];

/** What the records of the mistakes lead to. */
export const CLEAN = `@ MX 10 mx
@ MX 20 mx2
@ TXT "v=spf1 mx include:spf.clean.test -all"
@ CAA 0 issue "ca.test"
@ CAA 0 iodef "mailto:security@clean.test"
mx A 203.0.113.5
mx AAAA 2001:db8::5
mx2 A 198.51.100.5
spf TXT "v=spf1 ip4:203.0.113.0/24 -all"
s1._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:reports@clean.test"
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:reports@clean.test"
default._bimi TXT "v=BIMI1; l=https://clean.test/a.svg; a=https://clean.test/a.pem"
${each(11, (i) => `${'abcdefghijk'[i]} A 203.0.113.${100 + i}`)}
${each(11, (i) => `many MX ${i} ${'abcdefghijk'[i]}`)}
${each(64, (i) => `l${i} TXT "v=spf1 include:l${i + 1}.clean.test -all"`)}
l64 TXT "v=spf1 -all"
alias CNAME ns2
two TXT "v=spf1 -all"
two TXT "v=spf1 a -all"
loop TXT "v=spf1 include:loop.clean.test -all"
big TXT "${'x'.repeat(250)}" "${'y'.repeat(250)}"
${each(12, (i) => `big TXT "${i} ${'z'.repeat(240)}"`)}
`;

/** A zone of its own with a mistake about its name servers; what each place has instead of the usual text. */
export interface ZoneMistake {
  readonly code: CheckCode;
  /** In the zone, on both servers. */
  readonly zone?: readonly [from: string, to: string];
  /** On the second server alone; none: it does not have the zone. */
  readonly second?: readonly [from: string, to: string] | 'none';
  readonly parent?: readonly [from: string, to: string];
}

export const USUAL_ZONE = `@ SOA ns1 hostmaster 7 7200 900 1209600 300
@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
@ MX 10 mx.clean.test.
@ TXT "v=spf1 mx -all"
`;
export const USUAL_PARENT = `@ NS ns1
@ NS ns2
ns1 A 192.0.2.1
ns2 A 198.51.100.2
`;
const ONE: readonly [string, string] = ['@ NS ns2\n', ''];
const SOA = 'hostmaster 7 7200 900 1209600 300';
/** The second server under another name, in the zone and at the parent. */
const second = (code: CheckCode, name: string): ZoneMistake => ({
  code,
  zone: ['@ NS ns2\n', `@ NS ${name}\n`],
  parent: ['@ NS ns2\n', `@ NS ${name}\n`],
});

export const zoneMistakes: readonly ZoneMistake[] = [
  { code: 'ns-single', zone: ONE, parent: ONE },
  { code: 'ns-one-network', zone: ['198.51.100.2', '192.0.2.2'], parent: ['198.51.100.2', '192.0.2.2'] },
  { code: 'ns-missing-at-parent', parent: ONE },
  { code: 'ns-missing-in-zone', zone: ONE },
  { code: 'ns-no-glue', parent: ['ns2 A 198.51.100.2\n', ''] },
  { code: 'ns-glue-differs', parent: ['198.51.100.2', '192.0.2.2'] },
  second('ns-no-such-name', 'nowhere.clean.test.'),
  second('ns-no-address', 'many.clean.test.'),
  second('ns-is-alias', 'alias.clean.test.'),
  second('ns-is-address', '198.51.100.2.'),
  { code: 'ns-not-public', zone: ['198.51.100.2', '10.0.0.2'], parent: ['198.51.100.2', '10.0.0.2'] },
  { code: 'ns-lame', second: 'none' },
  { code: 'ns-silent', zone: ['198.51.100.2', '198.51.100.9'], parent: ['198.51.100.2', '198.51.100.9'] },
  { code: 'ns-serials-differ', second: [SOA, SOA.replace('7', '6')] },
  { code: 'ns-records-differ', second: ['MX 10 mx.', 'MX 10 mx2.'] },
  { code: 'ns-records-differ', second: ['mx -all', '-all'] },
  { code: 'soa-expire', zone: ['1209600', '3600'] },
  { code: 'soa-refresh', zone: [' 900 ', ' 7200 '] },
  { code: 'soa-negative-ttl', zone: ['1209600 300', '1209600 604800'] },
  { code: 'soa-mailbox', zone: ['hostmaster 7', 'hostmaster\\@clean 7'] },
];
