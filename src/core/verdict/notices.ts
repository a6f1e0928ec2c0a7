import { because, type Meaning } from '../knowledge/meaning.ts';
import { act } from '../knowledge/steps.ts';
import type { FeedbackReport, Message } from '../mail/message.ts';
import { isModerated } from '../mail/reports/automaticReply.ts';
import { readPastedReceipt } from '../mail/reports/pastedReceipt.ts';
import type { AggregateNotice } from '../mail/reports/reportWords.ts';
import { defined } from '../text/defined.ts';
import { cutTo } from '../text/few.ts';
import type { Span } from '../text/span.ts';
import { findingsOf } from './aggregateFindings.ts';
import { ofDisposition } from './notices/disposition.ts';
import { notice } from './notices/notice.ts';
import type { Verdict } from './verdict.ts';

/** What became of a message that arrived: a complaint about it, what its reader did with it, an automatic answer. */
export function noticesOf({ feedback, disposition, aggregate, automaticReply }: Message): readonly Verdict[] {
  if (feedback !== undefined) return complaints(feedback);
  if (disposition !== undefined) return [ofDisposition(disposition)];
  if (aggregate !== undefined) return [ofAggregate(aggregate)];
  if (automaticReply === undefined) return [];
  const { from, arrived, waits } = automaticReply;
  if (waits !== undefined)
    return [held(waits === 'moderator' ? MODERATED : CHALLENGED, automaticReply, from === undefined ? [] : [from])];
  const meaning = because('automatic-reply', arrived ? ANSWERED : WRITTEN, 'RFC 3834 2');
  const told = notice(meaning, automaticReply, from === undefined ? [] : [from]);
  return [arrived ? { ...told, reached: true } : { ...told, confidence: 'medium' }];
}

const held = (meaning: Meaning, span: Span, recipients: readonly string[]): Verdict => ({
  ...notice(meaning, span, recipients),
  role: 'waiting',
  failed: true,
});

/** What somebody pasted of a receipt, or of what a list says of a message that its moderator has to see. */
export function pastedNoticeOf(text: string, { start, end }: Span): Verdict | undefined {
  const receipt = readPastedReceipt(text, start, end);
  if (receipt !== undefined) return ofDisposition(receipt, receipt.unread);
  return isModerated(text.slice(start, Math.min(end, start + 3000))) ? held(MODERATED, { start, end }, []) : undefined;
}

const CHALLENGED = because(
  'recipient-filtered',
  'The recipient’s filter holds the message until whoever wrote it proves to be a person.',
  'RFC 3834 1',
  {
    actor: 'sender',
    retry: 'no',
    next: [
      act('Answer it, or open its link, if you wrote to that address.'),
      act('Do nothing if you did not: somebody used your address, and an answer would let his mail pass.'),
    ],
  },
);

const MODERATED = because(
  'list-problem',
  'The list holds the message until its moderator lets it through.',
  'RFC 3834 1',
  {
    actor: 'receiving admin',
    next: [
      act('Let the message through, or reject it, in the queue of the list.'),
      act('Wait: it is not lost.', 'sender'),
    ],
  },
);

const ANSWERED = 'An automatic reply: a program answered for the recipient, so that the message arrived.';
const WRITTEN = 'An automatic reply of a program; whether the message reached a person is not said.';

/** One for each who complained; one for all where the report names nobody. */
export function complaints(report: FeedbackReport): readonly Verdict[] {
  const meaning = meaningOf(report);
  const whom = report.recipients.length === 0 ? [[]] : report.recipients.map((one) => [one]);
  return whom.map((recipients) => ({
    ...notice(meaning, report, recipients),
    times: report.incidents,
    ...(report.filter === 'kept' && { role: 'cause' as const, failed: true }),
    ...defined({ sender: report.sender }),
  }));
}

function meaningOf(report: FeedbackReport): Meaning {
  const { type, sourceIp, recipients } = report;
  if (type === 'auth-failure') return ofFailure(report);
  if (report.incident !== undefined) return ofIncident(report.incident, sourceIp);
  if (report.filter === 'held') return HELD;
  if (report.filter !== undefined) return ofFound(report);
  const isOptOut = type === 'opt-out' || type === 'opt-out-list';
  const whom = isOptOut && recipients.length === 1 ? ` It is ${recipients[0]}.` : '';
  return because(
    'complaint',
    `${TYPES[type]}${whom}${sourceIp === undefined ? '' : ` It came from ${sourceIp}.`}`,
    'RFC 5965 7.3',
    type === 'not-spam' ? { actor: 'nobody', next: [] } : {},
  );
}

const HELD = because(
  'receiver-report',
  'A filter says that it holds mail for the recipient in quarantine. Such notices are imitated.',
  'message-field',
  {
    actor: 'recipient',
    next: [act('Open the quarantine without a link of the notice, and release there what is wanted.')],
  },
);

/** amavis, by its destiny: D_PASS or another; a scanner that deleted it. */
function ofFound({ filter, type, malware, sourceIp }: FeedbackReport): Meaning {
  const spam = type === 'abuse';
  const what = malware !== undefined ? `malware (${malware})` : spam ? 'signs of spam' : 'something';
  const from = sourceIp === undefined ? '' : ` from ${sourceIp}`;
  const passed = filter === 'passed';
  return because(
    malware !== undefined ? 'virus-found' : spam ? 'spam-refused' : 'content-refused',
    `A filter found ${what} in a message${from} and ${passed ? 'relayed it all the same' : 'did not relay it'}.`,
    'amavis-code',
    {
      actor: 'receiving admin',
      next: [
        act(
          passed
            ? 'Warn the recipients, and have the filter stop such mail.'
            : 'Release it from quarantine if it is wanted.',
        ),
      ],
    },
  );
}

