import { writeUtc } from '../core/report/writeUtc.ts';
import {
  probeHeading,
  writeCame,
  writeProbeAsks,
  writeProbeNote,
  writeProbeResult,
  writeProbeStep,
  writeSent,
} from '../core/smtp/probe/probeReport.ts';
import { defined } from '../core/text/defined.ts';
import { writeFinding } from '../core/text/finding.ts';
import { append } from '../core/text/lists.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import { limits } from '../probes/limits.ts';
import type { Answer } from '../probes/ports.ts';
import type { FlowOutcome } from '../probes/smtp/flows/outcome.ts';
import type { SaidStep, SentBody, SmtpProbeResult, SmtpStep } from '../probes/smtp/types.ts';
import type { TlsInfo } from '../probes/tls.ts';
import { distrustWords } from './certificateFindings.ts';
import { renderChain } from './certificateLines.ts';
import { describeStatus } from './dnsStatus.ts';
import { streamFailureWords } from './failureWords.ts';
import { wordFlow } from './flows/flowWords.ts';
import { stepNameOf, wordFailure } from './probeFailure.ts';
import { type WordedProbeFinding, wordProbeFinding } from './probeFindings.ts';
import { queuedFindings } from './queuedFindings.ts';

/** Lines that are shown of a reply that never became one, and of what nobody asked for. */
const MOST_BAD_LINES = 10;
/** Characters of a line of the server's. */
const LONGEST = 1000;

/** A probe of an SMTP server as lines of text: what core/smtp/probeReport.ts writes, and reads again. */
export const renderSmtpProbe = (result: SmtpProbeResult): string[] => [
  ...renderProbeStart({ ...result, asks: result.flow?.kind }),
  ...result.steps.flatMap((step) => [...renderStep(step)]),
  ...renderProbeEnd(result),
];

interface ProbeStart extends Pick<SmtpProbeResult, 'endpoint' | 'started'> {
  /** The flow that is held. */
  readonly asks?: FlowOutcome['kind'] | undefined;
}

/** What stands in front of the first step. */
export const renderProbeStart = ({ endpoint, started, asks }: ProbeStart): string[] => [
  probeHeading(writeEndpoint(endpoint), writeUtc(started)),
  ...(asks === undefined ? [] : [writeProbeAsks(asks)]),
];

/** What stands behind the last step: findings and the result. */
export function renderProbeEnd(result: SmtpProbeResult): string[] {
  const target = writeEndpoint(result.endpoint);
  const lines: string[] = [];
  for (const finding of result.findings) append(lines, renderFinding(wordProbeFinding(finding, result)));
  if (result.flow !== undefined) {
    const { findings, says } = wordFlow(result.flow, target);
    for (const finding of findings) append(lines, renderFinding(finding));
    return [...lines, writeProbeResult({ text: says })];
  }
  for (const finding of queuedFindings(result)) append(lines, writeFinding(finding));
  if (result.failure === undefined) return [...lines, writeProbeResult({ text: describeSuccess(result) })];
  const { failedAt, code, text, next, source } = wordFailure(result.failure, result);
  const level = code === 'cancelled' || code === 'dns-unanswered' ? 'unknown' : 'fail';
  append(lines, renderFinding({ level, code, about: target, text, next, source }));
  return [...lines, writeProbeResult({ failedAt, code, text })];
}

const renderFinding = ({ level, code, about, text, next, source }: WordedProbeFinding): readonly string[] =>
  writeFinding({ level, code, about, text, ...defined({ next, source }) });

