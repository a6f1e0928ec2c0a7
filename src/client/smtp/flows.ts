import { commands, Disposable, window } from 'vscode';
import type { FlowRequest } from '../../probes/node/main.ts';
import { askForName } from '../nameInput.ts';
import { bare, readRecipients, recipientsProblem } from './addresses.ts';
import type { Afterwards } from './afterwards.ts';
import type { ProbeDesk } from './desk.ts';
import { askForm, type FormRow, textRow } from './form.ts';
import { envelopeHere } from './prefill.ts';
import { withPort } from './probeServer.ts';
import { type Draft, draftOf, portsRow, recipientsRow, senderRow, tlsRow } from './rows.ts';
import { streamProbes } from './stream.ts';

/** What a flow asks for beside the conversation. */
interface Asked {
  readonly target: string;
  readonly recipients: readonly string[];
  /** Names, or ranges of addresses. */
  readonly words: string;
}

/** A question to a mail server about recipients or policy, as a command. */
interface FlowCommand {
  readonly command: string;
  readonly title: string;
  readonly done: string;
  readonly detail: string;
  /** The row whose words it needs: prompt, and why they cannot be asked about. */
  readonly words?: { readonly label: string; readonly prompt: string; readonly empty: string };
  readonly rows: (draft: Draft) => readonly FormRow[];
  readonly problem?: (asked: Asked) => string | undefined;
  /** Undefined where the user gives up. */
  readonly request: (asked: Asked) => Promise<FlowRequest | undefined>;
}

const NEEDS_RECIPIENT = ({ recipients }: Asked): string | undefined =>
  recipients.length === 0 ? 'Name a recipient in the row Recipients.' : undefined;

