import type { Section } from '../../checks/areas.ts';
import type { AreaResult, CheckResult } from '../../checks/check.ts';
import { checkEnd, checkHeading, sectionHeading, writeRecord, writeStatus } from '../../core/dns/checkReport.ts';
import { blockListNamed } from '../../core/knowledge/found/blockLists.ts';
import { writeUtc } from '../../core/report/writeUtc.ts';
import { defined } from '../../core/text/defined.ts';
import { FINDING_LEVELS, type FindingLevel, writeFinding } from '../../core/text/finding.ts';
import { plainText } from '../../core/text/plain.ts';
import type { Answer, RecordType } from '../../probes/ports.ts';
import { describeStatus } from '../dnsStatus.ts';
import { withIgnored } from '../ignoredSettings.ts';
import { wordFinding } from './checkRows.ts';

/** Records of one answer that are shown. */
const MOST_RECORDS = 100;
/** Answers without a record of one area that are shown; where there are more, names were only tried. */
const MOST_EMPTY = 8;

const TITLES: Readonly<Record<Section, string>> = {
  record: 'Records',
  ticket: 'What the ticket says',
  mx: 'Mail exchangers',
  spf: 'SPF',
  'name-servers': 'Name servers',
  dnssec: 'DNSSEC',
  dane: 'DANE',
  caa: 'CAA',
  'block-lists': 'Block lists',
  ready: 'Ready for the service',
  trace: 'The way from the root servers',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS reports',
  reverse: 'Reverse names',
  bimi: 'BIMI',
};

/** The head of a report; `server` is the resolver that is asked. */
export const renderCheckHeading = (name: string, server: string | undefined, started: number): string =>
  checkHeading(name, server ?? 'the-system-resolver', writeUtc(started));

/** The same, with what of the settings did not count. */
export const renderCheckStart = (
  name: string,
  server: string,
  started: number,
  ignored: readonly string[],
): readonly string[] => withIgnored([renderCheckHeading(name, server, started)], ignored);

export const sectionTitle = (section: Section): string => TITLES[section];

/** What was found, a sentence each. */
export const wordsOf = ({ areas }: CheckResult): readonly string[] =>
  areas.flatMap(({ findings }) => findings.map((finding) => wordFinding(finding).text));

/** One area: its findings, the heaviest first, then the answers that it brought. */
export function renderArea(result: AreaResult): readonly string[] {
  const { area, findings, left: more, answers } = result;
  if (findings.length === 0 && answers.length === 0) return [];
  const lines = [sectionHeading(TITLES[area]), ...findings.flatMap((finding) => writeFinding(wordFinding(finding)))];
  if (more > 0) lines.push(`* ${more} more findings are left out`);
  const shown = new Set<string>();
  const told = answers.filter((answer) => isShown(result, answer));
  const empty = told.filter(isEmpty).length;
  for (const answer of told) {
    const { name, type } = answer.question;
    for (const record of answer.records.slice(0, MOST_RECORDS)) {
      const written = writeRecord(record.name, record.ttl, record.type, record.data);
      if (!shown.has(written)) lines.push(written);
      shown.add(written);
    }
    const left = answer.records.length - MOST_RECORDS + (answer.left ?? 0);
    if (left > 0) lines.push(`* ${left} more records are left out`);
    const { strays = 0, unreadable = 0 } = answer;
    if (strays > 0) lines.push(writeNote(name, type, strays, 'not believed: they have nothing to do with the name'));
    if (unreadable > 0) lines.push(writeNote(name, type, unreadable, 'not shown: they cannot be read'));
    if (isEmpty(answer) && empty <= MOST_EMPTY) lines.push(writeStatus(name, type, describeStatus(answer)));
  }
  if (empty > MOST_EMPTY) lines.push(`* ${empty} answers without a record are left out`);
  return lines;
}

/** Types whose records are keys and signatures, which nobody reads, and types that most names have no record of. */
const OPAQUE: ReadonlySet<RecordType> = new Set<RecordType>(['DNSKEY', 'RRSIG', 'NSEC3PARAM']);
const RARE: ReadonlySet<RecordType> = new Set<RecordType>(['CAA', 'CNAME', 'DS', 'SOA', 'TLSA']);

