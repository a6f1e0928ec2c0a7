import { headerValue } from '../../knowledge/headerValues.ts';
import type { ReasonName } from '../../knowledge/reasons.ts';
import type { Sources } from '../../knowledge/sources.ts';
import { organisationOf, sameOrganisation } from '../../mail/domains.ts';
import { shownDomain } from '../../mail/header/identities.ts';
import { domainIn } from '../../mail/header/resultDomain.ts';
import type { AuthResult, Message } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import { listed } from '../../text/few.ts';
import { type OwnResults, trustedResults } from '../../trace/trust.ts';
import { DONE, POLICIES, RESULT_WORDS, UNUSABLE, UNVERIFIED } from './resultWords.ts';
import type { Told } from './told.ts';

/** What the receiver found out about the sender's domain, with what follows from it. */
export interface Authentication extends Told {
  /** `unproven`: nothing failed, and nothing vouches for the domain that From shows. */
  readonly outcome: 'passed' | 'failed' | 'unproven';
  /** Of a failure. */
  readonly reason?: ReasonName;
  readonly source: Sources;
  /** The domain that From shows, where the results name it. */
  readonly domain?: string;
  /** The server that checked, where it is named. */
  readonly server?: string;
}

/** The receiver's results, and the domain of the message's own From. */
type Checked = OwnResults & { readonly shown?: string };

const FAILED: ReadonlySet<string> = new Set(['fail', 'hardfail', 'permerror']);
type Row = readonly [reason: ReasonName, method: string, meaning: string, source: Sources];
const REASONS: ReadonlyMap<string, Row> = new Map([
  ['spf', ['spf-failed', 'SPF', 'the sending host is not allowed by the record of the envelope sender', 'RFC 7208 8']],
  ['dkim', ['dkim-failed', 'DKIM', 'the signature does not verify', 'RFC 6376 6.1']],
]);

/**
 * The receiver's own results in one sentence: DMARC where it was done, as it decides, then the joint check of
 * Microsoft, else SPF and DKIM. Undefined where the receiver wrote none.
 */
