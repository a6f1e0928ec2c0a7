import { asking } from '../../checks/asking.ts';
import { RECORD_TYPES, readTarget, type TargetResult } from '../../checks/target.ts';
import { readRanges } from '../addressRanges.ts';
import { writeEndpoint } from '../hostName.ts';
import { lookUpMailExchangers, type MailExchangersResult } from '../mailExchangers.ts';
import type { CancelSignal } from '../ports.ts';
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

/** Checks over the network of this machine. */
export const { check, askTold } = asking<DnsOptions>(createPorts);

/** Whether a resolver can be named so. */
export const isDnsServer = (text: string): boolean => readDnsServer(text) !== undefined;

/** The hosts that take mail for `domain` (a domain or an address). Never rejects. */
export function mailExchangers(
  domain: string,
  options: DnsOptions,
  signal: CancelSignal,
): Promise<MailExchangersResult> {
  return lookUpMailExchangers(domain, createPorts(options), signal);
}
