import assert from 'node:assert/strict';
import { misplaced } from '../../src/checks/misplaced.ts';
import { context } from './zone.ts';

const DMARC = 'v=DMARC1; p=none';
/** Where a record of DMARC is found that stands in a wrong place, and what it shall begin with. */
const found = async (lines: string, name = 'contoso.test'): Promise<readonly string[]> => {
  const findings = await misplaced(context(lines, { name }), '_dmarc', 'dmarc');
  return findings.map(({ level, code, about, data }) => `${level} ${code} ${about}: ${JSON.stringify(data)}`);
};

describe('a record that stands where nobody looks', () => {
  it('is found at the domain, below the zone twice, or without the underscore', async () => {
    for (const at of ['contoso.test', '_dmarc.contoso.test.contoso.test', 'dmarc.contoso.test']) {
      const data = { kind: 'dmarc', name: at, expected: '_dmarc.' };
      const expected = [`warning record-wrong-name ${at}: ${JSON.stringify(data)}`];
      assert.deepEqual(await found(`${at} TXT "x"\n${at} TXT "${DMARC}"`), expected);
    }
  });
  it('is none in its own place, below another name or of another kind', async () => {
    for (const line of [
      `_dmarc.contoso.test TXT "${DMARC}"`,
      `dmarc.fabrikam.test TXT "${DMARC}"`,
      'contoso.test TXT "v=spf1 -all"',
      'contoso.test TXT "v=TLSRPTv1; rua=mailto:a@contoso.test"',
    ])
      assert.deepEqual(await found(line), [], line);
  });
  it('is not looked for below a name that would be too long (RFC 1035 2.3.4)', async () => {
    const asked = async (length: number): Promise<number> => {
      const name = `${`${'a'.repeat(49)}.`.repeat(5).slice(-(length - 5))}.test`;
      assert.equal(name.length, length);
      const given = context('x.test A 192.0.2.1', { name });
      await misplaced(given, '_dmarc', 'dmarc');
      return given.ports.resolve.asked.length;
    };
    assert.deepEqual(await Promise.all([122, 123, 247, 248].map(asked)), [3, 2, 2, 1]);
  });
});
