import { defined } from '../../core/text/defined.ts';
import type { FindingLevel, WordedFinding } from '../../core/text/finding.ts';
import type { Answered, RecipientAnswer, RecipientsOutcome } from '../../probes/smtp/flows/outcome.ts';
import { answeredWith, answerWords, nextWords, type Refused, refusedFor, type WordedFlow } from './worded.ts';

/** What the answer to a made-up mailbox of the same domain tells of the others. */
type Control = 'catch-all' | 'knows' | 'same' | 'nothing';

/** The answers to RCPT, each with what it says of the mailbox, and what a made-up one beside them tells. */
export function wordRecipients({ sender, answers, untried }: RecipientsOutcome): WordedFlow {
  const asked = answers.filter(({ invented }) => !invented);
  const findings = [
    ...asked.map((one) => wordRecipient(one, controlOf(one, answers), sender)),
    ...answers.filter(({ invented }) => invented).map((one) => wordControl(one, asked)),
    ...untried.map((recipient) => wordUntried(recipient)),
  ];
  const taken = asked.filter(({ answer: { code = 0 } }) => code >= 200 && code < 300).length;
  const all = asked.length + untried.length;
  return {
    findings,
    isGood: taken === all,
    says: `${taken} of ${all} ${all === 1 ? 'recipient is' : 'recipients are'} taken at RCPT. No mail was sent.`,
  };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

const isTaken = ({ code = 0 }: Answered): boolean => code >= 200 && code < 300;

/** The same words but for the address. */
const isAlike = (one: RecipientAnswer, other: RecipientAnswer): boolean => shape(one) === shape(other);
const shape = ({ recipient, answer }: RecipientAnswer): string =>
  answer.lines.join('\n').toLowerCase().replaceAll(recipient.toLowerCase(), '@');

function controlOf(one: RecipientAnswer, answers: readonly RecipientAnswer[]): Control {
  const control = answers.find((other) => other.invented && domainOf(other.recipient) === domainOf(one.recipient));
  if (control?.answer.code === undefined) return 'nothing';
  if (isTaken(control.answer)) return 'catch-all';
  if (isTaken(one.answer)) return refusedFor(control.answer) === 'address' ? 'knows' : 'nothing';
  return isAlike(one, control) ? 'same' : 'nothing';
}

const RFC = 'RFC 5321 3.3';

function wordRecipient(one: RecipientAnswer, control: Control, sender: string): WordedFinding {
  const { recipient: about, answer } = one;
  if (answer.code === undefined) {
    const text = `There was no answer to RCPT (${answerWords(answer)}), so nothing is known of this recipient.`;
    return {
      level: 'unknown',
      code: 'recipient-unanswered',
      about,
      text,
      next: 'Ask again for it alone.',
      source: 'RFC 5321 3.8',
    };
  }
  if (isTaken(answer)) return wordTaken(about, answer, control);
  const why = refusedFor(answer);
  const { level, code, says } = REFUSED[control === 'same' && why === 'other' ? 'client' : why];
  const same =
    control === 'same' && why !== 'address' && why !== 'relaying'
      ? ' A made-up address of the domain gets the same answer, so that it is not about this mailbox.'
      : '';
  const bounce =
    sender === '' && why === 'client' ? ' The sender was the null one; with --from another one can be given.' : '';
  const text = `${says} ${answeredWith(answer)}${same}${bounce}`;
  return {
    level,
    code,
    about,
    text,
    ...defined({ next: nextWords(answer.means) }),
    source: answer.means?.source ?? RFC,
  };
}

function wordTaken(about: string, answer: Answered, control: Control): WordedFinding {
  const at = `The server takes mail for it at RCPT (${answer.code})`;
  const behind = 'it may still refuse the message behind DATA, or send a bounce later';
  if (control === 'catch-all') {
    return {
      level: 'note',
      code: 'recipient-accepted',
      about,
      text: `${at}, as it does for a made-up address: whether the mailbox exists is not shown.`,
      source: 'RFC 5321 6.1',
    };
  }
  const text =
    control === 'knows'
      ? `${at}, and refuses a made-up address of the domain: it knows this one. ${upper(behind)}.`
      : `${at}; ${behind}.`;
  return { level: 'pass', code: 'recipient-accepted', about, text, source: 'RFC 5321 6.1' };
}

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const REFUSED: Readonly<
  Record<Refused, { readonly level: FindingLevel; readonly code: string; readonly says: string }>
> = {
  address: { level: 'fail', code: 'recipient-unknown', says: 'The server does not know this address.' },
  mailbox: {
    level: 'fail',
    code: 'recipient-mailbox',
    says: 'The server knows the mailbox, and does not take mail for it.',
  },
  relaying: {
    level: 'fail',
    code: 'recipient-relay-denied',
    says: 'The server does not take mail for this domain from this machine; of the mailbox that says nothing.',
  },
  client: {
    level: 'fail',
    code: 'recipient-client-refused',
    says: 'The server refuses this machine, or what it says of itself, and not the mailbox: from another client the answer may be another.',
  },
  later: { level: 'unknown', code: 'recipient-deferred', says: 'The server puts it off.' },
  other: { level: 'fail', code: 'recipient-refused-otherwise', says: 'The server refuses it.' },
};

/** What the made-up mailbox shows of the domain. */
function wordControl({ recipient, answer }: RecipientAnswer, asked: readonly RecipientAnswer[]): WordedFinding {
  const about = domainOf(recipient);
  if (isTaken(answer)) {
    return {
      level: 'warning',
      code: 'catch-all',
      about,
      text: `A made-up address (${recipient}) is taken, too: the server takes any address of the domain at RCPT, and shows of none whether it exists. It has a catch-all mailbox, or finds out later and then sends bounces.`,
      next: 'Have the server refuse unknown recipients at RCPT, so that it sends no bounces to forged senders.',
      source: 'RFC 5321 3.3',
    };
  }
  const why = refusedFor(answer);
  if (why === 'address') {
    return {
      level: 'pass',
      code: 'no-catch-all',
      about,
      text: `A made-up address is refused as unknown (${answerWords(answer)}): the server knows its mailboxes at RCPT.`,
      source: RFC,
    };
  }
  const others = asked.some((one) => domainOf(one.recipient) === about && isTaken(one.answer));
  if (others && (why === 'other' || why === 'mailbox')) {
    return {
      level: 'pass',
      code: 'no-catch-all',
      about,
      text: `A made-up address is refused (${answerWords(answer)}) while another one is taken: not any address is.`,
      source: RFC,
    };
  }
  return {
    level: 'unknown',
    code: 'catch-all-unknown',
    about,
    text: `Whether any address is taken is not known: a made-up one was answered with ${answerWords(answer)}.${others ? ' It is not taken as the others are.' : ''}`,
    ...defined({ next: why === 'later' ? nextWords(answer.means) : undefined }),
    source: RFC,
  };
}

const wordUntried = (about: string): WordedFinding => ({
  level: 'unknown',
  code: 'recipient-untried',
  about,
  text: 'It was not asked for: the server ended the connection before, or there were more recipients than one probe asks for.',
  next: 'Ask for it in a probe of its own.',
  source: 'RFC 5321 4.5.3.1.8',
});
