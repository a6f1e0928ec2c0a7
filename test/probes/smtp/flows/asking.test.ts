import assert from 'node:assert/strict';
import { readRanges } from '../../../../src/probes/addressRanges.ts';
import type { Flow } from '../../../../src/probes/smtp/flows/flow.ts';
import { askRecipients } from '../../../../src/probes/smtp/flows/recipients.ts';
import { askRelay } from '../../../../src/probes/smtp/flows/relay.ts';
import { askRelaying } from '../../../../src/probes/smtp/flows/relaying.ts';
import { askRestriction } from '../../../../src/probes/smtp/flows/restriction.ts';
import { probeByFlow } from '../../../../src/probes/smtp/flows/runFlow.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

const never = new AbortController().signal;
const explain = () => ({ reason: 'r', meaning: 'm', sure: true, actor: 'nobody', next: [], source: '' }) as never;

/** What becomes of a flow with a server that says these lines, and what was said to it behind EHLO. */
async function hold(flow: Flow, lines: readonly Scripted[] | 'refused', from = 'a@b.test') {
  const script = { '192.0.2.1:25': typeof lines === 'string' ? lines : ['220 mx', '250 mx.x.test', ...lines] };
  const ports = fakePorts({}, script);
  const options = { helo: 'probe.test', tls: 'none', envelope: { from, recipients: ['u@x.test'] } } as const;
  const { flow: outcome, failure } = await probeByFlow(
    { host: '192.0.2.1', port: 25 },
    ports,
    options,
    never,
    flow,
    explain,
  );
  return { outcome, failure, said: ports.written.map((one) => one.trimEnd()).slice(1), closed: ports.closed.count };
}

describe('recipients that are asked for', () => {
  const ask = (recipients: readonly string[], lines: readonly Scripted[] | 'refused', from = 'a@b.test') =>
    hold((run) => askRecipients(run, { from, recipients, random: 'zz' }), lines, from);
  const answers = async (...given: Parameters<typeof ask>) => {
    const { outcome } = await ask(...given);
    assert.ok(outcome?.kind === 'recipients');
    return [
      outcome.answers.map(
        ({ recipient, invented, answer }) => `${recipient} ${answer.code}${invented ? ' invented' : ''}`,
      ),
      outcome.untried,
    ];
  };
  it('stand in one transaction, with a made-up one of each domain', async () => {
    const { said } = await ask(['u@X.test', 'v@x.test'], ['250 m', '250 u', '550 v', '550 z', '250 r', '221 q']);
    assert.deepEqual(said, [
      ...['MAIL FROM:<a@b.test>', 'RCPT TO:<u@X.test>', 'RCPT TO:<v@x.test>', 'RCPT TO:<zz@x.test>', 'RSET', 'QUIT'],
    ]);
  });
  it('stand each in its own where the sender is the null one', async () => {
    const { said } = await ask(['u@x.test'], ['250 m', '250 u', '250 r', '250 m', '550 z', '250 r', '221 q'], '');
    assert.deepEqual(said, [
      ...['MAIL FROM:<>', 'RCPT TO:<u@x.test>', 'RSET', 'MAIL FROM:<>', 'RCPT TO:<zz@x.test>', 'RSET', 'QUIT'],
    ]);
  });
  it('begin anew where there are too many for one (RFC 5321 4.5.3.1.10)', async () => {
    const lines = ['250 m', '250 u', '452 v', '250 r', '250 m', '250 v', '550 z', '250 r', '221 q'];
    assert.deepEqual(await answers(['u@x.test', 'v@x.test'], lines), [
      ['u@x.test 250', 'v@x.test 250', 'zz@x.test 550 invented'],
      [],
    ]);
    assert.deepEqual(await answers(['u@x.test'], ['250 m', '452 u', '550 z', '250 r', '221 q']), [
      ['u@x.test 452', 'zz@x.test 550 invented'],
      [],
    ]);
  });
  it('are left where the connection ends', async () => {
    assert.deepEqual(await answers(['u@x.test', 'v@x.test'], ['250 m', '250 u', '421 bye']), [
      ['u@x.test 250', 'v@x.test 421'],
      [],
    ]);
    assert.deepEqual(await answers(['u@x.test', 'v@x.test'], ['250 m', '421 bye']), [['u@x.test 421'], ['v@x.test']]);
    const { said } = await ask(['u@x.test', 'v@x.test'], ['250 m', '421 bye']);
    assert.equal(said.length, 2);
  });
  it('are not asked for behind a MAIL that is refused', async () => {
    const { failure, said } = await ask(['u@x.test'], ['550 no', '221 q']);
    assert.equal(failure?.step, 'mail');
    assert.deepEqual(said, ['MAIL FROM:<a@b.test>', 'QUIT']);
    const later = ['250 m', '250 u', '452 v', '250 r', '550 no', '221 q'];
    assert.deepEqual(await answers(['u@x.test', 'v@x.test'], later), [['u@x.test 250'], ['v@x.test']]);
  });
  it('are a hundred at most, of five domains that get a made-up one', async () => {
    const many = Array.from({ length: 102 }, (_, i) => `u${i}@d${i}.test`);
    const [asked, untried] = await answers(many, ['250 m', ...Array<string>(105).fill('250 x'), '250 r', '221 q']);
    assert.deepEqual([asked?.length, untried], [105, ['u100@d100.test', 'u101@d101.test']]);
  });
  it('cannot be asked for without a connection', async () =>
    assert.equal((await ask(['u@x.test'], 'refused')).failure?.kind, 'refused'));
});

