import { format } from 'node:util';
import Mocha from 'mocha';
import CountingReporter from '../../scripts/countingReporter.cjs';

/** The names of the suite files beside this one, put in by the bundler. */
declare const SUITES: readonly string[];

/** Runs every suite of this folder inside the extension host of VS Code; rejects when a test failed. */
export async function run(): Promise<void> {
  // Where everything of VS Code's own comes out beside it, the launcher tells the report by a mark.
  const mark = process.env.MAIL_TRIAGE_MARK ?? '';
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(mark + format(...args));
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: CountingReporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of SUITES) await import(`./${name}.test.ts`);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
