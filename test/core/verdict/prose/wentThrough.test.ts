import assert from 'node:assert/strict';
import { verdictHeadline } from '../../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const told = (words: string, refusal = '554 5.7.1 <b@contoso.test>: Relay access denied'): string =>
  readVerdicts(readTicket(`This came back:\n\n${refusal}\n\n${words}\n`))
    .map(({ role }) => role)
    .join();

describe('what somebody writes below a refusal', () => {
  it('gets over it where mail went through since', () => {
    for (const words of [
      'We added the address. After the change it went through, the server said 250 2.0.0 Ok: queued as 4F1.',
      'Since then the orders are sent again.',
      'After importing the CA the mail to b@contoso.test was\naccepted.',
      'Ich habe es korrigiert, danach kam 250 2.0.0 Ok.',
      'Nun ging sie durch.',
      'Depuis, le message est bien arrivé.',
    ])
      assert.equal(told(words), 'recovered,success', words);
    const [, said] = readVerdicts(
      readTicket('554 5.7.1 <b@contoso.test>: Relay access denied\n\nSince then mails are delivered.\n'),
    );
    assert.equal(said?.reply, undefined);
    assert.equal(said && verdictHeadline(said), 'Somebody writes that it was accepted for b@contoso.test');
  });

  it('does not where the words are of a message that stands there', () =>
    assert.equal(
      told(
        'From: a@a.test\nTo: b@contoso.test\nSubject: News\nDate: Sat, 21 Nov 2026 20:05:36 +0000\nMessage-ID: <n@a.test>\n\nSince then mails are delivered.',
      ),
      'cause',
    ));

  it('does not where it did not, where it is of others, of before, or a wish', () => {
    for (const words of [
      'After the change it still does not go through, a 250 2.0.0 never came.',
      'The one to c@contoso.test went through, 250 2.0.0 Ok, after that.',
      'It went through until Monday, since then it is refused.',
      'Since the migration mail is sent via 192.0.2.1.',
      'After the change only internal mail went through.',
      'Was it delivered after that?',
      'Please tell us when it is now delivered.',
      'Nun ging gestern nur eine andere durch.',
      'It went through.',
      'After the change it went through for two hours. Since noon we get the same again.',
    ])
      assert.equal(told(words), 'cause', words);
  });

  it('does not where several recipients were refused, or where it stands above', () => {
    const both = '550 5.1.1 <b@contoso.test>: User unknown\n\nand\n\n550 5.1.1 <c@contoso.test>: User unknown';
    assert.equal(told('Since then it was delivered.', both), 'cause,cause');
    assert.equal(
      readVerdicts(readTicket('After that it was delivered.\n\n554 5.7.1 Relay access denied\n'))
        .map(({ role }) => role)
        .join(),
      'cause',
    );
  });
});
