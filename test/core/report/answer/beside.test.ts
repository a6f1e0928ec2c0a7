import assert from 'node:assert/strict';
import { type Beside, besideOf } from '../../../../src/core/report/answer/beside.ts';
import type { Circumstances } from '../../../../src/core/report/answer/circumstances.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const beside = (text: string, blocks: readonly object[], verdict: object, known: object = {}): readonly Beside[] =>
  besideOf(
    { text, lines: new Lines(text), blocks } as unknown as Ticket,
    { span: { start: 0, end: 1 }, recipients: [], code: 'other', role: 'cause', ...verdict } as unknown as Verdict,
    { recipients: [], history: [], ...known } as unknown as Circumstances,
  );
const words = (...args: Parameters<typeof beside>): readonly string[] => beside(...args).map((one) => one.words);

describe('beside a refusal for want of a login', () => {
  const offered = (text: string, more: object = {}) => ({
    ...{ kind: 'reply', answers: 'EHLO', code: 250, start: 2, end: 9, text },
    ...more,
  });
  const said = (
    offer: object,
    { code = 'relaying-denied', port = undefined as number | undefined, more = [] as readonly object[] } = {},
  ) => {
    const text = `a\n${'x'.repeat(50)}`;
    const events = [{ kind: 'reply', start: 0 }, offer, ...more];
    const session = { start: 0, end: 30, events: events.map((_, i) => i) };
    const block = {
      ...{ kind: 'conversation', start: 0, end: text.length, notes: [], sessions: [session], events },
      ...(port !== undefined && { probe: { host: 'mx', target: `mx:${port}` } }),
    };
    return words(text, [block], { code, span: { start: 20, end: 25 } });
  };
  const none = 'The server offers no AUTH in its answer to EHLO (line 2)';
  const advice = ' Port 587 is the one for logging in (RFC 6409 3.1).';
  it('stands whether the server offers one', () => {
    for (const text of ['250-mx\n250 AUTH PLAIN', 'AUTH', '250 auth=LOGIN'])
      assert.deepEqual(said(offered(text)), [
        'The server offers AUTH in its answer to EHLO (line 2), but nobody logged in.',
      ]);
    assert.deepEqual(said(offered('250 AUTH'), { port: 587 }), [
      'The server offers AUTH on port 587 in its answer to EHLO (line 2), but nobody logged in.',
    ]);
    for (const text of ['250 SIZE', '250 XAUTH', '250 AUTHX'])
      assert.deepEqual(said(offered(text)), [`${none}.${advice}`]);
    assert.deepEqual(said(offered('x'), { port: 25 }), [
      `The server offers no AUTH on port 25 in its answer to EHLO (line 2).${advice}`,
    ]);
    assert.deepEqual(said(offered('x'), { port: 587 }), [
      'The server offers no AUTH on port 587 in its answer to EHLO (line 2).',
    ]);
    const tls = '; it offers STARTTLS, and may offer AUTH behind it';
    assert.deepEqual(said(offered('250 STARTTLS')), [`${none}${tls}.${advice}`]);
    assert.deepEqual(said(offered('250 STARTTLS', { tls: true })), [`${none}.${advice}`]);
    assert.deepEqual(said(offered('250 XSTARTTLS')), [`${none}.${advice}`]);
  });
  it('stands nothing where there is no offer before it, or somebody logged in', () => {
    for (const more of [{ code: 550 }, { answers: 'HELO' }, { kind: 'command' }, { start: 20 }])
      assert.deepEqual(said(offered('AUTH', more)), []);
    for (const login of [{ kind: 'auth' }, { kind: 'command', verb: 'AUTH' }])
      assert.deepEqual(said(offered('AUTH'), { more: [login] }), []);
    assert.equal(said(offered('AUTH'), { more: [{ kind: 'command', verb: 'MAIL' }] }).length, 1);
    const later = offered('250 SIZE', { start: 3, end: 5 });
    assert.deepEqual(said(offered('AUTH'), { more: [later] }), [`${none}.${advice}`]);
  });
  it('stands so for these reasons alone', () => {
    for (const code of ['relaying-denied', 'login-required', 'login-failed', 'command-unknown', 'feature-missing'])
      assert.equal(said(offered('AUTH'), { code }).length, 1, code);
    assert.deepEqual(said(offered('AUTH'), { code: 'mailbox-full' }), []);
  });
});

