/**
 * What an explanation amounts to beside what is known of the text: `right`; `not-known`, the codes alone are explained
 * and it says so; `wrong`.
 *
 * @typedef {'right' | 'not-known' | 'wrong'} Judgement
 *
 * @typedef {{
 *   readonly reason: string, readonly sisimai: string, readonly basis: string,
 *   readonly confidence: 'high' | 'medium' | 'low', readonly unknownWords?: boolean,
 * }} Told what an explanation says, with the class that sisimai has for it
 *
 * @typedef {{ readonly reason: string, readonly sisimai: string }} Meant
 */

const CODES = ['enhanced-code', 'reply-code', 'class'];

/**
 * The reason or the class of sisimai must be the one that is meant. Where nothing is told of a text, nothing is known.
 *
 * @param {Told | undefined} told
 * @param {Meant} meant
 * @returns {Judgement}
 */
export function judge(told, meant) {
  if (told === undefined) return 'not-known';
  if (told.reason === meant.reason || told.sisimai === meant.sisimai) return 'right';
  const byCodes = CODES.includes(told.basis) && told.confidence === 'low' && told.unknownWords === true;
  return byCodes ? 'not-known' : 'wrong';
}

/**
 * What a finding of a corpus expects of a verdict.
 *
 * @typedef {{
 *   readonly line?: number | readonly [number, number], readonly recipient?: string, readonly failed?: string,
 *   readonly sisimai?: readonly string[], readonly says?: readonly string[], readonly saysNot?: readonly string[],
 * }} Finding
 *
 * @typedef {{
 *   readonly sisimai?: string, readonly text: string, readonly line?: number, readonly failed: boolean,
 *   readonly recipients: readonly string[],
 * }} Verdict
 */

/**
 * @param {string} pattern
 * @param {string} text
 */
const matches = (pattern, text) => new RegExp(pattern, 'i').test(text);

/**
 * The class is one of those that are right, and what is told says what it must and nothing that it must not.
 *
 * @param {Pick<Verdict, 'sisimai' | 'text'>} verdict
 * @param {Finding} finding
 */
export const meets = ({ sisimai, text }, finding) =>
  (finding.sisimai === undefined || (sisimai !== undefined && finding.sisimai.includes(sisimai))) &&
  (finding.says ?? []).every((pattern) => matches(pattern, text)) &&
  !(finding.saysNot ?? []).some((pattern) => matches(pattern, text));

/** @param {string} text */
const plain = (text) => text.toLowerCase().replace(/^<|>$|\.$/g, '');

/**
 * How well a verdict fits a finding; negative where it cannot be meant. A line beside the right one is near enough.
 *
 * @param {Finding} finding
 * @param {Verdict} verdict
 */
export function fitness(finding, verdict) {
  if (finding.failed !== 'any' && !verdict.failed) return -1;
  const { sisimai, text, line } = verdict;
  const lines = [finding.line ?? []].flat();
  const [first = 0, last = first] = lines;
  const placed = lines.length > 0 && line !== undefined;
  if (placed && (line < first - 1 || line > last + 1)) return -1;
  const inside = placed && line >= first && line <= last;
  const other = finding.recipient !== undefined && verdict.recipients.length > 0 && !isFor(finding, verdict);
  const filed = sisimai !== undefined && finding.sisimai?.includes(sisimai) === true;
  const said = finding.says?.every((pattern) => matches(pattern, text));
  return 4 + (inside ? 8 : 0) + (isFor(finding, verdict) ? 4 : 0) - (other ? 4 : 0) + (filed ? 2 : 0) + (said ? 1 : 0);
}

/**
 * Whether the verdict names the recipient of the finding.
 *
 * @param {Finding} finding
 * @param {Verdict} verdict
 */
const isFor = ({ recipient }, { recipients }) =>
  recipient !== undefined && recipients.map(plain).includes(plain(recipient));

/**
 * The verdict for each finding: the best pairs first; a verdict serves one finding, or several whose recipients it names.
 *
 * @template {Verdict} V
 * @param {readonly Finding[]} findings
 * @param {readonly V[]} verdicts
 * @returns {readonly (V | undefined)[]}
 */
export function paired(findings, verdicts) {
  const pairs = findings
    .flatMap((finding, i) => verdicts.map((verdict) => ({ i, verdict, fitness: fitness(finding, verdict) })))
    .filter((pair) => pair.fitness >= 0)
    .sort((a, b) => b.fitness - a.fitness);
  const taken = new Set();
  /** @type {Map<number, V>} */
  const found = new Map();
  for (const { i, verdict } of pairs) {
    if (found.has(i) || taken.has(verdict)) continue;
    found.set(i, verdict);
    taken.add(verdict);
  }
  for (const { i, verdict } of pairs) {
    if (!found.has(i) && isFor(/** @type {Finding} */ (findings[i]), verdict)) found.set(i, verdict);
  }
  return findings.map((_, i) => found.get(i));
}
