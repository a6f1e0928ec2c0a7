import type { SpfTerm } from '../../core/dns/records/recordText.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { CancelSignal, Resolve } from '../../probes/ports.ts';
import { isAnswered, textsOf } from '../answers.ts';
import { Client, isBelow, isQuestionable } from './client.ts';
import { expandMacros, type MacroValues, shortened } from './macros.ts';
import { bitsOf, isInside } from './network.ts';
import { isLookup, prefixesOf, publishedIn } from './record.ts';
import { type SpfTrouble, Stop } from './trouble.ts';

/** RFC 7208 2.6 */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export interface SpfQuestion {
  /** The address of the client. */
  readonly ip: string;
  /** MAIL FROM; empty for the null reverse-path, when HELO is checked (RFC 7208 2.4). */
  readonly sender: string;
  readonly helo: string;
}

/** One term that was looked at. */
export interface SpfStep {
  /** The domain whose record holds it. */
  readonly domain: string;
  /** As it is written. */
  readonly term: string;
  readonly outcome: 'match' | 'no-match' | 'error';
  /** How many includes and redirects lead there, from 0. */
  readonly depth: number;
}

export interface SpfEvaluation {
  readonly result: SpfResult;
  /** The domain whose record was asked for. */
  readonly domain: string;
  /** The terms in the order in which they were looked at; the last of depth 0 decided. */
  readonly steps: readonly SpfStep[];
  /** Terms that asked the DNS, of ten (RFC 7208 4.6.4). */
  readonly lookups: number;
  /** Of their questions, those that found nothing, of two. */
  readonly voids: number;
  readonly trouble?: SpfTrouble;
  /** What the domain says to those who are refused (RFC 7208 6.2), in ASCII. */
  readonly explanation?: string;
}

const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;

/** What a receiver gets for a client (RFC 7208 4, check_host). */
export async function evaluateSpf(
  question: SpfQuestion,
  resolve: Resolve,
  signal: CancelSignal,
): Promise<SpfEvaluation> {
  const helo = withoutDot(question.helo);
  const sender = question.sender === '' ? `postmaster@${helo}` : question.sender;
  const at = sender.lastIndexOf('@');
  const domain = withoutDot(sender.slice(at + 1));
  const check = new Check(question.ip, at > 0 ? sender : `postmaster@${domain}`, helo, resolve, signal);
  const end = await check.run(domain);
  return {
    ...end,
    domain,
    steps: check.steps,
    lookups: check.lookups,
    voids: check.client.voids,
    ...(end.result === 'fail' && check.explanation !== undefined && { explanation: check.explanation }),
  };
}

const RESULTS = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;

class Check {
  readonly steps: SpfStep[] = [];
  lookups = 0;
  explanation: string | undefined;
  readonly client: Client;
  readonly #sender: string;
  readonly #helo: string;
  readonly #resolve: Resolve;
  readonly #signal: CancelSignal;

  constructor(ip: string, sender: string, helo: string, resolve: Resolve, signal: CancelSignal) {
    this.client = new Client(ip, resolve, signal, MOST_VOIDS);
    this.#sender = sender;
    this.#helo = helo;
    this.#resolve = resolve;
    this.#signal = signal;
  }

