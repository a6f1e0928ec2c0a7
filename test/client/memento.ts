/** What a workspace remembers, in memory. */
export function memento(kept: Readonly<Record<string, unknown>> = {}) {
  const values = new Map<string, unknown>(Object.entries(kept));
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, standard?: T) => (values.has(key) ? (values.get(key) as T) : (standard as T)),
    update: async (key: string, value: unknown) => void values.set(key, value),
  };
}
