import { commands, Disposable, env, type Uri, window, workspace } from 'vscode';
import { type AnswerForm, answerRequest, type ProbeRecord } from '../protocol/ticket.ts';
import type { ActiveTicket } from './activeTicket.ts';
import { t } from './platform/words.ts';
import type { LanguageServer } from './server.ts';
import { ignoredMessage, ignoredSettings } from './settings/ignoredSettings.ts';

interface Form {
  readonly form: AnswerForm;
  readonly setting: string;
  readonly done: string;
}

const forAdmin: Form = { form: 'answer', setting: 'answer.template', done: t('The answer is in the clipboard.') };
const forUser: Form = {
  form: 'user',
  setting: 'answer.userTemplate',
  done: t('The answer for the user is in the clipboard.'),
};
const forSender: Form = {
  form: 'request',
  setting: 'answer.senderTemplate',
  done: t('The questions for the sender are in the clipboard.'),
};

/** Which form each command writes; undefined where nobody chose one. */
const COMMANDS: readonly (readonly [string, (uri: Uri | undefined) => Promise<Form | undefined>])[] = [
  ['mailTriage.copyAnswer', chosenForm],
  ['mailTriage.copyUserAnswer', async () => forUser],
  ['mailTriage.copySenderRequest', async () => forSender],
];

const READER = 'answer.reader';

/** The form for whom the settings name, or who is picked. */
async function chosenForm(uri: Uri | undefined): Promise<Form | undefined> {
  const reader = workspace.getConfiguration('mailTriage', uri).get<unknown>(READER);
  if (reader === 'user') return forUser;
  if (reader !== 'ask' || uri === undefined) return forAdmin;
  const items = [
    { label: t('For an admin'), description: t('with codes, lines and next steps'), form: forAdmin },
    { label: t('For the user'), description: t('in plain words'), form: forUser },
  ];
  return (await window.showQuickPick(items, { title: t('Copy Answer'), placeHolder: t('Who reads the answer?') }))
    ?.form;
}

/** Commands that put what was found into words for somebody else. */
export const registerAnswer = (
  ticket: ActiveTicket,
  server: LanguageServer,
  probes: () => readonly ProbeRecord[],
): Disposable =>
  Disposable.from(
    ...COMMANDS.map(([command, choose]) =>
      commands.registerCommand(command, async () => {
        const { uri } = ticket;
        const form = await choose(uri);
        const text = form && (await write(form, uri, server, probes()));
        if (form === undefined || text === undefined) return;
        const settings = command === 'mailTriage.copyAnswer' ? [READER, form.setting] : [form.setting];
        await hand(form, text, await ignoredSettings(settings, uri));
      }),
    ),
  );

async function write(
  { form, setting }: Form,
  uri: Uri | undefined,
  server: LanguageServer,
  probes: readonly ProbeRecord[],
): Promise<string | undefined> {
  if (uri === undefined) {
    await offerToRead();
    return undefined;
  }
  const template = workspace.getConfiguration('mailTriage', uri).get<unknown>(setting);
  const answer = await server.request(answerRequest, {
    uri: uri.toString(),
    form,
    template: typeof template === 'string' ? template : '',
    file: uri.scheme === 'untitled' ? '' : (uri.path.split('/').at(-1) as string),
    probes,
  });
  if (answer === null) {
    await window.showInformationMessage(
      t('Nothing was found in this text that could be answered: no refusal, no bounce, no delivery, no delay.'),
    );
    return undefined;
  }
  if (answer.unknown.length > 0) {
    void window.showWarningMessage(
      t(
        'The template mailTriage.{0} has placeholders that mean nothing: {1}. They were left as they are.',
        setting,
        answer.unknown.map((name) => `{{${name}}}`).join(', '),
      ),
    );
  }
  return answer.text;
}

async function offerToRead(): Promise<void> {
  const read = t('Read Text as Mail Ticket');
  const paste = t('New Ticket from Clipboard');
  const choice = await window.showInformationMessage(t('No ticket is open.'), read, paste);
  if (choice === read) await commands.executeCommand('mailTriage.readAsTicket');
  if (choice === paste) await commands.executeCommand('mailTriage.newTicketFromClipboard');
}

async function hand({ setting, done }: Form, text: string, ignored: readonly string[]): Promise<void> {
  await env.clipboard.writeText(text);
  const open = t('Open');
  const edit = t('Edit Template');
  // The command is done when the text is in the clipboard, whether or not the message is ever answered.
  const said = [done, ignoredMessage(ignored)].filter((part) => part !== undefined).join(' ');
  void window.showInformationMessage(said, open, edit).then(async (choice) => {
    if (choice === open) {
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: text }));
    } else if (choice === edit) {
      await commands.executeCommand('workbench.action.openSettings', `mailTriage.${setting}`);
    }
  });
}
