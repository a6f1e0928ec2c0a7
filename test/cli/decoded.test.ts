import assert from 'node:assert/strict';
import { isMessageFile, startOf, textOf } from '../../src/cli/input.ts';
import { run } from '../support/shell.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const text = (bytes: Buffer): string => {
  const read = textOf('x', bytes);
  return read.ok ? read.text : read.problem;
};

describe('the octets of a file as its text', () => {
  it('are UTF-8 or UTF-16, without the mark of the editor', () => {
    assert.equal(text(Buffer.from('Gr\u00fc\u00dfe')), 'Gr\u00fc\u00dfe');
    assert.equal(text(Buffer.from('\ufeffGr\u00fc\u00dfe')), 'Gr\u00fc\u00dfe');
    const little = Buffer.from('\ufeffGr\u00fc\u00dfe', 'utf16le');
    assert.equal(text(little), 'Gr\u00fc\u00dfe');
    assert.equal(text(Buffer.from(little).swap16()), 'Gr\u00fc\u00dfe');
    assert.equal(text(Buffer.from('plain words', 'utf16le')), 'plain words');
    assert.equal(text(latin('Gr\u00fc\u00dfe')), 'Gr\ufffd\ufffde');
  });

  it('have the charset that is declared above, line by line, where they are no UTF-8', () => {
    for (const [octets, expected] of [
      ['Content-Type: text/plain; charset=iso-8859-1\n\nGr\u00fc\u00dfe\n', 'Gr\u00fc\u00dfe\n'],
      ['charset="windows-1252"\n\u0080\n', '\u20ac\n'],
      ["charset = 'iso-8859-1'\n\u00fc", '\u00fc'],
      ['CHARSET=ISO-8859-1 charset\n\u00fc', '\u00fc'],
      ['charset=GB2312\n\u00d6\u00d0\n', '\u4e2d\n'],
      ['charset=nosuch\n\u00fc\n', '\ufffd\n'],
      ['charset=utf-8\n\u00fc\n', '\ufffd\n'],
      ['charset=us-ascii\n\u00fc\n', '\ufffd\n'],
      ['charset=iso-2022-jp\n\u00fc\n', '\ufffd\n'],
      ['charset=iso-8859-1\ncharset=utf-8\n\u00fc\n', 'charset=utf-8\n\u00fc\n'],
      ['charset=iso-8859-1\n\u00c3\u00bc and\n\u00fc\n', '\u00fc and\n\u00fc\n'],
      ['\u00fc\ncharset=iso-8859-1\n\u00fc\n', '\ufffd\ncharset=iso-8859-1\n\u00fc\n'],
      ['nothing declared\n\u00fc\n', 'nothing declared\n\ufffd\n'],
    ] as const)
      assert.ok(text(latin(octets)).endsWith(expected), JSON.stringify([octets, text(latin(octets))]));
  });

  it('are none where they are binary, and it is said what they are', () => {
    assert.equal(
      text(latin('ab\0\0\0')),
      'x is no text (it holds NUL bytes): save the message or transcript as text first',
    );
    const packed = 'x is no text (a file in it is not encoded, or it is packed), and what is in it is none either';
    for (const octets of [
      'PK\u0003\u0004\0\0\0',
      '\u001f\u008b\0\0\0',
      'From: a\nContent-Transfer-Encoding: Binary\n\n\0\0\0',
      'content-transfer-encoding:\tbinary\n\0\0\0',
    ])
      assert.equal(text(latin(octets)), packed, JSON.stringify(octets));
    for (const octets of [
      'PK\u0003\u0005\0\0\0',
      ' PK\u0003\u0004\0\0\0',
      'X-Content-Transfer-Encoding: binary\n\0\0\0',
    ])
      assert.notEqual(text(latin(octets)), packed, JSON.stringify(octets));
  });

  it('are a message by the name of their file', () => {
    for (const name of ['a.eml', 'A.EML', 'a.mbox', 'a.mbx', 'a.emlx', 'a.msg'])
      assert.equal(startOf(name), 'message', name);
    for (const name of ['a.txt', 'eml', 'a.eml.txt', 'aeml', '-']) assert.equal(startOf(name), 'anywhere', name);
    for (const name of ['a.eml', 'a.mbox', 'a.mbx', 'a.EMLX'])
      assert.equal(isMessageFile(name, latin('x')), true, name);
    for (const name of ['a.txt', 'a.msg', 'a.eml.gz']) assert.equal(isMessageFile(name, latin('x')), false, name);
    const outlook = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    assert.equal(isMessageFile('a.txt', outlook), true);
  });
});

describe('a session of a text', () => {
  const ticket =
    '$ telnet mx1.contoso.test 25\n220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nQUIT\n221 bye\n';
  const session = (...options: readonly string[]) => run(['session', '-', ...options], ticket);

  it('is written for the tool and the system', async () => {
    for (const [tool, system, start] of [
      ['telnet', 'windows', /^Steps with telnet on Windows/],
      ['telnet', 'powershell', /^Steps with telnet on Windows/],
      ['telnet', 'cmd', /^Steps with telnet on Windows/],
      ['telnet', 'unix', /^Steps with telnet(?! on Windows)/],
      ['openssl', 'windows', /^Steps with openssl.*on Windows/],
      ['openssl', 'unix', /^Steps with openssl(?!.*on Windows)/],
      ['swaks', 'unix', /^swaks /],
      ['swaks', 'windows', /swaks(?:\.pl)? /],
      ['mail-triage', 'cmd', /^mail-triage smtp /],
    ] as const)
      assert.match((await session('--as', tool, '--for', system)).out, start, `${tool} ${system}`);
    for (const options of [
      ['--for', 'linux'],
      ['--for', 'toString'],
      ['--as', ''],
    ])
      assert.equal((await session(...options)).code, 2, options.join(' '));
  });

  it('says which file cannot be read', async () => {
    const { code, out, err } = await run(['session', '/no/such/file']);
    assert.deepEqual([code, out, err], [1, '', 'mail-triage: /no/such/file does not exist\n']);
  });
});
