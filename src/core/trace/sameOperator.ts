import { operatorOf } from '../knowledge/operators.ts';
import { organisationOf } from '../mail/domains.ts';

/** Whether two hosts are run by one organisation: by one operator of several domains, or below one domain. */
export function sameOperator(a: string, b: string): boolean {
  const organisation = operatorKey(a);
  return organisation !== undefined && organisation === operatorKey(b);
}

/** The same word for all hosts of one operator; undefined for what is below no domain. */
export function operatorKey(host: string): string | undefined {
  const domain = organisationOf(host);
  return domain === undefined ? undefined : (operatorOf(host)?.name ?? domain);
}

/** The operators of some hosts, so that one host need not be held against each of them. */
export class Operators {
  readonly #keys = new Set<string>();

  constructor(hosts: readonly string[] = []) {
    for (const host of hosts) this.add(host);
  }

  add(host: string): void {
    const key = operatorKey(host);
    if (key !== undefined) this.#keys.add(key);
  }

  /** Whether the host is run by one of them. */
  has(host: string): boolean {
    const key = operatorKey(host);
    return key !== undefined && this.#keys.has(key);
  }
}
