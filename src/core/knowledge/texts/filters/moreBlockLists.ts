import { act, type RowStep, wait } from '../../steps.ts';
import { ranked, type TextRow } from '../replyText.ts';

/** What a list names: that decides whose fault an entry is, and whether it is to be asked at all. */
type Kind = 'dynamic' | 'exploited' | 'spam' | 'reverse-name' | 'proxy' | 'closed';

interface List {
  readonly name: string;
  readonly title: string;
  readonly kind: Kind;
  /** The zones that are asked, and the pages that replies link. */
  readonly zone: RegExp;
  /** Where an entry is looked up and taken out. */
  readonly page?: string;
}

const LISTS: readonly List[] = [
  {
    name: 'mailspike',
    title: 'Mailspike',
    kind: 'spam',
    zone: /mailspike\.(?:net|org|com)/i,
    page: 'https://mailspike.org/',
  },
  {
    name: 'spamrats-dyna',
    title: 'SpamRATS (Dyna)',
    kind: 'dynamic',
    zone: /dyna\.spamrats\.com/i,
    page: 'https://www.spamrats.com/lookup.php',
  },
  {
    name: 'spamrats-noptr',
    title: 'SpamRATS (NoPtr)',
    kind: 'reverse-name',
    zone: /noptr\.spamrats\.com/i,
    page: 'https://www.spamrats.com/lookup.php',
  },
  {
    name: 'spamrats',
    title: 'SpamRATS',
    kind: 'spam',
    zone: /(?<!dyna\.|noptr\.)spamrats\.com/i,
    page: 'https://www.spamrats.com/lookup.php',
  },
  {
    name: 'gbudb',
    title: 'GBUdb Truncate',
    kind: 'spam',
    zone: /truncate\.gbudb\.net/i,
    page: 'https://gbudb.com/truncate/',
  },
  {
    name: 's5h',
    title: 'S5h',
    kind: 'spam',
    zone: /all\.s5h\.net/i,
    page: 'https://www.usenix.org.uk/content/rblremove',
  },
  {
    name: '0spam',
    title: '0Spam',
    kind: 'spam',
    zone: /\b0spam\.(?:fusionzero\.com|org)/i,
    page: 'https://www.0spam.org/',
  },
  {
    name: 'interserver',
    title: 'InterServer',
    kind: 'spam',
    zone: /rbl\w{0,4}\.interserver\.net/i,
    page: 'https://rbl.interserver.net/',
  },
  { name: 'spfbl', title: 'SPFBL', kind: 'spam', zone: /spfbl\.net/i, page: 'https://matrix.spfbl.net/' },
  { name: 'dronebl', title: 'DroneBL', kind: 'exploited', zone: /dronebl\.org/i, page: 'https://dronebl.org/lookup' },
  {
    name: 'tor-exit',
    title: 'a list of exits of Tor',
    kind: 'proxy',
    zone: /torexit\.dan\.me\.uk|tor\.dan\.me\.uk|exitnodes\.tor/i,
  },
  {
    name: 'sender-score',
    title: 'Sender Score (Validity)',
    kind: 'spam',
    zone: /senderscore\.(?:com|org)/i,
    page: 'https://senderscore.org/',
  },
  {
    name: 'blocklist-de',
    title: 'blocklist.de',
    kind: 'exploited',
    zone: /\bblocklist\.de\b/i,
    page: 'https://www.blocklist.de/en/delist.html',
  },
  {
    name: 'nordspam',
    title: 'NordSpam',
    kind: 'spam',
    zone: /nordspam\.com/i,
    page: 'https://www.nordspam.com/delist/',
  },
  {
    name: 'spameatingmonkey',
    title: 'Spam Eating Monkey',
    kind: 'spam',
    zone: /spameatingmonkey\.(?:net|com)/i,
    page: 'https://spameatingmonkey.com/lookup',
  },
  {
    name: 'swinog',
    title: 'SWINOG',
    kind: 'spam',
    zone: /(?:dnsrbl|uribl)\.swinog\.ch|spamrbl\.imp\.ch|wormrbl\.imp\.ch/i,
  },
  {
    name: 'lashback',
    title: 'LashBack UBL',
    kind: 'spam',
    zone: /ubl\.(?:lashback|unsubscore)\.com/i,
    page: 'https://blacklist.lashback.com/',
  },
  { name: 'wpbl', title: 'WPBL', kind: 'spam', zone: /db\.wpbl\.info|\bwpbl\.info/i, page: 'http://www.wpbl.info/' },
  {
    name: 'anonmails',
    title: 'Anonmails',
    kind: 'spam',
    zone: /spam\.dnsbl\.anonmails\.de/i,
    page: 'https://anonmails.de/dnsbl.php',
  },
  {
    name: 'kisa',
    title: 'the list of KISA (Korea)',
    kind: 'spam',
    zone: /spamlist\.or\.kr/i,
    page: 'https://www.kisarbl.or.kr/',
  },
  { name: 'zapbl', title: 'ZapBL', kind: 'spam', zone: /zapbl\.net/i, page: 'https://zapbl.net/' },
  { name: 'suomispam', title: 'Suomispam', kind: 'spam', zone: /suomispam\.net/i },
  { name: 'gweep', title: 'Gweep', kind: 'exploited', zone: /rep\.gweep\.net|relays\.bl\.gweep/i },
  { name: 'madavi', title: 'Madavi', kind: 'spam', zone: /dnsbl\.madavi\.de/i, page: 'http://www.madavi.de/' },
  { name: 'drmx', title: 'DrMX', kind: 'spam', zone: /bl\.drmx\.org/i, page: 'https://www.drmx.org/' },
  {
    name: 'scrolloutf1',
    title: 'ScrolloutF1',
    kind: 'spam',
    zone: /(?:reputation-\w{2}|spamfiltered)\.(?:rbl\.)?scrolloutf1\.com/i,
  },
  { name: 'calivent', title: 'Calivent', kind: 'spam', zone: /dnsbl\.calivent\.com\.pe/i },
  { name: 'konstant', title: 'Konstant', kind: 'spam', zone: /bl\.konstant\.no/i },
  { name: 'fabel', title: 'Fabel', kind: 'spam', zone: /spamsources\.fabel\.dk/i },
  { name: 'virbl', title: 'Virbl (Bit.nl)', kind: 'closed', zone: /virbl\.(?:dnsbl\.)?bit\.nl/i },
  { name: 'njabl', title: 'NJABL', kind: 'closed', zone: /njabl\.org/i },
  { name: 'ahbl', title: 'AHBL', kind: 'closed', zone: /\bahbl\.org/i },
  { name: 'dsbl', title: 'DSBL', kind: 'closed', zone: /\bdsbl\.org/i },
  { name: 'ordb', title: 'ORDB', kind: 'closed', zone: /relays\.ordb\.org/i },
  { name: 'spamcannibal', title: 'SpamCannibal', kind: 'closed', zone: /spamcannibal\.org/i },
  { name: 'rfc-ignorant', title: 'RFC-Ignorant', kind: 'closed', zone: /rfc-ignorant\.org/i },
  { name: 'inps', title: 'dnsbl.inps.de', kind: 'closed', zone: /dnsbl\.inps\.de/i },
  {
    name: 'anti-spam-cn',
    title: 'CBL of China (anti-spam.org.cn)',
    kind: 'closed',
    zone: /c[bd]l\w{0,4}\.anti-spam\.org\.cn/i,
  },
];

