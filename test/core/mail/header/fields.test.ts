import assert from 'node:assert/strict';
import { decodeEncodedWords } from '../../../../src/core/mail/header/encodedWords.ts';
import {
  colonOf,
  fieldNamed,
  fieldsNamed,
  isDoubleSpaced,
  readHeader,
  unfold,
} from '../../../../src/core/mail/header/fields.ts';
import { isMboxLine, looksLikeHeader } from '../../../../src/core/mail/header/headerStart.ts';
import { arcSets, dkimSignatures, readTags } from '../../../../src/core/mail/header/tags.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { spanText } from '../../../../src/core/text/span.ts';

function read(text: string): Message {
  const lines = new Lines(text);
  return readMessage(text, lines, 0, text.length);
}

describe('Authentication-Results', () => {
  /** Server and results as one line: `server: method=result …`. */
  function reads(value: string, expected: string, name = 'Authentication-Results'): void {
    const results = read(`${name}: ${value}\n\n`).authResults[0];
    assert.ok(results);
    const list = results.results.map(({ method, result }) => `${method}=${result}`).join(' ');
    assert.equal(`${results.instance ?? ''}${results.server ?? '?'}: ${list}`, expected);
  }

  it('names its server and each result', () => {
    reads(
      'mx.test;\n dkim=pass header.i=@a.test (good; really=fail);\n spf=softfail smtp.mailfrom=a.test',
      'mx.test: dkim=pass spf=softfail',
    );
    reads('mx.test 1; DKIM/1 = Pass', 'mx.test: dkim=pass');
    reads('mx.test (we) (1); none', 'mx.test: ');
    reads('"mx; test"; dmarc=fail reason="bad; spf=pass"', 'mx; test: dmarc=fail');
    reads('mx.test;\n\tiprev=pass (relay.test) smtp.remote-ip=192.0.2.1', 'mx.test: iprev=pass');
    reads('', '?: ');
  });

  it('without a server, as Exchange Online writes it', () => {
    reads(
      'spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=a.test; dkim=none (message not signed)\n header.d=none;dmarc=bestguesspass action=none\n header.from=a.test;compauth=pass reason=109',
      '?: spf=pass dkim=none dmarc=bestguesspass compauth=pass',
    );
  });

  it('of an ARC set', () => {
    reads('i=2; mx.test; arc=pass', '2mx.test: arc=pass', 'ARC-Authentication-Results');
    reads('i = 1 ; mx.test; dkim=pass', '1mx.test: dkim=pass', 'ARC-Authentication-Results');
  });
});

describe('tags', () => {
  it('of a DKIM-Signature, folding in values taken out', () => {
    const text = 'DKIM-Signature: v=1; a=rsa-sha256;\r\n\td = contoso.test; s=s1; b=AA\r\n BB;\r\n\r\n';
    const [signature] = dkimSignatures(text, read(text));
    assert.deepEqual([signature?.a, signature?.d, signature?.s], ['rsa-sha256', 'contoso.test', 's1']);
    const tags = signature === undefined ? [] : readTags(text, signature.field);
    assert.deepEqual(
      tags.map((tag) => [tag.name, tag.value, spanText(text, tag)]),
      [
        ['v', '1', 'v=1'],
        ['a', 'rsa-sha256', 'a=rsa-sha256'],
        ['d', 'contoso.test', 'd = contoso.test'],
        ['s', 's1', 's=s1'],
        ['b', 'AA BB', 'b=AA\r\n BB'],
      ],
    );
  });

  it('of ARC seals', () => {
    const text = 'ARC-Seal: i=2; cv=fail; d=b.test\nARC-Seal: i=99; cv=none; d=a.test\n\n';
    const sets = arcSets(text, read(text)).map(({ field, ...rest }) => rest);
    assert.deepEqual(sets, [
      { i: 2, cv: 'fail', d: 'b.test' },
      { cv: 'none', d: 'a.test' },
    ]);
  });
});

describe('encoded words', () => {
  const decodes = (value: string, expected: string | null): void => assert.equal(decodeEncodedWords(value), expected);

  it('are decoded, a character cut in two included', () => {
    decodes('plain', 'plain');
    decodes('=?UTF-8?Q?Za=C5=BC=C3=B3=C5=82?=\t=?UTF-8?Q?=C4=87?= x', 'Zażółć x');
    decodes('=?utf-8?Q?=E2=82?= =?utf-8?Q?=AC?=', '€');
    decodes('=?iso-8859-1?Q?caf=E9?=', 'café');
    decodes('=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本');
  });

  it('are null where they are no text', () => {
    decodes('=?utf-8?Q?=FF=FE?=', null);
    decodes('caf\ufffd', null);
    decodes('=?x-no-such-charset?Q?caf=E9?=', null);
  });
});

