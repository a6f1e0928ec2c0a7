import { act, probe, wait } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const stop = act('Find and stop unwanted mail that leaves through this address.');
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const spamhaus = act.address(
  'Look up the IP address at https://check.spamhaus.org/, remove the cause and ask there for removal.',
);

/** Words of Spectrum (Charter). */
export const spectrumTexts = spokenBy('spectrum', [
  {
    name: 'charter-suspicious',
    pattern: /AUP#(?:In|Out|[IO])?-?1000\b/i,
    reason: 'client-refused',
    meaning: 'Spectrum blocks the sending IP address for suspicious activity; the block ends by itself.',
    source: 'spectrum AUP#',
    retry: 'later',
    next: [stop, wait('Wait until the block ends, or call Spectrum.')],
  },
  {
    name: 'charter-reverse-dns',
    pattern: /AUP#(?:In|Out|[IO])?-?11[0-5]\d\b/i,
    reason: 'reverse-dns',
    meaning: 'Spectrum finds the PTR record of the sending IP address missing or not matching.',
    source: 'spectrum AUP#',
  },
  {
    name: 'charter-cloudmark',
    pattern: /AUP#(?:In|Out|[IO])?-?12[01]\d\b/i,
    reason: 'blocklisted',
    meaning: 'Spectrum refuses the sending IP address because Cloudmark lists it.',
    source: 'spectrum AUP#',
    next: [cloudmark],
  },
  {
    name: 'charter-spamhaus',
    pattern: /AUP#(?:In|Out|[IO])?-?12[2-5]\d\b/i,
    reason: 'blocklisted',
    meaning: 'Spectrum refuses the sending IP address because Spamhaus lists it.',
    source: 'spectrum AUP#',
    next: [spamhaus],
  },
  {
    name: 'charter-connections',
    pattern: /AUP#(?:In|Out|[IO])?-?13\d\d\b/i,
    reason: 'too-many-connections',
    meaning: 'Spectrum limits the connections from the sending IP address.',
    source: 'spectrum AUP#',
    next: [act('Open fewer connections and send more slowly.')],
  },
  {
    name: 'charter-limit',
    pattern: /AUP#(?:In|Out|[IO])?-?14\d\d\b/i,
    reason: 'rate-limited',
    meaning: 'Spectrum limits the connections or the mail of this IP address.',
    source: 'spectrum AUP#',
    next: [act('Open fewer connections and send more slowly.'), stop],
  },
  {
    name: 'charter-code',
    belowWords: true,
    confidence: 'medium',
    vague: true,
    pattern: /AUP#(?:In|Out|[IO])?-?1\d{3}\b/i,
    reason: 'client-refused',
    meaning: 'Spectrum refuses the mail; the number behind AUP# names the rule.',
    source: 'spectrum AUP#',
    next: [
      act('Look up the number behind AUP# in the error codes of Spectrum.'),
      probe.address('Check PTR record and block lists.'),
    ],
  },
]);
