import { basename } from 'node:path';
import { renderAggregateReports } from '../core/report/aggregateReport.ts';
import { readAttachedReports, readReportFile } from '../message/main.ts';
import { readBytes } from './input.ts';
import { readOptions } from './options.ts';

const form = 'report FILE…';

/** `report FILE…`: 0 when each file held a report, 1 when one did not, 2 for wrong usage. */
export async function report(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {}, form);
  if (!options.ok) return 2;
  if (options.words.length === 0) {
    process.stderr.write(`mail-triage: name a file.\nUsage: mail-triage ${form}\n`);
    return 2;
  }
  let status = 0;
  for (const file of options.words) {
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
