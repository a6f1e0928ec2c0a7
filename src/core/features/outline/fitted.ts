import { DocumentSymbol } from 'vscode-languageserver-types';

/** Symbols of one document: more than this nobody reads, and an editor is kept waiting by them. */
export const MOST = 1950;

/** How many symbols may still come. */
export interface Room {
  left: number;
}

/** As many of the symbols as there is room for, depth first; in the place of the others one that counts them. */
export function fitted(symbols: readonly DocumentSymbol[], room: Room): DocumentSymbol[] {
  const taken: DocumentSymbol[] = [];
  for (const [i, one] of symbols.entries()) {
    room.left--;
    if (room.left < 0) {
      taken.push(
        DocumentSymbol.create(`${symbols.length - i} more`, 'not listed', one.kind, one.range, one.selectionRange),
      );
      break;
    }
    taken.push(one.children === undefined ? one : { ...one, children: fitted(one.children, room) });
  }
  return taken;
}
