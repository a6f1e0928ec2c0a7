/** The program that wrote a Received field, as far as the field names it. */
export interface Software {
  /** With its version where one is stated: `Exim 4.98`, `Exchange Server 2019 CU14`. */
  readonly name: string;
  /** What the version or build says, or what kind of program it is. */
  readonly note?: string;
  readonly source: string;
}

/**
 * Programs by the words that they write into Received, a comment or the word behind `with`: pattern, name, note. What
 * the first group holds is the version. From source code, documentation or mail of each.
 */
const PROGRAMS: readonly (readonly [pattern: RegExp, name: string, note?: string])[] = [
  [/^Postfix(?:\/(\S{1,30}))?(?:$|[,\s])/, 'Postfix'],
  [/^Exim (\d[\w.]{0,12})/, 'Exim'],
  [
    /^(8\.\d{1,2}\.\d{1,3}[\w.+-]{0,24})\/(?:8\.|Submit|[A-Za-z])/,
    'sendmail',
    'Before the slash stands the version of the program, behind it that of its configuration.',
  ],
  [/^(?:Sun|Sentrion|Switch)-?([\d.]{3,12})\//, 'sendmail (Sentrion)'],
  [/^OpenSMTPD/, 'OpenSMTPD'],
  [/^Haraka(?:\/([\w.-]{1,20}))?$/, 'Haraka'],
  [/^qpsmtpd(?:\/([\w.-]{1,20}))?/, 'qpsmtpd'],
  [/^qmail(?:-ldap-?([\w.]{1,12}))? ?\d{0,9}(?: invoked|$)/, 'qmail', 'The number is that of the process.'],
  [/^qmail-scanner-?([\w.]{1,12})?/, 'qmail-scanner'],
  [/^Stalwart(?: SMTP| JMAP)?(?: v?([\d.]{1,12}))?/, 'Stalwart'],
  [/^maddy\b ?([\d.]{1,12})?/, 'maddy'],
  [/^Kerio (?:Connect|MailServer) ?([\w.() -]{1,30})?/, 'Kerio Connect'],
  [/^MailEnable/, 'MailEnable'],
  [/^CommuniGate Pro \w{2,10} ([\w.-]{1,20})/, 'CommuniGate Pro'],
  [/^IceWarp ?([\d.]{1,20})?/, 'IceWarp'],
  [/^Merak ?([\d.]{1,20})?/, 'Merak, an older IceWarp'],
  [/^MDaemon(?: PRO| FREE)? v?([\d.]{1,12})/, 'MDaemon'],
  [/^(?:Lotus|IBM|HCL) Domino Release ([\w.]{1,16}(?: ?(?:FP|HF)\d{1,4}){0,2})/, 'Domino'],
  [/^HCL Domino ?([\w.]{1,16})?/, 'Domino'],
  [
    /^(?:Sun Java(?:\(tm\))? System|iPlanet|Sun|Oracle Communications) Messaging Server ([\w.-]{1,30})/,
    'Oracle Communications Messaging Server',
  ],
  [/^PowerMTA(?:\(TM\))? v?([\w.]{1,16})/, 'PowerMTA', 'It sends for mailing services.'],
  [/^KumoMTA\b/, 'KumoMTA', 'It sends for mailing services; the address is its own.'],
  [/^ecelerity ([\d.]{1,20})/, 'Momentum (ecelerity)', 'It sends for mailing services such as SparkPost.'],
  [/^GreenArrow/, 'GreenArrow', 'It sends for mailing services.'],
  [/^Halon/, 'Halon'],
  [/^ZoneMTA/, 'ZoneMTA'],
  [/^Postal\b/, 'Postal'],
  [/^trex\/([\d.]{1,12})/, 'trex of MailChannels', 'It relays the outgoing mail of hosters.'],
  [/^Coremail/, 'Coremail', 'NetEase and other providers in China use it.'],
  [/^nwsmtp\/Yandex/, 'nwsmtp of Yandex'],
  [
    /^amavis(?:d-new)?(?:-([\d.]{1,12}))?, port \d{1,5}/,
    'amavis',
    'A filter beside the mail server: the message went to it and back.',
  ],
  [/^Proofpoint Essentials/, 'Proofpoint Essentials', 'A filter in front of the mail server.'],
  [/^(?:Proofpoint|Sentrion-MTA)[- ]?([\d.]{1,16})?/, 'Proofpoint', 'A filter in front of the mail server.'],
  [/^Cyrus v?(\d[\w.+-]{0,40})/, 'Cyrus IMAP', 'It took the message for the mailbox.'],
  [/^Dovecot(?: v?([\d.]{1,10}))?/, 'Dovecot', 'It took the message for the mailbox.'],
  [/^(?:Apache )?JAMES(?: SMTP)? Server ?([\w.-]{1,20})?/i, 'Apache James'],
  [/^InterMail vM\.([\w.]{1,20})/, 'Openwave InterMail'],
  [/^SMTPD32-([\w.]{1,12})/, 'IMail'],
  [/^\[?XMail ([\d.]{1,12})/, 'XMail'],
  [/^Mercury(?:\/32)? v?([\d.]{1,12})/, 'Mercury/32'],
  [/^SurgeMail/, 'SurgeMail'],
  [/^(?:AXIGEN|Axigen)/, 'AXIGEN'],
  [/^DragonFly Mail Agent(?: v?([\d.]{1,12}))?/, 'DragonFly Mail Agent (dma)'],
  [/^nullmailer\b/, 'nullmailer'],
  [/^fetchmail-([\w.]{1,12})/, 'fetchmail', 'It fetched the message from another mailbox.'],
  [/^getmail(?:[- ]?(\d[\d.]{0,12}))?\b/, 'getmail', 'It fetched the message from another mailbox.'],
  [/^Roundcube/, 'Roundcube', 'It was written in webmail.'],
  [/^SquirrelMail/, 'SquirrelMail', 'It was written in webmail.'],
  [/^Horde Framework/, 'Horde', 'It was written in webmail.'],
  [/^Content Technologies SMTPRS ([\d.]{1,12})/, 'MIMEsweeper'],
  [/^Post\.Office MTA v([\d.]{1,12})/, 'Post.Office'],
  [/^LiteMail v([\d.]{1,12})/, 'LiteMail'],
  [/^Internet Mail Service ?\(?([\d.]{5,20})?/, 'Exchange 5.5 (Internet Mail Service)'],
  [/^Novell_GroupWise/, 'GroupWise'],
  [/^GWIA ?([\d.]{1,12})?/, 'GroupWise'],
];

const BUILDS = 'Microsoft Learn: Exchange Server build numbers and release dates';
const WINDOWS = 'Microsoft: versions of Windows and of its SMTP service';

/** Builds of Exchange Server by their first three numbers: the cumulative updates, oldest first. */
const UPDATES: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        '15.0',
        '2013',
        '516 620 712 775 847 913 995 1044 1076 1104 1130 1156 1178 1210 1236 1263 1293 1320 1347 1365 1367 1395 1473 1497',
      ],
      [
        '15.1',
        '2016',
        '225 396 466 544 669 845 1034 1261 1415 1466 1531 1591 1713 1779 1847 1913 1979 2044 2106 2176 2242 2308 2375 2507',
      ],
      ['15.2', '2019', '221 330 397 464 529 595 659 721 792 858 922 986 1118 1258 1544 1748'],
    ] as const
  ).flatMap(([version, year, builds]) =>
    builds.split(' ').map((build, number) => {
      const update = number === 0 ? 'RTM' : year === '2013' && number === 4 ? 'SP1 (CU4)' : `CU${number}`;
      return [`${version}.${build}`, `Exchange Server ${year} ${update}`] as const;
    }),
  ),
);

