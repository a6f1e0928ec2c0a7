import type { DiagnosticCode } from './diagnosticRules.ts';
import type { Finding } from './finding.ts';
import { recordProblemWording } from './recordProblemTexts.ts';
import type { OrderProblem } from './rules/commandOrder.ts';
import type { WrongDate } from './rules/wrongDates.ts';

type Data = Finding['data'];

/** What a user reads of each finding. */
export const wording: Readonly<Record<DiagnosticCode, (data: Data) => string>> = {
  ...recordProblemWording,
  'reply-transient': ({ reply, meaning }) => `${reply}: ${meaning}`,
  'reply-permanent': ({ reply, meaning }) => `${reply}: ${meaning}`,
  'reply-not-a-code': ({ reply }) =>
    `${reply} is no SMTP reply code: the first digit is 2 to 5, the second 0 to 5 (RFC 5321 4.2). The server is not speaking SMTP here, or the line was mangled.`,
  'reply-codes-differ': ({ reply, other }) =>
    `This line says ${other}, but the reply began with ${reply} and a hyphen: all lines of one reply carry the same code (RFC 5321 4.2.1).`,
  'reply-unfinished': ({ reply }) =>
    `The hyphen behind ${reply} says that more lines follow, and none does: the last line of a reply has a blank there (RFC 5321 4.2.1). Clients wait for the rest until they time out.`,
  'reply-unexpected': ({ reply, stage, allowed }) =>
    `${reply} is no answer ${place(stage)}: success there is ${allowed} (RFC 5321 4.3.2).`,
  'enhanced-code-class': ({ reply, enhanced }) =>
    `The enhanced code ${enhanced} is of another class than the reply ${reply} (RFC 2034 4). Programs go by the reply code.`,
  'command-out-of-order': ({ verb, why }) => `${verb} does not fit here: ${ORDER[why as OrderProblem]}`,
  'credentials-in-clear': ({ mechanism }) =>
    `This login went over a connection without TLS, as far as this text shows. ${mechanism} only encodes the password, so whoever listened has it: change it, and let the client use STARTTLS or port 465 (RFC 8314 3).`,
  'credentials-maybe-in-clear': ({ mechanism }) =>
    `Nothing in this text shows TLS for this login. ${mechanism} only encodes the password: without TLS, whoever listened has it (RFC 8314 3).`,
  'secret-shown': ({ kind = '', encoded }) =>
    `This is ${SHOWN.get(kind) ?? 'a secret'}${encoded === 'base64' && kind !== 'private-key' ? (HIDES_NOTHING.get(kind) ?? '') : ''}. Mask it before this text goes to anybody else.`,
  'starttls-unused': () =>
    'The server offered STARTTLS and the client did not use it: everything went over the network in the clear (RFC 3207).',
  'starttls-injection': ({ verb }) =>
    `${verb} was sent behind STARTTLS before the server answered with 220. STARTTLS must be the last command of a group (RFC 3207 4.2): a server that keeps such text acts on commands that came in the clear.`,
  'starttls-not-followed': ({ verb }) =>
    `The server said 220 to STARTTLS, so TLS starts here, but ${verb} came in the clear (RFC 3207 4).`,
  'auth-not-offered': ({ mechanism, offered }) =>
    offered === ''
      ? `AUTH was not offered here, so a login by ${mechanism} cannot work (RFC 4954 4). Some servers offer it only after STARTTLS, or on port 587.`
      : `The server did not offer the mechanism ${mechanism} (RFC 4954 4). It offered ${offered}.`,
  'extension-not-offered': ({ used, keyword, source }) =>
    used === keyword
      ? `${used} was not offered by the last answer to EHLO (${source}).`
      : `${used} needs ${keyword}, which the last answer to EHLO did not offer (${source}).`,
  'size-over-limit': ({ size, limit }) =>
    `The message is declared with ${size} bytes; the server takes at most ${limit} (RFC 1870 6).`,
  'line-end-bare': ({ character, dot }) =>
    dot === ''
      ? `This line of the message ends in a bare ${character}; lines end in CR LF (RFC 5321 2.3.8).`
      : `A bare ${character} beside a lone dot: servers that take it for the end of the message and servers that do not can be played against each other to smuggle in a second message (RFC 5321 2.3.8 and 4.1.1.4).`,
  'line-too-long': ({ length, limit, what }) =>
    what === 'message'
      ? `This line has ${length} octets; a line of a message has at most ${limit} (RFC 5322 2.1.1). Servers may cut or refuse it.`
      : `This ${what} has ${length} octets; servers and clients need take only ${limit} (RFC 5321 4.5.3.1).`,
  'data-ended-early': () =>
    'This lone dot ended the message, and what followed was taken for commands and refused. A dot at the start of a line of the message must be doubled (RFC 5321 4.5.2).',
  'banner-not-a-host': ({ name }) =>
    name === ''
      ? 'The banner names no host; its first word is the name of the server (RFC 5321 4.2).'
      : `The banner starts with "${name}", which is no host name; its first word is the name of the server (RFC 5321 4.2).`,
  'helo-not-a-host': ({ verb, name }) =>
    name === ''
      ? `${verb} needs the name of the client or its address in brackets (RFC 5321 4.1.1.1).`
      : `"${name}" is neither a host name nor an address in brackets such as [192.0.2.1] (RFC 5321 4.1.1.1 and 4.1.3). Many servers refuse it.`,
  'helo-not-qualified': ({ name }) =>
    `"${name}" is a name without a domain; a client gives its full name, or its address in brackets (RFC 5321 2.3.5). Servers that take mail from outside may refuse it.`,
  'address-disclosed': ({ verb }) =>
    `The server told names in answer to ${verb}, which helps those who collect addresses. 252 tells nothing; most servers switch ${verb} off (RFC 5321 3.5.3 and 7.3).`,
  'argument-too-long': ({ verb, length, limit }) =>
    `The argument of ${verb} has ${length} octets where ${limit} are allowed (RFC 5321 4.5.3.1). No real name is that long: this is how a server is tested for a buffer overflow.`,
  'session-cut-off': ({ step = '?', why = '' }) =>
    `The session stops here, ${stopped(step)}, without QUIT: ${CUT.get(why) ?? 'the rest is not in this text'}.`,
  'session-without-quit': ({ step = '?' }) =>
    `This text ends here, ${stopped(step)}; the client did not say QUIT (RFC 5321 4.1.1.10).`,
  'spoke-before-banner': ({ verb }) =>
    `${verb} was sent before the server's banner came. A client waits for it (RFC 5321 4.3.1); servers take those that do not for spam programs.`,
  'report-failed': ({ recipient, reply, meaning }) =>
    `Not delivered to ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  'report-delayed': ({ recipient, reply, meaning }) => `Delayed for ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  'header-missing': () =>
    'This is read as a message, but it does not start with a header: no line like "Name: value" stands here (RFC 5322 2.1). Paste the whole header in front, or choose the language SMTP Transcript for anything else.',
  'header-stray-line': () =>
    'This line is neither a header field ("Name: value") nor the continuation of one (a blank in front), so mail programs may take the header to end here (RFC 5322 2.2).',
  'header-folding-lost': ({ count }) =>
    `The blanks in front of folded lines were lost on the way (${count} ${count === '1' ? 'line' : 'lines'}); they are read with the field above. A mail program would take the header to end here (RFC 5322 2.2.3).`,
  'field-repeated': ({ name }) =>
    `A header has ${name} once at most (RFC 5322 3.6). Programs differ in which one they show, sign or check, which is also used to deceive.`,
  'from-name-address-differs': ({ named, domain }) =>
    `The display name says ${named}, but the address is of ${domain}. Mailing lists write it so; so does who wants to be taken for somebody else.`,
  'from-homograph': ({ shown, like, scripts }) =>
    like === ''
      ? `The domain ${shown} mixes letters of ${scripts} in one word, which may be made to look like another domain.`
      : `The domain ${shown} looks like ${like} but is another: some of its letters are of another script.`,
  'reply-to-differs': ({ domain, from }) =>
    `Answers go to ${domain}, but the message says that it is from ${from}. Services and forms do this; so does who wants the answers of a forged sender.`,
  'signature-problem': ({ problem = '' }) => problem,
  'arc-chain-broken': ({ problem = '' }) => `${problem} Later servers do not go by this ARC chain (RFC 8617 5.2).`,
  'date-wrong': ({ problem }) => DATES[problem as WrongDate],
};

