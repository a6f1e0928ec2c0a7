import { act, again } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of servers and notices about what the receiving system did, or why it could not. */
export const deliveryPhrases = ranked('phrase', [
  {
    name: 'server-transaction-failed',
    pattern: /^554 (?:5\.\d\.\d)? {0,2}Transaction failed\.?\s{0,4}(?:\(in reply|$)/i,
    reason: 'unrecognized',
    meaning: 'The server refuses the transaction and does not say why.',
    source: 'RFC 5321 4.2.2',
    sisimai: 'systemerror',
  },
  {
    name: 'server-message-refused',
    pattern: /^5\d\d {1,2}(?:Your )?(?:Message|E-?mail|Mail) (?:was )?(?:rejected|refused)\.?\s{0,4}(?:\(in reply|$)/i,
    confidence: 'medium',
    reason: 'unrecognized',
    meaning: 'The server refuses the message and does not say why.',
    source: 'RFC 5321 4.2.3',
    actor: 'sending admin',
  },
  {
    name: 'server-temporary-failure',
    pattern:
      /^4\d\d (?:4\.[03]\.0)? {0,2}(?:Temporary failure\.?\s{0,4}$|This message could not be delivered due to a recipient error)/,
    reason: 'server-busy',
    meaning: 'The server asks for a later try and does not say why.',
    source: 'RFC 5321 4.2.1',
    sisimai: 'onhold',
  },
  {
    name: 'delivery-agent-quota',
    wins: ['notice-program'],
    pattern:
      /\b(?:procmail|maildrop|deliver|dovecot-lda|lmtp)\b[^\n]{0,40}: (?:Error: )?(?:Quota exceeded|maildir over quota|over quota)/i,
    reason: 'mailbox-full',
    meaning: 'The program that puts mail into the mailbox found it full.',
    source: 'sisimai Reason/MailboxFull.pm',
  },
  {
    name: 'notice-program',
    pattern:
      /unknown mailer error \d{1,3}|: Mailer error\b|procmail: (?:Couldn'?t create|Quota|Unable)|temporary failure\. Command output/i,
    reason: 'delivery-program-failed',
    meaning: 'The program that puts mail into the mailbox stopped with an error.',
    source: ['sendmail-code sendmail/deliver.c', 'sysexits', 'sisimai Reason/MailerError.pm'],
  },
  {
    name: 'server-unavailable',
    pattern: /Service currently unavailable/i,
    codes: [550, 554],
    reason: 'server-busy',
    meaning: 'The server says that it cannot take mail at the moment.',
    source: 'RFC 3463 X.3.2',
  },
]);

/** Words about what the receiving system did, or why it could not. */
export const deliveryTexts = ranked('transport', [
  {
    name: 'system-full',
    also: /^(?![^\n]{0,400}\b(?:mail ?box|inbox|user|account|recipient)\b)/i,
    pattern:
      /Insufficient (?:system )?(?:storage|disk space)|(?:no|not enough|low|out of) (?:free )?disk space|disk (?:is )?full|No space left|system (?:storage )?full/i,
    reason: 'system-full',
    meaning: 'The receiving server has too little disk space.',
    source: ['RFC 3463 X.3.1', 'postconf queue_minfree'],
  },
  {
    name: 'server-configuration',
    pattern:
      /Server configuration (?:error|problem)|(?:incorrectly|mis) ?configured|configuration error|local configuration/i,
    holds: 'coded',
    confidence: 'medium',
    reason: 'system-error',
    meaning: 'The receiving server is set up wrongly and cannot answer.',
    source: ['postfix-code src/smtpd/smtpd.c', 'RFC 3463 X.3.5'],
  },
  {
    name: 'server-internal-error',
    pattern: /^5\d\d (?:5\.\d\.\d)? {0,2}Internal (?:server )?error\b/i,
    reason: 'system-error',
    meaning: 'Something is wrong in the receiving server itself.',
    source: 'RFC 3463 X.3.0',
  },
  {
    name: 'queue-file-error',
    pattern:
      /queue file write error|queue (?:write )?(?:error|failure)|(?<!reply: )read error from|collect: (?:I\/O error|Cannot write)/i,
    reason: 'system-error',
    meaning: 'The receiving server could not write the message into its queue.',
    source: 'postfix-code src/global/cleanup_strerror.c',
    next: [
      act('Check disk space, permissions and content filters of the receiving server.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'delivery-program',
    pattern:
      /Command (?:died|time limit exceeded)|(?:mail )?delivery program|LMTP error|local delivery (?:failed|error)|pipe to \S{1,200} (?:failed|returned)|Child process of|can'?t (?:create|write) (?:user )?(?:output|mailbox) file/i,
    reason: 'delivery-program-failed',
    meaning: 'The program that puts mail into the mailbox failed.',
    source: ['postfix-code src/global/pipe_command.c', 'exim-code src/src/transports/pipe.c'],
  },
  {
    name: 'shutting-down',
    pattern: /shutting down|(?:under|in) maintenance|going down|restarting/i,
    holds: 'coded',
    reason: 'server-busy',
    meaning: 'The server is shutting down or under maintenance.',
    source: 'RFC 5321 3.8',
  },
  {
    name: 'internal-error',
    wins: ['try-again-later'],
    vague: true,
    pattern: /internal (?:server |system |software |processing )?(?:error|failure|problem)/i,
    codes: [421, 450, 451, 452, 454],
    confidence: 'medium',
    reason: 'system-error',
    meaning: 'Something inside the server failed; most often that passes.',
    source: 'RFC 5321 4.2.3',
    retry: 'yes',
    next: [again('Send again later.', 'sender'), act('Look in the log of that server if it lasts.', 'receiving admin')],
  },
  {
    name: 'server-busy',
    wins: ['try-again-later'],
    vague: true,
    pattern:
      /(?:server|system|service|host) (?:is )?(?:too |currently |temporarily )?(?:busy|overloaded|unavailable|not available)|(?:resources|service) (?:are |is )?temporarily unavailable|load (?:average )?(?:is )?too high|Service currently unavailable|temporary (?:server|system) (?:error|failure|problem)|local error in processing/i,
    codes: [420, 421, 450, 451, 452, 453, 454],
    confidence: 'medium',
    reason: 'server-busy',
    meaning: 'The server has no room for this client at the moment; some servers say so to test a new client.',
    source: 'RFC 5321 4.2.3',
  },
  {
    name: 'try-again-later',
    vague: true,
    pattern:
      /(?:please )?try (?:again|later)|come back (?:later|in)|temporarily (?:deferred|rejected|refused|blocked)|temporary (?:failure|local problem|reject(?:ion)?)|deferred\b/i,
    codes: [420, 421, 450, 451, 452, 453, 454],
    confidence: 'medium',
    reason: 'server-busy',
    meaning: 'The server asks for a later try without a cause; greylisting often looks like this.',
    source: ['RFC 5321 4.2.1', 'RFC 6647 2.1'],
  },
  {
    name: 'queued-as',
    pattern:
      /\bqueued (?:as|for delivery|mail for delivery)\b|\bmessage accepted for delivery\b|OK id=\S{6,40}|\bqueued\. ?\[/i,
    holds: 'success',
    reason: 'accepted',
    meaning:
      'The server has taken the message and is responsible for it: it must deliver it or report that it could not.',
    source: 'RFC 5321 4.2.5, 6.1',
    next: [act('Note the queue id in the reply: the receiving admin finds the message by it.')],
  },
  {
    name: 'status-sent',
    pattern: /\bstatus=sent\b|\bstat=Sent\b/i,
    holds: 'success',
    reason: 'accepted',
    meaning: 'This server has handed the message on, and the next one has taken it.',
    source: ['postfix-code src/global/log_adhoc.c', 'sendmail-code sendmail/deliver.c'],
    next: [act('Go on in the log of the server that the line names as relay.')],
  },
  {
    name: 'status-deferred',
    belowTools: true,
    pattern: /\bstatus=deferred\b|\bstat=Deferred\b/i,
    reason: 'server-busy',
    meaning: 'The message stays in the queue of this server and is tried again later.',
    source: ['postfix-code src/global/log_adhoc.c', 'sendmail-code sendmail/deliver.c'],
    retry: 'yes',
    next: [act('Read the words in brackets behind the status: they name the cause.')],
  },
  {
    name: 'status-bounced',
    belowTools: true,
    pattern: /\bstatus=(?:bounced|undeliverable)\b/i,
    reason: 'unrecognized',
    meaning: 'The message was given up and returned to the sender.',
    tells: { gaveUp: true },
    source: 'postfix-code src/global/log_adhoc.c',
    actor: 'sending admin',
    next: [act('Read the words in brackets behind the status: they name the cause.')],
  },
  {
    name: 'delivery-attempts-used-up',
    pattern:
      /\b(?:max(?:imum)?|allowed|permitted)\b[^\n]{0,20}\b(?:delivery |retry |send(?:ing)? )?(?:attempts|retries|tries)\b[^\n]{0,20}\b(?:reached|exceeded|exhausted|used up)|\b(?:attempts|retries) (?:limit |count )?(?:exhausted|exceeded|used up)/i,
    reason: 'expired',
    meaning:
      'The message was tried as often as it may be, and was given up; the words do not tell why each try failed.',
    source: 'RFC 3463 X.4.7',
  },
]);
