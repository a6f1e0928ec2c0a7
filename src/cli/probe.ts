import { mailExchangers, smtpServer } from '../probes/node/main.ts';
import { renderMailExchangers } from '../report/mailExchangersReport.ts';
import { renderSmtpProbe } from '../report/smtpProbeReport.ts';
import { interrupted, seconds } from './interrupted.ts';
import { readOptions } from './options.ts';

const shared = {
  server: { type: 'string', multiple: true },
  timeout: { type: 'string' },
} as const;

/** `dns DOMAIN`: 0 when mail can be routed, 1 when it cannot or DNS did not answer. */
export async function dns(args: readonly string[]): Promise<number> {
  const form = 'dns [--server ADDRESS[:PORT]]… [--timeout SECONDS] DOMAIN';
  const options = readOptions(args, shared, form);
  const domain = options.ok ? options.words[0] : undefined;
  if (!options.ok || domain === undefined || options.words.length > 1) return wrongUsage(options.ok, form);
  const timeout = seconds(options.values.timeout);
  const result = await mailExchangers(
    domain,
    {
      resolvers: (options.values.server as string[] | undefined) ?? [],
      ...(timeout !== undefined && { dnsTimeout: timeout }),
    },
    interrupted(),
  );
  process.stdout.write(`${renderMailExchangers(result).join('\n')}\n`);
  return result.exchangers.length > 0 ? 0 : 1;
}

/** `smtp HOST[:PORT]`: 0 when the conversation came to its end, 1 when it did not. */
export async function smtp(args: readonly string[]): Promise<number> {
  const form =
    'smtp [--helo NAME] [--timeout SECONDS] [--server ADDRESS[:PORT]]… [--connect-to HOST:PORT=ADDRESS:PORT]… HOST[:PORT]';
  const options = readOptions(
    args,
    { ...shared, helo: { type: 'string' }, 'connect-to': { type: 'string', multiple: true } },
    form,
  );
  const host = options.ok ? options.words[0] : undefined;
  if (!options.ok || host === undefined || options.words.length > 1) return wrongUsage(options.ok, form);
  const timeout = seconds(options.values.timeout);
  const result = await smtpServer(
    host,
    {
      resolvers: (options.values.server as string[] | undefined) ?? [],
      connectTo: Object.fromEntries(((options.values['connect-to'] as string[] | undefined) ?? []).map(pair)),
      ...(typeof options.values.helo === 'string' && { helo: options.values.helo }),
      ...(timeout !== undefined && { timeout, dnsTimeout: timeout }),
    },
    interrupted(),
  );
  process.stdout.write(`${renderSmtpProbe(result).join('\n')}\n`);
  return result.failure === undefined ? 0 : 1;
}

function wrongUsage(parsed: boolean, form: string): number {
  if (parsed) process.stderr.write(`mail-triage: name one host or domain.\nUsage: mail-triage ${form}\n`);
  return 2;
}

const pair = (option: string): [string, string] => {
  const at = option.indexOf('=');
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
};
