import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import type { FoundReply } from './foundReply.ts';

/** How a program tells that sending failed and repeats the server's words without their codes. */
interface FailureRow {
  /** Ends where the words start; `who` is whom it was about. */
  readonly pattern: RegExp;
  readonly stage?: Stage;
  readonly about?: 'recipient' | 'sender';
  /** Lines below that may belong to the words: those of a reply, without codes. */
  readonly lines?: number;
}

const WHO = '<?(?<who>[^\\s<>"\'“”„«»(),;]{1,64}@[^\\s<>"\'“”«»(),;:]{1,255})>?';

const rows: readonly FailureRow[] = [
  {
    pattern: new RegExp(`The following recipients failed: ${WHO} ?: ?`, 'i'),
    stage: 'RCPT',
    about: 'recipient',
    lines: 3,
  },
  {
    pattern: new RegExp(`The following From address failed: ${WHO} ?: ?`, 'i'),
    stage: 'MAIL',
    about: 'sender',
    lines: 3,
  },
  // Libraries that tell of all recipients at once, and leave out what the server said.
  {
    pattern:
      /(?:error|exception|fail\w{0,5}|can'?t send|cannot send)\b[^\n]{0,120}?\b(?=(?:all|none of the|no) (?:recipients?|addresses)\b[^\n]{0,20}\b(?:rejected|refused|accepted|failed)\b|unable to send to all recipients\b)|\b(?=SMTPRecipientsRefused: \{\}|SMTP Error: The following recipients failed|SMTP listener doesn't like recipient)/i,
    stage: 'RCPT',
  },
  {
    // .NET, in the languages of its messages; mail programs that repeat what the server said.
    pattern:
      /(?:server response was|(?:mail |smtp |outgoing )?server (?:responded|said|replied|answered|returned|reported)|server'?s? (?:response|reply|error|message)|serverantwort (?:war|lautete?)|antwort des servers(?: war)?|server antwortete|réponse du serveur(?: était)?|le serveur a répondu|respuesta del servidor(?: fue)?|servidor respondió|risposta del server(?: è stata)?|il server ha risposto|resposta do servidor(?: foi)?|servidor respondeu|antwoord van de server(?: was)?|odpowiedź serwera|ответ сервера|сервер ответил|服务器响应为|服务器返回|サーバーの応答)\s{0,2}[:：] {0,3}["'“«„]?/iu,
  },
  {
    pattern:
      /\b[\w.$]{0,80}(?:mail|smtp|messaging|send|transport|address|auth)\w{0,30}(?:exception|error|refused|failed)(?: \([\w ]{1,40}\)| with message)?:?[*_`]{0,2} {1,3}["'`]?(?=[<\p{Lu}])/iu,
  },
  // Errors of the connection, by their classes, in the log of what sends mail.
  {
    pattern:
      /\b(?:smtp|e-?mails?)\b[^\n]{0,200}?\b(?=(?:SMTPServerDisconnected|SMTPConnectError|(?:SSL|Connection|Socket|Timeout)\w{0,20}Error|ssl\.\w{0,20}Error|socket\.(?:gaierror|timeout|error))\b)/,
  },
  // A program that says that it could not send, and then the words that it got.
  {
    pattern:
      /(?:\b(?:error|fail\w{0,4}|unable|could not|cannot)(?: \w{2,10}){0,3} (?:send|deliver)\w{0,3}\b|mail (?:could not be sent|send\w{0,3} (?:fail|err)\w{2,3})|Fehler beim (?:Vers|S)enden|\b(?:envoi|enviar|invio)\b|发送\S{0,4}失败)[^\n:：]{0,80}[:：] {0,3}["'“«„]?(?=\p{L})/iu,
  },
  // A person's list: `Bert, to bob@fabrikam.test: Host not found`.
  {
    pattern: new RegExp(
      `^[^@:\\n]{0,60}(?<![\\p{L}\\d_])(?:to|for|an|für|à|pour|para|a) ${WHO}: {1,3}["'“„«]?(?=\\p{L})`,
      'iu',
    ),
    about: 'recipient',
  },
  // A line of a program's log on mail, with its time in front.
  {
    pattern:
      /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?=[^\n]{0,500}?(?:smtp|mail|send))[^\n]{0,80}?(?:\b(?:error|critical|fail\w{0,4})\b[^\n:]{0,80}: )(?=\p{L})/iu,
  },
  // Dialogs of mail programs: Outlook's numbers, and the address that was refused.
  { pattern: /(?:error|fehler|erreur|errore?|erro|fout|błąd|ошибка)[^\w\n]{1,12}(?=0x800[4C][0-9A-F]{4}\b)/iu },
  {
    pattern: new RegExp(
      `\\b(?=(?:recipient|empfänger|destinataire|destinat[aá]rio)[^\\n@]{0,80}?(?:[“„"'«]{0,2})${WHO})(?=[^\\n]{0,200}(?:server|serveur|servidor))`,
      'iu',
    ),
    stage: 'RCPT',
    about: 'recipient',
  },
  // What sendmail says of a delivery, in somebody's sentence.
  { pattern: /\bstat=(?:Deferred: )?(?=[A-Z][a-z]+ [a-z])/ },
  // Postfix's words, of which somebody left out the code.
  {
    pattern:
      /(?:^|[\s>"'`(])(?=(?:<[^<>\s]{1,320}>: )?(?:(?:Helo|Data) command|(?:Recipient|Sender) address|Client host|Relay access) (?:rejected|denied)\b)/,
  },
  // The same of a name; behind an address and a colon it is one of somebody's list.
  {
    pattern:
      /(?:^|[\s>"'`(])(?=(?:<[^<>\s]{1,320}>: )?Host or domain name not found\. Name service error\b)(?<!@[\w.-]{1,253}: )/,
  },
  // Errors of Exchange's store, which name themselves.
  { pattern: /(?=\bMapiException[A-Z]\w{3,60}[;:.])/ },
  // The last step of a trace of Exchange.
  { pattern: /(?=\bdelivered to the folder: ?(?:DefaultFolderType:)?Junk)/i },
  // What libraries of PHP say where no answer came.
  { pattern: /\b(?=but got (?:code \\{0,3}["']\\{0,3}["']|an empty response))/i },
  // Nodemailer's own codes.
  {
    pattern:
      /\bError: (?=[^\n]{3,300}\bcode["']?: ?["']E(?:AUTH|CONNECTION|DNS|ENVELOPE|MESSAGE|PROTOCOL|SOCKET|STREAM|TLS)\b)/,
  },
  // Go's end of a stream behind what was to be sent.
  { pattern: /\b(?:e-?mails?|smtp|notifications?)\b[^\n]{0,400}?(?:[:=] ?["']?|, )(?=(?:unexpected )?EOF\b)/i },
  // PowerShell, in the languages of its messages, and Net_SMTP of PHP.
  {
    pattern:
      /(?:^|[\s"'(>])(?:Exception calling|Ausnahme beim Aufrufen von|Exception lors de l['’]appel de|Excepción al llamar a|Eccezione durante la chiamata di|Exceção ao chamar|Uitzondering bij het aanroepen van|Wyjątek podczas wywoływania|Исключение при вызове) ["«“„](?:Send|Connect|Authenticate)["»”“][^\n:]{0,60}: {1,3}["«“„]/iu,
    lines: 1,
  },
  { pattern: /(?=\bFailed to [^\n[]{3,300} \[SMTP: Invalid response code received from server \(code: -1)/i },
  // What is to send is not there.
  {
    pattern:
      /(?=\bNo MTA installed\b|\b(?:sendmail|mailx?|msmtp|ssmtp)['"]?: (?:command )?not found\b|(?:\bexec: "|\bspawn |\bNo such file or directory: ["'])(?:\/usr\/\S{1,30}\/)?(?:sendmail|mailx?|msmtp)\b)/i,
  },
  // OSSEC and Wazuh, by the command that was refused.
  { pattern: /\b(?=Mail from not accepted by server)/i, stage: 'MAIL' },
  { pattern: /\b(?=RCPT TO not accepted by server)/i, stage: 'RCPT' },
  { pattern: /\b(?=(?:End of )?DATA not accepted by (?:the )?server)/i, stage: '(data)' },
  // What Exim says of a host, on a line that was cut off in front.
  { pattern: /\bdefer \(-?\d{1,3}\): /i },
  {
    pattern:
      /\b(?:mailer error|smtp error|smtp server error|sendmail|msmtp|postdrop|mailx?|s-nail|ssmtp|nullmailer(?:-\w{1,10})?|sendemail|exim4?|smtpctl|postfix\/[\w/-]{1,30}\[[\d#]{1,10}\]: (?:fatal|panic)): {1,3}["']?/i,
  },
];

/** Characters of a line that are looked at. */
const WIDTH = 1000;

/** The failure that a line tells in a server's words without a code; `end` is where the text around it ends. */
export function failureIn(text: string, lineStart: number, lineEnd: number, end: number): FoundReply | undefined {
  const line = text.slice(lineStart, Math.min(lineEnd, lineStart + WIDTH));
  for (const { pattern, stage = '?', about, lines = 0 } of rows) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const start = lineStart + match.index + match[0].length;
    const to = lineEnd >= end || lines === 0 ? lineEnd : behindLines(text, lineEnd, end, lines);
    if (!/\p{L}{2}/u.test(text.slice(start, to))) continue;
    const who = match.groups?.who;
    return {
      start,
      end: to,
      text: text.slice(start, to),
      words: { start, end: to },
      frame: 'failure',
      sureness: 'doubtful',
      stage,
      ...defined({
        recipient: about === 'recipient' ? who : undefined,
        sender: about === 'sender' ? who : undefined,
      }),
    };
  }
  return undefined;
}

/** Where the last of so many lines below ends that are not empty and short as the lines of a reply are. */
function behindLines(text: string, lineEnd: number, end: number, most: number): number {
  let to = lineEnd;
  for (let count = 0; count < most; count++) {
    const start = text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? to + 2 : to + 1;
    let next = start;
    while (next < end && next - start < 200 && text.charCodeAt(next) !== 10 && text.charCodeAt(next) !== 13) next++;
    if (next - start >= 200 || text.slice(start, next).trim() === '') break;
    to = next;
  }
  return to;
}
