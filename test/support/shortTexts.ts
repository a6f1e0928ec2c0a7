import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { language } from '../../src/core/features/language.ts';
import { ticketPage } from '../../src/core/features/page/ticketPage.ts';
import { findSecrets } from '../../src/core/mask/findSecrets.ts';
import { answerValues } from '../../src/core/report/answer.ts';
import { describeBlock } from '../../src/core/report/describeBlock.ts';
import { plainTranscript } from '../../src/core/report/plainTranscript.ts';
import { requestValues } from '../../src/core/report/senderRequest.ts';
import { storySummaries } from '../../src/core/report/storySummary.ts';
import { ticketFields } from '../../src/core/report/ticketJson.ts';
import { renderTicket } from '../../src/core/report/ticketText.ts';
import { timelineMarkdown } from '../../src/core/report/timelineMarkdown.ts';
import { userAnswerValues } from '../../src/core/report/userAnswer.ts';
import { phrase } from '../../src/core/text/words.ts';
import type { Start } from '../../src/core/ticket/ticket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import { timelineSvg } from '../../src/core/trace/timelineSvg.ts';
import { type Opened, open } from '../core/features/cursor.ts';
import { everything, maskedText } from '../core/mask/masked.ts';
import { allLevels } from './allLevels.ts';
import { all, digest, placesIn, some, wholeOf } from './readings.ts';
import { varied } from './varied.ts';

/** A text of some lines, with where its reader starts. */
type ShortText = readonly [start: Start, text: string];

/** Texts that stand in one row of the table: where a row changes, it is one of these. */
const IN_A_ROW = 8;

/** Some texts of one kind, each read on its own. */
export interface Row {
  /** `dns/17-24`: the texts in lines 17 to 24 of `test/corpus/short/dns.jsonl`, two in three of them varied. */
  readonly name: string;
  readonly texts: readonly ShortText[];
}

export function* rowsOfShortTexts(): Iterable<Row> {
  for (const file of globSync('test/corpus/short/*.jsonl').sort()) {
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): ShortText => JSON.parse(line))
      .map(([start, text], i): ShortText => [start, varied(text, i)]);
    for (let i = 0; i < texts.length; i += IN_A_ROW) {
      const row = texts.slice(i, i + IN_A_ROW);
      yield { name: `${basename(file, '.jsonl')}/${i + 1}-${i + row.length}`, texts: row };
    }
  }
}

/** A probe that was run beside a ticket. */
const PROBED = {
  title: phrase('Probed SMTP server {0}', 'mx1.contoso.test'),
  target: 'mx1.contoso.test',
  time: 0,
  outcome: 'it answers.',
};

/** What is made of a short text, by who reads it. */
export const shortMakers = {
  read: ({ ticket }: Opened): unknown => [
    [...ticketFields('a.txt', ticket)].map(([name, value]) => [name, all(value)]),
    renderTicket('a.txt', ticket),
    ticket.blocks.map(describeBlock),
  ],
  told: ({ ticket }: Opened): unknown => [
    listed(answerValues(ticket, { file: 'a.txt', probes: [PROBED] })),
    listed(userAnswerValues(ticket)),
    listed(requestValues(ticket)),
    storySummaries(ticket),
    ticket.blocks.map((block) => block.kind === 'conversation' && plainTranscript(ticket.text, block)),
  ],
  seen: (opened: Opened): unknown => {
    const { document, ticket } = opened;
    return [
      language.semanticTokens(document, ticket).data,
      language.diagnostics(document, ticket, allLevels),
      language.documentSymbols(document, ticket),
      language.foldingRanges(document, ticket),
      language.documentLinks(document, ticket, { commandLinks: true }),
      language.inlayHints(document, ticket, wholeOf(opened)),
      language.codeLenses(document, ticket),
      language.codeActions(document, ticket, wholeOf(opened), { commandLinks: true }),
    ];
  },
  asked: (opened: Opened): unknown =>
    some(placesIn(opened), 12).map((at) => [
      language.hover(opened.document, opened.ticket, at, { commandLinks: true }),
      language.definition(opened.document, opened.ticket, at),
      language.documentHighlights(opened.document, opened.ticket, at),
    ]),
  page: ({ ticket }: Opened): unknown => ticketPage(ticket, { probes: [], verified: [] }),
  way: ({ ticket }: Opened): unknown => {
    const timeline = timelineOf(ticket, {});
    return timeline && [timeline, timelineMarkdown('a', timeline), timelineSvg('a', timeline, 'linear')];
  },
  masked: ({ ticket }: Opened): unknown => [maskedText(ticket, everything), findSecrets(ticket)],
} as const;

const listed = (values: ReadonlyMap<string, string> | undefined): unknown => values && [...values];

/** Digests of all that is made of the texts of a row, in the order of the makers. */
export function digestsOfRow({ texts }: Row): readonly string[] {
  const opened = texts.map(([start, text]) => open(text, start));
  return Object.values(shortMakers).map((make) => digest(opened.map(make)));
}

export const shortTextsFile = 'test/shortTexts.tsv';

/** The table of all digests, as it stands in its file. */
export const shortTextsTable = (): string =>
  `${[['texts', ...Object.keys(shortMakers)], ...[...rowsOfShortTexts()].map((row) => [row.name, ...digestsOfRow(row)])]
    .map((row) => row.join('\t'))
    .join('\n')}\n`;
