import type { Memento } from 'vscode';

const KEY = 'mailTriage.askedBefore';
/** Names that are remembered. */
const MOST = 20;

/** What was asked about in this workspace, the latest first. */
export interface AskedBefore {
  list(): readonly string[];
  add(typed: string): void;
}

export const createAskedBefore = (state: Memento): AskedBefore => {
  const list = (): readonly string[] => {
    const kept: unknown = state.get(KEY);
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  };
  return {
    list,
    add: (typed) => void state.update(KEY, [typed, ...list().filter((one) => one !== typed)].slice(0, MOST)),
  };
};
