import { withoutDot } from '../../core/text/domainName.ts';
import type { CancelSignal, RecordType, Resolve } from '../../probes/ports.ts';
import { addressesOf, isAnswered, recordsOf, reversed } from '../answers.ts';
import { type Bits, bitsOf, isInside } from './network.ts';
import { Stop } from './trouble.ts';

/** Names and addresses of one mechanism that are looked at (RFC 7208 4.6.4). */
const MOST_NAMES = 10;

/** RFC 7208 4.3: a name of several labels, each of 1 to 63 octets. */
export const isQuestionable = (name: string): boolean => {
  const labels = withoutDot(name).split('.');
  return labels.length > 1 && name.length <= 254 && labels.every((label) => label.length > 0 && label.length <= 63);
};

export const isBelow = (name: string, domain: string): boolean =>
  name.toLowerCase() === domain.toLowerCase() || name.toLowerCase().endsWith(`.${domain.toLowerCase()}`);

/** What the DNS says about a client; questions that find nothing are counted and limited. */
export class Client {
  readonly ip: string;
  readonly bits: Bits | undefined;
  voids = 0;
  readonly #resolve: Resolve;
  readonly #signal: CancelSignal;
  readonly #mostVoids: number;

  constructor(ip: string, resolve: Resolve, signal: CancelSignal, mostVoids: number) {
    this.ip = ip.replace(/^::ffff:(?=\d{1,3}\.)/i, '');
    this.bits = bitsOf(ip);
    this.#resolve = resolve;
    this.#signal = signal;
    this.#mostVoids = mostVoids;
  }

  /** The data of the records; not being answered ends the check. */
  async find(name: string, type: RecordType, counts = true): Promise<readonly string[]> {
    if (!isQuestionable(name)) return [];
    const answer = await this.#resolve({ name, type }, this.#signal);
    if (!isAnswered(answer)) throw new Stop({ kind: 'unanswered', name, type });
    const found = addressesOf(answer);
    if (found.length === 0 && counts) this.#countVoid();
    return found;
  }

  /** Those of the family of the client (RFC 7208 5). */
  addresses(name: string, counts = true): Promise<readonly string[]> {
    return this.find(name, this.#family, counts);
  }

  /** The hosts of a domain's MX records; more than ten are an error (RFC 7208 4.6.4). */
  async exchangers(domain: string): Promise<readonly string[]> {
    const hosts = (await this.find(domain, 'MX')).map((data) => withoutDot(data.slice(data.indexOf(' ') + 1)));
    if (hosts.length > MOST_NAMES) throw new Stop({ kind: 'mx-names', domain });
    return hosts;
  }

  /** Names of the client whose addresses lead back to it (RFC 7208 5.5); an error counts as none. */
  async names(counts: boolean): Promise<readonly string[]> {
    const turned = reversed(this.ip);
    if (turned === undefined) return [];
    const name = `${turned}.${this.bits?.version === 6 ? 'ip6' : 'in-addr'}.arpa`;
    const answer = await this.#resolve({ name, type: 'PTR' }, this.#signal);
    if (!isAnswered(answer)) return [];
    const names = recordsOf(answer).map(({ data }) => withoutDot(data));
    if (names.length === 0 && counts) this.#countVoid();
    const checked = await Promise.all(names.slice(0, MOST_NAMES).map((one) => this.#leadsBack(one)));
    return names.slice(0, MOST_NAMES).filter((_, i) => checked[i]);
  }

  get #family(): 'A' | 'AAAA' {
    return this.bits?.version === 6 ? 'AAAA' : 'A';
  }

  #countVoid(): void {
    if (++this.voids > this.#mostVoids) throw new Stop({ kind: 'voids', limit: this.#mostVoids });
  }

  async #leadsBack(name: string): Promise<boolean> {
    const { bits } = this;
    const answer = await this.#resolve({ name, type: this.#family }, this.#signal);
    if (bits === undefined || !isAnswered(answer)) return false;
    return addressesOf(answer).some((address) => {
      const other = bitsOf(address);
      return other !== undefined && isInside(bits, other, 128);
    });
  }
}