describe('forms of relaying that are tried', () => {
  const plan = { consent: 'i-may-test-this-server', from: 'a@b.test', to: 'c@d.test', random: 'zz' } as const;
  const tried = async (lines: readonly Scripted[] | 'refused', own?: string) => {
    const { outcome, ...rest } = await hold(
      (run) => askRelay(run, { ...plan, ...(own !== undefined && { own }) }),
      lines,
    );
    return { ...rest, outcome: outcome?.kind === 'relay' ? outcome : undefined };
  };
  it('are each MAIL, RCPT and RSET', async () => {
    const { said, outcome } = await tried([...Array<string>(80).fill('250 x'), '221 q']);
    assert.deepEqual(said.slice(0, 4), [
      'MAIL FROM:<a@b.test>',
      'RCPT TO:<zz@mx.x.test>',
      'RSET',
      'MAIL FROM:<a@b.test>',
    ]);
    assert.equal(said.at(-1), 'QUIT');
    assert.deepEqual([outcome?.answers.length, outcome?.untried], [20, []]);
    assert.ok(outcome?.answers.every(({ at }) => at === 'rcpt'));
  });
  it('end with MAIL where that is refused', async () => {
    const { said, outcome } = await tried([...Array<string>(30).fill('550 no'), '221 q']);
    assert.deepEqual([...new Set(outcome?.answers.map(({ at }) => at))], ['mail']);
    assert.equal(said.filter((one) => one.startsWith('RCPT')).length, 0);
    assert.equal(outcome?.answers.length, 20);
  });
  it('go on with a new connection, but not where the first thing was too much', async () => {
    const again = await tried(['250 m', '550 r', '250 s', '421 bye']);
    assert.deepEqual([again.outcome?.answers.length, again.outcome?.untried.length], [8, 12]);
    const never = await tried(['421 bye']);
    assert.equal(never.outcome?.answers.length, 1);
  });
  it('name the server as it greets, or as it was asked', async () => {
    const names = async (own?: string): Promise<unknown> => {
      const { outcome } = await tried(['421 bye'], own);
      return [outcome?.test.server, outcome?.test.own, outcome?.test.address];
    };
    assert.deepEqual(await names(), ['mx.x.test', 'mx.x.test', '192.0.2.1']);
    assert.deepEqual(await names('own.test'), ['mx.x.test', 'own.test', '192.0.2.1']);
  });
  it('are none without a connection', async () => assert.equal((await tried('refused')).failure?.kind, 'refused'));
});

describe('mail as an application sends it', () => {
  const said = async (...lines: readonly string[]): Promise<readonly string[]> =>
    (await hold((run) => askRelaying(run, { from: 'a@b.test', to: 'c@d.test' }), lines)).said;
  it('is asked up to RCPT, and taken back', async () => {
    const envelope = ['MAIL FROM:<a@b.test>', 'RCPT TO:<c@d.test>'];
    assert.deepEqual(await said('250 m', '550 r', '250 s', '221 q'), [...envelope, 'RSET', 'QUIT']);
    assert.deepEqual(await said('250 m', '421 r'), envelope);
    assert.deepEqual(await said('550 m', '221 q'), ['MAIL FROM:<a@b.test>', 'QUIT']);
    assert.deepEqual(await said('421 m'), ['MAIL FROM:<a@b.test>']);
  });
});

describe('a server that is to turn others away', () => {
  const { ranges } = readRanges('198.51.100.0/24', false);
  const ask = async (lines: readonly Scripted[] | 'refused', recipient?: string) => {
    const flow: Flow = (run) =>
      askRestriction(run, {
        ranges,
        from: '',
        machine: ['198.51.100.7'],
        ...(recipient !== undefined && { recipient }),
      });
    const { outcome, ...rest } = await hold(flow, lines);
    return { ...rest, outcome: outcome?.kind === 'restriction' ? outcome : undefined };
  };
  it('is asked up to RCPT, if there is somebody to ask for', async () => {
    assert.deepEqual((await ask(['221 q'])).said, ['QUIT']);
    const whole = await ask(['250 m', '250 r', '250 s', '221 q'], 'u@x.test');
    assert.deepEqual(whole.said, ['MAIL FROM:<>', 'RCPT TO:<u@x.test>', 'RSET', 'QUIT']);
    assert.deepEqual([whole.outcome?.mail?.code, whole.outcome?.rcpt?.code], [250, 250]);
    assert.deepEqual((await ask(['550 m', '221 q'], 'u@x.test')).said, ['MAIL FROM:<>', 'QUIT']);
    assert.deepEqual((await ask(['250 m', '421 r'], 'u@x.test')).said, ['MAIL FROM:<>', 'RCPT TO:<u@x.test>']);
  });
  it('may do so before anything is said, from where the machine is', async () => {
    const { outcome } = await ask('refused');
    assert.deepEqual(outcome?.turnedAway, { step: 'connect', kind: 'refused' });
    assert.equal(outcome?.inside?.text, '198.51.100.0/24');
  });
});
