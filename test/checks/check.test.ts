import assert from 'node:assert/strict';
import type { Area } from '../../src/checks/areas.ts';
import { type AreaResult, runChecks } from '../../src/checks/check.ts';
import type { Check } from '../../src/checks/context.ts';
import { domainChecks } from '../../src/checks/domain.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { FINDING_LEVELS } from '../../src/core/text/finding.ts';
import { ports } from './zone.ts';

const never = new AbortController().signal;
const ZONE = `contoso.test MX 10 mx.contoso.test.
mx.contoso.test A 203.0.113.5
contoso.test TXT "v=spf1 mx -all"`;

describe('a check of a domain', () => {
  it('asks no question twice, and shows each answer once', async () => {
    const lab = ports(ZONE);
    const result = await runChecks('contoso.test', domainChecks, lab, never);
    assert.equal(new Set(lab.resolve.asked).size, lab.resolve.asked.length);
    const shown = result.areas.flatMap(({ answers }) => answers);
    assert.equal(new Set(shown).size, shown.length);
    assert.equal(result.questions, lab.resolve.asked.length);
  });
  it('shows each answer with the first area that rests on it', async () => {
    const result = await runChecks('contoso.test', domainChecks, ports(ZONE), never);
    const types = new Map(
      result.areas.map(({ area, answers }) => [
        area,
        answers.map(({ question }) => `${question.name} ${question.type}`),
      ]),
    );
    assert.ok(types.get('mx')?.includes('mx.contoso.test A'));
    assert.ok(types.get('spf')?.includes('contoso.test TXT'));
    assert.ok(types.get('dmarc')?.includes('_dmarc.contoso.test TXT'));
    assert.ok(!types.get('mx')?.includes('_dmarc.contoso.test TXT'));
    assert.deepEqual(types.get('tls-rpt')?.[0], '_smtp._tls.contoso.test TXT');
  });
  it('hands over an area as soon as it and those in front of it are done', async () => {
    const order: string[] = [];
    const late: Check = () => new Promise((done) => setTimeout(() => done([]), 20));
    const checks = new Map<Area, Check>([
      ['mx', late],
      ['spf', () => Promise.resolve([])],
    ]);
    await runChecks('contoso.test', checks, ports(''), never, {}, ({ area }: AreaResult) => order.push(area));
    assert.deepEqual(order, ['mx', 'spf']);
  });
  it('tells one of each kind where an area finds more than is told, and how many are left', async () => {
    const gone = [...Array(80).keys()].map((n): Finding => {
      const about = `mx${n}.contoso.test`;
      return { code: 'mx-no-such-name', level: 'fail', about, data: {}, evidence: [] } as unknown as Finding;
    });
    const light: Finding = { code: 'dns-alias-loop', level: 'note', about: 'x', data: { type: 'MX' }, evidence: [] };
    const checks = new Map<Area, Check>([['mx', () => Promise.resolve([...gone, light])]]);
    const { areas } = await runChecks('contoso.test', checks, ports(''), never);
    assert.equal(areas[0]?.findings.length, 60);
    assert.equal(areas[0]?.left, 21);
    assert.equal(areas[0]?.findings.at(-1)?.code, 'dns-alias-loop');
  });
  it('says that it was cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    assert.equal((await runChecks('contoso.test', domainChecks, ports(ZONE), stop.signal)).cancelled, true);
  });
  it('tells all findings where these are sixty, the heaviest first', async () => {
    const levels = ['note', 'pass', 'fail', 'unknown', 'warning'] as const;
    const found = [...Array(60).keys()].map((n): Finding => {
      const level = levels[n % 5] as Finding['level'];
      return { code: 'dns-alias-loop', level, about: `n${n}`, data: { type: 'MX' }, evidence: [] } as Finding;
    });
    const checks = new Map<Area, Check>([['mx', () => Promise.resolve([...found, ...found])]]);
    const [mx] = (await runChecks('contoso.test', checks, ports(''), never)).areas;
    assert.deepEqual([mx?.findings.length, mx?.left], [60, 0]);
    assert.equal(mx?.findings[0]?.level, 'fail');
    assert.deepEqual(
      mx?.findings.map(({ level }) => level),
      mx?.findings.map(({ level }) => level).sort((a, b) => FINDING_LEVELS.indexOf(a) - FINDING_LEVELS.indexOf(b)),
    );
  });
  it('asks five hundred questions at most, sixty-four at a time, and tells how long it took', async () => {
    const lab = ports('');
    const [waiting, counts] = [[] as (() => void)[], { now: 0, most: 0 }];
    const resolve: typeof lab.resolve = Object.assign(
      async (question: Parameters<typeof lab.resolve>[0], signal: Parameters<typeof lab.resolve>[1]) => {
        counts.most = Math.max(counts.most, ++counts.now);
        await new Promise<void>((done) => waiting.push(done));
        counts.now--;
        return lab.resolve(question, signal);
      },
      { asked: lab.resolve.asked },
    );
    const many: Check = async ({ ports: { resolve: ask }, signal }) => {
      await Promise.all([...Array(502).keys()].map((n) => ask({ name: `n${n}.test`, type: 'A' }, signal)));
      return [];
    };
    let time = 1000;
    const clock = { now: () => (time += 500) };
    const running = runChecks('contoso.test', new Map<Area, Check>([['mx', many]]), { ...lab, resolve, clock }, never);
    for (let turns = 0; turns < 30; turns++) {
      await new Promise((done) => setImmediate(done));
      for (const done of waiting.splice(0)) done();
    }
    const result = await running;
    assert.deepEqual([lab.resolve.asked.length, result.refused, counts.most], [500, 2, 64]);
    assert.deepEqual([result.started, result.elapsed], [1500, 500]);
  });
});
