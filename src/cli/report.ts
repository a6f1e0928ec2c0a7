import { basename } from 'node:path';
import { renderAggregateReports } from '../core/report/aggregateReport.ts';
import { readAttachedReports, readReportFile } from '../message/main.ts';
import { readBytes } from './input.ts';

/** The reports in each file; a file without one is named. */
export async function report(files: readonly string[]): Promise<number> {
  let status = 0;
  for (const file of files) {
    const input = await readBytes(file);
    if (!input.ok) {
      process.stderr.write(`mail-triage: ${input.problem}\n`);
      status = 1;
      continue;
    }
    const { bytes } = input;
    const opened = /\.(?:eml|mbox|mbx|emlx)$/i.test(file)
      ? readAttachedReports({ bytes, line: 0, start: 'message', from: 'file' })
      : readReportFile(bytes, basename(file));
    if (opened.reports.length > 0) process.stdout.write(renderAggregateReports(opened.reports, opened.problems));
    else {
      process.stderr.write(`mail-triage: ${opened.problems.join(' ') || `${file} has no report attached.`}\n`);
      status = 1;
    }
  }
  return status;
}
