import { type Disposable, window } from 'vscode';
import { languages } from './languages.ts';

/** Where the probes write: an output channel in our own language, so that its text is read like any ticket. */
export interface ProbeOutput extends Disposable {
  /** A report, or the first lines of one. */
  append(lines: readonly string[]): void;
  /** Further lines of the report that was begun. */
  extend(lines: readonly string[]): void;
  show(): void;
}

export function createProbeOutput(): ProbeOutput {
  const channel = window.createOutputChannel('Mail Triage', languages.transcript);
  let used = false;
  return {
    append(lines) {
      channel.append(`${used ? '\n' : ''}${lines.join('\n')}\n`);
      used = true;
    },
    extend(lines) {
      if (lines.length > 0) channel.append(`${lines.join('\n')}\n`);
    },
    show() {
      if (!used)
        channel.append(
          '# No probe has run. Start one with "Mail Triage: Check…" or "Mail Triage: Probe SMTP Server".\n',
        );
      used = true;
      channel.show(true);
    },
    dispose: () => channel.dispose(),
  };
}
