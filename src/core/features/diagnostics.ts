import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { DiagnosticLevel } from '../knowledge/problems/diagnosticRow.ts';
import { citedSource, listOfSources } from '../knowledge/sources.ts';
import {
  type DiagnosticCode,
  diagnosticRows,
  type Finding,
  isLeftOut,
  type LeftOut,
  messageOf,
} from '../problems/diagnosticRows.ts';
import { findIn, findingsAbout, findingsOf } from '../problems/findings.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { rangeOf } from './positions.ts';

/** More than this a person does not read, and the editor slows down. */
const LIMIT = 1000;
/** What one code may take of it, so that a log full of refusals does not hide the rest. */
const LIMIT_EACH = 500;

/** What a user sets for one code, in place of its own level. */
export type Level = DiagnosticLevel | 'off';
export type Levels = ReadonlyMap<string, Level>;

const SEVERITIES: Readonly<Record<DiagnosticLevel, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The problems of a document, and at the first place of each what limits leave out of them. */
export function diagnostics(document: TextDocument, ticket: Ticket, levels?: Levels): Diagnostic[] {
  const looking = diagnosing(document, ticket, levels);
  for (;;) {
    const { done, value } = looking.next();
    if (done === true) return value;
  }
}

/** The same in steps: the caller may stop behind each step, and what was found is known the next time. */
export function* diagnosing(
  document: TextDocument,
  ticket: Ticket,
  levels?: Levels,
): Generator<undefined, Diagnostic[], undefined> {
  const listed = new Listed(document, levels);
  for (const finding of findingsAbout(ticket)) listed.add(finding);
  for (const block of ticket.blocks) {
    if (listed.isCounted(block.start)) break;
    yield* findIn(ticket, block);
    for (const finding of findingsOf(ticket, block)) listed.add(finding);
  }
  return listed.all();
}

/** Characters behind the last problem that is listed, and problems in them, that are still counted. */
const COUNTED = 2_000_000;
const MOST_COUNTED = 2_000;

class Listed {
  readonly #document: TextDocument;
  readonly #levels: Levels | undefined;
  readonly #found: Diagnostic[] = [];
  readonly #counts = new Map<DiagnosticCode, number>();
  readonly #left = new Map<LeftOut['what'], LeftOut>();
  #full = Number.POSITIVE_INFINITY;

  constructor(document: TextDocument, levels: Levels | undefined) {
    this.#document = document;
    this.#levels = levels;
  }

  add(finding: Finding | LeftOut): void {
    if (isLeftOut(finding)) {
      this.#leave(finding);
      return;
    }
    const { code, span } = finding;
    const level = this.#levelOf(code);
    if (level === 'off') return;
    const count = this.#counts.get(code) ?? 0;
    if (count >= LIMIT_EACH || this.#found.length >= LIMIT) {
      this.#leave({ of: code, what: 'problems', span, left: 1, atLeast: false });
      return;
    }
    this.#counts.set(code, count + 1);
    this.#found.push({
      range: rangeOf(this.#document, span),
      severity: SEVERITIES[level],
      code,
      ...described(code),
      source: 'Mail Triage',
      message: messageOf(finding),
    });
    if (this.#found.length === LIMIT) this.#full = span.end;
  }

  /** Whether so much was found in front of an offset that no more is counted; then what was counted is the least. */
  isCounted(offset: number): boolean {
    const left = this.#left.get('problems');
    const isCounted = offset > this.#full + COUNTED || (left !== undefined && left.left > MOST_COUNTED);
    if (isCounted && left !== undefined) this.#left.set('problems', { ...left, atLeast: true });
    return isCounted;
  }

  all(): Diagnostic[] {
    const notes = [...this.#left.values()].map((left) => ({
      range: rangeOf(this.#document, left.span),
      severity: DiagnosticSeverity.Information,
      source: 'Mail Triage',
      message: LEFT_OUT[left.what](`${left.atLeast ? 'at least ' : ''}${left.left}`, left.left === 1),
    }));
    return [...this.#found, ...notes];
  }

  /** A problem is what is wrong with the text or the records in it, not that a mail bounced. */
  #levelOf(code: DiagnosticCode): Level {
    const { level, isVerdict } = diagnosticRows[code];
    return this.#levels?.get(code) ?? (isVerdict ? 'off' : level);
  }

  #leave(one: LeftOut): void {
    if (this.#levelOf(one.of) === 'off') return;
    const before = this.#left.get(one.what);
    if (before === undefined) this.#left.set(one.what, one);
    else {
      const { span } = before.span.start <= one.span.start ? before : one;
      this.#left.set(one.what, {
        ...before,
        span,
        left: before.left + one.left,
        atLeast: before.atLeast || one.atLeast,
      });
    }
  }
}

const LEFT_OUT: Readonly<Record<LeftOut['what'], (count: string, one: boolean) => string>> = {
  problems: (count, one) =>
    `From here on, ${count} ${one ? 'problem is' : 'problems are'} not listed: ${LIMIT} of a text are, and ${LIMIT_EACH} of a kind.`,
  characters: (count, one) =>
    `From here on, ${count} ${one ? 'character of a long part was' : 'characters of long parts were'} not searched for passwords and tokens. Masking searches all.`,
};

/** What a diagnostic rests on, as the address that the editor opens behind its code. */
function described(code: DiagnosticCode): Pick<Diagnostic, 'codeDescription'> {
  const href = listOfSources(diagnosticRows[code].source).flatMap((one) => citedSource(one).address ?? [])[0];
  return href === undefined ? {} : { codeDescription: { href } };
}
