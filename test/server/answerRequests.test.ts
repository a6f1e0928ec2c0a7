import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import type { Request } from '../../src/protocol/request.ts';
import { answerRequests } from '../../src/server/answerRequests.ts';

const lengths: Request<{ readonly text: string }, number> = { method: 'mailTriage/explain' };

/** A connection that remembers who answers which method. */
function listening(): { connection: Connection; handlers: Map<string, (params: unknown) => unknown> } {
  const handlers = new Map<string, (params: unknown) => unknown>();
  const onRequest = (method: string, handle: (params: unknown) => unknown): unknown => handlers.set(method, handle);
  return { connection: { onRequest } as unknown as Connection, handlers };
}

describe('requests of our own', () => {
  it('are answered under their method', () => {
    const { connection, handlers } = listening();
    answerRequests({ connection }, lengths, ({ text }) => text.length);
    assert.deepEqual([...handlers.keys()], ['mailTriage/explain']);
    assert.equal(handlers.get('mailTriage/explain')?.({ text: 'four' }), 4);
  });

  it('are answered in plain text', () => {
    const { connection, handlers } = listening();
    const echo: Request<string, { readonly lines: readonly string[] }> = { method: 'mailTriage/explain' };
    answerRequests({ connection }, echo, (text) => ({ lines: [text] }));
    assert.deepEqual(handlers.get('mailTriage/explain')?.('a\u001b]0;x\u0007\nb'), { lines: ['a\ufffd]0;x\ufffd\nb'] });
  });

  it('are answered as they stand where the answer is put into a document', () => {
    const { connection, handlers } = listening();
    const edits: Request<string, string> = { method: 'mailTriage/mask', inserted: true };
    answerRequests({ connection }, edits, (text) => text);
    assert.equal(handlers.get('mailTriage/mask')?.('\tMASKED\r\n'), '\tMASKED\r\n');
  });

  it('do not compile with another answer, with other parameters or with a method that is not ours', () => {
    const { connection } = listening();
    // @ts-expect-error the request states a number
    answerRequests({ connection }, lengths, ({ text }) => text);
    // @ts-expect-error the request has no such parameter
    answerRequests({ connection }, lengths, ({ words }) => words.length);
    // @ts-expect-error methods of ours begin with mailTriage/
    const foreign: Request<string, string> = { method: 'textDocument/hover' };
    assert.equal(foreign.method, 'textDocument/hover');
  });
});
