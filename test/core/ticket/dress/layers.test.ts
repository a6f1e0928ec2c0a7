import assert from 'node:assert/strict';
import { Lines } from '../../../../src/core/text/lines.ts';
import { entities } from '../../../../src/core/ticket/dress/entities.ts';
import { formatList } from '../../../../src/core/ticket/dress/formatList.ts';
import { html } from '../../../../src/core/ticket/dress/html.ts';
import { json } from '../../../../src/core/ticket/dress/json.ts';
import type { Layer } from '../../../../src/core/ticket/dress/layer.ts';
import { marks } from '../../../../src/core/ticket/dress/marks.ts';
import { markedNames, namesAbove } from '../../../../src/core/ticket/dress/names.ts';
import { spacing } from '../../../../src/core/ticket/dress/spacing.ts';
import { tables } from '../../../../src/core/ticket/dress/tables.ts';

/** A text, what stands in it without its dress, and the line behind the last one that was read. */
const dressed: readonly (readonly [layer: Layer, text: string, without: string, endLine: number])[] = [
  [
    html,
    '<table><tr><td>From:</td><td>a@contoso.test</td></tr><tr><td>*</td><td>x</td></tr><tr><th> To </th><td>b@contoso.test</td></tr></table>\nBye\n',
    'From: a@contoso.test\nTo: b@contoso.test\n',
    1,
  ],
  [
    html,
    '<table>\n<tr><td>Received</td><td>from a.test\nby b.test</td><td>7</td></tr>\n<tr><td>1</td><td>Subject</td><td>Offer &amp; more</td></tr>\n</table>\n',
    'Received: from a.test\n by b.test\nSubject: Offer & more\n',
    5,
  ],
  [
    html,
    '<div>From: a@contoso.test</div><div>To: b@contoso.test</div>\n<p>Subject: A<br>B</p>',
    'From: a@contoso.test\nTo: b@contoso.test\nSubject: A\nB\n',
    2,
  ],
  [
    html,
    'From: a@contoso.test<br>To: &lt;b@contoso.test&gt;<br/>\nSubject: A<br><br>text',
    'From: a@contoso.test\nTo: <b@contoso.test>\nSubject: A\n\ntext',
    2,
  ],
  [
    html,
    '<pre>From: a@contoso.test\r\nTo: b@contoso.test\r\n</pre>\r\nafter\r\n',
    'From: a@contoso.test\nTo: b@contoso.test\n',
    3,
  ],
  [
    html,
    '<t:InternetMessageHeader HeaderName="Received">from a.test\n by b.test</t:InternetMessageHeader><t:InternetMessageHeader HeaderName=\'To\'>b@contoso.test</t:InternetMessageHeader>',
    'Received: from a.test\n  by b.test\nTo: b@contoso.test\n',
    2,
  ],
  [
    html,
    '<p><b>From:</b> a@contoso.test</p> <p>&nbsp;x</p>\n\n<p>To: b@contoso.test</p>',
    'From: a@contoso.test\n x\n\nTo: b@contoso.test\n',
    3,
  ],
  [
    markedNames,
    '**From:** a@contoso.test\n*To*: `b@contoso.test`\n- Subject: ``Offer ` one`` \nplain\n`Date:` Fri\n',
    'From: a@contoso.test\nTo: b@contoso.test\nSubject: ``Offer ` one`` \nplain\nDate: Fri\n',
    6,
  ],
  [markedNames, '- From: a\n- To: `b@contoso.test`  \r\n', 'From: a\nTo: b@contoso.test  \r\n', 3],
  [
    namesAbove,
    'From\na@contoso.test\n\nTo:\nb@contoso.test\nSubject\nOffer\n goes on\n\n\n\nend\n',
    'From:\n a@contoso.test\nTo:\n b@contoso.test\nSubject:\n Offer\n goes on\n\n\n\nend\n',
    13,
  ],
  [
    namesAbove,
    'Message-ID\n<1@contoso.test>\nX-Mailer\nDate\nSubject\nOffer: December\n',
    'Message-ID:\n <1@contoso.test>\nX-Mailer:\n Date\nSubject:\nOffer: December\n',
    7,
  ],
  [
    tables,
    '| From | a@contoso.test |\n|---|---|\n| **To** | `b\\|c@contoso.test` |\n| | more |\n| Subject |\nend\n',
    'From: a@contoso.test\nTo: b|c@contoso.test\n more\n',
    4,
  ],
  [
    tables,
    '| From | a@contoso.test |\n| To | b@contoso.test |\n|  | and more |\n|  |  |\n| ** | x |\n| Subject | Offer |\nend\n',
    'From: a@contoso.test\nTo: b@contoso.test\n and more\n x\nSubject: Offer\n',
    6,
  ],
  [
    tables,
    'From,a@contoso.test\nSubject,"never closed\n and on\nTo,b@contoso.test\n',
    'From: a@contoso.test\nSubject: never closed\n and on\n To,b@contoso.test\n \n',
    5,
  ],
  [tables, 'From,a@contoso.test\nTo,b@contoso.test', 'From: a@contoso.test\nTo: b@contoso.test\n', 2],
  [
    html,
    '<table><tr><td>From:</td><td>a@contoso.test</td></tr><tr><td></td><td>x</td></tr><tr><td>To</td><td>b@contoso.test</td><td>c</td></tr></table>\nBye\n',
    'From: a@contoso.test\nTo: b@contoso.test\n',
    1,
  ],
  [html, '<td>From</td><td>a@contoso.test</td>\n', 'From: a@contoso.test\n', 1],
  [
    html,
    '<table><tr><td>From</td><td>a@contoso.test</td><td>To</td><td>b@contoso.test</td></tr><tr><td>1</td><td>Date</td><td>&lt;Fri&gt;</td></tr></table>\n',
    'From: a@contoso.test\nDate: <Fri>\n',
    1,
  ],
  [
    tables,
    '| 1 | Message-ID | <1@contoso.test> |\n| 2 | To | b@contoso.test |\n',
    'Message-ID: <1@contoso.test>\nTo: b@contoso.test\n',
    2,
  ],
  [
    tables,
    '"From","a@contoso.test"\n"Subject","He said ""no"""\nTo,b@contoso.test\n',
    'From: a@contoso.test\nSubject: He said "no"\nTo: b@contoso.test\n',
    4,
  ],
  [tables, 'From;a@contoso.test\r\nTo;"b\r\nc"\r\nend\r\n', 'From: a@contoso.test\nTo: b\r\n c\n', 3],
  [
    tables,
    'From\ta@contoso.test\nTo\tb@contoso.test\n\tmore\nend\n',
    'From:\ta@contoso.test\nTo:\tb@contoso.test\n\tmore\n',
    3,
  ],
  [
    tables,
    'From       a@contoso.test\nTo         b@contoso.test\n           more\nMessage-ID <1@contoso.test>\n',
    'From:       a@contoso.test\nTo:         b@contoso.test\n           more\nMessage-ID: <1@contoso.test>\n',
    4,
  ],
  [
    json,
    '{"headers": "From: a@contoso.test\\r\\nTo: \\u003cb@contoso.test\\u003e\\r\\n"}\n',
    'From: a@contoso.test\r\nTo: <b@contoso.test>\r\n',
    1,
  ],
  [
    json,
    '[{"name": "From", "value": "a@contoso.test"}, {"name": "To", "value": "b\\tc"}]\n',
    'From: a@contoso.test\nTo: b\tc\n',
    1,
  ],
  [
    marks,
    '> From: a@contoso.test\n> To: b@contoso.test\n>  more\nend\n',
    'From: a@contoso.test\nTo: b@contoso.test\n more\n',
    3,
  ],
  [marks, '12: From: a@contoso.test\n13: To: b@contoso.test\n', 'From: a@contoso.test\nTo: b@contoso.test\n', 2],
  [
    entities,
    'From: &lt;a@contoso.test&gt;\nTo: &#98;@contoso.test &amp;amp; &quot;c&quot;\n\nbody &lt;\n',
    'From: <a@contoso.test>\nTo: b@contoso.test &amp; "c"\n\nbody <\n',
    5,
  ],
  [
    formatList,
    'Name  : From\nValue : a@contoso.test\n\nName  : To\nValue : b@contoso.test\n\n\nend\n',
    'From: a@contoso.test\nTo: b@contoso.test\n',
    5,
  ],
  [
    formatList,
    'Name  : From\r\nValue : a@contoso.test\r\n\r\nName  : To\r\nValue : b@contoso.test\r\n',
    'From: a@contoso.test\nTo: b@contoso.test\n',
    5,
  ],
  [
    formatList,
    'HeaderName: From\nHeaderValue: a@contoso.test\nKey = To\nContent = b@contoso.test\nField: X\nValue: y\n',
    'From: a@contoso.test\nTo: b@contoso.test\nX: y\n',
    6,
  ],
  [
    formatList,
    'Name  : Received\nValue : from a.contoso.test\n        by b.contoso.test\nName  : To\nValue : x\n',
    'Received: from a.contoso.test by b.contoso.test\nTo: x\n',
    5,
  ],
  [
    formatList,
    'Name  : Received\nValue : from a.contoso.test (a.contoso.te\n        st [192.0.2.7]) by b.contoso.test\n        ith SMTP\nName  : To\nValue : x\n',
    'Received: from a.contoso.test (a.contoso.test [192.0.2.7]) by b.contoso.testith SMTP\nTo: x\n',
    6,
  ],
  [
    formatList,
    'Name  : Received\nValue : from a.contoso.test (a.contoso.te\n        by b.contoso.test\n        with SMTP\n',
    'Received: from a.contoso.test (a.contoso.te by b.contoso.test with SMTP\n',
    4,
  ],
  [formatList, 'Name  : Received\nValue : from a\n\n\n\nName  : To\nValue : x\n', 'Received: from a\nTo: x\n', 7],
  [formatList, 'Name  : Received\nValue : from a\n\n\n\n\nName  : To\nValue : x\n', 'Received: from a\n', 2],
  [formatList, 'Header  : From\nValue :\nName: To\nValue: b', 'From: \nTo: b\n', 4],
  [formatList, 'Name  : Name\nValue : x\n', 'Name: x\n', 2],
  [formatList, '        Name : From\n        Value : x\nName : To me\nValue : y\n', 'From: x\n', 2],
  [
    spacing,
    'From: a@contoso.test\n\nTo: b@contoso.test\n\nSubject: x\n\n\n\nbody\n',
    'From: a@contoso.test\nTo: b@contoso.test\nSubject: x\n\n\n\nbody\n',
    10,
  ],
];

