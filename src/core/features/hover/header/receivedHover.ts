import { receivedClauses } from '../../../knowledge/headerValues/fieldWords.ts';
import { softwareOf } from '../../../knowledge/headerValues/receivedSoftware.ts';
import { commentText, type Token, tokens } from '../../../mail/header/headerTokens.ts';
import { readReceived } from '../../../mail/header/received.ts';
import { isIp } from '../../../mail/ipAddress.ts';
import type { Received } from '../../../mail/message.ts';
import { withoutAngles } from '../../../text/angles.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import type { HoverText } from '../hoverText.ts';
import { dateLines } from './dateHover.ts';
import { hopLines, protocolOf } from './hopLines.ts';
import { alone, type Explainer, type FieldPlace, said, sourceOf, term, under } from './place.ts';

/** Received and X-Received (RFC 5321 4.4): the clause, comment or date under the cursor, and the hop that it tells of. */
export const receivedExplainer: Explainer = {
  piece(place) {
    const read = readReceived(place.value, alone(place));
    if (under(read.date, place.at)) return said(place, read.date, ...dateLines(read.date), ...hopLines(place));
    return wordHover(place, read);
  },
  whole: (place) => hopLines(place),
};

function wordHover(place: FieldPlace, read: Received): HoverText | undefined {
  const all = [...tokens(place.value, 0, place.value.length)];
  const index = all.findIndex((token) => under(token, place.at) && token.kind !== 'semicolon');
  const token = all[index];
  if (token === undefined) return undefined;
  if (token.kind === 'comment') return commentHover(place, read, token);
  const word = place.value.slice(token.start, token.end);
  const next = all.slice(index + 1).find(({ kind }) => kind === 'word');
  const clause = word.toLowerCase();
  const row = receivedClauses.get(clause);
  if (row !== undefined && next !== undefined && isValue(read, clause, place.value.slice(next.start, next.end))) {
    return clauseHover(place, read, clause, { start: token.start, end: next.end });
  }
  const of = (['from', 'by', 'id', 'for', 'with', 'via'] as const).find((name) => isValue(read, name, word));
  return of === undefined ? undefined : clauseHover(place, read, of, token);
}

/** Whether a word is what the clause holds, or part of it. */
function isValue(read: Received, clause: string, word: string): boolean {
  const bare = withoutAngles(word);
  switch (clause) {
    case 'from':
      return read.from !== undefined && (bare === read.from || word === read.from);
    case 'by':
      return bare === read.by;
    case 'id':
      return bare === read.id;
    case 'for':
      return bare === read.for;
    case 'with':
      return read.with !== undefined && (read.with === word || read.with.split(' ').includes(word));
    case 'via':
      return read.via !== undefined && (read.via === word || read.via.split(' ').includes(word));
    default:
      return true;
  }
}

function clauseHover(
  place: FieldPlace,
  read: Received,
  clause: string,
  span: Token | { start: number; end: number },
): HoverText {
  const row = receivedClauses.get(clause);
  const stated = { from: read.from, by: read.by, id: read.id, for: read.for, with: read.with, via: read.via }[clause];
  const title = stated === undefined ? clause : `${clause} ${stated}`;
  const protocol = clause === 'with' || clause === 'via' ? protocolOf(stated) : undefined;
  const meaning = protocol ?? row;
  return said(
    place,
    span,
    ...(clause === 'from' && isLookedUp(read)
      ? [term(title, lookedUp(read)), inHelo(read)]
      : [term(title, meaning?.meaning ?? 'a word of the server.'), ...fromLines(clause, read)]),
    ...hopLines(place),
    sourceOf(meaning?.source ?? 'RFC 5321 4.4'),
  );
}

/** qmail and Exim put the name that they looked up first, `unknown` where they found none, and that of HELO into the brackets. */
const isLookedUp = ({ from = '', helo, reverseName }: Received): boolean =>
  helo !== undefined && (from === reverseName || isUnknown(from));

const isUnknown = (name: string): boolean => /^unknown$/i.test(name);

const NO_NAME = 'the address of the client has no reverse name that leads back to it.';
const REVERSE_NAME = 'the name that reverse DNS gave the address of the client.';

const lookedUp = ({ from = '' }: Received): string => (isUnknown(from) ? NO_NAME : REVERSE_NAME);

const inHelo = ({ helo = '' }: Received): string => `In HELO or EHLO it called itself ${escapeMarkdown(helo)}.`;

/** What a claimed name is worth, beside the name that DNS gave. */
function fromLines(clause: string, read: Received): readonly string[] {
  if (clause !== 'from' || read.from === undefined || read.reverseName === undefined) return [];
  if (read.from.toLowerCase() === read.reverseName.toLowerCase())
    return ['The reverse name of its address is the same.'];
  return [`${term('Reverse name', read.reverseName)}, which the server looked up itself.`];
}

function commentHover(place: FieldPlace, read: Received, comment: Token): HoverText {
  const { start, end } = wordAround(place.value, place.at, comment);
  const word = place.value
    .slice(start, end)
    .replace(/^[([<]+|[)\]>,;]+$/g, '')
    .replace(/^IPv6:/i, '');
  const lines = (meaning: string): HoverText =>
    said(place, { start, end }, term(word, meaning), ...hopLines(place), sourceOf('RFC 5321 4.4'));
  if (isIp(word)) return lines('the address of the client as the server saw it; the client cannot make that up.');
  const bare = word.replace(/^(?:helo|ehlo)=/i, '');
  if (bare === read.reverseName) return lines(REVERSE_NAME);
  if (bare === read.helo) return lines('the name that the client gave in HELO or EHLO.');
  if (isUnknown(word)) return lines(NO_NAME);
  if (word === read.tlsVersion) return lines('the version of TLS.');
  if (read.cipher !== undefined && word.includes(read.cipher)) return lines('the cipher of the TLS session.');
  const software = softwareOf(commentText(place.value, comment));
  if (software !== undefined) {
    return said(
      place,
      comment,
      term(software.name, 'the program that wrote this line.'),
      software.note && escapeMarkdown(software.note),
      ...hopLines(place),
      sourceOf(software.source),
    );
  }
  return said(
    place,
    comment,
    term('A remark', 'what stands in brackets is for people; each server writes it in its own way.'),
    ...hopLines(place),
  );
}

function wordAround(value: string, at: number, within: Token): { start: number; end: number } {
  const isPart = (c: string | undefined): boolean => c !== undefined && !/[\s()[\]<>,;=]/.test(c);
  let start = at;
  let end = at;
  while (start > within.start && at - start < 300 && isPart(value[start - 1])) start--;
  while (end < within.end && end - at < 300 && isPart(value[end])) end++;
  return { start, end };
}
