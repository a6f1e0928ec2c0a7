import type { ReasonName } from '../../knowledge/reasons.ts';
import type { Sources } from '../../knowledge/sources.ts';

/** A sentence in which a tool that checks a domain tells what it found. */
export interface CheckerRow {
  /** A blank stands for any white space: the sentence may be wrapped there. Every repetition is bounded. */
  readonly said: string;
  readonly reason: ReasonName;
  /** Mail suffers by it; what is only recommended, or is no finding at all, is not. */
  readonly isFault?: true;
  /** What it means, with `$1` for the groups of `said`. */
  readonly meaning: string;
  readonly source: Sources;
  /** What to do, where that is not what the reason asks for. */
  readonly next?: readonly string[];
}

const NAME = '(?<![\\w.-])((?:_?[\\w-]{1,63}\\.){1,10}[A-Za-z][\\w-]{1,62})';
const IN_QUOTES = "'([^'\\n]{1,200})'";
const LISTED =
  '(?:address of this machine ([\\da-fA-F.:]{3,45})|This domain) is listed in the Spamhaus ([\\w ]{5,20}) \\(code ';

/** What a record needs that takes more than ten look-ups. */
export const FEWER_LOOKUPS = 'Take out what the SPF record does not need, or name the servers by ip4 and ip6.';

/**
 * The sentences of checkers: mail-tester, the tables of MXToolbox, the status page of Mail-in-a-Box, checkdmarc, and
 * what Mail::SPF says behind a result.
 */
