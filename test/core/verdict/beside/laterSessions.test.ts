import assert from 'node:assert/strict';
import { answer } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class recipients`. */
function told(...parts: readonly (readonly string[])[]): string[] {
  const ticket = readTicket(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, ...recipients].join(' '),
  );
}

const hello = ['220 mx1.contoso.test ESMTP', 'EHLO a.test', '250 mx1.contoso.test'];
const mail = ['MAIL FROM:<a@a.test>', '250 Ok'];
const taken = ['RCPT TO:<b@contoso.test>', '250 Ok'];
const data = ['DATA', '354 Go', 'Subject: x', '', 'x', '.', '250 2.0.0 Ok: queued as 4F1'];
const bye = ['QUIT', '221 Bye'];
const refused = [...hello, ...mail, 'RCPT TO:<b@contoso.test>', '554 5.7.1 Relay access denied', ...bye];
const sent = [...hello, ...mail, ...taken, ...data, ...bye];

describe('a session further down', () => {
  it('gets over what an earlier one failed with', () => {
    assert.deepEqual(told(refused, sent), [
      '7 recovered relaying-denied b@contoso.test',
      '24 success accepted b@contoso.test',
    ]);
    const slow = [...hello, 'MAIL FROM:<a@a.test>', '450 4.7.1 Error: too much mail from 192.0.2.1', ...bye];
    assert.match(told(slow, slow, sent).join(), /^5 recovered [^,]*,13 recovered [^,]*,\d+ success accepted/);
  });

  it('does not where it came first, where it is of another server, sender or recipient', () => {
    assert.match(told(sent, refused)[0] ?? '', /cause relaying-denied/);
    for (const [from, to] of [
      ['mx1.contoso.test', 'mx2.contoso.test'],
      ['a@a.test', 'c@a.test'],
      ['b@contoso.test', 'c@contoso.test'],
    ] as const)
      assert.match(
        told(
          refused,
          sent.map((line) => line.replace(from, to)),
        )[0] ?? '',
        /cause relaying-denied/,
        to,
      );
  });

  it('does not get over what was said of the client where another client tried', () => {
    const other = sent.map((line) => line.replace('EHLO a.test', 'EHLO laptop'));
    const listed = refused.map((line) =>
      line.replace('Relay access denied', 'Client host [192.0.2.9] blocked using zen.spamhaus.org'),
    );
    assert.match(told(listed, other)[0] ?? '', /cause blocklisted/);
    assert.match(told(listed, sent)[0] ?? '', /recovered blocklisted/);
    const unknown = refused.map((line) => line.replace('554 5.7.1 Relay access denied', '550 5.1.1 User unknown'));
    assert.match(told(unknown, other)[0] ?? '', /recovered recipient-unknown/);
  });

  it('says that the mail went through, also where the question is why it came late', () => {
    const late = [...hello, ...mail, ...taken, 'DATA', '354 Go', '.', '451 4.7.1 Greylisting in action', ...bye];
    const text = [...late, '', 'Five minutes later:', '', ...sent, ''].join('\n');
    const words = answer(readTicket(text), { file: '', probes: [] }) ?? '';
    assert.match(words, /mx1\.contoso\.test took it/);
  });

  it('gets over a refused login where somebody logged in', () => {
    const login = ['AUTH PLAIN AGEAYg==', '535 5.7.8 Error: authentication failed'];
    const ok = ['AUTH PLAIN AGEAYw==', '235 2.7.0 Authentication successful'];
    const rest = [...mail, ...taken, ...data, ...bye];
    assert.match(told([...hello, ...login, ...bye], [...hello, ...ok, ...rest])[0] ?? '', /recovered login-failed/);
    assert.match(told([...hello, ...login, ...bye], sent)[0] ?? '', /cause login-failed/);
  });

  it('does not get over a message that was refused', () => {
    const spam = [...hello, ...mail, ...taken, 'DATA', '354 Go', '.', '550 5.7.1 Message rejected as spam', ...bye];
    assert.match(told(spam, sent)[0] ?? '', /cause spam-refused/);
  });

  it('in which no message was sent says no more than that the recipient is taken', () => {
    const tried = [...hello, ...mail, ...taken, ...bye];
    assert.deepEqual(told(refused, tried), ['7 notice in-progress b@contoso.test']);
    const text = `${refused.join('\n')}\n\n${tried.join('\n')}\n`;
    const words = answer(readTicket(text), { file: '', probes: [] }) ?? '';
    assert.match(words, /At first: relaying denied\. A later session got past that/);
    assert.doesNotMatch(words, /Next steps/);
  });

  it('gets over what is quoted of an earlier mail, wherever that stands', () => {
    const quoted = ['> They said:', '> 550 5.1.1 <b@contoso.test>: User unknown', '> What now?'];
    assert.match(told(sent, quoted).join(), /recovered recipient-unknown b@contoso\.test/);
    assert.match(told(quoted, sent).join(), /recovered recipient-unknown b@contoso\.test/);
  });

  it('is told in front of what is quoted of an earlier mail', () => {
    const quoted = ['> They said:', '> 552 5.2.2 Mailbox full', '> What now?'];
    assert.match(told(quoted, refused).join(), /^11 cause relaying-denied [^,]*,2 cause mailbox-full/);
    assert.match(
      told(['550 5.7.26 DMARC policy of a.test'], quoted).join(),
      /^1 cause dmarc-failed,4 cause mailbox-full/,
    );
  });
});
