import { isIpv4, isIpv6 } from '../hostName.ts';
import type { Dsn, Envelope, ProxyHeader } from './plan.ts';
import type { BadInput, SaidStep, SmtpFailure, SmtpProbeOptions } from './types.ts';

/** The first thing in a plan that cannot be said: nothing of it may end a line or be taken for something else. */
export function badInput(options: SmtpProbeOptions): SmtpFailure | undefined {
  const { helo, xclient, proxyHeader, envelope, dsn, message } = options;
  if (helo !== undefined && !isHelo(helo)) return { step: 'ehlo', kind: 'bad-helo', helo };
  if (xclient !== undefined && !isXclient(xclient)) return bad('xclient', 'xclient', xclient);
  if (proxyHeader !== undefined && !isProxyHeader(proxyHeader)) {
    return bad('proxy', 'proxy', `${proxyHeader.source}:${proxyHeader.sourcePort}`);
  }
  if (message?.text.includes('\0') === true) return bad('message', 'message', 'NUL');
  return (envelope && badEnvelope(envelope)) ?? (dsn && badDsn(dsn));
}

const bad = (step: SaidStep | 'proxy', input: BadInput, text: string): SmtpFailure => ({
  step,
  kind: 'bad-input',
  input,
  text,
});

function badEnvelope({
  from,
  recipients,
  mailParameters = [],
  rcptParameters = [],
}: Envelope): SmtpFailure | undefined {
  if (from !== '' && !isPath(from)) return bad('mail', 'sender', from);
  const recipient = recipients.find((one) => !isPath(one));
  if (recipient !== undefined) return bad('rcpt', 'recipient', recipient);
  const parameter = mailParameters.find((one) => !isParameter(one));
  if (parameter !== undefined) return bad('mail', 'parameter', parameter);
  const other = rcptParameters.find((one) => !isParameter(one));
  return other === undefined ? undefined : bad('rcpt', 'parameter', other);
}

const badDsn = ({ envid }: Dsn): SmtpFailure | undefined =>
  envid === undefined || /^[!-*,-<>-~]{1,100}$/.test(envid) ? undefined : bad('mail', 'parameter', `ENVID=${envid}`);

/** What may stand behind EHLO without breaking the line: a domain name or an address literal. */
const isHelo = (text: string): boolean => /^[A-Za-z0-9._:[\]-]{1,255}$/.test(text);

/**
 * What may stand in the brackets of MAIL and RCPT: whatever a server is to be tried with, but nothing that ends the line,
 * the brackets, or outside quotes the word.
 */
const isPath = (text: string): boolean =>
  text.length <= 1000 &&
  /^(?:[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}"\\<> ]|"(?:[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}"\\]|\\[ -~])*"|\\[!-~])+$/u.test(text);

/** RFC 5321 4.1.2, esmtp-param, of any value that cannot end it. */
const isParameter = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,60}(?:=[!-<>-~]{1,500})?$/.test(text);

/** Attributes with values in xtext (Postfix, XCLIENT_README). */
const isXclient = (text: string): boolean =>
  /^(?:NAME|ADDR|PORT|PROTO|HELO|LOGIN|DESTADDR|DESTPORT)=[!-<>-~]{1,255}(?: (?:NAME|ADDR|PORT|PROTO|HELO|LOGIN|DESTADDR|DESTPORT)=[!-<>-~]{1,255}){0,7}$/i.test(
    text,
  );

/** Where the destination is not given, it is the address that is reached, whatever its family. */
const isProxyHeader = ({ source, destination = source, sourcePort, destinationPort = 25 }: ProxyHeader): boolean =>
  ((isIpv4(source) && isIpv4(destination)) || (isIpv6(source) && isIpv6(destination))) &&
  [sourcePort, destinationPort].every((port) => Number.isInteger(port) && port >= 0 && port <= 65535);
