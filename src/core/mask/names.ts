import { decodeEncodedWords } from '../mail/header/encodedWords.ts';
import { endOfLine } from '../text/lines.ts';
import { literalPattern } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';
import type { Replacement } from './maskChoice.ts';
import type { StandIns } from './standIns.ts';

const FIELD =
  /(?:^|[\s"'>|:([])(?:From|To|Cc|Bcc|Reply-To|Sender|Resent-(?:From|To|Cc|Sender)|Disposition-Notification-To|Return-Receipt-To|X-Original-From|X-Sender|Apparently-To|Von|An)[ \t]{0,2}:(?=[ \t\r\n])/gim;
/** Characters of a field; a list of recipients may be long. */
const LONGEST = 20_000;
/** What stands in front of an address in angle brackets, or as Outlook prints it. */
const PHRASE =
  /(?:"(?<quoted>[^"\r\n]{1,200})"|(?<encoded>=\?[\w-]{1,40}\?[BbQq]\?[^?\s]{1,400}\?=(?:[ \t\r\n]{1,80}=\?[\w-]{1,40}\?[BbQq]\?[^?\s]{1,400}\?=){0,9})|(?<bare>[\p{L}][\p{L}\p{M}\d.'’ ,-]{0,120}))[ \t\r\n]{0,80}(?:<|\[mailto:)(?=[^\s<>@]{1,250}@)/giu;
/** `alice@contoso.test (Alice Liddell)`, the form of RFC 822. */
const COMMENT = /@[\w.-]{1,253}>?[ \t]{1,4}\((?<comment>\p{L}[\p{L}\p{M}.'’ -]{1,100})\)/gu;

/** Senders that are no person. */
const NOBODY =
  /@|\b(?:mailer-?daemon|mail delivery|delivery|postmaster|subsystem|system|administrator|undisclosed|recipients?|no-?reply|mailer|server|daemon)\b|^Person \d+$|^MASKED$|^(?:from|to|cc)$/i;

/** Display names of the fields that name people, decoded, and where they stand. */
function* displayNames(text: string): Iterable<Span & { readonly name: string }> {
  for (const field of text.matchAll(FIELD)) {
    const start = field.index + field[0].length;
    const value = text.slice(start, fieldEnd(text, start));
    for (const pattern of [PHRASE, COMMENT]) {
      for (const match of value.matchAll(pattern)) {
        const { quoted, encoded, bare, comment } = match.groups ?? {};
        const written = ((quoted ?? encoded ?? bare ?? comment) as string).trim();
        const name = written.includes('=?') ? (decodeEncodedWords(written) ?? '') : written;
        if (name.length < 2 || NOBODY.test(name)) continue;
        const from = start + match.index + match[0].indexOf(written);
        yield { start: from, end: from + written.length, name };
      }
    }
  }
}

/** Where a field ends that starts on this line: at the first line that does not start with a blank, whatever a tool puts in front. */
function fieldEnd(text: string, start: number): number {
  const reach = Math.min(text.length, start + LONGEST);
  const before = text.lastIndexOf('\n', start - 1) + 1;
  const front =
    start - before > 300 ? '' : (/^[^A-Za-z]{0,40}(?:[CS]: )?/.exec(text.slice(before, start)) as RegExpExecArray)[0];
  let end = endOfLine(text, start, reach);
  for (let count = 0; count < 200 && end < reach; count++) {
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    const indent = next + (text.startsWith(front, next) ? front.length : 0);
    if (text[indent] !== ' ' && text[indent] !== '\t') break;
    end = endOfLine(text, indent, reach);
  }
  return end;
}

/** Different names that are searched for in the text, and how many at once: more of them make a pattern slow. */
const MOST = 6000;
const AT_ONCE = 300;
/** A shorter name may be any word. */
const SHORTEST = 4;

/** Stand-ins for the people of a ticket: in its fields, and wherever their whole name stands. */
export function* nameStandIns(text: string, standIns: StandIns): Iterable<Replacement> {
  for (const { start, end, name } of displayNames(text)) yield { start, end, text: standIns.person(name) };
  yield* knownNames(text, standIns);
}

const searches = new WeakMap<StandIns, { readonly size: number; readonly search: readonly RegExp[] }>();

/** The names that are known by now, wherever they stand. */
export function* knownNames(text: string, standIns: StandIns): Iterable<Replacement> {
  const { size } = standIns.people;
  if (size === 0) return;
  let known = searches.get(standIns);
  if (known?.size !== size) {
    known = { size, search: searchFor([...standIns.people.keys()]) };
    searches.set(standIns, known);
  }
  for (const search of known.search) {
    for (const { 0: name, index } of text.matchAll(search)) {
      yield { start: index, end: index + name.length, text: standIns.person(name) };
    }
  }
}

/** People that are too many to be searched for. */
export const unsoughtNames = ({ people }: StandIns): number =>
  Math.max(0, [...people.keys()].filter((name) => name.length >= SHORTEST).length - MOST);

/** Longer names first: of two that begin alike the longer one is taken. */
function searchFor(people: readonly string[]): readonly RegExp[] {
  const forms = people
    .filter((name) => name.length >= SHORTEST)
    .slice(0, MOST)
    .sort((a, b) => b.length - a.length)
    .map((name) => literalPattern(name).replace(/ /g, '[ \\t]{1,4}'));
  return Array.from({ length: Math.ceil(forms.length / AT_ONCE) }, (_, i) => {
    const some = forms.slice(i * AT_ONCE, (i + 1) * AT_ONCE).join('|');
    return new RegExp(`(?<![\\p{L}\\d_.@-])(?:${some})(?![\\p{L}\\d_@-]|\\.[\\p{L}\\d])`, 'giu');
  });
}
