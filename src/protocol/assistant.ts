import type { Request } from './request.ts';

/** What is made of a text: what happened in it, what its words mean, or nothing. */
export type HandedAs = 'reading' | 'explanation' | 'text';

export interface HandOverParams {
  readonly text: string;
  readonly as: HandedAs;
  /** Whether the text is a message from its first line on. */
  readonly message: boolean;
  /** Whether addresses, names, hosts, IP addresses and ids stay; secrets never do. */
  readonly unmasked: boolean;
}

/** What an assistant gets of a text, masked before anything is read of it; `null` where nothing in it is known. */
export const handOverRequest: Request<HandOverParams, string | null> = { method: 'mailTriage/handOver' };
