import assert from 'node:assert/strict';
import { handedOver } from '../../../../src/core/mail/bounces/handedOver.ts';
import { unquotedText } from '../../../../src/core/mail/bounces/pastedNotice.ts';

/** What a text says of Bob as `host status: what was said`, and what it is told by. */
function told(text: readonly string[], end = text.length): readonly string[] {
  const whole = text.join('\n');
  const found = handedOver(unquotedText(whole, 0, whole.length), 'Bob@b.test', end);
  if (found === undefined) return [];
  const { remoteMta, status, said, saidSpan } = found;
  return [`${remoteMta ?? '-'} ${status ?? '-'}: ${said}`, whole.slice(saidSpan.start, saidSpan.end)];
}

const is = (expected: string | undefined, ...text: readonly string[]): void =>
  assert.equal(told(text)[0], expected, text.join(' / '));

describe('mail that Postfix handed over', () => {
  it('was given to a host, or delivered there', () => {
    is('mx.b.test -: 250 2.0.0 Ok', '<bob@b.test>: delivery via mx.b.test[192.0.2.1]:25: 250 2.0.0 Ok');
    is('mx.b.test -: 250-Ok', ' <BOB@b.test>: delivery via mx.b.test[192.0.2.1]:25: 250-Ok');
    is('- 2.0.0: delivered to mailbox', '<bob@b.test>: delivery via local: delivered to mailbox');
    is('- 2.0.0: forwarded as 1', '<bob@b.test>: delivery via local: forwarded as 1');
    is('mx.b.test -: 250 Ok\n    queued', '<bob@b.test>: delivery via mx.b.test:', '    250 Ok', '    queued', 'x');
    is('mx.b.test -: 250 Ok', '<bob@b.test> (expanded from <x@b.test>): delivery via mx.b.test: 250 Ok');
    is('mx.b.test -: 250 Ok', '<bob@b.test> (expanded from', '    <x@b.test>): delivery via mx.b.test: 250 Ok');
    is('mx250.b.test -: 250 Ok', '<bob@b.test>: delivery via mx250.b.test: 250 Ok');
    is('mx.b.test -: 250 1\n 2\n 3\n 4', '<bob@b.test>: delivery via mx.b.test: 250 1', ' 2', ' 3', ' 4', ' 5');
  });

  it('was not where the last line about it says something else', () => {
    is(undefined, '<bob@b.test>: delivery via mx.b.test: 250 Ok', '<bob@b.test>: host mx said: 550 no');
    is('mx.b.test -: 250 Ok', '<bob@b.test>: host mx said: 450 no', '<bob@b.test>: delivery via mx.b.test: 250 Ok');
    is(undefined, '<bob@b.test>: delivery via mx.b.test: 550 no');
    is(undefined, '<kim@b.test>: delivery via mx.b.test: 250 Ok');
    is(undefined, 'to <bob@b.test>: delivery via mx.b.test: 250 Ok');
    is(undefined);
    assert.deepEqual(told(['x', '<bob@b.test>: delivery via mx.b.test: 250 Ok'], 1), []);
    assert.deepEqual(told([...Array.from({ length: 400 }, () => ''), '<bob@b.test>: delivery via mx: 250 Ok']), []);
  });

  it('is told by its lines alone', () => {
    assert.equal(
      told(['x', '<bob@b.test>: delivery via mx.b.test:', '  250 Ok', 'y'])[1],
      '<bob@b.test>: delivery via mx.b.test:\n  250 Ok',
    );
    assert.equal(told(['<bob@b.test>: delivery via mx.b.test: 250 Ok', '  zz'], 1)[1]?.includes('zz'), false);
  });
});
