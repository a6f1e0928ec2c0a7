import {
  authMechanisms,
  type Extension,
  extensions,
  keywordOf,
  mailParameters,
  parameterKeywords,
  rcptParameters,
} from '../../knowledge/extensions.ts';
import { readPathArgument, wordsOf } from '../../session/argument.ts';
import type { Offer } from '../../session/offer.ts';
import { offerAt, sessionViews } from '../../session/sessionView.ts';
import type { Command, Conversation, Reply } from '../../smtp/conversation.ts';
import { append } from '../../text/lists.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import { sourceMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** A keyword in the answer to EHLO (RFC 5321 4.1.1.1), or a login mechanism behind AUTH. */
export function keywordHover(text: string, reply: Reply, offset: number): HoverText | undefined {
  const isOffer = reply.answers === 'EHLO' || reply.answers === 'LHLO' || reply.answers === '?';
  if (reply.code !== 250 || !isOffer) return undefined;
  const part = reply.parts.slice(1, 201).find((span) => touches(span, offset));
  if (part === undefined) return undefined;
  const [word, ...rest] = wordsOf(text, part);
  // Old servers write the first mechanism behind a sign of equality: AUTH=LOGIN.
  const [name = '', joined = ''] = word?.word.split('=', 2) ?? [];
  const keyword = name.toUpperCase();
  const known = extensions.get(keyword);
  if (known === undefined) return undefined;
  const mechanism = keyword === 'AUTH' ? rest.find((candidate) => touches(candidate, offset)) : undefined;
  if (mechanism !== undefined) return mechanismHover(mechanism, 'The server offers it.');
  const lines = [`**${escapeMarkdown(keyword)}** offered: ${escapeMarkdown(known.meaning)}`];
  const words = rest.map((each) => each.word);
  append(lines, detailsOf(keyword, joined === '' ? words : [joined, ...words]));
  lines.push(
    `${codeSpan(text.slice(part.start, Math.min(part.end, part.start + 500)))}  \nSource: ${sourceMarkdown(known.source)}`,
  );
  return { span: part, markdown: lines.join('\n\n') };
}

/** What stands behind a keyword, and the parameters that it allows. */
function detailsOf(keyword: string, words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  const size = keyword === 'SIZE' && /^\d{1,20}$/.test(words[0] ?? '') ? Number(words[0]) : undefined;
  if (size === 0) lines.push('No limit is stated.');
  else if (size !== undefined)
    lines.push(`Largest message: ${size} bytes (${Math.round((size / 1_048_576) * 10) / 10} MiB).`);
  if (keyword === 'AUTH' && words.length > 0) {
    const rows = words.map((word) => {
      const meaning = authMechanisms.get(word.toUpperCase())?.meaning;
      return `- ${escapeMarkdown(word)}${meaning === undefined ? '' : `: ${escapeMarkdown(meaning)}`}`;
    });
    lines.push(rows.join('\n'));
  }
  const names = [...parameterKeywords].filter(([, needed]) => needed.keyword === keyword).map(([name]) => name);
  const of = (table: ReadonlyMap<string, Extension>): string =>
    names
      .filter((name) => table.has(name))
      .map((name) => codeSpan(name))
      .join(', ');
  if (of(mailParameters) !== '') lines.push(`Parameters of MAIL: ${of(mailParameters)}.`);
  if (of(rcptParameters) !== '') lines.push(`Parameters of RCPT: ${of(rcptParameters)}.`);
  return lines;
}

/** The parameter of MAIL or RCPT, or the mechanism of AUTH, under the cursor. */
export function argumentHover(
  text: string,
  conversation: Conversation,
  command: Command,
  offset: number,
): HoverText | undefined {
  const offer = offerBefore(text, conversation, command);
  if (command.verb === 'AUTH') {
    const [mechanism] = wordsOf(text, command.argument);
    if (mechanism === undefined || !touches(mechanism, offset)) return undefined;
    const words = offer?.get('AUTH')?.words ?? [];
    return mechanismHover(mechanism, offeredWords(offer, words.includes(mechanism.word.toUpperCase())));
  }
  if (command.verb !== 'MAIL' && command.verb !== 'RCPT') return undefined;
  const parameter = readPathArgument(text, command)?.parameters.find((candidate) => touches(candidate, offset));
  const known = parameter && (command.verb === 'MAIL' ? mailParameters : rcptParameters).get(parameter.name);
  if (parameter === undefined || known === undefined) return undefined;
  const needed = keywordOf(parameter.name, parameter.value)?.keyword;
  const lines = [`**${escapeMarkdown(parameter.name)}**: ${escapeMarkdown(known.meaning)}`];
  if (needed !== undefined)
    lines.push(`It needs ${escapeMarkdown(needed)}. ${offeredWords(offer, offer?.has(needed))}`);
  lines.push(`Source: ${sourceMarkdown(known.source)}`);
  return { span: { start: parameter.start, end: parameter.end }, markdown: lines.join('\n\n') };
}

function mechanismHover(
  { start, end, word }: Span & { readonly word: string },
  offered: string,
): HoverText | undefined {
  const known = authMechanisms.get(word.toUpperCase());
  if (known === undefined) return undefined;
  const said = `**${escapeMarkdown(known.keyword)}**: ${escapeMarkdown(known.meaning)}`;
  return { span: { start, end }, markdown: `${said}\n\n${offered}\n\nSource: ${sourceMarkdown(known.source)}` };
}

/** What the server of this session had offered when a command was sent. */
export function offerBefore(text: string, conversation: Conversation, command: Command): Offer | undefined {
  const view = sessionViews(text, conversation)[command.session];
  return view && offerAt(view, command.start);
}

/** Whether something was offered, in words. */
export function offeredWords(offer: Offer | undefined, has: boolean | undefined): string {
  if (offer === undefined) return 'This text does not show what the server offered before it.';
  return has === true ? 'The server offered it in this session.' : 'The server did **not** offer it in this session.';
}
