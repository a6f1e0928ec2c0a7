import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { type Damage, damages, surroundings } from '../../../support/headerDamage.ts';

/** What must be told whatever was done to a header: its hops with ids and times, its own id and date. */
const told = ({ fields, hops }: Message): string =>
  JSON.stringify([
    hops.map(({ from, by, with: protocol, id, date }) => [from, by, protocol?.replace(/\s+/g, ' '), id, date?.epoch]),
    ['message-id', 'date'].map((name) =>
      fields.find((field) => field.name.toLowerCase() === name)?.value.replace(/[\s\u00a0\u200b-\u200f]+/g, ''),
    ),
  ]);

const headers = globSync('test/corpus/mail/*.eml')
  .sort()
  .map((file) => {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const header = text.slice(0, text.indexOf('\n\n'));
    const [message] = readTicket(`${header}\n`, 'message').blocks;
    assert.ok(message?.kind === 'message', file);
    return { header, told: told(message) };
  });

function tells(damaged: string, start: Start): string | undefined {
  const messages = readTicket(`${damaged}\n`, start).blocks.filter((block) => block.kind === 'message');
  return messages.length === 1 ? told(messages[0] as Message) : undefined;
}

/** Holds at least 99 of 100 headers, damaged, to what they tell undamaged. */
function survives(kinds: Iterable<readonly [name: string, damage: Damage]>, starts: readonly Start[]): void {
  const lost: string[] = [];
  for (const [name, damage] of kinds) {
    for (const start of starts) {
      const right = headers.filter((one) => tells(damage(one.header), start) === one.told).length;
      if (right / headers.length < 0.99) lost.push(`${name}, ${start}: ${right} of ${headers.length}`);
    }
  }
  assert.deepEqual(lost, []);
}

describe('a damaged header tells what it told', () => {
  it('has headers to be held against', () => assert.ok(headers.length > 30));
  it('in a ticket', () => survives(damages, ['anywhere'])).timeout(60_000);
  it('in a file of mail', () => survives(damages, ['message'])).timeout(60_000);
  it('whatever stands around it', () => survives(surroundings, ['anywhere', 'message'])).timeout(60_000);
});
