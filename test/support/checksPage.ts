import { AREAS, type Section, USUAL_AREAS } from '../../src/checks/areas.ts';
import { RECORD_TYPES } from '../../src/checks/target.ts';
import { citedSource, listOfSources, type Sources } from '../../src/core/knowledge/sources.ts';
import { plainText } from '../../src/core/text/plain.ts';
import { bimiRows } from '../../src/report/check/bimiRows.ts';
import { blockListRows } from '../../src/report/check/blockListRows.ts';
import { caaRows } from '../../src/report/check/caaRows.ts';
import { sectionTitle } from '../../src/report/check/checkReport.ts';
import type { CheckRow } from '../../src/report/check/checkRow.ts';
import { checkRows } from '../../src/report/check/checkRows.ts';
import { daneRows } from '../../src/report/check/daneRows.ts';
import { dkimRows } from '../../src/report/check/dkimRows.ts';
import { dmarcRows } from '../../src/report/check/dmarcRows.ts';
import { dnssecRows } from '../../src/report/check/dnssecRows.ts';
import { lookUpRows, ticketRows } from '../../src/report/check/lookUpRows.ts';
import { mtaStsRows } from '../../src/report/check/mtaStsRows.ts';
import { mxRows } from '../../src/report/check/mxRows.ts';
import { nameServerRows } from '../../src/report/check/nameServerRows.ts';
import { readyRows } from '../../src/report/check/readyRows.ts';
import { reverseRows } from '../../src/report/check/reverseRows.ts';
import { spfRows } from '../../src/report/check/spfRows.ts';
import { tlsRptRows } from '../../src/report/check/tlsRptRows.ts';
import { traceRows } from '../../src/report/check/traceRows.ts';

type Rows = Readonly<Record<string, CheckRow<never>>>;

const areas: Readonly<Record<Section, Rows>> = {
  record: lookUpRows,
  mx: mxRows,
  spf: spfRows,
  dkim: dkimRows,
  dmarc: dmarcRows,
  'mta-sts': mtaStsRows,
  dane: daneRows,
  'tls-rpt': tlsRptRows,
  reverse: reverseRows,
  'block-lists': blockListRows,
  'name-servers': nameServerRows,
  dnssec: dnssecRows,
  caa: caaRows,
  bimi: bimiRows,
  ready: readyRows,
  trace: traceRows,
  ticket: ticketRows,
};

/** `docs/check.md`: how a check is asked for, and every code that it may tell, by area. */
export function checksPage(): string {
  const named = new Set(Object.values(areas).flatMap((rows) => Object.keys(rows)));
  const others = Object.entries(checkRows).filter(([code]) => !named.has(code));
  return [
    '# Checks',
    '',
    'What *Mail Triage: Check…* and `mail-triage check NAME` ask and may find. The page is made from the tables that they use, with `npm run generate`.',
    '',
    `A name is a domain, a mail address, a host, \`host:port\` (which is talked to as by the SMTP probe), an IP address, \`dkim:SELECTOR@DOMAIN\`, the name of an area in front of a name (\`spf:contoso.test\`, \`bl:192.0.2.1\`), or a type of record in front of it (\`txt:contoso.test\`, \`ptr:192.0.2.1\`; ${RECORD_TYPES.map((type) => type.toLowerCase()).join(', ')}). A domain is checked for ${USUAL_AREAS.join(', ')}; an IP address for reverse and block-lists; ${AREAS.filter((area) => !USUAL_AREAS.includes(area)).join(', ')} where it is asked for by its name.`,
    '',
    'Each finding has a level: `fail` (mail is lost or refused, or the record does not count), `warning` (it works, not as it should), `note`, `pass`, or `unknown`: what would tell could not be asked, which says nothing about the records. The exit status of the shell is 1 where something is `fail` or `warning`, else 2 where something is `unknown`, else 0.',
    '',
    '`--json` writes one object: `{ "name", "findings": [{ "code", "level", "about", "text", "evidence", "source", "next" }], "answers": […] }`, the heaviest finding first. The codes are stable.',
    ...Object.entries(areas).flatMap(([area, rows]) => [
      '',
      `## ${sectionTitle(area as Section)}`,
      '',
      `\`${area}\``,
      '',
      ...table(Object.entries(rows)),
    ]),
    '',
    '## Whatever is asked',
    '',
    'What DNS did not answer, and mistakes in the text of a record, which [Diagnostics](diagnostics.md) describes with examples.',
    '',
    ...table(others as readonly (readonly [string, CheckRow<never>])[]),
    '',
  ].join('\n');
}

const table = (rows: readonly (readonly [string, CheckRow<never>])[]): readonly string[] => [
  '| code | what it says | source |',
  '| --- | --- | --- |',
  ...rows.map(
    ([code, row]) => `| \`${code}\` | ${saidBy(row)} | ${row.source === undefined ? '' : linked(row.source)} |`,
  ),
];

const linked = (some: Sources): string =>
  listOfSources(some)
    .map((one) => {
      const { words, address } = citedSource(one);
      return address === undefined ? words : `[${words}](${address})`;
    })
    .join('; ');

/** The sentence with a gap for each piece of data; empty where it cannot be formed without them. */
function saidBy({ says }: CheckRow<never>): string {
  try {
    const words = plainText(says(gap() as never, 'contoso.test'), 500)
      // What a table has no word for is a gap, too.
      .replace(/\bundefined\b/g, '…')
      .replace(/\s{2,}/g, ' ')
      .trim();
    return /NaN|\[object|function/.test(words) ? '' : words.replace(/[\\`*_<>[\]|~]/g, '\\$&');
  } catch {
    return '';
  }
}

/** Stands for a text, a number or a list of which nothing is known. */
function gap(): unknown {
  return new Proxy(() => gap(), {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 3 : '…');
      if (key === Symbol.iterator) return () => ['…'][Symbol.iterator]();
      return key === 'length' ? 2 : key === 'join' || key === 'toString' ? () => '…' : gap();
    },
    has: () => true,
  });
}
