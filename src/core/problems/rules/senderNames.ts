import { domainOf } from '../../mail/domains.ts';
import { readMailboxes } from '../../mail/header/addresses.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import { documentSpan, fieldText } from '../../mail/header/fieldText.ts';
import { identities, nameConflict } from '../../mail/header/identities.ts';
import { lookAlike } from '../../mail/lookAlikes.ts';
import type { Message } from '../../mail/message.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A sender who may be taken for another: by the display name, by letters that look alike, by where answers go. */
export function* senderNames(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    for (const name of ['from', 'sender', 'reply-to']) yield* boxFindings(ticket.text, block, name);
    yield* replyFinding(ticket.text, block);
  }
}

function* boxFindings(text: string, message: Message, name: string): Iterable<Finding> {
  const field = fieldNamed(message.fields, name);
  if (field === undefined) return;
  const unfolded = fieldText(text, field);
  for (const box of readMailboxes(unfolded.value)) {
    const named = nameConflict(box);
    const domain = domainOf(box.address) ?? '';
    if (named !== undefined && box.nameSpan !== undefined && name === 'from') {
      const span = documentSpan(unfolded, box.nameSpan);
      yield { code: 'from-name-address-differs', span, data: { named, domain } };
    }
    const alike = lookAlike(domain);
    if (alike === undefined) continue;
    const span = documentSpan(unfolded, box.addressSpan);
    const data = { shown: alike.shown, like: alike.like ?? '', scripts: alike.mixed.join(' and ') };
    yield { code: 'from-homograph', span, data };
  }
}

function* replyFinding(text: string, message: Message): Iterable<Finding> {
  const field = fieldNamed(message.fields, 'reply-to');
  const other = identities(message).find((one) => one.field === 'Reply-To' && !one.same);
  const from = identities(message)[0]?.domain;
  if (field === undefined || other === undefined || from === undefined) return;
  // Answers to a mailing list go to the list.
  if (fieldNamed(message.fields, 'list-id') !== undefined || fieldNamed(message.fields, 'list-post') !== undefined)
    return;
  const unfolded = fieldText(text, field);
  const box = readMailboxes(unfolded.value.slice(0, 5000))[0];
  if (box === undefined) return;
  yield {
    code: 'reply-to-differs',
    span: documentSpan(unfolded, box.addressSpan),
    data: { domain: other.domain, from },
  };
}
