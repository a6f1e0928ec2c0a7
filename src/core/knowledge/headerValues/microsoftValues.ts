import { type HeaderValue, joined, values } from './headerValue.ts';

const LEARN = 'Microsoft Learn: Anti-spam message headers in Microsoft 365';
const OLDER = 'older editions of Microsoft Learn: Anti-spam message headers in Microsoft 365';
const STAMPS = 'Microsoft Learn: Anti-spam stamps in Exchange Server';
const FIREWALL = 'Microsoft Learn: Header firewall in Exchange Server';
const SEEN = 'seen in messages; Microsoft does not document it';

/** Keys of X-Forefront-Antispam-Report, X-Microsoft-Antispam and their older forms. */
export const antispamKeys: ReadonlyMap<string, HeaderValue> = joined(
  values(LEARN, [
    ['ARC', 'Which parts of the ARC chain the filter looked at: AAR the results, AMS the signature, AS the seal.'],
    ['BCL', 'The bulk complaint level of the sender, 0 to 9: the higher, the more recipients complain.'],
    ['CAT', 'The category of protection policy that was applied.'],
    [
      'CIP',
      'The address of the server that handed the message to Microsoft. Allow and block lists of addresses go by it.',
    ],
    ['CTRY', 'The country where that address is registered; the message may come from elsewhere.'],
    ['DIR', 'The direction of the message as Microsoft sees it.'],
    ['H', 'The name that the handing server gave in HELO or EHLO.'],
    ['IPV', 'Whether the address of the handing server is on a list of the filter.'],
    ['LANG', 'The language of the text, as the filter sees it.'],
    ['PTR', 'The name that reverse DNS gives the handing server.'],
    ['SCL', 'The spam confidence level: -1 is exempt, 0 and 1 no spam, 5 and 6 spam, 9 surely spam.'],
    ['SFTY', 'Which safety tip the message was given for phishing or an unknown sender.'],
    ['SFV', 'The verdict of the spam filter, or why it did not judge.'],
    ['SRV', 'BULK where the bulk complaint level is over the limit of the policy.'],
  ]),
  values(SEEN, [
    ['SFS', 'Numbers of the filter rules that matched. Only Microsoft can tell what they are.'],
    ['EFV', 'An older verdict on the handing server, nearly always NLI.'],
    ['BLV', 'An older result of block list checks, 0 to 3.'],
    ['SFP', 'The number of the filter policy; for Microsoft only.'],
    ['PCL', 'The phishing confidence level of the older filter.'],
    ['IPVD', 'The forerunner of IPV: whether the address of the handing server is on a list of the filter.'],
    ['EFVD', 'The forerunner of EFV: an older verdict on the handing server, nearly always NLI.'],
    ['RD', 'The forerunner of PTR: the name that reverse DNS gave the handing server.'],
    ['KIP', 'An address that Forefront Online Protection noted; (null) is none. It was never documented.'],
    ['UIP', 'An address that Forefront Online Protection noted; (null) is none. It was never documented.'],
    ['ARA', 'Numbers for Microsoft only.'],
    ['SRVR', 'The server that filtered the message.'],
    ['RULEID', 'Numbers of the rules that matched. Only Microsoft can tell what they are.'],
    ['FPR', 'A fingerprint of the message; for Microsoft only.'],
    ['SPF', 'The result of the SPF check.'],
    ['MLV', 'The outcome of a check for bulk mail; for Microsoft only.'],
    ['A', 'A mark for Microsoft only.'],
    ['MX', 'A mark for Microsoft only.'],
    ['OFR', 'The rule that decided on the folder, such as SpamFilterAuthJ.'],
    ['RF', 'The folder that was chosen, such as JunkEmail.'],
  ]),
);

