import { withoutBlanks } from '../messageBytes.ts';
import { type AuthenticationFinding, finding } from './authentication.ts';
import { type ChangedBody, transformedBodies } from './bodyTransforms.ts';
import { type BodyHashing, bodyMatches, canonicalLines, isEmptyBodyHash, LineHash } from './canonicalBody.ts';

/** Bytes of a body that is searched for what was changed in it. */
const LARGEST = 4 * 1024 * 1024;
/** Bytes that are hashed at most while searching. */
const BUDGET = 150 * 1024 * 1024;
/** Lines at the top that may have been added. */
const TOP = 40;
/** Lines in front of a boundary that may be a footer. */
const FOOTER = 80;
/** Boundary lines that are looked at. */
const BOUNDARIES = 24;

/**
 * Which change explains that the hash of a body is not that which was signed: a body without the change is hashed, and
 * has the signed hash. Several kinds of changes at once are not tried.
 */
export function explainBodyChange(body: ChangedBody, hashing: BodyHashing): AuthenticationFinding {
  if (body.text.trim() === '') return finding('body-missing');
  // Whatever stands in a body, without all of it the hash of an empty one fits: that proves nothing.
  if (isEmptyBodyHash(hashing)) return finding('body-signed-empty');
  if (body.text.length <= LARGEST) {
    const proven = cutEnd(body.text, hashing) ?? transformed(body, hashing) ?? removedLines(body.text, hashing);
    if (proven !== undefined) return proven;
  }
  // Links cannot be put back as they were, so this one is an observation and no proof.
  const rewriter = REWRITERS.find(([pattern]) => pattern.test(body.text));
  const unsearched = body.text.length > LARGEST && { megabytes: String(LARGEST / 1024 / 1024) };
  if (rewriter !== undefined) return finding('body-links-rewritten', { by: rewriter[1], ...unsearched });
  return unsearched ? finding('body-unsearched', unsearched) : finding('body-changed');
}

/** Services that replace the links of a message, by the host of their links. */
const REWRITERS: readonly (readonly [RegExp, string])[] = [
  [/safelinks\.protection\.outlook\.com/i, 'Microsoft Safe Links'],
  [/urldefense\.(?:proofpoint\.)?com/i, 'Proofpoint URL Defense'],
  [/protect-[a-z]{2}\.mimecast\.com|url\.[a-z]{2}\.m\.mimecastprotect\.com/i, 'Mimecast'],
  [/linkprotect\.cudasvc\.com/i, 'Barracuda Link Protection'],
  [/secure-web\.cisco\.com/i, 'Cisco Secure Email'],
  [/clicktime\.symantec\.com/i, 'Symantec Click-time Protection'],
];

/** A footer appended: some beginning of the body is what was signed. */
function cutEnd(text: string, hashing: BodyHashing): AuthenticationFinding | undefined {
  const lines = canonicalLines(text, hashing.canonicalization);
  const hash = new LineHash(hashing);
  for (const [i, line] of lines.entries()) {
    hash.add(line);
    if (hash.matches()) return removed('body-cut', lines, i + 1, lines.length);
  }
  return undefined;
}

function transformed(body: ChangedBody, hashing: BodyHashing): AuthenticationFinding | undefined {
  for (const { found, text } of transformedBodies(body)) {
    if (bodyMatches(text, hashing)) return found;
  }
  const other = hashing.canonicalization === 'simple' ? 'relaxed' : 'simple';
  return bodyMatches(body.text, { ...hashing, canonicalization: other })
    ? finding('body-canonicalization', { stated: hashing.canonicalization, used: other })
    : undefined;
}

/** Lines added at the top, in front of a boundary, as a part, or as a whole new message around the old one. */
function removedLines(text: string, hashing: BodyHashing): AuthenticationFinding | undefined {
  const lines = canonicalLines(text, hashing.canonicalization);
  let budget = BUDGET;
  const without = (from: number, to: number, prefix?: LineHash, end = lines.length): boolean => {
    const hash = new LineHash(hashing, prefix);
    if (prefix === undefined) for (let i = 0; i < from; i++) hash.add(lines[i] as string);
    for (let i = to; i < end; i++) hash.add(lines[i] as string);
    budget -= text.length;
    return hash.matches();
  };
  for (let to = 1; to <= Math.min(TOP, lines.length - 1) && budget > 0; to++) {
    if (without(0, to)) return removed('body-top-added', lines, 0, to);
  }
  const boundaries = boundaryLines(lines);
  for (const [n, at] of boundaries.entries()) {
    const next = boundaries.find((other) => other > at && sameBoundary(lines, other, at));
    if (next !== undefined && budget > 0 && without(at, next)) return removed('body-part-added', lines, at, next);
    if (next !== undefined && budget > 0) {
      let start = at + 1;
      while (start < next && lines[start] !== '') start++;
      if (without(0, start + 1, new LineHash(hashing), next)) return finding('body-wrapped');
    }
    const least = Math.max(n === 0 ? 0 : (boundaries[n - 1] as number) + 1, at - FOOTER);
    for (let from = at - 1; from > least && budget > 0; from--) {
      if (without(from, at)) return removed('body-footer-in-part', lines, from, at);
    }
  }
  return undefined;
}

type Removal = 'body-cut' | 'body-top-added' | 'body-part-added' | 'body-footer-in-part';

function removed(code: Removal, lines: readonly string[], from: number, to: number): AuthenticationFinding {
  let last = to;
  while (last > from && lines[last - 1] === '') last--;
  const cut = lines.slice(from, last);
  const words = cut.find((line) => /[\p{L}\p{N}]/u.test(line) && !line.startsWith('--')) ?? cut[0] ?? '';
  const text = Buffer.from(words.slice(0, 120), 'latin1').toString();
  return finding(code, { lines: String(Math.max(1, cut.length)), text });
}

function boundaryLines(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < lines.length && found.length < BOUNDARIES; i++) {
    const line = lines[i] as string;
    // RFC 2046 5.1.1: at most 70 characters behind the hyphens.
    if (line.startsWith('--') && line.length > 3 && line.length <= 76) found.push(i);
  }
  return found;
}

const sameBoundary = (lines: readonly string[], a: number, b: number): boolean =>
  withoutClose(lines[a] as string) === withoutClose(lines[b] as string);

const withoutClose = (line: string): string => {
  const bare = withoutBlanks(line);
  return bare.endsWith('--') ? bare.slice(0, -2) : bare;
};
