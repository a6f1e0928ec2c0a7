/** A copy of any tree with the ends of every span put where `place` says; what two nodes share stays shared. */
export function withSpans<T>(tree: T, place: (offset: number) => number): T {
  return copyOf(tree, place, new Map());
}

function copyOf<T>(node: T, place: (offset: number) => number, done: Map<object, unknown>): T {
  if (typeof node !== 'object' || node === null) return node;
  const known = done.get(node);
  if (known !== undefined) return known as T;
  if (Array.isArray(node)) {
    const list: unknown[] = [];
    done.set(node, list);
    for (const item of node) list.push(copyOf(item, place, done));
    return list as T;
  }
  const copy: Record<string, unknown> = {};
  done.set(node, copy);
  for (const [key, value] of Object.entries(node)) {
    copy[key] =
      (key === 'start' || key === 'end') && typeof value === 'number' ? place(value) : copyOf(value, place, done);
  }
  return copy as T;
}
