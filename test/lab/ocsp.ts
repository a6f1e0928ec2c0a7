import { createHash, sign } from 'node:crypto';
import type { Authority } from './chain.ts';

/** OCSP responses (RFC 6960 4.2.1) byte by byte, so that they can be wrong in every way. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 255]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const seq = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'));
const time = (date: Date): Buffer =>
  der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

export interface OcspWanted {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** In hexadecimal digits. */
  readonly serial: string;
  readonly from?: Date;
  /** Left out where null. */
  readonly until?: Date | null;
  readonly since?: Date;
  /** Certificates that are sent along, as DER. */
  readonly certificates?: readonly Uint8Array[];
}

/** A response that `signer` signed, as PKCS #8 in PEM or by an authority. */
export async function ocspResponse(
  signer: Pick<Authority, 'certificate' | 'keys'>,
  wanted: OcspWanted,
): Promise<Buffer> {
  const hash = oid('2b0e03021a');
  const { subjectName, publicKey } = signer.certificate;
  const name = createHash('sha1').update(Buffer.from(subjectName.toArrayBuffer())).digest();
  const key = Buffer.from(await publicKey.getKeyIdentifier());
  const certId = seq(seq(hash, der(5)), der(4, name), der(4, key), der(2, Buffer.from(wanted.serial, 'hex')));
  const from = wanted.from ?? new Date(Date.now() - 3_600_000);
  const states = {
    good: der(0x80),
    revoked: der(0xa1, time(wanted.since ?? from)),
    unknown: der(0x82),
  };
  const { until = new Date(Date.now() + 3_600_000), certificates } = wanted;
  const single = seq(certId, states[wanted.status], time(from), ...(until === null ? [] : [der(0xa0, time(until))]));
  const data = seq(der(0xa2, der(4, key)), time(from), seq(single));
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', signer.keys.privateKey));
  const signature = sign('sha256', data, { key: pkcs8, format: 'der', type: 'pkcs8' });
  const more = certificates === undefined ? [] : [der(0xa0, seq(...certificates))];
  const basic = seq(data, seq(oid('2a8648ce3d040302')), der(3, Buffer.from([0]), signature), ...more);
  return seq(der(10, Buffer.from([0])), der(0xa0, seq(oid('2b0601050507300101'), der(4, basic))));
}
