import { readSpf } from '../../core/dns/records/spf.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { Answer } from '../../probes/ports.ts';
import { textsOf } from '../answers.ts';

/** The domains that the SPF record in an answer includes or redirects to, without final dots. */
export function includesIn(txt: Answer): readonly string[] {
  const text = textsOf(txt).find((one) => /^v=spf1(?: |$)/i.test(one));
  if (text === undefined) return [];
  return readSpf(text).terms.flatMap(({ name, value }) =>
    (name === 'include' || name === 'redirect') && value !== undefined ? [withoutDot(value)] : [],
  );
}
