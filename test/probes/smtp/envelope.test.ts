import assert from 'node:assert/strict';
import type { Conversation } from '../../../src/core/smtp/conversation.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { limits } from '../../../src/probes/limits.ts';
import { probeSmtpServer } from '../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import { renderSmtpProbe } from '../../../src/report/smtpProbeReport.ts';
import { type FakePorts, fakePorts, type Scripted } from '../fakePorts.ts';
import { heldProbe } from '../heldReport.ts';

const zone = { 'mx1.contoso.test A': ['192.0.2.1'] };
const common: SmtpProbeOptions = { helo: 'probe.test' };
const envelope = { from: 'a@contoso.test', recipients: ['b@fabrikam.test'] };
const message = { text: 'Subject: x\n\n.hidden\rlast' };

/** A server that offers these keywords, and then answers so. */
async function probe(
  options: SmtpProbeOptions,
  answers: readonly Scripted[],
  offers: readonly string[] = [],
): Promise<{ result: SmtpProbeResult; ports: FakePorts; said: readonly string[] }> {
  const hello = ['mx1.contoso.test', ...offers].map((word, at) => `250${at === offers.length ? ' ' : '-'}${word}`);
  const ports = fakePorts(zone, { '192.0.2.1:25': ['220 ready', ...hello, ...answers] });
  const endpoint = { host: 'mx1.contoso.test', port: 25 };
  const result = await probeSmtpServer(endpoint, ports, { ...common, ...options }, new AbortController().signal);
  heldProbe(result);
  return { result, ports, said: ports.written.slice(1).map((text) => text.replace(/\r\n$/, '')) };
}

const ends = ({ failure }: SmtpProbeResult): string =>
  failure === undefined ? 'passed' : `${failure.step} ${failure.kind}`;

const codes = ({ findings }: SmtpProbeResult): readonly string[] => findings.map(({ code }) => code);

