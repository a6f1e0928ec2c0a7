import assert from 'node:assert/strict';
import { replyMeaning } from '../../../../src/checks/replyMeaning.ts';
import { readRanges } from '../../../../src/probes/addressRanges.ts';
import { askOwnAddress } from '../../../../src/probes/smtp/flows/askOwnAddress.ts';
import { clientIn } from '../../../../src/probes/smtp/flows/client.ts';
import type { PortTry } from '../../../../src/probes/smtp/flows/findings.ts';
import type { Flow } from '../../../../src/probes/smtp/flows/flow.ts';
import { COMMAND_LINE, longArguments, longDomain } from '../../../../src/probes/smtp/flows/longArguments.ts';
import { ownAddress } from '../../../../src/probes/smtp/flows/ownAddress.ts';
import { judgePort25, withPort25 } from '../../../../src/probes/smtp/flows/port25.ts';
import { relayForms } from '../../../../src/probes/smtp/flows/relayForms.ts';
import { askRestriction } from '../../../../src/probes/smtp/flows/restriction.ts';
import { probeByFlow } from '../../../../src/probes/smtp/flows/runFlow.ts';
import { type StepTime, timeFindings } from '../../../../src/probes/smtp/flows/stepTimes.ts';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import { renderSmtpProbe } from '../../../../src/report/smtpProbeReport.ts';
import { fakePorts } from '../../fakePorts.ts';
import { heldReport } from '../../heldReport.ts';

const never = new AbortController().signal;

describe('from which address a server is asked', () => {
  const inner = { local: '10.0.0.5', remote: '192.0.2.25', hello: [], refusals: [] };

  it('is our own where it is public, or where the server is in the same inner network', () => {
    assert.deepEqual(ownAddress({ ...inner, local: '203.0.113.5' }), { address: '203.0.113.5', by: 'local' });
    assert.deepEqual(ownAddress({ ...inner, local: '::ffff:203.0.113.5' }), { address: '203.0.113.5', by: 'local' });
    assert.deepEqual(ownAddress({ ...inner, remote: '10.0.0.25' }), { address: '10.0.0.5', by: 'same-network' });
  });

  it('is what the server says of its client', () => {
    const said = (hello: readonly string[], refusals: readonly string[] = []) =>
      ownAddress({ ...inner, hello, refusals });
    const expected = { address: '203.0.113.5', by: 'said' };
    for (const line of [
      '250-mx1.contoso.test Hello client.fabrikam.test [203.0.113.5], pleased to meet you',
      '250-mx1.contoso.test Hello [203.0.113.5]',
      '250-mx1.contoso.test at your service, [203.0.113.5]',
      '250-mx1.contoso.test Hello probe.test (203.0.113.5)',
    ]) {
      assert.deepEqual(said([line, '250 SIZE']), expected, line);
    }
    for (const line of [
      '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org',
      '550 5.7.1 Your IP 203.0.113.5 is not allowed',
      '450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.5]: from [203.0.113.5]',
      '550-5.7.1 [x] Messages from 203.0.113.5 were not sent',
    ]) {
      assert.deepEqual(said([], [line]), expected, line);
    }
  });

  it('is not the server’s own address, nor an inner one that it names', () => {
    const said = (line: string) => ownAddress({ ...inner, hello: [line], refusals: [] });
    assert.deepEqual(said('250-mx1.contoso.test [192.0.2.25]'), {});
    assert.deepEqual(said('250-mx1.contoso.test Hello probe.test [10.9.9.9]'), {});
    assert.deepEqual(said('250-mx1.contoso.test'), {});
  });

  it('is what a service says only where it was asked, and says who', async () => {
    const asked = { address: '203.0.113.9', of: 'ns1.google.com' };
    assert.deepEqual(ownAddress({ ...inner, asked }), { ...asked, by: 'asked' });
    const ports = fakePorts({ 'o-o.myaddr.l.google.com TXT': ['"203.0.113.9"'], 'myip.opendns.com A': 'TIMEOUT' });
    assert.deepEqual(await askOwnAddress(ports.resolve, 4, never), asked);
    assert.deepEqual(ports.asked, ['myip.opendns.com A', 'o-o.myaddr.l.google.com TXT']);
    assert.equal(await askOwnAddress(fakePorts({ 'myip.opendns.com A': ['10.1.1.1'] }).resolve, 4, never), undefined);
  });

  it('is not guessed where the machine has several, or where a proxy stands between', () => {
    const connect = { step: 'connect', address: '192.0.2.25:25', elapsed: 1 } as const;
    assert.deepEqual(clientIn([connect], { machine: ['203.0.113.5', '203.0.113.6'] }), {});
    assert.deepEqual(clientIn([connect], { machine: ['203.0.113.5', '2001:db8::1'] }), {
      address: '203.0.113.5',
      by: 'local',
    });
    assert.deepEqual(clientIn([{ ...connect, local: '203.0.113.5', via: 'socks5://192.0.2.99:1080' }]), {});
  });
});

