import assert from 'node:assert/strict';
import { promises } from 'node:dns';
import { type Lab, startLab } from '../lab/main.ts';

/** Node's own resolver is c-ares, which knows nothing of ours: what it reads of the lab is what the lab says. */
describe('c-ares', () => {
  let lab: Lab;
  const resolver = new promises.Resolver({ timeout: 10_000, tries: 1 });
  before(async () => {
    lab = await startLab();
    resolver.setServers([`${lab.dns.address}:${lab.dns.port}`]);
  });
  after(() => lab.close());

  it('reads the lab as it is meant', async () => {
    const mx = (await resolver.resolveMx('contoso.test')).map((one) => `${one.priority} ${one.exchange}`);
    assert.deepEqual(mx.sort(), ['10 mx1.contoso.test', '20 mx2.contoso.test']);
    assert.equal((await resolver.resolveTxt('big.test')).length, 30);
    await assert.rejects(resolver.resolve4('nowhere.test'), { code: 'ENOTFOUND' });
    await assert.rejects(resolver.resolve4('nohost.test'), { code: 'ENODATA' });
  });
});