const SFV = joined(
  values(LEARN, [
    ['NSPM', 'The filter judged it and it is no spam.'],
    ['SPM', 'The filter judged it to be spam.'],
    ['BLK', 'The filter was not asked: the recipient blocks this sender.'],
    ['SFE', 'The filter was not asked: the recipient has this sender among the safe senders.'],
    ['SKA', 'The filter was not asked: a policy allows the sender or its domain.'],
    ['SKB', '', 'spam because a policy blocks the sender or its domain'],
    ['SKN', 'It was marked as no spam before the filter, by a mail flow rule or an allow list.'],
    ['SKQ', 'It was released from quarantine.'],
    ['SKS', 'It was marked as spam before the filter, by a mail flow rule.'],
  ]),
  values(OLDER, [['SKI', 'The filter was not asked: the message stayed inside the organisation.']]),
);

const SCL = joined(
  values(LEARN, [
    ['-1', 'Exempt from the filter: a safe sender, an allow list, a mail flow rule or a trusted source.'],
    ['0|1', 'No spam; it goes to the inbox.'],
    ['5', 'Spam; by default it goes to the junk folder.'],
    ['6', 'Spam, also given to bulk mail over the limit; by default it goes to the junk folder.'],
    ['9', 'Surely spam.'],
    ['2|3|4', 'The filter in the cloud does not give this; a rule or an own server did.', 'no spam'],
    ['7|8', 'The filter in the cloud does not give this; a rule did.', 'surely spam'],
  ]),
);

const BCL = values(LEARN, [
  ['0', 'The sender is no bulk sender.'],
  ['1|2|3', 'A bulk sender about whom few complain.'],
  ['4|5|6|7', 'A bulk sender about whom some complain. The limit is 7 by default; stricter policies set 5 or 6.'],
  ['8|9', 'A bulk sender about whom many complain.'],
]);

const CAT = joined(
  values(LEARN, [
    ['AMP', 'The anti-malware policy.'],
    ['BIMP', 'Impersonation of a brand; only with Defender for Office 365.'],
    ['BULK', 'Bulk mail over the limit.'],
    ['DIMP', 'Impersonation of a protected domain; only with Defender for Office 365.'],
    ['FTBP', 'A forbidden file type, by the common attachments filter.'],
    ['GIMP', 'Impersonation that mailbox intelligence found; only with Defender for Office 365.'],
    ['HPHSH|HPHISH', 'Surely phishing.'],
    ['HSPM', 'Surely spam.'],
    ['INTOS', 'Phishing sent inside the organisation.'],
    ['MALW', 'Malware.'],
    ['NONE', 'No policy was applied.'],
    ['OSPM', 'Spam that the organisation itself sends out.'],
    ['PHSH', 'Phishing.'],
    ['SAP', 'A dangerous attachment, by Safe Attachments; only with Defender for Office 365.'],
    ['SPM', 'Spam.'],
    ['SPOOF', 'A forged sender.'],
    ['UIMP', 'Impersonation of a protected user; only with Defender for Office 365.'],
  ]),
  values(SEEN, [['AMPB|ASP|FILE', 'A rare category that Microsoft does not document.']]),
);

const DIR = values(LEARN, [
  ['INB', 'Inbound: it came from outside.'],
  ['OUT', 'Outbound: it goes to outside.'],
  ['INT', 'Internal: it stays inside the organisation.'],
]);

const IPV = values(LEARN, [
  ['CAL', 'The filter was not asked: the address is on the allow list of the connection filter.'],
  ['NLI', 'The address is on no reputation list.'],
]);

const EFV = values(SEEN, [['NLI', 'On no list.']]);

const SFTY = joined(
  values(LEARN, [
    ['9.19', 'The tip on impersonation of a domain.'],
    ['9.20', 'The tip on impersonation of a user.'],
    ['9.25', 'The tip on a first contact: the recipient does not often get mail from this sender.'],
  ]),
  values(OLDER, [
    ['9.1', 'The tip on phishing.'],
    ['9.5', 'The tip on impersonation of a domain, or on failed checks.'],
    ['9.11', 'The tip on a forged sender from the own organisation.'],
    ['9.21', 'The tip on failed checks: the sender of another organisation may be forged.'],
    ['9.22', 'Checks failed, but the recipient has the sender among the safe senders.'],
  ]),
);

