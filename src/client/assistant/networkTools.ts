import { commands } from 'vscode';
import { codeSpan } from '../../core/text/markdown.ts';
import { plainText } from '../../core/text/plain.ts';
import { handOverRequest } from '../../protocol/assistant.ts';
import { platform } from '../platform/platform.ts';
import { t } from '../platform/words.ts';
import type { ProbeHistory } from '../probeHistory.ts';
import { withMachine } from '../remote/machine.ts';
import type { LanguageServer } from '../server.ts';
import { type AssistantTool, type Input, textOf } from './tool.ts';

/** What a network tool does, each time only once the user has agreed. */
interface NetworkTool {
  readonly name: AssistantTool['name'];
  /** The field of the input that says what is asked about. */
  readonly field: string;
  readonly command: string;
  /** What is said while it runs, and what is asked first: with the name that was given. */
  readonly running: (name: string) => string;
  readonly question: (name: string) => string;
  /** What goes out, for the question to the user. */
  readonly asks: string;
  /** What the report will be about; throws words for the assistant where it cannot be asked about. */
  readonly targetOf: (typed: string) => Promise<string>;
}

const checkDomain: NetworkTool = {
  name: 'mailTriage_checkDomain',
  field: 'domain',
  command: 'mailTriage.check',
  running: (name) => t('Checking {0}', name),
  question: (name) => t('Check {0}?', name),
  asks: t('DNS is asked about it and what belongs to its mail; policies are fetched from its web servers.'),
  targetOf: async (typed) => {
    const { readCheckTarget } = await platform().checks();
    const { describeTargetProblem } = (await import('../checks/words.ts')).words;
    const read = readCheckTarget(typed);
    if (!read.ok) throw new Error(describeTargetProblem(read.problem, typed));
    if (read.target.kind === 'server') throw new Error('That is a server: use mailTriage_probeServer.');
    return read.target.name;
  },
};

const probeServer: NetworkTool = {
  name: 'mailTriage_probeServer',
  field: 'server',
  command: 'mailTriage.probeSmtpServer',
  running: (name) => t('Probing {0}', name),
  question: (name) => t('Probe {0}?', name),
  asks: t('A connection is made to it, with EHLO and STARTTLS; no mail is sent.'),
  targetOf: async (typed) => typed,
};

export const networkTools = (server: LanguageServer, history: ProbeHistory): readonly AssistantTool[] =>
  [checkDomain, probeServer].map((tool) => ({
    name: tool.name,
    prepare: (input) => {
      const typed = targetIn(input, tool.field);
      // An input that means nothing is refused when it is run: nothing goes out, and the user need not be asked.
      if (typed === '') return undefined;
      return {
        invocationMessage: withMachine(tool.running(codeSpan(typed))),
        confirmationMessages: {
          title: tool.question(plainText(typed, 100).replaceAll('](', '] (')),
          message: `${withMachine(t('It is asked'))}. ${tool.asks} ${t('The assistant gets the report, with secrets masked.')}`,
        },
      };
    },
    run: async (input, token) => {
      const typed = targetIn(input, tool.field);
      if (typed === '') throw new Error(`Give "${tool.field}": one name or address, without blanks.`);
      const target = await tool.targetOf(typed);
      if (token.isCancellationRequested) throw new Error('It was cancelled.');
      const lines = await reportOf(history, target, () => commands.executeCommand(tool.command, typed));
      if (lines === undefined) throw new Error('It ended without a report; the user has been told why.');
      const params = { text: lines.join('\n'), as: 'text', message: false, unmasked: true } as const;
      return `${await server.request(handOverRequest, params)}`;
    },
  }));

/** One name as somebody would type it; empty where the field holds anything else. */
function targetIn(input: Input, field: string): string {
  const typed = textOf(input, field);
  return typed.length <= 320 && !/[\s\p{C}]/u.test(typed) && !/^[^@]{1,200}:[^@]{0,200}@/.test(typed) ? typed : '';
}

/** The report that something which runs writes of a target; others that run beside it are not taken for it. */
async function reportOf(
  history: ProbeHistory,
  target: string,
  run: () => Thenable<unknown>,
): Promise<readonly string[] | undefined> {
  let found: readonly string[] | undefined;
  const listening = history.onDidRun(() => {
    if (history.report?.target === target) found = history.report.lines;
  });
  try {
    await run();
  } finally {
    listening.dispose();
  }
  return found;
}
