import assert from 'node:assert/strict';
import { decodeEncodedWords } from '../../../../src/core/mail/header/encodedWords.ts';
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
