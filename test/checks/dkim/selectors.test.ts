import assert from 'node:assert/strict';
import { checkDkim } from '../../../src/checks/dkim/check.ts';
import { describeKey, isUsable } from '../../../src/checks/dkim/keys.ts';
import { readRecord } from '../../../src/core/dns/records/readRecord.ts';
import type { TagRecord } from '../../../src/core/dns/records/recordText.ts';
import { answer } from '../answer.ts';
import { context } from '../zone.ts';

const ED = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
const at = (selector: string, text = ED): string => `${selector}._domainkey.a.test TXT "${text}"\n`;
const all = (records: string, options: Parameters<typeof context>[1] = {}) =>
  checkDkim(context(records, { name: 'a.test', ...options }));
const codes = async (...given: Parameters<typeof all>): Promise<readonly string[]> =>
  (await all(...given)).map(({ code }) => code);

describe('the selectors that are looked for', () => {
  const asked = async (records: string): Promise<readonly string[]> => {
    const given = context(records, { name: 'a.test' });
    await checkDkim(given);
    return given.ports.resolve.asked.flatMap((one) => /^([^_]*)\._domainkey\.a\.test TXT$/.exec(one)?.[1] ?? []);
  };
  it('are the likeliest, with those of the services, where no key seems to be there', async () => {
    const few = await asked('a.test A 192.0.2.1');
    assert.equal(few.length, 5);
    const services = await asked(
      'a.test MX 10 a-test.mail.protection.outlook.com.\na.test TXT "v=spf1 include:_spf.google.com -all"\n',
    );
    for (const selector of ['selector1', 'selector2', 'google']) assert.ok(services.includes(selector), selector);
  });
  it('are all that are usual where something is there', async () => assert.ok((await asked(at('qx7'))).length > 10));
});

describe('what stands at a selector', () => {
  it('counts where somebody has named it', async () => {
    const named = (text: string): Promise<readonly string[]> => codes(at('s1', text), { onlySelectors: ['s1'] });
    assert.deepEqual(await named('hello'), ['dkim-not-a-key']);
    assert.deepEqual(await codes(at('s1', 'hello')), ['dkim-none-known']);
    assert.deepEqual(await codes(at('qx7'), { onlySelectors: ['s1'] }), ['dkim-key-missing']);
    assert.deepEqual(await codes(at('qx7')), ['dkim-none-known']);
  });
  it('is at the end of its aliases', async () => {
    const aliases = 's1._domainkey.a.test CNAME b.test.\nb.test CNAME c.test.\n';
    const [gone] = await all(aliases, { onlySelectors: ['s1'] });
    assert.deepEqual(gone?.data, { selector: 's1', target: 'c.test' });
  });
  it('may be the same everywhere, with a key that is taken back or not', async () => {
    const wild = async (text: string): Promise<unknown> =>
      (await all(at('mail-triage-no-such-selector', text) + at('x'))).find(({ code }) => code === 'dkim-wildcard')
        ?.data;
    assert.deepEqual(await wild('v=DKIM1; p='), { text: 'v=DKIM1; p=', isRevoked: true });
    assert.deepEqual(await wild('hello'), { text: 'hello', isRevoked: false });
    assert.deepEqual(await wild('v=DKIM1; t=y; p='), { text: 'v=DKIM1; t=y; p=', isRevoked: true });
    assert.deepEqual(await wild(ED), { text: ED, isRevoked: false });
  });
});

describe('a service that signs under the same names for everybody', () => {
  const spf = 'a.test TXT "v=spf1 include:servers.mcsv.net -all"\n';
  it('is told of where none of them is there', async () => {
    const unsigned = (more: string): Promise<boolean> =>
      codes(spf + at('google') + more).then((found) => found.includes('dkim-service-unsigned'));
    assert.equal(await unsigned(''), true);
    assert.equal(await unsigned(at('k2')), false);
    assert.equal(await unsigned(at('k2', 'hello')), false);
    assert.equal(await unsigned('k2._domainkey.a.test TXT !TIMEOUT'), false);
  });
});

describe('a key', () => {
  const read = (text: string) => ({
    ...{ selector: 's1', texts: [text], answer: answer('s1._domainkey.a.test', 'TXT') },
    key: readRecord('s1._domainkey.a.test', text) as TagRecord,
  });
  it('is usable unless it is taken back, or cannot be read', () => {
    assert.equal(isUsable(read(ED)), true);
    for (const text of ['v=DKIM1; p=', 'v=DKIM1; p=!!!', 'v=DKIM1; p=AAAA', `${ED}; h=sha1`])
      assert.equal(isUsable(read(text)), false, text);
  });
  it('is told by its algorithm', () => assert.equal(describeKey(read(ED)), 's1 (Ed25519)'));
});
