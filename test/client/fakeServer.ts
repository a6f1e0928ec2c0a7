import { mock } from 'node:test';
import type { LanguageServer } from '../../src/client/server.ts';

export interface FakeServer extends LanguageServer {
  /** What was asked, oldest first. */
  readonly asked: { readonly method: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** What is answered, by the method; rejects where there is none. */
  readonly answers: Map<string, unknown>;
}

/** A language server that answers what the test says. */
export function fakeServer(answers: Readonly<Record<string, unknown>> = {}): FakeServer {
  const known = new Map(Object.entries(answers));
  const asked: { method: string; params: Readonly<Record<string, unknown>> }[] = [];
  const request = async ({ method }: { readonly method: string }, params: unknown): Promise<unknown> => {
    asked.push({ method, params: params as Readonly<Record<string, unknown>> });
    if (!known.has(method)) throw new Error(`no answer to ${method}`);
    const answer = known.get(method);
    return typeof answer === 'function' ? answer(params) : answer;
  };
  return { asked, answers: known, request: request as LanguageServer['request'], dispose: () => undefined };
}

/** Lets what was started go on until it waits for something else. */
export const settled = (): Promise<void> => new Promise((done) => setImmediate(() => setImmediate(done)));

/** Lets the clock run on: what rests that long goes on. To be called within {@link onAClock}. */
export async function rest(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await settled();
}

/** A test on a clock of its own. */
export const onAClock = (test: () => Promise<void>) => async (): Promise<void> => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    await test();
  } finally {
    mock.timers.reset();
  }
};

/** For tests that hold what becomes of a text, and not how soon. */
export const unforetold = { foretell: async () => () => undefined };
