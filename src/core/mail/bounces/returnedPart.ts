import type { Lines } from '../../text/lines.ts';
import { looksLikeHeader } from '../header/headerStart.ts';
import { isMailerName } from './evidence.ts';

/** Where the words of a notice end, and where the header of what came back begins. */
export interface ReturnedPart {
  /** The line behind the last one of the notice. */
  readonly wordsEnd: number;
  readonly headerLine?: number;
}

/**
 * Looks for the line from which on a notice quotes the message that it is about. Where a person writes (`forwarded`), a
 * mailer's own header is that of the notice.
 */
export function findReturned(lines: Lines, forwarded: boolean): ReturnedPart {
  let blankBefore = true;
  for (let line = 0; lines.has(line); line++) {
    const text = lines.at(line);
    if (text.trim() === '') {
      blankBefore = true;
      continue;
    }
    if (line > 0 && BOUNDARY.test(text) && !SECTION.test(text)) {
      if (forwarded && isOfMailer(lines, line + 1)) continue;
      const header = headerBehind(lines, line + 1);
      if (header.headerLine !== undefined || !TITLE.test(text)) return { wordsEnd: line, ...header };
    }
    if (blankBefore && /^[A-Z][\w-]{1,40}:/i.test(text) && isRealHeader(lines, line, forwarded)) {
      return { wordsEnd: line, headerLine: line };
    }
    blankBefore = /^[-_=* ]{5,}$/.test(text);
  }
  return { wordsEnd: line(lines) };
}

const line = (lines: Lines): number => lines.count;

/** Lines that stand between a notice and what it returns. */
const BOUNDARY =
  /^[-=*_ >]{0,80}(?:(?:this is |below this line is |included is |the attached .{0,30} is |below is |here is )?a copy of (?:the|your) (?:original )?(?:message|header|mail)|(?:the )?(?:header|headers) of the original message|(?:the )?(?:original|returned|unsent|rejected|bounced|undelivered|undeliverable|your original) (?:e-?mail|message|mail|text|header)s?(?: headers?| text| follows| and headers| begins| is| was| below| attached| included| header follows| information| body| part)?\b.{0,30}(?:[-=*_:.]|$)|message (?:headers?|text|body) (?:follows?|is|are)\b|(?:the )?text of the (?:original )?message|body of (?:the )?message|original message follows|start of (?:returned|original)|forwarded message|nachrichtenkopf|(?:元の|オリジナル)メッセージ|-{3,} ?原邮件|ursprüngliche nachricht|message d'origine|-- undelivered)/i;

/** Headings within a notice that only look like it. */
const SECTION =
  /^body of message generated|^(?:the )?original message (?:was|to|with|could|from|you|has|details|subject|sent|id\b)|following (?:recipients|addresses)|message (?:was|could|to|id)\b/i;

/** What Courier writes above its own words, and others above what they return. */
const TITLE = /^\s{0,80}undeliver(?:able|ed) (?:e-?mail|mail|message)\s{0,80}$/i;

/** Whether a mailer stands in one of the fields that a mail program shows below its line over what is forwarded. */
function isOfMailer(lines: Lines, from: number): boolean {
  for (let at = from; at < from + 6 && lines.has(at); at++)
    if (/^[>\s*]{0,8}\S{1,20} ?:/.test(lines.at(at)) && isMailerName(lines.at(at))) return true;
  return false;
}

function headerBehind(lines: Lines, from: number): { headerLine?: number } {
  for (let at = from; at < from + 8 && lines.has(at); at++) {
    if (looksLikeHeader(lines, at)) return { headerLine: at };
  }
  return {};
}

/** A header as servers write it; the short summary that Exchange gives of a message is none. */
function isRealHeader(lines: Lines, line: number, forwarded: boolean): boolean {
  if (!looksLikeHeader(lines, line) || (forwarded && isOfMailer(lines, line))) return false;
  const names = new Set<string>();
  for (let at = line; at < line + 40 && lines.has(at); at++) {
    const text = lines.at(at);
    if (text.trim() === '') break;
    names.add(/^([\w-]{1,60}):/.exec(text)?.[1]?.toLowerCase() ?? '');
    if (/^(?:received|return-path|message-id|mime-version|content-type|x-[\w-]+|x-originating-ip):/i.test(text))
      return true;
  }
  return names.has('from') && names.has('to') && names.has('subject') && !names.has('sent');
}
