import assert from 'node:assert/strict';
import { advice } from '../../../src/core/knowledge/advice.ts';
import { reasons } from '../../../src/core/knowledge/reasons.ts';

const sisimaiClasses =
  'authfailure badreputation blocked contenterror delivered exceedlimit expired failedstarttls feedback filtered ' +
  'hasmoved hostunknown mailboxfull mailererror mesgtoobig networkerror norelaying notaccept notcompliantrfc onhold ' +
  'policyviolation rejected requireptr securityerror spamdetected speeding suppressed suspend syntaxerror ' +
  'systemerror systemfull toomanyconn undefined userunknown vacation virusdetected';

describe('reasons', () => {
  it('reach every class of sisimai and no other', () => {
    const reached = new Set([...reasons.values()].map((reason) => reason.sisimai));
    assert.deepEqual([...reached].sort(), sisimaiClasses.split(' ').sort());
    assert.equal(reached.size, 36);
  });

  it('map to the class one would expect', () => {
    const mapped = (name: string): string | undefined => reasons.get(name)?.sisimai;
    assert.equal(mapped('recipient-unknown'), 'userunknown');
    assert.equal(mapped('relaying-denied'), 'norelaying');
    assert.equal(mapped('mailbox-full'), 'mailboxfull');
    assert.equal(mapped('dmarc-failed'), 'authfailure');
    assert.equal(mapped('tls-required'), 'failedstarttls');
  });

  it('each have advice, and all advice has a reason', () => {
    assert.deepEqual([...advice.keys()].sort(), [...reasons.keys()].sort());
  });

  it('are named in kebab-case', () => {
    for (const name of reasons.keys()) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
  });
});
