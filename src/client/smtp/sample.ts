import { commands, type Disposable, l10n, type TextDocument, window } from 'vscode';
import { defined } from '../../core/text/defined.ts';
import type { MessageText } from '../../probes/smtp/message.ts';
import { runCancellable } from '../cancellable.ts';
import { sourceOfDocument } from '../documentBytes.ts';
import { languages } from '../languages.ts';
import { askForLogin } from '../login/askForLogin.ts';
import { nameAtCursor, problemOf } from '../nameInput.ts';
import { probeSettings } from '../settings/settings.ts';
import { bare, readRecipients } from './addresses.ts';
import { type Afterwards, unlinked } from './afterwards.ts';
import type { ProbeDesk } from './desk.ts';
import { askForm, type FormRow, textRow } from './form.ts';
import { envelopeHere } from './prefill.ts';
import { draftOf, type LoginDraft, loginRow, portsRow, recipientsRow, senderRow, tlsRow } from './rows.ts';
import { streamProbes } from './stream.ts';
import { withPort } from './target.ts';

/** Bytes of a message that is sent; what servers take ends sooner. */
const LARGEST = 50 * 1024 * 1024;

/** Sends a message for a test: of a form, or the one that is open. Nothing goes without a last question. */
export const registerSample = (desk: ProbeDesk, afterwards: Afterwards): Disposable =>
  commands.registerCommand('mailTriage.sendSampleMessage', () => send(desk, afterwards));

async function send({ server, output, choices, logins }: ProbeDesk, afterwards: Afterwards): Promise<void> {
  const document = window.activeTextEditor?.document;
  const known = await envelopeHere(server);
  const kept = choices.get();
  const draft = draftOf(kept, known);
  const own = { host: known.host ?? nameAtCursor() ?? '', subject: 'Test message', body: BODY, open: false };
  const isMessage = document?.languageId === languages.message;
  own.open = isMessage;
  const login: LoginDraft = {};
  const rows: FormRow[] = [
    textRow(
      l10n.t('Server'),
      l10n.t(
        'Host or address, with a port if you like. Empty: the first mail exchanger of the domain of the first recipient.',
      ),
      () => own.host,
      (value) => {
        own.host = value;
      },
      (value) => (value === '' ? undefined : problemOf(value)),
      l10n.t('the first mail exchanger of the domain of the first recipient'),
    ),
    portsRow(draft),
    tlsRow(draft),
    loginRow(login, 'the server'),
    senderRow(draft),
    recipientsRow(draft),
    ...(isMessage
      ? [
          {
            label: l10n.t('Message'),
            value: () =>
              own.open ? l10n.t('the one that is open: {0}', nameOf(document)) : l10n.t('subject and text below'),
            edit: async () => {
              own.open = !own.open;
            },
          },
        ]
      : []),
    textRow(
      l10n.t('Subject'),
      l10n.t('Subject of the test message.'),
      () => own.subject,
      (value) => {
        own.subject = value;
      },
      () => undefined,
    ),
    textRow(
      l10n.t('Text'),
      l10n.t('Text of the test message; \\n begins a new line.'),
      () => own.body,
      (value) => {
        own.body = value;
      },
      () => undefined,
    ),
  ];
  const started = await askForm({
    title: l10n.t('Send Sample Message'),
    placeHolder: l10n.t('Choose a row to change it. You are asked once more before anything is sent.'),
    go: () => ({
      label: `$(send) ${l10n.t('Send…')}`,
      detail: l10n.t('Shows server, sender, recipient and size, and asks.'),
    }),
    rows,
  });
  if (!started) return;
  const recipients = readRecipients(draft.recipients);
  if (recipients.length === 0) {
    await window.showInformationMessage(l10n.t('To send a message, name a recipient in the row Recipients.'));
    return;
  }
  choices.set({ ...draft, stopAfter: kept.stopAfter });
  const host = own.host || (await exchangerOf(recipients[0] ?? ''));
  if (host === undefined) return;
  const target = withPort(host, draft.ports[0] ?? 25);
  const from = bare(draft.sender);
  const title = l10n.t('Sending a message through {0}', target.slice(0, 100));
  await afterwards.run({
    title: `Sent a message through ${target}`,
    target,
    start: async () => {
      const message =
        own.open && document !== undefined ? await messageOf(document) : await formMessage(from, recipients, own);
      if (message === undefined || !(await isAgreed(target, from, recipients, message))) return undefined;
      const auth = login.as === undefined ? undefined : await askForLogin(target, login.as, logins);
      if (auth === 'given-up') return undefined;
      const plan = { tls: draft.tls, envelope: { from, recipients }, message: message.text, ...defined({ auth }) };
      return streamProbes(output, { title, runs: [{ target, plan }] });
    },
  });
}

