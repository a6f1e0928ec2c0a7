import type { NoData } from '../dns/records/recordText.ts';
import type { RowsFor } from '../knowledge/problems/diagnosticRow.ts';
import type { SecretKind } from '../mask/secret.ts';
import type { Stage } from '../smtp/verbs.ts';

/** Why a command does not fit where it stands. */
export type OrderProblem =
  | 'no-greeting'
  | 'no-mail'
  | 'no-recipient'
  | 'mail-open'
  | 'auth-in-mail'
  | 'auth-again'
  | 'tls-again'
  | 'after-quit';

/** What was still due when a session stopped. */
export type CutOff = 'no-reply' | 'no-dot' | 'no-data' | 'no-answer' | 'closed';

/** What is found in sessions, with what each message is filled with. */
export interface SessionFindings {
  'reply-transient': { readonly reply: string; readonly meaning: string };
  'reply-permanent': { readonly reply: string; readonly meaning: string };
  'reply-not-a-code': { readonly reply: string };
  'reply-codes-differ': { readonly reply: string; readonly other: string };
  'reply-unfinished': { readonly reply: string };
  'reply-unexpected': { readonly reply: string; readonly stage: Stage; readonly allowed: string };
  'enhanced-code-class': { readonly reply: string; readonly enhanced: string };
  'command-out-of-order': { readonly verb: string; readonly why: OrderProblem };
  'credentials-in-clear': { readonly mechanism: string };
  'credentials-maybe-in-clear': { readonly mechanism: string };
  'secret-shown': { readonly kind: SecretKind; readonly encoded: boolean };
  'starttls-unused': NoData;
  'starttls-injection': { readonly verb: string };
  'starttls-not-followed': { readonly verb: string };
  'auth-not-offered': { readonly mechanism: string; readonly offered: string };
  'extension-not-offered': { readonly used: string; readonly keyword: string; readonly source: string };
  'size-over-limit': { readonly size: string; readonly limit: string };
  'line-end-bare': { readonly character: 'LF' | 'CR'; readonly dot: boolean };
  'line-too-long': { readonly length: string; readonly limit: string; readonly what: string };
  'data-ended-early': NoData;
  'banner-not-a-host': { readonly name: string };
  'helo-not-a-host': { readonly verb: string; readonly name: string };
  'helo-not-qualified': { readonly verb: string; readonly name: string };
  'address-disclosed': { readonly verb: string };
  'argument-too-long': { readonly verb: string; readonly length: string; readonly limit: string };
  'session-cut-off': { readonly step: Stage; readonly why: CutOff };
  'session-without-quit': { readonly step: Stage };
  'spoke-before-banner': { readonly verb: string };
}

