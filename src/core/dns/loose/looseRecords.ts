import { append } from '../../text/lists.ts';
import type { Span } from '../../text/span.ts';
import type { SetRecord } from '../records/setProblem.ts';
import { isHost, type LooseRecord, ownName, readRow } from './cells.ts';
import { extentOf } from './extent.ts';
import { jsonRows, ownerInJson } from './jsonRows.ts';
import { labelledRow } from './labelledRow.ts';
import { printedExchangers } from './printedExchangers.ts';
import { yamlRows } from './yamlRows.ts';

/** Characters in front of a record that say whose it is. */
const LINE_BEFORE = 1000;

const BEGINS =
  /(?<![\w%=-])(?:v ?= ?(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1|BIMI1)(?![\w.-])|(?:v=)?spf2\.0\/|k=(?:rsa|ed25519); ?p=)/gi;
/** Anything of this stands in a text that holds records. */
const MAY_HOLD =
  /v ?= ?(?:spf|DMARC|DKIM|STS|TLSRPT|BIMI)|spf2\.0\/|k=(?:rsa|ed25519);|(?:^|[\t|>*` "])(?:MX|CNAME)(?:[\t|*` "]|\r?\n)|\((?:MX|CNAME)\)\t|\b(?:priority|preference|pref|pri)\b["'\]]{0,2}\s{0,5}(?::|=>)\s{0,5}["']?\d/im;
/** A line of a person between two tables. */
const SENTENCE =
  /(?:^|\n)[^\n\t|"]{0,200}\b[a-z\u00e0-\u00ff]{2,30} [a-z\u00e0-\u00ff]{2,30} [a-z\u00e0-\u00ff]{2,30}\b/;

/**
 * The records of mail that stand in a text between `start` and `end` without a tool around them: bare, in a sentence, in
 * a panel's rows, in a table. Only what is whole counts; what a text says about records is none.
 */
export function looseRecords(text: string, start: number, end: number): readonly LooseRecord[] {
  const whole = text.slice(start, end);
  if (!MAY_HOLD.test(whole)) return [];
  const found: LooseRecord[] = [...texts(text, start, end, whole), ...rows(text, start, whole)];
  const inJson = [...jsonRows(start, whole)];
  append(found, inJson.length > 0 ? inJson : [...printedExchangers(start, whole), ...yamlRows(start, whole)]);
  found.sort((a, b) => a.span.start - b.span.start);
  return inGroups(text, found);
}

/** Records between which somebody says something are of different tables. */
function inGroups(text: string, records: readonly LooseRecord[]): readonly LooseRecord[] {
  let answer = 0;
  let last: LooseRecord | undefined;
  let place = '';
  const placed = records.map((record) => {
    let isSame = false;
    if (last !== undefined) {
      const between = text.slice(last.span.end, Math.min(record.span.start, last.span.end + 2000));
      const isSaid = isSecond(between);
      if (record.span.start - last.span.end > 2000 || (SENTENCE.test(between) && !isSaid)) answer++;
      isSame = last.name === '' && record.name === '' && (isSaid || isDump(text, last.span, record.span));
    }
    if (!isSame) place = `${record.span.start}`;
    last = record;
    return { ...record, answer, ...(record.name === '' && { place }) };
  });
  return placed;
}

/** Lines of a TXT look-up without its frame: records a line each, and tokens of services among them. */
function isDump(text: string, above: Span, below: Span): boolean {
  const near = text.slice(Math.max(0, above.start - 2000), above.start);
  const before = near.slice(near.lastIndexOf('\n\n') + 1);
  const between = text.slice(above.end, below.start);
  if (between.length > 600 || !/^["']?\s{0,3}\r?\n/.test(between) || !/\n["' \t>]{0,20}$/.test(between)) return false;
  return TOKEN.test(`${before}${between}`) && !/\n\s*\n/.test(between);
}

/** Texts that prove a domain to a service, and commands that ask for texts. */
const TOKEN =
  /(?:^|\n)[ \t"'>]{0,10}(?:MS=ms\d|[\w-]{0,40}verif[\w-]{0,30}[=:]|[\w-]{2,30}-(?:site|domain|token)[\w-]{0,30}=|apple-domain=|(?:[^\n]{0,120}[>$#%] ?\(?)?(?:nslookup|dig|resolve-dnsname|host)\b[^\n]{0,200}\btxt\b)/i;

/** Whether words between two records say that both stand in one zone, and not that one comes in the place of the other. */
const isSecond = (words: string): boolean =>
  !/\n\s*\n/.test(words) &&
  /\b(?:second|2nd|another|additional|also|as well as|zweite[rns]?|weitere[rns]?|deuxi\u00e8me|segund[ao]|second[ao])\b/i.test(
    words,
  ) &&
  !/\b(?:instead|replac\w{1,4}|chang\w{1,4}|old|new|should|should be|statt|ersetzt|other domain|subdomain)\b/i.test(
    words,
  );

function* texts(text: string, start: number, end: number, whole: string): Iterable<LooseRecord> {
  let behind = start;
  for (const { index } of whole.matchAll(BEGINS)) {
    const at = start + index;
    if (at < behind) continue;
    const extent = extentOf(text, at, end);
    if (extent === undefined) continue;
    behind = extent.span.end;
    if (!isWhole(extent.joined.text)) continue;
    yield { name: ownerOf(text, at, start), type: 'TXT', data: '', span: extent.span, joined: extent.joined };
  }
}

/** A version alone is spoken of. */
const isWhole = (text: string): boolean =>
  /^(?:v ?= ?)?spf\S{0,10}\s+\S/i.test(text) || /^[kv] ?= ?\w+[;\s].{0,8000}=/s.test(text);

/** Whose record the text at `at` is, as far as its row, its zone file's line or the lines above say. */
function ownerOf(text: string, at: number, start: number): string {
  const nearest = Math.max(start, at - LINE_BEFORE);
  const feed = nearest + text.slice(nearest, at).lastIndexOf('\n') + 1;
  const before = text.slice(feed, at).replace(/^[>\s]{0,20}/, '');
  const zone =
    /^(\S{1,255})\s{1,80}(?:\d[\dsmhdw]{0,9}\s{1,40})?(?:IN\s{1,40})?(?:\d{1,9}\s{1,40})?TXT\s{1,80}[("'`\\ ]{0,6}$/i.exec(
      before,
    );
  const isZone = /\s(?:IN|\d\S{0,9})\s/i.test(zone?.[0] ?? '') || /^@|[._]/.test(zone?.[1] ?? '');
  if (zone?.[1] !== undefined && isZone && isHost(zone[1])) return ownName(zone[1]);
  if (/"[\w-]{1,40}"\s{0,5}:\s{0,5}(?:\[\s{0,40})?\\{0,1}"\\{0,1}"?$/.test(before)) return ownerInJson(text, at, start);
  // A table of names and values that tells no types.
  const [, alone] = /^(@|[\w-]*[._][\w.-]{1,250})(?:\t|[ ]{2,60}|\s?\|\s?)["'`]?$/.exec(before) ?? [];
  if (alone !== undefined) return ownName(alone);
  const row = readRow(before);
  if (row.type === 'TXT' && row.name !== undefined) return ownName(row.name);
  return nameAbove(text, feed, before.replace(/^["'`]{1,2}|["'`]{1,2}$/g, '').trim(), start);
}

const LABEL =
  /^(?:record |dns |txt )?(?:host ?name|host|name|sub-?domain|record ?name|nom|nome|nombre|pr\u00e9fixe|prefix)(?: ?\([^)]{0,40}\))?\s{0,3}[:=]\s{0,5}(\S{1,255})$/i;
const VALUE =
  /^(?:txt |record |dns )?(?:value|content|data|text value|answer|points to|target|wert|inhalt|valeur|valore|valor|contenu)(?: ?\([^)]{0,40}\))?\s{0,3}[:=]?$/i;

/** The name on a line of its own above a value on a line of its own: `Name: @`, or `TXT`, `@` below each other. */
function nameAbove(text: string, feed: number, before: string, start: number): string {
  if (before !== '' && !VALUE.test(before)) return '';
  const above = text
    .slice(Math.max(start, feed - 600), feed)
    .split('\n')
    .map((line) => line.replace(/^[>\s*-]{0,10}|\s{1,10}$/g, ''))
    .filter((line) => line !== '' && !VALUE.test(line))
    .slice(-4);
  for (const line of above.toReversed()) {
    const label = LABEL.exec(line)?.[1];
    if (label !== undefined && isHost(label)) return ownName(label);
  }
  const [second, last] = above.slice(-2);
  if (last !== undefined && second !== undefined && /^TXT\b/.test(second) && isHost(last)) return ownName(last);
  if (second !== undefined && last === 'TXT' && isHost(second)) return ownName(second);
  return '';
}

/** Exchangers and aliases in the rows of panels, which have a cell for the type. */
function* rows(text: string, start: number, whole: string): Iterable<LooseRecord> {
  for (const { 0: line, index } of whole.matchAll(/[^\n]{2,2000}/g)) {
    if (!/(?:^|[\t|>*` ])(?:MX|CNAME)(?:[\t|*` \r]|$)|\t[A-Z][A-Za-z ]{2,30} \((?:MX|CNAME)\)\t/.test(line)) continue;
    const at = start + index;
    const labelled = labelledRow(text, at, line);
    if (labelled !== undefined) {
      yield labelled;
      continue;
    }
    const span = { start: at, end: at + line.trimEnd().length };
    const row = readRow(line);
    const record =
      row.cells.length === 1 ? belowEachOther(text, at, row.cells[0] as string, whole, index) : fromRow(row.cells, row);
    if (record !== undefined) yield { ...record, span: record.span ?? span };
  }
}

function fromRow(cells: readonly string[], { type, name }: ReturnType<typeof readRow>): SetRecord | undefined {
  if (name === undefined || (type !== 'MX' && type !== 'CNAME')) return undefined;
  const others = cells.filter((cell) => cell !== name && !cell.startsWith(type));
  return make(type, name, others);
}

function make(type: string, name: string, others: readonly string[]): SetRecord | undefined {
  if (type === 'CNAME') {
    const target = others.find((cell) => /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}\.?$/.test(cell) && /[a-z]/i.test(cell));
    // A name with an underscore is no name of a zone, which panels flatten.
    return target === undefined || !/(?:^|\.)_/.test(name)
      ? undefined
      : { name: ownName(name), type, data: dotted(target) };
  }
  for (const shown of others) {
    const cell = shown.replace(/^\[(\d{1,5})\](?= {1,4}\S|$)/, '$1');
    const both = /^(\d{1,5}) {1,4}(\S{1,255})$/.exec(cell) ?? /^(\S{4,255}) {1,4}\(Priority: (\d{1,5})\)$/i.exec(cell);
    const [host, preference] =
      both === null
        ? [cell, others.find((one) => /^\[?\d{1,5}\]?$/.test(one))?.replace(/[[\]]/g, '')]
        : /^\d{1,5}$/.test(both[1] as string)
          ? [both[2] as string, both[1]]
          : [both[1] as string, both[2]];
    if (preference !== undefined && EXCHANGER.test(host))
      return { name: ownName(name), type, data: `${preference} ${dotted(host)}` };
  }
  return undefined;
}

const EXCHANGER = /^(?:\.|localhost|[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}\.?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})$/i;
const dotted = (host: string): string => (host.endsWith('.') ? host : `${host}.`);

/** `MX`, `@` and the value on lines below each other. */
function belowEachOther(text: string, at: number, type: string, whole: string, index: number): SetRecord | undefined {
  if (type !== 'MX') return undefined;
  const lines = whole
    .slice(index, index + 600)
    .split('\n')
    .slice(1, 5)
    .map((line) => line.trim());
  const [name, value = '', next = ''] = lines;
  if (name === undefined || !isHost(name)) return undefined;
  const made = make(type, name, [value, next]);
  if (made === undefined) return undefined;
  const from = text.indexOf(value, at);
  return { ...made, span: { start: from, end: from + value.length } };
}
