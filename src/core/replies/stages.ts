import type { Stage } from '../smtp/verbs.ts';
import { atEnd } from '../text/atEnd.ts';

/** What a log line, a report or a program's error says of the place of a reply in the session. */
const stages: readonly (readonly [RegExp, Stage])[] = [
  [/in reply to end of DATA command|after (?:pipelined )?end of data|reject: END-OF-MESSAGE|status=sent/i, '(data)'],
  [/in reply to RCPT TO command|after (?:pipelined )?RCPT TO|reject: RCPT from/i, 'RCPT'],
  [/in reply to MAIL FROM command|after (?:pipelined )?MAIL FROM|reject: MAIL from/i, 'MAIL'],
  [/in reply to DATA command|after (?:pipelined )?DATA\b|reject: DATA from/i, 'DATA'],
  [/in reply to (?:EHLO|HELO) command|after (?:EHLO|HELO)|reject: (?:EHLO|HELO) from/i, 'EHLO'],
  [/in reply to STARTTLS command|after STARTTLS/i, 'STARTTLS'],
  [/refused to talk to me|after initial connection|reject: CONNECT from/i, 'connect'],
];

/** One of these stands in every text that names its stage; most texts name none. */
const cues = ['in reply to', 'after ', 'reject: ', 'status=sent', 'refused to talk'];

/** The stage that a log line or report names in its own words. */
export function stageOf(text: string): Stage {
  const lower = text.toLowerCase();
  if (!cues.some((cue) => lower.includes(cue))) return '?';
  return stages.find(([pattern]) => pattern.test(text))?.[1] ?? '?';
}

/** What programs put in front of a reply, that tells which command it answers, by what each of it holds. */
const inFront: readonly (readonly [cues: readonly string[], (text: string) => boolean, Stage])[] = (
  [
    [
      ['auth', 'login'],
      'SMTPAuthentication\\w{0,20}|AuthenticationFailedException|AuthenticationException|SmtpAuth\\w{0,20}|\\bauth(?:entication|enticate|enticating)?(?: (?:plain|login|cram-md5|xoauth2|failed|failure|error|command|using)){0,3}|failed to authenticate[^:\\n]{0,60}|EAUTH|invalid login|login failed|SASL authentication failed; server \\S{1,300} said',
      'AUTH',
    ],
    [
      ['recipient', 'rcpt', 'addressfailed'],
      'SMTPRecipients?Refused(?:: \\{.{0,100})?|AddressFailedException|\\brcpt(?: to)?|set(?:ting)? (?:the )?recipients?[^:\\n]{0,60}|recipients? (?:address )?(?:failed|rejected|refused|command failed)[^:\\n]{0,40}(?::[^:\\n]{0,80})?|RCPT TO ?:[^:\\n]{0,80}',
      'RCPT',
    ],
    [
      ['sender', 'from'],
      'SMTPSenderRefused|SenderFailedException|\\bmail from|set(?:ting)? (?:the )?(?:sender|from)[^:\\n]{0,60}|from address[^:\\n]{0,20} failed[^:\\n]{0,80}|MAIL FROM ?:[^:\\n]{0,80}',
      'MAIL',
    ],
    [['data'], 'SMTPDataError|\\bend of data|message data', '(data)'],
    [
      ['smtpconnect', 'banner', 'greeting'],
      'SMTPConnectError|\\bbanner|\\bgreeting|invalid greeting[^:\\n]{0,40}',
      'connect',
    ],
    [['ehlo', 'helo'], 'SMTPHeloError|\\behlo|\\bhelo', 'EHLO'],
  ] as const
).map(([cues, source, stage]) => [cues, atEnd(new RegExp(`(?:${source})[:"'( {[]{0,8}$`, 'i')), stage]);

/** The stage that the words of a reply or what stands in front of it tell. */
export function stageAround(before: string, reply: string): Stage {
  const named = stageOf(`${before} ${reply}`);
  if (named !== '?' || before === '') return named;
  const lower = before.toLowerCase();
  return inFront.find(([cues, endsIn]) => cues.some((cue) => lower.includes(cue)) && endsIn(before))?.[2] ?? '?';
}
