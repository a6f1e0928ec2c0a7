import assert from 'node:assert/strict';
import type { Log } from '../../../src/core/log/log.ts';
import {
  hasClosedReports,
  openedOf,
  type ReportOpener,
  withOpenedReports,
} from '../../../src/core/ticket/openedReports.ts';
import type { Block, Ticket } from '../../../src/core/ticket/ticket.ts';

const ticketOf = (...blocks: readonly object[]): Ticket =>
  ({ text: 'text', start: 'anywhere', blocks: blocks as readonly Block[] }) as unknown as Ticket;
const message = (aggregate?: object): object => ({ kind: 'message', ...(aggregate && { aggregate }) });
const log = (format: string): object => ({ kind: 'log', format });

const opened = { digests: [], problems: ['mine'] };
const open: ReportOpener = (text) => {
  assert.equal(text, 'text');
  return opened;
};

describe('the reports that a ticket carries', () => {
  it('are closed until somebody opens them', () => {
    for (const [block, closed] of [
      [message({ name: 'x' }), true],
      [message({ name: 'x', opened }), false],
      [message(), false],
      [log('dmarc-report'), true],
      [log('tls-report'), true],
      [log('postfix'), false],
      [{ kind: 'log', format: 'tls-report', opened }, false],
      [{ kind: 'prose', aggregate: {} }, false],
    ] as const) {
      assert.equal(hasClosedReports(ticketOf(block)), closed, JSON.stringify(block));
      assert.equal(hasClosedReports(ticketOf({ kind: 'prose' }, block)), closed);
    }
    assert.equal(hasClosedReports(ticketOf()), false);
  });

  it('are opened, and nothing else is touched', () => {
    const plain = ticketOf(message(), log('postfix'), { kind: 'prose' });
    assert.equal(withOpenedReports(plain, open), plain);
    const ticket = ticketOf(message({ name: 'x' }), log('dmarc-report'), message());
    const now = withOpenedReports(ticket, open);
    assert.deepEqual(now.blocks, [
      { kind: 'message', aggregate: { name: 'x', opened } },
      { kind: 'log', format: 'dmarc-report', opened },
      { kind: 'message' },
    ]);
    assert.equal(now.text, 'text');
    assert.equal(now.blocks[2], ticket.blocks[2]);
    assert.equal(hasClosedReports(now), false);
    assert.equal(openedOf(now.blocks[1] as Log), opened);
    assert.equal(openedOf(log('dmarc-report') as Log), undefined);
  });

  it('are opened in twenty messages, and it is said of the others that they were not', () => {
    const many = Array.from({ length: 22 }, () => message({}));
    let asked = 0;
    const now = withOpenedReports(ticketOf(...many, log('tls-report')), () => {
      asked++;
      return opened;
    });
    assert.equal(asked, 21);
    const problems = now.blocks.map(
      (block) => (block.kind === 'message' ? block.aggregate?.opened : openedOf(block as Log))?.problems[0],
    );
    assert.deepEqual(problems.slice(0, 20), Array(20).fill('mine'));
    assert.match(`${problems[20]}`, /^It was not opened, because the reports of 20 messages /);
    assert.equal(problems[21], problems[20]);
    assert.equal(problems[22], 'mine');
  });
});
