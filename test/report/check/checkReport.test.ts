import assert from 'node:assert/strict';
import { runChecks } from '../../../src/checks/check.ts';
import { domainChecks } from '../../../src/checks/domain.ts';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { checkJson, renderCheck } from '../../../src/report/check/checkReport.ts';
import { ports } from '../../checks/zone.ts';

const zones: Readonly<Record<string, string>> = {
  healthy: `contoso.test MX 10 mx.contoso.test.
mx.contoso.test A 203.0.113.5
contoso.test TXT "v=spf1 mx -all"`,
  broken: `contoso.test MX 10 mx.contoso.test.
contoso.test MX 20 192.0.2.1.
contoso.test TXT "v=spf1 foo include:a.test -all"`,
  silent: 'contoso.test MX !TIMEOUT\ncontoso.test TXT !SERVFAIL',
  gone: 'other.test A 192.0.2.1',
  hostile: `contoso.test MX 10 a\\010fail\\032forged.test.
contoso.test TXT "v=spf1 \\010pass spf-costs contoso.test: all is well %{x} -all"`,
};

async function check(records: string, checks = domainChecks) {
  return runChecks('contoso.test', checks, ports(records), new AbortController().signal);
}

interface Told {
  readonly level: string;
  readonly code: string;
  readonly about: string;
  readonly text: string;
}

describe('the report of a check', () => {
  for (const [name, records] of Object.entries(zones)) {
    it(`of a ${name} domain reads back to the same findings`, async () => {
      const result = await check(records);
      const text = `Dear all,\n\n${renderCheck(result, '192.0.2.53#53').join('\n')}\n\nRegards\n`;
      const { checks, blocks } = ticketJson('a.txt', readTicket(text)) as {
        checks: Told[];
        blocks: { kind: string }[];
      };
      const plain = ({ level, code, about, text: words }: Told): string => `${level} ${code} ${about}: ${words}`;
      const written = checkJson(result).findings as Told[];
      assert.ok(written.length > 0);
      assert.deepEqual(checks.map(plain).sort(), written.map(plain).sort());
      assert.deepEqual(
        blocks.map(({ kind }) => kind),
        ['prose', 'lookup', 'prose'],
      );
    });
  }
  it('counts what was asked, one as one', async () => {
    const result = await check(zones.healthy ?? '');
    const end = (questions: number, refused: number): string | undefined =>
      renderCheck({ ...result, questions, refused, elapsed: 100 }, '192.0.2.53#53')
        .at(-1)
        ?.split('; ')
        .slice(1)
        .join('; ');
    assert.equal(
      end(1, 1),
      '1 question in 0.1 s; 1 more question was not asked, because there would have been too many',
    );
    assert.equal(
      end(2, 3),
      '2 questions in 0.1 s; 3 more questions were not asked, because there would have been too many',
    );
  });

  it('has the answers as records that can be hovered and asked again', async () => {
    const areas = new Map([...domainChecks].filter(([area]) => area === 'mx' || area === 'spf'));
    const text = renderCheck(await check(zones.healthy ?? '', areas), '192.0.2.53#53').join('\n');
    const { queries } = ticketJson('a.txt', readTicket(text)) as { queries: { name: string; type: string }[] };
    assert.deepEqual(
      queries.map(({ name, type }) => `${name} ${type}`),
      ['contoso.test MX', 'mx.contoso.test A', 'mx.contoso.test AAAA', 'contoso.test TXT'],
    );
  });
  it('leaves out what was only tried, and says how much', async () => {
    const lines = await dkimLines('qx7._domainkey.contoso.test TXT "p="');
    assert.ok(lines.some((line) => /^\* \d{2,3} answers without a record are left out$/.test(line)));
    assert.ok(!lines.some((line) => line.startsWith('* google._domainkey')));
    const few = await dkimLines('qx7._domainkey.contoso.test TXT "p="', ['own']);
    assert.ok(few.some((line) => line.startsWith('* own._domainkey.contoso.test TXT: NXDOMAIN')));
  });
});

async function dkimLines(records: string, onlySelectors: readonly string[] = []): Promise<readonly string[]> {
  const checks = new Map([...domainChecks].filter(([area]) => area === 'dkim'));
  const never = new AbortController().signal;
  const result = await runChecks('contoso.test', checks, ports(records), never, { onlySelectors });
  return renderCheck(result, '192.0.2.53#53');
}

describe('what a check asked around the name', () => {
  it('is not shown where nothing rests on it', async () => {
    const answered = '2.0.0.127.zen.spamhaus.org A 127.0.0.2\n';
    const listed = '5.113.0.203.zen.spamhaus.org A 127.0.0.4\n';
    const records = `${zones.healthy ?? ''}\n${answered}`;
    const clean = renderCheck(await check(records), '192.0.2.53#53').join('\n');
    assert.doesNotMatch(clean, /2\.0\.0\.127\.zen/);
    const text = renderCheck(await check(`${records}${listed}`), '192.0.2.53#53').join('\n');
    assert.match(text, /^5\.113\.0\.203\.zen\.spamhaus\.org\. {2}300 {2}IN {2}A {2}127\.0\.0\.4$/m);
    assert.doesNotMatch(text, /2\.0\.0\.127\.zen/);
  });
});
