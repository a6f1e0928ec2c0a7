import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

const never = new AbortController().signal;
async function hold(options: SmtpProbeOptions, lines: readonly Scripted[]) {
  const ports = fakePorts({}, { '192.0.2.1:25': lines });
  const plan = { helo: 'p.test', tls: 'none', ...options } as const;
  const { failure, findings, steps } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
  const codes = findings.map(({ code }) => code);
  return { said: ports.written, failure, codes, steps };
}
const trimmed = (said: readonly string[]): readonly string[] => said.map((one) => one.trimEnd());
const ENVELOPE = { from: 'a@b.test', recipients: ['u@x.test', 'v@x.test'] };

describe('the greeting (RFC 5321 3.2)', () => {
  it('is HELO where a server does not know EHLO', async () => {
    for (const code of [500, 502, 504]) {
      const { said, codes, failure } = await hold({}, ['220 mx', `${code} what`, '250 mx', '221 q']);
      assert.deepEqual(
        [trimmed(said), codes, failure],
        [['EHLO p.test', 'HELO p.test', 'QUIT'], ['only-helo'], undefined],
      );
    }
    const refused = await hold({}, ['220 mx', '500 what', '550 no', '221 q']);
    assert.deepEqual(refused.failure, { step: 'helo', kind: 'refused-command', code: 550 });
  });
  it('is refused by any other code', async () => {
    for (const code of [501, 503, 550]) {
      const { said, failure } = await hold({}, ['220 mx', `${code} no`, '221 q']);
      assert.deepEqual(
        [trimmed(said), failure],
        [['EHLO p.test', 'QUIT'], { step: 'ehlo', kind: 'refused-command', code }],
      );
    }
    const odd = await hold({}, ['220 mx', '354 go', '221 q']);
    assert.deepEqual(odd.failure, { step: 'ehlo', kind: 'wrong-code', code: 354 });
  });
  it('is LHLO for LMTP, and nothing else (RFC 2033 4.1)', async () => {
    const { said, failure } = await hold({ protocol: 'lmtp' }, ['220 mx', '500 what', '221 q']);
    assert.deepEqual([trimmed(said), failure?.step], [['LHLO p.test', 'QUIT'], 'lhlo']);
  });
  it('offers words in any letters, the first of each, in the old form as well', async () => {
    const size = async (...offer: readonly string[]): Promise<string | undefined> => {
      const hello = ['250-mx SIZE 9', ...offer.map((one) => `250-${one}`), '250 HELP'];
      const { said } = await hold({ envelope: ENVELOPE, size: 1 }, [
        '220 mx',
        ...hello,
        '250 m',
        '250 r',
        '250 r',
        '221 q',
      ]);
      return trimmed(said)[1];
    };
    for (const offer of ['SIZE', 'size 100', ' Size  100', 'SIZE=100'])
      assert.equal(await size(offer), 'MAIL FROM:<a@b.test> SIZE=1', offer);
    assert.equal(await size('XSIZE'), 'MAIL FROM:<a@b.test>');
    assert.equal(await size(), 'MAIL FROM:<a@b.test>');
    const { codes } = await hold({ envelope: ENVELOPE, size: 50 }, [
      ...['220 mx', '250-mx', '250-SIZE 10', '250 SIZE 100', '250 m', '250 r', '250 r', '221 q'],
    ]);
    assert.deepEqual(codes, ['over-size-limit']);
  });
});

