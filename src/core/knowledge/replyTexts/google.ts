import type { ReasonName } from '../reasons.ts';
import { act, again, probe, queueRetries, wait } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const source = 'Google Workspace Help: Gmail SMTP errors and codes';

/** Google ends its replies with `gsmtp` and names its help pages in them; an address says nothing of the server. */
const byGoogle = /\bgsmtp\b|(?<!@)(?:google|gmail)/i;
/** The reply, or the enhanced code where there is no reply code, is of class 5. */
const refused = /^ ?5/;
const waits = { actor: 'nobody', next: [queueRetries] } as const;

function google(
  name: string,
  pattern: RegExp,
  sample: string,
  reason: ReasonName,
  meaning: string,
  change: Parameters<typeof says>[6] = {},
): ReplyText {
  return says(`google-${name}`, pattern, sample, reason, meaning, source, change);
}

const recipients: readonly ReplyText[] = [
  google(
    'dns-nxdomain',
    /\bDNS type '\w{1,10}' lookup of \S{1,255} responded with code NXDOMAIN/i,
    "DNS Error: 1 DNS type 'mx' lookup of contoso.test responded with code NXDOMAIN Domain name not found: contoso.test",
    'domain-not-found',
    'DNS says that the domain of the recipient does not exist.',
    { sisimai: 'networkerror' },
  ),
  google(
    'receiving-too-quickly',
    /trying to contact is receiving e?mail too quickly/i,
    '450 4.2.1 The user you are trying to contact is receiving email too quickly. gsmtp',
    'rate-limited',
    'The Gmail recipient gets mail too fast at the moment.',
    waits,
  ),
  google(
    'receiving-rate-refused',
    /receiving e?mail at a rate that prevents additional messages|p=ReceivingRatePerm/i,
    '550 5.2.1 The user you are trying to contact is receiving email at a rate that prevents additional messages from being delivered. gsmtp',
    'rate-limited',
    'The Gmail recipient gets far too much mail, and Google gave this message up.',
    { also: refused, actor: 'sender', next: [again('Send the message again later, best after some hours.')] },
  ),
  google(
    'receiving-rate',
    /receiving e?mail at a rate that prevents additional messages|p=ReceivingRate\b/i,
    '450 4.2.1 The user you are trying to contact is receiving email at a rate that prevents additional messages from being delivered. gsmtp',
    'rate-limited',
    'The Gmail recipient gets more mail than Google delivers to one mailbox.',
    waits,
  ),
  google(
    'storage-full-refused',
    /out of storage space|over ?quota|p=OverQuotaPerm/i,
    "552 5.2.2 The recipient's inbox is out of storage space and inactive. gsmtp",
    'mailbox-full',
    'The Google storage of the recipient has been full for long, and mail is refused.',
    { also: /^ ?5[\s\S]{0,1500}(?:gsmtp|(?<!@)google|(?<!@)gmail)/i },
  ),
  google(
    'storage-full',
    /out of storage space|over ?quota|p=OverQuotaTemp/i,
    "452 4.2.2 The recipient's inbox is out of storage space. gsmtp",
    'mailbox-full',
    'The Google storage of the recipient is full.',
    { also: byGoogle },
  ),
  google(
    'no-such-user',
    /account that you tried to reach does not exist|p=NoSuchUser/i,
    '550-5.1.1 The email account that you tried to reach does not exist. gsmtp',
    'recipient-unknown',
    'Google knows no account with this address.',
  ),
  google(
    'disabled-user',
    /account that you tried to reach is (?:disabled|inactive)|p=DisabledUser/i,
    '550 5.2.1 The email account that you tried to reach is disabled. gsmtp',
    'recipient-inactive',
    'The Google account of the recipient is disabled or inactive.',
    {
      actor: 'recipient',
      next: [act('Sign in to the account to make it active again.'), act('Reach the recipient another way.', 'sender')],
    },
  ),
  google(
    'recipient-domain',
    /find the recipient domain|p=BadRcptDomain/i,
    '553 5.1.2 We were unable to find the recipient domain. gsmtp',
    'domain-not-found',
    'Google finds no mail domain of this name for the recipient.',
  ),
  google(
    'address-form',
    /address[^\n]{0,200} is not a valid RFC[ -]?5321 address/i,
    '553-5.1.3 The recipient address <bob@> is not a valid RFC 5321 address. gsmtp',
    'address-malformed',
    'Google cannot read the address of the sender or the recipient: it is not written as an address.',
  ),
  google(
    'too-many-recipients',
    /your message has too many recipients|p=TooManyRecipients/i,
    '452-4.5.3 Your message has too many recipients. gsmtp',
    'too-many-recipients',
    'The message has more recipients than Google takes in one go.',
    { also: byGoogle },
  ),
  google(
    'too-many-recipients-for-sender',
    /too many recipients for this sender/i,
    '550-5.5.3 Too many recipients for this sender. gsmtp',
    'too-many-recipients',
    'The Google account sends to more recipients than it may.',
    {
      actor: 'sender',
      retry: 'later',
      next: [
        act('Send in smaller groups, and wait a day in between.'),
        act('Use a mailing list or group for large numbers.'),
      ],
    },
  ),
  google(
    'several-domains',
    /multiple destination domains per transaction/i,
    '451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again. gsmtp',
    'feature-missing',
    'Google takes recipients of one domain only in a single transaction.',
    { next: [act('Have the sending server send one transaction for each recipient domain.')] },
  ),
  google(
    'policy-size',
    /domain policy size per transaction exceeded/i,
    '452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction. gsmtp',
    'too-many-recipients',
    'The rules of these recipient domains are too large to be applied together.',
    { next: [act('Have the sending server send to this recipient in a transaction of its own.')] },
  ),
];

