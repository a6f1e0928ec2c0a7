import type { Query } from '../../dns/lookup.ts';
import { stated } from '../../knowledge/explanation.ts';
import { because, type Change } from '../../knowledge/meaning.ts';
import type { ReasonName } from '../../knowledge/reasons.ts';
import { act, probe } from '../../knowledge/steps.ts';
import { domainOf } from '../../mail/domains.ts';
import { withoutDot } from '../../text/domainName.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/** How Postfix and Sendmail print the host that they did not find. */
const HOST = /\b(?:name=|Name server: )([\w-]{1,63}(?:\.[\w-]{1,63}){1,20})\.?(?: type=A{1,4}\b|: host not found)/i;

/** What servers said of names they did not find, by what the names are and what the look-ups beside it show. */
export function besideLookups({ text, blocks }: Ticket, said: readonly Verdict[]): readonly Verdict[] {
  if (!said.some(isDenied)) return said;
  const answers = blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : [])).filter(hasAnswers);
  const found = new Set(answers.filter(hasHost).map(({ name }) => name.toLowerCase()));
  const exchangers = new Map(answers.flatMap(exchangersOf));
  return said.map((verdict) => {
    const asked = verdict.stage === 'dns' ? (verdict.server ?? '').toLowerCase() : '';
    const owner = exchangers.get(asked);
    if (owner !== undefined && isDenied(verdict)) return { ...verdict, ...lostExchanger(asked, owner) };
    const domain = isDenied(verdict) ? domainOfAll(verdict.recipients) : undefined;
    if (domain === undefined) return verdict;
    const { start, end } = verdict.span;
    const words = text.slice(start, Math.min(end, start + 2000));
    const named = HOST.exec(words)?.[1]?.toLowerCase();
    const host = named ?? domain;
    // By itself: the end of an address does not say that it was not found.
    if (found.has(host) && (named !== undefined || words.toLowerCase().includes(` ${host} `)))
      return { ...verdict, ...foundSince(host), confidence: 'medium' };
    if (host === domain) return verdict;
    if (exchangers.has(host) || host.endsWith(`.${domain}`)) return { ...verdict, ...lostExchanger(host, domain) };
    return verdict;
  });
}

const isDenied = ({ code, failed }: Verdict): boolean => code === 'domain-not-found' && failed;

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

const told = (reason: ReasonName, meaning: string, change: Change) =>
  explained(stated(because(reason, meaning, 'RFC 5321 5.1', change)));

/** RFC 2308 5: that a name does not exist is kept for a while as well. */
const foundSince = (name: string) =>
  told('domain-not-found', `The server did not find ${name} in DNS, and a look-up in this text does.`, {
    actor: 'sending admin',
    retry: 'later',
    next: [probe(`Ask the resolver of the mail server for ${name}, and send again when it has it.`)],
  });

const lostExchanger = (host: string, domain: string) =>
  told('domain-not-found', `${host} does not exist in DNS; it is a mail host of ${domain}.`, {
    actor: 'receiving admin',
    retry: 'later',
    next: [act.recipient(`Correct the MX record of ${domain}.`)],
  });
