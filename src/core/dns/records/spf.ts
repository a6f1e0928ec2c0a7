import { append } from '../../text/lists.ts';
import { problem, type RecordProblem, type SpfRecord, type SpfTerm } from './recordText.ts';
import { readTerm } from './spfTerm.ts';
import { notAscii } from './tagList.ts';

/** Terms that make the receiver ask the DNS; it stops at the eleventh (RFC 7208 4.6.4). */
const LOOKING_UP: ReadonlySet<string> = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect']);
const MOST_LOOKUPS = 10;
const MOST_TERMS = 2000;

/** A record that begins with `v=spf1` (RFC 7208 4.5, 12). */
export function readSpf(text: string): SpfRecord {
  const terms: SpfTerm[] = [];
  const problems: RecordProblem[] = [];
  const head = /^v=spf1/i.exec(text)?.[0].length ?? 0;
  const version = (/^[^ \t]{0,200}/.exec(text.slice(head)) as RegExpExecArray)[0];
  if (version !== '') {
    problems.push(
      problem('spf-version', { start: 0, end: head + version.length }, { text: text.slice(0, head + version.length) }),
    );
  }
  for (let at = head + version.length; at < text.length && terms.length < MOST_TERMS; ) {
    if (isBlank(text[at])) {
      at++;
      continue;
    }
    let end = at;
    while (end < text.length && !isBlank(text[end])) end++;
    const read = readTerm(text, at, end);
    terms.push(read.term);
    append(problems, read.problems);
    at = end;
  }
  const lookups = terms.filter((term) => isLookingUp(term, terms)).length;
  append(problems, [...order(text, terms), ...judgements(terms, lookups)]);
  return { kind: 'spf', terms, lookups, problems };
}

/** `redirect` is not followed where an `all` settles everything (RFC 7208 6.1). */
const isLookingUp = (term: SpfTerm, terms: readonly SpfTerm[]): boolean =>
  LOOKING_UP.has(term.name) &&
  term.kind !== 'unknown' &&
  (term.kind === 'modifier' ? term.name === 'redirect' && !terms.some(isAll) : true);

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

const isAll = (term: SpfTerm): boolean => term.kind === 'mechanism' && term.name === 'all';

/** An `all` that is misspelt or glued to something else, which is told already. */
const isMeantAsAll = (text: string, term: SpfTerm): boolean =>
  /(?:^|[-~?+\u2010-\u2015])a?ll?[;,."'\u201d]{0,3}$/i.test(
    text.slice(Math.max(term.start, term.end - 12), term.end),
  ) ||
  (term.kind === 'unknown' && /^[^a-z]{0,2}al+[^a-z]{0,2}$/i.test(text.slice(term.start, term.end).slice(0, 10)));

/** What no receiver gets to. */
function* order(text: string, terms: readonly SpfTerm[]): Iterable<RecordProblem> {
  const all = terms.findIndex(isAll);
  const redirects = terms.filter((term) => term.kind === 'modifier' && term.name === 'redirect');
  if (all !== -1) {
    for (const term of terms.slice(all + 1)) {
      if (term.kind !== 'modifier')
        yield problem('spf-after-all', term, { term: text.slice(term.start, term.end).slice(0, 100) });
    }
    for (const redirect of redirects) yield problem('spf-redirect-ignored', redirect);
  } else if (redirects.length === 0 && !terms.some((term) => isMeantAsAll(text, term))) {
    yield problem('spf-no-end', { start: 0, end: text.length });
  }
  for (const name of ['redirect', 'exp']) {
    for (const again of terms.filter((term) => term.kind === 'modifier' && term.name === name).slice(1)) {
      yield problem('spf-modifier-repeated', again, { name });
    }
  }
  for (const term of terms) {
    if (/^v=spf1$/i.test(text.slice(term.start, term.end))) yield problem('spf-version-again', term);
  }
  const seen = new Set<string>();
  for (const term of terms) {
    const written = text.slice(term.start, term.end).toLowerCase().slice(0, 300);
    if (term.kind === 'mechanism' && term.name !== 'all' && seen.has(written))
      yield problem('spf-term-repeated', term, { term: written.slice(0, 100) });
    seen.add(written);
  }
  yield* notAscii(text);
}

function* judgements(terms: readonly SpfTerm[], lookups: number): Iterable<RecordProblem> {
  let count = 0;
  for (const term of terms) {
    if (isLookingUp(term, terms) && ++count === MOST_LOOKUPS + 1) {
      yield problem('spf-too-many-lookups', term, { count: String(lookups) });
    }
    if (term.kind !== 'mechanism') continue;
    if (term.name === 'ptr') yield problem('spf-ptr', term);
    if (term.name === 'all' && term.qualifier === '+') yield problem('spf-pass-all', term);
    if (term.name === 'all' && term.qualifier === '?') yield problem('spf-neutral-all', term);
  }
}
