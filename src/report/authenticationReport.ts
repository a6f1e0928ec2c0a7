import { writeUtc } from '../core/report/writeUtc.ts';
import { firstOf } from '../core/text/few.ts';
import { append } from '../core/text/lists.ts';
import { plainText } from '../core/text/plain.ts';
import type {
  Alignment,
  ArcCheck,
  AuthenticationFinding,
  AuthenticationResult,
  Claim,
  DmarcCheck,
  MethodResult,
  SignatureCheck,
  SpfCheck,
} from '../message/verify/authentication.ts';
import type { Answer } from '../probes/ports.ts';
import { authenticationWords, isGoodNews } from './authenticationWords.ts';
import { describeStatus, statusAdvice } from './dnsStatus.ts';

/** Signatures, claims and questions that are shown. */
const MOST = 40;

/** What verifying a message came to, as lines of text. */
export function renderAuthentication(result: AuthenticationResult): string[] {
  const title = result.subject.trim() === '' ? 'a message without subject' : `"${result.subject.trim()}"`;
  const lines = [`# Authentication of ${plainText(title, 200)}, ${writeUtc(result.started)}`];
  if (result.outcome === 'no-message') lines.push('* Result: there is no message here, so nothing could be checked.');
  else if (result.outcome === 'too-large') {
    lines.push('* Result: not checked. This is larger than any mail that servers accept; save the message alone.');
  } else {
    append(lines, [
      ...describeSource(result),
      ...describeDkim(result.dkim),
      ...describeArc(result.arc),
      ...describeSpf(result.spf),
      ...describeDmarc(result.dmarc),
      ...describeClaims(result.claims),
      ...describeAnswers(result.answers),
      `* Result: ${describeOutcome(result)}`,
    ]);
  }
  return lines.map((line) => plainText(line));
}

const RESULTS: Readonly<Record<MethodResult, string>> = {
  pass: 'pass',
  fail: 'FAIL',
  softfail: 'softfail',
  neutral: 'neutral',
  none: 'none',
  policy: 'not accepted',
  permerror: 'permanent error',
  unchecked: 'could not be checked',
};

function* describeSource({ source }: AuthenticationResult): Iterable<string> {
  if (source.from === 'editor') {
    yield "* The editor's text was checked, not the file: line ends and bytes that are no UTF-8 may differ from what was received. Save the file and check again if a signature fails.";
  }
  if (source.lineEnds === 'lf') {
    yield '* The lines end in LF here and were checked with CR LF, as mail travels (RFC 5321 2.3.8).';
  } else if (source.lineEnds === 'mixed') {
    yield '* Some lines end in LF and some in CR LF: all were checked with CR LF, as mail travels (RFC 5321 2.3.8). A tool has touched this file.';
  }
  if (source.lostBytes) {
    yield '* It holds U+FFFD, which stands for bytes that a tool could not read: what was signed there is lost.';
  }
  if (source.headerOnly) yield '* It has no body here; signatures cover the body too (RFC 6376 3.7).';
}

function* describeDkim(checks: readonly SignatureCheck[]): Iterable<string> {
  if (checks.length === 0) yield '* DKIM: none, the message carries no DKIM-Signature.';
  for (const { domain, selector, algorithm, canonicalization, result, findings } of checks.slice(0, MOST)) {
    const which = `d=${domain || '?'} s=${selector || '?'} (${algorithm || '?'}, ${canonicalization})`;
    yield `* DKIM ${which}: ${RESULTS[result]}`;
    yield* describeFindings(findings);
  }
  yield* describeMore(checks.length - MOST, 'signatures');
}

function* describeFindings(findings: readonly AuthenticationFinding[]): Iterable<string> {
  for (const found of findings) yield `*   ${authenticationWords(found)}`;
}

function* describeArc({ sets, result, sealers, findings }: ArcCheck): Iterable<string> {
  if (sets === 0 && result === 'none') return;
  const by = sealers.length === 0 ? '' : `, sealed by ${firstOf(sealers, 10, ', then ')}`;
  yield `* ARC ${sets} ${sets === 1 ? 'set' : 'sets'}${by}: ${RESULTS[result]}`;
  if (result === 'pass') {
    yield '*   Whoever trusts these sealers may believe what they found (RFC 8617 7.2); a pass alone says nothing about the message.';
  }
  yield* describeFindings(findings);
}

