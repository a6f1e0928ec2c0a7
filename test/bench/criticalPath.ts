import { reversed } from '../../src/checks/answers.ts';
import type { Answer, Question } from '../../src/probes/ports.ts';

/** A question as the port saw it. Times are milliseconds of one clock. */
export interface AskedQuestion {
  readonly question: Question;
  readonly answer: Answer;
  readonly begun: number;
  readonly ended: number;
}

/** A name or an address in the data of records. */
const TOKEN = /[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,20}|[0-9a-f]{1,4}:[0-9a-f:]{3,40}/gi;

/**
 * The longest chain of questions of which each could be asked only when the one before it was answered: its name, or the
 * server that it went to, stands in that answer and in none before it. What needs nothing but the domain stands at the
 * start of a chain, whenever it was asked; so a question that merely waited makes no chain longer.
 */
export function criticalPath(domain: string, asked: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const chains = new Map<string, readonly AskedQuestion[]>();
  const isKnown = (token: string): boolean => token === domain || domain.endsWith(`.${token}`);
  let longest: readonly AskedQuestion[] = [];
  for (const one of [...asked].sort((a, b) => a.ended - b.ended)) {
    const { name, at } = one.question;
    const before = [shortestFor(name.toLowerCase(), chains), at === undefined ? [] : (chains.get(at) ?? [])];
    const chain = [...before.reduce((a, b) => (b.length > a.length ? b : a)), one];
    if (chain.length > longest.length) longest = chain;
    const { records, authority = [], additional = [] } = one.answer;
    for (const record of [...records, ...authority, ...additional]) {
      for (const [found] of record.data.matchAll(TOKEN)) {
        const token = found.toLowerCase();
        if (isKnown(token)) continue;
        const isAddress = /^[\d.]+$|:/.test(token);
        // A reverse name, of a block list too, begins with the address.
        for (const key of isAddress ? [token, `${reversed(token) ?? token}.`] : [token]) {
          const known = chains.get(key);
          if (known === undefined || known.length > chain.length) chains.set(key, chain);
        }
      }
    }
  }
  return longest;
}

/** The chain that leads to a name: by itself, by what stands at its end, or by the address at its start. */
function shortestFor(name: string, chains: ReadonlyMap<string, readonly AskedQuestion[]>): readonly AskedQuestion[] {
  const labels = name.split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const known =
      chains.get(labels.slice(i).join('.')) ?? chains.get(`${labels.slice(0, labels.length - i).join('.')}.`);
    if (known !== undefined) return known;
  }
  return [];
}