/** Versions of Exchange by the start of their builds; `15.20` is Exchange Online, whose builds change every week. */
const EXCHANGES: readonly (readonly [start: string, name: string])[] = [
  ['15.20.', 'Exchange Online'],
  ['15.2.', 'Exchange Server 2019'],
  ['15.1.', 'Exchange Server 2016'],
  ['15.0.', 'Exchange Server 2013'],
  ['14.3.', 'Exchange Server 2010 SP3'],
  ['14.2.', 'Exchange Server 2010 SP2'],
  ['14.1.', 'Exchange Server 2010 SP1'],
  ['14.0.', 'Exchange Server 2010'],
  ['8.0.', 'Exchange Server 2007'],
  ['8.1.', 'Exchange Server 2007 SP1'],
  ['8.2.', 'Exchange Server 2007 SP2'],
  ['8.3.', 'Exchange Server 2007 SP3'],
];

/** The first build of the edition that goes on counting behind Exchange Server 2019. */
const SUBSCRIPTION = 2500;

/** The SMTP service of Windows, on which Exchange 2000 and 2003 stand, by the build of Windows. */
const SERVICES: readonly (readonly [start: string, name: string])[] = [
  ['5.0.2195.', 'Windows 2000 or Exchange 2000'],
  ['6.0.2600.', 'Windows XP'],
  ['6.0.3790.', 'Windows Server 2003 or Exchange 2003'],
  ['7.0.6001.', 'Windows Server 2008'],
  ['7.0.6002.', 'Windows Server 2008'],
  ['7.0.6003.', 'Windows Server 2008'],
  ['7.5.7600.', 'Windows Server 2008 R2'],
  ['7.5.7601.', 'Windows Server 2008 R2'],
  ['8.0.9200.', 'Windows Server 2012'],
  ['8.5.9600.', 'Windows Server 2012 R2'],
  ['10.0.14393.', 'Windows Server 2016'],
  ['10.0.17763.', 'Windows Server 2019'],
  ['10.0.20348.', 'Windows Server 2022'],
];

