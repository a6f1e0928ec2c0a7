import { commands, Disposable, window } from 'vscode';
import { defined } from '../../core/text/defined.ts';
import { phrase } from '../../core/text/words.ts';
import { askForLogin } from '../login/askForLogin.ts';
import { askForName } from '../nameInput.ts';
import { t } from '../platform/words.ts';
import { bare, readRecipients, recipientsProblem } from './addresses.ts';
import type { Afterwards } from './afterwards.ts';
import type { ProbeDesk } from './desk.ts';
import { everyAddress } from './everyAddress.ts';
import { type Asked, FLOWS, type FlowCommand } from './flowRows.ts';
import { askForm, textRow } from './form.ts';
import { envelopeHere } from './prefill.ts';
import { familyOf } from './probeServer.ts';
import { draftOf, familyRow, type LoginDraft, loginRow, policiesRow, portsRow, tlsRow, whereRow } from './rows.ts';
import { streamProbes } from './stream.ts';
import { withPort } from './target.ts';

/** The ranges that the text in the editor names, to be changed. */
async function rangesHere(): Promise<string> {
  const { readRanges } = await import('../../probes/node/main.ts');
  const text = window.activeTextEditor?.document.getText() ?? '';
  return readRanges(text, false)
    .ranges.slice(0, 30)
    .map((range) => range.text)
    .join(', ');
}

export const registerFlows = (all: ProbeDesk, afterwards: Afterwards): Disposable =>
  Disposable.from(
    ...FLOWS.map((flow) =>
      commands.registerCommand(flow.command, (given: unknown) => ask(flow, given, all, afterwards)),
    ),
  );

async function ask(
  flow: FlowCommand,
  given: unknown,
  { output, server, choices, logins }: ProbeDesk,
  afterwards: Afterwards,
): Promise<void> {
  const known = await envelopeHere(server);
  const host =
    typeof given === 'string' && given.trim() !== ''
      ? given.trim()
      : await askForName(
          {
            title: flow.title,
            prompt: `${t('Host, address or mail domain, with a port if it is not 25.')} ${flow.detail}`,
            placeHolder: t('mx1.example.org, mx1.example.org:587 or example.org'),
          },
          known.host,
        );
  if (host === undefined) return;
  const kept = choices.get();
  const draft = draftOf(kept, known);
  const own = { words: flow.words?.isRanges === true ? await rangesHere() : '' };
  const { words } = flow;
  const login: LoginDraft = {};
  const rows = [
    whereRow(draft),
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
    familyRow(draft),
    tlsRow(draft),
    ...(flow.policies ? [policiesRow(draft)] : []),
    ...(flow.logsIn ? [loginRow(login, host)] : []),
  ];
  const started = await askForm({
    title: `${flow.title}: ${host.slice(0, 100)}`,
    placeHolder: t('Enter starts it as it stands; choose a row to change it.'),
    go: () => ({ label: `$(plug) ${flow.title}`, detail: flow.detail }),
    rows,
  });
  if (!started) return;
  const port = draft.ports[0] as number;
  const isEvery = draft.where === 'mx';
  const target = isEvery ? host : withPort(host, port);
  const whom = isEvery ? t('every exchanger of {0}', host) : target;
  const isListed = recipientsProblem(draft.recipients) === undefined;
  const asked: Asked = { whom, recipients: isListed ? readRecipients(draft.recipients) : [], words: own.words };
  const problem = flow.problem?.(asked);
  if (problem !== undefined) {
    await window.showInformationMessage(problem);
    return;
  }
  choices.set({ ...draft, stopAfter: kept.stopAfter });
  await afterwards.run({
    title: phrase(flow.done, isEvery ? phrase('every exchanger of {0}', host) : target),
    target,
    start: async () => {
      // Consent is asked for each time.
      const request = await flow.request(asked);
      if (request === undefined) return undefined;
      const auth = login.as === undefined ? undefined : await askForLogin(whom, login.as, isEvery ? undefined : logins);
      if (auth === 'given-up') return undefined;
      const envelope = { from: bare(draft.sender), recipients: asked.recipients };
      const plan = { tls: draft.tls, ...familyOf(draft.family), envelope, ...defined({ auth }) };
      const title = `${flow.title}: ${whom.slice(0, 120)}`;
      const policies = flow.policies === true && draft.policies;
      if (isEvery) return everyAddress(output, { title, target: host, ports: [port], plan, request, policies });
      return streamProbes(output, { title, runs: [{ target, plan, request }], policies });
    },
  });
}
