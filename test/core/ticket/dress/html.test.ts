import { html } from '../../../../src/core/ticket/dress/html.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('a header in markup', () =>
    takenOff(html, [
      ['<p>From: a</p><p>To: b</p>', 1, 'From: a\nTo: b\n'],
      ['<p>From: a</p>\n<p>To: b</p>\n', 2, 'From: a\nTo: b\n'],
      ['x <p>From: a</p>'],
      ['From: a<br>\nTo: b<br />\nSubject: c\n\nend', 3, 'From: a\nTo: b\nSubject: c\n'],
      ['From: a <b>x</b>'],
      ['<code>From: a\nTo: b</code> x\nend', 2, 'From: a\nTo: b x\n'],
      ['<pre>From: a\nTo: b', 2, 'From: a\nTo: b'],
      ['<table><tr><td>From</td><td>a</td></tr>\n</table>\n<p>end</p>', 2, 'From: a\n'],
      ['<ul><li>From: a</li><li>To: b</li></ul>', 1, 'From: a\nTo: b\n'],
      ['<h1>From: a</h1><h2>To: b</h2>', 1, 'From: a\nTo: b\n'],
      ['<div>From: a\nb\nc</div>\nd\n', 3, 'From: a\nb\nc\n'],
      ['<div>From: a</div>\n\n\n<div>To: b</div>\n\n\n', 4, 'From: a\n\n\nTo: b\n'],
      ['<div>From: a</div>\n more\n<div>To: b</div>\n more\n and\nend\n', 5, 'From: a\n more\nTo: b\n more\n and\n'],
      ['<b>From:</b> a<br><b>To:</b> b', 1, 'From: a\nTo: b'],
      ['<span>From: a</span>&nbsp;<span>b</span>', 1, 'From: a b'],
      ['<div>From: a</div>  <div>To: b</div>', 1, 'From: a\nTo: b\n'],
      ['<div>From: a</div>&nbsp;<div>To: b</div>', 1, 'From: a\nTo: b\n'],
      ['<t:InternetMessageHeader HeaderName="To">b</t:InternetMessageHeader>', 1, 'To: b\n'],
      ["<InternetMessageHeader HeaderName = 'To'>b\nc</InternetMessageHeader>", 2, 'To: b\n c\n'],
      ['<t:InternetMessageHeader Name="To">b</t:InternetMessageHeader>', 1, 'b\n'],
      ['<p>From: a\r\nTo: b\r\n</p>', 3, 'From: a\nTo: b\n'],
      ['<x>From: a</x>'],
      ['<tr><th>From:</th><td>a</td></tr>', 1, 'From: a\n'],
      ['<table><tr><td>From me</td><td>a</td></tr></table>'],
      ['<table><tr><td>1</td><td>2</td></tr></table>'],
      ['<table><tr><td> From : </td><td>a<b>b</b></td></tr><tr><td>To</td><td>c', 1, 'From: ab\nTo: c\n'],
    ]));
});
