import { readFileSync } from 'node:fs';
import { diagnostics } from '../../src/core/features/diagnostics.ts';
import { citedSource, listOfSources, type Sources } from '../../src/core/knowledge/sources.ts';
import { rows } from '../../src/core/knowledge/texts/rows.ts';
import { type DiagnosticCode, diagnosticRows } from '../../src/core/problems/diagnosticRows.ts';
import { plainText } from '../../src/core/text/plain.ts';
import { open } from '../core/features/cursor.ts';
import { diagnosticExamples } from '../core/problems/examples.ts';
import { allLevels } from './allLevels.ts';
import { checksPage } from './checksPage.ts';
import { knownWordingsModule } from './knownWordings.ts';
import { reasonsPage } from './reasonsPage.ts';

/** Files that are made from tables, by their path: what `npm run generate` writes and the tests compare. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/check.md', checksPage()],
    ['docs/diagnostics.md', diagnosticsPage()],
    ['docs/reasons.md', reasonsPage()],
    ['package.json', manifest()],
    ['src/core/knowledge/nearest/knownWordings.ts', knownWordingsModule()],
    ['src/core/knowledge/texts/rowName.ts', rowNameModule()],
  ]);

const rowNameModule = (): string =>
  [
    '/** The names of all rows, so that none can be named that is not there; made from them by `npm run generate`. */',
    'export type RowName =',
    `${rows
      .map(({ name }) => `  | '${name}'`)
      .sort()
      .join('\n')};`,
    '',
  ].join('\n');

const codes = Object.keys(diagnosticRows) as DiagnosticCode[];

/** What counts where the user sets nothing. */
const levelOf = (code: DiagnosticCode): string => (diagnosticRows[code].isVerdict ? 'off' : diagnosticRows[code].level);

/** Lines of an example that are shown before and behind the one with the finding, and characters of a line. */
const AROUND = 3;
const WIDEST = 100;

function diagnosticsPage(): string {
  return [
    '# Diagnostics',
    '',
    'A problem is what is wrong with a text or with the records in it, in a session, a message, a log and the output of a probe alike; that a mail was refused or bounced is what the ticket tells, and stands among the problems only where a level is set for it. Every one, by the code that stands behind the message in the Problems panel. The setting `mailTriage.diagnostics.levels` changes the level of each, or switches it off. The page is made from the table that the extension uses, with `npm run generate`.',
    '',
    '| code | what is found | level |',
    '| --- | --- | --- |',
    ...codes.map((code) => `| [\`${code}\`](#${code}) | ${diagnosticRows[code].about} | ${levelOf(code)} |`),
    ...codes.flatMap(section),
    '',
  ].join('\n');
}

function section(code: DiagnosticCode): readonly string[] {
  const { about, source } = diagnosticRows[code];
  const { text, start } = diagnosticExamples[code];
  const { document, ticket } = open(text, start);
  const found = diagnostics(document, ticket, allLevels).find((one) => one.code === code);
  if (found === undefined) throw new Error(`the example of ${code} does not show it`);
  const lines = text.trimEnd().split(/\r\n|\n|\r/);
  const { line } = found.range.start;
  const shown = lines.slice(Math.max(0, line - AROUND), line + AROUND + 1).map((one) => plainText(one, WIDEST));
  return [
    '',
    `## ${code}`,
    '',
    `${about}. Level: ${levelOf(code)}. Source: ${linked(source)}.`,
    '',
    '```text',
    ...shown,
    '```',
    '',
    `> ${inert(String(found.message))}`,
  ];
}

const linked = (some: Sources): string =>
  listOfSources(some)
    .map((one) => {
      const { words, address } = citedSource(one);
      return address === undefined ? words : `[${words}](${address})`;
    })
    .join('; ');

/** A message in Markdown: what would open markup does not. */
const inert = (text: string): string => plainText(text, 2000).replace(/[\\`*_<>[\]|~]/g, '\\$&');

/** The manifest with a setting for the level of each diagnostic, described. */
function manifest(): string {
  const json = JSON.parse(readFileSync('package.json', 'utf8'));
  const { properties } = json.contributes.configuration.find(
    (group: { properties: object }) => 'mailTriage.diagnostics.levels' in group.properties,
  );
  const old = properties['mailTriage.diagnostics.levels'];
  properties['mailTriage.diagnostics.levels'] = {
    type: 'object',
    default: {},
    scope: old.scope,
    order: old.order,
    propertyNames: {
      enum: codes,
      markdownEnumDescriptions: codes.map((code) => `${diagnosticRows[code].about}. Default: \`${levelOf(code)}\`.`),
    },
    additionalProperties: {
      type: 'string',
      enum: ['error', 'warning', 'information', 'hint', 'off'],
      enumDescriptions: [
        'Shown as an error',
        'Shown as a warning',
        'Shown as information',
        'Shown as a hint',
        'Not shown',
      ],
    },
    markdownDescription: old.markdownDescription,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
