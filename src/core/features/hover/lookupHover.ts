import type { Answer, Lookup, Query } from '../../dns/lookup.ts';
import { answerRecord } from '../../dns/records/answerRecords.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { firstEndingBehind, touches } from '../../text/span.ts';
import { explainOutcome } from '../../verdict/lookup/lookupVerdicts.ts';
import { dataHover } from './dataHover.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';
import { mxHover, recordHover } from './recordHover.ts';

/**
 * The answer under the cursor, or the DNS question: what was asked, of whom, and what the status means for mail.
 * `text` is the text that the lookup stands in; without it only the question is explained.
 */
export function lookupHover(lookup: Lookup, offset: number, text: string): HoverText | undefined {
  const query = lookup.queries[firstEndingBehind(lookup.queries, offset - 1)];
  if (query === undefined || !touches(query, offset)) return undefined;
  const found = answerAt(lookup, query, offset);
  return (found && answerHover(text, found.query, found.answer, offset)) ?? questionHover(query);
}

/** Questions for several types may share their lines. */
function answerAt(
  lookup: Lookup,
  first: Query,
  offset: number,
): { readonly query: Query; readonly answer: Answer } | undefined {
  for (let i = lookup.queries.indexOf(first); i < lookup.queries.length; i++) {
    const query = lookup.queries[i] as Query;
    if (query.start > offset) return undefined;
    const answer = query.answers.find((one) => touches(one, offset));
    if (answer !== undefined) return { query, answer };
  }
  return undefined;
}

function answerHover(text: string, query: Query, answer: Answer, offset: number): HoverText | undefined {
  const type = answer.type ?? query.type;
  if (type === 'MX') return mxHover(query.answers, answer);
  const found = answerRecord(text, query, answer);
  return found === undefined ? dataHover(answer, type) : recordHover(found, offset);
}

function questionHover(query: Query): HoverText {
  const empty = query.status === 'NOERROR' && query.answers.length === 0;
  const status = empty ? 'NODATA' : query.status;
  const name = query.name === '' ? 'a name that is not shown' : query.name;
  const server = query.server === undefined ? '' : `, asked of ${query.server}`;
  const asked = `${query.type === '?' ? 'Records' : query.type} of ${name}${server}`;
  const explanation = explainOutcome({ status, extendedError: query.extendedError });
  const head =
    explanation === undefined
      ? `**${escapeMarkdown(status === '?' ? 'Unknown outcome' : status)}**: ${escapeMarkdown(asked)}`
      : explanationMarkdown({ codes: status, stage: '?', raw: asked, explanation });
  const why =
    query.extendedError === undefined ? '' : `\n\nThe resolver adds: ${codeSpan(query.extendedError)} (RFC 8914)`;
  const checked = query.validated === true ? '\n\nThe answer was verified by DNSSEC.' : '';
  return { span: query, markdown: `${head}${why}${checked}` };
}
