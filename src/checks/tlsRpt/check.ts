import { readRecord } from '../../core/dns/records/readRecord.ts';
import { addressesOf } from '../../core/dns/records/tagList.ts';
import { append } from '../../core/text/lists.ts';
import { isAnswered, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, recordFindings, unanswered } from '../finding.ts';
import { misplaced } from '../misplaced.ts';
import { deadAddresses } from '../reports/mailbox.ts';

/** Who is told of TLS that failed on the way to a domain. */
export async function checkTlsRpt(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, signal } = context;
  const at = `_smtp._tls.${name}`;
  const answer = await ports.resolve({ name: at, type: 'TXT' }, signal);
  if (!isAnswered(answer)) return [unanswered(answer)];
  const evidence = evidenceFrom(answer);
  const all = textsOf(answer);
  // RFC 8460 3: what begins otherwise is not looked at.
  const records = all.filter((text) => /^v=TLSRPTv1(?:;|$)/.test(text));
  if (records.length > 1) {
    return [{ code: 'tls-rpt-several', level: 'fail', about: at, data: { count: records.length }, evidence }];
  }
  const found = (records.length === 1 ? records : all).flatMap((text) => {
    const record = readRecord(at, text);
    return record?.kind === 'tls-rpt' ? [record] : [];
  });
  if (found.length === 0) {
    const none: Finding = { code: 'tls-rpt-none', level: 'note', about: name, data: {}, evidence };
    return [none, ...(await misplaced(context, '_smtp._tls', 'tls-rpt'))];
  }
  const findings = found.flatMap((record) => recordFindings(at, record, evidence));
  const addresses = found.flatMap(({ tags }) =>
    tags.filter((tag) => tag.name === 'rua').flatMap((tag) => [...addressesOf(tag)].map(({ address }) => address)),
  );
  const reports = addresses.map((address) => ({ tag: 'rua', address }));
  append(findings, await deadAddresses(reports, evidence, context));
  if (!findings.some(({ level }) => level === 'fail') && records.length === 1) {
    findings.push({ code: 'tls-rpt-found', level: 'pass', about: name, data: { addresses }, evidence });
  }
  return findings;
}
