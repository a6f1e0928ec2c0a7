import { defangWords } from '../mail/links/defang.ts';
import { messageLinks } from '../mail/links/messageLinks.ts';
import type { Message } from '../mail/message.ts';
import { plainText } from '../text/plain.ts';
import type { Span } from '../text/span.ts';
import { perBlock } from '../ticket/perBlock.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { phishStory } from '../verdict/phish/story.ts';

/** Something that speaks for or against a message, or cannot be told from it; the line counts from 0. */
export interface FactSummary {
  readonly side: 'against' | 'for' | 'unknown';
  readonly words: string;
  readonly line: number;
  /** It is about where links lead. */
  readonly link?: true;
}

/** What speaks for and against one message of a ticket. */
export interface StorySummary {
  readonly line: number;
  readonly facts: readonly FactSummary[];
}

/** Messages of a ticket of which it is told; the page shows fewer, and says how many more there are. */
const MOST = 5;

interface PlacedFact {
  readonly side: FactSummary['side'];
  readonly words: string;
  readonly link?: true;
  readonly span: Span;
}

const factsOf = perBlock<PlacedFact>(({ text }, block) => {
  if (block.kind !== 'message') return [];
  const links = messageLinks(text, block);
  const story = phishStory(text, block, links);
  return (['against', 'for', 'unknown'] as const).flatMap((side) =>
    story[side].map(({ words, at: { start, end }, ofLink }) => ({
      side,
      words: defangWords(plainText(words)),
      ...(ofLink === true && { link: true as const }),
      span: { start, end },
    })),
  );
});

/** Of the first messages that arrived; a bounce is no message that somebody reports. */
export const storySummaries = (ticket: Ticket): readonly StorySummary[] =>
  ticket.blocks
    .filter((block): block is Message => block.kind === 'message' && arrived(block))
    .slice(0, MOST)
    .map((block) => ({
      line: ticket.lines.lineOf(block.start),
      facts: factsOf(ticket, block).map(({ span, ...fact }) => ({ ...fact, line: ticket.lines.lineOf(span.start) })),
    }))
    .filter(({ facts }) => facts.length > 0);

const arrived = ({ report, feedback, disposition, hops, authResults }: Message): boolean =>
  (report ?? feedback ?? disposition) === undefined && (hops.length > 0 || authResults.length > 0);
