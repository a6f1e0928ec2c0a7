import { createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Octets, SaslCrypto } from '../smtp/auth/mechanism.ts';

const bytes = (octets: Octets): Buffer => Buffer.from(octets, 'latin1');

/** What logins compute with; PBKDF2 runs beside, so that a cancel is heard. */
export const saslCrypto: SaslCrypto = {
  hmac: (hash, key, data) => {
    try {
      return createHmac(hash, bytes(key)).update(bytes(data)).digest().toString('latin1');
    } catch {
      // MD5 is switched off where FIPS 140 is obeyed.
      return undefined;
    }
  },
  sha256: (data) => createHash('sha256').update(bytes(data)).digest().toString('latin1'),
  stretch: async (password, salt, iterations) =>
    (await promisify(pbkdf2)(bytes(password), bytes(salt), iterations, 32, 'sha256')).toString('latin1'),
  random: (count) => randomBytes(count).toString('latin1'),
};
