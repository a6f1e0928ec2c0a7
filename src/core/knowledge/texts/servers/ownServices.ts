import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/**
 * Trouble of a mail server with what it rests on: filters, tables, its own processes, files and settings. The same errors
 * of a socket mean another thing where they are about the server at the other end.
 */
export const ownServiceTexts = ranked('phrase', [
  {
    name: 'own-milter',
    pattern:
      /\bconnect to Milter service \S|\bwarning: milter \S{1,200}: (?:can't|unreasonable|malformed|unexpected|bad|lost)|\bMilter \([\w.-]{1,60}\): (?:error connecting to filter|to error state|timeout|local socket name|write)/i,
    reason: 'service-failed',
    meaning:
      'The mail server does not reach a filter (milter) that it shows each message to; by its settings it defers mail meanwhile, or takes it without the filter.',
    source: ['postfix-code src/milter/milter8.c', 'sendmail-code libmilter'],
    next: [
      act('Check that the filter runs, and that it listens at the address or socket that the line names.'),
      act('See milter_default_action for what becomes of mail meanwhile.'),
    ],
  },
  {
    name: 'own-table',
    pattern:
      /\btable lookup problem\b|\bopen database \S{1,200}: |\bunsupported dictionary type\b|\bconnect to (?:mysql|pgsql) server |\bwarning: dict_(?:ldap|mysql|pgsql|sqlite|memcache)\w{0,40}: |\b(?:mysql|pgsql|ldap|sqlite|sql)\([^)\n]{1,120}\): (?:Connect failed|Query failed|(?:User|Password) query failed)|\bConnect failed to database\b/i,
    reason: 'service-failed',
    meaning:
      'The mail server cannot ask a table or database of its own (users, domains, aliases); until it can, it defers mail or takes no logins.',
    source: ['postfix-databases', 'dovecot-code'],
    next: [
      act('Check that the database runs and lets the mail server in.'),
      act('Build a table of a file again (postmap, newaliases), and see that its type is installed.'),
    ],
  },
  {
    name: 'own-store',
    pattern:
      /\bconnect to [\w.-]{1,255}\[(?:private|public)?\/[^\]\n]{1,200}\]: |\[private\/[\w-]{1,40}\] refused to talk/i,
    reason: 'service-failed',
    meaning:
      'The mail server does not reach the service of its own machine that it hands mail to; the mail waits there.',
    source: 'postfix-code src/smtp/smtp_connect.c',
    next: [
      act(
        'Check that the service behind the socket runs (Dovecot, for one), and that the mail server may open the socket.',
      ),
    ],
  },
  {
    name: 'own-scanner',
    pattern:
      /\b(?:ClamAV|clamd|av-scanner)\b[^\n]{0,160}(?:FAILED|can't connect|unable to connect|connection refused|No such file|not running)|\b(?:all (?:primary )?virus scanners failed|all spamd servers failed)|\b(?:malware|spam) acl condition: |\bconnect to spamd on \S{1,100} failed|\bcannot connect to redis\b/i,
    reason: 'service-failed',
    meaning:
      'A scanner for viruses or spam that the mail server asks does not answer: mail is put off, or passes without being looked at.',
    source: ['amavis-code', 'exim-spec 45'],
    next: [act('Check that the scanner runs and has loaded its data, and that the mail server may open its socket.')],
  },
  {
    name: 'own-signing-key',
    pattern:
      /\bcan't load key from \S|\berror loading key '|\bkey data is not secure\b|\bdkim\b[^\n]{0,60}(?:cannot|can't|could not|unable to|failed to) (?:load|read|open) (?:the )?(?:private|signing) key/i,
    reason: 'service-failed',
    meaning: 'The signer cannot use its private key, so that mail leaves without a DKIM signature, or waits.',
    source: 'opendkim-code',
    next: [act('Check path, owner and rights of the key file: the signer alone may read it.')],
  },
  {
    name: 'own-service-silent',
    pattern:
      /\bproblem talking to (?:service|server) \S|\bunable to (?:look up|connect to) (?:public|private)\/[\w-]{1,40}|\bconnect to (?:public|private)\/[\w-]{1,40}: |\bmail system is down\b|\bconnect to transport (?:private\/)?[\w-]{1,40}: /i,
    reason: 'service-failed',
    meaning: 'A part of the mail server, or a service that it asks, does not answer the other parts.',
    source: ['postfix-code src/global/resolve_clnt.c', 'postfix-code src/qmgr/qmgr_transport.c'],
    next: [
      act(
        'Look for the first error of that part in the log, and for what it waits for: tables, DNS, a policy service.',
      ),
      act('Start the mail server again when that is mended.'),
    ],
  },
  {
    name: 'own-program-fails',
    pattern:
      /\bbad command startup -- throttling|\bwarning: process \S{1,200} pid \d{1,9} (?:exit status|killed by signal)|\bservice\([\w-]{1,40}\): (?:command startup failed|child \d{1,9} (?:killed|returned error))/i,
    confidence: 'medium',
    reason: 'service-failed',
    meaning: 'A program of the mail server does not start, or died; the lines in front of this one say why.',
    source: ['postfix-code src/master/master_spawn.c', 'dovecot-code'],
    next: [act('Look for the line with fatal or panic of the same process in front of this one.')],
  },
  {
    name: 'own-limit',
    pattern:
      /\bhas reached its process limit "|\bservice\([\w-]{1,40}\): (?:process_limit|client_limit) \(\d{1,9}\) reached|\b(?:rejecting|refusing|delaying) connections on daemon \w{1,30}: (?:load average[=:]|\d{1,9} children)|\b(?:fork|clone): (?:Cannot allocate memory|Resource temporarily unavailable)/i,
    reason: 'service-failed',
    meaning:
      'The mail server has come to a limit of its own (processes, connections, load): clients wait, or are turned away.',
    source: ['postfix-code src/master/master_avail.c', 'sendmail-code sendmail/daemon.c'],
    next: [
      act('See who holds the connections: many from few addresses are no users.'),
      act('Raise the limit where the machine has room (default_process_limit, process_limit).'),
    ],
  },
  {
    name: 'own-queue-crowded',
    pattern: /\bmail for \S{1,255} is using up \d{1,9} of \d{1,9} active queue entries/i,
    reason: 'delayed',
    meaning: 'One destination holds most of the active queue, so that mail to others waits, too.',
    source: 'postfix-code src/qmgr/qmgr_entry.c',
    next: [
      act(
        'See why this destination takes its mail slowly (qshape active, then the log), and give it a transport of its own.',
      ),
    ],
  },
  {
    name: 'own-queue-file',
    pattern:
      /\bcorrupted queue file\b|\bsav(?:e|ing) corrupt file "|\b(?:Format error in|Error reading) spool file \S|\bLosing \S{1,200}\/?qf\w{5,20}: /i,
    reason: 'service-failed',
    meaning:
      'A message that waits in the queue of this mail server is damaged there: its file was cut off or written wrongly, so it cannot be sent from it.',
    source: ['postfix-code src/global/mark_corrupt.c', 'dma-code net.c', 'sendmail-code sendmail/queue.c'],
    actor: 'sending admin',
    next: [
      act('Look whether the disk of the queue was full or the machine stopped when the message came in.'),
      act('Take what can be saved out of the file, have the sender send the message again, and remove the file.'),
    ],
  },
  {
    name: 'own-not-set-up',
    wins: ['own-settings'],
    pattern:
      /\bopen \/etc\/postfix\/(?:main|master)\.cf: No such file|\baccount \S{1,100} not found: no configuration file available|\b(?:ssmtp|msmtp|sendmail|nullmailer(?:-\w{1,10})?): [^\n]{0,100}\b(?:no configuration file|No mailhub|no remotes|configuration file[^\n]{0,100}(?:not found|No such file))/i,
    reason: 'service-failed',
    meaning:
      'The mail program of this machine is installed and has no settings, so nothing leaves that is handed to it.',
    source: ['postconf', 'msmtp'],
    actor: 'sending admin',
    next: [act('Set the mail program up (main.cf, msmtprc, ssmtp.conf), or have what sends use a server by SMTP.')],
  },
  {
    name: 'own-program-missing',
    pattern:
      /\bexecutable not found \(adjust \*mta\*|(?:\bexec: "|\bspawn |[Cc]an(?:'t|not) (?:exec|run|execute) ["']?|\bNo such file or directory: ["']|\bCannot run program ["'])(?:\/usr\/\S{1,30}\/)?(?:sendmail|mailx?|msmtp|ssmtp)\b|\b(?:sendmail|mailx?|msmtp|ssmtp)['"]?: (?:command not found|not found$|No such file or directory)|\bNo MTA installed\b|\bdoes not have \/usr\/bin\/mail\b/i,
    reason: 'service-failed',
    meaning:
      'The program that is to send the mail (sendmail, mail or another of its kind) is not installed on this machine, or not where it is looked for.',
    source: ['snail-code', 'nodemailer'],
    actor: 'sending admin',
    next: [
      act('Install a program that sends (msmtp, Postfix, …), or set the path of the one that is there.'),
      act('Or have what sends speak SMTP to a server itself.'),
    ],
  },
  {
    name: 'own-files-closed',
    pattern:
      /\bCannot open main log file "|\bcould not open panic log\b|\bFailed to (?:create|open) (?:spool|\w{1,12} hints) (?:file|directory|database)\b|\bCan(?:'t|not) open log file\b|\b(?:fatal|panic): (?:open lock file|chdir|scan_dir_push: open directory|open active) |\bmail_queue_enter: create file \S|\bqueueup: cannot create queue|\bSYSERR\([^)\n]{1,60}\): (?:cannot|can not|can't) (?:chdir|open|mkdir|create)\b/i,
    also: /^(?![^\n]{0,600}\b(?:No space left|Disk quota exceeded))/i,
    reason: 'service-failed',
    meaning:
      'The mail server may not open or write a file of its own (log, lock, queue), so it stops or takes no mail: owner or rights are wrong, or the folder is missing.',
    source: ['exim-code src/src/log.c', 'postfix-code src/global/mail_queue.c', 'sendmail-code sendmail/queue.c'],
    next: [
      act(
        'Give the file and its folder to the user of the mail server, as its package sets them; in a container, those of the mounted volume.',
      ),
    ],
  },
  {
    name: 'own-settings',
    pattern:
      /\bfailed to expand (?:"|\w{1,20} (?:string |option |list )?")|\bTainted filename|\bconfiguration error in line \d|\bfatal: \S{1,200}, line \d{1,6}: |\bfatal: (?:parameter|in parameter|bad (?:numerical|boolean|string) configuration|open \/etc\/postfix)|\bmissing '=' after attribute name|\bdoveconf: Fatal: |\bError in configuration file \/|\bmain\.cf: unused parameter: /i,
    reason: 'service-failed',
    meaning:
      'The settings of the mail server have a mistake: until it is mended, a part of it does not run, or runs otherwise than meant.',
    source: ['postconf', 'exim-spec 6', 'dovecot-code'],
    next: [
      act('Mend the line that is named, and let the program check the rest: postfix check, exim -bV, doveconf -n.'),
    ],
  },
  {
    name: 'own-mailbox-rights',
    pattern:
      /\b(?:chdir|mkdir|open|stat|rename|link)\(\/[^)\n]{1,200}\) failed: (?:Permission denied|Operation not permitted|Read-only file system)|\bCouldn't open INBOX[^\n]{0,120}Permission denied/i,
    reason: 'service-failed',
    meaning:
      'The mail server may not open or write a mailbox or its folder: owner, rights or the file system are wrong.',
    source: 'dovecot-code',
    next: [act('Give the folder to the user under whom the mailbox is opened, with rights on each folder above it.')],
  },
]);
