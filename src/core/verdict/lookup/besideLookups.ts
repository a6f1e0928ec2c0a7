import type { Query } from '../../dns/lookup.ts';
import { explainText } from '../../knowledge/explain.ts';
import { act, probe } from '../../knowledge/steps.ts';
import { domainOf, sameOrganisation } from '../../mail/domains.ts';
import { withoutDot } from '../../text/domainName.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';
import { told } from './told.ts';

/** How Postfix and Sendmail print the host that they did not find. */
const HOST =
  /\b(?:name=|Name server: )([\w-]{1,63}(?:\.[\w-]{1,63}){1,20})\.?(?: type=(?:A{1,4}|MX)\b|: host not found)/i;

/** What Postfix says where a certificate fits no authority or, with DANE, none of the TLSA records (RFC 7672 2.2). */
const UNTRUSTED = /Server certificate not (?:trusted|verified)/;

/**
 * What servers said of names they did not find, by what the names are and what the look-ups beside it show; `looked` is
 * what those tell by themselves.
 */
export function besideLookups(
  { text, blocks }: Ticket,
  said: readonly Verdict[],
  looked: readonly Verdict[],
): readonly Verdict[] {
  if (!said.some((one) => isDenied(one) || isUnanswered(one) || isRefused(one) || one.code === 'tls-failed'))
    return said;
  const answers = blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : [])).filter(hasAnswers);
  const found = new Set(answers.filter(hasHost).map(({ name }) => name.toLowerCase()));
  const exchangers = new Map(answers.flatMap(exchangersOf));
  const pinned = new Set(answers.map(({ type, name }) => `${type} ${name.toLowerCase()}`));
  const troubles = new Map(
    looked.filter(isTrouble).map((one) => [(tellsOfAll(one) ? '' : one.server)?.toLowerCase(), one] as const),
  );
  return said.map((verdict) => {
    const asked = verdict.stage === 'dns' ? (verdict.server ?? '').toLowerCase() : '';
    const owner = exchangers.get(asked);
    const past = isRefused(verdict) ? pastExchanger(verdict, exchangers) : undefined;
    if (past !== undefined) return { ...verdict, ...past, confidence: 'medium' };
    if (owner !== undefined && isDenied(verdict)) return { ...verdict, ...lostExchanger(asked, owner) };
    const isOpen = isUnanswered(verdict);
    const domain = isOpen || isDenied(verdict) ? domainOfAll(verdict.recipients) : undefined;
    const { start, end } = verdict.span;
    if (pinned.has(`TLSA _25._tcp.${verdict.server?.toLowerCase()}`) && UNTRUSTED.test(text.slice(start, end)))
      return { ...verdict, ...misfit(), confidence: 'medium' };
    const words = isOpen || domain !== undefined ? text.slice(start, Math.min(end, start + 2000)) : '';
    const named = HOST.exec(words)?.[1]?.toLowerCase();
    const host = named ?? domain;
    if (isOpen) {
      const trouble = troubles.get(host ?? verdict.server?.toLowerCase()) ?? troubles.get('');
      if (trouble !== undefined) return { ...verdict, ...asTold(trouble) };
    }
    if (host === undefined) return verdict;
    // By itself: the end of an address does not say that it was not found.
    if (found.has(host) && (named !== undefined || words.toLowerCase().includes(` ${host} `)))
      return { ...verdict, ...foundSince(host, verdict), confidence: 'medium' };
    if (isOpen || domain === undefined || host === domain) return verdict;
    if (exchangers.has(host) || host.endsWith(`.${domain}`)) return { ...verdict, ...lostExchanger(host, domain) };
    return verdict;
  });
}

const asTold = ({ actor, retry, summary, next, source }: Verdict): Partial<Verdict> => ({
  actor,
  retry,
  summary,
  next,
  source,
  confidence: 'medium',
});

function misfit(): Partial<Verdict> | undefined {
  const known = explainText('no matching DANE TLSA records');
  return known && explained(known.explanation);
}

