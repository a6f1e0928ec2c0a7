import { type Disposable, window } from 'vscode';
import { languages } from './languages.ts';
import { platform } from './platform/platform.ts';

/** Characters that are kept of it in a browser. */
const LONGEST = 2_000_000;
// Written out: formatting a number takes longer than all else that is done when this is loaded.
const CUT = '# What stood before the last 2,000,000 characters is cut: a browser keeps no more.\n';

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
  let whole = '';
  /** In a browser the editor loses of what is appended in quick succession: there the whole text is given each time. */
  const write = (text: string): void => {
    if (!platform().isBrowser) {
      channel.append(text);
      return;
    }
    whole += text;
    if (whole.length > LONGEST) whole = `${CUT}${whole.slice(whole.indexOf('\n', whole.length - LONGEST) + 1)}`;
    channel.replace(whole);
  };
  return {
    append(lines) {
      write(`${used ? '\n' : ''}${lines.join('\n')}\n`);
      used = true;
    },
    extend(lines) {
      if (lines.length > 0) write(`${lines.join('\n')}\n`);
    },
    show() {
      if (!used)
        write('# No probe has run. Start one with "Mail Triage: Check…" or "Mail Triage: Probe SMTP Server".\n');
      used = true;
      channel.show(true);
    },
    dispose: () => channel.dispose(),
  };
}
