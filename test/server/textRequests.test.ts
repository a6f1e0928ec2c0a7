import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { applyReplacements } from '../../src/core/mask/edits.ts';
import type { Masking } from '../../src/core/mask/maskChoice.ts';
import { type MaskParams, maskRequest, noticeRequest } from '../../src/protocol/texts.ts';
import { answerTextRequests } from '../../src/server/textRequests.ts';

const handlers = new Map<string, (params: unknown) => unknown>();
const onRequest = (method: string, handle: (params: unknown) => unknown): unknown => handlers.set(method, handle);
answerTextRequests({ connection: { onRequest } as unknown as Connection });

const none = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };

function masked(text: string, change: Partial<MaskParams> = {}): string {
  const params: MaskParams = { text, message: false, choice: none, ...change };
  const masking = handlers.get(maskRequest.method)?.(params) as Masking;
  return applyReplacements(text, masking.replacements);
}

const noticed = (text: string): unknown => handlers.get(noticeRequest.method)?.({ text });

describe('texts that are sent along', () => {
  it('are masked as chosen', () => {
    const text = 'password=hunter22\nalice@contoso.test\n';
    assert.equal(masked(text), 'password=MASKED\nalice@contoso.test\n');
    assert.equal(masked(text, { choice: { ...none, addresses: true } }), 'password=MASKED\nuser1@domain1.example\n');
  });

  it('are read as a message where they are one', () => {
    const text = 'From: Alice Liddell <alice@contoso.test>\nSubject: x\n\nHello\n';
    assert.match(masked(text, { message: true, choice: { ...none, names: true } }), /^From: Person 1 </);
  });

  it('are noticed for a ticket or not', () => {
    const session = '220 mx.contoso.test ESMTP\nEHLO pc\n250 mx.contoso.test\nQUIT\n221 bye\n';
    assert.deepEqual(noticed(`Dear all,\n\n${session}`), { kind: 'conversation', offset: 11 });
    assert.equal(noticed('Dear all,\n\nthe lift is out of order.\n'), null);
  });
});
