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
