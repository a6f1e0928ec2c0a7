import type { WordedFinding } from '../../core/text/finding.ts';
import type { Answered, RestrictionOutcome } from '../../probes/smtp/flows/outcome.ts';
import { clientWords } from './clientWords.ts';
import { answeredWith, refusedFor, type WordedFlow } from './worded.ts';

/** What a server did with this machine, and how surely that is because of its address. */
interface Treated {
  readonly how: 'refused' | 'silent' | 'taken' | 'undecided' | 'connected';
  readonly words: string;
}

/** Whether the restriction holds: from which address the server was asked, whether it may come in, what happened. */
export function wordRestriction(outcome: RestrictionOutcome, about: string): WordedFlow {
  const { client, inside, ranges } = outcome;
  const treated = treatedOf(outcome);
  const where = inside === undefined ? (client.address === undefined ? 'unknown' : 'outside') : 'inside';
  const all = ranges.length === 1 ? 'the one range' : `the ${ranges.length} ranges`;
  const from = `${clientWords(client)} ${
    where === 'inside'
      ? `That is inside ${inside?.text}, so it should be let in.`
      : where === 'outside'
        ? `That is outside ${all}, so it should be turned away.`
        : `So it is not known whether it is inside ${all}.`
  }`;
  const row = ROWS[where][treated.how];
  const finding: WordedFinding = {
    level: row.level,
    code: row.code,
    about,
    text: `${from} ${treated.words} ${row.follows}`,
    ...(row.next !== undefined && { next: row.next }),
    source: 'RFC 5321 7.9; RFC 2505 2.1',
  };
  return { findings: [finding], isGood: row.level === 'pass', says: `${row.says}. No mail was sent.` };
}

function treatedOf({ turnedAway, mail, rcpt, recipient }: RestrictionOutcome): Treated {
  if (turnedAway !== undefined) {
    const { step, kind } = turnedAway;
    if (step === 'connect') {
      const refused = kind === 'refused' || kind === 'reset' || kind === 'closed';
      return {
        how: refused ? 'refused' : 'silent',
        words: refused ? 'The connection is refused.' : 'The connection is not answered at all.',
      };
    }
    const { reply } = turnedAway;
    if (reply !== undefined) {
      const how = isOfAddress(reply) ? 'refused' : 'undecided';
      return { how, words: `It is turned away at ${placeOf(step)}. ${answeredWith(reply)}` };
    }
    const closed = kind === 'closed' || kind === 'reset';
    return {
      how: closed ? 'refused' : 'silent',
      words: closed
        ? `The connection is taken, and closed at ${placeOf(step)}.`
        : `The connection is taken, and then nothing is said at ${placeOf(step)}.`,
    };
  }
  if (mail === undefined || recipient === undefined)
    return { how: 'connected', words: 'The server greets it and lets it say EHLO.' };
  const last = rcpt ?? mail;
  return {
    how: byAnswer(last),
    words: `${rcpt === undefined ? 'MAIL' : `RCPT TO:<${recipient}>`} was said. ${answeredWith(last)}`,
  };
}

/** A mailbox that is not known, or taken, was looked for: the client was let in. */
function byAnswer(last: Answered): Treated['how'] {
  if (last.code === undefined) return 'refused';
  if (last.code < 400) return 'taken';
  if (isOfAddress(last)) return 'refused';
  const why = refusedFor(last);
  return why === 'address' || why === 'mailbox' ? 'taken' : 'undecided';
}

/** A refusal for good of whoever comes from there; block lists, SPF, a login or load are other reasons. */
const isOfAddress = ({ code = 0, means }: Answered): boolean =>
  code >= 500 && OF_ADDRESS.includes(means?.reason ?? 'unknown');

const OF_ADDRESS = ['client-refused', 'mail-not-accepted', 'policy-refused', 'unknown', 'unrecognized'];

const placeOf = (step: string): string => (step === 'banner' ? 'the banner' : step.toUpperCase());

interface Row extends Pick<WordedFinding, 'level' | 'code' | 'next'> {
  readonly follows: string;
  readonly says: string;
}

const OTHER_END = 'Probe from an address inside the ranges, too: there it has to be let in.';
const GIVE_RECIPIENT = 'Name a mailbox of the server (--to): many servers refuse a stranger only at RCPT.';

