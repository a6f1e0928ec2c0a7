import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { decodeEncodedWords } from '../../core/mail/header/encodedWords.ts';
import { fieldNamed, fieldsNamed } from '../../core/mail/header/fields.ts';
import { isMailField } from '../../core/mail/header/headerStart.ts';
import { arcSets, readTags } from '../../core/mail/header/tags.ts';
import type { Field } from '../../core/mail/message.ts';
import { defined } from '../../core/text/defined.ts';
import { greatest } from '../../core/text/lists.ts';
import { readNetworks } from '../../core/trace/networks.ts';
import type { CancelSignal, Ports } from '../../probes/ports.ts';
import { type MessageSource, messageAt, type RawMessage, wireMessage } from '../messageBytes.ts';

import { checkArc } from './arcCheck.ts';
import type { AuthenticationResult, SignatureCheck } from './authentication.ts';
import { compareClaims } from './claims.ts';
import { checkDmarc } from './dmarcCheck.ts';
import { createRecordingResolver } from './resolver.ts';
import { checkSignature, type SignatureTags, type SignedMessage } from './signatures.ts';
import { checkSpf } from './spfCheck.ts';

/** Bytes of a header; more is no mail, and mailauth looks every signed name up in all of it. */
const LARGEST_HEADER = 512 * 1024;
const LARGEST = 200 * 1024 * 1024;

export interface VerifyOptions {
  /** Networks of the receiver's own servers and of those in front of them, as people write them. */
  readonly trustedNetworks?: readonly string[];
}

/** What is being done, for a progress line. */
export type VerifyStep = 'dkim' | 'arc' | 'spf' | 'dmarc';

/**
 * Verifies DKIM (RFC 6376), ARC (RFC 8617), SPF (RFC 7208) and DMARC (RFC 9989) of one message of a document. Never
 * rejects for what a message or a DNS server says.
 */
export async function verifyMessage(
  source: MessageSource,
  ports: Pick<Ports, 'resolve' | 'clock'>,
  options: VerifyOptions,
  signal: CancelSignal,
  onStep: (step: VerifyStep) => void = () => {},
): Promise<AuthenticationResult> {
  const started = ports.clock.now();
  if (source.bytes.length > LARGEST) return nothing('too-large', started, source);
  const raw = messageAt(source);
  // Any text with a colon in its first line has a field: without one that mail has, nobody meant a message.
  if (!raw?.message.fields.some(({ name }) => isMailField(name))) return nothing('no-message', started, source);
  const { message, text } = raw;
  if (message.header.end - message.header.start > LARGEST_HEADER) return nothing('too-large', started, source);
  const wire = wireMessage(raw, source.from);
  const resolver = createRecordingResolver(ports.resolve, signal);

  onStep('dkim');
  const verified = await dkimVerify(wire.bytes, {
    resolver: resolver.resolve,
    curTime: new Date(started),
    // RFC 8301 3.1: rsa-sha1 must not be used for verifying.
    rejectRsaSha1: true,
  });
  const signed = signedMessage(raw, wire, started);
  const dkim: SignatureCheck[] = [];
  for (const field of fieldsNamed(message.fields, 'dkim-signature')) {
    const tags = tagsOf(text, field);
    const b = compact(tags.get('b') ?? '');
    const result = verified.results.find(({ signature }) => signature !== undefined && compact(signature) === b);
    dkim.push(await checkSignature(tags, result, signed, resolver));
  }
  onStep('arc');
  const sets = arcSets(text, message);
  const newest = greatest(
    sets.map(({ i }) => i ?? 0),
    0,
  );
  const signatures = fieldsNamed(message.fields, 'arc-message-signature').map((field) => tagsOf(text, field));
  const last = signatures.find((tags) => Number(tags.get('i')) === newest);
  const arc = await checkArc(sets, verified.arc, last, signed, resolver);
  onStep('spf');
  const spf = await checkSpf(message, readNetworks(options.trustedNetworks ?? []), resolver);
  onStep('dmarc');
  const { headerFrom, fromFields } = verified;
  const dmarc = await checkDmarc({ headerFrom, fromFields }, spf, dkim, resolver);
  const found = { dkim, arc, spf, dmarc };
  return {
    subject: subjectOf(message.fields),
    started,
    outcome: signal.aborted ? 'cancelled' : 'checked',
    source: wire.source,
    ...found,
    claims: compareClaims(message, found),
    answers: resolver.answers,
  };
}

const compact = (base64: string): string => base64.replace(/\s+/g, '');

function tagsOf(text: string, field: Field): SignatureTags {
  const tags = new Map<string, string>();
  for (const { name, value } of readTags(text, field)) {
    // RFC 6376 3.2: folding white space around and, in base64, within a value means nothing.
    if (!tags.has(name)) tags.set(name, name === 'b' || name === 'bh' ? compact(value) : value.trim());
  }
  return tags;
}

function signedMessage({ message }: RawMessage, wire: SignedMessage['wire'], now: number): SignedMessage {
  const originalFrom = fieldNamed(message.fields, 'x-original-from')?.value;
  return {
    wire,
    now,
    encoding: fieldNamed(message.fields, 'content-transfer-encoding')?.value.trim().toLowerCase() ?? '',
    ...defined({ originalFrom }),
  };
}

function subjectOf(fields: readonly Field[]): string {
  const raw = fieldNamed(fields, 'subject')?.value ?? '';
  return decodeEncodedWords(raw) ?? Buffer.from(raw, 'latin1').toString();
}

const nothing = (
  outcome: 'no-message' | 'too-large',
  started: number,
  { from, bytes }: MessageSource,
): AuthenticationResult => ({
  subject: '',
  started,
  outcome,
  source: { from, lineEnds: 'none', size: bytes.length, headerOnly: false, lostBytes: false },
  dkim: [],
  arc: { sets: 0, result: 'none', sealers: [], findings: [] },
  spf: { result: 'unchecked', identity: 'mailfrom', domain: '', findings: [] },
  dmarc: { result: 'unchecked', author: '', testing: false, alignments: [] },
  claims: [],
  answers: [],
});
