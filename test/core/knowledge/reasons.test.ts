import assert from 'node:assert/strict';
import { type ReasonName, reasons, type SisimaiClass } from '../../../src/core/knowledge/reasons.ts';

const sisimaiClasses =
  'authfailure badreputation blocked contenterror delivered exceedlimit expired failedstarttls feedback filtered ' +
  'hasmoved hostunknown mailboxfull mailererror mesgtoobig networkerror norelaying notaccept notcompliantrfc onhold ' +
  'policyviolation rejected requireptr securityerror spamdetected speeding suppressed suspend syntaxerror ' +
  'systemerror systemfull toomanyconn undefined userunknown vacation virusdetected';

/** The class of sisimai of a reason. */
const mapsTo = (name: ReasonName, expected: SisimaiClass): void => assert.equal(reasons[name].sisimai, expected);

describe('reasons', () => {
  it('reach every class of sisimai and no other', () => {
    const reached = new Set(Object.values(reasons).map((reason) => reason.sisimai));
    assert.deepEqual([...reached].sort(), sisimaiClasses.split(' ').sort());
    assert.equal(reached.size, 36);
  });

  it('map to the class one would expect', () => {
    mapsTo('recipient-unknown', 'userunknown');
    mapsTo('relaying-denied', 'norelaying');
    mapsTo('mailbox-full', 'mailboxfull');
    mapsTo('dmarc-failed', 'authfailure');
    mapsTo('tls-required', 'failedstarttls');
  });

  it('are named in kebab-case', () => {
    for (const name of Object.keys(reasons)) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
  });

  it('are worded to fit behind a place and behind a name', () => {
    for (const { what, deed } of Object.values(reasons)) {
      assert.match(what, /^[a-zA-Z][^.\n]{3,60}[^.]$/);
      if (deed !== undefined) assert.match(deed, /^[a-z][^.\n]{2,60}[^.]$/);
    }
  });

  it('are a closed set', () => {
    // @ts-expect-error a reason that is misspelt
    const name: ReasonName = 'recipient-unkown';
    assert.ok(!Object.hasOwn(reasons, name));
  });
});