describe('port 25 that is silent', () => {
  const at = (host: string, port: number, outcome: PortTry['outcome']): PortTry => ({ host, port, outcome });
  const mx = (outcome: PortTry['outcome']) => [
    at('mx1.contoso.test', 587, outcome),
    at('mx1.contoso.test', 465, 'timeout'),
  ];

  it('is judged no more surely than what was seen', () => {
    const other = (outcome: PortTry['outcome']) => at('mx.fabrikam.test', 25, outcome);
    assert.equal(judgePort25(mx('open'), other('timeout')), 'blocked');
    assert.equal(judgePort25(mx('refused'), other('timeout')), 'blocked');
    assert.equal(judgePort25(mx('timeout'), other('timeout')), 'likely');
    assert.equal(judgePort25(mx('open'), undefined), 'likely');
    assert.equal(judgePort25(mx('open'), other('open')), 'open');
    assert.equal(judgePort25(mx('timeout'), undefined), 'unknown');
    assert.equal(judgePort25(mx('refused'), undefined), 'unknown');
    assert.equal(judgePort25(mx('open'), other('name')), 'likely');
  });

  it('is told with the failure, and what was tried', async () => {
    const zone = { 'mx1.contoso.test A': ['192.0.2.1'], 'mx.fabrikam.test A': ['198.51.100.1'] };
    const script = {
      '192.0.2.1:25': 'timeout',
      '192.0.2.1:587': [],
      '192.0.2.1:465': 'timeout',
      '198.51.100.1:25': 'timeout',
    } as const;
    const ports = fakePorts(zone, script);
    const result = await probeSmtpServer({ host: 'mx1.contoso.test', port: 25 }, ports, {}, never);
    const [told] = await withPort25([result], ports, 'mx.fabrikam.test', never);
    assert.ok(told !== undefined);
    const text = renderSmtpProbe(told).join('\n');
    heldReport(text.split('\n'));
    assert.match(
      text,
      /^fail port-25-blocked port-25: .* \(mx1\.contoso\.test:25 is silent; mx1\.contoso\.test:587 takes connections; mx1\.contoso\.test:465 no answer; mx\.fabrikam\.test:25 no answer\)$/m,
    );
    assert.match(text, /failed at CONNECT, connect-timeout/);
    // Nobody is asked whom the user did not name.
    const alone = fakePorts(zone, script);
    await withPort25([result], alone, undefined, never);
    assert.deepEqual(alone.dialled.sort(), ['192.0.2.1:465', '192.0.2.1:587']);
  });

  it('is told of a server that is to be restricted, whose silence may be the network’s', async () => {
    const zone = { 'mx1.contoso.test A': ['192.0.2.1'] };
    const ports = fakePorts(zone, { '192.0.2.1:25': 'timeout', '192.0.2.1:587': [], '192.0.2.1:465': 'timeout' });
    const { ranges } = readRanges('198.51.100.0/24', false);
    const endpoint = { host: 'mx1.contoso.test', port: 25 };
    const flow: Flow = (run) => askRestriction(run, { ranges, from: '', machine: ['203.0.113.5'] });
    const result = await probeByFlow(endpoint, ports, {}, never, flow, replyMeaning);
    const [told] = await withPort25([result], ports, undefined, never);
    const text = renderSmtpProbe(told ?? result).join('\n');
    heldReport(text.split('\n'));
    assert.match(text, /^unknown restriction-silent mx1\.contoso\.test:25: It was asked from 203\.0\.113\.5/m);
    assert.match(text, /^warning port-25-likely /m);
  });

  it('is not looked into where one server answers, or another port was asked', async () => {
    const ports = fakePorts(
      { 'mx1.contoso.test A': ['192.0.2.1'] },
      { '192.0.2.1:25': 'refused', '192.0.2.1:587': 'timeout' },
    );
    for (const port of [25, 587]) {
      const result = await probeSmtpServer({ host: 'mx1.contoso.test', port }, ports, {}, never);
      assert.deepEqual(await withPort25([result], ports, undefined, never), [result]);
    }
  });
});

