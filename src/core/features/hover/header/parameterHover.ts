import { keysOfFields } from '../../../knowledge/headerValues/filterKeys.ts';
import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import { mimeParameters } from '../../../knowledge/headerValues/mimeParameters.ts';
import { headerValue } from '../../../knowledge/headerValues.ts';
import { readStructured } from '../../../mail/header/parameters.ts';
import { type Explainer, explained, type FieldPlace, listOf, type Pair, pairsOf, said, term, under } from './place.ts';

/** Content-Type and Content-Disposition with their parameters, continuations and charsets (RFC 2045, 2183, 2231). */
export const contentExplainer: Explainer = {
  piece(place) {
    const pairs = pairsOf(place.value, '=');
    const pair = pairs.find((one) => under(one, place.at));
    if (pair === undefined) return undefined;
    if (pair.key === '') {
      const row = headerValue(place.field.name, pair.value);
      return said(place, pair, ...explained(pair.value, row, wordMeaning(place, pair.value)));
    }
    const name = pair.key.toLowerCase().replace(/\*.*$/, '');
    const decoded = readStructured(place.value).parameters.get(name);
    return said(
      place,
      pair,
      ...explained(name, mimeParameters.get(name), 'a parameter that is not known.'),
      listOf([['Value', decoded]]),
      pair.key.includes('*') ? 'Written in pieces or in a charset of its own (RFC 2231).' : undefined,
    );
  },
  whole({ value }) {
    const read = readStructured(value);
    return [listOf([['Value', read.value], ...read.parameters], 21)];
  },
};

const wordMeaning = ({ field }: FieldPlace, word: string): string =>
  /type$/i.test(field.name) ? typeMeaning(word) : 'no word that is known; it counts as attachment (RFC 2183 2.8).';

const typeMeaning = (type: string): string =>
  /^multipart\//i.test(type)
    ? 'several parts.'
    : /^message\//i.test(type)
      ? 'a message, or what belongs to one.'
      : /^text\//i.test(type)
        ? 'text.'
        : /^application\/(?:ms-tnef|vnd\.ms-tnef)/i.test(type)
          ? "Outlook's own form (winmail.dat), which other programs do not read."
          : /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(type)
            ? 'a file of this type.'
            : 'no type that is known; it counts as plain text (RFC 2045 5.2).';

/** `key=value` lists of filters and providers. */
export const keysExplainer: Explainer = {
  piece(place) {
    const pair = listPairs(place).find((one) => under(one, place.at));
    if (pair === undefined || pair.key === '') return undefined;
    return said(
      place,
      pair,
      ...explained(
        `${pair.key}=${pair.value}`,
        keysFor(place)?.get(pair.key.toLowerCase()),
        'a key that is not known.',
      ),
    );
  },
  whole(place) {
    const keys = keysFor(place);
    const rows = listPairs(place)
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => {
        const row = keys?.get(key.toLowerCase());
        return [key, row === undefined ? value : `${value} – ${row.meaning}`] as const;
      });
    return [listOf(rows, 30)];
  },
};

const keysFor = ({ field }: FieldPlace): ReadonlyMap<string, HeaderValue> | undefined => {
  const name = field.name.toLowerCase();
  return keysOfFields.find(([start]) => name.startsWith(start))?.[1];
};

/** The separator is what the value uses: semicolons, commas or blanks; some lists use colons for the mark. */
function listPairs({ value }: FieldPlace): readonly Pair[] {
  const mark = value.includes('=') ? '=' : ':';
  const head = value.slice(0, 2000);
  const blanks = head.match(/[^,\s]\s+[\w-]{1,40}=/g)?.length ?? 0;
  const commas = head.match(/,\s*[\w-]{1,40}=/g)?.length ?? 0;
  const separator = value.includes(';') ? ';' : commas > blanks ? ',' : ' ';
  return pairsOf(value, mark, separator);
}

/** Fixed words, alone or in a list: Auto-Submitted, Precedence, X-Auto-Response-Suppress, Importance. */
export const wordExplainer: Explainer = {
  piece(place) {
    const words = pairsOf(place.value, '=', place.value.includes(',') ? ',' : ';');
    const word = words.find((one) => under(one, place.at));
    const row = word && valueRow(place, place.value.slice(word.start, word.end));
    return word === undefined || row === undefined
      ? undefined
      : said(place, word, ...explained(place.value.slice(word.start, word.end), row, ''));
  },
  whole(place) {
    const words = pairsOf(place.value, '=', place.value.includes(',') ? ',' : ';');
    const told = words.flatMap((word) => {
      const text = place.value.slice(word.start, word.end);
      const row = valueRow(place, text);
      return row === undefined ? [] : [term(text, row.meaning)];
    });
    return told.length > MOST_WORDS ? [...told.slice(0, MOST_WORDS), `${told.length - MOST_WORDS} more.`] : told;
  },
};

/** Words of a list that are explained. */
const MOST_WORDS = 10;

/** By the field's name, or by the last part of the long names that Exchange gives. */
function valueRow({ field }: FieldPlace, text: string): HeaderValue | undefined {
  const name = field.name.toLowerCase();
  const word = text.trim().replace(/\s*\(.{0,100}\)$/, '');
  const last = /^x-ms-exchange-(?:organization|crosstenant)-([a-z]+)$/.exec(name)?.[1];
  return (
    headerValue(name, word) ??
    (last === undefined ? undefined : headerValue(last, word)) ??
    headerValue(name, word.split(/\s/)[0] as string)
  );
}
