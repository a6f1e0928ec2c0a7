import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { type Askable, askableIn } from '../../core/ticket/askable.ts';
import { nameAtCursor } from '../nameInput.ts';
import { t } from '../platform/words.ts';

export interface TargetQuestion {
  readonly title: string;
  readonly placeHolder: string;
  /** What the ticket names and this question takes. */
  readonly takes: (askable: Askable) => boolean;
  /** Why something typed cannot be asked about; undefined where it can. */
  readonly problemOf: (typed: string) => string | undefined;
}

interface Item extends QuickPickItem {
  readonly value?: string;
}

const WHAT: Readonly<Record<Askable['what'], string>> = {
  domain: t('domain of an address in the ticket'),
  host: t('host in the ticket'),
  address: t('IP address in the ticket'),
  key: t('DKIM key that signed'),
};

/** One input for what to ask about: typed, or picked from the cursor, the ticket and what was asked before. */
export function askForTarget(question: TargetQuestion, before: readonly string[]): Promise<string | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = question.title;
  pick.placeholder = question.placeHolder;
  pick.ignoreFocusOut = true;
  const offered = offers(question, before);
  const show = (): void => {
    const typed = pick.value.trim();
    const problem = typed === '' ? undefined : question.problemOf(typed);
    const own: readonly Item[] =
      typed === ''
        ? []
        : [
            problem === undefined
              ? { label: typed, description: t('as typed'), value: typed, alwaysShow: true }
              : { label: typed, detail: problem, alwaysShow: true },
          ];
    pick.items = [...own, ...offered.filter(({ value }) => value === undefined || value !== typed)];
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const item = pick.selectedItems[0] ?? pick.activeItems[0];
      const typed = pick.value.trim();
      const value = item?.value ?? (typed !== '' && question.problemOf(typed) === undefined ? typed : undefined);
      // What cannot be asked about says why in its own line, and the input stays.
      if (value === undefined) return;
      resolve(value);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function offers({ takes, problemOf }: TargetQuestion, before: readonly string[]): readonly Item[] {
  const shown = new Set<string>();
  const fresh = (value: string): boolean => {
    if (shown.has(value) || problemOf(value) !== undefined) return false;
    shown.add(value);
    return true;
  };
  const cursor = nameAtCursor();
  const here: readonly Item[] =
    cursor !== undefined && fresh(cursor) ? [{ label: cursor, description: t('at the cursor'), value: cursor }] : [];
  const text = window.activeTextEditor?.document.getText() ?? '';
  const ticket = askableIn(text)
    .filter((one) => takes(one) && fresh(one.value))
    .map(({ value, what }): Item => ({ label: value, description: WHAT[what], value }));
  const asked = before.filter(fresh).map((value): Item => ({ label: value, value }));
  return [...here, ...headed(t('the ticket'), ticket), ...headed(t('asked before'), asked)];
}

const headed = (label: string, items: readonly Item[]): readonly Item[] =>
  items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
