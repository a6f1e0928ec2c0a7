import { readFileSync } from 'node:fs';
import { AREAS } from '../../src/checks/areas.ts';
import { runChecks } from '../../src/checks/check.ts';
import { checksOf } from '../../src/checks/checksOf.ts';
import type { CheckOptions } from '../../src/checks/context.ts';
import { readTarget } from '../../src/checks/target.ts';
import { probeOutcome } from '../../src/core/report/probeOutcome.ts';
import { probesJson } from '../../src/core/report/probesJson.ts';
import type { Endpoint, Fetch } from '../../src/probes/ports.ts';
import { probeSmtpServer } from '../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../src/probes/smtp/types.ts';
import { checkMarkdown } from '../../src/report/check/checkMarkdown.ts';
import { checkJson, renderCheck } from '../../src/report/check/checkReport.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { ports } from '../checks/zone.ts';
import { type FakeZone, fakePorts, type Script } from '../probes/fakePorts.ts';
import { digest } from './readings.ts';

/** What a name is asked with, and what the DNS answers, as `zone` of test/checks takes it. */
type Check = readonly [name: string, options: CheckOptions, zone: string];

/** Whom a probe asks for what, what the DNS answers, and what the server says. */
type Dialog = readonly [endpoint: Endpoint, options: SmtpProbeOptions, zone: FakeZone, script: Script];

const never = new AbortController().signal;

const recorded = <T>(file: string): readonly T[] =>
  readFileSync(`test/corpus/recorded/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line));

/** A policy for all who look for one (RFC 8461 3.2), and nothing else. */
const serves: Fetch = async (url) =>
  url.endsWith('/.well-known/mta-sts.txt')
    ? {
        ok: true,
        value: {
          status: 200,
          contentType: 'text/plain',
          body: 'version: STSv1\r\nmode: enforce\r\nmx: *.contoso.test\r\nmax_age: 86400\r\n',
          isCut: false,
        },
      }
    : { ok: false, failure: 'refused', detail: url };

async function digestOfCheck([name, options, zone]: Check): Promise<string> {
  const target = readTarget(name, (typed) => typed);
  const asked = target.ok && target.target.kind === 'address' ? target.target : { kind: 'domain' as const, name };
  const lab = ports(zone, serves);
  const result = await runChecks(name, checksOf(asked, AREAS), lab, never, options);
  return digest([
    result.areas.map(({ area, findings, left }) => [area, findings, left]),
    [...lab.resolve.asked].sort(),
    renderCheck(result, '192.0.2.53#53'),
    checkMarkdown(result, '192.0.2.53#53'),
    checkJson(result),
  ]);
}

async function digestOfDialog([endpoint, options, zone, script]: Dialog): Promise<string> {
  const fake = fakePorts(zone, script);
  const result = await probeSmtpServer(endpoint, fake, options, never);
  const text = `${renderSmtpProbe(result).join('\n')}\n`;
  return digest([
    result,
    fake.written,
    fake.tlsNames,
    fake.dialled,
    fake.asked,
    text,
    probesJson('a', text),
    probeOutcome(text),
  ]);
}

/** What is recorded, by kind: digests of all that is made of each, in the order of its file. */
export const recordings = {
  zones: () => Promise.all(recorded<Check>('zones').map(digestOfCheck)),
  dialogs: () => Promise.all(recorded<Dialog>('dialogs').map(digestOfDialog)),
} as const;

/** Where the digests stand: `zones`, the number of the line, the digest. */
export const recordingsFile = 'test/recordings.tsv';

export async function recordingsTable(): Promise<string> {
  const rows: string[] = [];
  for (const [kind, make] of Object.entries(recordings)) {
    for (const [i, made] of (await make()).entries()) rows.push(`${kind}\t${i + 1}\t${made}\n`);
  }
  return rows.join('');
}
