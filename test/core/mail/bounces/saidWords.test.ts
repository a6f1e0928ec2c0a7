import assert from 'node:assert/strict';
import { hostIn, joined, lastTryBelow, programAbove, saidAt } from '../../../../src/core/mail/bounces/quotedWords.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const said = (...text: readonly string[]) => saidAt(new Lines(text.join('\n')), 0, text.length);

/** What a server said in the first line and those that go on with it, as `status @column: words`. */
function is(expected: string | undefined, ...text: readonly string[]): void {
  const found = said(...text);
  const told = found && `${found.status ?? '-'} @${found.from}: ${found.text.replaceAll('\n', ' / ')}`;
  assert.equal(told, expected, text.join(' / '));
  if (found !== undefined) assert.ok(found.first === 0 && found.last < text.length);
}

const weighs = (expected: number, text: string): void => assert.equal(said(text)?.weight, expected, text);

describe('a reply in the words of a notice', () => {
  it('stands at the start of its line, with marks in front', () => {
    is('- @0: 550 no', '550 no');
    is('5.1.1 @0: 550 5.1.1 no', '550 5.1.1 no');
    is('5.1.1 @0: 550-5.1.1 no', '550-5.1.1 no');
    is('5.1.1 @0: 550 #5.1.1 no', '550 #5.1.1 no');
    is('- @4: 550 no', '    550 no');
    is('- @2: 550 no', '> 550 no');
    is('- @1: 550 no', '"550 no"');
    is('- @1: 550 no', "'550 no'");
    is('- @1: 550 no)', '(550 no)');
    is('- @9: 550 no)', '(reason: 550 no)');
    is('- @4: 550 no', '<<< 550 no');
    is('- @0: 450', '450');
    is('- @0: 550, no', '550, no');
    is('- @0: 550: no', '550: no');
    is('- @0: 550. No', '550. No');
  });

  it('stands behind words that announce it', () => {
    for (const words of [
      'host mx said: ',
      'it replied ',
      'responded with: ',
      'Response was ',
      'Reply: ',
      'Reason=',
      'SMTP error; ',
      'Error ',
      'Server: "',
      'Message <',
      'returned ',
      'because ',
      'failed with ',
      'Answer: ',
      'code ',
      'Status: ',
      'Diagnostic-Code: ',
      'x; ',
      'x, ',
      'x [',
      'x (#',
      'ERROR_CODE :',
      'Remote: #',
    ])
      is(`- @${words.length}: 550 no`, `${words}550 no`);
    for (const line of ['mx550 no', 'at 550 no', '5500 no', '560 no', '150 no', '550.1 no', 'port:550x'])
      is(undefined, line);
  });

  it('is no number of something, no version, and no answer that took the mail', () => {
    for (const unit of [
      'bytes',
      'octets',
      'messages',
      'seconds',
      'hours',
      'days',
      'minutes',
      'recipients',
      'kb',
      'MB',
      'error(s)',
    ])
      is(undefined, `550 ${unit}`);
    is(undefined, '250 ok');
    is('2.0.0 @4: 2.0.0 ok', '250 2.0.0 ok');
    is(undefined, 'version 2.0.0 of it');
    is(undefined, 'program 2.1.5');
  });

  it('may be an enhanced code alone, with the words in front where it ends the line', () => {
    is('5.1.1 @0: no mailbox here (#5.1.1)', 'no mailbox here (#5.1.1)');
    is('5.1.1 @2: no mailbox here (#5.1.1)', '  no mailbox here (#5.1.1)');
    is('5.1.1 @1: 5.1.1 no', '#5.1.1 no');
    is('4.2.2 @0: 4.2.2 full', '4.2.2 full');
    is('5.1.1 @1: 5.1.1>', '<5.1.1>');
    is('5.7.1 @0: 550 no [5.7.1]', '550 no [5.7.1]');
    is(undefined, 'How to fix error code 5.1.1 in Exchange');
    is(undefined, 'See this article about error codes 5.7.1');
    is(undefined, 'x5.1.1');
    is(undefined, 'connect to 5.1.1.2 failed');
    is('5.1.1 @6: 5.1.1.', 'It is 5.1.1.');
    is(undefined, '15.1.1');
  });

  it('goes on with its code, and with what was folded', () => {
    is('- @0: 550-no / 550 such', '550-no', '550 such', '551 x');
    is('- @0: 550 no / such user', '550 no', 'such user', '', 'x');
    is('- @0: 550 no / 550 x', '550 no', '> 550 x'.slice(2));
    is('- @0: 550 no', '550 no', '551 x');
    is('- @0: 550 no', '550 no', '>>> DATA');
    is('- @4: 550 no / x', '<<< 550 no', '<<< x', 'y');
    for (const line of [
      '---',
      '===',
      '___',
      '***',
      'while talking to mx',
      '... while talking to mx',
      '<bob@b.test>:',
      'Your message',
      "I'm not going to try again",
      'Giving up on 192.0.2.1.',
      'The original message',
      'The following x',
      'Message x',
      'This is x',
      'This message',
      'Subject: x',
      'Reporting-MTA:',
      'bob@b.test',
      '<bob@b.test>: x',
      'bob@b.test Fri Nov',
    ])
      is('- @0: 550 no', '550 no', line);
    is('- @0: 550 / Your message is bad', '550', 'Your message is bad', '---');
    is('- @9: 550 5.1.1 / The following'.replace('- @9', '5.1.1 @6'), 'said: 550 5.1.1', 'The following', '');
    const many = Array.from({ length: 13 }, (_, i) => `line ${i}`);
    is(`- @0: ${['550 no', ...many.slice(0, 11)].join(' / ')}`, '550 no', ...many);
    assert.equal(saidAt(new Lines('550 no\nmore'), 0, 1)?.text, '550 no');
    assert.equal(saidAt(new Lines('551 x, 550 no'), 0, 1, 5)?.from, 7);
  });

  it('weighs what shows that a server said it', () => {
    weighs(2, '550 no');
    weighs(3, '550 5.1.1 no');
    weighs(2.5, '550 5.0.0 no');
    weighs(1, '5.1.1 no');
    weighs(3, 'host mx said: 550 no');
    weighs(3, '<<< 550 no');
    weighs(3, 'responded 550 no');
    weighs(3, '(reason: 550 no)');
  });
});

