import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/**
 * What programs that check a zone, its records, or load it, say of a line of it: named and its named-checkzone (BIND, lib/dns/zone.c,
 * lib/dns/master.c), pdnsutil.
 */
const HOST =
  /\b(?<zone>\S{1,255})\/IN\S{0,40}: (?:(?<name>\S{1,255})\/)?(?<type>MX|NS|SRV) '(?<host>[^'\s]{1,255})' (?:\(out of zone\) )?(?:(?<lone>has no address(?:es)? records)|is a CNAME \(illegal\)|is below a DNAME)/dg;
const LOADED =
  /\bzone (?<zone>\S{1,255})\/IN\S{0,40}: (?:not loaded due to errors|(?<why>has \d{1,5} SOA records|has no NS records))/dg;
const SYNTAX =
  /\b(?:dns_rdata_fromtext: |dns_master_load: )(?<file>[^\s:]{1,255}):(?<line>\d{1,7}): (?<said>[^\r\n]{3,200})/dg;
/** The same without a name of a function in front, as named-checkzone and named-checkconf word it. */
const PLAIN =
  /^[^\r\n]{0,80}?(?<file>[\w./-]{2,255}):(?<line>\d{1,7}): (?<said>(?:unknown RR type|CNAME and other data|multiple RRs of singleton type|unexpected end of input|unbalanced (?:quotes|parentheses))[^\r\n]{0,200})/gm;
/** Knot's kzonecheck. */
const KNOT = /\[(?<name>[^\]\s]{1,255}?)\.?\] another record exists beside CNAME/g;
const PDNS =
  /\[Error\] CNAME record found, but other records with same label exist, zone '(?<zone>[^']{1,255})' label '(?<name>[^']{1,255})'/dg;
const OLD_TYPE =
  /'(?<name>[^'\s]{1,255})' found SPF\/TXT record but no SPF\/SPF record found, add matching type SPF record/dg;

/** checkdmarc, of a record that it asked for with all that this includes. */
const REPORTS =
  /(?<host>[\w.-]{3,255}) does not indicate that it accepts DMARC reports about (?<domain>[\w.-]{3,255})/dg;
const LOOKUPS = /SPF record (?:requires|has) (?<count>\d{1,4})\/(?<most>\d{1,2}) maximum (?<empty>void )?DNS lookups/dg;

type Groups = Readonly<Record<string, string | undefined>>;

const FORMS: readonly (readonly [RegExp, (said: Groups) => Pick<Finding, 'code' | 'data'>])[] = [
  [
    HOST,
    ({ type = '', host = '', lone }) => ({
      code: lone === undefined ? 'zone-host-alias' : 'zone-host-no-address',
      data: { type, host },
    }),
  ],
  [LOADED, ({ zone = '', why = '' }) => ({ code: 'zone-not-loaded', data: { zone, why } })],
  [SYNTAX, ({ line = '', said = '' }) => ({ code: 'zone-line', data: { line, said } })],
  [PLAIN, ({ line = '', said = '' }) => ({ code: 'zone-line', data: { line, said } })],
  [KNOT, ({ name = '' }) => ({ code: 'cname-beside', data: { name, type: '' } })],
  [PDNS, ({ name = '' }) => ({ code: 'cname-beside', data: { name, type: '' } })],
  [REPORTS, ({ host = '', domain = '' }) => ({ code: 'checker-reports', data: { host, domain } })],
  [
    LOOKUPS,
    ({ count = '', most = '', empty }) => ({
      code: 'checker-lookups',
      data: { count, most, kind: empty === undefined ? '' : 'void ' },
    }),
  ],
  [OLD_TYPE, ({ name = '' }) => ({ code: 'zone-spf-type', data: { name } })],
];
const MAY_HOLD =
  /\/IN\b|accepts DMARC reports about|maximum (?:void )?DNS lookups|dns_rdata_fromtext|dns_master_load|\[Error\] CNAME|beside CNAME|\d: (?:unknown RR type|CNAME and other|multiple RRs|unexpected end|unbalanced)/;

/** Mistakes in a zone that a name server or a program that checks zones tells of. */
export function* zoneChecks({ text, blocks }: Ticket): Iterable<Finding> {
  for (const { kind, start, end } of blocks) {
    if (kind !== 'prose' && kind !== 'log' && kind !== 'lookup') continue;
    const said = text.slice(start, end);
    if (!MAY_HOLD.test(said)) continue;
    for (const [form, find] of FORMS) {
      for (const { index, 0: all, groups } of said.matchAll(form)) {
        const span = { start: start + index, end: start + index + all.length };
        yield { ...find(groups ?? {}), span } as Finding;
      }
    }
  }
}
