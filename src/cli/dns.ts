import { defined } from '../core/text/defined.ts';
import { mailExchangers } from '../probes/node/main.ts';
import { renderMailExchangers } from '../report/mailExchangersReport.ts';
import { interrupted } from './interrupted.ts';
import { say } from './output.ts';

interface DnsOptions {
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
}

/** The report on a domain's mail exchangers. */
export async function dns({ server = [], timeout }: DnsOptions, [domain = '']: readonly string[]): Promise<number> {
  const options = { resolvers: server, ...defined({ dnsTimeout: timeout }) };
  const result = await mailExchangers(domain, options, interrupted());
  say(`${renderMailExchangers(result).join('\n')}\n`);
  return result.exchangers.length > 0 ? 0 : 1;
}
