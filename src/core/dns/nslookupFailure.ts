import { defined } from '../text/defined.ts';
import { readDigComment } from './digComment.ts';
import { type DnsStatus, readStatus } from './dnsStatus.ts';

const FAILED = /^\s{0,5}\*\*\*? ?\S{1,300} can't find (\S{1,300}): (.{1,100})$/;
const NOTHING = /^\s{0,5}\*\*\* Can't find (\S{1,300}): No answer$/;
const NO_RECORDS = /^\s{0,5}\*\*\* No (.{1,100}) records available for (\S{1,300})$/;
const UNRESOLVED = /^nslookup: can't resolve '([^']{1,300})'(?:: .{1,100})?$/;
const TIMED_OUT =
  /^\s{0,5}(?:DNS request timed out\.|timeout was \d{1,5} seconds?\.|\*\*\* Request to \S{1,300} timed[- ]out)$/;
const ASIDE =
  /^\s{0,5}(?:\*\*\* Can't find (?:server|address) |\*\*\* Default servers are not available|;; Truncated|;; Got \w{1,20} reply from |Set options:|The '\w{1,20}' command is not implemented)/;
/** What nslookup says of an answer that holds nothing, of a server that does not answer, or of something beside it. */
export type NslookupFailure =
  | { readonly kind: 'answer'; readonly name: string; readonly status: DnsStatus; readonly type?: string }
  | { readonly kind: 'trouble'; readonly status: DnsStatus }
  | { readonly kind: 'aside' };

export function readFailure(text: string): NslookupFailure | undefined {
  const failed = FAILED.exec(text);
  if (failed !== null) return { kind: 'answer', name: failed[1] as string, status: statusOf(failed[2] as string) };
  const nothing = NOTHING.exec(text);
  if (nothing !== null) return { kind: 'answer', name: nothing[1] as string, status: 'NOERROR' };
  const none = NO_RECORDS.exec(text);
  if (none !== null) {
    const type = /\(([A-Z0-9]{1,15})(?:\+[A-Z0-9]{1,15})?\)/.exec(none[1] as string)?.[1];
    return { kind: 'answer', name: none[2] as string, status: 'NOERROR', ...defined({ type }) };
  }
  const unresolved = UNRESOLVED.exec(text);
  if (unresolved !== null) return { kind: 'answer', name: unresolved[1] as string, status: '?' };
  if (TIMED_OUT.test(text)) return { kind: 'trouble', status: 'TIMEOUT' };
  if (ASIDE.test(text)) return { kind: 'aside' };
  // BIND's tools share the words for a silent server.
  const comment = text.startsWith(';;') ? readDigComment(text) : undefined;
  if (comment?.kind === 'failure') return { kind: 'trouble', status: comment.status };
  return comment?.kind === 'silence' ? { kind: 'trouble', status: 'TIMEOUT' } : undefined;
}

/** The systems' words for the response code (RFC 1035 4.1.1). */
function statusOf(words: string): DnsStatus {
  const text = words.trim().toLowerCase();
  if (/^[a-z]{4,12}$/.test(text)) return readStatus(text.toUpperCase());
  if (text.includes('non-existent domain')) return 'NXDOMAIN';
  if (text.includes('server failed')) return 'SERVFAIL';
  if (text.includes('query refused')) return 'REFUSED';
  if (text.includes('no response') || text.includes('timed')) return 'TIMEOUT';
  if (text.includes('format error')) return 'FORMERR';
  return text.includes('no answer') || text.includes('no records') ? 'NOERROR' : '?';
}