export const sessionRows: RowsFor<SessionFindings> = {
  'reply-transient': {
    about: 'A reply of class 4: refused for now',
    level: 'warning',
    isVerdict: true,
    source: 'RFC 5321 4.2.1',
    says: ({ reply, meaning }) => `${reply}: ${meaning}`,
  },
  'reply-permanent': {
    about: 'A reply of class 5: refused for good',
    level: 'error',
    isVerdict: true,
    source: 'RFC 5321 4.2.1',
    says: ({ reply, meaning }) => `${reply}: ${meaning}`,
  },
  'reply-not-a-code': {
    about: 'A number where a reply code belongs that is none',
    level: 'warning',
    source: 'RFC 5321 4.2',
    says: ({ reply }) =>
      `${reply} is no SMTP reply code: the first digit is 2 to 5, the second 0 to 5 (RFC 5321 4.2). The server is not speaking SMTP here, or the line was mangled.`,
  },
  'reply-codes-differ': {
    about: 'A reply of several lines whose codes differ',
    level: 'warning',
    source: 'RFC 5321 4.2.1',
    says: ({ reply, other }) =>
      `This line says ${other}, but the reply began with ${reply} and a hyphen: all lines of one reply carry the same code (RFC 5321 4.2.1).`,
  },
  'reply-unfinished': {
    about: 'A reply of several lines without its last line',
    level: 'warning',
    source: 'RFC 5321 4.2.1',
    says: ({ reply }) =>
      `The hyphen behind ${reply} says that more lines follow, and none does: the last line of a reply has a blank there (RFC 5321 4.2.1). Clients wait for the rest until they time out.`,
  },
  'reply-unexpected': {
    about: 'A reply code that does not fit what it answers',
    level: 'warning',
    source: 'RFC 5321 4.3.2',
    says: ({ reply, stage, allowed }) =>
      `${reply} is no answer ${place(stage)}: success there is ${allowed} (RFC 5321 4.3.2).`,
  },
  'enhanced-code-class': {
    about: 'An enhanced code of another class than its reply code',
    level: 'warning',
    source: 'RFC 2034 4',
    says: ({ reply, enhanced }) =>
      `The enhanced code ${enhanced} is of another class than the reply ${reply} (RFC 2034 4). Programs go by the reply code.`,
  },
  'command-out-of-order': {
    about: 'A command where it cannot come',
    level: 'warning',
    source: 'RFC 5321 4.1.4',
    says: ({ verb, why }) => `${verb} does not fit here: ${ORDER[why]}`,
  },
  'credentials-in-clear': {
    about: 'A login that gave the password away on a connection without TLS',
    level: 'warning',
    source: 'RFC 8314 3',
    says: ({ mechanism }) =>
      `This login went over a connection without TLS, as far as this text shows. ${mechanism} only encodes the password, so whoever listened has it: change it, and let the client use STARTTLS or port 465 (RFC 8314 3).`,
  },
  'credentials-maybe-in-clear': {
    about: 'A login for which no TLS is seen',
    level: 'information',
    source: 'RFC 8314 3',
    says: ({ mechanism }) =>
      `Nothing in this text shows TLS for this login. ${mechanism} only encodes the password: without TLS, whoever listened has it (RFC 8314 3).`,
  },
  'secret-shown': {
    about: 'A password, token or key that whoever gets the text can use',
    level: 'information',
    source: 'RFC 4954 14',
    says: ({ kind, encoded }) =>
      `This is ${SHOWN[kind]}${encoded ? (HIDES_NOTHING[kind] ?? '') : ''}. Mask it before this text goes to anybody else.`,
  },
  'starttls-unused': {
    about: 'STARTTLS was offered and not used',
    level: 'hint',
    source: 'RFC 3207 4',
    says: () =>
      'The server offered STARTTLS and the client did not use it: everything went over the network in the clear (RFC 3207).',
  },
  'starttls-injection': {
    about: 'A command sent behind STARTTLS before its answer',
    level: 'error',
    source: ['RFC 3207 4.2', 'RFC 3207 6'],
    says: ({ verb }) =>
      `${verb} was sent behind STARTTLS before the server answered with 220. STARTTLS must be the last command of a group (RFC 3207 4.2): a server that keeps such text acts on commands that came in the clear.`,
  },
  'starttls-not-followed': {
    about: 'A command in the clear behind a STARTTLS that was accepted',
    level: 'warning',
    source: 'RFC 3207 4',
    says: ({ verb }) =>
      `The server said 220 to STARTTLS, so TLS starts here, but ${verb} came in the clear (RFC 3207 4).`,
  },
  'auth-not-offered': {
    about: 'A login by a mechanism that was not offered',
    level: 'warning',
    source: 'RFC 4954 4',
    says: ({ mechanism, offered }) =>
      offered === ''
        ? `AUTH was not offered here, so a login by ${mechanism} cannot work (RFC 4954 4). Some servers offer it only after STARTTLS, or on port 587.`
        : `The server did not offer the mechanism ${mechanism} (RFC 4954 4). It offered ${offered}.`,
  },
  'extension-not-offered': {
    about: 'A command or parameter of an extension that was not offered',
    level: 'warning',
    source: 'RFC 5321 2.2.1',
    says: ({ used, keyword, source }) =>
      used === keyword
        ? `${used} was not offered by the last answer to EHLO (${source}).`
        : `${used} needs ${keyword}, which the last answer to EHLO did not offer (${source}).`,
  },
  'size-over-limit': {
    about: 'A message declared larger than the server takes',
    level: 'warning',
    source: 'RFC 1870 6',
    says: ({ size, limit }) =>
      `The message is declared with ${size} bytes; the server takes at most ${limit} (RFC 1870 6).`,
  },
  'line-end-bare': {
    about: 'A line of a message that ends in a bare CR or LF',
    level: 'warning',
    source: 'RFC 5321 2.3.8',
    says: ({ character, dot }) =>
      !dot
        ? `This line of the message ends in a bare ${character}; lines end in CR LF (RFC 5321 2.3.8).`
        : `A bare ${character} beside a lone dot: servers that take it for the end of the message and servers that do not can be played against each other to smuggle in a second message (RFC 5321 2.3.8 and 4.1.1.4).`,
  },
  'line-too-long': {
    about: 'A line longer than the standards allow',
    level: 'warning',
    source: ['RFC 5321 4.5.3.1', 'RFC 5322 2.1.1'],
    says: ({ length, limit, what }) =>
      what === 'message'
        ? `This line has ${length} octets; a line of a message has at most ${limit} (RFC 5322 2.1.1). Servers may cut or refuse it.`
        : `This ${what} has ${length} octets; servers and clients need take only ${limit} (RFC 5321 4.5.3.1).`,
  },
  'data-ended-early': {
    about: 'A lone dot inside a message that ended it',
    level: 'warning',
    source: 'RFC 5321 4.5.2',
    says: () =>
      'This lone dot ended the message, and what followed was taken for commands and refused. A dot at the start of a line of the message must be doubled (RFC 5321 4.5.2).',
  },
  'banner-not-a-host': {
    about: 'A banner that does not begin with a host name',
    level: 'information',
    source: 'RFC 5321 4.2',
    says: ({ name }) =>
      name === ''
        ? 'The banner names no host; its first word is the name of the server (RFC 5321 4.2).'
        : `The banner starts with "${name}", which is no host name; its first word is the name of the server (RFC 5321 4.2).`,
  },
  'helo-not-a-host': {
    about: 'EHLO or HELO with what is no name or address',
    level: 'warning',
    source: 'RFC 5321 4.1.1.1',
    says: ({ verb, name }) =>
      name === ''
        ? `${verb} needs the name of the client or its address in brackets (RFC 5321 4.1.1.1).`
        : `"${name}" is neither a host name nor an address in brackets such as [192.0.2.1] (RFC 5321 4.1.1.1 and 4.1.3). Many servers refuse it.`,
  },
  'helo-not-qualified': {
    about: 'EHLO or HELO with a name that has no domain',
    level: 'hint',
    source: 'RFC 5321 2.3.5',
    says: ({ name }) =>
      `"${name}" is a name without a domain; a client gives its full name, or its address in brackets (RFC 5321 2.3.5). Servers that take mail from outside may refuse it.`,
  },
  'address-disclosed': {
    about: 'A server that tells names in answer to VRFY or EXPN',
    level: 'warning',
    source: 'RFC 5321 7.3',
    says: ({ verb }) =>
      `The server told names in answer to ${verb}, which helps those who collect addresses. 252 tells nothing; most servers switch ${verb} off (RFC 5321 3.5.3 and 7.3).`,
  },
  'argument-too-long': {
    about: 'An argument longer than the standard allows',
    level: 'warning',
    source: 'RFC 5321 4.5.3.1',
    says: ({ verb, length, limit }) =>
      `The argument of ${verb} has ${length} octets where ${limit} are allowed (RFC 5321 4.5.3.1). No real name is that long: this is how a server is tested for a buffer overflow.`,
  },
  'session-cut-off': {
    about: 'A session that stops while something was due',
    level: 'information',
    source: 'RFC 5321 4.1.1.10',
    says: ({ step, why }) => `The session stops here, ${stopped(step)}, without QUIT: ${CUT[why]}.`,
  },
  'session-without-quit': {
    about: 'A session that ends without QUIT',
    level: 'hint',
    source: 'RFC 5321 4.1.1.10',
    says: ({ step }) => `This text ends here, ${stopped(step)}; the client did not say QUIT (RFC 5321 4.1.1.10).`,
  },
  'spoke-before-banner': {
    about: 'A command sent before the banner came',
    level: 'warning',
    source: 'RFC 5321 4.3.1',
    says: ({ verb }) =>
      `${verb} was sent before the server's banner came. A client waits for it (RFC 5321 4.3.1); servers take those that do not for spam programs.`,
  },
};