/** One step with what was written and what came. */
export function* renderStep(step: SmtpStep): Iterable<string> {
  switch (step.step) {
    case 'redirect':
      yield writeProbeNote(
        `connecting to ${step.to} instead of ${step.from}, as the settings say (mailTriage.smtp.connectTo)`,
      );
      return;
    case 'name': {
      const found = step.answers.some(({ question, records }) => records.some(({ type }) => type === question.type));
      const text = [...step.answers.map(addressesIn), ...askedOf(step.answers)].join('; ');
      yield writeProbeStep({ step: 'NAME', elapsed: step.elapsed, failed: !found, text });
      return;
    }
    case 'connect': {
      const { address, elapsed, failure, via, source, waited } = step;
      const way = `${source === undefined ? '' : ` from ${source}`}${via === undefined ? '' : ` through ${via}`}`;
      const why = failure === undefined ? '' : `, ${streamFailureWords[failure.kind]}`;
      if (waited !== undefined) {
        const rule = `a pause between connections to an address, one at a time, at most ${limits.connectionsAMinute} a minute`;
        yield writeProbeNote(`waited ${(waited / 1000).toFixed(1)} s: ${rule}`);
      }
      yield writeProbeStep({ step: 'CONNECT', elapsed, failed: failure !== undefined, text: `${address}${way}${why}` });
      return;
    }
    case 'tls':
      yield* renderTls(step);
      return;
    case 'proxy':
      yield writeProbeStep({
        step: 'PROXY',
        elapsed: step.elapsed,
        failed: false,
        text: `sent${step.octets === undefined ? '' : ` as version 2, ${step.octets} octets`}, which nothing answers`,
      });
      yield writeSent(step.sent);
      return;
    case 'together':
      yield writeProbeNote(`the next ${step.commands} commands went out together (PIPELINING)`);
      return;
    case 'again':
      yield writeProbeNote(describeAgain(step));
      return;
    case 'unasked':
      yield writeProbeStep({
        step: 'UNASKED',
        failed: false,
        text: `nobody had asked for what follows${step.tls ? '' : ', which came in the clear'}`,
      });
      yield* renderCame(step.lines.slice(0, MOST_BAD_LINES), undefined);
      yield* leftOut(step.lines.length);
      return;
    default:
      yield* renderSaid(step);
  }
}

function describeAgain({ elapsed, offered, failedAt }: Extract<SmtpStep, { step: 'again' }>): string {
  const came =
    failedAt !== undefined ? `failed at ${failedAt}` : offered === true ? 'was offered it' : 'was not offered it';
  return `a second connection (${Math.round(elapsed)} ms), to see whether STARTTLS is always offered, ${came}`;
}

function addressesIn({ question: { name, type }, records, ...answer }: Answer): string {
  const data = records.filter((one) => one.type === type).map((one) => one.data);
  return `${name} ${type} ${data.length > 0 ? data.join(', ') : describeStatus({ ...answer, question: { name, type }, records })}`;
}

function askedOf(answers: readonly Answer[]): readonly string[] {
  const servers = [...new Set(answers.flatMap(({ server }) => server ?? []))];
  return servers.length > 0 ? [`asked of ${servers.join(', ')}`] : [];
}

function* renderTls({ elapsed, offered, info, failure, rest }: Extract<SmtpStep, { step: 'tls' }>): Iterable<string> {
  const failed = failure !== undefined;
  const detail = failure?.detail ? `, ${failure.detail}` : '';
  const text = failed ? `${streamFailureWords[failure.kind]}${detail}` : info === undefined ? 'on' : describeTls(info);
  if (offered !== undefined) {
    const said =
      info === undefined
        ? `not taken, ${text}`
        : `${info.version}, ${info.cipher}, ${info.keyExchange ?? 'key exchange not told'}`;
    yield writeProbeStep({ step: 'TLS', elapsed, failed: false, text: `${offered} alone: ${said}` });
    return;
  }
  yield writeProbeStep({ step: 'TLS', elapsed, failed, text });
  if (info !== undefined) yield* renderChain(info);
  yield* renderCame([], rest);
}

type Said = Extract<SmtpStep, { readonly lines: readonly string[]; readonly elapsed: number }>;

