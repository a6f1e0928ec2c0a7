import assert from 'node:assert/strict';
import type { ReplyText } from '../../../../src/core/knowledge/texts/replyText.ts';
import { type SpeakerName, speakers } from '../../../../src/core/knowledge/texts/speakers.ts';
import { allTexts, findText } from '../../../../src/core/knowledge/texts.ts';
import { type ReplySample, replyFacts, serverSamples } from '../../../support/replySamples.ts';

const spoken = allTexts.filter(({ speaker }) => speaker !== undefined);
const byName = new Map(allTexts.map((row) => [row.name, row]));
const samplesOf = (name: string): readonly ReplySample[] => serverSamples.filter(({ expected }) => expected === name);

/** All that a row tells people. */
const told = ({ meaning, next = [] }: ReplyText): string => [meaning, ...next.map(({ text }) => text)].join(' ');

/** The speakers that a sentence names. */
const namedIn = (sentence: string): readonly SpeakerName[] =>
  (Object.keys(speakers) as SpeakerName[]).filter((name) => speakers[name].names.test(sentence));

const fits = (row: ReplyText, sample: string): boolean => {
  const { text: words, ...codes } = replyFacts(sample);
  return findText([row], { ...codes, words }) !== undefined;
};

describe('speakers', () => {
  it('are named only by rows whose texts show them', () => {
    for (const row of allTexts) {
      for (const name of namedIn(row.meaning)) {
        assert.notEqual(row.mark, 'none', `${row.name} names ${name}`);
        // What a speaker's own code stands for, such as a list that it asks, the speaker's page tells.
        if (row.speaker !== undefined) continue;
        for (const { text } of samplesOf(row.name))
          assert.match(text, speakers[name].mark, `${row.name} names ${name}`);
      }
    }
  });

  it('are not taken for one another', () => {
    for (const { text, expected } of serverSamples) {
      const own = byName.get(expected)?.speaker;
      for (const row of spoken) {
        if (row.speaker === own || row.mark === 'none' || !fits(row, text)) continue;
        assert.ok(row.shared !== undefined, `${row.name} fits what ${own ?? 'another server'} says: ${text}`);
      }
    }
  });

  it('say why where replies of others fit their rows, and only there', () => {
    for (const row of spoken.filter(({ shared }) => shared !== undefined)) {
      const foreign = serverSamples.filter(
        ({ text, expected }) => byName.get(expected)?.speaker !== row.speaker && fits(row, text),
      );
      assert.ok(foreign.length > 0, row.name);
    }
  });

  it('each have rows', () => {
    const used = new Set(spoken.map(({ speaker }) => speaker));
    for (const name of Object.keys(speakers) as SpeakerName[]) {
      const named = allTexts.some((row) => namedIn(told(row)).includes(name));
      assert.ok(used.has(name) || named, name);
    }
  });

  it('are not shown by the address of a person', () => {
    for (const [name, { mark }] of Object.entries(speakers)) {
      for (const address of ['<bob@gmail.com>', '<bob@yahoo.com>', '<bob@gmx.de>', '<bob@qq.com>', '<bob@zoho.com>']) {
        assert.doesNotMatch(`550 5.1.1 ${address}: Recipient address rejected`, mark, name);
      }
    }
  });
});
