import type { Dialect } from '../dialect.ts';
import { captures } from './captures.ts';
import { clients } from './clients.ts';
import { exchange } from './exchange.ts';
import { iis } from './iis.ts';
import { libraries } from './libraries.ts';
import { servers } from './servers.ts';
import { windows } from './windows.ts';

/** Whether a dialect has marks of its own, and not arrows or letters that many tools use. */
const GENERAL: ReadonlySet<string> = new Set([
  'arrows',
  'sendmail-verbose',
  'curl',
  'probe',
  'client-server',
  'recordio',
  'smtp-cli',
  'exchange-columns',
]);

const all: readonly Dialect[] = [...clients, ...libraries, ...servers, ...windows, ...exchange, ...iis, ...captures];

/** Every dialect that marks who speaks, the most particular first. */
export const dialects: readonly Dialect[] = [
  ...all.filter(({ name }) => !GENERAL.has(name)),
  ...all.filter(({ name }) => GENERAL.has(name)),
];
