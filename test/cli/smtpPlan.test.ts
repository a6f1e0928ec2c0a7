import assert from 'node:assert/strict';
import { readPlan } from '../../src/cli/smtpPlan.ts';

type Options = Parameters<typeof readPlan>[0];

const plans = (options: Options, plan: object): void => assert.deepEqual(readPlan(options), { ok: true, plan });
const refuses = (options: Options, problem: string | RegExp): void => {
  const read = readPlan(options);
  assert.ok(!read.ok, JSON.stringify(options));
  if (typeof problem === 'string') assert.equal(read.problem, problem);
  else assert.match(read.problem, problem);
};

describe('the plan of a probe that options make', () => {
  const to = ['<bob@contoso.test>'];
  const envelope = { from: '', recipients: ['bob@contoso.test'] };

  it('is empty without options', () => plans({}, {}));
  it('has the envelope, its brackets taken off', () => {
    plans(
      { from: ' <ann@fabrikam.test> ', to: ['bob@contoso.test', '<eve@contoso.test>'] },
      {
        envelope: { from: 'ann@fabrikam.test', recipients: ['bob@contoso.test', 'eve@contoso.test'] },
      },
    );
    plans({ from: '<>' }, { envelope: { from: '', recipients: [] } });
    plans({ to }, { envelope });
  });
  it('has what is asked of the server, and in which way', () => {
    plans({ lmtp: true, tls: 'implicit' }, { protocol: 'lmtp', tls: 'implicit' });
    for (const tls of ['auto', 'required', 'none'] as const) plans({ tls }, { tls });
    plans(
      { to, body: '8bitmime', size: 7, pipelining: true, chunking: true, prdr: true, smtputf8: true, requiretls: true },
      {
        ...{ pipelining: true, chunking: true, prdr: true, smtputf8: true, size: 7, requireTls: true },
        ...{ envelope, body: '8BITMIME' },
      },
    );
    plans({ to, body: '7BIT' }, { envelope, body: '7BIT' });
  });
  it('stops where it is told to, by the names of swaks as well', () => {
    for (const [word, stopAfter] of [
      ['connect', 'connect'],
      ['proxy', 'proxy'],
      ['banner', 'banner'],
      ['first-helo', 'hello'],
      ['first-lhlo', 'hello'],
      ['ehlo', 'secured'],
      ['lhlo', 'secured'],
      ['xclient', 'xclient'],
      ['auth', 'auth'],
      ['mail', 'mail'],
      ['rcpt', 'rcpt'],
      ['first-ehlo', 'hello'],
      ['TLS', 'tls'],
      ['starttls', 'tls'],
      ['helo', 'secured'],
      ['From', 'mail'],
      ['to', 'rcpt'],
      ['DATA', 'data'],
    ] as const)
      plans({ 'stop-after': word }, { stopAfter });
  });
  it('asks for reports (RFC 3461)', () => {
    plans(
      { to, ret: 'hdrs', envid: 'x1', notify: 'failure,SUCCESS,delay' },
      {
        envelope,
        dsn: { ret: 'HDRS', envid: 'x1', notify: ['SUCCESS', 'FAILURE', 'DELAY'] },
      },
    );
    plans({ to, notify: 'never' }, { envelope, dsn: { notify: ['NEVER'] } });
    plans({ to, ret: 'FULL' }, { envelope, dsn: { ret: 'FULL' } });
  });
  it('begins with the header of a proxy', () => {
    plans({ 'proxy-header': '192.0.2.1' }, { proxyHeader: { source: '192.0.2.1', sourcePort: 49_152 } });
    plans(
      { 'proxy-header': '[2001:db8::1]:7', 'proxy-version': '2' },
      {
        proxyHeader: { source: '2001:db8::1', sourcePort: 7, version: 2 },
      },
    );
    plans(
      { 'proxy-header': '192.0.2.1:25', 'proxy-version': '1' },
      {
        proxyHeader: { source: '192.0.2.1', sourcePort: 25 },
      },
    );
  });
  it('is none where options do not go together or have no meaning', () => {
    refuses({ size: 7 }, '--size needs --from or --to');
    for (const name of ['pipelining', 'chunking', 'prdr', 'requiretls', 'smtputf8'] as const)
      refuses({ [name]: true }, `--${name} needs --from or --to`);
    for (const name of ['message', 'body', 'notify', 'ret', 'envid'] as const)
      refuses({ [name]: 'x' }, `--${name} needs --from or --to`);
    refuses({ from: 'a@b.test', message: 'x.eml' }, '--message needs --to');
    refuses({ tls: 'on' }, '--tls is auto, required, none or implicit');
    refuses({ 'stop-after': 'QUIT' }, /^--stop-after: /);
    refuses({ to, body: 'BINARY' }, '--body is 7BIT or 8BITMIME');
    refuses({ to, ret: 'all' }, '--ret is FULL or HDRS');
    for (const notify of ['', 'x', 'never,delay', 'delay,delay', 'delay,,failure'])
      refuses({ to, notify }, '--notify is NEVER, or some of SUCCESS, FAILURE and DELAY with commas between');
    refuses({ 'proxy-version': '2' }, '--proxy-version needs --proxy-header');
    refuses({ 'proxy-header': 'mx.contoso.test' }, '--proxy-header takes an address');
    refuses({ 'proxy-header': '192.0.2.1:99999' }, '--proxy-header takes an address');
    refuses({ 'proxy-header': '192.0.2.1', 'proxy-version': '3' }, '--proxy-version is 1 or 2');
  });
});
