import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { joined, Tickets } from '../../src/server/tickets.ts';

const session = '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nQUIT\n221 bye\n';

const open = (text: string): TextDocument => TextDocument.create('test:a', 'smtp-transcript', 1, text);
const at = (line: number) => ({ line, character: 0 });
const blocks = (tickets: Tickets, document: TextDocument): unknown =>
  JSON.parse(JSON.stringify(tickets.get(document).blocks));
const fresh = (document: TextDocument): unknown => JSON.parse(JSON.stringify(readTicket(document.getText()).blocks));

describe('the tickets of open documents', () => {
  it('are read once a version', () => {
    const tickets = new Tickets();
    const document = open(session);
    assert.equal(tickets.get(document), tickets.get(document));
  });

  it('follow several changes of one edit', () => {
    const tickets = new Tickets();
    let document = open(`${session}\nwords\n\n${session}`);
    tickets.get(document);
    document = tickets.change(
      document,
      [
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } }, text: 'HELO' },
        { range: { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } }, text: '' },
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'Hello\n\n' },
      ],
      2,
    );
    assert.deepEqual(blocks(tickets, document), fresh(document));
  });

  it('follow what is taken out', () => {
    const tickets = new Tickets();
    let document = open(`words\n\n${session}\nmore words\n\n${session}`);
    tickets.get(document);
    document = tickets.change(document, [{ range: { start: at(1), end: at(9) }, text: '' }], 2);
    assert.deepEqual(blocks(tickets, document), fresh(document));
    document = tickets.change(document, [{ range: { start: at(0), end: at(1) }, text: '' }], 3);
    assert.deepEqual(blocks(tickets, document), fresh(document));
  });

  it('are read anew when the whole text or the language changes', () => {
    const tickets = new Tickets();
    let document = open(session);
    tickets.get(document);
    document = tickets.change(document, [{ text: `x\n${session}` }], 2);
    assert.deepEqual(blocks(tickets, document), fresh(document));
    const message = TextDocument.create('test:a', 'eml', 3, 'From: a@b.test\nTo: c@d.test\n\nbody\n');
    assert.equal(tickets.get(message).blocks[0]?.kind, 'message');
  });
});

describe('the ticket of an open document', () => {
  const one = (languageId: string, text: string, uri = 'test:a') => TextDocument.create(uri, languageId, 1, text);
  const kinds = (tickets: Tickets, document: TextDocument) => tickets.get(document).blocks.map(({ kind }) => kind);
  const at = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });

  it('begins with a message where the document is one', () => {
    const short = 'Subject: x\n\nHello\n';
    assert.deepEqual(kinds(new Tickets(), one('eml', short)), ['message']);
    assert.deepEqual(kinds(new Tickets(), one('smtp-transcript', short)), ['prose']);
    const tickets = new Tickets();
    const document = one('eml', short);
    tickets.get(document);
    for (const change of [{ text: 'Subject: y\n\nx\n' }, { range: at(0, 9, 10), text: 'z' }])
      assert.deepEqual(kinds(tickets, tickets.change(document, [change], 2)), ['message']);
  });

  it('has the text as it was changed, change upon change', () => {
    const tickets = new Tickets();
    let document = one('smtp-transcript', session);
    let version = 1;
    const changed = (...changes: Parameters<Tickets['change']>[1]): string => {
      document = tickets.change(document, changes, ++version);
      assert.equal(document.version, version);
      assert.deepEqual(blocks(tickets, document), fresh(document));
      assert.equal(tickets.get(document).text, document.getText());
      return document.getText();
    };
    tickets.get(document);
    assert.equal(changed({ range: at(1, 0, 4), text: 'HELO' }), session.replace('EHLO', 'HELO'));
    assert.match(changed({ range: at(0, 0, 0), text: 'a\n' }, { range: at(1, 0, 3), text: '554' }), /^a\n554 mx/);
    assert.equal(changed({ text: '' }), '');
    assert.equal(
      changed({ range: at(0, 0, 0), text: session }, { range: at(3, 0, 4), text: 'NOOP' }),
      session.replace('QUIT', 'NOOP'),
    );
    // Changes that are told while nobody asks are read at once.
    document = tickets.change(document, [{ range: at(0, 0, 3), text: '421' }], ++version);
    assert.equal(
      changed({ range: at(4, 0, 7), text: '' }),
      session.replace('220', '421').replace('QUIT', 'NOOP').replace('221 bye', ''),
    );
  });

  it('is that of its own document, until that is closed', () => {
    const tickets = new Tickets();
    const [a, b] = [one('smtp-transcript', session), one('smtp-transcript', 'words\n', 'test:b')];
    const first = tickets.get(a);
    assert.deepEqual(kinds(tickets, b), ['prose']);
    assert.equal(tickets.get(a), first);
    tickets.forget('test:b');
    assert.equal(tickets.get(a), first);
    tickets.forget('test:a');
    assert.notEqual(tickets.get(a), first);
  });
});

describe('a report that is attached to a message', () => {
  const message = (body: string): string =>
    [
      'From: a@northwind.test',
      'TLS-Report-Domain: contoso.test',
      'Content-Type: multipart/report; report-type=tlsrpt; boundary=b',
      '',
      '--b',
      'Content-Type: application/tlsrpt+json',
      '',
      body,
      '--b--',
    ].join('\n');

  it('is opened once its reader is loaded, and stays so as the text changes', async () => {
    const tickets = new Tickets();
    const aggregateOf = (document: TextDocument) => {
      const [block] = tickets.get(document).blocks;
      return block?.kind === 'message' ? block.aggregate?.opened?.digests : undefined;
    };
    let document = open(message('{"policies":[]}'));
    assert.equal(aggregateOf(document), undefined);
    await tickets.opening(document);
    assert.deepEqual(aggregateOf(document), [{ kind: 'tls', successes: 0, failures: 0, troubles: [], others: 0 }]);
    assert.equal(tickets.get(document), tickets.get(document));
    assert.equal(tickets.opening(document), undefined);
    const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
    document = tickets.change(document, [{ range, text: 'b' }], 2);
    assert.equal(aggregateOf(document)?.length, 1);
  });

  it('is not waited for where there is none', () => assert.equal(new Tickets().opening(open(session)), undefined));
});

describe('two changes as one', () => {
  it('turn the old text into the new one', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 6 }),
        (text, edits) => {
          let now = text;
          let change: ReturnType<typeof joined> | undefined;
          for (const [where, length, insert] of edits) {
            const start = where % (now.length + 1);
            const removed = length % (now.length - start + 1);
            now = now.slice(0, start) + insert + now.slice(start + removed);
            change = joined(change, { start, removed, added: insert.length });
          }
          assert.ok(change);
          const { start, removed, added } = change;
          assert.equal(text.slice(0, start) + now.slice(start, start + added) + text.slice(start + removed), now);
        },
      ),
    );
  });
});
