import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts } from '../../fakePorts.ts';

const never = new AbortController().signal;
const TO = ['a@x.test', 'b@x.test', 'c@x.test'];

/** What is said behind MAIL to a server that answers RCPT so, and what comes of it. */
async function said(answers: readonly string[], options: SmtpProbeOptions = {}) {
  const offer = options.pipelining === true ? ['250-mx', '250 PIPELINING'] : ['250 mx'];
  const script = ['220 mx', ...offer, '250 m', ...answers];
  const ports = fakePorts({}, { '192.0.2.1:25': script });
  const plan = { helo: 'p.test', tls: 'none', envelope: { from: '', recipients: TO }, ...options } as const;
  const { findings, failure } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
  const written = ports.written.join('').split('\r\n');
  return {
    rcpt: written.filter((one) => one.startsWith('RCPT')).length,
    leaves: written.includes('QUIT'),
    failure: failure === undefined ? 'none' : [failure.step, 'code' in failure ? failure.code : failure.kind].join(' '),
    refused: findings.flatMap((one) => (one.code === 'recipient-refused' ? [`${one.recipient} ${one.reply}`] : [])),
  };
}

describe('RCPT for several recipients (RFC 5321 3.3)', () => {
  it('goes on where one of them is taken, and tells of the others', async () => {
    for (const [answers, refused] of [
      [['250 a', '250 b', '250 c', '221 q'], []],
      [['250 a', '251 b', '250 c', '221 q'], []],
      [
        ['550 a', '250 b', '450 c', '221 q'],
        ['a@x.test 550', 'c@x.test 450'],
      ],
      [['250 a', '250 b', '550 c', '221 q'], ['c@x.test 550']],
    ] as const) {
      for (const pipelining of [false, true]) {
        const told = await said(answers, { pipelining });
        assert.deepEqual(told, { rcpt: 3, leaves: true, failure: 'none', refused }, answers.join(' '));
      }
    }
  });
  it('ends where none is taken', async () => {
    for (const pipelining of [false, true]) {
      const { rcpt, refused, failure, leaves } = await said(['550 a', '551 b', '450 c', '221 q'], { pipelining });
      assert.deepEqual([rcpt, refused, leaves], [3, [], true]);
      assert.match(failure, /^rcpt /);
    }
  });
  it('asks no more of a server that closes the connection (RFC 5321 3.8)', async () => {
    const { rcpt, failure, refused } = await said(['250 a', '421 closing']);
    assert.deepEqual([rcpt, refused], [2, []]);
    assert.match(failure, /^rcpt /);
  });
  it('has nothing to tell where the connection is lost', async () => {
    const { failure, refused } = await said(['250 a']);
    assert.deepEqual([failure, refused], ['rcpt closed', []]);
  });
});
