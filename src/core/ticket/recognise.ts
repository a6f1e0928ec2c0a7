import { readTicket } from './readTicket.ts';

/** Whether a text holds anything that a ticket is made of. */
export const looksLikeTicket = (text: string): boolean =>
  readTicket(text).blocks.some((block) => {
    if (block.kind === 'conversation') return block.events.length > 1;
    return block.kind !== 'prose';
  });
