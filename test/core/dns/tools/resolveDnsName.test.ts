import assert from 'node:assert/strict';
import { lookups, queriesOf, reads } from '../told.ts';

const head = (...columns: readonly string[]): string =>
  `Name                           Type   TTL   Section    ${columns.join(' ')}\n----                           ----   ---   -------    ${columns.map((one) => '-'.repeat(one.length)).join(' ')}\n`;
const row = (name: string, type: string, ttl: number, data: string, section = 'Answer'): string =>
  `${name.padEnd(30)} ${type.padEnd(6)} ${String(ttl).padEnd(5)} ${section.padEnd(10)} ${data}\n`;
const list = (...properties: readonly (readonly [string, string])[]): string =>
  `${properties.map(([name, value]) => `${name.padEnd(12)} : ${value}\n`).join('')}\n`;

describe('a table of Resolve-DnsName', () => {
  const mx = head('NameExchange', 'Preference') + row('a.test', 'MX', 300, 'mx.a.test 10');
  it('has the columns of its type', () => {
    reads(mx, ['resolve-dnsname a.test MX NOERROR: 300 10 mx.a.test.']);
    reads(head('NameHost') + row('w.test', 'CNAME', 60, 'a.test'), [
      'resolve-dnsname w.test CNAME NOERROR: 60 a.test.',
    ]);
    reads(head('Strings') + row('a.test', 'TXT', 60, '{v=spf1 mx -all}'), [
      'resolve-dnsname a.test TXT NOERROR: 60 "v=spf1 mx -all"',
    ]);
    reads(head('IPAddress') + row('a.test', 'XX', 60, '192.0.2.1'), []);
    reads(head('IPAddress') + row('a.test', 'A', 60, '192.0.2.1', 'answer'), []);
  });
  it('is asked of whom the command names, for what it names', () => {
    reads(`PS> Resolve-DnsName a.test MX -Server 192.0.2.53\n${mx}`, [
      'resolve-dnsname a.test MX NOERROR @192.0.2.53: 300 10 mx.a.test.',
    ]);
    reads(`PS> Resolve-DnsName a.test TXT\n${mx}`, ['resolve-dnsname a.test TXT NOERROR: 300 10 mx.a.test.']);
    const alias = head('NameHost') + row('w.test', 'CNAME', 60, 'a.test');
    const address = head('IPAddress') + row('a.test', 'A', 60, '192.0.2.1');
    reads(`PS> Resolve-DnsName w.test\n${alias}\n${address}`, ['resolve-dnsname w.test A NOERROR: 60 192.0.2.1']);
    reads(`${alias}\n${address}`, ['resolve-dnsname w.test A NOERROR: 60 192.0.2.1']);
  });
  it('has no answer where all stands in other sections', () => {
    for (const section of ['Authority', 'Additional', 'Question'])
      reads(head('IPAddress') + row('a.test', 'A', 60, '192.0.2.1', section), ['resolve-dnsname  ? NOERROR: ']);
  });
  it('goes on below its last column', () => {
    const below = (words: string) => `${' '.repeat(54)}${words}\n`;
    reads(head('Strings') + row('a.test', 'TXT', 60, '{v=spf1') + below('mx -all}'), [
      'resolve-dnsname a.test TXT NOERROR: 60 "v=spf1 mx -all"',
    ]);
    const key = 'A'.repeat(40);
    reads(head('Strings') + row('a.test', 'TXT', 60, `{p=${key}`) + below(`${key}}`), [
      `resolve-dnsname a.test TXT NOERROR: 60 "p=${key}${key}"`,
    ]);
    reads(`${head('Strings')}${row('a.test', 'TXT', 60, '{v=spf1')}  x\n`, [
      'resolve-dnsname a.test TXT NOERROR: 60 "v=spf1"',
    ]);
  });
  it('needs the rule below its head', () => reads(mx.replace(/^-.*\n/m, ''), []));
  it('ends with four blank lines, or what is no row', () => {
    const end = (between: string) => lookups(`${mx}${between}${mx}`).length;
    assert.deepEqual(['\n', '\n\n\n', '\n\n\n\n', 'Hello.\n'].map(end), [1, 1, 2, 2]);
  });
});

describe('a list of Resolve-DnsName', () => {
  const mx = list(
    ['Name', 'a.test'],
    ['Type', 'MX'],
    ['TTL', '300'],
    ['Section', 'Answer'],
    ['NameExchange', 'mx.a.test'],
    ['Preference', '10'],
  );
  const told = 'resolve-dnsname a.test MX NOERROR: 300 10 mx.a.test.';
  it('is a record', () => {
    reads(mx, [told]);
    reads(mx.replace('Type ', 'QueryType '), [told]);
    reads(mx + mx.replace(': 10', ': 20'), [
      'resolve-dnsname a.test MX NOERROR: 300 10 mx.a.test. | 300 20 mx.a.test.',
    ]);
    reads(mx.replace(/^TTL.*\n/m, ''), ['resolve-dnsname a.test MX NOERROR: 10 mx.a.test.']);
    reads(mx.replace(': 300', ': x'), ['resolve-dnsname a.test MX NOERROR: 10 mx.a.test.']);
    reads(mx.replace(/^Section.*\n/m, ''), [told]);
    reads(mx.replace('Answer', 'Authority'), ['resolve-dnsname  ? NOERROR: ']);
    reads(mx.replace('a.test\n', 'a.test.\n'), [told]);
    reads(mx.replace(': MX', ': XX'), []);
  });
  it('has values that are wrapped', () => {
    const text = list(['Name', 'a.test'], ['Type', 'TXT'], ['TTL', '60'], ['Strings', '{v=spf1 mx']).trimEnd();
    reads(`${text}\n               -all}\n`, ['resolve-dnsname a.test TXT NOERROR: 60 "v=spf1 mx-all"']);
    reads(`${text}}\n     -all}\n`, ['resolve-dnsname a.test TXT NOERROR: 60 "v=spf1 mx"']);
  });
});

describe('a failure of Resolve-DnsName', () => {
  const failed = (rest = '') => `Resolve-DnsName : a.test : DNS name does not exist\n${rest}`;
  it('is that of its command, else of the script that it shows', () => {
    reads(failed(), ['resolve-dnsname a.test ? NXDOMAIN: ']);
    reads(`PS> Resolve-DnsName a.test MX -Server s.test\n${failed()}`, [
      'resolve-dnsname a.test MX NXDOMAIN @s.test: ',
    ]);
    reads(failed("At line:1 char:1\n+ $x = Resolve-DnsName -Name $n -Type 'mx' -Server x\n"), [
      'resolve-dnsname a.test MX NXDOMAIN: ',
    ]);
    reads(failed('At line:1 char:1\n+ $x = Resolve-DnsName -Name $n -Type XY\n'), [
      'resolve-dnsname a.test ? NXDOMAIN: ',
    ]);
    reads(
      failed('At line:1 char:1\n+ $x = Resolve-DnsName -Name $n\n') + failed(),
      Array(2).fill('resolve-dnsname a.test ? NXDOMAIN: '),
    );
  });
  it('stands behind what was found', () => {
    const mx = head('NameExchange', 'Preference') + row('b.test', 'MX', 300, 'mx.b.test 10');
    assert.deepEqual(
      queriesOf(`${mx}\n${failed()}`).map(({ name, status }) => `${name} ${status}`),
      ['b.test NOERROR', 'a.test NXDOMAIN'],
    );
  });
});
