import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { Credentials } from './smtpServer.ts';

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;

/** What issues certificates: a root where nobody issued it, else an intermediate. */
export interface Authority {
  readonly name: string;
  /** In PEM. */
  readonly cert: string;
  readonly certificate: x509.X509Certificate;
  readonly keys: CryptoKeyPair;
}

export interface Wanted {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** The digest of the signature. */
  readonly hash?: 'SHA-1' | 'SHA-256';
  /** Bits of an RSA key; an EC key of P-256 where absent. */
  readonly rsa?: number;
  readonly serial?: string;
  /** Where the issuer's certificate is said to lie. */
  readonly issuerAt?: string;
  /** Object identifiers of what the key may be used for beside. */
  readonly usages?: readonly string[];
}

const keysOf = (rsa?: number): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(
    rsa === undefined
      ? EC
      : { name: 'RSASSA-PKCS1-v1_5', modulusLength: rsa, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  ) as Promise<CryptoKeyPair>;

const dates = ({ notBefore, notAfter }: Wanted): { notBefore: Date; notAfter: Date } => ({
  notBefore: notBefore ?? new Date(Date.now() - DAY),
  notAfter: notAfter ?? new Date(Date.now() + 7 * DAY),
});

/** An authority that signed itself, or one that `issuer` put in. */
export async function authority(name: string, issuer?: Authority, wanted: Wanted = {}): Promise<Authority> {
  const keys = await keysOf(wanted.rsa);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: wanted.serial ?? '01',
    subject: `CN=${name}`,
    issuer: `CN=${issuer?.name ?? name}`,
    ...dates(wanted),
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: EC,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { name, cert: certificate.toString('pem'), certificate, keys };
}

/** A server's certificate with its key; what the server shows behind its own is up to the caller (`withChain`). */
export async function issue(
  issuer: Authority,
  commonName: string,
  names: readonly string[],
  wanted: Wanted = {},
): Promise<Credentials & Pick<Authority, 'certificate' | 'keys'>> {
  const keys = await keysOf(wanted.rsa);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: wanted.serial ?? '0a',
    subject: [{ CN: [commonName] }],
    issuer: `CN=${issuer.name}`,
    ...dates(wanted),
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: { ...EC, hash: wanted.hash ?? 'SHA-256' },
    extensions: [
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      ...(wanted.issuerAt === undefined
        ? []
        : [new x509.AuthorityInfoAccessExtension({ caIssuers: [new x509.GeneralName('url', wanted.issuerAt)] })]),
      ...(wanted.usages === undefined ? [] : [new x509.ExtendedKeyUsageExtension([...wanted.usages])]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const lines = pkcs8.match(/.{1,64}/g)?.join('\n');
  return {
    cert: certificate.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    certificate,
    keys,
  };
}

/** The same with the certificates of authorities behind its own. */
export const withChain = ({ key, cert }: Credentials, ...chain: readonly Authority[]): Credentials => ({
  key,
  cert: [cert, ...chain.map((one) => one.cert)].join('\n'),
});
