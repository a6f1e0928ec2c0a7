/** A sentence as it stands behind other words: its first letter small, unless a name or a word in capitals begins it. */
export const inSentence = (sentence: string): string =>
  /^[A-Z](?![A-Z0-9])/.test(sentence) && !NAMED.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;

/** Names of programs, services and their makers with which meanings begin. */
const NAMED =
  /^(?:Free (?:limits|says)|Aliyun|Alibaba|Amazon|Amavis|Apple|Barracuda|Brevo|Cisco|Cloudflare|Cloudmark|Comcast|Courier|Cox|Cyrus|Domino|Dovecot|EarthLink|Exchange|Exim|Fastmail|Forefront|Gmail|Google|GoDaddy|Haraka|Hotmail|IronPort|KumoMTA|La Poste|Libero|Lotus|Mailchimp|Mail\.ru|Mailcow|Mailgun|Mailjet|Mailman|Mandrill|Microsoft|Mimecast|Nemesis|NetEase|Notes|OpenSMTPD|Orange|Outlook|Plesk|Postfix|Postini|Postmark|Proofpoint|Proton|Qmail|Rackspace|Rspamd|Salesforce|SendGrid|Sendmail|Sina|SparkPost|SpamAssassin|SpamCop|Spamhaus|SpamTitan|Spectrum|Sophos|Symantec|Telekom|Tencent|Trellix|Trend Micro|Verizon|Yahoo|Yandex|Zimbra|Zoho)\b/;

/** Two sentences as one. */
export function joined(first: string, second: string): string {
  return `${first.replace(/\.$/, '')}; ${inSentence(second)}`;
}
