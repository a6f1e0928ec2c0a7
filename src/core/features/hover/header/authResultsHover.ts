import { authMethods, authResultMeaning } from '../../../knowledge/authMethods.ts';
import {
  authNotes,
  authProperties,
  dispositions,
  privateMethods,
  propertyTypes,
} from '../../../knowledge/headerValues/authProperties.ts';
import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import { headerValue } from '../../../knowledge/headerValues.ts';
import { readAuthResults } from '../../../mail/header/authResults.ts';
import type { AuthProperty, AuthResult, AuthResults } from '../../../mail/message.ts';
import { cutTo } from '../../../text/few.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import type { Span } from '../../../text/span.ts';
import type { HoverText } from '../hoverText.ts';
import { alone, type Explainer, type FieldPlace, raw, said, sourceOf, term, under } from './place.ts';
import { trustLine } from './trustWords.ts';

/** Authentication-Results in all its names (RFC 8601), Microsoft's form without a server too. */
export const authResultsExplainer: Explainer = {
  piece(place) {
    const read = readAuthResults(place.value, alone(place));
    if (under(read.serverSpan, place.at)) {
      return said(
        place,
        read.serverSpan,
        term(read.server ?? '', 'the server that checked.'),
        trustLine(place, read),
        sourceOf('RFC 8601 2.5'),
      );
    }
    const result = read.results.find((one) => under(one, place.at));
    return result && resultHover(place, result);
  },
  whole: (place) => wholeLines(place, readAuthResults(place.value, alone(place))),
};

function resultHover(place: FieldPlace, result: AuthResult): HoverText {
  const property = result.properties.find((one) => under(one, place.at));
  if (property !== undefined) return propertyHover(place, result, property);
  const comment = result.comments.find((one) => under(one, place.at));
  if (comment !== undefined) return commentHover(place, result, comment);
  const meaning = authResultMeaning(result.method, result.result) ?? headerValue(result.method, result.result);
  const method = methodOf(result.method);
  return said(
    place,
    result,
    term(
      `${result.method}=${result.result}`,
      meaning?.meaning ?? `${method?.meaning ?? 'a method that is not known.'} The result is none that is known.`,
    ),
    noteOf(place, result),
    result.properties.map((one) => `- ${propertyLine(result, one)}`).join('\n'),
    sourceOf(meaning?.source ?? method?.source ?? 'RFC 8601 2.2'),
  );
}

const methodOf = (method: string): HeaderValue | undefined => authMethods.get(method) ?? privateMethods.get(method);

/** Why the check ended so, by the words that the checker added. */
function noteOf({ value }: FieldPlace, result: AuthResult): string | undefined {
  const words = [result.reason ?? '', ...result.comments.map((span) => value.slice(span.start, span.end).slice(0, 300))]
    .join(' ')
    .toLowerCase();
  if (result.result === 'pass' || result.method === 'compauth') return undefined;
  const note = authNotes.find(([sought]) => words.includes(sought))?.[1];
  return note && escapeMarkdown(note.meaning);
}

function propertyHover(place: FieldPlace, result: AuthResult, property: AuthProperty): HoverText {
  const name = nameOf(property);
  const row = authProperties.get(name);
  const value = wordOf(result, property);
  const type = property.ptype === undefined ? undefined : propertyTypes.get(property.ptype);
  return said(
    place,
    property,
    value === undefined
      ? term(`${name}=${property.value}`, row?.meaning ?? `${type?.meaning ?? 'A property that is not registered.'}`)
      : term(`${name}=${property.value}`, value.meaning),
    value !== undefined && row !== undefined && nameOf(property) !== 'reason' ? escapeMarkdown(row.meaning) : undefined,
    row !== undefined && type !== undefined ? escapeMarkdown(type.meaning) : undefined,
    sourceOf(value?.source ?? row?.source ?? type?.source ?? 'RFC 8601 2.2'),
  );
}

const nameOf = ({ ptype, property }: AuthProperty): string => (ptype === undefined ? property : `${ptype}.${property}`);

/** Values that are words of their own: Microsoft's reasons and actions, the policies that Google writes. */
function wordOf(result: AuthResult, property: AuthProperty): HeaderValue | undefined {
  const name = nameOf(property);
  if (name === 'reason' && result.method === 'compauth') return headerValue('compauth reason', property.value);
  if (name === 'action' && result.method === 'dmarc') return headerValue('dmarc action', property.value);
  if (/^(?:p|sp|dis|policy\.dmarc)$/.test(name)) return dispositions.get(property.value.toLowerCase());
  return undefined;
}

function propertyLine(result: AuthResult, property: AuthProperty): string {
  const value = wordOf(result, property) ?? authProperties.get(nameOf(property));
  const written = escapeMarkdown(`${nameOf(property)}=${cutTo(property.value, 200)}`);
  return value === undefined ? written : `${written}: ${escapeMarkdown(value.meaning)}`;
}

function commentHover(place: FieldPlace, result: AuthResult, comment: Span): HoverText {
  const words = place.value.slice(comment.start + 1, comment.end - 1);
  const lower = words.toLowerCase().slice(0, 1000);
  const policies = [...lower.matchAll(/\b(p|sp|dis)=([a-z]{1,20})/g)].map(
    ([, key = '', value = '']) =>
      `- ${escapeMarkdown(`${key}=${value}`)}: ${escapeMarkdown(`${authProperties.get(key)?.meaning ?? ''} ${dispositions.get(value)?.meaning ?? ''}`.trim())}`,
  );
  const note =
    policies.length > 0
      ? undefined
      : authNotes.filter(([sought]) => lower.includes(sought)).toSorted(([a], [b]) => b.length - a.length)[0]?.[1];
  return said(
    place,
    comment,
    note === undefined
      ? term('A remark', `what the checker adds to ${result.method}=${result.result}.`)
      : term('A remark', note.meaning),
    policies.join('\n'),
    raw(words),
    sourceOf(note?.source ?? 'RFC 8601 2.2'),
  );
}

function wholeLines(place: FieldPlace, read: AuthResults): readonly string[] {
  const by =
    read.server === undefined ? 'It does not say which server checked.' : `Checked by ${escapeMarkdown(read.server)}.`;
  const rows = read.results.map((result) => {
    const meaning = authResultMeaning(result.method, result.result) ?? headerValue(result.method, result.result);
    const reason = result.method === 'compauth' ? headerValue('compauth reason', result.reason ?? '') : undefined;
    const words = [meaning?.meaning, reason?.meaning].filter((part) => part !== undefined).join(' ');
    return `- ${escapeMarkdown(`${result.method}=${result.result}`)}${words === '' ? '' : `: ${escapeMarkdown(words)}`}`;
  });
  return [rows.join('\n'), `${by} ${trustLine(place, read)}`];
}
