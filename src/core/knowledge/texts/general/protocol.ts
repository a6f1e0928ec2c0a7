import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of servers about the dialogue. */
export const protocolPhrases = ranked('phrase', [
  {
    name: 'command-switched-off',
    pattern:
      /^5\d\d (?:5\.\d\.\d)? {0,2}.{0,40}\b(?:VRFY|EXPN|ETRN|TURN)\b.{0,40}\b(?:disabled|disallowed|not (?:allowed|permitted|supported|implemented|available|enabled|provided)|unavailable|forbidden|prohibited|administratively)\b|\bcan(?:not|'t) (?:VRFY|EXPN)\b/i,
    reason: 'command-unknown',
    meaning:
      'The server has this command switched off, so that nobody can ask which addresses exist; this is usual, and no mail is refused by it.',
    source: 'RFC 5321 3.5.2, 7.3',
    next: [
      act('Send MAIL, RCPT and DATA: no mail needs this command. A program that sent it instead was given no message.'),
    ],
  },
  {
    name: 'envelope-syntax',
    codes: [555],
    pattern: /\bsyntax error\b/i,
    reason: 'address-malformed',
    meaning:
      'MAIL or RCPT is not written as it must be: the address is empty, lacks its angle brackets, or has a name in them.',
    sisimai: 'syntaxerror',
    source: 'RFC 5321 4.1.1.11, 4.1.2',
    next: [
      act('Look at the sender and recipient address that the program sends: one address each, in angle brackets.'),
    ],
  },
  {
    name: 'envelope-parameters',
    pattern:
      /^(?:50[14]|555)\b[^\n]{0,60}\b(?:parameters?|options?) (?:is |are )?(?:not |un)(?:recogni[sz]ed|supported|implemented|known)/i,
    reason: 'command-malformed',
    meaning:
      'MAIL or RCPT came with a parameter, such as NOTIFY, ORCPT, BODY or SIZE, that the server does not know or does not take.',
    source: 'RFC 5321 4.1.1.11',
    next: [
      act.server(
        'Send the parameter only where the answer to EHLO offers its extension, or switch delivery reports (DSN) off.',
      ),
    ],
  },
  {
    name: 'server-protocol-violation',
    pattern: /^5\d\d (?:5\.\d\.\d)? {0,2}Protocol violation\.?\s{0,4}(?:\(in reply|$)/i,
    reason: 'policy-refused',
    meaning:
      'The server says that the client broke the rules of the protocol; filters say so of clients that send too early or in an odd way.',
    source: 'RFC 5321 4.3.1',
    sisimai: 'policyviolation',
  },
  {
    name: 'server-line-length',
    pattern: /^500 {1,3}Line limit exceeded/i,
    reason: 'message-malformed',
    meaning: 'A line of the message is longer than the server takes; RFC 5321 allows 1000 octets.',
    source: 'RFC 5321 4.5.3.1.6',
    sisimai: 'mesgtoobig',
  },
]);

/** Words about the dialogue: commands and their order, line ends, extensions. */
export const protocolTexts = ranked('transport', [
  {
    name: 'bare-line-feed',
    pattern: /bare (?:newline|LF|line ?feeds?|<LF>)|unexpected newline/i,
    reason: 'message-malformed',
    meaning: 'The client ends lines with LF alone; servers refuse that to stop smuggled messages.',
    source: ['RFC 5321 2.3.8', 'postconf smtpd_forbid_bare_newline'],
    next: [act('Make the sending program end each line with CR LF.')],
  },
  {
    name: 'pipelining-not-supported',
    pattern: /Pipelining not supported/i,
    reason: 'command-order',
    meaning: 'The client sent commands without waiting for the replies, and the server does not allow that.',
    source: 'RFC 2920',
    next: [act('Wait for each reply before the next command.')],
  },
  {
    name: 'talked-too-early',
    confidence: 'medium',
    pattern:
      /SMTP protocol (?:error|violation)|(?:talked|spoke|sent|command) too early|before (?:the )?(?:greeting|banner)/i,
    holds: 'coded',
    reason: 'command-order',
    meaning: 'The client sent commands before the server asked for them.',
    source: ['RFC 2920 3.1', 'postscreen'],
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
  {
    name: 'smtputf8-missing',
    pattern:
      /SMTPUTF8 (?:is )?(?:required|not (?:supported|offered|available))|requires SMTPUTF8|non-ASCII addresses? (?:is |are )?not (?:permitted|allowed|supported)/i,
    reason: 'feature-missing',
    meaning: 'An address or header has letters beyond ASCII, and the next server does not take them.',
    source: 'RFC 6531',
    next: [act('Use addresses with plain ASCII letters.')],
  },
  {
    name: 'need-mail-first',
    wins: ['bad-argument'],
    pattern:
      /need (?:MAIL|RCPT)(?: \(\w{1,20}\))?(?: command| before)?|(?:MAIL|RCPT) first|(?:MAIL|RCPT)(?: FROM| TO)? command (?:expected|required)|no (?:recipient|sender) specified|sender (?:already|not yet) (?:specified|given)|nested MAIL/i,
    holds: 'coded',
    reason: 'command-order',
    meaning: 'The command before this one is missing or was refused.',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'hello-and-login-first',
    wins: ['hello-first'],
    pattern: /need (?:HELO|EHLO)(?:\/EHLO)? (?:and|&) AUTH\b/i,
    holds: 'coded',
    reason: 'login-required',
    meaning: 'The server wants EHLO and a login before this command.',
    source: ['RFC 5321 4.1.4', 'RFC 4954 6'],
  },
  {
    name: 'hello-first',
    pattern: /(?:send|polite people say|say|need) (?:HELO|EHLO|hello)(?:\/EHLO)?(?: first)?|(?:HELO|EHLO) first/i,
    holds: 'coded',
    reason: 'command-order',
    meaning: 'The server wants EHLO before this command; after STARTTLS it wants EHLO again.',
    source: ['RFC 5321 4.1.4', 'RFC 3207 4.2'],
    next: [act('Send EHLO first, and once more after STARTTLS.')],
  },
  {
    name: 'bad-sequence',
    pattern:
      /bad sequence of commands|command not allowed at this point|commands? out of (?:order|sequence)|Already identified|duplicate (?:HELO|EHLO)|already authenticated/i,
    reason: 'command-order',
    meaning: 'The command came at the wrong point of the session.',
    source: 'RFC 5321 4.1.4',
  },
  {
    name: 'bad-argument',
    also: /^(?!\d{3} 5\.1\.[37] )/,
    pattern:
      /syntax error in (?:parameters|arguments)|(?:bad|invalid) (?:address )?syntax|malformed address|invalid address\b|invalid (?:command )?arguments?: |invalid domain name|bad (?:sender|recipient)(?:'s)? (?:mailbox )?address syntax|domain (?:name )?required/i,
    holds: 'coded',
    confidence: 'medium',
    reason: 'command-malformed',
    meaning: 'The argument of the command is wrong.',
    source: 'RFC 5321 4.2.2',
  },
  {
    name: 'command-unknown',
    vague: true,
    pattern:
      /(?:command|verb) (?:not |un)(?:recogni[sz]ed|known|implemented|supported)|(?:un(?:recogni[sz]ed|known|implemented)|invalid|bad) (?:smtp )?command|command (?:is )?disabled|syntax error, command/i,
    holds: 'coded',
    reason: 'command-unknown',
    meaning: 'The server does not know this command or does not allow it.',
    source: 'RFC 5321 4.2.2, 4.2.4',
  },
  {
    name: 'tls-already',
    pattern:
      /(?:STARTTLS|TLS|command)[^\n]{0,30}\b(?:not (?:permitted|allowed|available)|already|refused)\b[^\n]{0,30}\b(?:when|while|in|since|as)?\b[^\n]{0,12}\b(?:TLS|SSL|encrypted)\b[^\n]{0,20}\b(?:active|started|in use|negotiated|established)|(?:TLS|SSL) (?:is |session |connection )?already (?:active|started|in use|established|negotiated)/i,
    reason: 'command-order',
    meaning: 'The client asked for STARTTLS on a connection that is encrypted already.',
    source: 'RFC 3207 4.2',
    retry: 'later',
    transientRetry: 'later',
    next: [act('Set the program to TLS from the start on port 465, or to STARTTLS on port 587, and not to both.')],
  },
]);
