import assert from 'node:assert/strict';
import { asking } from '../../src/checks/asking.ts';
import type { CheckResult } from '../../src/checks/check.ts';
import type { AskedTarget } from '../../src/checks/target.ts';
import { ports } from './zone.ts';

const { signal } = new AbortController();
const DOMAIN: AskedTarget = { kind: 'domain', name: 'contoso.test', selectors: ['s1'] } as unknown as AskedTarget;
const LINES = 'contoso.test MX 10 mx.contoso.test.\nmx.contoso.test A 203.0.113.5';

/** Checks over a zone; what was asked of it stands beside. */
function over(lines: string) {
  const made = ports(lines);
  const { check, askTold } = asking<{ readonly zone: string }>(() => made as never);
  return { check, askTold, asked: made.resolve.asked };
}
const sections = ({ areas }: CheckResult): readonly string[] => areas.map(({ area }) => area);
const told = { name: 'contoso.test', type: 'MX', records: ['10 mx.contoso.test.'] };

describe('a check that is asked for', () => {
  it('has the areas that were chosen, and what a text says where it says something that can be asked for', async () => {
    const { check } = over(LINES);
    const options = { zone: '', areas: ['mx'] } as const;
    const of = async (more: object) => sections(await check(DOMAIN, { ...options, ...more }, signal));
    assert.deepEqual(await of({}), ['mx']);
    assert.deepEqual(await of({ told: [] }), ['mx']);
    assert.deepEqual((await of({ told: [told] })).toSorted(), ['mx', 'ticket']);
    assert.deepEqual(await of({ told: [{ ...told, type: 'AXFR' }] }), ['mx']);
  });
  it('says what differs from the text', async () => {
    const { check } = over(LINES);
    const codes = async (...records: readonly string[]) => {
      const options = { zone: '', areas: ['mx'], told: [{ ...told, records }] } as const;
      const { areas } = await check(DOMAIN, options, signal);
      return areas.find(({ area }) => area === 'ticket')?.findings.map(({ code }) => code);
    };
    assert.deepEqual(await codes('10 mx.contoso.test.'), ['ticket-same']);
    assert.notDeepEqual(await codes('10 mx.fabrikam.test.'), ['ticket-same']);
  });
  it('looks for the selectors of a domain that it names, and no others', async () => {
    const { check, asked } = over(LINES);
    await check(DOMAIN, { zone: '', areas: ['dkim'] }, signal);
    const keys = asked.filter((one) => one.includes('._domainkey.contoso.test'));
    assert.deepEqual([...new Set(keys)], ['s1._domainkey.contoso.test TXT']);
  });
  it('hears of each area as it ends', async () => {
    const heard: string[] = [];
    await over(LINES).check(DOMAIN, { zone: '', areas: ['mx', 'spf'] }, signal, ({ area }) => heard.push(area));
    assert.deepEqual(heard.toSorted(), ['mx', 'spf']);
  });
});

describe('what a text has the answer of', () => {
  it('is asked for again, and that alone', async () => {
    const { askTold, asked } = over(LINES);
    const result = await askTold({ ...told, type: 'MX' }, { zone: '' }, signal);
    assert.deepEqual(sections(result), ['record']);
    assert.deepEqual(
      result.areas[0]?.findings.map(({ code, level }) => `${level} ${code}`),
      ['pass ask-same'],
    );
    assert.deepEqual(asked, ['contoso.test MX']);
  });
});
