import { type Explanation, stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import type { ReasonName } from '../../knowledge/reasons.ts';
import { act, type RowStep } from '../../knowledge/steps.ts';
import { ruleOf } from '../../log/exports/filterReport.ts';
import type { LogEntry } from '../../log/log.ts';
import { cutTo, firstOf } from '../../text/few.ts';
import type { Fate } from '../fate.ts';

/** What is told of what is no line of a log: a filter's report, a receiver's report, what a provider shows, a queue's shape. */
export function fateOfExport(entry: LogEntry): Fate | undefined {
  switch (entry.format) {
    case 'filter-report':
      return entry.status === undefined ? undefined : ofFilterReport(entry);
    case 'dmarc-report':
      return { role: 'notice', explanation: ofDmarcReport(entry) };
    case 'tls-report':
      return { role: 'notice', explanation: ofTlsReport(entry) };
    case 'shown-original':
      return ofOriginal(entry);
    case 'queue-rows':
      return entry.queueId === undefined && entry.status !== undefined ? ofShape(entry) : undefined;
    default:
      return undefined;
  }
}

const field = (entry: LogEntry, name: string): string => entry.fields.find((one) => one.name === name)?.text ?? '';

/** What the sender's side can mend, by the names of rules that most filters share. */
const MENDED: readonly (readonly [rule: RegExp, what: string, step: string])[] = [
  [
    /RDNS|REVERSE|HFILTER_HOSTNAME|NO_RDNS/,
    'no reverse DNS',
    'Give the sending host a PTR record whose name leads back to its address.',
  ],
  [
    /SPF_?(?:FAIL|SOFTFAIL|NONE|PERMERROR)|SPF_HELO_(?:FAIL|SOFTFAIL)|R_SPF_/,
    'SPF',
    'Put the sending host into the SPF record of the domain.',
  ],
  [
    /DKIM_?INVALID|DKIM_?REJECT|R_DKIM_REJECT|DKIM_ADSP/,
    'DKIM',
    'Look why the DKIM signature fails: the key in DNS, or a hop that changes the message.',
  ],
  [/DMARC_?(?:FAIL|POLICY|REJECT|QUAR|MISSING)/, 'DMARC', 'Let SPF or DKIM pass for the domain of From itself.'],
  [
    /RCVD_IN_|RBL|_BL_|DNSBL|SBL|XBL|BLOCKED_BY/,
    'block lists',
    'Ask the block lists that are named to take the address off, once the cause is mended.',
  ],
  [
    /URIBL|DBL|SURBL|PHISH|URL/,
    'addresses in the text that are listed',
    'Look which link of the text is on a block list.',
  ],
];

function ofFilterReport(entry: LogEntry): Fate {
  const score = field(entry, 'score');
  const required = field(entry, 'required');
  const action = /^[a-z].*/.exec(entry.status?.text as string)?.[0] ?? '';
  const isSpam = Number(score) >= Number(required) || /^(?:reject|add header|rewrite subject)$/.test(action);
  const rules = entry.fields
    .flatMap((one) => (one.name === 'rule' ? [ruleOf(one.text)] : []))
    .filter((rule) => rule !== undefined)
    .sort((a, b) => b.score - a.score);
  const heavy = rules.filter((rule) => rule.score >= 0.5);
  const told = heavy.map(
    (rule) => `${rule.name} (${rule.score}${rule.words === '' ? '' : `: ${cutTo(rule.words, 80)}`})`,
  );
  // Rspamd names the points of its last action beside those of the message, and does less below them.
  const points =
    action === ''
      ? `${score} points where ${required} are needed`
      : `${score} of the ${required} points of a rejection, and its action is “${action}”`;
  const weighed = told.length === 0 ? '' : ` What weighed most: ${firstOf(told, 6, '; ')}.`;
  if (!isSpam)
    return {
      role: 'notice',
      explanation: stated(
        because(
          'arrived',
          `The filter does not take the message for spam: ${points}.${weighed}`,
          'spamassassin-conf X-Spam-Flag',
        ),
      ),
    };
  const mended = MENDED.filter(([rule]) => rules.some(({ name, score: points }) => points > 0 && rule.test(name)));
  const next: readonly RowStep[] = mended.map(([, , step]) => act(step, 'sending admin'));
  const areas =
    mended.length === 0 ? '' : ` What the sender’s side can mend: ${mended.map(([, area]) => area).join(', ')}.`;
  const isRefused = action === 'reject' && entry.recipients.length > 0;
  return {
    role: isRefused ? 'cause' : 'notice',
    explanation: stated(
      because(
        isRefused ? 'spam-refused' : 'spam-marked',
        `The filter takes the message for spam: ${points}.${weighed}${areas}`,
        'spamassassin-conf X-Spam-Flag',
        next.length > 0 ? { next } : {},
      ),
    ),
  };
}

function ofDmarcReport(entry: LogEntry): Explanation {
  const total = Number(field(entry, 'total'));
  const failed = Number(field(entry, 'failed'));
  const count =
    total === 0
      ? 'It counts no message.'
      : failed === 0
        ? `All ${total} messages that it counts pass.`
        : `Of ${total} messages, ${failed} fail DMARC.`;
  const words = `This is a DMARC aggregate report of ${cutTo(field(entry, 'org'), 100) || 'a receiver'} on ${cutTo(field(entry, 'domain'), 100) || 'a domain'} (the policy is p=${cutTo(field(entry, 'policy'), 20) || 'unknown'}). ${count}`;
  return stated(because('receiver-report', words, 'RFC 7489 7'));
}

function ofTlsReport(entry: LogEntry): Explanation {
  const total = Number(field(entry, 'total'));
  const failed = Number(field(entry, 'failed'));
  const types = entry.fields.filter(({ name }) => name === 'type').map(({ text }) => text);
  const why = types.length === 0 ? '' : ` (${firstOf(types, 12)})`;
  const count =
    failed === 0 ? `All ${total} sessions that it counts had TLS.` : `Of ${total} sessions, ${failed} failed${why}.`;
  const words = `This is a TLS report of ${cutTo(field(entry, 'org'), 100) || 'a sender'} on the mail servers of ${cutTo(field(entry, 'domain'), 100) || 'a domain'}. ${count}`;
  return stated(because('receiver-report', words, 'RFC 8460 4.3'));
}

const REASONS: Readonly<Record<string, ReasonName>> = { SPF: 'spf-failed', DKIM: 'dkim-failed', DMARC: 'dmarc-failed' };

/** What Gmail found of SPF, DKIM and DMARC, in the table above the source of a message. */
function ofOriginal(entry: LogEntry): Fate | undefined {
  const results = entry.fields
    .filter(({ name }) => name in REASONS)
    .map(({ name, text }) => ({ name, result: /[A-Z]{4,10}/.exec(text)?.[0]?.toLowerCase() ?? '' }));
  if (results.length === 0) return undefined;
  const words = results.map(({ name, result }) => `${name} ${result || 'unknown'}`).join(', ');
  const failed = results.findLast(({ result }) => /fail|error/.test(result));
  const reason = failed === undefined ? 'arrived' : (REASONS[failed.name] as ReasonName);
  const said = `Gmail shows for this message: ${words}.`;
  return {
    role: 'notice',
    explanation: stated(
      failed === undefined
        ? because(reason, said, 'RFC 7489 3.1')
        : because(
            reason,
            `${said} ${failed.name} did not pass, so nothing vouches for the domain in From by it.`,
            'RFC 7489 3.1',
          ),
    ),
  };
}

/** How many messages wait for a domain, and how old they are. */
function ofShape(entry: LogEntry): Fate {
  const counts = entry.fields.filter(({ name }) => name === 'count').map(({ text }) => Number(text));
  const [total = 0, ...ages] = counts;
  const oldest = ages.at(-1) ?? 0;
  const name = (entry.status?.text ?? '').slice(0, 120);
  const where =
    name === 'TOTAL' || name === 'messages in queue'
      ? ' in all'
      : name.startsWith('messages in queue ')
        ? ', not yet preprocessed'
        : ` for ${name}`;
  const age = field(entry, 'oldest').slice(0, 20);
  const old =
    age !== '' ? `, the oldest for ${age}` : oldest === 0 ? '' : `, ${oldest} of them in the oldest class of age`;
  return {
    role: 'notice',
    explanation: stated(
      because(
        'delayed',
        `${total} ${total === 1 ? 'message waits' : 'messages wait'} in the queue${where}${old}.`,
        'RFC 5321 4.5.4.1',
        {
          next: [act('Look in the log, or in the list of the queue, why the last try for this domain was put off.')],
        },
      ),
    ),
  };
}
