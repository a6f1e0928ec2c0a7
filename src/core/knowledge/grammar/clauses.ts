import type { Concept } from './concepts.ts';
import type { Concepts } from './lexicon.ts';
import { spokenIn } from './spoken.ts';
import { lacked, turns, undone } from './turns.ts';

/** What one clause of a reply speaks of. */
export interface Clause {
  /** Each once; they are few. */
  readonly concepts: readonly Concept[];
  /** Words that stand for something here, and words that say something and are not known. */
  readonly read: number;
  readonly unread: number;
}

/** A clause that is being read. */
class Said implements Clause {
  readonly concepts: Concept[] = [];
  read = 0;
  unread = 0;

  has(concept: Concept): boolean {
    return this.concepts.includes(concept);
  }

  add(concept: Concept): void {
    if (!this.concepts.includes(concept)) this.concepts.push(concept);
  }
}

/** What all clauses of a text speak of together. */
export function together(clauses: readonly Clause[]): Clause {
  const all = new Said();
  for (const { concepts, read, unread } of clauses) {
    for (const concept of concepts) all.add(concept);
    all.read += read;
    all.unread += unread;
  }
  return all;
}

/** Clauses that are looked at, and words of each. */
const MOST_CLAUSES = 24;
const MOST_WORDS = 60;

