/**
 * What stands for whom in a masked ticket: the same for the same, throughout. Numbers that the text uses already for
 * stand-ins are left out, so that a masked ticket can grow and be masked again.
 */
export class StandIns {
  readonly #used: ReadonlySet<string>;
  readonly #counts = new Map<string, number>();
  readonly #users = new Map<string, string>();
  readonly #byLocal = new Map<string, string>();
  readonly #domains = new Map<string, string>();
  readonly #hosts = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  readonly #people = new Map<string, string>();
  readonly #ips = new Map<string, string>();
  readonly #withHosts: boolean;

  /** `withHosts`: the labels in front of a domain are masked too. */
  constructor(text: string, withHosts: boolean) {
    this.#used = new Set([...text.matchAll(STAND_INS)].map(([word]) => word.toLowerCase()));
    this.#withHosts = withHosts;
  }

  /** For the local part of an address; the domain belongs to it, whatever its case. */
  user(local: string, domain: string): string {
    if (ROLES.test(local) || /^(?:user\d+|MASKED)$/i.test(local)) return local;
    // An id, where it is read as an address.
    if (/^id\d+$/.test(local) && DOCUMENTATION.test(domain)) return local;
    const small = local.toLowerCase();
    const name = this.#of(this.#users, `${small}@${domain.toLowerCase()}`, 'user');
    if (!this.#byLocal.has(small)) this.#byLocal.set(small, name);
    return name;
  }

  /** For a user name without a domain: that of the first address with this local part. */
  userNamed(name: string): string {
    return this.#byLocal.get(name.toLowerCase()) ?? this.user(name, '');
  }

  /** For a domain or host; names without a dot are left as they are. */
  domain(name: string): string {
    const small = name.toLowerCase();
    if (!small.includes('.') || DOCUMENTATION.test(small)) return name;
    const base = registrable(small);
    const stand = `${this.#of(this.#domains, base, 'domain')}.example`;
    const front = name.slice(0, name.length - base.length);
    if (front === '') return stand;
    // Labels with an underscore say what a record is for (RFC 8552).
    if (!this.#withHosts || front.startsWith('_') || front.includes('._')) return front + stand;
    return `${this.#of(this.#hosts, small, 'host')}.${stand}`;
  }

  /** Whether an address of the ticket is in this domain or in one below the same registered name. */
  knows(name: string): boolean {
    return this.#domains.has(registrable(name.toLowerCase()));
  }

  /** Domains that have a stand-in, and it. */
  get domains(): ReadonlyMap<string, string> {
    return this.#domains;
  }

  messageId(left: string, right: string): string {
    const host = right.replace(/[[\]]/g, '');
    if (/^(?:id|user)\d+$/.test(left) && DOCUMENTATION.test(host)) return `${left}@${right}`;
    return `${this.#of(this.#ids, `${left}@${right.toLowerCase()}`, 'id')}@${this.#hostOfId(host)}`;
  }

  /** A host without a dot gets a name too: only names for documentation tell a stand-in from an id that is not masked yet. */
  #hostOfId(host: string): string {
    const named = this.domain(host);
    return DOCUMENTATION.test(named) ? named : `${this.#of(this.#domains, host.toLowerCase(), 'domain')}.example`;
  }

  person(name: string): string {
    if (/^Person \d+$/.test(name)) return name;
    return this.#of(this.#people, name.toLowerCase().replace(/\s+/g, ' '), 'Person ');
  }

  /** People that have a stand-in, in small letters, and it. */
  get people(): ReadonlyMap<string, string> {
    return this.#people;
  }

  /** `list` hands out an address that is not used yet, by its number from 1. */
  ip(address: string, list: string, nth: (count: number) => string): string {
    const known = this.#ips.get(address);
    if (known !== undefined) return known;
    let stand: string;
    do stand = nth(this.#count(list));
    while (this.#used.has(stand));
    this.#ips.set(address, stand);
    return stand;
  }

  #of(map: Map<string, string>, key: string, word: string): string {
    const known = map.get(key);
    if (known !== undefined) return known;
    let stand: string;
    do stand = `${word}${this.#count(word)}`;
    while (this.#used.has(stand.toLowerCase()));
    map.set(key, stand);
    return stand;
  }

  #count(list: string): number {
    const count = (this.#counts.get(list) ?? 0) + 1;
    this.#counts.set(list, count);
    return count;
  }
}

const STAND_INS =
  /\b(?:(?:user|domain|host|id|Person )\d{1,9}\b|(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}\b|198\.1[89]\.\d{1,3}\.\d{1,3}\b|2001:db8:[0-9a-f:]{1,30})/gi;

/** Names that belong to a function, not to a person (RFC 2142; RFC 5321 4.5.1). */
const ROLES =
  /^(?:postmaster|mailer-daemon|abuse|hostmaster|webmaster|root|nobody|daemon|double-bounce|no-?reply|do-?not-?reply|anonymous|admin|administrator|info|support|sales|noc|security)$/i;

/** Stand-ins, and names that nobody owns: RFC 2606 2 and 3, RFC 6761 6.3, RFC 3172. */
const DOCUMENTATION =
  /(?:^|\.)(?:domain\d+\.example|example\.(?:com|net|org)|localhost|localdomain|in-addr\.arpa|ip6\.arpa)$/i;

const SECOND_LEVEL = /\.(?:com?|org?|net?|gov|edu|ac|gob|gv|mil|nom|sch|ltd|plc|me|nic|ind|info|firm|gen)\.[a-z]{2}$/;

/** The part of a name that somebody registered: two labels, three where the second is a class of names. */
export function registrable(name: string): string {
  const labels = name.split('.');
  if (name.endsWith('.mail.protection.outlook.com')) return labels.slice(-5).join('.');
  const count = name.endsWith('.onmicrosoft.com') || SECOND_LEVEL.test(name) ? 3 : 2;
  return labels.slice(-count).join('.');
}
