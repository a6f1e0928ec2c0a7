import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { type HandOverParams, handOverRequest } from '../../src/protocol/assistant.ts';
import { answerAssistantRequests } from '../../src/server/assistantRequests.ts';

const handlers = new Map<string, (params: unknown) => unknown>();
const onRequest = (method: string, handle: (params: unknown) => unknown): unknown => handlers.set(method, handle);
answerAssistantRequests({ connection: { onRequest } as unknown as Connection });

const handed = (text: string, as: HandOverParams['as']): string =>
  String(handlers.get(handOverRequest.method)?.({ text, as, message: false, unmasked: true }));

/** Passwords of the greatest length that is searched for elsewhere, of which 1250 are as many characters as are. */
const passwords = (count: number): string =>
  Array.from({ length: count }, (_, i) => `password=${String(i).padStart(399, 'kettle7')}x\n`).join('');

describe('what an assistant is handed', () => {
  it('says of how many passwords no other place was looked for', () => {
    const note = /^Names and passwords that are masked only where .*: 2\.\n\n/;
    for (const as of ['text', 'reading'] as const) {
      assert.match(handed(passwords(1252), as), note);
      assert.doesNotMatch(handed(passwords(3), as), /too many/);
    }
    assert.match(handed(passwords(1252), 'text'), /\n\npassword=MASKED\npassword=MASKED\n/);
  });
});