describe('the times of a session', () => {
  const connect: StepTime = { step: 'connect', elapsed: 20 };
  const codes = (steps: readonly StepTime[]): readonly string[] =>
    timeFindings([connect, ...steps]).map((one) => ('kind' in one ? `${one.code} ${one.kind}` : one.code));

  it('show a banner that is held back', () => {
    assert.deepEqual(codes([{ step: 'banner', elapsed: 5000, code: 220 }]), ['greet-delay']);
    assert.deepEqual(codes([{ step: 'banner', elapsed: 400, code: 220 }]), []);
  });

  it('show a tarpit for whoever is refused, and for everybody', () => {
    const taken = { step: 'rcpt', elapsed: 30, code: 250 };
    const late = { step: 'rcpt', elapsed: 5000, code: 550 };
    assert.deepEqual(codes([taken, late, late]), ['tarpit refusals']);
    assert.deepEqual(codes([taken, { ...late, elapsed: 1 }, late, late]), ['tarpit refusals']);
    assert.deepEqual(codes([taken, late, late, { ...late, elapsed: 1 }]), []);
    assert.deepEqual(
      codes([
        { ...taken, elapsed: 3000 },
        { ...late, elapsed: 3000 },
      ]),
      ['tarpit all'],
    );
    assert.deepEqual(codes([taken, late, { ...late, elapsed: 30 }]), []);
    assert.deepEqual(codes([taken, taken]), []);
  });

  it('are no tarpit on a slow way', () => {
    const slow = { step: 'rcpt', elapsed: 2000, code: 550 };
    assert.deepEqual(timeFindings([{ step: 'connect', elapsed: 900 }, slow, slow]), []);
  });

  it('hold slow answers against what a sender waits', () => {
    const found = timeFindings([
      connect,
      { step: 'mail', elapsed: 20_000, code: 250 },
      { step: 'rcpt', elapsed: 10, code: 250 },
    ]);
    assert.deepEqual(found, [
      { code: 'slow-reply', step: 'mail', elapsed: 20_000, due: { wait: 300_000, source: 'RFC 5321 4.5.3.2.2' } },
    ]);
  });
});

describe('long arguments', () => {
  it('are as long as they say, and inside the limits of RFC 5321 4.5.3.1 where they say so', () => {
    for (const octets of [10, 63, 72, 73, 74, 100, 189, 252, 253, 1000]) {
      const domain = longDomain(octets);
      assert.equal(domain.length, octets, domain);
      assert.ok(
        domain.split('.').every((label) => label.length > 0 && label.length <= 63),
        domain,
      );
    }
    for (const { command, octets, within, name } of longArguments('contoso.test', true)) {
      assert.equal(octets, command.length + 2);
      const path = /<(.*)>/.exec(command)?.[0] ?? '';
      const local = /<(.*)@/.exec(command)?.[1] ?? '';
      const domain = /@(.*)>/.exec(command)?.[1] ?? '';
      const fits = octets <= COMMAND_LINE && path.length <= 256 && local.length <= 64 && domain.length <= 255;
      assert.equal(fits && !['long-hello', 'long-verb'].includes(name), within, `${name} ${octets}`);
    }
    assert.ok(longArguments('contoso.test', false).every(({ within }) => within));
  });
});

describe('forms of relayed addresses', () => {
  it('are written as the classic tests write them', () => {
    const test = {
      from: 'a@fabrikam.test',
      to: 'me@northwind.test',
      server: 'mx1.contoso.test',
      address: '2001:db8::25',
      own: 'contoso.test',
      random: 'xyz',
    };
    assert.deepEqual(
      relayForms.map((form) => `${form.name}: <${form.sender(test)}> <${form.recipient(test)}>`),
      [
        'control: <a@fabrikam.test> <xyz@contoso.test>',
        'plain: <a@fabrikam.test> <me@northwind.test>',
        'null-sender: <> <me@northwind.test>',
        'own-sender: <postmaster@contoso.test> <me@northwind.test>',
        'literal-sender: <postmaster@[IPv6:2001:db8::25]> <me@northwind.test>',
        'bare-sender: <postmaster> <me@northwind.test>',
        'percent: <a@fabrikam.test> <me%northwind.test@mx1.contoso.test>',
        'percent-literal: <a@fabrikam.test> <me%northwind.test@[IPv6:2001:db8::25]>',
        'percent-alone: <a@fabrikam.test> <me%northwind.test>',
        'quoted: <a@fabrikam.test> <"me@northwind.test">',
        'quoted-percent: <a@fabrikam.test> <"me%northwind.test">',
        'quoted-at: <a@fabrikam.test> <"me@northwind.test"@mx1.contoso.test>',
        'quoted-literal: <a@fabrikam.test> <"me@northwind.test"@[IPv6:2001:db8::25]>',
        'two-ats: <a@fabrikam.test> <me@northwind.test@mx1.contoso.test>',
        'two-ats-literal: <a@fabrikam.test> <me@northwind.test@[IPv6:2001:db8::25]>',
        'route: <a@fabrikam.test> <@mx1.contoso.test:me@northwind.test>',
        'route-literal: <a@fabrikam.test> <@[IPv6:2001:db8::25]:me@northwind.test>',
        'bang: <a@fabrikam.test> <northwind.test!me>',
        'bang-at: <a@fabrikam.test> <northwind.test!me@mx1.contoso.test>',
        'bang-literal: <a@fabrikam.test> <northwind.test!me@[IPv6:2001:db8::25]>',
      ],
    );
  });
});