const limits: readonly ReplyText[] = [
  google(
    'relay-peak',
    /peak SMTP relay limit exceeded/i,
    '450 4.2.1 Peak SMTP relay limit exceeded for customer. gsmtp',
    'rate-limited',
    'The organisation sends too much at once through the Google Workspace relay.',
    {
      next: [
        act('Spread the mail over more time.'),
        act('Check for a script or account that sends more than it should.'),
      ],
    },
  ),
  google(
    'relay-daily',
    /daily SMTP relay (?:sending )?limit exceeded/i,
    '550 5.4.5 Daily SMTP relay sending limit exceeded for customer. gsmtp',
    'rate-limited',
    'The organisation reached the daily limit of the Google Workspace relay.',
    {
      next: [
        wait('Wait a day, and spread the mail over several days.'),
        act('Check which host or account sends so much.'),
      ],
    },
  ),
  google(
    'daily-limit',
    /daily (?:user )?sending (?:limit|quota) exceeded/i,
    '550 5.4.5 Daily user sending limit exceeded. gsmtp',
    'rate-limited',
    'The Google account reached its daily sending limit.',
    {
      actor: 'sender',
      next: [
        wait('Wait a day.'),
        act('Check whether somebody else uses the account.'),
        act('Use a bulk mail service for large mailings.'),
      ],
    },
  ),
  google(
    'account-rate-limited',
    /this e?mail has been rate limited(?! because)/i,
    '550-5.7.1 This email has been rate limited. gsmtp',
    'rate-limited',
    'The Google account sends more than it may, so Google refuses this message.',
    {
      also: refused,
      actor: 'sender',
      next: [wait('Wait a day before sending again.'), act('Check whether somebody else uses the account.')],
    },
  ),
  google(
    'same-message-id',
    /same message-id/i,
    '421-4.7.28 Gmail has detected an unusual rate of email with the same Message-ID header. gsmtp',
    'rate-limited',
    'Many messages bear the same Message-ID, and Google slows them down.',
    { also: byGoogle, next: [act('Give every message a Message-ID of its own.')] },
  ),
  google(
    'identity-rate',
    /\b[45]\.7\.28\b[^\n]{0,300}(?:IP Netblock|DKIM domain|SPF domain|URL domains)/i,
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your DKIM domain [contoso.test      36]. gsmtp',
    'rate-limited',
    'Google sees too much unwanted mail tied to the network, the DKIM or SPF domain or the linked domain that the reply names.',
    {
      also: byGoogle,
      next: [
        act('Send less in the name of the domain or network that the reply names.'),
        act('Find out who else sends with it.'),
      ],
    },
  ),
  google(
    'unusual-rate-refused',
    /\b5\.7\.28\b|\b5\.7\.1\b[^\n]{0,300}unusual rate of unsolicited/i,
    '550-5.7.28 [192.0.2.1] Our system has detected an unusual rate of unsolicited mail originating from your IP address. gsmtp',
    'rate-limited',
    'Google blocks mail from this IP address because too much of it is unwanted.',
    {
      also: byGoogle,
      retry: 'no',
      next: [
        act('Find the account or script that sends the unwanted mail, and stop it.'),
        act('Send less and raise the volume slowly.'),
      ],
    },
  ),
  google(
    'unusual-rate',
    /unusual rate of (?:unsolicited )?e?mail|p=UnsolicitedRateLimitError|\b4\.7\.28\b/i,
    '421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. gsmtp',
    'rate-limited',
    'Google sees an unusual amount of mail from this IP address and slows it down.',
    {
      also: byGoogle,
      next: [
        act('Send less and raise the volume slowly.'),
        act('Check for an account or a script that sends more than it should.'),
      ],
    },
  ),
  google(
    'too-many-logins',
    /too many login attempts/i,
    '454 4.7.0 Too many login attempts, please try again later. gsmtp',
    'rate-limited',
    'Google saw too many logins in a short time.',
    {
      also: byGoogle,
      next: [
        act('Stop programs that log in again and again, and check the password they use.'),
        act('Keep a connection open for several messages instead of a login for each.'),
      ],
    },
  ),
];

