import { defined } from '../../text/defined.ts';
import { literalPattern } from '../../text/pattern.ts';
import type { Span } from '../../text/span.ts';
import type { Notice, NoticeRecipient } from '../bounces/readNotice.ts';
import type { ReportRecipient } from '../message.ts';
import type { ReportAction } from './reportWords.ts';

/** A recipient of a notice in words. */
export const ofNotice = (one: NoticeRecipient, action: ReportAction): ReportRecipient => ({
  start: one.start,
  end: one.end,
  action: one.over ? 'relayed' : action,
  ...defined({
    finalRecipient: one.address || undefined,
    originalRecipient: one.original,
    status: one.status,
    remoteMta: one.remoteMta,
    diagnostic: one.said,
    diagnosticSpan: one.saidSpan,
    answers: one.answers,
    lastTry: one.lastTry,
    words: one.words,
    wordsSpan: one.wordsSpan,
  }),
});

/** The recipients of a notice in words, each with what the notice says beside them. */
export function allOfNotice(notice: Notice): readonly ReportRecipient[] {
  const around = besideRecipients(notice);
  return notice.recipients.map((one) => ({ ...ofNotice(one, notice.action), around }));
}

/** The first words of a notice: of several recipients, those that are about none of them. */
function besideRecipients({ recipients, head }: Notice): string {
  if (recipients.length === 1) return head;
  let around = head;
  for (const words of new Set(recipients.map((one) => one.words ?? ''))) around = without(around, words);
  return around;
}

/** A text without words whose blanks were made single. */
function without(text: string, words: string): string {
  if (words === '') return text;
  return text.replace(
    new RegExp(
      words
        .split(/\s{1,80}/)
        .map(literalPattern)
        .join('\\s{1,80}'),
    ),
    '',
  );
}

/** Each recipient with what the part for people says of it: what a server said there, else the words about it. */
export function withWords(recipients: readonly ReportRecipient[], notice: Notice): readonly ReportRecipient[] {
  if (!notice.named && recipients.length > 1) return recipients;
  const around = besideRecipients(notice);
  const byAddress = new Map(notice.recipients.map((one) => [one.address.toLowerCase(), one]));
  const only = recipients.length === 1 && notice.recipients.length === 1 ? notice.recipients[0] : undefined;
  return recipients.map((recipient) => {
    const addresses = [recipient.finalRecipient, recipient.originalRecipient];
    const one = addresses.map((address) => byAddress.get(address?.toLowerCase() ?? '')).find(Boolean) ?? only;
    const words = one?.said ?? one?.words;
    const span: Span | undefined = one?.said === undefined ? one?.wordsSpan : one.saidSpan;
    if (words === undefined || span === undefined) return { ...recipient, around };
    return {
      ...recipient,
      around,
      words,
      wordsSpan: span,
      ...(one?.answers !== undefined && { answers: one.answers }),
      ...(one?.lastTry !== undefined && { lastTry: one.lastTry }),
    };
  });
}
