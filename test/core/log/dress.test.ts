import assert from 'node:assert/strict';
import { frameEnd, frameStart } from '../../../src/core/log/dress.ts';

const SYSLOG = 'Nov 21 20:05:36 mx1 postfix/qmgr[1152]: 748BD228075: removed';
const EXIM = '2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed';
const BARE = '1xUrLk-0001SN-1G => b@contoso.test R=a T=b';
const QUEUED = '748BD228075: to=<b@contoso.test>, relay=none';

/** What stands in front of a line. */
const frameOf = (line: string): string => line.slice(0, frameStart(line, 0));

describe('what stands in front of a line of a log', () => {
  it('is taken off whatever the line is', () => {
    for (const frame of [
      ...['', ' ', '\t', '> ', '>> ', '| ', '\u2502 ', '> > ', '   '],
      ...['- ', '* ', '+ ', '\u2022 ', '\u00b7 ', '\u2023 ', '-- ', '--- ', '// ', '# ', '### ', '; ', ';; ', '/// '],
      ...['1. ', '12) ', '1234. ', '> 1. ', '- **', '1) `', '* __'],
      ...['**', '*', '__', '`', '```', '"', "'", '\u201c', '\u201e', '\u00ab', '~~', '<b>', '<p>', '<li>', '<code>'],
      ...['<td>', '<tt>', '<pre>', '<strong>', '<span>'],
    ])
      for (const line of [SYSLOG, EXIM, BARE, QUEUED]) assert.equal(frameOf(frame + line), frame, frame + line);
  });

  it('may be the number of the line, a file or a container', () => {
    for (const frame of [
      ...['12: ', '12:', '12| ', '12 | ', '1234567\t', '12)', '12\u2502', '12 ', '12- '],
      ...[
        '/var/log/mail.log:',
        'mail.log:12:',
        'a.log:',
        'z.log:',
        'A.log:',
        'Z.log:',
        '0.log:',
        '9.log:',
        'mail.log-12-',
        './mail.log: ',
        'mail.log:12: ',
      ],
      ...['mail-1  | ', 'mail | ', '[pod/mail-0/postfix] ', '[mail/postfix] '],
      ...['2026-11-21T20:05:36.123Z stdout F ', '2026-11-21T20:05:36+01:00 stderr P '],
    ])
      for (const line of [SYSLOG, EXIM]) assert.equal(frameOf(frame + line), frame, frame + line);
    assert.equal(frameOf('mail-postfix-0-12-2026-11-21 20:06:16 x'), 'mail-postfix-0-12-');
    assert.equal(frameOf('mail-0  2026-11-21T20:06:16Z x'), 'mail-0  ');
    assert.equal(frameOf('2026-11-21T20:05:36.123456789Z 2026-11-21 20:06:16 x'), '2026-11-21T20:05:36.123456789Z ');
  });

  it('is as much as six things, and no more', () => {
    assert.equal(frameOf('> '.repeat(36) + EXIM).length, 72);
    assert.equal(frameOf('> '.repeat(37) + EXIM).length, 72);
    assert.equal(frameOf(`> - **${EXIM}`), '> - **');
  });

  it('is what brings a record or an event of a security product', () => {
    for (const [frame, line] of [
      ['2026-11-21T20:05:36+00:00\tmail.postfix\t', '{"message":"x"}'],
      ['2026-11-21 20:05:36 +0000 mail.postfix: ', '{"message":"x"}'],
      ['2026-11-21T20:05:36Z stdout F ', '{"message":"x"}'],
      ['2026-11-21T20:05:36Z ', '{"message":"x"}'],
      ['[pod/mail-0/postfix] ', '{"message":"x"}'],
      ['<22>', '{"message":"x"}'],
      ['<134>', 'device=gw from=a@a.test'],
      ['<134>', 'device.name=gw from=a@a.test'],
      ['<134>', 'CEF:0|a|b|1|2|3|4|from=a@a.test'],
      ['Nov 21 20:05:36 gw ', 'CEF:0|a|b|1|2|3|4|from=a@a.test'],
      ['2026-11-21 20:05:36 gw ', 'LEEF:2.0|a|b|1|2|from=a@a.test'],
      ['12\tmail\tinfo\t', QUEUED],
      ['12\tmail\t', BARE],
    ] as const)
      assert.equal(frameOf(frame + line), frame, frame + line);
    assert.equal(frameOf(`one two three ${SYSLOG.slice(20)}`), 'one two three ');
    assert.equal(frameOf(`20:05:36 mx1 ${SYSLOG.slice(20)}`), '');
  });

  it('is part of any other line', () => {
    for (const line of [
      '- what I did',
      '12. what I did',
      '**bold**',
      '"Nov 21 20:05:36","mx1"',
      '`code`',
      'file: words',
      '[a/b] words',
      '<22>words',
      'a\tb',
      '{"a": 1}',
      '- removed',
      '1. 748BD228075: said',
    ])
      assert.equal(frameOf(line), '', line);
  });

  it('is read from where a line of the text starts', () => {
    const text = `words\n> ${SYSLOG}\n`;
    assert.equal(frameStart(text, 6), 8);
    assert.equal(frameStart(`words\none two ${SYSLOG.slice(20)}`, 6), 14);
    assert.equal(frameStart(`postfix: x\none two`, 11), 11);
  });
});

describe('what stands behind a line of a log', () => {
  it('is what closes that which was opened in front', () => {
    for (const [before, behind] of [
      ['**', '**'],
      ['- **', '** '],
      ['__', '__'],
      ['`', '`'],
      ['```', '```'],
      ['"', '"\t'],
      ['"', '"'],
      ['`', '` '],
      ['<b>', '</b>'],
      ['<li>', '</li> '],
      ['<td>', '</td>'],
      ['<p>', '</p>'],
      ['<tt>', '</tt>'],
      ['<code>', '</code>'],
      ['<pre>', '</pre>'],
      ['<strong>', '</strong>'],
      ['<span>', '</span>'],
    ] as const)
      assert.equal(frameEnd(before, `${SYSLOG}${behind}`), SYSLOG.length, before);
  });

  it('is part of it where nothing was opened, or something else', () => {
    for (const [before, line] of [
      ['', `${SYSLOG}**`],
      ['**', `${SYSLOG}__`],
      ['**', `${SYSLOG}\``],
      ['**', `${SYSLOG}</b>`],
      ['__', `${SYSLOG} __x`],
      ['> ', `${SYSLOG}"`],
      ['**', `${SYSLOG}"`],
      ['**', `** ${SYSLOG}`],
      ['"', `"${SYSLOG}`],
      ['`', `\`${SYSLOG}`],
      ['__', `__${SYSLOG}`],
      ['<b>', `</b>${SYSLOG}`],
    ] as const)
      assert.equal(frameEnd(before, line), line.length, before + line);
  });
});
