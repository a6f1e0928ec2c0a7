import assert from 'node:assert/strict';
import { describeBlock } from '../../../src/core/report/describeBlock.ts';
import { piecesJson, piecesLines } from '../../../src/core/report/piecesReport.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { Pieces, type PiecesFindings } from '../../../src/core/verdict/pieces.ts';

const line = (i: number, rest: string): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: 4C1D522800${i}: to=<u${i}@b.test>, relay=mx.b.test[192.0.2.7]:25, delay=1, ${rest}\n`;
const bounced = (i: number): string =>
  line(
    i,
    'dsn=5.1.1, status=bounced (host mx.b.test[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
  );
const sent = (i: number): string => line(i, 'dsn=2.0.0, status=sent (250 2.0.0 Ok)');

const findings = (...pieces: readonly string[]): PiecesFindings => {
  const judge = new Pieces(describeBlock);
  for (const piece of pieces) judge.add(piece);
  return judge.finish();
};
const UNSEARCHED = 'The text is too long to be searched for secrets and for mistakes in records.';

describe('a text that was read in pieces', () => {
  const two = findings(`Hello\n\n${bounced(1)}`, sent(2));
  const told = [
    'line 3: log (postfix)',
    '',
    'line 3: Refused at RCPT by mx.b.test: no such mailbox; the sender must correct the address',
    '  (reply 550 5.1.1, for u1@b.test)',
    '  The server knows no mailbox with this address: it does not exist there.',
    '  Who acts: the sender. Retry: trying again unchanged will fail again. How sure: certain, from words that many servers use.',
    '  - Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.',
    '',
    'line 4: Accepted by mx.b.test for u2@b.test',
    '  (reply 250 2.0.0)',
    '',
    UNSEARCHED,
  ];
  it('is told line by line: its parts, what happened, and what was not looked for', () => {
    assert.deepEqual([...piecesLines('x.log', two)], ['x.log:', ...told]);
    assert.deepEqual([...piecesLines(undefined, two)], told);
  });
  it('has parts that are not listed, and what else a limit took away', () => {
    const more = (moreBlocks: number): string | undefined => [...piecesLines(undefined, { ...two, moreBlocks })][1];
    assert.equal(more(1), '… and 1 more part');
    assert.equal(more(3), '… and 3 more parts');
    assert.equal(more(0), '');
    const cut = { what: 'verdicts', span: { start: 8, end: 8 }, left: 5 } as const;
    const lines = [...piecesLines(undefined, { ...two, cuts: [cut] })];
    assert.equal(lines.at(-3), 'From line 9 on, 5 more findings are not listed.');
  });
  it('is counted, where there are several deliveries', () => {
    const lines = [...piecesLines(undefined, findings(...[1, 2, 3].map(bounced), sent(4)))];
    assert.deepEqual(lines.slice(1, 4), [
      '',
      'Of 4 deliveries 3 failed, 0 are waiting, 1 was accepted.',
      '  3 × no such mailbox at mx.b.test',
    ]);
  });
});

describe('a text that was read in pieces, as data,', () => {
  async function* pieces(...all: readonly (readonly [text: string, top: number])[]) {
    for (const [text, top] of all) yield { ticket: readTicket(text), top };
  }
  const json = async (
    read: ReturnType<typeof pieces>,
    found: PiecesFindings,
  ): Promise<Record<string, readonly Record<string, unknown>[]>> => {
    let text = '';
    for await (const piece of piecesJson('x.log', read, () => found)) text += piece;
    return JSON.parse(text);
  };
  it('has its entries with the lines of the whole, and all else behind them', async () => {
    const found = findings(`Hello\n\n${bounced(1)}`, sent(2));
    const { entries, verdicts, ...rest } = await json(pieces([bounced(1), 2], [sent(2), 3]), {
      ...found,
      moreBlocks: 2,
    });
    assert.deepEqual(
      entries?.map(({ line: at, lastLine, status }) => [at, lastLine, status]),
      [
        [3, 3, 'bounced'],
        [4, 4, 'sent'],
      ],
    );
    assert.deepEqual(
      verdicts?.map(({ code, line: at }) => [code, at]),
      [
        ['recipient-unknown', 3],
        ['accepted', 4],
      ],
    );
    assert.deepEqual(rest, {
      file: 'x.log',
      blocks: [{ kind: 'log', line: 3 }],
      totals: {
        ...{ failed: 1, waiting: 0, accepted: 1, recovered: 0 },
        reasons: [{ count: 1, code: 'recipient-unknown', role: 'cause', server: 'mx.b.test' }],
      },
      cut: [{ what: 'blocks', line: null, left: 2 }],
      pieces: UNSEARCHED,
    });
  });
  it('has no entries and no totals where there is no log', async () =>
    assert.deepEqual(await json(pieces(), findings('Hello\n')), {
      ...{
        file: 'x.log',
        entries: [],
        blocks: [],
        verdicts: [],
        cut: [],
        pieces: UNSEARCHED,
      },
    }));
  it('has what limits took away, with their lines', async () => {
    const cut = { what: 'verdicts', span: { start: 8, end: 8 }, left: 5 } as const;
    const { cut: told } = await json(pieces(), { ...findings('Hello\n'), cuts: [cut] });
    assert.deepEqual(told, [{ what: 'verdicts', line: 9, left: 5 }]);
  });
});
