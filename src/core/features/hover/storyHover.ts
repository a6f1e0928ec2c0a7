import type { Field, Message } from '../../mail/message.ts';
import { cutTo } from '../../text/few.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Fact } from '../../verdict/phish/fact.ts';
import { phishStory } from '../../verdict/phish/story.ts';

/** Sentences of each side; a hover is no report. */
const MOST = 8;

/** What speaks against the message and what for it, behind the hover on the name of its From and of its Subject. */
export function storyMarkdown(text: string, message: Message, field: Field, offset: number): string {
  if (message.report !== undefined || offset > field.nameSpan.end || !/^(?:from|subject)$/i.test(field.name)) return '';
  const { against, for: good, unknown } = phishStory(text, message);
  return [
    ...listed('Speaks against the message', against),
    ...listed('Speaks for it', good),
    ...listed('Cannot be told from it', unknown),
  ].join('\n\n');
}

function listed(title: string, facts: readonly Fact[]): readonly string[] {
  if (facts.length === 0) return [];
  const lines = facts.slice(0, MOST).map(({ words }) => `- ${escapeMarkdown(cutTo(words, 1000))}`);
  const more = facts.length > MOST ? [`- … and ${facts.length - MOST} more (Copy Indicators lists all)`] : [];
  return [`**${title}**`, [...lines, ...more].join('\n')];
}
