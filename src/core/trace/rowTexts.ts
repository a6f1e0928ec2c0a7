import { listed, type Phrase, phrase, word } from '../text/words.ts';
import { formatDelay, formatUtc } from './delay.ts';
import type { HopProblem, TraceHop, Waiting } from './hop.ts';

export interface TimelineNote {
  readonly code: HopProblem | Waiting['kind'];
  /** A warning names something that is wrong or may be; information only explains. */
  readonly level: 'warning' | 'information';
  readonly text: Phrase;
}

/** A fact of a hop for those who want all of them: what it is, and the words of the field. */
export type Detail = readonly [name: string, value: string | Phrase];

export function notesOf(hop: TraceHop, before: TraceHop | undefined): readonly TimelineNote[] {
  const notes: TimelineNote[] = hop.problems.map((code) => ({
    code,
    level: code === 'chain-break' || code === 'no-date' ? 'information' : 'warning',
    text: problemText(code, hop, before),
  }));
  const { waiting } = hop;
  if (waiting !== undefined) {
    notes.push({ code: waiting.kind, level: 'information', text: waitText(waiting) });
  }
  return notes;
}

function waitText({ kind, length, evidence }: Waiting): Phrase {
  const what = phrase(WAITS[kind]);
  return length === undefined
    ? phrase('{0}: \u201c{1}\u201d', what, evidence)
    : phrase('{0}, {2}: \u201c{1}\u201d', what, evidence, formatDelay(length));
}

const WAITS: Readonly<Record<Waiting['kind'], string>> = {
  greylisting: word('Held by greylisting'),
  queueing: word('Waited in the queue'),
  deferral: word('Deferred'),
  quarantine: word('Released from quarantine'),
  moderation: word('Held for a list\u2019s owner'),
};

function problemText(code: HopProblem, hop: TraceHop, before: TraceHop | undefined): Phrase {
  const off = formatDelay(Math.abs(hop.clockOff ?? 0));
  const withRaw = (text: Phrase): Phrase =>
    hop.delay === undefined
      ? text
      : phrase('{0} As written, the message took {1} to get here.', text, formatDelay(hop.delay));
  switch (code) {
    case 'clock-behind':
      return withRaw(phrase('This clock is at least {0} behind: the hops around it agree without it.', off));
    case 'clock-ahead':
      return hop.origin === 'date'
        ? phrase(
            'The clock of the writing client is at least {0} ahead, or its time zone is wrong: the servers agree without it.',
            off,
          )
        : withRaw(phrase('This clock is at least {0} ahead: the hops around it agree without it.', off));
    case 'clock-disagrees':
      if (hop.origin === 'date')
        return phrase('Later than the first server\u2019s time: the client\u2019s clock or that server\u2019s is off.');
      return phrase(
        '{0} earlier than the hop before it: one of the two clocks is off, and nothing here shows which.',
        formatDelay(Math.abs(hop.delay ?? 0)),
      );
    case 'no-date':
      return phrase('No time is stated here.');
    case 'bad-date':
      return phrase('The time stated here cannot be read, or its time zone is not known.');
    case 'ambiguous-date':
      return phrase('Day and month of this time could be either way round, so it is left out.');
    case 'chain-break':
      return phrase(
        'The hop before was taken in by {0}; here {1} hands the message in. One host with two names, a line that is missing, or lines below that were made up.',
        before?.by ?? phrase('another host'),
        hop.from ?? hop.ip ?? phrase('another host'),
      );
    case 'maybe-forged':
      return phrase(
        'May be forged: it names a server of the receiver, but stands below the line with which the message came in from outside.',
      );
    case 'outside-networks':
      return phrase(
        'Came in from {0}, which is not in mailTriage.trustedNetworks. What stands below this line could be written by anyone.',
        hop.ip ?? phrase('an address'),
      );
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
export const addressText = (hop: TraceHop): string | undefined => hop.address && ADDRESSES[hop.address];

export const ROLES = { sender: word('sender'), filter: word('filter service'), receiver: word('receiver') } as const;

/** An organisation with its part in this message. */
export const organisationText = ({ name, role }: NonNullable<TraceHop['organisation']>): string =>
  role === undefined ? name : `${name} (${ROLES[role]})`;

const organisation = ({ name, role }: NonNullable<TraceHop['organisation']>): string | Phrase =>
  role === undefined ? name : phrase('{0} ({1})', name, phrase(ROLES[role]));

export function detailsOf(hop: TraceHop): readonly Detail[] {
  const { received } = hop;
  const address = addressText(hop);
  const trusted =
    hop.trusted === undefined ? undefined : hop.trusted ? word('in your networks') : word('outside your networks');
  const about = [address, trusted].filter((one) => one !== undefined).map((one) => phrase(one));
  const facts: readonly (readonly [string, string | Phrase | undefined])[] = [
    [word('Field'), phrase(ORIGINS[hop.origin])],
    [word('From'), hop.from],
    [word('HELO name'), received?.helo],
    [word('Reverse name'), received?.reverseName],
    [word('Address'), hop.ip === undefined || about.length === 0 ? hop.ip : phrase('{0} ({1})', hop.ip, listed(about))],
    [word('By'), hop.by],
    [word('By address'), received?.byIp],
    [word('With'), hop.with],
    [word('Via'), hop.via],
    ['TLS', hop.tls ? tlsOf(hop) : received && phrase('none stated')],
    [word('Queue id'), received?.id],
    [word('For'), received?.for],
    [word('Envelope from'), received?.envelopeFrom],
    [word('Organisation'), hop.organisation && organisation(hop.organisation)],
    [word('Time'), hop.time === undefined ? undefined : formatUtc(hop.time)],
    [word('As written'), hop.timeText],
    [word('Delay as written'), hop.delay === undefined ? undefined : formatDelay(hop.delay)],
    [word('Delay, corrected'), hop.correctedDelay === undefined ? undefined : formatDelay(hop.correctedDelay)],
  ];
  return facts.filter((fact): fact is [string, string | Phrase] => fact[1] !== undefined && fact[1] !== '');
}

const tlsOf = ({ tlsVersion, cipher }: TraceHop): Phrase =>
  listed([tlsVersion ?? phrase('yes'), cipher].filter((one) => one !== undefined));

const ORIGINS: Readonly<Record<TraceHop['origin'], string>> = {
  date: word('Date, by the clock of the writing client'),
  received: 'Received',
  'x-received': 'X-Received',
  'delivery-date': 'Delivery-date',
};
