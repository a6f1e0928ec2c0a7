import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const configure = act('Set the sending domain up and verify it in the account.');

/** Words of SparkPost. */
export const sparkpostTexts = spokenBy('sparkpost', [
  {
    name: 'sparkpost-unconfigured',
    mark: 'words',
    pattern: /Unconfigured Sending Domain/i,
    reason: 'sender-not-allowed',
    meaning: 'The domain of the From address is not set up as a sending domain in the SparkPost account.',
    source: 'sparkpost',
    next: [configure],
  },
  {
    name: 'sparkpost-unverified',
    mark: 'none',
    pattern:
      /(?:Unverified|Invalid) sending domain|Sending domain (?:\S{1,255} )?(?:is )?(?:not (?:verified|configured)|unverified)/i,
    reason: 'sender-not-allowed',
    meaning: 'The domain of the From address is not verified as a sending domain of the account.',
    source: 'sparkpost',
    next: [configure],
  },
  {
    name: 'sparkpost-suppressed',
    mark: 'none',
    pattern: /recipient address (?:was|is) suppressed(?: due to (?:customer|system) policy)?/i,
    reason: 'suppressed',
    meaning:
      'The sending service does not send to this address: it stands on a suppression list of the service or of the account.',
    source: 'sparkpost',
  },
  {
    name: 'sparkpost-limit',
    mark: 'none',
    pattern: /Exceed(?:ed|s)? (?:Sending|Sandbox) Limit(?: \((?:hourly|daily|sandbox|monthly)\))?/i,
    reason: 'rate-limited',
    meaning: 'The account has used up what its plan lets it send in this time.',
    source: 'sparkpost',
    next: [act('Wait until the limit is free again, or raise the plan.')],
  },
]);
