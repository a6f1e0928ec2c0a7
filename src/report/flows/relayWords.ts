import type { WordedFinding } from '../../core/text/finding.ts';
import { addressScope } from '../../probes/hostName.ts';
import type { Answered, RelayAnswer, RelayingOutcome, RelayOutcome } from '../../probes/smtp/flows/outcome.ts';
import type { OwnAddress } from '../../probes/smtp/flows/ownAddress.ts';
import type { RelayFormName } from '../../probes/smtp/flows/relayForms.ts';
import { clientWords } from './clientWords.ts';
import { answeredWith, answerWords, nextWords, refusedFor, type WordedFlow } from './worded.ts';

interface FormRow {
  /** What the form means, where it is taken. */
  readonly means: string;
  readonly source: string;
}

const NSE = 'nmap, smtp-open-relay.nse';

/** What each form makes of the address, and where that is written. */
const FORMS: Readonly<Record<RelayFormName, FormRow>> = {
  control: { means: 'a made-up mailbox of its own', source: 'RFC 5321 3.3' },
  plain: {
    means: 'an address of another domain from a sender of another domain',
    source: 'RFC 5321 7.9; RFC 2505 2.1',
  },
  'null-sender': {
    means: 'the null sender, with which bounces travel: servers that let bounces through let anybody',
    source: 'RFC 5321 4.5.5',
  },
  'own-sender': { means: 'a sender of the server’s own domain, which anybody can write', source: 'RFC 2505 2.1' },
  'literal-sender': { means: 'a sender at the server’s own address', source: `RFC 5321 4.1.3; ${NSE}` },
  'bare-sender': {
    means: 'a sender without a domain, to which servers add their own',
    source: 'RFC 5321 2.3.5; RFC 6409 4.2',
  },
  percent: { means: 'the percent hack: the last % becomes the @ of the next hop', source: 'RFC 1123 5.2.16' },
  'percent-literal': { means: 'the percent hack at the server’s address', source: 'RFC 1123 5.2.16; RFC 5321 4.1.3' },
  'percent-alone': { means: 'the percent hack without a domain, which servers add', source: `RFC 1123 5.2.16; ${NSE}` },
  quoted: {
    means: 'the whole address as a quoted local part: servers that take the quotes off send it on',
    source: `RFC 5321 4.1.2; ${NSE}`,
  },
  'quoted-percent': { means: 'the percent hack in quotes', source: `RFC 5321 4.1.2; ${NSE}` },
  'quoted-at': { means: 'the address in quotes as a mailbox of the server', source: `RFC 5321 4.1.2; ${NSE}` },
  'quoted-literal': { means: 'the address in quotes at the server’s address', source: `RFC 5321 4.1.2; ${NSE}` },
  'two-ats': { means: 'two @, of which servers take off the last', source: NSE },
  'two-ats-literal': { means: 'two @, the last one at the server’s address', source: NSE },
  route: { means: 'a source route: by way of the server to the address', source: 'RFC 5321 C; RFC 1123 5.2.6' },
  'route-literal': { means: 'a source route by way of the server’s address', source: 'RFC 5321 C; RFC 5321 4.1.3' },
  bang: { means: 'a UUCP path, host first', source: 'RFC 976 2' },
  'bang-at': { means: 'a UUCP path at the server', source: 'RFC 976 2' },
  'bang-literal': { means: 'a UUCP path at the server’s address', source: `RFC 976 2; ${NSE}` },
};

const isTaken = ({ code = 0 }: Answered): boolean => code >= 200 && code < 300;

/** Which forms a server took, what that means, and what was not shown. */
export function wordRelay({ test, answers, untried, client }: RelayOutcome): WordedFlow {
  const forms = answers.filter(({ form }) => form !== 'control');
  const control = answers.find(({ form }) => form === 'control')?.answer;
  const takesAny = control !== undefined && isTaken(control);
  const taken = forms.filter(({ answer, at }) => at === 'rcpt' && isTaken(answer));
  const sure = taken.filter(({ local }) => !local || !takesAny);
  const doubtful = taken.filter((one) => !sure.includes(one));
  const refused = forms.filter((one) => !taken.includes(one) && shows(one));
  const open = forms.filter((one) => !taken.includes(one) && !refused.includes(one));
  const findings = [
    ...sure.map((one) => wordOpen(one, client)),
    ...(doubtful.length === 0 ? [] : [wordDoubtful(doubtful, test.server)]),
    ...(open.length === 0 && untried.length === 0 ? [] : [wordNotShown(open, untried, test.server)]),
    ...(refused.length === 0 ? [] : [wordRefused(refused, forms.length, sure.length, test.server)]),
  ];
  const says =
    sure.length > 0
      ? `${test.server} takes mail for ${test.to}, which is not its own, in ${count(sure.length)} of ${forms.length}. No mail was sent.`
      : `no form of ${count(forms.length)} made ${test.server} take mail for ${test.to}${open.length + untried.length > 0 ? '; some show nothing' : ''}. No mail was sent.`;
  return { findings, says, isGood: sure.length + open.length + untried.length === 0 };
}

const count = (forms: number): string => `${forms} ${forms === 1 ? 'form' : 'forms'}`;
const were = (forms: number): string => (forms === 1 ? 'was' : 'were');

/** The refusal is one of relaying, of the address or of the syntax; another one would have met any mail. */
function shows({ answer, at }: RelayAnswer): boolean {
  const { code = 0, means } = answer;
  if (code < 500) return false;
  const why = refusedFor(answer);
  if (at === 'mail') return SENDERS.includes(means?.reason ?? '');
  return why === 'relaying' || why === 'address' || REFUSING.includes(means?.reason ?? '');
}

