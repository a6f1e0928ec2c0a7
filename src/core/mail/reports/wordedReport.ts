import { defined } from '../../text/defined.ts';
import { addressesIn } from '../bounces/addressLines.ts';
import { noticePart, subjectOf } from '../bounces/evidence.ts';
import { withCuts } from '../bounces/noticeCuts.ts';
import { readNoticeText } from '../bounces/noticeText.ts';
import type { ReportCut } from '../bounces/reportCut.ts';
import { fieldNamed } from '../header/fields.ts';
import type { FeedbackReport, Field, Part } from '../message.ts';
import { bare } from './reportWords.ts';

/** Characters of the first part that are looked at. */
const FIRST = 4000;

/**
 * A report on a message in words alone: a failure of authentication as Exim's `dmarc_forensic_sender` and gateways write
 * it, a complaint through SpamCop or in X-ARF. `returned`: the header of the message that it is about.
 */
export function readWordedReport(
  text: string,
  fields: readonly Field[],
  root: Part,
  returned: readonly Field[],
): FeedbackReport | undefined {
  const subject = subjectOf(fields);
  const at = fieldNamed(fields, 'subject') ?? fieldNamed(fields, 'from');
  const common = {
    start: at?.start ?? root.start,
    end: at?.end ?? root.start,
    format: 'notice',
    recipients: [bare(fieldNamed(returned, 'to')?.value ?? '')].filter((one) => /^[^\s@]+@[^\s@]+$/.test(one)),
    incidents: 1,
    ...defined({ sender: bare(fieldNamed(returned, 'from')?.value ?? '') || undefined }),
  } as const;
  const spamCop = SPAMCOP.exec(subject)?.[1];
  if (spamCop !== undefined) return { ...common, type: 'abuse', sourceIp: spamCop, userAgent: 'SpamCop' };
  const arf = fields.some(
    ({ name, value }) => /^x-x?-?arf$/i.test(name) && /^\s{0,4}(?:yes|plain|secure|bulk)/i.test(value),
  );
  if (arf) {
    const words = [...textLeaves(root)].map((leaf) => readNoticeText(text, leaf).lines.text.slice(0, FIRST)).join('\n');
    const kind = /^report-type:\s{0,4}["']?([a-z][\w-]{1,40})/im.exec(words)?.[1]?.toLowerCase();
    const source = defined({ sourceIp: SOURCE.exec(words)?.[1] });
    return kind === undefined || kind.startsWith('spam')
      ? { ...common, type: kind === undefined ? 'other' : 'abuse', ...source }
      : { ...common, recipients: [], type: 'other', incident: kind, ...source };
  }
  const filtered = ofFilter(text, fields, root, subject);
  if (filtered !== undefined) return { ...common, type: 'other', ...filtered };
  const abuse = abuseInWords(text, fields, root, subject);
  if (abuse !== undefined) return { ...common, recipients: [], type: 'other', ...abuse };
  if (!FAILURE.test(subject)) return undefined;
  const failure = failureIn(`${subject}\n${wordsOf(text, root)}`);
  return failure && { ...common, ...failure };
}

type Failure = Pick<FeedbackReport, 'type' | 'authFailure' | 'reportedDomain' | 'sourceIp' | 'alignment' | 'delivered'>;

/** A failure of authentication in words; undefined where they are of something else. */
export function failureIn(words: string): Failure | undefined {
  if (!FAILED.test(words)) return undefined;
  return {
    type: 'auth-failure',
    authFailure: 'dmarc',
    ...defined({
      reportedDomain: (/\bsender domain:\s{0,4}([\w.-]{3,255})/i.exec(words) ??
        /\breport for ([\w.-]{3,255})/i.exec(words))?.[1],
      sourceIp: (SOURCE.exec(words) ?? /\bfrom IP:? {0,2}\[?([\da-fA-F.:]{3,45}[\da-fA-F])/i.exec(words))?.[1],
      alignment: alignmentIn(words),
      delivered: /\bDMARC results?:\s{0,4}(\w{3,20})/i.exec(words)?.[1],
    }),
  };
}

/** What programs write to a mailbox for abuse about a host or a page, in no form: who does what is in their words. */
function abuseInWords(
  text: string,
  fields: readonly Field[],
  root: Part,
  subject: string,
): Pick<FeedbackReport, 'incident' | 'sourceIp'> | undefined {
  const valueIn = (name: string): string => fieldNamed(fields, name)?.value ?? '';
  if (!ABUSE_DESK.test(valueIn('to')) || !BY_PROGRAM.test(valueIn('from'))) return undefined;
  const words = [...textLeaves(root)].map((leaf) => readNoticeText(text, leaf).lines.text.slice(0, FIRST)).join('\n');
  const whole = `${subject}\n${words}`;
  const incident = INCIDENTS.find(([, pattern]) => pattern.test(whole))?.[0];
  return incident === undefined ? undefined : { incident, ...defined({ sourceIp: HOST.exec(whole)?.[1] }) };
}

/**
 * What a filter tells of mail: the admin of what it found, whether it passed that on or not (amavis,
 * `notify_*_admin_templ`; scanners to whom it was for), and whoever it is for of what it holds.
 */
function ofFilter(
  text: string,
  fields: readonly Field[],
  root: Part,
  subject: string,
): (Pick<FeedbackReport, 'recipients' | 'filter'> & Partial<FeedbackReport>) | undefined {
  const found = FOUND.test(subject);
  const held = BY_FILTER.test(fieldNamed(fields, 'from')?.value ?? '') || HOLDS.test(subject);
  if (!found && !held) return undefined;
  const whole = wordsOf(text, root, Number.POSITIVE_INFINITY).replace(/[ \t]{1,80}/g, ' ');
  const words = whole.slice(0, FIRST);
  const malware = found ? MALWARE.exec(words)?.slice(1).find(Boolean)?.trim() : undefined;
  const listed = words.search(RELAYED);
  const deed = found
    ? (RELAYED.exec(words)?.[1] ?? (malware !== undefined && KEPT.test(words) ? 'kept' : undefined))
    : undefined;
  const to = addressesIn(listed < 0 ? bare(fieldNamed(fields, 'to')?.value ?? '') : whole.slice(listed));
  if (deed !== undefined)
    return {
      recipients: to.slice(0, MOST_RECIPIENTS),
      ...withCuts(listed < 0 ? [] : leftOut(root, to.length - MOST_RECIPIENTS)),
      filter: isPassedOn(words) ? 'passed' : 'kept',
      ...(malware !== undefined ? { malware, type: 'virus' } : /^spam/i.test(subject) ? { type: 'abuse' } : {}),
      ...defined({ sourceIp: UPSTREAM.exec(words)?.[1] }),
    };
  if (!held || !HOLDS.test(`${subject}\n${words}`)) return undefined;
  return { recipients: to.slice(0, 1), filter: 'held' };
}

const FOUND =
  /^(?:virus|spam(?:my)?|banned|invalid header|oversized|unchecked|clean|mta-blocked)\b.{0,200}\bfrom (?!you\b)|\b(?:found|detected|blocked|removed|quarantined)\b.{0,60}\b(?:infected|virus|malware)\b|\b(?:infected|virus|malware)\b.{0,60}\b(?:found|detected|blocked|removed|quarantined)\b/i;
const MALWARE =
  /^(?:a virus was found: ?|(?:virus|malware|threat)(?: ?name)? ?[:[=] ?)([^\s\]][^\n\]]{0,120})|\binfected (?:with|by)(?: the)?(?: virus)? ["'[]?([\w./-]{3,80})/im;
const KEPT = /\b(?:delet|block|remov|quarantin|reject|stopp)ed?\b/i;
const RELAYED = /^The message (WILL BE|WAS NOT) relayed to:/m;
/** amavis says of one list what it does not say of the other. */
const isPassedOn = (words: string): boolean =>
  RELAYED.exec(words)?.[1] === 'WILL BE' && !/^The message WAS NOT relayed/m.test(words);
/** Whether a filter tells its admin what became of a message: it is no bounce. */
export const isFilterNotice = (words: string): boolean => RELAYED.test(words);
/** Recipients beyond those that are told of; they stand in the part for people. */
const leftOut = (root: Part, left: number): readonly ReportCut[] => {
  const { start, end } = (noticePart(root) ?? root).body;
  return left > 0 ? [{ what: 'recipients', left, start, end }] : [];
};
const UPSTREAM = /^First upstream SMTP client IP address: \[([\da-f.:]{3,45})\]/im;
const MOST_RECIPIENTS = 200;

const BY_FILTER = /quarantin|spam|digest|no-?reply|postmaster|gateway|filter|security|notif/i;
const HOLDS =
  /\b(?:messages?|e-?mails?|mail)\b[^.]{0,80}\b(?:(?:in|into) (?:your |the |e-?mail |spam ){0,2}quarantine|quarantined|(?:being|are|is|been) held)\b|\b(?:quarantine|spam) (?:summary|digest|report|notification)\b|\bend user digest\b|quarantäne|\ben quarantaine\b|\b(?:cuarent|quarent|in quarant)ena\b|kwarantann|карантин|隔離|隔离/i;

/** Mailboxes for what others report (RFC 2142 4), and how programs that report call themselves. */
const ABUSE_DESK = /(?:^|[<\s,])(?:abuse\w{0,10}|noc|security|cert)@/i;
const BY_PROGRAM = /(?:abuse|report|notice|copyright|no-?reply|alert|monitor|compliance|autoreports)[\w.+-]{0,60}@/i;

/** In the order in which they count; the names of X-ARF where it has one. */
const INCIDENTS: readonly (readonly [string, RegExp])[] = [
  [
    'copyright',
    /notice of claimed infringement|copyright infring|infring(?:ing|ed|ement) (?:material|work|content)|\bDMCA\b/i,
  ],
  ['phishing', /\bphish(?:ing)? (?:site|page|url|attack|content)/i],
  [
    'malware',
    /\b(?:virus(?:es)?|malware) (?:site|url|page|domain)|\bbotnet\b|\binfected (?:host|machine|computer|system)|\bdrone\b/i,
  ],
  ['login-attack', /brute.?forc|login attempts?|failed logins?|dictionary attack/i],
  [
    'attack',
    /abusive (?:web )?requests?|port ?scan|\b(?:d?dos|ddos) attack|hacking attempt|attacks? (?:from|originating)|\b(?:offending|attacking)(?:[/ ]source)? ip\b/i,
  ],
  ['abuse', /\babuse report\b|report about abuse|abuse complaint/i],
];

/** The address that is reported: behind a label, in brackets of a subject, or behind `abuse from`. */
const HOST =
  /(?:\b(?:infringer's |offending\/?|source |attacking |attacker |reported )?ip(?:v4|v6)?(?: address)?:|\babuse from|^[^\n]{0,120}[[(])[ \t]{0,8}(?=[\d.]{7,15}\b|[\da-f:]{6,45}\b)([\da-f.:]{6,45}[\da-f])/im;

/** The first parts with plain text: the words for people, and what X-ARF 0.2 puts behind them. */
function* textLeaves(part: Part, left = { of: MOST_LEAVES }): Iterable<Part> {
  if (part.message !== undefined) return;
  if (part.parts.length === 0 && part.contentType === 'text/plain' && left.of-- > 0) yield part;
  for (const child of part.parts) yield* textLeaves(child, left);
}

const MOST_LEAVES = 3;

function wordsOf(text: string, root: Part, most = FIRST): string {
  const part = noticePart(root);
  return part === undefined ? '' : readNoticeText(text, part).lines.text.slice(0, most);
}

/** Which mechanisms did not align, as RFC 7489 7.3 lists them. */
function alignmentIn(words: string): string | undefined {
  const failed = ['spf', 'dkim'].filter((one) =>
    new RegExp(`\\b${one} alignment:\\s{0,8}(?:no|fail)`, 'i').test(words),
  );
  return failed.length === 0 ? undefined : failed.join(',');
}

const SPAMCOP = /^\s{0,4}\[SpamCop \(([\da-fA-F.:]{3,45})\)/i;
const SOURCE = /^[ \t]{0,8}(?:sender ip address|source(?:-?ip)?|ip(?: address)?):\s{0,8}["']?([\da-fA-F.:]{3,45})/im;

const FAILURE =
  /\b(?:dmarc|spf|dkim|auth(?:entication)?)\b.{0,40}\b(?:fail|forensic|failure)\w{0,6}\b|\b(?:forensic|failure) report\b/i;
const FAILED =
  /failed the (?:published )?dmarc policy|auth(?:entication)?[- ]failure report|dmarc (?:authentication )?failure report|dmarc (?:mechanism )?check (?:result|failure)|failed (?:the )?(?:dmarc|spf|dkim) (?:check|evaluation|verification|policy|published)|claiming to be from you has failed/i;
