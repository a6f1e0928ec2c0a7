import { checks } from './checks.ts';
import { messages } from './messages.ts';
import { reading } from './reading.ts';
import { runTests } from './run.ts';

/** Runs every suite of this folder in the worker extension host of a browser; rejects when a test failed. */
export const run = (): Promise<void> => runTests({ reading, messages, checks });
