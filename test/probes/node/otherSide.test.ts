import assert from 'node:assert/strict';
import { seeOtherSide } from '../../../src/probes/node/otherSide.ts';
import type { Question } from '../../../src/probes/ports.ts';
import type { SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { type FakeZone, fakePorts } from '../fakePorts.ts';

const never = new AbortController().signal;
/** A probe whose connection came from this address. */
const from = (local: string, address = '203.0.113.5:25'): SmtpProbeResult =>
  ({ steps: [{ step: 'connect', address, local, elapsed: 1 }] }) as unknown as SmtpProbeResult;
const ZONE: FakeZone = {
  'myip.opendns.com A': ['198.51.100.7'],
  'myip.opendns.com AAAA': ['2001:db8:1::7'],
  '7.100.51.198.in-addr.arpa PTR': ['out.contoso.test.'],
  'out.contoso.test A': ['198.51.100.7'],
};
async function see(result: SmtpProbeResult, asksAddress: boolean, zone: FakeZone = ZONE) {
  const ports = fakePorts(zone);
  const asked: string[] = [];
  const resolve = (question: Question, signal: AbortSignal) => {
    asked.push(`${question.at ?? ''} ${question.name} ${question.type}`.trim());
    return ports.resolve(question, signal);
  };
  const options = { helo: 'out.contoso.test', envelope: { from: 'ann@contoso.test', recipients: [] } };
  const seen = await seeOtherSide(result, { ...ports, resolve } as typeof ports, options, asksAddress, never);
  return { ...seen, asked };
}

describe('what a server sees of this machine', () => {
  it('is its public address, with its name, its SPF and the block lists', async () => {
    const { client, check, asked } = await see(from('198.51.100.7'), false);
    assert.equal(client.address, '198.51.100.7');
    assert.equal(check?.name, '198.51.100.7');
    assert.ok(asked.includes('7.100.51.198.in-addr.arpa PTR') && asked.includes('contoso.test TXT'), asked.join());
    assert.ok(!asked.some((one) => one.includes('opendns')));
  });
  it('is asked of somebody else only where that is wanted, and of the same family', async () => {
    const inner = await see(from('192.168.1.2'), false);
    assert.deepEqual([inner.client.address, inner.check, inner.asked], [undefined, undefined, []]);
    const wanted = await see(from('192.168.1.2'), true);
    assert.equal(wanted.client.address, '198.51.100.7');
    assert.equal(wanted.asked[0], '208.67.222.222 myip.opendns.com A');
    assert.equal(wanted.check?.name, '198.51.100.7');
    const sixth = await see(from('fd00::2', '[2001:db8:2::5]:25'), true);
    assert.equal(sixth.asked[0], '2620:119:35::35 myip.opendns.com AAAA');
  });
  it('is not known where nobody says it, and then nothing is checked', async () => {
    const { client, check } = await see(from('192.168.1.2'), true, {});
    assert.deepEqual([client.address, check], [undefined, undefined]);
  });
});
