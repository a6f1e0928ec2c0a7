import assert from 'node:assert/strict';
import type { ReasonName } from '../../../src/core/knowledge/reasons.ts';
import { type SisimaiContext, sisimaiClass } from '../../../src/core/knowledge/sisimai.ts';

const filed = (reason: ReasonName, context: SisimaiContext, expected: string): void =>
  assert.equal(sisimaiClass(reason, context), expected, `${reason} ${JSON.stringify(context)}`);

const report = true;

describe('the class of sisimai', () => {
  it('is the nearest to the reason where nothing else is known', () => {
    filed('recipient-unknown', {}, 'userunknown');
    filed('mailbox-full', { report }, 'mailboxfull');
  });

  it('is the one that the words are filed under', () => {
    filed('recipient-unknown', { filed: 'hostunknown', report, stage: 'RCPT' }, 'hostunknown');
  });

  it('keeps userunknown for RCPT and for statuses about the address', () => {
    filed('recipient-unknown', { report, stage: 'RCPT', status: '5.2.1' }, 'userunknown');
    filed('recipient-unknown', { report, stage: 'local', status: '5.5.0' }, 'userunknown');
    filed('recipient-unknown', { report, stage: 'DATA', status: '5.1.1' }, 'userunknown');
    filed('recipient-unknown', { report, code: 553, status: '5.3.0' }, 'userunknown');
    filed('recipient-unknown', { stage: '(data)', code: 550 }, 'filtered');
    filed('recipient-unknown', { report, code: 550, status: '5.2.1' }, 'filtered');
    filed('recipient-unknown', { report }, 'filtered');
    filed('recipient-inactive', { status: '5.1.1' }, 'userunknown');
    filed('recipient-inactive', { status: '5.2.1' }, 'suspend');
  });

  it('takes X.1.6 for a mailbox that moved, and X.2.3 for a limit', () => {
    filed('recipient-unknown', { report, code: 551, status: '5.1.6' }, 'hasmoved');
    filed('recipient-unknown', { report, status: '5.1.10' }, 'userunknown');
    filed('message-too-large', { status: '5.2.3' }, 'exceedlimit');
    filed('message-too-large', { status: '5.3.4' }, 'mesgtoobig');
  });

  it('is notaccept where the words of X.3.2 say so', () => {
    filed('server-busy', { status: '5.3.2', words: 'System not accepting network messages' }, 'notaccept');
    filed('server-busy', { status: '4.3.2', words: 'Too busy, come back later' }, 'systemerror');
  });

  it('is expired where no connection came about in time', () => {
    filed('connection-failed', { report, worded: true, words: 'connect to a.test: Connection timed out' }, 'expired');
    filed('connection-failed', { report, worded: true, words: 'Operation timed\nout' }, 'expired');
    filed('connection-failed', { report, worded: true, words: 'The host is not responding' }, 'expired');
    filed('connection-failed', { report, worded: true, words: 'No route to host' }, 'networkerror');
    filed('connection-failed', { words: 'Connection timed out' }, 'networkerror');
    filed('connection-failed', { report, action: 'delayed', worded: false }, 'expired');
    filed('connection-failed', { report, action: 'failed', worded: false }, 'networkerror');
    filed('routing-failed', { report, waited: true }, 'expired');
    filed('routing-failed', { report, waited: false }, 'networkerror');
  });

  it('is blocked before any mail was named', () => {
    filed('server-busy', { stage: 'connect', code: 421 }, 'blocked');
    filed('unrecognized', { stage: 'EHLO', code: 550 }, 'blocked');
    filed('server-busy', { stage: 'RCPT', code: 421 }, 'systemerror');
    filed('poor-reputation', { report, stage: 'connect', words: 'Service refused, try later' }, 'blocked');
    filed('poor-reputation', { report, stage: 'connect', words: 'Refused for poor reputation' }, 'badreputation');
    filed('poor-reputation', { report, stage: 'RCPT', words: 'Service refused, try later' }, 'badreputation');
  });

  it('is rejected or securityerror for a bare refusal', () => {
    filed('policy-refused', { stage: 'MAIL', status: '5.7.1', words: 'Access denied' }, 'rejected');
    filed('policy-refused', { stage: 'MAIL', words: 'Mail rejected for policy reasons.' }, 'policyviolation');
    filed('policy-refused', { status: '5.7.1', words: 'Access denied' }, 'securityerror');
    filed('policy-refused', { status: '5.7.0', words: 'Local policy' }, 'policyviolation');
  });

  it('is onhold for a notice whose words do not tell, undefined where there are none', () => {
    filed('unknown', { report, wordsAlone: true }, 'onhold');
    filed('unknown', { report, wordsAlone: false }, 'undefined');
  });

  it('is syntaxerror for an address that no recipient was refused for', () => {
    filed('address-malformed', { report }, 'syntaxerror');
    filed('address-malformed', { report, status: '5.1.3' }, 'userunknown');
  });
});
