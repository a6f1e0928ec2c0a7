import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { phrase } from '../../src/core/text/words.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import {
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  explainRequest,
  type PageParams,
  pageRequest,
  type TicketPage,
} from '../../src/protocol/ticket.ts';
import { answerTicketRequests } from '../../src/server/ticketRequests.ts';

const REFUSED =
  'Nov 20 09:00:01 mx1 postfix/smtp[71]: A0000000002: to=<b@fabrikam.test>, relay=mx.fabrikam.test[203.0.113.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n';
const MAIL = 'From: ann@contoso.test\nTo: bob@fabrikam.test\nSubject: Hello\n\nHi\n';

describe('what the server answers about a ticket', () => {
  const documents = new Map<string, TextDocument>();
  const handlers = new Map<string, (params: never) => unknown>();
  const known: { uri: string; isAtOnce: boolean }[] = [];
  const answerOf =
    (isAtOnce: boolean) =>
    <T>(_what: string, uri: string, empty: T, compute: (document: TextDocument) => T): T => {
      const document = documents.get(uri);
      known.push({ uri, isAtOnce });
      return document === undefined ? empty : compute(document);
    };
  before(() => {
    answerTicketRequests({
      connection: {
        onRequest: (method: string, handle: never) => handlers.set(method, handle),
      } as unknown as Connection,
      answerFor: answerOf(false),
      answerNow: answerOf(true),
      read: (document) => readTicket(document.getText(), document.languageId === 'eml' ? 'message' : 'anywhere'),
    });
    for (const [uri, languageId, text] of [
      ['test:log', 'smtp-transcript', REFUSED],
      ['test:mail', 'eml', MAIL],
      ['test:prose', 'smtp-transcript', 'hello\n'],
      ['test:short', 'eml', 'Subject: x\n\nHello\nyou'],
      ['test:text', 'smtp-transcript', 'Subject: x\n\nHello\nyou'],
      ['test:CAPS', 'smtp-transcript', 'We asked MX.Fabrikam.test\n'],
    ] as const)
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
  });
  const ask = <P, R>({ method }: { readonly method: string }, params: P): R =>
    (handlers.get(method) as (params: P) => R)(params);

  const page = (uri: string, more: Partial<PageParams> = {}): TicketPage | null =>
    ask(pageRequest, { uri, probes: [], verified: [], ...more });

  it('is the page of a document, behind what takes long', () => {
    assert.match(page('test:log')?.happened?.headline ?? '', /^No such mailbox: b@fabrikam\.test$/);
    assert.deepEqual(known.at(-1), { uri: 'test:log', isAtOnce: false });
    assert.equal(page('test:gone'), null);
  });
  it('is the page of a text that is no document yet: of a message, or anything', () => {
    const parts = (text: string): readonly (string | undefined)[] =>
      page('test:gone', { text })?.parts.map(({ kind }) => kind) ?? [];
    const asked = known.length;
    assert.deepEqual(parts(MAIL), ['message']);
    assert.deepEqual(parts(REFUSED), ['log']);
    // A header of one line may stand in any text.
    assert.deepEqual(parts('Subject: x\n\nHello\n'), []);
    assert.equal(known.length, asked);
  });
  it('is at once the page of whole lines at the beginning of a document', () => {
    const of = (uri: string, most: number): readonly unknown[] => {
      const found = page(uri, { most });
      return [found?.readLines, found?.parts.map(({ kind }) => kind)];
    };
    assert.deepEqual(of('test:mail', MAIL.length), [5, ['message']]);
    assert.deepEqual(of('test:mail', MAIL.length - 1), [4, ['message']]);
    assert.deepEqual(of('test:log', REFUSED.length - 1), [0, ['log']]);
    assert.deepEqual(known.at(-1), { uri: 'test:log', isAtOnce: true });
    assert.deepEqual(of('test:short', 21), [3, ['message']]);
    assert.deepEqual(of('test:text', 21), [3, []]);
  });
  it('names the probes of the document, and those whose target it names', () => {
    const probe = (target: string) => ({ title: phrase('x'), target, time: 0, outcome: 'y' });
    const named = (uri: string, ...targets: readonly string[]): number | undefined =>
      page(uri, { probes: targets.map(probe) })?.probes.length;
    assert.equal(named('test:log', 'test:log', 'MX.fabrikam.test:25', 'mx.contoso.test', 'test:mail'), 2);
    assert.equal(named('test:mail', 'mx.fabrikam.test'), 0);
    assert.equal(named('test:CAPS', 'mx.fabrikam.test:587'), 1);
    assert.equal(named('test:CAPS', 'mx.fabrikam.test:'), 0);
    assert.equal(named('test:CAPS'), 0);
  });

  const answer = (uri: string, form: AnswerParams['form'], template = ''): AnswerResult | null =>
    ask(answerRequest, { uri, form, template, file: 'a.log', probes: [] });

  it('is an answer for an admin, for a user, and questions for the sender', () => {
    assert.match(answer('test:log', 'answer')?.text ?? '', /\nEvidence from a\.log:\n/);
    assert.match(
      answer('test:log', 'user')?.text ?? '',
      /^Hello,\n\nThe message to b@fabrikam\.test .*could not be delivered\.\n/,
    );
    assert.match(
      answer('test:log', 'request')?.text ?? '',
      /^Hello,\n\nto find out what happens to mail from SENDER-ADDRESS /,
    );
    for (const form of ['answer', 'user'] as const) assert.equal(answer('test:prose', form), null, form);
    assert.equal(answer('test:gone', 'answer'), null);
  });
  it('follows the template of the user, and says what in it means nothing', () => {
    const { text, unknown } = answer('test:log', 'answer', 'To {{recipient}}: {{odd}}') ?? { text: '', unknown: [] };
    assert.match(text, /\{\{odd\}\}\n$/);
    assert.ok(unknown.includes('odd'));
    assert.equal(answer('test:log', 'answer', ' \n')?.text, answer('test:log', 'answer')?.text);
  });

  it('is what a text means, or nothing', () => {
    const explained = ask<unknown, readonly string[] | null>(explainRequest, { text: '550 5.1.1 User unknown' });
    assert.equal(explained?.[0], '# Explanation of "550 5.1.1 User unknown"');
    assert.match(explained?.[1] ?? '', /^\* 550 5\.1\.1: \S/);
    assert.equal(ask(explainRequest, { text: 'hello' }), null);
  });
});
