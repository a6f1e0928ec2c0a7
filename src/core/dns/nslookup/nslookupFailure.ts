import { defined } from '../../text/defined.ts';
import { readDigComment } from '../digComment.ts';
import { type DnsStatus, readStatus } from '../dnsStatus.ts';
import { TYPES } from '../recordTypes.ts';

const FAILED = /^\s{0,5}\*\*\*? ?\S{1,300} can't find (\S{1,300}): (.{1,100})$/;
const NOTHING = /^\s{0,5}\*\*\* Can't find (\S{1,300}): No answer$/;
const NO_RECORDS = /^\s{0,5}\*\*\* No (.{1,100}) records available for (\S{1,300})$/;
const UNRESOLVED = /^nslookup: can't resolve '([^']{1,300})'(?:: .{1,100})?$/;
const TIMED_OUT =
  /^\s{0,5}(?:DNS request timed out\.|timeout was \d{1,5} seconds?\.|\*\*\* Request to \S{1,300} timed[- ]out)$/;
const ASIDE =
  /^\s{0,5}(?:\*\*\* Can't find (?:server|address) |\*\*\* Default servers are not available|;; Truncated|;; Got \w{1,20} reply from |Set options:|The '\w{1,20}' command is not implemented)/;
/** The same in another language: the words around the names are translated, the reason is not. */
const REASONS =
  'Non-existent (?:host\\/)?domain|Server failed|Query refused|No response from server|Timed out|Format error|No information|Not implemented|Unspecified error|No records|NXDOMAIN|SERVFAIL|REFUSED';
const TRANSLATED = new RegExp(`^\\s{0,5}\\*{3} ?(.{1,600}?) ?: ?(${REASONS})\\.?$`, 'i');
/** The code of the type that is not there, in a translated sentence. */
const TRANSLATED_NONE = /^\s{0,5}\*{3} (.{1,300}) \(([A-Z][A-Z0-9]{0,10})(?:\+[A-Z0-9]{1,10})?\)(.{0,300})$/;
/** Said once more behind time-outs, in any language. */
const TRANSLATED_TIMEOUT =
  /^\s{0,5}\*{3} .{0,200}(?:Zeit\S{1,4}berschreitung|d\S{1,2}lai d|tiempo de espera|tempo limite|[Tt]ime-?out|tempo scaduto|scaduto|limit czasu|\u0432\u0440\u0435\u043c\u044f \u043e\u0436\u0438\u0434\u0430\u043d\u0438\u044f|\u8d85\u65f6|\u903e\u6642|\u30bf\u30a4\u30e0\u30a2\u30a6\u30c8)/i;

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
  const translated = readTranslated(text);
  if (translated !== undefined) return translated;
  // BIND's tools share the words for a silent server.
  const comment = text.startsWith(';;') ? readDigComment(text) : undefined;
  if (comment?.kind === 'failure') return { kind: 'trouble', status: comment.status };
  return comment?.kind === 'silence' ? { kind: 'trouble', status: 'TIMEOUT' } : undefined;
}

function readTranslated(text: string): NslookupFailure | undefined {
  if (!/^\s{0,5}\*{3} /.test(text)) return undefined;
  const failed = TRANSLATED.exec(text);
  if (failed !== null) {
    const name = failedName(failed[1] as string);
    return name === undefined ? undefined : { kind: 'answer', name, status: statusOf(failed[2] as string) };
  }
  if (TRANSLATED_TIMEOUT.test(text)) return { kind: 'trouble', status: 'TIMEOUT' };
  const none = TRANSLATED_NONE.exec(text);
  const name = none === null || !TYPES.has(none[2] as string) ? undefined : failedName(`${none[1]} ${none[3]}`);
  return none === null || name === undefined
    ? undefined
    : { kind: 'answer', name, status: 'NOERROR', type: none[2] as string };
}

/** Of the two names in the sentence that of the question: the server's comes first, save behind the German `wurde von`. */
function failedName(words: string): string | undefined {
  const names = words.split(/\s+/).map((word) => word.replace(/^["'\u00ab]|["',.:\u00bb]$/g, ''));
  const dotted = names.filter(
    (word) => /^[\w*-]{1,63}(?:\.[\w-]{1,63}){1,10}$/.test(word) || /^[0-9a-f:]{3,45}$/i.test(word),
  );
  return / (?:wurde von|door) /.test(words) ? dotted[0] : (dotted.at(-1) ?? names.at(-1));
}

/** The systems' words for the response code (RFC 1035 4.1.1). */
function statusOf(words: string): DnsStatus {
  const text = words.trim().toLowerCase();
  if (/^[a-z]{4,12}$/.test(text)) return readStatus(text.toUpperCase());
  if (text.includes('non-existent')) return 'NXDOMAIN';
  if (text.includes('server failed')) return 'SERVFAIL';
  if (text.includes('query refused')) return 'REFUSED';
  if (text.includes('no response') || text.includes('timed')) return 'TIMEOUT';
  if (text.includes('format error')) return 'FORMERR';
  if (text.includes('not implemented')) return 'NOTIMP';
  return /no answer|no records|no information/.test(text) ? 'NOERROR' : '?';
}
