import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of policy services that servers ask about a message: SPF, and rules of senders and clients. */
export const policyServiceTexts = ranked('phrase', [
  {
    name: 'policyd-spf',
    pattern:
      /domain owner discourages use of this host|www\.open-?spf\.(?:org|net)\/Why|openspf\.(?:org|net)\/why|please see http:\/\/spf\.pobox\.com/i,
    reason: 'spf-failed',
    meaning:
      'The SPF record of the sender domain, or of the name in HELO, does not allow the sending host; the link in the reply says which one it was.',
    source: ['pyspf-milter', 'RFC 7208 8'],
    next: [
      probe(
        'Look in the link at s= and id=: mfrom is the domain of the sender, helo is the name of the sending server.',
      ),
      probe.sender('Compare the sending IP address with the SPF record of that name.'),
      act('Add the sending server to that record if it belongs there.'),
    ],
  },
  {
    name: 'policyd-spf-reasons',
    pattern:
      /SPF (?:fail|softfail)? ?- not authori[sz]ed|Please see http:\/\/www\.openspf|SPF Result: (?:fail|softfail)|sender SPF (?:fail|not)|Mechanism -all matched/i,
    holds: 'coded',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host.',
    source: ['pyspf-milter', 'RFC 7208 8'],
  },
  {
    name: 'policyd-spf-broken',
    pattern:
      /SPF (?:Permanent Error|PermError)|\bSPF\b[^\n]{0,60}\bpermerror\b|too many DNS (?:lookups|queries)|Too many SPF record|Two or more type TXT spf records found/i,
    holds: 'coded',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain cannot be read: it has a mistake, or needs more than ten look-ups.',
    source: ['pyspf-milter', 'RFC 7208 4.6'],
    next: [probe.sender('Check the SPF record of the sender domain: one record, no mistake, ten look-ups at most.')],
  },
  {
    name: 'policyd-spf-dns',
    pattern: /SPF Temporary Error|SPF TempError|\bSPF\b[^\n]{0,60}\btemperror\b/i,
    holds: 'coded',
    reason: 'dns-failure',
    meaning: 'DNS gave no answer when the server looked up the SPF record of the sender domain.',
    source: ['pyspf-milter', 'RFC 7208 2.6.6'],
    actor: 'sending admin',
    next: [probe.sender('Make sure that all name servers of the sender domain answer.')],
  },
]);