describe('what a load balancer says in front (PROXY protocol)', () => {
  const header = async (proxyHeader: NonNullable<SmtpProbeOptions['proxyHeader']>): Promise<string | undefined> =>
    (await hold({ proxyHeader, stopAfter: 'proxy' }, [])).said[0];
  const hex = (text: string | undefined): string => Buffer.from(text ?? '', 'latin1').toString('hex');
  const START = '0d0a0d0a000d0a515549540a21';
  it('is a line in version 1', async () => {
    assert.equal(
      await header({ version: 1, source: '192.0.2.9', sourcePort: 5 }),
      'PROXY TCP4 192.0.2.9 192.0.2.1 5 25\r\n',
    );
    const both = { source: '2001:db8::9', destination: '2001:db8::1', sourcePort: 0, destinationPort: 65535 };
    assert.equal(await header({ version: 1, ...both }), 'PROXY TCP6 2001:db8::9 2001:db8::1 0 65535\r\n');
    assert.equal(
      await header({ version: 1, source: '2001:db8::9', sourcePort: 5 }),
      'PROXY TCP6 2001:db8::9 ::ffff:192.0.2.1 5 25\r\n',
    );
  });
  it('is octets in version 2', async () => {
    assert.equal(
      hex(await header({ version: 2, source: '192.0.2.9', sourcePort: 258 })),
      `${START}11000cc0000209c000020101020019`,
    );
    const six = { source: '2001:db8::9', destination: '2001:db8::1', sourcePort: 1, destinationPort: 25 };
    const zeros = '0'.repeat(20);
    assert.equal(
      hex(await header({ version: 2, ...six })),
      `${START}21002420010db8${zeros}000920010db8${zeros}000100010019`,
    );
    assert.equal(
      hex(await header({ version: 2, source: '2001:db8::9', sourcePort: 1 })).slice(-40),
      `${'0'.repeat(20)}ffffc000020100010019`,
    );
  });
});

describe('recipients (RFC 5321 3.3)', () => {
  const sent = async (options: SmtpProbeOptions, ...answers: readonly string[]) => {
    const lines = ['220 mx', '250-mx', '250 PIPELINING', ...answers];
    const { said, failure, codes } = await hold({ envelope: ENVELOPE, ...options }, lines);
    const last = trimmed(said).at(-1);
    return [
      failure === undefined ? 'taken' : 'code' in failure ? `${failure.step} ${failure.code}` : failure.kind,
      codes,
      last,
    ];
  };
  it('are enough where one of them is taken', async () => {
    assert.deepEqual(await sent({}, '250 m', '550 u', '251 v', '221 q'), ['taken', ['recipient-refused'], 'QUIT']);
    assert.deepEqual(await sent({}, '250 m', '252 u', '250 v', '221 q'), ['taken', [], 'QUIT']);
    assert.deepEqual(await sent({}, '250 m', '550 u', '552 v', '221 q'), ['rcpt 552', [], 'QUIT']);
    assert.deepEqual(await sent({}, '250 m', '250 u', '421 v'), ['rcpt 421', [], 'RCPT TO:<v@x.test>']);
    assert.deepEqual(await sent({}, '250 m', '421 u', '250 v'), ['rcpt 421', [], 'RCPT TO:<u@x.test>']);
  });
  it('are judged the same in one write, where a message that is asked for without one is of nothing (RFC 2920 3.1)', async () => {
    const together = { pipelining: true, message: { text: 'x\r\n' } } as const;
    assert.deepEqual(await sent(together, '250 m', '550 u', '250 v', '354 go', '250 ok', '221 q'), [
      'taken',
      ['recipient-refused'],
      'QUIT',
    ]);
    assert.deepEqual(await sent(together, '550 m', '503 u', '503 v', '503 d', '221 q'), ['mail 550', [], 'QUIT']);
    assert.deepEqual(await sent(together, '250 m', '550 u', '550 v', '554 d', '221 q'), ['rcpt 550', [], 'QUIT']);
    assert.deepEqual(await sent(together, '250 m', '250 u', '250 v', '451 d', '221 q'), ['data 451', [], 'QUIT']);
    assert.deepEqual(await sent(together, '250 m', '550 u', '550 v', '354 go', '554 no', '221 q'), [
      'rcpt 550',
      [],
      'QUIT',
    ]);
    assert.deepEqual(await sent(together, '550 m', '503 u', '503 v', '354 go', '554 no', '221 q'), [
      'mail 550',
      [],
      'QUIT',
    ]);
    const nothing = await hold({ envelope: ENVELOPE, ...together }, [
      '220 mx',
      '250-mx',
      '250 PIPELINING',
      '250 m',
      '550 u',
      '550 v',
      '354 go',
      '554 no',
      '221 q',
    ]);
    assert.deepEqual(trimmed(nothing.said).slice(-2), ['.', 'QUIT']);
  });
});
