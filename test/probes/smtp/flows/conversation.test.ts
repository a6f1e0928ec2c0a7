import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

const never = new AbortController().signal;
const OFFER = ['250-mx.a.test', '250-STARTTLS', '250-XCLIENT ADDR', '250-PIPELINING', '250 CHUNKING'];
const ENVELOPE = { from: 'a@b.test', recipients: ['u@x.test'] };
const MESSAGE = { text: 'Subject: x\r\n\r\nhello\r\n' };

/** What is written to a server that says these lines, each time it is written, and how it ended. */
async function hold(options: SmtpProbeOptions, lines: readonly Scripted[], port = 25) {
  const ports = fakePorts({}, { [`192.0.2.1:${port}`]: lines });
  const result = await probeSmtpServer({ host: '192.0.2.1', port }, ports, { helo: 'probe.test', ...options }, never);
  return { said: ports.written.map((one) => one.trimEnd()), failure: result.failure, tls: ports.tlsNames.length };
}
const usual: readonly Scripted[] = ['220 mx', ...OFFER, '220 go', { tls: {} }, ...OFFER, '221 bye'];
const EHLO = 'EHLO probe.test';

describe('a conversation that ends early', () => {
  const stopped = async (
    stopAfter: NonNullable<SmtpProbeOptions['stopAfter']>,
    options: SmtpProbeOptions = {},
    lines = usual,
  ) => (await hold({ ...options, stopAfter }, lines)).said;
  it('ends behind the step that was named', async () => {
    assert.deepEqual(await stopped('connect'), []);
    assert.deepEqual(await stopped('proxy', { proxyHeader: { version: 1, source: '192.0.2.9', sourcePort: 5 } }), [
      'PROXY TCP4 192.0.2.9 192.0.2.1 5 25',
    ]);
    assert.deepEqual(await stopped('banner', {}, ['220 mx', '221 bye']), ['QUIT']);
    assert.deepEqual(await stopped('hello', {}, ['220 mx', ...OFFER, '221 bye']), [EHLO, 'QUIT']);
    assert.deepEqual(await stopped('tls'), [EHLO, 'STARTTLS', 'QUIT']);
    assert.deepEqual(await stopped('secured'), [EHLO, 'STARTTLS', EHLO, 'QUIT']);
    const clear = ['220 mx', ...OFFER, '220 mx', ...OFFER, '221 bye'];
    const xclient = { xclient: 'ADDR=192.0.2.9', tls: 'none' } as const;
    assert.deepEqual(await stopped('xclient', { ...xclient, envelope: ENVELOPE }, clear), [
      EHLO,
      'XCLIENT ADDR=192.0.2.9',
      EHLO,
      'QUIT',
    ]);
    const envelope = { tls: 'none', envelope: ENVELOPE } as const;
    assert.deepEqual(await stopped('auth', envelope, ['220 mx', ...OFFER, '221 bye']), [EHLO, 'QUIT']);
    assert.deepEqual(await stopped('secured', envelope, ['220 mx', ...OFFER, '221 bye']), [EHLO, 'QUIT']);
  });
  it('has TLS from the first byte on 465, unless it is not wanted there', async () => {
    const implicit: readonly Scripted[] = [{ tls: {} }, '220 mx', ...OFFER, '221 bye'];
    const at = async (port: number, tls?: SmtpProbeOptions['tls'], lines = implicit, stopAfter?: 'tls') => {
      const { said, tls: handshakes } = await hold(
        { ...(tls && { tls }), ...(stopAfter && { stopAfter }) },
        lines,
        port,
      );
      return [handshakes, ...said];
    };
    assert.deepEqual(await at(465), [1, EHLO, 'QUIT']);
    assert.deepEqual(await at(465, 'auto'), [1, EHLO, 'QUIT']);
    assert.deepEqual(await at(25, 'implicit'), [1, EHLO, 'QUIT']);
    assert.deepEqual((await at(465, 'auto', implicit, 'tls')).slice(0, 1), [1]);
    assert.ok(!(await at(465, 'auto', implicit, 'tls')).includes(EHLO));
    const clear = ['220 mx', ...OFFER, '221 bye'];
    assert.deepEqual(await at(465, 'none', clear), [0, EHLO, 'QUIT']);
    assert.deepEqual(await at(25, 'auto', usual), [1, EHLO, 'STARTTLS', EHLO, 'QUIT']);
  });
});

