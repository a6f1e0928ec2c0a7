import type { Span } from '../../text/span.ts';

const MTA_STS_MODES = ['enforce', 'testing', 'none'] as const;

export type MtaStsMode = (typeof MTA_STS_MODES)[number];

/** Every mistake that is looked for in a policy, with what its message is filled with. */
export interface MtaStsProblemData {
  'mta-sts-line': { readonly text: string };
  'mta-sts-key-case': { readonly key: string; readonly meant: string };
  'mta-sts-key-repeated': { readonly key: string };
  'mta-sts-key-missing': { readonly key: string };
  'mta-sts-value': { readonly key: string; readonly value: string; readonly values: string };
  'mta-sts-pattern': { readonly pattern: string };
  'mta-sts-age-short': { readonly seconds: string };
  'mta-sts-not-ascii': { readonly char: string };
}

export type MtaStsProblem = {
  readonly [Code in keyof MtaStsProblemData]: Span & { readonly code: Code; readonly data: MtaStsProblemData[Code] };
}[keyof MtaStsProblemData];

/** The policy that a domain serves over HTTPS (RFC 8461 3.2), as far as it could be read. */
export interface MtaStsPolicy {
  readonly mode?: MtaStsMode;
  /** Seconds. */
  readonly maxAge?: number;
  /** Names of exchangers, `*.` in front of some, in small letters, without a final dot. */
  readonly patterns: readonly string[];
  /** Offsets into the text. */
  readonly problems: readonly MtaStsProblem[];
}

const problem = <Code extends keyof MtaStsProblemData>(
  code: Code,
  { start, end }: Span,
  data: MtaStsProblemData[Code],
): MtaStsProblem => ({ code, start, end, data }) as MtaStsProblem;

/** Seconds; a bit more than a year (RFC 8461 3.2). */
const LONGEST_AGE = 31_557_600;
/** Seconds. RFC 8461 3.2 expects weeks or more; a sender that is quiet for longer than a day forgets such a policy. */
const SHORT_AGE = 86_400;

const KEYS = ['version', 'mode', 'max_age', 'mx'];
const VALUES: Readonly<Record<string, string>> = {
  version: 'STSv1',
  mode: 'enforce, testing or none',
  max_age: `a number of seconds up to ${LONGEST_AGE}`,
};
const EXTENSION = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** Whether a text begins as a policy does: with the version, in whatever case and with whatever blanks. */
export const startsMtaStsPolicy = (text: string): boolean => /^\ufeff?\s{0,20}version\s{0,5}:\s{0,5}STSv/i.test(text);

/** Reads the text of a policy: lines `key: value`, each key but mx once, keys and modes in small letters. */
export function readMtaStsPolicy(text: string): MtaStsPolicy {
  const problems: MtaStsProblem[] = [];
  const foreign = /[^\x20-\x7e\t\r\n]/.exec(text);
  if (foreign !== null) {
    const span = { start: foreign.index, end: foreign.index + 1 };
    problems.push(problem('mta-sts-not-ascii', span, { char: foreign[0] }));
  }
  const found = new Map<string, Span & { readonly value: string }>();
  const patterns: string[] = [];
  for (const line of linesOf(text)) {
    const written = text.slice(line.start, line.end);
    const [, key = '', gap = '', value = ''] =
      /^([^:]{0,100}?)(\s{0,20}):[ \t]{0,100}(\S.{0,1000}|)$/.exec(written) ?? [];
    const isKey = key !== '' && gap === '' && EXTENSION.test(key);
    if (!isKey || (value === '' && !KEYS.includes(key))) {
      problems.push(problem('mta-sts-line', line, { text: written.slice(0, 100) }));
    } else if (key === 'mx') {
      const name = value.replace(/\.$/, '').toLowerCase();
      if (isPattern(name)) patterns.push(name);
      if (!isPattern(name) || value.endsWith('.')) {
        problems.push(problem('mta-sts-pattern', line, { pattern: value.slice(0, 100) }));
      }
    } else if (!KEYS.includes(key)) {
      const meant = KEYS.find((one) => one === key.toLowerCase().replace('-', '_') || one.replace('_', '') === key);
      if (meant !== undefined) problems.push(problem('mta-sts-key-case', line, { key, meant }));
    } else if (found.has(key)) problems.push(problem('mta-sts-key-repeated', line, { key }));
    else found.set(key, { ...line, value });
  }
  const whole = { start: 0, end: text.length };
  for (const [key, values] of Object.entries(VALUES)) {
    const one = found.get(key);
    if (one === undefined) problems.push(problem('mta-sts-key-missing', whole, { key }));
    else if (!isValue(key, one.value)) {
      problems.push(problem('mta-sts-value', one, { key, value: one.value.slice(0, 100), values }));
    }
  }
  const mode = MTA_STS_MODES.find((one) => one === found.get('mode')?.value);
  const age = found.get('max_age');
  const maxAge = age !== undefined && isValue('max_age', age.value) ? Number(age.value) : undefined;
  if (patterns.length === 0 && mode !== 'none') problems.push(problem('mta-sts-key-missing', whole, { key: 'mx' }));
  if (age !== undefined && maxAge !== undefined && maxAge < SHORT_AGE && mode !== 'none') {
    problems.push(problem('mta-sts-age-short', age, { seconds: String(maxAge) }));
  }
  return { ...(mode && { mode }), ...(maxAge !== undefined && { maxAge }), patterns, problems };
}

/** Whether a pattern stands for a host: `*` for exactly one label, the leftmost (RFC 8461 4.1). */
export function coversHost(pattern: string, host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  const dot = name.indexOf('.');
  return pattern.startsWith('*.') ? dot > 0 && name.slice(dot) === pattern.slice(1) : name === pattern;
}

function isValue(key: string, value: string): boolean {
  if (key === 'version') return value === 'STSv1';
  if (key === 'mode') return MTA_STS_MODES.some((mode) => mode === value);
  return /^\d{1,10}$/.test(value) && Number(value) <= LONGEST_AGE;
}

/** `["*."] Domain` (RFC 8461 3.2). */
function isPattern(name: string): boolean {
  const labels = name.replace(/^\*\./, '').split('.', 130);
  const isAddress = /^[\d.]{1,20}$/.test(name);
  return name.length <= 253 && labels.length >= 2 && !isAddress && labels.every((label) => LABEL.test(label));
}

/** Lines that hold anything, blanks behind them taken off; they end with CR LF or LF. */
function* linesOf(text: string): Iterable<Span> {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 ? text.length : feed;
    let end = stop;
    while (end > start && /[ \t\r]/.test(text[end - 1] as string)) end--;
    if (end > start) yield { start, end };
    start = stop + 1;
  }
}
