/** Every command word of SMTP, its extensions, and the private ones that servers are seen to speak. */
const words = [
  // RFC 5321 4.1.1 and F.6
  'EHLO',
  'HELO',
  'MAIL',
  'RCPT',
  'DATA',
  'RSET',
  'VRFY',
  'EXPN',
  'HELP',
  'NOOP',
  'QUIT',
  'SEND',
  'SOML',
  'SAML',
  'TURN',
  // Extensions: RFC 3030, 3207, 4954, 1985, 2645, 4468, 2033
  'BDAT',
  'STARTTLS',
  'AUTH',
  'ETRN',
  'ATRN',
  'BURL',
  'LHLO',
  // Private, and the line that a load balancer puts before all others
  'VERB',
  'ONEX',
  'PROXY',
  'XCLIENT',
  'XFORWARD',
  'XEXCH50',
  'XSHADOW',
  'XSHADOWREQUEST',
  'XPROXY',
  'XPROXYFROM',
  'XPROXYTO',
  'X-EXPS',
  'X-ANONYMOUSTLS',
  'X-LINK2STATE',
  'XADR',
  'XSTA',
  'XCIR',
  'XGEN',
] as const;

export type Verb = (typeof words)[number];

export const verbs: ReadonlySet<string> = new Set(words);

export const isVerb = (word: string): word is Verb => verbs.has(word);

/** The command that a word in capitals is, as a stage of the session. */
export const verbNamed = (word: string): Verb | '(other)' => (isVerb(word) ? word : '(other)');

/**
 * What a reply answers: a command by its verb, `(other)` a word that no document knows, `connect` (the banner),
 * `(data)` (the message after a 354), `(auth)` (an answer to a 334), `?` where it is not known.
 */
export type Stage = Verb | '(other)' | 'connect' | '(data)' | '(auth)' | '?';
