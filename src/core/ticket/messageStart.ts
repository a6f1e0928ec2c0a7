import { looksLikeHeader } from '../mail/header/headerStart.ts';
import { Lines } from '../text/lines.ts';

/** Whether a text starts with the header of a message. */
export function looksLikeMessage(text: string): boolean {
  const lines = new Lines(text.slice(0, 20_000));
  for (let line = 0; line < lines.count; line++) {
    if (lines.at(line).trim() !== '') return /^From \S+ /.test(lines.at(line)) || looksLikeHeader(lines, line);
  }
  return false;
}
