import { operatorOf } from '../knowledge/operators.ts';
import { organisationOf } from '../mail/domains.ts';

/** Whether two hosts are run by one organisation: by one operator of several domains, or below one domain. */
export function sameOperator(a: string, b: string): boolean {
  const organisation = keyOf(a);
  return organisation !== undefined && organisation === keyOf(b);
}

function keyOf(host: string): string | undefined {
  const domain = organisationOf(host);
  return domain === undefined ? undefined : (operatorOf(host)?.name ?? domain);
}
