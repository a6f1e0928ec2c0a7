import { areaOf } from '../checks/check.ts';
import { mxAnswers, mxFindings } from '../checks/mx/mx.ts';
import { greatest } from '../core/text/lists.ts';
import { plainText } from '../core/text/plain.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { MailExchangersResult } from '../probes/mailExchangers.ts';
import type { AddressProbe, EveryAddressResult } from '../probes/smtp/everyAddress.ts';
import { renderCheck } from './check/checkReport.ts';
import { wordFlow } from './flows/flowWords.ts';
import { describeNameProblem } from './nameProblem.ts';
import { wordFailure } from './probeFailure.ts';
import { renderSmtpProbe } from './smtpProbeReport.ts';

/** The mail exchangers, a row for each address, and behind them the report on each; all are read again as they stand. */
export function renderEveryAddress({ target, mail, probes, left }: EveryAddressResult): readonly string[] {
  const exchangers = mail === undefined ? [] : [...renderExchangers(mail), ''];
  if (probes.length === 0) return mail === undefined ? [] : exchangers.slice(0, -1);
  const failed = probes.filter(({ result }) => result.failure !== undefined).length;
  const bad = probes.filter((one) => one.result.failure === undefined && !isGood(one)).length;
  const count = `${probes.length} ${probes.length === 1 ? 'address' : 'addresses'}, ${failed} failed`;
  const rows = [
    `# SMTP servers of ${writeEndpoint(target)}: ${count}${bad > 0 ? `, ${bad} with something to look at` : ''}`,
    ...probes.map((probe) => `* ${rowOf(probe)}`),
    ...(left > 0 ? [`* ${left} more addresses are left out`] : []),
  ].map((line) => plainText(line));
  return [...exchangers, ...rows, ...probes.flatMap(({ result }) => ['', ...renderSmtpProbe(result)])];
}

/** What was found out about the exchangers, as a check of them is written. */
function renderExchangers(mail: MailExchangersResult): readonly string[] {
  if (mail.outcome === 'invalid') return [plainText(`* ${describeNameProblem(mail.problem, mail.asked)}`)];
  const answers = mxAnswers(mail);
  const [first, ...others] = answers.map(({ elapsed }) => elapsed);
  const check = {
    name: mail.domain,
    started: mail.started,
    elapsed: (first ?? 0) + greatest([0, ...others]),
    areas: [areaOf('mx', mxFindings(mail), answers)],
    cancelled: mail.outcome === 'cancelled',
    questions: answers.length,
    refused: 0,
  };
  return renderCheck(check, mail.mx.server ?? 'no resolver');
}

/** It got through, and what was asked there is as it should be. */
export const isGood = ({ result: { failure, flow } }: AddressProbe): boolean =>
  failure === undefined && (flow === undefined || wordFlow(flow, '').isGood);

/**
 * `mx1.contoso.test, preference 10, 192.0.2.1: passed, TLSv1.3, no findings`; nothing of the server's words, which would
 * be read a second time.
 */
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
  if (result.flow !== undefined) {
    const worded = wordFlow(result.flow, '');
    const codes = [...new Set([...result.findings, ...worded.findings].map(({ code }) => code))];
    return `${who}: ${worded.isGood ? 'as it should be' : 'something to look at'}, ${codes.join(', ')}`;
  }
  const tls = result.steps.find((step) => step.step === 'tls')?.info?.version ?? 'without TLS';
  const codes = [...new Set(result.findings.map(({ code }) => code))];
  return `${who}: passed, ${tls}, ${codes.length === 0 ? 'no findings' : codes.join(', ')}`;
}
