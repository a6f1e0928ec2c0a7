import { fieldNamed } from './fields.ts';
import type { DeliveryReport, Field, Part, ReportRecipient } from './message.ts';

/** Types that hold delivery-status fields (RFC 3464 2.1, RFC 6533 3). */
export const isDeliveryStatus = (contentType: string): boolean =>
  contentType === 'message/delivery-status' || contentType === 'message/global-delivery-status';

/**
 * The report of the first delivery-status part of a message, returned messages left out.
 * Groups of fields that name no recipient, the first of which speaks for the whole report, give no row.
 */
export function readDeliveryReport(root: Part): DeliveryReport | undefined {
  const part = findStatus(root);
  if (part === undefined) return undefined;
  let reportingMta: string | undefined;
  const recipients: ReportRecipient[] = [];
  for (const group of part.parts) {
    const recipient = readRecipient(group);
    if (recipient !== undefined) recipients.push(recipient);
    reportingMta ??= typed(fieldNamed(group.fields, 'reporting-mta'));
  }
  return { ...(reportingMta === undefined ? {} : { reportingMta }), recipients };
}

function findStatus(part: Part): Part | undefined {
  if (isDeliveryStatus(part.contentType)) return part;
  for (const child of part.parts) {
    const found = findStatus(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readRecipient(group: Part): ReportRecipient | undefined {
  const field = (name: string): Field | undefined => fieldNamed(group.fields, name);
  const finalRecipient = typed(field('final-recipient'));
  const originalRecipient = typed(field('original-recipient'));
  const action = /^[a-z-]{1,40}/.exec(field('action')?.value.toLowerCase() ?? '')?.[0];
  const status = /^\d{1,3}\.\d{1,3}\.\d{1,3}/.exec(field('status')?.value ?? '')?.[0];
  const remoteMta = typed(field('remote-mta'));
  const diagnostic = field('diagnostic-code');
  if (finalRecipient === undefined && originalRecipient === undefined && action === undefined) return undefined;
  return {
    start: group.start,
    end: group.end,
    ...(action === undefined ? {} : { action }),
    ...(status === undefined ? {} : { status }),
    ...(finalRecipient === undefined ? {} : { finalRecipient }),
    ...(originalRecipient === undefined ? {} : { originalRecipient }),
    ...(remoteMta === undefined ? {} : { remoteMta }),
    ...(diagnostic === undefined
      ? {}
      : { diagnostic: oneBlank(diagnostic.value), diagnosticSpan: diagnostic.valueSpan }),
  };
}

/** The indentation of a folded line is no part of a reply's text. */
const oneBlank = (text: string): string => text.replace(/[ \t]+/g, ' ');

/** The value behind its type, `rfc822; user@host` (RFC 3464 2.1.2); mailers that leave the type out are read too. */
function typed(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const value = field.value.slice(field.value.indexOf(';') + 1).trim();
  const bare = value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value;
  return bare === '' ? undefined : bare;
}
