import type { AddressLine } from './addressLines.ts';
import type { NoticeText } from './noticeText.ts';
import type { ReportCut } from './reportCut.ts';
import type { FieldGroup } from './statusFields.ts';

/** Addresses of a notice that are counted. */
export const MOST_ADDRESSES = 10_000;

/** Recipients behind those that are read. */
export function recipientsCut(notice: NoticeText, all: readonly AddressLine[], taken: number): readonly ReportCut[] {
  const next = all[taken];
  return next === undefined
    ? []
    : [{ what: 'recipients', left: all.length - taken, ...notice.place(next.line, next.from, next.to) }];
}

/** Behind its words a notice returns a message, which need not be read for them. */
export const wordsCut = ({ unread }: NoticeText, ended: boolean): readonly ReportCut[] =>
  unread === undefined || ended ? [] : [{ what: 'characters', left: unread.end - unread.start, ...unread }];

/** The fields of a status go on where no more is read. */
export function statusCut(
  text: string,
  groups: readonly FieldGroup[],
  { unread }: Pick<NoticeText, 'unread'>,
): readonly ReportCut[] {
  const last = groups.at(-1);
  return last === undefined || unread === undefined || text.slice(last.end, unread.start).trim() !== ''
    ? []
    : [{ what: 'characters', left: unread.end - unread.start, ...unread }];
}

export const withCuts = (cuts: readonly ReportCut[]): { readonly cuts?: readonly ReportCut[] } =>
  cuts.length > 0 ? { cuts } : {};
