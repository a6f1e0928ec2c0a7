import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { secretsOfBlock } from '../../mask/findSecrets.ts';
import type { MaskChoice, Replacement } from '../../mask/maskChoice.ts';
import { maskTicket } from '../../mask/maskTicket.ts';
import { plainTranscript } from '../../report/plainTranscript.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { blockAt, rangeOf } from '../positions.ts';

const SECRETS: MaskChoice = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };
/** Characters of a conversation; a longer one is a log. */
const LONGEST = 2_000_000;

/** Edits for the place of a range: masking secrets, and writing a conversation as a plain transcript. */
export function quickFixes(document: TextDocument, ticket: Ticket, range: Range): CodeAction[] {
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const block = blockAt(ticket, span.start);
  return [...maskActions(document, ticket, span, block), ...reformatActions(document, ticket, block)];
}

/** Offered where a secret is shown at the range: for it alone, and for every secret of the text. */
function maskActions(
  document: TextDocument,
  ticket: Ticket,
  span: Span,
  block: Block | undefined,
): readonly CodeAction[] {
  if (block === undefined || !touchesSecret(ticket, span, block)) return [];
  const masked = maskTicket(ticket, SECRETS);
  const here = masked.filter(({ start, end }) => start <= span.end && end >= span.start);
  if (here.length === 0) return [];
  const one = fix(document, t('Mask this secret'), here);
  return masked.length === here.length
    ? [{ ...one, isPreferred: true }]
    : [one, { ...fix(document, t('Mask all secrets in this text'), masked), isPreferred: true }];
}

const touchesSecret = (ticket: Ticket, span: Span, block: Block): boolean => {
  for (const secret of secretsOfBlock(ticket, block)) {
    if (secret.start <= span.end && secret.end >= span.start) return true;
  }
  return false;
};

function fix(document: TextDocument, title: string, replacements: readonly Replacement[]): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, edit: editOf(document, replacements) };
}

function reformatActions(document: TextDocument, ticket: Ticket, block: Block | undefined): readonly CodeAction[] {
  if (block?.kind !== 'conversation' || block.events.length < 2 || block.end - block.start > LONGEST) return [];
  const text = plainTranscript(ticket.text, block);
  // Blank lines behind it belong to the block and stay.
  const written = ticket.text.slice(block.start, block.end);
  const end = block.start + written.trimEnd().length;
  const plain = text.trimEnd();
  if (ticket.text.slice(block.start, end).replace(/\r\n?/g, '\n') === plain) return [];
  return [
    {
      title: t('Reformat as plain C:/S: transcript'),
      kind: CodeActionKind.RefactorRewrite,
      edit: editOf(document, [{ start: block.start, end, text: plain }]),
    },
  ];
}

function editOf(document: TextDocument, replacements: readonly Replacement[]): { changes: Record<string, TextEdit[]> } {
  const edits = replacements.map((replacement) => ({
    range: rangeOf(document, replacement),
    newText: replacement.text,
  }));
  return { changes: { [document.uri]: edits } };
}
