import assert from 'node:assert/strict';
import { ticketJson } from '../../src/core/report/ticketJson.ts';
import type { Conversation } from '../../src/core/smtp/conversation.ts';
import { PROBE_STAGES, type ReportedStep } from '../../src/core/smtp/probe/probeReport.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { smtpServer } from '../../src/probes/node/main.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { queuedFindings } from '../../src/report/queuedFindings.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { certificate } from '../lab/certificate.ts';
import { type Hostile, hostileServers } from '../lab/hostile.ts';
import { startHostileServer } from '../lab/hostileServer.ts';
import { type Lab, startLab } from '../lab/main.ts';

const never = new AbortController().signal;

/** A report read again has the steps, the findings, the result and the verdict of the probe that wrote it. */
function readsBack(
  result: SmtpProbeResult,
  host: string,
): { readonly ends: string; readonly found: readonly string[] } {
  const lines = renderSmtpProbe(result);
  const text = `${lines.join('\n')}\n`;
  assert.ok(!/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text), JSON.stringify(text));
  const ticket = readTicket(text);
  assert.deepEqual(
    ticket.blocks.map(({ kind, start, end }) => [kind, start, end]),
    [['conversation', 0, text.length]],
    text,
  );
  const { probe, events, sessions } = ticket.blocks[0] as Conversation;
  assert.ok(probe?.result !== undefined, text);
  const { failedAt, code } = probe.result;
  assert.deepEqual(probe.host, host);

  // The same steps in the same order, each with its time.
  const done = result.steps.filter(({ step }) => step !== 'redirect' && step !== 'together');
  assert.equal(probe.steps.length, done.length, text);
  for (const [index, step] of done.entries()) {
    const read: ReportedStep | undefined = probe.steps[index];
    assert.equal(read?.step.replace('FIRST-', '').toLowerCase(), step.step, text);
    assert.equal(read?.elapsed, 'elapsed' in step ? Math.round(step.elapsed) : undefined);
    if (step.step !== 'name') assert.equal(read?.failed, 'failure' in step && step.failure !== undefined, text);
  }
  // The same findings, and one for the failure.
  const queued = [...queuedFindings(result)];
  const codes: readonly string[] = [...result.findings, ...queued].map((finding) => finding.code);
  assert.deepEqual(
    probe.findings.map((finding) => finding.code),
    code === undefined ? codes : [...codes, code],
    text,
  );
  for (const { about } of probe.findings) assert.equal(about, probe.target);
  // What was written was written by the probe, and nothing else was; of a message the lines that are shown.
  const sent = result.steps.flatMap((step) =>
    'sent' in step && step.sent !== undefined && step.step !== 'message' ? [step.sent] : [],
  );
  assert.deepEqual(
    events.flatMap((event) => (event.kind === 'command' ? [text.slice(event.start, event.end)] : [])),
    sent,
  );
  const bodies = result.steps.flatMap((step) =>
    'body' in step && step.body !== undefined
      ? [
          [...step.body.lines, ...(step.step === 'message' && step.sent !== undefined ? ['.'] : [])]
            .map((one) => `C: ${one}`)
            .join('\n'),
        ]
      : [],
  );
  assert.deepEqual(
    events.flatMap(({ kind, start, end }) =>
      kind === 'data' ? [`C: ${text.slice(start, end)}`.replace(/\n\* \d+ more lines.*/, '')] : [],
    ),
    bodies,
  );
  assert.ok(events.every(({ kind }) => kind === 'command' || kind === 'reply' || kind === 'data'));
  assert.ok(sessions.length <= 1 && sessions.every(({ server }) => server === host));

  // The same verdict, the same step, the same server.
  const verdicts = readVerdicts(ticket);
  const refused = result.findings.filter((finding) => finding.code === 'recipient-refused');
  const failures = verdicts.filter(({ failed }) => failed);
  assert.ok(
    verdicts.every(({ server, role, failed }) => server === host && role === (failed ? 'cause' : 'success')),
    text,
  );
  if (failedAt === undefined) assert.ok(failures.length >= refused.length, text);
  else assert.ok(failures.length > 0, text);
  const stage = failedAt === undefined ? undefined : PROBE_STAGES[failedAt];
  if (failedAt !== undefined) assert.equal(failures.at(-1)?.stage, stage, text);
  // A message counts as taken where the server took it, in LMTP for one recipient, and nowhere else.
  const isTaken = result.steps.some(
    (step) => (step.step === 'message' || step.step === 'bdat') && step.lines.at(-1)?.startsWith('250 ') === true,
  );
  assert.equal(
    verdicts.some(({ failed }) => !failed),
    isTaken,
    text,
  );
  assert.equal(failedAt === undefined, result.failure === undefined, text);
  const json = ticketJson('a.smtp.txt', ticket) as {
    readonly probes: readonly { passed: boolean; failedAt?: string }[];
  };
  assert.deepEqual([json.probes[0]?.passed, json.probes[0]?.failedAt], [failedAt === undefined, failedAt]);
  return {
    ends: failedAt === undefined ? 'passed' : `${failedAt} ${code}`,
    found: probe.findings.map((finding) => finding.code),
  };
}

