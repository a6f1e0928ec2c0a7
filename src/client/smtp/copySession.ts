import { commands, type Disposable, env, type QuickPickItem, window, workspace } from 'vscode';
import { type Recipe, recipeRequest, type SessionForm, sessionTextRequest } from '../../protocol/session.ts';
import { t } from '../platform/words.ts';
import type { LanguageServer } from '../server.ts';

/** A session of a document: given by a lens, or where the cursor stands. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** Copies a session as commands and steps of other tools. */
export const registerCopySession = (server: LanguageServer): Disposable =>
  commands.registerCommand('mailTriage.copySession', async (uri: unknown, line: unknown) => {
    const place = placeOf(uri, line);
    if (place !== undefined) await copy(server, place);
  });

export function placeOf(uri: unknown, line: unknown): Place | undefined {
  if (typeof uri === 'string' && typeof line === 'number') return { uri, line };
  const editor = window.activeTextEditor;
  if (editor === undefined) void window.showInformationMessage(NO_SESSION);
  return editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}

const NO_SESSION = t('No SMTP session stands here. Open a ticket that holds one, and put the cursor into it.');

export const recipeAt = async (server: LanguageServer, place: Place): Promise<Recipe | undefined> => {
  const recipe = await server.request(recipeRequest, place).catch(() => null);
  if (recipe === null) void window.showInformationMessage(NO_SESSION);
  return recipe ?? undefined;
};

interface FormItem extends QuickPickItem {
  readonly form: SessionForm;
}

const FORMS: readonly FormItem[] = [
  { label: t('swaks command'), description: t('Unix shell'), form: { tool: 'swaks', shell: 'sh' } },
  { label: t('swaks command'), description: 'PowerShell', form: { tool: 'swaks', shell: 'powershell' } },
  { label: t('swaks command'), description: 'cmd.exe', form: { tool: 'swaks', shell: 'cmd' } },
  { label: t('telnet steps'), description: 'Windows', form: { tool: 'telnet', system: 'windows' } },
  { label: t('telnet steps'), description: 'Unix', form: { tool: 'telnet', system: 'unix' } },
  { label: t('openssl s_client steps'), description: 'Windows', form: { tool: 'openssl', system: 'windows' } },
  { label: t('openssl s_client steps'), description: 'Unix', form: { tool: 'openssl', system: 'unix' } },
  {
    label: t('mail-triage command'),
    description: t('Unix shell'),
    form: { tool: 'mail-triage', shell: 'sh' },
  },
  {
    label: t('mail-triage command'),
    description: 'PowerShell',
    form: { tool: 'mail-triage', shell: 'powershell' },
  },
];

async function copy(server: LanguageServer, place: Place): Promise<void> {
  if ((await recipeAt(server, place)) === undefined) return;
  const item = await window.showQuickPick(FORMS, {
    title: t('Copy Session'),
    placeHolder: t('As what? What is secret in it is left out.'),
    matchOnDescription: true,
  });
  if (item === undefined) return;
  const text = await server.request(sessionTextRequest, { ...place, form: item.form });
  if (text === null) return;
  await env.clipboard.writeText(text);
  void offerToOpen(text, `${item.label}, ${item.description}`);
}

/** The command is done when the text is in the clipboard, whether or not this is ever answered. */
async function offerToOpen(text: string, what: string): Promise<void> {
  const choice = await window.showInformationMessage(t('In the clipboard: {0}.', what), t('Open'));
  if (choice !== t('Open')) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content: text }));
}
