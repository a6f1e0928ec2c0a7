import type { Lines } from '../../text/lines.ts';
import { fieldNamed } from '../header/fields.ts';
import type { Field } from '../message.ts';
import { firstAddress } from '../reports/reportWords.ts';
import type { AddressLine } from './addressLines.ts';
import { hasReasonBelow } from './regions.ts';
import { failedIn } from './shownNames.ts';

/** The addresses that the notice is about: what other parts name, else the surest way in which any of them stands. */
export function chosen(
  lines: Lines,
  all: readonly AddressLine[],
  fields: readonly Field[],
  known: readonly string[],
): readonly AddressLine[] {
  const wanted = new Set([...known, ...failedIn(fields)].map((address) => address.toLowerCase()));
  if (wanted.size > 0) {
    const named = firsts(all.filter(({ address }) => wanted.has(address.toLowerCase())));
    if (named.length > 0) return named;
  }
  const own = new Set(['from', 'to', 'reply-to'].flatMap((name) => addressOf(fieldNamed(fields, name)?.value)));
  for (const as of ['alone', 'labelled', 'commanded', 'refused', 'named'] as const) {
    const those = all.filter(
      (one) => one.as === as && (as === 'alone' ? !isAdvice(lines, one.line) : !own.has(one.address.toLowerCase())),
    );
    const strange = those.filter((one) => !own.has(one.address.toLowerCase()));
    const [first] = those;
    if (first === undefined) continue;
    // Another notice below may have its recipient behind the heading.
    const isBelow = (one: AddressLine): boolean =>
      one.as === 'labelled' && one.line > first.line && hasReasonBelow(lines, one.line);
    return firsts([...(strange.length > 0 ? strange : those), ...(as === 'alone' ? all.filter(isBelow) : [])]);
  }
  // Where the header was typed off, or a mailer writes to the recipient's own address.
  return firsts(all.filter(({ as }) => as === 'labelled' || as === 'commanded'));
}

/** An address on a line of its own may be one to write to. */
function isAdvice(lines: Lines, line: number): boolean {
  let above = line - 1;
  while (above >= 0 && line - above < 4 && lines.at(above).trim() === '') above--;
  return (
    above >= 0 &&
    /\b(?:to the address|contact|write to|(?:please|instead) use|use (?:the|this) \w{0,10} ?(?:e-?mail )?address|new (?:e-?mail )?address(?: is)?|send (?:an? )?(?:e-?)?mail to|questions to|if)\s{0,4}:?\s{0,4}$/i.test(
      lines.at(above).slice(-80),
    )
  );
}

/** Each address once; the surest place of it before the others. */
function firsts(found: readonly AddressLine[]): readonly AddressLine[] {
  const best = new Map<string, AddressLine>();
  for (const one of found) {
    const key = one.address.toLowerCase();
    const known = best.get(key);
    if (known === undefined || (known.as !== 'alone' && one.as === 'alone')) best.set(key, one);
  }
  return [...best.values()].sort((a, b) => a.line - b.line || a.from - b.from);
}

/** The first address in a value, in small letters. */
export const addressOf = (value: string | undefined): readonly string[] =>
  [firstAddress(value)?.toLowerCase() ?? []].flat();