const FLOWS: readonly FlowCommand[] = [
  {
    command: 'mailTriage.checkRecipients',
    title: 'Check Recipients',
    done: 'Checked recipients at',
    detail: 'RCPT for each, and for a made-up address that tells a catch-all; no message is sent.',
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    problem: NEEDS_RECIPIENT,
    request: async () => ({ kind: 'recipients' }),
  },
  {
    command: 'mailTriage.checkOpenRelay',
    title: 'Check for Open Relay',
    done: 'Checked for an open relay at',
    detail: 'Whether it would take mail for a recipient elsewhere; no message is sent.',
    words: {
      label: 'Own domain',
      prompt: 'A domain that the server takes mail for; the classic forms are made with it. It may be empty.',
      empty: 'not known',
    },
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    problem: ({ recipients, words }) =>
      recipients.length !== 1
        ? 'Name one recipient that the server does not take mail for, best one of your own.'
        : domainProblem(words),
    request: async ({ target, words }) => {
      const all = 'It Is Mine to Test';
      const one = 'For This Machine Only';
      const choice = await window.showWarningMessage(
        `May you test ${target.slice(0, 100)}?`,
        {
          modal: true,
          detail:
            'An open relay is looked for with all classic forms of addresses, which a server may take for an attack: test your own server, or one whose owner lets you. Whether it relays for this machine, from your sender to your recipient, is one ordinary question. No message is sent.',
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
    title: 'Check Exposure',
    done: 'Checked the exposure of',
    detail: 'What HELP, VRFY and EXPN tell strangers, and how long arguments are borne; no message is sent.',
    words: {
      label: 'Names',
      prompt: 'Mailboxes and lists to ask for with VRFY and EXPN, with commas between. It may be empty.',
      empty: 'the usual ones',
    },
    rows: () => [],
    problem: ({ words }) => (/^[ -~]{0,1000}$/.test(words) ? undefined : 'Names are in ASCII.'),
    request: async ({ target, words }) => {
      const names = words
        .split(/\s{0,20},\s{0,20}/)
        .filter((name) => name !== '')
        .slice(0, 20);
      const within = 'Within the Limits';
      const beyond = 'It Is Mine: Longer, Too';
      const choice = await window.showInformationMessage(
        `How long may arguments be for ${target.slice(0, 100)}?`,
        {
          modal: true,
          detail:
            'Within the limits of RFC 5321 any server must bear them. Longer ones show how it fails, and are for your own server only, or one whose owner lets you.',
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
    title: 'Scan TLS',
    done: 'Scanned TLS of',
    detail: 'Each version by itself, and whether MAIL is taken in the clear; a connection for each, no mail.',
    rows: () => [],
    request: async () => ({ kind: 'tls-scan' }),
  },
  {
    command: 'mailTriage.checkRestriction',
    title: 'Check Restriction',
    done: 'Checked the restriction of',
    detail: 'Whether a server that takes mail from these ranges only refuses this machine; no message is sent.',
    words: {
      label: 'Ranges',
      prompt:
        'Networks that may send: 192.0.2.0/24, 192.0.2.0/255.255.255.0, 192.0.2.0-192.0.2.255, with commas between.',
      empty: 'none',
    },
    rows: (draft) => [recipientsRow(draft), senderRow(draft)],
    problem: ({ words }) => (words === '' ? 'Name the ranges in the row Ranges.' : undefined),
    request: async ({ words }) => {
      const { readRanges } = await import('../../probes/node/main.ts');
      const { ranges, unreadable } = readRanges(words, true);
      const [bad] = unreadable;
      if (bad === undefined && ranges.length > 0) return { kind: 'restriction', ranges };
      await window.showInformationMessage(`“${(bad ?? words).slice(0, 60)}” is no range of addresses.`);
      return undefined;
    },
  },
];

/** The ranges that the text in the editor names, to be changed. */
async function rangesHere(): Promise<string> {
  const { readRanges } = await import('../../probes/node/main.ts');
  const text = window.activeTextEditor?.document.getText() ?? '';
  return readRanges(text, false)
    .ranges.slice(0, 30)
    .map((range) => range.text)
    .join(', ');
}

const domainProblem = (text: string): string | undefined =>
  text === '' || /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,40}\.?$/.test(text) ? undefined : 'The own domain is no domain.';

export const registerFlows = (all: ProbeDesk, afterwards: Afterwards): Disposable =>
  Disposable.from(
    ...FLOWS.map((flow) =>
      commands.registerCommand(flow.command, (given: unknown) => ask(flow, given, all, afterwards)),
    ),
  );

async function ask(
  flow: FlowCommand,
  given: unknown,
  { output, server, choices }: ProbeDesk,
  afterwards: Afterwards,
): Promise<void> {
  const known = await envelopeHere(server);
  const host =
    typeof given === 'string' && given.trim() !== ''
      ? given.trim()
      : await askForName(
          {
            title: flow.title,
            prompt: `Host or address of the server, with a port if it is not 25. ${flow.detail}`,
            placeHolder: 'mx1.example.org or mx1.example.org:587',
          },
          known.host,
        );
  if (host === undefined) return;
  const kept = choices.get();
  const draft = draftOf(kept, known);
  const own = { words: flow.words?.label === 'Ranges' ? await rangesHere() : '' };
  const { words } = flow;
  const rows = [
    ...flow.rows(draft),
    ...(words === undefined
      ? []
      : [
          textRow(
            words.label,
            words.prompt,
            () => own.words,
            (value) => {
              own.words = value;
            },
            () => undefined,
            words.empty,
          ),
        ]),
    portsRow(draft),
    tlsRow(draft),
  ];
  const started = await askForm({
    title: `${flow.title}: ${host.slice(0, 100)}`,
    placeHolder: 'Enter starts it as it stands; choose a row to change it.',
    go: () => ({ label: `$(plug) ${flow.title}`, detail: flow.detail }),
    rows,
  });
  if (!started) return;
  const target = withPort(host, draft.ports[0] ?? 25);
  const isListed = recipientsProblem(draft.recipients) === undefined;
  const asked: Asked = { target, recipients: isListed ? readRecipients(draft.recipients) : [], words: own.words };
  const problem = flow.problem?.(asked);
  if (problem !== undefined) {
    await window.showInformationMessage(problem);
    return;
  }
  choices.set({ ...draft, stopAfter: kept.stopAfter });
  await afterwards.run({
    title: `${flow.done} ${target}`,
    target,
    start: async () => {
      // Consent is asked for each time.
      const request = await flow.request(asked);
      if (request === undefined) return undefined;
      const plan = { tls: draft.tls, envelope: { from: bare(draft.sender), recipients: asked.recipients } };
      return streamProbes(output, {
        title: `${flow.title}: ${target.slice(0, 100)}`,
        runs: [{ target, plan, request }],
      });
    },
  });
}
