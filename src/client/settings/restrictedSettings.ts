import { type ParseError, parse } from 'jsonc-parser';
import { hasMembers } from '../../core/text/members.ts';

/**
 * The restricted settings that a settings file of a workspace gives a value, by their whole names. VS Code hides them in
 * Restricted Mode, also from `inspect`, so the file is asked. `inside`: the key under which a .code-workspace has them.
 */
export function restrictedIn(file: string, restricted: readonly string[], inside?: 'settings'): readonly string[] {
  const errors: ParseError[] = [];
  // The editor reads what it can of a file with mistakes, and so does this.
  const whole: unknown = parse(file, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const names = new Set(namesIn(inside === undefined ? whole : hasMembers(whole) ? whole[inside] : undefined));
  return restricted.filter((name) => names.has(name));
}

/** Names as settings have them: the editor takes `{ "a": { "b": 1 } }` for `{ "a.b": 1 }`. */
function* namesIn(settings: unknown, prefix = '', depth = 0): Iterable<string> {
  if (!hasMembers(settings) || depth > DEEPEST) return;
  for (const [key, value] of Object.entries(settings)) {
    const name = `${prefix}${key}`;
    yield name;
    yield* namesIn(value, `${name}.`, depth + 1);
  }
}

/** Parts of the longest name of a setting of ours. */
const DEEPEST = 4;
