import assert from 'node:assert/strict';
import { problemsOfSet } from '../../../src/core/dns/records/recordSet.ts';
import type { SetRecord } from '../../../src/core/dns/records/setProblem.ts';

/** Records, one a line as `name type data`, each in an answer of its own name and type unless told otherwise. */
const set = (lines: readonly string[], more: Partial<SetRecord> = {}): readonly SetRecord[] =>
  lines.map((line) => {
    const [name = '', type = '', ...data] = line.split(' ');
    return { name, type, data: data.join(' '), ...more };
  });

const finds = (lines: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(
    [...problemsOfSet(set(lines))].map(({ code, record }) => `${code} ${record.name}`),
    expected,
    lines.join('\n'),
  );

describe('mail exchangers of a set', () => {
  it('are hosts', () => finds(['contoso.test MX 10 mx1.contoso.test.', 'contoso.test MX 20 10.mx.contoso.test.']));
  it('are no addresses', () => {
    finds(['contoso.test MX 10 192.0.2.25'], 'mx-address contoso.test');
    finds(['contoso.test MX 10 192.0.2.25.'], 'mx-address contoso.test');
    finds(['contoso.test MX 10 [192.0.2.25]'], 'mx-address contoso.test');
    finds(['contoso.test MX 10 2001:db8::25'], 'mx-address contoso.test');
  });
  it('are not the sender', () => {
    finds(['contoso.test MX 10 localhost.'], 'mx-this-host contoso.test');
    finds(['contoso.test MX 10 localhost.localdomain'], 'mx-this-host contoso.test');
    finds(['contoso.test MX 10 localhost.contoso.test.']);
  });
  it('are no aliases, as far as is seen', () => {
    finds(
      ['contoso.test MX 10 Mail.contoso.test.', 'mail.contoso.test CNAME mx1.fabrikam.test.'],
      'mx-alias contoso.test',
    );
    finds(['contoso.test MX 10 mx1.contoso.test.', 'www.contoso.test CNAME mx1.contoso.test.']);
  });
  it('are none at all, or some', () => {
    finds(['contoso.test MX 0 .']);
    finds(['contoso.test MX 0 .', 'contoso.test MX 10 mx1.contoso.test.'], 'mx-null-beside contoso.test');
    finds(['contoso.test MX 0 .', 'fabrikam.test MX 10 mx1.contoso.test.']);
  });
});

describe('names of a set', () => {
  it('stand once', () => {
    finds(['contoso.test MX 10 mx1.contoso.test.contoso.test.'], 'name-doubled contoso.test');
    finds(['www.contoso.test.contoso.test A 192.0.2.1'], 'name-doubled www.contoso.test.contoso.test');
    finds(['a.contoso.test CNAME contoso.test.cdn.fabrikam.test.', '1.2.1.2.in-addr.arpa PTR a.contoso.test.']);
    finds(['contoso.test A 192.0.192.0']);
  });
  it('are an alias or something else', () => {
    finds(['a.contoso.test CNAME b.contoso.test.', 'a.contoso.test TXT "x"'], 'cname-beside a.contoso.test');
    finds(
      ['a.contoso.test CNAME b.contoso.test.', 'a.contoso.test CNAME c.contoso.test.'],
      'cname-beside a.contoso.test',
    );
    finds(['a.contoso.test CNAME b.contoso.test.', 'A.contoso.test CNAME B.contoso.test']);
    finds(['a.contoso.test CNAME b.contoso.test.', 'a.contoso.test RRSIG CNAME 8 3 300', 'b.contoso.test TXT "x"']);
  });
  it('say what they say to one server', () => {
    const one = set(['a.contoso.test CNAME b.contoso.test.'], { server: '192.0.2.1' });
    const other = set(['a.contoso.test TXT "x"'], { server: '192.0.2.2' });
    assert.deepEqual([...problemsOfSet([...one, ...other])], []);
  });
});

describe('serials of a set', () => {
  const soa = (serial: number): string => `contoso.test SOA ns1.contoso.test. dns.contoso.test. ${serial} 1 2 3 4`;
  it('are the same', () => finds([soa(7), soa(7)]));
  it('differ', () => finds([soa(7), soa(8)], 'soa-serials-differ contoso.test'));
});

describe('TLSA records of a set', () => {
  const digest = '0a'.repeat(32);
  it('are fine', () => {
    finds([
      `_25._tcp.mx1.contoso.test TLSA 3 1 1 ${digest}`,
      `_25._tcp.mx1.contoso.test TLSA 2 0 2 ${digest} ${digest}`,
    ]);
    finds([`_443._tcp.www.contoso.test TLSA 1 1 1 ${digest}`, '_25._tcp.mx1.contoso.test TLSA 3 0 0 3082']);
  });
  it('are not', () => {
    finds([`_25._tcp.mx1.contoso.test TLSA 0 1 1 ${digest}`], 'tlsa-usage _25._tcp.mx1.contoso.test');
    finds([`_25._tcp.mx1.contoso.test TLSA 3 1 2 ${digest}`], 'tlsa-length _25._tcp.mx1.contoso.test');
    finds([`_25._tcp.mx1.contoso.test TLSA 4 1 1 ${digest}`], 'tlsa-parameter _25._tcp.mx1.contoso.test');
  });
});

describe('texts of a set', () => {
  const spf = (text: string): string => `contoso.test TXT "${text}"`;
  it('are one of each kind', () => {
    finds([spf('v=spf1 mx -all'), spf('v=spf1 mx -all'), spf('MS=1'), '_dmarc.contoso.test TXT "v=DMARC1; p=reject"']);
    finds([spf('v=spf1 mx -all'), spf('v=spf1 a -all')], 'record-several contoso.test', 'record-several contoso.test');
    finds([spf('v=spf1 mx -all'), 'fabrikam.test TXT "v=spf1 a -all"', ' TXT "v=spf1 a -all"', ' TXT "v=spf1 -all"']);
  });
  it('are counted for each answer', () => {
    const records = [spf('v=spf1 mx -all'), spf('v=spf1 a -all')].flatMap((one, answer) => set([one], { answer }));
    assert.deepEqual([...problemsOfSet(records)], []);
  });
  it('may stand anywhere where an alias leads to them', () => {
    const dmarc = ['hosted.fabrikam.test TXT "v=DMARC1; p=reject"'];
    assert.deepEqual([...problemsOfSet(set(dmarc, { led: true }))], []);
    finds(dmarc, 'record-wrong-name hosted.fabrikam.test');
  });
});
