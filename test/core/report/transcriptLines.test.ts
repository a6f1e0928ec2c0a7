import assert from 'node:assert/strict';
import { plainTranscript } from '../../../src/core/report/plainTranscript.ts';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';

/** A conversation whose events stand in the text where their words do. */
function becomes(text: string, events: readonly object[], notes: readonly string[], expected: readonly string[]): void {
  const placed = events.map((event) => {
    const { words, ...rest } = event as { readonly words: string };
    const start = text.indexOf(words);
    return { start, end: start + words.length, ...rest };
  });
  const conversation = {
    ...{ sessions: [{ events: placed.map((_, i) => i) }], events: placed },
    notes: notes.map((note) => ({ start: text.indexOf(note), end: text.indexOf(note) + note.length })),
  };
  assert.equal(plainTranscript(text, conversation as unknown as Conversation), `${expected.join('\n')}\n`);
}
const command = (words: string) => ({ kind: 'command', words });
const reply = (text: string, words: string, code = 250) => {
  const start = text.indexOf(words);
  return {
    ...{ kind: 'reply', words, code, text: words.replace(/^\d{3}[ -]/, ''), codeSpan: { start, end: start + 3 } },
    parts: [{ start: start + 4, end: start + words.length }],
  };
};

describe('a plain transcript, line by line,', () => {
  it('has what was said on one line each', () => {
    const text = 'MAIL   FROM:<a>\n250   ok  then\n';
    becomes(
      text,
      [command('MAIL   FROM:<a>'), reply(text, '250   ok  then')],
      [],
      ['C: MAIL FROM:<a>', 'S: 250 ok then'],
    );
  });
  it('has the notes beside it, but none that says SMTP again', () => {
    const text = 'note one\nMAIL\nnote two\n250 ok\n550 no\nRCPT\nnot  three\n';
    becomes(
      text,
      [command('MAIL'), reply(text, '250 ok')],
      ['note one', 'note two', '550 no', 'RCPT', 'not  three'],
      ['# note one', 'C: MAIL', '# note two', 'S: 250 ok', '# not three'],
    );
    for (const word of ['EHLO', 'helo', 'DATA', 'QUIT', 'STARTTLS', 'AUTH', '<<<', '>>>', '250 ok', '250', '250-x'])
      becomes(`MAIL\n${word} x\n`, [command('MAIL')], [`${word} x`], word === '250' ? ['C: MAIL'] : ['C: MAIL']);
    for (const words of ['took 1.250 s', 'port:250 x', '192.0.2.250 x', '199 x', '265 x', '600 x', 'mailbox'])
      becomes(`HELP\n${words}\n`, [command('HELP')], [words], ['C: HELP', `# ${words}`]);
  });
  it('has five notes in a row, and says that there were more', () => {
    const notes = (count: number) => Array.from({ length: count }, (_, i) => `note ${'abcdefgh'[i]}`);
    const text = (count: number) => `${notes(count).join('\n')}\nMAIL\n`;
    const shown = notes(5).map((note) => `# ${note}`);
    becomes(text(5), [command('MAIL')], notes(5), [...shown, 'C: MAIL']);
    becomes(text(7), [command('MAIL')], notes(7), [...shown, '# …', 'C: MAIL']);
  });
  it('has no note where the message or an answer is due', () => {
    for (const code of [354, 334]) {
      const text = `${code} go\nnote x\nAAAA\nnote y\n`;
      becomes(
        text,
        [reply(text, `${code} go`, code), command('AAAA')],
        ['note x', 'note y'],
        [`S: ${code} go`, 'C: AAAA', '# note x', '# note y'],
      );
    }
  });
  it('cuts a note', () => {
    const note = `x${'y'.repeat(600)}`;
    becomes(`MAIL\n${note}\n`, [command('MAIL')], [note], ['C: MAIL', `# ${note.slice(0, 500)}`]);
  });
  it('keeps the enhanced code of each line of a reply, and its end', () => {
    const text = '550-5.1.1 no\n550 5.1.1 such\n';
    const parts = [text.indexOf('no'), text.indexOf('such')].map((start) => ({
      start,
      end: text.indexOf('\n', start),
    }));
    const whole = {
      kind: 'reply',
      words: text.trim(),
      code: 550,
      text: 'no such',
      codeSpan: { start: 0, end: 3 },
      parts,
    };
    becomes(text, [whole], [], ['S: 550-5.1.1 no', 'S: 550 5.1.1 such']);
    becomes(text, [{ ...whole, text: 'another', enhanced: '5.1.1' }], [], ['S: 550 5.1.1 another']);
    becomes(text, [{ ...whole, text: 'another' }], [], ['S: 550 another']);
    becomes(text, [{ ...whole, code: 7 }], [], ['S: 007-5.1.1 no', 'S: 007 5.1.1 such']);
    const empty = '250 \n';
    becomes(empty, [{ ...reply(empty, '250 '), text: '' }], [], ['S: 250']);
  });
  it('has the lines of a message without what the tool put in front, and its end', () => {
    const message = (text: string, words: string, complete: boolean, expected: readonly string[]) =>
      becomes(text, [{ kind: 'data', words, complete }], [], expected);
    message('a\nb\n', 'a\nb\n', false, ['C: a', 'C: b']);
    message('a\nb\n', 'a\nb\n', true, ['C: a', 'C: b', 'C: .']);
    message('a\r\nb\r.\n', 'a\r\nb\r.\n', true, ['C: a', 'C: b', 'C: .']);
    message('a\n\n\n', 'a\n\n\n', false, ['C: a']);
    message('10:01 a\n10:02 b\n10:03 \n', 'a\n10:02 b\n10:03 \n', true, ['C: a', 'C: b', 'C: .']);
    message('> a\nb\n', 'a\nb\n', false, ['C: a', 'C: b']);
    message('> a\\r\\nb\\nc', 'a\\r\\nb\\nc', false, ['C: a', 'C: b', 'C: c']);
    message('> a\\nb', 'a\\nb', false, ['C: a\\nb']);
    const long = 'x'.repeat(301);
    message(`${long}a\n${long}b\n`, `a\n${long}b\n`, false, ['C: a', `C: ${long}b`]);
    message(`${'x'.repeat(300)}a\n${'x'.repeat(300)}b\n`, `a\n${'x'.repeat(300)}b\n`, false, ['C: a', 'C: b']);
  });
  it('has an empty line between sessions', () => {
    const text = 'MAIL\nRCPT\n';
    const events = [
      { kind: 'command', start: 0, end: 4 },
      { kind: 'command', start: 5, end: 9 },
    ];
    const sessions = [{ events: [0] }, { events: [1] }];
    assert.equal(
      plainTranscript(text, { sessions, events, notes: [] } as unknown as Conversation),
      'C: MAIL\n\nC: RCPT\n',
    );
  });
});
