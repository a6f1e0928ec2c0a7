import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk } from '../desk.ts';

let settings: typeof import('../../../src/client/settings/checkSettings.ts');

describe('the settings of checks', () => {
  before(async () => {
    settings = await import('../../../src/client/settings/checkSettings.ts');
  });
  beforeEach(clearDesk);

  it('are none where none is set, or none of its type', () => {
    const none = { expectedExchangers: [], filterServices: {} };
    assert.deepEqual(settings.checkSettings(), none);
    for (const wrong of [null, 'x', 3, [3, null, ''], { a: 3 }]) {
      clearDesk();
      for (const name of settings.CHECK_SETTINGS) desk.settings.set(`mailTriage.${name}`, wrong);
      assert.deepEqual(settings.checkSettings(), none, JSON.stringify(wrong));
    }
  });
  it('are the expected exchangers, the lists and the services', () => {
    desk.settings.set('mailTriage.expectedMailExchangers', ['*.filter.test', 3]);
    desk.settings.set('mailTriage.blockLists', [
      'bl.fabrikam.test',
      'no zone',
      { zone: 'rhs.fabrikam.test', of: ['domain', 'x'], meanings: { '127.0.0.2': 'spam', '127.0.0.3': 3 } },
    ]);
    desk.settings.set('mailTriage.filterServices', {
      filter: { mailExchangers: ['*.filter.test'], relay: 'relay.contoso.test', autodiscover: 3 },
      other: null,
    });
    assert.deepEqual(settings.checkSettings(), {
      expectedExchangers: ['*.filter.test'],
      blockLists: [
        { zone: 'bl.fabrikam.test' },
        { zone: 'rhs.fabrikam.test', of: ['domain'], meanings: { '127.0.0.2': 'spam' } },
      ],
      filterServices: {
        filter: { mailExchangers: ['*.filter.test'], spf: [], selectors: [], relay: 'relay.contoso.test' },
      },
    });
  });
  it('are block lists that are names, for what they list', () => {
    const list = (one: unknown): unknown => {
      desk.settings.set('mailTriage.blockLists', [one]);
      return settings.checkSettings().blockLists?.[0];
    };
    for (const zone of ['bl.test', 'a-b_c.bl.test', 'BL.test.', '1.bl.test'])
      assert.deepEqual(list(zone), { zone }, zone);
    for (const zone of ['bl', 'bl..test', '.bl.test', 'bl.test..', 'b l.test', `${'x'.repeat(64)}.test`, ''])
      assert.equal(list(zone), undefined, zone);
    const zone = 'bl.test';
    for (const which of [['ipv4'], ['ipv6'], ['domain'], ['ipv4', 'ipv6', 'domain']])
      assert.deepEqual(list({ zone, of: which.toReversed() }), { zone, of: which });
    for (const which of [[], ['x'], 'ipv4', undefined]) assert.deepEqual(list({ zone, of: which }), { zone });
    assert.deepEqual(list({ zone, meanings: {} }), { zone, meanings: {} });
    assert.deepEqual(list({ zone, meanings: 'x' }), { zone });
    assert.equal(list({ of: ['ipv4'] }), undefined);
  });
  it('are services with all that is known of them', () => {
    const service = {
      ...{ mailExchangers: ['mx.test'], spf: ['spf.test'], selectors: ['s1'] },
      ...{ relay: 'relay.test', autodiscover: 'auto.test' },
    };
    desk.settings.set('mailTriage.filterServices', { a: service, b: { relay: '', autodiscover: '', spf: ['', 's'] } });
    assert.deepEqual(settings.checkSettings().filterServices, {
      a: service,
      b: { mailExchangers: [], spf: ['s'], selectors: [] },
    });
  });
});