function* renderSaid({ step, sent, body, lines, rest, tls, elapsed, failure }: Said): Iterable<string> {
  const harmless = step === 'quit' ? ', which does no harm after QUIT' : '';
  const text = failure === undefined ? (lines[0] ?? '').slice(0, 3) : `${streamFailureWords[failure.kind]}${harmless}`;
  yield writeProbeStep({ step: stepNameOf(step, tls), elapsed, failed: failure !== undefined, text });
  if (sent !== undefined && step !== 'message') yield writeSent(sent);
  if (body !== undefined) yield* renderBody(body);
  if (sent !== undefined && step === 'message') yield writeSent(sent);
  yield* renderCame(failure === undefined ? lines : lines.slice(0, MOST_BAD_LINES), rest);
  if (failure !== undefined) yield* leftOut(lines.length);
}

function* renderBody({ lines, left, octets }: SentBody): Iterable<string> {
  for (const line of lines) yield writeSent(cut(line));
  if (left > 0) yield writeProbeNote(`${left} more lines of the message, which has ${octets} octets, are left out`);
}

function* renderCame(lines: readonly string[], rest: string | undefined): Iterable<string> {
  for (const line of lines) yield writeCame(cut(line));
  if (rest === undefined) return;
  for (const part of rest
    .replace(/\r?\n$/, '')
    .split('\n')
    .slice(0, MOST_BAD_LINES))
    yield writeCame(cut(part));
  if (!rest.endsWith('\n')) yield writeProbeNote('no line end came behind the last of it');
}

const cut = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);

function* leftOut(count: number): Iterable<string> {
  if (count > MOST_BAD_LINES) yield writeProbeNote(`${count - MOST_BAD_LINES} more lines are left out`);
}

function describeTls(tls: TlsInfo): string {
  const who = tls.subject ?? tls.names[0];
  const parts = [
    `certificate for ${who ?? 'nobody'}`,
    ...(tls.issuer === undefined ? [] : [`issued by ${tls.issuer}`]),
    ...(tls.notAfter === undefined ? [] : [`valid until ${tls.notAfter.slice(0, 10)}`]),
    tls.distrust === undefined
      ? 'trusted'
      : `not trusted: ${distrustWords(tls.distrust)}; the probe goes on without trust`,
  ];
  const agreed = [tls.version, tls.cipher, ...(tls.keyExchange === undefined ? [] : [tls.keyExchange])];
  return `${agreed.join(', ')}; ${parts.join(', ')}`;
}

function describeSuccess(result: SmtpProbeResult): string {
  const host = writeEndpoint(result.endpoint);
  const doubts = result.findings.length === 0 ? '' : ' Look at the findings above.';
  return `${host} accepts connections${spokenWords(result.steps)}.${envelopeWords(result.steps)}${doubts}`;
}

/** What was spoken, as far as the probe went: of a server that offers TLS it is not said that it speaks without. */
function spokenWords(steps: SmtpProbeResult['steps']): string {
  const tls = steps.find((step) => step.step === 'tls')?.info;
  if (tls !== undefined) return ` and speaks SMTP and ${tls.version}`;
  if (steps.every(({ step }) => step !== 'banner')) return '';
  const greeted = steps.findLast(
    (one): one is Said => one.step === 'ehlo' || one.step === 'helo' || one.step === 'lhlo',
  );
  if (greeted === undefined) return ' and speaks SMTP';
  const isOffered = greeted.lines.some((line) => /^250[ -]STARTTLS\b/i.test(line));
  return isOffered ? ' and speaks SMTP; it offers TLS, which was not tried' : ' and speaks SMTP without TLS';
}

/** What became of sender, recipients and message. */
function envelopeWords(steps: SmtpProbeResult['steps']): string {
  const last = (step: SaidStep) => steps.findLast((one): one is Said => one.step === step);
  const message = last('message') ?? last('bdat');
  if (message !== undefined) return ` It took the message: ${cut(message.lines.at(-1) ?? '')}`;
  const answers = steps.filter((one): one is Said => one.step === 'rcpt');
  const taken = answers.filter(({ lines: [line = ''] }) => line.startsWith('2')).length;
  const sender = last('mail') === undefined ? '' : ' It takes mail from this sender';
  const to =
    answers.length === 0 ? '' : ` for ${taken} of ${answers.length} recipient${answers.length === 1 ? '' : 's'}`;
  return `${sender}${to}${sender === '' ? '' : '.'} No mail was sent.`;
}
