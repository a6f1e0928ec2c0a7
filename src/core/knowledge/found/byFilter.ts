import type { ByFilter, Explanation } from '../explanation.ts';
import { because } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import type { Sources } from '../sources.ts';
import { act } from '../steps.ts';

/** What a filter keeps back is neither delivered nor returned: nobody but the admin gets to know of it. */
export function byFilter(outcome: ByFilter, words: string, source: Sources): Explanation {
  const [, reason, why] = foundBy(words);
  const deed =
    outcome === 'held'
      ? `The filter holds the message back${why}, until somebody releases or deletes it.`
      : outcome === 'rejected'
        ? `The filter blocked the message${why}: the recipient does not get it.`
        : outcome === 'discarded'
          ? `The filter discarded the message${why}: nobody gets it, and the sender is not told.`
          : `The filter put the message into quarantine${why}: the recipient does not get it, and the sender is not told.`;
  const next = [
    act(
      outcome === 'rejected' || outcome === 'discarded'
        ? 'Read in the log of the filter why, and mend its rule if the message was wanted; the sender has to send it again.'
        : 'Look at the message in the quarantine, and release it if it was wanted.',
    ),
  ];
  const told = because(reason, deed, source, { actor: 'receiving admin', retry: 'later', next });
  return { ...told, kept: outcome, basis: 'words', confidence: 'high' };
}

/** The line in which amavis says that it let a message not through. */
const AMAVIS =
  /\bBlocked (?:SPAM|INFECTED|BANNED|BAD-HEADER|SPAMMY)\b[^{\n]{0,200}\{[^}\n]{0,200}?(Quarantined|Discarded)/;

/** What a line of a log says that a filter did, where it stands in no reply. */
export function filteredIn(text: string): Explanation | undefined {
  if (!text.includes('Blocked ') || !AMAVIS.test(text)) return undefined;
  const outcome = /Quarantined/.test(text) ? 'quarantined' : 'discarded';
  return byFilter(outcome, text, 'amavis-code');
}

/** Whether the words say why. */
export const namesCause = (words: string): boolean => foundBy(words) !== NOTHING;

const foundBy = (words: string): Found => FOUND.find(([pattern]) => pattern.test(words)) ?? NOTHING;

type Found = readonly [pattern: RegExp, reason: ReasonName, why: string];

const FOUND: readonly Found[] = [
  [/\bINFECTED\b|\bvirus|malware|ransomware/i, 'virus-found', ' because it found malware'],
  [/\bspoof\w{0,4} ?DMARC|\bDMARC/i, 'dmarc-failed', ' because DMARC failed for the domain of the sender'],
  [/\bphish|impersonat|\bspoof|\bimpost[eo]r/i, 'spam-refused', ' because it took it for phishing or a forged sender'],
  [/\bBANNED\b/, 'content-refused', ' because of a forbidden attachment'],
  [/BAD-HEADER/, 'message-malformed', ' because its header is malformed'],
  [/\bSPAM(?:MY)?\b|\b(?:anti)?spam\b|\bbulk\b|\bjunk|\bgraymail/i, 'spam-refused', ' because it took it for spam'],
  [/\bspf\b/i, 'spf-failed', ' because SPF failed'],
  [/\bdkim\b/i, 'dkim-failed', ' because DKIM failed'],
  [/\brbl\b|\bblock ?list|\bblacklist|\breputation\b/i, 'poor-reputation', ' because of the reputation of the sender'],
  [
    /\b(?:recipient|address|user) verification\b|\b(?:invalid|unknown) (?:recipient|user)\b/i,
    'recipient-unknown',
    ' because it does not know the recipient',
  ],
  [
    /\battachment|\bfile type|\banh[aä]ng|pi[eè]ces? jointe|\badjunto|\ballegat/i,
    'content-refused',
    ' because of an attachment',
  ],
  [/\bdlp\b|\bcontent filter|\bpolicy|\brule\b/i, 'policy-refused', ' because of a rule'],
];

const NOTHING: Found = [/$^/, 'policy-refused', ''];
