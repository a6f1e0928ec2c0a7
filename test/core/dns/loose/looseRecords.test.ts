import assert from 'node:assert/strict';
import { looseRecords } from '../../../../src/core/dns/loose/looseRecords.ts';

const records = (text: string) => looseRecords(text, 0, text.length);
/** Every record as `name type text [place]`, where the place differs from the text. */
const reads = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    records(text).map(({ name, type, data, joined, span }) => {
      const place = text.slice(span?.start, span?.end);
      const what = joined?.text ?? data;
      return `${name} ${type} ${what}${place === what ? '' : ` [${place}]`}`;
    }),
    expected,
    text,
  );
const spf = 'v=spf1 mx -all';

describe('whose record a text is', () => {
  it('is the name of a line of a zone file', () => {
    for (const before of [
      'a.test. IN TXT ',
      'a.test 3600 TXT ',
      'a.test. 1h IN TXT ',
      'a.test. IN 3600 TXT ',
      '> a.test.\tIN\tTXT\t',
      'a.test TXT ',
      'a.test. IN TXT ( ',
    ])
      reads(`${before}"${spf}"`, `a.test TXT ${spf}`);
    reads(`www 300 IN TXT "${spf}"`, `www TXT ${spf}`);
    reads(`@ TXT "${spf}"`, `@ TXT ${spf}`);
    reads(`www TXT "${spf}"`, ` TXT ${spf}`);
    reads(`Our TXT "${spf}"`, ` TXT ${spf}`);
    reads(`auto IN TXT "${spf}"`, ` TXT ${spf}`);
  });
  it('is the name in a table of names and values', () => {
    for (const gap of ['\t', '  ', ' | ', '|']) {
      reads(`a.test${gap}${spf}`, `a.test TXT ${spf}`);
      reads(`@${gap}"${spf}"`, `@ TXT ${spf}`);
      reads(`_dmarc${gap}${spf}`, `_dmarc TXT ${spf}`);
    }
    reads(`word\t${spf}`, ` TXT ${spf}`);
    reads(`a.test ${spf}`, ` TXT ${spf}`);
    reads(`x a.test\t${spf}`, ` TXT ${spf}`);
  });
  it('is a name with a label above, of which the nearest counts', () => {
    for (const label of [
      'Host name',
      'Hostname',
      'Host',
      'Name',
      'Subdomain',
      'sub-domain',
      'Record name',
      'DNS Name',
      'TXT host',
      'record host',
      'Nom',
      'Nome',
      'Nombre',
      'Préfixe',
      'Prefix',
      'Name (required)',
      '> Name',
      '** Name',
    ])
      reads(`${label}: a.test\n${spf}`, `a.test TXT ${spf}`);
    reads(`Name: a.test\nName = b.test\n${spf}`, `b.test TXT ${spf}`);
    reads(`Name: a.test\nTTL: 1\nx\ny\n${spf}`, `a.test TXT ${spf}`);
    reads(`Name: a.test\nTTL: 1\nx\ny\nz\n${spf}`, ` TXT ${spf}`);
    reads(`Name: auto\n${spf}`, ` TXT ${spf}`);
    reads(`Name:\na.test\n${spf}`, ` TXT ${spf}`);
    reads(`Name: a.test${' '.repeat(600)}\n${spf}`, ` TXT ${spf}`);
  });
  it('is so also behind the label of the value', () => {
    for (const label of [
      'Value',
      'TXT value',
      'Record content',
      'Content',
      'Data',
      'Text value',
      'Answer',
      'Points to',
      'Target',
      'Wert',
      'Inhalt',
      'Valeur',
      'Valore',
      'Valor',
      'Contenu',
      'Value (text)',
    ])
      for (const text of [`${label}: ${spf}`, `${label}:\n${spf}`, `${label} = "${spf}"`])
        reads(`Name: a.test\n${text}`, `a.test TXT ${spf}`);
    reads(`Name: a.test\nWe have ${spf}`, ` TXT ${spf}`);
  });
  it('is the name beside TXT, each on a line of its own', () => {
    reads(`TXT\na.test\n${spf}`, `a.test TXT ${spf}`);
    reads(`TXT record\nwww\n${spf}`, `www TXT ${spf}`);
    reads(`www\nTXT\n${spf}`, `www TXT ${spf}`);
    reads(`www\nTXT x\n${spf}`, ` TXT ${spf}`);
    reads(`MX\nwww\n${spf}`, ` TXT ${spf}`);
    reads(`www\n${spf}`, ` TXT ${spf}`);
    reads(`auto\nTXT\n${spf}`, ` TXT ${spf}`);
  });
  it('is in the JSON of a provider', () => {
    for (const open of ['"data":"', '"data": "', '"values": ["', '"content":"\\"', '"content": \\"'])
      reads(`{"name":"a.test",${open}${spf}"`, `a.test TXT ${spf}`);
  });
});

