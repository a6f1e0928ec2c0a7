import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { trustedResults, trustOf } from '../../../src/core/trace/trust.ts';

const read = (lines: readonly string[]) => {
  const text = `${lines.join('\n')}\n\n`;
  return readMessage(text, new Lines(text), 0, text.length);
};

const hop = (by: string, from: string, ip: string): string =>
  `Received: from ${from} (${from} [${ip}]) by ${by} with ESMTP id 1; Fri, 20 Nov 2026 10:00:00 +0000`;
const MX = hop('mx.contoso.test', 'mail.fabrikam.test', '203.0.113.4');
const STORE = hop('store.contoso.test', 'mx.contoso.test', '10.1.1.1');
const OUTER = hop('mail.fabrikam.test', 'pc', '10.0.0.5');
const MICROSOFT = hop('x.mail.protection.outlook.com', 'mail.fabrikam.test', '203.0.113.4');
const by = (server: string, ...results: readonly string[]): string =>
  `Authentication-Results: ${[server, ...results].filter(Boolean).join('; ')}`;

/** The results to go by, as `server: method=result property=value, …`. */
function is(expected: string | undefined, lines: readonly string[], trusted: readonly string[] = []): void {
  const own = trustedResults(read(lines), trusted);
  const told = own?.results.map(
    ({ method, result, properties }) => `${method}=${result}${properties.map(({ value }) => ` ${value}`).join('')}`,
  );
  assert.equal(told && `${own?.server ?? '-'}: ${told.join(', ')}`, expected, lines.join('\n'));
}

describe('the results to go by', () => {
  it('are those of the host at the border, by its name in any case, then by its operator', () => {
    is('MX.Contoso.test: spf=pass', [by('MX.Contoso.test', 'spf=pass'), MX, OUTER]);
    is('mx.contoso.test: spf=pass', [by('mx.contoso.test', 'spf=pass'), MX.replace('mx.contoso', 'MX.contoso'), OUTER]);
    is('mx.contoso.test: spf=pass', [by('contoso.test', 'spf=fail'), by('mx.contoso.test', 'spf=pass'), MX, OUTER]);
    is('contoso.test: spf=fail', [by('contoso.test', 'spf=fail'), MX, OUTER]);
    is('mx.contoso.test: spf=pass', [
      by('store.contoso.test', 'spf=fail'),
      STORE,
      by('mx.contoso.test', 'spf=pass'),
      MX,
      OUTER,
    ]);
    is(undefined, [by('filter.test', 'spf=pass'), MX, OUTER]);
    is(undefined, [MX, OUTER, by('fabrikam.test', 'spf=pass')]);
    is(undefined, [MX, OUTER]);
  });

  it('are named ones before those without a name, except where the border writes none', () => {
    is('mx.contoso.test: spf=pass', [by('', 'spf=fail'), by('mx.contoso.test', 'spf=pass'), MX, OUTER]);
    is('-: spf=fail', [by('', 'spf=fail'), by('filter.test', 'spf=pass'), MX, OUTER]);
    is('-: spf=fail', [by('', 'spf=fail'), MICROSOFT, OUTER]);
    is('-: spf=fail', [by('outlook.com', 'spf=pass'), by('', 'spf=fail'), MICROSOFT, OUTER]);
    is('outlook.com: spf=pass', [by('outlook.com', 'spf=pass'), MICROSOFT, OUTER]);
    is('-: spf=pass, dkim=none', [by('', 'spf=pass'), by('', 'dkim=none'), MICROSOFT, OUTER]);
  });

  it('are of further hosts that are trusted', () => {
    is('filter.test: spf=pass', [by('filter.test', 'spf=pass'), MX, OUTER], ['filter.test']);
    is('x.filter.test: spf=pass', [by('x.filter.test', 'spf=pass'), MX, OUTER], ['filter.test']);
  });

  it('are the topmost where no way is left to hold them against, but for copies in ARC', () => {
    const arc = 'ARC-Authentication-Results: i=1; b.test; spf=pass';
    is('a.test: spf=fail', [arc, by('a.test', 'spf=fail'), by('c.test', 'spf=pass')]);
    is('-: spf=fail', [by('', 'spf=fail')]);
    is(undefined, [arc]);
    is(undefined, ['Subject: x']);
  });

  it('are all of one server that no hop parts, each once', () => {
    const one = by('mx.contoso.test', 'spf=pass');
    is('mx.contoso.test: spf=pass, dkim=fail', [one, by('MX.contoso.test', 'dkim=fail'), one, MX, OUTER]);
    is('mx.contoso.test: spf=pass', [one, STORE, by('mx.contoso.test', 'dkim=fail'), MX, OUTER]);
    is('mx.contoso.test: spf=pass', [one, by('other.contoso.test', 'dkim=fail'), MX, OUTER]);
    is('mx.contoso.test: dkim=pass a.test, dkim=pass b.test', [
      by('mx.contoso.test', 'dkim=pass header.d=a.test', 'dkim=pass header.d=b.test', 'dkim=pass header.d=a.test'),
      MX,
    ]);
    is('mx.contoso.test: dkim=pass a.test, dkim=pass a.test', [
      by('mx.contoso.test', 'dkim=pass header.d=a.test', 'dkim=pass header.i=a.test'),
      MX,
    ]);
    is('mx.contoso.test: dkim=pass a b, dkim=pass a', [
      by('mx.contoso.test', 'dkim=pass header.d=a header.i=b', 'dkim=pass header.d=a'),
      MX,
    ]);
  });
});

describe('how far results below the border are to be believed', () => {
  const judged = (lines: readonly string[], at: number): string => {
    const message = read(lines);
    const results = message.authResults[at];
    assert.ok(results !== undefined);
    return trustOf(message, results);
  };

  it('is as their own where they have the very name of a host that took the message in', () => {
    assert.equal(judged([MX, OUTER, by('MX.contoso.test', 'spf=pass')], 0), 'own');
    assert.equal(judged([MX.replace('mx.contoso', 'MX.contoso'), OUTER, by('mx.contoso.test', 'spf=pass')], 0), 'own');
    assert.equal(judged([STORE, MX, OUTER, by('mx.contoso.test', 'spf=pass')], 0), 'own');
    assert.equal(judged([MX, OUTER, by('contoso.test', 'spf=pass')], 0), 'below');
    assert.equal(judged([MX, OUTER, by('', 'spf=pass')], 0), 'below');
  });

  it('is not where a host of it wrote in its place', () => {
    assert.equal(judged([by('contoso.test', 'spf=pass'), MX, OUTER, by('mx.contoso.test', 'spf=pass')], 1), 'below');
    assert.equal(judged([by('filter.test', 'spf=pass'), MX, OUTER, by('mx.contoso.test', 'spf=pass')], 1), 'own');
    const arc = 'ARC-Authentication-Results: i=1; mx.contoso.test; spf=pass';
    assert.equal(judged([arc, MX, OUTER, by('mx.contoso.test', 'spf=pass')], 1), 'own');
    assert.equal(judged([MX, OUTER, by('mx.contoso.test', 'spf=pass'), by('mx.contoso.test', 'dkim=pass')], 1), 'own');
  });
});
