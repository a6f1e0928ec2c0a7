import { probesJson } from '../core/report/probesJson.ts';
import { defined } from '../core/text/defined.ts';
import { plainJson } from '../core/text/plain.ts';
import {
  type FlowRequest,
  mailExchangers,
  smtpFlow,
  smtpServer,
  smtpServers,
  writeEndpoint,
} from '../probes/node/main.ts';
import { renderEveryAddress } from '../report/everyAddressReport.ts';
import { wordFlow } from '../report/flows/flowWords.ts';
import { renderMailExchangers } from '../report/mailExchangersReport.ts';
import { renderSmtpProbe } from '../report/smtpProbeReport.ts';
import { interrupted } from './interrupted.ts';
import { type loginOptions, readLogin } from './login/loginOptions.ts';
import type { OptionValues } from './options.ts';
import { note, say } from './output.ts';
import type { flowOptions } from './smtpFlowRows.ts';
import { type planOptions, readPlan } from './smtpOptions.ts';

interface DnsOptions {
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
}

interface SmtpOptions
  extends DnsOptions,
    OptionValues<typeof planOptions>,
    OptionValues<typeof loginOptions>,
    OptionValues<typeof flowOptions> {
  readonly helo?: string;
  readonly 'connect-to'?: readonly string[];
  readonly all?: boolean;
  readonly family?: string;
  readonly json?: boolean;
}

/** The report on a domain's mail exchangers. */
export async function dns({ server = [], timeout }: DnsOptions, [domain = '']: readonly string[]): Promise<number> {
  const options = { resolvers: server, ...defined({ dnsTimeout: timeout }) };
  const result = await mailExchangers(domain, options, interrupted());
  say(`${renderMailExchangers(result).join('\n')}\n`);
  return result.exchangers.length > 0 ? 0 : 1;
}

/** The report on a server; with `all` on every address of every mail exchanger of a domain. */
export async function smtp(options: SmtpOptions, [target = '']: readonly Target[]): Promise<number> {
  const { server = [], timeout, helo, 'connect-to': redirects = [], all, json, family } = options;
  if (family !== undefined && family !== '4' && family !== '6') {
    note('--family is 4 or 6');
    return 2;
  }
  const read = readPlan(options);
  if (!read.ok) {
    note(read.problem);
    return 2;
  }
  const login = await readLogin(options, typeof target === 'string' ? target : writeEndpoint(target));
  if (!login.ok) {
    note(login.problem);
    return 2;
  }
  const asked = {
    ...read.plan,
    ...defined({ auth: login.auth }),
    resolvers: server,
    connectTo: Object.fromEntries(redirects.map(pair)),
    ...defined({ helo }),
    ...(timeout !== undefined && { timeout, dnsTimeout: timeout }),
  };
  const flow = await flowAsked(options, read.plan.envelope?.recipients ?? []);
  if (!flow.ok || (flow.request !== undefined && all === true)) {
    note(flow.ok ? '--all goes with no question about recipients or policy' : flow.problem);
    return 2;
  }
  const { lines, passed } =
    flow.request !== undefined
      ? await byFlow(target, flow.request, asked)
      : all === true
        ? await everyAddress(target, { ...asked, family })
        : await one(target, asked);
  const text = `${lines.join('\n')}\n`;
  if (json === true)
    say(`${plainJson(probesJson(typeof target === 'string' ? target : writeEndpoint(target), text))}\n`);
  else say(text);
  return passed ? 0 : 1;
}

/** `host`, `host:port`, or both apart. */
type Target = Parameters<typeof smtpServer>[0];

interface Report {
  readonly lines: readonly string[];
  readonly passed: boolean;
}

const FLOWS = ['check-recipients', 'relay', 'exposure', 'restricted'] as const;

/** What is asked about recipients or policy; nothing of it is loaded where nothing is. */
async function flowAsked(options: SmtpOptions, recipients: readonly string[]) {
  if (FLOWS.every((name) => options[name] === undefined)) return { ok: true } as const;
  return (await import('./smtpFlowOptions.ts')).readFlow(options, recipients);
}

async function byFlow(
  target: Target,
  request: FlowRequest,
  options: Parameters<typeof smtpServer>[1],
): Promise<Report> {
  const result = await smtpFlow(target, request, options, interrupted());
  const isGood = result.flow !== undefined && wordFlow(result.flow, '').isGood;
  return { lines: renderSmtpProbe(result), passed: isGood };
}

async function one(target: Target, options: Parameters<typeof smtpServer>[1]): Promise<Report> {
  const result = await smtpServer(target, options, interrupted());
  return { lines: renderSmtpProbe(result), passed: result.failure === undefined };
}

async function everyAddress(
  target: Target,
  { family, ...options }: Parameters<typeof smtpServer>[1] & { readonly family: '4' | '6' | undefined },
): Promise<Report> {
  const chosen = family === undefined ? {} : ({ family: family === '4' ? 4 : 6 } as const);
  const result = await smtpServers(
    typeof target === 'string' ? target : writeEndpoint(target),
    { ...options, ...chosen },
    interrupted(),
  );
  const passed = result.probes.length > 0 && result.probes.every(({ result: { failure } }) => failure === undefined);
  return { lines: renderEveryAddress(result), passed };
}

const pair = (option: string): [string, string] => {
  const at = option.indexOf('=');
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
};
