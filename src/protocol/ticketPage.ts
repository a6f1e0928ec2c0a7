import type { PageAction, TicketPage } from '../core/features/page/page.ts';

// From the page of the ticket to its host

export type FromTicketView =
  | { readonly type: 'ready' }
  /** An action of the page that was shown last. */
  | { readonly type: 'run'; readonly action: PageAction }
  /** A line (0-based) of the document is wanted. */
  | { readonly type: 'reveal'; readonly line: number }
  /** A text was pasted, to be read as a ticket of its own. */
  | { readonly type: 'paste'; readonly text: string }
  /** A way to begin was chosen. */
  | { readonly type: 'begin'; readonly with: Beginning };

/** Ways to begin where there is no ticket. */
export type Beginning = 'clipboard' | 'sample' | 'check' | 'read';

// From the host to the page

export type ToTicketView =
  | { readonly type: 'show'; readonly file: string; readonly page: TicketPage }
  /** The document is being read. */
  | { readonly type: 'reading'; readonly file: string }
  /** No document of ours is in front. */
  | { readonly type: 'empty' };
