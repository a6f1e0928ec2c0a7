/**
 * What tickets are made of, as cheap as it can be had: words that a line of a session, a header, a look-up, a log, a
 * bounce or an export holds. It says where a reading may pay, and not that there is a ticket.
 */
const SIGNS = new RegExp(
  [
    // Sessions and replies.
    String.raw`^\W{0,12}(?:[CS]: ?)?(?:EHLO|HELO|LHLO) \S`,
    String.raw`\b(?:MAIL FROM|RCPT TO): ?<`,
    String.raw`\b220[ -]\S{1,255}.{0,100}\b(?:E?SMTP|LMTP)\b`,
    String.raw`\b[245]\d\d[ -][ #(]{0,2}[245]\.\d{1,2}\.\d{1,3}\b`,
    String.raw`^\W{0,12}[45]\d\d[ -]\W?[A-Za-z\d]`,
    String.raw`\b(?:said|response|returned|replied|error|reply)\b.{0,30}?\b[45]\d\d[ -]`,
    String.raw`\b[45]\d\d\W{1,4}(?:b['"])?[45]\.\d{1,2}\.\d{1,3}\b|\bSMTP(?:Exception|\w{0,30}Error| (?:error|server|code))|\bsmtplib\b|\bMailKit\b`,
    String.raw`\b(?:smtp|e?mails?|recipient|mailbox|rcpt|sender)\b.{0,60}[^\d.][45]\d\d[ -]|: [45]\d\d[ -]\w|\bserver response was\b`,
    String.raw`\b(?:recipient|mailbox|sender|relay(?:ing)?|greylist\w{0,4}|spam|blocklist|blacklist)\w{0,3}\b.{0,60}\b(?:denied|rejected|refused|not (?:exist|found|allowed|accepted)|unavailable|unknown|full|blocked|deferred)\b`,
    // Headers and delivery reports.
    String.raw`^[\W\d]{0,12}(?:Received|Return-Path|Delivered-To|Authentication-Results|ARC-Seal|DKIM-Signature|Received-SPF|Message-ID|X-(?:Forefront-Antispam|MS-Exchange|Spam|Google|Microsoft)[\w-]{0,60}|(?:Final|Original)-Recipient|Diagnostic-Code|Reporting-MTA)\W{0,4}[:=|]`,
    String.raw`^[\W\d]{0,12}(?:From|To|Subject|Message-Id)\W{0,4}: \S`,
    String.raw`\b(?:mailer-daemon|postmaster)@|\bUndeliver(?:able|ed)\b|\b(?:delivery (?:status|to the following|has failed|failure)|(?:couldn't|not) be delivered|Remote-MTA|Action: failed)\b`,
    // Look-ups and records.
    String.raw`->>HEADER<<-|<<>> DiG|^;; (?:QUESTION|ANSWER) SECTION|\bmail exchanger = |\bMX preference = |\bmail is handled by\b|\bhas (?:IPv6 )?address [\da-f]|^\W{0,12}(?:nslookup|dig|kdig|delv|drill|host|q|dog|doggo) \S|^;; |\b(?:IN|\d[\dhms]{0,8})[ \t]{1,20}(?:MX|TXT|TLSA)[ \t]|Resolve-DnsName|\bv=(?:spf1|DMARC1|DKIM1|STSv1|TLSRPTv1)\b|"(?:Question|Answer)" ?:|\bmode: ?(?:enforce|testing)\b|^Name {4,40}Type\b`,
    String.raw`^(?:Server|Serveur|Servidor|Сервер|\u670d\u52a1\u5668)\W{0,4}:`,
    // Logs, queues and exports.
    String.raw`\b(?:postfix|sendmail|exim4?|dovecot|opendkim|opendmarc|amavis|rspamd|qmail|smtpd|haraka|sm-mta|msmtp|mdaemon|lmtp)\b.{0,80}[:=]`,
    String.raw`\b(?:stat(?:us)?|dsn|relay|nrcpts|to|from)=<?\S{1,255}[,;> ]|<= \S{1,255} H=|(?:=>|\*\*|==) \S{1,255}@\S`,
    String.raw`^#(?:Fields|Software|Log-type): |\b(?:Recipient_?Address|Sender_?Address|message_?trace_?id|network-?message-?id|internet_?message_?id|recipient-status|source-context|sg_message_id|bounce_?(?:type|sub)|bouncedRecipients|smtp-id|delivery-status|feedback_metadata)\b`,
    String.raw`\bQueue ?ID\b|<policy_published>|\bMessage T(?:racking|race)\b|\bContent analysis details\b|-Queue ID-|\bmail queue\b|["'](?:event|eventType|notificationType|record_?type|rcpt_to|to|recipients?)["'] ?: ?\[?["{]`,
  ].join('|'),
  'gim',
);

/** Characters that are looked at in one go: with them a look takes a few milliseconds. */
export const GLANCE = 32_768;

/** Where in a text from `from` on the first sign of a ticket stands; the text is a part of a document of any length. */
export function signAt(text: string, from = 0): number | undefined {
  SIGNS.lastIndex = from;
  return SIGNS.exec(text)?.index;
}
