import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../../src/probes/smtp/types.ts';
import { fakePorts } from '../../fakePorts.ts';

const never = new AbortController().signal;
const TEXT = 'Subject: x\r\n\r\nab\r\n';

/** MAIL as it is said to a server that offers these words, or why it is not; and what is found on the way. */
async function mail(
  options: SmtpProbeOptions,
  offer: readonly string[] = [],
  from = 'a@b.test',
  recipients = ['u@x.test'],
) {
  const hello = ['250-mx', ...offer.map((one) => `250-${one}`), '250 HELP'];
  const lines = ['220 mx', ...hello, '250 m', '250 r', '354 go', '250 ok', '221 q'];
  const ports = fakePorts({}, { '192.0.2.1:25': lines });
  const plan = { helo: 'p.test', tls: 'none', envelope: { from, recipients }, ...options } as const;
  const { findings, failure } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
  const said = ports.written.find((one) => one.startsWith('MAIL'))?.trimEnd();
  const lacks = failure !== undefined && 'keyword' in failure ? `lacks ${failure.keyword}` : failure?.kind;
  return {
    said: said?.replace('MAIL FROM:', '') ?? lacks,
    codes: findings.map((one) => ('keyword' in one ? `${one.code} ${one.keyword}` : one.code)),
    findings,
  };
}
const is = async (expected: string, ...given: Parameters<typeof mail>): Promise<void> =>
  assert.equal((await mail(...given)).said, expected);
const finds = async (expected: readonly string[], ...given: Parameters<typeof mail>): Promise<void> =>
  assert.deepEqual((await mail(...given)).codes, expected);

