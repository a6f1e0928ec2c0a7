import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { logHover } from '../../../src/core/features/hover/logHover.ts';
import { definition } from '../../../src/core/features/links/definition.ts';
import { documentHighlights } from '../../../src/core/features/links/documentHighlights.ts';
import { references } from '../../../src/core/features/links/references.ts';
import { logSymbols } from '../../../src/core/features/outline/logSymbols.ts';
import type { Log } from '../../../src/core/log/log.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { Block, Ticket } from '../../../src/core/ticket/ticket.ts';

interface Opened {
  readonly document: TextDocument;
  readonly ticket: Ticket;
  readonly log: Log;
  readonly offset: number;
}

/** A text with the cursor at `|`: what stands before the first log and behind it is prose. */
function openAt(marked: string): Opened {
  const offset = Math.max(0, marked.indexOf('|'));
  const text = marked.replace('|', '');
  const lines = new Lines(text);
  let first = 0;
  while (readLog(text, lines, first, lines.count) === undefined) first++;
  const log = (readLog(text, lines, first, lines.count) as { log: Log }).log;
  const prose = (start: number, end: number): Block[] =>
    start < end ? [{ kind: 'prose', start, end, replies: [] } as Block] : [];
  const blocks = [...prose(0, log.start), log, ...prose(log.end, text.length)];
  const document = TextDocument.create('test:ticket', 'smtp-transcript', 1, text);
  return { document, ticket: { text, start: 'anywhere', lines, blocks }, log, offset };
}

const at = (program: string): string => `Nov 21 20:05:36 mx1 postfix/${program}[1]:`;

const LOG = (cursor = ''): string =>
  [
    `${at('cleanup')} 1289B${cursor}228074: message-id=<1@a.test>`,
    `${at('cleanup')} 55ABB228074: message-id=<2@a.test>`,
    `${at('qmgr')} 1289B228074: from=<a@a.test>, size=1, nrcpt=2 (queue active)`,
    `${at('smtp')} 1289B228074: to=<b@b.test>, relay=mx[192.0.2.1]:25, delay=5, delays=0.1/0/4.5/0.4, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 24BAB228074)`,
    `${at('smtp')} 1289B228074: to=<c@b.test>, relay=mx[192.0.2.1]:25, delay=5, dsn=5.1.1, status=bounced (host mx[192.0.2.1] said: 550 5.1.1 <c@b.test>: User unknown (in reply to RCPT TO command))`,
    `${at('smtpd')} 24BAB228074: client=mx1[192.0.2.2]`,
  ].join('\n');

describe('the outline of a log', () => {
  const outlined = (text: string) => {
    const { document, ticket, log } = openAt(text);
    return logSymbols(document, ticket.lines, log, 1950);
  };
  const sent = (id: number, to: string): string =>
    `${at('smtp')} ${(0xabc00000 + id).toString(16).toUpperCase()}: to=<${to}>, relay=mx[192.0.2.1]:25, delay=5, dsn=2.0.0, status=sent (250 2.0.0 Ok)\n`;

  it('has room for a hundred recipients more, and says how many more there are and where', () => {
    const log = (count: number): string => Array.from({ length: count }, (_, i) => sent(i, 'b@b.test')).join('');
    const symbols = outlined(log(928));
    assert.equal(symbols.length, 926);
    const last = symbols.at(-1);
    assert.deepEqual([last?.name, last?.detail, last?.range.start.line], ['3 more messages', 'not listed', 925]);
    assert.equal(outlined(log(925)).length, 925);
  });

  it('has a hundred recipients of a message, and says how many more there are', () => {
    const log = (count: number): string => Array.from({ length: count }, (_, i) => sent(1, `b${i}@b.test`)).join('');
    const [message] = outlined(log(102));
    assert.equal(message?.children?.length, 101);
    const last = message?.children?.at(-1);
    assert.deepEqual([last?.name, last?.range.start.line], ['2 more recipients', 100]);
    assert.equal(outlined(log(100))[0]?.children?.length, 100);
  });
});