describe('what stands around a reply', () => {
  it('is a program of the mailer above', () => {
    const above = (line: string, reply: string): string | undefined => {
      const lines = new Lines(`${line}\n${reply}`);
      const found = saidAt(lines, 1, 2);
      return found && programAbove(lines, found);
    };
    const reply = '554 5.0.0 bob@b.test... Service unavailable';
    assert.equal(above('procmail: Quota exceeded', reply), 'procmail: Quota exceeded');
    assert.equal(above('mail.local: x', '554 bob@b.test... unknown mailer error 1'), 'mail.local: x');
    assert.equal(above('Procmail: x', reply), undefined);
    assert.equal(above('procmail:', reply), undefined);
    assert.equal(above('procmail: x', '554 5.0.0 bob@b.test... User unknown'), undefined);
    assert.equal(above('procmail: x', '450 5.0.0 bob@b.test... Service unavailable'), undefined);
    const alone = new Lines(reply);
    const found = saidAt(alone, 0, 1);
    assert.equal(found && programAbove(alone, found), undefined);
  });

  it('is how the last try ended, below words that the time is over', () => {
    const last = (...text: readonly string[]): string | undefined => {
      const lines = new Lines(text.join('\n'));
      const found = saidAt(lines, 0, text.length);
      return found && lastTryBelow(lines, found);
    };
    const over = "Remote Server returned '550 5.4.7 QUEUE.Expired'";
    assert.equal(last(over, '', "returned '451 4.7.0 x'"), undefined);
    assert.equal(last(`${over};`, "--- last error returned '451 4.7.0 later'"), "451 4.7.0 later'");
    assert.equal(last('550 5.4.7 expired', 'returned "451 4.7.0', 'later"'), '451 4.7.0 later"');
    assert.equal(last("550 5.4.7 x, it returned '451 4.7.0 now'"), "451 4.7.0 now'");
    assert.equal(last("550 5.4.8 x, it returned '451 4.7.0 now'"), undefined);
  });

  it('is joined without the marks of sendmail', () => {
    const lines = new Lines('ab <<< c\n<<< d\n  <<<e\nf');
    assert.equal(joined(lines, 0, 3, 1), 'b <<< c\nd\ne\nf');
    assert.equal(joined(lines, 1, 1), 'd');
  });

  it('is the host that was spoken with', () => {
    for (const words of [
      'while talking to mx.b.test.:',
      'rejected by mx.b.test [192.0.2.1]',
      'by mx.b.test[192.0.2.1]',
      'host mx.b.test[192.0.2.1] said',
      'host: mx.b.test (x)',
      'Remote host mx.b.test x',
      'remote server: mx.b.test',
      'Remote MTA mx.b.test:',
      'server mx.b.test (x)',
      'host mx.b.test x',
      'connect to mx.b.test: refused',
      'Connected to mx.b.test but',
      'connecting to mx.b.test',
      'mx.b.test [192.0.2.1]: no',
      'x\nmx.b.test does not like recipient.',
      'mx.b.test rejected it',
      'mx.b.test gave this error:',
      'server mx.b.test gave x',
      'Server mx.b.test returned x',
      'remote system: dns; mx.b.test',
      'SMTP server <mx.b.test>',
    ])
      assert.equal(hostIn(words), 'mx.b.test', words);
    assert.equal(hostIn('192.0.2.1 failed'), '192.0.2.1');
    assert.equal(hostIn('host 2001:db8::1 x'), '2001:db8::1');
    for (const words of ['host mx', 'the host is down', 'x', '']) assert.equal(hostIn(words), undefined, words);
  });
});
