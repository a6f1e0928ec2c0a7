import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import { targetAt } from '../../ticket/target.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import type { Abilities } from '../abilities.ts';
import { probeLinks, searchLink } from '../links/probeLinks.ts';
import { searchableAt } from '../links/searchable.ts';
import { blockAt, rangeOf } from '../positions.ts';
import { conversationHover } from './conversationHover.ts';
import type { HoverText } from './hoverText.ts';
import { linkHover } from './linkHover.ts';
import { logHover } from './logHover.ts';
import { lookupHover } from './lookupHover.ts';
import { looseHover } from './looseHover.ts';
import { messageHover } from './messageHover.ts';
import { nearbyProbes } from './nearbyProbes.ts';
import { quotedHover } from './quotedHover.ts';
import { rfcHover } from './rfcHover.ts';
import { wordsHover } from './wordsHover.ts';

export function hover(
  document: TextDocument,
  ticket: Ticket,
  position: Position,
  abilities: Abilities,
): Hover | undefined {
  const offset = document.offsetAt(position);
  const block = blockAt(ticket, offset);
  const probes = block !== undefined && abilities.commandLinks ? nearbyProbes(ticket, block, offset) : '';
  const found =
    rfcHover(ticket.text, offset) ??
    (block && linkHover(ticket, block, offset)) ??
    (block && (hoverOf(ticket, block, offset, probes) ?? wordsHover(ticket, block, offset, probes)));
  const target = targetAt(ticket.text, offset);
  const searched = abilities.commandLinks && found !== undefined ? searchableAt(ticket, block, offset) : undefined;
  const links =
    abilities.commandLinks && (target !== undefined || searched !== undefined)
      ? [target && probeLinks(target), searched && searchLink(searched)]
          .filter((part) => part !== undefined)
          .join(' | ')
      : undefined;
  const markdown = [found?.markdown, links].filter((part) => part !== undefined).join('\n\n---\n\n');
  const span = found?.span ?? target;
  if (markdown === '' || span === undefined) return undefined;
  return { contents: { kind: 'markdown', value: markdown }, range: rangeOf(document, around(span, offset)) };
}

/** An editor takes a range without the cursor for that of another hover, and asks again at each move. */
const around = ({ start, end }: Span, offset: number): Span => ({
  start: Math.min(start, offset),
  end: Math.max(end, offset),
});

function hoverOf(ticket: Ticket, block: Block, offset: number, probes: string): HoverText | undefined {
  switch (block.kind) {
    case 'conversation':
      return conversationHover(ticket.text, block, offset, probes);
    case 'message':
      return messageHover(ticket.text, block, offset, probes);
    case 'lookup':
      return lookupHover(block, offset, ticket.text);
    case 'log':
      return logHover(ticket.lines, block, offset, probes);
    case 'prose':
      return quotedHover(ticket, block, offset, probes) ?? looseHover(ticket.text, block, offset);
  }
}
