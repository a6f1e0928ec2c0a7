import { againstTicket } from '../../checks/againstTicket.ts';
import type { Area } from '../../checks/areas.ts';
import { askAgain, type ToldAnswer } from '../../checks/askAgain.ts';
import type { AreaResult, CheckResult } from '../../checks/check.ts';
import { runChecks } from '../../checks/check.ts';
import { checksOf } from '../../checks/checksOf.ts';
import type { CheckOptions } from '../../checks/context.ts';
import { type AskedTarget, RECORD_TYPES, readTarget, type TargetResult } from '../../checks/target.ts';
import type { Told } from '../../core/dns/told.ts';
import { defined } from '../../core/text/defined.ts';
import { readRanges } from '../addressRanges.ts';
import { writeEndpoint } from '../hostName.ts';
import { lookUpMailExchangers, type MailExchangersResult } from '../mailExchangers.ts';
import type { CancelSignal, RecordType } from '../ports.ts';
import { readDnsServer } from './dns/readServer.ts';
import { createPorts, type DnsOptions, toAscii } from './network.ts';
import {
  heldPolicies,
  type Login,
  type OtherSide,
  otherSide,
  readServer,
  type SmtpOptions,
  smtpFlow,
  smtpServer,
  smtpServers,
  writeTestMessage,
} from './smtp.ts';
import type { FlowRequest } from './smtpFlow.ts';
import { readWay, type WayChoice, type WayRead } from './way.ts';

/** The types of records that can be looked up by name. */
export const recordTypes: readonly string[] = RECORD_TYPES;

export {
  createPorts,
  type DnsOptions,
  type FlowRequest,
  heldPolicies,
  type Login,
  type OtherSide,
  otherSide,
  readRanges,
  readServer,
  readWay,
  type SmtpOptions,
  smtpFlow,
  smtpServer,
  smtpServers,
  type WayChoice,
  type WayRead,
  writeEndpoint,
  writeTestMessage,
};

/** What is meant by what was typed. */
export const readCheckTarget = (typed: string): TargetResult => readTarget(typed, toAscii);

const isRecordType = (type: string): type is RecordType => RECORD_TYPES.some((one) => one === type);

/**
 * Asks what belongs to a domain, an address or a look-up, and what differs from what a ticket says (`told`). Never
 * rejects.
 */
export function check(
  target: AskedTarget,
  options: DnsOptions & CheckOptions & { readonly areas?: readonly Area[]; readonly told?: readonly Told[] },
  signal: CancelSignal,
  onArea?: (result: AreaResult) => void,
): Promise<CheckResult> {
  const onlySelectors = target.kind === 'domain' ? target.selectors : undefined;
  const all = { ...options, ...defined({ onlySelectors }) };
  const told = (options.told ?? []).flatMap((one) => (isRecordType(one.type) ? [{ ...one, type: one.type }] : []));
  const checks = new Map(checksOf(target, options.areas));
  if (told.length > 0) checks.set('ticket', againstTicket(told));
  return runChecks(target.name, checks, createPorts(options), signal, all, onArea);
}

/** Asks what a text has the answer of, and says what differs. Never rejects. */
export const askTold = (
  told: ToldAnswer,
  options: DnsOptions,
  signal: CancelSignal,
  onArea?: (result: AreaResult) => void,
): Promise<CheckResult> =>
  runChecks(told.name, new Map([['record', askAgain(told)]]), createPorts(options), signal, {}, onArea);

/** Whether a resolver can be named so. */
export const isDnsServer = (text: string): boolean => readDnsServer(text) !== undefined;

/** The hosts that take mail for `domain` (a domain or an address). Never rejects. */
export function mailExchangers(
  domain: string,
  options: DnsOptions,
  signal: CancelSignal,
): Promise<MailExchangersResult> {
  return lookUpMailExchangers(domain, createPorts(options), {}, signal);
}
