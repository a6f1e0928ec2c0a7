import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk } from '../desk.ts';
import { Uri } from '../editorTypes.ts';

let settings: typeof import('../../../src/client/settings/settings.ts');
describe('in the editor', () => {
  before(async () => {
    settings = await import('../../../src/client/settings/settings.ts');
  });
  beforeEach(clearDesk);

  /** What the probes are given when these settings are set. */
  const probes = (set: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, unknown>>): void => {
    clearDesk();
    for (const [name, value] of Object.entries(set)) desk.settings.set(`mailTriage.${name}`, value);
    const usual = { resolvers: [], dnsTimeout: 3000, timeout: 30_000, helo: '', connectTo: {} };
    assert.deepEqual(settings.probeSettings(), { ...usual, ...expected }, JSON.stringify(set));
  };

  describe('the settings of the probes', () => {
    it('are the standard where none is set, or none of its type', () => {
      probes({}, {});
      for (const wrong of [null, 'x', 3, {}, true]) probes({ 'dns.servers': wrong }, {});
      for (const wrong of [null, '7', -1, 0, Number.NaN, []])
        probes({ 'dns.timeout': wrong, 'smtp.timeout': wrong }, {});
      for (const wrong of [null, 'x', 3]) probes({ 'smtp.connectTo': wrong }, {});
    });

    it('are resolvers without those that are none', () =>
      probes({ 'dns.servers': ['9.9.9.9', '', 3, null, '[::1]:53'] }, { resolvers: ['9.9.9.9', '[::1]:53'] }));

    it('are times in seconds, up to a minute for DNS and five for SMTP', () => {
      probes({ 'dns.timeout': 0.2, 'smtp.timeout': 0.5 }, { dnsTimeout: 200, timeout: 500 });
      probes({ 'dns.timeout': 60, 'smtp.timeout': 300 }, { dnsTimeout: 60_000, timeout: 300_000 });
      probes({ 'dns.timeout': 61, 'smtp.timeout': 301 }, { dnsTimeout: 60_000, timeout: 300_000 });
    });

    it('are a name and other ends to connect to', () => {
      probes({ 'smtp.heloName': 'a.test' }, { helo: 'a.test' });
      probes({ 'smtp.heloName': null }, { helo: '' });
      const ends = { 'a.test:25': '192.0.2.1:25', b: 3, c: null };
      probes({ 'smtp.connectTo': ends }, { connectTo: { 'a.test:25': '192.0.2.1:25' } });
    });

    it('are those of the document they are asked for', () => {
      const uri = Uri.parse('file:///a') as never;
      desk.settings.set('mailTriage.dns.servers of file:/a', ['192.0.2.53']);
      assert.deepEqual(settings.probeSettings(uri).resolvers, ['192.0.2.53']);
      assert.deepEqual(settings.probeSettings().resolvers, []);
    });
  });

  describe('the networks that are trusted', () => {
    it('are texts', () => {
      assert.deepEqual(settings.trustedNetworks(), []);
      for (const [value, expected] of [
        [['192.0.2.0/24', '', 3], ['192.0.2.0/24']],
        ['192.0.2.0/24', []],
        [null, []],
      ]) {
        desk.settings.set('mailTriage.trustedNetworks', value);
        assert.deepEqual(settings.trustedNetworks(), expected);
      }
    });

    it('are those of the document they are asked for', () => {
      desk.settings.set('mailTriage.trustedNetworks of file:/a', ['192.0.2.1']);
      desk.settings.set('mailTriage.trustedNetworks', undefined);
      assert.deepEqual(settings.trustedNetworks(Uri.parse('file:///a') as never), ['192.0.2.1']);
      assert.deepEqual(settings.trustedNetworks(), []);
    });
  });
});
