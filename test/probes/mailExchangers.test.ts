import assert from 'node:assert/strict';
import { lookUpMailExchangers, type MailExchangersResult } from '../../src/probes/mailExchangers.ts';
import { type FakeZone, fakePorts } from './fakePorts.ts';

const never = new AbortController().signal;

async function facts(
  typed: string,
  zone: FakeZone,
): Promise<{ result: MailExchangersResult; asked: readonly string[] }> {
  const ports = fakePorts(zone);
  return { result: await lookUpMailExchangers(typed, ports, never), asked: ports.asked };
}

async function outcome(zone: FakeZone, expected: string, codes: readonly string[] = []): Promise<MailExchangersResult> {
  const { result } = await facts('contoso.test', zone);
  assert.equal(result.outcome, expected);
  assert.deepEqual(
    result.findings.map(({ code, ...data }) =>
      [code, ...Object.values(data).map((one) => [one].flat().join(', '))].join(' '),
    ),
    codes,
  );
  return result;
}

describe('mail exchangers', () => {
  it('come by preference with their addresses', async () => {
    const result = await outcome(
      {
        'contoso.test MX': ['20 mx2.contoso.test.', '10 MX1.contoso.test.'],
        'mx1.contoso.test A': ['192.0.2.1'],
        'mx1.contoso.test AAAA': ['2001:db8::1'],
        'mx2.contoso.test A': ['192.0.2.2'],
      },
      'found',
    );
    assert.deepEqual(
      result.exchangers.map(({ preference, host, addresses }) => ({ preference, host, addresses })),
      [
        { preference: 10, host: 'mx1.contoso.test', addresses: ['192.0.2.1', '2001:db8::1'] },
        { preference: 20, host: 'mx2.contoso.test', addresses: ['192.0.2.2'] },
      ],
    );
    assert.deepEqual(
      result.exchangers[1]?.answers.map((one) => `${one.question.type} ${one.status}`),
      ['A NOERROR', 'AAAA NOERROR'],
    );
  });

  it('are implicit only where there is no MX record and the name exists (RFC 5321 5.1)', async () => {
    const result = await outcome({ 'contoso.test A': ['192.0.2.1'] }, 'implicit');
    assert.deepEqual(
      result.exchangers.map((one) => [one.preference, one.host]),
      [[0, 'contoso.test']],
    );
    await outcome({ 'contoso.test AAAA': ['2001:db8::1'] }, 'implicit');
    await outcome({ 'contoso.test TXT': ['"x"'] }, 'no-host');
  });

  it('do not exist where the domain does not, and nothing more is asked', async () => {
    const { result, asked } = await facts('contoso.test', {});
    assert.equal(result.outcome, 'no-such-domain');
    assert.deepEqual(asked, ['contoso.test MX']);
  });

  it('are refused by the null MX (RFC 7505), whatever addresses there are', async () => {
    const { result, asked } = await facts('contoso.test', {
      'contoso.test MX': ['0 .'],
      'contoso.test A': ['192.0.2.1'],
    });
    assert.equal(result.outcome, 'null-mx');
    assert.deepEqual(asked, ['contoso.test MX']);
  });

  for (const status of ['SERVFAIL', 'REFUSED', 'TIMEOUT', 'UNREACHABLE', 'MALFORMED', 'FORMERR'] as const) {
    it(`are not known after ${status}, which is not "no record"`, async () => {
      const result = await outcome({ 'contoso.test': status }, 'unanswered');
      assert.equal(result.outcome === 'invalid' || result.mx.status, status);
      await outcome({ 'contoso.test TXT': ['"x"'], 'contoso.test A': status }, 'unanswered');
    });
  }

  it('are cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    const result = await lookUpMailExchangers('contoso.test', fakePorts({}), stop.signal);
    assert.equal(result.outcome, 'cancelled');
  });

  it('are not asked for where no domain was typed', async () => {
    const { result, asked } = await facts('192.0.2.1', {});
    assert.deepEqual([result.outcome === 'invalid' && result.problem, asked], ['ip-address', []]);
  });

  it('are those of the domain of an address, in A-labels', async () => {
    const { asked } = await facts('ann@bücher.test', {});
    assert.deepEqual(asked, ['xn--bcher-kva.test MX']);
  });
});

