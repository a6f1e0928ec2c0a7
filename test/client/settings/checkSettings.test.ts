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
});
