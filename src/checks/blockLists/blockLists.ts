import { meaningsOf } from '../../core/knowledge/found/blockListCodes.ts';
import { blockListNamed } from '../../core/knowledge/found/blockLists.ts';
import { append } from '../../core/text/lists.ts';
import { addressScope, isIpv4, isIpv6 } from '../../probes/hostName.ts';
import { lookUpMailExchangers } from '../../probes/mailExchangers.ts';
import type { CancelSignal, Resolve } from '../../probes/ports.ts';
import { isAnswered, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { zoneOf } from '../zones.ts';
import { askList, type Listing, testPoints } from './ask.ts';
import { type CheckList, type Subject, subjectsOf, usualLists, weightOf } from './lists.ts';

/** Addresses that are asked for, and lists that are asked. */
const MOST_ADDRESSES = 8;
const MOST_LISTS = 40;

/** Whether an address, or a domain and the addresses of its exchangers, stand on block lists. */
export async function checkBlockLists(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, options, signal } = context;
  const { subjects: all, failed } = await subjectsOfName(context);
  const addresses = all.filter((one) => kindOf(one) !== 'domain');
  const subjects = [...all.filter((one) => kindOf(one) === 'domain'), ...addresses.slice(0, MOST_ADDRESSES)];
  const chosen = options.blockLists ?? usualLists;
  const lists = chosen.slice(0, MOST_LISTS);
  const results = await Promise.all(lists.map((list) => askOne(list, subjects, ports.resolve, signal)));
  const found = [...failed, ...results.flatMap((result) => result.findings)];
  const left = addresses.length - MOST_ADDRESSES;
  if (left > 0) found.push({ code: 'dnsbl-left', level: 'note', about: name, data: { left }, evidence: [] });
  const others = chosen.slice(MOST_LISTS).map(({ zone }) => zone);
  if (others.length > 0) {
    found.push({ code: 'dnsbl-lists-left', level: 'unknown', about: name, data: { lists: others }, evidence: [] });
  }
  const clean = results.filter(({ isClean }) => isClean);
  if (clean.length > 0 && !found.some(({ code }) => code === 'dnsbl-listed')) {
    const data = {
      subjects: [...new Set(clean.flatMap((one) => one.subjects))],
      lists: clean.map(({ zone }) => blockListNamed(zone)?.name ?? zone),
    };
    const evidence = clean.flatMap((one) => one.evidence);
    found.push({ code: 'dnsbl-clean', level: 'pass', about: name, data, evidence });
  }
  return found;
}

const kindOf = (subject: string): Subject => (isIpv4(subject) ? 'ipv4' : isIpv6(subject) ? 'ipv6' : 'domain');

/** The domain that lists know, which is the registered one, and where its mail goes. */
async function subjectsOfName({ name, ports, signal }: CheckContext): Promise<{
  readonly subjects: readonly string[];
  /** What kept the addresses from being known. */
  readonly failed: readonly Finding[];
}> {
  if (kindOf(name) !== 'domain') return { subjects: [name], failed: [] };
  const [zone, exchangers] = await Promise.all([
    zoneOf(name, ports.resolve, signal),
    lookUpMailExchangers(name, ports, signal),
  ]);
  const domain = 'failed' in zone || !zone.apex.includes('.') ? name : zone.apex;
  const addresses = exchangers.exchangers.flatMap((one) => one.addresses);
  // Lists know addresses of the Internet only; 127.0.0.1 and 127.0.0.2 are their own tests.
  const outside = addresses.filter((address) => addressScope(address) === undefined);
  const answers =
    exchangers.outcome === 'invalid' ? [] : [exchangers.mx, ...exchangers.exchangers.flatMap((one) => one.answers)];
  return {
    subjects: [domain, ...new Set(outside)],
    failed: answers.filter((answer) => !isAnswered(answer)).map(unanswered),
  };
}

