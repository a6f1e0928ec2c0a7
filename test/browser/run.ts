/** Tests by what they state; each runs when those in front of it have ended. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Milliseconds that one test may take. */
const LIMIT = 120_000;

/** Runs tests where there is no Node, and says a line of JSON of each; rejects when one failed. */
export async function runTests(all: Readonly<Record<string, Tests>>): Promise<void> {
  let failed = 0;
  for (const [subject, tests] of Object.entries(all)) {
    for (const [name, test] of Object.entries(tests)) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`not done within ${LIMIT / 1000} s`)), LIMIT);
      });
      const problem = await Promise.race([test(), late]).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
      clearTimeout(timer);
      console.log(`mail-triage-test ${JSON.stringify({ subject, name, problem })}`);
      if (problem === undefined) continue;
      failed++;
      // Without the extension each of the others would wait in vain.
      if (name.startsWith('the extension is activated')) throw new Error('nothing can be tested');
    }
  }
  if (failed > 0) throw new Error(`${failed} failed`);
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

export function matches(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${pattern} is not in:\n${text.slice(0, 3000)}`);
}

/** What a condition gives as soon as it gives something. */
export async function until<T>(what: string, condition: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 90_000; ; ) {
    const result = await condition();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
