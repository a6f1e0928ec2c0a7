import {
  commands,
  Disposable,
  languages as editorLanguages,
  env,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { looksLikeMessage } from '../core/ticket/messageStart.ts';
import { noticeRequest } from '../protocol/texts.ts';
import type { ActiveTicket } from './activeTicket.ts';
import { languages } from './languages.ts';
import { t } from './platform/words.ts';
import type { LanguageServer } from './server.ts';

/** Commands that give pasted text the language that reads it. */
export function registerReadAsTicket(extensionUri: Uri, server: LanguageServer, ticket: Foretelling): Disposable {
  return Disposable.from(
    commands.registerCommand('mailTriage.readAsTicket', async () => {
      const document = window.activeTextEditor?.document;
      if (document !== undefined) await readAsTicket(document, ticket);
      else await openTicket('');
    }),
    commands.registerCommand('mailTriage.newTicketFromClipboard', async () => {
      const text = await env.clipboard.readText();
      if (text.trim() === '') {
        await window.showInformationMessage(
          t('The clipboard holds no text. Copy the bounce, the session or the headers first.'),
        );
        return;
      }
      // Where nobody can say what it is, it is opened.
      const noticed = await server.request(noticeRequest, { text: text.slice(0, LOOK) }).catch(() => undefined);
      if (noticed === null && (await window.showInformationMessage(NO_TICKET, ANYWAY)) !== ANYWAY) return;
      await openTicket(text);
    }),
    commands.registerCommand('mailTriage.openSample', (given?: unknown) => openSample(extensionUri, given)),
    commands.registerCommand('mailTriage.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', 'mail-triage.mail-triage#start', false),
    ),
  );
}

interface Sample {
  readonly label: string;
  readonly file: string;
  /** What a step of the walkthrough shows of it. */
  readonly shows: typeof TICKET | typeof TIMELINE;
}

const TICKET = 'mailTriage.showTicket';
const TIMELINE = 'mailTriage.showTimeline';

/** Characters of the clipboard that are looked at. */
const LOOK = 1_000_000;
const NO_TICKET = t('The clipboard holds no session, header, bounce, log or look-up that Mail Triage knows.');
const ANYWAY = t('Open It Anyway');

/** The samples that come with the extension. */
const SAMPLES: readonly Sample[] = [
  { label: t('A session in which relaying is denied'), file: '1-relaying-denied.smtp.txt', shows: TICKET },
  { label: t('A bounce'), file: '2-bounced.eml', shows: TICKET },
  { label: t('A message that took four hours'), file: '3-took-four-hours.eml', shows: TIMELINE },
  { label: t('A ticket with look-ups and a session'), file: '4-mixed.ticket.txt', shows: TICKET },
  { label: t('A sender on a block list'), file: '5-blocked.smtp.txt', shows: TICKET },
  { label: t('A mail log'), file: '6-mail-log.ticket.txt', shows: TICKET },
  { label: t('A check of a domain'), file: '7-check.ticket.txt', shows: TICKET },
  { label: t('A probe of a server that greylists'), file: '8-probe.smtp.txt', shows: TICKET },
];

/** Opens the sample whose file is given, and what there is to see of it; one that is picked where none is. */
async function openSample(extensionUri: Uri, given: unknown): Promise<void> {
  const named = SAMPLES.find(({ file }) => file === given);
  const sample = named ?? (await window.showQuickPick([...SAMPLES], { title: t('Open Samples') }));
  if (sample === undefined) return;
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', sample.file));
  await openTicket(new TextDecoder().decode(bytes));
  if (named !== undefined) await commands.executeCommand(sample.shows);
}

/** Opens a text as a ticket without a file. */
export async function openTicket(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: languageOf(content), content });
  await window.showTextDocument(document);
  return document;
}

/** Who reads a text before the editor has given it its language. */
export type Foretelling = Pick<ActiveTicket, 'foretell'>;

/** Gives a document the language that reads it. */
export async function readAsTicket(document: TextDocument, ticket: Foretelling): Promise<void> {
  const over = await ticket.foretell(document);
  try {
    await editorLanguages.setTextDocumentLanguage(document, languageOf(document.getText()));
  } finally {
    over();
  }
}

const languageOf = (text: string): string => (looksLikeMessage(text) ? languages.message : languages.transcript);
