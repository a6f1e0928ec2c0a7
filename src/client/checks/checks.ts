import { commands, Disposable, window } from 'vscode';
import { append } from '../../core/text/lists.ts';
import { inEnglish, inOurs, phrase } from '../../core/text/words.ts';
import { runCancellable } from '../cancellable.ts';
import { platform } from '../platform/platform.ts';
import { t } from '../platform/words.ts';
import type { ProbeHistory, ProbeReport } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { fromMachine, withMachine } from '../remote/machine.ts';
import type { LanguageServer } from '../server.ts';
import { CHECK_SETTINGS, checkSettings } from '../settings/checkSettings.ts';
import { ignoredSettings } from '../settings/ignoredSettings.ts';
import { hasResolver, withResolvers } from '../settings/resolverChoice.ts';
import { probeSettings } from '../settings/settings.ts';
import { chosenWay } from '../settings/waySettings.ts';
import type { AskedBefore } from './askedBefore.ts';
import { type CheckCommand, checkCommands, withPrefix } from './checkCommands.ts';
import { saidInTicket } from './saidInTicket.ts';
import { askForTarget } from './targetInput.ts';

const SETTINGS = ['dns.servers', 'dns.timeout', ...CHECK_SETTINGS] as const;

/** What is loaded by the first check. */
const load = async () => ({
  ...(await platform().checks()),
  ...(await import('./words.ts')).words,
});
type Loaded = Awaited<ReturnType<typeof load>>;
type Result = Awaited<ReturnType<Loaded['check']>>;
type Told = Parameters<Loaded['askTold']>[0];

/** Checks as commands: one input, an answer that streams into the output channel, what changed since the last run. */
export function registerChecks(
  server: LanguageServer,
  output: ProbeOutput,
  history: ProbeHistory,
  before: AskedBefore,
): Disposable {
  const lastRuns = new Map<string, Result>();

  const start = async (command: CheckCommand, given: unknown): Promise<void> => {
    const loaded = await load();
    const typed = typeof given === 'string' && given.trim() !== '' ? given.trim() : await ask(command, loaded, before);
    if (typed === undefined) return;
    const text = await withType(command, withPrefix(command.prefix, typed), loaded);
    if (text === undefined) return;
    const read = loaded.readCheckTarget(text);
    if (!read.ok) {
      await window.showErrorMessage(unlinked(loaded.describeTargetProblem(read.problem, text)));
      return;
    }
    before.add(typed);
    const { target } = read;
    if (target.kind === 'server') {
      await commands.executeCommand('mailTriage.probeSmtpServer', loaded.writeEndpoint(target.endpoint));
      return;
    }
    const missing = loaded.notAsked?.(target);
    if (missing?.all === true) {
      await window.showInformationMessage(inOurs(missing.words));
      return;
    }
    if (!(await hasResolver())) return;
    const name = text.replace(/^domain:|^ip:/, '');
    const ticket = await saidInTicket(server, target.name);
    const connect = await connectFor(target);
    if (connect === undefined) return;
    await history.run({
      title: phrase('Checked {0}', name),
      target: target.name,
      start: () =>
        stream(
          name,
          target.name,
          (settings, signal, onArea) =>
            loaded.check(target, { ...settings, ...checkSettings(), ...ticket, ...connect }, signal, onArea),
          missing === undefined ? [] : [`* ${inEnglish(missing.words)}`],
        ),
    });
  };

  const stream = (
    name: string,
    domain: string,
    run: (
      settings: ReturnType<typeof probeSettings>,
      signal: AbortSignal,
      onArea: Parameters<Loaded['check']>[3],
    ) => Promise<Result>,
    notes: readonly string[] = [],
  ): Promise<ProbeReport | undefined> =>
    runCancellable({
      title: withMachine(unlinked(t('Checking {0}', name.slice(0, 100)))),
      run: async (signal, step) => {
        const report = await load();
        const ignored = await ignoredSettings(SETTINGS);
        const settings = withResolvers(probeSettings());
        const server = settings.resolvers[0] ?? 'the-system-resolver';
        const lines = [...fromMachine(report.renderCheckStart(domain, server, Date.now(), ignored))];
        output.append(lines);
        output.show();
        const add = (more: readonly string[]): void => {
          append(lines, more);
          output.extend(more);
        };
        const result = await run(settings, signal as AbortSignal, (area) => {
          add(report.renderArea(area));
          step(t('{0} is done', report.sectionTitle(area.area)));
        });
        const last = lastRuns.get(name);
        lastRuns.delete(name);
        if (!result.cancelled) lastRuns.set(name, result);
        const [oldest] = lastRuns.keys();
        if (lastRuns.size > RUNS && oldest !== undefined) lastRuns.delete(oldest);
        if (last !== undefined && !result.cancelled) add(report.renderChanges(last, result));
        add([...notes, report.renderCheckEnd(result)]);
        return { lines, ignored, markdown: report.checkMarkdown(result, server) };
      },
    });

  const askAgain = async (told: unknown): Promise<void> => {
    if (!isTold(told)) return;
    const loaded = await load();
    const name = `${told.type} ${told.name}`;
    if (!loaded.readCheckTarget(name).ok) return;
    if (!(await hasResolver())) return;
    let words = '';
    await history.run({
      title: phrase('Asked again: {0}', name),
      target: told.name,
      start: () =>
        stream(`${name} again`, told.name, async (settings, signal, onArea) => {
          const result = await loaded.askTold(told, settings, signal, onArea);
          words = loaded.wordsOf(result)[0] ?? '';
          return result;
        }),
    });
    if (words !== '') void window.showInformationMessage(unlinked(words));
  };

  return Disposable.from(
    ...checkCommands.map((one) => commands.registerCommand(one.command, (given: unknown) => start(one, given))),
    commands.registerCommand('mailTriage.askAgain', askAgain),
  );
}

