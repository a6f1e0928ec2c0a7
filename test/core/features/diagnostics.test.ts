import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { diagnosing, diagnostics, type Level } from '../../../src/core/features/diagnostics.ts';
import { open } from './cursor.ts';

const GREETING = '220 a.test ESMTP\nEHLO b.test\n';
const NO_CODE = '999 what\n';
const MORE = 'EHLO b.test\n';

const found = (text: string, levels?: ReadonlyMap<string, Level>): readonly Diagnostic[] => {
  const { document, ticket } = open(text);
  return diagnostics(document, ticket, levels);
};
/** `line code severity`, lines from 1. */
const listed = (text: string, levels?: ReadonlyMap<string, Level>): readonly string[] =>
  found(text, levels).map(({ range, code, severity }) => `${range.start.line + 1} ${code} ${severity}`);

describe('a diagnostic', () => {
  it('has a place, a code that leads to its source, and a message', () => {
    const [first] = found(`${GREETING}${NO_CODE}`);
    assert.ok(first !== undefined);
    const { message, ...rest } = first;
    assert.deepEqual(rest, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } },
      severity: DiagnosticSeverity.Warning,
      code: 'reply-not-a-code',
      codeDescription: { href: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2' },
      source: 'Mail Triage',
    });
    assert.match(String(message), /^999 is no SMTP reply code/);
  });

  it('has the level that a user sets for its code, and no other', () => {
    for (const [level, severity] of [
      ['error', 1],
      ['warning', 2],
      ['information', 3],
      ['hint', 4],
    ] as const) {
      assert.deepEqual(listed(`${GREETING}${NO_CODE}`, new Map([['reply-not-a-code', level]])), [
        `3 reply-not-a-code ${severity}`,
        '3 session-without-quit 4',
      ]);
    }
    assert.deepEqual(listed(`${GREETING}${NO_CODE}`, new Map([['reply-not-a-code', 'off']])), [
      '3 session-without-quit 4',
    ]);
  });

  it('is not that a mail was refused, unless a user asks for it', () => {
    const refused = `${GREETING}250 a.test\nMAIL FROM:<a@a.test>\n550 5.7.1 no\nQUIT\n221 bye\n`;
    assert.deepEqual(listed(refused), []);
    assert.deepEqual(listed(refused, new Map([['reply-permanent', 'error']])), ['5 reply-permanent 1']);
  });

  it('is the same where a caller stops behind each step', () => {
    const { document, ticket } = open(`${GREETING}${NO_CODE}`);
    const steps = diagnosing(document, ticket);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    assert.deepEqual(step.value, found(`${GREETING}${NO_CODE}`));
  });
});

describe('more problems than a person reads', () => {
  const many = (count: number, last = ''): string => `${GREETING}${`${NO_CODE}${MORE}`.repeat(count)}${last}`;
  /** How many there are of each code, and what is said of those that are left out, with its line. */
  const counted = (text: string, levels?: ReadonlyMap<string, Level>): readonly unknown[] => {
    const all = found(text, levels);
    const counts = new Map<unknown, number>();
    for (const { code } of all) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
    const notes = all.filter(({ code }) => code === undefined);
    for (const { severity, source } of notes)
      assert.deepEqual([severity, source], [DiagnosticSeverity.Information, 'Mail Triage']);
    return [Object.fromEntries(counts), ...notes.map(({ range, message }) => `${range.start.line + 1} ${message}`)];
  };
  const left = (words: string): string => `From here on, ${words} not listed: 1000 of a text are, and 500 of a kind.`;

  it('are left out of one kind, and where and how many is said', () => {
    const kinds = { 'reply-not-a-code': 500, 'session-cut-off': 1 };
    assert.deepEqual(counted(many(500)), [kinds]);
    assert.deepEqual(counted(many(501)), [kinds, `1003 ${left('1 problem is')}`]);
    assert.deepEqual(counted(many(503)), [kinds, `1003 ${left('3 problems are')}`]);
  });

  it('are no loss where the kind is not wanted', () =>
    assert.deepEqual(counted(many(501), new Map([['reply-not-a-code', 'off']])), [{ 'session-cut-off': 1 }]));

  it('are counted in all that follows, and at least, where there are thousands', () => {
    const session = (count: number): string => `${many(count)}250 a.test\nQUIT\n221 bye\n\n\nThey wrote to us:\n\n`;
    const words = (text: string): readonly unknown[] => counted(text).slice(1);
    assert.deepEqual(words(session(501) + session(10)), [`1003 ${left('11 problems are')}`]);
    assert.deepEqual(words(session(2501) + session(10)), [`1003 ${left('at least 2001 problems are')}`]);
  });
});
