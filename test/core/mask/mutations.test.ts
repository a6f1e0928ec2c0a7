import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import type { MaskChoice } from '../../../src/core/mask/maskChoice.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { everything, masked, secretsOnly, shape } from './masked.ts';
import { mutate, randomOf } from './mutations.ts';

/** How many mutated texts are masked; MASK_TEXTS=10000 takes minutes. */
const COUNT = Number(process.env.MASK_TEXTS ?? 120);
const SEED = Number(process.env.MASK_SEED ?? 9);

const files = globSync('test/corpus/{transcripts/*/*.txt,mail/*.eml,dns/*.txt}').sort();
const texts = files.map((file) => readFileSync(file, 'utf8'));
const choices: readonly MaskChoice[] = [everything, secretsOnly, { ...everything, hosts: false, names: false }];

describe('the recorded tickets, changed by chance', () => {
  it(`are read as before when they are masked, and are masked once: ${COUNT} of them`, function () {
    this.timeout(60_000 + COUNT * 1000);
    const random = randomOf(SEED);
    const otherwise: string[] = [];
    for (let count = 0; count < COUNT; count++) {
      const which = Math.floor(random() * files.length);
      const start: Start = files[which]?.endsWith('.eml') === true ? 'message' : 'anywhere';
      const text = mutate(texts[which] as string, texts, random);
      const choice = choices[count % choices.length] as MaskChoice;
      const once = masked(text, choice, start);
      const where = `${count}: ${files[which]}`;
      assert.equal(masked(once, choice, start), once, where);
      assert.equal(once.split(/\r\n|\r|\n/).length, text.split(/\r\n|\r|\n/).length, where);
      if (shape(once, start) !== shape(text, start)) otherwise.push(where);
    }
    // 99.95 %
    assert.ok(otherwise.length <= COUNT / 2000, `read otherwise:\n${otherwise.join('\n')}`);
  });
});
