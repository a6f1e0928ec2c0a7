import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, SignatureHelp, SignatureInformation } from 'vscode-languageserver-types';
import { commands, type SmtpCommand } from '../../knowledge/commands.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { sourceMarkdown } from '../hover/explanationMarkdown.ts';
import { clientLineAt } from './clientLine.ts';

/** The form of the command that is being written, and which part of it comes at the cursor. */
export function signatureHelp(document: TextDocument, ticket: Ticket, position: Position): SignatureHelp | undefined {
  const said = clientLineAt(ticket, document.offsetAt(position))?.said;
  const verb = said === undefined ? undefined : /^([A-Za-z][A-Za-z0-9-]{1,20})[ \t]/.exec(said)?.[1];
  const known = verb && commands.get(verb.toUpperCase());
  if (said === undefined || !verb || !known) return undefined;
  const signatures = signaturesOf(known);
  const argument = said.slice(verb.length + 1).trimStart();
  const part = argument === '' ? 0 : partOf(argument, known.verb === 'MAIL' || known.verb === 'RCPT');
  const bracketed = argument.startsWith('[') || argument.startsWith('#');
  const activeSignature = bracketed ? signatures.length - 1 : 0;
  const parameters = signatures[activeSignature]?.parameters?.length ?? 0;
  return { signatures, activeSignature, ...(parameters > 0 && { activeParameter: Math.min(part, parameters - 1) }) };
}

/** How many parts stand complete before the cursor; a path may hold blanks. */
function partOf(argument: string, isPath: boolean): number {
  if (!isPath) return argument.match(/[ \t]{1,100}/g)?.length ?? 0;
  const close = argument.indexOf('>');
  return close >= 0 && /[ \t]/.test(argument.slice(close + 1)) ? 1 : 0;
}

/** `EHLO host.name or EHLO [address]` is two forms. */
function signaturesOf({ verb, syntax, meaning, source }: SmtpCommand): SignatureInformation[] {
  return syntax.split(` or ${verb} `).map((form, index) => {
    const label = index === 0 ? form : `${verb} ${form}`;
    return {
      label,
      parameters: partsOf(verb, label).map((part) => ({ label: part })),
      documentation: {
        kind: 'markdown' as const,
        value: `${escapeMarkdown(meaning)}\n\nSource: ${sourceMarkdown(source)}`,
      },
    };
  });
}

/** The places of the parts behind the verb; what is free to choose between two words is one part. */
function partsOf(verb: string, label: string): [number, number][] {
  if (label.length <= verb.length) return [];
  if (label.includes(' or ')) return [[verb.length + 1, label.length]];
  const parts: [number, number][] = [];
  for (const match of label.slice(verb.length).matchAll(/[^ ]+/g)) {
    const start = verb.length + match.index;
    const last = parts.at(-1);
    if (match[0] === '…' && last !== undefined) last[1] = start + 1;
    else parts.push([start, start + match[0].length]);
  }
  return parts;
}
