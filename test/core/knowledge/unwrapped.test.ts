import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { unwrapped } from '../../../src/core/knowledge/unwrapped.ts';

const becomes = (text: string, line: string): void => assert.equal(unwrapped(text), line);

/** The same words told to be the same, however they are wrapped. */
function same(...texts: readonly string[]): void {
  const [first, ...others] = texts.map((text) => explainText(text));
  assert.notEqual(first?.explanation.basis, 'class');
  for (const other of others) assert.deepEqual(other, first);
}

describe('a wrapped text', () => {
  it('stays as it is where nothing is wrapped', () => {
    const text = '550 5.1.1 <bob@contoso.test>... User unknown';
    assert.equal(unwrapped(text), text);
    becomes('', '');
  });

  it('has single blanks', () => becomes('550  no\tsuch\u00a0 user', '550 no such user'));

  it('has no line breaks and no folding', () => {
    becomes(
      'smtp; 550 5.1.1\r\n\t<bob@contoso.test>... User\r\n  unknown',
      'smtp; 550 5.1.1 <bob@contoso.test>... User unknown',
    );
    becomes('550 no\rsuch\nuser', '550 no such user');
  });

  it('has the code once', () => {
    becomes('550-5.7.26 one\r\n550-5.7.26 two\r\n550 5.7.26 three', '550-5.7.26 one two three');
    becomes('550-one\n550 two', '550-one two');
    becomes('550-5.7.1 one 550-5.7.1 two 550 5.7.1 three', '550-5.7.1 one two three');
    becomes('550-one\\n550-two\\n550 three', '550-one two three');
    becomes('host said: 550-one\n    550 two', 'host said: 550-one two');
  });

  it('has no breaks that are spelled out behind its code', () => {
    becomes('550\\n5.7.1Unwanted\\nbob@contoso.test', '550 5.7.1Unwanted bob@contoso.test');
    becomes('user CONTOSO\\nancy is unknown', 'user CONTOSO\\nancy is unknown');
  });

  it('keeps other numbers', () => {
    becomes('550-one\n250 two', '550-one 250 two');
    becomes('550 see room 550 upstairs\n5501 x', '550 see room 550 upstairs 5501 x');
    becomes('C:\\new\\550 x  y', 'C:\\new\\550 x y');
  });

  it('has no marks of a quotation', () => becomes('> 550 no\n> > such user', '> 550 no such user'));
});

describe('known words', () => {
  it('are found however they are wrapped', () => {
    same(
      '550 5.7.1 Relaying denied',
      '550 5.7.1 Relaying\ndenied',
      '550 5.7.1 Relaying\r\n\t denied',
      '550-5.7.1 Relaying\r\n550 5.7.1 denied',
      '550-5.7.1 Relaying 550 5.7.1 denied',
      '550-5.7.1 Relaying\\n550 5.7.1 denied',
      '> 550 5.7.1 Relaying\n>   denied',
    );
    same('connect to mx1[192.0.2.1]:25: Connection refused', 'connect to mx1[192.0.2.1]:25: Connection\n    refused');
  });

  it('are found in a reply that a caller took apart', () => {
    const reason = (text: string): string => explainReply({ code: 550, text }).reason;
    assert.equal(reason('Relaying\r\n550 denied'), 'relaying-denied');
    assert.equal(reason('mailbox  is\tfull'), reason('mailbox is full'));
  });

  it('tell the command that the reply answers over a line break', () =>
    same('said: 550 no (in reply to MAIL FROM command)', 'said: 550 no (in reply\n    to MAIL FROM command)'));
});

describe('a hostile text', () => {
  it('is unwrapped in bounded time', () => {
    for (const part of ['\n', '\t ', '\n550-', ' 550-', '\\n550 ', '> > ', '\r\n>']) {
      assert.ok(unwrapped(`550-x${part.repeat(200_000)}`).length <= 6000, part);
    }
  });
});
