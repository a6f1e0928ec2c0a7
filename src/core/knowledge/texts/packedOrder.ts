import type { Rank } from './replyText.ts';
import { rows } from './rows.ts';
import { inOrder } from './textOrder.ts';

const places = new Map(rows.map((row, place) => [row, place]));

const table = (...ranks: readonly Rank[]): readonly number[] =>
  inOrder(rows.filter(({ rank }) => ranks.includes(rank))).map((row) => places.get(row) as number);

/**
 * The places of the rows in the order in which each table tries them. The build runs this module and puts what it exports
 * in its place; what only this order and the tests ask of a row (`name`, `wins`, `shared`) is left out of the bundles.
 */
export const packedOrder = {
  product: table('product'),
  general: table('phrase', 'policy', 'recipient', 'transport'),
  tool: table('tool', 'system'),
};
