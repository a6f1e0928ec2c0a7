import { commands, type Disposable, type TextDocument, window } from 'vscode';
import { defined } from '../../core/text/defined.ts';
import { phrase } from '../../core/text/words.ts';
import type { MessageText } from '../../probes/smtp/message.ts';
import { runCancellable } from '../cancellable.ts';
import { sourceOfDocument } from '../documentBytes.ts';
import { languages } from '../languages.ts';
import { askForLogin } from '../login/askForLogin.ts';
import { nameAtCursor, problemOf } from '../nameInput.ts';
import { t } from '../platform/words.ts';
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
      t('Server'),
      t(
        'Host or address, with a port if you like. Empty: the first mail exchanger of the domain of the first recipient.',
      ),
      () => own.host,
      (value) => {
        own.host = value;
      },
      (value) => (value === '' ? undefined : problemOf(value)),
      t('the first mail exchanger of the domain of the first recipient'),
    ),
    portsRow(draft),
    tlsRow(draft),
    loginRow(login, 'the server'),
    senderRow(draft),
    recipientsRow(draft),
    ...(isMessage
      ? [
          {
            label: t('Message'),
            value: () => (own.open ? t('the one that is open: {0}', nameOf(document)) : t('subject and text below')),
            edit: async () => {
              own.open = !own.open;
            },
          },
        ]
      : []),
    textRow(
      t('Subject'),
      t('Subject of the test message.'),
      () => own.subject,
      (value) => {
        own.subject = value;
      },
      () => undefined,
    ),
    textRow(
      t('Text'),
      t('Text of the test message; \\n begins a new line.'),
      () => own.body,
      (value) => {
        own.body = value;
      },
      () => undefined,
    ),
  ];
  const started = await askForm({
    title: t('Send Sample Message'),
    placeHolder: t('Choose a row to change it. You are asked once more before anything is sent.'),
    go: () => ({
      label: `$(send) ${t('Send…')}`,
      detail: t('Shows server, sender, recipient and size, and asks.'),
    }),
    rows,
  });
  if (!started) return;
  const recipients = readRecipients(draft.recipients);
  if (recipients.length === 0) {
    await window.showInformationMessage(t('To send a message, name a recipient in the row Recipients.'));
    return;
  }
  choices.set({ ...draft, stopAfter: kept.stopAfter });
  const host = own.host || (await exchangerOf(recipients[0] as string));
  if (host === undefined) return;
  const target = withPort(host, draft.ports[0] as number);
  const from = bare(draft.sender);
  const title = t('Sending a message through {0}', target.slice(0, 100));
  await afterwards.run({
    title: phrase('Sent a message through {0}', target),
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

const nameOf = ({ uri }: TextDocument): string => uri.path.split('/').at(-1) as string;

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
    await window.showErrorMessage(t('{0} is larger than 50 MiB, which no mail server takes.', nameOf(document)));
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
  const send = t('Send');
  const shown =
    recipients.slice(0, 10).join(', ') +
    (recipients.length > 10 ? ` ${t('and {0} more', recipients.length - 10)}` : '');
  const detail = [
    t('Server: {0}', target),
    t('Sender: {0}', from || t('<> (the null sender)')),
    t('Recipient: {0}', shown),
    t('Size: {0} bytes', octets),
    t('Message: {0}', what),
    '',
    t('The message is sent for real.'),
  ].join('\n');
  const choice = await window.showWarningMessage(t('Send this message?'), { modal: true, detail }, send);
  return choice === send;
}

/** The exchanger that a sending server tries first (RFC 5321 5.1). */
async function exchangerOf(recipient: string): Promise<string | undefined> {
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1);
  const found = await runCancellable({
    title: t('Looking for the mail exchanger of {0}', domain.slice(0, 100)),
    run: async (signal) => {
      const { mailExchangers } = await import('../../probes/node/main.ts');
      return mailExchangers(domain, probeSettings(), signal);
    },
  });
  if (found === undefined) return undefined;
  const host = found.exchangers.find((one) => one.host !== '')?.host;
  if (host === undefined) {
    await window.showInformationMessage(
      t('No mail exchanger of {0} was found: name the server in the row Server.', unlinked(domain.slice(0, 100))),
    );
  }
  return host;
}
