import type { TextDocumentContentChangeEvent } from 'vscode';

/** Characters of a change that are looked at. */
const LOOKED_AT = 32_768;

/** Whether a text was pasted, told from what is typed by its lines: nobody has to wait until it rests. */
export const isPasted = (changes: readonly TextDocumentContentChangeEvent[]): boolean =>
  changes.some(({ text }) => text.slice(0, LOOKED_AT).trim().includes('\n'));
