import { unquotedText } from '../bounces/pastedNotice.ts';
import type { DispositionNotification } from '../message.ts';

/** `unread`: it says that what was deleted had not been read. */
interface PastedReceipt extends DispositionNotification {
  readonly unread?: true;
}

/** Characters of a pasted text that are looked at. */
const LONGEST = 24 * 1024;

/**
 * What Outlook and Thunderbird show of a receipt (RFC 8098), as people paste it: below the head of the message whether
 * that was read, or deleted before. Undefined where the text is none.
 */
export function readPastedReceipt(text: string, start: number, end: number): PastedReceipt | undefined {
  const { lines, place } = unquotedText(text.slice(start, Math.min(end, start + LONGEST)), start, end);
  const words = lines.text;
  const found = HEAD.exec(words) ?? SHOWN.exec(words);
  if (found === null) return undefined;
  const { to = '', deleted } = found.groups ?? {};
  const address = /[^\s<(",;:]{1,64}@[^\s>)",;:]{1,255}/.exec(to)?.[0];
  return {
    ...place(lines.lineOf(found.index + found[0].trimEnd().length)),
    disposition: deleted === undefined ? 'displayed' : 'deleted',
    ...(deleted !== undefined && { unread: true }),
    ...(address !== undefined && { finalRecipient: address }),
  };
}

/** `To: Bob`, `Subject: Offer`, `Sent: Friday …`, `was read on Friday …`. */
const HEAD =
  /^[ \t]{0,8}(?:to|an|à|para|a) ?:(?<to>[^\n]{0,400})\n(?:[ \t]{0,8}[^\n:]{2,20}:[^\n]{0,400}\n){1,3}\s{0,40}(?:was read on|wurde am [^\n]{6,140} gelesen|a été lu le|se leyó el|è stato letto|(?<deleted>was deleted without being read on|wurde am [^\n]{6,140} ungelesen gelöscht|a été supprimé sans être lu le|se eliminó sin leer el))/im;

const SHOWN = /^[^\n]{0,100}\bReturn Receipt only acknowledges that the message was displayed\b/m;
