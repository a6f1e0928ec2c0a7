import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import type { JsonField } from './jsonText.ts';

/**
 * What a service posts as a form: `event=bounced&recipient=bob%40contoso.test&code=550`, with an address in it and
 * something of what happened (WHATWG URL 5.1).
 */
export const FORM = String.raw`(?=[A-Za-z][\w.%[\]-]{0,60}=[^&\s]{0,2000}&[A-Za-z])(?=\S{0,6000}%40)(?=\S{0,6000}?(?:event|type|status|action|code|error|bounce|reason)(?:%5D|\])?=)[A-Za-z]`;
const IS_FORM = new RegExp(`^${FORM}`);

export const isForm = (text: string): boolean => IS_FORM.test(text);

/** The pairs by their names, and of `contact[email]` the name in the brackets; a value means what it is unescaped. */
export function formFields(word: LogWord): readonly JsonField[] {
  const fields: JsonField[] = [];
  let at = 0;
  for (const pair of word.text.split('&')) {
    const sign = pair.indexOf('=');
    const [first = '', ...inner] = decoded(pair.slice(0, Math.max(0, sign)))
      .split(/[[\]]{1,2}/)
      .filter((one) => one !== '');
    const value = part(word, at + sign + 1, at + pair.length);
    const names = [first, ...inner.filter((one) => !/^\d{1,4}$/.test(one))];
    fields.push({
      name: names.at(-1) as string,
      under: names.slice(0, -1),
      value: { ...value, text: decoded(value.text) },
    });
    at += pair.length + 1;
  }
  return fields;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