describe('the start of a header', () => {
  const looks = (text: string): boolean => looksLikeHeader(new Lines(text), 0);

  it('is seen', () => {
    assert.ok(looks('Return-Path: <a@b.test>\nReceived: from a\n\tby b\n'));
    assert.ok(looks('Received: from a\r\n\tby b\r\nX: y\r\n'));
    assert.ok(looks('From a@b.test Sat Apr 21 03:01:01 2018\nSubject: x\nTo: y\n'));
    assert.ok(looks('X-Spam-Flag: YES\nSubject:\n'));
  });

  it('is not seen in anything else', () => {
    assert.ok(!looks('220 mx.contoso.test ESMTP\nEHLO a\n250-SIZE: 10\n'));
    assert.ok(!looks('MAIL FROM:<a@b.test>\nRCPT TO:<c@d.test>\nDATA\n'));
    assert.ok(!looks('Note: the sender says\nit never came.\n'));
    assert.ok(!looks('Note: one\nHint: two\nThanks\n'));
    assert.ok(!looks('Subject: alone\n\nTo: later\n'));
    assert.ok(!looks('Nov 21 20:11:37 mx1 postfix/smtpd[1]: connect from a\nNov 21 20:11:38 mx1 x: y\n'));
    assert.ok(!looks('2018-04-21T03:01:01 From: a\nTo: b\n'));
    assert.ok(!looks('Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\n'));
    assert.ok(!looks('https://contoso.test/\nSubject: x\n'));
    assert.ok(!looks(''));
  });

  it('is looked for in a bounded number of lines', () => {
    const text = `Received: x\n${' folded\n'.repeat(100_000)}Subject: y\n`;
    assert.ok(!looks(text));
    assert.ok(!isMboxLine(new Lines('From here on it went wrong\n'), 0));
  });
});

