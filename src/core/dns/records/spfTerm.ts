import { isPrivateAddress } from './exchangers.ts';
import { readMacroString } from './macroString.ts';
import { problem, type RecordProblem, type SpfTerm } from './recordText.ts';

export interface ReadTerm {
  readonly term: SpfTerm;
  readonly problems: readonly RecordProblem[];
}

/** What may stand behind each mechanism's name (RFC 7208 5). */
const MECHANISMS: ReadonlyMap<string, 'nothing' | 'domain' | 'maybe domain' | 'host' | 'ip4' | 'ip6'> = new Map([
  ['all', 'nothing'],
  ['include', 'domain'],
  ['exists', 'domain'],
  ['ptr', 'maybe domain'],
  ['a', 'host'],
  ['mx', 'host'],
  ['ip4', 'ip4'],
  ['ip6', 'ip6'],
]);

/** RFC 7208 4.6.1: a qualifier, a name, and `:` (mechanisms) or `=` (modifiers) or `/` with what belongs to them. */
const TERM = /^([+\-~?]?)([A-Za-z][A-Za-z0-9\-_.]{0,60})(?:([:=/])(.{0,4000}))?$/;
/** The next term, stuck to this one. */
const STUCK = /[^\s.:/](?:(?:include|exists|redirect|exp|ip4|ip6|mx|ptr)[:=]|[-~?+]all$)/i;

/** The term between `start` and `end`, which holds no blanks. */
export function readTerm(text: string, start: number, end: number): ReadTerm {
  const written = text.slice(start, end);
  const span = { start, end };
  const match = TERM.exec(written);
  if (match === null) return unknown(written, start, end);
  const [, sign, raw, separator, rest = ''] = match as unknown as [string, string, string, string?, string?];
  const name = raw.toLowerCase();
  const nameSpan = { start: start + sign.length, end: start + sign.length + raw.length };
  const valueStart = nameSpan.end + (separator === ':' || separator === '=' ? 1 : 0);
  if (separator === '=') {
    const value = { value: rest, valueSpan: { start: valueStart, end } };
    const term: SpfTerm = { kind: 'modifier', name, nameSpan, ...span, ...value };
    if (sign !== '') return { ...unknown(written, start, end), term };
    // RFC 7208 6: `include=` is a modifier that nobody knows, and ignored.
    if (MECHANISMS.has(name)) return { term, problems: [problem('spf-equals', term, { term: written.slice(0, 100) })] };
    if (name !== 'redirect' && name !== 'exp')
      return { term, problems: [...macroProblems(term), ...unknownName(term)] };
    return { term, problems: [...domainProblems(term), ...stuckProblems(term)] };
  }
  const form = MECHANISMS.get(name);
  if (form === undefined) return unknown(written, start, end);
  const qualifier = (sign === '' ? '+' : sign) as NonNullable<SpfTerm['qualifier']>;
  const whole = separator === '/' ? `/${rest}` : rest;
  const { value, prefixes } =
    form === 'ip4' || form === 'ip6' || form === 'host' ? splitPrefixes(whole) : { value: whole, prefixes: '' };
  const valueSpan = { start: valueStart, end: valueStart + value.length };
  const term: SpfTerm = {
    kind: 'mechanism',
    name,
    nameSpan,
    qualifier,
    ...span,
    ...(separator !== undefined && { value, valueSpan }),
  };
  const problems = [
    ...valueProblems(term, form, separator),
    ...prefixProblems(term, form, prefixes),
    ...rangeProblems(term, form, prefixes),
  ];
  const stuck = stuckProblems(term);
  return { term, problems: stuck.length > 0 ? stuck : problems };
}

/** RFC 6652 3: to whom failures are reported. A second version is told apart; with a hyphen, a name is meant as it is. */
const REPORTING: ReadonlySet<string> = new Set(['ra', 'rp', 'rr']);

const unknownName = (term: SpfTerm): readonly RecordProblem[] =>
  REPORTING.has(term.name) || !/^[a-uw-z0-9]{1,12}$/.test(term.name)
    ? []
    : [problem('spf-modifier-unknown', term, { name: term.name })];

function unknown(written: string, start: number, end: number): ReadTerm {
  const term: SpfTerm = {
    kind: 'unknown',
    name: written.toLowerCase().slice(0, 60),
    nameSpan: { start, end },
    start,
    end,
  };
  const stuck = STUCK.exec(written);
  if (stuck !== null) {
    const at = start + stuck.index + 1;
    return {
      term,
      problems: [
        problem('spf-blank-missing', { start: at, end }, { text: written.slice(stuck.index + 1, stuck.index + 100) }),
      ],
    };
  }
  return { term, problems: [problem('spf-unknown-mechanism', term, { term: written.slice(0, 100) })] };
}

/** Prefix lengths stand at the end: `/24`, `//64`, `/24//64` (RFC 7208 5.6, 5.3). */
function splitPrefixes(text: string): { readonly value: string; readonly prefixes: string } {
  const at = /\/[\d/]{0,20}$/.exec(text.slice(-24));
  const slash = at === null ? -1 : text.length - at[0].length;
  // A slash inside of a macro belongs to it.
  if (slash === -1 || text.indexOf('}', slash) !== -1) return { value: text, prefixes: '' };
  const first = text.slice(0, slash).endsWith('/') ? slash - 1 : slash;
  return { value: text.slice(0, first), prefixes: text.slice(first) };
}

