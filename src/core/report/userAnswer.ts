import { reasons } from '../knowledge/reasons.ts';
import { firstOf } from '../text/few.ts';
import { escapeLightly } from '../text/markdown.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { formatDelay } from '../trace/delay.ts';
import type { Folder } from '../verdict/arrival/folderRows.ts';
import { ONCE_MORE } from '../verdict/beside/gotOver.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Circumstances } from './answer/circumstances.ts';
import type { MailFate } from './answer/fate.ts';
import { isServersLogin, plainOf } from './answer/plainOf.ts';
import { type PlainReason, plainReasons } from './answer/plainReasons.ts';
import { type Told, toldOf } from './answer.ts';

/** The template that is used where the settings have none. */
export const userAnswerTemplate = `Hello,

{{about}}

{{answer}}

{{why}}

{{fate}}

{{todo}}

{{others}}`;

/** What each placeholder of an answer for a user stands for; undefined where nothing was found. */
export function userAnswerValues(ticket: Ticket): ReadonlyMap<string, string> | undefined {
  const told = toldOf(ticket);
  if (told === undefined) return undefined;
  const { matter, circumstances, fate, answered, beside } = told;
  const { first, others } = matter;
  const plain = plainOf(first, fate);
  const { recipients, sender, subject, time } = circumstances;
  return new Map([
    ['about', escapeLightly(aboutWords(told))],
    [
      'answer',
      // That it came, and where it is, was said.
      matter.question === 'missing' && fate.kind === 'arrived' ? '' : escapeLightly(answered?.plain ?? ''),
    ],
    ['why', whyWords(told, plain)],
    ['fate', fateForUser(fate, first)],
    // Mail that is not genuine is nobody's to mend.
    [
      'todo',
      (matter.question === 'genuine' && answered !== undefined) || isInInbox(first, fate)
        ? ''
        : [todoWords(first, plain), ...beside.map((one) => escapeLightly(one.plain ?? ''))]
            .filter((part) => part !== '')
            .join(' '),
    ],
    [
      'others',
      others
        .filter((one) => (one.failed || cameBack(one) || isLater(one, first)) && one.role !== 'consequence')
        .filter((one) => one.recipients.length > 0)
        .filter(({ code, recipients: whom }) => code !== first.code || !whom.every((one) => recipients.includes(one)))
        .slice(0, 10)
        .map(otherWords)
        .join('\n'),
    ],
    ['recipients', recipients.map(escapeLightly).join(', ')],
    ['sender', escapeLightly(sender ?? '')],
    ['subject', escapeLightly(subject ?? '')],
    ['time', escapeLightly(time ?? '')],
  ]);
}

/** Why it went wrong; nothing where it did not, or where the question is answered already. */
function whyWords({ matter: { first }, answered, fate }: Told, { why }: PlainReason): string {
  const { role, code, failed } = first;
  if (role === 'waiting' && code === 'expired')
    return first.actor === 'nobody' ? '' : `Why: ${plainReasons['connection-failed'].why}`;
  if (fate.kind === 'held' && code === 'list-problem') return 'Why: The moderator of the list has to let it through.';
  if (isInInbox(first, fate)) return 'A filter took it for spam, but it was put into the inbox all the same.';
  if (role === 'success' || role === 'delay' || code === 'automatic-reply' || code === 'arrived') return '';
  if (code === 'dns-failure' && isOfRecords(first)) return '';
  if (role === 'recovered' || (role === 'notice' && answered !== undefined)) return answered === undefined ? why : '';
  return failed || code === 'spam-marked' ? `Why: ${why}` : why;
}

/** What was looked up, and kept nothing from arriving. */
const isOfRecords = ({ stage, role, failed }: Verdict): boolean => stage === 'dns' && role === 'notice' && !failed;

/** Taken for spam, and not put aside for that. */
const isInInbox = ({ code }: Verdict, fate: MailFate): boolean =>
  code === 'spam-marked' && fate.kind === 'arrived' && fate.where?.folder === 'inbox';

/** Recipients that are named. */
const NAMED = 10;

const namesOf = (recipients: readonly string[]): string => firstOf(recipients, NAMED);

/** Which message it is, and whether it arrived: one sentence. */
function aboutWords({ matter: { first }, circumstances, fate }: Told): string {
  const which = whichMessage(circumstances);
  // What a mailer or a mail program wrote by itself says what became of the message, not that all is well.
  if (first.code === 'automatic-reply' && first.reached !== true) return first.summary;
  if (first.code === 'automatic-reply')
    return `${first.recipients[0] ?? circumstances.sender ?? 'The other side'} answered automatically: the message arrived, and nothing went wrong.`;
  switch (fate.kind) {
    case 'arrived':
      if (first.code === 'delayed') return `${which} arrived late: ${lateWords(first)}.`;
      return `${which} ${ARRIVED[fate.where?.folder ?? 'unknown']}.`;
    case 'taken':
      return `${which} was delivered to the mail server of the recipient.`;
    case 'waiting':
    case 'put-off':
      return `${which} was not delivered yet.`;
    case 'unsent':
      return 'No message was sent: the mail program or the mail server got no further than the beginning.';
    case 'kept':
      return `${which} is held back by a filter.`;
    case 'held':
      return `${which} is held back${first.code === 'list-problem' ? '' : ' on a mail server'}.`;
    case 'unknown':
      if (isOfRecords(first)) return 'Nothing here shows that a message failed.';
      return first.failed
        ? `${which} could not be delivered.`
        : `This is about ${which.charAt(0).toLowerCase()}${which.slice(1)}.`;
    default:
      return `${which} could not be delivered.`;
  }
}

