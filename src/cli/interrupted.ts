/** Ctrl+C ends the probe, which then says how far it came; a second one ends the program. */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}
