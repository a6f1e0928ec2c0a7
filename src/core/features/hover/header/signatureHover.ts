import { chainValues } from '../../../knowledge/headerValues/authProperties.ts';
import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import {
  algorithms,
  arcTags,
  canonicalizations,
  signatureTags,
} from '../../../knowledge/headerValues/signatureTags.ts';
import { arcChain } from '../../../mail/header/arcChain.ts';
import { signatureProblems } from '../../../mail/header/signatureProblems.ts';
import { readTags, type Tag } from '../../../mail/header/tags.ts';
import { arcProblemWords, signatureProblemWords } from '../../../problems/signatureWords.ts';
import { cutTo, firstOf } from '../../../text/few.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import { formatUtc } from '../../../trace/delay.ts';
import { alone, bullets, type Explainer, type FieldPlace, listOf, said, sourceOf, term, under } from './place.ts';

/** DKIM-Signature and the signatures of ARC, tag by tag. */
export const signatureExplainer: Explainer = {
  piece(place) {
    const tags = readTags(place.value, alone(place));
    const tag = tags.find((one) => under(one, place.at));
    if (tag === undefined) return undefined;
    const row = rowOf(place, tag.name);
    const value = wordOf(tag);
    const problems = problemsOf(place, tag.name);
    return said(
      place,
      tag,
      term(`${tag.name}=`, row?.meaning ?? 'A tag that is not known; checkers ignore it.'),
      detailOf(tag),
      value === undefined || (tag.name === 'a' && problems.length > 0) ? undefined : escapeMarkdown(value.meaning),
      bullets(problems),
      sourceOf(value?.source ?? row?.source ?? 'RFC 6376 3.2'),
    );
  },
  whole: (place) => [summaryOf(readTags(place.value, alone(place))), bullets(problemsOf(place))],
};

const isArc = ({ field }: FieldPlace): boolean => /^arc-/i.test(field.name);

const rowOf = (place: FieldPlace, name: string): HeaderValue | undefined =>
  (isArc(place) ? arcTags.get(name.toLowerCase()) : undefined) ?? signatureTags.get(name.toLowerCase());

function wordOf({ name, value }: Tag): HeaderValue | undefined {
  if (name === 'a') return algorithms.get(value.toLowerCase());
  if (name === 'cv') return chainValues.get(value.toLowerCase());
  return undefined;
}

/** What the value says, put in words. */
function detailOf({ name, value }: Tag): string | undefined {
  const flat = value.replace(/\s+/g, '');
  if ((name === 't' || name === 'x') && /^\d{1,12}$/.test(flat))
    return `**${escapeMarkdown(formatUtc(Number(flat) * 1000))}**`;
  if (name === 'c') {
    const [header = '', body = 'simple'] = flat.toLowerCase().split('/');
    const of = (part: string): string => canonicalizations.get(part)?.meaning ?? 'This word is not known.';
    return listOf([
      [`Header, ${header}`, of(header)],
      [`Body, ${body}`, of(body)],
    ]);
  }
  if (name === 'h') {
    const names = flat.split(':').filter((one) => one !== '');
    const seen = new Set<string>();
    const twice = new Set(names.map((one) => one.toLowerCase()).filter((one) => seen.has(one) || !seen.add(one)));
    return listOf([
      ['Signed', firstOf(names, 100)],
      ['Named more than once', firstOf([...twice], 20)],
    ]);
  }
  if (name === 'b' || name === 'bh')
    return `${Math.floor((flat.replace(/=+$/, '').length * 3) / 4)} octets, in base64.`;
  return value === '' ? 'It is empty.' : escapeMarkdown(cutTo(value, 300));
}

function summaryOf(tags: readonly Tag[]): string {
  const of = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
  const moment = (name: string): string | undefined => {
    const value = of(name) ?? '';
    return /^\d{1,12}$/.test(value) ? formatUtc(Number(value) * 1000) : undefined;
  };
  const selector = of('s');
  const domain = of('d');
  return listOf([
    ['Set', of('i')?.match(/^\d{1,2}$/)?.[0]],
    ['Chain before it', of('cv')],
    ['Domain', domain],
    ['Key', selector === undefined || domain === undefined ? undefined : `${selector}._domainkey.${domain}`],
    ['Algorithm', of('a')],
    ['Signed at', moment('t')],
    ['Expires at', moment('x')],
    ['Signed fields', of('h')?.replace(/\s+/g, '').replaceAll(':', ', ')],
  ]);
}

/** What is wrong with the signature, or with one of its tags. */
function problemsOf(place: FieldPlace, tag?: string): readonly string[] {
  if (isArc(place)) {
    const { problems } = arcChain(place.message);
    return tag === undefined || tag === 'i' || tag === 'cv' ? problems.map(arcProblemWords) : [];
  }
  return signatureProblems(place.message, readTags(place.value, alone(place)))
    .filter((problem) => tag === undefined || problem.tag === tag)
    .map(signatureProblemWords);
}