  async run(domain: string): Promise<{ readonly result: SpfResult; readonly trouble?: SpfTrouble }> {
    try {
      return { result: await this.#host(domain, 0) };
    } catch (error) {
      if (error instanceof Stop) return { result: error.result, trouble: error.trouble };
      throw error;
    }
  }

  async #host(domain: string, depth: number): Promise<SpfResult> {
    if (!isQuestionable(domain)) return 'none';
    const published = publishedIn(await this.#resolve({ name: domain, type: 'TXT' }, this.#signal));
    if (published.kind === 'unanswered') throw new Stop({ kind: 'unanswered', name: domain, type: 'TXT' });
    if (published.kind === 'none') return 'none';
    if (published.kind === 'several') throw new Stop({ kind: 'several', domain });
    if (published.broken !== undefined) throw new Stop({ kind: 'record', domain });
    const { record, text } = published;
    for (const term of record.terms) {
      if (term.kind !== 'mechanism') continue;
      if (!(await this.#step(term, text, domain, depth))) continue;
      const result = RESULTS[term.qualifier ?? '+'];
      const exp = modifier(record.terms, 'exp');
      if (result === 'fail' && exp !== undefined) this.explanation = await this.#explain(exp.value as string, domain);
      return result;
    }
    const redirect = modifier(record.terms, 'redirect');
    return redirect === undefined ? 'neutral' : this.#redirect(redirect, text, domain, depth);
  }

  async #redirect(redirect: SpfTerm, text: string, domain: string, depth: number): Promise<SpfResult> {
    this.#count(redirect);
    const target = await this.#target(redirect.value as string, domain);
    this.steps.push({ domain, term: text.slice(redirect.start, redirect.end), depth, outcome: 'match' });
    const result = await this.#host(target, depth + 1);
    // RFC 7208 6.1: a redirect to a domain without a record is an error.
    if (result === 'none') throw new Stop({ kind: 'no-record', domain: target });
    return result;
  }

  async #step(term: SpfTerm, text: string, domain: string, depth: number): Promise<boolean> {
    const step = { domain, term: text.slice(term.start, term.end), depth };
    try {
      this.#count(term);
      const matches = await this.#matches(term, text, domain, depth);
      this.steps.push({ ...step, outcome: matches ? 'match' : 'no-match' });
      return matches;
    } catch (error) {
      this.steps.push({ ...step, outcome: 'error' });
      throw error;
    }
  }

  async #matches(term: SpfTerm, text: string, domain: string, depth: number): Promise<boolean> {
    const { client } = this;
    const { four, six } = prefixesOf(text, term);
    const isHere = (address: string): boolean => {
      const bits = bitsOf(address);
      if (bits === undefined || client.bits === undefined) return false;
      return isInside(client.bits, bits, bits.version === 4 ? four : six);
    };
    if (term.name === 'all') return true;
    if (term.name === 'ip4' || term.name === 'ip6') return isHere(term.value as string);
    const target = await this.#target(term.value ?? '', domain);
    switch (term.name) {
      case 'include':
        return this.#include(target, depth);
      case 'a':
        return (await client.addresses(target)).some(isHere);
      case 'mx':
        for (const host of await client.exchangers(target)) {
          if ((await client.addresses(host, false)).some(isHere)) return true;
        }
        return false;
      case 'exists':
        return (await client.find(target, 'A')).length > 0;
      default:
        return (await client.names(true)).some((name) => isBelow(name, target));
    }
  }

  #count(term: SpfTerm): void {
    if (isLookup(term) && ++this.lookups > MOST_LOOKUPS) throw new Stop({ kind: 'lookups', limit: MOST_LOOKUPS });
  }

  async #include(target: string, depth: number): Promise<boolean> {
    const { explanation } = this;
    const result = await this.#host(target, depth + 1);
    this.explanation = explanation;
    // RFC 7208 5.2
    if (result === 'none') throw new Stop({ kind: 'no-record', domain: target });
    return result === 'pass';
  }

  async #target(spec: string, domain: string): Promise<string> {
    return spec === '' ? domain : shortened(await expandMacros(spec, this.#values(domain)));
  }

  #values(domain: string): MacroValues {
    return {
      ip: this.client.ip,
      sender: this.#sender,
      helo: this.#helo,
      domain,
      validated: async () => {
        const names = await this.client.names(false);
        const own = names.find((name) => name.toLowerCase() === domain.toLowerCase());
        return own ?? names.find((name) => isBelow(name, domain)) ?? names[0] ?? 'unknown';
      },
    };
  }

  /** RFC 7208 6.2: nothing where it cannot be fetched; it changes no result. */
  async #explain(spec: string, domain: string): Promise<string | undefined> {
    const target = await this.#target(spec, domain);
    if (!isQuestionable(target)) return undefined;
    const answer = await this.#resolve({ name: target, type: 'TXT' }, this.#signal);
    const [text, ...more] = isAnswered(answer) ? textsOf(answer) : [];
    if (text === undefined || more.length > 0 || !/^[\x20-\x7e]*$/.test(text) || NO_MACRO.test(text)) return undefined;
    return expandMacros(text, this.#values(domain));
  }
}

/** A percent sign that begins no macro of an explanation (RFC 7208 7.1, 7.2). */
const NO_MACRO = /%(?!\{[slodiphvcrt]\d{0,3}r?[.\-+,/_=]{0,20}\}|[%_-])/i;

const modifier = (terms: readonly SpfTerm[], name: 'exp' | 'redirect'): SpfTerm | undefined =>
  terms.find((term) => term.name === name);
