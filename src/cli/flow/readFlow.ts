import { existsSync, readFileSync } from 'node:fs';
import { readRanges } from '../../probes/addressRanges.ts';
import type { FlowRequest } from '../../probes/node/smtp.ts';
import type { OptionValues } from '../options.ts';
import type { flowOptions } from './flowRows.ts';

type FlowRead =
  | { readonly ok: true; readonly request?: FlowRequest }
  | { readonly ok: false; readonly problem: string };

const bad = (problem: string): FlowRead => ({ ok: false, problem });

/** What the options ask for, or what is wrong with them; `recipients` are those of --to. */
export function readFlow(values: OptionValues<typeof flowOptions>, recipients: readonly string[]): FlowRead {
  const { relay, exposure, restricted, 'check-recipients': check, 'own-domain': own, name = [] } = values;
  const scan = values['tls-scan'];
  if ([relay, exposure, check, scan, restricted !== undefined].filter((one) => one === true).length > 1) {
    return bad('choose one of --check-recipients, --relay, --exposure, --restricted and --tls-scan');
  }
  const consent = values['i-may-test-this-server'] === true ? ('i-may-test-this-server' as const) : undefined;
  const domain = own === undefined ? {} : { own };
  if (own !== undefined && !/^[\w-]{1,63}(?:\.[\w-]{1,63}){0,40}\.?$/.test(own))
    return bad('--own-domain is no domain');
  if (scan === true) return { ok: true, request: { kind: 'tls-scan' } };
  if (check === true) {
    return recipients.length === 0
      ? bad('name the recipients with --to')
      : { ok: true, request: { kind: 'recipients' } };
  }
  if (relay === true) {
    const [first, second] = recipients;
    if (first === undefined || second !== undefined || !first.includes('@')) {
      return bad('name one address with --to that the server does not take mail for, best one of your own');
    }
    return { ok: true, request: consent === undefined ? { kind: 'relaying' } : { kind: 'relay', consent, ...domain } };
  }
  if (exposure === true) {
    const odd = name.find((one) => !/^[!-~](?:[ -~]{0,198}[!-~])?$/.test(one));
    if (odd !== undefined) return bad('--name is a mailbox or a list, in ASCII');
    return {
      ok: true,
      request: { kind: 'exposure', names: name, ...domain, ...(consent !== undefined && { beyond: consent }) },
    };
  }
  return restricted === undefined ? { ok: true } : readRestricted(restricted, values['ask-address'] === true);
}

function readRestricted(text: string, asksAddress: boolean): FlowRead {
  const isFile = existsSync(text);
  const { ranges, unreadable } = readRanges(isFile ? readFileSync(text, 'utf8') : text, !isFile);
  if (!isFile && unreadable[0] !== undefined) return bad(`${unreadable[0]} is no range of addresses`);
  if (ranges.length === 0) return bad(isFile ? 'the file holds no range of addresses' : '--restricted names no range');
  return { ok: true, request: { kind: 'restriction', ranges, asksAddress } };
}