describe('beside a failure in a log', () => {
  const lines = ['connect to mx: Connection refused', 'deferred', 'bounced: no', 'sent ok'];
  const text = `${lines.join('\n')}\n`;
  const entry = (at: number, outcome?: string, to = 'b') => {
    const start = text.indexOf(lines[at] as string);
    return {
      ...{ start, end: start + (lines[at] as string).length, outcome, time: { text: `T${at}` } },
      recipients: [{ text: to }],
    };
  };
  const of = (history: readonly object[], verdict: object = {}, known: object = {}) =>
    words(text, [{ kind: 'log', start: 0 }], { recipients: ['b'], ...verdict }, { history, ...known });
  it('stands the line above the end that says why', () => {
    for (const outcome of ['bounced', 'expired'])
      assert.deepEqual(of([entry(0, undefined, ''), entry(2, outcome)]), [
        'The line above the end says why (line 1): connection refused.',
        '',
      ]);
    assert.deepEqual(of([entry(0, undefined, ''), entry(2, 'sent')]), []);
    assert.deepEqual(of([entry(0, undefined, ''), entry(2, 'bounced', 'c')]), []);
    assert.deepEqual(of([entry(1, undefined, ''), entry(2, 'bounced')]), []);
    assert.deepEqual(of([entry(0, 'bounced')]), []);
  });
  it('stands how often it was put off, from when on', () => {
    assert.deepEqual(of([entry(1, 'deferred'), entry(1, 'deferred'), entry(3, 'sent')]), [
      'It was put off 2 times from T1 on; the last line on it is of T3.',
    ]);
    assert.deepEqual(of([entry(1, 'deferred'), entry(3, 'sent')]), []);
    assert.deepEqual(of([entry(1, 'deferred'), { ...entry(2, 'deferred'), time: undefined }]), []);
    assert.deepEqual(of([entry(1, 'deferred', 'c'), entry(1, 'deferred', 'c')]), []);
  });
  it('stands that it was sent in the end, and how much was not read', () => {
    const sent = (role: string, to?: string) => of([entry(3, 'sent', to)], { role });
    assert.deepEqual(sent('recovered'), ['']);
    assert.deepEqual(sent('cause'), []);
    assert.deepEqual(sent('recovered', 'c'), []);
    assert.match(of([], {}, { unread: 1 }).join(), /^The log has 1 more entries with the same id/);
    assert.deepEqual(of([], {}, { unread: 0 }), []);
    assert.deepEqual(words(text, [{ kind: 'prose', start: 0, end: 9 }], {}, { unread: 1 }), []);
  });
});

describe('beside a domain that does not exist', () => {
  const of = (text: string, code = 'domain-not-found', recipients: readonly string[] = ['b@fabrikan.test']) =>
    beside(text, [{ kind: 'prose', start: 0, end: text.length }], { code }, { recipients });
  const looked = (query: object, recipient = 'b@fabrikan.test') =>
    words(
      '',
      [{ kind: 'lookup', start: 0, queries: [{ status: 'NOERROR', answers: [1], name: 'Fabrikam.test', ...query }] }],
      { code: 'mail-not-accepted' },
      { recipients: [recipient] },
    );
  it('stands one that differs by a letter', () => {
    assert.deepEqual(of('We write to fabrikam.test daily.'), [
      {
        words:
          'fabrikan.test is not fabrikam.test, which stands in this text as well: probably a typing error in the address.',
        plain: 'Perhaps fabrikam.test was meant instead of fabrikan.test.',
      },
    ]);
    assert.equal(of('We write to FABRIKAM.test daily.', 'mail-not-accepted').length, 1);
    assert.deepEqual(of('We write to fabrikam.test daily.', 'mailbox-full'), []);
    assert.deepEqual(of('We write to fabrikan.test daily.'), []);
    assert.deepEqual(of('We write to contoso.test daily.'), []);
    assert.deepEqual(of('We write to fabrikam.test daily.', 'domain-not-found', ['bob']), []);
    const six = Array(6).fill('b@fabrikan.test');
    assert.equal(of('We write to fabrikam.test daily.', 'domain-not-found', six).length, 5);
  });
  it('stands one that was found in DNS', () => {
    assert.equal(looked({}).length, 1);
    assert.deepEqual(looked({ status: 'NXDOMAIN' }), []);
    assert.deepEqual(looked({ answers: [] }), []);
  });
});

describe('beside a delivery to another address than was written to', () => {
  const of = (code: string, original: string | undefined, ...recipients: readonly string[]) =>
    words('', [], { code }, { original, recipients });
  it('stands both, and what that does to SPF', () => {
    const handed = 'It was written to o and handed on to b from here.';
    assert.deepEqual(of('mailbox-full', 'o', 'b', 'c'), [handed]);
    for (const code of ['spf-failed', 'dmarc-failed', 'sender-unauthenticated'])
      assert.match(of(code, 'o', 'b').join(), /^It was written to o and handed on to b from here\. That is why: SPF/);
    assert.deepEqual(of('mailbox-full', 'o', 'o'), []);
    assert.deepEqual(of('mailbox-full', 'o'), []);
    assert.deepEqual(of('mailbox-full', undefined, 'b'), []);
  });
});
