import type { Lines } from '../../text/lines.ts';
import { fieldNamed } from '../header/fields.ts';
import type { Field } from '../message.ts';

/** Recipients of a notice that are told. */
export const MOST_RECIPIENTS = 200;

/** Addresses that X-Failed-Recipients names, as Exim and Gmail write it. */
export const failedIn = (fields: readonly Field[]): readonly string[] =>
  (fieldNamed(fields, 'x-failed-recipients')?.value ?? '')
    .split(',', MOST_RECIPIENTS)
    .map((address) => address.trim())
    .filter((address) => address.includes('@'));

/**
 * People whom Exchange 5.5 and 2003 name without an address, at most `most`: `Bob Miller on Fri, 14 Sep 2007 18:52:54`,
 * in the languages of Outlook.
 */
export function shownNames(lines: Lines, end: number, most: number): readonly string[] {
  const found: string[] = [];
  for (let line = 0; line < end && line < 200 && found.length < most; line++) {
    const name = SHOWN.exec(lines.at(line))?.[1]?.trim();
    if (name !== undefined) found.push(name);
  }
  return found;
}

const SHOWN =
  /^[ \t]{0,12}([\p{L}\p{N}][^@<>:;()]{1,80}?) (?:on|am|le|el|il|op|em|den|w dniu) (?:\p{L}{2,10}\.?,? )?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\.? \p{L}{3,10} \d{4})[, ]{1,3}\d{1,2}:\d\d/u;
