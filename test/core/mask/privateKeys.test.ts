import assert from 'node:assert/strict';
import { secretsIn } from './masked.ts';

const finds = (text: string, ...keys: readonly string[]): void => {
  it(JSON.stringify(text), () =>
    assert.deepEqual(
      secretsIn(`${text}\n`).filter(([kind]) => kind === 'private-key'),
      keys.map((key) => ['private-key', key]),
    ),
  );
};

describe('a private key', () => {
  for (const kind of ['', 'RSA ', 'EC ', 'ENCRYPTED ', 'OPENSSH ', 'PGP '])
    finds(`-----BEGIN ${kind}PRIVATE KEY-----\nMIIE\nAbCd==\n-----END ${kind}PRIVATE KEY-----`, 'MIIE\nAbCd==');
  finds('-----BEGIN PGP PRIVATE KEY BLOCK-----\nMIIE\n-----END PGP PRIVATE KEY BLOCK-----', 'MIIE');
  finds('-----BEGIN PUBLIC KEY-----\nMIIE\n-----END PUBLIC KEY-----');
  finds('-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----');
  finds('-----BEGIN PRIVATE KEY-----\nMIIE\nAbCd\n\n(cut)', 'MIIE\nAbCd');
  finds('-----BEGIN PRIVATE KEY-----\n> MIIE\n> -----END PRIVATE KEY-----', '> MIIE');
  finds('-----BEGIN PRIVATE KEY-----MIIE-----END PRIVATE KEY-----', 'MIIE');
  finds('-----BEGIN PRIVATE KEY-----\rMIIE\r-----END PRIVATE KEY-----', 'MIIE');
  finds('-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----');
  finds('-----BEGIN PRIVATE KEY-----\nMASKED\n-----END PRIVATE KEY-----');
  finds(
    '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\nMIIF\n-----END PRIVATE KEY-----',
    'MIIE',
    'MIIF',
  );
});
