import type { Sources } from '../sources.ts';

/**
 * What a block list lists, and with it whose fault a listing is: `hosts` that sent spam; `exploited` ones, infected or
 * open to misuse; `home`, addresses of home and dynamic connections; `network`, whole networks or providers; `country`;
 * `names`, hosts without a fitting reverse name; `domains` in addresses and links; `bounces`, hosts that send bounces to
 * people who wrote nothing; `reputation`, a score; `mixed`, several of these; `closed`, a list that is no more.
 */
export type ListKind =
  | 'bounces'
  | 'closed'
  | 'country'
  | 'domains'
  | 'exploited'
  | 'home'
  | 'hosts'
  | 'mixed'
  | 'names'
  | 'network'
  | 'reputation';

export interface BlockList {
  /** Under which its zones lie; the longest that fits a name counts. */
  readonly zone: string;
  readonly name: string;
  readonly kind: ListKind;
  /** Where a listing is looked up, and mostly taken off. */
  readonly page?: `http${string}`;
  readonly source: Sources;
}

const row = (
  zone: string,
  name: string,
  kind: ListKind,
  page: `http${string}` | undefined,
  source: Sources,
): BlockList => ({
  zone,
  name,
  kind,
  source,
  ...(page !== undefined && { page }),
});

const SPAMHAUS = 'https://check.spamhaus.org/';
const ABUSIX = 'https://lookup.abusix.com/';
const SPAMRATS = 'https://www.spamrats.com/lookup.php';
const UCEPROTECT = 'http://www.uceprotect.net/en/rblcheck.php';
const BARRACUDA = 'https://www.barracudacentral.org/lookups';

