import { explainText } from '../../src/core/knowledge/explain.ts';
import { packedWordings } from '../../src/core/knowledge/nearest/packedWordings.ts';
import { openWordings } from '../../src/core/knowledge/nearest/wordingIndex.ts';
import { findText, allTexts as rows } from '../../src/core/knowledge/texts.ts';
import { replySamples } from '../support/replySamples.ts';
import { figure, milliseconds } from './measure.ts';

/** Explaining lines with all rows loaded: of logs and bounces, and such as are made to hurt. */

/** One of each row. */
const samples = [...new Map(replySamples.map(({ expected, text }) => [expected, text])).values()];

const ordinary: Readonly<Record<string, readonly string[]>> = {
  'the sample of every row': samples,
  'Postfix lines with every sample': samples.map(
    (sample, i) =>
      `Nov 21 20:02:03 mx1 postfix/smtp[${i}]: 4C1D52280FF: to=<user${i}@fabrikam.test>, relay=mail.fabrikam.test[192.0.2.80]:25, delay=0.5, delays=0.01/0/0.1/0.39, dsn=5.0.0, status=bounced (host mail.fabrikam.test[192.0.2.80] said: ${sample} (in reply to RCPT TO command))`,
  ),
  'replies in words that are not known': samples.map((sample) => `550 ${sample.split(' ').reverse().join(' ')}`),
  'lines without an error': Array.from(
    { length: 400 },
    (_, i) =>
      `Nov 21 20:02:03 mx1 postfix/qmgr[900]: ${(0x10000000 + i).toString(16)}: from=<user${i}@contoso.test>, size=${1000 + i}, nrcpt=1 (queue active)`,
  ),
};

/** Each of them 2000 characters, which is all that is looked at. */
const hostile: Readonly<Record<string, string>> = {
  'one letter': 'x',
  blanks: ' \t',
  'line breaks': '\n550-',
  'beginnings of codes': '550 5.7.',
  codes: '550 5.7.1 451 4.7.1 ',
  brackets: '<<(([[',
  'half of known words': 'user unknow relay access denie mailbox ful connection refuse ',
  'an address without end': 'a@b.c.',
  'beginnings of bounded gaps': 'Domain of sender address lost connection with conversation with lookup ',
  'every known word': samples.join(' '),
};

/** A log has many lines: what is measured is the code once it is warm, which takes some passes. */
const PASSES = 20;

async function microseconds(lines: readonly string[], passes?: number): Promise<number> {
  for (const line of lines) explainText(line);
  const once = await milliseconds(() => {
    for (const line of lines) explainText(line);
  }, passes);
  return (once * 1000) / lines.length;
}

figure('rows of reply texts and errors', rows.length);
let slowest = 0;
for (const [name, lines] of Object.entries(ordinary)) {
  const cost = await microseconds(lines, PASSES);
  slowest = Math.max(slowest, cost);
  figure(`explain ${name}: µs a line`, cost, { most: 50 });
}

const opening = await milliseconds(() => openWordings(packedWordings, (place) => rows[place]?.reason ?? 'unknown'));
figure('opening the known wordings, once, with the first reply that is not known: ms', opening);

const longest = 2000;
const long = samples.map((sample) =>
  `${sample} ${'The message was kept in the queue of the server. '.repeat(50)}`.slice(0, longest),
);
const usual = await microseconds(long);
figure('explain ordinary text of 2000 characters: µs', usual);
for (const [name, part] of Object.entries(hostile)) {
  const text = part.repeat(Math.ceil(longest / part.length)).slice(0, longest);
  figure(
    `explain hostile text of 2000 characters (${name}) / ordinary`,
    (await microseconds([text, `550 ${text}`])) / usual,
  );
}
for (const size of [1 << 14, 1 << 20]) {
  const text = hostile['half of known words']?.repeat(size / 60) ?? '';
  figure(
    `explain hostile text of ${size >> 10} KB / ordinary of 2000 characters`,
    (await microseconds([text])) / usual,
  );
}

const tried = await milliseconds(() => {
  for (const words of samples) findText(rows, { words });
});
figure('trying every row in order: µs a sample', (tried * 1000) / samples.length);
