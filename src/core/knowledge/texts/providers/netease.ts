import { act, probe } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const help163 = act('Open the help link in the reply: it explains the code.');
const slower = act('Send more slowly, and over fewer connections.');
const clean = act('Take unknown recipients out of the list.');

/** Codes of NetEase stand at the start of the words: a kind, a colon and three letters or more. */
const code = (letters: string): RegExp => new RegExp(`\\b(?:${letters})\\b`);

/** Words of NetEase: 163.com, 126.com and yeah.net. */
export const neteaseTexts = spokenBy('netease', [
  {
    name: 'netease-spf',
    wins: ['netease-limit'],
    pattern: code('MI:SPF'),
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says NetEase (163, 126).',
    source: 'netease',
  },
  {
    name: 'netease-dmarc',
    wins: ['netease-limit'],
    pattern: code('MI:DMA'),
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at NetEase (163, 126).',
    source: 'netease',
  },
  {
    name: 'netease-sender-form',
    wins: ['netease-limit'],
    pattern: code('MI:(?:IMF|NHD)'),
    reason: 'sender-refused',
    meaning: 'NetEase (163, 126) finds the envelope sender or the greeting of the client malformed.',
    source: 'netease',
    next: [act('Correct the envelope sender and the HELO name of the sending server.')],
  },
  {
    name: 'netease-day-limit',
    wins: ['netease-limit', 'netease-reputation'],
    pattern: code('MI:(?:STC|SFQ|SPB|CEL)|RP:(?:TRC|QRC|FRL|RCL|CEL|DRC)'),
    reason: 'rate-limited',
    meaning: 'This sender has used up the messages or recipients that NetEase (163, 126) allows it in this time.',
    source: 'netease',
    next: [slower, clean, help163],
  },
  {
    name: 'netease-limit',
    pattern: code('MI:[A-Z]{3}|HL:(?:ICC|IFC|MEP)'),
    reason: 'rate-limited',
    meaning: 'NetEase (163, 126) limits what this IP address or sender sends.',
    source: 'netease',
    next: [slower, help163],
  },
  {
    name: 'netease-block-list',
    wins: ['netease-spam'],
    pattern: code('DT:RBL|HL:IPB|IP in blacklist|WM:BL[IU]'),
    reason: 'blocklisted',
    meaning: 'NetEase (163, 126) refuses the sending IP address: a block list or a rule has it.',
    source: 'netease',
    next: [probe.address('Look up the IP address at the block lists.'), help163],
  },
  {
    name: 'netease-sender-mismatch',
    wins: ['netease-spam'],
    pattern: code('DT:SUM'),
    reason: 'sender-refused',
    meaning: 'The envelope sender and the From field of the message differ, and NetEase (163, 126) does not take that.',
    source: 'netease',
    next: [act('Send with the same address in MAIL FROM and in the From field.')],
  },
  {
    name: 'netease-spam',
    pattern: code('DT:[A-Z0-9_]{1,12}|SPM:[A-Z0-9_]{1,12}'),
    reason: 'spam-refused',
    meaning: 'NetEase (163, 126) takes the message for spam.',
    source: 'netease',
    next: [act('Check text, links and attachments.'), help163],
  },
  {
    name: 'netease-unknown-recipients',
    wins: ['netease-helo', 'netease-reputation'],
    pattern: code('HL:REP'),
    reason: 'poor-reputation',
    meaning:
      'NetEase (163, 126) ends the connection because this IP address sends to many recipients that do not exist.',
    source: 'netease',
    next: [clean, help163],
  },
  {
    name: 'netease-reputation',
    pattern: code('RP:[A-Z0-9_]{1,12}'),
    reason: 'poor-reputation',
    meaning: 'NetEase (163, 126) limits this sender because of its reputation or because of many unknown recipients.',
    source: 'netease',
    next: [clean, help163],
  },
  {
    name: 'netease-helo',
    wins: ['netease-limit'],
    pattern: code('HL:(?!ICC|IFC|MEP|IPB)[A-Z0-9_]{1,12}'),
    reason: 'greeting-refused',
    meaning: 'NetEase (163, 126) does not accept the HELO name of the sending server.',
    source: 'netease',
  },
  {
    name: 'netease-greylist',
    pattern: code('GRY:[A-Z0-9_]{1,12}'),
    reason: 'greylisted',
    meaning: 'Greylisting: NetEase sees this sender for the first time and takes the message on a later try.',
    source: 'netease',
  },
  {
    name: 'netease-no-permission',
    mark: 'words',
    pattern: /^5\d\d (?:5\.\d\.\d )? {0,2}User has no permission/i,
    reason: 'login-failed',
    meaning:
      'SMTP is not switched on for this mailbox, or the program used its password instead of an authorization code.',
    source: 'netease',
    next: [act('Switch SMTP on in the settings of the mailbox, and enter the authorization code as the password.')],
  },
  {
    name: 'netease-own-sender',
    pattern: /^5\d\d (?:5\.\d\.\d )? {0,2}Local user is not allowed,/i,
    reason: 'sender-not-allowed',
    meaning: 'NetEase takes mail with a sender of its own domains from its own servers only, after a login there.',
    source: 'products-wording',
    next: [act('Send with an address of another domain, or log in at the server of NetEase and send through it.')],
  },
  {
    name: 'netease-own-users',
    mark: 'none',
    pattern: /^553 (?:5\.\d\.\d )? {0,2}(?:Requested action not taken: )?Local users? only\b/i,
    reason: 'sender-not-allowed',
    meaning: 'The server lets only users of its own site send: the sender is not the mailbox that logged in.',
    source: 'netease',
    next: [act('Send with the address of the mailbox that logs in, in the envelope and in the From field.')],
  },
  {
    name: 'netease-code',
    vague: true,
    belowWords: true,
    confidence: 'medium',
    pattern: /mail\.163\.com\/help\/help_spam_16|\b(?:CR|IPBMT|DMA|TP|SYM):[A-Z0-9_]{1,12}[^\n]{0,120}mail\.163\.com/i,
    reason: 'policy-refused',
    meaning: 'NetEase (163, 126) refuses the mail; the code at the start names the rule.',
    source: 'netease',
    actor: 'sending admin',
    next: [help163],
  },
]);
