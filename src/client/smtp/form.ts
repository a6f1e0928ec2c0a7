import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { t } from '../platform/words.ts';

/** A row of a form: what it is about and what stands in it now; chosen, it is asked for anew. */
export interface FormRow {
  readonly label: string;
  readonly value: () => string;
  readonly edit: () => Promise<void>;
}

export interface Form {
  readonly title: string;
  readonly placeHolder: string;
  /** What starts it, and what it will do as the rows stand. */
  readonly go: () => { readonly label: string; readonly detail: string };
  readonly rows: readonly FormRow[];
}

interface Item extends QuickPickItem {
  readonly row?: FormRow;
  readonly isGo?: true;
}

/** Shows a form until it is started or left; whether it was started. */
export async function askForm({ title, placeHolder, go, rows }: Form): Promise<boolean> {
  for (;;) {
    const items: Item[] = [
      { ...go(), isGo: true },
      { label: '', kind: QuickPickItemKind.Separator },
      ...rows.map((row): Item => ({ label: row.label, description: row.value(), row })),
    ];
    const item = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
    if (item === undefined) return false;
    if (item.isGo) return true;
    await item.row?.edit();
  }
}

/** A row whose value is one of a list. */
export const pickRow = <T extends string>(
  label: string,
  choices: readonly (readonly [value: NoInfer<T>, words: string])[],
  get: () => T,
  set: (value: NoInfer<T>) => void,
): FormRow => ({
  label,
  value: () => choices.find(([value]) => value === get())?.[1] ?? get(),
  edit: async () => {
    const items = choices.map(([value, words]) => ({ label: words, value }));
    const item = await window.showQuickPick(items, { title: label, ignoreFocusOut: true });
    if (item !== undefined) set(item.value);
  },
});

/** A row whose value is typed. */
export const textRow = (
  label: string,
  prompt: string,
  get: () => string,
  set: (value: string) => void,
  problemOf: (value: string) => string | undefined,
  empty = t('none'),
): FormRow => ({
  label,
  value: () => get() || empty,
  edit: async () => {
    const value = await window.showInputBox({
      title: label,
      prompt,
      value: get(),
      ignoreFocusOut: true,
      validateInput: (typed) => problemOf(typed.trim()),
    });
    if (value !== undefined && problemOf(value.trim()) === undefined) set(value.trim());
  },
});
