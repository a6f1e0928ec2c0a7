/** One change of a text: at offset `start`, `removed` characters gave way to `added` others. */
export interface Change {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}
