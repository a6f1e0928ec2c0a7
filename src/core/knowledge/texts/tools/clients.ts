import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const settings = act('Check host name, port and kind of encryption in the settings of the program that sends.');

/** What mail programs and libraries say when they could not send, without a reply of a server. */
export const clientErrors = ranked('tool', [
  {
    name: 'client-credentials-missing',
    wins: ['sasl-credentials-rejected'],
    pattern:
      /Missing credentials for|no password specified\?|missing (?:user ?name|password) for SMTP|smtpPasswordUndefined|SMTP (?:user(?:name)?|password) (?:is )?(?:not (?:set|configured)|missing|empty)/i,
    reason: 'login-required',
    meaning: 'The program that sends has no user name or no password to log in with.',
    source: ['nodemailer', 'jakarta-mail'],
    next: [
      act(
        'Set user name and password, and check that the program reads them: an empty environment variable is common.',
      ),
    ],
  },
  {
    name: 'client-refuses-unencrypted-login',
    pattern:
      /^[^\n]{0,120}\bunencrypted connection\s{0,5}$|refus(?:es|ed|ing) to (?:log ?in|authenticate|send (?:the )?(?:password|credentials)) (?:over an? )?(?:unencrypted|insecure|plaintext)|cannot use a secure authentication method|(?:password|credentials) (?:would|will) (?:not )?be sent (?:in (?:the )?clear|unencrypted)/i,
    reason: 'tls-required',
    meaning: 'The program does not send the password over a connection that is not encrypted.',
    source: ['go-smtp', 'msmtp', 'RFC 8314 3'],
    next: [
      act('Switch TLS on: STARTTLS on port 587, or TLS from the start on port 465.'),
      probe.server('Check that the server offers STARTTLS, and that no firewall takes the offer away.'),
    ],
  },
  {
    name: 'client-wrong-host-name',
    pattern: /^[^\n]{0,120}\bwrong host name\s{0,5}$/i,
    reason: 'login-failed',
    meaning: 'The program was told to log in at another host than the one that it is connected to.',
    source: 'go-smtp',
    actor: 'sending admin',
    next: [act('Use the same host name for the connection and for the login in the program that sends.')],
  },
  {
    name: 'client-not-encrypted-by-server',
    wins: ['tls-not-offered'],
    pattern:
      /Server does not support secure connections|does not support TLS via the STARTTLS command|server does(?: not|n't) (?:advertise|announce) STARTTLS|it doesn[’']?t advertise that capability/i,
    reason: 'tls-required',
    meaning: 'This program wants STARTTLS, and the server does not offer it on this port.',
    source: ['dotnet-mail', 'msmtp', 'thunderbird'],
    next: [
      act('Use port 587 with STARTTLS, or port 465 with TLS from the start, as the provider says.'),
      probe.server('Check that no firewall takes STARTTLS out of the answer to EHLO.'),
    ],
  },
  {
    name: 'client-login-failed',
    pattern:
      /SMTP Error: Could not authenticate|Unable to authenticate to Outgoing server|Username or password is incorrect to Outgoing server|Failed to authenticate on SMTP server|0x800CCC92|0x800CCC90|authentication failed \(method \w{2,20}\)|Could not authenticate to (?:the )?(?:SMTP|mail) server|(?:\bCDO\b|SMTP)[^\n]{1,300}\b0x80040217\b/i,
    reason: 'login-failed',
    meaning: 'The program could not log in: the server did not accept user name, password or mechanism.',
    source: ['phpmailer', 'thunderbird', 'msmtp', 'outlook-errors', 'cdo-errors'],
  },
  {
    name: 'client-login-method',
    pattern:
      /does not support (?:the selected |encrypted )?(?:authentication method|passwords|authentication)|does not seem to support encrypted passwords|authentication method \w{2,20} not supported|cannot find a usable authentication method|0x800CCC80|smtp: server doesn't support AUTH/i,
    reason: 'login-failed',
    meaning:
      'Program and server have no way to log in in common; often TLS must come first, or another method be chosen.',
    source: ['thunderbird', 'msmtp', 'go-smtp', 'outlook-errors'],
    actor: 'sending admin',
    next: [
      act('Choose another authentication method (“Normal password” over TLS, or OAuth2) in the settings.'),
      probe.server('Look at the AUTH line after EHLO, before and after STARTTLS.'),
    ],
  },
  {
    name: 'client-timed-out',
    wins: ['postfix-reply-timeout'],
    pattern:
      /Read timed out|unexpectedly closed: (?:The read operation )?timed out|SocketTimeoutException|socket\.timeout|Net::(?:Open|Read)Timeout|The operation (?:has )?timed out|Greeting never received|Failed to receive the SMTP banner|\bBanner not received from server|connection to (?:the )?(?:Outgoing )?server (?:\(SMTP\) )?\S{1,255} timed out|SMTP timeout (?:after|while)|TimeoutError\b|0x800CCC19|0x8004210B|response (?:was )?not received in time/i,
    reason: 'connection-failed',
    meaning:
      'The server did not answer in the time that the program waits: wrong port or encryption, a firewall, or a slow server.',
    source: ['nodemailer', 'jakarta-mail', 'python-smtplib', 'thunderbird', 'outlook-errors'],
    actor: 'sending admin',
    next: [
      settings,
      probe.server('Test the connection to this host and port from the sending machine: many networks block port 25.'),
      again('Try again with a longer time limit if the server only is slow.'),
    ],
  },
  {
    name: 'client-not-connected',
    pattern:
      /SMTP connect\(\) failed|SMTP Error: Could not connect|net_smtp: Failed to connect|Unable to connect to (?:the )?Outgoing server|connecting to Outgoing server \(SMTP\)|Failed to connect (?:to )?(?:the )?(?:SMTP|mail) ?server|cannot connect to \S{1,255}, port \d|ssmtp: Cannot open|0x800CCC0E|0x80042109|(?:\bCDO\b|SMTP)[^\n]{1,300}\b0x80040213\b|(?:Failure sending mail|Fehler beim Senden von Mail|Échec (?:de l['’]envoi|d['’]envoi) (?:du|de) courrier|Error al enviar (?:el )?correo|Errore durante l['’]invio (?:della posta|di posta)|Fout bij het verzenden van e-?mail|Falha (?:no envio de|ao enviar) e-?mail|Błąd podczas wysyłania (?:poczty|wiadomości)|Сбой при отправке (?:почты|сообщения электронной почты)|发送邮件失败)[.。]?\W{0,8}$|\bSmtpException: [^:\n]{3,60}[.。] -{1,3}> System\.(?:Net|IO)\.|\bwithout being connected\b|The server .{1,100} cannot be contacted on port|Error connecting [\d.:-]{1,60} to \S{1,255}:\d{1,5}|^[^\n]{0,200}\bFailed to connect to \S{3,255}(?::\d{1,5})? \[SMTP: /i,
    reason: 'connection-failed',
    meaning:
      'The program got no connection to the server; the words do not tell whether it was refused or not answered.',
    source: ['phpmailer', 'thunderbird', 'msmtp', 'dotnet-mail', 'outlook-errors', 'cdo-errors'],
    actor: 'sending admin',
    next: [settings, probe.server('Test the connection to this host and port from the sending machine.')],
  },
  {
    name: 'client-answer-of-no-server',
    pattern:
      /The server committed a protocol violation|Got bad greeting from SMTP host|not an? (?:valid )?SMTP (?:response|reply|server)/i,
    reason: 'connection-failed',
    meaning:
      'What answered does not speak SMTP as the program expects it: another service, another encryption, or nothing.',
    source: ['dotnet-mail', 'jakarta-mail'],
    actor: 'sending admin',
    next: [
      settings,
      probe.server('Connect by hand (telnet, openssl s_client) and look at the first line: it must begin with 220.'),
    ],
  },
  {
    name: 'client-connection-cut',
    pattern:
      /Unexpected socket close|Connection or outbound has (?:been )?closed|Connection closed unexpectedly|connection to (?:the )?Outgoing server \(SMTP\) \S{1,255} was lost|\bend of file reached\b|0x800CCC0F|0x80042108|Connection dropped by server\?|transport(?: is)? closed before|^\D[^\n]{0,99}closing transmission channel|net_io_connectionclosed|Unable to read data from the transport connection(?!: .{0,60}(?:TLS|SSL))/i,
    reason: 'connection-failed',
    meaning: 'The server, or something between, cut the connection before the message was sent.',
    source: ['nodemailer', 'thunderbird', 'jakarta-mail', 'outlook-errors', 'dotnet-mail'],
    actor: 'sending admin',
    next: [
      act.server(
        'Check that port and encryption fit together: 465 wants TLS from the start, 587 and 25 want STARTTLS.',
      ),
      act('Look in the log of the server at this time.', 'receiving admin'),
    ],
  },
  {
    name: 'client-server-unknown',
    wins: ['dns-nxdomain'],
    pattern:
      /Name or service not known|nodename nor servname provided|No such host is known|H.te inconnu|Der angegebene Host ist unbekannt|getaddrinfo ENOTFOUND|\bcode\W{1,6}EDNS\b|getaddrinfo failed|The remote name could not be resolved|Der Remotename konnte nicht aufgelöst werden|Le nom distant n['’]a pas pu être résolu|No se puede resolver el nombre remoto|Impossibile risolvere il nome remoto|Não foi possível resolver o nome remoto|未能解析此远程名称|UnknownHostException|Unknown SMTP host|the SMTP host was not found|cannot locate host|(?:could not|cannot|can.t|unable to|failed to) (?:resolve|translate) (?:the )?(?:remote |server )?host(?: ?name)?\b(?! (?:of|for)\b)|Outgoing server \(SMTP\) \S{1,255} is unknown|0x800CCC0D|failed to lookup address information|lookup \S{1,255}(?: on \S{1,100})?: no such host|queryA{1,4} ENOTFOUND/i,
    reason: 'domain-not-found',
    meaning: 'The name of the server that the program was to connect to is not known in DNS.',
    source: ['getaddrinfo EAI_NONAME', 'nodemailer', 'jakarta-mail', 'dotnet-mail', 'thunderbird'],
    actor: 'sending admin',
    retry: 'later',
    next: [
      act(
        'Check the host name of the server, as it was typed or stands in the settings of the program: letters, blanks, a scheme in front of it.',
      ),
      probe('Look the name up from the machine that sends: its resolver may not know it.'),
    ],
  },
  {
    name: 'client-encryption-mismatch',
    pattern: /0x800CCC1A|0x800CCC7D|SSL_ERROR_RX_RECORD|smtps? port .{1,40} does not use TLS/i,
    reason: 'tls-failed',
    meaning: 'The kind of encryption in the settings does not fit the port of the server.',
    source: 'outlook-errors',
    actor: 'sending admin',
    next: [settings],
  },
  {
    name: 'client-no-recipients',
    pattern:
      /No recipients defined|no recipients found|A recipient must be specified|You must provide at least one recipient|No recipient addresses|0x800CCC78(?=.{0,40}recipient)/i,
    reason: 'command-order',
    meaning: 'The message has no recipient, so that there is nobody to send it to.',
    source: ['nodemailer', 'phpmailer', 'msmtp', 'dotnet-mail'],
    next: [act('Give the message at least one recipient.')],
  },
  {
    name: 'client-data-refused',
    pattern:
      /SMTP Error: data not accepted|0x800CCC6F|(?:^|[^\w ]) {0,2}(?:End of )?DATA not accepted by (?:the )?server/i,
    reason: 'unrecognized',
    meaning:
      'The server did not take the message after it was sent; the program does not say what the server answered.',
    source: ['phpmailer', 'outlook-errors', 'ossec-code'],
    actor: 'sending admin',
    next: [act('Switch the debug output of the program on and look for the reply of the server.')],
  },
  {
    name: 'client-sender-refused',
    pattern:
      /SMTP Error: (?:The following From address failed|MAIL FROM command failed)|An error occurred while sending mail: The mail server responded|envelope from address \S{1,320} not accepted by the server|sender address \S{0,320} ?was rejected by the server|\bMail from not accepted by server|0x800CCC78/i,
    reason: 'sender-refused',
    meaning: 'The server did not accept the sender address; often it is not that of the login.',
    source: ['phpmailer', 'msmtp', 'outlook-errors'],
    next: [act('Send with an address that belongs to the account of the login.')],
  },
  {
    name: 'client-recipient-refused',
    pattern:
      /SMTP Error: The following recipients failed|Unable to send to (?:all recipients|a recipient)\b|SMTP listener doesn't like recipient address|recipient address \S{1,320} not accepted by the server|recipient \S{1,320} was rejected by the server|\bRCPT TO not accepted by server|0x800CCC79/i,
    reason: 'unrecognized',
    meaning:
      'The server refused the recipient: an address that it does not know, or an outside domain without a login.',
    source: ['phpmailer', 'msmtp', 'outlook-errors'],
    actor: 'sender',
    sisimai: 'userunknown',
    next: [
      act('Check the address of the recipient.'),
      act('Log in before sending: without a login servers take mail for their own domains only.'),
    ],
  },
  {
    name: 'oauth-grant-refused',
    pattern:
      /\binvalid_grant\b|authori[sz]ation grant is invalid, expired,? or revoked|Token has been expired or revoked|AADSTS(?:70008|700082|70043|50173|50078|54005)\b/i,
    reason: 'login-failed',
    meaning: 'The service that gives tokens (OAuth) takes the stored grant no more: it has expired or was revoked.',
    tells: { otherLogin: true },
    source: ['RFC 6749 5.2', 'ms-aadsts'],
    next: [act('Sign in anew in the program and let it ask for consent again.')],
  },
  {
    name: 'oauth-client-secret',
    pattern: /AADSTS70002(?:15|22)\b|\binvalid_client\b|client secret (?:keys? )?(?:\S{1,60} ){0,6}expired/i,
    reason: 'login-failed',
    meaning: 'The secret with which the program itself logs in at the service of tokens is wrong or has expired.',
    source: ['RFC 6749 5.2', 'ms-aadsts'],
    actor: 'sending admin',
    next: [act('Create a new client secret for the registered application and set it in the program.')],
  },
  {
    name: 'oauth-tenant',
    pattern: /AADSTS(?:50020|50034|90002|700016|500011)\b|\bunauthorized_client\b/i,
    reason: 'login-failed',
    meaning: 'User or application are not known in the tenant at which the token was asked for.',
    source: ['ms-aadsts', 'RFC 6749 5.2'],
    actor: 'sending admin',
    next: [act('Check tenant, application id and user: all three must belong together.')],
  },
  {
    name: 'oauth-consent',
    pattern: /AADSTS65001\b|\bconsent_required\b|\binvalid_scope\b|\binteraction_required\b|AADSTS5007[69]\b/i,
    reason: 'login-failed',
    meaning: 'The application has no consent for sending mail as this user, or the user must take a further step.',
    source: ['ms-aadsts', 'RFC 6749 5.2'],
    actor: 'sending admin',
    next: [act('Give consent to the permission for SMTP (SMTP.Send, or https://mail.google.com/), and sign in once.')],
  },
]);