const COMPAUTH = values(LEARN, [
  ['pass', 'The joint check passed.'],
  ['fail', 'The joint check failed; other signs may still have let the message in.'],
  ['softpass', 'The joint check passed on weak signs only.'],
  ['none', 'The joint check was not made or was skipped.'],
  ['timeout', 'The joint check did not end in time.'],
]);

/** The three digits behind `reason=`. */
const REASON = joined(
  values(LEARN, [
    ['000', 'It failed checks that the domain asks for, such as DMARC with quarantine or reject.'],
    ['001', 'It failed the implied check: the domain has no SPF, DKIM or DMARC records, or weak ones.'],
    ['002', 'The admin of the organisation forbids this sender to use this domain.'],
    ['010', 'It failed DMARC with quarantine or reject, and the From domain is one of the own domains.'],
    ['130', 'It failed DMARC, but the ARC result of a trusted sealer counts instead.'],
  ]),
  values(OLDER, [
    ['100', 'SPF or DKIM passed with the domain that From shows.'],
    ['101', 'The From domain signed the message with DKIM.'],
    ['102', 'SPF passed, and the envelope sender is of the From domain.'],
    ['103', 'The From domain fits the reverse name of the handing server.'],
    ['104', 'The reverse name of the handing server fits the From domain.'],
    ['108', 'DKIM failed because an earlier hop changed the body.'],
    ['109', 'The From domain has no DMARC record, but the message would have passed one.'],
    ['111', 'DMARC met a DNS error, but SPF or DKIM passed with the domain that From shows.'],
    ['112', 'The DMARC record could not be read because DNS did not answer in time.'],
    ['115', 'It came from an organisation in Microsoft 365 that owns the From domain.'],
    ['116', 'The mail exchanger of the From domain fits the reverse name of the handing server.'],
    ['201', 'The reverse name of the From domain lies in the same network as the handing server.'],
    ['202', 'The From domain fits the domain of the reverse name of the handing server.'],
    ['501', 'DMARC was not enforced: it is a bounce, and mail had gone the other way before.'],
    ['502', 'DMARC was not enforced: it is a bounce of mail that this organisation sent.'],
    ['601', 'It failed the implied check, and the From domain is one of the own domains.'],
    ['701|702|703|704', 'DMARC was not enforced, because this source has long sent good mail.'],
    [
      '905',
      'DMARC was not enforced, because mail takes a detour here: a hybrid set-up or a filter in front of Microsoft.',
    ],
  ]),
);

/** By the first digit, where the number itself is not documented. */
const REASON_CLASS = values(LEARN, [
  ['0', 'It failed the joint check.'],
  ['1', 'It passed the joint check; the other digits are for Microsoft only.'],
  ['2', 'It passed the joint check on weak signs; the other digits are for Microsoft only.'],
  ['3', 'The joint check was not made.'],
  ['4', 'The joint check was skipped; the other digits are for Microsoft only.'],
  ['5', 'It is a bounce for which DMARC was not enforced; the other digits are for Microsoft only.'],
  ['6', 'It failed the implied check, and the From domain is one of the own domains.'],
  ['7', 'It passed the joint check; the other digits are for Microsoft only.'],
  ['9', 'The joint check was skipped; the other digits are for Microsoft only.'],
]);

const ACTION = joined(
  values(LEARN, [
    ['none', 'Nothing was done because of DMARC.'],
    ['pct.quarantine', 'The policy is quarantine for a share of the mail (pct=), and this message was not drawn.'],
    ['pct.reject', 'The policy is reject for a share of the mail (pct=), and this message was not drawn.'],
    ['permerror', 'The DMARC record is broken.'],
    ['temperror', 'DNS failed at the time.'],
    ['oreject|o.reject', 'The domain asks to reject; Microsoft marked the message as spam instead.'],
    ['quarantine', 'The policy of the domain was followed: quarantine.'],
    ['reject', 'The policy of the domain was followed: reject.'],
  ]),
);

const PCL = values(STAMPS, [
  ['1|2|3', 'Not likely to be phishing.'],
  ['4|5|6|7|8', 'Likely to be phishing.'],
]);

