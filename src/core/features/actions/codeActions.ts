import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import { recordsOfLookup } from '../../dns/records/answerRecords.ts';
import { problemsOfSet } from '../../dns/records/recordSet.ts';
import { explainText } from '../../knowledge/explain.ts';
import { sessionAt } from '../../replay/recipe.ts';
import { t } from '../../text/words.ts';
import { targetAt } from '../../ticket/target.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Abilities } from '../abilities.ts';
import { probeCommands } from '../links/probeLinks.ts';
import { blockAt } from '../positions.ts';
import { domainOf } from './askLenses.ts';
import { quickFixes } from './quickFixes.ts';
import { againLens } from './sessionLenses.ts';

/** Characters of a line that are explained. */
const LINE = 2000;

/** What can be done at a place: edits, and where the editor knows our commands, an explanation and probes. */
export const codeActions = (
  document: TextDocument,
  ticket: Ticket,
  range: Range,
  { commandLinks }: Abilities,
): CodeAction[] => [
  ...quickFixes(document, ticket, range),
  ...(commandLinks ? recordActions(ticket, document.offsetAt(range.start), document.offsetAt(range.end)) : []),
  ...(commandLinks ? explainActions(ticket, document.offsetAt(range.start)) : []),
  ...(commandLinks ? sessionActions(document, ticket, range.start.line) : []),
  ...(commandLinks ? probeActions(ticket, document.offsetAt(range.start)) : []),
];

function explainActions({ text, lines }: Ticket, offset: number): readonly CodeAction[] {
  const line = lines.lineOf(offset);
  const words = text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + LINE));
  const found = explainText(words);
  if (found === undefined) return [];
  const codes = [found.code, found.enhanced].filter((part) => part !== undefined).join(' ');
  return [action(codes === '' ? t('Explain this line') : t('Explain {0}', codes), 'mailTriage.explain', words)];
}

/** Where a record has a problem, the domain is checked: what is published now may be right already. */
function recordActions(ticket: Ticket, start: number, end: number): readonly CodeAction[] {
  const block = blockAt(ticket, start);
  if (block?.kind !== 'lookup') return [];
  for (const { record, ...span } of problemsOfSet(recordsOfLookup(ticket.text, block))) {
    if (span.start > end || span.end < start) continue;
    const domain = domainOf(record.name);
    if (domain === undefined) continue;
    return [{ ...action(t('Check {0} now', domain), probeCommands.check, domain), kind: CodeActionKind.QuickFix }];
  }
  return [];
}

/** A session can be taken elsewhere, and where its server is named, run again. */
function sessionActions(document: TextDocument, ticket: Ticket, line: number): readonly CodeAction[] {
  if (blockAt(ticket, document.offsetAt({ line, character: 0 }))?.kind !== 'conversation') return [];
  const found = sessionAt(ticket, line);
  if (found === undefined || found.view.steps.length === 0) return [];
  return [againLens(ticket, found.block, found.view), copyAction()].flatMap((one) =>
    one === undefined
      ? []
      : [
          {
            title: one.title,
            kind: CodeActionKind.Empty,
            command: { ...one, arguments: [document.uri, line] },
          },
        ],
  );
}

const copyAction = () => ({
  title: t('Copy this session as swaks, telnet or openssl…'),
  command: 'mailTriage.copySession',
});

function probeActions(ticket: Ticket, offset: number): readonly CodeAction[] {
  const target = targetAt(ticket.text, offset);
  if (target === undefined) return [];
  const probe = action(t('Probe SMTP server {0}', target.name), probeCommands.probeSmtpServer, target.name);
  const check = action(t('Check {0}', target.name), probeCommands.check, target.name);
  if (target.kind === 'address') return [probe, check];
  return [
    check,
    action(t('Look up mail exchangers of {0}', target.name), probeCommands.lookUpMailExchangers, target.name),
    probe,
  ];
}

const action = (title: string, command: string, argument: string): CodeAction => ({
  title,
  kind: CodeActionKind.Empty,
  command: { title, command, arguments: [argument] },
});
