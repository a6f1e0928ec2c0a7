import { type Explanation, stated } from '../knowledge/explanation.ts';
import { putOff, putOffByMilter } from '../knowledge/found/aroundReply.ts';
import { byFilter, namesCause } from '../knowledge/found/byFilter.ts';
import { because } from '../knowledge/meaning.ts';
import { act } from '../knowledge/steps.ts';
import type { LogEntry, LogFormat } from '../log/log.ts';
import { decidedBy } from '../log/programs/rspamd.ts';

/** What a line of a log tells that no reply does: what a filter did, what the own server could not do. */
export function eventOf(entry: LogEntry, line: string): Explanation | undefined {
  const { outcome } = entry;
  const words = entry.format === 'rspamd' ? decidedBy(line) : line;
  if (outcome === 'discarded' || outcome === 'quarantined') return byFilter(outcome, words, sourceOf(entry));
  if (outcome === 'held' && entry.reply === undefined && BY_FILTER.has(entry.format) && namesCause(words))
    return { ...byFilter('held', words, sourceOf(entry)), confidence: 'medium' };
  if (outcome === 'rejected' && entry.reply === undefined && BY_FILTER.has(entry.format) && namesCause(words))
    return { ...byFilter('rejected', words, sourceOf(entry)), confidence: 'medium' };
  if (outcome === 'rejected' && SUPPRESSED.test(entry.reason?.text ?? '')) return OF_SERVICE.suppressed;
  if (outcome === 'suppressed' || outcome === 'junked' || outcome === 'complained') return OF_SERVICE[outcome];
  if (entry.format === 'rspamd' && outcome === 'rejected' && entry.reply === undefined) return BY_RSPAMD;
  if (entry.format === 'rspamd' && outcome === 'deferred' && !/ratelimit/i.test(line)) return putOff;
  if (POSTSCREEN.test(words)) return TESTED;
  const { code, enhanced = entry.dsn?.text, text = '' } = entry.reply ?? {};
  return putOffByMilter({ code, enhanced, text }, words) ?? OWN_FAULTS.find(([pattern]) => pattern.test(words))?.[1];
}

const sourceOf = ({ format }: LogEntry) => (format === 'amavis' ? 'amavis-code' : 'RFC 3463 X.7.1');

const BY_RSPAMD: Explanation = stated(
  because('spam-refused', 'Rspamd took the message for spam by the sum of its rules, and refused it.', 'rspamd-code'),
);

/** Where the tests of postscreen go on behind the greeting, it cannot hand the client over in the same session. */
const POSTSCREEN = /\bpostscreen\[\d{1,10}\]: NOQUEUE: reject: RCPT from [^\r\n]{1,80}: 450 4\.3\.2 /;
const TESTED: Explanation = stated(
  because(
    'greylisted',
    'The guard postscreen of Postfix puts a client off that it does not know and tests: who passes is taken on the next try.',
    'postscreen',
  ),
);

/** What only services that send or keep mail tell of a delivery. */
const OF_SERVICE: Readonly<Record<'suppressed' | 'junked' | 'complained', Explanation>> = {
  suppressed: stated(
    because(
      'suppressed',
      'The sending service did not try to deliver: the address is on its suppression list, as after an earlier bounce, a complaint or an unsubscription.',
      'sisimai-reasons',
      {
        next: [
          act('Look in the service why the address is on its suppression list.'),
          act('Take it off that list only if the address works again and its owner wants the mail.'),
        ],
      },
    ),
  ),
  junked: stated(
    because(
      'spam-marked',
      'The message was delivered, but a filter took it for spam and put it into the junk folder.',
      'spamassassin-conf X-Spam-Flag',
      {
        next: [
          act('Look for the message in the junk folder, and report it as wrongly classified if it is wanted.'),
          act.sender('Look at SPF, DKIM and DMARC of the message, and at the rules of the filter.'),
        ],
      },
    ),
  ),
  complained: stated(
    because(
      'complaint',
      'The message was delivered, and the recipient reported it as spam (a complaint over a feedback loop).',
      'RFC 5965',
      {
        next: [act('Take the recipient off the mailing, and look whether the recipient had asked for it.')],
      },
    ),
  ),
};

/** Why a service rejects what was handed to it: what became of an earlier message (Mandrill, `reject_reason`). */
const SUPPRESSED = /^(?:hard-bounce|unsub|custom)$/;

/** Formats in which a filter tells what it did and why in words of its own. */
const BY_FILTER: ReadonlySet<LogFormat> = new Set([
  'record',
  'labelled',
  'named-table',
  'exchange-list',
  'key-value',
  'rspamd',
]);

/** What keeps the own server from finding a way: its own admin mends it, whoever the recipient is. */
const OWN_FAULTS: readonly (readonly [RegExp, Explanation])[] = [
  [
    /\bis local, skipping since local_mx_ok=false/,
    stated(
      because(
        'routing-failed',
        'The MX record of the domain names a local or private address, to which this server does not send (local_mx_ok=false).',
        'haraka-outbound',
        {
          next: [
            act.recipient(
              'Check what the MX record of the domain says on this server: inside of a private network it may differ.',
            ),
            act(
              'Set local_mx_ok=true in outbound.ini if mail shall go to local addresses, or route the domain by a host.',
            ),
          ],
        },
      ),
    ),
  ],
  [
    /\bTried all MXs\b/i,
    stated(
      because(
        'routing-failed',
        'This server tried every MX host of the domain, and none took the message.',
        'haraka-outbound',
        {
          next: [
            act('Read the lines above of the same message: they say why each host was left out or did not take it.'),
          ],
        },
      ),
    ),
  ],
];

/** What only says that there was trouble before. */
export const FOLLOWS =
  /\bunexpected disconnection\b|\bretry time(?:out)? (?:exceeded|not reached)|\bexceeded retry time|status=expired\b|\bmessage has been (?:in the queue|frozen)|\breturned to sender\b|\bnot delivered, (?:permanent error|too many attempts)/i;

/** Lines that report what was to be expected, or what somebody else did: no failure of a delivery. */
export const NO_FAILURE =
  /\bopendkim\b[^\r\n]{0,80}: (?:\S{1,255} \[\S{1,60}\] not internal|not authenticated|no signature data)$|\bSTARTTLS=\w{1,12}, (?!error)[^\r\n]{0,600}?\b(?:verify(?:msg)?|cert-subject)=|\bAUTH=(?:server|client), (?:relay|authid|mech)|\b(?:Anonymous|Untrusted|Unverified|Trusted|Verified) TLS connection (?:established|reused)|\bcertificate verification failed for |\bSSL verify error\b|\bcertificate (?:verification|verify) (?:failed|error) but |\bCV=no\b|^\s{0,8}(?:\S{1,60} {1,12}\| {1,4})?\d{1,7} Connecting to \S{1,255} \[[^\]\s]{2,60}\]:\d{1,5} \.\.\. failed: |\b(?:lost (?:input )?(?:connection|channel)|timeout after|too many errors after|statistics|disconnect(?:ed)? from|connect from|hostname \S{1,255} does not resolve|(?:address|client) not listed for hostname|listed by domain|DNSBL rank|PREGREET|HANGUP|non-SMTP command|improper command pipelining|did not issue|bypass(?:ing|ed)? all|retval=(?:OK|CONT))\b/i;
