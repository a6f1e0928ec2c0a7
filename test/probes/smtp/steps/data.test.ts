import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import { ShownBody } from '../../../../src/probes/smtp/steps/data.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

const shown = (...pieces: readonly string[]) => {
  const body = new ShownBody();
  for (const piece of pieces) body.add(piece, piece.length);
  return body.body;
};
const lines = (count: number, from = 0): string => Array.from({ length: count }, (_, i) => `l${from + i}\r\n`).join('');

describe('what is shown of a message', () => {
  it('is its lines, however they come in pieces', () => {
    assert.deepEqual(shown('a\r\nb\r\n'), { lines: ['a', 'b'], left: 0, octets: 6 });
    assert.deepEqual(shown('a\r\n', 'b', 'c', '\r\nd'), { lines: ['a', 'bc', 'd'], left: 0, octets: 8 });
    assert.deepEqual(shown(), { lines: [], left: 0, octets: 0 });
    assert.deepEqual(shown('\r\n\r\n'), { lines: ['', ''], left: 0, octets: 4 });
    assert.deepEqual(shown('a'), { lines: ['a'], left: 0, octets: 1 });
  });
  it('is a hundred lines, and how many there are behind them', () => {
    const most = 100;
    assert.deepEqual([shown(lines(most)).lines.length, shown(lines(most)).left], [most, 0]);
    const more = shown(lines(most + 3));
    assert.deepEqual([more.lines.length, more.lines.at(-1), more.left], [most, `l${most - 1}`, 3]);
    assert.equal(shown(`${lines(most)}x`).left, 1);
    assert.equal(shown(`${lines(most)}x`, 'y').left, 1);
    assert.equal(shown(`${lines(most)}x`, 'y\r\n').left, 1);
    assert.equal(shown(lines(most), lines(2), 'x\r\ny').left, 4);
    assert.deepEqual(shown(`${lines(most - 1)}x`).lines.at(-1), 'x');
    assert.equal(shown(`${lines(most - 1)}x`).left, 0);
  });
  it('is a line as long as those that are read', () => {
    const long = 'x'.repeat(4096 + 5);
    assert.equal(shown(`${long}\r\nb\r\n`).lines[0]?.length, 4096);
    assert.deepEqual(
      shown(long.slice(0, 4000), `${long.slice(4000)}\r\nb`).lines.map(({ length }) => length),
      [4096, 1],
    );
  });
});

describe('the answers to a message', () => {
  const never = new AbortController().signal;
  const send = async (
    options: SmtpProbeOptions,
    answers: readonly Scripted[],
    recipients = ['u@x.test', 'v@x.test'],
  ) => {
    const offer = ['250-mx', '250-PRDR', '250 CHUNKING'];
    const ports = fakePorts({}, { '192.0.2.1:25': ['220 mx', ...offer, ...answers] });
    const envelope = { from: 'a@b.test', recipients };
    const plan = { helo: 'p.test', tls: 'none', envelope, message: { text: 'x\r\n' }, ...options } as const;
    const { failure, steps } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
    const heard = steps.filter(({ step }) => step === 'message' || step === 'bdat').length;
    return [
      failure === undefined ? 'sent' : 'code' in failure ? failure.code : failure.kind,
      heard,
      ports.written.at(-1)?.trimEnd(),
    ];
  };
  const taken = ['250 m', '250 r', '250 r', '354 go'];
  it('is one for all', async () => {
    assert.deepEqual(await send({}, [...taken, '250 ok', '221 q']), ['sent', 1, 'QUIT']);
    assert.deepEqual(await send({}, [...taken, '554 no', '221 q']), [554, 1, 'QUIT']);
    assert.deepEqual(await send({}, [...taken, { fail: 'closed' }]), ['closed', 1, 'x\r\n.']);
  });
  it('is one for each recipient that was taken in LMTP (RFC 2033 4.2)', async () => {
    const lmtp = { protocol: 'lmtp' } as const;
    assert.deepEqual(await send(lmtp, [...taken, '250 u', '250 v', '221 q']), ['sent', 2, 'QUIT']);
    assert.deepEqual(await send(lmtp, [...taken, '550 u', '250 v', '221 q']), ['sent', 2, 'QUIT']);
    assert.deepEqual(await send(lmtp, [...taken, '550 u', '552 v', '221 q']), [552, 2, 'QUIT']);
    assert.deepEqual(await send(lmtp, ['250 m', '250 r', '550 r', '354 go', '250 u', '221 q']), ['sent', 1, 'QUIT']);
    assert.deepEqual(await send(lmtp, [...taken, '250 u', { fail: 'closed' }]), ['closed', 2, 'x\r\n.']);
  });
  it('is one for each and one for all where the server announces that', async () => {
    const prdr = { prdr: true } as const;
    assert.deepEqual(await send(prdr, [...taken, '353 each', '250 u', '550 v', '250 all', '221 q']), [
      'sent',
      4,
      'QUIT',
    ]);
    assert.deepEqual(await send(prdr, [...taken, '353 each', '250 u', '250 v', '554 all', '221 q']), [554, 4, 'QUIT']);
    assert.deepEqual(await send(prdr, [...taken, '250 ok', '221 q']), ['sent', 1, 'QUIT']);
  });
  it('is one for each chunk, and none behind one that is refused (RFC 3030 2)', async () => {
    const two = { chunking: true, message: { text: `${'y'.repeat(1_048_576 - 2)}\r\nz\r\n` } } as const;
    const open = ['250 m', '250 r', '250 r'];
    assert.deepEqual(await send(two, [...open, '250 one', '250 two', '221 q']), ['sent', 2, 'QUIT']);
    assert.deepEqual(await send(two, [...open, '554 no', '221 q']), [554, 1, 'QUIT']);
    assert.deepEqual(await send(two, [...open, '250 one', '554 no', '221 q']), [554, 2, 'QUIT']);
  });
});