/** X-ARF 0.2: what a host did to another; no message is complained of. */
function ofIncident(incident: string, sourceIp: string | undefined): Meaning {
  const host = sourceIp === undefined ? 'a host of yours' : sourceIp;
  return because(
    'complaint',
    `An abuse report on ${host} (${incident}): ${SITES.test(incident) ? 'what it reports is a page or a file there' : 'it did something to another host'}; the report is not about mail that was sent.`,
    'x-arf',
    {
      actor: 'sending admin',
      next: [
        act('Find out what runs on that host and who uses it: it may be taken over.'),
        act('Answer whoever reports it once that is mended.'),
      ],
    },
  );
}

const SITES = /^(?:phish|malware|defac|virus|trademark|copyright|fraud|child|web)/;

/** RFC 6591, RFC 7489 7.3: no person complained, a receiver shows a message of the domain that failed a check. */
function ofFailure({ authFailure, alignment, reportedDomain, sourceIp, delivered }: FeedbackReport): Meaning {
  const which = authFailure === undefined ? '' : ` (${authFailure})`;
  const whose = reportedDomain === undefined ? '' : ` with the domain ${reportedDomain}`;
  const failed = alignment === undefined ? [] : ['spf', 'dkim'].filter((one) => alignment.toLowerCase().includes(one));
  const aligned =
    failed.length === 2
      ? ' Neither SPF nor DKIM vouches for the domain in From.'
      : failed.length === 1
        ? ` ${(failed[0] as string).toUpperCase()} does not vouch for the domain in From.`
        : '';
  const fate = /^(?:delivered|spam|policy|reject|quarantine|other)\b/i.exec(delivered?.trim() ?? '')?.[0].toLowerCase();
  const from = sourceIp === undefined ? '' : ` It came from ${sourceIp}.`;
  return because(
    'receiver-report',
    `A receiver reports a message${whose} that failed authentication${which}; nobody complained.${aligned}${from}${FATES.get(fate ?? '') ?? ''}`,
    'RFC 6591 3.1',
    {
      next: [
        act('Find out whether the sending host is one of yours.'),
        act.sender('If it is, mend SPF, DKIM or alignment for it; if it is not, somebody else uses the domain.'),
      ],
    },
  );
}

/** RFC 6591 3.2.2. */
const FATES: ReadonlyMap<string, string> = new Map([
  ['delivered', ' It was delivered.'],
  ['spam', ' It was put into the junk folder.'],
  ['quarantine', ' It was put into quarantine.'],
  ['reject', ' It was refused.'],
]);

/** Which report it is, on what, of which time, and how its table is opened. */
export function ofAggregate({ kind, file, opened, ...told }: AggregateNotice): Verdict {
  const first = opened?.digests[0];
  const organisation = told.organisation ?? first?.organisation;
  const domain = told.domain ?? first?.domain;
  const [begin, until] = told.begin === undefined ? [first?.begin, first?.until] : [told.begin, told.until];
  const what = kind === 'tls' ? 'A TLS report (TLSRPT)' : 'A DMARC aggregate report';
  const from = organisation === undefined ? '' : ` from ${organisation}`;
  const about = domain === undefined ? '' : ` about ${domain}`;
  const when = begin === undefined || until === undefined ? '' : `, ${dayOf(begin)} to ${dayOf(until)} UTC`;
  const counted = kind === 'tls' ? 'encrypted and failed connections to the domain' : 'mail with the domain in From';
  const attached = file === undefined ? 'what is attached' : cutTo(file, 200);
  const found = opened?.digests.slice(0, MOST_REPORTS).map(findingsOf) ?? [];
  const left = (opened?.digests.length ?? 0) - found.length;
  const says = [
    ...(found.length === 0 ? [`it counts ${counted}; nothing came back, and nobody complained.`] : []),
    ...found.map(({ words }) => words),
    ...(left > 0 ? [`${left} more ${left === 1 ? 'report is' : 'reports are'} attached.`] : []),
    ...(opened?.problems ?? []),
  ].join(' ');
  const meaning = because(
    'receiver-report',
    `${what}${from}${about}${when}: ${says}`,
    kind === 'tls' ? 'RFC 8460 5.3' : 'RFC 7489 7.2',
    {
      // Whose servers are to be reached reads it (RFC 8460 1).
      ...(kind === 'tls' && { actor: 'receiving admin' }),
      next: [
        ...found.flatMap(({ steps }) => steps).map((step) => act(step)),
        act(`Open ${attached} as a table: Show DMARC or TLS Report in the editor, mail-triage report at a shell.`),
      ],
    },
  );
  return notice(meaning, told, []);
}

/** Reports of one message that are told of. */
const MOST_REPORTS = 3;

const dayOf = (seconds: number): string => {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'an unknown day' : date.toISOString().slice(0, 16).replace('T', ' ');
};

const TYPES: Readonly<Record<FeedbackReport['type'], string>> = {
  abuse: 'A complaint: a recipient reported the message as unwanted.',
  fraud: 'A complaint: a recipient reported the message as fraud or phishing.',
  virus: 'A receiver reports malware in the message.',
  'not-spam': 'A recipient says that the message is not spam.',
  'opt-out': 'A recipient asks to be taken off the mailing.',
  'opt-out-list': 'A recipient asks to be taken off a list.',
  'auth-failure': 'A receiver reports a message that failed authentication.',
  other: 'A receiver reports something about a message.',
};
