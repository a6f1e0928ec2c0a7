import assert from 'node:assert/strict';
import type { Message, Part } from '../../../src/core/mail/message.ts';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { spanText } from '../../../src/core/text/span.ts';

function read(text: string): Message {
  const lines = new Lines(text);
  return readMessage(text, lines, 0, text.length);
}

const lined = (...lines: string[]): string => lines.join('\r\n');

/** The tree of parts as one line: types, names and what each body holds. */
function tree(text: string): string {
  const show = (part: Part): string =>
    [
      part.contentType,
      part.filename === undefined ? '' : ` ${part.attachment ? 'attached' : 'named'} "${part.filename}"`,
      part.parts.length === 0 && part.message === undefined ? ` <${spanText(text, part.body)}>` : '',
      part.parts.length > 0 ? ` [${part.parts.map(show).join(', ')}]` : '',
      part.message === undefined ? '' : ` {${show(part.message.root)}}`,
    ].join('');
  return show(read(text).root);
}

describe('the header of a message', () => {
  it('unfolds its fields and keeps their places', () => {
    const text = 'Subject: one\r\n\ttwo\r\nX-Empty:\r\nTo : a@b.test\r\n\r\nbody\r\n';
    const message = read(text);
    assert.deepEqual(
      message.fields.map(({ name, value, valueSpan }) => [name, value, spanText(text, valueSpan)]),
      [
        ['Subject', 'one\ttwo', ' one\r\n\ttwo'],
        ['X-Empty', '', ''],
        ['To', 'a@b.test', ' a@b.test'],
      ],
    );
    assert.equal(spanText(text, message.header), 'Subject: one\r\n\ttwo\r\nX-Empty:\r\nTo : a@b.test\r\n');
    assert.equal(spanText(text, message.body), 'body\r\n');
  });

  it('knows the quoted copy of that line too', () => {
    const text =
      'From a@b.test Sat Apr 21 03:01:01 2018\n>From a@b.test Sat Apr 21 03:01:01 2018\nSubject: x\n\nbody\n';
    const message = read(text);
    assert.deepEqual(
      message.fields.map((field) => field.name),
      ['Subject'],
    );
  });

  it('knows the line in front of a message in an mbox', () => {
    const text = 'From a@b.test Sat Apr 21 03:01:01 2018\nSubject: x\n\nbody\n';
    const message = read(text);
    assert.equal(message.mboxLine && spanText(text, message.mboxLine), 'From a@b.test Sat Apr 21 03:01:01 2018');
    assert.equal(message.fields.length, 1);
  });

  it('keeps lines that are no field apart, a web address and a time of day among them', () => {
    const text = 'Subject: x\nhttps://contoso.test/\n16:20:05 -0400\nTo: a@b.test\n\n';
    const message = read(text);
    assert.deepEqual(
      message.fields.map((field) => field.name),
      ['Subject', 'To'],
    );
    assert.deepEqual(
      message.strayLines.map((line) => spanText(text, line)),
      ['https://contoso.test/', '16:20:05 -0400'],
    );
  });

  it('ends at a line of blanks, unless the header goes on behind it', () => {
    assert.equal(read('Subject: x\n \nHello there\n').fields.length, 1);
    assert.equal(read('Subject: x\n \n more\nTo: a\n\nb').fields.length, 2);
  });

  it('may begin behind empty lines, end with the text, or not be there', () => {
    assert.equal(read('\n\nFrom: a@b.test\nTo: c@d.test\n').fields.length, 2);
    assert.equal(read('Subject: x').fields.length, 1);
    const prose = read('no colon here\nnor here\n');
    assert.deepEqual([prose.fields.length, prose.body.start], [0, 0]);
    assert.equal(read('').fields.length, 0);
    assert.equal(read('\0\u0001\ufffd\r\r\n').fields.length, 0);
  });

  it('reads any line ending', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const message = read(['Subject: x', ' y', 'To: z', '', 'body'].join(eol));
      assert.deepEqual(
        message.fields.map((field) => field.value),
        ['x y', 'z'],
      );
    }
  });

  it('lists its hops oldest first', () => {
    const message = read('Received: by b; 1 Jan 2020 00:00:01 +0000\nReceived: by a; 1 Jan 2020 00:00:00 +0000\n\n');
    assert.deepEqual(
      message.hops.map((hop) => hop.by),
      ['a', 'b'],
    );
  });
});

