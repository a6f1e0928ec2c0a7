import { mailFileSecrets } from '../../../../src/core/mask/secrets/mailFiles.ts';
import { finder } from './finding.ts';

const finds = finder(mailFileSecrets, 'password');

describe('a line of a file of Postfix', () => {
  for (const port of ['', ':587', ':smtp', ':smtps', ':submission', ':submissions', ':urd'])
    finds(`[mx.contoso.test]${port} alice:§kettle§\n`);
  finds('mx.contoso.test alice@contoso.test:§kettle§\n');
  finds('.contoso.test\talice:§kettle§');
  finds('alice@contoso.test bob:§kettle§ ');
  finds('* alice:§kettle§\n');
  finds('[192.0.2.1]:25 alice:§kettle§\n');
  finds('[mx.contoso.test]:58x alice:kettle\n');
  finds('mx alice:kettle\n');
  finds('mx.contoso.test alice: kettle drum\n');
  finds('mx.contoso.test alice::kettle\n');
  finds('mx.contoso.test 20:02:03 x\n');
  finds('mx.contoso.test 20:02\n');
  for (const word of [
    'port',
    'status',
    'id',
    'ip',
    'ip4',
    'ip6',
    'include',
    'exists',
    'redirect',
    'tcp',
    'udp',
    'error',
  ])
    finds(`mx.contoso.test ${word}:kettle\n`);
  for (const word of [
    'warning',
    'host',
    'from',
    'to',
    'mx',
    'a',
    'ptr',
    'all',
    'smtp',
    'lmtp',
    'relay',
    'dns',
    'http',
    'unix',
  ])
    finds(`mx.contoso.test ${word}:kettle\n`);
  for (const word of ['inet', 'hash', 'lmdb', 'btree', 'texthash', 'regexp', 'pcre', 'proxy'])
    finds(`a.test ${word}:kettle\n`);
  finds('mx.contoso.test ports:§kettle§\n');
});

describe('a line of a file of another program', () => {
  finds('relay alice@contoso.test:§kettle§\n');
  finds('relay alice:kettle\n');
  finds('cat /etc/mail/secrets\nrelay alice:§kettle§\n');
  finds('table secrets file:x\nrelay alice:123456\n');
  finds('mx.contoso.test:alice:§kettle§\n');
  finds('*:alice:§kettle§\n');
  finds('*.contoso.test:alice:§kettle§\n');
  finds('mx.contoso.test:25:kettle\n');
  finds('mx.contoso.test:alice:123456\n');
  finds('mx.contoso.test,587 alice §kettle§\n');
  finds(':mx.contoso.test:587 alice §kettle§\n');
  finds('a.test:mx.contoso.test:587 alice §kettle§\n');
  finds('a.test:[mx.contoso.test]:587|alice|§kettle§\n');
  finds('alice|mx.contoso.test:§kettle§\n');
  finds('alice|mx.contoso.test:587\n');
  finds('db.contoso.test:5432:mail:alice:§kettle§\n');
  finds('localhost:*:mail:alice:§kettle§\n');
  finds('localhost:54x:mail:alice:kettle\n');
});

describe('a line of a session', () => {
  finds('abcd LOGIN alice §kettle§\n');
  finds('b login "al ice" §kettle§\n');
  finds('a login alice kettle\n');
  finds('abcde LOGIN alice kettle\n');
  finds('auth plain alice §kettle§\n');
  finds('PASS §kettle§\n');
  finds('C: PASS §a kettle drum§\n');
  finds('--> PASS §kettle§\r\n');
  finds('"PASS §a kettle§"\n');
  finds('PASS OLD [192.0.2.1]:25\n');
  finds('PASS NEW [192.0.2.1]:25\n');
  finds('PASS\n');
  finds('pass kettle\n');
});

describe('a line of users', () => {
  finds('alice@contoso.test:§kettle§:5000:5000::/home/alice\n');
  finds('alice:§kettle§:1000:1000:Alice Ng:/home/alice:/bin/sh\n');
  finds('alice:§kettle§::::\n');
  finds('alice:x:1000:1000:Alice:/home/alice\nbob:*****:1000:1000:Bob:/home/bob\n');
  finds('fe80:kettle:1:2:x:/y\n');
  finds('alice:kettle:a:b:c:/d\n');
});