interface OfList {
  readonly zone: string;
  readonly findings: readonly Finding[];
  readonly subjects: readonly string[];
  readonly evidence: readonly string[];
  /** It works, and lists none of them. */
  readonly isClean: boolean;
}

/** Asks one list for all, one behind the other: lists shut out who asks much at a time. */
async function askOne(
  list: CheckList,
  subjects: readonly string[],
  resolve: Resolve,
  signal: CancelSignal,
): Promise<OfList> {
  const zone = list.zone.replace(/\.$/, '').toLowerCase();
  const known = blockListNamed(zone);
  const name = known?.name ?? zone;
  const wanted = subjectsOf({ ...list, zone });
  const asked = subjects.filter((subject) => wanted.includes(kindOf(subject)));
  const none: OfList = { zone, findings: [], subjects: asked, evidence: [], isClean: false };
  if (asked.length === 0) return none;
  if (known?.kind === 'closed') {
    return {
      ...none,
      findings: [{ code: 'dnsbl-closed', level: 'note', about: zone, data: { list: name }, evidence: [] }],
    };
  }
  const points = testPoints(
    zone,
    wanted.every((one) => one === 'domain'),
  );
  // Whether the list works at all: one that is dead or shuts us out lists nothing either.
  const listed = await askList(zone, points.listed, resolve, signal);
  const trouble = troubleOf(zone, name, listed);
  if (trouble !== undefined) return { ...none, findings: [trouble] };
  const listings: { readonly subject: string; readonly listing: Extract<Listing, { kind: 'listed' }> }[] = [];
  const evidence: string[] = [];
  for (const subject of asked) {
    if (signal.aborted) return none;
    const listing = await askList(zone, subject, resolve, signal);
    append(evidence, evidenceFrom(listing.answer));
    if (listing.kind === 'listed') listings.push({ subject, listing });
    else if (listing.kind !== 'absent') {
      const found = troubleOf(zone, name, listing);
      return { ...none, findings: found === undefined ? [] : [found] };
    }
  }
  if (listings.length > 0) {
    const absent = await askList(zone, points.absent, resolve, signal);
    if (absent.kind !== 'absent') {
      const all = evidenceFrom(absent.answer);
      return {
        ...none,
        findings: [{ code: 'dnsbl-lists-all', level: 'unknown', about: zone, data: { list: name }, evidence: all }],
      };
    }
  } else if (listed.kind === 'absent') {
    const nothing = evidenceFrom(listed.answer);
    return {
      ...none,
      findings: [
        { code: 'dnsbl-lists-nothing', level: 'unknown', about: zone, data: { list: name }, evidence: nothing },
      ],
    };
  }
  const findings = await Promise.all(
    listings.map(async ({ subject, listing }): Promise<Finding> => {
      const { codes, answer } = listing;
      const texts = await resolve({ name: answer.question.name, type: 'TXT' }, signal);
      const meanings = codes.flatMap((code) => list.meanings?.[code] ?? meaningsOf(zone, code));
      const data = { list: name, codes, meanings, reason: textsOf(texts).join(' '), page: known?.page ?? '' };
      const lines = [...evidenceFrom(answer), ...evidenceFrom(texts)];
      return { code: 'dnsbl-listed', level: weightOf(known), about: subject, data, evidence: lines };
    }),
  );
  return { ...none, findings, evidence, isClean: findings.length === 0 };
}

/** Why what a list answers tells nothing. */
function troubleOf(about: string, list: string, listing: Listing): Finding | undefined {
  const evidence = evidenceFrom(listing.answer);
  const level = 'unknown';
  switch (listing.kind) {
    case 'refused':
      return { code: 'dnsbl-refused', level, about, data: { list, why: listing.why }, evidence };
    case 'no-list':
      return { code: 'dnsbl-no-list', level, about, data: { list, address: listing.address }, evidence };
    case 'unanswered':
      return { code: 'dnsbl-unanswered', level, about, data: { list, status: listing.answer.status }, evidence };
    default:
      return undefined;
  }
}