describe('a probe with an envelope', () => {
  it('says of MAIL what was asked for, each by itself', async () => {
    const offers = ['8BITMIME', 'SMTPUTF8', 'REQUIRETLS', 'DSN', 'PRDR', 'SIZE'];
    const mail = async (options: SmtpProbeOptions, offered = offers): Promise<string> => {
      const { result, said } = await probe({ envelope, ...options }, ['250 ok', '250 ok', '221 bye'], offered);
      return result.failure?.step === 'mail' ? JSON.stringify(result.failure) : (said[0] ?? '').slice(26);
    };
    for (const [options, parameters] of [
      [{}, ''],
      [{ size: 0 }, 'SIZE=0'],
      [{ size: 10 }, 'SIZE=10'],
      [{ body: '7BIT' }, 'BODY=7BIT'],
      [{ body: '8BITMIME' }, 'BODY=8BITMIME'],
      [{ smtputf8: true }, 'SMTPUTF8'],
      [{ dsn: { ret: 'FULL' } }, 'RET=FULL'],
      [{ dsn: { envid: 'x1' } }, 'ENVID=x1'],
      [{ dsn: { notify: ['NEVER'] } }, ''],
      [{ prdr: true }, 'PRDR'],
      [{ envelope: { ...envelope, mailParameters: ['X=1', 'Y'] } }, 'X=1 Y'],
      [
        { size: 1, body: '7BIT', smtputf8: true, dsn: { ret: 'HDRS', envid: 'z' }, prdr: true },
        'SIZE=1 BODY=7BIT SMTPUTF8 RET=HDRS ENVID=z PRDR',
      ],
    ] as const) {
      assert.equal((await mail(options)).trim(), parameters);
    }
    const lacks = (keyword: string): string => JSON.stringify({ step: 'mail', kind: 'not-offered', keyword });
    assert.equal(await mail({ body: '8BITMIME' }, ['SIZE']), lacks('8BITMIME'));
    assert.equal(await mail({ smtputf8: true }, ['SIZE']), lacks('SMTPUTF8'));
    assert.equal(await mail({ requireTls: true }), JSON.stringify({ step: 'mail', kind: 'needs-tls' }));
    // What the server does not offer and the probe can go on without is found.
    for (const options of [{ body: '7BIT' }, { dsn: { ret: 'FULL' } }, { prdr: true }, { size: 1 }] as const) {
      const { result, said } = await probe({ envelope, ...options }, ['250 ok', '250 ok', '221 bye'], ['PIPELINING']);
      assert.deepEqual([said[0], codes(result).includes('extension-missing')], ['MAIL FROM:<a@contoso.test>', true]);
    }
    for (const [limit, over] of [
      ['SIZE 10', false],
      ['SIZE 9', true],
      ['SIZE 0', false],
      ['SIZE x', false],
    ] as const) {
      const { result } = await probe({ envelope, size: 10 }, ['250 ok', '250 ok', '221 bye'], [limit]);
      assert.equal(codes(result).includes('over-size-limit'), over, limit);
    }
  });

  it('says MAIL and RCPT, and sends nothing without a message', async () => {
    const { result, said } = await probe({ envelope }, ['250 ok', '250 ok', '221 bye']);
    assert.equal(ends(result), 'passed');
    assert.deepEqual(said, ['MAIL FROM:<a@contoso.test>', 'RCPT TO:<b@fabrikam.test>', 'QUIT']);
  });

  it('says the null sender (RFC 5321 4.5.5)', async () => {
    const { said } = await probe({ envelope: { from: '', recipients: [] } }, ['250 ok', '221 bye']);
    assert.deepEqual(said, ['MAIL FROM:<>', 'QUIT']);
  });

  it('sends a message with CR LF at every line end and a dot before each dot (RFC 5321 4.5.2)', async () => {
    const { result, ports } = await probe({ envelope, message }, [
      '250 ok',
      '250 ok',
      '354 go',
      '250 queued',
      '221 bye',
    ]);
    assert.equal(ends(result), 'passed');
    assert.deepEqual(ports.written.slice(3, 5), ['DATA\r\n', 'Subject: x\r\n\r\n..hidden\r\nlast\r\n.\r\n']);
  });

  it('ends where every recipient is refused, and names those that are while others are taken', async () => {
    const three = { ...envelope, recipients: ['x@fabrikam.test', 'y@fabrikam.test', 'z@fabrikam.test'] };
    const { result, said } = await probe({ envelope: three }, ['250 ok', '550 no', '250 ok', '450 later', '221 bye']);
    assert.equal(ends(result), 'passed');
    assert.deepEqual(result.findings.slice(1), [
      { code: 'recipient-refused', recipient: 'x@fabrikam.test', reply: 550 },
      { code: 'recipient-refused', recipient: 'z@fabrikam.test', reply: 450 },
    ]);
    assert.equal(said.at(-1), 'QUIT');
    const all = await probe({ envelope: three, message }, ['250 ok', '550 no', '550 no', '551 no', '221 bye']);
    assert.deepEqual(all.result.failure, { step: 'rcpt', kind: 'refused-command', code: 551 });
    assert.ok(!all.said.includes('DATA'));
  });

  it('ends at each step with what the server said there', async () => {
    const at = async (...answers: readonly Scripted[]) => {
      const { result, said } = await probe({ envelope, message }, [...answers, '221 bye']);
      return [ends(result), said.at(-1)];
    };
    assert.deepEqual(await at('530 no'), ['mail refused-command', 'QUIT']);
    assert.deepEqual(await at('354 go'), ['mail wrong-code', 'QUIT']);
    assert.deepEqual(await at('250', '421 bye'), ['rcpt refused-command', 'RCPT TO:<b@fabrikam.test>']);
    assert.deepEqual(await at('250', '250', '554 no'), ['data refused-command', 'QUIT']);
    assert.deepEqual(await at('250', '250', '250 ok'), ['data wrong-code', 'QUIT']);
    assert.deepEqual(await at('250', '250', '354 go', '552 too big'), ['message refused-command', 'QUIT']);
    assert.deepEqual(await at('250', '250', '354 go', { fail: 'closed' }), [
      'message closed',
      'Subject: x\r\n\r\n..hidden\r\nlast\r\n.',
    ]);
  });

  it('stops behind the step that it is told', async () => {
    const stops = async (stopAfter: NonNullable<SmtpProbeOptions['stopAfter']>) =>
      (await probe({ envelope, message, stopAfter }, ['250 ok', '250 ok', '354 go', '250 ok'])).said;
    const mail = 'MAIL FROM:<a@contoso.test>';
    const rcpt = 'RCPT TO:<b@fabrikam.test>';
    assert.deepEqual(await stops('hello'), ['QUIT']);
    assert.deepEqual(await stops('secured'), ['QUIT']);
    assert.deepEqual(await stops('mail'), [mail, 'QUIT']);
    assert.deepEqual(await stops('rcpt'), [mail, rcpt, 'QUIT']);
    // RFC 5321 4.1.1.4: nothing is a command behind a 354.
    assert.deepEqual(await stops('data'), [mail, rcpt, 'DATA']);
    assert.deepEqual(await stops('connect'), []);
    assert.deepEqual(await stops('proxy'), []);
    const alone = await probe({ envelope, stopAfter: 'data' }, ['250 ok', '250 ok', '354 go']);
    assert.deepEqual([ends(alone.result), alone.said], ['passed', [mail, rcpt, 'DATA']]);
  });

  it('lets nothing end a line that should not', async () => {
    for (const bad of ['a\r\nRCPT TO:<x@y>', 'a\0b', 'a@b> SIZE=1', 'a b@c', 'a\nb', 'a\u2028b', 'a@b\x7f']) {
      for (const options of [
        { envelope: { from: bad, recipients: [] } },
        { envelope: { from: '', recipients: ['a@b', bad] } },
        { envelope: { from: '', recipients: [], mailParameters: [bad] } },
        { envelope: { from: '', recipients: [], rcptParameters: [bad] } },
        { envelope, dsn: { envid: bad } },
        { xclient: `ADDR=${bad}` },
        { envelope, message: { text: 'a\0b' } },
      ]) {
        const { result, ports } = await probe(options, []);
        assert.equal(result.failure?.kind, 'bad-input', JSON.stringify(options));
        assert.deepEqual(ports.dialled, []);
      }
    }
    const quoted = await probe({ envelope: { from: '"a b> c"@contoso.test', recipients: [] } }, ['250 ok', '221 bye']);
    assert.equal(quoted.said[0], 'MAIL FROM:<"a b> c"@contoso.test>');
  });
});