const ADDRESS = /<[^<>\s]{0,320}>|[^\s<>@,;:()]{1,64}@[\w.-]{1,255}/g;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,500}/gi;
const NUMBERS = /[[(<]?\b\d{1,3}(?:\.\d{1,3}){3}\b[\])>]?|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,7}\b/gi;
const HOST = /\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g;
/** The field of that name, and no field of a message that is cited: `From: Domain is invalid`. */
const FROM_FIELD = /\bFrom: (?=(?:domain|address|header|field|is|must|does|not|missing|invalid)\b)/gi;
/** What ends a clause: a stop behind a word, other marks, a dash or, between two languages, a slash between blanks. */
const CLAUSE_END = /[.!?](?=\s|$)|[;:()[\]{}|"“”。；：！？、，]|\s(?:-{1,2}|\/)\s|\.{2,10}/;
/** Where a program or a file is: `in /srv/www/lib/rcube.php on line 1667`, `POST /?_task=mail`. */
const PATH =
  /(?<![\w.:/])(?:[A-Z]:)?[\\/](?:[\w.@$-]{1,80}[\\/]){1,20}[\w.@$-]{0,80}(?: on line \d{1,7}| line \d{1,7}|:\d{1,7})?|\b(?:GET|POST) \/\S{0,400}/g;
/** Apostrophes of any spelling, also where a program escaped them for its own string. */
const APOSTROPHE = /\\{1,7}'|’/g;
/** Words that a program wrote as one: `NonExistentDomain`, `SMTPRecipientsRefused`. */
const CAMEL = /(\p{Ll}|\p{Lu}(?=\p{Lu}\p{Ll}{3}))(?=\p{Lu}\p{Ll})/gu;
const MAY_BE_CAMEL = /[a-z][A-Z]|[A-Z]{2}[a-z]|[^\0-\x7f]/;
/** Names of protocols and numbers in brackets end no clause: `the server (SMTP) …`, `the limit (1000) has been reached`. */
const ASIDE = /\((?:SMTP|ESMTP|IMAP|POP3?|TLS|SSL|[\d., ]{1,20}(?: ?[kMG]?B)?)\)/g;
/** What a limit or a refusal is about, in brackets behind it, is part of the clause: `quota exceeded (sender bandwidth)`. */
const OF_WHOM =
  /\(((?:spf|dkim|dmarc|sender|sending|outgoing|outbound|submission|recipient|mailbox|account|daily|hourly)(?: [a-z]{2,20}){0,2})\)/gi;
/** A sender that is a host: `the sender 192.0.2.5 is banned`. */
const SENDING_ADDRESS = /\b(?:sender|host|server|client)s?:? [[(]?(?=\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b)/gi;
/** An address of which something is said is that of the client: `192.0.2.5 is blocked`. */
const SPOKEN_OF =
  /[[(<]?\b\d{1,3}(?:\.\d{1,3}){3}\b[\])>]?:? (?=(?:is|was|has|not|blocked|rejected|denied|listed|banned|refused|blacklisted|found|cannot|may)\b)/gi;
/** Whoever is said to be allowed no sending is a user: `anna@contoso.test is not allowed to send mail`, `not allowed to send`. */
const SENDING =
  /(?:<?[\w.+-]{1,64}@[\w.-]{1,255}>?,? |\bdomain ["'<]?[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}["'>]?,? |(^|[.:;,] {1,3}))(?=(?:(?:is|was) (?:currently )?)?not (?:allowed|permitted|authori[sz]ed|entitled) to send\b|darf keine? \S{1,20} (?:ver)?senden\b)/gi;
/** Where mail goes tells nothing of who takes it from where: `not allowed to send to external recipients`. */
const OUTWARDS =
  /(?<=\bsend(?: (?:e-?)?(?:mails?|messages?))?) (?:to )?(?:the )?(?:external|outside|non-local|foreign|remote)(?: (?:recipient|addresse?|domain|user|host|organi[sz]ation)s?)?\b/gi;
/** What a log says besides the words. */
const KEYS = /\b(?:relay|to|from|orig_to|delays?|dsn|status|conn_use|proto)=\S{0,320}/g;
/** An article or a particle that lost its vowel: `l'utilisateur`, `dell'utente`. */
const ELISION = /(?<!\p{L})(l|d|n|s|qu|un|all|dell|nell|sull)'(?=\p{L}{2})/gu;
/** `the recipient's`, `a user's`. */
const POSSESSIVE = /(?<=\p{L}{3})'s(?![\p{L}\p{N}'])/gu;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’_/-]*[\p{L}\p{N}])?/gu;

/** Names that say what a link is about: `openspf.net/Why`. */
const linkWords = (link: string): string => {
  const about = /\b(?:open)?spf\b|\bdkim\b|\bdmarc\b|spamhaus|spamcop|barracuda|greylist/i.exec(link);
  return about === null ? ' ' : ` ${about[0]} `;
};

/** What stands in every address, link, name of a host, field and aside. */
const MAY_NAME = /[@<=(]|[\\/]\w|www\.|:\/\/|[\w-]\.[\w-]|[\da-f]:|:[\da-f:]/i;

/** Most texts hold a few of them: what each cannot do without is looked for first. */
function withoutNames(text: string): string {
  let bare = text;
  if (bare.includes('(')) bare = bare.replace(ASIDE, ' ').replace(OF_WHOM, ' $1 ');
  if (DOTTED.test(bare)) bare = bare.replace(SENDING_ADDRESS, 'client ').replace(SPOKEN_OF, 'client ');
  if (bare.includes('=')) bare = bare.replace(KEYS, ' ');
  if (MAY_LINK.test(bare)) bare = bare.replace(LINK, linkWords);
  if (/[\\/]\w/.test(bare)) bare = bare.replace(PATH, ' ');
  if (/[@<]/.test(bare)) bare = bare.replace(ADDRESS, ' ');
  if (/\d\.\d|:/.test(bare)) bare = bare.replace(NUMBERS, ' ');
  return DOTTED.test(bare) ? bare.replace(HOST, hostWords) : bare;
}

const DOTTED = /[\w-]\.[\w-]/;
const MAY_LINK = /www\.|:\/\//i;

/** The clauses of a text, with addresses, names of hosts and links taken out. */
export function clausesOf(text: string): readonly Clause[] {
  const commands = text.includes(' TO') || text.includes(' FROM');
  const told = commands ? text.replaceAll('MAIL FROM', 'mailfrom').replaceAll('RCPT TO', 'rcpt-to') : text;
  const spoken = told.includes('From: ') ? told.replace(FROM_FIELD, 'from field ') : told;
  const named = MAY_BE_CAMEL.test(spoken) ? spoken.replace(CAMEL, '$1 ') : spoken;
  const sends = / (?:ver)?send/i.test(named) ? named.replace(OUTWARDS, ' ').replace(SENDING, '$1user ') : named;
  const bare = (MAY_NAME.test(sends) ? withoutNames(sends) : sends).toLowerCase();
  const lower = bare.includes('\\') || bare.includes('’') ? bare.replace(APOSTROPHE, "'") : bare;
  const plain = lower.includes("'") ? lower.replace(POSSESSIVE, '').replace(ELISION, '$1 ') : lower;
  const clauses: Clause[] = [];
  for (const part of plain.split(CLAUSE_END)) {
    if (clauses.length === MOST_CLAUSES) break;
    const words = part.match(WORD)?.slice(0, MOST_WORDS);
    if (words === undefined) continue;
    const clause = clauseOf(words);
    if (clause.concepts.length > 0) clauses.push(clause);
  }
  return clauses;
}

/** A name with dots is one of a host, of a block list, or two words whose blank got lost: `denied.Please`. */
const hostWords = (name: string): string =>
  /^[A-Za-z]{3,20}\.[A-Z][A-Za-z]{1,40}$/.test(name) ? name.replace('.', '. ') : linkWords(name);

function clauseOf(words: readonly string[]): Clause {
  const { spoken, unread } = spokenIn(words);
  const found = new Said();
  for (const concepts of spoken) {
    if (concepts.length > 0) found.read++;
    for (const concept of concepts) found.add(concept);
  }
  found.unread = unread;
  return found.has('no') || found.has('too') ? turned(spoken, found) : found;
}

/** The same words where one of them turns what stands next to it. */
function turned(spoken: readonly Concepts[], { read, unread }: Clause): Clause {
  const found = new Said();
  spoken.forEach((concepts, at) => {
    for (const concept of concepts) {
      const turn = turns.get(concept);
      // `has no permission`: nothing else is missing.
      if ((concept === 'missing' || concept === 'present') && within(spoken, at, 'allowing', [0, 2])) continue;
      if (turn !== undefined) found.add(within(spoken, at, turn.by, turn.reach) ? turn.into : concept);
      else if (!(isDenied(spoken, at) && undone.has(concept))) found.add(concept);
    }
  });
  if (found.has('too') && found.has('rate')) found.add('too many');
  if (found.has('no') && lacksSubject(spoken)) found.add('missing');
  return Object.assign(found, { read, unread });
}

const within = (
  spoken: readonly Concepts[],
  at: number,
  concept: Concept,
  [before, behind]: readonly [number, number],
): boolean =>
  spoken.slice(Math.max(0, at - before), at).some((one) => one.includes(concept)) ||
  spoken.slice(at + 1, at + 1 + behind).some((one) => one.includes(concept));

const isDenied = (spoken: readonly Concepts[], at: number): boolean => spoken[at - 1]?.includes('no') === true;

/** `no PTR record`, `not authenticated`: what stands behind is missing. */
function lacksSubject(spoken: readonly Concepts[]): boolean {
  return spoken.some(
    (one, at) =>
      one.includes('no') &&
      spoken[at + 1]?.includes('doing') !== true &&
      spoken.slice(at + 1, at + 3).some((next) => !next.includes('doing') && next.some((c) => lacked.has(c))),
  );
}
