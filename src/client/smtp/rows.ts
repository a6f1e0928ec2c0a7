import type { KnownEnvelope } from '../../protocol/session.ts';
import { askLoginAs, type LoginAs } from '../login/askForLogin.ts';
import { t } from '../platform/words.ts';
import { MOST_RECIPIENTS, recipientsProblem, senderProblem } from './addresses.ts';
import { type Choices, isPort, type Stop } from './choices.ts';
import { type FormRow, pickRow, textRow } from './form.ts';

/** The rows of a form about a conversation, over choices that they change. */
export type Draft = { -readonly [Key in keyof Choices]: Choices[Key] } & {
  /** Recipients of the ticket that are not among those of the form, because one probe asks about no more. */
  recipientsLeft: number;
};

/** What was chosen last, with sender and recipients of the ticket where it names them. */
export const draftOf = (kept: Choices, { sender, recipients }: KnownEnvelope): Draft => ({
  ...kept,
  sender: sender ?? kept.sender,
  recipients: recipients.slice(0, MOST_RECIPIENTS).join(', ') || kept.recipients,
  recipientsLeft: Math.max(0, recipients.length - MOST_RECIPIENTS),
});

export const whereRow = (draft: Draft): FormRow =>
  pickRow(
    t('Addresses'),
    [
      ['one', t('the first address of the host that answers')],
      ['mx', t('every address of every mail exchanger, a row each')],
    ],
    () => draft.where,
    (value) => {
      draft.where = value;
    },
  );

export const familyRow = (draft: Draft): FormRow =>
  pickRow(
    t('Address family'),
    [
      ['any', t('IPv4 and IPv6')],
      ['4', t('IPv4 only')],
      ['6', t('IPv6 only')],
    ],
    () => draft.family,
    (value) => {
      draft.family = value;
    },
  );

export const tlsRow = (draft: Draft): FormRow =>
  pickRow(
    'TLS',
    [
      ['auto', t('STARTTLS where it is offered; from the first byte on port 465')],
      ['required', t('not without STARTTLS')],
      ['none', t('none: everything in the clear')],
      ['implicit', t('from the first byte, whatever the port')],
    ],
    () => draft.tls,
    (value) => {
      draft.tls = value;
    },
  );

export const STOP_WORDS: Readonly<Record<Stop, string>> = {
  connect: t('the connection'),
  banner: t('the greeting'),
  hello: t('the first EHLO'),
  secured: t('EHLO under TLS: what a server offers'),
  auth: t('AUTH: whether it takes the login of the row Login'),
  mail: t('MAIL: whether it takes this sender'),
  rcpt: t('RCPT: whether it takes mail for these recipients'),
};

export const stopRow = (draft: Draft): FormRow =>
  pickRow(
    t('Stop behind'),
    (Object.keys(STOP_WORDS) as Stop[]).map((stop) => [stop, STOP_WORDS[stop]] as const),
    () => draft.stopAfter,
    (value) => {
      draft.stopAfter = value;
    },
  );

export const policiesRow = (draft: Draft): FormRow =>
  pickRow(
    t('DANE and MTA-STS'),
    [
      ['no', t('not looked up')],
      ['yes', t('looked up, and held against what is shown on port 25')],
    ],
    () => (draft.policies ? 'yes' : 'no'),
    (value) => {
      draft.policies = value === 'yes';
    },
  );

/** Who logs in, for one probe: nothing of it is remembered. */
export interface LoginDraft {
  as?: LoginAs;
}

/** `chosen` hears that somebody logs in. */
export const loginRow = (login: LoginDraft, target: string, chosen?: () => void): FormRow => ({
  label: t('Login'),
  value: () =>
    login.as === undefined
      ? t('none')
      : t(
          '{0}, {1}; the secret is asked for when it starts',
          login.as.user,
          login.as.mechanism ?? t('by the strongest mechanism for a password'),
        ),
  edit: async () => {
    const as = await askLoginAs(target.slice(0, 100));
    delete login.as;
    if (as === undefined) return;
    login.as = as;
    chosen?.();
  },
});

export const portsRow = (draft: Draft): FormRow =>
  textRow(
    t('Port'),
    t(
      'Mail between servers goes to 25, mail from users to 587 or 465 (TLS from the first byte), some use 2525. Several with blanks between are tried one after the other.',
    ),
    () => draft.ports.join(' '),
    (value) => {
      draft.ports = readPorts(value);
    },
    (value) => (readPorts(value).length === 0 ? t('Enter ports from 1 to 65535: 25 465 587 2525') : undefined),
  );

/** At most ten; none where one of them is no port. */
function readPorts(text: string): readonly number[] {
  const all = [...new Set(text.split(/[\s,;]{1,20}/).filter((word) => word !== ''))].map(Number);
  return all.length <= 10 && all.every(isPort) ? all : [];
}

export const senderRow = (draft: Draft): FormRow =>
  textRow(
    t('Sender'),
    t('Address for MAIL FROM; empty is the null sender of bounces.'),
    () => draft.sender,
    (value) => {
      draft.sender = value;
    },
    senderProblem,
    t('<> (the null sender)'),
  );

export function recipientsRow(draft: Draft): FormRow {
  const row = textRow(
    t('Recipients'),
    t('Addresses for RCPT TO, with commas between.'),
    () => draft.recipients,
    (value) => {
      draft.recipients = value;
      draft.recipientsLeft = 0;
    },
    recipientsProblem,
  );
  return { ...row, value: () => [leftWords(draft.recipientsLeft), row.value()].filter(Boolean).join(' ') };
}

/** In front of the others, which a row cuts off. */
const leftWords = (left: number): string =>
  left === 0 ? '' : left === 1 ? t('(1 more is left out)') : t('({0} more are left out)', left);
