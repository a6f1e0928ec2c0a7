import { writeEndpoint } from '../probes/hostName.ts';
import { DUE } from '../probes/smtp/codes.ts';
import type { SaidStep, SmtpProbeResult } from '../probes/smtp/types.ts';
import { type FailureWords, HELO_SETTING, type Lost, stepWords, TIMEOUT_SETTING } from './failureWords.ts';
import { loginRefused } from './loginWords.ts';

/** A banner of class 4 or 5. */
export function unwelcome(code: number, host: string): FailureWords {
  if (code === 421) {
    return {
      code: 'reply-refused',
      text: `${host} is not available at the moment (421).`,
      next: 'Sending servers try again later; if it stays, it limits connections or is overloaded.',
      source: 'RFC 5321 3.8',
    };
  }
  const kind = code < 500 ? 'for the time being' : 'for good';
  return {
    code: 'reply-refused',
    text: `${host} turns this machine away ${kind} (${code}, its words are above). It may be blocking our address, or be no mail server for others.`,
    next: 'Read its words; look the address of this machine up at the block list that they name.',
    source: 'RFC 5321 3.1',
  };
}

/** What was asked for, or what the message needs, is not offered. */
export const notOffered = (keyword: string, host: string): FailureWords => ({
  code: 'extension-missing',
  text: `${host} does not offer ${keyword}, without which this cannot be done.`,
  next:
    keyword === 'STARTTLS'
      ? 'Give the server a certificate and switch STARTTLS on; or something on the way takes the offer out of its answer.'
      : keyword === 'XCLIENT'
        ? 'The server must trust this address (Postfix: smtpd_authorized_xclient_hosts).'
        : `Switch ${keyword} on at the server, or probe without what needs it.`,
  source: keyword === 'STARTTLS' ? 'RFC 3207 4' : 'RFC 5321 2.2.1',
});

/** A command that was refused. */
export function refused(step: SaidStep, code: number, host: string): FailureWords {
  if (step === 'auth') return loginRefused(code, host);
  if (step === 'starttls') {
    return {
      code: 'reply-refused',
      text: `${host} offers STARTTLS and then refuses it (${code}). Its TLS is set up wrong, often the certificate or its key.`,
      next: 'Look into the log of the server.',
      source: 'RFC 3207 4',
    };
  }
  const text = `${host} refused ${stepWords(step)} with ${code}; its words are above.`;
  if (step !== 'ehlo' && step !== 'helo' && step !== 'lhlo') {
    const next = code < 500 ? 'Try again later; the words of the server say why.' : 'Read its words: they say why.';
    return { code: 'reply-refused', text, next, source: 'RFC 5321 4.2.1' };
  }
  return {
    code: 'reply-refused',
    text: `${text} It may not like our name.`,
    next: `Choose another name (${HELO_SETTING}).`,
    source: 'RFC 5321 4.1.4',
  };
}

/** A code that is no answer at this place: what it would mean elsewhere. */
export function wrongCode(step: SaidStep, code: number, host: string): FailureWords {
  const shown = String(code).padStart(3, '0');
  const due = step === 'banner' ? '220, or 554 or 421 to turn somebody away' : DUE[step].join(' or ');
  const meaning =
    code < 200 || code > 599
      ? 'is no reply code of SMTP, whose codes begin with 2 to 5'
      : code >= 300 && code < 400
        ? 'asks for more of a message or a login, which nobody has begun'
        : `is no answer to ${step === 'banner' ? 'a connection' : stepWords(step)}`;
  return {
    code: 'reply-wrong-code',
    text: `${host} answered ${step === 'banner' ? 'the connection' : stepWords(step)} with ${shown}, which ${meaning}. Due is ${due}.`,
    next: 'Check the port; something that does not speak SMTP as it should answers there, or stands in front of the server.',
    source: code < 200 || code > 599 ? 'RFC 5321 4.2.1' : 'RFC 5321 4.3.2',
  };
}

/** Other services tell who they are in their first line. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^SSH-/, 'an SSH server'],
  [/^\+OK/, 'a POP3 server'],
  [/^\* OK/, 'an IMAP server'],
  [/^HTTP\/|^<!DOCTYPE|^<html/i, 'a web server'],
];

/** No reply, or what is none. */
export function noReply(failure: Lost<SaidStep>, result: SmtpProbeResult): FailureWords {
  const host = writeEndpoint(result.endpoint);
  const at = stepWords(failure.step);
  switch (failure.kind) {
    case 'timeout':
      return failure.step === 'banner'
        ? silentBanner(host, result)
        : {
            code: 'reply-timeout',
            text: `${host} did not answer ${at} in time.`,
            next: `Try again; wait longer (${TIMEOUT_SETTING}).`,
            source: 'RFC 5321 4.5.3.2',
          };
    case 'unfinished':
      return {
        code: 'reply-unfinished',
        text: `${host} began ${failure.step === 'banner' ? 'its banner' : `its answer to ${at}`} and did not end it in time; what came is above. It lets its words drip, as tarpits do, or a line end is missing.`,
        next: `Wait longer (${TIMEOUT_SETTING}), or try from another network.`,
        source: 'RFC 5321 4.5.3.2',
      };
    case 'closed':
    case 'reset':
      return {
        code: 'reply-closed',
        text: `${host} closed the connection ${failure.step === 'banner' ? 'without a banner' : `without an answer to ${at}`}. It may be overloaded, be blocking our address, or a firewall cut it.`,
        next: 'Try again, and look into its log.',
        source: 'RFC 5321 3.8',
      };
    case 'cut-off':
      return {
        code: 'reply-cut-off',
        text: `${host} closed the connection in the middle of ${failure.step === 'banner' ? at : `its answer to ${at}`}; what came is above. It may have broken down, or a firewall cut it.`,
        next: 'Try again, and look into its log.',
        source: 'RFC 5321 3.8',
      };
    case 'endless-reply':
    case 'flood':
      return {
        code: 'reply-too-long',
        text: `${host} does not speak SMTP as it should: at ${at} it sent more than anybody reads.`,
        next: 'Check the port, and what stands in front of the server.',
        source: 'RFC 5321 4.5.3.1.5',
      };
    case 'not-a-reply': {
      const first = result.steps.flatMap((one) => ('lines' in one ? one.lines : [])).at(-1) ?? '';
      const other = OTHERS.find(([pattern]) => pattern.test(first))?.[1];
      return {
        code: 'reply-not-smtp',
        text:
          other === undefined
            ? `${host} does not speak SMTP: what came at ${at} is no reply.`
            : `${host} is ${other}, not a mail server.`,
        next: 'Check the port.',
        source: 'RFC 5321 4.2',
      };
    }
    default:
      return { code: 'reply-closed', text: `${host} failed at ${at}: ${failure.detail || failure.kind}.` };
  }
}

function silentBanner(host: string, { endpoint: { port } }: SmtpProbeResult): FailureWords {
  const other = port === 465 ? '' : ' or the port expects TLS from the first byte (as 465 does)';
  return {
    code: 'reply-timeout',
    text: `${host} accepted the connection and said nothing. It may delay its banner to strangers${other}; a firewall may hold it back.`,
    next: `Wait longer (${TIMEOUT_SETTING}) or try from another network.`,
    source: 'RFC 5321 4.5.3.2.1',
  };
}
