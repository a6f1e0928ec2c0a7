import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of Free. */
export const freeTexts = spokenBy('free', [
  {
    name: 'free-too-many-spams',
    mark: 'words',
    pattern: /too many spams from your IP/i,
    reason: 'poor-reputation',
    meaning: 'Free limits mail from this IP address because too much of it is spam.',
    source: 'free',
    next: [act('Send more slowly.'), stop],
  },
  {
    name: 'free-connections',
    mark: 'none',
    pattern: /too many connections from your IP/i,
    reason: 'too-many-connections',
    meaning: 'This IP address has more connections open than the server allows at once.',
    source: 'free',
  },
  {
    name: 'free-temporarily-listed',
    mark: 'none',
    pattern: /temporar(?:y|ily) (?:black|block)listed by an anti-?(?:troy|troj)an rule/i,
    reason: 'blocklisted',
    meaning:
      'The server blocks the sending IP address for some time: a rule against infected machines matched what it sent.',
    source: 'free',
    retry: 'yes',
    transientRetry: 'yes',
    next: [act('Look for an infected machine or a stolen password behind this IP address.'), stop],
  },
]);
