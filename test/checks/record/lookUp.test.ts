import assert from 'node:assert/strict';
import { runChecks } from '../../../src/checks/check.ts';
import { checksOf } from '../../../src/checks/checksOf.ts';
import { lookUp } from '../../../src/checks/record/lookUp.ts';
import type { AskedTarget } from '../../../src/checks/target.ts';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Answer, RecordType } from '../../../src/probes/ports.ts';
import { checkJson, renderCheck } from '../../../src/report/check/checkReport.ts';
import { answer } from '../answer.ts';
import { context, ports } from '../zone.ts';

const ZONE = `contoso.test MX 10 mx.contoso.test.
contoso.test TXT "v=spf1 foo -all"
contoso.test TXT "hello"
www.contoso.test CNAME web.contoso.test.
web.contoso.test A 192.0.2.1
gone.contoso.test CNAME nobody.contoso.test.
silent.test TXT !TIMEOUT
hostile.test TXT "\\010fail lookup-none hostile.test: forged\\013\\027[31m"
1.2.0.192.in-addr.arpa PTR mx.contoso.test.`;

const ask = (target: AskedTarget) =>
  runChecks(target.name, checksOf(target), ports(ZONE), new AbortController().signal);

async function finds(type: RecordType, name: string, ...expected: readonly string[]): Promise<void> {
  const { areas } = await ask({ kind: 'record', type, name });
  const findings = areas.flatMap((one) => one.findings);
  assert.deepEqual(
    findings.map(({ level, code }) => `${level} ${code}`),
    expected,
  );
}

describe('a look-up of one record', () => {
  it('says what there is, and what is wrong with it', async () => {
    await finds('MX', 'contoso.test', 'pass lookup-found');
    await finds('TXT', 'contoso.test', 'fail spf-unknown-mechanism', 'pass lookup-found');
    await finds('A', 'www.contoso.test', 'pass lookup-found');
  });
  it('tells no record, no name and no answer apart', async () => {
    await finds('CAA', 'contoso.test', 'warning lookup-none');
    await finds('A', 'nosuch.test', 'warning lookup-no-such-name');
    await finds('A', 'gone.contoso.test', 'warning lookup-no-such-name');
    await finds('TXT', 'silent.test', 'unknown dns-unanswered');
  });
  it('names the host that an alias leads to', async () => {
    const { findings } = checkJson(await ask({ kind: 'record', type: 'A', name: 'www.contoso.test' }));
    assert.match((findings as { text: string }[])[0]?.text ?? '', /leads to web\.contoso\.test\./);
  });
  it('is written as a report that reads back to the same findings, whatever the record holds', async () => {
    for (const [type, name] of [
      ['MX', 'contoso.test'],
      ['TXT', 'contoso.test'],
      ['CAA', 'contoso.test'],
      ['TXT', 'silent.test'],
      ['TXT', 'hostile.test'],
    ] as const) {
      const result = await ask({ kind: 'record', type, name });
      const text = renderCheck(result, '192.0.2.53#53').join('\n');
      const { checks, queries } = ticketJson('a.txt', readTicket(text)) as {
        checks: { code: string; text: string }[];
        queries: { type: string }[];
      };
      const plain = (one: { code: string; text: string }): string => `${one.code} ${one.text}`;
      assert.deepEqual(checks.map(plain), (checkJson(result).findings as typeof checks).map(plain));
      assert.equal(queries[0]?.type, type);
    }
  });
});

describe('what a look-up tells of the answer', () => {
  const told = async (said: Answer) => {
    const given = context('', { name: 'a.test' });
    const resolve = (): Promise<Answer> => Promise.resolve(said);
    return lookUp(said.question.type)({ ...given, ports: { ...given.ports, resolve } });
  };
  const dataOf = async (said: Answer): Promise<unknown> => (await told(said)).at(-1)?.data;
  const plain = { authoritative: false, validated: false, server: '', ttl: 300 };
  it('is how many records there are, and from whom', async () => {
    assert.deepEqual(await dataOf(answer('a.test', 'A', ['192.0.2.1', '192.0.2.2'])), {
      type: 'A',
      count: 2,
      ...plain,
    });
    assert.deepEqual(
      await dataOf(
        answer('a.test', 'A', ['192.0.2.1'], { authoritative: true, authenticated: true, server: 'x#53', left: 4 }),
      ),
      { type: 'A', count: 5, ttl: 300, authoritative: true, validated: true, server: 'x#53' },
    );
  });
  it('is every type where any was asked for, and else that one', async () => {
    const mixed = [
      ['TXT', '"x"'],
      ['CNAME', 'b.test.'],
      ['CNAME', 'c.test.'],
      ['A', '192.0.2.1'],
    ] as const;
    assert.deepEqual(await dataOf(answer('a.test', 'ANY', mixed)), {
      type: 'ANY',
      target: 'c.test',
      count: 4,
      ...plain,
    });
    assert.deepEqual(await dataOf(answer('a.test', 'A', mixed)), { type: 'A', target: 'c.test', count: 1, ...plain });
  });
  it('is what is wrong with texts, each by its own record', async () => {
    const wrong = async (said: Answer) => (await told(said)).map(({ code, evidence }) => [code, evidence]).slice(0, -1);
    const line = 'a.test. 300 IN TXT "v=spf1 " "foo -all"';
    assert.deepEqual(await wrong(answer('a.test', 'TXT', ['"x"', '"v=spf1 " "foo -all"'])), [
      ['spf-unknown-mechanism', [line]],
    ]);
    assert.deepEqual(await wrong(answer('a.test', 'SPF', ['"v=spf1 foo -all"'])), [
      ['spf-unknown-mechanism', ['a.test. 300 IN SPF "v=spf1 foo -all"']],
    ]);
    assert.deepEqual(await wrong(answer('a.test', 'ANY', [['NS', 'v=spf1 foo -all']])), []);
  });
});
