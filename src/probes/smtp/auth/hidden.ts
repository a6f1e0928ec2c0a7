import { alignedBase64, encodeBase64, readBase64 } from '../../../core/text/base64.ts';
import { asCharacters, textOfOctets } from '../../../core/text/utf8.ts';
import type { Octets } from './mechanism.ts';
import { hexOf } from './passwords.ts';

/** What stands in the place of what must not be shown. */
export const HIDDEN = '(hidden)';

/** Shorter digits of an encoding stand everywhere by chance. */
const SHORTEST_ENCODED = 4;
/** An answer that gives up or only acknowledges is shorter. */
const SHORTEST_SENT = 8;
/** From so many characters on a form stands in no reply by chance, unless it is a word. */
const TELLING = 6;

/** What the lines of a server became. */
export interface Cleaned {
  readonly lines: readonly string[];
  readonly rest?: string;
  /** A secret stood there, and not by chance. */
  readonly echoed: boolean;
}

/**
 * The secrets of a login in every form that a server can say back: as they are, in base64 at any place of it, in
 * hexadecimal digits; blanks, line ends, controls and capitals do not count. A line that holds one is not shown at all,
 * since what is left around it would tell.
 */
export class HiddenSecrets {
  /** Each with whether it tells of an echo. */
  readonly #forms = new Map<string, boolean>();

  /** `expected`: the server may say it, and no echo is told of. */
  add(octets: Octets, expected = false): void {
    if (octets === '') return;
    const text = textOfOctets(octets) ?? octets;
    const forms = [
      octets,
      text,
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')),
    ];
    for (const form of forms.map(normal)) this.#remember(form, !expected && /[^\p{L}]/u.test(form));
    const encoded = [hexOf(octets), encodeBase64(octets), ...alignedBase64(octets)].map(normal);
    for (const form of encoded) if (form.length >= SHORTEST_ENCODED) this.#remember(form, !expected);
  }

  /** An answer that was sent in base64; a server that says it back in base64 once more is known too. */
  addSent(base64: string): void {
    if (base64.length < SHORTEST_SENT) return;
    this.#remember(normal(base64), true);
    this.add(base64);
  }

  /** What was computed from a secret, also in the base64 in which SCRAM has it inside of an answer. */
  addDerived(octets: Octets): void {
    this.add(octets, true);
    this.add(encodeBase64(octets), true);
  }

  #remember(form: string, tells: boolean): void {
    if (form === '') return;
    this.#forms.set(form, (tells && form.length >= TELLING) || this.#forms.get(form) === true);
  }

  /** Lines of a server's, in the order in which they came, without those that tell a secret. */
  clean(lines: readonly string[], rest: string | undefined): Cleaned {
    const all = rest === undefined ? lines : [...lines, rest];
    const told = all.map((line) => this.#in(line));
    const joined = told.every((one) => one === undefined)
      ? this.#in(all.map((line) => line.replace(CODE, '')).join(''))
      : undefined;
    const found = told.map((one) => one ?? joined);
    const cleaned = all.map((line, at) => (found[at] === undefined ? line : `${CODE.exec(line)?.[0] ?? ''}${HIDDEN}`));
    const echoed = found.some((form) => form !== undefined && this.#forms.get(form) === true);
    if (rest === undefined) return { lines: cleaned, echoed };
    return { lines: cleaned.slice(0, -1), rest: cleaned.at(-1) ?? HIDDEN, echoed };
  }

  /** Whether a text of the server's holds a secret. */
  has(text: string): boolean {
    return this.#in(text) !== undefined;
  }

  /** The longest form in a text. */
  #in(text: string): string | undefined {
    const said = normal(text);
    let longest: string | undefined;
    for (const form of this.#forms.keys()) {
      if (form.length > (longest?.length ?? 0) && said.includes(form)) longest = form;
    }
    return longest;
  }
}

/** The code of a reply line and its enhanced code, which tell nothing. */
const CODE = /^\d{3}(?:[ -]|$)(?:[245]\.\d{1,3}\.\d{1,3}(?: |$))?/;

/** Without blanks and controls, in small letters, with the digits of base64 for those of base64url (RFC 4648 5). */
const normal = (text: string): string =>
  text
    .replace(/[\s\p{C}]/gu, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/=+$/, '')
    .toLowerCase();

/** The octets of a challenge; undefined where it is no base64 (RFC 4954 4). An empty challenge holds none. */
export function readChallenge(words: string): Octets | undefined {
  const digits = words.trim();
  const { octets, wrong } = readBase64(digits);
  if (wrong !== undefined || digits.replace(/=/g, '').length % 4 === 1) return undefined;
  return asCharacters(octets);
}

/** Octets as they are written: an empty first answer is `=` (RFC 4954 4). */
export const writeAnswer = (octets: Octets, isFirst: boolean): string =>
  octets === '' && isFirst ? '=' : encodeBase64(octets);
