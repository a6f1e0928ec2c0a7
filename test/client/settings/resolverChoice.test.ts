import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk, keep, run } from '../desk.ts';

let platform: typeof import('../../../src/client/platform/platform.ts').platform;
let runsOn: typeof import('../../../src/client/platform/platform.ts').runsOn;
let client: typeof import('../../../src/client/settings/resolverChoice.ts');
describe('in the editor', () => {
  before(async () => {
    client = await import('../../../src/client/settings/resolverChoice.ts');
    ({ platform, runsOn } = await import('../../../src/client/platform/platform.ts'));
  });
  beforeEach(clearDesk);

  describe('Choose DNS Resolver', () => {
    const choose = async (answer: unknown, typed?: unknown) => {
      keep(client.registerResolverChoice());
      desk.answers.push(answer, typed);
      await run('mailTriage.chooseResolver');
      desk.answers.length = 0;
      return desk.executed.splice(0);
    };
    const labelled = (label: string) => (items: readonly { label: string }[]) =>
      items.find((one) => one.label === label);

    it('keeps the choice where the setting stands', async () => {
      const quad = ['9.9.9.9', '149.112.112.112'];
      assert.deepEqual(await choose(labelled('Quad9')), [['update', 'mailTriage.dns.servers', quad, 'user']]);
      assert.deepEqual(desk.said, ['status: The probes now ask 9.9.9.9, 149.112.112.112']);
      assert.deepEqual(await choose(labelled('System resolver')), [
        ['update', 'mailTriage.dns.servers', undefined, 'user'],
      ]);
      desk.ofWorkspace.set('mailTriage.dns.servers', ['192.0.2.1']);
      assert.deepEqual(await choose(labelled('System resolver')), [
        ['update', 'mailTriage.dns.servers', [], 'workspace'],
      ]);
    });

    const offered = async () => {
      let all: readonly { label: string; servers?: readonly string[] }[] = [];
      await choose((items: typeof all) => {
        all = items;
        return undefined;
      });
      return all.map(({ label, servers }) => [label, servers]);
    };

    it('offers resolvers with all their addresses', async () => {
      assert.deepEqual(await offered(), [
        ['System resolver', []],
        ['Quad9', ['9.9.9.9', '149.112.112.112']],
        ['Cloudflare', ['1.1.1.1', '1.0.0.1']],
        ['Google', ['8.8.8.8', '8.8.4.4']],
        ['Quad9 over HTTPS', ['https://dns.quad9.net/dns-query']],
        ['Another…', undefined],
      ]);
    });

    it('offers in a browser those that let pages ask them', async () => {
      const before = platform();
      runsOn({ ...before, isBrowser: true });
      try {
        assert.deepEqual(await offered(), [
          ['Cloudflare over HTTPS', ['https://cloudflare-dns.com/dns-query']],
          ['Google over HTTPS', ['https://dns.google/dns-query']],
          ['Another…', undefined],
        ]);
        assert.match(String(desk.questions[0]?.placeHolder), /^A browser asks DNS over HTTPS/);
        desk.settings.set('mailTriage.dns.servers', ['192.0.2.1', 'https://dns.google/dns-query']);
        await choose(undefined);
        assert.equal(desk.questions[1]?.placeHolder, 'The probes ask https://dns.google/dns-query');
      } finally {
        runsOn(before);
      }
    });

    it('is offered where a browser has nobody to ask, and nowhere else', async () => {
      const asked = async (servers: readonly string[]) => {
        desk.settings.set('mailTriage.dns.servers', servers);
        desk.questions.length = 0;
        desk.answers.length = 0;
        return [await client.hasResolver(), desk.questions.length];
      };
      for (const servers of [[], ['192.0.2.1']]) assert.deepEqual(await asked(servers), [true, 0]);
      const before = platform();
      runsOn({ ...before, isBrowser: true });
      try {
        for (const servers of [[], ['192.0.2.1', 'tls://dns.test']]) assert.deepEqual(await asked(servers), [false, 1]);
        for (const servers of [['https://dns.test/'], ['HTTPS://dns.test/', '192.0.2.1']])
          assert.deepEqual(await asked(servers), [true, 0]);
        desk.settings.delete('mailTriage.dns.servers');
        await choose(labelled('Another…'), 'x');
        const { validateInput, ignoreFocusOut } = desk.questions.at(-2) as unknown as {
          validateInput: (text: string) => Promise<string | undefined>;
          ignoreFocusOut: boolean;
        };
        assert.equal(ignoreFocusOut, true);
        assert.match((await validateInput('x')) ?? '', /^Enter an https:\/\/ address/);
      } finally {
        runsOn(before);
      }
    });

    it('says whom the probes ask now', async () => {
      await choose(undefined);
      desk.settings.set('mailTriage.dns.servers', ['192.0.2.1', '::1']);
      await choose(undefined);
      assert.deepEqual(
        desk.questions.map(({ placeHolder }) => placeHolder),
        ['The probes ask the system resolver', 'The probes ask 192.0.2.1, ::1'],
      );
    });

    it('takes an address that is typed, and changes nothing where none is', async () => {
      const other = labelled('Another…');
      assert.deepEqual(await choose(other, ' [2001:db8::53]:5353 '), [
        ['update', 'mailTriage.dns.servers', ['[2001:db8::53]:5353'], 'user'],
      ]);
      const check = desk.questions.at(-2)?.validateInput as (text: string) => Promise<string | undefined>;
      for (const good of [
        '192.0.2.53',
        '127.0.0.1:5353',
        '[2001:db8::53]:53',
        '[::1]',
        '2001:db8::1',
        ' ::1 ',
        'tls://dns.test',
        'https://dns.test/dns-query',
      ]) {
        assert.equal(await check(good), undefined, good);
      }
      for (const bad of [
        '',
        'dns.test',
        '192.0.2',
        '192.0.2.53:',
        '192.0.2.53:123456',
        '[::1',
        '::1]:53',
        '192.0.2.1.5',
      ]) {
        assert.match((await check(bad)) ?? 'taken', /^Enter an IP address/, bad);
      }
      assert.deepEqual(await choose(other, undefined), []);
      assert.deepEqual(await choose(undefined), []);
    });
  });
});