const look = (page: string | undefined): RowStep =>
  act.address(
    `Look up the IP address at ${page ?? 'the list that the reply names'}, and ask there for removal after that.`,
  );

type Told = Pick<TextRow, 'meaning' | 'next' | 'actor'>;

const told = ({ title, kind, page }: List): Told => {
  switch (kind) {
    case 'dynamic':
      return {
        meaning: `The sending IP address belongs to a range of home or dynamic connections, says ${title}.`,
        next: [
          act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.'),
          look(page),
        ],
      };
    case 'reverse-name':
      return {
        meaning: `The sending IP address has no reverse name, or one that nobody chose for it, says ${title}.`,
        next: [act.address('Have a PTR record set for the IP address that names the mail server.'), look(page)],
      };
    case 'exploited':
      return {
        meaning: `The host behind the sending IP address looks infected or taken over, says ${title}.`,
        next: [act('Find and clean the host behind this IP address.'), look(page)],
      };
    case 'proxy':
      return {
        meaning: `The sending IP address stands on ${title}, and the receiver takes no mail from there.`,
        next: [act('Send from another IP address, or through the mail server of the provider.')],
      };
    case 'closed':
      return {
        meaning: `The receiver still asks ${title}, a block list that is no longer run, so that its answers mean nothing.`,
        actor: 'receiving admin',
        next: [act('Remove this list from the settings of the receiving server.')],
      };
    case 'spam':
      return {
        meaning: `The sending IP address or domain stands on the block list ${title} for spam that came from it.`,
        next: [
          act('Find and stop the cause.'),
          look(page),
          wait('Wait until the entry ends where the list removes none.'),
        ],
      };
  }
};

/** Words that name one of the smaller block lists, by its zones and pages. */
export const moreBlockListTexts = ranked(
  'product',
  LISTS.map((list) => ({
    name: `list-${list.name}`,
    pattern: list.zone,
    holds: 'coded',
    reason: 'blocklisted',
    source: 'multirbl',
    ...told(list),
  })),
);
