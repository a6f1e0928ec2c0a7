import { firstOf } from '../../core/text/few.ts';
import type { FindingLevel, WordedFinding } from '../../core/text/finding.ts';
import type { LongArgumentName } from '../../probes/smtp/flows/longArguments.ts';
import type { ExposureAnswer, ExposureOutcome, LongAnswer } from '../../probes/smtp/flows/outcome.ts';
import { answerWords, type WordedFlow } from './worded.ts';

/** What a stranger learns from a server with HELP, VRFY and EXPN, and how it bears long arguments. */
export function wordExposure({ asked, untried, long, beyond }: ExposureOutcome): WordedFlow {
  const findings = [
    ...asked.filter(({ verb }) => verb === 'HELP').flatMap(wordHelp),
    ...(['VRFY', 'EXPN'] as const).flatMap((verb) =>
      wordVerb(
        verb,
        asked.filter((one) => one.verb === verb),
      ),
    ),
    ...wordUntried(untried),
    ...wordLong(long),
  ];
  const bad = findings.filter(({ level }) => level === 'fail' || level === 'warning').length;
  const limits = beyond ? 'and arguments longer than RFC 5321 allows' : 'and arguments as long as RFC 5321 allows';
  return {
    findings,
    isGood: bad === 0,
    says: `HELP, VRFY, EXPN ${limits} were tried: ${bad === 0 ? 'nothing is exposed' : `${bad} ${bad === 1 ? 'thing' : 'things'} to mend`}. No mail was sent.`,
  };
}

const wordUntried = (untried: readonly string[]): readonly WordedFinding[] =>
  untried.length === 0
    ? []
    : [
        {
          level: 'unknown',
          code: 'names-untried',
          about: 'names',
          text: `${untried.length} ${untried.length === 1 ? 'name was' : 'names were'} not asked for, because one probe asks for 20: ${firstOf(untried, 5)}.`,
          next: 'Ask for them in a probe of their own.',
          source: 'RFC 5321 7.3',
        },
      ];

/** Names of servers with a number of a version, as HELP prints them. */
const VERSION =
  /\b(?:sendmail|exim|postfix|qmail|exchange|opensmtpd|haraka|courier|mdaemon|zimbra|lotus|domino|smtpd?|version|v)[ /]{0,2}v?\d{1,3}(?:\.\d{1,6}){1,4}/i;

function wordHelp({ answer }: ExposureAnswer): readonly WordedFinding[] {
  const version = answer.lines.map((line) => VERSION.exec(line)?.[0]).find((one) => one !== undefined);
  if (version === undefined) return [];
  return [
    {
      level: 'note',
      code: 'help-version',
      about: 'HELP',
      text: `HELP tells the program and its version (${version}), by which known weaknesses are looked for.`,
      next: 'Leave the version out of HELP and of the banner; that hides it from searches, not from an attack.',
      source: 'RFC 5321 7.5; RFC 5321 4.1.1.8',
    },
  ];
}

const isNamed = ({ answer: { code = 0 } }: ExposureAnswer): boolean => code === 250 || code === 251;
const isRefused = ({ answer: { code = 0 } }: ExposureAnswer): boolean => code >= 500 && code < 600;
/** The command is refused, whoever is asked for (RFC 5321 3.5.3, 7.3). */
const isOff = ({ answer: { code = 0 } }: ExposureAnswer): boolean => [500, 502, 503, 504, 530, 252].includes(code);

function wordVerb(verb: 'VRFY' | 'EXPN', answers: readonly ExposureAnswer[]): readonly WordedFinding[] {
  const known = answers.filter(({ invented }) => !invented);
  const invented = answers.find((one) => one.invented);
  const named = known.filter(isNamed);
  const what = verb === 'VRFY' ? 'mailboxes' : 'the members of lists';
  const turnOff = `Switch ${verb} off, or let it answer ${verb === 'VRFY' ? '252' : '502'} to everybody (Postfix: disable_vrfy_command = yes; Exim: no acl_smtp_${verb.toLowerCase()}; sendmail: PrivacyOptions=no${verb.toLowerCase()}).`;
  if (answers.length === 0) return [];
  const base = { code: `${verb.toLowerCase()}-`, about: verb };
  if (named.length > 0) {
    const shown = named
      .slice(0, 5)
      .map(({ about, answer }) => `${about}: ${answerWords(answer)}`)
      .concat(named.length > 5 ? [`and ${named.length - 5} more`] : [])
      .join('; ');
    const all = invented !== undefined && isNamed(invented);
    return [
      {
        ...base,
        level: all ? 'note' : 'fail',
        code: all ? `${base.code}says-yes` : `${base.code}open`,
        text: all
          ? `${verb} says yes to any name, a made-up one included (${answerWords((invented as ExposureAnswer).answer)}), so it tells nothing.`
          : `${verb} tells strangers ${what}: ${shown}. Names can be tried until the list of users is complete.`,
        next: turnOff,
        source: 'RFC 5321 7.3; RFC 5321 3.5',
      },
    ];
  }
  // An unknown name is refused as such while others are not: the difference tells the same.
  const differs =
    invented !== undefined &&
    isRefused(invented) &&
    !isOff(invented) &&
    known.some((one) => isOff(one) && one.answer.code === 252);
  if (differs) {
    return [
      {
        ...base,
        level: 'warning',
        code: `${base.code}differs`,
        text: `${verb} answers 252 for a name that exists and ${answerWords((invented as ExposureAnswer).answer)} for a made-up one: the difference tells which exist.`,
        next: turnOff,
        source: 'RFC 5321 3.5.3; RFC 5321 7.3',
      },
    ];
  }
  if (answers.every(isOff)) {
    const only252 = answers.every(({ answer }) => answer.code === 252);
    return [
      {
        ...base,
        level: 'pass',
        code: `${base.code}closed`,
        text: only252
          ? `${verb} answers 252 to everything, as RFC 5321 wants it where mailboxes are not told.`
          : `${verb} is not offered (${answerWords((answers[0] as ExposureAnswer).answer)}).`,
        source: 'RFC 5321 3.5.3; RFC 5321 7.3',
      },
    ];
  }
  return [
    {
      ...base,
      level: 'unknown',
      code: `${base.code}not-shown`,
      text: `${verb} named nobody that was asked for (${known
        .map(({ about, answer }) => `${about}: ${answerWords(answer)}`)
        .slice(0, 3)
        .join('; ')}); for other names it may.`,
      next: 'Ask for a mailbox or a list that exists.',
      source: 'RFC 5321 3.5',
    },
  ];
}

