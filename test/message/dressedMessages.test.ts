import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Abilities } from '../../src/core/features/abilities.ts';
import { language } from '../../src/core/features/language.ts';
import type { Message } from '../../src/core/mail/message.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Start } from '../../src/core/ticket/ticket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import { messageAt } from '../../src/message/messageBytes.ts';
import { decodeMessage } from '../../src/message/preview/decodeMessage.ts';
import { previewMessage } from '../../src/message/preview/previewMessage.ts';
import { type Damage, damages, surroundings } from '../support/headerDamage.ts';

const headers = globSync('test/corpus/mail/*.eml')
  .sort()
  .map((file) => {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    return text.slice(0, text.indexOf('\n\n'));
  });

/** One of every so many, so that the test stays quick. */
const oneOf = (step: number): readonly string[] => headers.filter((_, i) => i % step === 0);

const bare = (text: string): string => text.replace(/\s+/g, '');

const CHECKED = /^(?:dkim-signature|arc-.*|from|authentication-results|message-id|return-path)$/i;

/** What verification works with: hops, signatures and addresses of the message's own bytes. */
function verified(text: string, start: Start): unknown {
  const line = text.slice(0, Math.max(0, text.search(/Received/i))).split('\n').length - 1;
  const message = messageAt({ bytes: Buffer.from(text), line, start, from: 'editor' })?.message;
  return [
    message?.hops.map(({ from, by, id, date }) => [from, by, id, date?.epoch]),
    message?.fields
      .filter(({ name }) => CHECKED.test(name))
      .map(({ name, value }) => `${name.toLowerCase()} ${bare(value)}`)
      .sort(),
  ];
}

async function previewed(text: string, start: Start): Promise<unknown> {
  const found = await previewMessage({ bytes: Buffer.from(text), line: 0, start, from: 'editor' }, decodeMessage);
  if (found.kind !== 'preview') return found.kind;
  const { subject, date, fields } = found.preview;
  return [bare(subject), date, fields.map(({ name, value }) => [name, bare(value)])];
}

const EVERYTHING = { commands: true, markdown: true } as unknown as Abilities;
const HOVERED = /^(?:received|from|subject|date|dkim-signature|message-id|authentication-results)$/i;

/** Which names of fields have no colour, what is told at them, and how many rows the timeline has. */
function shown(text: string, start: Start): unknown {
  const ticket = readTicket(text, start);
  const message = ticket.blocks.find((block): block is Message => block.kind === 'message');
  if (message === undefined) return undefined;
  const document = TextDocument.create('file:///ticket.txt', 'smtp-transcript', 1, text);
  const coloured = new Set<string>();
  const { data } = language.semanticTokens(document, ticket);
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(i, i + 3);
    [line, character] = [line + lines, lines === 0 ? character + characters : characters];
    const at = document.offsetAt({ line, character });
    coloured.add(text.slice(at, at + length));
  }
  const told = message.fields
    .filter(({ name }) => HOVERED.test(name))
    .map(({ name, nameSpan }) => {
      const hover = language.hover(document, ticket, document.positionAt(nameSpan.start + 1), EVERYTHING);
      return `${name.toLowerCase()} ${JSON.stringify(hover?.contents).slice(0, 80)}`;
    });
  return [
    message.fields.filter(({ name }) => !coloured.has(name)).map(({ name }) => name),
    told.sort(),
    timelineOf(ticket, { offset: message.start })?.rows.length,
  ];
}

async function survives(
  list: readonly string[],
  tell: (text: string, start: Start) => unknown,
  starts: readonly Start[],
): Promise<void> {
  const kinds: readonly (readonly [string, Damage])[] = [...damages, ...surroundings];
  for (const header of list) {
    const whole = await tell(`${header}\n`, 'message');
    for (const [name, damage] of kinds)
      for (const start of starts)
        assert.deepEqual(await tell(`${damage(header)}\n`, start), whole, `${name}, ${start}`);
  }
}

describe('a header in any dress, with a sentence before it or without', () => {
  it('is verified like the message that it was', () => survives(oneOf(6), verified, ['anywhere', 'message']));
  it('is previewed like it', () => survives(oneOf(20), previewed, ['anywhere']));
  it('has the same colours, hovers and hops', () => survives(oneOf(9), shown, ['anywhere', 'message']));
}).timeout(60_000);

describe('the bytes of a message that a document holds', () => {
  const HEADER = 'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\n\n';

  it('are as they stand where nothing was done to them, unseen characters in the body too', () => {
    const text = `${HEADER}A\u00a0word\u200b.\n`;
    const raw = messageAt({ bytes: Buffer.from(text), line: 0, start: 'message', from: 'file' });
    assert.equal(Buffer.from(raw?.text ?? '', 'latin1').toString(), text);
  });

  it('keep the body behind a header whose folding was lost', () => {
    const text = `Received: from a.test (a.test [192.0.2.1])\nby b.test; Fri, 20 Nov 2026 10:00:00 +0000\n${HEADER.slice(HEADER.indexOf('From'))}Hello.\n`;
    const raw = messageAt({ bytes: Buffer.from(text), line: 0, start: 'message', from: 'file' });
    assert.equal(
      raw?.text,
      'Received: from a.test (a.test [192.0.2.1])\n by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\n\nHello.\n',
    );
  });
});
