import assert from 'node:assert/strict';
import { readRanges } from '../../../src/probes/addressRanges.ts';
import { readServer } from '../../../src/probes/node/main.ts';
import { type FlowRequest, flowAtEach, smtpFlow } from '../../../src/probes/node/smtpFlow.ts';
import { fakePorts } from '../fakePorts.ts';

const never = new AbortController().signal;
const { ranges } = readRanges('198.51.100.0/24', false);
const ENVELOPE = { from: 'a@b.test', recipients: ['u@x.test', 'v@y.test'] };
const CONSENT = 'i-may-test-this-server';

/** What is said to a server that takes everything, behind EHLO, and what was asked of DNS. */
async function said(
  request: FlowRequest,
  { host = '192.0.2.1', envelope = ENVELOPE as typeof ENVELOPE | null, by = smtpFlow as 'each' | typeof smtpFlow } = {},
) {
  const lines = ['220 mx', '250 mx.x.test', ...Array<string>(120).fill('250 ok')];
  const ports = fakePorts({ 'mx.x.test A': ['192.0.2.1'] }, { '192.0.2.1:25': lines, '2001:db8::1:25': lines });
  const options = { helo: 'probe.test', tls: 'none', ...(envelope && { envelope }) } as const;
  const endpoint = { host, port: 25 };
  if (by === 'each') await flowAtEach(request, 'own.test')(endpoint, ports, options, never);
  else await by(endpoint, request, ports, options, never);
  return { said: ports.written.map((one) => one.trimEnd()).slice(1), asked: ports.asked };
}

describe('a flow with a server', () => {
  it('asks for all recipients, or the first one', async () => {
    const recipients = (await said({ kind: 'recipients' })).said;
    assert.deepEqual(recipients.slice(0, 3), ['MAIL FROM:<a@b.test>', 'RCPT TO:<u@x.test>', 'RCPT TO:<v@y.test>']);
    const invented = recipients.slice(3, 5).map((one) => one.replace(/[0-9a-f]{12}/, '*'));
    assert.deepEqual(invented, ['RCPT TO:<no-such-user-*@x.test>', 'RCPT TO:<no-such-user-*@y.test>']);
    const first = ['MAIL FROM:<a@b.test>', 'RCPT TO:<u@x.test>', 'RSET', 'QUIT'];
    assert.deepEqual((await said({ kind: 'relaying' })).said, first);
    assert.deepEqual((await said({ kind: 'restriction', ranges })).said, first);
  });
  it('asks for nobody where no envelope is', async () => {
    const bare = { envelope: null };
    assert.deepEqual((await said({ kind: 'restriction', ranges }, bare)).said, ['QUIT']);
    assert.equal((await said({ kind: 'relaying' }, bare)).said[0], 'MAIL FROM:<>');
  });
  it('takes for its own domain what it is told, that of the recipient, or the host', async () => {
    const own = async (request: Partial<FlowRequest>, more = {}): Promise<string | undefined> =>
      (await said({ kind: 'exposure', ...request } as FlowRequest, more)).said
        .find((one) => one.startsWith('VRFY no-such-user'))
        ?.split('@')[1];
    assert.equal(await own({ own: 'o.test' } as never), 'o.test');
    assert.equal(await own({}), 'x.test');
    assert.equal(await own({}, { envelope: { from: '', recipients: ['"a@b"@x.test'] } }), 'x.test');
    assert.equal(await own({}, { envelope: null, host: 'mx.x.test' }), 'mx.x.test');
    assert.equal(await own({}, { by: 'each' }), 'own.test');
    assert.equal(await own({ own: 'o.test' } as never, { by: 'each' }), 'o.test');
  });
  it('has names asked for, and long arguments beyond the limits only with consent', async () => {
    const names = (await said({ kind: 'exposure', names: ['info'] })).said;
    assert.ok(names.includes('VRFY info') && names.includes('VRFY postmaster') && names.includes('EXPN info'));
    const longest = async (more: object): Promise<number> =>
      Math.max(...(await said({ kind: 'exposure', ...more } as FlowRequest)).said.map(({ length }) => length));
    assert.equal(await longest({}), 510);
    assert.ok((await longest({ beyond: CONSENT })) > 4000);
  });
  it('tries to relay from the sender to the first recipient', async () => {
    const relay = (await said({ kind: 'relay', consent: CONSENT, own: 'o.test' })).said;
    assert.match(relay[1] ?? '', /^RCPT TO:<no-such-user-[0-9a-f]{12}@o\.test>$/);
    assert.deepEqual(relay.slice(3, 5), ['MAIL FROM:<a@b.test>', 'RCPT TO:<u@x.test>']);
    assert.match((await said({ kind: 'relay', consent: CONSENT }, { by: 'each' })).said[1] ?? '', /@own\.test>$/);
    assert.match((await said({ kind: 'relay', consent: CONSENT })).said[1] ?? '', /@mx\.x\.test>$/);
  });
  it('asks a service for our own address only where that is wanted, of the family of the server', async () => {
    const asked = async (host: string, asksAddress?: true): Promise<readonly string[]> =>
      (await said({ kind: 'restriction', ranges, ...(asksAddress && { asksAddress }) }, { host })).asked;
    assert.deepEqual(await asked('192.0.2.1'), []);
    assert.deepEqual((await asked('192.0.2.1', true))[0], 'myip.opendns.com A');
    assert.deepEqual((await asked('[2001:db8::1]', true))[0], 'myip.opendns.com AAAA');
    assert.deepEqual((await asked('mx.x.test', true))[0], 'myip.opendns.com A');
  });
});

describe('a server that is typed', () => {
  it('is a host with a port, or what is told of as it was typed', () => {
    const is = (typed: string, host: string, port = 25): void =>
      assert.deepEqual(readServer(typed), { host, port }, typed);
    is(' mx.a.test ', 'mx.a.test');
    is('mx.a.test:587', 'mx.a.test', 587);
    is('[IPv6:fe80::1%25eth0]:25', 'fe80::1%eth0');
    is('mx.a.test:0', 'mx.a.test', 0);
    is('mx.a.test:99999', 'mx.a.test', 99999);
    is('[2001:db8::1]:99999', '[2001:db8::1]', 99999);
    is('', '');
    is('user:secret@mx.a.test', '(hidden)@mx.a.test');
    is('smtp://user:secret@mx.a.test', 'smtp://(hidden)@mx.a.test');
  });
});