describe('MAIL (RFC 5321 4.1.1.2)', () => {
  it('has the sender, and parameters as they are given', async () => {
    await is('<a@b.test>', {});
    await is('<>', {}, [], '');
    const envelope = { from: 'a@b.test', recipients: ['u@x.test'], mailParameters: ['X=1', 'AUTH=<>'] };
    await is('<a@b.test> X=1 AUTH=<>', { envelope });
  });
  it('tells the size of the message, where the server wants to know (RFC 1870)', async () => {
    await is('<a@b.test> SIZE=18', { message: { text: TEXT } }, ['SIZE']);
    await is('<a@b.test> SIZE=7', { message: { text: TEXT }, size: 7 }, ['SIZE 100']);
    await is('<a@b.test> SIZE=7', { size: 7 }, ['SIZE 100']);
    await is('<a@b.test>', { message: { text: TEXT } });
    await is('<a@b.test>', {}, ['SIZE 100']);
    await finds(['extension-missing SIZE'], { size: 7 });
    await finds([], { message: { text: TEXT } });
  });
  it('is over the limit of the server from one octet on, if it has one', async () => {
    const over = async (size: number, offered: string): Promise<unknown> =>
      (await mail({ size }, [offered])).findings.map((one) => ('limit' in one ? [one.size, one.limit] : one.code));
    assert.deepEqual(await over(100, 'SIZE 100'), []);
    assert.deepEqual(await over(101, 'SIZE 100'), [[101, 100]]);
    assert.deepEqual(await over(2, 'SIZE 1'), [[2, 1]]);
    for (const none of ['SIZE', 'SIZE 0', 'SIZE x', 'SIZE 1x', 'SIZE 1234567890123456'])
      assert.deepEqual(await over(101, none), [], none);
  });
  it('asks for eight bits where the message has them (RFC 6152)', async () => {
    const eight = { message: { text: '\u00e4\r\n' } };
    await is('<a@b.test> BODY=8BITMIME', eight, ['8BITMIME']);
    await is('lacks 8BITMIME', eight);
    await is('<a@b.test> BODY=8BITMIME', { body: '8BITMIME' }, ['8BITMIME']);
    await is('lacks 8BITMIME', { body: '8BITMIME' });
    await is('<a@b.test> BODY=7BIT', { body: '7BIT' }, ['8BITMIME']);
    await is('<a@b.test>', { body: '7BIT' });
    await finds(['extension-missing 8BITMIME'], { body: '7BIT' });
    await is('<a@b.test>', { message: { text: TEXT } }, ['8BITMIME']);
  });
  it('asks for letters beyond ASCII where an address has them (RFC 6531), a domain in A-labels left out', async () => {
    await is('<\u00e4@b.test> SMTPUTF8', {}, ['SMTPUTF8'], '\u00e4@b.test');
    await is('lacks SMTPUTF8', {}, [], '\u00e4@b.test');
    await is('<a@b.test> SMTPUTF8', {}, ['SMTPUTF8'], 'a@b.test', ['u@x.test', '\u00fc@x.test']);
    await is('<a@xn--bcher-kva.test>', {}, [], 'a@b\u00fccher.test');
    await is('<\u00e4@b\u00fccher.test> SMTPUTF8', {}, ['SMTPUTF8'], '\u00e4@b\u00fccher.test');
    await is('<a@\u00f6.test> SMTPUTF8', {}, ['SMTPUTF8'], 'a@\u00f6.test');
    await is('<a@b.test> SMTPUTF8', { smtputf8: true }, ['SMTPUTF8']);
    await is('lacks SMTPUTF8', { smtputf8: true });
    await is('<b\u00fccher> SMTPUTF8', {}, ['SMTPUTF8'], 'b\u00fccher');
  });
  it('asks for TLS on the whole way only under TLS (RFC 8689)', async () => {
    await is('needs-tls', { requireTls: true }, ['REQUIRETLS']);
    const under = async (offer: string): Promise<unknown> => {
      const hello = ['250-mx', `250-${offer}`, '250 STARTTLS'];
      const lines = ['220 mx', ...hello, '220 go', { tls: {} }, ...hello, '250 m', '250 r', '221 q'] as const;
      const ports = fakePorts({}, { '192.0.2.1:25': lines });
      const envelope = { from: 'a@b.test', recipients: ['u@x.test'] };
      const plan = { helo: 'p.test', envelope, requireTls: true } as const;
      const { failure } = await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
      const said = ports.written.find((one) => one.startsWith('MAIL'))?.trimEnd();
      return said ?? (failure !== undefined && 'keyword' in failure && failure.keyword);
    };
    assert.equal(await under('REQUIRETLS'), 'MAIL FROM:<a@b.test> REQUIRETLS');
    assert.equal(await under('DSN'), 'REQUIRETLS');
  });
  it('asks for notices, and for an answer for each recipient, where the server has them', async () => {
    const dsn = { ret: 'HDRS', envid: 'q1' } as const;
    await is('<a@b.test> RET=HDRS ENVID=q1', { dsn }, ['DSN']);
    await is('<a@b.test> RET=FULL', { dsn: { ret: 'FULL' } }, ['DSN']);
    await is('<a@b.test> ENVID=q1', { dsn: { envid: 'q1' } }, ['DSN']);
    await is('<a@b.test>', { dsn });
    await finds(['extension-missing DSN'], { dsn });
    await is('<a@b.test> PRDR', { prdr: true }, ['PRDR']);
    await is('<a@b.test>', { prdr: true });
    await is('<a@b.test>', {}, ['PRDR', 'DSN', 'SMTPUTF8', '8BITMIME', 'REQUIRETLS']);
  });
  it('has all of it in one order', async () => {
    const all = { message: { text: '\u00e4\r\n' }, dsn: { ret: 'FULL' }, prdr: true, smtputf8: true } as const;
    const offer = ['SIZE', '8BITMIME', 'SMTPUTF8', 'DSN', 'PRDR'];
    await is('<a@b.test> SIZE=4 BODY=8BITMIME SMTPUTF8 RET=FULL PRDR', all, offer);
  });
});

describe('RCPT (RFC 5321 4.1.1.3)', () => {
  const rcpt = async (options: SmtpProbeOptions, offer: readonly string[] = []): Promise<string | undefined> => {
    const hello = ['250-mx', ...offer.map((one) => `250-${one}`), '250 HELP'];
    const ports = fakePorts({}, { '192.0.2.1:25': ['220 mx', ...hello, '250 m', '250 r', '221 q'] });
    const plan = { helo: 'p.test', tls: 'none', ...options } as const;
    await probeSmtpServer({ host: '192.0.2.1', port: 25 }, ports, plan, never);
    return ports.written.find((one) => one.startsWith('RCPT'))?.trimEnd();
  };
  it('has what is asked for the recipient', async () => {
    const envelope = { from: '', recipients: ['u@b\u00fccher.test'], rcptParameters: ['ORCPT=rfc822;x'] };
    assert.equal(await rcpt({ envelope }), 'RCPT TO:<u@xn--bcher-kva.test> ORCPT=rfc822;x');
    const dsn = { notify: ['SUCCESS', 'DELAY'] } as const;
    assert.equal(
      await rcpt({ envelope, dsn }, ['DSN']),
      'RCPT TO:<u@xn--bcher-kva.test> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x',
    );
    assert.equal(await rcpt({ envelope, dsn }), 'RCPT TO:<u@xn--bcher-kva.test> ORCPT=rfc822;x');
    assert.equal(await rcpt({ envelope, dsn: {} }, ['DSN']), 'RCPT TO:<u@xn--bcher-kva.test> ORCPT=rfc822;x');
  });
});
