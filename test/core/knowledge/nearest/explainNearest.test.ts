import assert from 'node:assert/strict';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { toldMeaning } from '../../../../src/core/knowledge/explanation.ts';
import { explainNearest } from '../../../../src/core/knowledge/nearest/explainNearest.ts';
import { packedWordings } from '../../../../src/core/knowledge/nearest/packedWordings.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';
import { allTexts } from '../../../../src/core/knowledge/texts.ts';
import { serverSamples } from '../../../support/replySamples.ts';

/** `reason confidence` of words behind an enhanced code that names a reason. */
function told(words: string, expected: ReasonName | undefined, wanted: string): void {
  const found = explainNearest(words, expected);
  assert.equal(found === undefined ? 'nothing' : `${found.meaning.reason} ${found.confidence}`, wanted, words);
}

describe('words that no row fits', () => {
  it('get the reason of the nearest known wording, never as certain', () => {
    told('we have no mailbox here by that name', undefined, 'recipient-unknown medium');
    told('we have no mailbox here by that name, says the house at the corner', undefined, 'recipient-unknown low');
    told('the house at the corner is green', undefined, 'nothing');
  });

  it('get it more easily where the enhanced code says the same, and not where it says another', () => {
    told('virus signature seen in letters', undefined, 'nothing');
    told('virus signature seen in letters', 'virus-found', 'virus-found medium');
    told('we have no mailbox here by that name', 'recipient-moved', 'nothing');
  });

  it('are said to be not known first, with the wording beside them', () => {
    const lines = serverSamples.map(({ text }) => `550 ${text.split(' ').reverse().join(' ')}`);
    const found = lines.map((line) => explainText(line)?.explanation).filter((one) => one?.basis === 'nearest');
    assert.ok(found.length > 0);
    for (const one of found) {
      if (one === undefined) continue;
      assert.ok(one.unknownWords);
      assert.notEqual(one.confidence, 'high');
      assert.ok(toldMeaning(one).startsWith('These words are not known here; the nearest known wording is “'));
      assert.ok(toldMeaning(one).includes(`“${one.nearest}”: `));
    }
  });

  it('are compared with wordings of rows that explain a refusal by a server', () => {
    for (const [place] of packedWordings) {
      const { rank, reason } = allTexts[place] ?? assert.fail();
      assert.ok(rank !== 'tool' && rank !== 'system' && reason !== 'accepted', reason);
    }
    assert.ok(packedWordings.length > 400);
  });

  it('find the reason of nearly every known wording by that wording', () => {
    const own = packedWordings.flatMap(([place, ...wordings]) => wordings.map((wording) => ({ place, wording })));
    const right = own.filter(({ place, wording }) => {
      const found = explainNearest(wording, undefined);
      return found === undefined || found.meaning.reason === allTexts[place]?.reason;
    });
    assert.ok(right.length > 0.98 * own.length, `${right.length} of ${own.length}`);
  });
});
