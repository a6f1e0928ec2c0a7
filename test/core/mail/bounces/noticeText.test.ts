import assert from 'node:assert/strict';
import { type NoticeText, readNoticeText } from '../../../../src/core/mail/bounces/noticeText.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(type: string, encoding: string, body: string): { readonly text: string; readonly notice: NoticeText } {
  const text = `From: a@b.test\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
  return { text, notice: readNoticeText(text, readMessage(text, new Lines(text), 0, text.length).root) };
}

const is = (type: string, encoding: string, body: string, expected: string, literal = false): void => {
  const { notice } = read(type, encoding, body);
  assert.deepEqual([notice.lines.text, notice.literal, notice.unread], [expected, literal, undefined], body);
};

describe('the words of a notice', () => {
  it('are without their encoding, in their charset', () => {
    is('text/plain', '7bit', 'a\r\nb', 'a\nb', true);
    is('text/plain', 'Quoted-Printable', 'a =3D=C3=BC=\nb  \nc=', 'a =üb\nc=');
    is('text/plain; charset=iso-8859-1', 'quoted-printable', 'a=FC b_c', 'aü b_c');
    is('text/plain; charset=unknown-x', 'quoted-printable', 'a=FC', 'aü');
    is('text/plain', 'quoted-printable', 'ü=3Db', 'ü=b');
    is('text/plain', 'quoted-printable', 'a=\n=\nb', 'ab');
    is('text/plain', 'base64', Buffer.from('a ü\nb').toString('base64').replace(/.{4}/g, '$&\n'), 'a ü\nb');
    is('text/plain; charset=iso-8859-1', 'base64', Buffer.from('ü', 'latin1').toString('base64'), 'ü');
    is('text/plain', 'base64', 'YWJjYWJjY', 'abcabc');
    is('text/plain', 'base64', '!!', '');
    is('text/plain; charset=iso-2022-jp', '7bit', 'a\n\u001b$B%"\u001b(B b', 'a\nア b');
    is('text/plain', '7bit', '\u001b$B%"\u001b(B', 'ア');
  });

  it('of HTML are those that are shown, a line a block', () => {
    const html = (body: string, expected: string): void => is('text/html', '7bit', body, expected);
    html('<p>a  b\n c</p><br>d', '\na b c\n\nd');
    html('a<div>b</div>c<tr><td>d<li>e<h1>f<pre>g<hr>h<table>i', 'a\nb\nc\n\nd\ne\nf\ng\nh\ni');
    html('<style>x{}</style><script>y</script>z', 'z');
    html('a<b class="x">b</b><a href=y>c</a>', 'abc');
    html('&lt;a&gt;&nbsp;&amp;&quot;&#39;&#64;&euro;', '<a> &"\'@&euro;');
    is('text/html; charset=utf-8', 'quoted-printable', '<p>=C3=BC=\nb', '\nüb');
    is('text/html', 'base64', Buffer.from('<p>a').toString('base64'), '\na');
  });

  it('have their places in the document', () => {
    const place = (type: string, encoding: string, body: string, line: number, from?: number, to?: number): string => {
      const { text, notice } = read(type, encoding, body);
      const { start, end } = notice.place(line, from, to);
      return text.slice(start, end);
    };
    assert.equal(place('text/plain', '7bit', 'ab\ncdef', 1, 1, 3), 'de');
    assert.equal(place('text/plain', '7bit', 'ab\ncdef', 1), 'cdef');
    assert.equal(place('text/plain', '7bit', 'ab\ncdef', 1, 1), 'cdef');
    assert.equal(place('text/plain', '7bit', 'ab\ncdef', 9), 'cdef');
    assert.equal(place('text/plain', 'quoted-printable', 'ab\nc=3Ddef', 1, 1, 2), 'c=3Ddef');
    assert.equal(place('text/plain', 'quoted-printable', 'ab\nc=\nd\nef', 1, 0, 1), 'c=\nd');
    assert.equal(place('text/plain', 'quoted-printable', 'ab\nc=\nd\nef', 2, 0, 1), 'e');
    assert.equal(place('text/html', '7bit', '<p>a<p>b', 1, 0, 1), '<p>a<p>b');
    assert.equal(place('text/plain', 'base64', 'YWI=', 0, 0, 1), 'YWI=');
  });

  it('are looked at up to 48 KiB', () => {
    const long = 'x'.repeat(48 * 1024);
    assert.equal(read('text/plain', '7bit', long).notice.unread, undefined);
    for (const type of ['text/plain', 'text/html']) {
      const { text, notice } = read(type, '7bit', `${long}yz`);
      assert.equal(notice.lines.text.length, long.length);
      assert.equal(text.slice(notice.unread?.start, notice.unread?.end), 'yz');
    }
    const packed = Buffer.from('x'.repeat(48 * 1024)).toString('base64');
    assert.equal(read('text/plain', 'base64', packed).notice.unread === undefined, false);
  });
});
