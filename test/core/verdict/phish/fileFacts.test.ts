import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Facts } from '../../../../src/core/verdict/phish/fact.ts';
import { fileFacts } from '../../../../src/core/verdict/phish/fileFacts.ts';

/** The sentences of facts, with the side on which they stand. */
const sides = (facts: Facts): string =>
  (['against', 'for', 'unknown'] as const)
    .flatMap((side) => facts[side].map(({ words }) => `${side}: ${words}`))
    .join(' | ');

function read(text: string): Message {
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return message;
}

const HEADER = 'From: ann@a.test\nTo: bob@b.test\nSubject: x\n';
const told = (rest: string): string => sides(fileFacts(read(`${HEADER}${rest}`)));

/** Parts as `type, name of the file`, with a semicolon between two. */
const ofParts = (parts: string): string =>
  told(
    `Content-Type: multipart/mixed; boundary=b\n\n${parts
      .split(' ; ')
      .map((part) => part.split(', '))
      .flatMap(([type, name]) => [
        `--b\nContent-Type: ${type}\n`,
        name === undefined ? '' : `Content-Disposition: attachment; filename="${name}"\n`,
        '\nx\n',
      ])
      .join('')}--b--\n`,
  );

describe('the files of a message', () => {
  it('are told by their names and types', () => {
    for (const [parts, expected] of [
      ['text/plain', ''],
      ['text/plain, a.txt', ''],
      ['application/octet-stream, invoice.exe', 'against: The file “invoice.exe” runs when it is opened.'],
      [
        'application/octet-stream, invoice.pdf.exe',
        'against: The file “invoice.pdf.exe” runs when it is opened, and its name begins like that of a document.',
      ],
      [
        'application/octet-stream, invoice.pdf   .scr',
        'against: The file “invoice.pdf .scr” runs when it is opened, and its name begins like that of a document.',
      ],
      ['application/octet-stream, a.docm', 'against: The file “a.docm” may hold macros, which run when it is opened.'],
      ['application/octet-stream, a.xlam', 'against: The file “a.xlam” may hold macros, which run when it is opened.'],
      ['application/octet-stream, a.doc', 'unknown: Links inside a.doc were not looked for.'],
      [
        'text/html, a.html',
        'against: The file “a.html” is a page: it is opened in the browser, where it can ask for anything.',
      ],
      ['text/html, x', 'against: The file “x” is a page: it is opened in the browser, where it can ask for anything.'],
      ['text/html', ''],
      [
        'image/svg+xml, logo',
        'against: The file “logo” is a page: it is opened in the browser, where it can ask for anything.',
      ],
      [
        'image/svg+xml, logo.svg',
        'against: The file “logo.svg” is a page: it is opened in the browser, where it can ask for anything.',
      ],
      ['application/zip, a.zip', 'unknown: What is packed in a.zip was not looked at.'],
      [
        'application/zip, a.zip ; application/x-rar, b.rar',
        'unknown: What is packed in a.zip and b.rar was not looked at.',
      ],
      ['application/pdf, a.pdf', 'unknown: Links inside a.pdf were not looked for.'],
      ['application/octet-stream, b.docx', 'unknown: Links inside b.docx were not looked for.'],
      [
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'unknown: Links inside application/vnd.openxmlformats-officedocument.wordprocessingml.document were not looked for.',
      ],
      ['application/pdf', 'unknown: Links inside application/pdf were not looked for.'],
      [
        'application/octet-stream, a.iso',
        'against: The file “a.iso” runs when it is opened. | unknown: What is packed in a.iso was not looked at.',
      ],
      [
        'application/octet-stream, a      .txt',
        'against: The name of the file “a .txt” has characters in it that hide how it ends.',
      ],
      [
        'application/octet-stream, a\u202egpj.exe',
        'against: The name of the file “a\ufffdgpj.exe” has characters in it that hide how it ends. | against: The file “a\ufffdgpj.exe” runs when it is opened.',
      ],
      [
        'application/ms-tnef, winmail.dat',
        'unknown: The text and the files stand in winmail.dat, which was not opened.',
      ],
      [
        'application/pkcs7-mime; smime-type=signed-data, smime.p7m',
        'unknown: The message stands inside an S/MIME signature, which was not opened: its links and files are not listed.',
      ],
      [
        'application/pkcs7-mime; smime-type=enveloped-data, smime.p7m',
        'unknown: The message is encrypted by S/MIME: its links and files are not listed.',
      ],
      ['image/png', ''],
      [
        'application/octet-stream, a.JS ; application/octet-stream, b.lnk',
        'against: The file “a.JS” runs when it is opened. | against: The file “b.lnk” runs when it is opened.',
      ],
      ['application/octet-stream, run.com', 'against: The file “run.com” runs when it is opened.'],
      ['application/octet-stream, a.r01', 'unknown: What is packed in a.r01 was not looked at.'],
      ['application/octet-stream, a.ppt', 'unknown: Links inside a.ppt were not looked for.'],
      ['application/octet-stream, archive.tar', 'unknown: What is packed in archive.tar was not looked at.'],
    ] as const)
      assert.equal(ofParts(parts), expected, parts);
  });

  it('are told where they are the whole message, too', () => {
    assert.equal(
      told(
        'Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b--\n',
      ),
      'unknown: The message is encrypted: nothing in it was read.',
    );
    assert.equal(
      told('Content-Type: application/pdf; name=a.pdf\n\nx\n'),
      'unknown: Links inside a.pdf were not looked for.',
    );
  });
});
