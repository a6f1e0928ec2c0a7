import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const queries = (text: string): readonly string[] =>
  readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup'
      ? block.queries.map(({ name, type, status, answers }) => `${name} ${type} ${status} ${answers.length}`)
      : [],
  );

describe('a look-up as it is pasted', () => {
  it('stands between ticks, over lines as well', () => {
    for (const [text, told] of [
      [
        '`contoso.test mail is handled by 10 mx1.contoso.test.\ncontoso.test mail is handled by 20 mx2.contoso.test.`\n',
        ['contoso.test MX NOERROR 2'],
      ],
      ['`contoso.test has address 192.0.2.1`\n', ['contoso.test A NOERROR 1']],
      ['`dig +short MX contoso.test` prints:\n\n`10 mx1.contoso.test.`\n', ['contoso.test MX NOERROR 1']],
      ['`host -t TXT contoso.test`\n`contoso.test descriptive text "v=spf1 -all"`\n', ['contoso.test TXT NOERROR 1']],
    ] as const)
      assert.deepEqual(queries(text), told, text);
    assert.deepEqual(queries('`contoso.test` has its mail handled by 10 people.\n'), []);
    assert.deepEqual(queries('We use `host` for it, and `dig` too.\n'), []);
  });

  it('has a colon behind the command, and letters of several options in one', () => {
    assert.deepEqual(queries('dig +short TXT contoso.test :\n"v=spf1 -all"\n'), ['contoso.test TXT NOERROR 1']);
    assert.deepEqual(queries('$ drill -Q4 mx contoso.test\n10 mx1.contoso.test.\n'), ['contoso.test MX NOERROR 1']);
    assert.deepEqual(queries('% drill -tQ txt contoso.test\n"v=spf1 -all"\n'), ['contoso.test TXT NOERROR 1']);
  });

  it('is cut down to its answers, with blanks of its own on each line', () => {
    const rows = ['contoso.test. 300 IN MX 10 mx1.contoso.test.', 'contoso.test. 300 IN A 192.0.2.1'];
    assert.deepEqual(queries(`# dig contoso.test any\n  ;; ANSWER SECTION:\n${rows.join('\n')}\n`), [
      'contoso.test ANY NOERROR 2',
    ]);
    assert.deepEqual(queries(`\t$ dig -t ANY contoso.test\n    ;; ANSWER SECTION:\n\t${rows.join('\n\t')}\n`), [
      'contoso.test ANY NOERROR 2',
    ]);
  });

  it('shows the code and the flags in front of its records', () => {
    const head =
      '; NOERROR qr rd ra ad\ncontoso.test. IN MX 10 mx1.contoso.test.\ncontoso.test. IN MX 20 mx2.contoso.test.\n';
    assert.deepEqual(queries(head), ['contoso.test MX NOERROR 2']);
    assert.deepEqual(queries(`${head}\n; NXDOMAIN qr rd ra\n_25._tcp.mx1.contoso.test. IN TLSA ?\n`), [
      'contoso.test MX NOERROR 2',
      '_25._tcp.mx1.contoso.test TLSA NXDOMAIN 0',
    ]);
    assert.deepEqual(queries('; SERVFAIL qr rd ra\n. IN DNSKEY ?\n'), ['. DNSKEY SERVFAIL 0']);
    assert.deepEqual(queries('; NOERROR is what we see, qr or not.\n'), []);
  });

  it('is one look-up, however many records were pasted without anything around', () => {
    const rows = Array.from({ length: 100 }, (_, i) => `contoso.test. 300 IN A 192.0.2.${i}\n`);
    assert.deepEqual(queries(rows.join('')), ['contoso.test A NOERROR 100']);
  });

  it('is the authority of a zone without blanks in front of its fields', () => {
    const fields = [
      'primary name server = ns1.contoso.test',
      'responsible mail addr = hostmaster.contoso.test',
      'serial = 7',
      'refresh = 900 (15 mins)',
      'retry = 300 (5 mins)',
      'expire = 604800 (7 days)',
      'default TTL = 300 (5 mins)',
    ];
    const text = `Server: ns1.contoso.test\nAddress: 192.0.2.53\n\ncontoso.test\n${fields.join('\n')}\n`;
    assert.deepEqual(queries(text), ['contoso.test SOA NOERROR 1']);
  });
});
