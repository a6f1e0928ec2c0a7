import { ProgressLocation, window } from 'vscode';
import type { CancelSignal } from '../probes/ports.ts';
import { t } from './platform/words.ts';

/** A task as the user sees it. */
export interface CancellableTask<T> {
  /** While it runs: “Verifying authentication”. */
  readonly title: string;
  /** Runs it; `step` says what is being done at the moment. Cancelled, it ends early with what it has. */
  readonly run: (signal: CancelSignal, step: (message: string) => void) => Promise<T>;
}

/**
 * Runs a task with progress and a button to cancel. Every foreseeable failure is a value: what is thrown is a bug, or a
 * document that is gone, and is shown as such; then the result is undefined.
 */
export const runCancellable = async <T>({ title, run }: CancellableTask<T>): Promise<T | undefined> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const controller = new AbortController();
      const cancelled = token.onCancellationRequested(() => controller.abort());
      try {
        return await run(controller.signal, (message) => progress.report({ message }));
      } catch (error) {
        await window.showErrorMessage(t('Mail Triage: {0} failed: {1}', title, messageOf(error)));
        return undefined;
      } finally {
        cancelled.dispose();
      }
    },
  );

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
