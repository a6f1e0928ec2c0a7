import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';

export interface Signer {
  readonly domain: string;
  readonly selector: string;
  readonly privateKey: string;
  /** The TXT record of the key in zone-file form. */
  readonly record: string;
}

/** Makes a signing key. */
export function makeSigner(domain: string, selector = 's1', bits = 2048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return { domain, selector, privateKey: pkcs8(privateKey), record: zoneText(`v=DKIM1; k=rsa; p=${spki(publicKey)}`) };
}

export function makeEd25519Signer(domain: string, selector = 'ed'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bare = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { domain, selector, privateKey: pkcs8(privateKey), record: zoneText(`v=DKIM1; k=ed25519; p=${bare}`) };
}

const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

/** A text as the strings of a TXT record, none longer than 255 (RFC 1035 3.3). */
export const zoneText = (text: string): string =>
  (text.match(/[\s\S]{1,255}/g) ?? []).map((piece) => `"${piece}"`).join(' ');

export const keyName = ({ domain, selector }: Signer): string => `${selector}._domainkey.${domain} TXT`;

export interface SignOptions {
  readonly canonicalization?: string;
  readonly signTime?: Date;
  readonly expires?: Date;
  readonly maxBodyLength?: number;
  readonly algorithm?: string;
}

/** The message with a DKIM-Signature on top. */
export const sign = async (message: string, signer: Signer, options: SignOptions = {}): Promise<string> =>
  (await signatureOf(message, signer, options)) + message;

/** A DKIM-Signature field of the message, its line break included. */
export async function signatureOf(
  message: string | Buffer,
  { domain: signingDomain, selector, privateKey }: Signer,
  options: SignOptions = {},
): Promise<string> {
  const { canonicalization = 'relaxed/relaxed', signTime = new Date(Date.UTC(2026, 10, 20)), ...rest } = options;
  const { expires, maxBodyLength, algorithm } = rest;
  const { signatures, errors } = await dkimSign(message, {
    canonicalization,
    signTime,
    ...(expires === undefined ? {} : { expires }),
    signingDomain,
    selector,
    privateKey,
    signatureData: [
      {
        signingDomain,
        selector,
        privateKey,
        ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
        ...(algorithm === undefined ? {} : { algorithm }),
      },
    ],
  });
  if (errors.length > 0) throw errors[0]?.err;
  return signatures;
}

/** The message with one ARC set on top. */
export async function seal(message: string, signer: Signer, cv: 'none' | 'pass' = 'none'): Promise<string> {
  const set = await sealMessage(message, {
    signingDomain: signer.domain,
    selector: signer.selector,
    privateKey: signer.privateKey,
    authResults: `${signer.domain}; dkim=pass header.d=contoso.test`,
    cv,
    signTime: new Date(Date.UTC(2026, 10, 20)),
  });
  return set.toString() + message;
}
