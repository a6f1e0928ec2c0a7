import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

const never = new AbortController().signal;

/** What is written behind the greeting to a server that offers PIPELINING and answers so, and where it ends. */
async function said(answers: readonly Scripted[], options: SmtpProbeOptions = {}) {
  const script = ['220 mx', '250-mx', '250 PIPELINING', ...answers];
  const ports = fakePorts({}, { '192.0.2.1:25': script });
  const envelope = { from: 'a@b.test', recipients: ['u@x.test', 'v@x.test'] };
  const message = { text: 'Subject: x\r\n\r\nab\r\n' };
  const plan = { helo: 'p.test', tls: 'none', pipelining: true, envelope, message, ...options } as const;
  const { failure } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
  return {
    words: ports.written.slice(1).map((one) => one.split(/[ \r\n]/, 1)[0] || one.slice(0, 3)),
    first: ports.written[1],
    message: ports.written.join('').includes('Subject: x'),
    failure: failure === undefined ? 'none' : [failure.step, 'code' in failure ? failure.code : failure.kind].join(' '),
  };
}

describe('commands that are sent together (RFC 2920 3.1)', () => {
  it('are one write, from MAIL to DATA', async () => {
    const { first, failure, message } = await said(['250 m', '250 a', '250 b', '354 go', '250 ok', '221 q']);
    assert.equal(first, 'MAIL FROM:<a@b.test>\r\nRCPT TO:<u@x.test>\r\nRCPT TO:<v@x.test>\r\nDATA\r\n');
    assert.deepEqual([failure, message], ['none', true]);
  });
  it('end where one is refused, and no message is sent', async () => {
    for (const [answers, expected] of [
      [['550 m', '503 a', '503 b', '503 d', '221 q'], /^mail /],
      [['250 m', '550 a', '450 b', '554 d', '221 q'], /^rcpt /],
      [['250 m', '250 a', '250 b', '451 d', '221 q'], /^data /],
      [['250 m', '250 a', '550 b', '554 d', '221 q'], /^data /],
    ] as const) {
      const { failure, message, words } = await said(answers);
      assert.match(failure, expected, answers.join(' '));
      assert.equal(message, false);
      assert.equal(words.at(-1), 'QUIT', answers.join(' '));
      assert.ok(!words.some((one) => one.startsWith('.')), words.join(' '));
    }
  });
  it('give a server nothing that asks for a message without a recipient', async () => {
    for (const [answers, expected] of [
      [['250 m', '550 a', '550 b', '354 go', '554 no', '221 q'], /^rcpt /],
      [['550 m', '503 a', '503 b', '354 go', '554 no', '221 q'], /^mail /],
    ] as const) {
      const { failure, message, words } = await said(answers);
      assert.match(failure, expected);
      assert.equal(message, false);
      assert.ok(
        words.some((one) => one.startsWith('.')),
        words.join(' '),
      );
    }
  });
  it('go on where one recipient is taken', async () => {
    const { failure, message } = await said(['250 m', '550 a', '250 b', '354 go', '250 ok', '221 q']);
    assert.deepEqual([failure, message], ['none', true]);
  });
  it('fail where the connection is lost, at the first that has no answer', async () => {
    for (const [answers, expected] of [
      [[], 'mail closed'],
      [['250 m'], 'rcpt closed'],
      [['250 m', '250 a', '250 b'], 'data closed'],
    ] as const)
      assert.equal((await said(answers)).failure, expected);
  });
  it('are not sent where the message cannot go as the server takes it', async () => {
    const envelope = { from: 'ä@b.test', recipients: ['u@x.test'] };
    const { words, failure } = await said(['221 q'], { envelope });
    assert.deepEqual(words, ['QUIT']);
    assert.notEqual(failure, 'none');
  });
});
