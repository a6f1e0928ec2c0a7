import { readBase64 } from '../../text/base64.ts';
import { asCharacters, textOfOctets } from '../../text/utf8.ts';
import { decodePercents } from './percent.ts';
import { parameterOf, type WebAddress } from './webAddress.ts';
import type { Inside } from './wrapper.ts';

/** The address in a link of Proofpoint's URL Defense, by the decoder that Proofpoint publishes (URLDefenseDecode.py). */
export function insideUrlDefense(address: WebAddress): Inside | undefined {
  const version = /^\/v([123])\//i.exec(address.path)?.[1];
  const inside =
    version === '1'
      ? parameterOf(address, ['u'])
      : version === '2'
        ? second(address)
        : version === '3'
          ? third(address)
          : undefined;
  return inside === undefined ? undefined : { kind: 'address', address: inside };
}

/** The second form writes `-` for a percent sign and `_` for a slash. */
function second({ query }: WebAddress): string | undefined {
  const value = query.split('&', 50).find((pair) => /^u=/i.test(pair));
  return value === undefined ? undefined : decodePercents(value.slice(2).replaceAll('-', '%').replaceAll('_', '/'));
}

/** How many characters a run `**x` stands for, by `x`: 2 for A up to 65 for `_`. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The third form writes `/v3/__ADDRESS__;TAKEN!…`: in the address a `*` stands for one character that was taken out, `**x`
 * for several, and the characters stand in base64 behind it.
 */
function third({ path, query, fragment }: WebAddress): string | undefined {
  const whole = `${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
  if (!whole.startsWith('/v3/__')) return undefined;
  const end = whole.indexOf('__;', 7);
  if (end < 0) return undefined;
  const [digits] = /^[\w+/=-]{0,4000}/.exec(whole.slice(end + 3)) as RegExpExecArray;
  const { octets } = readBase64(digits.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  const written = asCharacters(octets);
  const taken = [...(textOfOctets(written) ?? written)];
  let next = 0;
  const address = whole.slice(6, end).replace(/\*(?:\*([\w-]))?/g, (mark, run: string | undefined) => {
    const count = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    const piece = taken.slice(next, next + count);
    next += count;
    return piece.length === 0 ? mark : piece.join('');
  });
  // Programs on the way make one slash of two.
  return address.replace(/^(https?|ftp):\/(?!\/)/i, '$1://');
}
