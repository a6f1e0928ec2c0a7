import { recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, recordFindings, unanswered } from '../finding.ts';
import { isEmpty, readSpfTree, type SpfNode, type SpfTree } from './tree.ts';

const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;
const MOST_NAMES = 10;
/** RFC 7208 3.4: an answer of less than 512 octets goes over UDP everywhere; 450 leave room for name and header. */
const LONG = 450;

/** Whether the record of a domain works, with all that it leads to. */
export async function checkSpf({ name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const tree = await readSpfTree(name, ports.resolve, signal);
  const { root } = tree;
  const evidence = evidenceFrom(root.answer);
  const base = { about: name, evidence };
  switch (root.published.kind) {
    case 'unanswered':
      return [unanswered(root.answer)];
    case 'none':
      return [{ ...base, code: 'spf-none', level: 'warning', data: {} }];
    case 'several':
      return [{ ...base, code: 'spf-several', level: 'fail', data: { count: root.published.texts.length } }];
    case 'record':
      return [...ofNode(root, true), ...ofTree(tree, root.published.text)];
  }
}

function* ofTree({ root, isCut }: SpfTree, text: string): Iterable<Finding> {
  const { domain: about, lookups, voids } = root;
  const nodes = [...allNodes(root)];
  const evidence = nodes.flatMap(({ answer }) => evidenceFrom(answer)).filter((line) => /v=spf1/i.test(line));
  if (isCut) yield { code: 'spf-cut', level: 'unknown', about, data: {}, evidence };
  if (lookups > MOST_LOOKUPS) {
    const most = root.branches
      .map(({ term, node }) => ({ term, cost: 1 + (node?.lookups ?? 0) }))
      .sort((a, b) => b.cost - a.cost)
      .map(({ term, cost }) => `${term} (${cost})`);
    yield { code: 'spf-lookups', level: 'fail', about, data: { lookups, most }, evidence };
  }
  if (voids > MOST_VOIDS) {
    const terms = nodes.flatMap(({ branches }) => branches.filter(isEmpty).map(({ term }) => term));
    yield { code: 'spf-voids', level: 'fail', about, data: { voids, terms }, evidence };
  }
  const isBroken = nodes.some(
    ({ published, branches }) =>
      published.kind !== 'record' || published.broken !== undefined || branches.some(({ isLoop }) => isLoop),
  );
  if (lookups <= MOST_LOOKUPS && voids <= MOST_VOIDS && !isBroken && !isCut) {
    yield { code: 'spf-costs', level: 'pass', about, data: { lookups, voids, records: nodes.length, text }, evidence };
  }
}

function* allNodes(node: SpfNode): Iterable<SpfNode> {
  yield node;
  for (const { node: below } of node.branches) if (below !== undefined) yield* allNodes(below);
}

/** What is wrong with one record, and with what it names. */
function* ofNode({ domain, answer, published, branches }: SpfNode, isRoot: boolean): Iterable<Finding> {
  if (published.kind !== 'record') return;
  const { record, text } = published;
  const evidence = evidenceFrom(answer).filter((line) => /v=spf1/i.test(line));
  // What another domain publishes badly but without effect is not this admin's.
  const told = isRoot ? record : { ...record, problems: published.broken === undefined ? [] : [published.broken] };
  yield* recordFindings(domain, told, evidence);
  if (isRoot && text.length > LONG) {
    yield { code: 'spf-long', level: 'note', about: domain, data: { octets: text.length }, evidence };
  }
  for (const { term, name, node, isLoop, answers, target } of branches) {
    const at = domain;
    if (isLoop) yield { code: 'spf-loop', level: 'fail', about: target ?? domain, data: { term, at }, evidence };
    for (const one of answers) {
      if (one.status !== 'NOERROR' && one.status !== 'NXDOMAIN') yield unanswered(one);
      const count = recordsOf(one).length;
      if (name === 'mx' && count > MOST_NAMES) {
        yield {
          code: 'spf-mx-names',
          level: 'fail',
          about: target ?? domain,
          data: { count, at },
          evidence: evidenceFrom(one),
        };
      }
    }
    if (node === undefined) continue;
    const about = node.domain;
    const found = evidenceFrom(node.answer);
    if (node.published.kind === 'unanswered') yield unanswered(node.answer);
    if (node.published.kind === 'none')
      yield { code: 'spf-include-none', level: 'fail', about, data: { term, at }, evidence: found };
    if (node.published.kind === 'several') {
      yield { code: 'spf-include-several', level: 'fail', about, data: { term, at }, evidence: found };
    }
    yield* ofNode(node, false);
  }
}
