import { basename } from 'node:path';
import { renderAggregateReports } from '../core/report/aggregateReport.ts';
import { readAttachedReports, readReportFile } from '../message/main.ts';
import { isMessageFile, messageBytes, readPacked } from './input.ts';
import { note, say } from './output.ts';

/** The reports in each file; a file without one is named. */
export async function report(files: readonly string[]): Promise<number> {
  let status = 0;
  for (const file of files) {
    const input = await readPacked(file);
    if (!input.ok) {
      note(input.problem);
      status = 1;
      continue;
    }
    const message = await messageBytes(file, input.bytes);
    if (!message.ok) {
      note(message.problem);
      status = 1;
      continue;
    }
    const opened = isMessageFile(file, input.bytes)
      ? readAttachedReports({ bytes: message.bytes, line: 0, start: 'message', from: 'file' })
      : readReportFile(input.bytes, basename(file));
    if (opened.reports.length > 0) say(renderAggregateReports(opened.reports, opened.problems));
    else {
      note(opened.problems.join(' ') || `${file} has no report attached.`);
      status = 1;
    }
  }
  return status;
}
