import { word } from '../text/words.ts';
import { formatDelay, formatUtc } from './delay.ts';
import type { HopProblem, TraceHop, Waiting } from './hop.ts';

export interface TimelineNote {
  readonly code: HopProblem | Waiting['kind'];
  /** A warning names something that is wrong or may be; information only explains. */
  readonly level: 'warning' | 'information';
  readonly text: string;
}

/** A fact of a hop for those who want all of them: what it is, and the words of the field. */
export type Detail = readonly [name: string, value: string];

export function notesOf(hop: TraceHop, before: TraceHop | undefined): readonly TimelineNote[] {
  const notes: TimelineNote[] = hop.problems.map((code) => ({
    code,
    level: code === 'chain-break' || code === 'no-date' ? 'information' : 'warning',
    text: problemText(code, hop, before),
  }));
  const { waiting } = hop;
  if (waiting !== undefined) {
    const length = waiting.length === undefined ? '' : `, ${formatDelay(waiting.length)}`;
    const text = `${WAITS[waiting.kind]}${length}: \u201c${waiting.evidence}\u201d`;
    notes.push({ code: waiting.kind, level: 'information', text });
  }
  return notes;
}

const WAITS: Readonly<Record<Waiting['kind'], string>> = {
  greylisting: 'Held by greylisting',
  queueing: 'Waited in the queue',
  deferral: 'Deferred',
  moderation: 'Held for a list\u2019s owner',
};

function problemText(code: HopProblem, hop: TraceHop, before: TraceHop | undefined): string {
  const off = formatDelay(Math.abs(hop.clockOff ?? 0));
  const raw = hop.delay === undefined ? '' : ` As written, the message took ${formatDelay(hop.delay)} to get here.`;
  switch (code) {
    case 'clock-behind':
      return `This clock is at least ${off} behind: the hops around it agree without it.${raw}`;
    case 'clock-ahead':
      return hop.origin === 'date'
        ? `The clock of the writing client is at least ${off} ahead, or its time zone is wrong: the servers agree without it.`
        : `This clock is at least ${off} ahead: the hops around it agree without it.${raw}`;
    case 'clock-disagrees':
      if (hop.origin === 'date')
        return 'Later than the first server\u2019s time: the client\u2019s clock or that server\u2019s is off.';
      return `${formatDelay(Math.abs(hop.delay ?? 0))} earlier than the hop before it: one of the two clocks is off, and nothing here shows which.`;
    case 'no-date':
      return 'No time is stated here.';
    case 'bad-date':
      return 'The time stated here cannot be read, or its time zone is not known.';
    case 'ambiguous-date':
      return 'Day and month of this time could be either way round, so it is left out.';
    case 'chain-break':
      return `The hop before was taken in by ${before?.by ?? 'another host'}; here ${hop.from ?? hop.ip ?? 'another host'} hands the message in. One host with two names, a line that is missing, or lines below that were made up.`;
    case 'maybe-forged':
      return 'May be forged: it names a server of the receiver, but stands below the line with which the message came in from outside.';
    case 'outside-networks':
      return `Came in from ${hop.ip ?? 'an address'}, which is not in mailTriage.trustedNetworks. What stands below this line could be written by anyone.`;
  }
}

const ADDRESSES: Readonly<Record<NonNullable<TraceHop['address']>, string | undefined>> = {
  private: word('private'),
  shared: word('shared by a provider\u2019s customers'),
  loopback: word('the machine itself'),
  'link-local': word('link-local'),
  reserved: word('of no host'),
  public: undefined,
};

/** What kind of address it is, where that is worth a word. */
export const addressText = (hop: TraceHop): string | undefined =>
  hop.address === undefined ? undefined : ADDRESSES[hop.address];

export const ROLES = { sender: word('sender'), filter: word('filter service'), receiver: word('receiver') } as const;

/** An organisation with its part in this message. */
export const organisationText = ({ name, role }: NonNullable<TraceHop['organisation']>): string =>
  role === undefined ? name : `${name} (${ROLES[role]})`;

export function detailsOf(hop: TraceHop): readonly Detail[] {
  const { received } = hop;
  const address = addressText(hop);
  const trusted = hop.trusted === undefined ? undefined : hop.trusted ? 'in your networks' : 'outside your networks';
  const about = [address, trusted].filter((word) => word !== undefined).join(', ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [word('Field'), ORIGINS[hop.origin]],
    [word('From'), hop.from],
    [word('HELO name'), received?.helo],
    [word('Reverse name'), received?.reverseName],
    [word('Address'), hop.ip === undefined ? undefined : about === '' ? hop.ip : `${hop.ip} (${about})`],
    [word('By'), hop.by],
    [word('By address'), received?.byIp],
    [word('With'), hop.with],
    [word('Via'), hop.via],
    ['TLS', hop.tls ? [hop.tlsVersion ?? 'yes', hop.cipher].filter(Boolean).join(', ') : received && 'none stated'],
    [word('Queue id'), received?.id],
    [word('For'), received?.for],
    [word('Envelope from'), received?.envelopeFrom],
    [word('Organisation'), hop.organisation === undefined ? undefined : organisationText(hop.organisation)],
    [word('Time'), hop.time === undefined ? undefined : formatUtc(hop.time)],
    [word('As written'), hop.timeText],
    [word('Delay as written'), hop.delay === undefined ? undefined : formatDelay(hop.delay)],
    [word('Delay, corrected'), hop.correctedDelay === undefined ? undefined : formatDelay(hop.correctedDelay)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

const ORIGINS: Readonly<Record<TraceHop['origin'], string>> = {
  date: 'Date, by the clock of the writing client',
  received: 'Received',
  'x-received': 'X-Received',
  'delivery-date': 'Delivery-date',
};
