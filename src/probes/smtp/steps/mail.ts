import { append } from '../../../core/text/lists.ts';
import { isEightBit, octetsOnWire } from '../message.ts';
import type { SmtpPlan } from '../plan.ts';
import type { Saying, Session, Step } from '../session.ts';
import type { SmtpFailure } from '../types.ts';

/** MAIL with what the plan asks for (RFC 5321 4.1.1.2). */
export const sayMail: Step = async (session) => {
  const asked = mailSaying(session);
  if (!('command' in asked)) return session.fail(asked);
  const answer = await session.expect('mail', asked.command);
  return answer.ok ? undefined : answer.failure;
};

/** The command, or what keeps it from being said. */
export function mailSaying(session: Session): Saying | SmtpFailure {
  const { options, offered } = session;
  const { envelope, message } = options;
  const sender = envelope?.from ?? '';
  const parameters: string[] = [];
  const lacks = (keyword: string): SmtpFailure => ({ step: 'mail', kind: 'not-offered', keyword });
  if (message !== undefined || options.size !== undefined) announceSize(session, parameters);
  if (options.body === '8BITMIME' || (message !== undefined && isEightBit(message.text))) {
    if (!offered.has('8BITMIME')) return lacks('8BITMIME');
    parameters.push('BODY=8BITMIME');
  } else if (options.body !== undefined && offers(session, '8BITMIME')) parameters.push(`BODY=${options.body}`);
  if (
    options.smtputf8 === true ||
    [sender, ...(envelope?.recipients ?? [])].some((one) => isEightBit(asciiOf(session, one)))
  ) {
    if (!offered.has('SMTPUTF8')) return lacks('SMTPUTF8');
    parameters.push('SMTPUTF8');
  }
  if (options.requireTls === true) {
    // RFC 8689 2: only under TLS, and only to a server that offers it there.
    if (!session.tls) return { step: 'mail', kind: 'needs-tls' };
    if (!offered.has('REQUIRETLS')) return lacks('REQUIRETLS');
    parameters.push('REQUIRETLS');
  }
  if (options.dsn !== undefined && offers(session, 'DSN')) append(parameters, dsnOf(options.dsn));
  if (options.prdr === true && offers(session, 'PRDR')) parameters.push('PRDR');
  append(parameters, envelope?.mailParameters ?? []);
  return { step: 'mail', command: [`MAIL FROM:<${asciiOf(session, sender)}>`, ...parameters].join(' ') };
}

/** Whether the server offers something that the probe can go on without; where it does not, that is found. */
export function offers(session: Session, keyword: string): boolean {
  if (session.offered.has(keyword)) return true;
  session.find({ code: 'extension-missing', keyword });
  return false;
}

/** A domain beyond ASCII in A-labels (RFC 5891 4.4), where no letter of the mailbox needs SMTPUTF8 anyway. */
export function asciiOf(session: Session, address: string): string {
  const at = address.lastIndexOf('@');
  if (at === -1 || isEightBit(address.slice(0, at)) || !isEightBit(address)) return address;
  const domain = session.toAscii(address.slice(at + 1));
  return domain === undefined ? address : `${address.slice(0, at)}@${domain}`;
}

/** RFC 1870 4 and 6 */
function announceSize(session: Session, parameters: string[]): void {
  const { message, size = message === undefined ? 0 : octetsOnWire(message) } = session.options;
  const offered = session.offered.get('SIZE');
  if (offered === undefined) {
    if (session.options.size !== undefined) session.find({ code: 'extension-missing', keyword: 'SIZE' });
    return;
  }
  const limit = /^\d{1,15}$/.test(offered) ? Number(offered) : 0;
  if (limit > 0 && size > limit) session.find({ code: 'over-size-limit', size, limit });
  parameters.push(`SIZE=${size}`);
}

const dsnOf = ({ ret, envid }: NonNullable<SmtpPlan['dsn']>): readonly string[] => [
  ...(ret === undefined ? [] : [`RET=${ret}`]),
  ...(envid === undefined ? [] : [`ENVID=${envid}`]),
];
