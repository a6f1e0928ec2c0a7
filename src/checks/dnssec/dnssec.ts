import { type Delegation, readDnskey, readDs, readSignature, type ZoneKey } from '../../core/dns/records/dnssec.ts';
import { digestTypes, signingAlgorithms } from '../../core/knowledge/dns/dnssecAlgorithms.ts';
import { describeExtendedError } from '../../core/knowledge/dns/extendedErrors.ts';
import { append, greatest } from '../../core/text/lists.ts';
import type { Answer, RecordType, Resolve } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, noSuchName, unanswered } from '../finding.ts';
import { nameAbove, zoneOf } from '../zones.ts';

/** Digits of a digest by its type (RFC 4034 5.1.4, RFC 4509 2.1, RFC 6605 2). */
const DIGITS: ReadonlyMap<number, number> = new Map([
  [1, 40],
  [2, 64],
  [4, 96],
]);

/** Whether the records of a domain are signed, and whether resolvers that validate believe them. */
export async function checkDnssec({ name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const ask = (at: string, type: RecordType, checking?: false): Promise<Answer> =>
    ports.resolve({ name: at, type, ...(checking === false && { checking }) }, signal);
  const mail = await Promise.all((['MX', 'TXT'] as const).map((type) => ask(name, type)));
  const gone = mail.find(({ status }) => status === 'NXDOMAIN');
  if (gone !== undefined) return [noSuchName(gone)];
  const failing = mail.filter(({ status }) => status === 'SERVFAIL');
  const found = [...(await ofFailing(name, failing, ask))];
  const isBogus = found.some(({ code }) => code === 'dnssec-bogus');
  const zone = await zoneOf(name, isBogus ? unchecked(ports.resolve) : ports.resolve, signal);
  if ('failed' in zone) {
    if (found.length > 0) return found;
    const { status, question } = zone.failed;
    return status === 'SERVFAIL' ? ofFailing(question.name, [zone.failed], ask) : [unanswered(zone.failed)];
  }
  const { apex, soa } = zone;
  if (apex === '.' || nameAbove(apex) === '') return found;
  const [ds, keys, nsec3, signatures] = await Promise.all([
    ask(apex, 'DS'),
    ask(apex, 'DNSKEY').then((answer) => (answer.status === 'SERVFAIL' ? ask(apex, 'DNSKEY', false) : answer)),
    ask(apex, 'NSEC3PARAM', false),
    ask(apex, 'RRSIG', false),
  ]);
  for (const answer of [ds, keys]) if (!isAnswered(answer)) found.push(unanswered(answer));
  if (!isAnswered(ds) || !isAnswered(keys)) return found;
  const delegations = recordsOf(ds).flatMap(({ data }) => readDs(data) ?? []);
  const zoneKeys = recordsOf(keys).flatMap(({ data }) => readDnskey(data) ?? []);
  const evidence = [...evidenceFrom(ds), ...evidenceFrom(keys)];
  const base = { about: apex, evidence };
  const tags = delegations.map(({ tag }) => tag);
  if (zoneKeys.length === 0 && delegations.length === 0) {
    return [...found, { ...base, code: 'dnssec-unsigned', level: 'note', data: {} }];
  }
  if (zoneKeys.length === 0) return [...found, { ...base, code: 'dnssec-no-keys', level: 'fail', data: { tags } }];
  append(found, ofAlgorithms(apex, zoneKeys, delegations, evidence));
  append(found, [...ofNsec3(apex, nsec3), ...ofSignatures(apex, signatures, ports.clock.now())]);
  if (delegations.length === 0) {
    const data = { tags: zoneKeys.map(({ tag }) => tag) };
    return [...found, { ...base, code: 'dnssec-no-ds', level: 'warning', data }];
  }
  append(found, ofDelegations(apex, zoneKeys, delegations, evidence));
  if (found.some(({ level }) => level === 'fail')) return found;
  const answer = [...mail, soa].find(({ status }) => status === 'NOERROR') ?? soa;
  const server = answer.server ?? '';
  if (answer.authenticated === true) {
    const algorithms = [...new Set(zoneKeys.map(({ algorithm }) => nameOf(algorithm)))];
    found.push({ ...base, code: 'dnssec-valid', level: 'pass', data: { algorithms, server } });
  } else {
    found.push({ ...base, code: 'dnssec-not-validated', level: 'unknown', data: { server } });
  }
  return found;
}

/** Asks without checking, where nothing else answers. */
const unchecked =
  (resolve: Resolve): Resolve =>
  (question, signal) =>
    resolve({ ...question, checking: false }, signal);

/** A resolver that validates gives SERVFAIL for records that do not verify, and the records to who asks without (RFC 4035 5.5). */
async function ofFailing(
  about: string,
  failing: readonly Answer[],
  ask: (name: string, type: RecordType, checking: false) => Promise<Answer>,
): Promise<readonly Finding[]> {
  const again = await Promise.all(failing.map(({ question }) => ask(question.name, question.type, false)));
  const bogus = failing.filter((_, i) => isAnswered(again[i] as Answer));
  if (bogus.length === 0) return failing.map(unanswered);
  const why = [...new Set(bogus.flatMap(({ extended = [] }) => extended.map(describeExtendedError)))];
  const types = bogus.map(({ question }) => question.type);
  const evidence = [...bogus, ...again].flatMap(evidenceFrom);
  return [{ code: 'dnssec-bogus', level: 'fail', about, data: { types, why }, evidence }];
}

const nameOf = (algorithm: number): string => {
  const known = signingAlgorithms.get(algorithm);
  return known === undefined ? `algorithm ${algorithm}` : `${known.name} (${algorithm})`;
};

function* ofAlgorithms(
  about: string,
  keys: readonly ZoneKey[],
  delegations: readonly Delegation[],
  evidence: readonly string[],
): Iterable<Finding> {
  for (const number of new Set(keys.map(({ algorithm }) => algorithm))) {
    if (signingAlgorithms.get(number)?.isOld !== true) continue;
    yield { code: 'dnssec-algorithm', level: 'warning', about, data: { algorithm: nameOf(number) }, evidence };
  }
  const types = new Set(delegations.map(({ digestType }) => digestType));
  for (const type of types) {
    const known = digestTypes.get(type);
    // Beside a better one, an old digest is not looked at (RFC 4509 3).
    if (known?.isOld !== true || types.has(2) || types.has(4)) continue;
    yield { code: 'dnssec-digest', level: 'warning', about, data: { digest: `${known.name} (${type})` }, evidence };
  }
}

function* ofDelegations(
  about: string,
  keys: readonly ZoneKey[],
  delegations: readonly Delegation[],
  evidence: readonly string[],
): Iterable<Finding> {
  const usable = keys.filter(({ isZoneKey, isRevoked }) => isZoneKey && !isRevoked);
  const fits = ({ tag, algorithm }: Delegation): boolean =>
    usable.some((key) => key.tag === tag && key.algorithm === algorithm);
  const strays = [...new Set(delegations.filter((one) => !fits(one)).map(({ tag }) => tag))];
  if (!delegations.some(fits)) {
    const data = { tags: delegations.map(({ tag }) => tag), keys: usable.map(({ tag }) => tag) };
    yield { code: 'dnssec-ds-mismatch', level: 'fail', about, data, evidence };
  } else {
    for (const tag of strays) yield { code: 'dnssec-ds-stray', level: 'note', about, data: { tag }, evidence };
  }
  for (const { tag, digestType, digest } of delegations) {
    const expected = DIGITS.get(digestType);
    if (expected === undefined || digest.length === expected) continue;
    yield { code: 'dnssec-ds-length', level: 'fail', about, data: { tag, digits: digest.length, expected }, evidence };
  }
}

function* ofNsec3(about: string, answer: Answer): Iterable<Finding> {
  const iterations = greatest(
    recordsOf(answer).map(({ data }) => Number(data.split(' ')[2]) || 0),
    0,
  );
  if (iterations === 0) return;
  // RFC 9276 3.2: validators may take more than 100 for unsigned, and more still for an error.
  const level = iterations > 100 ? 'warning' : 'note';
  yield { code: 'dnssec-nsec3-iterations', level, about, data: { iterations }, evidence: evidenceFrom(answer) };
}

/** Signatures that should have been made anew: less than a tenth of their time is left, however short that is. */
function* ofSignatures(about: string, answer: Answer, now: number): Iterable<Finding> {
  for (const { data } of recordsOf(answer)) {
    const validity = readSignature(data);
    if (validity === undefined || (validity.covered !== 'SOA' && validity.covered !== 'DNSKEY')) continue;
    const left = validity.until - now;
    if (left <= 0 || left >= (validity.until - validity.from) / 10) continue;
    const hours = Math.max(1, Math.round(left / 3_600_000));
    const evidence = evidenceFrom(answer).filter((line) => line.includes(data));
    yield { code: 'dnssec-signatures-end', level: 'warning', about, data: { type: validity.covered, hours }, evidence };
  }
}
