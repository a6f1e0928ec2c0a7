import { defined } from '../core/text/defined.ts';
import { plainJson } from '../core/text/plain.ts';
import { readEndpoint, writeEndpoint } from '../probes/hostName.ts';
import { type FlowRequest, smtpFlow, smtpServer, smtpServers } from '../probes/node/smtp.ts';
import type { SmtpPlan } from '../probes/smtp/plan.ts';
import type { SmtpProbeResult } from '../probes/smtp/types.ts';
import { wordFailure } from '../report/probeFailure.ts';
import { renderSmtpProbe } from '../report/smtpProbeReport.ts';
import type { flowOptions } from './flow/flowRows.ts';
import { interrupted } from './interrupted.ts';
import { type loginOptions, readLogin } from './login/loginOptions.ts';
import type { OptionValues } from './options.ts';
import { note, say } from './output.ts';
import type { planOptions } from './smtpOptions.ts';
import { readPlan } from './smtpPlan.ts';
import { statusOf } from './smtpStatus.ts';
import { chooseWay, type wayOptions } from './wayOptions.ts';

interface SmtpOptions
  extends OptionValues<typeof planOptions>,
    OptionValues<typeof loginOptions>,
    OptionValues<typeof flowOptions>,
    OptionValues<typeof wayOptions> {
  readonly server?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  readonly helo?: string;
  readonly 'connect-to'?: readonly string[];
  readonly all?: boolean;
  readonly family?: string;
  readonly json?: boolean;
}

/** The report on a server; with `all` on every address of every mail exchanger of a domain, whatever is asked. */
export async function smtp(options: SmtpOptions, [target = '']: readonly Target[]): Promise<number> {
  const { server = [], timeout, helo, 'connect-to': redirects = [], all, json, family } = options;
  if (family !== undefined && family !== '4' && family !== '6') return wrong('--family is 4 or 6');
  const read = readPlan(options);
  if (!read.ok) return wrong(read.problem);
  if (all === true && options.message !== undefined) return wrong('--message goes to one server, not to --all');
  if (options.message !== undefined && FLOWS.some((one) => options[one] !== undefined)) {
    return wrong('--message goes with no question about recipients or policy');
  }
  const name = typeof target === 'string' ? target : writeEndpoint(target);
  const login = await readLogin(options, name);
  if (!login.ok) return wrong(login.problem);
  const chosen = await chooseWay(options);
  if (!chosen.ok) return wrong(chosen.problem);
  const plan = options.message === undefined ? read.plan : await withMessage(read.plan, options, name);
  if (typeof plan === 'number') return plan;
  const asked = {
    ...plan,
    ...chosen.way,
    ...defined({ auth: login.auth }),
    resolvers: server,
    connectTo: Object.fromEntries(redirects.map(pair)),
    ...defined({ helo, compare: options.compare }),
    ...(family !== undefined && { family: family === '4' ? (4 as const) : (6 as const) }),
    ...(timeout !== undefined && { timeout, dnsTimeout: timeout }),
  };
  const flow = await flowAsked(options, read.plan.envelope?.recipients ?? []);
  if (!flow.ok) return wrong(flow.problem);
  const { lines, status, results } =
    all === true
      ? await everyAddress(name, asked, flow.request)
      : flow.request !== undefined
        ? await byFlow(target, flow.request, asked)
        : await one(target, asked);
  const domain = all === true ? undefined : plan.envelope?.recipients[0]?.split('@')[1];
  const held =
    options.policies === true
      ? await (await import('./flow/policies.ts')).policiesOf(domain ?? hostOf(name), results, asked)
      : undefined;
  const text = `${[...lines, ...(held?.lines ?? [])].join('\n')}\n`;
  const result = results.find(isConnected) ?? results[0];
  const asksAddress = options['ask-address'] === true;
  const view =
    options.view === true && result !== undefined
      ? await (await import('./flow/view.ts')).viewOf(result, { ...asked, asksAddress })
      : undefined;
  if (json !== true) say(view === undefined ? text : `${text}${view.lines.join('\n')}\n`);
  else {
    // The reader is loaded by whoever wants data.
    const { probesJson } = await import('../core/report/probesJson.ts');
    const more = { ...(held && { policies: held.json }), ...(view && { view: view.json }) };
    say(`${plainJson({ ...probesJson(name, text), ...more })}\n`);
  }
  return status === 0 && held?.isGood === false ? 1 : status;
}

const isConnected = ({ steps }: SmtpProbeResult): boolean =>
  steps.some((one) => one.step === 'connect' && one.failure === undefined);

/** The host alone of what was asked for. */
const hostOf = (name: string): string => readEndpoint(name)?.host ?? name;

function wrong(problem: string): number {
  note(problem);
  return 2;
}

/** The plan with its message, once its sending is wanted; else the exit status. */
async function withMessage(plan: SmtpPlan, options: SmtpOptions, server: string): Promise<SmtpPlan | number> {
  const { mayBeSent, readMessage } = await import('./smtpMessage.ts');
  const read = await readMessage(options.message as string);
  if (!read.ok) return wrong(read.problem);
  const { message, octets } = read;
  if (options.send !== true) {
    const answer = await mayBeSent(octets, plan.envelope as NonNullable<SmtpPlan['envelope']>, server);
    if (answer === undefined) return wrong('nobody can be asked whether the message shall be sent: say --send');
    if (!answer) return wrong('nothing was sent');
  }
  return { ...plan, message };
}

/** `host`, `host:port`, or both apart. */
type Target = Parameters<typeof smtpServer>[0];

interface Report {
  readonly lines: readonly string[];
  readonly status: number;
  /** Of one server, or of each address. */
  readonly results: readonly SmtpProbeResult[];
}

const FLOWS = ['check-recipients', 'relay', 'exposure', 'restricted', 'tls-scan'] as const;

/** What is asked about recipients or policy; nothing of it is loaded where nothing is. */
async function flowAsked(options: SmtpOptions, recipients: readonly string[]) {
  if (FLOWS.every((name) => options[name] === undefined)) return { ok: true } as const;
  return (await import('./flow/readFlow.ts')).readFlow(options, recipients);
}

async function byFlow(
  target: Target,
  request: FlowRequest,
  options: Parameters<typeof smtpServer>[1],
): Promise<Report> {
  const result = await smtpFlow(target, request, options, interrupted());
  const { wordFlow } = await import('../report/flows/flowWords.ts');
  const isGood = result.flow !== undefined && wordFlow(result.flow, '').isGood;
  const failed = statusOf(result.failure && wordFailure(result.failure, result));
  return { lines: renderSmtpProbe(result), status: failed === 0 && !isGood ? 1 : failed, results: [result] };
}

async function one(target: Target, options: Parameters<typeof smtpServer>[1]): Promise<Report> {
  const result = await smtpServer(target, options, interrupted());
  const status = statusOf(result.failure && wordFailure(result.failure, result));
  return { lines: renderSmtpProbe(result), status, results: [result] };
}

async function everyAddress(
  target: string,
  options: Parameters<typeof smtpServer>[1],
  request: FlowRequest | undefined,
): Promise<Report> {
  const result = await smtpServers(target, options, interrupted(), request);
  const { renderEveryAddress, isGood } = await import('../report/everyAddressReport.ts');
  const passed = result.probes.length > 0 && result.probes.every(isGood);
  return {
    lines: renderEveryAddress(result),
    status: passed ? 0 : 1,
    results: result.probes.map((probe) => probe.result),
  };
}

const pair = (option: string): [string, string] => {
  const at = option.indexOf('=');
  return at < 0 ? [option, ''] : [option.slice(0, at), option.slice(at + 1)];
};
