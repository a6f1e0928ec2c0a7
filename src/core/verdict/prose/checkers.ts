import { stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { act } from '../../knowledge/steps.ts';
import { least } from '../../text/lists.ts';
import type { Prose, Ticket } from '../../ticket/ticket.ts';
import { type Cut, isVerdict } from '../cut.ts';
import { explained, type Verdict } from '../verdict.ts';
import { checkerRows } from './checkerRows.ts';

/** Anything of this stands in a text that holds sentences of checkers. */
const MAY_HOLD =
  /allow your server|prepared for false|(?:SPF|DMARC|DKIM|MX|TLSA|TXT|glue|'?DS'?) records?\b|sender policy|lookups|signed with|DKIM signature|policy not enabled|DMARC verification|accepts DMARC|failed to answer|reverse DNS|nameservers set|is listed in|prevents issuance|nameserver/i;
/** Sentences of one text that are told. */
const MOST = 40;

const rows = checkerRows.map((row) => ({
  ...row,
  pattern: new RegExp(row.said.replaceAll(/ (?!\?)/g, '\\s{1,40}'), 'gi'),
}));

/**
 * What the tools that check a domain found, as they say it in sentences; what is said again is told once. What a server
 * says behind its code is none: `others` holds what else was found in the same words.
 */
export function verdictsOfCheckers(
  { text }: Ticket,
  { start, end }: Prose,
  others: readonly (Verdict | Cut)[],
): readonly (Verdict | Cut)[] {
  const whole = text.slice(start, end);
  if (!MAY_HOLD.test(whole)) return [];
  const replies = others.filter((one) => isVerdict(one) && /^[45]\d\d/.test(one.reply ?? ''));
  const told = new Map<string, Verdict>();
  const left = new Map<string, number>();
  for (const { pattern, isFault = false, reason, meaning, source, next } of rows) {
    for (const { 0: sentence, index, ...groups } of whole.matchAll(pattern)) {
      const at = start + index;
      if (replies.some(({ span }) => span.start < at && at < span.end)) continue;
      const said = meaning.replaceAll(/\$(\d)/g, (_, n: string) => groups[Number(n)]?.slice(0, 100) ?? 'the domain');
      const known = told.get(said);
      if (known === undefined && told.size >= MOST) {
        if (!left.has(said)) left.set(said, at);
        continue;
      }
      const place = { start: at, end: at + sentence.length };
      told.set(said, {
        ...explained(
          stated(because(reason, said, source, next === undefined ? {} : { next: next.map((one) => act(one)) })),
        ),
        span: known?.span ?? place,
        role: isFault ? 'cause' : 'notice',
        failed: isFault,
        confidence: 'medium',
        stage: 'dns',
        recipients: [],
        times: (known?.times ?? 0) + 1,
      });
    }
  }
  const verdicts = [...told.values()].sort((a, b) => a.span.start - b.span.start);
  if (left.size === 0) return verdicts;
  const first = least([...left.values()]);
  return [...verdicts, { what: 'verdicts', span: { start: first, end: first }, left: left.size }];
}
