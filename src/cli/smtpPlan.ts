import { defined } from '../core/text/defined.ts';
import { readAddress, readEndpoint } from '../probes/hostName.ts';
import type { Dsn, SmtpPlan, StopStep } from '../probes/smtp/plan.ts';
import type { OptionValues } from './options.ts';
import { planOptions } from './smtpOptions.ts';

/** The steps as swaks names them (`--quit-after`), its other names among them. */
const STOPS: ReadonlyMap<string, StopStep> = new Map([
  ['CONNECT', 'connect'],
  ['PROXY', 'proxy'],
  ['BANNER', 'banner'],
  ['FIRST-EHLO', 'hello'],
  ['FIRST-HELO', 'hello'],
  ['FIRST-LHLO', 'hello'],
  ['STARTTLS', 'tls'],
  ['TLS', 'tls'],
  ['EHLO', 'secured'],
  ['HELO', 'secured'],
  ['LHLO', 'secured'],
  ['XCLIENT', 'xclient'],
  ['AUTH', 'auth'],
  ['MAIL', 'mail'],
  ['FROM', 'mail'],
  ['RCPT', 'rcpt'],
  ['TO', 'rcpt'],
  ['DATA', 'data'],
]);

type PlanRead = { readonly ok: true; readonly plan: SmtpPlan } | { readonly ok: false; readonly problem: string };

/** The plan that the options make, but for the message; or what is wrong with one of them. */
export function readPlan(values: OptionValues<typeof planOptions>): PlanRead {
  const { from, to = [], tls, pipelining, chunking, prdr, smtputf8, xclient, size } = values;
  const plan: { -readonly [Key in keyof SmtpPlan]: SmtpPlan[Key] } = {
    ...defined({ pipelining, chunking, prdr, smtputf8, xclient, size, requireTls: values.requiretls }),
  };
  const wrong = (problem: string): PlanRead => ({ ok: false, problem });
  const needsEnvelope = [
    'message',
    'pipelining',
    'chunking',
    'prdr',
    'requiretls',
    'smtputf8',
    'body',
    'size',
    'notify',
    'ret',
    'envid',
  ];
  if (from !== undefined || to.length > 0) plan.envelope = { from: bare(from ?? ''), recipients: to.map(bare) };
  else {
    const alone = needsEnvelope.find((name) => values[name as keyof typeof values] !== undefined);
    if (alone !== undefined) return wrong(`--${alone} needs --from or --to`);
  }
  if (values.message !== undefined && to.length === 0) return wrong('--message needs --to');
  if (values.lmtp === true) plan.protocol = 'lmtp';
  if (tls !== undefined) {
    if (tls !== 'auto' && tls !== 'required' && tls !== 'none' && tls !== 'implicit') {
      return wrong('--tls is auto, required, none or implicit');
    }
    plan.tls = tls;
  }
  const stop = values['stop-after'];
  if (stop !== undefined) {
    const step = STOPS.get(stop.toUpperCase());
    if (step === undefined) return wrong(`--stop-after: ${planOptions['stop-after'].about}`);
    plan.stopAfter = step;
  }
  const body = values.body?.toUpperCase();
  if (body !== undefined) {
    if (body !== '7BIT' && body !== '8BITMIME') return wrong('--body is 7BIT or 8BITMIME');
    plan.body = body;
  }
  const dsn = readDsn(values);
  if (typeof dsn === 'string') return wrong(dsn);
  if (dsn !== undefined) plan.dsn = dsn;
  const header = values['proxy-header'];
  if (header === undefined && values['proxy-version'] !== undefined)
    return wrong('--proxy-version needs --proxy-header');
  if (header !== undefined) {
    const source = readEndpoint(header, CLIENT_PORT);
    if (source === undefined || readAddress(source.host) === undefined) return wrong('--proxy-header takes an address');
    const version = values['proxy-version'] ?? '1';
    if (version !== '1' && version !== '2') return wrong('--proxy-version is 1 or 2');
    plan.proxyHeader = {
      source: source.host,
      sourcePort: source.port,
      ...(version === '2' && { version: 2 as const }),
    };
  }
  return { ok: true, plan };
}

/** A port that a client may have, where none is said. */
const CLIENT_PORT = 49_152;

const NOTIFY = ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'] as const;

/** What is asked for of notifications (RFC 3461 4), or what is wrong with it. */
function readDsn({ notify, ret, envid }: OptionValues<typeof planOptions>): Dsn | string | undefined {
  if (notify === undefined && ret === undefined && envid === undefined) return undefined;
  const returned = ret?.toUpperCase();
  if (returned !== undefined && returned !== 'FULL' && returned !== 'HDRS') return '--ret is FULL or HDRS';
  const words = notify?.toUpperCase().split(',') ?? [];
  const when = NOTIFY.filter((word) => words.includes(word));
  if (when.length !== words.length || (when.length > 1 && when[0] === 'NEVER')) {
    return '--notify is NEVER, or some of SUCCESS, FAILURE and DELAY with commas between';
  }
  return { ...defined({ ret: returned, envid }), ...(when.length > 0 && { notify: when }) };
}

/** An address without the brackets around it. */
const bare = (address: string): string => /^<(.*)>$/s.exec(address.trim())?.[1] ?? address.trim();