const ORDER: Readonly<Record<OrderProblem, string>> = {
  'no-greeting': 'the client has not said EHLO or HELO (RFC 5321 4.1.4).',
  'no-mail': 'no MAIL that was accepted stands before it (RFC 5321 4.1.4).',
  'no-recipient': 'no RCPT that was accepted stands before it (RFC 5321 4.1.4).',
  'mail-open': 'a message was started already; RSET would drop it (RFC 5321 4.1.4).',
  'auth-in-mail': 'a client cannot log in while a message is under way (RFC 4954 4).',
  'auth-again': 'the client is logged in already (RFC 4954 4).',
  'tls-again': 'the session is encrypted already (RFC 3207 4.2).',
  'after-quit': 'the client has said QUIT (RFC 5321 4.1.1.10).',
};

const CUT: Readonly<Record<CutOff, string>> = {
  'no-reply': 'no reply came',
  'no-dot': 'the message lacks the lone dot at its end',
  'no-data': 'the message was due',
  'no-answer': "the client's answer was due",
  closed: 'the connection was closed or lost',
};

const SHOWN: Readonly<Record<SecretKind, string>> = {
  login: 'the user name and password of the login',
  password: 'a password',
  digest: 'computed from a password, which can be guessed from it without asking the server',
  token: 'a token or key that lets in whoever has it',
  response: 'an answer of the login',
  'private-key': 'a private key',
  'session-key': 'a key of the TLS session, with which a recording of it can be read',
  again: 'a password that this text shows elsewhere too',
};

/** What base64 hides of each. */
const HIDES_NOTHING: Readonly<Partial<Record<SecretKind, string>>> = {
  login: '; base64 hides nothing',
  password: '; base64 hides nothing',
  token: '; base64 hides nothing',
  again: '; base64 hides nothing',
  response: ', and may hold the password',
};

const place = (stage: Stage): string =>
  stage === 'connect'
    ? 'on connecting'
    : stage === '(data)'
      ? 'to the message'
      : `to ${stage.replace('(auth)', 'AUTH')}`;

const STEPS: Readonly<Partial<Record<Stage, string>>> = {
  connect: 'after the banner',
  '(data)': 'at the message',
  '(auth)': 'during the login',
  '(other)': 'at an unknown command',
  '?': 'after a reply',
};

const stopped = (step: Stage): string => STEPS[step] ?? `at ${step}`;
