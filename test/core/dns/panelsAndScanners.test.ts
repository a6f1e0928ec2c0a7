import assert from 'node:assert/strict';
import { looseRecords } from '../../../src/core/dns/loose/looseRecords.ts';
import { problemsOfSet } from '../../../src/core/dns/records/recordSet.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** Every query of the text as `name type status: data | data`. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const told = readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup'
      ? block.queries.map(
          ({ name, type, status, answers }) =>
            `${name} ${type} ${status}: ${answers.map(({ data }) => data).join(' | ')}`,
        )
      : [],
  );
  assert.deepEqual(told, expected, text);
};
const codes = (text: string): readonly string[] =>
  [...problemsOfSet(looseRecords(text, 0, text.length))].map(
    ({ code, start, end }) => `${code} [${text.slice(start, end)}]`,
  );

describe('what scanners of many names write', () => {
  it('is zdns, old and new', () => {
    const data = {
      answers: [
        { answer: 'mx1.contoso.test.', class: 'IN', name: 'contoso.test', preference: 10, ttl: 300, type: 'MX' },
      ],
      resolver: '192.0.2.53:53',
    };
    const one = { name: 'contoso.test', status: 'NOERROR' };
    reads(JSON.stringify({ data, ...one }), 'contoso.test MX NOERROR: 10 mx1.contoso.test.');
    reads(
      JSON.stringify({ name: 'contoso.test', results: { MX: { data, status: 'NOERROR' } } }),
      'contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
  });

  it('is massdns, and dnsx with a list a type', () => {
    reads(
      JSON.stringify({
        name: 'a.test.',
        type: 'A',
        class: 'IN',
        status: 'NXDOMAIN',
        data: { authorities: [] },
        resolver: 'x:53',
      }),
      'a.test A NXDOMAIN: ',
    );
    reads(
      JSON.stringify({ host: 'contoso.test', resolver: ['x:53'], txt: ['v=spf1 -all'], status_code: 'NOERROR' }),
      'contoso.test TXT NOERROR: "v=spf1 -all"',
    );
  });
});

describe('what tools with a window show', () => {
  it('is the table of the DNS server of Windows', () => {
    const text = [
      'HostName                  RecordType Type       Timestamp            TimeToLive      RecordData',
      '--------                  ---------- ----       ---------            ----------      ----------',
      '@                         MX         15         0                    01:00:00        [10][mail.contoso.test.]',
      '_dmarc                    TXT        16         11/27/2026 8:00:00 AM 1.00:00:00     v=DMARC1; p=none',
    ].join('\n');
    reads(text, '@ MX ?: 10 mail.contoso.test.', '_dmarc TXT ?: "v=DMARC1; p=none"');
    const lookup = readTicket(text).blocks[0];
    assert.deepEqual(
      lookup?.kind === 'lookup' && lookup.queries.flatMap(({ answers }) => answers.map(({ ttl }) => ttl)),
      [3600, 86_400],
    );
  });

  it('is a message of dnspython, and the exchangers of MXToolbox', () => {
    reads(
      'id 7\nopcode QUERY\nrcode NOERROR\nflags QR RD RA\n;QUESTION\ncontoso.test. IN MX\n;ANSWER\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n;AUTHORITY\n;ADDITIONAL\n',
      'contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
    reads(
      'mx:contoso.test\nPref\tHostname\tIP Address\tTTL\n10\tmx1.contoso.test\t192.0.2.25\t60 min\tBlacklist Check\n',
      'contoso.test MX NOERROR: 10 mx1.contoso.test',
    );
  });

  it('is nslookup in a language that nobody wrote down', () => {
    const server = 'Abzu:  dns.contoso.test\nAddress:  192.0.2.53\n\n';
    reads(
      `${server}Enlil\u2019s babbar-ga dub:\nMu:    mail.contoso.test\nAddress:  192.0.2.25\n`,
      'mail.contoso.test A NOERROR: 192.0.2.25',
    );
    reads(
      `/ # nslookup -type=mx contoso.test\nServer:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\n** server can't find contoso.test: NXDOMAIN\n`,
      'contoso.test MX NXDOMAIN: ',
    );
    reads('Shop: our mail\nAddress: 192.0.2.7\n\nSee you there\n');
  });
});

describe('records of panels and of their interfaces', () => {
  it('are those of one name in JSON, also before it is named', () => {
    const rrset = {
      name: 'contoso.test.',
      type: 'TXT',
      records: [{ content: '"v=spf1 mx -all"' }, { content: '"v=spf1 a ~all"' }],
    };
    assert.deepEqual(codes(JSON.stringify(rrset)), [
      'record-several [v=spf1 mx -all]',
      'record-several [v=spf1 a ~all]',
    ]);
    const each = ['v=spf1 mx -all', 'v=spf1 a ~all'].map((data, i) => ({
      data,
      name: i === 0 ? '@' : 'shop',
      type: 'TXT',
    }));
    assert.deepEqual(codes(JSON.stringify(each)), []);
  });

  it('are exchangers in JSON and in a form, a label a line', () => {
    assert.deepEqual(codes(JSON.stringify({ type: 'MX', name: '@', content: '192.0.2.25', priority: 10 })), [
      'mx-address [192.0.2.25]',
    ]);
    assert.deepEqual(codes('Typ: MX\nHostname: @\nPriorit\u00e4t: 10\nZeigt auf: 192.0.2.25\n'), [
      'mx-address [192.0.2.25]',
    ]);
    assert.deepEqual(codes('Type: MX\nHost: @\nPriority: 10\nPoints to: mail.contoso.test\n'), []);
  });

  it('are two of one name where they stand among its other texts, or somebody says so', () => {
    const two = 'v=spf1 include:spf.contoso.test -all\nv=spf1 a ~all\n';
    assert.equal(codes(`MS=ms12345678\n${two}`).length, 2);
    assert.deepEqual(codes(two), []);
    assert.equal(
      codes('We have v=spf1 mx -all and the agency added a second one, v=spf1 a ~all, last week.').length,
      2,
    );
    assert.deepEqual(codes('We had v=spf1 mx -all and want v=spf1 a ~all instead of it.'), []);
  });

  it('end where the braces of PowerShell do, and go on behind a blank that does not belong there', () => {
    assert.deepEqual(codes('_dmarc {v=DMARC1; p=reject; sp=none}'), []);
    assert.deepEqual(codes('TXT   @   v=spf1 a include: _spf.contoso.test ~all   0'), [
      'spf-value-missing [include:]',
      'spf-unknown-mechanism [_spf.contoso.test]',
    ]);
  });
});
