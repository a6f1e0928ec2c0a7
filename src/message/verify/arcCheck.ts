import type { ARCData, ARCSigningData } from 'mailauth';
import { arc } from 'mailauth/lib/arc/index.js';
import type { ArcSet } from '../../core/mail/header/tags.ts';
import { append } from '../../core/text/lists.ts';
import { type ArcCheck, type AuthenticationFinding, finding } from './authentication.ts';
import { isAnswered, type RecordingResolver } from './resolver.ts';
import { checkSignature, REQUIRED_OF_ARC, type SignatureTags, type SignedMessage } from './signatures.ts';

/** Validates the ARC chain (RFC 8617 5.2); `newest` are the tags of its newest ARC-Message-Signature. */
export async function checkArc(
  sets: readonly ArcSet[],
  data: ARCSigningData | undefined,
  newest: SignatureTags | undefined,
  message: SignedMessage,
  resolver: RecordingResolver,
): Promise<ArcCheck> {
  const inOrder = [...sets].sort((a, b) => (a.i ?? 0) - (b.i ?? 0));
  const base = { sets: sets.length, sealers: inOrder.map(({ d }) => d ?? '?') };
  if (data === undefined || (sets.length === 0 && data.error === undefined)) {
    return { ...base, result: 'none', findings: [] };
  }
  const { status } = await arc(data as ARCData, { resolver: resolver.resolve });
  if (status.result === 'none') return { ...base, result: 'none', findings: [] };
  if (status.result === 'pass') return { ...base, result: 'pass', findings: [] };
  const findings: AuthenticationFinding[] = [];
  const signature = data.lastEntry?.messageSignature;
  if (newest !== undefined && signature !== undefined && signature.status.result !== 'pass') {
    const check = await checkSignature(newest, signature, message, resolver, REQUIRED_OF_ARC);
    append(findings, check.findings);
    if (check.result === 'unchecked') return { ...base, result: 'unchecked', findings };
  }
  // mailauth calls every failure of a chain permanent; a key that nobody gave us says nothing of the chain.
  const lost = resolver.answers.find(
    (answer) => !isAnswered(answer) && sets.some(({ d }) => d !== undefined && isKeyOf(answer.question.name, d)),
  );
  if (lost !== undefined) {
    const { question, status: answered } = lost;
    const data = { name: question.name, status: answered };
    return { ...base, result: 'unchecked', findings: [...findings, finding('arc-unanswered', data)] };
  }
  const why = finding('arc-chain-broken', { why: status.comment || (data.error?.message ?? '') });
  return { ...base, result: 'fail', findings: [why, ...findings] };
}

const isKeyOf = (name: string, domain: string): boolean =>
  name.toLowerCase().endsWith(`._domainkey.${domain.toLowerCase()}`);
