import { createHash, verify } from 'node:crypto';
import { type AuthenticationFinding, finding } from './authentication.ts';

/** What a signature over a header is checked with. */
export interface HeaderSignature {
  /** The canonical header that is hashed (RFC 6376 3.7), one character a byte. */
  readonly canonical: string;
  /** In PEM. */
  readonly publicKey: string;
  /** `rsa-sha256`, `ed25519-sha256`. */
  readonly algorithm: string;
  /** In base64. */
  readonly signature: string;
  /** What X-Original-From says, where a list keeps the author there. */
  readonly originalFrom?: string;
}

/** Fields that are tried to be left out. */
const MOST_FIELDS = 60;

export function headerVerifies(canonical: string, { publicKey, algorithm, signature }: HeaderSignature): boolean {
  const data = Buffer.from(canonical, 'latin1');
  const bytes = Buffer.from(signature, 'base64');
  try {
    // RFC 8463 3: Ed25519 signs the SHA-256 of the header.
    return algorithm.startsWith('ed25519')
      ? verify(null, createHash('sha256').update(data).digest(), publicKey, bytes)
      : verify(algorithm.replace(/^rsa-/, ''), data, publicKey, bytes);
  } catch {
    // A key of another kind than the signature needs.
    return false;
  }
}

/**
 * Which change explains that a signature does not fit the header. A hash says that something differs and never what; so
 * a header without the change is tried, and fits.
 */
export function explainHeaderChange(signature: HeaderSignature): AuthenticationFinding {
  for (const { text, found } of changedHeaders(signature)) {
    if (headerVerifies(text, signature)) return found;
  }
  return finding('header-changed');
}

function* changedHeaders({
  canonical,
  originalFrom,
}: HeaderSignature): Iterable<{ readonly text: string; readonly found: AuthenticationFinding }> {
  const fields = canonical.split(/\r\n(?![ \t])/);
  const join = (changed: readonly string[]): string => changed.join('\r\n');
  const replaced = (i: number, field: string): string => join(fields.map((old, j) => (j === i ? field : old)));
  for (const [i, field] of fields.entries()) {
    if (!/^subject[ \t]{0,10}:/i.test(field)) continue;
    for (const { without, tag } of untagged(field)) {
      yield { text: replaced(i, without), found: finding('header-subject-tag', { tag: decoded(tag) }) };
    }
  }
  yield* unfoldedHeaders(fields).map((text) => ({ text, found: finding('header-refolded') }));
  for (const [i, field] of fields.entries()) {
    const encoding = /^(content-transfer-encoding[ \t]{0,10}:[ \t]{0,10})(\S{1,30})$/i.exec(field);
    if (encoding === null) continue;
    for (const was of ['8bit', '7bit', 'quoted-printable', 'base64']) {
      const now = encoding[2] as string;
      if (now.toLowerCase() === was) continue;
      yield { text: replaced(i, `${encoding[1]}${was}`), found: finding('header-encoding-changed', { was, now }) };
    }
  }
  for (const [i, field] of fields.entries()) {
    if (originalFrom === undefined || !/^from[ \t]{0,10}:/i.test(field)) continue;
    const name = field.slice(0, field.indexOf(':') + 1);
    const blank = field[name.length] === ' ' ? ' ' : '';
    yield { text: replaced(i, `${name}${blank}${originalFrom}`), found: finding('header-from-rewritten') };
  }
  // The last one is the signature itself.
  for (const [i, field] of fields.slice(0, -1).slice(0, MOST_FIELDS).entries()) {
    const name = field.slice(0, Math.max(0, field.indexOf(':'))).trim();
    // RFC 6376 8.15: a name in h= once more than there are fields keeps further ones from being added.
    yield { text: join(fields.filter((_, j) => j !== i)), found: finding('header-field-added', { name }) };
  }
}

/** The last field is the signature itself, which nobody folds anew without breaking it. */
function unfoldedHeaders(fields: readonly string[]): readonly string[] {
  const whole = fields.join('\r\n');
  const headers = new Set<string>();
  for (const blank of [' ', '$1']) {
    const changed = fields.map((field, i) =>
      i === fields.length - 1 ? field : field.replace(/\r\n([ \t])[ \t]*/g, blank),
    );
    headers.add(changed.join('\r\n'));
    for (const [i, field] of changed.slice(0, MOST_FIELDS).entries()) {
      if (field !== fields[i]) headers.add(fields.with(i, field).join('\r\n'));
    }
  }
  headers.delete(whole);
  return [...headers];
}

/** Words that lists and filters put in front of a subject, behind `Re:` too. */
function* untagged(field: string): Iterable<{ readonly without: string; readonly tag: string }> {
  const colon = field.indexOf(':') + 1;
  const lead = (/^[ \t]{0,10}/.exec(field.slice(colon)) as RegExpExecArray)[0];
  const reply = (
    /^(?:(?:re|fwd?|aw|wg)[ \t]{0,3}:[ \t]{0,3}){0,3}/i.exec(field.slice(colon + lead.length)) as RegExpExecArray
  )[0];
  const start = colon + lead.length + reply.length;
  const rest = field.slice(start);
  for (const pattern of TAGS) {
    const tag = pattern.exec(rest.slice(0, 200))?.[0];
    if (tag === undefined) continue;
    yield { without: field.slice(0, start) + rest.slice(tag.length), tag: tag.trim() };
    // Two tags: a list's and a filter's.
    const second = /^\[[^\]\r\n]{1,80}\][ \t]{0,3}/.exec(rest.slice(tag.length, tag.length + 100))?.[0];
    if (second !== undefined) {
      yield { without: field.slice(0, start) + rest.slice(tag.length + second.length), tag: `${tag}${second}`.trim() };
    }
  }
}

const TAGS: readonly RegExp[] = [
  /^\[[^\]\r\n]{1,80}\][ \t]{1,3}/,
  /^\[[^\]\r\n]{1,80}\]/,
  /^\*{2,8}[ \t]{0,2}[\w ]{1,30}\*{2,8}[ \t]{0,3}/,
  /^\{[^}\r\n]{1,40}\}[ \t]{0,3}/,
  /^(?:external|extern|spam|suspected spam|caution|bulk|virus)[ \t]{0,2}[:-][ \t]{0,3}/i,
];

const decoded = (text: string): string => Buffer.from(text, 'latin1').toString();
