/** Shorter strings are copied when they are cut out of a text; longer ones point into it, and keep all of it alive. */
const SHORT = 13;
/** Strings that were met lately, so that sentences out of tables are there once. */
const MOST = 4000;
const met = new Map<string, string>();

/** The same characters in a string of its own: what is joined has to be written down before a part is cut out of it. */
export const ownString = (text: string): string => (text.length < SHORT ? text : ` ${text}`.slice(1));

/** The same, and one string for all that are alike. */
function own(text: string): string {
  if (text.length < SHORT) return text;
  const known = met.get(text);
  if (known !== undefined) return known;
  const copy = ownString(text);
  if (met.size >= MOST) met.clear();
  met.set(copy, copy);
  return copy;
}

/** A copy of a tree that does not keep alive the text from which its strings were cut; what nodes share stays shared. */
export const withOwnStrings = <T>(tree: T): T => copyOf(tree, new Map());

function copyOf<T>(node: T, done: Map<object, unknown>): T {
  if (typeof node === 'string') return own(node) as T;
  if (typeof node !== 'object' || node === null) return node;
  const known = done.get(node);
  if (known !== undefined) return known as T;
  if (Array.isArray(node)) {
    const list: unknown[] = [];
    done.set(node, list);
    for (const item of node) list.push(copyOf(item, done));
    return list as T;
  }
  const copy: Record<string, unknown> = {};
  done.set(node, copy);
  for (const [key, value] of Object.entries(node)) copy[key] = copyOf(value, done);
  return copy as T;
}
