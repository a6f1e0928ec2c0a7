import type { Field, Message, Part } from '../../mail/message.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import { explainRecipient } from '../../verdict/reportRecipient.ts';
import { explanationMarkdown, sourceMarkdown } from './explanationMarkdown.ts';
import { fieldHover } from './header/fieldHover.ts';
import type { HoverText } from './hoverText.ts';
import { storyMarkdown } from './storyHover.ts';

/** The header field, or the failed recipient of a report, under the cursor. */
export function messageHover(text: string, message: Message, offset: number, probes = ''): HoverText | undefined {
  const field = message.fields.find((candidate) => touches(candidate, offset));
  if (field !== undefined) return withStory(fieldHover(text, message, field, offset), text, message, field, offset);
  if (message.mboxLine !== undefined && touches(message.mboxLine, offset)) return mboxHover(message.mboxLine);
  const returned = message.report?.returned;
  if (returned !== undefined && touches(returned, offset)) return messageHover(text, returned, offset, probes);
  return reportHover(message, offset, probes) ?? partHover(text, message, message.root, offset, probes);
}

/** The name of From and of Subject tells what speaks for and against the message. */
function withStory(hover: HoverText, text: string, message: Message, field: Field, offset: number): HoverText {
  const story = storyMarkdown(text, message, field, offset);
  return story === '' ? hover : { ...hover, markdown: `${hover.markdown}\n\n${story}` };
}

const mboxHover = (span: Span): HoverText => ({
  span,
  markdown: `**From**: here a message starts in a mailbox file: its envelope sender, and when it was put into the file.\n\nSource: ${sourceMarkdown('RFC 4155 A')}`,
});

/** A field of a part, or a message inside the message, as a bounce returns one. */
function partHover(text: string, message: Message, part: Part, offset: number, probes: string): HoverText | undefined {
  if (part.message !== undefined && touches(part.message, offset))
    return messageHover(text, part.message, offset, probes);
  for (const child of part.parts) {
    if (!touches(child, offset)) continue;
    const field = child.fields.find((candidate) => touches(candidate, offset));
    const found =
      field === undefined ? partHover(text, message, child, offset, probes) : fieldHover(text, message, field, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

function reportHover(message: Message, offset: number, probes: string): HoverText | undefined {
  const { report } = message;
  const recipient = report?.recipients.find((candidate) => touches(candidate, offset));
  if (recipient === undefined) return undefined;
  const { said, codes, explanation } = explainRecipient(recipient, report?.format);
  const to = recipient.finalRecipient === undefined ? '' : `Recipient: ${escapeMarkdown(recipient.finalRecipient)}\n\n`;
  return {
    span: recipient,
    markdown:
      to +
      explanationMarkdown({
        codes: codes || (recipient.action ?? 'report'),
        stage: '?',
        raw: said,
        explanation,
        probes,
      }),
  };
}
