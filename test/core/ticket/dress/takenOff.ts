import assert from 'node:assert/strict';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { Layer } from '../../../../src/core/ticket/dress/layer.ts';

/** What a layer leaves of each text, with the line behind the last one that it read; undefined where it sees no dress. */
export function takenOff(
  layer: Layer,
  rows: readonly (readonly [text: string, endLine?: number, without?: string])[],
): void {
  for (const [text, endLine, without] of rows) {
    const cover = layer(new Lines(text));
    assert.equal(cover?.text, without, text);
    assert.equal(cover?.endLine, endLine, text);
  }
}
