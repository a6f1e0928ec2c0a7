import { type AggregateReport, aggregateReportParts, readTlsReport } from '../../core/mail/reports/aggregateReports.ts';
import { type MessageSource, messagesOf } from '../messageBytes.ts';
import { contentOf } from '../parts/partContent.ts';
import { readDmarcReport } from './dmarcReport.ts';
import { type Largest, MOST_FILES, unpack } from './unpack.ts';

/** The reports in a file or in the messages of a document, and what could not be opened. */
export interface OpenedReports {
  readonly reports: readonly AggregateReport[];
  /** One sentence each. */
  readonly problems: readonly string[];
}

const closedWords = (closed: number, name: string): string =>
  `${closed === 1 ? '1 file' : `${closed} files`} of ${name} could not be opened: an archive of reports has at most ${MOST_FILES}, none of them larger than a report can be.`;

/** Parts of a document that are opened. */
const MOST_PARTS = 100;

/** Opens a file that is a report itself: XML or JSON, plain or packed. */
export function openReportFile(bytes: Uint8Array, name: string, largest?: Largest): OpenedReports {
  if (bytes.length === 0) return { reports: [], problems: [`${name} is empty.`] };
  const unpacked = unpack(bytes, largest);
  if (!unpacked.ok) {
    const why =
      unpacked.problem === 'size'
        ? 'is larger than a report can be and was not opened'
        : 'is damaged and cannot be opened';
    return { reports: [], problems: [`${name} ${why}.`] };
  }
  const reports = unpacked.texts.flatMap((text) => readReport(text) ?? []);
  return {
    reports,
    problems: [
      ...(reports.length > 0 ? [] : [`${name} holds neither a DMARC aggregate report nor a TLS report.`]),
      ...(unpacked.left === 0 ? [] : [`${unpacked.left} bytes behind the end of ${name} belong to nothing.`]),
      ...(unpacked.closed === 0 ? [] : [closedWords(unpacked.closed, name)]),
    ],
  };
}

/** Opens the reports that the messages of a document carry. */
export function openAttachedReports(source: MessageSource): OpenedReports {
  const { text, messages } = messagesOf(source);
  const parts = messages.flatMap((message) => [...aggregateReportParts(message.root)]);
  const left = parts.length - MOST_PARTS;
  const opened = parts.slice(0, MOST_PARTS).map((part) => {
    const { name, bytes } = contentOf(text, part);
    return openReportFile(bytes, name);
  });
  return {
    reports: opened.flatMap(({ reports }) => reports),
    problems: [
      ...opened.flatMap(({ problems }) => problems),
      ...(left > 0
        ? [
            `${left === 1 ? '1 more part' : `${left} more parts`} that may be reports: the first ${MOST_PARTS} alone were opened.`,
          ]
        : []),
    ],
  };
}

const readReport = (text: string): AggregateReport | undefined =>
  text.trimStart().startsWith('{') ? readTlsReport(text.trimStart()) : readDmarcReport(text);
