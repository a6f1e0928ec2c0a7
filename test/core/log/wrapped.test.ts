import assert from 'node:assert/strict';
import { entriesIn, entryAt } from '../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../src/core/log/log.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';

function entriesOf(text: string): readonly LogEntry[] {
  const lines = new Lines(text);
  const read = readLog(text, lines, 0, lines.count);
  assert.ok(read !== undefined, text);
  return [...entriesIn(lines, read.log)];
}

/** Each entry as `queue id, recipient, reply`. */
const told = (text: string): string[] =>
  entriesOf(text)
    .filter(({ time }) => time !== undefined)
    .map(({ queueId, recipients, reply }) => [queueId?.text, recipients[0]?.text, reply?.text].join(', '));

const STAMP = 'Nov 21 20:05:36 mx1 postfix/smtp[71]:';
const BOUNCED =
  '4F1A2B3C4: to=<bob@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.1] said: 550 5.1.1 <bob@contoso.test>: User unknown (in reply to RCPT TO command))';
const WHOLE = ['4F1A2B3C4, bob@contoso.test, 550 5.1.1 <bob@contoso.test>: User unknown'];

/** A text broken at blanks so that no line is longer than `width`. */
function wrap(text: string, width: number, prefix = ''): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${prefix}${one}\n`).join('');
}

describe('an entry of several lines', () => {
  it('is one where a mail program wrapped it, quoted or not', () => {
    for (const width of [68, 72, 76, 100]) {
      assert.deepEqual(told(wrap(`${STAMP} ${BOUNCED}`, width)), WHOLE, String(width));
      assert.deepEqual(told(wrap(`${STAMP} ${BOUNCED}`, width, '> ')), WHOLE, String(width));
    }
  });

  it('is one where a terminal cut it in the middle of words', () => {
    for (const width of [80, 100, 117]) {
      const cut = `${STAMP} ${BOUNCED}`.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '';
      assert.deepEqual(told(`${cut}\n`), WHOLE, String(width));
    }
  });

  it('is one where a terminal filled it up with blanks', () => {
    const line = `${STAMP} ${BOUNCED}`;
    assert.deepEqual(told(`${line.slice(0, 90)}${' '.repeat(60)}${line.slice(90)}\n`), WHOLE);
  });

  it('ends at the stamp of the next one, also in the middle of a line', () => {
    const both = wrap(`${STAMP} ${BOUNCED} ${STAMP} ${BOUNCED.replaceAll('bob', 'ann')}`, 74);
    assert.deepEqual(told(both), [...WHOLE, '4F1A2B3C4, ann@contoso.test, 550 5.1.1 <ann@contoso.test>: User unknown']);
  });

  it('does not take in what people write below', () => {
    for (const words of ['What does that mean?', 'Thanks, Ann', '-- ', '```', '550 is what I get']) {
      assert.deepEqual(told(`${STAMP} ${BOUNCED}\n${words}\n`), WHOLE, words);
    }
  });

  it('is found from each of its lines, and every word stands where it says', () => {
    const text = wrap(`${STAMP} ${BOUNCED}`, 72, '> ');
    const lines = new Lines(text);
    const read = readLog(text, lines, 0, lines.count);
    assert.ok(read !== undefined);
    for (let line = 0; line < lines.count - 1; line++) {
      const { recipients, relay, reply } = entryAt(lines, read.log, lines.start(line));
      const [to] = recipients;
      assert.equal(text.slice(to?.start, to?.end), 'bob@contoso.test');
      assert.equal(text.slice(relay?.host?.start, relay?.host?.end), 'mx.contoso.test');
      assert.match(text.slice(reply?.start, reply?.end), /^550 5\.1\.1[\s\S]*unknown$/);
    }
  });

  it('is read through the entities of a page and the colours of a terminal', () => {
    const page = `${STAMP} ${BOUNCED}`.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.deepEqual(told(`${page}\n`), WHOLE);
    const quoting = BOUNCED.replace('User unknown', 'User "bob" & all unknown');
    const escaped = quoting
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
    assert.deepEqual(told(`${STAMP} ${escaped}\n`), told(`${STAMP} ${quoting}\n`));
    assert.deepEqual(told(`${STAMP} \u001b[31m${BOUNCED}\u001b[0m\n`), WHOLE);
  });
});

describe('what stands around a log line', () => {
  it('is no part of it', () => {
    const line = `${STAMP} ${BOUNCED}`;
    for (const dressed of [
      `- ${line}`,
      `* ${line}`,
      `3. ${line}`,
      `**${line}**`,
      `\`${line}\``,
      `"${line}"`,
      `<code>${line}</code>`,
      `  17  ${line}`,
      `17:${line}`,
      `17\t${line}`,
      `/var/log/mail.log:${line}`,
      `/var/log/mail.log:4711:${line}`,
      `mail.log-4711-${line}`,
      `mail-1  | ${line}`,
      `[pod/mail-0/postfix] ${line}`,
      `2026-11-21T20:05:36.123456789Z ${line}`,
      `2026-11-21T20:05:36.123456789Z stdout F ${line}`,
      `> > - ${line}`,
      `{"log":"${line}\\n","stream":"stdout","time":"2026-11-21T20:05:36.124Z"}`,
      `{"values":[["1795767249123456789","${line}"]]}`,
    ]) {
      assert.deepEqual(told(`${dressed}\n`), WHOLE, dressed);
    }
  });

  it('may be the log of another program', () => {
    assert.deepEqual(told(`Nov 21 20:05:36 host docker[9]: ${STAMP} ${BOUNCED}\n`), WHOLE);
    const exim =
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C ** bob@contoso.test R=dns T=smtp H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<bob@contoso.test>: 550 5.1.1 User unknown';
    const read = ['1tEabc-0001Ab-2C, bob@contoso.test, 550 5.1.1 User unknown'];
    assert.deepEqual(told(`${exim}\n`), read);
    assert.deepEqual(told(`Nov 21 20:05:36 host 3f2b8a[812]: ${exim}\n`), read);
    assert.deepEqual(told(`2026-11-21T20:05:36+01:00 host containerd[812]: ${exim}\n`), read);
  });

  it('may name the month in any language, in front of the day or behind it', () => {
    const rest = `mx1 postfix/smtp[71]: ${BOUNCED}`;
    for (const date of [
      'Okt 21',
      'Mär  3',
      'févr. 21',
      '21 août',
      'мая 21',
      '21 нояб.',
      '3. Dez',
      'do nov 21',
      'paź 21',
    ]) {
      assert.deepEqual(told(`${date} 20:05:36 ${rest}\n`), WHOLE, date);
    }
  });

  it('may be anything, or nothing at all, where Postfix is sure to have written the line', () => {
    const told = (text: string): string[] =>
      entriesOf(text).map(({ queueId, reply }) => `${queueId?.text} ${reply?.code}`);
    for (const before of [
      '[Nov 21 20:05:36] mx1 ',
      '21.11.2026 20:05:36 mx1 ',
      '1763755536 mx1 ',
      '| mx1 | ',
      'Error: ',
    ]) {
      assert.deepEqual(told(`${before}postfix/smtp[71]: ${BOUNCED}\n`), ['4F1A2B3C4 550'], before);
    }
    assert.deepEqual(told(`${BOUNCED}\n`), ['4F1A2B3C4 550']);
  });

  it('may be a program whose name says nothing', () => {
    assert.deepEqual(told(`Nov 21 20:05:36 mx1 mta-7[71]: ${BOUNCED}\n`), WHOLE);
  });
});
