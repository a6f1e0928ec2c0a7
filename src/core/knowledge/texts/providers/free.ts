import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of Free. */
export const freeTexts = ranked('product', [
  {
    name: 'free-too-many-spams',
    pattern: /too many spams from your IP/i,
    sample: '550 5.7.1 spam detected: Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    reason: 'poor-reputation',
    meaning: 'Free limits mail from this IP address because too much of it is spam.',
    source: 'free',
    next: [act('Send more slowly.'), stop],
  },
  {
    name: 'free-connections',
    pattern: /too many connections from your IP/i,
    sample: '421 Too many connections from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    reason: 'too-many-connections',
    meaning: 'This IP address opens too many connections; Free words it like this.',
    source: 'free',
  },
]);
