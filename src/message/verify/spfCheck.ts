import { spf } from 'mailauth/lib/spf/index.js';
import { fieldNamed } from '../../core/mail/header/fields.ts';

import type { Message, Received } from '../../core/mail/message.ts';
import { defined } from '../../core/text/defined.ts';
import { ownPart } from '../../core/trace/border.ts';
import { isWithin, kindOfAddress, type Networks } from '../../core/trace/networks.ts';
import { trustedResults } from '../../core/trace/trust.ts';
import { finding, type MethodResult, type SpfCheck } from './authentication.ts';
import { isAnswered, type RecordingResolver } from './resolver.ts';

interface Sender {
  /** Empty for the null reverse-path. */
  readonly address: string;
  readonly field: string;
}

/** Evaluates SPF (RFC 7208) for the client that the receiver's own servers recorded. */
export async function checkSpf(message: Message, networks: Networks, resolver: RecordingResolver): Promise<SpfCheck> {
  const hop = clientHop(message, networks);
  const sender = senderOf(message, hop);
  const client = hop === undefined ? statedClient(message) : { ip: hop.ip, by: hop.by, field: 'Received' };
  const helo = hop?.helo ?? hop?.from ?? client?.helo;
  const identity = sender?.address === '' ? 'helo' : 'mailfrom';
  const domain = (identity === 'helo' ? helo : sender?.address.slice(sender.address.lastIndexOf('@') + 1)) ?? '';
  const base = {
    identity,
    domain: domain.toLowerCase().replace(/\.$/, ''),
    ...(client?.ip !== undefined && { ip: client.ip, recordedIn: client.field }),
    ...defined({ helo }),
    ...(client?.by !== undefined && { recordedBy: client.by }),
    ...defined({ senderFrom: sender?.field }),
  } as const;
  if (client?.ip === undefined) return { ...base, result: 'unchecked', findings: [finding('spf-no-address')] };
  if (sender === undefined || domain === '') {
    return { ...base, result: 'unchecked', findings: [finding('spf-no-sender')] };
  }
  const { status, rr } = await spf({
    sender: sender.address,
    ip: client.ip,
    helo: helo ?? '',
    mta: client.by ?? 'localhost',
    resolver: resolver.resolve,
  });
  const result = RESULTS.get(status.result) ?? 'unchecked';
  const record = rr === undefined ? {} : { record: rr };
  if (result === 'unchecked') {
    const failed = resolver.answers.find((answer) => !isAnswered(answer));
    const { name = base.domain, type = 'TXT' } = failed?.question ?? {};
    const data = { name, type, status: failed?.status ?? 'TIMEOUT' };
    return { ...base, ...record, result, findings: [finding('spf-unanswered', data)] };
  }
  const why = result === 'permerror' ? [finding('spf-error', { why: reasonIn(status.comment ?? '') })] : [];
  return { ...base, ...record, result, findings: why };
}

const RESULTS: ReadonlyMap<string, MethodResult> = new Map([
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['softfail', 'softfail'],
  ['neutral', 'neutral'],
  ['none', 'none'],
  ['permerror', 'permerror'],
]);

/** mailauth says it as `mta: permanent error in processing during lookup of SENDER: WHY`. */
function reasonIn(comment: string): string {
  const at = comment.indexOf(' during lookup of ');
  const colon = comment.indexOf(': ', at < 0 ? 0 : at);
  return colon < 0 ? '' : comment.slice(colon + 2);
}

/**
 * The hop at which the message came in from outside: where the receiver's own servers end, unless what they recorded
 * there is no public address, or is one of the trusted networks; then the next below.
 */
function clientHop(message: Message, { networks }: Networks): Received | undefined {
  const isOutside = ({ ip }: Received): boolean =>
    ip !== undefined && kindOfAddress(ip) === 'public' && isWithin(ip, networks) !== true;
  const newestFirst = [...message.hops].reverse().filter(({ field }) => /^received$/i.test(field.name));
  if (networks.length > 0) return newestFirst.find(isOutside);
  const border = ownPart(message)?.border;
  return newestFirst.slice(border === undefined ? 0 : newestFirst.indexOf(border)).find(isOutside);
}

interface Client {
  readonly ip: string | undefined;
  readonly by?: string | undefined;
  readonly helo?: string;
  readonly field: string;
}

/** The client that Received-SPF names (RFC 7208 9.1), for a header whose Received fields are lost. */
function statedClient(message: Message): Client | undefined {
  const value = fieldNamed(message.fields, 'received-spf')?.value.slice(0, 2000) ?? '';
  const ip = /\bclient-ip="?([0-9A-Fa-f.:]{2,45})/.exec(value)?.[1];
  if (ip === undefined || kindOfAddress(ip) !== 'public') return undefined;
  const helo = /\bhelo="?([\w.-]{1,255})/.exec(value)?.[1];
  const by = /\breceiver="?([\w.-]{1,255})/.exec(value)?.[1];
  return { ip, by, ...defined({ helo }), field: 'Received-SPF' };
}

/** The envelope sender, from the field that is nearest to the receiver. */
function senderOf(message: Message, hop: Received | undefined): Sender | undefined {
  const path = fieldNamed(message.fields, 'return-path');
  if (path !== undefined) return { address: bareAddress(path.value), field: 'Return-Path' };
  if (hop?.envelopeFrom !== undefined) return { address: bareAddress(hop.envelopeFrom), field: 'Received' };
  const mailfrom = trustedResults(message)
    ?.results.find(({ method }) => method === 'spf')
    ?.properties.find(({ property }) => /^(?:mailfrom|mail)$/.test(property))?.value;
  if (mailfrom !== undefined) return { address: bareAddress(mailfrom), field: 'Authentication-Results' };
  const stated = /\benvelope-from="?<?([^\s"<>;]{0,320})/i.exec(
    fieldNamed(message.fields, 'received-spf')?.value.slice(0, 2000) ?? '',
  );
  return stated === null ? undefined : { address: stated[1] as string, field: 'Received-SPF' };
}

function bareAddress(value: string): string {
  const angle = /<([^<>\r\n]{0,320})>/.exec(value);
  return (angle?.[1] ?? value).trim();
}