describe('records of mail in a text', () => {
  it('are those of all versions', () => {
    for (const text of [
      'v=spf1 -all',
      'v = DMARC1; p=none',
      'V=SPF1 -all',
      'spf2.0/pra -all',
      'v=spf2.0/pra -all',
      'v=DMARC1; p=none',
      'v=DKIM1; p=',
      'v=STSv1; id=1',
      'v=TLSRPTv1; rua=mailto:a@a.test',
      'v=BIMI1; l=',
      'k=rsa; p=A',
      'k=ed25519;p=A',
    ])
      assert.equal(records(text).length, 1, text);
    for (const text of [
      'v=spf10 -all',
      'v=spf1.x -all',
      'v=spf1-x -all',
      'x-v=spf1 -all',
      'av=spf1 -all',
      '%v=spf1 -all',
      'k=dsa; p=A',
      'v=spf1',
      'v=DMARC1',
    ])
      assert.equal(records(text).length, 0, text);
  });
  it('stand in the order of the text, also of several kinds', () =>
    reads(
      `MX\t@\t5 mx.a.test\n@\t"${spf}"\nMX\t@\t6 mx.b.test\n`,
      '@ MX 5 mx.a.test. [MX\t@\t5 mx.a.test]',
      `@ TXT ${spf}`,
      '@ MX 6 mx.b.test. [MX\t@\t6 mx.b.test]',
    ));
  it('are one where one names another', () => reads(`"${spf} v=spf1 a -all"`, ` TXT ${spf} v=spf1 a -all`));
  it('are read between two places', () => {
    const text = `${spf}\n${spf}\n${spf}`;
    assert.equal(looseRecords(text, 15, 29).length, 1);
    assert.equal(looseRecords(text, 16, 29).length, 0);
  });
});

describe('exchangers and aliases in rows', () => {
  const row = '[MX\t@\t';
  it('have preference and host in a cell, or a cell each', () => {
    for (const cells of [
      '5 mx.a.test',
      'mx.a.test (Priority: 5)',
      'mx.a.test\t5',
      '5\tmx.a.test',
      '[5] mx.a.test',
      '[5]\tmx.a.test.',
      '5  mx.a.test',
      '300\t5 mx.a.test.',
    ])
      reads(`MX\t@\t${cells}`, `@ MX 5 mx.a.test. ${row}${cells}]`);
    for (const host of ['.', 'localhost', '192.0.2.1', '2001:db8::1']) {
      const [found] = records(`MX\t@\t5 ${host}`);
      assert.equal(found?.data, host === '.' ? '5 .' : `5 ${host}.`);
    }
    for (const cells of ['mx.a.test', '5 mx', '5', '123456 mx.a.test', '5 a b']) reads(`MX\t@\t${cells}`);
  });
  it('are marked in many ways', () => {
    for (const line of [
      'MX @ 5 mx.a.test'.replaceAll(' ', '  ').replace('5  mx', '5 mx'),
      '| MX | @ | 5 mx.a.test |',
      '**MX** | @ | 5 mx.a.test',
      '`MX`\t@\t5 mx.a.test',
      'Mail Exchanger (MX)\t@\t5 mx.a.test'.replace(/^/, '@\t'),
    ])
      assert.deepEqual(
        records(`${line}\r\n`).map(({ name, data }) => `${name} ${data}`),
        ['@ 5 mx.a.test.'],
        line,
      );
    reads('MXX\t@\t5 mx.a.test');
    reads('TXT\t@\t5 mx.a.test');
    reads('MX\t5 mx.a.test');
  });
  it('are aliases only where no zone has the name', () => {
    reads('CNAME\ts1._domainkey\ts1.b.test', 's1._domainkey CNAME s1.b.test. [CNAME\ts1._domainkey\ts1.b.test]');
    reads('CNAME\t_dmarc\t3600\tb.test.', '_dmarc CNAME b.test. [CNAME\t_dmarc\t3600\tb.test.]');
    reads('CNAME\twww\ts1.b.test');
    reads('CNAME\t_dmarc\t1.2.3');
    reads('CNAME\t_dmarc\tb');
  });
  it('may stand on lines below each other', () => {
    reads('MX\n@\n5 mx.a.test\n', '@ MX 5 mx.a.test. [5 mx.a.test]');
    reads('MX\n@\nmx.a.test\n5\n', '@ MX 5 mx.a.test. [mx.a.test]');
    reads('MX\n  @\n  5 mx.a.test\n', '@ MX 5 mx.a.test. [5 mx.a.test]');
    reads('MX\n@\nmx.a.test\n');
    reads('MX\nauto\n5 mx.a.test\n');
    reads('CNAME\n_dmarc\nb.test\n');
  });
});
