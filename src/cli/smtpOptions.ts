import type { SmtpPlan, StopStep } from '../probes/smtp/plan.ts';
import type { OptionRows, OptionValues } from './options.ts';

/** What `mail-triage smtp` is asked to do on a connection, beside where it connects. */
export const planOptions = {
  from: { kind: 'text', value: 'SENDER', about: 'say MAIL with this sender; empty is the null sender' },
  to: {
    kind: 'texts',
    value: 'RECIPIENT',
    about: 'say RCPT with this recipient; may be given again; no message is sent',
  },
  'stop-after': {
    kind: 'text',
    value: 'STEP',
    about: 'end behind CONNECT, PROXY, BANNER, FIRST-EHLO, TLS, EHLO, XCLIENT, AUTH, MAIL, RCPT or DATA',
  },
  tls: {
    kind: 'text',
    value: 'auto|required|none|implicit',
    about: 'STARTTLS where it is offered, not without it, never, or TLS from the first byte',
  },
  lmtp: { kind: 'flag', about: 'LMTP: LHLO, and an answer for each recipient' },
} as const satisfies OptionRows;

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

/** The plan that the options make, or what is wrong with one of them. */
export function readPlan(values: OptionValues<typeof planOptions>): PlanRead {
  const { from, to = [], tls, lmtp } = values;
  const plan: { -readonly [Key in keyof SmtpPlan]: SmtpPlan[Key] } = {};
  if (from !== undefined || to.length > 0) plan.envelope = { from: bare(from ?? ''), recipients: to.map(bare) };
  if (lmtp === true) plan.protocol = 'lmtp';
  if (tls !== undefined) {
    if (tls !== 'auto' && tls !== 'required' && tls !== 'none' && tls !== 'implicit') {
      return { ok: false, problem: '--tls is auto, required, none or implicit' };
    }
    plan.tls = tls;
  }
  const stop = values['stop-after'];
  if (stop !== undefined) {
    const step = STOPS.get(stop.toUpperCase());
    if (step === undefined) return { ok: false, problem: `--stop-after ${planOptions['stop-after'].about.slice(4)}` };
    plan.stopAfter = step;
  }
  return { ok: true, plan };
}

/** An address without the brackets around it. */
const bare = (address: string): string => /^<(.*)>$/s.exec(address.trim())?.[1] ?? address.trim();
