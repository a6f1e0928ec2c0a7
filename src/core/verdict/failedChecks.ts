import { stated } from '../knowledge/explanation.ts';
import { headerValue } from '../knowledge/headerValues.ts';
import { because } from '../knowledge/meaning.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import type { Sources } from '../knowledge/sources.ts';
import { organisationOf } from '../mail/domains.ts';
import type { AuthResult, Message } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import { type OwnResults, trustedResults } from '../trace/trust.ts';
import { explained, type Verdict } from './verdict.ts';

const FAILED: ReadonlySet<string> = new Set(['fail', 'hardfail', 'permerror']);

type Row = readonly [reason: ReasonName, meaning: string, source: Sources];

const REASONS: ReadonlyMap<string, Row> = new Map([
  ['dmarc', ['dmarc-failed', 'neither SPF nor DKIM passed for the domain that From shows', 'RFC 7489 6.6.2']],
  ['spf', ['spf-failed', 'the sending host is not allowed by the SPF record of the envelope sender', 'RFC 7208 8']],
  ['dkim', ['dkim-failed', 'the DKIM signature does not verify', 'RFC 6376 6.1']],
]);

/**
 * The check that failed in the receiver's own results: DMARC where it was done, as it decides, then the joint check of
 * Microsoft, else SPF or DKIM.
 */
export function failedChecks(message: Message): readonly Verdict[] {
  const own = trustedResults(message);
  if (own === undefined) return [];
  const of = (name: string): AuthResult | undefined => own.results.find(({ method }) => method === name);
  const [dmarc, joint] = [of('dmarc'), of('compauth')];
  if (dmarc?.result === 'fail') return [ofDmarc(own, dmarc, joint)];
  if (joint?.result === 'fail') {
    const meaning = `Microsoft does not take the origin of the message as proven (${jointWords(joint)})`;
    return [verdict(own, joint, ['sender-unauthenticated', meaning, 'message-field Authentication-Results'])];
  }
  const decisive = dmarc === undefined || dmarc.result === 'none' ? own.results : [dmarc];
  const passed = new Set(decisive.filter(({ result }) => result === 'pass').map(({ method }) => method));
  const failed = decisive.find(({ method, result }) => FAILED.has(result) && !passed.has(method));
  const row = failed && REASONS.get(failed.method);
  if (failed === undefined || row === undefined) return [];
  const [reason, meaning, source] = row;
  return [verdict(own, failed, [reason, `${whoOf(own)} found ${failed.method}=${failed.result}: ${meaning}`, source])];
}

const whoOf = ({ server }: OwnResults): string => server ?? 'the receiving server';

function verdict(own: OwnResults, { start, end }: AuthResult, [reason, words, source]: Row): Verdict {
  return {
    span: { start, end },
    role: 'notice',
    failed: false,
    stage: 'header',
    recipients: [],
    times: 1,
    ...explained(stated(because(reason, `${words}.`, source))),
    confidence: 'medium',
    ...defined({ server: own.server }),
  };
}

/** That DMARC failed, for which domain, what its policy asks for and what was done about it, as far as it is said. */
function ofDmarc(own: OwnResults, dmarc: AuthResult, joint: AuthResult | undefined): Verdict {
  const domain = propertyOf(dmarc, 'from')?.toLowerCase();
  const [asked, done] = [policyOf(own, dmarc, domain), doneOf(own, dmarc)];
  const sentences = [
    domain === undefined
      ? `${whoOf(own)} found dmarc=fail: neither SPF nor DKIM passed for the domain that From shows`
      : `${whoOf(own)} found dmarc=fail: neither SPF nor DKIM vouches for ${domain}, the domain that From shows`,
    asked === undefined ? undefined : `Its policy asks for ${asked}`,
    done,
    joint?.result === 'fail' ? `Its joint check failed as well (${jointWords(joint)})` : undefined,
    joint?.result === 'pass' ? `It took the origin as proven all the same (${jointWords(joint)})` : undefined,
  ];
  return verdict(own, dmarc, [
    'dmarc-failed',
    sentences.filter((one) => one !== undefined).join('. '),
    'RFC 7489 6.6.2',
  ]);
}

const propertyOf = (result: AuthResult, ...names: readonly string[]): string | undefined =>
  result.properties.find(({ property }) => names.includes(property))?.value;

/** `compauth=fail reason=001: what the number means`. */
function jointWords(joint: AuthResult): string {
  const reason = propertyOf(joint, 'reason') ?? joint.reason;
  if (reason === undefined) return `compauth=${joint.result}`;
  const meaning = headerValue('compauth reason', reason)?.meaning.replace(/\.$/, '');
  return `compauth=${joint.result} reason=${reason}${meaning === undefined ? '' : `: ${meaning}`}`;
}

const POLICIES: ReadonlyMap<string, string> = new Map([
  ['none', 'nothing (p=none)'],
  ['quarantine', 'quarantine'],
  ['reject', 'refusal (p=reject)'],
]);

/** The policy of the domain: as Google, Proton and Rspamd write it in a comment, or as a property. */
function policyOf(own: OwnResults, dmarc: AuthResult, domain: string | undefined): string | undefined {
  const remark = remarkOf(own, dmarc);
  const isBelow = domain !== undefined && organisationOf(domain) !== domain;
  const word =
    (isBelow ? /\bsp=(\w{1,20})/i.exec(remark)?.[1] : undefined) ??
    /\b(?:p|policy)=(\w{1,20})/i.exec(remark)?.[1] ??
    propertyOf(dmarc, 'published-domain-policy', 'dmarc');
  return word === undefined ? undefined : POLICIES.get(word.toLowerCase());
}

/** What the server says that it did: Microsoft's `action`, `dis` in a comment, or a property. */
function doneOf(own: OwnResults, dmarc: AuthResult): string | undefined {
  const action = propertyOf(dmarc, 'action');
  if (action !== undefined) return headerValue('dmarc action', action)?.meaning.replace(/\.$/, '');
  const word = /\bdis=(\w{1,20})/i.exec(remarkOf(own, dmarc))?.[1] ?? propertyOf(dmarc, 'applied-disposition');
  return word === undefined ? undefined : DONE.get(word.toLowerCase());
}

const DONE: ReadonlyMap<string, string> = new Map([
  ['none', 'Nothing was done because of DMARC'],
  ['quarantine', 'It was put aside or into the junk folder because of DMARC'],
  ['reject', 'It is to be refused because of DMARC'],
]);

/** What stands behind `dmarc=fail` up to the next method. */
function remarkOf({ fields }: OwnResults, { start }: AuthResult): string {
  const value = fields.find(({ field }) => field.start <= start && start < field.end)?.field.value.slice(0, 5000) ?? '';
  return /\bdmarc\s{0,5}=\s{0,5}fail\b([^;]{0,400})/i.exec(value)?.[1] ?? '';
}
