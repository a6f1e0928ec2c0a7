import { defined } from '../core/text/defined.ts';
import type { WayRead } from '../probes/node/way.ts';
import type { OptionRows, OptionValues } from './options.ts';

/** How `mail-triage smtp` connects, and what it trusts and shows. */
export const wayOptions = {
  source: { kind: 'text', value: 'ADDRESS', about: 'connect from this address of this machine' },
  proxy: {
    kind: 'text',
    value: 'socks5://HOST:PORT',
    about: 'connect through this proxy, or http://HOST:PORT; with a user and a password, put it into MAIL_TRIAGE_PROXY',
  },
  cert: { kind: 'text', value: 'FILE', about: 'the certificate for servers that ask for one, in PEM' },
  key: { kind: 'text', value: 'FILE', about: 'its key, where FILE of --cert does not hold it, too' },
  ca: { kind: 'texts', value: 'FILE', about: 'trust these authorities as well, in PEM; may be given again' },
  'tls-versions': { kind: 'text', value: 'FROM-TO', about: 'offer only these versions of TLS: 1.2, 1.0-1.1, 1.2-1.3' },
} as const satisfies OptionRows;

/** The way that the options and the environment choose, or what is wrong with them. */
export async function chooseWay(values: OptionValues<typeof wayOptions>): Promise<WayRead> {
  const { source, proxy, cert, key, ca, 'tls-versions': versions } = values;
  if (proxy?.includes('@') === true) {
    const problem = 'everybody on this machine can see a password in --proxy; put the proxy into MAIL_TRIAGE_PROXY';
    return { ok: false, problem };
  }
  const { readWay } = await import('../probes/node/way.ts');
  return readWay({
    ...defined({ source, cert, key, versions }),
    proxy: proxy ?? process.env.MAIL_TRIAGE_PROXY ?? '',
    authorities: ca ?? [],
  });
}
