import { type Area, USUAL_AREAS } from '../../checks/areas.ts';
import { type Asking, asking } from '../../checks/asking.ts';
import { type CheckTarget, RECORD_TYPES, readTarget, type TargetResult } from '../../checks/target.ts';
import { defined } from '../../core/text/defined.ts';
import { listed, type Phrase, phrase, word } from '../../core/text/words.ts';
import { writeEndpoint } from '../../probes/hostName.ts';
import { readDnsServer } from '../../probes/node/dns/readServer.ts';
import type { DnsOptions } from '../../probes/node/network.ts';
import type { Ports, StreamResult } from '../../probes/ports.ts';
import { domainToASCII } from '../node/main.ts';
import { createResolve } from './resolve.ts';

/** What is asked of DNS in a browser: over HTTPS, by the user's command. */

export { writeEndpoint };

export const recordTypes: readonly string[] = RECORD_TYPES;

const toAscii = (name: string): string | undefined => domainToASCII(name) || undefined;

export const readCheckTarget = (typed: string): TargetResult => readTarget(typed, toAscii);

export const isDnsServer = (text: string): boolean => readDnsServer(text)?.over === 'https';

const notHere: StreamResult<never> = { ok: false, failure: 'unsupported', detail: 'a browser opens no connections' };

const createPorts = ({ resolvers, dnsTimeout }: DnsOptions): Ports => ({
  resolve: createResolve({ ...defined({ servers: resolvers, timeout: dnsTimeout }) }),
  dial: async () => notHere,
  fetch: async () => notHere,
  clock: { now: () => Date.now() },
  toAscii,
});

/** What needs more than a resolver: other servers are asked, or a document of another site is read. */
const ELSEWHERE: ReadonlySet<Area> = new Set<Area>(['mta-sts', 'name-servers', 'trace']);

const { check: checkAll, askTold } = asking<DnsOptions>(createPorts);

export { askTold };

const areasOf = (target: CheckTarget): readonly Area[] =>
  target.kind === 'domain' || target.kind === 'address' ? (target.areas ?? USUAL_AREAS) : [];

/** Of a domain all that a browser can ask. */
export const check: Asking<DnsOptions>['check'] = (target, options, signal, onArea) =>
  target.kind === 'domain'
    ? checkAll({ ...target, areas: areasOf(target).filter((area) => !ELSEWHERE.has(area)) }, options, signal, onArea)
    : checkAll(target, options, signal, onArea);

/** What of a check is not asked in a browser, in a sentence; `all` where nothing is left to ask. */
export function notAsked(target: CheckTarget): { readonly words: Phrase; readonly all: boolean } | undefined {
  const areas = areasOf(target);
  const left = target.kind === 'domain' ? areas.filter((area) => ELSEWHERE.has(area)) : [];
  if (left.length === 0) return undefined;
  const names = left.map((area) => phrase(NAMES.get(area) ?? area));
  return {
    words: phrase(
      'Not asked in a browser, which asks one resolver over HTTPS and no other server: {0}. VS Code on a machine asks them, and so does mail-triage check.',
      listed(names),
    ),
    all: left.length === areas.length,
  };
}

const NAMES: ReadonlyMap<Area, string> = new Map([
  ['mta-sts', word('the MTA-STS policy')],
  ['name-servers', word('each name server of the domain')],
  ['trace', word('the servers from the root on')],
]);