describe('what is wrong with mail exchangers', () => {
  it('the host is an alias', () =>
    outcome(
      {
        'contoso.test MX': ['10 mail.contoso.test.'],
        'mail.contoso.test CNAME': ['web.contoso.test.'],
        'web.contoso.test A': ['192.0.2.1'],
      },
      'found',
      ['mx-is-alias mail.contoso.test web.contoso.test'],
    ));
  it('the host is an address, which is not asked for', async () => {
    const { result, asked } = await facts('contoso.test', { 'contoso.test MX': ['10 192.0.2.1.'] });
    assert.deepEqual(result.findings, [{ code: 'mx-is-address', host: '192.0.2.1' }]);
    assert.deepEqual(asked, ['contoso.test MX']);
  });
  it('the host does not exist, or has no address, or nobody knows', () =>
    outcome(
      {
        'contoso.test MX': ['10 gone.test.', '20 none.test.', '30 lame.test.', '40 half.test.'],
        'none.test TXT': ['"x"'],
        'lame.test': 'SERVFAIL',
        'half.test A': ['192.0.2.1'],
        'half.test AAAA': 'TIMEOUT',
      },
      'found',
      [
        'mx-no-such-name gone.test',
        'mx-no-address none.test',
        'mx-unanswered lame.test SERVFAIL',
        'mx-partly-unanswered half.test TIMEOUT',
      ],
    ));
  it('the address is no public one', () =>
    outcome(
      {
        'contoso.test MX': ['10 a.test.', '20 b.test.'],
        'a.test A': ['127.0.0.1', '127.0.0.2'],
        'b.test A': ['10.0.0.1'],
        'b.test AAAA': ['2001:db8::1'],
      },
      'found',
      ['address-loopback a.test 127.0.0.1, 127.0.0.2', 'address-private b.test 10.0.0.1'],
    ));
  it('the host is named twice, and is asked for once', async () => {
    const { result, asked } = await facts('contoso.test', {
      'contoso.test MX': ['20 MX.test.', '10 mx.test.'],
      'mx.test A': ['192.0.2.1'],
    });
    assert.deepEqual(
      result.exchangers.map((one) => [one.preference, one.host]),
      [[10, 'mx.test']],
    );
    assert.deepEqual(result.findings, [{ code: 'mx-duplicate', host: 'mx.test' }]);
    assert.equal(asked.length, 3);
  });
  it('the null MX is not alone', () =>
    outcome({ 'contoso.test MX': ['0 .', '10 a.test.'], 'a.test A': ['192.0.2.1'] }, 'found', [
      'null-mx-among-others ',
    ]));
  it('there are too many', async () => {
    const hosts = [...Array(50).keys()].map((i) => `${i} mx${i}.test.`);
    const { result, asked } = await facts('contoso.test', { 'contoso.test MX': hosts });
    assert.equal(result.findings.filter((one) => one.code === 'mx-not-looked-up').length, 30);
    assert.equal(asked.length, 1 + 2 * 20);
  });
  it('the domain itself is an alias', () =>
    outcome(
      { 'contoso.test CNAME': ['other.test.'], 'other.test MX': ['10 a.test.'], 'a.test A': ['192.0.2.1'] },
      'found',
      ['domain-is-alias contoso.test other.test'],
    ));
});

describe('what is told of mail exchangers', () => {
  it('is the same host once, of equal preference by its name', async () => {
    const { result } = await facts('contoso.test', {
      'contoso.test MX': ['10 c.test.', '10 a.test.', '5 z.test.', '10 b.test.', '20 a.test.'],
    });
    assert.deepEqual(
      result.exchangers.map(({ preference, host }) => `${preference} ${host}`),
      ['5 z.test', '10 a.test', '10 b.test', '10 c.test'],
    );
  });
  it('is the null exchanger, though it is named twice', async () => {
    const { result } = await facts('contoso.test', { 'contoso.test MX': ['0 .', '5 .'] });
    assert.deepEqual(result.exchangers, [{ preference: 0, host: '', answers: [], addresses: [] }]);
  });
  it('is what is wrong with the domain itself where it takes its mail', async () => {
    await outcome({ 'contoso.test A': ['10.0.0.1'] }, 'implicit', ['address-private contoso.test 10.0.0.1']);
    await outcome({ 'contoso.test A': ['169.254.0.1', '0.0.0.0'] }, 'implicit', [
      'address-link-local contoso.test 169.254.0.1',
      'address-unspecified contoso.test 0.0.0.0',
    ]);
    const none = await outcome({ 'contoso.test TXT': ['"x"'] }, 'no-host');
    assert.deepEqual(
      none.exchangers.map(({ host }) => host),
      ['contoso.test'],
    );
    await outcome({ 'contoso.test TXT': ['"x"'], 'contoso.test AAAA': 'NXDOMAIN' }, 'no-host');
  });
  it('is nothing where it was cancelled', async () => {
    await outcome({ 'contoso.test': 'CANCELLED' }, 'cancelled');
    const ports = fakePorts({ 'contoso.test MX': ['10 a.test.'] });
    assert.equal((await lookUpMailExchangers('contoso.test', ports, AbortSignal.abort())).outcome, 'cancelled');
  });
});