export function authenticationOf(message: Message): Authentication | undefined {
  const trusted = trustedResults(message);
  if (trusted === undefined) return undefined;
  // A result that says nothing is none.
  const results = trusted.results.filter(({ result }) => result !== 'unknown');
  const own: Checked = { ...trusted, results, ...defined({ shown: shownDomain(message) }) };
  const of = (name: string): AuthResult | undefined => own.results.find(({ method }) => method === name);
  const [dmarc, joint] = [of('dmarc'), of('compauth')];
  if (dmarc?.result === 'fail') return ofDmarc(own, dmarc, joint);
  if (dmarc?.result === 'pass') return passed(own, dmarc);
  if (joint?.result === 'fail') {
    const from = fromDomain(own);
    const origin = from === undefined ? 'the origin as proven' : `it as proven that the message comes from ${from}`;
    const words = `Microsoft does not take ${origin} (${jointWords(joint)}): ${vouching(own, joint)}.`;
    return told(own, joint, 'failed', words, 'message-field Authentication-Results', 'sender-unauthenticated');
  }
  const passing = new Set(own.results.filter(({ result }) => result === 'pass').map(({ method }) => method));
  const failure = own.results.find(
    ({ method, result }) => REASONS.has(method) && FAILED.has(result) && !passing.has(method),
  );
  const row = failure && REASONS.get(failure.method);
  if (failure !== undefined && row !== undefined && !isVouched(own)) {
    const [reason, method, , source] = row;
    const meaning = (failure.result === 'permerror' ? UNUSABLE.get(failure.method) : undefined) ?? row[2];
    const envelope = failure.method === 'spf' ? domainIn(failure, 'mailfrom', 'mail') : undefined;
    const what = `${failure.method}=${failure.result}): ${meaning}${envelope === undefined ? '' : `’s ${envelope}`}.`;
    const others = vouching(own, joint, failure.method);
    const words = `${method} failed${byWhom(own)} (${what}${others === NOT_CHECKED ? '' : ` ${capital(others)}.`}${noDmarc(dmarc)}`;
    return told(own, failure, 'failed', words, source, reason);
  }
  const first = own.results.find(({ method }) => method === 'spf' || method === 'dkim') ?? dmarc;
  if (first === undefined) return undefined;
  const isGood = isVouched(own);
  const found = vouching(own, joint);
  const words = `${own.server === undefined ? capital(found) : `${own.server} found: ${found}`}.${noDmarc(dmarc)}`;
  return told(own, first, isGood ? 'passed' : 'unproven', words, 'RFC 8601 2.7');
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const byWhom = ({ server }: OwnResults): string => (server === undefined ? '' : ` at ${server}`);

const noDmarc = (dmarc: AuthResult | undefined): string => {
  if (dmarc === undefined) return '';
  const domain = fromOf(dmarc);
  if (dmarc.result === 'permerror')
    return ` The DMARC record of ${domain ?? 'the domain'} cannot be used (dmarc=permerror).`;
  if (dmarc.result === 'temperror') return ' Whether there is a DMARC record, the DNS did not say (dmarc=temperror).';
  return domain === undefined ? '' : ` ${capital(domain)} has no DMARC policy (dmarc=${dmarc.result}).`;
};

function told(
  own: Checked,
  { start, end }: AuthResult,
  outcome: Authentication['outcome'],
  words: string,
  source: Sources,
  reason?: ReasonName,
): Authentication {
  return {
    start,
    end,
    outcome,
    words,
    source,
    ...(outcome === 'failed' && { against: true as const }),
    ...defined({ reason, server: own.server, domain: domainNamed(own) }),
  };
}

const propertyOf = (result: AuthResult, name: string): string | undefined =>
  result.properties.find(({ property }) => property === name)?.value;

/** RFC 7489 11.1: `header.from`; some name the envelope sender beside it. */
const fromOf = (result: AuthResult): string | undefined => {
  const named = result.properties.filter(({ property }) => property === 'from');
  const shown = named.find(({ ptype }) => ptype === 'header') ?? named[0];
  return shown === undefined ? undefined : domainIn({ ...result, properties: [shown] }, 'from');
};

/** The domains for which a method passed. */
const vouchedBy = (own: Checked, method: 'spf' | 'dkim'): readonly string[] => [
  ...new Set(
    own.results
      .filter((one) => one.method === method && one.result === 'pass')
      .map((one) => (method === 'spf' ? domainIn(one, 'mailfrom', 'mail', 'helo') : domainIn(one, 'd', 'i')))
      .filter((domain) => domain !== undefined),
  ),
];

/** The domain of From, as the results name it. */
const domainNamed = ({ results }: Checked): string | undefined => {
  const dmarc = results.find(({ method }) => method === 'dmarc');
  return dmarc && fromOf(dmarc);
};

/** As the results name it, else as the message shows it. */
const fromDomain = (own: Checked): string | undefined => domainNamed(own) ?? own.shown;

/** Whether SPF or DKIM passed for the organisation that From shows. */
function isVouched(own: Checked): boolean {
  const from = fromDomain(own);
  const domains = [...vouchedBy(own, 'spf'), ...vouchedBy(own, 'dkim')];
  return from !== undefined && domains.some((domain) => sameOrganisation(domain, from));
}

/** `SPF passed for a.test, DKIM failed`, with the domains, and whether that is the one of From; one may be `told` already. */
function vouching(own: Checked, joint: AuthResult | undefined, told?: string): string {
  const from = fromDomain(own);
  const parts = (['spf', 'dkim'] as const).flatMap((method) => {
    if (method === told) return [];
    const domains = vouchedBy(own, method);
    const name = method.toUpperCase();
    if (domains.length > 0) {
      const isOther = from !== undefined && !domains.some((domain) => sameOrganisation(domain, from));
      const aside = isOther ? `, not for ${from}` : '';
      return [`${name} passed for ${listed(domains, 3)}${aside}`];
    }
    const result = own.results.find((one) => one.method === method);
    if (result === undefined) return [];
    const envelope = method === 'spf' ? domainIn(result, 'mailfrom', 'mail') : undefined;
    const whose = envelope === undefined ? '' : ` for the envelope sender’s ${envelope}`;
    return [RESULT_WORDS.get(result.result)?.(name, whose) ?? `${name} gave ${result.result}${whose}`];
  });
  const words = parts.length === 0 ? NOT_CHECKED : parts.join('; ');
  return joint?.result === 'pass' ? `${words}; Microsoft takes the origin as proven (${jointWords(joint)})` : words;
}

const NOT_CHECKED = 'neither SPF nor DKIM was checked';

/** That DMARC passed, and by which of the two. */
function passed(own: Checked, dmarc: AuthResult): Authentication {
  const domain = fromOf(dmarc);
  const vouchers = (['spf', 'dkim'] as const)
    .filter((method) => vouchedBy(own, method).some((one) => domain === undefined || sameOrganisation(one, domain)))
    .map((method) => method.toUpperCase());
  const by = vouchers.length === 0 ? '' : `: ${listed(vouchers)} ${vouchers.length > 1 ? 'vouch' : 'vouches'} for it`;
  const signed = own.results.find(({ method, result }) => method === 'dkim' && UNVERIFIED.has(result));
  const isBroken = signed !== undefined && vouchedBy(own, 'dkim').length === 0;
  const broken = isBroken ? ` No DKIM signature verified (dkim=${signed.result}).` : '';
  const words = `DMARC passed${domain === undefined ? '' : ` for ${domain}`}${byWhom(own)}${by}.${broken}`;
  return told(own, dmarc, 'passed', words, 'RFC 7489 6.6.2');
}

/** That DMARC failed, for which domain, what its policy asks for and what was done about it, as far as it is said. */
function ofDmarc(own: Checked, dmarc: AuthResult, joint: AuthResult | undefined): Authentication {
  const domain = fromOf(dmarc);
  const [asked, done] = [policyOf(own, dmarc, domain), doneOf(own, dmarc)];
  const whom =
    domain === undefined
      ? 'neither SPF nor DKIM passed for the domain that From shows'
      : (alignedIn(own, domain) ?? `neither SPF nor DKIM vouches for ${domain}`);
  const detail = vouching(own, undefined);
  const sentences = [
    `DMARC failed${byWhom(own)} (dmarc=fail): ${whom}${asked === undefined ? '' : `; its policy asks for ${asked}`}`,
    detail === NOT_CHECKED ? undefined : capital(detail),
    done,
    joint?.result === 'fail' ? `Microsoft's joint check failed as well (${jointWords(joint)})` : undefined,
    joint?.result === 'pass' ? `Microsoft took the origin as proven all the same (${jointWords(joint)})` : undefined,
  ];
  const words = `${sentences.filter((one) => one !== undefined).join('. ')}.`;
  return told(own, dmarc, 'failed', words, 'RFC 7489 6.6.2', 'dmarc-failed');
}

/** What passed for a domain of the same organisation, which is enough unless the DMARC record is strict (RFC 7489 3.1, 6.3). */
function alignedIn(own: Checked, domain: string): string | undefined {
  for (const method of ['spf', 'dkim'] as const) {
    const passed = vouchedBy(own, method).find((one) => sameOrganisation(one, domain));
    if (passed === undefined) continue;
    const name = method.toUpperCase();
    return passed === domain
      ? `though ${name} passed for ${domain}`
      : `${name} passed for ${passed}, which counts for ${domain} unless its DMARC record asks for strict alignment (a${method}=s)`;
  }
  return undefined;
}

/** `compauth=fail reason=001: what the number means`. */
function jointWords(joint: AuthResult): string {
  const { reason } = joint;
  if (reason === undefined) return `compauth=${joint.result}`;
  const meaning = headerValue('compauth reason', reason)?.meaning.replace(/\.$/, '');
  return `compauth=${joint.result} reason=${reason}${meaning === undefined ? '' : `: ${meaning}`}`;
}

/** The policy of the domain: as Google, Proton and Rspamd write it in a comment, or as a property. */
function policyOf(own: Checked, dmarc: AuthResult, domain: string | undefined): string | undefined {
  const remark = remarkOf(own, dmarc);
  const isBelow = domain !== undefined && organisationOf(domain) !== domain;
  const word =
    (isBelow ? /\bsp=(\w{1,20})/i.exec(remark)?.[1] : undefined) ??
    /\b(?:p|policy)=(\w{1,20})/i.exec(remark)?.[1] ??
    propertyOf(dmarc, 'dmarc');
  return word === undefined ? undefined : POLICIES.get(word.toLowerCase());
}

/** What the server says that it did: Microsoft's `action`, `dis` in a comment, or a property. */
function doneOf(own: Checked, dmarc: AuthResult): string | undefined {
  const action = propertyOf(dmarc, 'action');
  if (action !== undefined) return headerValue('dmarc action', action)?.meaning.replace(/\.$/, '');
  const word = /\bdis=(\w{1,20})/i.exec(remarkOf(own, dmarc))?.[1] ?? propertyOf(dmarc, 'applied-disposition');
  return word === undefined ? undefined : DONE.get(word.toLowerCase());
}

/** What stands behind `dmarc=fail` up to the next method. */
function remarkOf({ fields }: OwnResults, { start }: AuthResult): string {
  const value = fields.find(({ field }) => start < field.end)?.field.value ?? '';
  return /\bdmarc\s{0,5}=\s{0,5}fail\b([^;]{0,400})/i.exec(value)?.[1] ?? '';
}
