/** What is said where a workspace has values of its own, by their names, that do not count because it is not trusted. */
export function ignoredWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const values = names.length === 1 ? 'value' : 'values';
  return `This workspace's own ${values} of ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} ignored, because it is not trusted. To have them count, run "Workspaces: Manage Workspace Trust".`;
}

/** A report with what was ignored in its second line: the first is its title, the last one its result. */
export function withIgnored(lines: readonly string[], names: readonly string[]): readonly string[] {
  const words = ignoredWords(names);
  return words === undefined ? lines : [...lines.slice(0, 1), `* ${words}`, ...lines.slice(1)];
}
