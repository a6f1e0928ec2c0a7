import assert from 'node:assert/strict';
import { formFields, isForm } from '../../../../src/core/log/exports/formEncoded.ts';

const fields = (text: string): readonly string[] =>
  formFields({ start: 5, end: 5 + text.length, text }).map(({ name, under, value }) => {
    assert.equal(text.slice(value.start - 5, value.end - 5).length, value.end - value.start);
    return `${[...under, name].join('.')}=${value.text}`;
  });

describe('what a service posts as a form', () => {
  it('has an address in it, and something of what happened', () => {
    for (const name of ['event', 'type', 'status', 'action', 'code', 'error', 'bounce', 'reason', 'delivery-status'])
      assert.equal(isForm(`${name}=x&recipient=bob%40contoso.test`), true, name);
    assert.equal(isForm('a[event]=x&b=%40'), true);
    assert.equal(isForm('a%5Bevent%5D=x&b=%40'), true);
    for (const text of [
      'event=x&recipient=bob@contoso.test',
      'colour=x&recipient=bob%40contoso.test',
      'event=bob%40contoso.test',
      'event=x y&recipient=bob%40contoso.test',
      '1event=x&recipient=bob%40contoso.test',
      'event&recipient=bob%40contoso.test',
    ])
      assert.equal(isForm(text), false, text);
  });

  it('names its values, also within brackets, and means what it is unescaped', () => {
    assert.deepEqual(fields('event=bounced&to=bob%40contoso.test&words=a+b%20c'), [
      'event=bounced',
      'to=bob@contoso.test',
      'words=a b c',
    ]);
    assert.deepEqual(fields('contact[email]=a&contact%5Btags%5D%5B0%5D=b&x[0][y]=c'), [
      'contact.email=a',
      'contact.tags=b',
      'x.y=c',
    ]);
    assert.deepEqual(fields('a=1=2&b='), ['a=1=2', 'b=']);
    assert.deepEqual(fields('a=100%&b=%zz+x'), ['a=100%', 'b=%zz+x']);
  });
});
