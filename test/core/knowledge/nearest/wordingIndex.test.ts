import assert from 'node:assert/strict';
import { comparedWords } from '../../../../src/core/knowledge/nearest/wording.ts';
import { featuresIn, openWordings } from '../../../../src/core/knowledge/nearest/wordingIndex.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';

const reasons: readonly ReasonName[] = ['mailbox-full', 'blocklisted', 'mailbox-full'];
const index = openWordings(
  [
    [0, 'storage exhausted today', 'storage gone'],
    [1, 'network stands here'],
    [2, 'drawer exhausted'],
  ],
  (place) => reasons[place] as ReasonName,
);
const feature = (word: string) => {
  const at = index.words.get(comparedWords(word)[0] ?? '');
  return at === undefined ? undefined : index.features[at];
};
const found = (...text: readonly string[]): number => featuresIn(index, comparedWords(text.join(' '))).size;

describe('known wordings by their words', () => {
  it('have each word and each two in a row once', () => {
    assert.equal(index.words.size, new Set([...index.words.values()]).size);
    assert.deepEqual(feature('storage')?.wordings, [0, 1]);
    assert.deepEqual(feature('exhausted')?.wordings, [0, 3]);
    assert.deepEqual(feature('gone')?.wordings, [1]);
    assert.equal(feature('unheard'), undefined);
    assert.equal(index.features.length, index.words.size + index.pairs.size);
    assert.equal(index.near.length, 4);
  });

  it('find in a text the words, and the pairs that stand together in it', () => {
    assert.equal(found('storage'), 1);
    assert.equal(found('storage', 'storage'), 1);
    assert.equal(found('storage', 'exhausted'), 3);
    assert.equal(found('exhausted', 'storage'), 2);
    assert.equal(found('storage', 'unheard', 'exhausted'), 2);
    assert.equal(found('unheard'), 0);
  });

  it('have one reason under several rows', () => {
    assert.deepEqual(
      index.known.map(({ place, reason }) => [place, reason]),
      [
        [0, 0],
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    );
    assert.deepEqual(index.known.map(({ wording }) => wording)[2], 'network stands here');
    const [full = 0, listed = 0] = index.likely;
    assert.ok(full > listed && full < 0);
    const [unseen = 0, seldom = 0] = index.unseen;
    assert.ok(unseen < seldom && seldom < 0);
    assert.equal(index.likely.length, 2);
  });

  it('weigh rare words more than those of many wordings, and a pair less than a word in likeness', () => {
    const [often, once] = [feature('storage'), feature('gone')];
    assert.ok(often !== undefined && once !== undefined);
    assert.ok(once.rarity > often.rarity && index.rarest > once.rarity && once.alike > often.alike);
    const pair = index.features.find(({ wordings, alike }) => wordings.join() === '1' && alike < once.alike);
    assert.ok(pair !== undefined && pair.rarity === once.rarity);
    assert.deepEqual(
      often.votes.map(([reason]) => reason),
      [0],
    );
    assert.ok((often.votes[0]?.[1] ?? 0) > 0);
    const [longer, shorter] = index.known;
    assert.ok((longer?.length ?? 0) > (shorter?.length ?? 0));
  });
});
