import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import { defined } from '../../core/text/defined.ts';
import type { Alignment, DmarcCheck, SignatureCheck, SpfCheck } from './authentication.ts';
import type { RecordingResolver } from './resolver.ts';

export interface Author {
  /** Addresses of From. */
  readonly headerFrom: readonly string[];
  /** From fields. */
  readonly fromFields: number;
}

/** Signatures whose alignment is shown one by one. */
const MOST = 12;

/** Evaluates DMARC (RFC 9989) from what SPF and DKIM came to. */
export async function checkDmarc(
  { headerFrom, fromFields }: Author,
  spf: SpfCheck,
  dkim: readonly SignatureCheck[],
  resolver: RecordingResolver,
): Promise<DmarcCheck> {
  const evaluate = (spfDomains: readonly string[], dkimDomains: readonly string[]) =>
    evaluateDmarc({
      headerFrom: [...headerFrom],
      fromFields,
      spfDomains: [...spfDomains],
      dkimDomains: dkimDomains.map((domain) => ({ domain })),
      resolver: resolver.resolve,
    });
  const passed = (checks: readonly { domain: string; result: string }[], ...results: readonly string[]) =>
    checks.filter(({ domain, result }) => domain !== '' && results.includes(result)).map(({ domain }) => domain);
  const { response, reason, authorDomains } = await evaluate(passed([spf], 'pass'), passed(dkim, 'pass'));
  if (response === false) {
    return {
      result: reason === 'no-author-domain' ? 'none' : 'permerror',
      author: authorDomains?.join(', ') ?? '',
      ...defined({ reason }),
      testing: false,
      alignments: [],
    };
  }
  const author = headerFrom[0]?.split('@').at(-1)?.toLowerCase() ?? '';
  const strict = { spf: response.alignment?.spf?.strict === true, dkim: response.alignment?.dkim?.strict === true };
  const base = {
    author,
    testing: response.testMode === true,
    ...defined({ policyDomain: response.policyDomain, policy: response.policy, record: response.rr }),
  };
  const { result } = response.status;
  if (result === 'none') return { ...base, result: 'none', alignments: [] };
  if (result === 'temperror' && response.rr === undefined) {
    return { ...base, result: 'unchecked', reason: 'dns', alignments: [] };
  }
  const alignments: Alignment[] = [];
  const others = dkim.slice(MOST);
  const methods = [
    { method: 'spf', ...spf } as const,
    ...dkim.slice(0, MOST).map((one) => ({ method: 'dkim', ...one }) as const),
  ];
  for (const { method, domain, result: found } of methods) {
    if (domain === '') continue;
    const asSpf = method === 'spf';
    const alone = await evaluate(asSpf ? [domain] : [], asSpf ? [] : [domain]);
    const verdict = alone.response === false ? 'temperror' : alone.response.status.result;
    alignments.push({
      method,
      domain,
      result: found,
      mode: strict[method] ? 'strict' : 'relaxed',
      ...(verdict === 'pass' || verdict === 'fail' ? { aligned: verdict === 'pass' } : {}),
    });
  }
  const shown = { ...base, alignments, ...(others.length > 0 && { moreSignatures: others.length }) };
  if (result === 'pass') return { ...shown, result: 'pass' };
  const lacks =
    alignments.some(({ result: found, aligned }) => found === 'unchecked' && aligned !== false) ||
    others.some(({ result: found, domain }) => found === 'unchecked' && domain !== '');
  // Without a client address or a body it stays open whether the domain would have passed.
  const open = lacks || (spf.result === 'unchecked' && spf.domain === '');
  if (result === 'temperror') return { ...shown, result: 'unchecked', reason: 'dns' };
  return open ? { ...shown, result: 'unchecked', reason: 'methods-unchecked' } : { ...shown, result: 'fail' };
}
