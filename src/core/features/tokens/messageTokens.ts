import type { Field, Message, Part } from '../../mail/message.ts';
import { isEncoded } from '../../mail/partSize.ts';
import { inOrder, modifierOf, type Token, type TokenModifier, tokenOf } from './tokens.ts';

/** The names of all fields, those of parts, returned messages and reports among them, and what a report says of whom. */
export const messageTokens = (text: string, message: Message): readonly Token[] =>
  inOrder([...message.fields.flatMap(ofName), ...ofPart(text, message.root)]);

const ofName = ({ nameSpan }: Field): readonly Token[] => tokenOf(nameSpan, 'mailFieldName');

function* ofPart(text: string, part: Part): Iterable<Token> {
  yield* part.fields.flatMap(ofName);
  // Its groups of fields stand in the document where the whole body does.
  if (isEncoded(part)) return;
  for (const child of part.parts) {
    yield* ofPart(text, child);
    if (part.contentType.endsWith('delivery-status')) yield* child.fields.flatMap((field) => ofStatus(text, field));
  }
  if (part.message !== undefined) yield* messageTokens(text, part.message);
}

/** Characters of a value that are looked at. */
const LONGEST = 2000;

/** The value of a field of a delivery status (RFC 3464 2.2, 2.3). */
function ofStatus(text: string, { name, valueSpan }: Field): readonly Token[] {
  const value = text.slice(valueSpan.start, Math.min(valueSpan.end, valueSpan.start + LONGEST));
  const at = valueSpan.start;
  const end = at + value.trimEnd().length;
  const typed = at + (/^(?:[^;\n]{0,40};)?\s{0,40}/.exec(value) as RegExpExecArray)[0].length;
  switch (name.toLowerCase()) {
    case 'action':
    case 'status': {
      const word = /[\w.-]{1,40}/.exec(value);
      if (word === null) return [];
      const byClass = /^[245]\./.test(word[0]) ? modifierOf(Number(word[0][0]) * 100) : undefined;
      const modifier = ACTIONS.get(word[0].toLowerCase()) ?? byClass;
      return tokenOf({ start: at + word.index, end: at + word.index + word[0].length }, 'mailStatus', modifier);
    }
    case 'final-recipient':
    case 'original-recipient':
      return tokenOf({ start: typed, end }, 'mailAddress');
    case 'reporting-mta':
    case 'remote-mta':
    case 'received-from-mta':
      return tokenOf({ start: typed, end }, 'mailHost');
    case 'diagnostic-code': {
      const code = /^(?:[^;\n]{0,40};)?\s{0,40}(([245])\d\d(?:[ -][245]\.\d{1,3}\.\d{1,3})?)(?!\d)/.exec(value);
      if (code === null) return [];
      const words = at + code[0].length;
      const modifier = modifierOf(Number(code[2]) * 100);
      return [
        ...tokenOf({ start: words - (code[1] as string).length, end: words }, 'smtpReply', modifier),
        ...tokenOf({ start: words, end }, 'smtpReplyText', modifier),
      ];
    }
    default:
      return [];
  }
}

/** RFC 3464 2.3.3 */
const ACTIONS: ReadonlyMap<string, TokenModifier> = new Map([
  ['failed', 'permanent'],
  ['delayed', 'transient'],
  ['delivered', 'positive'],
  ['relayed', 'positive'],
  ['expanded', 'positive'],
]);
