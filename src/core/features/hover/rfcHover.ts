import { currentRfc, rfcs, rfcUrl } from '../../knowledge/rfcs.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { rfcMentionAt } from '../links/rfcMentions.ts';
import type { HoverText } from './hoverText.ts';

/** The RFC named under the cursor: what it is, and what obsoletes it. */
export function rfcHover(text: string, offset: number): HoverText | undefined {
  const mention = rfcMentionAt(text, offset);
  if (mention === undefined) return undefined;
  const { number, section } = mention;
  const known = rfcs.get(number);
  const link = `[RFC ${number}](${rfcUrl(number)})`;
  const lines = [
    known === undefined
      ? `**${link}**: no document that this extension knows.`
      : `**${link}**: ${escapeMarkdown(known.title)}. ${escapeMarkdown(known.about)}`,
  ];
  const by = known?.obsoletedBy.map((newer) => `[RFC ${newer}](${rfcUrl(newer)})`) ?? [];
  if (by.length > 0) {
    const newest = currentRfc(number);
    const last = known?.obsoletedBy.includes(newest)
      ? ''
      : `; the text that counts is [RFC ${newest}](${rfcUrl(newest)})`;
    lines.push(`Obsoleted by ${by.join(' and ')}${last}.`);
  }
  if (section !== undefined) lines.push(`[Section ${section}](${rfcUrl(number)}#section-${section})`);
  return { span: { start: mention.start, end: mention.end }, markdown: lines.join('\n\n') };
}
