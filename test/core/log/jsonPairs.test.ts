import assert from 'node:assert/strict';
import { jsonPairs } from '../../../src/core/log/jsonPairs.ts';

const pairs = (text: string): readonly string[] =>
  jsonPairs({ start: 3, end: 3 + text.length, text }).map(({ name, value }) => {
    if (!value.text.includes('\n')) assert.equal(text.slice(value.start - 3, value.end - 3), value.text);
    return `${name}=${value.text}`;
  });

describe('names and values in JSON behind a message', () => {
  it('are those of inner objects and of lists, too', () => {
    assert.deepEqual(pairs('{"a":"x","b":{"c":1,"d":[true,"y"]},"e":null,"f":-1.5}'), [
      'a=x',
      'c=1',
      'd=true',
      'd=y',
      'e=null',
      'f=-1.5',
    ]);
    assert.deepEqual(pairs('{"a":[{"b":1},"x"],"c" : "z"}'), ['b=1', 'a=x', 'c=z']);
    assert.deepEqual(pairs('{"a":"x\\ny"}'), ['a=x\ny']);
  });

  it('are read where it is cut off, too', () => {
    assert.deepEqual(pairs('{"a":"x","b":"cut off'), ['a=x', 'b=cut off']);
    assert.deepEqual(pairs('{"a":"'), ['a=']);
    assert.deepEqual(pairs('{"a":x,"b":1'), ['b=1']);
    assert.deepEqual(pairs('"x"}'), ['=x']);
  });

  it('names recipients by what is said of each', () => {
    assert.deepEqual(pairs('{"errs":{"b@contoso.test":"no such user","x":"y"}}'), [
      'rcpt=b@contoso.test',
      'b@contoso.test=no such user',
      'x=y',
    ]);
  });
});
