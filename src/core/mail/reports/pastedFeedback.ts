import { unquotedText } from '../bounces/pastedNotice.ts';
import { findStatusLine, readFieldsAround } from '../bounces/statusFields.ts';
import type { FeedbackReport } from '../message.ts';
import { ofFields } from './feedbackReport.ts';
import { failureIn } from './wordedReport.ts';

/** Characters of a pasted text, and lines of it, that are looked at. */
const LONGEST = 24 * 1024;
const MOST_LINES = 400;
/** Characters around the words of a failure in which what they are about stands. */
const AROUND = 3000;

/**
 * A feedback report as people paste it, without its message: its fields (RFC 5965 3), or a failure of DMARC in the words
 * of a gateway. Undefined where the text is none.
 */
export function readPastedFeedback(text: string, start: number, end: number): FeedbackReport | undefined {
  const raw = text.slice(start, Math.min(end, start + LONGEST));
  if (!/^[> \t|]{0,20}feedback-type[ \t]{0,4}:|\bdmarc\b/im.test(raw)) return undefined;
  const notice = unquotedText(raw, start, end);
  const line = findStatusLine(notice.lines, MOST_LINES, true);
  if (line !== undefined) {
    const group = readFieldsAround(notice, line);
    return group.fields.length < 3 ? undefined : ofFields(group, group.fields, []);
  }
  const words = notice.lines.text;
  const at = CLAIMS.exec(words)?.index;
  const failure = at === undefined ? undefined : failureIn(words.slice(at, at + AROUND));
  if (at === undefined || failure?.sourceIp === undefined) return undefined;
  return { ...notice.place(notice.lines.lineOf(at)), format: 'notice', recipients: [], incidents: 1, ...failure };
}

/** How gateways begin, as Exim's example of a configuration does. */
const CLAIMS =
  /^[ \t]{0,8}(?:a message claiming to be from you has failed|this is (?:a|an) (?:spf\/dkim|dmarc|email|authentication)[\w ,/-]{0,60}\bfail)/im;
