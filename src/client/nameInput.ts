import { window } from 'vscode';
import { askableIn } from '../core/ticket/askable.ts';
import { targetAt } from '../core/ticket/target.ts';
import { isOurs } from './languages.ts';
import { t } from './platform/words.ts';

export interface NameQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder: string;
}

/** Asks for a host or domain; what the cursor stands on is filled in, else what is known. */
export function askForName(question: NameQuestion, known?: string): Thenable<string | undefined> {
  return window
    .showInputBox({
      ...question,
      value: nameAtCursor() ?? known ?? namedInTicket() ?? '',
      ignoreFocusOut: true,
      validateInput: (value) => problemOf(value.trim()),
    })
    .then((value) => value?.trim() || undefined);
}

/** Why something cannot be the name of a host, in words; a password in front of it is never taken. */
export function problemOf(value: string): string | undefined {
  if (value === '') return t('Enter a name, for example example.org.');
  if (/\s/.test(value)) return t('A name has no blanks in it.');
  if (/^[^@]{1,200}:[^@]{0,200}@/.test(value))
    return t('Enter the name alone: a password that stands here would be shown and remembered.');
  if (value.length > 320) return t('This is longer than any domain name or mail address.');
  return undefined;
}

/** The first host that the ticket in the editor names, else its first domain. */
function namedInTicket(): string | undefined {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isOurs(document.languageId)) return undefined;
  const named = askableIn(document.getText());
  return (named.find(({ what }) => what === 'host') ?? named.find(({ what }) => what === 'domain'))?.value;
}

/** What is selected, else the name that the cursor stands on. */
export function nameAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const chosen = document.getText(selection).trim();
  if (chosen !== '' && chosen.length <= 320 && !/\s/.test(chosen)) return chosen;
  const line = document.lineAt(selection.active.line).text;
  return targetAt(line, selection.active.character)?.name;
}
