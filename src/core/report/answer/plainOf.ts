import { defined } from '../../text/defined.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { MailFate } from './fate.ts';
import {
  appPassword,
  handedOn,
  keptAside,
  noLogin,
  outbound,
  type PlainReason,
  passedOn,
  perilous,
  plainReasons,
} from './plainReasons.ts';

/** Why it happened and what to do, in plain words. */
export function plainOf(verdict: Verdict, fate: MailFate): PlainReason {
  const { code, actor, tells, summary, next } = verdict;
  const { kind } = fate;
  // What a mail server handed on was not sent by a mail program.
  const isHandedOn = kind === 'returned' || kind === 'waiting';
  if (code === 'relaying-denied' && isHandedOn) return handedOn;
  if ((code === 'tls-required' || code === 'login-required') && isHandedOn) return { why: plainReasons[code].why };
  if (code === 'login-failed' && (actor !== 'sender' || tells?.otherLogin === true))
    return isHandedOn || isServersLogin(verdict) ? { why: noLogin.why } : noLogin;
  if (tells?.appPassword === true && !isHandedOn) return appPassword;
  // What a challenge asks is plain already.
  if (code === 'recipient-filtered' && kind === 'held' && actor === 'sender')
    return { why: summary, ...defined({ todo: next[0]?.text }) };
  if (tells?.passedOn === true) return passedOn;
  if (tells?.perilous === true) return perilous;
  if (code === 'spam-marked' && kind === 'arrived' && fate.where?.folder === 'quarantine') return keptAside;
  // Where an admin has to mend it, the address is right.
  if (code === 'domain-not-found' && actor !== 'sender') return plainReasons['dns-failure'];
  return tells?.outbound === true ? outbound : plainReasons[code];
}

/** The server that somebody logs in at is the sender's, and cannot check a login. */
export const isServersLogin = ({ code, actor }: Verdict): boolean =>
  code === 'login-failed' && actor === 'receiving admin';
