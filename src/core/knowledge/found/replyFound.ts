import { defined } from '../../text/defined.ts';
import { type BlockList, blockListNamed } from './blockLists.ts';
import { plainValue } from './plainValue.ts';

/** What a reply names, as it stands in a sentence: plain text on one line, bounded. */
export interface ReplyFound {
  /** The zone or host of a block list, as the reply writes it. */
  readonly list?: string;
  /** What is known of that list. */
  readonly known?: BlockList;
  /** The IP address that the reply is about. */
  readonly address?: string;
  /** A mail address. */
  readonly mailbox?: string;
  /** A domain that the words name as one. */
  readonly domain?: string;
  /** The name of a client or its HELO. */
  readonly name?: string;
  /** The selector of a DKIM key. */
  readonly selector?: string;
  /** How large a message or mailbox may be: `10 MB`. */
  readonly limit?: string;
  /** How many of them there may be, or were: `100 messages per hour`. */
  readonly count?: string;
  /** How much it was. */
  readonly size?: string;
  /** How long the reply wants to wait: `300 seconds`. */
  readonly wait?: string;
  readonly link?: string;
  /** The reply says that it is so for a while only. */
  readonly forAWhile?: true;
}

/** What a log says besides the words of the server. */
const KEYS = /\b(?:relay|to|from|orig_to|client|proto|helo)=\S{0,320}/g;

/** Characters that are searched. */
const LIMIT = 1000;

