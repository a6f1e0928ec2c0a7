import assert from 'node:assert/strict';
import { readLookup } from '../../../src/core/dns/readLookup.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { Dial } from '../../../src/probes/ports.ts';
import { probeEveryAddress } from '../../../src/probes/smtp/everyAddress.ts';
import type { SmtpProbeOptions } from '../../../src/probes/smtp/types.ts';
import { renderEveryAddress } from '../../../src/report/everyAddressReport.ts';
import { fakePorts, type Scripted } from '../fakePorts.ts';
import { heldReport } from '../heldReport.ts';

const zone = {
  'contoso.test MX': ['20 mx2.contoso.test.', '10 mx1.contoso.test.', '30 mx3.contoso.test.'],
  'mx1.contoso.test A': ['192.0.2.1', '192.0.2.2'],
  'mx1.contoso.test AAAA': ['2001:db8::1'],
  'mx2.contoso.test A': ['192.0.2.3'],
  'fabrikam.test A': ['192.0.2.4'],
  'nomail.test MX': ['0 .'],
};
const works: Scripted[] = ['220 ready', '250 mx', '221 bye'];

async function all(host: string, options: SmtpProbeOptions = {}): Promise<readonly string[]> {
  const ports = fakePorts(zone, {
    '192.0.2.1:25': works,
    '192.0.2.2:25': 'refused',
    '2001:db8::1:25': 'timeout',
    '192.0.2.3:25': works,
    '192.0.2.4:25': works,
  });
  const target = { host, port: 25 };
  const result = await probeEveryAddress(
    target,
    ports,
    { helo: 'probe.test', ...options },
    new AbortController().signal,
  );
  const lines = renderEveryAddress(result);
  heldReport(lines);
  const first = lines.findIndex((line) => line.startsWith('# SMTP servers of '));
  const reports = lines.filter((line) => line.startsWith('# SMTP probe of ')).length;
  assert.equal(reports, result.probes.length);
  return first < 0 ? lines : lines.slice(first, lines.indexOf('', first));
}

describe('every address of a domain', () => {
  it('is probed, in the order in which a sender tries the hosts, none hidden behind one that works', async () => {
    assert.deepEqual(await all('contoso.test'), [
      '# SMTP servers of contoso.test:25: 5 addresses, 3 failed',
      '* mx1.contoso.test, preference 10, 192.0.2.1: passed, without TLS, no-starttls',
      '* mx1.contoso.test, preference 10, 192.0.2.2: failed at CONNECT, connect-refused',
      '* mx1.contoso.test, preference 10, 2001:db8::1: failed at CONNECT, connect-timeout',
      '* mx2.contoso.test, preference 20, 192.0.2.3: passed, without TLS, no-starttls',
      '* mx3.contoso.test, preference 30: failed at NAME, no-such-host',
    ]);
  });
  it('may be of one family', async () => {
    const rows = async (family: 4 | 6): Promise<number> => (await all('contoso.test', { family })).length - 2;
    assert.deepEqual([await rows(4), await rows(6)], [3, 1]);
  });
  it('is that of the host where it has no exchanger, and of an address itself', async () => {
    assert.deepEqual((await all('fabrikam.test')).slice(1), [
      '* fabrikam.test, 192.0.2.4: passed, without TLS, no-starttls',
    ]);
    assert.deepEqual((await all('192.0.2.4')).slice(1), ['* 192.0.2.4: passed, without TLS, no-starttls']);
  });
  it('is none where a domain takes no mail or does not exist', async () => {
    for (const host of ['nomail.test', 'nowhere.test']) assert.match((await all(host)).at(-1) ?? '', /^# \d fail, /);
  });
  it('stands below what a check of the exchangers says, which is read again with its findings', async () => {
    const report = await all('nomail.test');
    assert.match(report[0] ?? '', /^# Check of nomail\.test, asked of /);
    const lines = new Lines(report.join('\n'));
    const { lookup, endLine } = readLookup(lines.text, lines, 0, lines.count) ?? {};
    assert.equal(endLine, lines.count);
    assert.deepEqual(
      lookup?.findings?.map(({ code }) => code),
      ['mx-null'],
    );
    assert.deepEqual(
      lookup?.queries.map(({ name, type, answers }) => `${name} ${type} ${answers[0]?.data}`),
      ['nomail.test MX 0 .'],
    );
  });

  it('is asked twice whether it offers STARTTLS, and what differs is told', async () => {
    const offers: Scripted[] = ['220 ready', '250-mx', '250 STARTTLS', '454 no', '221 bye'];
    const asked = async (first: readonly Scripted[], second: readonly Scripted[]) => {
      const ports = fakePorts(zone, { '192.0.2.4:25': first });
      const other = fakePorts(zone, { '192.0.2.4:25': second });
      const connections: string[] = [];
      const dial: Dial = (endpoint, ...rest) => {
        const turn = connections.push(endpoint.host) === 1 ? ports : other;
        return turn.dial(endpoint, ...rest);
      };
      const target = { host: '192.0.2.4', port: 25 };
      const { probes } = await probeEveryAddress(
        target,
        { ...ports, dial },
        { helo: 'x.test' },
        new AbortController().signal,
      );
      const { steps = [], findings = [] } = probes[0]?.result ?? {};
      const again = steps.flatMap((one) => (one.step === 'again' ? [one.failedAt ?? one.offered] : []));
      return [again, findings.filter(({ code }) => code === 'starttls-comes-and-goes'), connections.length];
    };
    const differs = (first: boolean) => [{ code: 'starttls-comes-and-goes', first }];
    assert.deepEqual(await asked(works, works), [[false], [], 2]);
    assert.deepEqual(await asked(offers, offers), [[true], [], 2]);
    assert.deepEqual(await asked(offers, works), [[false], differs(true), 2]);
    assert.deepEqual(await asked(works, offers), [[true], differs(false), 2]);
    assert.deepEqual(await asked(works, ['421 too many']), [['banner'], [], 2]);
    // Whoever does not get as far as EHLO is not asked again.
    assert.deepEqual(await asked(['554 no', '221 bye'], works), [[], [], 1]);
  });
});
