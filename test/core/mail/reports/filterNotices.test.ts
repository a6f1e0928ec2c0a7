import assert from 'node:assert/strict';
import type { FeedbackReport, Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const lined = (...lines: readonly string[]): string => lines.join('\n');

function read(header: readonly string[], ...body: readonly string[]): Message {
  const text = lined(...header, '', ...body);
  return readMessage(text, new Lines(text), 0, text.length);
}

/** What a message complains of, without its place and what all have. */
function told(header: readonly string[], ...body: readonly string[]): Partial<FeedbackReport> | undefined {
  const { feedback } = read(header, ...body);
  if (feedback === undefined) return undefined;
  const { start: _, end: __, format, incidents, ...rest } = feedback;
  assert.deepEqual([format, incidents], ['notice', 1]);
  return rest;
}

describe('what a filter tells of mail', () => {
  const virus = ['A virus was found: Eicar-Test', '', 'First upstream SMTP client IP address: [192.0.2.1] x.test', ''];
  const said = (subject: string, ...words: readonly string[]): unknown =>
    told(['From: x@gate.test', 'To: Admin <admin@b.test>', `Subject: ${subject}`], ...words);

  it('its admin, where it found something', () => {
    const found = {
      type: 'virus',
      malware: 'Eicar-Test',
      sourceIp: '192.0.2.1',
      recipients: ['bob@b.test', 'kim@b.test'],
    };
    const subject = 'VIRUS (Eicar-Test) in mail FROM [192.0.2.1] <eve@a.test>';
    const list = ['<bob@b.test>:', '   250 2.7.0 Ok', '<kim@b.test>:'];
    assert.deepEqual(said(subject, ...virus, 'The message WAS NOT relayed to:', ...list), { ...found, filter: 'kept' });
    assert.deepEqual(said(subject, ...virus, 'The message WILL BE relayed to:', ...list), {
      ...found,
      filter: 'passed',
    });
    assert.deepEqual(
      said(
        subject,
        ...virus,
        'The message WILL BE relayed to:',
        '<bob@b.test>',
        'The message WAS NOT relayed to:',
        '<kim@b.test>',
      ),
      { ...found, filter: 'kept' },
    );
    assert.deepEqual(said('SPAM, <eve@a.test> from x', 'The message WAS NOT relayed to:', 'bob@b.test'), {
      type: 'abuse',
      recipients: ['bob@b.test'],
      filter: 'kept',
    });
    assert.deepEqual(said('BANNED (.exe) in mail from x', 'The message WAS NOT relayed to:', 'bob@b.test'), {
      type: 'other',
      recipients: ['bob@b.test'],
      filter: 'kept',
    });
    assert.deepEqual(said('Virus found and removed', 'Virus name: Eicar', 'It was quarantined.'), {
      type: 'virus',
      malware: 'Eicar',
      recipients: ['admin@b.test'],
      filter: 'kept',
    });
    assert.deepEqual(said('Blocked malware', 'It was infected by the virus "Eicar" and deleted'), {
      type: 'virus',
      malware: 'Eicar',
      recipients: ['admin@b.test'],
      filter: 'kept',
    });
    assert.equal(said('Virus found', 'Virus name: Eicar'), undefined);
    assert.equal(said('Virus scanners', 'Virus name: Eicar, deleted'), undefined);
  });

  it('and whoever it is for, where it holds something', () => {
    const held = { type: 'other', recipients: ['admin@b.test'], filter: 'held' };
    for (const subject of [
      'Messages in your quarantine',
      'Your mail was quarantined',
      'Your message is being held',
      'Quarantine summary',
      'Spam digest',
      'End User Digest',
      'Quarantäne',
      'Courriels en quarantaine',
      'Correo en cuarentena',
      'kwarantanna',
      'карантин',
      '隔離',
    ])
      assert.deepEqual(
        told(
          ['From: quarantine@gate.test', 'To: admin@b.test', `Subject: ${subject}`],
          /mail|message/i.test(subject) ? 'x' : 'mail',
        ),
        held,
        subject,
      );
    assert.equal(told(['From: quarantine@gate.test', 'To: a@b.test', 'Subject: x'], 'hello'), undefined);
    assert.equal(
      told(['From: bob@gate.test', 'To: a@b.test', 'Subject: x'], 'Your mail is held in the quarantine'),
      undefined,
    );
  });
});