const AUTH_AS = values(FIREWALL, [
  ['Anonymous', 'It came without a login, as mail from the internet does.'],
  ['Internal', 'It came from inside the organisation, or is treated so; the filter does not judge it.'],
  ['External', 'It came over a secured connection from outside.'],
  ['Partner', 'It came from a partner whose domain mutual TLS secures.'],
]);

const AUTH_MECHANISM = values(SEEN, [
  ['00', 'No login.'],
  ['01', 'Login with a name and a password.'],
  ['02', 'Login by NTLM.'],
  ['03', 'Login by GSSAPI, that is Kerberos.'],
  ['04', 'Login between Exchange servers.'],
  ['05', 'A certificate in mutual TLS.'],
  ['06', 'An own connector that trusts what comes over it.'],
  ['07', 'A host that is secured in another way.'],
  ['08', 'A connector for partners.'],
  ['09', 'The pick-up or replay folder.'],
  ['0a', 'The store driver: the message was sent from a mailbox.'],
  ['10', 'Exchange itself made the message.'],
]);

const ENTITY = values(SEEN, [
  ['Internet', 'It came from outside Microsoft 365.'],
  ['Hosted', 'It was sent from a mailbox in Microsoft 365.'],
  ['HybridOnPrem', 'It was sent from an own server that belongs to an organisation in Microsoft 365.'],
]);

const DIRECTIONALITY = values(SEEN, [
  ['Incoming', 'It came from outside the organisation.'],
  ['Originating', 'It was sent by the organisation.'],
  ['Undefined', 'Nobody said which way it goes.'],
]);

const CUSTOM_SPAM = values('Microsoft Learn: Advanced Spam Filter (ASF) settings', [
  [
    'Image links to remote sites',
    'It has pictures that are loaded from elsewhere; that sets the SCL to 5 or 6 (spam).',
  ],
  ['Numeric IP in URL', 'It has a link to a bare IP address; that sets the SCL to 5 or 6 (spam).'],
  ['URL redirect to other port', 'It has a link to an unusual port; that sets the SCL to 5 or 6 (spam).'],
  [
    'URL to .biz or .info websites|Links to .biz or .info websites',
    'It has a link to a name in .biz or .info; that sets the SCL to 5 or 6 (spam).',
  ],
  ['Empty Message', 'It has no subject, no text and no attachment; that sets the SCL to 9 (surely spam).'],
  ['Embed tag in html|Embedded tags in html', 'It has an embed element in HTML; that sets the SCL to 9 (surely spam).'],
  ['Javascript or VBscript tags in HTML', 'It has a script in HTML; that sets the SCL to 9 (surely spam).'],
  ['IFRAME or FRAME in HTML', 'It has a frame in HTML; that sets the SCL to 9 (surely spam).'],
  ['Object tag in html', 'It has an object element in HTML; that sets the SCL to 9 (surely spam).'],
  ['Form tag in html', 'It has a form in HTML; that sets the SCL to 9 (surely spam).'],
  ['Web bug', 'It has a hidden picture that tells when it is read; that sets the SCL to 9 (surely spam).'],
  [
    'Sensitive word in subject/body',
    'It has a word of a list that is not published; that sets the SCL to 9 (surely spam).',
  ],
  ['SPF Record Fail', 'SPF failed hard; that sets the SCL to 9 (surely spam).'],
  ['SPF From Record Fail', 'The From domain failed the check of Sender ID; that sets the SCL to 9 (surely spam).'],
  ['Backscatter NDR', 'It is a bounce of mail that was not sent from here; that sets the SCL to 9 (surely spam).'],
  [
    'This message was filtered by the custom spam filter option',
    'A setting that is only tested matched; the message was not held back for it.',
  ],
]);