describe('a header', () => {
  /** Its fields as `name=value`, the lines that are none as `!line`, and the line of the body. */
  function is(text: string, body: number, ...expected: readonly string[]): void {
    const lines = new Lines(text);
    const { fields, strayLines, bodyLine, endLine } = readHeader(lines, 0, text.length);
    for (const { start, nameSpan, valueSpan, name, end } of fields) {
      assert.equal(spanText(text, nameSpan), name);
      assert.deepEqual([start, text[valueSpan.start - 1], valueSpan.end], [nameSpan.start, ':', end]);
    }
    const told = [
      ...fields.map(({ name, value }) => `${name}=${value}`),
      ...strayLines.map((line) => `!${spanText(text, line)}`),
    ];
    assert.deepEqual([bodyLine, ...told], [body, ...expected], text);
    assert.ok(endLine === bodyLine || endLine === bodyLine - 1);
  }

  it('goes up to the empty line, folded lines with their field', () => {
    is('A: 1\n\tx\n y\nB : 2\n\nC: 3', 5, 'A=1\tx y', 'B=2');
    is('A: 1\r\nB:2\r\n\r\nC: 3', 3, 'A=1', 'B=2');
    is('A: 1\nB: 2', 2, 'A=1', 'B=2');
    is('A:\n\n', 2, 'A=');
    is('A: 1\n\u00a0x\n\nb', 3, 'A=1 \u00a0x');
    is('words\nA: 1\n\n', 0);
    is('', 0);
    is('\n', 1);
  });

  it('has lines of blanks in its fields where it goes on behind them (RFC 5322 4.2)', () => {
    is('A: 1\n \n x\n\n', 4, 'A=1', '! x');
    is('A: 1\n \nB: 2\n\n', 4, 'A=1', 'B=2');
    is('A: 1\n \nwords', 2, 'A=1');
    is('A: 1\n \n\nB: 2', 2, 'A=1');
    is('A: 1\n ', 2, 'A=1');
  });

  it('may have other lines, which are kept', () => {
    is('A: 1\nwords\nB: 2\n\n', 4, 'A=1', 'B=2', '!words');
    is('A: 1\nhttps://b.test/\n12:30\n\n', 4, 'A=1', '!https://b.test/', '!12:30');
    is('A: 1\nB: 2\nC: 3\nThis is what he wrote to me\nand more\nof it', 3, 'A=1', 'B=2', 'C=3');
    is(
      'A: 1\nB: 2\nC: 3\nThis is what he wrote to me\nand more',
      5,
      'A=1',
      'B=2',
      'C=3',
      '!This is what he wrote to me',
      '!and more',
    );
    is(
      'A: 1\nB: 2\nThis is what he wrote to me\nand more\nof it',
      5,
      'A=1',
      'B=2',
      '!This is what he wrote to me',
      '!and more',
      '!of it',
    );
    is('A: 1\nB: 2\nC: 3\nwords\nand more\nof it', 6, 'A=1', 'B=2', 'C=3', '!words', '!and more', '!of it');
    is('A: 1\nx\nB: 2\nC: 3\nThis is what he wrote\ny\nz', 4, 'A=1', 'B=2', 'C=3', '!x');
  });

  it('may have an empty line behind every line', () => {
    is('From: a\n\nTo: b\n\n x\n\nSubject: c\n\n\nbody', 8, 'From=a', 'To=b x', 'Subject=c');
    is('From: a\n\nTo: b\n\nCc: c\n\nhello: there', 7, 'From=a', 'To=b', 'Cc=c', 'hello=there');
    is('Foo: a\n\nTo: b\n\nCc: c\n\n', 2, 'Foo=a');
    is('From: a\n\nTo: b\n\nwords', 2, 'From=a');
    is('From: a\n\nTo: b\nCc: c\n\n', 2, 'From=a');
    is('From: a\n\nTo: b\n\nCc: c\nBcc: d', 2, 'From=a');
    const spaced = (text: string): boolean => isDoubleSpaced(new Lines(text), 0, text.length);
    assert.equal(spaced('From: a\n\nTo: b\n\nCc: c\n\n'), true);
    assert.equal(spaced('words\n\nTo: b\n\nCc: c\n\n'), false);
    assert.equal(spaced('From: a\n\nTo: b\n\n'), false);
  });

  it('goes on behind one empty line where only its upper part stands above', () => {
    is('Received: from a by b\n\nFrom: a\nTo: b\n\nhi', 5, 'Received=from a by b', 'From=a', 'To=b');
    is('Received: from a by b\nSubject: x\n\nFrom: a\nTo: b', 3, 'Received=from a by b', 'Subject=x');
    is('Foo: x\n\nFrom: a\nTo: b', 2, 'Foo=x');
    is('Received: from a by b\n\nfoo: a\nTo: b', 2, 'Received=from a by b');
    is('Received: from a by b\n\nFrom: a', 2, 'Received=from a by b');
    is('Received: from a by b\n\nFrom: a\nwords', 2, 'Received=from a by b');
    const many = 'Received: x\n'.repeat(100);
    is(
      `${many}\nFrom: a\nTo: b`,
      101,
      ...many
        .trim()
        .split('\n')
        .map(() => 'Received=x'),
    );
  });

  it('is cut at the names of fields where it stands on one line', () => {
    const long = 'x'.repeat(170);
    is(
      `Received: from ${long} by b Subject: hi From: a@b.test To: c@d.test`,
      1,
      `Received=from ${long} by b`,
      'Subject=hi',
      'From=a@b.test',
      'To=c@d.test',
    );
    is(
      'Received: from a Subject: hi From: a@b.test To: c@d.test',
      1,
      'Received=from a Subject: hi From: a@b.test To: c@d.test',
    );
  });

  it('has fields by their names', () => {
    const { fields } = readHeader(new Lines('A: 1\nb: 2\na: 3\n\n'), 0, 16);
    assert.deepEqual(
      fieldsNamed(fields, 'a').map(({ value }) => value),
      ['1', '3'],
    );
    assert.equal(fieldNamed(fields, 'a')?.value, '1');
    assert.equal(fieldNamed(fields, 'c'), undefined);
  });

  it('starts a field with a name of printable characters (RFC 5322 2.2)', () => {
    for (const [line, colon] of [
      ['A: x', 1],
      ['A \t: x', 3],
      ['A-b_c!:x', 6],
      ['~:x', 1],
      ['123:x', -1],
      ['12a:x', 3],
      ['a12/:x', 4],
      ['http://x', -1],
      ['http: //x', 4],
      ['\u00fc:x', -1],
      ['a b:x', -1],
      [' a:x', -1],
      [':x', -1],
      ['a', -1],
      ['', -1],
    ] as const)
      assert.equal(colonOf(new Lines(line), 0), colon, line);
  });

  it('is unfolded (RFC 5322 2.2.3)', () => {
    assert.equal(unfold(' a\r\n b\n\tc\nd '), 'a b\tc d');
  });
});
