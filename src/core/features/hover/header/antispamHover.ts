import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import { antispamKeys, deliveryKeys, serverReportKeys } from '../../../knowledge/headerValues/microsoftValues.ts';
import { headerValue } from '../../../knowledge/headerValues.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import {
  bullets,
  type Explainer,
  type FieldPlace,
  type Pair,
  pairsOf,
  raw,
  said,
  sourceOf,
  term,
  under,
} from './place.ts';

/** `KEY:value;` lists of Exchange, Microsoft 365 and their forerunners. */
export const antispamExplainer: Explainer = {
  piece(place) {
    const pairs = pairsOf(place.value, ':');
    const pair = pairs.find((one) => under(one, place.at));
    if (pair === undefined) return undefined;
    if (pair.key === '')
      return said(place, pair, term(pair.value, 'no key stands before it; only Microsoft can read it.'));
    const row = keyOf(place, pair.key);
    const value = wordOf(pair);
    return said(
      place,
      pair,
      term(
        `${pair.key}:${pair.value}`,
        value?.meaning ?? (row === undefined ? 'a key that is not known.' : row.meaning),
      ),
      value !== undefined && row !== undefined ? escapeMarkdown(row.meaning) : undefined,
      value === undefined ? unknownValue(pair) : undefined,
      sourceOf(value?.source ?? row?.source ?? 'not documented by Microsoft'),
    );
  },
  whole(place) {
    const pairs = pairsOf(place.value, ':').filter((pair) => pair.key !== '');
    const lines = pairs
      .map((pair) => ({ pair, value: wordOf(pair) }))
      .filter(({ value }) => value !== undefined)
      .map(({ pair, value }) => `${pair.key}:${pair.value} – ${value?.meaning}`);
    return [bullets(lines, 20), raw(place.value.trim())];
  },
};

function keyOf({ field }: FieldPlace, key: string): HeaderValue | undefined {
  const name = key.toLowerCase();
  if (/mailbox-delivery/i.test(field.name)) return deliveryKeys.get(name) ?? antispamKeys.get(name);
  if (/organization-antispam-report$/i.test(field.name)) return serverReportKeys.get(name) ?? antispamKeys.get(name);
  return antispamKeys.get(name) ?? serverReportKeys.get(name) ?? deliveryKeys.get(name);
}

const wordOf = ({ key, value }: Pair): HeaderValue | undefined =>
  value === '' ? undefined : headerValue(key, value.replace(/;$/, ''));

/** Keys whose values are a closed list: another value is one that nobody explained yet. */
const CLOSED = /^(?:sfv|scl|bcl|cat|dir|ipv|ipvd|efv|efvd|srv|sfty|pcl|dest)$/i;

function unknownValue({ key, value }: Pair): string | undefined {
  if (value === '') return 'It is empty.';
  if (/^\(null\)$/i.test(value)) return '(null) means that there is none.';
  return CLOSED.test(key) ? 'This value is not known.' : undefined;
}

/** X-BigFish of Forefront Online Protection: `vps-11(zz18a9K…)`. */
export const bigFishExplainer: Explainer = {
  whole({ value }) {
    const match = /^\s*([a-z]{0,10})(-?\d{1,4})\(([^)]{0,2000})\)?/i.exec(value.slice(0, 2100));
    if (match === null) return ['Not in the form that is known.'];
    return [
      term(
        `${match[1]}${match[2]}`,
        `the score is ${match[2]}, as X-SpamScore says it: the lower, the less it looks like spam.`,
      ),
      'The letters and numbers in brackets are rules that matched. Only Microsoft could read them.',
    ];
  },
};

/** A bare number of a spam filter; `set` has the meanings of Exchange's levels. */
const numberExplainer = (set?: 'scl' | 'pcl'): Explainer => ({
  whole({ value }) {
    const score = /^\s*(-?\d{1,5}(?:\.\d{1,6})?)\s*$/.exec(value.slice(0, 40))?.[1];
    if (score === undefined) return [];
    const known = set && headerValue(set, score);
    if (known !== undefined) return [term(score, known.meaning), sourceOf(known.source)];
    return [term(score, 'the higher, the more it looks like spam to this filter.')];
  },
});
export const scoreExplainer = numberExplainer();
export const sclExplainer = numberExplainer('scl');
export const pclExplainer = numberExplainer('pcl');