describe('an envelope and its message', () => {
  const send = async (
    options: SmtpProbeOptions,
    answers: readonly string[],
    offer = OFFER,
  ): Promise<readonly string[]> =>
    (await hold({ tls: 'none', envelope: ENVELOPE, ...options }, ['220 mx', ...offer, ...answers])).said.slice(1);
  const [MAIL, RCPT] = ['MAIL FROM:<a@b.test>', 'RCPT TO:<u@x.test>'];
  const together = { pipelining: true, message: MESSAGE } as const;
  it('go one behind the other, as far as is wanted', async () => {
    assert.deepEqual(await send({}, ['250 m', '250 r', '221 q']), [MAIL, RCPT, 'QUIT']);
    assert.deepEqual(await send({ stopAfter: 'mail' }, ['250 m', '221 q']), [MAIL, 'QUIT']);
    for (const stopAfter of ['mail', 'rcpt'] as const)
      assert.ok(
        !(await send({ message: MESSAGE, stopAfter }, ['250 m', '250 r', '221 q'])).includes('DATA'),
        stopAfter,
      );
    assert.deepEqual(await send({ message: MESSAGE, stopAfter: 'data' }, ['250 m', '250 r', '354 go']), [
      MAIL,
      RCPT,
      'DATA',
    ]);
    assert.deepEqual(await send({ message: MESSAGE }, ['250 m', '550 r', '221 q']), [MAIL, RCPT, 'QUIT']);
    assert.deepEqual(await send({ message: MESSAGE }, ['250 m', '250 r', '554 no', '221 q']), [
      MAIL,
      RCPT,
      'DATA',
      'QUIT',
    ]);
    const whole = await send({ message: MESSAGE }, ['250 m', '250 r', '354 go', '250 ok', '221 q']);
    assert.deepEqual([whole.slice(0, 3), whole.at(-1)], [[MAIL, RCPT, 'DATA'], 'QUIT']);
    assert.ok(whole.join('\n').includes('Subject: x'));
  });
  it('have no message where they have no recipient', async () => {
    const none = { envelope: { ...ENVELOPE, recipients: [] }, message: MESSAGE };
    assert.deepEqual(await send(none, ['250 m', '221 q']), [MAIL, 'QUIT']);
  });
  it('go in one write where the server takes that', async () => {
    assert.deepEqual(
      (await send(together, ['250 m', '250 r', '354 go', '250 ok', '221 q']))[0],
      `${MAIL}\r\n${RCPT}\r\nDATA`,
    );
    assert.deepEqual(await send({ pipelining: true }, ['250 m', '250 r', '221 q']), [`${MAIL}\r\n${RCPT}`, 'QUIT']);
    const without = OFFER.filter((line) => !line.includes('PIPELINING'));
    assert.deepEqual((await send(together, ['250 m', '250 r', '354 go', '250 ok', '221 q'], without)).slice(0, 3), [
      MAIL,
      RCPT,
      'DATA',
    ]);
    assert.deepEqual(await send({ ...together, stopAfter: 'mail' }, ['250 m', '221 q']), [MAIL, 'QUIT']);
    assert.deepEqual(await send({ ...together, stopAfter: 'rcpt' }, ['250 m', '250 r', '221 q']), [
      `${MAIL}\r\n${RCPT}`,
      'QUIT',
    ]);
    assert.deepEqual(await send({ ...together, stopAfter: 'data' }, ['250 m', '250 r', '354 go']), [
      `${MAIL}\r\n${RCPT}`,
      'DATA',
    ]);
    assert.deepEqual((await send({ message: MESSAGE }, ['250 m', '250 r', '354 go', '250 ok', '221 q'])).slice(0, 2), [
      MAIL,
      RCPT,
    ]);
  });
  it('go in chunks where the server takes them', async () => {
    const chunks = { message: MESSAGE, chunking: true } as const;
    const said = await send(chunks, ['250 m', '250 r', '250 ok', '221 q']);
    assert.match(said[2] ?? '', /^BDAT \d+ LAST\r\nSubject: x/);
    const both = await send({ ...chunks, pipelining: true }, ['250 m', '250 r', '250 ok', '221 q']);
    assert.deepEqual(both[0], `${MAIL}\r\n${RCPT}`);
    assert.match(both[1] ?? '', /^BDAT /);
    const without = OFFER.map((line) => line.replace('CHUNKING', 'HELP'));
    assert.equal((await send(chunks, ['250 m', '250 r', '354 go', '250 ok', '221 q'], without))[2], 'DATA');
    assert.equal((await send({ ...chunks, stopAfter: 'data' }, ['250 m', '250 r', '354 go']))[2], 'DATA');
    assert.equal((await send({ message: MESSAGE }, ['250 m', '250 r', '354 go', '250 ok', '221 q']))[2], 'DATA');
    assert.equal((await send({ chunking: true }, ['250 m', '250 r', '221 q']))[2], 'QUIT');
  });
});