/** Keys of X-Microsoft-Antispam-Mailbox-Delivery. */
export const deliveryKeys: ReadonlyMap<string, HeaderValue> = values(SEEN, [
  ['ucf', 'Whether a rule of the user chose the folder: 1 yes, 0 no.'],
  ['jmr', 'Whether the junk mail rule of the mailbox applied: 1 yes, 0 no.'],
  ['auth', 'Whether the sender counts as checked: 1 yes, 0 no.'],
  ['dest', 'Where the message was put: I the inbox, J the junk folder, C another folder.'],
  ['ENG', 'Numbers of what the mailbox step did. Only Microsoft can tell what they are.'],
  ['OFR', 'What overrode the folder, such as SpamFilterAuthJ: the spam filter chose the junk folder.'],
  ['RF', 'The folder that was chosen, such as JunkEmail.'],
  ['wl', 'Whether the sender is on a list of safe senders: 1 yes, 0 no.'],
  ['pcwl', 'Whether the sender is among the contacts or safe senders of the person: 1 yes, 0 no.'],
  ['abwl', 'Whether the sender is in the address book: 1 yes, 0 no.'],
  ['kl', 'A number for Microsoft only.'],
  ['iwl', 'A mark for Microsoft only.'],
  ['dwl', 'A mark for Microsoft only.'],
  ['dkl', 'A mark for Microsoft only.'],
  ['rwl', 'A mark for Microsoft only.'],
  ['ex', 'A mark for Microsoft only.'],
  ['psp', 'A mark for Microsoft only.'],
]);

const DEST = values(SEEN, [
  ['I', 'It was put into the inbox.'],
  ['J', 'It was put into the junk folder.'],
  ['C', 'It was put into a folder that a rule chose.'],
  ['D', 'It was put into the deleted items.'],
]);

/** Keys of the report that Exchange on own servers writes. */
export const serverReportKeys: ReadonlyMap<string, HeaderValue> = values(STAMPS, [
  ['DV', 'The version of the filter data.'],
  ['SA', 'The signature action: what the filter did because a known message was recognised.'],
  ['SV', 'The version of the signatures.'],
  ['SID', 'The result of Sender ID, which is no longer used.'],
  ['PCL', 'The phishing confidence level, 1 to 8; 4 and more is likely phishing.'],
  ['SCL', 'The spam confidence level, -1 to 9.'],
  ['CW', 'An own word of the content filter matched.'],
  ['PP', 'The sender solved the puzzle of Outlook, which made spam dear.'],
  ['TIME', 'The time of the message counted against it.'],
  ['MIME', 'The message is broken as MIME.'],
  ['P100', 'It holds a link to a known phishing site.'],
  ['IPOnAllowList', 'The address of the client is on the allow list.'],
  ['MessageSecurityAntispamBypass', 'The filter was not asked: the message is exempt.'],
  ['SenderBypassed', 'The filter was not asked: the sender is exempt.'],
  ['AllRecipientsBypassed', 'The filter was not asked: all recipients are exempt.'],
]);

/** Values by the key or field that they belong to, in small letters. */
export const microsoftValues: ReadonlyMap<string, ReadonlyMap<string, HeaderValue>> = new Map([
  ['sfv', SFV],
  ['scl', SCL],
  ['bcl', BCL],
  ['cat', CAT],
  ['dir', DIR],
  ['ipv', IPV],
  ['ipvd', IPV],
  ['efv', EFV],
  ['efvd', EFV],
  ['srv', values(LEARN, [['BULK', 'The bulk complaint level is over the limit of the policy.']])],
  ['sfty', SFTY],
  ['pcl', PCL],
  ['dest', DEST],
  ['compauth', COMPAUTH],
  ['compauth reason', REASON],
  ['dmarc action', ACTION],
  ['authas', AUTH_AS],
  ['authmechanism', AUTH_MECHANISM],
  ['fromentityheader', ENTITY],
  ['messagedirectionality', DIRECTIONALITY],
  ['x-customspam', CUSTOM_SPAM],
]);

/** What the number behind `reason=` says; by its first digit where Microsoft does not document it. */
export function compauthReason(number: string): HeaderValue | undefined {
  if (!/^\d{3}$/.test(number)) return undefined;
  return REASON.get(number) ?? REASON_CLASS.get(number.charAt(0));
}
