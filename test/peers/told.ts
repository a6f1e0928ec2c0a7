import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { wordFailure } from '../../src/report/probeFailure.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { type ProbePlan, probeAt, whyMissing } from './servers.ts';

/** What the report of a probe says when it is read: the step where it ended, and what was said to whom and why. */
export interface Told {
  /** `passed`, or `RCPT reply-refused`. */
  readonly ends: string;
  /** Role, reason and reply of each verdict: `cause greylisted 451 4.7.1`. */
  readonly verdicts: readonly string[];
  readonly text: string;
}

/** Reads the report of a probe, and holds step, code and findings against what the probe found. */
export function told(result: SmtpProbeResult): Told {
  const text = `${renderSmtpProbe(result).join('\n')}\n`;
  const ticket = readTicket(text);
  const [block] = ticket.blocks;
  assert.ok(block?.kind === 'conversation' && block.probe?.result !== undefined, text);
  const { failedAt, code } = block.probe.result;
  if (result.flow === undefined) {
    const failure = result.failure && wordFailure(result.failure, result);
    assert.deepEqual([failedAt, code], [failure?.failedAt, failure?.code], text);
  }
  assert.equal(block.probe.steps.filter(({ step }) => step === 'CONNECT').length > 0, true, text);
  return {
    ends: failedAt === undefined ? 'passed' : `${failedAt} ${code}`,
    verdicts: readVerdicts(ticket).map(({ role, code: why, reply }) => [role, why, reply ?? '-'].join(' ')),
    text,
  };
}

/**
 * What client and server said, as the reader has it: commands as written, replies with what they answer. Of a login only
 * that it was said, and how: what is in it differs each time, and the report of a probe does not show it. Of MAIL not what
 * stands behind the address: swaks announces neither size nor kind of a message.
 */
export const said = (text: string): readonly unknown[] =>
  readTicket(text).blocks.flatMap((block) =>
    block.kind === 'conversation'
      ? block.events.map((event) => {
          if (event.kind === 'reply') return [event.code, event.answers];
          if (event.kind === 'data') return 'message';
          if (event.kind === 'auth') return 'answer to a challenge';
          const words = text.slice(event.start, event.end);
          if (words.startsWith('MAIL ')) return words.replace(/> .*/, '>');
          return words.startsWith('AUTH ') ? words.split(' ').slice(0, 2).join(' ') : words;
        })
      : [],
  );

/** What swaks is to do for the same session; it stops behind RCPT, or AUTH, where there is no message. */
function swaksArguments(port: number, plan: ProbePlan): readonly string[] {
  const { tls, auth, envelope, message, proxyHeader: proxy, xclient } = plan;
  const ways = { auto: ['--tls-optional'], required: ['--tls'], implicit: ['--tls-on-connect'], none: [] };
  const { mechanism, user } = auth ?? {};
  return [
    ...['--server', `127.0.0.1:${port}`, '--helo', plan.helo ?? 'probe.test'],
    ...['--from', envelope?.from || '<>', '--to', envelope?.recipients.join(',') ?? ''],
    ...ways[tls ?? 'auto'],
    ...(plan.protocol === 'lmtp' ? ['--protocol', 'LMTP'] : []),
    ...(plan.pipelining === true ? ['--pipeline'] : []),
    ...(plan.prdr === true ? ['--prdr'] : []),
    ...(auth === undefined
      ? []
      : ['--auth', mechanism ?? '', '--auth-user', user ?? '', '--auth-password', auth.secret()]),
    ...(xclient === undefined ? [] : ['--xclient', xclient]),
    ...(proxy === undefined
      ? []
      : [
          ...[
            '--proxy-version',
            String(proxy.version ?? 1),
            '--proxy-family',
            proxy.version === 2 ? 'AF_INET' : 'TCP4',
          ],
          ...['--proxy-source', proxy.source, '--proxy-source-port', String(proxy.sourcePort)],
          ...['--proxy-dest', '127.0.0.1', '--proxy-dest-port', String(port)],
        ]),
    ...(message === undefined
      ? ['--quit-after', plan.stopAfter === 'auth' ? 'AUTH' : 'RCPT']
      : ['--data', 'text' in message ? message.text : '']),
  ];
}

/**
 * Holds the same conversation by swaks and by the probe, and asserts that both texts read to the same events; false where
 * swaks, or what it needs for TLS, is not there.
 */
export async function swaksSaysTheSame(port: number, plan: ProbePlan, name = 'mx1.contoso.test'): Promise<boolean> {
  if (!hasSwaks()) return false;
  // Failing lines go to the other stream; a shell joins both in their order.
  const args = ['-c', 'exec /usr/bin/swaks "$@" 2>&1', 'swaks', ...swaksArguments(port, plan)];
  const text = await promisify(execFile)('/bin/sh', args).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
  const ours = `${renderSmtpProbe(await probeAt(`${name}:25`, port, plan)).join('\n')}\n`;
  assert.ok(said(ours).length > 1, ours);
  const theirs = said(text);
  // swaks drops the connection where TLS does not start.
  const mine = theirs.includes('QUIT') ? said(ours) : said(ours).filter((one) => !/QUIT/.test(String(one)));
  // What is said at once stands in another order: a report has each answer behind its command.
  const inOrder = (events: readonly unknown[]) => (plan.pipelining === true ? events.map(String).sort() : events);
  assert.deepEqual(inOrder(theirs), inOrder(mine), `${text}\n${ours}`);
  return true;
}

let swaks: boolean | undefined;
function hasSwaks(): boolean {
  swaks ??=
    whyMissing(['swaks'], '/usr/bin/swaks') === undefined &&
    whyMissing(
      ['libnet-ssleay-perl'],
      globSync('/usr/lib/*/perl5/*/Net/SSLeay.pm')[0] ?? '/usr/share/doc/libnet-ssleay-perl',
    ) === undefined;
  return swaks;
}