function* describeSpf(check: SpfCheck): Iterable<string> {
  const { result, identity, domain, ip, recordedBy, helo, senderFrom, record } = check;
  const whose = identity === 'helo' ? `HELO name ${domain || '?'}` : `envelope sender's domain ${domain || '?'}`;
  yield `* SPF of the ${whose}${ip === undefined ? '' : ` for ${ip}`}: ${RESULTS[result]}`;
  if (ip !== undefined) {
    const name = helo === undefined ? '' : `, which called itself ${helo}`;
    yield `*   The address is the client's that ${recordedBy ?? 'a server'} recorded in ${check.recordedIn ?? 'Received'}${name}.`;
  }
  if (identity === 'helo') yield '*   The sender is empty, as in bounces, so the HELO name counts (RFC 7208 2.4).';
  else if (senderFrom !== undefined && senderFrom !== 'Return-Path')
    yield `*   The sender was taken from ${senderFrom}.`;
  if (record !== undefined) yield `*   Record: ${record}`;
  const why = SPF_WORDS[result];
  if (why !== undefined) yield `*   ${why}`;
  yield* describeFindings(check.findings);
}

const SPF_WORDS: Readonly<Record<MethodResult, string | undefined>> = {
  fail: 'The record says that this address must not send for the domain (RFC 7208 8.4). A forwarder does this to every sender; otherwise add the server to the record.',
  softfail: 'The record says that this address should not send for the domain, without certainty (RFC 7208 8.5).',
  neutral: 'The record says nothing about this address (RFC 7208 8.2).',
  none: 'The domain publishes no SPF record (RFC 7208 8.1).',
  pass: undefined,
  // RFC 8601 2.7.2: not of SPF.
  policy: undefined,
  // Told by what was found.
  permerror: undefined,
  unchecked: undefined,
};

function* describeDmarc(check: DmarcCheck): Iterable<string> {
  const { result, author, policyDomain, policy, record, testing, alignments, moreSignatures } = check;
  yield `* DMARC of ${author || 'the author'}: ${RESULTS[result]}`;
  if (check.reason !== undefined) yield `*   ${DMARC_REASONS[check.reason]}`;
  else if (result === 'none')
    yield `*   ${author} publishes no DMARC record, nor do the domains above it (RFC 9989 4.10).`;
  if (policy !== undefined && policyDomain !== undefined) {
    const at = policyDomain === author ? '' : ` of ${policyDomain}`;
    yield `*   Policy${at}: ${policy}${testing ? ', for testing (t=y)' : ''}${record === undefined ? '' : `; record: ${record}`}`;
  }
  for (const alignment of alignments) yield `*   ${describeAlignment(alignment, author)}`;
  if (moreSignatures !== undefined)
    yield `*   ${moreSignatures} more ${moreSignatures === 1 ? 'signature counts' : 'signatures count'} as well, and ${moreSignatures === 1 ? 'is' : 'are'} not listed here.`;
  if (result === 'fail') {
    yield '*   No method both passes and stands for the domain of From (RFC 9989 4.4), so the policy applies.';
  }
}

const DMARC_REASONS: Readonly<Record<NonNullable<DmarcCheck['reason']>, string>> = {
  'no-author-domain': 'From holds no address with a domain.',
  'multiple-author-domains': 'From holds addresses of several domains, for which DMARC has no result (RFC 9989 5.3.1).',
  'invalid-author-domain': 'The domain of From is no domain name.',
  'multiple-from-fields': 'There are several From fields, and there may be one only (RFC 5322 3.6).',
  dns: 'DNS gave no answer where the record may be. That does not mean that there is none.',
  'methods-unchecked': 'It depends on a check above that could not be made.',
};

function describeAlignment({ method, domain, result, mode, aligned }: Alignment, author: string): string {
  const name = `${method === 'spf' ? 'SPF' : 'DKIM'} of ${domain}`;
  if (aligned === undefined)
    return `${name}: ${RESULTS[result]}; whether it stands for ${author} could not be found out.`;
  const how =
    mode === 'strict' ? 'strict: the very same domain is asked for' : 'relaxed: the same organisation is enough';
  const clause = mode === 'strict' ? 'RFC 9989 4.4.2' : 'RFC 9989 4.4.1';
  return `${name}: ${RESULTS[result]}, ${aligned ? 'aligned' : 'not aligned'} with ${author} (${how}; ${clause})`;
}

