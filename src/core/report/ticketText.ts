import type { Block, Ticket } from '../ticket/ticket.ts';
import { formatDelay } from '../trace/delay.ts';
import { traceHops } from '../trace/trace.ts';
import { readVerdicts } from '../verdict/read.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { actorWords, retryWords, stageWords } from './words.ts';

/** What a person wants to know of a ticket, for a terminal: what is in it, what happened, who acts, what is next. */
export function renderTicket(file: string | undefined, ticket: Ticket): string {
  const lines: string[] = file === undefined ? [] : [`${file}:`];
  const blocks = ticket.blocks.filter((block) => block.kind !== 'prose');
  if (blocks.length === 0) {
    lines.push(
      ticket.text.trim() === ''
        ? 'The text is empty.'
        : 'No SMTP session, message or DNS lookup was found in this text.',
    );
  }
  for (const block of blocks) lines.push(`line ${ticket.lines.lineOf(block.start) + 1}: ${describe(block)}`);
  for (const verdict of readVerdicts(ticket)) lines.push('', ...renderVerdict(verdict, ticket));
  return `${lines.join('\n')}\n`;
}

function describe(block: Block): string {
  switch (block.kind) {
    case 'conversation': {
      const servers = block.sessions.map((session) => session.server ?? 'an unnamed server');
      return `SMTP session with ${servers.join(', ') || 'nobody: no connection came about'} (${block.dialect})`;
    }
    case 'message': {
      const { correctedTotalDelay } = traceHops(block);
      const hops = `${block.hops.length} ${block.hops.length === 1 ? 'hop' : 'hops'}`;
      const total = correctedTotalDelay === undefined ? '' : `, ${formatDelay(correctedTotalDelay)} in transit`;
      return `${block.report === undefined ? 'message' : 'delivery report'}, ${hops}${total}`;
    }
    case 'lookup':
      return block.queries.map((query) => `${query.type} of ${query.name}: ${query.status}`).join('; ');
    case 'log':
      return `log (${block.format})`;
    case 'prose':
      return 'text';
  }
}

function renderVerdict(verdict: Verdict, ticket: Ticket): string[] {
  const line = ticket.lines.lineOf(verdict.span.start) + 1;
  const place = [
    stageWords(verdict.stage),
    verdict.server && `from ${verdict.server}`,
    verdict.recipient && `for ${verdict.recipient}`,
  ];
  const lines = [`line ${line}: ${[verdict.reply, ...place].filter(Boolean).join(' ')}: ${verdict.summary}`];
  if (verdict.failed) lines.push(`  Who acts: ${actorWords(verdict.actor)}. Retry: ${retryWords(verdict.retry)}.`);
  lines.push(...verdict.next.map((step) => `  - ${step}`));
  return lines;
}