export const checkerRows: readonly CheckerRow[] = [
  {
    said: `${NAME} does not allow your server ([\\da-fA-Fx.:]{3,45}) to use ([^\\s"'<>]{3,320})`,
    reason: 'spf-failed',
    isFault: true,
    meaning: 'SPF of $1 does not name the server $2, which sent as $3.',
    source: 'RFC 7208 2.6',
  },
  {
    said: "not authorized by default to use '?([^\\s']{1,320})'? in '?\\w{4,5}'? identity, however domain is not currently prepared for false failures",
    reason: 'spf-failed',
    meaning:
      'SPF ends in a softfail for $1: the server is not named, and its mail is taken all the same, with less trust.',
    source: 'RFC 7208 8.5',
  },
  {
    said: "You do(?: not|n't) have an? SPF record|No SPF record found|An SPF record does not exist|No applicable sender policy available",
    reason: 'spf-failed',
    meaning: 'The domain has no SPF record, so that SPF vouches for no server that sends in its name.',
    source: 'RFC 7208 3',
  },
  {
    said: 'found SPF/TXT record but no SPF/SPF record found',
    reason: 'receiver-report',
    meaning: 'BIND asks for a record of the type SPF, which nobody looks up any more: the TXT record is enough.',
    source: 'RFC 7208 3.1',
    next: ['Leave the TXT record as it is.'],
  },
  {
    said: 'SPF record requires (?:1[1-9]|[2-9]\\d)/10 maximum DNS lookups|Too many included lookups',
    reason: 'spf-failed',
    meaning: 'The SPF record takes more than ten look-ups: receivers that get so far stop with a permanent error.',
    source: 'RFC 7208 4.6.4',
    next: [FEWER_LOOKUPS],
  },
  {
    said: `CAA record for ${NAME} prevents issuance`,
    reason: 'tls-failed',
    meaning: 'No certificate was issued: the CAA record of $1 does not name this authority. No mail failed by it yet.',
    source: 'RFC 8659 4',
    next: ['Name the authority in the CAA records, and ask for the certificate again.'],
  },
  {
    said: 'Multiple SPF records found|has multiple SPF TXT records',
    reason: 'spf-failed',
    isFault: true,
    meaning: 'The domain has several SPF records, which is a permanent error: SPF passes for no host.',
    source: 'RFC 7208 4.5',
  },
  {
    said: 'Your DKIM signature is not valid|DKIM Record not found',
    reason: 'dkim-failed',
    isFault: true,
    meaning: 'The DKIM signature does not verify, or its key is not in DNS.',
    source: 'RFC 6376 6.1',
  },
  {
    said: 'Your message is not signed with DKIM',
    reason: 'dkim-failed',
    meaning: 'The message has no DKIM signature.',
    source: 'RFC 6376 3.5',
  },
  {
    said: "You do(?: not|n't) have an? DMARC record|No DMARC record found|A (?:TXT|DMARC) record does not ?exist ?(?:at _dmarc|for this)",
    reason: 'dmarc-failed',
    meaning:
      'The domain has no DMARC record: receivers decide by themselves about mail that only claims to come from it.',
    source: 'RFC 7489 6.6.3',
  },
  {
    said: 'DMARC Quarantine/Reject policy not enabled',
    reason: 'dmarc-failed',
    meaning: 'The DMARC policy is p=none: it asks for reports, and keeps nobody from using the domain in From.',
    source: 'RFC 7489 6.3',
  },
  {
    said: 'Your message failed the DMARC verification',
    reason: 'dmarc-failed',
    isFault: true,
    meaning: 'The message did not pass DMARC: neither SPF nor DKIM passed for the domain in From.',
    source: 'RFC 7489 3.1',
  },
  {
    said: `${NAME} does not indicate that it accepts DMARC reports about ${NAME}`,
    reason: 'dmarc-failed',
    meaning: 'DNS does not say that $1 takes reports on $2, so that receivers send none there; mail is not affected.',
    source: 'RFC 7489 7.1',
  },
  {
    said: `All nameservers failed to answer the query ${NAME}\\.? IN ([A-Z]{1,10}): Server [^\\s"]{1,100} answered ([A-Z]{4,8})`,
    reason: 'dns-failure',
    isFault: true,
    meaning: 'No name server answered for the $2 of $1 ($3), which is not the same as having no record.',
    source: 'RFC 2308 7.1',
  },
  {
    said: `nameserver (?:${NAME}|${IN_QUOTES}|[\\d.]{7,15})[^\\n]{0,60} (?:did not|didn't|does not) respond|of your nameservers did not respond`,
    reason: 'dns-failure',
    isFault: true,
    meaning: 'A name server of the domain does not answer, so that look-ups of it fail or take long at times.',
    source: 'RFC 2182 3.1',
  },
  {
    said: 'reverse DNS is currently (\\[[\\w ]{3,12}\\]|[^\\s,]{1,255})[^,]{0,300}, but it should be ([\\w.-]{1,255}\\w)',
    reason: 'reverse-dns',
    isFault: true,
    meaning:
      'The address of the server is called $1 in reverse DNS, where $2 is wanted: many servers refuse such mail.',
    source: 'RFC 1912 2.1',
  },
  {
    said: 'reverse DNS does not match (?:with your sending domain|SMTP Banner)|Reverse DNS is not a valid Hostname',
    reason: 'reverse-dns',
    meaning: 'The name in reverse DNS is not the one that the server gives itself; some receivers trust its mail less.',
    source: 'RFC 1912 2.1',
  },
  {
    said: `TLSA record for incoming mail[^']{0,300} is not correct\\. It is ${IN_QUOTES} but it should be ${IN_QUOTES}`,
    reason: 'tls-failed',
    isFault: true,
    meaning: 'The TLSA record is “$1”, and the certificate wants “$2”: who checks DANE delivers nothing here.',
    source: 'RFC 7672 2.2',
  },
  {
    said: `DNS MX record is (?:not set|incorrect\\. It is currently set to ${IN_QUOTES})[^']{1,60}should be ${IN_QUOTES}`,
    reason: 'dns-failure',
    isFault: true,
    meaning: 'The MX record of the domain is “$1”, where “$2” is wanted.',
    source: 'RFC 5321 5.1',
  },
  {
    said: "nameservers set on this domain are incorrect|DNSSEC '?DS'? record (?:for \\S{1,255} )?is incorrect|glue records are incorrect",
    reason: 'dns-failure',
    isFault: true,
    meaning: 'What the registrar publishes does not fit the zone: the names of the domain are not found everywhere.',
    source: 'RFC 1912 2.3',
  },
  {
    said: `${LISTED}127\\.255\\.255\\.\\d{1,3}\\)`,
    reason: 'dns-failure',
    meaning: 'This is no listing: with 127.255.255.x Spamhaus refuses the question, as of a public resolver.',
    source: 'RFC 5782 2.1',
  },
  {
    said: `${LISTED}127\\.(?!255\\.)`,
    reason: 'blocklisted',
    isFault: true,
    meaning: '$1 stands on the $2 of Spamhaus.',
    source: 'RFC 5782 2.1',
  },
];
