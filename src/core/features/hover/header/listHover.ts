import { headerField } from '../../../knowledge/headerFields.ts';
import { headerValue } from '../../../knowledge/headerValues.ts';
import { fieldsNamed } from '../../../mail/header/fields.ts';
import { type Explainer, explained, type FieldPlace, said, sourceOf, term, under } from './place.ts';

/** List-* (RFC 2369): each address between angles, and whether one click is enough (RFC 8058). */
export const listExplainer: Explainer = {
  piece(place) {
    const url = urlsOf(place.value).find((one) => under(one, place.at));
    if (url === undefined) return undefined;
    const act = headerField(place.field.name)?.act ?? 'use the list';
    return said(
      place,
      url,
      term(url.text, `${/^mailto:/i.test(url.text) ? 'write to this address' : 'open this page'} to ${act}.`),
      ...clickLines(place),
      sourceOf('RFC 2369 3'),
    );
  },
  whole(place) {
    const word = headerValue(place.field.name, place.value);
    return [...(word === undefined ? [] : explained(place.value.trim(), word, '')), ...clickLines(place)];
  },
};

interface Url {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function urlsOf(value: string): readonly Url[] {
  const urls: Url[] = [];
  for (let open = value.indexOf('<'); open >= 0; ) {
    const close = value.indexOf('>', open);
    if (close < 0) break;
    urls.push({ text: value.slice(open + 1, close).replace(/\s+/g, ''), start: open, end: close + 1 });
    open = value.indexOf('<', close);
  }
  return urls;
}

/** RFC 8058 3.1: one https address and List-Unsubscribe-Post, both signed by DKIM. */
function clickLines({ message, field }: FieldPlace): readonly string[] {
  if (!/^list-unsubscribe(?:-post)?$/i.test(field.name)) return [];
  const has = (name: string, pattern: RegExp): boolean =>
    fieldsNamed(message.fields, name).some(({ value }) => pattern.test(value));
  if (!has('list-unsubscribe-post', /one-click/i))
    return [
      'One click is not offered: there is no List-Unsubscribe-Post (RFC 8058), which Google and Yahoo ask of those who send much.',
    ];
  if (!has('list-unsubscribe', /<\s*https:/i))
    return ['One click cannot work: List-Unsubscribe has no https address (RFC 8058 3.1).'];
  const signed = fieldsNamed(message.fields, 'dkim-signature').some(({ value }) => {
    const names =
      /(?:^|;)\s*h\s*=([^;]*)/i
        .exec(value)?.[1]
        ?.toLowerCase()
        .split(/\s*:\s*|\s+/) ?? [];
    return ['list-unsubscribe', 'list-unsubscribe-post'].every((name) => names.includes(name));
  });
  return [
    signed
      ? 'One click is offered and signed (RFC 8058).'
      : 'One click is offered, but no DKIM signature covers both fields, as RFC 8058 4 asks.',
  ];
}
