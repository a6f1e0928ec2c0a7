import assert from 'node:assert/strict';
import { readLookup } from '../../src/core/dns/readLookup.ts';
import { Lines } from '../../src/core/text/lines.ts';
import { lookUpMailExchangers } from '../../src/probes/mailExchangers.ts';
import { renderMailExchangers } from '../../src/report/mailExchangersReport.ts';
import { type FakeZone, fakePorts } from '../probes/fakePorts.ts';

async function report(typed: string, zone: FakeZone): Promise<readonly string[]> {
  return renderMailExchangers(await lookUpMailExchangers(typed, fakePorts(zone), {}, new AbortController().signal));
}

async function result(zone: FakeZone, expected: RegExp, typed = 'contoso.test'): Promise<void> {
  const lines = await report(typed, zone);
  assert.match(lines.at(-1) ?? '', expected);
  assert.ok(lines.slice(1).every((line) => !line.includes('\n')));
}

const contoso: FakeZone = {
  'contoso.test MX': ['20 mx2.contoso.test.', '10 mx1.contoso.test.'],
  'mx1.contoso.test A': ['192.0.2.1'],
  'mx1.contoso.test AAAA': ['2001:db8::1'],
  'mx2.contoso.test A': ['10.0.0.2'],
};

describe('the report about mail exchangers', () => {
  it('is written as dig writes records, with the doubts below', async () => {
    assert.deepEqual(await report('ann@contoso.test', contoso), [
      '# Mail exchangers of contoso.test, asked of 192.0.2.53#53, 2026-11-21 20:11:38 UTC',
      '* Asked for "ann@contoso.test", read as contoso.test',
      'contoso.test.  300  IN  MX  20 mx2.contoso.test.',
      'contoso.test.  300  IN  MX  10 mx1.contoso.test.',
      'mx1.contoso.test.  300  IN  A  192.0.2.1',
      'mx1.contoso.test.  300  IN  AAAA  2001:db8::1',
      'mx2.contoso.test.  300  IN  A  10.0.0.2',
      '* mx2.contoso.test AAAA: NOERROR, no record',
      '* mx2.contoso.test has the private address 10.0.0.2, which cannot be reached from the Internet.',
      '* Result: contoso.test has 2 mail exchangers. Mail is tried at mx1.contoso.test first.',
    ]);
  });

  it('is read again by the reader of DNS output', async () => {
    const text = (await report('contoso.test', { ...contoso, 'mx2.contoso.test A': 'SERVFAIL' })).join('\n');
    const lines = new Lines(text);
    const read = readLookup(text, lines, 0, lines.count);
    assert.equal(read?.endLine, lines.count);
    assert.deepEqual(
      read?.lookup.queries.map(
        (one) => `${one.name} ${one.type} ${one.status} ${one.answers.map((a) => a.data).join(' | ')}`,
      ),
      [
        'contoso.test MX NOERROR 20 mx2.contoso.test. | 10 mx1.contoso.test.',
        'mx1.contoso.test A NOERROR 192.0.2.1',
        'mx1.contoso.test AAAA NOERROR 2001:db8::1',
        'mx2.contoso.test A SERVFAIL ',
        'mx2.contoso.test AAAA NOERROR ',
      ],
    );
    assert.equal(read?.lookup.queries[0]?.server, '192.0.2.53#53');
  });

  it('ends with what it means and what to try', async () => {
    await result(
      {},
      /^\* Result: contoso\.test does not exist, says 192\.0\.2\.53#53 \(NXDOMAIN\)\. Check the spelling/,
    );
    await result({ 'contoso.test MX': ['0 .'] }, /takes no mail at all .* \(RFC 7505\)/);
    await result({ 'contoso.test A': ['192.0.2.1'] }, /has no MX record, so mail goes to the domain's own address/);
    await result({ 'contoso.test TXT': ['"x"'] }, /exists, but has neither MX nor address records/);
    await result(
      { 'contoso.test': 'TIMEOUT' },
      /not known: TIMEOUT.*does not mean that there are no records.*resolver/,
    );
    await result({ 'contoso.test': 'SERVFAIL' }, /not known: SERVFAIL.*does not mean.*DNSSEC/);
    await result({ 'contoso.test MX': ['10 gone.test.'] }, /1 mail exchanger, but no address was found/);
    await result(
      { 'contoso.test MX': ['10 a.test.'], 'a.test': 'TIMEOUT' },
      /are not known, because DNS did not answer/,
    );
    await result({}, /"a b" holds a space/, 'a b');
    await result({}, /is a web address/, 'http://contoso.test');
    await result({}, /is an IP address, .*probe it as an SMTP server/, '192.0.2.1');
    await result({}, /Nothing was asked/, '');
  });

  it('lets no control character and no endless line through', async () => {
    const lines = await report('contoso.test', { 'contoso.test MX': [`10 \u001b[31m\u202e${'x'.repeat(5000)}.`] });
    for (const line of lines) {
      assert.ok(line.length <= 1001);
      assert.ok(!/[\p{Cc}\p{Bidi_Control}]/u.test(line));
    }
  });
});
