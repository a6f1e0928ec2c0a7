import assert from 'node:assert/strict';
import { askAgain, differenceOf } from '../../src/checks/askAgain.ts';
import type { RecordType } from '../../src/probes/ports.ts';
import { wordFinding } from '../../src/report/check/checkRows.ts';
import { context } from './zone.ts';

const same = (type: RecordType, before: string, now: string): void =>
  assert.deepEqual(differenceOf(type, [before], [now]), { went: [], came: [] }, `${before} | ${now}`);

const ZONE = `contoso.test MX 0 contoso-test.mail.protection.outlook.com.
fabrikam.test TXT "v=spf1 -all"
northwind.test MX !SERVFAIL`;

const asks = async (name: string, type: RecordType, ...records: readonly string[]) => {
  const findings = await askAgain({ name, type, records })(context(ZONE, { name }));
  assert.equal(findings.length, 1);
  const { code, level, text } = wordFinding(findings[0] as (typeof findings)[0]);
  return { code, level, text };
};

describe('asking again what a ticket has the answer of', () => {
  it('says what the ticket has and what there is now, with how long it lives', async () => {
    assert.deepEqual(await asks('contoso.test', 'MX', '10 mx1.contoso.test.'), {
      code: 'ask-differs',
      level: 'warning',
      text: 'MX, the ticket: 10 mx1.contoso.test; now: 0 contoso-test.mail.protection.outlook.com, TTL 5 min.',
    });
  });
  it('says that a record or the name is gone, or that there is one now', async () => {
    assert.match((await asks('fabrikam.test', 'MX', '10 a.test.')).text, /the ticket: 10 a\.test; now: no record\.$/);
    assert.match((await asks('gone.test', 'MX', '10 a.test.')).text, /now: no such name\.$/);
    assert.match((await asks('fabrikam.test', 'TXT')).text, /the ticket: no record; now: "v=spf1 -all", TTL 5 min\.$/);
  });
  it('passes what is as it was', async () => {
    assert.equal((await asks('fabrikam.test', 'TXT', '"v=spf1" " -all"')).code, 'ask-same');
    assert.equal((await asks('gone.test', 'A')).code, 'ask-same');
  });
  it('never takes silence of DNS for a difference', async () => {
    const { code, level } = await asks('northwind.test', 'MX', '10 mx1.northwind.test.');
    assert.deepEqual([code, level], ['dns-unanswered', 'unknown']);
  });
  it('sees through the ways to write one record', () => {
    same('MX', '10 MX1.contoso.test', '10  mx1.contoso.test.');
    same('TXT', 'v=spf1 -all', '"v=spf1 " "-all"');
    same('AAAA', '2001:DB8:0:0::1', '2001:db8::1');
    same('SOA', 'ns1.a.test. host.a.test. 7 1 1 1 1', 'ns1.a.test host.a.test 7 1 1 1 1');
    const { went, came } = differenceOf('MX', ['10 a.test.', '10 A.test'], ['20 a.test.']);
    assert.deepEqual([went, came], [['10 A.test'], ['20 a.test.']]);
  });
});
