import assert from 'node:assert/strict';
import { probeSmtpServer } from '../../../src/probes/smtp/server.ts';
import type { SmtpProbeOptions } from '../../../src/probes/smtp/types.ts';
import { fakePorts } from '../fakePorts.ts';

/** What is said to a server that offers DSN. */
async function said(dsn: SmtpProbeOptions['dsn']): Promise<readonly string[]> {
  const server = ['220 ready', '250-mx1.contoso.test', '250 DSN', '250 ok', '250 ok', '221 bye'];
  const ports = fakePorts({ 'mx1.contoso.test A': ['192.0.2.1'] }, { '192.0.2.1:25': server });
  const envelope = { from: 'a@contoso.test', recipients: ['b@fabrikam.test'] };
  const options = { helo: 'probe.test', envelope, ...(dsn && { dsn }) };
  await probeSmtpServer({ host: 'mx1.contoso.test', port: 25 }, ports, options, new AbortController().signal);
  return ports.written.slice(1, 3).map((line) => line.trimEnd());
}

describe('what is asked of a server about reports (RFC 3461 4)', () => {
  const MAIL = 'MAIL FROM:<a@contoso.test>';
  for (const [dsn, mail] of [
    [undefined, MAIL],
    [{}, MAIL],
    [{ ret: 'HDRS' }, `${MAIL} RET=HDRS`],
    [{ ret: 'FULL' }, `${MAIL} RET=FULL`],
    [{ envid: 'q7' }, `${MAIL} ENVID=q7`],
    [{ ret: 'FULL', envid: 'q7' }, `${MAIL} RET=FULL ENVID=q7`],
  ] as const)
    it(`is ${JSON.stringify(dsn)}, as it was chosen, and nothing besides`, async () => {
      assert.equal((await said(dsn))[0], mail);
    });
});