const ROWS: Readonly<Record<'inside' | 'outside' | 'unknown', Readonly<Record<Treated['how'], Row>>>> = {
  outside: {
    refused: {
      level: 'pass',
      code: 'restriction-holds',
      follows: 'The restriction holds for this address.',
      next: OTHER_END,
      says: 'the server turns this machine away, as it should',
    },
    silent: {
      level: 'unknown',
      code: 'restriction-silent',
      follows:
        'A firewall in front of the server that drops strangers looks like this, and so does a network here that lets no connection to port 25 out.',
      next: 'See whether port 25 of another server answers from here; then look at the firewall of this one.',
      says: 'the server does not answer this machine, by its firewall or by the network here',
    },
    taken: {
      level: 'fail',
      code: 'restriction-open',
      follows:
        'The server takes mail from an address that is not the filter’s: whoever knows the server sends past the filter.',
      next: 'Let port 25 be reached from the ranges only, at the firewall or in the server (Exchange: the remote IP ranges of the receive connector; Exchange 2003: Connection, “Only the list below”).',
      says: 'the server takes mail from this machine, which is outside the ranges',
    },
    undecided: {
      level: 'unknown',
      code: 'restriction-not-shown',
      follows: 'That refusal says nothing of a restriction by address.',
      next: 'Ask again for a mailbox that the server has, with a sender that it does not refuse.',
      says: 'whether the server restricts who may connect is not shown',
    },
    connected: {
      level: 'warning',
      code: 'restriction-open-to-connect',
      follows: 'It is not kept from connecting; whether mail would be taken was not asked.',
      next: GIVE_RECIPIENT,
      says: 'the server talks to this machine, which is outside the ranges',
    },
  },
  inside: {
    refused: {
      level: 'fail',
      code: 'restriction-too-tight',
      follows: 'An address of the filter is refused: mail that the filter passes on from there does not arrive.',
      next: 'Add the range to the list of the server and of the firewall in front of it.',
      says: 'the server turns this machine away, which is inside the ranges',
    },
    silent: {
      level: 'fail',
      code: 'restriction-too-tight',
      follows: 'An address of the filter gets no answer: mail that the filter passes on from there does not arrive.',
      next: 'Add the range to the list of the firewall; see whether port 25 of another server answers from here.',
      says: 'the server does not answer this machine, which is inside the ranges',
    },
    taken: {
      level: 'pass',
      code: 'restriction-lets-in',
      follows: 'The address is let in, as it has to be.',
      next: 'Probe from an address outside the ranges, too: there it has to be turned away.',
      says: 'the server takes this machine, which is inside the ranges',
    },
    undecided: {
      level: 'unknown',
      code: 'restriction-not-shown',
      follows: 'That refusal says nothing of a restriction by address.',
      next: 'Ask again for a mailbox that the server has, with a sender that it does not refuse.',
      says: 'whether the server restricts who may connect is not shown',
    },
    connected: {
      level: 'pass',
      code: 'restriction-lets-in',
      follows: 'The address is let in, as it has to be.',
      next: GIVE_RECIPIENT,
      says: 'the server talks to this machine, which is inside the ranges',
    },
  },
  unknown: {
    refused: {
      level: 'unknown',
      code: 'restriction-holds-perhaps',
      follows: 'If it is outside, the restriction holds; if it is inside, a range is missing on the server.',
      next: 'Find out the public address of this machine (--ask-address), and compare.',
      says: 'the server turns this machine away, whose address is not known',
    },
    silent: {
      level: 'unknown',
      code: 'restriction-silent',
      follows:
        'A firewall in front of the server that drops strangers looks like this, and so does a network here that lets no connection to port 25 out.',
      next: 'Find out the public address of this machine (--ask-address), and see whether port 25 of another server answers from here.',
      says: 'the server does not answer this machine, whose address is not known',
    },
    taken: {
      level: 'unknown',
      code: 'restriction-open-perhaps',
      follows: 'If it is outside, anybody sends past the filter; if it is inside, that is as it should be.',
      next: 'Find out the public address of this machine (--ask-address), and compare.',
      says: 'the server takes mail from this machine, whose address is not known',
    },
    undecided: {
      level: 'unknown',
      code: 'restriction-not-shown',
      follows: 'That refusal says nothing of a restriction by address.',
      next: 'Ask again for a mailbox that the server has, with a sender that it does not refuse.',
      says: 'whether the server restricts who may connect is not shown',
    },
    connected: {
      level: 'unknown',
      code: 'restriction-open-perhaps',
      follows: 'If it is outside, nothing keeps strangers from connecting.',
      next: GIVE_RECIPIENT,
      says: 'the server talks to this machine, whose address is not known',
    },
  },
};
