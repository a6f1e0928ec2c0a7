import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { defined } from '../../core/text/defined.ts';
import type { Revocation } from '../tls.ts';
import { type DerItem, inside, readDer, signatureAlgorithm } from './der.ts';

/** id-kp-OCSPSigning: a certificate that may sign for its issuer (RFC 6960 4.2.2.2). */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const [GOOD, REVOKED] = [0, 1];

/**
 * What a stapled OCSP response says of a certificate (RFC 6960 4.2.1). It is believed only with the signature of the
 * issuer, or of a certificate that the issuer gave this right to. Whether its time is over is left to who reads it.
 */
export function readStaple(bytes: Buffer, own: X509Certificate, issuer: X509Certificate | undefined): Revocation {
  try {
    return readResponse(bytes, own, issuer);
  } catch {
    // A certificate in it that cannot be read.
    return { status: 'unusable', why: 'unreadable' };
  }
}

function readResponse(bytes: Buffer, own: X509Certificate, issuer: X509Certificate | undefined): Revocation {
  const [status, body] = inside(readDer(bytes)[0]);
  if (status?.value[0] !== 0) return { status: 'unusable', why: 'unreadable' };
  const [basic] = readDer(inside(inside(body)[0])[1]?.value ?? Buffer.alloc(0));
  const [data, algorithm, signature, certificates] = inside(basic);
  if (data === undefined || signature === undefined) return { status: 'unusable', why: 'unreadable' };
  const responses = inside(data).find(({ tag }, i) => tag === 0x30 && i > 0);
  const ours = inside(responses).find((one) => serialOf(one) === BigInt(`0x${own.serialNumber}`));
  if (ours === undefined) return { status: 'unusable', why: 'other-certificate' };
  if (issuer === undefined) return { status: 'unusable', why: 'no-issuer' };
  const { hash } = signatureAlgorithm(algorithm);
  const keys = [issuer.publicKey, ...inside(inside(certificates)[0]).flatMap((one) => signerOf(one, issuer))];
  if (!keys.some((key) => verified(hash, data.whole, key, signature.value.subarray(1)))) {
    return { status: 'unusable', why: 'not-signed' };
  }
  const [, state, from, until] = inside(ours);
  const times = defined({ from: timeOf(from), until: until?.tag === 0xa0 ? timeOf(inside(until)[0]) : undefined });
  // The choice is told by the number of its tag (RFC 6960 4.2.1, CertStatus).
  const choice = (state?.tag ?? 0xff) & 0x1f;
  if (choice === REVOKED) return { status: 'revoked', ...times, ...defined({ since: timeOf(inside(state)[0]) }) };
  return { status: choice === GOOD ? 'good' : 'unknown', ...times };
}

function serialOf(response: DerItem): bigint | undefined {
  const serial = inside(inside(response)[0])[3];
  return serial === undefined ? undefined : BigInt(`0x${serial.value.toString('hex') || '0'}`);
}

function signerOf(item: DerItem, issuer: X509Certificate): readonly KeyObject[] {
  const signer = new X509Certificate(item.whole);
  const may = (signer.keyUsage as readonly string[] | undefined)?.includes(OCSP_SIGNING) === true;
  return may && signer.verify(issuer.publicKey) ? [signer.publicKey] : [];
}

function verified(hash: string | undefined, data: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}

/** GeneralizedTime in the one form that is allowed (RFC 5280 4.1.2.5.2), as ISO 8601. */
function timeOf(item: DerItem | undefined): string | undefined {
  const text = item?.value.toString('latin1') ?? '';
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (second === undefined) return undefined;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