const ARRIVED: Readonly<Record<Folder, string>> = {
  inbox: 'arrived, in the inbox',
  junk: 'arrived, but was put into the junk (spam) folder',
  quarantine: 'arrived, but is held in quarantine',
  folder: 'arrived, and was put into another folder',
  deleted: 'arrived, but was put into the deleted items',
  archive: 'arrived, and is in the archive',
  unknown: 'arrived',
};

/** `The message “Offer” from a@contoso.test to b@fabrikam.test (Fri, 20 Nov 2026 09:00:00 +0100)`. */
function whichMessage({ recipients, sender, subject, time }: Circumstances): string {
  const named = subject === undefined ? '' : ` “${subject.replace(/\s+/g, ' ')}”`;
  const from = sender === undefined || sender === '' ? '' : ` from ${sender}`;
  const to = recipients.length === 0 ? '' : ` to ${namesOf(recipients)}`;
  return `The message${named}${from}${to}${time === undefined ? '' : ` (${time})`}`;
}

/** `it waited 4 h 5 min on the way`. */
const lateWords = ({ waited }: Verdict): string =>
  `it waited ${waited === undefined ? '' : `${formatDelay(waited)} `}on its way`;

function fateForUser(fate: MailFate, { role }: Verdict): string {
  switch (fate.kind) {
    case 'returned':
      return 'The message went back to its sender. It is not sent again by itself.';
    case 'waiting':
      return fate.until === undefined
        ? 'The mail server still keeps the message and tries again by itself, as a rule for some days. You need not send it again.'
        : `The mail server still keeps the message and tries again by itself until ${escapeLightly(fate.until)}. You need not send it again.`;
    case 'put-off':
      return 'A mail server still keeps it and tries again by itself; a scanner or a program that sends directly does not.';
    case 'refused':
      return 'The message was not taken, and is not sent again by itself.';
    case 'door':
      return 'The message was not taken; its sender is told by their own mail server.';
    case 'kept':
    case 'held':
      return 'It is not lost, but does not arrive before it is released.';
    case 'dropped':
      return 'The message is gone, and nobody was told.';
    case 'taken':
      return role === 'recovered'
        ? `It went through in the end${fate.when === undefined ? '' : ` (${escapeLightly(fate.when)})`}; nothing was lost.`
        : '';
    default:
      return '';
  }
}

/** Who does something about it, in the words of somebody who does not know an admin. */
function todoWords(verdict: Verdict, { todo, meanwhile = todo, passes }: PlainReason): string {
  const { code, actor, failed, role, retry } = verdict;
  if (role === 'success' || role === 'recovered' || code === 'automatic-reply' || code === 'arrived') return '';
  if (passes === true && failed && retry !== 'yes') return 'What you can do: Please send the message again.';
  // What waits comes by itself; nobody wrote what has no sender.
  const own =
    todo === undefined || (verdict.sender === '' && actor !== 'sender')
      ? ''
      : `What you can do: ${role === 'waiting' ? meanwhile : todo}`;
  if (!failed && role !== 'notice') return own;
  const admin =
    todo !== undefined && reasons[code].actor === actor
      ? undefined
      : ADMINS[isServersLogin(verdict) ? 'sending admin' : actor];
  return [own, admin].filter((part) => part !== undefined && part !== '').join(' ');
}

const ADMINS: Readonly<Partial<Record<Verdict['actor'], string>>> = {
  'sending admin': 'This has to be mended by those who run the mail of the sender.',
  'receiving admin': 'This has to be mended by those who run the mail of the recipient.',
  provider: 'This has to be mended by the mail provider.',
  network: 'This has to be mended by those who run the network between the two mail servers.',
};

const cameBack = ({ next }: Verdict): boolean => next.includes(ONCE_MORE);

/** Another recipient of the same message who got it later. */
const isLater = ({ role, queueId, recipients }: Verdict, first: Verdict): boolean =>
  role === 'recovered' && !first.failed && queueId === first.queueId && recipients[0] !== first.recipients[0];

/** What happened to another recipient, in one line. */
function otherWords(verdict: Verdict): string {
  const { recipients, role, code, sisimai } = verdict;
  const whom = escapeLightly(`For ${namesOf(recipients)}`);
  if (cameBack(verdict)) return `${whom}: an earlier message came back. Please send it again, unless it is this one.`;
  if (role === 'recovered') return `${whom}: delivered in the end.`;
  const what =
    role !== 'waiting' ? 'not delivered' : sisimai === 'onhold' ? 'held back' : 'not delivered yet, and still tried';
  return `${whom}: ${what}. ${plainReasons[code].why}`;
}
