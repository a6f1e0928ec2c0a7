import { type Explanation, toldMeaning } from '../../knowledge/explanation.ts';
import { citedSource, listOfSources, type Sources } from '../../knowledge/sources.ts';
import { actorWords, retryWords, stageWords, stepsInWords, sureWords } from '../../report/words.ts';
import type { Stage } from '../../smtp/verbs.ts';
import { cutTo } from '../../text/few.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';

export interface Explained {
  /** What is explained, as the document has it: `550 5.7.1`. */
  readonly codes: string;
  /** Where in the session. */
  readonly stage: Stage;
  /** The document's own words. */
  readonly raw: string;
  readonly explanation: Explanation;
  /** Links to probes that check it, as Markdown. */
  readonly probes?: string;
}

/** An explanation as Markdown: meaning, retry and who acts first, then next steps and probes, the raw words and the source. */
export function explanationMarkdown({ codes, stage, raw, explanation, probes = '' }: Explained): string {
  const place = escapeMarkdown(stageWords(stage));
  const head = `**${escapeMarkdown(codes)}**${place === '' ? '' : ` ${place}`}: ${escapeMarkdown(toldMeaning(explanation))}`;
  const who = `**Who acts:** ${actorWords(explanation.actor)}. **Retry:** ${retryWords(explanation.retry)}. **How sure:** ${sureWords(explanation)}.`;
  const lines = [explanation.actor === 'nobody' ? head : `${head}  \n${who}`];
  if (explanation.next.length > 0) {
    lines.push(
      `**Next:**\n${stepsInWords(explanation)
        .map((step) => `- ${escapeMarkdown(step)}`)
        .join('\n')}`,
    );
  }
  if (probes !== '') lines.push(`**Check:** ${probes}`);
  const words = codeSpan(cutTo(raw, 500));
  lines.push(`${words === '' ? '' : `${words}  \n`}Source: ${citedMarkdown(explanation.source)}`);
  return lines.join('\n\n');
}

/** Sources, each as a link where it can be read somewhere. */
const citedMarkdown = (some: Sources): string =>
  listOfSources(some)
    .map((one) => {
      const { words, address } = citedSource(one);
      return address === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${address})`;
    })
    .join('; ');

const RFC = /RFC (\d{1,5})(?: (?:section )?([A-Z]?\.?\d{1,2}(?:\.\d{1,2}){0,4}))?/g;

/** A source with its RFCs as links to their clauses. */
export function sourceMarkdown(source: string): string {
  let at = 0;
  let markdown = '';
  for (const match of source.matchAll(RFC)) {
    markdown += escapeMarkdown(source.slice(at, match.index));
    const anchor = match[2] === undefined ? '' : `#section-${match[2]}`;
    markdown += `[${match[0]}](https://www.rfc-editor.org/rfc/rfc${match[1]}${anchor})`;
    at = match.index + match[0].length;
  }
  return markdown + escapeMarkdown(source.slice(at));
}
