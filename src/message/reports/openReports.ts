import { type AggregateReport, readTlsReport } from '../../core/mail/aggregateReports.ts';
import type { Part } from '../../core/mail/message.ts';
import { type MessageSource, messagesOf } from '../messageBytes.ts';
import { contentOf } from '../partContent.ts';
import { readDmarcReport } from './dmarcReport.ts';
import { unpack } from './unpack.ts';

/** The reports in a file or in the messages of a document, and what could not be opened. */
export interface OpenedReports {
  readonly reports: readonly AggregateReport[];
  /** One sentence each. */
  readonly problems: readonly string[];
}

const MOST_PARTS = 100;

/** Opens a file that is a report itself: XML or JSON, plain or packed. */
export function openReportFile(bytes: Uint8Array, name: string): OpenedReports {
  const unpacked = unpack(bytes);
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
    problems: reports.length > 0 ? [] : [`${name} holds neither a DMARC aggregate report nor a TLS report.`],
  };
}

/** Opens the reports that the messages of a document carry. */
export function openAttachedReports(source: MessageSource): OpenedReports {
  const { text, messages } = messagesOf(source);
  const parts = messages.flatMap((message) => [...reportParts(message.root)]).slice(0, MOST_PARTS);
  const opened = parts.map((part) => {
    const { name, bytes } = contentOf(text, part);
    return openReportFile(bytes, name);
  });
  return {
    reports: opened.flatMap(({ reports }) => reports),
    problems: opened.flatMap(({ problems }) => problems),
  };
}

const readReport = (text: string): AggregateReport | undefined =>
  text.trimStart().startsWith('{') ? readTlsReport(text.trimStart()) : readDmarcReport(text);

/** Parts that reports come in (RFC 8460 5.3, RFC 9990), by their type or by their name. */
function* reportParts(part: Part): Iterable<Part> {
  if (part.parts.length === 0 && part.message === undefined && mayBeReport(part)) yield part;
  for (const child of part.parts) yield* reportParts(child);
  if (part.message !== undefined) yield* reportParts(part.message.root);
}

const mayBeReport = ({ contentType, filename }: Part): boolean =>
  TYPES.test(contentType) || (filename !== undefined && NAMES.test(filename));

const TYPES =
  /^application\/(?:tlsrpt\+(?:gzip|json)|gzip|x-gzip|zip|x-zip-compressed|x-zip|xml)$|^text\/xml$|^application\/dmarc\+(?:xml|gzip)$/;
const NAMES = /!.{1,200}![^!]{1,40}|\.(?:xml|json)(?:\.gz)?$|\.(?:zip|gz)$/i;
