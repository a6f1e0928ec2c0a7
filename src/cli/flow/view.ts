import { defined } from '../../core/text/defined.ts';
import { otherSide } from '../../probes/node/smtp.ts';
import type { SmtpProbeResult } from '../../probes/smtp/types.ts';
import { checkJson, renderCheck } from '../../report/check/checkReport.ts';
import { clientWords } from '../../report/flows/clientWords.ts';
import { interrupted } from '../interrupted.ts';

type ViewOptions = Parameters<typeof otherSide>[1];

/** How this machine looks to a server that was probed: as lines behind the report, and as data. */
export async function viewOf(result: SmtpProbeResult, options: ViewOptions) {
  const { client, check } = await otherSide(result, options, interrupted());
  const said = clientWords(client);
  const ask =
    client.address === undefined && options.asksAddress !== true ? ' --ask-address asks a service for it.' : '';
  const inner =
    client.address !== undefined && check === undefined ? ' Inner addresses have no place in public DNS.' : '';
  return {
    lines: [
      '',
      `${said}${ask}${inner}`,
      ...(check === undefined ? [] : ['', ...renderCheck(check, options.resolvers?.[0])]),
    ],
    json: { ...client, ...defined({ check: check && checkJson(check) }) },
  };
}