describe('extensions of a probe', () => {
  it('are said where they are offered', async () => {
    const options: SmtpProbeOptions = {
      envelope,
      message: { text: 'Gr\u00fc\u00dfe' },
      dsn: { ret: 'HDRS', envid: 'x1', notify: ['SUCCESS', 'FAILURE'] },
      prdr: true,
    };
    const offers = ['SIZE 1000', '8BITMIME', 'DSN', 'PRDR'];
    const { said } = await probe(options, ['250 ok', '250 ok', '354 go', '250 ok', '221 bye'], offers);
    assert.equal(said[0], 'MAIL FROM:<a@contoso.test> SIZE=9 BODY=8BITMIME RET=HDRS ENVID=x1 PRDR');
    assert.equal(said[1], 'RCPT TO:<b@fabrikam.test> NOTIFY=SUCCESS,FAILURE');
  });

  it('are done without where they are not, and that is told', async () => {
    const options: SmtpProbeOptions = {
      envelope,
      message,
      dsn: { ret: 'FULL' },
      prdr: true,
      pipelining: true,
      chunking: true,
      size: 5,
    };
    const { result, said } = await probe(options, ['250 ok', '250 ok', '354 go', '250 ok', '221 bye']);
    assert.deepEqual(codes(result), ['no-starttls', ...new Array(5).fill('extension-missing')]);
    assert.equal(said[0], 'MAIL FROM:<a@contoso.test>');
  });

  it('end the probe where the envelope or the message needs them', async () => {
    const needs = async (options: SmtpProbeOptions) => {
      const { result, said } = await probe({ envelope, ...options }, ['221 bye']);
      assert.deepEqual(said, ['QUIT']);
      return result.failure;
    };
    const lacks = (keyword: string) => ({ step: 'mail', kind: 'not-offered', keyword });
    assert.deepEqual(await needs({ message: { text: '\u00fc' } }), lacks('8BITMIME'));
    assert.deepEqual(
      await needs({ envelope: { from: 'j\u00fcrgen@contoso.test', recipients: [] } }),
      lacks('SMTPUTF8'),
    );
    assert.deepEqual(await needs({ smtputf8: true }), lacks('SMTPUTF8'));
    assert.deepEqual(await needs({ requireTls: true }), { step: 'mail', kind: 'needs-tls' });
    assert.deepEqual(await needs({ xclient: 'ADDR=192.0.2.9' }), {
      step: 'xclient',
      kind: 'not-offered',
      keyword: 'XCLIENT',
    });
    assert.deepEqual(await needs({ tls: 'required' }), { step: 'starttls', kind: 'not-offered', keyword: 'STARTTLS' });
  });

  it('writes a domain beyond ASCII in A-labels where the mailbox has none of it', async () => {
    const { said } = await probe({ envelope: { from: 'a@b\u00fccher.test', recipients: [] } }, ['250 ok', '221 bye']);
    assert.equal(said[0], 'MAIL FROM:<a@xn--bcher-kva.test>');
  });

  it('tells a message that is larger than the server takes (RFC 1870)', async () => {
    const { result, said } = await probe({ envelope, size: 5000 }, ['552 too big', '221 bye'], ['SIZE 1000']);
    assert.deepEqual(result.findings.at(-1), { code: 'over-size-limit', size: 5000, limit: 1000 });
    assert.equal(said[0], 'MAIL FROM:<a@contoso.test> SIZE=5000');
    assert.equal(ends(result), 'mail refused-command');
  });

  it('sends commands together (RFC 2920)', async () => {
    const options = { envelope, message, pipelining: true };
    const { result, said } = await probe(options, ['250 m', '250 r', '354 d', '250 q', '221 bye'], ['PIPELINING']);
    assert.equal(ends(result), 'passed');
    assert.deepEqual(said, [
      'MAIL FROM:<a@contoso.test>\r\nRCPT TO:<b@fabrikam.test>\r\nDATA',
      'Subject: x\r\n\r\n..hidden\r\nlast\r\n.',
      'QUIT',
    ]);
    const refused = await probe(options, ['250 m', '550 r', '354 d', '554 no recipients', '221 bye'], ['PIPELINING']);
    assert.deepEqual(refused.result.failure, { step: 'rcpt', kind: 'refused-command', code: 550 });
    // RFC 2920 3.1: the server that wants a message all the same gets one of nothing.
    assert.deepEqual(refused.said.slice(1), ['.', 'QUIT']);
    const both = await probe(options, ['250 m', '550 r', '503 d', '221 bye'], ['PIPELINING']);
    assert.deepEqual(both.result.failure, { step: 'rcpt', kind: 'refused-command', code: 550 });
    assert.deepEqual(both.said.slice(1), ['QUIT']);
  });

  it('sends a message in chunks as it is (RFC 3030)', async () => {
    const options = { envelope, message, chunking: true };
    const { result, ports } = await probe(options, ['250 m', '250 r', '250 taken', '221 bye'], ['CHUNKING']);
    assert.equal(ends(result), 'passed');
    assert.equal(ports.written[3], 'BDAT 29 LAST\r\nSubject: x\r\n\r\n.hidden\r\nlast\r\n');
  });

  it('sends no further chunk behind one that is refused (RFC 3030 2)', async () => {
    const long = {
      text: 'x'
        .repeat(70)
        .concat('\r\n')
        .repeat(Math.ceil((2.5 * limits.chunkCharacters) / 72)),
    };
    const chunks = async (answers: readonly Scripted[]) => {
      const { result, ports } = await probe({ envelope, message: long, chunking: true }, answers, ['CHUNKING']);
      const said = ports.written.flatMap((text) => /^BDAT \d+(?: LAST)?(?=\r\n)/.exec(text)?.[0] ?? []);
      return { ends: ends(result), failure: result.failure, said, text: ports.written.slice(3).join('') };
    };
    const whole = await chunks(['250 m', '250 r', '250 one', '250 two', '250 three', '221 bye']);
    assert.deepEqual([whole.ends, whole.said.map((one) => one.endsWith(' LAST'))], ['passed', [false, false, true]]);
    assert.equal(whole.text.replace(/BDAT \d+(?: LAST)?\r\n|QUIT\r\n/g, ''), long.text);
    const octets = whole.said.map((one) => Number(/\d+/.exec(one)?.[0]));
    assert.equal(
      octets.reduce((sum, one) => sum + one, 0),
      long.text.length,
    );
    const refused = await chunks(['250 m', '250 r', '250 one', '552 too large', '221 bye']);
    assert.deepEqual([refused.failure, refused.said.length], [{ step: 'bdat', kind: 'refused-command', code: 552 }, 2]);
  });

  it('asks for TLS on the whole way only under TLS, where that is offered (RFC 8689 2)', async () => {
    const under = async (...offers: readonly string[]): Promise<readonly [string, string | undefined]> => {
      const hello = ['mx1.contoso.test', ...offers].map((word, at) => `250${at === offers.length ? ' ' : '-'}${word}`);
      const answers: readonly Scripted[] = ['220 go', { tls: {} }, ...hello, '250 ok', '250 ok', '221 bye'];
      const { result, said } = await probe({ envelope, requireTls: true }, answers, ['STARTTLS', 'REQUIRETLS']);
      const mail = said.find((one) => one.startsWith('MAIL'));
      return [result.failure === undefined ? 'passed' : JSON.stringify(result.failure), mail];
    };
    assert.deepEqual(await under('REQUIRETLS'), ['passed', 'MAIL FROM:<a@contoso.test> REQUIRETLS']);
    assert.deepEqual(await under('SIZE'), [
      JSON.stringify({ step: 'mail', kind: 'not-offered', keyword: 'REQUIRETLS' }),
      undefined,
    ]);
  });

  it('says a domain beyond ASCII in its other form, where the rest of the address is ASCII (RFC 5891 4.4)', async () => {
    const said = async (recipient: string, offers: readonly string[] = []): Promise<readonly string[]> => {
      const asked = { from: '', recipients: [recipient] };
      return (await probe({ envelope: asked }, ['250 ok', '250 ok', '221 bye'], offers)).said;
    };
    assert.deepEqual((await said('b@bücher.test')).slice(0, 2), ['MAIL FROM:<>', 'RCPT TO:<b@xn--bcher-kva.test>']);
    assert.deepEqual((await said('b@ärger.test', ['SMTPUTF8'])).slice(0, 2), [
      'MAIL FROM:<> SMTPUTF8',
      'RCPT TO:<b@ärger.test>',
    ]);
  });

  it('goes to addresses of one family, where that is asked for', async () => {
    const to = async (host: string, family: 4 | 6): Promise<readonly [string, readonly string[]]> => {
      const ports = fakePorts(
        { ...zone, 'mx1.contoso.test AAAA': ['2001:db8::1'], 'mx4.contoso.test A': ['192.0.2.1'] },
        { '192.0.2.1:25': ['220 ready', '250 a', '221 bye'], '2001:db8::1:25': ['220 ready', '250 a', '221 bye'] },
      );
      const result = await probeSmtpServer(
        { host, port: 25 },
        ports,
        { ...common, family },
        new AbortController().signal,
      );
      return [result.failure === undefined ? 'passed' : JSON.stringify(result.failure), ports.dialled];
    };
    assert.deepEqual(await to('mx1.contoso.test', 6), ['passed', ['2001:db8::1:25']]);
    assert.deepEqual(await to('mx1.contoso.test', 4), ['passed', ['192.0.2.1:25']]);
    assert.deepEqual(await to('mx4.contoso.test', 6), [
      JSON.stringify({ step: 'name', kind: 'no-address', family: 6 }),
      [],
    ]);
    assert.deepEqual(await to('192.0.2.1', 6), ['passed', ['192.0.2.1:25']]);
  });

  it('names where it went in the header of a proxy, both ends in one family', async () => {
    const header = async (proxyHeader: NonNullable<SmtpProbeOptions['proxyHeader']>): Promise<string | undefined> =>
      (await probe({ proxyHeader }, ['221 bye'])).ports.written[0];
    assert.equal(await header({ source: '192.0.2.9', sourcePort: 4000 }), 'PROXY TCP4 192.0.2.9 192.0.2.1 4000 25\r\n');
    assert.equal(
      await header({ source: '2001:db8::9', sourcePort: 4000 }),
      'PROXY TCP6 2001:db8::9 ::ffff:192.0.2.1 4000 25\r\n',
    );
  });

  it('hears an answer for each recipient in LMTP (RFC 2033 4.2)', async () => {
    const two = { ...envelope, recipients: ['b@fabrikam.test', 'c@fabrikam.test'] };
    const { result, ports } = await probe({ envelope: two, message, protocol: 'lmtp' }, [
      '250 m',
      '250 r',
      '250 r',
      '354 d',
      '250 b',
      '452 c',
      '221 bye',
    ]);
    assert.equal(ports.written[0], 'LHLO probe.test\r\n');
    assert.equal(ends(result), 'passed');
    assert.deepEqual(
      result.steps.flatMap((one) => (one.step === 'message' ? one.lines : [])),
      ['250 b', '452 c'],
    );
  });

  it('hears an answer for each recipient and one for all with PRDR', async () => {
    const answers = ['250 m', '250 r', '354 d', '353 each', '250 b', '250 all', '221 bye'];
    const { result } = await probe({ envelope, message, prdr: true }, answers, ['PRDR']);
    assert.equal(ends(result), 'passed');
    assert.equal(result.steps.filter(({ step }) => step === 'message').length, 3);
  });

  it('says it in the binary form of version 2, too', async () => {
    const signature = '\r\n\r\n\0\r\nQUIT\n';
    const header = async (source: string, destination: string) => {
      const proxyHeader = { version: 2 as const, source, sourcePort: 4000, destination, destinationPort: 25 };
      const { result, ports } = await probe({ proxyHeader }, ['221 bye']);
      assert.equal(ends(result), 'passed');
      const text = renderSmtpProbe(result).join('\n');
      assert.match(
        text,
        /^\* PROXY \(\d+ ms\): sent as version 2, \d+ octets, which nothing answers\nC: PROXY TCP[46] /m,
      );
      assert.equal((readTicket(text).blocks[0] as Conversation).probe?.result?.failedAt, undefined);
      return ports.written[0] ?? '';
    };
    assert.equal(
      await header('192.0.2.9', '192.0.2.1'),
      `${signature}\x21\x11\0\x0c\xc0\0\x02\x09\xc0\0\x02\x01\x0f\xa0\0\x19`,
    );
    const six = await header('2001:db8::9', '::ffff:192.0.2.1');
    assert.equal(six.length, 16 + 36);
    assert.equal(six.slice(12, 16), '\x21\x21\0\x24');
    assert.equal(six.slice(32, 48), `${'\0'.repeat(10)}\xff\xff\xc0\0\x02\x01`);
  });

  it('says who a proxy would say it is, in front of all and behind the greeting', async () => {
    const proxyHeader = { source: '192.0.2.9', sourcePort: 4000, destination: '192.0.2.1', destinationPort: 25 };
    const options = { proxyHeader, xclient: 'ADDR=192.0.2.9' };
    const { result, ports } = await probe(options, ['220 again', '250 mx1.contoso.test', '221 bye'], ['XCLIENT ADDR']);
    assert.equal(ends(result), 'passed');
    assert.deepEqual(ports.written, [
      'PROXY TCP4 192.0.2.9 192.0.2.1 4000 25\r\n',
      'EHLO probe.test\r\n',
      'XCLIENT ADDR=192.0.2.9\r\n',
      'EHLO probe.test\r\n',
      'QUIT\r\n',
    ]);
  });
});
