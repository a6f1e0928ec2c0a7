import type { LogOutcome } from '../log.ts';
import { foreignOutcome } from './foreignStates.ts';

/** What a service says became of a message, in its own words. */
type Row = readonly [pattern: RegExp, outcome: LogOutcome];

/** Words of events and states; the first row that fits. Without `_`, `-`, `.` and blanks, in small letters. */
const ROWS: readonly Row[] = [
  [
    /^(?:(?:spam)?complain(?:t|ed)|spamreport(?:ed)?|markedasspambyuser|abuse(?:report)?|feedback(?:loop)?|fbl)$/,
    'complained',
  ],
  [
    /^(?:suppressed|suppressionlist|onsuppressionlist|suppress(?:bounce|unsub|complaint|spam|sending)?|preblocked|recipientsuppressed|policyrejection|dropped|bouncedaddress|unsubscribedaddress|spamreportingaddress|invalidsmtpapiheader)$/,
    'suppressed',
  ],
  [
    /^(?:held|hold|hld|onhold|heldforreview|heldformoderation|moderat(?:ion|ed)|frozen|suspen(?:ded|sion)|paused)$/,
    'held',
  ],
  [
    /^(?:(?:send|sent|moved?)?(?:to|in)?(?:system|user|personal|policy|content|spam|virus)?quarantined?|dq|delayquarantine|notreleased|quarantine(?:message|folder)|(?:auto|manually)?remediated|isolated?)$/,
    'quarantined',
  ],
  [
    /^(?:(?:filteredas|markedas|marked|moved?to)?(?:spam|junk)(?:ed|folder|mail)?|junkemail(?:folder)?|deliveredtojunk|inboxasspam)$/,
    'junked',
  ],
  [
    /^(?:(?:temporary|soft|transient)(?:fail(?:ed|ure)?|bounced?|error)?|(?:delivery)?(?:defer(?:red|ral)?|delay(?:ed)?)|messagedelayed|emaildeferred|tempfail(?:ed|ure)?|retry(?:ing|able)?|pending|gettingstatus|queuedforretry|inqueue|waiting|requeued|greylisted|throttled|adminhold|temporarilyblocked|deliverypending)$/,
    'deferred',
  ],
  [/^(?:expired?|expiration|(?:delivery)?timedout|maxretries(?:exceeded)?|ttlexpired)$/, 'expired'],
  [/^(?:discard(?:ed)?|drop|deleted?(?:message)?|silentlydropped|removed|blackholed?|quietlydropped)$/, 'discarded'],
  [
    /^(?:rej(?:ect(?:ed|ion)?)?|block(?:ed)?|refused|denied|deny|reject(?:message|command)|permanentlyblocked|blockmessage|rejectatgateway|emailrejected|infected|virusdetected|virus(?:es)?found|malwaredetected|threatdetected|aborted|renderingfailure|generationfailure|generationrejection|virus|invalid(?:email)?)$/,
    'rejected',
  ],
  [
    /^(?:(?:hard|permanent|perm|admin|outofband|oob)?(?:bounce(?:d|all)?|fail(?:ed|ure)?)|permanenterror|deliveryfailed|deliveryfailure|undeliver(?:able|ed)|notdelivered|messagedeliveryfailed|messagebounced|error|nodelivery|deliveryerror|hard|perm|permanent|outofband|emaildropped|mailboxnotfound|emailmailboxnotfound|ndr|returned|finalfail|dsnfailed)$/,
    'bounced',
  ],
  [
    /^(?:sent|deliver(?:ed|y|ies|ytomailbox)?|success(?:ful(?:ly)?(?:delivered)?)?|accepted|completed?|messagesent|ok|expand(?:ed)?|resolved|opened|open|uniqueopened|firstopening|click(?:ed)?|read|relayed|released|firstopen|initialopen|ampopen|unsubscribed?|listunsubscribe|groupunsubscribe|groupresubscribe|linkunsubscribe|proxyopen|loadedbyproxy|deliveredtomailbox|inbox|inboxfolder|delivermessage|clean|allow(?:ed)?|pass(?:ed)?)$/,
    'sent',
  ],
  [
    /^(?:received?|receipt|queued|request(?:s|ed)?|process(?:ed|ing)|submit(?:ted)?|injection|injected|reception|send|created|scheduled|new|acc|accept(?:message)?)$/,
    'received',
  ],
];

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:email|message|mail|microsoft\.communication|smtp)[._ ]/, '')
    .replace(/[_\-. ]/g, '');

/** What a state or an event of a service says became of a message; undefined for words that are none. */
export function eventOutcome(words: string): LogOutcome | undefined {
  if (words.length > 60) return undefined;
  const said = plain(words);
  return ROWS.find(([pattern]) => pattern.test(said))?.[1] ?? foreignOutcome(said);
}

/** What a word says of how final a failure is. */
export const isPassing = (words: string): boolean => /^(?:temporary|soft|transient)/i.test(words);
