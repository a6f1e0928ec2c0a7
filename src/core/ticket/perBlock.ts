import { withOwnStrings } from '../text/ownStrings.ts';
import type { Span } from '../text/span.ts';
import type { Block, Ticket } from './ticket.ts';

/** What was found in a block, and where the block started then: it may have been moved since. */
interface Known<Found> {
  readonly start: number;
  readonly found: readonly Found[];
}

/** What was found, and how it is moved with its block. */
function movedBy<Found extends { readonly span: Span; readonly places?: readonly { readonly span: Span }[] }>(
  one: Found,
  moved: number,
): Found {
  const span = { start: one.span.start + moved, end: one.span.end + moved };
  return { ...one, span, ...(one.places && { places: one.places.map((place) => movedBy(place, moved)) }) };
}

/**
 * Looks for something in one block, once: what it finds is kept with the block, that stays the same while the text
 * around it is edited, and moves with it; it keeps no text alive that was changed since. So `find` may look at nothing
 * outside of the block.
 */
export function perBlock<Found extends { readonly span: Span; readonly places?: readonly { readonly span: Span }[] }>(
  find: (ticket: Ticket, block: Block) => readonly Found[],
): (ticket: Ticket, block: Block) => readonly Found[] {
  const known = new WeakMap<Block, Known<Found>>();
  return (ticket, block) => {
    let kept = known.get(block);
    if (kept === undefined) {
      kept = { start: block.start, found: withOwnStrings(find(ticket, block)) };
      known.set(block, kept);
    }
    const moved = block.start - kept.start;
    if (moved === 0) return kept.found;
    return kept.found.map((one) => movedBy(one, moved));
  };
}