const DATES: Readonly<Record<WrongDate, string>> = {
  unreadable: 'This date cannot be read: a date names day, month, year, time and zone (RFC 5322 3.3).',
  'no-zone': 'This date names no zone, so nobody can tell the moment (RFC 5322 3.3).',
  'unknown-zone':
    'The zone of this date is not known, so nobody can tell the moment; write it as +0100 (RFC 5322 3.3).',
  'wrong-weekday': 'This date falls on another day of the week than it says (RFC 5322 3.3).',
  'two-digit-year': 'The year of this date has fewer than four digits (RFC 5322 4.3).',
  'trailing-text': 'Other text follows this date (RFC 5322 3.3).',
  'ambiguous-order': 'Day and month of this date could be either way round; write the month as a word (RFC 5322 3.3).',
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

const CUT: ReadonlyMap<string, string> = new Map([
  ['no-reply', 'no reply came'],
  ['no-dot', 'the message lacks the lone dot at its end'],
  ['no-data', 'the message was due'],
  ['no-answer', "the client's answer was due"],
  ['closed', 'the connection was closed or lost'],
]);

const SHOWN: ReadonlyMap<string, string> = new Map([
  ['login', 'the user name and password of the login'],
  ['password', 'a password'],
  ['digest', 'computed from a password, which can be guessed from it without asking the server'],
  ['token', 'a token or key that lets in whoever has it'],
  ['response', 'an answer of the login'],
  ['private-key', 'a private key'],
  ['session-key', 'a key of the TLS session, with which a recording of it can be read'],
  ['again', 'a password that this text shows elsewhere too'],
]);

/** What base64 hides of each. */
const HIDES_NOTHING: ReadonlyMap<string, string> = new Map([
  ['login', '; base64 hides nothing'],
  ['password', '; base64 hides nothing'],
  ['token', '; base64 hides nothing'],
  ['again', '; base64 hides nothing'],
  ['response', ', and may hold the password'],
]);

const place = (stage = '?'): string =>
  stage === 'connect'
    ? 'on connecting'
    : stage === '(data)'
      ? 'to the message'
      : `to ${stage.replace('(auth)', 'AUTH')}`;

const STEPS: ReadonlyMap<string, string> = new Map([
  ['connect', 'after the banner'],
  ['(data)', 'at the message'],
  ['(auth)', 'during the login'],
  ['(other)', 'at an unknown command'],
  ['?', 'after a reply'],
]);

const stopped = (step: string): string => STEPS.get(step) ?? `at ${step}`;