function* describeClaims(claims: readonly Claim[]): Iterable<string> {
  for (const { server, trust, method, about, claimed, found, agrees } of claims.slice(0, MOST)) {
    const who = `${server || 'a server without name'}${TRUSTS[trust]}`;
    const what = `${method}=${claimed}${about === undefined ? '' : ` for ${about}`}`;
    if (agrees === undefined) yield `* Authentication-Results of ${who} says ${what}: could not be compared.`;
    else if (agrees) yield `* Authentication-Results of ${who} says ${what}: agrees.`;
    else {
      yield `* Authentication-Results of ${who} says ${what}: DIFFERS, here it is ${RESULTS[found]}. Records may have changed since, or the message was changed behind that server.`;
    }
  }
  yield* describeMore(claims.length - MOST, 'results of Authentication-Results');
}

const TRUSTS: Readonly<Record<Claim['trust'], string>> = {
  own: '',
  'own-unnamed': '',
  'other-server': " (not one of the receiver's servers)",
  below: ' (written before the message came in, so it may be forged)',
  sealed: '',
  unknown: '',
};

function* describeMore(more: number, what: string): Iterable<string> {
  if (more > 0) yield `* ${more} more ${what} are left out`;
}

function* describeAnswers(answers: readonly Answer[]): Iterable<string> {
  const lost = answers.filter(({ status }) => status !== 'NOERROR' && status !== 'NXDOMAIN');
  for (const answer of lost.slice(0, MOST)) {
    yield `* ${answer.question.name} ${answer.question.type}: ${describeStatus(answer)}`;
  }
  yield* describeMore(lost.length - MOST, 'questions without an answer');
  const servers = [...new Set(answers.flatMap(({ server }) => server ?? []))].join(', ');
  const asked = `${answers.length} ${answers.length === 1 ? 'question' : 'questions'}`;
  const of = servers === '' ? '' : ` of ${servers}`;
  if (answers.length > 0)
    yield `* DNS was asked ${asked}${of}; ${lost.length === 0 ? 'all' : answers.length - lost.length} were answered.`;
  if (lost[0] !== undefined) yield `* ${statusAdvice(lost[0].status)}`;
}

function describeOutcome(result: AuthenticationResult): string {
  if (result.outcome === 'cancelled') return 'cancelled. What is above had been found until then.';
  const { dkim, spf, dmarc, arc } = result;
  const open = [
    ...(dkim.some((one) => one.result === 'unchecked') ? ['DKIM'] : []),
    ...(spf.result === 'unchecked' ? ['SPF'] : []),
    ...(arc.result === 'unchecked' ? ['ARC'] : []),
    ...(dmarc.result === 'unchecked' ? ['DMARC'] : []),
  ];
  const rest = open.length === 0 ? '' : ` Not known: ${open.join(', ')}; this is no failure.`;
  const passed = dkim.filter((one) => one.result === 'pass').map(({ domain }) => domain);
  const signed = passed.length === 0 ? '' : ` DKIM vouches for ${firstOf([...new Set(passed)], 5)}.`;
  const broken = dkim.find(({ result: one }) => one === 'fail' || one === 'permerror' || one === 'policy');
  const cause = broken?.findings.find((found) => !isGoodNews(found));
  const why = cause === undefined ? '' : ` DKIM of ${broken?.domain}: ${authenticationWords(cause)}`;
  switch (dmarc.result) {
    case 'pass':
      return `${dmarc.author} is the author's domain, as DMARC sees it.${signed}${rest}`;
    case 'fail':
      return `nothing proves that the message is from ${dmarc.author}; its policy is ${dmarc.policy ?? 'none'}.${signed}${why}${rest}`;
    case 'unchecked':
      return `not known whether the message is from ${dmarc.author || 'its author'}.${signed}${why}${rest}`;
    default:
      return `${dmarc.author || 'The author'} has no DMARC policy that could be applied.${signed}${why} SPF: ${RESULTS[spf.result]}.${rest}`;
  }
}
