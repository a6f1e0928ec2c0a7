import type { Stage } from '../smtp/verbs.ts';
import { atEnd } from '../text/atEnd.ts';

/** In which small letters a log line, a report or a program's error says what a reply answers. */
const places: readonly RegExp[] = [
  /in reply to (end of data|rcpt to|mail from|data|ehlo|helo|starttls) command/,
  /after (?:pipelined )?(end of data|rcpt to|mail from|data|ehlo|helo|starttls|initial connection)\b/,
  /reject: (end-of-message|rcpt|mail|data|ehlo|helo|connect)\b/,
  /(status=sent)/,
  /(refused to talk to me)/,
];

const stages: Readonly<Record<string, Stage>> = {
  'end of data': '(data)',
  'end-of-message': '(data)',
  'status=sent': '(data)',
  'rcpt to': 'RCPT',
  rcpt: 'RCPT',
  'mail from': 'MAIL',
  mail: 'MAIL',
  data: 'DATA',
  ehlo: 'EHLO',
  helo: 'EHLO',
  starttls: 'STARTTLS',
  connect: 'connect',
  'initial connection': 'connect',
  'refused to talk to me': 'connect',
};

/** The stage that a log line or report names in its own words. */
export function stageOf(text: string): Stage {
  const lower = text.toLowerCase();
  for (const pattern of places) {
    const place = pattern.exec(lower)?.[1];
    if (place !== undefined) return stages[place] ?? '?';
  }
  return '?';
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
      'SMTPSenderRefused|SenderFailedException|\\bmail from|set(?:ting)? (?:the )?(?:sender|from)[^:\\n]{0,60}|from address[^:\\n]{0,20} failed[^:\\n]{0,80}(?::[^:\\n]{0,80})?|MAIL FROM ?:[^:\\n]{0,80}',
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
