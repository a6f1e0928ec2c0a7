import assert from 'node:assert/strict';
import { isCommonSyslog, readSyslogFrame, syslogHead, syslogWords } from '../../../src/core/log/frame.ts';

/** When, where and who of a line, and what is left of it. */
const frame = (text: string): string => {
  const { time, host, program, process, rest } = readSyslogFrame({ start: 0, end: text.length, text });
  for (const word of [time, host, program, process, rest])
    if (word !== undefined) assert.equal(text.slice(word.start, word.end), word.text);
  return [time, host, program, process, rest].map((word) => word?.text ?? '-').join(' | ');
};

const FRAMES: Readonly<Record<string, string>> = {
  'Nov 21 20:05:36 mx1 postfix/qmgr[11]: x': 'Nov 21 20:05:36 | mx1 | postfix/qmgr | 11 | x',
  'Nov  1 20:05:36 mx1 postfix/qmgr[11]: x': 'Nov  1 20:05:36 | mx1 | postfix/qmgr | 11 | x',
  'Nov 21 20:05:36 mx1 postfix: x': 'Nov 21 20:05:36 | mx1 | postfix | - | x',
  'Nov 21 20:05:36 mx1 postfix[11][22]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 - -[-]: x': 'Nov 21 20:05:36 | - | - | - | x',
  'Nov 21 20:05:36 mx1 postfix[11]:  x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 mx1 postfix[11]: [ID 197553 mail.info] x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 mx1 mail:info postfix[11]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 <mail.info> mx1 postfix[11]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 INFO mx1 postfix[11]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 WARNING mx1 postfix[11]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 postfix[11]: x': 'Nov 21 20:05:36 | - | postfix | 11 | x',
  'Nov 21 20:05:36.123 mx1 postfix[11]: x': 'Nov 21 20:05:36.123 | mx1 | postfix | 11 | x',
  'Nov 21 2026 20:05:36 mx1 postfix[11]: x': 'Nov 21 2026 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 2026 mx1 postfix[11]: x': 'Nov 21 20:05:36 2026 | mx1 | postfix | 11 | x',
  'Sat Nov 21 20:05:36 mx1 postfix[11]: x': 'Sat Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  'Mo., 21. Nov. 20:05:36 mx1 postfix[11]: x': 'Mo., 21. Nov. 20:05:36 | mx1 | postfix | 11 | x',
  '21 nov 20:05:36 mx1 postfix[11]: x': '21 nov 20:05:36 | mx1 | postfix | 11 | x',
  'f\u00e9vr. 21 20:05:36 mx1 postfix[11]: x': 'f\u00e9vr. 21 20:05:36 | mx1 | postfix | 11 | x',
  'Nov 21 20:05:36 2001:db8::1 postfix[11]: x': 'Nov 21 20:05:36 | 2001:db8::1 | postfix | 11 | x',
  '2026-11-21T20:05:36.123456+01:00 mx1 postfix[11]: x': '2026-11-21T20:05:36.123456+01:00 | mx1 | postfix | 11 | x',
  '2026-11-21T20:05:36Z mx1 postfix[11]: x': '2026-11-21T20:05:36Z | mx1 | postfix | 11 | x',
  '2026-11-21 20:05:36 mx1 postfix[11]: x': '2026-11-21 20:05:36 | mx1 | postfix | 11 | x',
  '2026-11-21 20:05:36,123 mx1 postfix[11]: x': '2026-11-21 20:05:36,123 | mx1 | postfix | 11 | x',
  '2026-11-21 20:05:36 +0100 mx1 postfix[11]: x': '2026-11-21 20:05:36 +0100 | mx1 | postfix | 11 | x',
  'Sat 2026-11-21 20:05:36 UTC mx1 postfix[11]: x': 'Sat 2026-11-21 20:05:36 UTC | mx1 | postfix | 11 | x',
  'Sat 2026-11-21 20:05:36.123456 +01 mx1 postfix[11]: x':
    'Sat 2026-11-21 20:05:36.123456 +01 | mx1 | postfix | 11 | x',
  '[ 5023.123456] mx1 postfix[11]: x': '[ 5023.123456] | mx1 | postfix | 11 | x',
  '[5023.123456] postfix[11]: x': '[5023.123456] | - | postfix | 11 | x',
  '<22>Nov 21 20:05:36 mx1 postfix[11]: x': 'Nov 21 20:05:36 | mx1 | postfix | 11 | x',
  '<22>1 2026-11-21T20:05:36Z mx1 postfix/smtp 11 - - x': '2026-11-21T20:05:36Z | mx1 | postfix/smtp | 11 | x',
  '<22>1 - - postfix - ID47 [a b="c"] \ufeffx': '- | - | postfix | - | x',
  '<22>1 2026-11-21T20:05:36Z mx1 postfix 11 - -': '2026-11-21T20:05:36Z | mx1 | postfix | 11 | ',
  'postfix/qmgr[11]: x': '- | - | postfix/qmgr | 11 | x',
  'mx1 postfix/qmgr[11]: x': '- | mx1 | postfix/qmgr | 11 | x',
  'dovecot[11]: x': '- | - | dovecot | 11 | x',
};

describe('the frame of a line of syslog', () => {
  it('says when, where and who', () => {
    for (const [line, told] of Object.entries(FRAMES)) assert.equal(frame(line), told, line);
  });

  it('ends where the words of the program start', () => {
    for (const [line, told] of Object.entries(FRAMES)) {
      const at = line.length - (told.split(' | ').at(-1) as string).length;
      const program = told.split(' | ')[2];
      assert.equal(syslogWords(line, 0), at, line);
      assert.equal(syslogWords(`y\n${line}`, 2), at + 2, line);
      assert.deepEqual(syslogHead(`y\n${line}`, 2), { end: at + 2, program: program === '-' ? '-' : program }, line);
    }
  });

  it('is missing in any other line', () => {
    for (const line of [
      'words',
      '',
      '- x',
      'Nov 21 20:05:36',
      'Nov 21 20:05 mx1 postfix[11]: x',
      '2026-11-21 mx1 postfix[11]: x',
      'thing[11]: x',
      'mx1 thing[11]: x',
      'postfix: x',
      '<22>x',
      '[11] mx1 postfix[11]: x',
      '{"a": 1}',
      '\u00e4 mx1 postfix[11]: x',
    ]) {
      assert.equal(frame(line), `- | - | - | - | ${line}`, line);
      assert.equal(syslogWords(line, 0), -1, line);
      assert.equal(syslogHead(line, 0), undefined, line);
    }
  });

  it('is common as most logs have it', () => {
    assert.equal(isCommonSyslog('x\nNov 21 20:05:36 mx1 postfix[11]: x', 2), true);
    for (const line of [
      'Nov 21 20:05:36 mx1 postfix[11]:  x',
      'nov 21 20:05:36 mx1 postfix[11]: x',
      'Nov 21 20:05:36 postfix[11]: x',
    ])
      assert.equal(isCommonSyslog(line, 0), false, line);
  });
});