const LINK = /\bhttps?:\/\/[^\s<>"'`{}|\\^]{4,300}/i;
/** In brackets behind a name it is the host that was spoken to, as logs write it. */
const IPV4 = /(?<![\w.]|\w\[)(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w-]|\.\d)/;
const IPV6 = /(?<![\w:.])(?=[\da-f:]{6,39}(?![\w:]))[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}/i;
const MAILBOX =
  /(?<![\w.+])(?!(?:[Pp]ost-?[Mm]aster|[Aa]buse|[Mm]ailer-[Dd]aemon|MAILER-DAEMON)@)[\w+=][\w.!#$%&'*+/=?^{}~-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;
const HOST = '([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})';
const LIST = new RegExp(
  `(?:block(?:ed|list(?:ed)?)?|list(?:ed)?|found|black-?list(?:ed)?|RBL|DNSBL|reject(?:ed)?|refused|denied)(?:\\s(?:using|by|at|in|on|with|via|from|the|one|or|more|of|our))?[\\s:("'[]{1,3}(?:(?:using|by|at|in|on|list|the|RBL|DNSBL)[\\s:("'[]{1,3}){0,2}${HOST}`,
  'i',
);
const DOMAIN = new RegExp(
  `(?:\\bdomain(?:\\sname)?(?:\\sof)?|\\bfor|\\bname=|\\bd=|\\bpolicy of|\\brecord (?:of|for))[\\s:=<("'[]{0,3}${HOST}(?![\\w@])`,
  'i',
);
const HELO =
  /<([\w.-]{1,255})>:? Helo\b|\b(?:HELO|EHLO)(?: (?:name|argument|hostname|string))?[\s:=]{1,3}(?:[<("'[]{1,2}([\w.-]{1,255})[>)"'\]]|([\w-]{1,63}(?:\.[\w-]{1,63}){1,8}))/i;
const SELECTOR = /\b(?:selector[\s:=<("'[]{1,3}|s=)([\w.-]{1,100})/i;
const AMOUNT =
  '(\\d{1,12}(?:[.,]\\d{1,3})?\\s{0,2}(?:bytes|octets|KiB|MiB|GiB|[KMG]B|[KMG](?![\\w])|megabytes|kilobytes|characters|B(?![\\w]))?)';
const SIZE_LIMIT = new RegExp(
  `\\b(?:limit|maximum|max(?:imal)?(?:\\ssize)?|allowed|larger than|exceeds|more than)(?:\\s(?:size|is|of|limit|allowed|the|message)){0,3}[\\s:=(]{1,3}${AMOUNT}`,
  'i',
);
const SIZE_IS = new RegExp(`\\b(?:size(?:\\sof)?|received|length|got)[\\s:=(]{1,3}(?:is\\s)?${AMOUNT}`, 'i');
const COUNT_LIMIT =
  /(?<![\w.-])(\d{1,7}\s?(?:\/|per|an?|each)\s?(?:hour|day|minute|h|d|min)\b|\d{1,7} (?:messages?|e?-?mails?|recipients?|connections?)(?: (?:per|an?|each|every) (?:hour|day|minute|connection|session|message))?)/i;
const WAIT =
  /\b(?:in|for|after|within|wait)\s(?:at least |about |another )?(\d{1,6} ?(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?)\b|\d{1,2}:\d{2}:\d{2})/i;
const A_WHILE =
  /\btempor(?:ar(?:y|ily))\b|\btry (?:it |again )?(?:later|after|in \d)|\bretry (?:later|in|after|soon)|\bcome back\b|\bfor (?:the|one|an?) (?:day|hour|while)\b|vorübergehend|temporairement|temporalmente|temporaneamente|暂时|временно/i;
const FOR_GOOD = /\bpermanent(?:ly)?\b|will not succeed|do not (?:re)?try/i;

/**
 * What a reply names; lists are looked for only where it is about one. Most replies name nothing: what each pattern cannot
 * do without is looked for first.
 */
export function findIn(words: string, lists = true): ReplyFound {
  const cut = words.slice(0, LIMIT);
  const text = cut.includes('=') ? cut.replace(KEYS, ' ') : cut;
  const link = text.includes('://') ? LINK.exec(text)?.[0].replace(/[.,;:!?)\]]{1,4}$/, '') : undefined;
  const bare = link === undefined ? text : text.replace(link, ' ');
  return defined({
    ...(DOTTED.test(bare) && { ...(lists && listIn(bare)), domain: valued(named(DOMAIN.exec(bare)?.[1])) }),
    address: addressIn(bare) ?? (link === undefined ? undefined : IPV4.exec(text)?.[0]),
    mailbox: bare.includes('@') ? valued(MAILBOX.exec(bare)?.[0]) : undefined,
    name: GREETS.test(bare) ? valued(heloIn(bare)) : undefined,
    selector: SELECTS.test(bare) ? valued(SELECTOR.exec(bare)?.[1]) : undefined,
    ...(DIGIT.test(bare) && amountsIn(bare)),
    link: valued(link),
    forAWhile: A_WHILE.test(bare) && !FOR_GOOD.test(bare) ? (true as const) : undefined,
  });
}

const DOTTED = /[\w-]\.[\w-]/;
const DIGIT = /\d/;
const GREETS = /[he][eh]lo/i;
const SELECTS = /selector|s=/i;

const addressIn = (text: string): string | undefined =>
  ((/\d\.\d/.test(text) ? IPV4.exec(text) : null) ?? (/:[\da-f]{0,4}:/i.test(text) ? IPV6.exec(text) : null))?.[0];

function heloIn(text: string): string | undefined {
  const helo = HELO.exec(text);
  return helo?.[1] ?? helo?.[2] ?? helo?.[3];
}

const amountsIn = (text: string) => ({
  limit: valued(SIZE_LIMIT.exec(text)?.[1]),
  count: valued(COUNT_LIMIT.exec(text)?.[1]),
  size: valued(SIZE_IS.exec(text)?.[1]),
  wait: valued(WAIT.exec(text)?.[1]),
});

const valued = (value: string | undefined): string | undefined => {
  const plain = value === undefined ? '' : plainValue(value);
  return plain === '' ? undefined : plain;
};

/** A name with dots that ends in letters; numbers of versions and addresses do not. */
const named = (name: string | undefined): string | undefined =>
  name !== undefined && /\.[a-z][a-z\d-]{0,62}$/i.test(name) ? name : undefined;

const HOSTS = /(?<![\w@.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@-])/g;

/** The list that the words announce, or a name of one that is known. */
function listIn(text: string): { readonly list?: string | undefined; readonly known?: BlockList | undefined } {
  for (const [name] of text.matchAll(HOSTS)) {
    const known = blockListNamed(name);
    if (known !== undefined) return { list: valued(name), known };
  }
  return { list: valued(named(LIST.exec(text)?.[1])) };
}
