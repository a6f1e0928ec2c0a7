import assert from 'node:assert/strict';
import { trackingEvents, trackingNumbers, trackingSources } from '../../../src/core/knowledge/trackingEvents.ts';

const says = (meaning: string | undefined, pattern: RegExp): void => assert.match(meaning ?? '', pattern);

describe('events of message tracking', () => {
  it('have a meaning for every number from 1010 to 1042', () => {
    for (let id = 1010; id <= 1042; id++) assert.ok(trackingNumbers.has(String(id)), String(id));
  });

  it('tell what a number stands for', () => {
    says(trackingNumbers.get('1019')?.meaning, /Advanced Queuing/);
    says(trackingNumbers.get('1021')?.meaning, /Badmail/);
    says(trackingNumbers.get('1030')?.meaning, /failed for all recipients/);
    says(trackingNumbers.get('1040')?.meaning, /Intelligent Message Filter refused/);
  });

  it('tell what a name stands for', () => {
    says(trackingEvents.get('FAIL')?.meaning, /failed for good/);
    says(trackingEvents.get('HADISCARD')?.meaning, /shadow copy was discarded/);
    says(trackingSources.get('STOREDRIVER')?.meaning, /mailboxes/);
  });

  it('are whole sentences with a source', () => {
    for (const row of [...trackingNumbers.values(), ...trackingEvents.values(), ...trackingSources.values()]) {
      assert.match(row.meaning, /^[A-Z].*\.$/);
      assert.match(row.source, /\S{3}/);
      assert.match(row.products, /^Exchange 20/);
    }
  });
});
