import assert from 'node:assert/strict';
import { readIndicators } from '../../../src/message/indicators/readIndicators.ts';

const read = (text: string | Buffer, line = 0) =>
  readIndicators({ bytes: Buffer.from(text), line, start: 'message', from: 'file' });
const inner = (subject = 'Subject: phish\n', from = 'From: eve@fabrikam.test\n'): string =>
  `${from}To: bob@contoso.test\n${subject}Date: Fri, 20 Nov 2026 10:00:00 +0000\n\nSee https://fabrikam.test/x\n`;
const forward = (...messages: readonly string[]): string => around('From: Ann <ann@contoso.test>\n', ...messages);
const around = (from: string, ...messages: readonly string[]): string =>
  `${from}To: abuse@contoso.test\nSubject: FW: phish\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlease look.\n${messages.map((one) => `--b\nContent-Type: message/rfc822\n\n${one}`).join('')}--b--\n`;

describe('a message that was forwarded as an attachment', () => {
  it('is told of, and the one around it left out', () => {
    const report = read(forward(inner()));
    assert.equal(report?.about, 'Message “phish” in line 14, the one that was forwarded as an attachment');
    assert.equal(
      report?.leftOut.at(-1),
      'The message around it from ann@contoso[.]test in line 1 is left out, with its links and files.',
    );
    assert.equal(
      read(around('', inner()))?.leftOut.at(-1),
      'The message around it in line 1 is left out, with its links and files.',
    );
    assert.doesNotMatch(read(inner())?.leftOut.join() ?? '', /around it/);
    assert.equal(read(inner())?.about, 'Message “phish” in line 1');
    assert.equal(read(inner(''))?.about, 'Message without a subject in line 1');
  });

  it('is the first of several, which are counted', () => {
    const about = (count: number): string | undefined => read(forward(...Array(count).fill(inner())))?.about;
    assert.match(about(2) ?? '', /; 1 more is attached$/);
    assert.match(about(3) ?? '', /; 2 more are attached$/);
  });

  it('is none where there is no message', () => {
    assert.equal(read('hello\n'), undefined);
    assert.equal(read(''), undefined);
  });
});

describe('a file that a message brings', () => {
  const file = (body: string, encoding = 'base64', name = '; filename="a.pdf"') => {
    const report = read(
      `From: eve@fabrikam.test\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment${name}\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b--\n`,
    );
    return report?.indicators.find(({ kind }) => kind === 'attachment');
  };
  it('has its hash, and a note where its octets are in doubt', () => {
    assert.deepEqual([file('YWJj')?.size, file('YWJj')?.sha256?.slice(0, 8), file('YWJj')?.notes], [3, 'ba7816bf', []]);
    const broken = ['Its base64 is broken: the hash is of what could be read.'];
    for (const [body, notes] of [
      ['YWJj\nYWJj', []],
      ['YWI=', []],
      ['YQ==', []],
      ['YWJjZ', broken],
      ['YW!j', broken],
      ['YQ==YQ==', broken],
      ['', ['It is empty: its hash is that of every empty file.']],
    ] as const)
      assert.deepEqual(file(body)?.notes, notes, body);
    assert.deepEqual(file('a!', '7bit')?.notes, []);
    assert.equal(file('YWJj')?.value, 'a.pdf');
    assert.equal(file('YWJj', 'base64', '')?.value, '(no name, application/pdf)');
  });
});

describe('a message in UTF-16', () => {
  it('is read as one in UTF-8', () => {
    const text = inner().replace('phish', 'Gr\u00fc\u00dfe');
    assert.match(read(Buffer.from(`\ufeff${text}`, 'utf16le'))?.about ?? '', /“Gr\u00fc\u00dfe” in line 1$/);
    assert.match(read(text)?.about ?? '', /“Gr\u00fc\u00dfe” in line 1$/);
  });
});
