import { type HeaderValue, values } from './headerValue.ts';

const PROOFPOINT = values('convention of Proofpoint', [
  ['rule', 'The rule that decided on the message.'],
  ['policy', 'The policy that the rule belongs to.'],
  ['score', 'The final score, 0 to 100.'],
  ['spamscore', 'The score for spam, 0 to 100.'],
  ['phishscore', 'The score for phishing, 0 to 100.'],
  ['malwarescore', 'The score for malware, 0 to 100.'],
  ['bulkscore', 'The score for bulk mail, 0 to 100.'],
  ['adultscore', 'The score for adult content, 0 to 100.'],
  ['impostorscore', 'The score for a forged sender, 0 to 100.'],
  ['suspectscore', 'The score for suspicious content, 0 to 100.'],
  ['lowpriorityscore', 'The score for mail of low priority, 0 to 100.'],
  ['clxscore', 'The score of the content classifier.'],
  ['mlxscore', 'The score of the learning classifier.'],
  ['mlxlogscore', 'The raw score of the learning classifier.'],
  ['priorityscore', 'The score for mail of high priority.'],
  ['unknownsenderscore', 'The score for a sender who never wrote before.'],
  ['classifier', 'Which classifier judged.'],
  ['authscore', 'The score of the checks of the sender.'],
  ['authcc', 'A result for Proofpoint only.'],
  ['adjust', 'What was added to the score.'],
  ['reason', 'Why it was judged so.'],
  ['scancount', 'How often it was scanned.'],
  ['engine', 'The version of the engine.'],
  ['definitions', 'The date of the data of the filter.'],
  ['vendor', 'Whose virus scanner it is.'],
  ['signatures', 'How many signatures of viruses matched.'],
]);

const MIMECAST = values('convention of Mimecast', [
  ['policy', 'The policy that was applied.'],
  ['similar internal domain', 'Whether the domain looks like one of your own.'],
  ['similar monitored external domain', 'Whether the domain looks like one that you watch.'],
  ['custom external domain', 'Whether the domain is on an own list.'],
  ['mimecast external domain', 'Whether the domain is on the list of Mimecast.'],
  ['newly observed domain', 'Whether the domain is new.'],
  ['internal user name', 'Whether the display name is that of one of your own users.'],
  ['custom display name list', 'Whether the display name is on an own list.'],
  ['reply-to address mismatch', 'Whether Reply-To and From differ.'],
  ['targeted threat dictionary', 'Whether it uses words of a list of threats.'],
  ['mimecast threat dictionary', 'Whether it uses words of the list of Mimecast.'],
  ['custom threat dictionary', 'Whether it uses words of an own list.'],
]);

const IRONPORT = values('convention of Cisco Secure Email (IronPort)', [
  ['e', 'The virus scanner that looked at the message.'],
  ['i', 'The version of the scanner, and the data behind it.'],
  ['d', 'A mark of what was found.'],
  ['a', 'The action of the scanner.'],
]);

const BARRACUDA = values('convention of Barracuda', [
  ['score', 'The score of the message.'],
  ['using', 'Whose limits were used: those of the whole system or of one user.'],
  ['tag_level', 'From this score on the subject is marked.'],
  ['quarantine_level', 'From this score on the message goes to quarantine.'],
  ['kill_level', 'From this score on the message is blocked.'],
  ['tests', 'The rules that matched.'],
]);

/** Names of Barracuda's own rules; most of the others are SpamAssassin's. */
export const barracudaRules: ReadonlyMap<string, HeaderValue> = values('convention of Barracuda', [
  ['BSF_SC0_SA_TO_FROM_ADDR_MATCH', 'Sender and recipient are the same address.'],
  ['BSF_SC0_MISMATCH_TO', 'The recipient of the envelope does not stand in To.'],
  ['BSF_SC0_SA085', 'A rule of Barracuda that is not documented.'],
  ['BSF_RULE7568M', 'A rule of Barracuda that is not documented.'],
  ['BSF_SC5_MJ1963', 'A rule of Barracuda that is not documented.'],
  ['BSF_SPF_SOFTFAIL', 'SPF says that the client is probably not allowed.'],
  ['BSF_SPF_HARDFAIL', 'SPF forbids the client.'],
  ['THREAD_INDEX|THREAD_TOPIC', 'It has the fields of a conversation in Outlook, which speaks for it.'],
]);

const MS_CONNECTING = values('seen in messages; Microsoft does not document it', [
  ['tenantid', 'The organisation in Microsoft 365 that the message counts for.'],
  ['ip', 'The address of the server that handed the message to Microsoft.'],
  ['helo', 'The HELO names that this server gave.'],
  ['domain', 'The domain of the server that handed the message over.'],
]);

const AUTOCRYPT = values('Autocrypt Level 1', [
  ['addr', 'The address that the key belongs to.'],
  ['prefer-encrypt', 'mutual: the sender wishes that answers be encrypted.'],
  ['keydata', 'The public OpenPGP key.'],
]);

const BIMI = values('draft-brand-indicators-for-message-identification', [
  ['v', 'The version, always BIMI1.'],
  ['s', 'The selector: the BIMI record is at SELECTOR._bimi.DOMAIN.'],
  ['l', 'Where the logo lies.'],
  ['a', 'Where the mark certificate lies.'],
]);

const UI = values('convention of GMX and web.de (United Internet)', [
  ['notjunk', '1: the filter holds the message for no spam.'],
  ['junk', '1: the filter holds the message for spam.'],
]);

/** Keys in `key=value` lists by the beginning of the field's name, in small letters. */
export const keysOfFields: readonly (readonly [field: string, keys: ReadonlyMap<string, HeaderValue>])[] = [
  ['x-proofpoint-', PROOFPOINT],
  ['x-ppe-', PROOFPOINT],
  ['x-mimecast-impersonation-protect', MIMECAST],
  ['x-ironport-av', IRONPORT],
  ['x-barracuda-', BARRACUDA],
  ['x-bess-', BARRACUDA],
  ['x-ms-exchange-crosstenant-originalattributedtenantconnectingip', MS_CONNECTING],
  ['x-ms-exchange-skiplistedinternetsender', MS_CONNECTING],
  ['x-ms-exchange-externaloriginalinternetsender', MS_CONNECTING],
  ['autocrypt', AUTOCRYPT],
  ['bimi-', BIMI],
  ['x-ui-', UI],
];
