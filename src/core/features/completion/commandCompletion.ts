import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { commands } from '../../knowledge/commands.ts';
import {
  authMechanisms,
  type Extension,
  keywordOf,
  mailParameters,
  parameterValues,
  rcptParameters,
} from '../../knowledge/extensions.ts';
import type { Offer } from '../../session/offer.ts';
import { offerAt } from '../../session/sessionView.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { sourceMarkdown } from '../hover/explanationMarkdown.ts';
import { rangeOf } from '../positions.ts';
import type { ClientLine } from './clientLine.ts';
import { rankedVerbs } from './nextCommands.ts';

interface Choice {
  readonly label: string;
  readonly insert: string;
  readonly kind: CompletionItemKind;
  /** Lower comes first. */
  readonly rank: number;
  readonly markdown: string;
}

/** What may be written at the cursor in a command. */
export function commandCompletion(document: TextDocument, line: ClientLine, offset: number): CompletionItem[] {
  const { choices, typed } = choicesAt(line);
  const range = rangeOf(document, { start: offset - typed.length, end: offset });
  return choices.map(({ label, insert, kind, rank, markdown }) => ({
    label,
    kind,
    sortText: `${rank}${label}`,
    filterText: insert,
    textEdit: { range, newText: insert },
    insertTextFormat: InsertTextFormat.PlainText,
    documentation: { kind: 'markdown' as const, value: markdown },
  }));
}

function choicesAt(line: ClientLine): { choices: readonly Choice[]; typed: string } {
  const { said } = line;
  const offer = line.view && offerAt(line.view, line.start);
  if (/^[A-Za-z0-9-]{0,20}$/.test(said)) return { choices: verbs(line), typed: said };
  const auth = /^AUTH[ \t]+([\w-]{0,30})$/i.exec(said);
  if (auth !== null) return { choices: mechanisms(offer), typed: auth[1] as string };
  const path = /^(MAIL|RCPT)[ \t]+([A-Za-z]{0,4}:?)$/i.exec(said);
  if (path !== null) {
    const word = (path[1] as string).toUpperCase() === 'MAIL' ? 'FROM:<' : 'TO:<';
    return { choices: [{ ...plain(word), kind: CompletionItemKind.Keyword }], typed: path[2] as string };
  }
  const verb = /^(MAIL|RCPT)[ \t]/i.exec(said)?.[1]?.toUpperCase();
  const close = said.indexOf('>');
  const word = /[ \t]([^ \t]*)$/.exec(said.slice(close + 1))?.[1];
  if (verb === undefined || close < 0 || word === undefined) return { choices: [], typed: '' };
  const table = verb === 'MAIL' ? mailParameters : rcptParameters;
  const value = /^([\w-]{1,20})=(?:[A-Z]{0,20},){0,4}([\w]{0,20})$/i.exec(word);
  if (value !== null) {
    const name = (value[1] as string).toUpperCase();
    return { choices: (parameterValues.get(name) ?? []).map(plain), typed: value[2] as string };
  }
  return { choices: parameters(table, offer, said.slice(0, said.length - word.length)), typed: word };
}

const plain = (word: string): Choice => ({
  label: word,
  insert: word,
  kind: CompletionItemKind.EnumMember,
  rank: 0,
  markdown: '',
});

const documentation = ({ meaning, source }: Pick<Extension, 'meaning' | 'source'>): string =>
  `${escapeMarkdown(meaning)}\n\nSource: ${sourceMarkdown(source)}`;

function verbs(line: ClientLine): readonly Choice[] {
  return rankedVerbs(line).flatMap(({ verb, rank }) => {
    const known = commands.get(verb);
    if (known === undefined) return [];
    const insert = INSERTS.get(verb) ?? (known.syntax.includes(' ') ? `${verb} ` : verb);
    const markdown = `Form: ${codeSpan(known.syntax)}\n\n${documentation(known)}`;
    return [{ label: verb, insert, kind: CompletionItemKind.Keyword, rank, markdown }];
  });
}

const INSERTS: ReadonlyMap<string, string> = new Map([
  ['MAIL', 'MAIL FROM:<'],
  ['RCPT', 'RCPT TO:<'],
  ['NOOP', 'NOOP'],
  ['HELP', 'HELP'],
]);

/** Those that the server offers; all that are known where no offer is seen. */
function mechanisms(offer: Offer | undefined): readonly Choice[] {
  const offered = offer?.get('AUTH')?.words ?? (offer === undefined ? [...authMechanisms.keys()] : []);
  return offered.map((name) => {
    const known = authMechanisms.get(name);
    return { ...plain(name), markdown: known === undefined ? '' : documentation(known) };
  });
}

/** Parameters that are not there yet; those that the server offers first. */
function parameters(
  table: ReadonlyMap<string, Extension>,
  offer: Offer | undefined,
  before: string,
): readonly Choice[] {
  const used = new Set([...before.matchAll(/[^ \t=]+/g)].map((match) => match[0].toUpperCase()));
  const choices: Choice[] = [];
  for (const { keyword: name, meaning, source } of table.values()) {
    if (used.has(name)) continue;
    const needed = keywordOf(name, '')?.keyword;
    const offered = offer === undefined || (needed !== undefined && offer.has(needed));
    const note = offered ? '' : `\n\nThe server did not offer ${needed ?? 'it'}.`;
    const insert = name === 'SMTPUTF8' || name === 'REQUIRETLS' || name === 'XVERP' ? name : `${name}=`;
    const markdown = documentation({ meaning, source }) + note;
    choices.push({ label: insert, insert, kind: CompletionItemKind.Property, rank: offered ? 0 : 5, markdown });
  }
  return choices;
}
