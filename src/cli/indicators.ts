import type { IndicatorFormat } from '../core/report/indicators/indicatorReport.ts';
import { renderIndicators } from '../core/report/indicators/renderIndicators.ts';
import { cutTo } from '../core/text/few.ts';
import { readIndicatorReport } from '../message/main.ts';
import { isMessageFile, messageBytes, readBytes } from './input.ts';
import { note, sayDocument } from './output.ts';

const FORMATS: readonly IndicatorFormat[] = ['markdown', 'csv', 'json'];

/** The indicators of one message on standard output. */
export async function indicators(
  { format = 'markdown', line = 1 }: { readonly format?: string; readonly line?: number },
  [file = '-']: readonly string[],
): Promise<number> {
  const chosen = FORMATS.find((one) => one === format.toLowerCase());
  if (chosen === undefined) {
    note(`--format takes markdown, csv or json, not ${cutTo(format, 40)}`);
    return 2;
  }
  const input = await readBytes(file);
  if (!input.ok) {
    note(input.problem);
    return 1;
  }
  const message = await messageBytes(file, input.bytes);
  if (!message.ok) {
    note(message.problem);
    return 1;
  }
  const start = isMessageFile(file, input.bytes) ? 'message' : 'anywhere';
  const report = readIndicatorReport({ bytes: message.bytes, line: line - 1, start, from: 'file' });
  if (report === undefined) {
    note(`${file === '-' ? 'standard input' : file} holds no message, so there is nothing to copy.`);
    return 1;
  }
  sayDocument(renderIndicators([report], chosen));
  return 0;
}
