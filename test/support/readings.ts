import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { SelectionRange } from 'vscode-languageserver-types';
import { language } from '../../src/core/features/language.ts';
import { ticketPage } from '../../src/core/features/page/ticketPage.ts';
import { readRecipe, type SessionForm, writeSession } from '../../src/core/replay/sessionAgain.ts';
import { ticketFields } from '../../src/core/report/ticketJson.ts';
import { renderTicket } from '../../src/core/report/ticketText.ts';
import type { Start } from '../../src/core/ticket/ticket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import { type Opened, open } from '../core/features/cursor.ts';
import { everything, maskedText } from '../core/mask/masked.ts';
import { diagnosticExamples } from '../core/problems/examples.ts';
import { allLevels } from './allLevels.ts';

/** A text that is read whole. */
export interface WholeText {
  readonly name: string;
  readonly text: string;
  readonly start: Start;
}

/** Characters of a text that are read here. */
const LONGEST = 12_000;

/** Tickets as they come: the samples, the corpus, an example of every problem, and logs. */
export function* wholeTexts(): Iterable<WholeText> {
  for (const file of globSync(['samples/*.{txt,eml}', 'test/corpus/**/*.{txt,eml}']).sort()) {
    const name = file.replaceAll('\\', '/').replace(/^test\/corpus\//, '');
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').slice(0, LONGEST);
    yield { name, text, start: file.endsWith('.eml') ? 'message' : 'anywhere' };
  }
  for (const [code, { text, start = 'anywhere' }] of Object.entries(diagnosticExamples))
    yield { name: `problems/${code}`, text, start };
}

/** What is made of a text, by what makes it. */
export const makers = {
  json: ({ ticket }: Opened): unknown => [...ticketFields('a.txt', ticket)].map(([name, value]) => [name, all(value)]),
  words: ({ ticket }: Opened): unknown => renderTicket(undefined, ticket),
  page: ({ ticket }: Opened): unknown => ticketPage(ticket, { probes: [], verified: [] }),
  colours: ({ document, ticket }: Opened): unknown => language.semanticTokens(document, ticket).data,
  around: ({ document, ticket }: Opened): unknown => [
    language.documentSymbols(document, ticket),
    language.foldingRanges(document, ticket),
    language.documentLinks(document, ticket, { commandLinks: true }),
    language.inlayHints(document, ticket, wholeOf({ document, ticket })),
    language.codeLenses(document, ticket),
    language.codeActions(document, ticket, wholeOf({ document, ticket }), { commandLinks: true }),
  ],
  problems: ({ document, ticket }: Opened): unknown => language.diagnostics(document, ticket, allLevels),
  hovers: (opened: Opened): unknown =>
    some(placesIn(opened), 200).map((at) => language.hover(opened.document, opened.ticket, at, { commandLinks: true })),
  typing: (opened: Opened): unknown =>
    some(placesIn(opened), 5).map((at) => [
      language.completion(opened.document, opened.ticket, at),
      language.signatureHelp(opened.document, opened.ticket, at),
      language.definition(opened.document, opened.ticket, at),
      language.documentHighlights(opened.document, opened.ticket, at),
      language.selectionRanges(opened.document, opened.ticket, [at]).map(flat),
    ]),
  masked: ({ ticket }: Opened): unknown => maskedText(ticket, everything),
  timeline: ({ ticket }: Opened): unknown => timelineOf(ticket, {}),
  again: ({ document, ticket }: Opened): unknown =>
    ticket.blocks
      .flatMap((block) => (block.kind === 'conversation' ? block.sessions : []))
      .map(({ start }) => readRecipe(ticket, document.positionAt(start).line))
      .map((recipe) => recipe && [recipe, ...FORMS.map((form) => writeSession(recipe, form))]),
} as const;

const FORMS: readonly SessionForm[] = [
  { tool: 'swaks', shell: 'sh' },
  { tool: 'mail-triage', shell: 'cmd' },
  { tool: 'telnet', system: 'unix' },
  { tool: 'openssl', system: 'windows' },
];

export type Maker = keyof typeof makers;

/** Where the digests stand: a line for each text, a column for each maker. */
export const readingsFile = 'test/readings.tsv';

/** The table of all digests, as it stands in its file. */
export const readingsTable = (): string =>
  `${[['text', ...Object.keys(makers)], ...[...wholeTexts()].map((one) => [one.name, ...digests(one)])]
    .map((row) => row.join('\t'))
    .join('\n')}\n`;

/** Digests of all that is made of a text, in the order of the makers. */
export function digests({ text, start }: WholeText): readonly string[] {
  const opened = open(text, start);
  return Object.values(makers).map((make) => digest(make(opened)));
}

export const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url')
    .slice(0, 6);

/** What is iterated once, as a list; a map by its entries. */
export const all = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && Symbol.iterator in value ? [...(value as Iterable<unknown>)] : value;

export const wholeOf = ({ document }: Opened) => ({
  start: document.positionAt(0),
  end: document.positionAt(document.getText().length),
});

/** At most `most` of a list, from everywhere in it. */
export const some = <T>(list: readonly T[], most: number): readonly T[] => {
  const each = Math.ceil(list.length / most);
  return list.filter((_, i) => i % each === 0);
};

/** Where a colour begins. */
export function placesIn({ document, ticket }: Opened): { readonly line: number; readonly character: number }[] {
  const { data } = language.semanticTokens(document, ticket);
  const places = [];
  for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
    const [down = 0, right = 0] = data.slice(i, i + 2);
    character = down > 0 ? right : character + right;
    line += down;
    places.push({ line, character });
  }
  return places;
}

const flat = ({ range, parent }: SelectionRange): readonly unknown[] => [range, ...(parent ? flat(parent) : [])];