describe('highlights and references', () => {
  const linesOf = (marked: string): number[] => {
    const { document, ticket, offset } = openAt(marked);
    const found = documentHighlights(document, ticket, document.positionAt(offset));
    assert.deepEqual(
      references(document, ticket, document.positionAt(offset)).map(({ range }) => range),
      found.map(({ range }) => range),
    );
    return found.map(({ range }) => range.start.line + 1);
  };

  it('are all places that name the message under any of its ids', () => {
    assert.deepEqual(linesOf(LOG('|')), [1, 1, 3, 4, 4, 5, 6]);
    assert.deepEqual(linesOf(LOG().replace('<1@a', '<1|@a')), [1, 1, 3, 4, 4, 5, 6]);
    assert.deepEqual(linesOf(LOG().replace('24BAB228074: client', '24BAB228074|: client')), [1, 1, 3, 4, 4, 5, 6]);
  });

  it('reach into what stands around the log', () => {
    assert.deepEqual(linesOf(`The server said\n250 2.0.0 Ok: queued as 55AB|B228074\n\n${LOG()}`), [2, 5, 5]);
  });

  it('are none for a word that is no id', () => {
    assert.deepEqual(linesOf(LOG().replace('size=1', 'si|ze=1')), []);
    assert.deepEqual(linesOf(LOG().replace('qmgr', 'qm|gr')), []);
  });

  it('take the id of a message for a part of the ids of its envelopes', () => {
    const log =
      'f2fa79460bce1eec smtp message msgid=64e14d3d size=643\nf2fa79460bce1eec smtp envelope evpid=64e14d3d04081423 from=<>\n';
    assert.deepEqual(linesOf(log.replace('64e14d3d size', '64e14|d3d size')), [1, 2]);
    assert.deepEqual(linesOf(log.replace('64e14d3d04', '64e14|d3d04')), [1, 2]);
    assert.deepEqual(linesOf(log.replace('f2fa', 'f2|fa')), [1, 2]);
  });
});

describe('the definition of an id', () => {
  const defined = (marked: string): string | undefined => {
    const { document, ticket, offset } = openAt(marked);
    const range = definition(document, ticket, document.positionAt(offset))?.range;
    return range && `${range.start.line + 1} ${document.getText(range)}`;
  };

  it('is where it is named first', () => {
    assert.equal(defined(LOG().replace('24BAB228074: client', '24BAB2|28074: client')), '4 24BAB228074');
    assert.equal(defined(LOG().replace('1289B228074: to=<c', '1289B2|28074: to=<c')), '1 1289B228074');
    assert.equal(defined(LOG().replace('user', 'us|er').replace('sent', 'se|nt')), undefined);
  });
});

