import type { Query } from '../dns/lookup.ts';
import { firstOf } from '../text/few.ts';
import type { Block } from '../ticket/ticket.ts';
import { formatDelay } from '../trace/delay.ts';
import { traceHops } from '../trace/trace.ts';

/** What a block is, on one line. */
export function describeBlock(block: Block): string {
  switch (block.kind) {
    case 'conversation': {
      if (block.probe !== undefined) return `SMTP probe of ${block.probe.target}`;
      const servers = [...new Set(block.sessions.map((session) => session.server ?? 'an unnamed server'))];
      return `SMTP session with ${firstOf(servers, 3) || 'nobody: no server spoke'} (${block.dialect})`;
    }
    case 'message': {
      const { correctedTotalDelay } = traceHops(block);
      const hops = `${block.hops.length} ${block.hops.length === 1 ? 'hop' : 'hops'}`;
      const total = correctedTotalDelay === undefined ? '' : `, ${formatDelay(correctedTotalDelay)} in transit`;
      return `${block.report === undefined ? 'message' : 'delivery report'}, ${hops}${total}`;
    }
    case 'lookup':
      return block.queries.map(describeQuery).join('; ');
    case 'log':
      return `log (${block.format})`;
    case 'prose':
      return 'text';
  }
}

/** A question with what came of it, as far as the text tells: records of a zone have no status. */
function describeQuery({ name, type, status, answers }: Query): string {
  // `dig +short` prints no name.
  const asked = type === '?' ? name : `${type} of ${name === '' ? 'a name that is not shown' : name}`;
  if (status !== '?') return `${asked}: ${status}`;
  return answers.length > 0 ? asked : `${asked}: no answer is shown`;
}
