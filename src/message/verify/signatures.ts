import type { DKIMResult } from 'mailauth';
import { defined } from '../../core/text/defined.ts';
import type { WireMessage } from '../messageBytes.ts';
import {
  type AuthenticationFinding,
  finding,
  isNote,
  type MethodResult,
  type SignatureCheck,
} from './authentication.ts';
import { explainBodyChange } from './bodyChanges.ts';
import type { BodyHashing } from './canonicalBody.ts';
import { explainHeaderChange, type HeaderSignature, headerVerifies } from './headerChanges.ts';
import { getPublicKey } from './publicKey.ts';
import type { RecordingResolver } from './resolver.ts';
import { inspectKey } from './signatureKey.ts';

/** The tags of a DKIM-Signature or ARC-Message-Signature by their names. */
export type SignatureTags = ReadonlyMap<string, string>;

export interface SignedMessage {
  readonly wire: WireMessage;
  /** Content-Transfer-Encoding of the message. */
  readonly encoding: string;
  readonly originalFrom?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What is known of one signature: mailauth's verdict, and why it is so. */
export async function checkSignature(
  tags: SignatureTags,
  verified: DKIMResult | undefined,
  message: SignedMessage,
  resolver: RecordingResolver,
  required: readonly string[] = REQUIRED,
): Promise<SignatureCheck> {
  const tag = (name: string): string => tags.get(name) ?? '';
  const algorithm = tag('a').toLowerCase();
  const base = {
    domain: tag('d').toLowerCase(),
    selector: tag('s'),
    algorithm,
    canonicalization: tag('c') === '' ? 'simple/simple' : tag('c').toLowerCase(),
  };
  const missing = required.filter((name) => !tags.has(name));
  const early = missing.length > 0 ? [finding('signature-tag-missing', { tags: missing.join(', ') })] : [];
  if (verified === undefined) {
    const unknown = missing.length === 0 ? [finding('signature-unknown-algorithm', { algorithm, c: tag('c') })] : [];
    return { ...base, result: 'permerror', findings: [...early, ...unknown] };
  }
  const comment = verified.status.comment ?? '';
  if (comment === 'From field not signed') {
    return { ...base, result: 'permerror', findings: [...early, finding('signature-from-not-signed')] };
  }
  const bodyDiffers = verified.bodyHash !== verified.bodyHashExpecting;
  const name = `${base.selector}._domainkey.${base.domain}`;
  const publicKey = await getPublicKey(name, resolver.resolve);
  const key = inspectKey(resolver.answerTo(name, 'TXT'), name, algorithm);
  // A key of another kind fits no header, changed or not; RFC 6376 6.1.2 has it as PERMFAIL.
  const isOtherKind = key.findings.some(({ code }) => code === 'key-type');
  const header = isOtherKind ? undefined : headerSignature(verified, publicKey, algorithm, tags, message.originalFrom);
  const findings = [
    ...early,
    ...(bodyDiffers ? [bodyFinding(verified, base.canonicalization, algorithm, tags, message)] : []),
    ...(header === undefined ? [] : headerFindings(header, verified, bodyDiffers)),
    ...key.findings,
    ...times(tags, message.now),
    ...(algorithm === 'rsa-sha1' ? [finding('signature-sha1')] : []),
    ...lengthLimit(verified),
    ...lenient(verified),
  ];
  const result = isOtherKind && !bodyDiffers ? 'permerror' : resultOf(verified, key.answered, bodyDiffers, message);
  const explained = findings.some((one) => !isNote(one));
  const other = result !== 'pass' && !explained ? [finding('signature-other', { comment })] : [];
  return { ...base, result, findings: [...findings, ...other] };
}

/** RFC 6376 3.5 */
const REQUIRED: readonly string[] = ['v', 'a', 'b', 'bh', 'd', 'h', 's'];
/** RFC 8617 4.1.2: an ARC-Message-Signature has no version. */
export const REQUIRED_OF_ARC: readonly string[] = ['i', 'a', 'b', 'bh', 'd', 'h', 's'];

function resultOf(
  verified: DKIMResult,
  answered: boolean,
  bodyDiffers: boolean,
  { wire }: SignedMessage,
): MethodResult {
  // A body that is not here can neither pass nor fail.
  if (bodyDiffers && wire.source.headerOnly) return 'unchecked';
  if (bodyDiffers) return 'fail';
  if (!answered) return 'unchecked';
  switch (verified.status.result) {
    case 'pass':
    case 'fail':
    case 'policy':
      return verified.status.result;
    case 'temperror':
      return 'unchecked';
    default:
      // RFC 6376 6.1.1, 6.1.2: PERMFAIL of every kind; RFC 8601 2.7.1.
      return verified.status.comment === 'expired' ? 'fail' : 'permerror';
  }
}

function bodyFinding(
  verified: DKIMResult,
  canonicalization: string,
  algorithm: string,
  tags: SignatureTags,
  { wire, encoding }: SignedMessage,
): AuthenticationFinding {
  const length = /^\d{1,15}$/.test(tags.get('l') ?? '') ? Number(tags.get('l')) : undefined;
  const hashing: BodyHashing = {
    canonicalization: canonicalization.split('/')[1]?.trim() === 'relaxed' ? 'relaxed' : 'simple',
    hash: algorithm.endsWith('sha1') ? 'sha1' : 'sha256',
    expected: verified.bodyHashExpecting ?? '',
    ...defined({ length }),
  };
  const text = wire.bytes.toString('latin1', wire.body);
  return explainBodyChange({ text, found: wire.foundBody.toString('latin1'), encoding }, hashing);
}

function headerSignature(
  verified: DKIMResult,
  publicKey: string | undefined,
  algorithm: string,
  tags: SignatureTags,
  originalFrom: string | undefined,
): HeaderSignature | undefined {
  const canonical = verified.signingHeaders?.canonicalizedHeader;
  if (canonical === undefined || publicKey === undefined) return undefined;
  return {
    canonical: Buffer.from(canonical, 'base64').toString('latin1'),
    publicKey,
    algorithm,
    signature: (tags.get('b') ?? '').replace(/\s+/g, ''),
    ...defined({ originalFrom }),
  };
}

/** A genuine header matters where the body differs: then it was the body alone that was changed. */
function headerFindings(
  header: HeaderSignature,
  verified: DKIMResult,
  bodyDiffers: boolean,
): readonly AuthenticationFinding[] {
  if (verified.status.result === 'pass') return [];
  if (headerVerifies(header.canonical, header)) return bodyDiffers ? [finding('header-genuine')] : [];
  return [explainHeaderChange(header)];
}

function times(tags: SignatureTags, now: number): readonly AuthenticationFinding[] {
  const at = (name: string): number | undefined =>
    /^\d{1,12}$/.test(tags.get(name) ?? '') ? 1000 * Number(tags.get(name)) : undefined;
  const made = at('t');
  const ends = at('x');
  // Clocks differ by minutes.
  const future = made !== undefined && made > now + 300_000;
  return [
    ...(ends !== undefined && ends < now ? [finding('signature-expired', { when: String(ends) })] : []),
    ...(future ? [finding('signature-from-future', { when: String(made) })] : []),
  ];
}

/** RFC 6376 8.2: text behind the signed length can be anybody's. */
function lengthLimit(verified: DKIMResult): readonly AuthenticationFinding[] {
  const { canonBodyLength: signed, canonBodyLengthTotal: total, canonBodyLengthLimited: limited } = verified;
  if (limited !== true || signed === undefined || total === undefined) return [];
  return [finding('body-length-limit', { signed: String(signed), behind: String(Math.max(0, total - signed)) })];
}

const lenient = (verified: DKIMResult): readonly AuthenticationFinding[] =>
  (verified.status.warnings ?? [])
    .filter((warning) => !warning.startsWith('missing-') && warning !== 'rsa-sha1')
    .map((warning) => finding('signature-lenient', { warning }));
