import { act } from '../../steps.ts';
import { ranked, spokenBy } from '../replyText.ts';

/** Words of Cisco: Secure Email, ASA. */
export const ciscoTexts = spokenBy('cisco', [
  {
    name: 'cisco-reputation',
    mark: 'words',
    pattern: /sending MTA'?s poor reputation|poor reputation of a domain used in message transfer/i,
    reason: 'poor-reputation',
    meaning: 'The sending IP address or domain has a poor reputation at Cisco Talos.',
    source: ['zone-mta', 'talos'],
    next: [act.address('Check the IP address at https://talosintelligence.com/ and open a reputation case there.')],
  },
  {
    name: 'cisco-access-rejected',
    mark: 'words',
    pattern: /Your access to submit messages to this e-?mail system has been rejected/i,
    reason: 'client-refused',
    meaning: 'The filter of the recipient (Cisco) takes no mail from this IP address.',
    source: ['zone-mta', 'talos'],
    retry: 'later',
    next: [
      act.address('Check the IP address at https://talosintelligence.com/.'),
      act('Ask the admin of the receiving server why your IP address is refused.'),
    ],
  },
  {
    name: 'asa-masked-banner',
    mark: 'none',
    pattern: /\*{8}/,
    holds: 'success',
    codes: [220],
    reason: 'in-progress',
    meaning: 'A firewall hides the greeting of the server, and may change commands and replies as well.',
    source: 'asa-inspection',
    actor: 'network',
    next: [act('Switch SMTP inspection off in the firewall between the two hosts.')],
  },
  {
    name: 'asa-masked-command',
    mark: 'none',
    // Not what somebody wrote in place of a name.
    pattern: /(?<![<@.\w-])XXXX[XA]{1,20}\b(?! ?\(expanded|[@.\w-])/,
    reason: 'command-unknown',
    meaning: 'A firewall replaced an SMTP command or keyword with letters X.',
    source: 'asa-inspection',
    actor: 'network',
    retry: 'later',
    next: [act('Switch SMTP inspection off in the firewall between the two hosts.')],
  },
  {
    name: 'cisco-spf',
    mark: 'words',
    pattern: /SPF unauthori[sz]ed mail is prohibited/i,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender does not allow the sending host, says the gateway of the recipient (Cisco).',
    source: 'asyncos',
  },
  {
    name: 'cisco-dkim',
    mark: 'words',
    pattern: /DKIM unauthenticated mail is prohibited/i,
    reason: 'dkim-failed',
    meaning: 'The gateway of the recipient (Cisco) takes no mail of this domain without a DKIM signature that holds.',
    source: 'asyncos',
  },
  {
    name: 'cisco-dmarc',
    mark: 'words',
    pattern: /DMARC unauthenticated mail is prohibited/i,
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and the gateway of the recipient (Cisco) does so.',
    source: 'asyncos',
  },
  {
    name: 'cisco-recipients-per-hour',
    mark: 'words',
    pattern: /Too many recipients received (?:this hour|from)/i,
    reason: 'rate-limited',
    meaning: 'This sender named more recipients this hour than the gateway of the recipient (Cisco) allows.',
    source: 'asyncos',
    next: [
      act('Send more slowly.'),
      act.address('Check the reputation of the IP address at https://talosintelligence.com/.'),
    ],
  },
  {
    name: 'cisco-connection-time',
    mark: 'none',
    pattern: /Exceeded allowable connection time/i,
    reason: 'connection-failed',
    meaning: 'The connection was open longer than the server allows.',
    source: 'asyncos',
    actor: 'sending admin',
    next: [act('Send fewer messages over one connection, and see why it took so long.')],
  },
  {
    name: 'cisco-messages-per-session',
    mark: 'none',
    pattern: /Too many messages for this session/i,
    reason: 'too-many-connections',
    meaning: 'The connection carried as many messages as the server takes in one.',
    source: 'asyncos',
    next: [act('Open a new connection after some messages.')],
  },
]);

/** Words of the same speaker that other servers may say, too. */
export const ciscoPhrases = ranked('phrase', [
  {
    name: 'server-ironport-recipient',
    pattern: /\b5\.1\.0 {1,3}Address rejected/i,
    reason: 'recipient-unknown',
    meaning:
      'The gateway takes no mail for this address: its table of recipients or the directory behind it does not know it.',
    source: 'ironport-rat',
  },
]);
