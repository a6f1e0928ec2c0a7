import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fieldText } from '../../../../src/core/mail/header/fieldText.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { spanText } from '../../../../src/core/text/span.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const messagesIn = (text: string): readonly Message[] =>
  readTicket(text).blocks.filter((block): block is Message => block.kind === 'message');

/** What a header says, blanks apart. */
const told = ({ fields, hops }: Message): unknown => ({
  fields: fields.map(({ name, value }) => `${name}:${value.replace(/[\s\u00a0]+/g, '')}`),
  hops: hops.map(({ from, by, with: protocol, id, for: recipient, ip, date }) => [
    from,
    by,
    protocol,
    id,
    recipient,
    ip,
    date?.epoch,
  ]),
});

const headers = globSync('test/corpus/mail/*.eml').map((file) => {
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return { file, header: text.slice(0, text.indexOf('\n\n')) };
});

/** Reads every header of the corpus as it is and after what copying did to it, and holds one against the other. */
function survives(change: (header: string) => string): void {
  assert.ok(headers.length > 30);
  for (const { file, header } of headers) {
    const [whole] = readTicket(`${header}\n`, 'message').blocks;
    assert.ok(whole?.kind === 'message', file);
    const copies = messagesIn(`See below, please.\n\n${change(header)}\n\n`);
    assert.equal(copies.length, 1, file);
    assert.deepEqual(told(copies[0] as Message), told(whole), file);
  }
}

describe('a copied header is read as the original', () => {
  it('with blanks for tabs', () => survives((header) => header.replace(/\n\t/g, '\n    ')));
  it('with no-break spaces for tabs', () => survives((header) => header.replace(/\n[ \t]+/g, '\n\u00a0\u00a0')));
  it('with the blanks in front lost', () => survives((header) => header.replace(/\n[ \t]+/g, '\n')));
  it('on one line', () => survives((header) => header.replace(/\n[ \t]*/g, ' ')));
  it('with an empty line behind each line', () => survives((header) => header.replaceAll('\n', '\n\n')));
  it('quoted with >', () => survives((header) => header.replace(/^/gm, '> ')));
  it('quoted with |', () => survives((header) => header.replace(/^/gm, '| ')));
  it('with line numbers', () =>
    survives((header) =>
      header
        .split('\n')
        .map((line, i) => `${String(i + 1).padStart(4)}  ${line}`)
        .join('\n'),
    ));
  it('out of the source of a web page', () =>
    survives((header) =>
      header.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ));
});

/** Names of the fields of the one message in a text. */
const names = (text: string, ...expected: readonly string[]): void => {
  const messages = messagesIn(text);
  assert.equal(messages.length, 1, text);
  assert.deepEqual(
    messages[0]?.fields.map(({ name }) => name),
    expected,
  );
};

describe("Gmail's page of the original", () => {
  const table =
    "Original Message\n\nMessage ID\t<a@contoso.test>\nCreated at:\tFri, Nov 20, 2026 at 10:00 AM (Delivered after 3 seconds)\nFrom:\tBob <bob@contoso.test>\nTo:\talice@fabrikam.test\nSubject:\tHello\nSPF:\tPASS with IP 192.0.2.1 Learn more\nDKIM:\t'PASS' with domain contoso.test Learn more\nDMARC:\t'PASS' Learn more\n\n\nDownload original\nCopy to clipboard\n";
  it('has its table apart from the header', () =>
    names(
      `${table}Delivered-To: alice@fabrikam.test\nReceived: by 2002:a05:6a10::1 with SMTP id x;\n        Fri, 20 Nov 2026 02:00:03 -0800 (PST)\nFrom: Bob <bob@contoso.test>\n\nHi\n`,
      'Delivered-To',
      'Received',
      'From',
    ));
});

describe('a header of Outlook whose address was wrapped', () => {
  it('starts with the name in front of the address', () => {
    const text =
      'Please see below.\n\nFrom: Bob Example\n[mailto:bob@contoso.test]\nSent: Friday, November 20, 2026 10:00 AM\nTo: Ann\n[mailto:ann@fabrikam.test]\nSubject: Offer\n\nHello\n';
    const [message] = messagesIn(text);
    assert.deepEqual(
      message?.fields.map(({ name, value }) => `${name}:${value.replace(/\s+/g, ' ')}`),
      [
        'From:Bob Example [mailto:bob@contoso.test]',
        'Sent:Friday, November 20, 2026 10:00 AM',
        'To:Ann [mailto:ann@fabrikam.test]',
        'Subject:Offer',
      ],
    );
  });
});

