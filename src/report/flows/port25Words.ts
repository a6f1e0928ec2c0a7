import type { WordedFinding } from '../../core/text/finding.ts';
import type { Port25, Port25Verdict, PortTry } from '../../probes/smtp/flows/findings.ts';
import { streamFailureWords } from '../failureWords.ts';

const tried = ({ host, port, outcome }: PortTry): string =>
  `${host}:${port} ${outcome === 'open' ? 'takes connections' : streamFailureWords[outcome]}`;

interface Row extends Pick<WordedFinding, 'level' | 'next'> {
  readonly says: string;
}

const SUBMIT =
  'Ask the provider or the admin of this network to open port 25, or send by a relay on port 587; probe from the mail server itself.';

const ROWS: Readonly<Record<Port25Verdict, Row>> = {
  blocked: {
    level: 'fail',
    says: 'The network here lets no connection to port 25 out: port 25 of servers of two operators is silent, while the servers answer on other ports.',
    next: SUBMIT,
  },
  likely: {
    level: 'warning',
    says: 'The network here probably lets no connection to port 25 out, as those of many providers, clouds and offices; the firewall of the server would look the same.',
    next: `${SUBMIT} To be sure, compare with a server of somebody else (--compare HOST).`,
  },
  open: {
    level: 'note',
    says: 'The network here lets connections to port 25 out, since another server answers there: this server, or a firewall in front of it, drops them.',
    next: 'Ask the admin of the server whether its firewall drops the address of this machine.',
  },
  unknown: {
    level: 'unknown',
    says: 'Whether the network here lets connections to port 25 out is not known: nothing of the server answers from here.',
    next: 'Compare with a server of somebody else (--compare HOST), or probe from another network.',
  },
};

/** Whether it is the network that keeps port 25 closed, as surely as it was shown. */
export function wordPort25({ verdict, silent, others, compared }: Port25): WordedFinding {
  const { level, says, next } = ROWS[verdict];
  const seen = [
    ...silent.map((host) => `${host}:25 is silent`),
    ...others.map(tried),
    ...(compared ? [tried(compared)] : []),
  ];
  return {
    level,
    code: `port-25-${verdict}`,
    about: 'port-25',
    text: `${says} (${seen.join('; ')})`,
    ...(next !== undefined && { next }),
    source: 'RFC 5068; RFC 8314 3',
  };
}
