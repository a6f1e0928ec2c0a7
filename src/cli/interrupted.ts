/** Ctrl+C ends the probe, which then says how far it came; a second one ends the program. */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** Milliseconds of a number of seconds as typed; undefined where it is none. */
export function seconds(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && number > 0 ? number * 1000 : undefined;
}
