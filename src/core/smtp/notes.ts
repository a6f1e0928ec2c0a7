/** What tools say about a connection, beside the conversation itself. */

const CONNECTION =
  /^(?:Trying [\w.:[\]-]{1,255}(?:\.\.\.|…)?|=== Trying .{1,300}|\* {1,4}Trying \S{1,300}|(?:(?:PS )?[A-Za-z]:\\[^>]{0,200}> ?|[$#>] ?|\S{0,60}[$#>] |\[[^\]]{1,80}\][$#] ?)?(?:telnet|openssl s_client|ncat?|gnutls-cli|swaks)[ \t]+\S.{0,300}|CONNECTED\([0-9A-Fa-f]{1,16}\)|Ncat: Version .{1,60}|Connecting to '[^']{1,255}'\.\.\.|Connecting to \S{1,255} \[[\w.:]{1,60}\](?::\d{1,5})?.{0,200}|\S{1,320}\.\.\. Connecting to .{1,300}|trying host \S{1,255} port \d{1,5}\.\.\.|\.\.\. while talking to \S{1,255}|DEBUG SMTPS?: trying to connect to .{1,300}|connect: to \(.{1,300}|.{0,120}A connection was (?:accepted from|opened to).{0,200}|.{0,60}Connection established to .{1,200}|Connected to (?:smtp|smtps):\/\/.{1,300}|Connection opened: .{1,300}|\[ ?\d{1,10}\] (?:Accepting|Attempting) SMTP connection .{1,200}|# SMTP probe of .{1,300}|Follow: tcp,.{1,40})$/i;

/** A word of each of these notices, to look no further at most lines. */
const HINT =
  /onnect(?:ing|ion|ed to|: to)|rying |telnet|s_client|ncat?[ :]|gnutls-cli|swaks|ONNECTED|talking to|SMTP (?:probe|connection)|^Follow: /;

/** The words of each of them: most lines that speak of a connection say that it was made or closed. */
const WORDS =
  /onnecting to |onnection (?:was|established|opened)|smtps?:\/\/|rying |telnet[ \t]|s_client[ \t]|ncat?[ \t]|ncat: version|gnutls-cli[ \t]|swaks[ \t]|connected\(|connect: to \(|talking to|(?:accepting|attempting) smtp|smtp probe of|^follow: /i;

/** Whether the line says that a connection is being made, so that what follows is a session of its own. */
export const opensConnection = (line: string): boolean =>
  line.length <= 600 && HINT.test(line) && WORDS.test(line) && CONNECTION.test(line.trim());

const NOTE =
  /^(?:Connected to |Escape character is |Connection (?:to .{1,200} )?(?:\S{1,255} \d{1,5} port )?\S{0,60} ?(?:closed|lost|reset|timed out|succeeded|refused|with)|Ncat: |DONE$|closed$|---$|depth=\d|verify |read R BLOCK|RENEGOTIATING|CONNECTION ESTABLISHED|Can't use SSL_get_servername|DEBUG(?: SMTPS?)?: |=== |\*\*\* |\*\*\*\* |Connecting |Closing connection|Press any key|telnet: |nc: |Last login|Microsoft (?:Telnet|Windows)|Welcome to Microsoft Telnet|Processed \d|Resolving '|- |LOG: |>>> |cmdlog: |`{3}|~{3}|\S{1,320}\.\.\. |Protocol {0,2}(?:version)?:|Ciphersuite:|Peer certificate|Hash used|Signature type|Verification|Server Temp Key)/i;

/** What a tool says with a line: that it makes a connection, or something else about one. */
export const noteKind = (line: string): 'opening' | 'note' | undefined =>
  opensConnection(line) ? 'opening' : NOTE.test(line) ? 'note' : undefined;

const CLOSED =
  /^(?:Connection (?:to .{1,200} )?(?:closed|lost|reset)|=== Connection closed|\*\*\* |\* (?:Closing|Connection|shutting)|Closing connection|DONE$|closed$|Press any key|connection closed|- Peer has closed)/i;

/** Whether the line says that the connection is over. */
export const closesConnection = (line: string): boolean => CLOSED.test(line.slice(0, 300));
