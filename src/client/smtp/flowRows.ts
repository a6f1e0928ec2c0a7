import { window } from 'vscode';
import { word } from '../../core/text/words.ts';
import type { FlowRequest } from '../../probes/node/main.ts';
import { t } from '../platform/words.ts';
import type { FormRow } from './form.ts';
import { type Draft, recipientsRow, senderRow } from './rows.ts';

/** What a flow asks for beside the conversation. */
export interface Asked {
  /** In words of a question: `mx1.contoso.test:25`, `every exchanger of contoso.test`. */
  readonly whom: string;
  readonly recipients: readonly string[];
  /** Names, or ranges of addresses. */
  readonly words: string;
}

/** A question to a mail server about recipients or policy, as a command. */
export interface FlowCommand {
  readonly command: string;
  readonly title: string;
  readonly done: string;
  readonly detail: string;
  /** The row whose words it needs: prompt, and why they cannot be asked about. */
  readonly words?: {
    readonly label: string;
    readonly prompt: string;
    readonly empty: string;
    /** Filled in with the ranges that the text in the editor names. */
    readonly isRanges?: true;
  };
  readonly rows: (draft: Draft) => readonly FormRow[];
  /** A login may be made before. */
  readonly logsIn?: true;
  /** What the domain publishes of TLS may be held against what is shown. */
  readonly policies?: true;
  readonly problem?: (asked: Asked) => string | undefined;
  /** Undefined where the user gives up. */
  readonly request: (asked: Asked) => Promise<FlowRequest | undefined>;
}

const NEEDS_RECIPIENT = ({ recipients }: Asked): string | undefined =>
  recipients.length === 0 ? t('Name a recipient in the row Recipients.') : undefined;

export const FLOWS: readonly FlowCommand[] = [
  {
    command: 'mailTriage.checkRecipients',
    title: t('Check Recipients'),
    done: word('Checked recipients at {0}'),
    detail: t('RCPT for each, and for a made-up address that tells a catch-all; no message is sent.'),
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    logsIn: true,
    problem: NEEDS_RECIPIENT,
    request: async () => ({ kind: 'recipients' }),
  },
  {
    command: 'mailTriage.checkOpenRelay',
    title: t('Check for Open Relay'),
    done: word('Checked for an open relay at {0}'),
    detail: t('Whether it would take mail for a recipient elsewhere; no message is sent.'),
    words: {
      label: t('Own domain'),
      prompt: t('A domain that the server takes mail for; the classic forms are made with it. It may be empty.'),
      empty: t('not known'),
    },
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    problem: ({ recipients, words }) =>
      recipients.length !== 1
        ? t('Name one recipient that the server does not take mail for, best one of your own.')
        : domainProblem(words),
    request: async ({ whom, words }) => {
      const all = t('It Is Mine to Test');
      const one = t('For This Machine Only');
      const choice = await window.showWarningMessage(
        t('May you test {0}?', whom.slice(0, 120)),
        {
          modal: true,
          detail: t(
            'An open relay is looked for with all classic forms of addresses, which a server may take for an attack: test your own server, or one whose owner lets you. Whether it relays for this machine, from your sender to your recipient, is one ordinary question. No message is sent.',
          ),
        },
        all,
        one,
      );
      if (choice === one) return { kind: 'relaying' };
      if (choice !== all) return undefined;
      return { kind: 'relay', consent: 'i-may-test-this-server', ...(words !== '' && { own: words }) };
    },
  },
  {
    command: 'mailTriage.checkExposure',
    title: t('Check Exposure'),
    done: word('Checked the exposure of {0}'),
    detail: t('What HELP, VRFY and EXPN tell strangers, and how long arguments are borne; no message is sent.'),
    words: {
      label: t('Names'),
      prompt: t('Mailboxes and lists to ask for with VRFY and EXPN, with commas between. It may be empty.'),
      empty: t('the usual ones'),
    },
    rows: () => [],
    problem: ({ words }) => (/^[ -~]{0,1000}$/.test(words) ? undefined : t('Names are in ASCII.')),
    request: async ({ whom, words }) => {
      const names = words.split(/\s{0,20},\s{0,20}/).filter((name) => name !== '');
      const within = t('Within the Limits');
      const beyond = t('It Is Mine: Longer, Too');
      const choice = await window.showInformationMessage(
        t('How long may arguments be for {0}?', whom.slice(0, 120)),
        {
          modal: true,
          detail: t(
            'Within the limits of RFC 5321 any server must bear them. Longer ones show how it fails, and are for your own server only, or one whose owner lets you.',
          ),
        },
        within,
        beyond,
      );
      if (choice === undefined) return undefined;
      return { kind: 'exposure', names, ...(choice === beyond && { beyond: 'i-may-test-this-server' as const }) };
    },
  },
  {
    command: 'mailTriage.scanTls',
    title: t('Scan TLS'),
    done: word('Scanned TLS of {0}'),
    detail: t('Each version by itself, and whether MAIL is taken in the clear; a connection for each, no mail.'),
    rows: () => [],
    policies: true,
    request: async () => ({ kind: 'tls-scan' }),
  },
  {
    command: 'mailTriage.checkRestriction',
    title: t('Check Restriction'),
    done: word('Checked the restriction of {0}'),
    detail: t('Whether a server that takes mail from these ranges only refuses this machine; no message is sent.'),
    words: {
      label: t('Ranges'),
      isRanges: true,
      prompt: t(
        'Networks that may send: 192.0.2.0/24, 192.0.2.0/255.255.255.0, 192.0.2.0-192.0.2.255, with commas between.',
      ),
      empty: t('none'),
    },
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    problem: ({ words }) => (words === '' ? t('Name the ranges in the row Ranges.') : undefined),
    request: async ({ words }) => {
      const { readRanges } = await import('../../probes/node/main.ts');
      const { ranges, unreadable } = readRanges(words, true);
      const [bad] = unreadable;
      if (bad === undefined && ranges.length > 0) return { kind: 'restriction', ranges };
      await window.showInformationMessage(t('“{0}” is no range of addresses.', (bad ?? words).slice(0, 60)));
      return undefined;
    },
  },
];

const domainProblem = (text: string): string | undefined =>
  text === '' || /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,40}\.?$/.test(text) ? undefined : t('The own domain is no domain.');
