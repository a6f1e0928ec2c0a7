import type { IndicatorReport } from '../core/report/indicators/indicatorReport.ts';
import { createPorts, type DnsOptions } from '../probes/node/main.ts';
import type { CancelSignal } from '../probes/ports.ts';
import { readIndicators } from './indicators/readIndicators.ts';
import type { MessageSource } from './messageBytes.ts';
import { readOutlookMessage } from './outlook/outlookMessage.ts';
import { withEncodedParts } from './parts/encodedParts.ts';
import { type PartContent, partContent } from './parts/partContent.ts';
import { decodeMessage } from './preview/decodeMessage.ts';
import { type PreviewResult, previewMessage } from './preview/previewMessage.ts';
import { openedAggregate } from './reports/openedAggregate.ts';
import { type OpenedReports, openAttachedReports, openReportFile } from './reports/openReports.ts';
import { unpack } from './reports/unpack.ts';
import type { AuthenticationResult } from './verify/authentication.ts';
import { type VerifyOptions, type VerifyStep, verifyMessage } from './verify/verifyMessage.ts';

/** Verifies the authentication of one message of a document, and asks the DNS for it. Never rejects. */
export const verifyAuthentication = (
  source: MessageSource,
  options: DnsOptions & VerifyOptions,
  signal: CancelSignal,
  onStep?: (step: VerifyStep) => void,
): Promise<AuthenticationResult> => verifyMessage(source, createPorts(options), options, signal, onStep);
/** One message of a document as people read it. Never rejects. */
export const readPreview = (source: MessageSource): Promise<PreviewResult> => previewMessage(source, decodeMessage);

/** A .msg file of Outlook as the text of a message, or why it is none. */
export const readOutlook = readOutlookMessage;

/** The part that starts in a line of a document, its encoding taken off. */
export const readPart = (source: MessageSource): PartContent | undefined => partContent(source);

/** The DMARC and TLS reports that the messages of a document carry. */
export const readAttachedReports = (source: MessageSource): OpenedReports => openAttachedReports(source);

/** The DMARC or TLS report that a file is, packed or not. */
export const readReportFile = (bytes: Uint8Array, name: string): OpenedReports => openReportFile(bytes, name);

/** A message with files in it that are not encoded, as a text. */
export const encodeParts = withEncodedParts;

/** The texts of a packed file; undefined where it cannot be opened as a whole. */
export function unpackedTexts(bytes: Uint8Array): readonly string[] | undefined {
  const opened = unpack(bytes);
  return opened.ok && opened.closed === 0 ? opened.texts : undefined;
}

/** What stands in the reports that are attached to a message of a text. */
export const openAggregate = openedAggregate;

/** What speaks for and against a message of a document, and what of it others of its kind are found by. */
export const readIndicatorReport = (source: MessageSource): IndicatorReport | undefined => readIndicators(source);
