import { byRecord, canBeAsked, isTold, ownAnswers, type Told, told } from '../dns/told.ts';
import type { Ticket } from './ticket.ts';

/** What a ticket says that DNS answered of a domain and of names below it, each question once, as it is said last. */
export function toldAnswers(ticket: Ticket, domain: string): readonly Told[] {
  const found = new Map<string, Told>();
  const add = (one: Told): void => {
    if (canBeAsked(one.type) && isWithin(one.name, domain)) found.set(`${one.type} ${one.name.toLowerCase()}`, one);
  };
  for (const block of ticket.blocks) {
    if (block.kind !== 'lookup') continue;
    for (const query of block.queries) {
      if (canBeAsked(query.type)) {
        if (isTold(query)) add(told(query.name, query.type, ownAnswers(query)));
        continue;
      }
      for (const answers of byRecord(query.answers).values()) {
        const [first] = answers;
        if (first?.type !== undefined) add(told(first.name, first.type, answers));
      }
    }
  }
  return [...found.values()];
}

function isWithin(name: string, domain: string): boolean {
  const [below, above] = [name.toLowerCase(), domain.toLowerCase()];
  return below === above || below.endsWith(`.${above}`);
}
