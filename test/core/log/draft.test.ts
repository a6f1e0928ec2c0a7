import assert from 'node:assert/strict';
import { keep, newDraft, setDelay, setPeer, setReply, setSize } from '../../../src/core/log/draft.ts';
import type { LogWord } from '../../../src/core/log/log.ts';

const word = (text: string): LogWord => ({ start: 5, end: 5 + text.length, text });
const draft = () => newDraft('postfix', word('line'));

describe('an entry while its line is read', () => {
  it('has a size in octets, also where that is in thousands', () => {
    for (const [text, value, said] of [
      ['918', 918, '918'],
      ['1.2K', 1229, '1.2K'],
      ['2K', 2048, '2K'],
      ['3M', 3_145_728, '3M'],
      ['1G', 1_073_741_824, '1G'],
      ['918 bytes', 918, '918'],
    ] as const) {
      const one = draft();
      setSize(one, word(text));
      assert.equal(one.size?.value, value, text);
      assert.equal(one.size?.text, said, text);
      assert.deepEqual([one.size?.start, one.size?.end], [5, 5 + said.length]);
    }
    const none = draft();
    setSize(none, word('many'));
    assert.equal(none.size, undefined);
  });
  it('has a delay where that is one', () => {
    const delayOf = (text: string): number | undefined => {
      const one = draft();
      setDelay(one, word(text));
      return one.delay?.value;
    };
    assert.deepEqual(['soon', '1.5'].map(delayOf), [undefined, 1.5]);
  });
  it('has peers by their side', () => {
    const one = draft();
    setPeer(one, 'client', word('a.test[192.0.2.7]'));
    setPeer(one, 'relay', word('mx.contoso.test[192.0.2.1]:25'));
    assert.deepEqual(
      [one.client?.host?.text, one.client?.ip?.text, one.relay?.host?.text, one.relay?.port?.text],
      ['a.test', '192.0.2.7', 'mx.contoso.test', '25'],
    );
  });
  it('has the reply of a server, and the id of a message that was taken', () => {
    for (const [text, codeless, code, enhanced, id] of [
      ['250 2.0.0 Ok: queued as 9C21B40A11', false, 250, '2.0.0', '9C21B40A11'],
      ['450 4.2.0 Later, queued as 9C21B40A11', false, 450, '4.2.0', undefined],
      ['5.7.1 Spam', true, undefined, '5.7.1', undefined],
      ['5.7.1 Spam', false, undefined, undefined, undefined],
      ['Hello.', true, undefined, undefined, undefined],
    ] as const) {
      const one = draft();
      setReply(one, word(text), codeless);
      assert.deepEqual([one.reply?.code, one.reply?.enhanced, one.nextQueueId?.text], [code, enhanced, id], text);
    }
  });
  it('keeps the rest in the order in which it came', () => {
    const one = draft();
    keep(one, 'a', word('1'));
    keep(one, 'b', word('2'));
    assert.deepEqual(
      one.fields.map(({ name, text }) => `${name}=${text}`),
      ['a=1', 'b=2'],
    );
    assert.deepEqual([one.format, one.start, one.end], ['postfix', 5, 9]);
  });
});