/** Block lists that mail servers ask, by their zones. */
export const blockLists: readonly BlockList[] = [
  row('zen.spamhaus.org', 'Spamhaus ZEN', 'mixed', SPAMHAUS, 'spamhaus'),
  row('sbl.spamhaus.org', 'the Spamhaus SBL', 'hosts', SPAMHAUS, 'spamhaus SBL'),
  row('sbl-xbl.spamhaus.org', 'the Spamhaus SBL and XBL', 'mixed', SPAMHAUS, 'spamhaus'),
  row('css.spamhaus.org', 'the Spamhaus CSS', 'hosts', SPAMHAUS, 'spamhaus CSS'),
  row('xbl.spamhaus.org', 'the Spamhaus XBL', 'exploited', SPAMHAUS, 'spamhaus XBL'),
  row('pbl.spamhaus.org', 'the Spamhaus PBL', 'home', SPAMHAUS, 'spamhaus PBL'),
  row('dbl.spamhaus.org', 'the Spamhaus DBL', 'domains', SPAMHAUS, 'spamhaus DBL'),
  row('dq.spamhaus.net', 'Spamhaus', 'mixed', SPAMHAUS, 'spamhaus'),
  row('cbl.abuseat.org', 'the CBL', 'exploited', SPAMHAUS, 'spamhaus XBL'),
  row('bl.spamcop.net', 'SpamCop', 'hosts', 'https://www.spamcop.net/bl.shtml', 'spamcop'),
  row('barracudacentral.org', 'Barracuda', 'reputation', BARRACUDA, 'barracuda-central'),
  row('dnsbl-1.uceprotect.net', 'UCEPROTECT level 1', 'hosts', UCEPROTECT, 'uceprotect'),
  row('dnsbl-2.uceprotect.net', 'UCEPROTECT level 2', 'network', UCEPROTECT, 'uceprotect'),
  row('dnsbl-3.uceprotect.net', 'UCEPROTECT level 3', 'network', UCEPROTECT, 'uceprotect'),
  row('backscatterer.org', 'Backscatterer', 'bounces', 'http://www.backscatterer.org/', 'list-pages'),
  row('sorbs.net', 'SORBS', 'closed', undefined, 'sorbs'),
  row('dnsbl.njabl.org', 'NJABL', 'closed', undefined, 'list-pages'),
  row('ordb.org', 'ORDB', 'closed', undefined, 'list-pages'),
  row('ahbl.org', 'the AHBL', 'closed', undefined, 'list-pages'),
  row('combined.mail.abusix.zone', 'Abusix', 'mixed', ABUSIX, 'list-pages'),
  row('black.mail.abusix.zone', 'Abusix', 'hosts', ABUSIX, 'list-pages'),
  row('exploit.mail.abusix.zone', 'Abusix', 'exploited', ABUSIX, 'list-pages'),
  row('dynamic.mail.abusix.zone', 'Abusix', 'home', ABUSIX, 'list-pages'),
  row('mail.abusix.zone', 'Abusix', 'mixed', ABUSIX, 'list-pages'),
  row('dyna.spamrats.com', 'SpamRATS! Dyna', 'home', SPAMRATS, 'list-pages'),
  row('noptr.spamrats.com', 'SpamRATS! NoPtr', 'names', SPAMRATS, 'list-pages'),
  row('spam.spamrats.com', 'SpamRATS! Spam', 'hosts', SPAMRATS, 'list-pages'),
  row('spamrats.com', 'SpamRATS!', 'mixed', SPAMRATS, 'list-pages'),
  row('psbl.surriel.com', 'the PSBL', 'hosts', 'https://psbl.org/', 'list-pages'),
  row('mailspike.net', 'Mailspike', 'reputation', 'https://mailspike.org/iplookup.html', 'list-pages'),
  row('dronebl.org', 'DroneBL', 'exploited', 'https://dronebl.org/lookup', 'list-pages'),
  row('dan.me.uk', 'the list of Tor nodes of dan.me.uk', 'exploited', 'https://www.dan.me.uk/dnsbl', 'list-pages'),
  row('blocklist.de', 'blocklist.de', 'exploited', 'https://www.blocklist.de/en/search.html', 'list-pages'),
  row('invaluement.com', 'Invaluement', 'hosts', 'https://www.invaluement.com/lookup/', 'list-pages'),
  row('surbl.org', 'SURBL', 'domains', 'https://surbl.org/surbl-analysis', 'list-pages'),
  row('uribl.com', 'URIBL', 'domains', 'https://admin.uribl.com/', 'list-pages'),
  row('countries.nerd.dk', 'a list of countries', 'country', undefined, 'list-pages'),
  row('zz.countries.nerd.dk', 'a list of countries', 'country', undefined, 'list-pages'),
  row('spameatingmonkey.net', 'Spam Eating Monkey', 'hosts', 'https://spameatingmonkey.com/lookup', 'list-pages'),
  row(
    'netbl.spameatingmonkey.net',
    'Spam Eating Monkey',
    'network',
    'https://spameatingmonkey.com/lookup',
    'list-pages',
  ),
  row(
    'backscatter.spameatingmonkey.net',
    'Spam Eating Monkey',
    'bounces',
    'https://spameatingmonkey.com/lookup',
    'list-pages',
  ),
  row('dnsbl.spfbl.net', 'SPFBL', 'names', 'https://matrix.spfbl.net/', 'list-pages'),
  row('junkemailfilter.com', 'Hostkarma', 'hosts', 'https://wiki.junkemailfilter.com/', 'list-pages'),
  row('senderscore.com', 'Sender Score', 'reputation', 'https://senderscore.org/', 'list-pages'),
  row('s5h.net', 'the list of s5h.net', 'hosts', 'https://www.usenix.org.uk/content/rbl.html', 'list-pages'),
  row('gbudb.net', 'GBUdb Truncate', 'hosts', 'https://www.gbudb.com/truncate/', 'list-pages'),
  row('interserver.net', 'InterServer', 'hosts', 'https://rbldata.interserver.net/', 'list-pages'),
  row('nordspam.com', 'NordSpam', 'hosts', 'https://www.nordspam.com/delist/', 'list-pages'),
  row('suomispam.net', 'Suomispam', 'hosts', 'https://suomispam.net/', 'list-pages'),
  row('0spam.org', '0spam', 'hosts', 'https://0spam.org/', 'list-pages'),
  row(
    'trendmicro.com',
    'Trend Micro ERS',
    'reputation',
    'https://servicecentral.trendmicro.com/en-us/ers/',
    'trend-micro-reputation',
  ),
  row(
    'mail-abuse.com',
    'Trend Micro ERS',
    'reputation',
    'https://servicecentral.trendmicro.com/en-us/ers/',
    'trend-micro-reputation',
  ),
];

const byZone = new Map(blockLists.map((list) => [list.zone, list]));

/** The list whose zone a name is, or lies in. */
export function blockListNamed(name: string): BlockList | undefined {
  const labels = name.toLowerCase().split('.');
  for (let from = 0; from < labels.length - 1 && from < 8; from++) {
    const list = byZone.get(labels.slice(from).join('.'));
    if (list !== undefined) return list;
  }
  return undefined;
}
