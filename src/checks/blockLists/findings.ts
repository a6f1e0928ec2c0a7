import type { AnswerStatus } from '../../probes/ports.ts';

/** About addresses and domains on block lists (RFC 5782). The list is what a finding without a listing is about. */
export interface BlockListFindings {
  'dnsbl-listed': {
    readonly list: string;
    readonly codes: readonly string[];
    readonly meanings: readonly string[];
    /** The list's own words. */
    readonly reason: string;
    readonly page: string;
  };
  'dnsbl-clean': { readonly subjects: readonly string[]; readonly lists: readonly string[] };
  'dnsbl-refused': { readonly list: string; readonly why: string };
  'dnsbl-unanswered': { readonly list: string; readonly status: AnswerStatus };
  /** It lists what it must not list. */
  'dnsbl-lists-all': { readonly list: string };
  /** It does not list what it must list. */
  'dnsbl-lists-nothing': { readonly list: string };
  /** Its answers are no listings. */
  'dnsbl-no-list': { readonly list: string; readonly address: string };
  'dnsbl-closed': { readonly list: string };
  'dnsbl-left': { readonly left: number };
  /** More lists are chosen than are asked at a time. */
  'dnsbl-lists-left': { readonly lists: readonly string[] };
}
