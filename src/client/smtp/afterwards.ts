import { commands, Disposable, env, StatusBarAlignment, window } from 'vscode';
import { inOurs } from '../../core/text/words.ts';
import { outcomeRequest, type ProbeOutcome } from '../../protocol/session.ts';
import { t } from '../platform/words.ts';
import type { ProbeHistory, RememberedProbe } from '../probeHistory.ts';
import type { LanguageServer } from '../server.ts';

/** Runs a probe of a mail server, and offers what can be done with what came of it. */
export interface Afterwards extends Disposable {
  run(probe: RememberedProbe): Promise<void>;
}

/**
 * What comes behind a probe: the id under which a message was taken, to be searched for; another try when the server
 * says. A try that waits lives in this window and nowhere else.
 */
export function createAfterwards(history: ProbeHistory, server: LanguageServer): Afterwards {
  const item = window.createStatusBarItem('mailTriage.retry', StatusBarAlignment.Left);
  item.name = t('Mail Triage: Retry');
  item.command = 'mailTriage.cancelRetry';
  let timer: NodeJS.Timeout | undefined;

  const cancel = (): boolean => {
    const waited = timer !== undefined;
    clearInterval(timer);
    timer = undefined;
    item.hide();
    return waited;
  };

  const wait = (probe: RememberedProbe, seconds: number): void => {
    cancel();
    const until = Date.now() + seconds * 1000;
    const show = (): void => {
      item.text = `$(watch) ${t('{0} again in {1}', shortly(probe.target), clock(until - Date.now()))}`;
    };
    item.tooltip = t(
      '{0}: tried again at {1}. Closing this window forgets it. Click to cancel.',
      inOurs(probe.title),
      new Date(until).toLocaleTimeString(),
    );
    show();
    item.show();
    timer = setInterval(() => {
      if (Date.now() < until) return show();
      cancel();
      void run(probe);
    }, 1000);
  };

  const run = async (probe: RememberedProbe): Promise<void> => {
    cancel();
    const before = history.report;
    await history.run(probe);
    const { report } = history;
    if (report === undefined || report === before) return;
    const outcome = await server.request(outcomeRequest, { report: report.lines.join('\n') }).catch(() => undefined);
    if (outcome !== undefined) void offer(probe, outcome);
  };

  const offer = async (probe: RememberedProbe, { queued, retry }: ProbeOutcome): Promise<void> => {
    const [id] = queued;
    if (id !== undefined) return offerId(probe, id, queued.length - 1);
    if (retry === undefined) return;
    const again = inMinutes(retry.seconds);
    const why = retry.named ? t('The server says when') : t('It does not say when');
    const choice = await window.showInformationMessage(
      `${t('{0} puts it off: {1}', shortly(probe.target), unlinked(retry.reply))} ${why}. ${t('A retry waits in this window only: closing it forgets it.')}`,
      again,
      t('Other Time…'),
    );
    const seconds =
      choice === again ? retry.seconds : choice === undefined ? undefined : await askForTime(retry.seconds);
    if (seconds !== undefined) wait(probe, seconds);
  };

  const registered = Disposable.from(
    item,
    commands.registerCommand('mailTriage.cancelRetry', async () => {
      const words = cancel() ? t('The retry is cancelled.') : t('No retry is waiting in this window.');
      await window.showInformationMessage(words);
    }),
  );
  return {
    run,
    dispose: () => {
      cancel();
      registered.dispose();
    },
  };
}

async function offerId({ target }: RememberedProbe, id: string, more: number): Promise<void> {
  const copy = t('Copy Id');
  const search = t('Search in Files');
  const others = more > 0 ? ` ${t('(and {0} more)', more)}` : '';
  const choice = await window.showInformationMessage(
    t('{0} has the message, queued as {1}.', shortly(target), `${unlinked(id)}${others}`),
    copy,
    search,
  );
  if (choice === copy) await env.clipboard.writeText(id);
  if (choice === search) {
    await commands.executeCommand('workbench.action.findInFiles', { query: id, triggerSearch: true, isRegex: false });
  }
}

/** Seconds, from minutes that are typed. */
async function askForTime(seconds: number): Promise<number | undefined> {
  const typed = await window.showInputBox({
    title: t('Retry'),
    prompt: t('In how many minutes? The retry waits in this window only.'),
    value: String(Math.max(1, Math.ceil(seconds / 60))),
    validateInput: (text) => (isMinutes(text) ? undefined : t('Enter minutes, from 1 to 1440.')),
  });
  return typed !== undefined && isMinutes(typed) ? Number(typed) * 60 : undefined;
}

const isMinutes = (text: string): boolean => /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1440;

const shortly = (target: string): string => (target.length > 60 ? `${target.slice(0, 59)}…` : target);

/** `4:05`, from milliseconds. */
function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const inMinutes = (seconds: number): string => {
  if (seconds < 90) return t('Retry in {0} Seconds', seconds);
  const count = Math.ceil(seconds / 60);
  return count < 120 ? t('Retry in {0} Minutes', count) : t('Retry in {0} Hours', Math.ceil(count / 60));
};

/** The editor makes links of `[words](address)` in messages, of commands too: what comes from outside makes none. */
export const unlinked = (words: string): string => words.replaceAll('](', '] (');
