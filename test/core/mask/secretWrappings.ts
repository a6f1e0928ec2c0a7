import { base64 } from './masked.ts';

/** Where a form stands, and how to read it back. */
export interface Wrapping {
  readonly name: string;
  /** Takes forms of one line only. */
  readonly single?: true;
  /** Takes no form that must be a line of its own. */
  readonly part?: true;
  readonly wrap: (text: string) => string;
  readonly unwrap?: (text: string) => string;
}

const eachLine =
  (front: string | ((i: number) => string)) =>
  (text: string): string =>
    `${text
      .split('\n')
      .map((line, i) => (typeof front === 'string' ? front : front(i)) + line)
      .join('\n')}\n`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const unescapeHtml = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** RFC 2045 6.7, folded at a width that falls into most words. */
function quotedPrintable(text: string, width = 40): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let row = '';
    for (const octet of Buffer.from(line)) {
      const sign =
        octet < 32 || octet > 126 || octet === 61
          ? `=${octet.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(octet);
      if (row.length + sign.length >= width) {
        lines.push(`${row}=`);
        row = '';
      }
      row += sign;
    }
    lines.push(row);
  }
  return lines.join('\n');
}

const fromQuotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\n/g, '')
      .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8')),
  ).toString();

const part = (type: string, coding: string, body: string): string =>
  `From: a@contoso.test\nTo: b@contoso.test\nSubject: x\nMIME-Version: 1.0\nContent-Type: ${type}\nContent-Transfer-Encoding: ${coding}\n\n${body}\n`;
const bodyOf = (text: string): string => text.slice(text.indexOf('\n\n') + 2);
const rows = (text: string): string => text.replace(/.{76}/g, '$&\n');
const fromBase64 = (text: string): string => Buffer.from(text.replace(/\s/g, ''), 'base64').toString();

export const secretWrappings: readonly Wrapping[] = [
  { name: 'a line', wrap: (text) => `Hello,\n\n${text}\n\nBye\n` },
  { name: 'alone', wrap: (text) => text },
  { name: 'CR LF', wrap: (text) => `Hello,\r\n${text.replaceAll('\n', '\r\n')}\r\nBye\r\n` },
  { name: 'quoted', wrap: eachLine('> ') },
  { name: 'quoted twice', wrap: eachLine('> > ') },
  { name: 'a time', wrap: eachLine((i) => `2026-11-28 10:00:0${i} `) },
  { name: 'a time with a zone', wrap: eachLine((i) => `2026-11-28T10:00:0${i}.123Z `) },
  { name: 'a time in brackets', wrap: eachLine((i) => `[10:00:0${i}] `) },
  { name: 'syslog', wrap: eachLine((i) => `Nov 28 10:00:0${i} mx app[123]: `) },
  { name: 'a fence', wrap: (text) => `See:\n\n\`\`\`\n${text}\n\`\`\`\n` },
  { name: 'code in a sentence', single: true, part: true, wrap: (text) => `Please try \`${text}\` again.\n` },
  { name: 'a sentence', single: true, part: true, wrap: (text) => `I wrote ${text} and it failed.\n` },
  { name: 'a cell', single: true, part: true, wrap: (text) => `| 3 | ${text} | ok |\n` },
  { name: 'an item', wrap: (text) => `- first\n- ${text.replaceAll('\n', '\n  ')}\n` },
  { name: 'a diff', wrap: eachLine('+') },
  { name: 'a comment', wrap: eachLine('# ') },
  {
    name: 'HTML',
    wrap: (text) => `<html><body><p>Hello,</p><p>${escapeHtml(text).replaceAll('\n', '<br>\n')}</p></body></html>\n`,
    unwrap: unescapeHtml,
  },
  {
    name: 'a cell of HTML',
    single: true,
    part: true,
    wrap: (text) => `<tr><td>3</td><td>${escapeHtml(text)}</td><td>ok</td></tr>\n`,
    unwrap: unescapeHtml,
  },
  { name: 'preformatted HTML', wrap: (text) => `<pre>\n${escapeHtml(text)}\n</pre>\n`, unwrap: unescapeHtml },
  {
    name: 'JSON',
    wrap: (text) => `{"level":"info","log":${JSON.stringify(text)},"n":1}\n`,
    unwrap: (text) => String(JSON.parse(text).log),
  },
  {
    name: 'JSON in JSON',
    wrap: (text) => `{"message":${JSON.stringify(JSON.stringify({ log: text, n: 1 }))}}\n`,
    unwrap: (text) => String(JSON.parse(JSON.parse(text).message).log),
  },
  {
    name: 'a part in base64',
    wrap: (text) => part('text/plain; charset=utf-8', 'base64', rows(base64(`Hello,\n${text}\nBye\n`))),
    unwrap: (text) => fromBase64(bodyOf(text)),
  },
  {
    name: 'a run of base64',
    wrap: (text) => `It says:\n\n${rows(base64(`Hello,\n${text}\nBye and thank you\n`))}\n\nBye\n`,
    unwrap: (text) => fromBase64(text.split('\n\n')[1] ?? ''),
  },
  {
    name: 'a part in quoted-printable',
    wrap: (text) => part('text/plain; charset=utf-8', 'quoted-printable', quotedPrintable(`Hello,\n${text}\nBye =\n`)),
    unwrap: (text) => fromQuotedPrintable(bodyOf(text)),
  },
  {
    name: 'HTML in quoted-printable',
    wrap: (text) =>
      part(
        'text/html; charset=utf-8',
        'quoted-printable',
        quotedPrintable(`<p class="a">${escapeHtml(text).replaceAll('\n', '<br>')}</p>\n`, 70),
      ),
    unwrap: (text) => unescapeHtml(fromQuotedPrintable(bodyOf(text))),
  },
];
