import type { Told } from '../core/dns/told.ts';
import type { MaskChoice, Masking } from '../core/mask/maskChoice.ts';
import type { Noticed } from '../core/verdict/noticed.ts';
import type { Request } from './request.ts';

// About a text that need not be a document of ours.

export interface MaskParams {
  readonly text: string;
  /** Whether the text is a message from its first line on. */
  readonly message: boolean;
  readonly choice: MaskChoice;
}

/** The edits that take out of a text what must not be shared. */
export const maskRequest: Request<MaskParams, Masking> = { method: 'mailTriage/mask', inserted: true };

export interface NoticeParams {
  readonly text: string;
}

/** The first thing of a text that makes it a ticket, if there is one. */
export const noticeRequest: Request<NoticeParams, Noticed | null> = { method: 'mailTriage/notice' };

export interface ToldAnswersParams {
  readonly text: string;
  /** Without a final dot. */
  readonly domain: string;
}

/** What a text says that DNS answered of a domain. */
export const toldAnswersRequest: Request<ToldAnswersParams, readonly Told[]> = { method: 'mailTriage/toldAnswers' };
