import { keysAndHashes } from '../../../../src/core/mask/secrets/keysAndHashes.ts';
import { finder } from './finding.ts';

const finds = finder(keysAndHashes);
const hex = (length: number): string => '0123456789abcdef'.repeat(20).slice(0, length);

describe('a hash of a password', () => {
  for (const scheme of ['1', '5', '6', '7', 'y', '2', '2a', '2b', '2x', '2y', '3', 'md5', 'sha1', 'gy', 'apr1', 'sm3'])
    finds(`alice:§$${scheme}$saltsalt$0123§:x`);
  for (const scheme of [
    'argon2i',
    'argon2d',
    'argon2id',
    'scrypt',
    'bcrypt',
    'bcrypt-sha256',
    'pbkdf2',
    'pbkdf2-sha512',
    'P',
    'H',
  ])
    finds(`§$${scheme}$saltsalt§ x`);
  finds('$8$saltsalt');
  finds('$2c$saltsalt');
  finds('x$6$saltsalt');
  finds('$$6$saltsalt');
  finds('$6$saltsal');
  for (const scheme of ['PLAIN', 'CLEAR', 'cleartext', 'PLAIN-TRUNC', 'PLAIN.b64', 'CLEAR.HEX'])
    finds(`{${scheme}}§kettle§`);
  finds("{PLAIN}§k'e\\te|t;l,e:x§:5000:x");
  finds('"{PLAIN}§kettle§", x');
  finds('{PLAIN}§kettle§}');
  finds('{PLAIN}§kettle§\\"');
  finds('{PLAIN}§kettle§; x');
  finds('{PLAINS}kettle');
  for (const scheme of [
    'SHA',
    'SSHA',
    'SHA256',
    'SSHA512',
    'MD5',
    'SMD5',
    'crypt',
    'MD5-CRYPT',
    'SHA512-CRYPT',
    'BLF-CRYPT',
  ])
    finds(`{${scheme}}§kettle1234§:x`);
  for (const scheme of [
    'DES-CRYPT',
    'PLAIN-MD4',
    'PLAIN-MD5',
    'LDAP-MD5',
    'HMAC-MD5',
    'CRAM-MD5',
    'DIGEST-MD5',
    'SCRAM-SHA-256',
  ])
    finds(`"{${scheme}.b64}§kettle1234§"`);
  for (const scheme of [
    'ARGON2I',
    'ARGON2ID',
    'PBKDF2',
    'PBKDF2-SHA512',
    'LANMAN',
    'NTLM',
    'RPA',
    'OTP',
    'NS-MTA-MD5',
    'SKEY',
  ])
    finds(`{${scheme}}§kettle1234§>`);
  finds('{SHA}kettle1');
  finds('{MOO}kettle1234');
  for (const name of ['userPassword', 'password', 'unicodePwd', 'olcRootPW', 'rootpw', 'ipaNTHash', 'sambaNTPassword'])
    finds(`${name}:: §a2V0dGxl§`);
  finds('userPassword:: §YQ==§\n');
  finds('userPassword: a2V0dGxl');
  finds('x-password:: a2V0dGxl');
  finds('userPassword:: a2V0dGxl===');
  finds(`alice:1000:§${hex(32)}:${hex(32)}§:::`);
  finds(`alice:§${hex(32)}:${hex(32)}§\nbob:§${hex(32).toUpperCase()}:${hex(32)}§`);
  finds(`alice:${hex(31)}:${hex(32)}:`);
  finds(`alice:${hex(32)}:${hex(33)}`);
  finds(`§*${hex(40).toUpperCase()}§ x`);
  finds(`**${hex(40).toUpperCase()}`);
  finds(`*${hex(40)}`);
  finds(`a*${hex(40).toUpperCase()}`);
  finds(`*${hex(41).toUpperCase()}`);
  finds(`APOP alice §${hex(32)}§`);
  finds(`apop  alice §${hex(32)}§ x`);
  finds(`APOP alice ${hex(33)}`);
  finds(`XAPOP alice ${hex(32)}`);
  for (const name of ['MAC', 'Hash']) finds(`Private-${name}: §${hex(40)}§`);
  finds(`Private-Mac: ${hex(40)}`);
});

describe('a key', () => {
  for (const name of ['Master-Key', 'Resumption PSK', 'Early secret', 'MASTER-KEY']) finds(`    ${name}: §${hex(96)}§`);
  for (const name of [
    'CLIENT_RANDOM',
    'CLIENT_TRAFFIC_SECRET_0',
    'SERVER_HANDSHAKE_TRAFFIC_SECRET_1',
    'EXPORTER_SECRET',
  ])
    finds(`${name} ${hex(64)} §${hex(96)}§`);
  finds(`CLIENT_RANDOM ${hex(63)} ${hex(96)}`);
  finds(`Master-Key: ${hex(31)}`);
  finds('Private-Lines: 2\n§AAAAbbbb==\n> CCCCdddd§\nPrivate-MAC: x');
  finds('Private-Lines: 2\nMASKED\nMASKED\n');
  finds('xPrivate-Lines: 2\nAAAAbbbb\n');
  for (const start of ['MIIEvQIBADA', 'MIIEvQIBAAK', 'MHcCAQEE', 'MIGHAgEAMBMG', 'MC4CAQAwBQYDK2Vw'])
    finds(`key §${start}${hex(20)}==§ x`);
  finds(`§MHcCAQEE${hex(64)}\n> ${hex(40)}=§\nx`);
  finds(`MHcCAQEE${hex(15)}`);
  finds(`xMHcCAQEE${hex(20)}`);
  finds(`MIIEvQIBBDA${hex(20)}`);
});