describe('the parts of a message', () => {
  const part = (boundary: string, ...lines: string[]): string => lined(`--${boundary}`, ...lines);

  it('are plain text where nothing is said, or nothing readable', () => {
    assert.equal(tree('Subject: x\r\n\r\nbody'), 'text/plain <body>');
    assert.equal(tree('Content-Type: nonsense\r\n\r\nbody'), 'text/plain <body>');
  });

  it('nest', () => {
    const text = lined(
      'Content-Type: multipart/mixed; boundary="out er"',
      '',
      'preamble',
      part('out er', 'Content-Type: multipart/alternative; boundary=in', ''),
      part('in', '', 'plain'),
      part('in', 'Content-Type: text/html', '', '<b>'),
      '--in--',
      'epilogue',
      part('out er', 'Content-Type: image/gif; name=a.gif', 'Content-Disposition: inline', '', 'R0lG'),
      '--out er--',
      'epilogue',
    );
    assert.equal(
      tree(text),
      'multipart/mixed [multipart/alternative [text/plain <plain>, text/html <<b>>], image/gif named "a.gif" <R0lG>]',
    );
  });

  it('end with the text where the last boundary is missing, and take no boundary for a longer one', () => {
    const text = lined('Content-Type: multipart/mixed; boundary=a', '', '--a', '', 'one', '--ab', '--a  ', '', 'two');
    assert.equal(tree(text), 'multipart/mixed [text/plain <one\r\n--ab>, text/plain <two>]');
    assert.equal(tree('Content-Type: multipart/mixed; boundary=a\r\n\r\nno parts'), 'multipart/mixed <no parts>');
    assert.equal(tree('Content-Type: multipart/mixed\r\n\r\n--a\r\n'), 'multipart/mixed <--a\r\n>');
  });

  it('may be messages, unless their bytes are encoded', () => {
    const text = (encoding: string): string =>
      lined(
        'Content-Type: multipart/digest; boundary=a',
        '',
        part('a', `Content-Transfer-Encoding: ${encoding}`, '', 'Subject: inner', '', 'text'),
        '--a--',
      );
    assert.equal(tree(text('7bit')), 'multipart/digest [message/rfc822 {text/plain <text>}]');
    assert.equal(tree(text('base64')), 'multipart/digest [message/rfc822 <Subject: inner\r\n\r\ntext>]');
  });

  it('are names by RFC 2231, RFC 2047 and neither', () => {
    const named = (...lines: string[]): string =>
      tree(lined('Content-Type: text/plain', 'Content-Disposition: attachment;', ...lines, '', 'x'));
    assert.equal(named(' filename="a \\"b\\".txt"'), 'text/plain attached "a "b".txt" <x>');
    assert.equal(named(" filename*=utf-8''%e2%82%ac%20rates"), 'text/plain attached "€ rates" <x>');
    assert.equal(
      named(" filename*0*=utf-8'de'%e2%82; filename*1*=%ac; filename*2=.bin"),
      'text/plain attached "€.bin" <x>',
    );
    assert.equal(named(" filename*0*=iso-8859-1''f%FC; filename*1=r.txt"), 'text/plain attached "für.txt" <x>');
    assert.equal(named(' filename="=?utf-8?Q?=C5=BC.txt?="'), 'text/plain attached "ż.txt" <x>');
    assert.equal(named(" filename*=utf-8''%ff%fe"), 'text/plain attached "%ff%fe" <x>');
    assert.equal(named(" filename*=no-such''%41"), 'text/plain attached "%41" <x>');
  });

  // Quadratic cost would run into the time limit of the runner many times over.
  it('stop at a depth, and come to an end with hostile text', () => {
    let text = 'Content-Type: multipart/mixed; boundary=b0\n\n';
    for (let i = 0; i < 500; i++) text += `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`;
    const depth = (p: Part): number => 1 + Math.max(0, ...p.parts.map(depth));
    assert.ok(depth(read(text).root) < 40);
    read(`Content-Type: multipart/mixed; boundary=a\n\n${'--a\n\n'.repeat(200_000)}`);
    read('Content-Type: message/rfc822\n\n'.repeat(50_000));
    read(`A: b\n${' \n'.repeat(300_000)}`);
    read(`Content-Type: text/plain; ${'a*0*=x; '.repeat(100_000)}\n`);
    read(`Content-Type: text/plain; ${'("'.repeat(200_000)}\n`);
  }).timeout(60_000);
});

describe('a delivery report', () => {
  const text = lined(
    'Content-Type: multipart/report; report-type=delivery-status; boundary=a',
    '',
    '--a',
    '',
    'sorry',
    '--a',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.contoso.test',
    'Arrival-Date: Sat, 21 Apr 2018 03:01:01 +0000',
    '',
    'Final-Recipient: rfc822; nobody@fabrikam.test',
    'Original-Recipient: rfc822;<alias@fabrikam.test>',
    'Action: failed',
    'Status: 5.1.1 (no such user)',
    'Remote-MTA: dns; mail.fabrikam.test',
    'Diagnostic-Code: smtp; 550 5.1.1',
    '    no such user',
    '',
    'Final-Recipient: rfc822; later@fabrikam.test',
    'Action: delayed',
    'Status: 4.4.1',
    '--a',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: returned',
    '--a--',
  );

  it('has a row for each recipient', () => {
    const report = read(text).report;
    assert.equal(report?.reportingMta, 'mx.contoso.test');
    const rows = report?.recipients.map(({ start, end, diagnosticSpan, ...row }) => row);
    assert.deepEqual(rows, [
      {
        action: 'failed',
        status: '5.1.1',
        finalRecipient: 'nobody@fabrikam.test',
        originalRecipient: 'alias@fabrikam.test',
        remoteMta: 'mail.fabrikam.test',
        diagnostic: 'smtp; 550 5.1.1 no such user',
      },
      { action: 'delayed', status: '4.4.1', finalRecipient: 'later@fabrikam.test' },
    ]);
  });

  it('knows where the diagnostic stands, and the returned header', () => {
    const message = read(text);
    const span = message.report?.recipients[0]?.diagnosticSpan;
    assert.equal(span && spanText(text, span), ' smtp; 550 5.1.1\r\n    no such user');
    assert.equal(message.root.parts[2]?.message?.fields[0]?.value, 'returned');
  });

  it('of a message that is only returned is not this message’s', () => {
    const wrapped = lined('Content-Type: message/rfc822', '', text);
    assert.equal(read(wrapped).report, undefined);
    assert.equal(read(wrapped).root.message?.report?.recipients.length, 2);
  });
});
