import type { Lookup } from '../dns/lookup.ts';
import { dnsStatuses } from '../knowledge/dnsStatuses.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { touches } from '../text/span.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';
import { firstEndingBehind } from './positions.ts';

/** The DNS question under the cursor: what was asked, of whom, and what the status means for mail. */
export function lookupHover(lookup: Lookup, offset: number): HoverText | undefined {
  const query = lookup.queries[firstEndingBehind(lookup.queries, offset - 1)];
  if (query === undefined || !touches(query, offset)) return undefined;
  const empty = query.status === 'NOERROR' && query.answers.length === 0;
  const status = empty ? 'NODATA' : query.status;
  const asked = `${query.type} of ${query.name}`;
  const server = query.server === undefined ? '' : `, asked of ${escapeMarkdown(query.server)}`;
  const row = dnsStatuses.get(status);
  if (row === undefined) {
    return { span: query, markdown: `**${escapeMarkdown(status)}**: ${escapeMarkdown(asked)}${server}` };
  }
  return {
    span: query,
    markdown: `${explanationMarkdown({ codes: status, stage: '?', raw: asked, explanation: row })}${server && `\n\nResolver${server}`}`,
  };
}
