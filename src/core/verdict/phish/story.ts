import { type MessageLinks, messageLinks } from '../../mail/links/messageLinks.ts';
import type { Message } from '../../mail/message.ts';
import { arrivalFacts } from './arrivalFacts.ts';
import { type Facts, NO_FACTS } from './fact.ts';
import { fileFacts } from './fileFacts.ts';
import { linkFacts } from './linkFacts.ts';
import { nameFacts } from './nameFacts.ts';
import { wayFacts } from './wayFacts.ts';

/**
 * What speaks against a message and what for it, each with its place, in the order of weight: what the receiver found
 * out, names that imitate, links that lie, files, the way and the dates. `text` is the document of the message.
 */
export function phishStory(text: string, message: Message, links: MessageLinks = messageLinks(text, message)): Facts {
  const names: Facts = { ...NO_FACTS, against: nameFacts(message) };
  const all = [arrivalFacts(message), names, linkFacts(message, links), fileFacts(message), wayFacts(message)];
  return {
    against: all.flatMap((facts) => facts.against),
    for: all.flatMap((facts) => facts.for),
    unknown: all.flatMap((facts) => facts.unknown),
  };
}