const startOf = (rows: typeof SERVICES, build: string): string | undefined =>
  rows.find(([start]) => build.startsWith(start))?.[1];

/**
 * The program by one piece of a Received field: the words of a comment, brackets off, or what stands behind `with` and
 * `id`. At most 300 characters are read.
 */
export function softwareOf(piece: string): Software | undefined {
  const words = piece.slice(0, 300).trim();
  const build =
    /^(?:Microsoft SMTP Server|mapi|HTTPS?|MailboxResubmission)\b.{0,120}?\bid (\d{1,2}\.\d{1,2}\.\d{1,5}\.\d{1,5})\b/.exec(
      words,
    )?.[1];
  if (build !== undefined) return exchange(build);
  const service = /^Microsoft SMTPSVC ?\((\d[\d.]{4,20})\)/.exec(words)?.[1];
  if (service !== undefined) {
    const windows = startOf(SERVICES, `${service}.`);
    return {
      name: `SMTP service of Windows (IIS) ${service}`,
      ...(windows !== undefined && { note: `That is ${windows}.` }),
      source: WINDOWS,
    };
  }
  for (const [pattern, name, note] of PROGRAMS) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const version = found[1]?.trim();
    return {
      name: version === undefined || version === '' ? name : `${name} ${version}`,
      ...(note !== undefined && { note }),
      source: `convention of ${name.replace(/ \(.*/, '')}`,
    };
  }
  return undefined;
}

function exchange(build: string): Software | undefined {
  const [major, minor, third] = build.split('.');
  const product =
    major === '15' && minor === '2' && Number(third) >= SUBSCRIPTION
      ? 'Exchange Server Subscription Edition'
      : (UPDATES.get(`${major}.${minor}.${third}`) ?? startOf(EXCHANGES, build));
  return product === undefined ? undefined : { name: product, note: `Its build is ${build}.`, source: BUILDS };
}
