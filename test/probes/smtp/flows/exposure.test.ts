import assert from 'node:assert/strict';
import { askExposure } from '../../../../src/probes/smtp/flows/exposure.ts';
import type { Opened } from '../../../../src/probes/smtp/flows/flow.ts';
import type { FlowOutcome } from '../../../../src/probes/smtp/flows/outcome.ts';
import { visitServer } from '../../../../src/probes/smtp/server.ts';
import { fakePorts, type Scripted } from '../../fakePorts.ts';

/** Asks a server that says this in each connection, and counts the connections; each of them may be one of the last. */
async function ask(lines: readonly Scripted[], most = 100, names: readonly string[] = []) {
  const ports = fakePorts({ 'mx1.contoso.test A': ['192.0.2.1'] }, { '192.0.2.1:25': lines });
  let flow: FlowOutcome | undefined;
  let opened = 0;
  const never = new AbortController().signal;
  const endpoint = { host: 'mx1.contoso.test', port: 25 };
  await visitServer(endpoint, ports, { helo: 'probe.test' }, never, async ({ connect, steps }) => {
    const open = async (): Promise<Opened> =>
      ++opened > most ? { ok: false, failure: { step: 'connect', kind: 'refused' } as never } : await connect();
    const end = await askExposure(
      { open, steps, explain: () => ({}) as never },
      { names, own: 'contoso.test', random: 'q7' },
    );
    if ('outcome' in end) flow = end.outcome;
    return {};
  });
  assert.ok(flow?.kind === 'exposure');
  return { flow, opened, written: ports.written };
}

const said = (written: readonly string[], verb: string): readonly string[] =>
  written.filter((line) => line.startsWith(verb)).map((line) => line.trimEnd());

describe('what a stranger is told', () => {
  it('is asked of postmaster, of each name and of one that was made up, once each', async () => {
    const { flow, opened, written } = await ask(Array<string>(100).fill('250 ok'), 100, ['staff', 'postmaster']);
    assert.deepEqual(said(written, 'VRFY').slice(0, 3), ['VRFY postmaster', 'VRFY staff', 'VRFY q7@contoso.test']);
    assert.deepEqual(said(written, 'EXPN').slice(0, 3), ['EXPN postmaster', 'EXPN staff', 'EXPN q7@contoso.test']);
    assert.deepEqual(
      flow.asked.map(({ verb, about, invented }) => `${verb} ${about} ${invented}`),
      [
        'HELP  false',
        ...['VRFY', 'EXPN'].flatMap((verb) => [
          `${verb} postmaster false`,
          `${verb} staff false`,
          `${verb} q7@contoso.test true`,
        ]),
      ],
    );
    assert.deepEqual([opened, flow.untried, flow.beyond], [1, [], false]);
  });

  it('is asked over a new connection where the server ends one', async () => {
    const { flow, opened } = await ask([{ fail: 'closed' }]);
    assert.equal(flow.asked.length, 5);
    assert.equal(opened, 1 + flow.asked.length + flow.long.length);
    assert.ok(flow.long.length > 0 && flow.long.every((one) => one.alive === true));
  });

  it('is asked no more where the server takes no other connection', async () => {
    const { flow, opened } = await ask([{ fail: 'closed' }], 2);
    assert.deepEqual([flow.asked.length, flow.long.length, opened], [2, 0, 3]);
  });
});

describe('long lines to a server', () => {
  const OK = Array<string>(100).fill('250 ok');
  /** What is answered before long arguments begin: to HELP, and to two questions each of VRFY and EXPN. */
  const before = OK.slice(0, 5);
  it('are said behind MAIL where they are of RCPT, and each is taken back', async () => {
    const { flow, written } = await ask(OK);
    const words = written.map((line) => line.trimEnd().replace(/a{9,}/g, '*'));
    assert.deepEqual(words.slice(5), [
      ...['MAIL FROM:<>', 'RCPT TO:<*@contoso.test>', 'RSET'],
      ...[`MAIL FROM:<a@${'*.'.repeat(4)}invalid>`, 'RSET'],
      ...['MAIL FROM:<>', `RCPT TO:<*@${'*.'.repeat(3)}invalid>`, 'RSET'],
      ...['NOOP *', 'RSET'],
    ]);
    assert.deepEqual(
      flow.long.map(({ name, octets, within, answer, replies, alive }) => [
        name,
        octets,
        within,
        answer.code,
        replies,
        alive,
      ]),
      [
        ['local-part', 89, true, 250, undefined, undefined],
        ['domain', 268, true, 250, undefined, undefined],
        ['path', 266, true, 250, undefined, undefined],
        ['line', 512, true, 250, undefined, undefined],
      ],
    );
  });
  it('are not said where MAIL is refused', async () => {
    const { flow, written } = await ask([...before, '550 no', ...OK]);
    assert.deepEqual([flow.long[0]?.answer.code, flow.long[1]?.name], [550, 'domain']);
    assert.equal(written.filter((line) => line.startsWith('RCPT')).length, 1);
  });
  it('are answered once, and what comes behind that is told', async () => {
    const twice = [...before, '250 m', '250 r', { unasked: '250 again' }, { unasked: '250 more' }, ...OK];
    assert.deepEqual(
      (await ask(twice)).flow.long.map(({ replies }) => replies),
      [3, undefined, undefined, undefined],
    );
  });
  it('may break a server down behind its answer', async () => {
    const { flow, opened } = await ask([...before, '250 m', '250 r', { fail: 'closed' }], 1);
    const [first, ...more] = flow.long;
    assert.deepEqual(
      [first?.answer.code, first?.answer.lost, first?.alive, more.length],
      [undefined, 'closed', false, 0],
    );
    assert.equal(opened, 2);
  });
});

describe('the names that are asked for', () => {
  it('are twenty at most', async () => {
    const names = [...Array(25).keys()].map((n) => `n${n}`);
    const { flow, written } = await ask(Array<string>(100).fill('250 ok'), 100, names);
    assert.deepEqual(flow.untried, ['n19', 'n20', 'n21', 'n22', 'n23', 'n24']);
    assert.equal(said(written, 'VRFY').length, 21);
  });
  it('are none without a connection', async () => {
    const end = await askExposure(
      {
        open: async () => ({ ok: false, failure: { step: 'connect', kind: 'refused' } as never }),
        steps: [],
        explain: () => ({}) as never,
      },
      { names: [], own: 'a.test', random: 'q' },
    );
    assert.ok('failure' in end);
  });
});
