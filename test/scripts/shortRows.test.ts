import assert from 'node:assert/strict';
import { withoutNames } from '../../scripts/build/shortRows.mjs';

describe('scripts/build/shortRows.mjs', () => {
  it('leaves out what only the order of the rows rests on', () => {
    const row = `a({ name: "full", wins: ["x"], pattern: /full,/, reason: "quota", meaning: "name: it", shared: "said so" })`;
    assert.equal(withoutNames(row).replaceAll(' ', ''), 'a({pattern:/full,/,reason:"quota",meaning:"name:it",})');
  });

  it('leaves out where operators and forms of links come from', () => {
    const rows = `[{ name: "a", kind: "filter", domains: ["a.test"], source: "x" }, { service: "b", kind: "filter", inside: kept, source: Y }]`;
    assert.equal(
      withoutNames(rows).replaceAll(' ', ''),
      '[{name:"a",kind:"filter",domains:["a.test"],},{service:"b",kind:"filter",inside:kept,}]',
    );
  });

  it('leaves alone what is no row', () => {
    const other = `a({ name: "full", pattern: /full/ }, { name: "b", reason: "quota", meaning: "c" })`;
    assert.equal(withoutNames(other), other);
  });
});
