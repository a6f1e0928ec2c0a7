/** What tools say about a connection, beside the conversation itself. */

const CONNECTION =
  /^(?:Trying [\w.:[\]-]{1,255}(?:\.\.\.|…)?|=== Trying .{1,300}|\* {1,4}Trying \S{1,300}|(?:[A-Za-z]:\\[^>]{0,200}>|[$#>] ?|\S{0,60}[$#>] )?telnet[ \t]+\S.{0,200}|CONNECTED\([0-9A-Fa-f]{1,16}\)|Ncat: Version .{1,60}|.{0,120}A connection was (?:accepted from|opened to).{0,200}|.{0,60}Connection established to .{1,200}|# SMTP probe of .{1,300})$/i;

/** Whether the line says that a connection is being made, so that what follows is a session of its own. */
export const opensConnection = (line: string): boolean => line.length <= 400 && CONNECTION.test(line.trim());

const NOTE =
  /^(?:Connected to |Escape character is |Connection (?:to .{1,200} )?(?:closed|lost|reset|timed out)|Ncat: |DONE$|---$|depth=\d|verify |read R BLOCK|Can't use SSL_get_servername|DEBUG(?: SMTPS?)?: |=== |\*\*\* |Connecting |Closing connection|Press any key|telnet: |nc: |Last login|Microsoft (?:Telnet|Windows)|Welcome to Microsoft Telnet)/i;

export const isNote = (line: string): boolean => opensConnection(line) || NOTE.test(line);