/** What is not dressed so, or is too little to tell. */
const bare: readonly (readonly [layer: Layer, text: string])[] = [
  [formatList, 'Name  : From\nText : a\n'],
  [formatList, 'Name  : From\n'],
  [formatList, 'Name  : From me\nValue : a\n'],
  [formatList, 'Name From\nValue : a\n'],
  [formatList, '         Name : From\n         Value : x\n'],
  [formatList, 'Name:From\nValue:x\n'],
  [markedNames, 'From: a\n**To:** b\n'],
  [namesAbove, 'From\na@contoso.test\nTo\nb@contoso.test\n'],
  [tables, '| Name | Value |\n| --- | --- |\n| From | a@contoso.test |\n'],
  [tables, 'From\ta@contoso.test\nend\n'],
];

describe('what a header is dressed in', () => {
  for (const [layer, text, without, endLine] of dressed) {
    const cover = layer(new Lines(text));
    it(`is taken off ${JSON.stringify(text)}`, () => {
      assert.equal(cover?.text, without);
      assert.equal(cover.endLine, endLine);
    });
    it(`leaves each character at its place in ${JSON.stringify(text)}`, () => {
      let [index, offset] = [0, 0];
      for (const run of cover?.runs ?? []) {
        assert.equal(run.index, index);
        assert.ok(run.offset >= offset, JSON.stringify(run));
        index += run.length;
        offset = run.offset + run.source;
        if (run.source === run.length)
          assert.equal(without.slice(run.index, index), text.slice(run.offset, offset), JSON.stringify(run));
      }
      assert.equal(index, without.length);
    });
  }
  for (const [layer, text] of bare)
    it(`is not seen in ${JSON.stringify(text)}`, () => assert.equal(layer(new Lines(text)), undefined));
});
