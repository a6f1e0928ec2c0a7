import type { Answer, Query } from '../../dns/lookup.ts';
import type { AnswerRecord } from '../../dns/records/answerRecords.ts';
import type { RecordTag, SpfTerm, TagRecord } from '../../dns/records/recordText.ts';
import { type RecordWord, recordWords } from '../../knowledge/dnsRecords.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import { sourceMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** A mail exchanger: its place among the others of the answer. */
export function mxHover(query: Query, answer: Answer): HoverText | undefined {
  const match = /^(\d{1,5}) (\S{1,300})$/.exec(answer.data);
  if (match === null) return undefined;
  const [, preference, host] = match as unknown as [string, string, string];
  const isNull = host === '.';
  const row = recordWords.get(isNull ? 'mx null' : 'mx') as RecordWord;
  const others = query.answers
    .filter((one) => one.type === 'MX' || one.type === undefined)
    .map((one) => Number(/^\d{1,5}/.exec(one.data)?.[0] ?? 'NaN'));
  const better = others.filter((one) => one < Number(preference)).length;
  const place = better === 0 ? 'It is tried first.' : `${better} of ${others.length} are tried before it.`;
  const facts = isNull || others.length < 2 ? [] : [place];
  return explain(answer, `MX ${preference} ${host}`, row, [...facts, ...lifetime(answer)]);
}

/** The mechanism, modifier or tag under the cursor, else the whole record. */
export function recordHover({ answer, record, joined }: AnswerRecord, offset: number): HoverText | undefined {
  const under = (span: Span): boolean => touches(joined.at(span), offset) && !isWhole(joined.at(span), answer);
  if (record.kind === 'spf') {
    const term = record.terms.find(under);
    if (term !== undefined) return spfHover(term, joined.text, joined.at(term));
    const count = `${record.lookups} of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).`;
    return explain(answer, 'SPF', recordWords.get('spf'), [count, ...lifetime(answer)]);
  }
  const tag = record.tags.find(under);
  if (tag !== undefined) return tagHover(record, tag, joined.at(tag));
  return explain(answer, kindNames[record.kind], recordWords.get(record.kind), lifetime(answer));
}

const kindNames: Readonly<Record<TagRecord['kind'], string>> = {
  dmarc: 'DMARC',
  'dkim-key': 'DKIM key',
  'mta-sts': 'MTA-STS',
  'tls-rpt': 'TLS-RPT',
  bimi: 'BIMI',
};

const isWhole = (span: Span, answer: Answer): boolean => span.start === answer.start && span.end === answer.end;

function spfHover(term: SpfTerm, text: string, span: Span): HoverText | undefined {
  const key = term.kind === 'modifier' && !recordWords.has(`spf ${term.name}`) ? 'modifier' : term.name;
  const row = term.kind === 'unknown' ? undefined : recordWords.get(`spf ${key}`);
  if (row === undefined) return undefined;
  const qualifier = recordWords.get('spf qualifier')?.values.get(term.qualifier ?? '');
  return explain(span, text.slice(term.start, term.end), row, qualifier === undefined ? [] : [qualifier]);
}

function tagHover(record: TagRecord, tag: RecordTag, span: Span): HoverText | undefined {
  const row = recordWords.get(`${record.kind} ${tag.name}`);
  if (row === undefined) return undefined;
  const facts = tag.value
    .toLowerCase()
    .split(':')
    .slice(0, 20)
    .flatMap((value) => row.values.get(value.trim()) ?? []);
  const bits = record.key?.bits;
  if (record.kind === 'dkim-key' && tag.name === 'p' && bits !== undefined) {
    facts.push(`This one is an ${record.key?.algorithm === 'rsa' ? 'RSA' : 'Ed25519'} key of ${bits} bits.`);
  }
  return explain(span, `${tag.name}=${tag.value}`, row, facts);
}

const lifetime = ({ ttl }: Answer): readonly string[] =>
  ttl === undefined ? [] : [`Resolvers may keep this answer for ${ttl} seconds more.`];

function explain(
  span: Span,
  what: string,
  row: RecordWord | undefined,
  facts: readonly string[],
): HoverText | undefined {
  if (row === undefined) return undefined;
  const short = what.length > 80 ? `${what.slice(0, 80)}…` : what;
  const lines = [`**${codeSpan(short)}** ${escapeMarkdown(row.meaning)}`, ...facts.map((fact) => escapeMarkdown(fact))];
  return {
    span: { start: span.start, end: span.end },
    markdown: `${lines.join('\n\n')}\n\nSource: ${sourceMarkdown(row.source)}`,
  };
}
