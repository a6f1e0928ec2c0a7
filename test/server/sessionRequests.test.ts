import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Request } from '../../src/protocol/request.ts';
import {
  differencesRequest,
  envelopeRequest,
  outcomeRequest,
  recipeRequest,
  sessionTextRequest,
} from '../../src/protocol/session.ts';
import { answerSessionRequests } from '../../src/server/sessionRequests.ts';

describe('what the server answers about a session', () => {
  const handlers = new Map<string, (params: never) => unknown>();
  let text = '';
  const answer = <T>(_what: string, uri: string, empty: T, compute: (document: TextDocument) => T): T =>
    uri === 'test:a' ? compute(TextDocument.create(uri, 'smtp-transcript', 1, text)) : empty;
  before(() =>
    answerSessionRequests({
      connection: {
        onRequest: (method: string, handle: never) => handlers.set(method, handle),
      } as unknown as Connection,
      answerFor: answer,
      answerNow: answer,
      read: (document) => readTicket(document.getText()),
    }),
  );
  const ask = <P, R>({ method }: Request<P, R>, params: P): R =>
    (handlers.get(method) as unknown as (params: P) => R)(params);
  const at = { uri: 'test:a', line: 0 };
  const session = (connected: string, from = '<ann@fabrikam.test>', ...to: readonly string[]): string =>
    `${connected}220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:${from}\n250 ok\n${to.map((one) => `RCPT TO:${one}\n250 ok\n`).join('')}QUIT\n221 bye\n`;
  const telnet = (host: string, port = 25): string => `$ telnet ${host} ${port}\nTrying ${host}...\n`;

  it('is its envelope, with the server as it is typed', () => {
    for (const [given, host, sender, recipients] of [
      [session(telnet('mx1.contoso.test'), '<a@b.test>', '<c@d.test>'), 'mx1.contoso.test', 'a@b.test', ['c@d.test']],
      [
        session(telnet('mx1.contoso.test', 587), '<>', '<c@d.test>', '<e@f.test>'),
        'mx1.contoso.test:587',
        '',
        ['c@d.test', 'e@f.test'],
      ],
      [session(telnet('2001:db8::25', 587)), '[2001:db8::25]:587', 'ann@fabrikam.test', []],
      [session(telnet('2001:db8::25')), '2001:db8::25', 'ann@fabrikam.test', []],
      [session(telnet('192.0.2.7', 2525), '<a@b.test>', '<>'), '192.0.2.7:2525', 'a@b.test', []],
    ] as const) {
      text = given;
      assert.deepEqual(ask(envelopeRequest, at), { host, sender, recipients }, given);
    }
  });

  it('is the envelope of the ticket where no session stands there, and nothing where there is none', () => {
    text =
      'Nov 20 09:00:01 mx1 postfix/smtp[71]: A0000000002: to=<b@fabrikam.test>, relay=mx.fabrikam.test[203.0.113.7]:25, delay=1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n';
    assert.deepEqual(ask(envelopeRequest, at)?.recipients, ['b@fabrikam.test']);
    text = 'hello\n';
    assert.equal(ask(envelopeRequest, at), null);
    assert.equal(ask(envelopeRequest, { ...at, uri: 'test:gone' }), null);
  });

  it('is what it takes to run it again, here or by another tool', () => {
    const form = { tool: 'swaks', shell: 'sh' } as const;
    text = session(telnet('mx1.contoso.test'), '<a@b.test>', '<c@d.test>');
    assert.deepEqual([ask(recipeRequest, at)?.host, ask(recipeRequest, at)?.reached], ['mx1.contoso.test', 'RCPT']);
    assert.match(ask(sessionTextRequest, { ...at, form }) ?? '', /^swaks --server mx1\.contoso\.test .*--to c@d\.test/);
    text = 'hello\n';
    assert.deepEqual([ask(recipeRequest, at), ask(sessionTextRequest, { ...at, form })], [null, null]);
    const gone = { ...at, uri: 'test:gone' };
    assert.deepEqual([ask(recipeRequest, gone), ask(sessionTextRequest, { ...gone, form })], [null, null]);
  });

  it('is the report as it is where there is nothing to hold it against', () => {
    const report = ['# SMTP probe', '* Result: fine'];
    text = 'hello\n';
    for (const uri of ['test:a', 'test:gone'])
      assert.deepEqual(ask(differencesRequest, { uri, line: 0, report, until: 'RCPT' }), report);
  });

  it('is what came of a report', () => assert.deepEqual(ask(outcomeRequest, { report: 'hello\n' }).queued, []));
});
