import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of Free. */
export const freeTexts = ranked('product', [
  {
    name: 'free-too-many-spams',
    pattern: /too many spams from your IP/i,
    reason: 'poor-reputation',
    meaning: 'Free limits mail from this IP address because too much of it is spam.',
    source: 'free',
    next: [act('Send more slowly.'), stop],
  },
  {
    name: 'free-connections',
    pattern: /too many connections from your IP/i,
    reason: 'too-many-connections',
    meaning: 'This IP address opens too many connections; Free words it like this.',
    source: 'free',
  },
]);
