import { renderAuthentication } from '../report/authenticationReport.ts';
import { readBytes } from './input.ts';
import { interrupted, seconds } from './interrupted.ts';
import { readOptions } from './options.ts';

const form = 'verify [--server ADDRESS[:PORT]]… [--timeout SECONDS] [--trusted NETWORK]… [--line NUMBER] FILE';

/** `verify FILE`: 0 when DMARC passes, 1 when it does not or is not known, 2 for wrong usage. */
export async function verify(args: readonly string[]): Promise<number> {
  const options = readOptions(
    args,
    {
      server: { type: 'string', multiple: true },
      timeout: { type: 'string' },
      trusted: { type: 'string', multiple: true },
      line: { type: 'string' },
    },
    form,
  );
  const file = options.ok ? options.words[0] : undefined;
  if (!options.ok || file === undefined || options.words.length > 1) {
    if (options.ok) process.stderr.write(`mail-triage: name one file.\nUsage: mail-triage ${form}\n`);
    return 2;
  }
  const input = await readBytes(file);
  if (!input.ok) {
    process.stderr.write(`mail-triage: ${input.problem}\n`);
    return 1;
  }
  const timeout = seconds(options.values.timeout);
  const { verifyAuthentication } = await import('../message/main.ts');
  const result = await verifyAuthentication(
    {
      bytes: input.bytes,
      line: Math.max(1, Math.trunc(Number(options.values.line)) || 1) - 1,
      start: 'message',
      from: 'file',
    },
    {
      resolvers: (options.values.server as string[] | undefined) ?? [],
      trustedNetworks: (options.values.trusted as string[] | undefined) ?? [],
      ...(timeout !== undefined && { dnsTimeout: timeout }),
    },
    interrupted(),
  );
  process.stdout.write(`${renderAuthentication(result).join('\n')}\n`);
  return result.dmarc.result === 'pass' ? 0 : 1;
}
