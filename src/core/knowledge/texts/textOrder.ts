import { type ReplyText, ranks } from './replyText.ts';

/**
 * Rows of a table in the order in which they are tried: by what each states of itself (`wins`, `vague`, rank), and
 * where nothing is stated by name, so that it never depends on the order of files and rows.
 */
export function inOrder(rows: readonly ReplyText[]): readonly ReplyText[] {
  const sorted = [...rows].sort(compare);
  const winners = new Map<string, ReplyText[]>();
  for (const row of sorted) {
    for (const loser of row.wins ?? []) winners.set(loser, [...(winners.get(loser) ?? []), row]);
  }
  const placed = new Set<ReplyText>();
  const ordered: ReplyText[] = [];
  const place = (row: ReplyText): void => {
    if (placed.has(row)) return;
    placed.add(row);
    for (const winner of winners.get(row.name) ?? []) place(winner);
    ordered.push(row);
  };
  sorted.forEach(place);
  return ordered;
}

/** What vagueness and rank alone say of two rows: negative where the first one wins. */
export const byRank = (one: ReplyText, other: ReplyText): number => weight(one) - weight(other);

const weight = ({ vague, rank }: ReplyText): number => (vague ? ranks.length : 0) + ranks.indexOf(rank);

const compare = (one: ReplyText, other: ReplyText): number => byRank(one, other) || (one.name < other.name ? -1 : 1);
