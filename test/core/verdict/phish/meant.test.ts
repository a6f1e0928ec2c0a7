import assert from 'node:assert/strict';
import { fieldNamed } from '../../../../src/core/mail/header/fields.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { meantMessage } from '../../../../src/core/verdict/phish/meant.ts';

const read = (text: string): Message => {
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return message;
};

/** A forward with these parts. */
const forward = (...parts: readonly string[]): string =>
  `From: ann@a.test\nSubject: outer\nContent-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

/** The same with a boundary of its own. */
const inForward = (...parts: readonly string[]): string =>
  forward(...parts)
    .replaceAll('--b', '--c')
    .replace('boundary=b', 'boundary=c');

const attached = (inner: string, type = 'message/rfc822'): string => `Content-Type: ${type}\n\n${inner}`;

/** The first field of the message that is meant, the type of the attachment, of one under an encoding, the others. */
const meant = (text: string): string => {
  const { message, inside, encoded, others } = meantMessage(read(text));
  const name = fieldNamed(message.fields, 'subject') ?? message.fields[0];
  return [name?.value, inside?.contentType, encoded?.contentType, others].filter((one) => one !== undefined).join(' ');
};

const INNER = 'From: x@c.test\nSubject: inner\n\nhi\n';
const BASE64 = 'Content-Transfer-Encoding: base64\n\nRnJvbTogeEBjLnRlc3Q=';

describe('the message that a report is about', () => {
  it('is the one that is attached, by its type or as a file, else the message itself', () => {
    for (const [text, expected] of [
      [INNER, 'inner 0'],
      [forward('Content-Type: text/plain\n\nx', attached(INNER)), 'inner message/rfc822 0'],
      [forward(attached(INNER), attached(INNER.replace('inner', 'next')), attached(INNER)), 'inner message/rfc822 2'],
      [forward(attached('Subject: alone\n\nhi')), 'alone message/rfc822 0'],
      [forward(attached('From: x@c.test\nX-A: b\n\nhi')), 'x@c.test message/rfc822 0'],
      [forward(attached('X-A: b\nX-C: d\n\nhi\n')), 'outer 0'],
      [forward(attached(INNER, 'message/rfc822-headers')), 'outer 0'],
      [forward(attached(INNER, 'text/rfc822-headers')), 'outer 0'],
      [forward(`Content-Type: message/rfc822\n${BASE64}`), 'outer message/rfc822 0'],
      [forward(`Content-Type: message/global\n${BASE64}`), 'outer message/global 0'],
      [forward(`Content-Type: message/partial\n${BASE64}`), 'outer 0'],
      [forward(`Content-Type: application/octet-stream; name=m.EML\n${BASE64}`), 'outer application/octet-stream 0'],
      [forward(`Content-Type: application/pdf; name=m.eml.pdf\n${BASE64}`), 'outer 0'],
      [forward('Content-Type: application/octet-stream; name=m.eml\n\n'), 'outer 0'],
      [
        forward(`Content-Type: message/rfc822\n${BASE64}`, `Content-Type: message/rfc822\n${BASE64}`),
        'outer message/rfc822 1',
      ],
      [forward(attached(inForward(attached(INNER), attached(INNER))), attached(INNER)), 'inner message/rfc822 2'],
      [
        forward(attached(inForward(`Content-Type: message/global\n${BASE64}`))),
        'outer message/rfc822 message/global 0',
      ],
    ] as const)
      assert.equal(meant(text), expected, text);
  });

  it('is a bounce itself, whatever came back with it', () => {
    const report =
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.test\n\nFinal-Recipient: rfc822; b@b.test\nAction: failed\nStatus: 5.1.1\n';
    const bounce = forward(report, attached(INNER)).replace(
      'multipart/mixed',
      'multipart/report; report-type=delivery-status',
    );
    assert.equal(meant(bounce), 'outer 0');
  });

  it('is looked for in forwards of forwards, five deep', () => {
    const nested = (depth: number): string =>
      depth === 0
        ? INNER
        : `From: a@a.test\nSubject: ${depth}\nContent-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${attached(nested(depth - 1))}\n--b${depth}--\n`;
    assert.deepEqual(
      [1, 4, 5, 6].map((depth) => meant(nested(depth)).split(' ')[0]),
      ['inner', 'inner', 'inner', '1'],
    );
  });
});
