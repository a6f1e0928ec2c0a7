import assert from 'node:assert/strict';
import { conversationsOf, dialectsOf, eventsOf, told, toldBySession } from './told.ts';

const session = [
  '220 a.test ESMTP',
  'EHLO b.test',
  '250-a.test',
  '250 SIZE',
  'MAIL FROM:<a@b.test>',
  '550 5.7.1 no <a@b.test>',
  'QUIT',
  '221 bye',
];
const SAID = '220 EHLO 250 MAIL 550 QUIT 221';

/** The session reads the same in this frame, and every span names the words themselves. */
function reads(frame: (line: string, i: number) => string, lines = session): void {
  const text = `${lines.map(frame).join('\n')}\n`;
  assert.equal(told(text), SAID, text);
  assert.equal(conversationsOf(text).length, 1, text);
  for (const event of eventsOf(text)) {
    if (event.kind === 'reply') assert.equal(text.slice(event.codeSpan.start, event.codeSpan.end), String(event.code));
    if (event.kind === 'command') assert.equal(text.slice(event.verbSpan.start, event.verbSpan.end), event.verb);
  }
}

describe('a session framed by', () => {
  it('quoting marks, nested too', () => {
    reads((line) => `> ${line}`);
    reads((line) => `>${line}`);
    reads((line) => `> > ${line}`);
    reads((line) => `>> ${line}`);
    reads((line) => `| ${line}`);
  });

  it('quoting marks around another dialect', () => {
    const swaks = session.map((line) => (/^\d/.test(line) ? `<-  ${line}` : ` -> ${line}`));
    reads((line) => `> ${line}`, swaks);
    const letters = session.map((line) => (/^\d/.test(line) ? `S: ${line}` : `C: ${line}`));
    reads((line) => `> ${line}`, letters);
    reads((line) => `   ${line}`, letters);
    reads((line, i) => `${i + 9}: ${line}`, letters);
    for (const number of ['9: ', '9. ', '9 | ', '  9  ', '9:    '])
      reads((line, i) => `${number.replace('9', String(i + 1))}${line}`, swaks);
    const trying = ['=== Trying a.test:25...', '=== Connected to a.test.', ...swaks];
    reads((line, i) => `${i + 1}: ${line}`, trying);
    assert.equal(dialectsOf(trying.map((line, i) => `${i + 1}: ${line}\n`).join('')), 'swaks');
  });

  it('blanks', () => {
    reads((line) => `    ${line}`);
    reads((line) => `\t${line}`);
  });

  it('as many blanks as every line has, around another dialect', () => {
    const swaks = session.map((line) => (/^\d/.test(line) ? `<-  ${line}` : ` -> ${line}`));
    for (const blanks of ['  ', '    ', '\t\t', ' \t ']) {
      reads((line) => `${blanks}${line}`, swaks);
      reads((line, i) => (i === 3 ? `${blanks}${line}\n` : `${blanks}${line}`), swaks);
    }
    const rest = swaks.slice(1).map((line) => `    ${line}\n`);
    assert.equal(told(rest.join('')), SAID.slice(4));
    assert.equal(dialectsOf(rest.join('')), 'swaks');
  });

  it('numbers', () => {
    reads((line, i) => `${i + 1}: ${line}`);
    reads((line, i) => `${String(i + 98).padStart(5)}  ${line}`);
    reads((line, i) => `${i + 1}. ${line}`);
    reads((line, i) => `${i + 1} | ${line}`);
  });

  it('bullets', () => {
    reads((line) => `- ${line}`);
    reads((line) => `* ${line}`);
    reads((line) => `\u2022 ${line}`);
  });

  it('HTML', () => {
    reads((line) => `${line}<br>`);
    reads((line) => `${line.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}<br />`);
    reads((line) => `<p>${line}</p>`);
    reads((line, i) => (i === 0 ? `<pre>${line}` : i === 7 ? `${line}</pre>` : line));
    reads((line) => `&gt; ${line}`);
    reads((line) => (/^\d/.test(line) ? `&lt;-  ${line}` : ` -&gt; ${line}`));
  });

  it('times', () => {
    reads((line, i) => `10:00:0${i} ${line}`);
    reads((line, i) => `[2024-05-01 10:00:0${i}] ${line}`);
  });

  it('non-breaking blanks and dashes of a word processor', () => {
    reads((line) => line.replaceAll(' ', '\u00a0').replaceAll('-', '\u2013'));
  });

  it('CR CR LF, lone CR, and blank lines between', () => {
    for (const end of ['\r\r\n', '\r', '\r\n', '\n\n']) {
      assert.equal(told(session.join(end) + end), SAID, JSON.stringify(end));
    }
  });
});

describe('a session fenced in Markdown', () => {
  const fenced = `Look:\n\n\`\`\`\n${session.join('\n')}\n\`\`\`\n\nThat is all.\n`;

  it('has no fence in it', () => assert.equal(told(fenced), SAID));

  it('ends its message, cut off, at the fence', () => {
    const text = '```\n220 a.test ESMTP\nDATA\n354 go\nSubject: x\n```\nAnd so on.\n';
    const data = eventsOf(text).at(-1);
    assert.equal(data && text.slice(data.start, data.end), 'Subject: x');
  });
});

describe('a quote', () => {
  it('ends where its marks end', () => {
    const text = `He wrote:\n${session.map((line) => `> ${line}\n`).join('')}I do not agree.\n`;
    const [conversation] = conversationsOf(text);
    assert.equal(conversation && text.slice(conversation.end), 'I do not agree.\n');
  });

  it('holds two sessions', () => {
    assert.deepEqual(toldBySession([...session, ...session].map((line) => `> ${line}\n`).join('')), [SAID, SAID]);
  });

  it('has a reply in it: without one the marks are those of curl, or of no tool', () => {
    const sent = ['EHLO a.test', 'MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>'];
    assert.equal(dialectsOf(sent.map((line) => `> ${line}\n`).join('')), 'curl');
    assert.equal(told(sent.map((line) => `| ${line}\n`).join('')), '');
  });

  it('is not what curl marks as sent', () => {
    assert.equal(told('> EHLO a.test\n< 250 b.test\n> QUIT\n< 221 bye\n'), 'EHLO 250 QUIT 221');
  });
});

describe('text in HTML', () => {
  it('is read as it was before', () => {
    const text = '550 5.1.1 &lt;a@b.test&gt;: User &quot;a&quot; unknown<br>\nRSET<br>\n250 2.0.0 Ok<br>\n';
    const [reply] = eventsOf(text);
    assert.equal(reply?.kind === 'reply' && reply.text, '<a@b.test>: User "a" unknown');
    assert.equal(reply && text.slice(reply.start, reply.end), '550 5.1.1 &lt;a@b.test&gt;: User &quot;a&quot; unknown');
  });
});

describe('a reply of several lines that begins behind other words', () => {
  it('is quoted with them, and begins no session', () => {
    assert.equal(
      told('The test failed. (535-5.7.8 Not accepted.\n  535-5.7.8 For more, go to\n  535 5.7.8 https://a.test)\n'),
      '',
    );
    assert.equal(
      told('The test failed. (x535-5.7.8 Not accepted.\n535-5.7.8 For more, go to\n535 5.7.8 https://a.test\n'),
      '535',
    );
  });
});
