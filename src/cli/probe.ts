import { defined } from '../core/text/defined.ts';
import { mailExchangers, smtpServer } from '../probes/node/main.ts';

import { renderMailExchangers } from '../report/mailExchangersReport.ts';
import { renderSmtpProbe } from '../report/smtpProbeReport.ts';
import { interrupted } from './interrupted.ts';
import { say } from './output.ts';

interface DnsOptions {
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
}

interface SmtpOptions extends DnsOptions {
  readonly helo?: string;
  readonly 'connect-to'?: readonly string[];
}

/** The report on a domain's mail exchangers. */
export async function dns({ server = [], timeout }: DnsOptions, [domain = '']: readonly string[]): Promise<number> {
  const options = { resolvers: server, ...defined({ dnsTimeout: timeout }) };
  const result = await mailExchangers(domain, options, interrupted());
  say(`${renderMailExchangers(result).join('\n')}\n`);
  return result.exchangers.length > 0 ? 0 : 1;
}

/** The report on a server. */
export async function smtp(
  options: SmtpOptions,
  [host = '']: readonly Parameters<typeof smtpServer>[0][],
): Promise<number> {
  const { server = [], timeout, helo, 'connect-to': redirects = [] } = options;
  const result = await smtpServer(
    host,
    {
      resolvers: server,
      connectTo: Object.fromEntries(redirects.map(pair)),
      ...defined({ helo }),
      ...(timeout !== undefined && { timeout, dnsTimeout: timeout }),
    },
    interrupted(),
  );
  say(`${renderSmtpProbe(result).join('\n')}\n`);
  return result.failure === undefined ? 0 : 1;
}

const pair = (option: string): [string, string] => {
  const at = option.indexOf('=');
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
};
