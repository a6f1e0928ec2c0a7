import { allSelectors, type Signer, signersOf, USUAL_SELECTORS } from '../../core/knowledge/signers/signers.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { Answer } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, recordFindings, unanswered } from '../finding.ts';
import { includesIn } from '../spf/includes.ts';
import { askSelector, describeKey, isUsable, type SelectorAnswer } from './keys.ts';

/** No service uses it: a domain that answers for it answers for every selector. */
const IMPROBABLE = 'mail-triage-no-such-selector';

/** The keys of a domain, as far as their names are known or can be guessed. */
export async function checkDkim(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, options, signal } = context;
  const ask = (selector: string): Promise<SelectorAnswer> => askSelector(selector, name, ports.resolve, signal);
  const { onlySelectors = [] } = options;
  if (onlySelectors.length > 0) {
    const answers = await Promise.all([...new Set(onlySelectors)].map(ask));
    return [...answers.flatMap((one) => [...ofSelector(one, true)]), ...ofKeys(name, answers)];
  }
  const known = new Set(options.selectors);
  const [above, txt, mx, wild] = await Promise.all([
    ports.resolve({ name: `_domainkey.${name}`, type: 'TXT' }, signal),
    ports.resolve({ name, type: 'TXT' }, signal),
    ports.resolve({ name, type: 'MX' }, signal),
    ask(IMPROBABLE),
  ]);
  if (!isAnswered(above)) return [unanswered(above)];
  const included = signersOf(includesIn(txt), []);
  const services = signersOf(includesIn(txt), exchangersOf(mx));
  const isGone = above.status === 'NXDOMAIN';
  // Some old servers deny a name that has only names below it, so the likeliest are asked for all the same.
  const likely = isGone
    ? [...services.flatMap((service) => service.selectors), ...USUAL_SELECTORS.slice(0, 4)]
    : allSelectors;
  const selectors = [...new Set([...known, ...likely])];
  const all = await Promise.all(selectors.map(ask));
  const first = wild.texts[0];
  const answers = first === undefined ? all : all.filter(({ texts }) => texts[0] !== first);
  const findings = [
    ...ofWildcard(name, wild),
    ...answers.flatMap((one) =>
      known.has(one.selector)
        ? [...ofSelector(one, true)]
        : [...ofSelector(one, false)].map((finding) => asGuess(finding, answers)),
    ),
    ...ofKeys(name, answers),
    ...ofServices(name, included, answers, txt),
  ];
  if (first !== undefined || findings.some(({ about }) => about !== name) || answers.some(isUsable)) return findings;
  const silent = answers.find(({ answer }) => !isAnswered(answer));
  if (silent !== undefined) return [...findings, unanswered(silent.answer)];
  const base = { about: name, evidence: evidenceFrom(above) };
  if (isGone) return [...findings, { ...base, code: 'dkim-none', level: 'warning', data: {} }];
  const data = { tried: selectors.length, below: recordsOf(above).length === 0 };
  return [...findings, { ...base, code: 'dkim-none-known', level: 'note', data }];
}

/** A key that is withdrawn, or a name that leads nowhere, harms nobody where another key is in use. */
const asGuess = (finding: Finding, answers: readonly SelectorAnswer[]): Finding =>
  finding.code === 'dkim-key-revoked' || (finding.code === 'dkim-alias-gone' && answers.some(isUsable))
    ? { ...finding, level: 'note' }
    : finding;

/** What stands at one selector; `isMeant`: somebody has named it. */
function* ofSelector({ selector, answer, texts, key }: SelectorAnswer, isMeant: boolean): Iterable<Finding> {
  const about = answer.question.name;
  const evidence = evidenceFrom(answer);
  const alias = recordsOf(answer, 'CNAME').at(-1);
  if (!isAnswered(answer)) {
    if (isMeant) yield unanswered(answer);
  } else if (texts.length === 0 && alias !== undefined) {
    const data = { selector, target: withoutDot(alias.data) };
    yield { code: 'dkim-alias-gone', level: isMeant ? 'fail' : 'warning', about, data, evidence };
  } else if (texts.length === 0) {
    if (isMeant) yield { code: 'dkim-key-missing', level: 'fail', about, data: { selector }, evidence };
  } else if (texts.length > 1) {
    yield { code: 'dkim-several', level: 'fail', about, data: { selector, count: texts.length }, evidence };
  } else if (key === undefined) {
    const text = texts[0] as string;
    if (isMeant) yield { code: 'dkim-not-a-key', level: 'fail', about, data: { selector, text }, evidence };
  } else yield* recordFindings(about, key, evidence);
}

function* ofKeys(name: string, answers: readonly SelectorAnswer[]): Iterable<Finding> {
  const usable = answers.filter(isUsable);
  if (usable.length === 0) return;
  const evidence = usable.flatMap(({ answer }) => evidenceFrom(answer));
  yield { code: 'dkim-found', level: 'pass', about: name, data: { keys: usable.map(describeKey) }, evidence };
}

function* ofWildcard(name: string, { answer, texts, key }: SelectorAnswer): Iterable<Finding> {
  const text = texts[0];
  if (text === undefined) return;
  const isRevoked = key?.problems.some(({ code }) => code === 'dkim-key-revoked') === true;
  const data = { text, isRevoked };
  yield { code: 'dkim-wildcard', level: 'note', about: name, data, evidence: evidenceFrom(answer) };
}

/** Services that may send for the domain, and always sign under the same names, of which none is there. */
function* ofServices(
  name: string,
  services: readonly Signer[],
  answers: readonly SelectorAnswer[],
  txt: Answer,
): Iterable<Finding> {
  for (const service of services) {
    const own = answers.filter(({ selector }) => service.selectors.includes(selector));
    if (!service.isFixed || own.length === 0 || own.some(({ answer }) => !isAnswered(answer))) continue;
    // What is there but broken has a finding of its own.
    if (own.some(({ answer }) => answer.records.length > 0)) continue;
    const data = {
      service: service.name,
      selectors: service.selectors,
      isOwnEnvelope: service.isOwnEnvelope === true,
    };
    const evidence = [txt, ...own.map(({ answer }) => answer)].flatMap(evidenceFrom);
    yield { code: 'dkim-service-unsigned', level: 'warning', about: name, data, evidence };
  }
}

const exchangersOf = (mx: Answer): readonly string[] =>
  recordsOf(mx).map(({ data }) => withoutDot(data.slice(data.indexOf(' ') + 1)));
