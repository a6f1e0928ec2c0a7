import { commands, Disposable, window } from 'vscode';
import { t } from './platform/words.ts';
import type { ProbeHistory } from './probeHistory.ts';
import type { ProbeOutput } from './probeOutput.ts';

/** What was asked last, once more; and the output of all that was. */
export const registerRepeat = (output: ProbeOutput, history: ProbeHistory): Disposable =>
  Disposable.from(
    commands.registerCommand('mailTriage.repeatProbe', async () => {
      if (!(await history.repeat())) await window.showInformationMessage(t('No probe has run in this window yet.'));
    }),
    commands.registerCommand('mailTriage.showOutput', () => output.show()),
  );
