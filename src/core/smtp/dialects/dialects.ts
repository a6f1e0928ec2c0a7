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
  /** Characters that every line has in which `line` finds a mark. */
  readonly needs?: Characters | undefined;
}

/** A dialect as it is tried at a line, all of one shape: each is asked very often. */
export interface Trial {
  readonly dialect: Dialect;
  readonly behind: Dialect['behind'] | undefined;
  readonly start: RegExp | undefined;
  readonly plain: Dialect['plain'] | undefined;
  /** Without these characters of ASCII a line starts nothing, unless it is the notice of a connection. */
  readonly signs: number;
  readonly capitals: number;
  readonly small: number;
  /** Of these signs it has one: those in the marks, where each mark has one. Zero where some have none. */
  readonly markSigns: number;
}

/** The dialects that are tried at a line, and what tells quickly that none of them can start there. */
export interface Dialects {
  /** The most particular first. */
  readonly all: readonly Dialect[];
  /** How those are tried whose marks may start with a character, or with any. */
  trials(char: string | undefined): readonly Trial[];
  /** The characters right behind which any tool shows what was said. */
  readonly before: Characters;
  /** The notes that show by themselves that a conversation starts. */
  readonly starts: RegExp;
  /** Those in whose lines what was said is not spelt as SMTP. */
  readonly respelt: readonly Dialect[];
}

/** The characters right behind which tools that no row knows show what was said. */
export const behindAnyTool: Characters = charactersOf(' \t"\'`:,>]|<=/)}*_');

function trialOf(dialect: Dialect): Trial {
  const { behind, start, plain, byContent, needs } = dialect;
  const withMark = plain === undefined && byContent !== true;
  const [, signs = 0, capitals = 0, small = 0] = (withMark ? needs : undefined) ?? [];
  return { dialect, behind, start, plain, signs, capitals, small, markSigns: withMark ? signsOfMarks(dialect) : 0 };
}

function signsOfMarks({ marks, read }: Dialect): number {
  const signs = [...marks.keys()].map((mark) => charactersOf(mark.trim())[1] as number);
  return read !== undefined || signs.includes(0) ? 0 : signs.reduce((all, own) => all | own, 0);
}

export function dialectsOf(rows: readonly (DialectRow & Pick<Dialect, 'name'>)[]): Dialects {
  const ordered = [...rows.filter(({ general }) => !general), ...rows.filter(({ general }) => general)];
  let before = behindAnyTool;
  const all = ordered.map((row): Dialect => {
    const { first, last, needs } = edgesOf(row.line);
    before = union(before, last);
    return { ...row, first, needs };
  });
  const known = new Map<string | undefined, readonly Trial[]>();
  return {
    all,
    trials(char) {
      let found = known.get(char);
      if (found === undefined) {
        found = all.filter((one) => mayStartWith(one, char)).map(trialOf);
        if (known.size < 300) known.set(char, found);
      }
      return found;
    },
    before,
    starts: new RegExp(all.flatMap(({ start }) => (start === undefined ? [] : `(?:${start.source})`)).join('|')),
    respelt: all.filter(({ plain }) => plain !== undefined),
  };
}

const mayStartWith = ({ first }: Dialect, char: string | undefined): boolean =>
  first === undefined || char === undefined || char === '' || hasCharacter(first, char.charCodeAt(0));

/** Every dialect that marks who speaks. */
export const dialects = dialectsOf(tables);
