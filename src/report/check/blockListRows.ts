import type { BlockListFindings } from '../../checks/blockLists/findings.ts';
import { firstOf } from '../../core/text/few.ts';
import { statusMeaning } from '../dnsStatus.ts';
import type { CheckRowsFor } from './checkRow.ts';

const OWN =
  'Ask through a resolver of your own, not through a public one (mailTriage.dns.servers), or take the list out of mailTriage.blockLists.';
const OUT = 'Take the list out of mailTriage.blockLists, and out of the settings of mail servers.';

export const blockListRows: CheckRowsFor<BlockListFindings> = {
  'dnsbl-listed': {
    source: 'RFC 5782 2.1',
    says: ({ list, codes, meanings, reason }, about) =>
      `${about} is on ${list} (${codes.join(', ')}${meanings.length === 0 ? '' : `: ${meanings.join('; ')}`})${reason && `. The list says: ${reason}`}${reason.endsWith('.') ? '' : '.'}`,
    next: ({ page }) =>
      `Find and stop what caused the listing first, then ask to be taken off${page && `: ${page}`}${page ? '' : '.'}`,
  },
  'dnsbl-clean': {
    source: 'RFC 5782 2.1',
    says: ({ subjects, lists }) =>
      `${subjects.join(', ')} ${subjects.length === 1 ? 'is' : 'are'} not on ${lists.join(', ')}.`,
  },
  'dnsbl-refused': {
    source: 'RFC 5782 2.1',
    says: ({ list, why }) => `${list} does not answer us: ${why}. That is no listing, and nothing is known.`,
    next: () => OWN,
  },
  'dnsbl-unanswered': {
    source: 'RFC 5782 2.1',
    says: ({ list, status }) =>
      `${list} was not heard: ${status}, ${statusMeaning(status)}. That is no listing, and nothing is known.`,
    next: () => OWN,
  },
  'dnsbl-lists-all': {
    source: 'RFC 5782 5',
    says: ({ list }) => `${list} lists everything, even what must never be listed, so its answers mean nothing.`,
    next: () => OUT,
  },
  'dnsbl-lists-nothing': {
    source: 'RFC 5782 5',
    says: ({ list }) =>
      `${list} does not list its own test entry, so it does not work here: it is gone, or hides from this resolver. Nothing is known.`,
    next: () => OWN,
  },
  'dnsbl-no-list': {
    source: 'RFC 5782 2.1',
    says: ({ list, address }) =>
      `${list} answers ${address}, which no block list does: its domain belongs to somebody else now, or the resolver leads wrong names to a page of its own. That is no listing.`,
    next: () => OUT,
  },
  'dnsbl-closed': {
    source: 'list-pages',
    says: ({ list }) => `${list} is closed, and was not asked.`,
    next: () => OUT,
  },
  'dnsbl-left': {
    says: ({ left }) => `${left} more addresses were not asked for: lists shut out who asks much.`,
  },
  'dnsbl-lists-left': {
    says: ({ lists }) =>
      `${lists.length} more ${lists.length === 1 ? 'list is' : 'lists are'} chosen than are asked in one check; not asked: ${firstOf(lists, 20)}.`,
    next: () => 'Name fewer in mailTriage.blockLists, or with --block-list those that are left.',
  },
};
