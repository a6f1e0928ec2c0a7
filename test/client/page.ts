import assert from 'node:assert/strict';
import { desk, type Panel } from './desk.ts';
import { Uri } from './editorTypes.ts';

/** Where the extension is installed. */
export const folder = Uri.parse('file:/ext') as never;

/** The page that was opened last. */
export function panel(): Panel {
  const last = desk.panels.at(-1);
  assert.ok(last, 'no panel');
  return last;
}

/** The types of what the page was told since it was asked last. */
export const told = (): readonly string[] =>
  panel()
    .posted.splice(0)
    .map(({ type }) => type);

const hop = (by: string, second: string): string =>
  `Received: from x.test ([192.0.2.1]) by ${by}; Fri, 20 Nov 2026 10:00:${second} +0000\n`;

/** A message of two hops. */
export const mail = `${hop('b.test', '05')}${hop('a.test', '00')}From: a@a.test\n\nHello\n`;

/** A message of several parts. */
export const multipart = (...parts: readonly string[]): string =>
  `From: a@a.test\nTo: b@b.test\nSubject: The subject\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

/** A message with a link that lies, and an attachment. */
export const attached = multipart(
  'Content-Type: text/html\n\n<a href="https://evil.test/x">bank.example</a>',
  'Content-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nattached',
);
