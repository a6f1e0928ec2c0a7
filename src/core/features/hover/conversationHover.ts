import { commands } from '../../knowledge/commands.ts';
import { explainReply } from '../../knowledge/explainReply.ts';
import { verbKeywords } from '../../knowledge/extensions.ts';
import type { Command, Conversation, MessageData, Reply } from '../../smtp/conversation.ts';
import { verbNamed } from '../../smtp/verbs.ts';
import { cutTo } from '../../text/few.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { firstEndingBehind, touches } from '../../text/span.ts';
import { replyFacts } from '../../verdict/replyFacts.ts';
import { explanationMarkdown, sourceMarkdown } from './explanationMarkdown.ts';
import { argumentHover, keywordHover, offerBefore, offeredWords } from './extensionHover.ts';
import type { HoverText } from './hoverText.ts';

/** The reply, command or message data under the cursor. */
export function conversationHover(
  text: string,
  conversation: Conversation,
  offset: number,
  probes = '',
): HoverText | undefined {
  const event = conversation.events[firstEndingBehind(conversation.events, offset - 1)];
  if (event === undefined || !touches(event, offset)) return undefined;
  switch (event.kind) {
    case 'reply':
      return keywordHover(text, event, offset) ?? replyHover(text, event, probes);
    case 'command':
      return argumentHover(text, conversation, event, offset) ?? commandHover(text, conversation, event);
    case 'data':
      return dataHover(event);
    case 'auth':
      return {
        span: event,
        markdown:
          'An answer to the server during login. It holds a user name or a password, only encoded, not encrypted: take it out before you pass this text on. Source: [RFC 4954 4](https://www.rfc-editor.org/rfc/rfc4954#section-4)',
      };
  }
}

function replyHover(text: string, reply: Reply, probes: string): HoverText {
  const codes = reply.enhanced === undefined ? String(reply.code).padStart(3, '0') : `${reply.code} ${reply.enhanced}`;
  const explanation = explainReply(replyFacts(text, reply));
  return {
    span: reply,
    markdown: explanationMarkdown({ codes, stage: reply.answers, raw: reply.text, explanation, probes }),
  };
}

function commandHover(text: string, conversation: Conversation, command: Command): HoverText {
  const known = commands.get(command.verb);
  if (known === undefined) {
    return {
      span: command.verbSpan,
      markdown: `**${escapeMarkdown(command.verb)}** is no SMTP command that is known. A server answers it with 500 ([RFC 5321 4.2.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.2.4)).`,
    };
  }
  const answer = answerTo(conversation, command);
  const lines = [`**${command.verb}**: ${escapeMarkdown(known.meaning)}`, `Form: ${codeSpan(known.syntax)}`];
  const needed = command.verb === 'AUTH' ? 'AUTH' : verbKeywords.get(command.verb)?.keyword;
  if (needed !== undefined) {
    const offer = offerBefore(text, conversation, command);
    lines.push(`It needs ${escapeMarkdown(needed)}. ${offeredWords(offer, offer?.has(needed))}`);
  }
  if (answer !== undefined) lines.push(`Answered here with ${codeSpan(`${answer.code} ${cutTo(answer.text, 200)}`)}.`);
  lines.push(`Source: ${sourceMarkdown(known.source)}`);
  return {
    span: { start: command.start, end: Math.max(command.verbSpan.end, command.end) },
    markdown: lines.join('\n\n'),
  };
}

/** The first reply behind a command that answers its verb, within the same session. */
function answerTo(conversation: Conversation, command: Command): Reply | undefined {
  const verb = verbNamed(command.verb);
  const first = firstEndingBehind(conversation.events, command.start);
  for (const event of conversation.events.slice(first, first + 60)) {
    if (event.kind === 'reply' && event.session === command.session && event.answers === verb) return event;
  }
  return undefined;
}

function dataHover(data: MessageData): HoverText {
  const end = data.complete
    ? 'It ends with the lone dot.'
    : 'Its lone dot is not in this text, so it was cut off here or never finished.';
  return {
    span: { start: data.start, end: Math.min(data.end, data.start + 80) },
    markdown: `The message itself, header and body, as the client sent it after the 354. ${end} Source: [RFC 5321 4.1.1.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4)`,
  };
}
