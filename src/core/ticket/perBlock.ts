import { withOwnStrings } from '../text/ownStrings.ts';
import type { Span } from '../text/span.ts';
import type { Block, Ticket } from './ticket.ts';

/** What may be kept with a block: it stands somewhere in it, or in several places. */
interface Placed {
  readonly span: Span;
  readonly places?: readonly { readonly span: Span }[];
}

/** What was found in a block, and where the block started then: it may have been moved since. */
interface Known {
  readonly start: number;
  readonly found: readonly Placed[];
}

/** Looks for something in a block. */
export interface PerBlock<Found> {
  (ticket: Ticket, block: Block): readonly Found[];
  /** Whether it was looked for in the block already. */
  knows(block: Block): boolean;
  /** Keeps what was found in the block in another way, with the offsets that it has now. */
  keep(block: Block, found: readonly Found[]): void;
}

const everything: WeakMap<Block, Known>[] = [];

/** What was found, and where its spans are now. */
const movedBy = <Found extends Placed>(one: Found, place: (offset: number) => number): Found => ({
  ...one,
  span: { start: place(one.span.start), end: place(one.span.end) },
  ...(one.places && { places: one.places.map((other) => movedBy(other, place)) }),
});

/**
 * Looks for something in one block, once: what it finds is kept with the block, that stays the same while the text
 * around it is edited, and moves with it; it keeps no text alive that was changed since. So `find` may look at nothing
 * outside of the block.
 */
export function perBlock<Found extends Placed>(
  find: (ticket: Ticket, block: Block) => readonly Found[],
): PerBlock<Found> {
  const known = new WeakMap<Block, Known>();
  everything.push(known);
  const keep = (block: Block, found: readonly Found[]): Known => {
    const kept = { start: block.start, found: withOwnStrings(found) };
    known.set(block, kept);
    return kept;
  };
  const look = (ticket: Ticket, block: Block): readonly Found[] => {
    const kept = known.get(block) ?? keep(block, find(ticket, block));
    const moved = block.start - kept.start;
    const found = kept.found as readonly Found[];
    return moved === 0 ? found : found.map((one) => movedBy(one, (offset) => offset + moved));
  };
  return Object.assign(look, { keep, knows: (block: Block) => known.has(block) });
}

/** Lets a block that was changed have what was found in it before; `place` says where an offset is now. */
export function inheritFound(old: Block, now: Block, place: (offset: number) => number): void {
  for (const known of everything) {
    const kept = known.get(old);
    if (kept === undefined) continue;
    const moved = old.start - kept.start;
    const found = kept.found.map((one) => movedBy(one, (offset) => place(offset + moved)));
    known.set(now, { start: now.start, found });
  }
}

/** Forgets what was found in a block. */
export function forgetFound(block: Block): void {
  for (const known of everything) known.delete(block);
}