/** Areas that ask much that is not about the name itself; of them, what the findings rest on is shown. */
const ASKING_AROUND: ReadonlySet<Section> = new Set<Section>(['block-lists', 'name-servers', 'dnssec']);

/**
 * Whether an answer stands in the report. What one server was asked, or a resolver that was not to check, is told by the
 * findings; that most names are on no block list and have no TLSA record needs no line for each.
 */
function isShown({ area, findings }: AreaResult, { question, status, records }: Answer): boolean {
  if (area === 'record') return true;
  if (ASKING_AROUND.has(area)) {
    const start = `${question.name}. `;
    if (!findings.some(({ evidence }) => evidence.some((line) => line.startsWith(start)))) return false;
    if (area === 'block-lists' && findings.every(({ level }) => level === 'pass')) return false;
  }
  if (question.at !== undefined || question.checking === false || OPAQUE.has(question.type)) return false;
  const isAbsent = records.length === 0 && (status === 'NOERROR' || status === 'NXDOMAIN');
  return !(isAbsent && (blockListNamed(question.name) !== undefined || RARE.has(question.type)));
}

const isEmpty = ({ question, records }: Answer): boolean => !records.some(({ type }) => type === question.type);

/** Records of an answer that do not count. */
const writeNote = (name: string, type: string, count: number, what: string): string =>
  `* ${count} records in the answer to ${plainText(name)} ${type} are ${what}`;

/** The last line of a report. */
export function renderCheckEnd({ areas, cancelled, questions, refused, elapsed }: CheckResult): string {
  const counts = new Map<FindingLevel, number>();
  for (const { findings } of areas) for (const { level } of findings) counts.set(level, (counts.get(level) ?? 0) + 1);
  const told = FINDING_LEVELS.map((level) => `${counts.get(level) ?? 0} ${level}`).join(', ');
  const asked = `${questions} ${questions === 1 ? 'question' : 'questions'} in ${(elapsed / 1000).toFixed(1)} s`;
  const left =
    refused === 0
      ? ''
      : `; ${refused} more ${refused === 1 ? 'question was' : 'questions were'} not asked, because there would have been too many`;
  return checkEnd(`${told}; ${asked}${left}${cancelled ? '; cancelled, so not all was asked' : ''}`);
}

/** The whole report. */
export const renderCheck = (result: CheckResult, server: string | undefined): readonly string[] => [
  renderCheckHeading(result.name, server, result.started),
  ...result.areas.flatMap(renderArea),
  renderCheckEnd(result),
];

/** The same as data, the heaviest finding first. */
export function checkJson(result: CheckResult): Record<string, unknown> {
  const findings = result.areas.flatMap((one) => one.findings);
  return {
    name: result.name,
    findings: [...findings]
      .sort((a, b) => FINDING_LEVELS.indexOf(a.level) - FINDING_LEVELS.indexOf(b.level))
      .map((finding) => {
        const { level, code, about, text, next, source } = wordFinding(finding);
        return { code, level, about, text, evidence: finding.evidence, source: source ?? null, next: next ?? null };
      }),
    answers: result.areas
      .flatMap((one) => one.answers)
      .map(({ question, status, detail, records, server, authoritative, authenticated, elapsed, ...rest }) => ({
        name: question.name,
        type: question.type,
        status,
        records: records.map(({ name, type, ttl, data }) => ({ name, type, ttl, data })),
        server: server ?? null,
        authoritative: authoritative === true,
        dnssec: authenticated === true,
        ...defined({
          detail,
          extended: rest.extended,
          aliasLoop: rest.aliasLoop,
          left: rest.left,
          strays: rest.strays,
          unreadable: rest.unreadable,
        }),
        milliseconds: elapsed,
      })),
    left: result.areas.reduce((sum, { left }) => sum + left, 0),
    cancelled: result.cancelled,
    refused: result.refused,
  };
}