const LONG: Readonly<Record<LongArgumentName, { readonly what: string; readonly source: string }>> = {
  'local-part': { what: 'a local part of 64 octets in RCPT', source: 'RFC 5321 4.5.3.1.1' },
  domain: { what: 'a domain of 252 octets in MAIL', source: 'RFC 5321 4.5.3.1.2' },
  path: { what: 'a path of 256 octets in RCPT', source: 'RFC 5321 4.5.3.1.3' },
  line: { what: 'a command line of 512 octets', source: 'RFC 5321 4.5.3.1.4' },
  'long-local-part': { what: 'a local part of 300 octets in RCPT', source: 'RFC 5321 4.5.3.1.1' },
  'long-sender': { what: 'a sender of more than 600 octets', source: 'RFC 5321 4.5.3.1.3' },
  'long-recipient': { what: 'a recipient of more than 1000 octets', source: 'RFC 5321 4.5.3.1.3' },
  'long-hello': { what: 'a name of 1000 octets in HELO', source: 'RFC 5321 4.5.3.1.2' },
  'long-verb': { what: 'a command word of 1000 octets', source: 'RFC 5321 4.5.3.1.4' },
  'long-line': { what: 'a command line of some 4000 octets', source: 'RFC 5321 4.5.3.1.4' },
};

/** Replies that say that the syntax, the length or the command does not do (RFC 5321 4.2.3, 4.5.3.1.10). */
const isSyntax = (code: number): boolean => code === 500 || code === 501 || code === 552;

function wordLong(long: readonly LongAnswer[]): readonly WordedFinding[] {
  const odd = long.flatMap(wordOne);
  const fine = long.filter((one) => wordOne(one).length === 0);
  if (fine.length === 0) return odd;
  const shown = fine.map((one) => `${LONG[one.name].what}: ${one.answer.code}`).join('; ');
  const text = `Long arguments are answered as they should be (${shown}).`;
  return [...odd, { level: 'pass', code: 'long-answered', about: 'length', text, source: 'RFC 5321 4.5.3.1' }];
}

/** What is wrong with the answer to one long line; nothing where it was borne. */
function wordOne({ name, within, answer, alive, replies }: LongAnswer): readonly WordedFinding[] {
  const { what, source } = LONG[name];
  const one = (level: FindingLevel, code: string, text: string, next: string): readonly WordedFinding[] => [
    { level, code, about: name, text, next, source },
  ];
  if (answer.code === undefined) {
    return alive === false
      ? one(
          'fail',
          'long-broke',
          `Behind ${what} the connection ended without a reply (${answerWords(answer)}), and the server took no new one: it may have broken down, or it shuts out who sends such lines.`,
          'Look at the server at once: whether the program runs, and what its log says. Update it.',
        )
      : one(
          'warning',
          'long-lost',
          `Behind ${what} the connection ended without a reply (${answerWords(answer)}); the server takes new ones. Its process may have died, as with an overflow, or a firewall cut the line.`,
          'Look for a crash in the log of the server at this time, and update it; a server should answer 500.',
        );
  }
  if (replies !== undefined) {
    return one(
      'fail',
      'long-split',
      `${upper(what)} got ${replies} replies: the server took one line apart and read its end as another command, so that a command can be hidden in an address.`,
      'Update the server, or what stands in front of it; a line that is too long has to be refused whole (500).',
    );
  }
  if (answer.code === 421) {
    return within
      ? one(
          'warning',
          'long-refused',
          `${upper(what)} made the server hang up (421), which it has to take.`,
          'Raise the limit of the server, or of the firewall in front of it.',
        )
      : [];
  }
  if (within && isSyntax(answer.code)) {
    return one(
      'warning',
      'long-refused',
      `${upper(what)} was refused (${answerWords(answer)}), which every server has to take; mail with such addresses is lost.`,
      'Raise the limit of the server, or of the firewall in front of it (many inspect SMTP with shorter lines).',
    );
  }
  return [];
}

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
