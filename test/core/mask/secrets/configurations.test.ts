import { configurationSecrets } from '../../../../src/core/mask/secrets/configurations.ts';
import { finder } from './finding.ts';

const finds = finder(configurationSecrets, 'password');
const findsKey = finder(configurationSecrets, 'token');

describe('a section of passwords', () => {
  for (const name of ['users', 'password', 'passwords', 'passwd', 'credentials', 'secrets', 'logins', 'USERS'])
    finds(`[${name}]\nalice = §kettle§\n`);
  finds('[user]\nalice = kettle\n');
  finds('x[users]\nalice = kettle\n');
  finds('see [users]\nalice = kettle\n');
  finds('[users] ; who may\r\nalice=§kettle§\r\n\r\n# more\r\n  bob.b+x@a.test = §drum§\r\n');
  finds('[users] # who may\nalice = §kettle§\n\n\n;\nbob = §drum§\n[other]\ncarol = x\n');
  finds('[users] who may\nalice = kettle\n');
  finds('> [users]\n> alice = §kettle§\n> bob = §drum§\n');
  finds('[users]\nalice = "§a kettle§"\nbob = §drum§\n');
  for (const name of ['enable', 'enabled', 'Host', 'server', 'port', 'type', 'mode', 'driver', 'file', 'path', 'url'])
    finds(`[users]\n${name} = kettle\nalice = §drum§\n`);
  for (const name of ['backend', 'database', 'default', 'method', 'realm']) finds(`[users]\n${name} = kettle\n`);
  finds('[users]\nxport = §kettle§\nports = §drum§\n');
  finds('[users]\nalice == kettle\nbob = drum\n');
  finds('[users]\nalice =\nbob = drum\n');
  finds('[users]\nalice_x = kettle\nbob = drum\n');
  finds('[users]\n-alice = kettle\n');
  finds('[users]\nsome words\nbob = drum\n');
  finds('[users]\nalice = two words\nbob = §drum§\n');
});

describe('a variable whose value looks like a key', () => {
  findsKey('DBROOT=§k3LmP9qRt2VwX7yZ§\n');
  findsKey('DBROOT="§k3LmP9qRt2VwX7yZ§"\n');
  findsKey("DBROOT='§k3LmP9qRt2VwX7yZ==§' \n");
  findsKey('DBROOT=§k3LmP9qRt2VwX7yZ§');
  findsKey('dbroot=k3LmP9qRt2VwX7yZ\n');
  findsKey('DB=k3LmP9qRt2VwX7yZ\n');
  findsKey('x-DBROOT=k3LmP9qRt2VwX7yZ\n');
  findsKey('xDBROOT=k3LmP9qRt2VwX7yZ\n');
  findsKey('DBROOT=k3LmP9qRt2VwX7y\n');
  findsKey('DBROOT=k3lmp9qrt2vwx7yz\n');
  findsKey('DBROOT=K3LMP9QRT2VWX7YZ\n');
  findsKey('DBROOT=kaLmPbqRtcVwXdyZ\n');
  findsKey('DBROOT=k3LmP9qRt2VwX7yZ and more\n');
  findsKey('DBROOT=Kettledrumkettle1\n');
  findsKey('DBROOT=§aBcdefgh1ijkLmno§\n');
  findsKey('DBROOT=abcdefgh1ijkLmno\n');
  findsKey('DBROOT=aBcdefgh1ijkLmnopqrs\n');
  findsKey('DBROOT=KETTLE-drumpot-123456\n');
  for (const name of ['MY_ID', 'IDS', 'UUID', 'GUID_X', 'NAME', 'HASH', 'SHA256', 'SHA', 'MD5', 'DIGEST', 'CHECKSUM'])
    findsKey(`${name}=k3LmP9qRt2VwX7yZ\n`);
  for (const name of [
    'FINGERPRINT',
    'VERSION',
    'REVISION',
    'COMMIT',
    'TAG',
    'BUILD',
    'PUBLIC_KEY',
    'PUBKEY',
    'SITEKEY',
  ])
    findsKey(`A_${name}=k3LmP9qRt2VwX7yZ\n`);
  for (const name of [
    'PATH',
    'DIR',
    'FILE',
    'HOME',
    'HOST',
    'SERVER',
    'DOMAIN',
    'URL',
    'URI',
    'USER',
    'CURSOR',
    'IMAGE',
  ])
    findsKey(`${name}_X=k3LmP9qRt2VwX7yZ\n`);
  for (const name of ['DATE', 'TIME', 'ZONE', 'MESSAGE', 'SUBJECT', 'ARN', 'REGION', 'TENANTID'])
    findsKey(`${name}=k3LmP9qRt2VwX7yZ\n`);
  for (const name of ['NAMES', 'XPATH', 'IDX', 'SHAX', 'TIMER']) findsKey(`${name}=§k3LmP9qRt2VwX7yZ§\n`);
});
