import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    assert.match(out, /It was asked from 127\.0\.0\.1, which is this machine’s own in the inner network/);
    const { view } = JSON.parse((await ask('knows its users', '--view', '--json')).out);
    assert.deepEqual(view, { address: '127.0.0.1', by: 'same-network' });
  });

  it('and not where what is asked cannot be', async () => {
    const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [['--check-recipients'], /name the recipients with --to/],
      [['--relay'], /name one address with --to that the server does not take mail for/],
      [['--relay', '--exposure', '--to', 'a@b.test'], /choose one of/],
      [['--restricted', '192.0.2.0/33'], /192\.0\.2\.0\/33 is no range/],
      [['--restricted', 'nothing'], /names no range/],
      [['--exposure', '--all'], /--all goes with no question/],
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
