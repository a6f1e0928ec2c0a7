import { createPublicKey, type KeyObject } from 'node:crypto';
import { readTagList } from '../../core/dns/records/tagList.ts';
import type { MailauthResolver } from './resolver.ts';

/** The key that a DKIM key record holds, in PEM; undefined where there is none that can be used (RFC 6376 3.6.1). */
export async function getPublicKey(name: string, resolve: MailauthResolver): Promise<string | undefined> {
  let text: string;
  try {
    const [first] = await resolve(name, 'TXT');
    text = [first ?? []].flat().join('');
  } catch {
    // NXDOMAIN, a timeout and the like; the answer is kept and looked at elsewhere.
    return undefined;
  }
  const { tags } = readTagList(text);
  const value = (tag: string): string => tags.find((one) => one.name === tag)?.value ?? '';
  const octets = Buffer.from(value('p').replace(/\s+/g, ''), 'base64');
  if (octets.length === 0) return undefined;
  const isEd25519 = value('k').toLowerCase() === 'ed25519';
  return isEd25519 ? ed25519Key(octets) : rsaKey(octets);
}

const pem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

/** RFC 8463 4: the bare 32 octets, wrapped here into a SubjectPublicKeyInfo (RFC 8410 4). */
function ed25519Key(octets: Buffer): string | undefined {
  if (octets.length !== 32) return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), octets]);
  return readDer(der, 'spki');
}

const rsaKey = (octets: Buffer): string | undefined => readDer(octets, 'spki') ?? readDer(octets, 'pkcs1');

function readDer(key: Buffer, type: 'spki' | 'pkcs1'): string | undefined {
  try {
    return pem(createPublicKey({ key, format: 'der', type }));
  } catch {
    // No key of this form.
    return undefined;
  }
}