/** Short waits where a server is silent, long ones where it answers. */
const isSilent = ({ ends, silent }: Hostile): boolean => silent === true || /timeout|unfinished/.test(ends);

describe('the report of a probe reads back as the probe meant it', () => {
  describe('of a server that', () => {
    const names = Object.keys(hostileServers({} as never));
    let servers: Readonly<Record<string, Hostile>>;
    before(async () => {
      const host = ['hostile.lab.test'];
      servers = hostileServers({
        good: await certificate('hostile.lab.test', host),
        expired: await certificate('hostile.lab.test', host, new Date('2020-01-01'), new Date('2020-02-01')),
        hostile: await certificate('evil\r\n* Result: passed: x\r\nS: 250 \u202e[x](command:y)', [
          'a.test\r\nfail',
          'b.test, trusted',
          `${'c'.repeat(3000)}.test`,
        ]),
      });
    });

    it('is one of at least sixty kinds', () => assert.ok(names.length >= 60, String(names.length)));

    for (const name of names) {
      it(name, async () => {
        const hostile = servers[name] as Hostile;
        const server = await startHostileServer(hostile.script, hostile.tls, hostile.implicit);
        const port = hostile.implicit === true ? 465 : 25;
        const timeout = isSilent(hostile) ? 400 : 8000;
        const endpoint = `hostile.lab.test:${port}`;
        const connectTo = { [endpoint]: `127.0.0.1:${server.port}` };
        const options = { ...hostile.plan, resolvers: ['127.0.0.1:1'], helo: 'probe.test', timeout, connectTo };
        const result = await smtpServer(endpoint, options, never);
        await server.close();
        const { ends, found } = readsBack(result, 'hostile.lab.test');
        assert.equal(ends, hostile.ends, renderSmtpProbe(result).join('\n'));
        for (const code of hostile.finds ?? []) assert.ok(found.includes(code), `${code} is not in ${found}`);
      });
    }
  });

  describe('of every server of the lab', () => {
    let lab: Lab;
    before(async () => {
      lab = await startLab();
    });
    after(() => lab.close());

    it('whatever it does', async () => {
      const connectTo = lab.settings['mailTriage.smtp.connectTo'] as Record<string, string>;
      const resolvers = [`${lab.dns.address}:${lab.dns.port}`];
      for (const endpoint of [
        ...lab.smtp.keys(),
        'nowhere.test',
        'mx.servfail.test',
        'nohost.test',
        'a b',
        'x:99999',
      ]) {
        const timeout = /silent|mute/.test(endpoint) ? 300 : 8000;
        const result = await smtpServer(endpoint, { resolvers, helo: 'probe.test', timeout, connectTo }, never);
        readsBack(result, result.endpoint.host.replace(' ', '\ufffd'));
      }
    });
  });
});
