import type { Stage, Verb } from '../smtp/verbs.ts';

/** A command of SMTP or of a relative. */
export interface SmtpCommand {
  readonly verb: Verb;
  /** One sentence. */
  readonly meaning: string;
  readonly syntax: string;
  /** Codes of success and of going on (RFC 5321 4.3.2), empty where no document lists them. */
  readonly success: readonly number[];
  /** Codes of failure; 500, 501 and 421 may answer any command (RFC 5321 4.3.2). */
  readonly failure: readonly number[];
  readonly source: string;
}

type Row = Omit<SmtpCommand, 'verb'>;

function command(
  meaning: string,
  syntax: string,
  source: string,
  success: readonly number[] = [],
  failure: readonly number[] = [],
): Row {
  return { meaning, syntax, success, failure, source };
}

const exchange = 'Exchange Server: commands between its own servers';
const sun = 'Sun Java System Messaging Server 6.3 Administration Guide, 4.12';

const rows: Readonly<Record<Verb, Row>> = {
  EHLO: command(
    'The client says its name and asks which extensions the server offers.',
    'EHLO host.name or EHLO [address]',
    'RFC 5321 4.1.1.1',
    [250],
    [504, 550, 502],
  ),
  HELO: command(
    'The client says its name, the old way without extensions.',
    'HELO host.name',
    'RFC 5321 4.1.1.1',
    [250],
    [504, 550],
  ),
  LHLO: command(
    'The greeting of LMTP, for delivery to a mailbox server.',
    'LHLO host.name',
    'RFC 2033 4.1',
    [250],
    [504, 550],
  ),
  MAIL: command(
    'Starts a message and names the envelope sender, to whom bounces go; <> means that no bounce is wanted.',
    'MAIL FROM:<address> [parameters]',
    'RFC 5321 4.1.1.2',
    [250],
    [552, 451, 452, 550, 553, 503, 455, 555],
  ),
  RCPT: command(
    'Names one recipient; the server answers for each of them.',
    'RCPT TO:<address> [parameters]',
    'RFC 5321 4.1.1.3',
    [250, 251],
    [550, 551, 552, 553, 450, 451, 452, 503, 455, 555],
  ),
  DATA: command(
    'Announces the message; the server answers twice, before the message and after the lone dot.',
    'DATA',
    'RFC 5321 4.1.1.4',
    [354, 250],
    [552, 554, 451, 452, 450, 550, 503],
  ),
  BDAT: command(
    'Sends a piece of the message of the stated size; LAST marks the last one.',
    'BDAT size [LAST]',
    'RFC 3030 2',
    [250],
    [503, 554, 552, 451, 452],
  ),
  RSET: command('Drops the message that was started; the session stays open.', 'RSET', 'RFC 5321 4.1.1.5', [250]),
  VRFY: command(
    'Asks whether an address exists; most servers do not tell.',
    'VRFY user or address',
    'RFC 5321 4.1.1.6',
    [250, 251, 252],
    [550, 551, 553, 502, 504],
  ),
  EXPN: command(
    'Asks for the members of a mailing list; most servers do not tell.',
    'EXPN list',
    'RFC 5321 4.1.1.7',
    [250, 252],
    [550, 500, 502, 504],
  ),
  HELP: command('Asks for help text.', 'HELP [command]', 'RFC 5321 4.1.1.8', [211, 214], [502, 504]),
  NOOP: command('Does nothing; it keeps the session alive.', 'NOOP', 'RFC 5321 4.1.1.9', [250]),
  QUIT: command('Ends the session.', 'QUIT', 'RFC 5321 4.1.1.10', [221]),
  STARTTLS: command(
    'Asks to encrypt the session; after the handshake EHLO is sent again.',
    'STARTTLS',
    'RFC 3207 4',
    [220],
    [501, 454],
  ),
  AUTH: command(
    'Logs in; what follows the mechanism may hold the password in base64, which is no encryption.',
    'AUTH mechanism [initial-response]',
    'RFC 4954 4',
    [235, 334],
    [432, 454, 500, 501, 503, 504, 530, 534, 535, 538],
  ),
  ETRN: command(
    'Asks the server to send the mail that waits for a domain.',
    'ETRN [@]domain or ETRN #queue',
    'RFC 1985 5',
    [250, 251, 252, 253],
    [458, 459, 500, 501],
  ),
  ATRN: command(
    'Asks, after a login, for the mail that waits for the domains of the client, over the same connection.',
    'ATRN [domain,domain]',
    'RFC 2645 4',
    [250],
    [450, 451, 453, 502, 503, 530],
  ),
  TURN: command(
    'Swaps the roles of client and server; it is unsafe and must not be used.',
    'TURN',
    'RFC 5321 F.1; RFC 821 3.8',
    [250],
    [502, 503],
  ),
  SEND: command(
    'Old: shows the message on the terminal of the user.',
    'SEND FROM:<address>',
    'RFC 821 3.4; RFC 5321 F.6',
    [250],
    [502],
  ),
  SOML: command(
    'Old: shows the message on the terminal of the user, or delivers it as mail.',
    'SOML FROM:<address>',
    'RFC 821 3.4; RFC 5321 F.6',
    [250],
    [502],
  ),
  SAML: command(
    'Old: shows the message on the terminal of the user and delivers it as mail.',
    'SAML FROM:<address>',
    'RFC 821 3.4; RFC 5321 F.6',
    [250],
    [502],
  ),
  BURL: command(
    'Lets the server fetch the message, or a part of it, from an IMAP server.',
    'BURL url [LAST]',
    'RFC 4468 3',
    [250],
    [503, 554],
  ),
  XCLIENT: command(
    'A trusted proxy tells Postfix the true name, address or login of the client, and the server acts on it.',
    'XCLIENT attribute=value …',
    'Postfix: XCLIENT_README',
    [220],
    [421, 501, 503, 550],
  ),
  XFORWARD: command(
    'A filter tells Postfix the data of the original client for its log.',
    'XFORWARD attribute=value …',
    'Postfix: XFORWARD_README',
    [250],
    [421, 501, 503, 550],
  ),
  VERB: command(
    'Asks sendmail to show what it does while it delivers.',
    'VERB',
    'sendmail; IANA registry of SMTP extensions',
    [250],
    [502],
  ),
  ONEX: command(
    'Tells sendmail that only one message follows.',
    'ONEX',
    'sendmail; IANA registry of SMTP extensions',
    [250],
    [502],
  ),
  'X-EXPS': command(
    'Logs one Exchange server in to another.',
    'X-EXPS mechanism [initial-response]',
    exchange,
    [235, 334],
    [454, 504, 535],
  ),
  'X-ANONYMOUSTLS': command(
    'Encrypts a session between Exchange servers with their own certificates.',
    'X-ANONYMOUSTLS',
    exchange,
    [220],
    [454, 501],
  ),
  'X-LINK2STATE': command(
    'Passes routing information between Exchange 2000 and 2003 servers.',
    'X-LINK2STATE data',
    exchange,
  ),
  XEXCH50: command(
    'Passes extra properties of a message between Exchange 2000 and 2003 servers.',
    'XEXCH50 size recipients',
    exchange,
    [354],
    [504],
  ),
  XSHADOW: command('Asks another Exchange server to keep a shadow copy of the message.', 'XSHADOW data', exchange),
  XSHADOWREQUEST: command(
    'Asks another Exchange server to keep a shadow copy of the message.',
    'XSHADOWREQUEST data',
    exchange,
  ),
  XPROXY: command(
    'Passes the data of a client from the front end to the back end of Exchange.',
    'XPROXY attribute=value …',
    exchange,
  ),
  XPROXYFROM: command(
    'Passes the data of a client from the front end to the back end of Exchange.',
    'XPROXYFROM attribute=value …',
    exchange,
  ),
  XPROXYTO: command(
    'Asks the front end of Exchange to carry an outgoing session.',
    'XPROXYTO attribute=value …',
    exchange,
  ),
  PROXY: command(
    'No SMTP: the first line of a load balancer that names the true client (PROXY protocol).',
    'PROXY TCP4 source destination port port',
    'HAProxy: the PROXY protocol, version 1',
  ),
  XADR: command('Asks a Sun or Oracle server how it routes an address.', 'XADR address', sun),
  XCIR: command('Asks a Sun or Oracle server for its circuit checks.', 'XCIR', sun),
  XGEN: command('Asks a Sun or Oracle server whether its compiled configuration is in use.', 'XGEN', sun),
  XSTA: command('Asks a Sun or Oracle server how many messages passed and wait in its queues.', 'XSTA', sun),
};

/** Commands by verb. */
export const commands: ReadonlyMap<string, SmtpCommand> = new Map(
  (Object.entries(rows) as [Verb, Row][]).map(([verb, row]) => [verb, { verb, ...row }]),
);

/** Codes of success and of going on for what is no command, and for DATA before the message (RFC 5321 4.3.2, RFC 4954 4). 353: PRDR of Exim. */
const STAGES: Readonly<Record<Exclude<Stage, Verb> | 'DATA', readonly number[]>> = {
  connect: [220],
  DATA: [354],
  '(data)': [250, 353],
  '(auth)': [235, 334],
  '(other)': [],
  '?': [],
};
const byStage: Readonly<Partial<Record<Stage, readonly number[]>>> = STAGES;

/** Codes of success and of going on at a stage of the conversation; none where no document lists them. */
export const successAt = (stage: Stage): readonly number[] => byStage[stage] ?? commands.get(stage)?.success ?? [];
