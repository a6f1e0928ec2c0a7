import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type TrackingEvent,
  traceStatuses,
  trackingEvents,
  trackingFields,
  trackingNumbers,
  trackingSources,
} from '../../../src/core/knowledge/trackingEvents.ts';

const tables: Readonly<Record<string, ReadonlyMap<string, TrackingEvent>>> = {
  number: trackingNumbers,
  event: trackingEvents,
  source: trackingSources,
  trace: traceStatuses,
  field: trackingFields,
};

const says = (meaning: string | undefined, pattern: RegExp): void => assert.match(meaning ?? '', pattern);

describe('events of message tracking', () => {
  it('have a row each, with the sources, columns and files of the log', () => {
    const list = readFileSync(new URL('facts/messageTracking.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    assert.ok(list.length > 170, String(list.length));
    for (const line of list) {
      const [kind = '', name = ''] = line.split(/ (.*)/);
      const table = tables[kind];
      assert.ok(table?.has(kind === 'field' ? name.toLowerCase() : name), line);
    }
  });

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
    for (const row of Object.values(tables).flatMap((table) => [...table.values()])) {
      assert.match(row.meaning, /^[A-Z].*\.$/);
      assert.match(row.source, /\S{3}/);
      assert.match(row.products, /^Exchange (?:20|Online)/);
    }
  });
});
