import type { PacketStyle } from '../packetStyles.ts';
import { captures } from './captures.ts';
import { clients } from './clients.ts';
import type { DialectRow } from './dialectRow.ts';
import { exchange } from './exchange.ts';
import { iis } from './iis.ts';
import { libraries } from './libraries.ts';
import { type Characters, charactersOf, edgesOf, hasCharacter, union } from './patternEdges.ts';
import { servers } from './servers.ts';
import { windows } from './windows.ts';

const tables = [...clients, ...libraries, ...servers, ...windows, ...exchange, ...iis, ...captures] as const;

/** Tools that mark no line and are known by what they say of the connection. */
type BareTool = 'telnet' | 'openssl' | 'javamail' | 'nc' | 'gnutls-cli';

/** The tool or style that wrote a conversation; `bare` without any marks, `unknown` where they were learnt from the text. */
export type DialectName = (typeof tables)[number]['name'] | PacketStyle['name'] | BareTool | 'bare' | 'unknown';

/** A row, and what is made from it. */
export interface Dialect extends DialectRow {
  readonly name: DialectName;
  /** Every character with which `line` can match; undefined for any. */
  readonly first?: Characters | undefined;
}

/** The dialects that are tried at a line, and what tells quickly that none of them can start there. */
export interface Dialects {
  /** The most particular first. */
  readonly all: readonly Dialect[];
  /** Those whose marks may start with a character. */
  startingWith(char: string): readonly Dialect[];
  /** The characters right behind which any tool shows what was said. */
  readonly before: Characters;
  /** The notes that show by themselves that a conversation starts. */
  readonly starts: RegExp;
  /** Those in whose lines what was said is not spelt as SMTP. */
  readonly respelt: readonly Dialect[];
}

/** The characters right behind which tools that no row knows show what was said. */
export const behindAnyTool: Characters = charactersOf(' \t"\'`:,>]|<=/)}*_');

export function dialectsOf(rows: readonly (DialectRow & Pick<Dialect, 'name'>)[]): Dialects {
  const ordered = [...rows.filter(({ general }) => !general), ...rows.filter(({ general }) => general)];
  let before = behindAnyTool;
  const all = ordered.map((row): Dialect => {
    const { first, last } = edgesOf(row.line);
    before = union(before, last);
    return { ...row, first };
  });
  const byCharacter = new Map<string, readonly Dialect[]>();
  return {
    all,
    startingWith(char) {
      let found = byCharacter.get(char);
      if (found === undefined) {
        found = all.filter(
          ({ first }) => first === undefined || char === '' || hasCharacter(first, char.charCodeAt(0)),
        );
        if (byCharacter.size < 300) byCharacter.set(char, found);
      }
      return found;
    },
    before,
    starts: new RegExp(all.flatMap(({ start }) => (start === undefined ? [] : `(?:${start.source})`)).join('|')),
    respelt: all.filter(({ plain }) => plain !== undefined),
  };
}

/** Every dialect that marks who speaks. */
export const dialects = dialectsOf(tables);