/** The editor makes links of `[words](address)` in messages, of commands too: what comes from outside makes none. */
const unlinked = (words: string): string => words.replaceAll('](', '] (');

/**
 * Who asks for DANE by itself wants the records held against what the servers show, by the way that is set; no other check
 * connects to them. Undefined where something is wrong with the way.
 */
async function connectFor(target: Parameters<Loaded['check']>[0]) {
  if (platform().isBrowser || target.kind !== 'domain' || target.areas?.includes('dane') !== true) return {};
  const way = await chosenWay();
  return way && { ...way, connect: {} };
}

/** Targets whose last run is kept to be compared with. */
const RUNS = 50;

const ask = (command: CheckCommand, loaded: Loaded, before: AskedBefore): Promise<string | undefined> =>
  askForTarget(
    {
      title: command.title,
      placeHolder: command.placeHolder,
      takes: ({ what }) => command.takes.includes(what),
      problemOf: (typed) => {
        const text = withPrefix(command.prefix, typed);
        const read = loaded.readCheckTarget(text);
        return read.ok ? undefined : loaded.describeTargetProblem(read.problem, text);
      },
    },
    before.list(),
  );

/** A look-up of a record needs a type: where a name alone was given, it is asked for. */
async function withType(command: CheckCommand, text: string, loaded: Loaded): Promise<string | undefined> {
  if (command.command !== 'mailTriage.lookUpRecord') return text;
  const read = loaded.readCheckTarget(text);
  if (!read.ok || (read.target.kind !== 'domain' && read.target.kind !== 'address')) return text;
  if (read.target.kind === 'domain' && read.target.areas !== undefined) {
    // `mx:` and the like are types of records here.
    const type = loaded.recordTypes.find((one) => text.toUpperCase().startsWith(`${one}:`));
    if (type !== undefined) return `${type} ${read.target.name}`;
  }
  const types = read.target.kind === 'address' ? ['PTR'] : loaded.recordTypes;
  const type = await window.showQuickPick([...types], {
    title: command.title,
    placeHolder: t('Type of the record'),
  });
  return type === undefined ? undefined : `${type} ${read.target.name}`;
}

/** What a lens gives: a command may be run with anything. */
const isTold = (told: unknown): told is Told => {
  const { name, type, records } = (told ?? {}) as Partial<Record<keyof Told, unknown>>;
  return typeof name === 'string' && typeof type === 'string' && Array.isArray(records);
};