/** The sender is what this form is about. */
const SENDERS = [
  'sender-refused',
  'sender-not-allowed',
  'address-malformed',
  'command-malformed',
  'login-required',
  'relaying-denied',
];
const REFUSING = ['command-malformed', 'address-malformed', 'login-required', 'command-unknown'];

function wordOpen({ form, sender, recipient }: RelayAnswer, client: OwnAddress): WordedFinding {
  const inside = client.address !== undefined && addressScope(client.address) !== undefined;
  const means = FORMS[form];
  const trusted = inside
    ? ` It was asked from ${client.address}, an address of an inner network, which it may be meant to relay for; only a probe from outside shows whether it does so for anybody.`
    : ` ${clientWords(client)} If it is meant to relay for this machine, that is as it should be.`;
  return {
    level: inside ? 'warning' : 'fail',
    code: 'relay-open',
    about: form,
    text: `MAIL FROM:<${sender}> and RCPT TO:<${recipient}> were taken: ${means.means}.${trusted} A server that checks later may still refuse the message; none was sent.`,
    next: 'Let only known clients relay: those that log in, and the networks that are listed; take addresses for other domains from nobody else.',
    source: means.source,
  };
}

const wordDoubtful = (taken: readonly RelayAnswer[], about: string): WordedFinding => ({
  level: 'unknown',
  code: 'relay-catch-all',
  about,
  text: `${count(taken.length)} (${names(taken)}) ${were(taken.length)} taken, and so was a made-up mailbox of the server’s own: it may take them for mailboxes of its own, so that they show nothing.`,
  next: 'Have the server refuse unknown recipients at RCPT, and ask again; or look into its log where such a message would go.',
  source: 'RFC 5321 3.3',
});

function wordNotShown(open: readonly RelayAnswer[], untried: readonly RelayFormName[], about: string): WordedFinding {
  const first = open[0];
  const why =
    first === undefined
      ? ''
      : `${count(open.length)} (${names(open)}) ${were(open.length)} refused for another reason, first with ${answerWords(first.answer)}${first.answer.means === undefined ? '' : ` (${first.answer.means.meaning})`}. `;
  const rest =
    untried.length === 0
      ? ''
      : `${count(untried.length)} (${untried.join(', ')}) ${were(untried.length)} not asked, because the server hung up.`;
  return {
    level: 'unknown',
    code: 'relay-not-shown',
    about,
    text: `Whether it relays is not shown by all forms: ${why}${rest}`.trimEnd(),
    next: nextWords(first?.answer.means) ?? 'Ask again later, or from another network.',
    source: 'RFC 5321 7.9',
  };
}

const wordRefused = (refused: readonly RelayAnswer[], all: number, open: number, about: string): WordedFinding => ({
  level: open > 0 ? 'note' : 'pass',
  code: 'relay-denied',
  about,
  text: `${refused.length} of ${count(all)} ${were(refused.length)} refused (${names(refused)}): ${answerWords((refused[0] as RelayAnswer).answer)}.`,
  source: 'RFC 5321 7.9; RFC 2505 2.1',
});

const names = (answers: readonly RelayAnswer[]): string => answers.map(({ form }) => form).join(', ');

const MAY_RELAY =
  'Have this address listed on the server as one that may relay (in Exchange a receive connector for it), or log in.';
/** OpenSMTPD and Exchange Online, among others. */
const UNTOLD = ' Servers that do not tell relaying apart refuse recipients elsewhere with these words, too.';

/** Whether an application on this machine may send by the server. */
export function wordRelaying({ sender, recipient, mail, rcpt, quit, client }: RelayingOutcome): WordedFlow {
  const last = rcpt ?? mail;
  const passes = rcpt !== undefined && isTaken(rcpt);
  const at = rcpt === undefined ? 'MAIL' : 'RCPT';
  const why = refusedFor(last);
  const envelope = `from <${sender}> to <${recipient}>`;
  const outcome: WordedFinding = passes
    ? {
        level: 'pass',
        code: 'relay-allowed',
        about: recipient,
        text: `The server takes mail ${envelope} from this machine without a login. ${clientWords(client)}`,
        source: 'RFC 5321 3.6.3',
      }
    : {
        level: last.code !== undefined && last.code < 500 ? 'unknown' : 'fail',
        code: 'relay-refused',
        about: recipient,
        text: `The server does not take mail ${envelope} from this machine: it was refused at ${at}. ${answeredWith(last)}${why === 'address' ? UNTOLD : ''} ${clientWords(client)}`,
        next:
          why === 'address' || why === 'relaying'
            ? `${MAY_RELAY} ${why === 'address' ? 'Where the recipient is one of its own, correct the address.' : (nextWords(last.means) ?? '')}`.trim()
            : (nextWords(last.means) ?? 'Look into the log of the server.'),
        source: last.means?.source ?? 'RFC 5321 3.6.3',
      };
  const left: WordedFinding =
    quit.code === 221
      ? {
          level: 'pass',
          code: 'quit-answered',
          about: recipient,
          text: 'QUIT was answered with 221: the server was there to the end.',
          source: 'RFC 5321 4.1.1.10',
        }
      : {
          level: 'warning',
          code: 'quit-unanswered',
          about: recipient,
          text: `QUIT was not answered with 221 (${answerWords(quit)}): the server, or something in front of it, ended the session by itself.`,
          next: 'Look into the log of the server, and at what stands in front of it, before the application.',
          source: 'RFC 5321 4.1.1.10',
        };
  return {
    findings: [outcome, left],
    isGood: passes && quit.code === 221,
    says: `${passes ? 'the server relays for this machine' : `the server does not relay for this machine (${answerWords(last)})`}${quit.code === 221 ? ', and said goodbye with 221' : ''}. No mail was sent.`,
  };
}
