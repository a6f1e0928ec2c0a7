import type { IndicatorReport } from '../../core/report/indicators/indicatorReport.ts';
import { readIndicators } from '../../message/indicators/readIndicators.ts';
import type { MessageSource } from '../../message/messageBytes.ts';
import { readOutlookMessage } from '../../message/outlook/outlookMessage.ts';
import { type PartContent, partContent } from '../../message/parts/partContent.ts';
import { type PreviewResult, previewMessage } from '../../message/preview/previewMessage.ts';
import { openedAggregate } from '../../message/reports/openedAggregate.ts';
import { type OpenedReports, openAttachedReports, openReportFile } from '../../message/reports/openReports.ts';
import { decodeMessage } from './decodeMessage.ts';

/** What reads messages to their bytes in a browser: all that `src/message` does but to verify signatures. */

export const readPreview = (source: MessageSource): Promise<PreviewResult> => previewMessage(source, decodeMessage);
export const readOutlook = readOutlookMessage;
export const readPart = (source: MessageSource): PartContent | undefined => partContent(source);
export const readAttachedReports = (source: MessageSource): OpenedReports => openAttachedReports(source);
export const readReportFile = (bytes: Uint8Array, name: string): OpenedReports => openReportFile(bytes, name);
export const openAggregate = openedAggregate;
export const readIndicatorReport = (source: MessageSource): IndicatorReport | undefined => readIndicators(source);
