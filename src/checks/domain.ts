import type { Area } from './areas.ts';
import { checkBimi } from './bimi/check.ts';
import { checkBlockLists } from './blockLists/blockLists.ts';
import { checkCaa } from './caa/caa.ts';
import type { Check } from './context.ts';
import { checkDane } from './dane/dane.ts';
import { checkDkim } from './dkim/check.ts';
import { checkDmarc } from './dmarc/check.ts';
import { checkDnssec } from './dnssec/dnssec.ts';
import { checkMtaSts } from './mtaSts/check.ts';
import { checkMx } from './mx/mx.ts';
import { checkNameServers } from './nameServers/nameServers.ts';
import { checkReady } from './ready/ready.ts';
import { checkReverse } from './reverse/check.ts';
import { checkSpf } from './spf/check.ts';
import { checkTlsRpt } from './tlsRpt/check.ts';
import { checkTrace } from './trace/trace.ts';

/** What is checked of a domain. */
export const domainChecks: ReadonlyMap<Area, Check> = new Map<Area, Check>([
  ['mx', checkMx],
  ['spf', checkSpf],
  ['name-servers', checkNameServers],
  ['dnssec', checkDnssec],
  ['dane', checkDane],
  ['caa', checkCaa],
  ['block-lists', checkBlockLists],
  ['ready', checkReady],
  ['trace', checkTrace],
  ['dkim', checkDkim],
  ['dmarc', checkDmarc],
  ['mta-sts', checkMtaSts],
  ['tls-rpt', checkTlsRpt],
  ['reverse', checkReverse],
  ['bimi', checkBimi],
]);
