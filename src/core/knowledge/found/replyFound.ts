import { type BlockList, blockListNamed } from './blockLists.ts';
import { plainValue } from './plainValue.ts';

/** What a reply names, as it stands in a sentence: plain text on one line, bounded. Each is looked for when it is asked for. */
export interface ReplyFound {
  /** The zone or host of a block list, as the reply writes it. */
  readonly list: string | undefined;
  /** What is known of that list. */
  readonly known: BlockList | undefined;
  /** The IP address that the reply is about. */
  readonly address: string | undefined;
  /** A mail address. */
  readonly mailbox: string | undefined;
  /** One that is named as the sender's. */
  readonly sender: string | undefined;
  /** A domain that the words name as one. */
  readonly domain: string | undefined;
  /** The name of a client or its HELO. */
  readonly name: string | undefined;
  /** The selector of a DKIM key. */
  readonly selector: string | undefined;
  /** How large a message or mailbox may be: `10 MB`. */
  readonly limit: string | undefined;
  /** How many of them there may be, or were: `100 messages per hour`. */
  readonly count: string | undefined;
  /** How much it was. */
  readonly size: string | undefined;
  /** How long the reply wants to wait: `300 seconds`. */
  readonly wait: string | undefined;
  readonly link: string | undefined;
  /** The reply says that it is so for a while only. */
  readonly forAWhile: boolean;
}

/** What a log says besides the words of the server. */
const KEYS = /\b(?:relay|to|from|orig_to|client|proto|helo)=\S{0,320}/g;

/** Characters that are searched. */
const LIMIT = 1000;

const LINK = /\bhttps?:\/\/[^\s<>"'`{}|\\^]{4,300}/i;
/** In brackets behind a name it is the host that was spoken to, as logs write it. */
const IPV4 = /(?<![\w.]|\w\[)(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w-]|\.\d)/;
/** Eight groups, or fewer where `::` stands for the others (RFC 4291 2.2): a time of day is none. */
const IPV6 =
  /(?<![\w:.])(?=[\da-f:]{6,39}(?![\w:]))(?=[\da-f:]{1,36}::|(?:[\da-f]{1,4}:){7})[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}/i;
const MAILBOX =
  /(?<![\w.+])(?!(?:[Pp]ost-?[Mm]aster|[Aa]buse|[Mm]ailer-[Dd]aemon|MAILER-DAEMON)@)[\w+=][\w.!#$%&'*+/=?^{}~-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;
const SENDER = new RegExp(
  `\\b(?:failed for|sender|from|(?<!owned by )user)(?: address)?[:=]? ?["'<(]{0,2}(${MAILBOX.source})`,
  'i',
);
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

/** What a reply names; lists are looked for only where it is about one. */
export const findIn = (words: string, lists = true): ReplyFound => new Found(words, lists);

/** Most replies name nothing: what each pattern cannot do without is looked for first. */
class Found implements ReplyFound {
  readonly #text: string;
  readonly #lists: boolean;
  readonly #link: string | undefined;
  /** The text without the link. */
  readonly #bare: string;
  #listed: Listed | undefined;

  constructor(words: string, lists: boolean) {
    const cut = words.slice(0, LIMIT);
    const text = cut.includes('=') ? cut.replace(KEYS, ' ') : cut;
    const link = text.includes('://') ? LINK.exec(text)?.[0].replace(/[.,;:!?)\]]{1,4}$/, '') : undefined;
    this.#text = text;
    this.#lists = lists;
    this.#link = link;
    this.#bare = link === undefined ? text : text.replace(link, ' ');
  }

  get #inLists(): Listed {
    this.#listed ??= this.#lists && DOTTED.test(this.#bare) ? listIn(this.#bare) : NO_LIST;
    return this.#listed;
  }

  get list(): string | undefined {
    return this.#inLists.list;
  }

  get known(): BlockList | undefined {
    return this.#inLists.known;
  }

  get address(): string | undefined {
    return addressIn(this.#bare) ?? (this.#link === undefined ? undefined : IPV4.exec(this.#text)?.[0]);
  }

  get mailbox(): string | undefined {
    return this.#bare.includes('@') ? valued(MAILBOX.exec(this.#bare)?.[0]) : undefined;
  }

  get sender(): string | undefined {
    return this.#bare.includes('@') ? valued(SENDER.exec(this.#bare)?.[1]) : undefined;
  }

  get domain(): string | undefined {
    return DOTTED.test(this.#bare) ? valued(named(DOMAIN.exec(this.#bare)?.[1])) : undefined;
  }

  get name(): string | undefined {
    return valued(heloIn(this.#bare));
  }

  get selector(): string | undefined {
    return valued(SELECTOR.exec(this.#bare)?.[1]);
  }

  get limit(): string | undefined {
    return valued(SIZE_LIMIT.exec(this.#bare)?.[1]);
  }

  get count(): string | undefined {
    return valued(COUNT_LIMIT.exec(this.#bare)?.[1]);
  }

  get size(): string | undefined {
    return valued(SIZE_IS.exec(this.#bare)?.[1]);
  }

  get wait(): string | undefined {
    return valued(WAIT.exec(this.#bare)?.[1]);
  }

  get link(): string | undefined {
    return valued(this.#link);
  }

  get forAWhile(): boolean {
    return A_WHILE.test(this.#bare) && !FOR_GOOD.test(this.#bare);
  }
}

const DOTTED = /[\w-]\.[\w-]/;

const addressIn = (text: string): string | undefined =>
  ((/\d\.\d/.test(text) ? IPV4.exec(text) : null) ?? (/:[\da-f]{0,4}:/i.test(text) ? IPV6.exec(text) : null))?.[0];

function heloIn(text: string): string | undefined {
  const helo = HELO.exec(text);
  return helo?.[1] ?? helo?.[2] ?? helo?.[3];
}

const valued = (value: string | undefined): string | undefined => {
  const plain = value === undefined ? '' : plainValue(value);
  return plain === '' ? undefined : plain;
};

/** A name with dots that ends in letters; numbers of versions and addresses do not. */
const named = (name: string | undefined): string | undefined =>
  name !== undefined && /\.[a-z][a-z\d-]{0,62}$/i.test(name) ? name : undefined;

const HOSTS = /(?<![\w@.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w@-])/g;

/** A list that words name. */
type Listed = Pick<ReplyFound, 'list' | 'known'>;
const NO_LIST: Listed = { list: undefined, known: undefined };

/** The list that the words announce, or a name of one that is known. */
function listIn(text: string): Listed {
  for (const [name] of text.matchAll(HOSTS)) {
    const known = blockListNamed(name);
    if (known !== undefined) return { list: valued(name), known };
  }
  return { list: valued(named(LIST.exec(text)?.[1])), known: undefined };
}