const reputation: readonly ReplyText[] = [
  google(
    'ipv6-guidelines',
    /does not meet IPv6 sending guidelines|p=IPv6AuthError/i,
    '550-5.7.1 [2001:db8::1] Our system has detected that this message does not meet IPv6 sending guidelines. gsmtp',
    'reverse-dns',
    'Mail over IPv6 needs a PTR record and SPF or DKIM at Google, and this message lacks one of them.',
    {
      next: [
        act('Have a PTR record set for the IPv6 address, and an AAAA record for the name it gives.'),
        act('Make SPF or DKIM pass, or send over IPv4.'),
      ],
    },
  ),
  google(
    'low-reputation-refused',
    /very low reputation of the sending (?:IP|domain)/i,
    '550-5.7.1 [192.0.2.1 19] Our system has detected that this message is likely suspicious due to the very low reputation of the sending domain. gsmtp',
    'poor-reputation',
    'Google refuses the message because the sending IP address or domain has a very low reputation there.',
    {
      also: refused,
      next: [
        act('Check the domain in Google Postmaster Tools.'),
        act('Send only to recipients who want the mail, and raise the volume slowly.'),
      ],
    },
  ),
  google(
    'low-reputation',
    /very low reputation of the sending (?:IP|domain)/i,
    '421-4.7.0 This message is suspicious due to the very low reputation of the sending IP address. gsmtp',
    'poor-reputation',
    'Google slows the mail down because the sending IP address or domain has a very low reputation there.',
    {
      next: [
        act('Check the domain in Google Postmaster Tools.'),
        act('Send less, and only to recipients who want the mail.'),
      ],
    },
  ),
  google(
    'suspicious-content',
    /nature of the content (?:and\/or|or) the links/i,
    '421-4.7.0 This message is suspicious due to the nature of the content or the links within. gsmtp',
    'spam-refused',
    'Google finds the content or a link of this message suspicious.',
    {
      transientRetry: 'later',
      next: [act('Check every link, its domain and what it leads to.'), act('Check the text.')],
    },
  ),
  google(
    'unsolicited-slowed',
    /\b4\.7\.0\b[^\n]{0,300}(?:unsolicited mail|message has been blocked)/i,
    '421-4.7.0 [192.0.2.1 15] Our system has detected that this message is likely unsolicited mail. This message has been blocked. gsmtp',
    'spam-refused',
    'Google takes mail from this sender for spam and slows it down.',
    {
      also: byGoogle,
      next: [act('Send less for some hours.'), act('Find and stop unwanted mail that leaves through this address.')],
    },
  ),
  google(
    'unsolicited',
    /likely (?:to be )?unsolicited|p=UnsolicitedMessageError/i,
    '550-5.7.1 [192.0.2.1 12] Our system has detected that this message is likely unsolicited mail. gsmtp',
    'spam-refused',
    'Google takes the message for spam.',
  ),
  google(
    'not-authorized-ip',
    /not authorized to send e?mail directly to our servers|p=NotAuthorizedError/i,
    '550-5.7.1 [192.0.2.1] The IP you are using to send mail is not authorized to send email directly to our servers. gsmtp',
    'blocklisted',
    'Google takes no mail straight from this IP address: it is a dynamic one or stands on a list.',
    { next: [act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.')] },
  ),
  google(
    'ptr-refused',
    /\b5\.7\.25\b/,
    '550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record setup. gsmtp',
    'reverse-dns',
    'Google refuses the mail: the PTR record of the sending IP address is missing or does not match.',
    { also: byGoogle },
  ),
  google(
    'ptr-slowed',
    /\b4\.7\.23\b/,
    '421-4.7.23 Your email has been rate limited because the sending IP address does not have a PTR record. gsmtp',
    'reverse-dns',
    'Google slows the mail down: the PTR record of the sending IP address is missing or does not match.',
    { also: byGoogle },
  ),
  google(
    'ptr-missing',
    /does not have a PTR record/i,
    '421-4.7.0 [192.0.2.1] The IP address sending this message does not have a PTR record. gsmtp',
    'reverse-dns',
    'Google wants a PTR record for the sending IP address, and an address record for the name it gives.',
    { also: byGoogle },
  ),
];

const authentication: readonly ReplyText[] = [
  google(
    'dmarc-dns',
    /\b4\.7\.26\b[^\n]{0,300}temporary DNS/i,
    "451-4.7.26 Unauthenticated email from contoso.test is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. gsmtp",
    'dns-failure',
    'Google could not check DMARC because DNS of the From domain gave no answer.',
    { actor: 'sending admin', next: [probe('Check that all name servers of the From domain answer.')] },
  ),
  google(
    'dmarc',
    /not accepted due to domain'?s DMARC|\b5\.7\.26\b(?! {1,2}ETP\d)[^\n]{0,300}DMARC policy|p=DmarcRejection/i,
    "550-5.7.26 Unauthenticated email from contoso.test is not accepted due to domain's DMARC policy. gsmtp",
    'dmarc-failed',
    'The From domain asks to refuse mail that fails DMARC, and this message fails at Google.',
  ),
  google(
    'spf-hard-fail',
    /\b5\.7\.26\b[^\n]{0,300}hard fail policy/i,
    '550-5.7.26 The MAIL FROM domain [contoso.test] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks. gsmtp',
    'spf-failed',
    'The SPF record of the sender domain ends in -all and does not name the sending IP address.',
  ),
  google(
    'unauthenticated',
    /\b5\.7\.26\b/,
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated. gsmtp',
    'sender-unauthenticated',
    'Google refuses the message: neither SPF nor DKIM passed, and it wants at least one.',
    { also: byGoogle },
  ),
  google(
    'unauthenticated-slowed',
    /\b4\.7\.26\b/,
    '421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. gsmtp',
    'sender-unauthenticated',
    'Google slows the mail down: neither SPF nor DKIM passed, and it wants at least one.',
    { also: byGoogle },
  ),
  google(
    'spf-suspicious',
    /\b5\.7\.24\b/,
    '550-5.7.24 The SPF record of the sending domain has one or more suspicious entries. gsmtp',
    'spf-failed',
    'Google refuses the mail because the SPF record of the domain has suspicious entries, such as very wide ones.',
    {
      also: byGoogle,
      next: [act('Take entries out of the SPF record that allow large networks, and name only your own servers.')],
    },
  ),
  google(
    'spf-suspicious-slowed',
    /\b4\.7\.24\b/,
    '421-4.7.24 The SPF record of the sending domain has one or more suspicious entries. gsmtp',
    'spf-failed',
    'Google slows the mail down because the SPF record of the domain has suspicious entries, such as very wide ones.',
    {
      also: byGoogle,
      next: [act('Take entries out of the SPF record that allow large networks, and name only your own servers.')],
    },
  ),
  google(
    'spf-required',
    /\b5\.7\.27\b/,
    '550-5.7.27 Your email has been blocked because the sender is unauthenticated. SPF did not pass. gsmtp',
    'spf-failed',
    'Google refuses the mail: SPF did not pass, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'spf-required-slowed',
    /\b4\.7\.27\b/,
    "421-4.7.27 Your email has been rate limited because SPF authentication didn't pass. gsmtp",
    'spf-failed',
    'Google slows the mail down: SPF did not pass, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'tls-required',
    /\b5\.7\.29\b/,
    '550-5.7.29 Your email has been blocked because it was not sent over a TLS connection. gsmtp',
    'tls-required',
    'Google refuses the mail: it came without TLS, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'tls-required-slowed',
    /\b4\.7\.29\b/,
    "421-4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. gsmtp",
    'tls-required',
    'Google slows the mail down: it came without TLS, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'dkim-required',
    /\b5\.7\.30\b/,
    '550-5.7.30 Your email has been blocked because the sender is unauthenticated. DKIM did not pass. gsmtp',
    'dkim-failed',
    'Google refuses the mail: DKIM did not pass, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'dkim-required-slowed',
    /\b4\.7\.30\b/,
    "421-4.7.30 Your email has been rate limited because DKIM authentication didn't pass. gsmtp",
    'dkim-failed',
    'Google slows the mail down: DKIM did not pass, and bulk senders need it.',
    { also: byGoogle },
  ),
  google(
    'alignment',
    /\b[45]\.7\.32\b|no DMARC alignment/i,
    "421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain. gsmtp",
    'dmarc-failed',
    'The From domain is aligned with neither the SPF nor the DKIM domain.',
    { also: /gsmtp|google|gmail|aligned|no DMARC alignment/i },
  ),
  google(
    'no-dmarc-record',
    /\b5\.7\.40\b/,
    '550-5.7.40 Your email has been blocked because the sending domain does not have a DMARC record. gsmtp',
    'dmarc-failed',
    'Google refuses the mail: the From domain has no DMARC record, and bulk senders need one.',
    {
      also: /gsmtp|google|gmail|DMARC/i,
      next: [act('Publish a DMARC record for the From domain; p=none is enough to start.')],
    },
  ),
  google(
    'no-dmarc-record-slowed',
    /\b4\.7\.40\b/,
    "421-4.7.40 Your email has been rate limited because the sending domain doesn't have a DMARC record. gsmtp",
    'dmarc-failed',
    'Google slows the mail down: the From domain has no DMARC record, and bulk senders need one.',
    { also: byGoogle, next: [act('Publish a DMARC record for the From domain; p=none is enough to start.')] },
  ),
];

const access: readonly ReplyText[] = [
  google(
    'gateway-list',
    /IP not in (?:white|allow)list for RCPT domain/i,
    '421-4.7.0 IP not in whitelist for RCPT domain, closing connection. gsmtp',
    'client-refused',
    'The recipient domain takes mail from its own gateway only, and this IP address is not in that list.',
    {
      actor: 'receiving admin',
      transientRetry: 'later',
      next: [
        act('Add the IP address to the inbound gateway in Google Workspace if it should deliver there.'),
        act('Deliver to the hosts that the MX records name.', 'sender'),
      ],
    },
  ),
  google(
    'tls-for-domain',
    /TLS required for RCPT domain/i,
    '421-4.7.0 TLS required for RCPT domain, closing connection. gsmtp',
    'tls-required',
    'The recipient domain at Google takes mail over TLS only.',
  ),
  google(
    'starttls-first',
    /must issue a STARTTLS command first/i,
    '530 5.7.0 Must issue a STARTTLS command first. gsmtp',
    'tls-required',
    'Google wants STARTTLS before this command.',
    { also: byGoogle },
  ),
  google(
    'login-required',
    /authentication required|p=WantAuthError/i,
    '530-5.7.0 Authentication Required. gsmtp',
    'login-required',
    'Google wants a login before it sends mail for this program or device.',
    { also: byGoogle },
  ),
  google(
    'app-password',
    /application-specific password required/i,
    '534-5.7.9 Application-specific password required. gsmtp',
    'login-failed',
    'The account has two-step login, so its normal password does not work here.',
    { next: [act('Create an app password, or let the program use OAuth.')] },
  ),
  google(
    'web-login',
    /\b5\.7\.14\b|log ?in (?:with|via|through) your web browser/i,
    '534-5.7.14 Please log in via your web browser and then try again. gsmtp',
    'login-failed',
    'Google wants a login in the browser first.',
    {
      also: byGoogle,
      next: [act('Log in with a browser and confirm the security question.'), act('Let the program use OAuth.')],
    },
  ),
  google(
    'bad-credentials',
    /username and password not accepted|p=BadCredentials/i,
    '535-5.7.8 Username and Password not accepted. gsmtp',
    'login-failed',
    'Google did not accept user name and password; a plain account password is no longer enough for most accounts.',
    {
      also: /^535 5\.7\.8|\bgsmtp\b|(?<!@)(?:google|gmail)|p=BadCredentials/i,
      next: [
        act('Create an app password, or let the program use OAuth.'),
        act('Check the user name: it is the full address.'),
      ],
    },
  ),
  google(
    'login-mechanism',
    /unrecognized authentication type|XOAUTH is no longer supported/i,
    '504 5.7.4 Unrecognized Authentication Type. gsmtp',
    'security-refused',
    'Google does not know this login mechanism, or no longer takes it.',
    { also: byGoogle, actor: 'sending admin', next: [act('Use XOAUTH2, or PLAIN with an app password.')] },
  ),
  google(
    'login-data',
    /cannot decode response|no identity changes permitted|optional argument not permitted/i,
    '501 5.5.2 Cannot Decode response. gsmtp',
    'login-failed',
    'The program sent its login in a form that Google cannot read, or logged in twice in one session.',
    {
      also: byGoogle,
      actor: 'sending admin',
      next: [act('Correct how the program sends AUTH, and log in once a session.')],
    },
  ),
  google(
    'relay-credentials',
    /invalid credentials for relay/i,
    '550-5.7.1 Invalid credentials for relay [192.0.2.1]. gsmtp',
    'relaying-denied',
    'The Google Workspace relay knows this IP address, but the message uses a domain that is not of the organisation.',
    {
      next: [
        act('Use a domain of the organisation in HELO or MAIL FROM.'),
        act('Log in to the relay with an account.'),
      ],
    },
  ),
  google(
    'relay-denied',
    /\be?mail relay denied/i,
    '550-5.7.0 Mail relay denied [192.0.2.1]. gsmtp',
    'relaying-denied',
    'The Google Workspace relay does not know this IP address or domain, or the organisation is suspended there.',
    {
      also: byGoogle,
      next: [
        act('Register the IP address in the SMTP relay settings of Google Workspace, or log in.'),
        act('Check that the Google Workspace subscription is active.'),
      ],
    },
  ),
  google(
    'sending-denied',
    /\be?mail sending denied/i,
    '550-5.7.0 Mail sending denied. gsmtp',
    'account-disabled',
    'Google lets this account send no mail: it is switched off or unknown.',
    { also: byGoogle, next: [act('Check the account in the Google Admin console, and why it was switched off.')] },
  ),
  google(
    'custom-policy',
    /policy that prohibit(?:s|ed) the e?mail that you sent|administrative policy|- gcdp\b/i,
    '550-5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent. - gcdp',
    'policy-refused',
    'A rule that an admin set in Google Workspace refuses the message.',
    { also: /policy that prohibit|gcdp|gsmtp|google|gmail/i },
  ),
];

const content: readonly ReplyText[] = [
  google(
    'blocked-content',
    /content presents a potential security issue|p=BlockedMessage|illegal attachment on your message|message was blocked because its content/i,
    '552-5.7.0 This message was blocked because its content presents a potential security issue. gsmtp',
    'content-refused',
    'Google blocks a file type or content of this message.',
  ),
  google(
    'message-size',
    /exceeded google'?s message size limits|p=MaxSizeError|\b5\.2\.3\b[^\n]{0,100}size limits/i,
    "552-5.3.4 Your message exceeded Google's message size limits. gsmtp",
    'message-too-large',
    'The message is larger than Google takes.',
    { next: [act('Send a link to the file: encoding makes an attachment about a third larger.')] },
  ),
  google(
    'parts-and-headers',
    /\b5\.3\.4\b[^\n]{0,300}(?:number of attachments|header size limits|per individual header|header name limit|Subject: header)/i,
    '552-5.3.4 The number of attachments (501) exceeds the limit of 500 attachments. gsmtp',
    'message-too-large',
    'The message has too many attachments, or its headers are too large for Google.',
    {
      actor: 'sending admin',
      next: [act('Send fewer attachments.'), act('Look for headers that grew, such as a long list of recipients.')],
    },
  ),
  google(
    'from-missing',
    /missing a valid address in (?:the )?From\b|having no From: header|\bFrom: header is missing/i,
    '550-5.7.1 [192.0.2.1] Messages missing a valid address in From: header, or having no From: header, are not accepted. gsmtp',
    'message-malformed',
    'Google refuses the message because it has no From field with a valid address.',
    { next: [act('Send exactly one From field with one valid address.')] },
  ),
  google(
    'message-id-missing',
    /missing a valid Message-ID/i,
    '550-5.7.1 Messages missing a valid Message-ID: header are not accepted. gsmtp',
    'message-malformed',
    'Google refuses the message because it has no valid Message-ID.',
    { next: [act('Have the sending program or server give every message a Message-ID.')] },
  ),
  google(
    'from-doubled',
    /multiple addresses in (?:the )?From\b|multiple From: headers/i,
    '550-5.7.1 Messages with multiple addresses in From: header are not accepted. gsmtp',
    'message-malformed',
    'Google refuses the message because it has more than one From field or more than one address in it.',
    { next: [act('Send exactly one From field with one valid address.')] },
  ),
  google(
    'rfc-5322',
    /is not RFC ?5322 compliant|p=RfcMessageNonCompliant/i,
    '550-5.7.1 [192.0.2.1] This message is not RFC 5322 compliant. There are multiple Subject headers. gsmtp',
    'message-malformed',
    'Google refuses the message because a header field is doubled or malformed.',
    { next: [act('Read in the reply which field it is, and send it once and well formed.')] },
  ),
  google(
    'header-characters',
    /unicode character in a disallowed header|encoded-word syntax is not permitted/i,
    '550-5.7.1 This message contains a unicode character in a disallowed header. gsmtp',
    'message-malformed',
    'A header field holds letters beyond ASCII, or an encoded word, where Google allows none.',
    { next: [act('Use plain ASCII in the field that the reply names.')] },
  ),
  google(
    'malformed',
    /\bmessage is malformed/i,
    '554 5.6.0 Mail message is malformed. Not accepted. gsmtp',
    'message-malformed',
    'Google cannot read the message: its headers or its MIME parts are broken.',
    { also: byGoogle },
  ),
  google(
    'loop',
    /exceeded 50 hops|p=MailLoop/i,
    '554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop. gsmtp',
    'mail-loop',
    'The message passed more than 50 servers, so Google takes it for a loop.',
  ),
];

const session: readonly ReplyText[] = [
  google(
    'temporarily-rejected',
    /mail server (?:has )?temporarily rejected (?:this )?message/i,
    '451 4.3.0 Mail server temporarily rejected message. gsmtp',
    'server-busy',
    'Google does not take the message at the moment.',
    { also: byGoogle, ...waits },
  ),
  google(
    'temporary-problem',
    /temporary system problem/i,
    '421 4.7.0 Temporary System Problem. Try again later. gsmtp',
    'server-busy',
    'Google has a problem of its own at the moment.',
    { also: byGoogle, ...waits, actor: 'provider' },
  ),
  google(
    'idle',
    /timeout - closing connection/i,
    '451 4.4.2 Timeout - closing connection. gsmtp',
    'connection-failed',
    'Google waited too long for the next command or for data and closed the connection.',
    {
      also: byGoogle,
      next: [act('Check for a scanner or a slow link that delays the message on the sending side.')],
    },
  ),
  google(
    'busy',
    /server busy/i,
    '421 4.4.5 Server busy, try again later. gsmtp',
    'server-busy',
    'The server of Google is busy at the moment.',
    { also: byGoogle, ...waits },
  ),
  google(
    'connection-expired',
    /connection expired, try reconnecting/i,
    '421 4.7.0 Connection expired, try reconnecting. gsmtp',
    'connection-failed',
    'The connection was open longer than Google allows.',
    { actor: 'nobody', next: [wait('Wait: the sending server connects anew by itself.', 'nobody')] },
  ),
  google(
    'try-later-closing',
    /try again later, closing connection/i,
    '421-4.7.0 Try again later, closing connection. (EHLO) gsmtp',
    'too-many-connections',
    'Google closes the connection: too many are open from this IP address, or the HELO name is not one it trusts.',
    {
      also: byGoogle,
      next: [
        act('Set the HELO name to the full public host name of the server.'),
        act('Open fewer connections at once.'),
      ],
    },
  ),
  google(
    'helo-argument',
    /(?:HELO\/EHLO|EHLO|HELO) argument[^\n]{0,200}invalid|Empty HELO\/EHLO argument|p=helo\b/i,
    '501 5.5.4 HELO/EHLO argument "_" invalid, closing connection. gsmtp',
    'greeting-refused',
    'Google does not accept the HELO name: it is empty or no host name.',
    { also: byGoogle },
  ),
  google(
    'pipelined-starttls',
    /no commands allowed to pipeline after STARTTLS/i,
    '523 5.7.10 SMTP protocol violation, no commands allowed to pipeline after STARTTLS. gsmtp',
    'command-order',
    'The client sent more commands together with STARTTLS instead of starting TLS first.',
    { next: [act('Correct the program or the proxy that sends: after STARTTLS it must wait for the reply.')] },
  ),
  google(
    'protocol-violation',
    /smtp protocol violation|no data after bdat|(?:EHLO\/HELO|MAIL|RCPT) first|too many unauthenticated commands|starttls may not be repeated/i,
    '503 5.5.1 EHLO/HELO first. gsmtp',
    'command-order',
    'The client broke the order of commands that Google wants.',
    { also: byGoogle, next: [act('Correct the program or the proxy that sends.')] },
  ),
];

/** Words of Google: Gmail and Google Workspace. */
export const googleTexts: readonly ReplyText[] = [
  ...recipients,
  ...limits,
  ...reputation,
  ...authentication,
  ...access,
  ...content,
  ...session,
];
