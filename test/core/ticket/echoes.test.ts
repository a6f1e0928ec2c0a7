import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** Sessions and what is said in them, as `1: 220 EHLO 250`. */
function said(...lines: readonly string[]): string {
  const talks = readTicket(`${lines.join('\n')}\n`).blocks.filter((block) => block.kind === 'conversation');
  const events = talks.flatMap((block) => block.events);
  return `${talks.length}: ${events.map((event) => (event.kind === 'reply' ? event.code : event.kind === 'command' ? event.verb : '')).join(' ')}`;
}

const SESSION = [
  'S: 220 mx.contoso.test ESMTP',
  'C: EHLO pc',
  'S: 250-mx.contoso.test',
  'S: 250 HELP',
  'C: QUIT',
  'S: 221 Bye',
];
const ONCE = '1: 220 EHLO 250 QUIT 221';

describe('what a tool shows once more is no second session:', () => {
  it('a dump of what it kept, as JSON on a line or on several', () => {
    const kept = { extensions: ['250-mx.contoso.test', '250 HELP'], last: '221 Bye' };
    assert.equal(said(...SESSION, JSON.stringify(kept)), ONCE);
    assert.equal(said(...SESSION, ...JSON.stringify(kept, undefined, 2).split('\n')), ONCE);
  });

  it('the answer that curl writes behind its trace', () => {
    const trace = [
      '< 220 mx.contoso.test ESMTP',
      '> EHLO pc',
      '< 250 HELP',
      '> HELP',
      '< 214-Commands:',
      '< 214 HELP QUIT',
    ];
    const end = ['> QUIT', '< 221 Bye', '* Closing connection 0'];
    assert.equal(said(...trace, ...end, '214-Commands:', '214 HELP QUIT'), '1: 220 EHLO 250 HELP 214 QUIT 221');
    // What was not said before is a session of its own, and so is what a command follows.
    assert.match(said(...trace, ...end, '214-Commands:', '214 HELP NOOP'), /^2: /);
    assert.match(said(...trace, ...end, '250 HELP', 'QUIT', '221 Bye'), /^2: /);
  });

  it('socat in octets and in text, and a word of success in front of the reply', () => {
    const both = [
      '> 2026/03/02 10:00:01.000001  length=9 from=0 to=8',
      ' 32 32 30 20 6d 78 31 0d 0a                       220 mx1..',
      '--',
      '220 mx1',
      '< 2026/03/02 10:00:02.100001  length=6 from=0 to=5',
      ' 51 55 49 54 0d 0a                                QUIT..',
      '--',
      'QUIT',
      '> 2026/03/02 10:00:02.200001  length=9 from=9 to=17',
      ' 32 32 31 20 42 79 65 0d 0a                       221 Bye..',
      '--',
      '221 Bye',
    ];
    assert.equal(said(...both), '1: 220 QUIT 221');
    const marked = ['<<< 220 mx1 ESMTP', '>>> EHLO pc', '<<< 250 HELP', '>>> QUIT', '<<< 221 Bye'];
    const echoed = marked.flatMap((line) => (line.startsWith('<') ? [line, `Succeeded: ${line.slice(4)}`] : [line]));
    assert.equal(said(...echoed), ONCE);
  });
});

describe('what was typed wrong and taken back', () => {
  it('is one command, whether the terminal sent the key or shows it', () => {
    for (const back of ['\b', '\x7f', '^H', '^?']) {
      assert.equal(
        said(
          '220 mx.contoso.test ESMTP',
          `HELO pcx${back}`,
          '250 mx.contoso.test',
          `MAIL FROMM${back}:<ann@fabrikam.test>`,
          '250 Ok',
          `QUIY${back}T`,
          '221 Bye',
        ),
        '1: 220 HELO 250 MAIL 250 QUIT 221',
        JSON.stringify(back),
      );
    }
  });
});

describe('the lines of a reply that a tool joins', () => {
  it('are one reply, with commas or as a list', () => {
    const of = (join: (...lines: string[]) => string): readonly string[] => [
      `reply: ${join('220 mx.contoso.test ESMTP')}`,
      'command: EHLO pc',
      `reply: ${join('250-mx.contoso.test', '250-SIZE 1000', '250 HELP')}`,
      'command: MAIL FROM:<ann@fabrikam.test>',
      `reply: ${join('550-5.7.1 Not from here.', '550 5.7.1 See the page')}`,
      'command: QUIT',
      `reply: ${join('221 Bye')}`,
    ];
    const expected = '1: 220 EHLO 250 MAIL 550 QUIT 221';
    assert.equal(said(...of((...lines) => lines.join(', '))), expected);
    assert.equal(said(...of((...lines) => `[${lines.map((line) => `'${line}'`).join(', ')}]`)), expected);
  });
});
