import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, startLab } from '../lab/main.ts';
import { policies } from '../lab/policies.ts';
import { startPolicyServer } from '../lab/policyServer.ts';
import { type Run, run } from '../support/shell.ts';

/** Asks a server of the lab at a shell. */
async function ask(
  name: keyof typeof policies,
  ...args: readonly string[]
): Promise<Run & { readonly heard: readonly string[] }> {
  const server = await startPolicyServer(policies[name]);
  const to = `mx1.contoso.test:25=127.0.0.1:${server.port}`;
  const done = await run(['smtp', '--helo', 'probe.test', '--connect-to', to, ...args, 'mx1.contoso.test']);
  await server.close();
  return { ...done, heard: server.heard };
}

describe('mail-triage smtp asks about recipients and policy', () => {
  const mail = ['--from', 'a@fabrikam.test'];

  it('with --check-recipients, and ends with 0 where all are taken', async () => {
    const known = await ask('knows its users', '--check-recipients', ...mail, '--to', 'ann@contoso.test');
    assert.equal(known.code, 0, known.out + known.err);
    assert.match(known.out, /^\* Asks: recipients$/m);
    assert.match(known.out, /^pass recipient-accepted ann@contoso\.test: /m);
    const both = await ask(
      'knows its users',
      '--check-recipients',
      '--to',
      'ann@contoso.test',
      '--to',
      'x@contoso.test',
    );
    assert.equal(both.code, 1);
    const read = await run(['read', '-'], both.out);
    assert.match(read.out, /Refused at RCPT by mx1\.contoso\.test: no such mailbox/);
  });

  it('as data, with the verdicts of the report', async () => {
    const { out } = await ask('knows its users', '--check-recipients', '--json', '--to', 'x@contoso.test');
    const { addresses, verdicts } = JSON.parse(out);
    assert.ok(addresses[0].findings.some(({ code }: { code: string }) => code === 'recipient-unknown'));
    assert.deepEqual(
      verdicts.map(({ code, recipients }: { code: string; recipients: string[] }) => [code, recipients]),
      [['recipient-unknown', ['x@contoso.test']]],
    );
  });

  it('with --relay: one envelope without leave, every form with it', async () => {
    const mine = await ask('relays for anybody', '--relay', ...mail, '--to', 'me@northwind.test');
    assert.equal(mine.code, 0, mine.out);
    assert.equal(mine.heard.filter((line) => line.startsWith('RCPT')).length, 1);
    const open = await ask(
      'relays for anybody',
      '--relay',
      '--i-may-test-this-server',
      ...mail,
      '--to',
      'me@northwind.test',
    );
    assert.equal(open.code, 1);
    assert.ok(open.heard.filter((line) => line.startsWith('RCPT')).length > 15);
    const closed = await ask(
      'knows its users',
      '--relay',
      '--i-may-test-this-server',
      ...mail,
      '--to',
      'me@northwind.test',
    );
    assert.equal(closed.code, 0, closed.out);
  });

  it('with --exposure: longer lines than RFC 5321 allows with leave only', async () => {
    const { code, heard } = await ask(
      'knows its users',
      '--exposure',
      '--name',
      'staff',
      '--own-domain',
      'contoso.test',
    );
    assert.equal(code, 0);
    assert.ok(heard.includes('EXPN staff') && heard.every((line) => line.length <= 510));
    const open = await ask('verifies users', '--exposure', '--i-may-test-this-server', '--name', 'staff');
    assert.equal(open.code, 1);
    assert.ok(open.heard.some((line) => line.length > 3000));
  });

  it('with --restricted: ranges as they are written, or a file in which they stand', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mail-triage-ranges-'));
    const file = join(folder, 'ticket.txt');
    writeFileSync(file, 'Our filter sends from 192.0.2.0 / 255.255.255.0 and 198.51.100.0-255 (mail to 203.0.113.1).');
    const holds = await ask('turns strangers away', '--restricted', file, '--to', 'ann@contoso.test');
    const open = await ask('knows its users', '--restricted', '192.0.2.0/24', '--to', 'ann@contoso.test');
    await rm(folder, { recursive: true });
    assert.match(holds.out, /outside the 2 ranges/);
    assert.equal(holds.code, 0, holds.out);
    assert.match(open.out, /^fail restriction-open /m);
    assert.equal(open.code, 1);
  });

  it('with --view: from which address it was asked', async () => {
    const { code, out } = await ask('knows its users', '--view');
    assert.equal(code, 0, out);
    assert.match(out, /\n\nIt was asked from 127\.0\.0\.1, which is this machine’s own in the inner network/);
    const { view } = JSON.parse((await ask('knows its users', '--view', '--json')).out);
    assert.deepEqual(view, { address: '127.0.0.1', by: 'same-network' });
  });

  describe('at every address of the exchangers of a domain, with --all:', () => {
    let lab: Lab;
    before(async () => {
      lab = await startLab();
    });
    after(() => lab.close());

    /** Asks mx1.contoso.test, which has two addresses, and mx2.contoso.test. */
    async function askBoth(mx1: keyof typeof policies, mx2: keyof typeof policies, ...args: readonly string[]) {
      const servers = [await startPolicyServer(policies[mx1]), await startPolicyServer(policies[mx2])];
      const redirects = servers.flatMap(({ port }, at) => [
        '--connect-to',
        `mx${at + 1}.contoso.test:25=127.0.0.1:${port}`,
      ]);
      const dns = ['--server', `${lab.dns.address}:${lab.dns.port}`, '--helo', 'probe.test'];
      const asked = ['smtp', '--all', ...dns, ...redirects, ...args, 'contoso.test'];
      const done = await run(asked);
      const json = JSON.parse((await run([...asked, '--json'])).out);
      await Promise.all(servers.map((server) => server.close()));
      const rows = done.out.split('\n').filter((line) => /^\* mx\d\.contoso\.test, preference/.test(line));
      const end = done.out.split('\n').find((line) => line.startsWith('# SMTP servers of '));
      return { ...done, json, rows, end, heard: servers.map(({ heard }) => heard) };
    }
    const each = (first: string, second: string): readonly string[] => [
      `* mx1.contoso.test, preference 10, 127.0.0.1: ${first}`,
      `* mx1.contoso.test, preference 10, ::1: ${first}`,
      `* mx2.contoso.test, preference 20, 127.0.0.1: ${second}`,
    ];

    it('recipients', async () => {
      const to = ['--check-recipients', ...mail, '--to', 'ann@contoso.test'];
      const good = await askBoth('knows its users', 'knows its users', ...to);
      assert.equal(good.code, 0, good.out);
      assert.equal(good.end, '# SMTP servers of contoso.test:25: 3 addresses, 0 failed');
      const fine = 'as it should be, no-starttls, recipient-accepted, no-catch-all';
      assert.deepEqual(good.rows, each(fine, fine));
      const { code, end, rows, out, json } = await askBoth('knows its users', 'blocks this client', ...to);
      assert.equal(code, 1);
      assert.equal(end, '# SMTP servers of contoso.test:25: 3 addresses, 0 failed, 1 with something to look at');
      const refused = 'something to look at, no-starttls, recipient-client-refused, catch-all-unknown';
      assert.deepEqual(rows, each(fine, refused));
      const read = JSON.parse((await run(['read', '--json', '-'], out)).out);
      const reasons = (verdicts: { code: string }[]) => verdicts.map((verdict) => verdict.code);
      assert.deepEqual(reasons(json.verdicts), reasons(read.verdicts));
      assert.ok(reasons(json.verdicts).includes('blocklisted'), reasons(json.verdicts).join());
      assert.deepEqual(
        json.addresses.map(({ target, asks }: Record<string, unknown>) => [target, asks]),
        ['mx1', 'mx1', 'mx2'].map((host) => [`${host}.contoso.test:25`, 'recipients']),
      );
    });

    it('relaying, which every form of an address is made for with the domain that was asked', async () => {
      const leave = ['--relay', '--i-may-test-this-server', ...mail, '--to', 'me@northwind.test'];
      const { code, rows, heard } = await askBoth('knows its users', 'relays what has a percent sign', ...leave);
      assert.equal(code, 1);
      const fine = 'as it should be, no-starttls, relay-denied';
      assert.deepEqual(rows, each(fine, 'something to look at, no-starttls, relay-open, relay-denied'));
      for (const lines of heard) assert.ok(lines.includes('MAIL FROM:<postmaster@contoso.test>'));
      const mine = await askBoth('knows its users', 'relays for anybody', ...leave.filter((one) => !/may/.test(one)));
      assert.match(mine.rows[2] ?? '', /: as it should be, no-starttls, relay-allowed, quit-answered$/);
      assert.ok(mine.heard.every((lines) => lines.filter((line) => line.startsWith('RCPT')).length <= 4));
    });

    it('exposure, and restriction to ranges', async () => {
      const exposed = await askBoth('knows its users', 'verifies users', '--exposure', '--name', 'ann');
      assert.equal(exposed.code, 1);
      assert.match(exposed.rows[0] ?? '', /: as it should be, no-starttls, vrfy-closed, expn-closed, long-answered$/);
      assert.match(exposed.rows[2] ?? '', /: something to look at, .*vrfy-open/);
      const ranges = ['--restricted', '192.0.2.0/24', '--to', 'ann@contoso.test'];
      const { code, rows } = await askBoth('turns strangers away', 'knows its users', ...ranges);
      assert.equal(code, 1);
      assert.match(rows[0] ?? '', /: as it should be, .*restriction-holds$/);
      assert.match(rows[2] ?? '', /: something to look at, .*restriction-open$/);
    });

    it('what it publishes of TLS beside what they show, in the report and in JSON', async () => {
      const { out, json } = await askBoth('knows its users', 'knows its users', '--policies', '--view');
      assert.match(out, /^## DANE$/m);
      assert.match(out, /^## MTA-STS$/m);
      assert.equal(json.policies.name, 'contoso.test');
      const codes = json.policies.findings.map(({ code }: { code: string }) => code);
      for (const code of codes) assert.ok(out.includes(` ${code} `), code);
      assert.ok(
        codes.some((code: string) => code.startsWith('mta-sts-')),
        codes.join(),
      );
      assert.equal(json.view.address, '127.0.0.1');
      const scan = await askBoth('knows its users', 'knows its users', '--policies', '--tls-scan');
      assert.deepEqual([scan.json.policies.name, scan.rows.length], ['contoso.test', 3]);
    });
  });

  it('and not where what is asked cannot be', async () => {
    const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [['--check-recipients'], /name the recipients with --to/],
      [['--relay'], /name one address with --to that the server does not take mail for/],
      [['--relay', '--exposure', '--to', 'a@b.test'], /choose one of/],
      [['--restricted', '192.0.2.0/33'], /192\.0\.2\.0\/33 is no range/],
      [['--restricted', 'nothing'], /names no range/],
      [['--exposure', '--to', 'a@b.test', '--message', '-'], /--message goes with no question/],
      [['--exposure', '--name', 'a\r\nDATA'], /--name is a mailbox or a list/],
      [['--exposure', '--own-domain', 'a b'], /--own-domain is no domain/],
    ];
    for (const [args, says] of wrong) {
      const { code, err, heard } = await ask('knows its users', ...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, says);
      assert.deepEqual(heard, []);
    }
  });
});