function valueProblems(term: SpfTerm, form: string, separator: string | undefined): readonly RecordProblem[] {
  const { value = '', name } = term;
  if (form === 'nothing') return separator === undefined ? [] : [problem('spf-value-unexpected', term, { name })];
  const mayLack = form === 'host' || form === 'maybe domain';
  if (value === '') {
    return mayLack && separator !== ':' ? [] : [problem('spf-value-missing', term, { name })];
  }
  if (form === 'ip4' || form === 'ip6') {
    const right = form === 'ip4' ? isIp4(value) : isIp6(value);
    return right ? [] : [problem('spf-address', term.valueSpan ?? term, { name, address: value.slice(0, 100) })];
  }
  return domainProblems(term);
}

function prefixProblems(term: SpfTerm, form: string, prefixes: string): readonly RecordProblem[] {
  if (prefixes === '') return [];
  const both = /^(?:\/(0|[1-9]\d{0,2}))?(?:\/\/(0|[1-9]\d{0,2}))?$/.exec(prefixes);
  const four = form === 'ip6' ? undefined : both?.[1];
  const six = form === 'ip6' ? both?.[1] : both?.[2];
  const onlyOne = form === 'host' || both?.[2] === undefined;
  const right = both !== null && onlyOne && Number(four ?? 0) <= 32 && Number(six ?? 0) <= 128;
  return right
    ? []
    : [problem('spf-prefix-length', { start: term.end - prefixes.length, end: term.end }, { prefix: prefixes })];
}

/** Networks with more addresses than any sender has: the prefix lengths under which no such network was ever given away. */
const WIDEST = { ip4: 8, ip6: 19 } as const;

/** Ranges that no sender on the Internet has, or that have far more than one. */
function rangeProblems(term: SpfTerm, form: string, prefixes: string): readonly RecordProblem[] {
  if (form !== 'ip4' && form !== 'ip6') return [];
  const { value = '', qualifier } = term;
  const length = /^\/(\d{1,3})$/.exec(prefixes)?.[1];
  const range = `${value.slice(0, 50)}${prefixes}`;
  const isWide = length !== undefined && Number(length) < WIDEST[form] && qualifier === '+';
  const isPrivate = isPrivateAddress(value);
  return isWide || isPrivate ? [problem('spf-range', term, { range, isPrivate: isPrivate ? 'yes' : '' })] : [];
}

/** RFC 7208 7.1: a domain-spec ends with a macro or with a dot and a top label, which is no number. */
function domainProblems(term: SpfTerm): readonly RecordProblem[] {
  const { value = '', name } = term;
  const span = term.valueSpan ?? term;
  if (value === '') return [problem('spf-value-missing', term, { name })];
  const macros = readMacroString(value);
  if (macros.wrongAt !== -1) return macroProblems(term);
  if (macros.endsWithMacro) return [];
  const top = /\.([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)\.?$/.exec(value.slice(-70))?.[1];
  // A blank cannot stand in a term; what is left to check is what a name may hold.
  const isName = top !== undefined && !/^\d+$/.test(top) && (macros.hasMacro || /^[A-Za-z0-9_.-]{1,255}$/.test(value));
  return isName && !value.includes('..') ? [] : [problem('spf-domain', span, { name, domain: value.slice(0, 100) })];
}

function macroProblems(term: SpfTerm): readonly RecordProblem[] {
  const { wrongAt } = readMacroString(term.value ?? '');
  if (wrongAt === -1) return [];
  const start = (term.valueSpan?.start ?? term.start) + wrongAt;
  return [problem('spf-macro', { start, end: term.end }, { text: (term.value ?? '').slice(wrongAt, wrongAt + 20) })];
}

function stuckProblems(term: SpfTerm): readonly RecordProblem[] {
  const stuck = term.value === undefined ? null : STUCK.exec(term.value);
  if (stuck === null || term.valueSpan === undefined) return [];
  const start = term.valueSpan.start + stuck.index + 1;
  return [
    problem(
      'spf-blank-missing',
      { start, end: term.end },
      { text: (term.value ?? '').slice(stuck.index + 1, stuck.index + 100) },
    ),
  ];
}

const isIp4 = (text: string): boolean =>
  /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255 && !/^0\d/.test(part));

/** RFC 4291 2.2. */
function isIp6(text: string): boolean {
  if (text.length > 45) return false;
  const tail = /(?:^|:)((?:\d{1,3}\.){3}\d{1,3})$/.exec(text)?.[1];
  if (tail !== undefined && !isIp4(tail)) return false;
  const [head = '', rest, ...more] = (tail === undefined ? text : `${text.slice(0, -tail.length)}0:0`).split('::');
  if (more.length > 0) return false;
  const groups = [head, rest ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')));
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  return rest === undefined ? groups.length === 8 : groups.length <= 7;
}
