import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { readConversation } from '../../../src/core/smtp/readConversations.ts';
import { mayHold } from '../../../src/core/ticket/placed.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { verdictsOfConversation } from '../../../src/core/verdict/conversationVerdicts.ts';
import { diagnosticExamples } from '../problems/examples.ts';

const texts = [
  ...Object.values(diagnosticExamples).map(({ text }) => text),
  ...globSync(['samples/*.{txt,eml}', 'test/corpus/**/*.{txt,eml,log}']).map((file) => readFileSync(file, 'utf8')),
];

describe('a conversation that was not read', () => {
  const read = texts.flatMap((text) => {
    const { lines, blocks } = readTicket(text);
    return blocks.flatMap((block) => {
      if (block.kind !== 'conversation') return [];
      const found = readConversation(lines, lines.lineOf(block.start), lines.count);
      return found === undefined ? [] : { text, lines, block, conversation: found.conversation };
    });
  });

  it('knows whether a tool spoke in it', () => {
    for (const { block, conversation } of read) {
      assert.equal(mayHold(block, 'notes'), conversation.notes.length > 0);
      assert.deepEqual(block.notes, conversation.notes);
    }
  });

  it('knows whether a message or an answer of a login stands in it', () => {
    for (const { block, conversation } of read) {
      const bodies = conversation.events.some(({ kind }) => kind === 'data' || kind === 'auth');
      assert.equal(mayHold(block, 'bodies'), bodies);
    }
  });

  it('knows where nothing can be said of what happened', () => {
    const silent = read.filter(({ block }) => !mayHold(block, 'outcomes') && !mayHold(block, 'notes'));
    assert.ok(silent.length > 0 && silent.length < read.length);
    for (const { text, lines, conversation } of silent) {
      assert.deepEqual(verdictsOfConversation(text, lines, conversation), []);
    }
  });
});
