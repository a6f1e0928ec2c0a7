import assert from 'node:assert/strict';
import { nearestWording } from '../../../../src/core/knowledge/nearest/nearestWording.ts';
import { openWordings, type PackedWordings } from '../../../../src/core/knowledge/nearest/wordingIndex.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';

const reasons: readonly ReasonName[] = ['mailbox-full', 'rate-limited', 'blocklisted', 'recipient-unknown'];

const packed: PackedWordings = [
  [0, 'mailbox of the user is full', 'the storage of this mailbox is exhausted'],
  [1, 'hourly quota of messages exhausted for <address>', 'slow down, hourly limit reached'],
  [2, 'your network stands on our list of bad networks', 'address <ip> stands on a list'],
  [3, 'there is nobody called <address> at this house'],
];
const index = openWordings(packed, (place) => reasons[place] as ReasonName);

const near = (text: string, place: number | undefined): void =>
  assert.equal(nearestWording(index, text)?.place, place, text);

describe('the nearest known wording', () => {
  it('is the one with the rarest words in common', () => {
    near('storage exhausted in this mailbox', 0);
    near('we have reached the hourly limit', 1);
    near('nobody at this house', 3);
    assert.equal(
      nearestWording(index, 'nobody at this house')?.wording,
      'there is nobody called <address> at this house',
    );
  });

  it('is none where one word of its own is all that is in common', () => {
    near('storage', undefined);
    near('the storage of tape', undefined);
    near('nothing of all that', undefined);
    near('', undefined);
  });

  it('is none where the other wordings speak for another reason', () => {
    const split = openWordings(
      [
        [0, 'list exhausted quickly'],
        [2, 'list of networks', 'on our list', 'bad list', 'exhausted list', 'this list'],
      ],
      (place) => reasons[place] as ReasonName,
    );
    assert.equal(nearestWording(split, 'exhausted quickly')?.place, 0);
    assert.notEqual(nearestWording(split, 'our bad list exhausted')?.place, 0);
  });

  it('knows the order of words', () => {
    const ordered = openWordings(
      [
        [0, 'sender blocks recipient'],
        [2, 'recipient blocks sender'],
      ],
      (place) => reasons[place] as ReasonName,
    );
    assert.equal(nearestWording(ordered, 'the recipient blocks this sender: recipient blocks sender')?.place, 2);
    assert.equal(nearestWording(ordered, 'sender blocks recipient')?.place, 0);
  });

  it('covers the text as far as its words are the same', () => {
    const cover = (text: string): number => nearestWording(index, text)?.cover ?? 0;
    assert.equal(cover('nobody at this house'), 1);
    assert.ok(cover('nobody at this house answers letters') < 1);
    assert.ok(
      cover('nobody at this house answers letters') > cover('nobody at this house answers letters or parcels ever'),
    );
  });
});
