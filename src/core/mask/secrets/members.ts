import type { Key } from './keys.ts';
import { LEAD } from './opening.ts';
import { restAt, type Value, valueAt, wholeValue } from './value.ts';

export type Find = (text: string, key: Key) => Value | undefined;

/** The line break may be spelt out, in a string around it. */
const NEXT = `(?:[ \\t]{0,40}|[ \\t]{0,8}(?:\\r?\\n|\\\\{1,7}n)${LEAD})`;
/** What stands in front of the value in the same object: a few members that are no objects themselves. */
const MEMBER = `${NEXT}\\\\{0,7}["']?[\\w-]{1,40}\\\\{0,7}["']?[ \\t]{0,20}[:=][ \\t]{0,4}(?:\\\\{0,7}"[^"\\\\\\r\\n]{0,200}\\\\{0,7}"|[^\\s,{}"\\\\]{1,100})[ \\t]{0,4},?`;
const INSIDE = new RegExp(
  `\\\\{0,7}["'](?:[ \\t]{0,4},|[ \\t]{0,4}[:=]?[ \\t]{0,4}\\{)(?:${MEMBER}){0,6}?${NEXT}\\\\{0,7}["']?(?:\\w{0,20}value|default)\\\\{0,7}["']?[ \\t]{0,20}[:=][ \\t]{0,4}(?=\\\\{0,7}["'])`,
  'iy',
);
/** `{ "name": "SMTP_PASSWORD", …, "value": "…" }`, `"smtpPassword": { "value": "…" }`, `variable "password" { … default = "…" }`. */
export const inside: Find = (text, { end }) => {
  INSIDE.lastIndex = end;
  return INSIDE.test(text) ? valueAt(text, INSIDE.lastIndex) : undefined;
};

/** `<password>…</password>`, `<param name="password">…<`, `<key>password</key> <string>…<`, `<name>…</name><value>…<`. */
const ELEMENT =
  /(?:(?:\\{0,7}["'][^<>]{0,100})?(?:\s[^<>="']{1,40}=["'][^<>"']{0,100}["']){0,8}>|<\/[\w:.-]{1,30}>\s{0,80}(?:[>|][ \t>|]{0,12})?<[\w:.-]{1,30}>)\s{0,80}(?:<[\w:.-]{1,30}>\s{0,80})?(?:<!\[CDATA\[)?(?<value>[^<>\r\n]{1,65000}?)\s{0,80}(?:\]\]>)?<(?:\/|!)/y;
export const element: Find = (text, { start, end }) => {
  // The end of an element has no value; the next one has another name.
  if (text.charAt(start) === '/') return undefined;
  if (!/[<"'>:]$/.test(text.slice(start - 1, start)) || !/^[<>\s"'\\]/.test(text.charAt(end))) return undefined;
  ELEMENT.lastIndex = end;
  const match = ELEMENT.exec(text);
  const value = match?.groups?.value;
  if (match === null || value === undefined) return undefined;
  const at = end + match[0].lastIndexOf(value, match[0].lastIndexOf('<') - 1);
  return wholeValue(at, at + value.length);
};

const NAMED = new RegExp(
  `\\\\{0,7}["']?(?:[ \\t]{1,8}[\\w-]{1,30}=\\\\{0,7}["'][^"'<>\\r\\n]{0,100}["']){0,6}\\)?[ \\t]{0,4}[,;/]?(?:[ \\t]{0,40}|[ \\t]{0,8}\\r?\\n${LEAD}(?:\\w{1,40}\\.)?)(?:--?)?\\\\{0,7}["']?(?:parameter)?value\\\\{0,7}["']?[ \\t]{0,4}[:=][ \\t]{0,4}`,
  'iy',
);
/** `name="password" value="…"`, `name: SMTP_PASSWORD` and `value: …` on the next line. */
export const valued: Find = (text, { end }) => {
  NAMED.lastIndex = end;
  return NAMED.test(text) ? valueAt(text, NAMED.lastIndex) : undefined;
};

const FORM_DATA = new RegExp(
  `\\\\{0,7}["']?[ \\t]{0,4}\\r?\\n(?:${LEAD}[A-Za-z-]{1,40}:[^\\r\\n]{0,200}\\r?\\n){0,3}${LEAD}\\r?\\n${LEAD}`,
  'y',
);
/** A field of a form in parts (RFC 7578 4.2): `name="password"`, an empty line, the value. */
export const inParts: Find = (text, { start, end }) => {
  FORM_DATA.lastIndex = end;
  return /\bname=["']?$/.test(text.slice(Math.max(0, start - 12), start)) && FORM_DATA.test(text)
    ? restAt(text, FORM_DATA.lastIndex)
    : undefined;
};

/** `<input value="…" type="password">`: what stands in front of the name in the same element, which has no backslashes of its own. */
const VALUE_BEFORE =
  /<input\b[^<>]{0,300}\bvalue=(?:(?<level>\\{1,7})"(?<escaped>[^"<>\r\n]{1,300})\k<level>"(?=[\s/])|"(?<double>[^"<>\r\n]{1,300})"|'(?<single>[^'<>\r\n]{1,300})')[^<>\r\n]{0,300}$/i;
export const inElement: Find = (text, { start }) => {
  const from = Math.max(0, start - 900);
  const match = VALUE_BEFORE.exec(text.slice(from, start));
  if (match === null) return undefined;
  const at = from + match.index + match[0].lastIndexOf('value=') + 'value='.length;
  const { double, single, escaped } = match.groups ?? {};
  const value = (double ?? single ?? escaped) as string;
  const begin = text.indexOf(value, at + 1);
  return wholeValue(begin, begin + value.length);
};