describe('a hover in a log', () => {
  const says = (marked: string, ...parts: readonly RegExp[]): void => {
    const { ticket, log, offset } = openAt(marked);
    const markdown = logHover(ticket.lines, log, offset)?.markdown ?? '';
    for (const part of parts) assert.match(markdown, part);
    if (parts.length === 0) assert.equal(markdown, '');
  };
  const inLog = (words: string): string => LOG().replace(words.replace('|', ''), words);

  it('explains the reply and where in the session it was given', () => {
    says(inLog('said: 55|0 5.1.1 <c'), /\*\*550 5&#46;1&#46;1\*\* in answer to RCPT/, /Who acts/);
    says(inLog('User unk|nown'), /\*\*550/);
  });

  it('explains the delivery status by what was said', () => {
    says(inLog('ds|n=5.1.1'), /^\*\*5&#46;1&#46;1\*\*/, /Who acts/);
  });

  it('tells the parts of a delay, the one under the cursor in bold', () => {
    says(inLog('0.1/0/4|.5/0.4'), /- \*\*4\.5 s: time to set the connection up/, /- 0\.4 s: time to transmit/);
    says(inLog('dela|ys=0.1'), /- 0\.1 s: time before the queue manager/, /\n\nSource: /);
    says(inLog('de|lay=5, delays'), /\*\*5 s\*\*/);
  });

  it('says long delays in a unit that is read at a glance', () => {
    const delay = (seconds: number): string => {
      const { ticket, log, offset } = openAt(
        inLog('de|lay=5, delays').replace('lay=5, delays', `lay=${seconds}, delays`),
      );
      return logHover(ticket.lines, log, offset)?.markdown ?? '';
    };
    const arrival = ' from the arrival of the message to this line.';
    assert.equal(delay(119), `**119 s**${arrival}`);
    assert.equal(delay(120), `**120 s (about 2 minutes)**${arrival}`);
    assert.equal(delay(7199), `**7199 s (about 120 minutes)**${arrival}`);
    assert.equal(delay(8642), `**8642 s (about 2.4 hours)**${arrival}`);
    assert.equal(delay(172_799), `**172799 s (about 48 hours)**${arrival}`);
    assert.equal(delay(198_720), `**198720 s (about 2.3 days)**${arrival}`);
  });

  it('says what a size is', () => says(inLog('si|ze=1, n'), /^Size of the message: 1 octets?\.$/));

  it('tells what a status and an id are', () => {
    says(inLog('status=sen|t'), /\*\*sent\*\*: The next server/);
    says(LOG('|'), /`1289B228074` is the id of the message in the queue/);
    says(inLog('queued as 24B|AB'), /id under which the next server took/);
    says(inLog('from=<a|@a'), /Sender in the envelope: `a@a\.test`/);
    says(inLog('nr|cpt=2'), /number of recipients/);
    says(
      'Nov 21 20:05:36 mx1 smtpd[1]: 3d2f0e5f|0a1b2c3d smtp connected address=192.0.2.1 host=a.test',
      /`3d2f0e5f0a1b2c3d` is the id of the connection/,
    );
  });

  it('tells marks and fields of Exim', () => {
    const line = '2026-11-21 20:06:16 1xUrLk-0001SN-1G => b@b.test R=dns T=remote_smtp QT=0.072s';
    says(line.replace('=>', '=|>'), /delivered, to the first address/);
    says(line.replace('R=dns', 'R=d|ns'), /the router that was used/);
  });

  it('tells events of Exchange of both generations', () => {
    const row = '2026-11-21T20:05:39.123Z,192.0.2.5,EX1,192.0.2.6,EX2,,,STOREDRIVER,DELIVER,7,<1@a.test>,,b@b.test';
    says(
      row.replace('DELIVER,', 'DEL|IVER,'),
      /\*\*DELIVER\*\*: The message was delivered to a local mailbox/,
      /Exchange 2007/,
    );
    says(row.replace('STORED', 'ST|ORED'), /talks to mailboxes/);
    const old = '2003-8-12\t0:58:14 GMT\t192.0.2.5\tc\t-\tEX01\t192.0.2.10\tb@b.test\t1021\t<1@a.test>';
    says(old.replace('1021', '10|21'), /\*\*1021 Moved to Badmail\*\*/, /Exchange 2000 and 2003/);
  });

  it('explains known words without a code', () => {
    says(
      `${at('smtp')} 1289B228074: to=<b@b.test>, relay=none, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: Connection ti|med out)`,
      /timed out/i,
    );
  });

  it('says nothing where nothing is known', () => {
    says(inLog('Nov 2|1'));
  });

  it('writes no markup out of the document', () => {
    says(`${at('smtp')} 1289B228074: to=<[x](command:y)|>, status=sent (ok)`, /`\[x\]\(command:y\)`/);
  });
});

describe('the outline of a log', () => {
  const outline = (text: string): string[] => {
    const { document, ticket, log } = openAt(text);
    return logSymbols(document, ticket.lines, log, 1950).flatMap((symbol) => {
      for (const child of symbol.children ?? []) {
        assert.ok(child.range.start.line >= symbol.range.start.line && child.range.end.line <= symbol.range.end.line);
      }
      return [
        `${symbol.name} | ${symbol.detail}`,
        ...(symbol.children ?? []).map((child) => `  ${child.name} | ${child.detail}`),
      ];
    });
  };

  it('groups by message: from whom to whom, and what became of it', () => {
    assert.deepEqual(outline(LOG()), [
      '1289B228074: a@a.test → b@b.test, c@b.test | 1 sent, 1 bounced, 550 5.1.1',
      '  to b@b.test | sent 250',
      '  to c@b.test | bounced 550',
      '55ABB228074: ? → ? | ',
    ]);
  });

  it('lists refusals at the door', () => {
    assert.deepEqual(
      outline(
        `${at('smtpd')} NOQUEUE: reject: RCPT from a[192.0.2.5]: 554 5.7.1 no; from=<> to=<b@b.test> proto=SMTP helo=<x>`,
      ),
      ['no queue: <> → b@b.test | rejected 554 5.7.1', '  to b@b.test | rejected 554'],
    );
  });
});
