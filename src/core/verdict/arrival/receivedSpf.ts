import { domainOf, sameOrganisation } from '../../mail/domains.ts';
import { readMailboxes } from '../../mail/header/addresses.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import type { Field, Message } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import { ownPart } from '../../trace/border.ts';
import type { Authentication } from './authentication.ts';

/** What the receiver's Received-SPF (RFC 7208 9.1) tells, where it wrote no other result; undefined where there is none. */
export function byReceivedSpf(message: Message): Authentication | undefined {
  const end = message.hops.length === 0 ? Number.POSITIVE_INFINITY : (ownPart(message)?.end ?? 0);
  const field = message.fields.find((one) => /^received-spf$/i.test(one.name));
  if (field === undefined || field.start >= end) return undefined;
  const result = /^[a-z]{4,9}(?=[\s;(]|$)/i.exec(field.value.trimStart())?.[0].toLowerCase();
  return result === undefined ? undefined : ofResult(message, field, result);
}

function ofResult(message: Message, field: Field, result: string): Authentication | undefined {
  const { value } = field;
  const envelope = envelopeIn(value);
  const server =
    /\breceiver=([\w.-]{3,255})(?![\w.@-])/i.exec(value)?.[1] ??
    /\(([\w-]{1,63}(?:\.[\w-]{1,63}){1,8}): /.exec(value)?.[1];
  const whose = envelope === undefined ? '' : ` for the envelope sender’s ${envelope}`;
  const by = server === undefined ? '' : ` at ${server}`;
  const at = { start: field.start, end: field.end, source: 'RFC 7208 8' as const, ...defined({ server }) };
  switch (result) {
    case 'fail':
      return {
        ...at,
        outcome: 'failed',
        against: true,
        reason: 'spf-failed',
        words: `SPF failed${by} (Received-SPF: fail)${whose}: the sending host is not allowed by its record.`,
      };
    case 'softfail':
      return { ...at, outcome: 'unproven', words: `SPF failed softly${by}${whose}.` };
    case 'pass': {
      const from = readMailboxes(fieldNamed(message.fields, 'from')?.value ?? '')[0]?.address;
      const shown = from === undefined ? undefined : domainOf(from);
      const isSame = shown !== undefined && envelope !== undefined && sameOrganisation(shown, envelope);
      return { ...at, outcome: isSame ? 'passed' : 'unproven', words: `SPF passed${by}${whose}.` };
    }
    case 'permerror':
      return {
        ...at,
        outcome: 'unproven',
        words: `SPF could not be checked${by} (permerror)${whose}: its record is wrong.`,
      };
    case 'temperror':
      return {
        ...at,
        outcome: 'unproven',
        words: `SPF could not be checked${by} (temperror)${whose}: DNS gave no answer.`,
      };
    case 'none':
      return { ...at, outcome: 'unproven', words: `SPF says nothing${by}${whose}: there is no record.` };
    case 'neutral':
      return { ...at, outcome: 'unproven', words: `SPF is neutral${by}${whose}: the record leaves it open.` };
    default:
      return undefined;
  }
}

/** The domain that was checked: in the fields behind, or in the remark. */
function envelopeIn(value: string): string | undefined {
  const stated =
    /\b(?:envelope-from|smtp\.mailfrom)=["'<]{0,2}([^\s;"'<>]{1,320})/i.exec(value)?.[1] ??
    /\bdomain of ([^\s();]{1,320})/i.exec(value)?.[1];
  const domain = stated?.includes('@') === true ? domainOf(stated) : stated?.toLowerCase();
  return domain !== undefined && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}$/.test(domain) ? domain : undefined;
}
