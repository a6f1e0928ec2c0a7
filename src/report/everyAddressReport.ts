import { plainText } from '../core/text/plain.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { AddressProbe, EveryAddressResult } from '../probes/smtp/everyAddress.ts';
import { renderMailExchangers } from './mailExchangersReport.ts';
import { wordFailure } from './probeFailure.ts';
import { renderSmtpProbe } from './smtpProbeReport.ts';

/** The mail exchangers, a row for each address, and behind them the report on each; all are read again as they stand. */
export function renderEveryAddress({ target, mail, probes, left }: EveryAddressResult): readonly string[] {
  const exchangers = mail === undefined ? [] : [...renderMailExchangers(mail), ''];
  if (probes.length === 0) return mail === undefined ? [] : exchangers.slice(0, -1);
  const failed = probes.filter(({ result }) => result.failure !== undefined).length;
  const rows = [
    `# SMTP servers of ${writeEndpoint(target)}: ${probes.length} ${probes.length === 1 ? 'address' : 'addresses'}, ${failed} failed`,
    ...probes.map((probe) => `* ${rowOf(probe)}`),
    ...(left > 0 ? [`* ${left} more addresses are left out`] : []),
  ].map((line) => plainText(line));
  return [...exchangers, ...rows, ...probes.flatMap(({ result }) => ['', ...renderSmtpProbe(result)])];
}

/** `mx1.contoso.test, preference 10, 192.0.2.1: passed, TLSv1.3, no findings`. */
function rowOf({ host, preference, address, result }: AddressProbe): string {
  const who = [
    host,
    ...(preference === undefined ? [] : [`preference ${preference}`]),
    ...(address === undefined ? [] : [address]),
  ].join(', ');
  if (result.failure !== undefined) {
    const { failedAt, code } = wordFailure(result.failure, result);
    return `${who}: failed at ${failedAt}, ${code}`;
  }
  const tls = result.steps.find((step) => step.step === 'tls')?.info?.version ?? 'without TLS';
  const codes = [...new Set(result.findings.map(({ code }) => code))];
  return `${who}: passed, ${tls}, ${codes.length === 0 ? 'no findings' : codes.join(', ')}`;
}