describe('a header with an empty line in it', () => {
  it('goes on where only trace fields stand above', () =>
    names(
      'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\nX-Spam-Flag: NO\n\nFrom: a@a.test\nDate: Fri, 20 Nov 2026 10:00:00 +0000\nSubject: x\n\nFrom: not a field\n',
      'Received',
      'X-Spam-Flag',
      'From',
      'Date',
      'Subject',
    ));
});

describe('the lines of a header', () => {
  it('are not taken for folded where no grammar says so', () => {
    const [message] = messagesIn('Subject: one\nFrom: a@a.test\nsome words of a person\nTo: b@b.test\n\nbody\n');
    assert.deepEqual(message?.gluedLines, []);
    assert.equal(message?.strayLines.length, 1);
  });

  it('that were glued are told', () => {
    const text = 'Received: from a.test\nby b.test; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: a@a.test\n\n';
    const [message] = messagesIn(text);
    assert.deepEqual(
      message?.gluedLines.map((line) => spanText(text, line)),
      ['by b.test; Fri, 20 Nov 2026 10:00:00 +0000'],
    );
    assert.deepEqual(message?.strayLines, []);
  });
});

describe('an mbox', () => {
  it('holds several messages, and lines that only look like its marks are quoted', () => {
    const one = (n: number): string =>
      `From a@a.test Fri Nov 20 10:00:0${n} 2026\nFrom: a@a.test\nSubject: ${n}\n\n>From the start\n\n`;
    const { blocks } = readTicket(one(1) + one(2), 'message');
    assert.deepEqual(
      blocks.map((block) => block.kind === 'message' && block.fields.find(({ name }) => name === 'Subject')?.value),
      ['1', '2'],
    );
  });
});

describe('the text of a field', () => {
  it('leads back to the document', () => {
    for (const text of [
      'Subject: one two\n three\nFrom: a@a.test\n\n',
      '> Subject: one two\n>  three\n> From: a@a.test\n\n',
      'Subject: one two\r\n three\r\nFrom: &lt;a@a.test&gt;\r\n\r\n',
      '1  Subject: one two\n2   three\n3  From: a@a.test\n\n',
    ]) {
      const field = messagesIn(text)[0]?.fields[0];
      assert.ok(field);
      const read = fieldText(text, field);
      assert.equal(read.value.trim(), 'one two three');
      for (const word of ['one', 'two', 'three']) {
        const at = text.indexOf(word);
        assert.equal(read.offset(read.value.indexOf(word)), at);
        assert.equal(read.index(at), read.value.indexOf(word));
      }
    }
  });

  it('reads entities as one character', () => {
    const text = 'From: Bob &lt;bob@a.test&gt;\nSubject: x\n\n';
    const field = messagesIn(text)[0]?.fields[0];
    assert.ok(field);
    const read = fieldText(text, field);
    assert.equal(read.value, ' Bob <bob@a.test>');
    assert.equal(text.slice(read.offset(6), read.offset(16)), 'bob@a.test');
  });
});

describe('hostile headers', () => {
  const long = 200_000;
  for (const [name, text] of Object.entries({
    'one long line of names': 'Received: '.repeat(long / 10),
    'one long line of signed names': `Received: DKIM-Signature: h= ${'A-B: '.repeat(long)}`,
    'lines that glue': `DKIM-Signature: h=\n${'a:\n'.repeat(long / 3)}`,
    'open brackets': `Received: from a ${'('.repeat(long)}\n${'b\n'.repeat(1000)}`,
    'empty lines': `Subject: x\n\nFrom: y\n\nTo: z\n\n${'a: b\n\n'.repeat(long / 6)}`,
    'numbered lines': Array.from({ length: 20_000 }, (_, i) => `${i + 1} a: b`).join('\n'),
    entities: `From: &lt;a&gt;\nTo: ${'&lt;'.repeat(long / 4)}\n\n`,
  })) {
    it(`take no time: ${name}`, () => {
      const { blocks } = readTicket(text);
      assert.equal(blocks.at(-1)?.end, text.length);
    }).timeout(30_000);
  }
});
