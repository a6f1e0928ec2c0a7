import type { EntryDraft } from '../draft.ts';
import { formFields, isForm } from '../exports/formEncoded.ts';
import { readNamedValues } from '../exports/namedValues.ts';
import { slotOf } from '../fieldNames.ts';
import type { LogWord } from '../log.ts';
import { bare, type Pair, part } from '../logWords.ts';

const NAME = /(?:^|[\s,;{(|])([A-Za-z][\w.-]{0,40})=/g;

/** Values between bars, as of Mimecast's SIEM logs: `Act=Rej|Sender=…|Rcpt=…`. */
export const isPiped = (text: string): boolean =>
  /^[A-Za-z][\w.-]{0,40}=[^|\r\n]{0,500}\|[A-Za-z][\w.-]{0,40}=/.test(text);

function pipedPairs(word: LogWord): readonly Pair[] {
  const pairs: Pair[] = [];
  let at = 0;
  for (const piece of word.text.split('|')) {
    const sign = piece.indexOf('=');
    if (sign > 0)
      pairs.push({ name: piece.slice(0, sign).trim(), value: bare(part(word, at + sign + 1, at + piece.length)) });
    at += piece.length + 1;
  }
  return pairs;
}

/** `name=value` pairs of any program; a value that is a reply goes on to the next name, quoted or not. */
export function pairsIn(word: LogWord): readonly Pair[] {
  if (isPiped(word.text)) return pipedPairs(word);
  const { text } = word;
  const isCef = /^(?:CEF|LEEF):/.test(text);
  const names: { readonly name: string; readonly at: number; readonly from: number }[] = [];
  let behind = 0;
  for (const match of text.matchAll(NAME)) {
    const from = match.index + match[0].length;
    if (match.index < behind) continue;
    behind = endOfQuoted(text, from);
    names.push({ name: match[1] as string, at: match.index, from });
  }
  const pairs = names.map(({ name, from }, i) => ({
    name,
    value: valueAt(word, isCef || slotOf(name) === 'reply', from, names[i + 1]?.at ?? text.length),
  }));
  return isCef ? labelled(pairs) : pairs;
}

/** Fields of CEF that are of no fixed meaning stand beside one that names them: `cs4Label=ExternalMsgID cs4=…`. */
function labelled(pairs: readonly Pair[]): readonly Pair[] {
  const labels = new Map(
    pairs.flatMap(({ name, value }) =>
      /^c\w{1,4}\dLabel$/.test(name) ? [[name.slice(0, -5), value.text] as const] : [],
    ),
  );
  return pairs.map((pair) => ({ ...pair, name: labels.get(pair.name) ?? pair.name }));
}

/** Where a value in quotes ends, so that no name is looked for inside of it. */
function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  if (quote !== '"' && quote !== "'") return from;
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/** A value that may hold blanks goes on to the next name. */
function valueAt(word: LogWord, goesOn: boolean, from: number, next: number): LogWord {
  const { text } = word;
  const quoted = endOfQuoted(text, from);
  if (quoted > from) return bare(part(word, from, quoted));
  let end = next;
  if (!goesOn) {
    const blank = /[\s;]/.exec(text.slice(from, next));
    if (blank !== null) end = from + blank.index;
  }
  while (end > from && /[\s,;})]/.test(text[end - 1] as string)) end--;
  return bare(part(word, from, end));
}

/** A line of names with values, perhaps behind words of what happened. */
export function readKeyValue(draft: EntryDraft, rest: LogWord): void {
  if (isForm(rest.text)) {
    readNamedValues(draft, formFields(rest));
    byReply(draft);
    return;
  }
  readNamedValues(
    draft,
    pairsIn(rest).map(({ name, value }) => ({ name, under: [], value })),
  );
  const words = /^(?:\[[a-z]{3,8}\] {1,2})?([^={}"]{3,120}?)(?=[:,]? {1,2}[A-Za-z][\w.-]{0,40}=)/i.exec(rest.text)?.[1];
  if (words !== undefined) {
    draft.reason ??= part(rest, rest.text.indexOf(words), rest.text.indexOf(words) + words.length);
    if (/\b(?:delivery|sending|send) failed\b|\bfailed to (?:send|deliver)\b/i.test(words)) draft.outcome ??= 'bounced';
  }
  byReply(draft);
}

/** A reply of 400 or more decides what became of a message where no status does, and against a status for both. */
export function byReply(draft: EntryDraft): void {
  const code = draft.reply?.code;
  if (code === undefined || code < 400) return;
  if (draft.outcome === undefined || (draft.outcome === 'bounced' && code < 500 && draft.status === undefined)) {
    draft.outcome = code < 500 ? 'deferred' : 'bounced';
  }
}