/** A look-up that gave no answer; a server that refuses may not be one that has to answer. */
const isTrouble = ({ failed, stage, code, reply, confidence }: Verdict): boolean =>
  failed && stage === 'dns' && code === 'dns-failure' && !(reply === 'REFUSED' && confidence === 'high');

/** A resolver that does not answer, though another one does, gives no answer for any name. */
const tellsOfAll = ({ actor, reply, confidence, server = '' }: Verdict): boolean =>
  actor === 'sending admin' && confidence === 'medium' && reply !== 'NXDOMAIN' && !server.endsWith('.arpa');

const isUnanswered = ({ code, failed, stage }: Verdict): boolean => code === 'dns-failure' && failed && stage !== 'dns';

const isDenied = ({ code, failed }: Verdict): boolean => code === 'domain-not-found' && failed;

/** A server to which the queue handed mail does not know the recipient, or the domain. */
const isRefused = ({ code, failed, deliveries = 0, server }: Verdict): boolean =>
  (code === 'recipient-unknown' || code === 'relaying-denied') && failed && deliveries > 0 && server !== undefined;

/** A name, and not one that only an inner network has. */
const PUBLIC = /[a-z]\w{0,60}\.(?!(?:local|lan|internal|intern|corp|home|localdomain)$)[a-z-]{2,60}$/i;

/** What is told of a server that the look-up beside it does not name for the domain, nor another one of its operator. */
function pastExchanger({ server = '', recipients, next, code }: Verdict, exchangers: ReadonlyMap<string, string>) {
  const domain = domainOfAll(recipients);
  const hosts = [...exchangers].filter(([, of]) => of.toLowerCase() === domain).map(([host]) => host);
  if (domain === undefined || !PUBLIC.test(server) || hosts.length === 0) return undefined;
  if ([domain, ...hosts].some((host) => sameOrganisation(host, server))) return undefined;
  const other = elsewhere(domain);
  return code === 'relaying-denied' ? { ...other, next: [...other.next, ...next] } : other;
}

const hasAnswers = ({ answers }: Query): boolean => answers.length > 0;

const hasHost = ({ answers }: Query): boolean => answers.some(({ type = 'A' }) => /^(?:MX|A{1,4})$/.test(type));

const exchangersOf = ({ answers }: Query): readonly (readonly [host: string, domain: string])[] =>
  answers.flatMap(({ name, data }) => {
    const host = /^\d{1,5}\s+(\S{1,255})$/.exec(data.trim())?.[1];
    return host === undefined ? [] : [[withoutDot(host).toLowerCase(), name] as const];
  });

/** The one domain of all recipients. */
function domainOfAll(recipients: readonly string[]): string | undefined {
  const domains = new Set(recipients.map((one) => domainOf(one)?.toLowerCase()));
  return domains.size === 1 ? [...domains][0] : undefined;
}

/** RFC 2308 5: that a name does not exist is kept for a while as well. */
const foundSince = (name: string, { code, role }: Verdict) =>
  told(code, `The server did not find ${name} in DNS, and a look-up in this text does.`, 'RFC 5321 5.1', {
    actor: 'sending admin',
    retry: 'later',
    next: [
      probe(
        `Ask the resolver of the mail server for ${name}${role === 'waiting' ? '' : ', and send again when it has it'}.`,
      ),
    ],
  });

const elsewhere = (domain: string) =>
  told(
    'routing-failed',
    `The server that refused it is no mail exchanger of ${domain} by the look-up in this text.`,
    'RFC 5321 5.1',
    {
      retry: 'later',
      next: [
        act(
          `Look for a fixed route for ${domain} and for an old answer in the DNS cache of the mail server; then send again.`,
          'sending admin',
        ),
      ],
    },
  );

const lostExchanger = (host: string, domain: string) =>
  told('domain-not-found', `${host} does not exist in DNS; it is a mail host of ${domain}.`, 'RFC 5321 5.1', {
    actor: 'receiving admin',
    retry: 'later',
    next: [act.recipient(`Correct the MX record of ${domain}.`)],
  });