const BODY = 'This is a test message. Please ignore it.';

const nameOf = ({ uri }: TextDocument): string => uri.path.split('/').at(-1) ?? '';

interface Message {
  readonly text: MessageText;
  readonly octets: number;
  readonly what: string;
}

async function formMessage(
  from: string,
  recipients: readonly string[],
  { subject, body }: { readonly subject: string; readonly body: string },
): Promise<Message> {
  const { writeTestMessage } = await import('../../probes/node/main.ts');
  const text = writeTestMessage({ from, recipients, subject, body: body.replaceAll('\\n', '\n') }, probeSettings());
  return { text: { text }, octets: Buffer.byteLength(text), what: `“${subject.slice(0, 100)}”` };
}

/** The bytes of the document, as UTF-8 where they are; each byte a character where they are not. */
async function messageOf(document: TextDocument): Promise<Message | undefined> {
  const { bytes } = await sourceOfDocument(document, 0);
  if (bytes.length > LARGEST) {
    await window.showErrorMessage(l10n.t('{0} is larger than 50 MiB, which no mail server takes.', nameOf(document)));
    return undefined;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString('utf8');
  const whole: MessageText = Buffer.from(text).equals(buffer)
    ? { text }
    : { text: buffer.toString('latin1'), latin1: true };
  return { text: whole, octets: bytes.length, what: nameOf(document) };
}

/** The last question: where it goes, from whom, to whom, how large it is. */
async function isAgreed(
  target: string,
  from: string,
  recipients: readonly string[],
  { octets, what }: Message,
): Promise<boolean> {
  const send = l10n.t('Send');
  const shown =
    recipients.slice(0, 10).join(', ') +
    (recipients.length > 10 ? ` ${l10n.t('and {0} more', recipients.length - 10)}` : '');
  const detail = [
    l10n.t('Server: {0}', target),
    l10n.t('Sender: {0}', from || l10n.t('<> (the null sender)')),
    l10n.t('Recipient: {0}', shown),
    l10n.t('Size: {0} bytes', octets),
    l10n.t('Message: {0}', what),
    '',
    l10n.t('The message is sent for real.'),
  ].join('\n');
  const choice = await window.showWarningMessage(l10n.t('Send this message?'), { modal: true, detail }, send);
  return choice === send;
}

/** The exchanger that a sending server tries first (RFC 5321 5.1). */
async function exchangerOf(recipient: string): Promise<string | undefined> {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  const found = await runCancellable({
    title: l10n.t('Looking for the mail exchanger of {0}', domain.slice(0, 100)),
    run: async (signal) => {
      const { mailExchangers } = await import('../../probes/node/main.ts');
      return mailExchangers(domain, probeSettings(), signal);
    },
  });
  if (found === undefined) return undefined;
  const host = found.exchangers.find((one) => one.host !== '')?.host;
  if (host === undefined) {
    await window.showInformationMessage(
      l10n.t('No mail exchanger of {0} was found: name the server in the row Server.', unlinked(domain.slice(0, 100))),
    );
  }
  return host;
}
