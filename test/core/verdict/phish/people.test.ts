import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { fromOf, recipientDomains, recipientsOf, subjectOf } from '../../../../src/core/verdict/phish/people.ts';

type Read = ReturnType<typeof readMessage>;

const read = (...header: readonly string[]): Read => {
  const text = `${header.join('\n')}\n\nbody\n`;
  return readMessage(text, new Lines(text), 0, text.length);
};

describe('the people of a message', () => {
  it('are who got it by any field that says so, in small letters, and nobody who has no address', () => {
    const got = (...header: readonly string[]): readonly string[] => [...recipientsOf(read(...header))];
    for (const name of [
      'To',
      'Cc',
      'Bcc',
      'Delivered-To',
      'X-Original-To',
      'Envelope-To',
      'X-Envelope-To',
      'Resent-To',
    ])
      assert.deepEqual(got(`${name}: Bob <Bob@Contoso.test>`), ['bob@contoso.test'], name);
    assert.deepEqual(got('To: undisclosed-recipients:;', 'Cc: bob', 'X-To: bob@contoso.test'), []);
    assert.deepEqual(got('To: bob@contoso.test, carl@contoso.test', 'Cc: bob@contoso.test'), [
      'bob@contoso.test',
      'carl@contoso.test',
    ]);
  });

  it('are who got it by the way that it took', () => {
    const hop =
      'Received: from a.test (a.test [192.0.2.1]) by mx.contoso.test with ESMTP id 1 for <Bob@contoso.test>; Sat, 21 Nov 2026 10:00:01 +0000';
    assert.deepEqual([...recipientsOf(read(hop))], ['bob@contoso.test']);
    assert.deepEqual([...recipientDomains(read(hop, 'To: carl@fabrikam.test, x'))].sort(), [
      'contoso.test',
      'fabrikam.test',
    ]);
  });

  it('are its author, also with a comma in the name or quotes around the address', () => {
    const from = (value: string): readonly (string | undefined)[] => {
      const box = fromOf(read(`From: ${value}`));
      return [box?.name, box?.address];
    };
    assert.deepEqual(from('Ann <ann@contoso.test>'), ['Ann', 'ann@contoso.test']);
    assert.deepEqual(from('Berg, Ann <ann@contoso.test>'), ['Berg, Ann', 'ann@contoso.test']);
    assert.deepEqual(from('a@contoso.test, b@contoso.test')[1], 'a@contoso.test');
    assert.deepEqual(from('a, b')[1], 'a');
    assert.deepEqual(fromOf(read('To: a@contoso.test')), undefined);
  });

  it('see its subject in letters', () => {
    assert.equal(subjectOf(read('Subject: =?utf-8?Q?H=C3=A9?=')), 'Hé');
    assert.equal(subjectOf(read('Subject: plain')), 'plain');
    assert.equal(subjectOf(read('To: a@contoso.test')), '');
  });
});
