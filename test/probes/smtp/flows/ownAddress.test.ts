import assert from 'node:assert/strict';
import { askOwnAddress } from '../../../../src/probes/smtp/flows/askOwnAddress.ts';
import { clientIn } from '../../../../src/probes/smtp/flows/client.ts';
import { ownAddress } from '../../../../src/probes/smtp/flows/ownAddress.ts';
import type { SmtpStep } from '../../../../src/probes/smtp/types.ts';
import { fakePorts } from '../../fakePorts.ts';

const never = new AbortController().signal;
const seen = { remote: '192.0.2.25', hello: [], refusals: [] };

describe('our own address', () => {
  it('is that of the connection where both are in one inner network, and no other inner one', () => {
    const local = (own: string, remote?: string) =>
      ownAddress({ hello: [], refusals: [], local: own, ...(remote !== undefined && { remote }) });
    assert.deepEqual(local('10.0.0.5', '::ffff:10.0.0.25'), { address: '10.0.0.5', by: 'same-network' });
    assert.deepEqual(local('::ffff:10.0.0.5', '10.0.0.25'), { address: '10.0.0.5', by: 'same-network' });
    assert.deepEqual(local('::ffff:10.0.0.5', '192.0.2.25'), {});
    assert.deepEqual(local('10.0.0.5', '192.0.2.25'), {});
    assert.deepEqual(local('10.0.0.5'), {});
    assert.deepEqual(local('nothing', '10.0.0.25'), {});
    assert.deepEqual(local('2001:db8::5'), { address: '2001:db8::5', by: 'local' });
  });
  it('is what the first line of the greeting says, or any refusal', () => {
    const hello = (...lines: readonly string[]) => ownAddress({ ...seen, hello: lines }).address;
    assert.equal(hello('250 mx.a.test Hello x [203.0.113.5]'), '203.0.113.5');
    assert.equal(hello('250-mx.a.test Hello x [IPv6:2001:db8::5]'), '2001:db8::5');
    assert.equal(hello('250-mx.a.test', '250-mx.a.test Hello x [203.0.113.5]'), undefined);
    assert.equal(hello('220 mx.a.test Hello x [203.0.113.5]'), undefined);
    const refused = (...lines: readonly string[]) => ownAddress({ ...seen, refusals: lines }).address;
    assert.equal(refused('550 no', '550 your IP: 203.0.113.5'), '203.0.113.5');
    assert.equal(refused('550 Sending server 203.0.113.5 listed'), '203.0.113.5');
    assert.equal(refused('550 IP address 203.0.113.5 is listed'), '203.0.113.5');
    assert.equal(refused('550 host 203.0.113.999'), undefined);
    assert.equal(refused('550 from [IPv6:2001:db8::5]'), '2001:db8::5');
  });
  it('is what a service says, of our family, if it can be one', async () => {
    const asked = async (zone: Parameters<typeof fakePorts>[0], family: 4 | 6 = 4, signal: AbortSignal = never) => {
      const ports = fakePorts(zone);
      return [await askOwnAddress(ports.resolve, family, signal), ports.asked] as const;
    };
    assert.deepEqual(await asked({ 'myip.opendns.com A': ['203.0.113.9'] }), [
      { address: '203.0.113.9', of: 'resolver1.opendns.com' },
      ['myip.opendns.com A'],
    ]);
    assert.deepEqual((await asked({ 'myip.opendns.com AAAA': ['2001:db8::9'] }, 6))[0]?.address, '2001:db8::9');
    assert.deepEqual(
      (await asked({ 'myip.opendns.com A': ['x'], 'o-o.myaddr.l.google.com TXT': ['"y"'] }))[0],
      undefined,
    );
    assert.deepEqual((await asked({}, 4, AbortSignal.abort()))[1].length, 1);
  });
});

describe('what a session shows of our address', () => {
  const connect = (more: object = {}): SmtpStep => ({ step: 'connect', address: '192.0.2.25:25', elapsed: 1, ...more });
  const said = (step: 'ehlo' | 'rcpt', ...lines: readonly string[]): SmtpStep =>
    ({ step, elapsed: 1, lines, code: Number(lines[0]?.slice(0, 3)) }) as unknown as SmtpStep;
  it('is the last connection, and the greeting on it', () => {
    assert.deepEqual(clientIn([connect({ local: '203.0.113.1' }), connect({ local: '203.0.113.2' })]), {
      ...{ address: '203.0.113.2', by: 'local' },
    });
    const hello = [
      said('ehlo', '250 mx.a.test Hello [203.0.113.3]'),
      said('ehlo', '250 mx.a.test Hello [203.0.113.4]'),
    ];
    assert.deepEqual(clientIn([connect({ local: '10.0.0.1' }), ...hello]).address, '203.0.113.4');
    assert.deepEqual(clientIn([connect({ local: '10.0.0.1' }), ...hello, said('ehlo')]).address, '203.0.113.4');
    assert.deepEqual(clientIn([connect(), said('rcpt', '250-x', '550 from [203.0.113.6]')]).address, '203.0.113.6');
    assert.deepEqual(clientIn([connect(), said('rcpt', '250 from [203.0.113.6]')]), {});
  });
  it('is the one address of the machine of that family, links of one cable left out', () => {
    const machine = (...own: readonly string[]) => clientIn([connect()], { machine: own }).address;
    assert.equal(machine('203.0.113.1', '169.254.0.1', '2001:db8::1'), '203.0.113.1');
    assert.equal(machine('203.0.113.1', '203.0.113.2'), undefined);
    assert.equal(clientIn([], { machine: ['203.0.113.1'] }).address, undefined);
    const six = connect({ address: '[2001:db8::25]:25' });
    assert.equal(clientIn([six], { machine: ['203.0.113.1', '2001:db8::1'] }).address, '2001:db8::1');
  });
  it('is nothing of our own behind a proxy', () => {
    const via = connect({ via: 'socks5://x:1', local: '203.0.113.1' });
    assert.deepEqual(clientIn([via], { machine: ['203.0.113.1'] }), {});
    assert.deepEqual(clientIn([via], { asked: { address: '203.0.113.9', of: 'x' } }), {
      ...{ address: '203.0.113.9', by: 'asked', of: 'x' },
    });
  });
});
