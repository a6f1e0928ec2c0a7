import type { AuthResult, Message } from '../../core/mail/message.ts';
import { defined } from '../../core/text/defined.ts';
import { trustOf } from '../../core/trace/trust.ts';
import type { AuthenticationResult, Claim, MethodResult } from './authentication.ts';

type Found = Pick<AuthenticationResult, 'dkim' | 'spf' | 'dmarc' | 'arc'>;

/** Holds what the header says of authentication against what was found (RFC 8601 2.7). */
export function compareClaims(message: Message, found: Found): readonly Claim[] {
  const claims: Claim[] = [];
  for (const results of message.authResults) {
    // The copy in an ARC set tells of an earlier hop, with an earlier client and body.
    if (/^arc-/i.test(results.header)) continue;
    for (const result of results.results) {
      const ours = foundFor(result, found);
      if (ours === undefined) continue;
      const about = aboutOf(result);
      claims.push({
        server: results.server ?? '',
        trust: trustOf(message, results),
        method: result.method,
        ...defined({ about }),
        claimed: result.result,
        found: ours,
        ...(ours === 'unchecked' || isUndecided(result.result) ? {} : { agrees: isSame(result.result, ours) }),
      });
    }
  }
  return claims;
}

const propertyOf = (result: AuthResult, ...names: readonly string[]): string | undefined =>
  result.properties.find(({ property }) => names.includes(property))?.value;

function aboutOf(result: AuthResult): string | undefined {
  const value = propertyOf(result, 'd', 'i', 'mailfrom', 'from', 'helo', 'oda');
  return value?.slice(value.lastIndexOf('@') + 1).toLowerCase();
}

function foundFor(result: AuthResult, { dkim, spf, dmarc, arc }: Found): MethodResult | undefined {
  switch (result.method) {
    case 'spf':
      return spf.result;
    case 'dmarc':
      return dmarc.result;
    case 'arc':
      return arc.result;
    case 'dkim':
      return dkimFor(result, dkim);
    default:
      return undefined;
  }
}

/** The signature that a result is about, by `header.d`, `header.i` and `header.s` (RFC 8601 2.7.1, RFC 6008). */
function dkimFor(result: AuthResult, checks: Found['dkim']): MethodResult | undefined {
  if (result.result === 'none') return checks.length === 0 ? 'none' : best(checks);
  const about = aboutOf(result);
  const selector = propertyOf(result, 's');
  const same = checks.filter(
    ({ domain, selector: own }) =>
      (about === undefined || domain === about || about.endsWith(`.${domain}`)) &&
      (selector === undefined || own === selector),
  );
  return same.length === 0 ? (checks.length === 0 ? 'none' : undefined) : best(same);
}

const best = (checks: Found['dkim']): MethodResult =>
  checks.find(({ result }) => result === 'pass')?.result ?? checks[0]?.result ?? 'none';

const isUndecided = (claimed: string): boolean => claimed === 'temperror' || claimed === 'skipped';

/** Receivers differ in how they call what is neither pass nor fail. */
function isSame(claimed: string, found: MethodResult): boolean {
  const group = (result: string): string => GROUPS.get(result) ?? result;
  return group(claimed) === group(found);
}

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['hardfail', 'fail'],
  // RFC 7001 and older receivers; RFC 8601 2.7.1 leaves the choice between these for a broken DKIM signature.
  ['permerror', 'fail'],
  ['policy', 'fail'],
  ['bestguesspass', 'none'],
]);
