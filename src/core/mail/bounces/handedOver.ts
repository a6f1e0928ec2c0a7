import type { Span } from '../../text/span.ts';
import type { NoticeText } from './noticeText.ts';
import { joined } from './quotedWords.ts';
import { placeOf } from './regions.ts';

/** What a notice says of a recipient whose mail was handed over. */
export interface HandedOver {
  readonly over: true;
  readonly saidSpan: Span;
  readonly said: string;
  /** Where the words have no code: that of local delivery (RFC 3463 X.0.0). */
  readonly status?: string;
  readonly remoteMta?: string;
}

/**
 * Where Postfix says of a recipient that the mail was handed over, not why it was not (DSN_README):
 * `<bob@fabrikam.test>: delivery via mx.fabrikam.test[192.0.2.1]:25: 250 2.0.0 Ok`, `delivery via local: delivered to
 * mailbox`. What stands lower was written later, so the last line about the recipient counts.
 */
export function handedOver(notice: NoticeText, address: string, end: number): HandedOver | undefined {
  const { lines } = notice;
  const head = `<${address.toLowerCase()}>`;
  for (let line = Math.min(end, MOST_LINES) - 1; line >= 0; line--) {
    const text = lines.at(line).slice(0, head.length + 8);
    if (!text.trimStart().toLowerCase().startsWith(head)) continue;
    const about = joined(lines, line, Math.min(line + 3, end - 1));
    const [, host = '', code, local] = VIA.exec(about) ?? [];
    if (code === undefined && local === undefined) return undefined;
    let last = line;
    while (last < line + 3 && last + 1 < end && /^[ \t]{1,12}\S/.test(lines.at(last + 1))) last++;
    const whole = joined(lines, line, last);
    const said = whole.slice(whole.indexOf(code ?? (local as string), whole.indexOf(host) + host.length));
    return {
      over: true,
      saidSpan: placeOf(notice, line, last, 0),
      said,
      ...(code === undefined && { status: '2.0.0' }),
      ...(host.includes('.') && { remoteMta: host }),
    };
  }
  return undefined;
}

const MOST_LINES = 400;

const VIA =
  /^[^\n]{0,900}(?:\n[ \t]{1,12}\S{1,320})?[>)]:\s{1,40}delivery via\s{1,40}([^\s:[\]]{1,255})\S{0,80}:\s{1,40}(?:(2\d\d)[ -]|((?:delivered|forwarded) ))/;
