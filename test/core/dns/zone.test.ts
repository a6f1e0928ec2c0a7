import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Every query of the text as `name type: data | data`. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const told = readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup'
      ? block.queries.map(
          ({ name, type, answers }) => `${name} ${type}: ${answers.map(({ data }) => data).join(' | ')}`,
        )
      : [],
  );
  assert.deepEqual(told, expected, text);
};

describe('a zone file', () => {
  it('has an origin, and names without their end', () =>
    reads(
      '$ORIGIN contoso.test.\n$TTL 3600\n@ IN SOA ns1 dns (\n  7 ; serial\n  1h 2m 3w 4 )\n  IN NS ns1\n; mail\n@ IN MX 10 mail.contoso.test\nmail 300 IN A 192.0.2.25\n_dmarc IN TXT ( "v=DMARC1; "\n  "p=reject" )\n$ORIGIN sub\nwww CNAME mail.fabrikam.test.\n',
      'contoso.test SOA: ns1 dns 7 1h 2m 3w 4',
      'contoso.test NS: ns1.contoso.test.',
      'contoso.test MX: 10 mail.contoso.test.contoso.test.',
      'mail.contoso.test A: 192.0.2.25',
      '_dmarc.contoso.test TXT: "v=DMARC1; " "p=reject"',
      'www.sub.contoso.test CNAME: mail.fabrikam.test.',
    ));
  it('may be a part of one', () => {
    reads('@ IN MX 10 mx1\n@ 3600 IN TXT "v=spf1 -all"\n', '@ MX: 10 mx1', '@ TXT: "v=spf1 -all"');
    reads('mail IN A 192.0.2.25\n    IN TXT hello\n', 'mail A: 192.0.2.25', 'mail TXT: "hello"');
  });
  it('is none where it only looks so', () => {
    reads('We are IN A hurry.\n@ bob: look\n$TTL\n');
    reads('@ IN TXT\n');
  });
});

describe('records in a look-up', () => {
  const causes = (text: string): readonly string[] =>
    readVerdicts(readTicket(text)).map(({ code, server, failed }) => `${code} ${server} ${failed}`);
  const txt = (name: string, text: string): string => `${name}. 300 IN TXT "${text}"\n`;
  it('are the cause where they are broken', () => {
    assert.deepEqual(causes(txt('contoso.test', 'v=spf1 ipv4:192.0.2.1 -all')), ['spf-failed contoso.test true']);
    assert.deepEqual(causes(txt('contoso.test', 'v=spf1 mx -all') + txt('contoso.test', 'v=spf1 a -all')), [
      'spf-failed contoso.test true',
    ]);
    assert.deepEqual(
      causes(txt('_dmarc.contoso.test', 'v=DMARC1; p=none') + txt('_dmarc.contoso.test', 'v=DMARC1; p=reject')),
      ['dmarc-failed _dmarc.contoso.test true'],
    );
    assert.deepEqual(causes(txt('s1._domainkey.contoso.test', 'v=DKIM1; p=')), [
      'dkim-failed s1._domainkey.contoso.test true',
    ]);
    assert.deepEqual(causes('contoso.test. 300 IN MX 0 .\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n'), [
      'dns-failure contoso.test true',
    ]);
  });
  it('are none where they are fine, or nearly', () => {
    assert.deepEqual(causes(txt('contoso.test', 'v=spf1 mx ptr ?all')), []);
    assert.deepEqual(causes(txt('contoso.test', 'v=spf1; mx') + txt('contoso.test', 'v=spf1 mx -all')), []);
  });
});
