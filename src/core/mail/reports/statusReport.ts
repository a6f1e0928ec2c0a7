import { defined } from '../../text/defined.ts';
import { type FieldGroup, splitGroup } from '../bounces/statusFields.ts';
import { fieldNamed } from '../header/fields.ts';
import type { DeliveryReport, Field, ReportRecipient } from '../message.ts';
import { type ReportAction, reportActions } from './reportWords.ts';

/**
 * The report of the first delivery-status part of a message, returned messages left out.
 * Groups of fields that name no recipient, the first of which speaks for the whole report, give no row.
 */
export function readFields(all: readonly FieldGroup[]): DeliveryReport {
  const recipients: ReportRecipient[] = [];
  const whole = new Map<string, string>();
  const groups = all.flatMap(splitGroup);
  const stray = strayAction(groups);
  for (const group of groups) {
    const recipient = readRecipient(group);
    if (recipient !== undefined) recipients.push({ ...defined({ action: stray }), ...recipient });
    for (const [name, key] of WHOLE) {
      const value = whole.has(key) ? undefined : fieldNamed(group.fields, name);
      const read = value === undefined ? undefined : key.endsWith('Mta') ? typed(value) : value.value;
      if (read !== undefined && read !== '') whole.set(key, read);
    }
  }
  return { format: 'rfc3464', ...Object.fromEntries(whole), recipients };
}

/** An `Action` that stands with the fields of the whole report, where the one of the recipient belongs (RFC 3464 2.3.3). */
function strayAction(groups: readonly FieldGroup[]): ReportAction | undefined {
  for (const { fields } of groups) {
    const named = fieldNamed(fields, 'final-recipient') ?? fieldNamed(fields, 'original-recipient');
    const word = named === undefined ? fieldNamed(fields, 'action')?.value.toLowerCase() : undefined;
    if (word !== undefined) return actionOf(/^[a-z-]{1,40}/.exec(word)?.[0], undefined);
  }
  return undefined;
}

/** Fields about the whole report (RFC 3464 2.2). */
const WHOLE = [
  ['reporting-mta', 'reportingMta'],
  ['received-from-mta', 'receivedFromMta'],
  ['arrival-date', 'arrivalDate'],
  ['original-envelope-id', 'envelopeId'],
] as const;

function readRecipient(group: FieldGroup): ReportRecipient | undefined {
  const field = (name: string): Field | undefined => fieldNamed(group.fields, name);
  const originalRecipient = typed(field('original-recipient'));
  const word = /^[a-z-]{1,40}/.exec(field('action')?.value.toLowerCase() ?? '')?.[0];
  const written = field('status')?.value ?? '';
  const status = /^\d{1,3}\.\d{1,3}\.\d{1,3}/.exec(written)?.[0];
  const finalRecipient = typed(field('final-recipient'));
  const remoteMta = typed(field('remote-mta'));
  // A mailer that knows no enhanced codes writes the reply where the status should stand: `553 Mailbox full`.
  const diagnostic = field('diagnostic-code') ?? (/^[245]\d\d\b/.test(written) ? field('status') : undefined);
  const action = actionOf(word, status, diagnostic?.value);
  const extensions = group.fields.filter(({ name }) => !KNOWN.has(name.toLowerCase()));
  const names = finalRecipient ?? originalRecipient;
  const tells = word !== undefined || (diagnostic !== undefined && field('arrival-date') === undefined);
  if (names === undefined && (!tells || field('reporting-mta') !== undefined)) return undefined;
  return {
    start: group.start,
    end: group.end,
    ...defined({ action, status, finalRecipient, originalRecipient, remoteMta }),
    ...(diagnostic === undefined
      ? {}
      : { diagnostic: oneBlank(diagnostic.value), diagnosticSpan: diagnostic.valueSpan }),
    ...defined({
      lastAttempt: field('last-attempt-date')?.value || undefined,
      willRetryUntil: field('will-retry-until')?.value || undefined,
      finalLogId: field('final-log-id')?.value || undefined,
    }),
    ...(extensions.length === 0 ? {} : { extensions }),
  };
}

/** What became of it; where no word of RFC 3464 2.3.3 is stated, the class of the status or of the reply decides. */
function actionOf(word: string | undefined, status: string | undefined, diagnostic = ''): ReportAction | undefined {
  const known = reportActions.find((one) => one === word) ?? ACTIONS.find(([pattern]) => pattern.test(word ?? ''))?.[1];
  if (known !== undefined) return known;
  const digit = status?.[0] ?? /^(?:[\w-]{1,40};)?\s{0,20}([245])\d\d\b/.exec(diagnostic)?.[1];
  if (digit === '4') return /^4\.4\.7$/.test(status ?? '') ? 'failed' : 'delayed';
  return digit === '5' ? 'failed' : digit === '2' ? 'delivered' : undefined;
}

/** What mailers write that do not keep to the five words. */
const ACTIONS: readonly (readonly [RegExp, ReportAction])[] = [
  [/^(?:fail|undeliver|reject|refus|bounce|error|expired|return|non-?deliver|not-?deliver|perm)/, 'failed'],
  [/^(?:delay|defer|warn|queue|temp|transient|retry)/, 'delayed'],
  [/^(?:relay)/, 'relayed'],
  [/^(?:deliver|success|ok$)/, 'delivered'],
];

/** RFC 3464 2.2 and 2.3. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'original-recipient',
    'final-recipient',
    'action',
    'status',
    'remote-mta',
    'diagnostic-code',
    'last-attempt-date',
  ],
  ...['final-log-id', 'will-retry-until', 'reporting-mta', 'received-from-mta', 'arrival-date', 'original-envelope-id'],
  'dsn-gateway',
]);

/** The indentation of a folded line is no part of a reply's text. */
const oneBlank = (text: string): string => text.replace(/[ \t]+/g, ' ');

/** The value behind its type, `rfc822; user@host` (RFC 3464 2.1.2); mailers that leave the type out are read too. */
function typed(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const value = field.value.slice(field.value.indexOf(';') + 1).trim();
  const bare = value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value;
  return bare === '' ? undefined : bare;
}
