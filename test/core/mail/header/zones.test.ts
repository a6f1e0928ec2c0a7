import assert from 'node:assert/strict';
import { zoneMinutes } from '../../../../src/core/mail/header/zones.ts';

/** As the standards and the IANA time zone database write them. */
const KNOWN: Readonly<Record<string, string>> = {
  '+0000': 'UT UTC GMT Z WET',
  '+0100': 'CET MEZ WEST',
  '+0200': 'CEST MESZ EET',
  '+0300': 'EEST MSK',
  '+0800': 'HKT',
  '+0900': 'JST KST',
  '+1000': 'AEST',
  '+1100': 'AEDT',
  '+1200': 'NZST',
  '+1300': 'NZDT',
  '-0400': 'EDT',
  '-0500': 'EST CDT',
  '-0600': 'CST MDT',
  '-0700': 'MST PDT',
  '-0800': 'PST',
};

describe('the name of a time zone', () => {
  for (const [offset, names] of Object.entries(KNOWN)) {
    it(`${names} is ${offset}, in letters of either case`, () => {
      const minutes = Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3)));
      for (const name of names.split(' ')) {
        assert.equal(zoneMinutes(name), minutes + 0, name);
        assert.equal(zoneMinutes(name.toLowerCase()), minutes + 0, name);
      }
    });
  }
  it('tells nothing where it stands for several zones, or is a letter of the military', () =>
    assert.deepEqual(['IST', 'BST', 'A', 'X', '', 'UTC+1'].map(zoneMinutes), Array(6).fill(undefined)));
});
