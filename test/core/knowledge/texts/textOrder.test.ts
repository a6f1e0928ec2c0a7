import assert from 'node:assert/strict';
import type { ReplyText } from '../../../../src/core/knowledge/texts/replyText.ts';
import { byRank, inOrder } from '../../../../src/core/knowledge/texts/textOrder.ts';
import { findText, generalTexts, productTexts, toolTexts } from '../../../../src/core/knowledge/texts.ts';
import { replyFacts, replySamples } from '../../../support/replySamples.ts';

const tables: readonly (readonly ReplyText[])[] = [productTexts, generalTexts, toolTexts];
const rows = tables.flat();

/** The rows in another order; the same for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const keyed = list.map((one) => {
    state = (state * 48_271) % 2_147_483_647;
    return { one, state };
  });
  return keyed.sort((a, b) => a.state - b.state).map(({ one }) => one);
}

const byName = new Map(rows.map((row) => [row.name, row]));

/** Whether a row states that it wins over another one, or wins over one that does. */
function outranks(winner: ReplyText, loser: ReplyText, seen = new Set<string>()): boolean {
  return (winner.wins ?? []).some((name) => {
    if (name === loser.name) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return outranks(byName.get(name) as ReplyText, loser, seen);
  });
}

const decided = (winner: ReplyText, loser: ReplyText): boolean =>
  byRank(winner, loser) < 0 || (byRank(winner, loser) === 0 && outranks(winner, loser));

/** A row of these tests: its names are none of the real ones. */
type Change = Partial<Omit<ReplyText, 'wins'>> & { readonly wins?: readonly string[] };
const row = (name: string, change: Change = {}): ReplyText => ({
  name,
  rank: 'transport',
  pattern: /x/,
  reason: 'unknown',
  meaning: 'X.',
  source: 'RFC 5321',
  ...(change as Partial<ReplyText>),
});

const order = (...some: readonly ReplyText[]): string =>
  inOrder(some)
    .map(({ name }) => name)
    .join(' ');

describe('the order of texts', () => {
  it('is by rank, then by what a row says that it wins over, then by name', () => {
    assert.equal(order(row('b'), row('a', { rank: 'policy' }), row('c', { rank: 'product' })), 'c a b');
    assert.equal(order(row('a'), row('b'), row('c', { wins: ['a'] })), 'c a b');
    assert.equal(order(row('a'), row('b', { wins: ['a'] }), row('c', { wins: ['b'] })), 'c b a');
    assert.equal(order(row('a', { vague: true, rank: 'policy' }), row('b')), 'b a');
  });

  it('does not depend on the order of files and rows', () => {
    for (const table of tables) {
      const meant = table.map(({ name }) => name);
      for (const seed of [1, 22, 333, 4444, 55_555]) {
        assert.deepEqual(
          inOrder(shuffled(table, seed)).map(({ name }) => name),
          meant,
        );
      }
    }
  });

  it('keeps what rows state', () => {
    for (const table of tables) {
      const at = new Map(table.map(({ name }, place) => [name, place]));
      for (const { name, wins = [], ...rest } of table) {
        for (const loser of wins) {
          assert.ok(at.has(loser), `${name} wins ${loser}, which is in no row of its table`);
          assert.ok((at.get(name) as number) < (at.get(loser) as number), `${name} wins ${loser}`);
          assert.equal(byRank({ name, ...rest }, byName.get(loser) as ReplyText), 0, `${name} wins ${loser} by rank`);
        }
      }
    }
  });

  it('is stated wherever two rows fit a sample', () => {
    const open = new Set<string>();
    for (const { text } of replySamples) {
      const { text: words, ...codes } = replyFacts(text);
      for (const table of tables) {
        const fit = table.filter((one) => findText([one], { ...codes, words }) !== undefined);
        fit.forEach((winner, place) => {
          for (const loser of fit.slice(place + 1)) {
            if (!decided(winner, loser)) open.add(`${winner.name} before ${loser.name}: ${text}`);
          }
        });
      }
    }
    assert.deepEqual([...open], []);
  });
});
