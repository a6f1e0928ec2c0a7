import type { Lexicon } from '../concepts.ts';

/** English, as mail servers, clients and services write it. */
export const english: Lexicon = {
  formed: 'fqdn fully-qualified fully_qualified compliant compliance conform conforms conforming well-formed',
  account: 'smtp_account sending_account account accounts',
  activity: 'outbound_spam spam_abuse activity activities behavior behaviour pattern',
  address: 'address addresses e-mail_address email_address adress',
  'api key': 'api_key api_keys apikey api_token server_token account_token access_key secret_key',
  arc: 'arc',
  attachment:
    'attachment* file_type file_types filetype file_extension file_name filename executable* mime_type archive zip',
  blocklist:
    'blacklist* black-list* blocklist* block-list* block_list black_list denylist* deny_list rbl uribl uribls surbl surbls urlbl dnsbl dnsbls rbls drbl spamhaus spamcop barracuda sorbs uceprotect our_list our_lists our_own_list our_local_list local_list internal_list private_list',
  certificate: 'certificate* cert certs',
  characters: 'character characters chars char syntax',
  client:
    'your_host_name your_hostname earth_link ip ips ip-address client clients connecting_host connecting_ip sending_host sending_server sending_ip sending_mta mta host sending_system remote_host ipv4 ipv6 netblock subnet network',
  command: 'option options extension command commands verb parameter parameters argument arguments',
  connection:
    'connection connections session sessions connect connects connecting socket concurrent simultaneous concurrency',
  content: 's/mime pgp openpgp content contents body text wording keyword keywords phrase phrases',
  country: 'country countries geoip geo-ip geo geographic* geolocation',
  dkim: 'dkim domainkeys dkim-signature',
  dmarc: 'dmarc',
  dns: 'authoritative non-authoritative autorisierende autoritativa dns nameserver nameservers name_server name_servers resolver lookup look-up resolve resolved resolvable resolution',
  domain: 'your_host_name your_hostname domain domains domainname hostname host_name',
  dynamic: 'dynamic dynamically dial-up dialup residential dhcp generic home_user home_users end-user end_user',
  expansion: 'expansion expand expanding expanded',
  'from field': 'from_header from_headers from_field header_from from: rfc5322.from 5322.from rfc5322',
  greylist:
    'first_time_sender first-time_sender first_contact greylist* graylist* grey-list* gray-list* grey_list* gray_list* grey_listing gray_listing postgrey',
  header:
    'header headers message-id date_header subject_line subject_field subject_header empty_subject missing_subject no_subject received_headers received_header',
  helo: 'helo ehlo helo/ehlo ehlo/helo',
  inside: 'internal internally inside',
  limit: 'limit limits maximum max threshold limitation limitations allowance allotment cap',
  line: 'line lines',
  link: 'uribl uribls surbl surbls urlbl link links url urls uri uris hyperlink* web_site website',
  list: 'list_address mailing_list mailing_lists mailinglist list group groups distribution_list newsgroup',
  login:
    'authentication auth authenticate authenticated authenticating login logins logon log_in logged_in logged_on log_on sasl smtpauth smtp-auth sign_in signin signed_in authenticator pop-before-smtp',
  loop: 'loop loops looping hops hop_count received_headers received_lines received_fields',
  mailbox: 'mailbox mailboxes mail_box maildrop inbox in-box mailfolder mail_folder',
  member: 'member members subscriber subscribers subscribed moderator moderators moderated moderation',
  message:
    'message messages mail mails e-mail e-mails email emails msg letter submission newsletter transaction delivery deliveries',
  mx: 'mx mxs mx_host mx_hosts mx_server mx_servers mail_exchanger mail_exchangers exchanger exchangers a-record a/mx mx-record mx_record mx_records a_records',
  own: 'smtp_account sending_account your you yours yourself my',
  password:
    'password passwords passwd passphrase credential credentials username usernames user_name user_names userid user_id login_name secret authentication_data',
  period:
    'time_unit unit_of_time hour hourly hours day daily days minute minutes month monthly week weekly 24h second per-hour per-day 24-hour queue_too_long queue_for_too_long queued_too_long queued_for_too_long',
  phishing: 'phishing phish fraud* scam forged forgery spoof* impersonat*',
  plan: 'plan plans subscription credit credits trial payment invoice billing unpaid package balance overdue',
  policy:
    'requirements criteria guidelines policy policies rule rules administrative* administratively restriction restrictions acl local_policy security_reasons',
  proof: 'unauthenticated',
  ptr: 'revdns ptr rdns reverse_dns reverse-dns reverse_lookup reverse_record reverse_name reverse_hostname reverse_resolution reverse_dns_entry reverse_entry reverse_dns_name reverse_mapping reverse_pointer reverse_host fcrdns',
  quota: 'quota quotas overquota over_quota over_its_quota',
  rate: 'requests rate rates rate-limit* ratelimit* rate_limited rate_limiting throttle* throttling throttled frequency volume speed fast quickly traffic slow flood* bandwidth high_volume high-volume',
  recipient:
    'recipient recipients addressee addressees rcpt rcpts rcpt-to rcpt_to destination_address to_address alias aliases localpart local_part local-part recipient(s) you_tried_to_reach you_tried_to_contact you_are_trying_to_reach you_are_trying_to_contact trying_to_reach you_attempted_to_reach',
  relay: 'relay relaying relayed relays rcpthosts gatewaying gateway',
  reputation: 'reputation senderbase senderscore trust',
  sender:
    'callout callback callback_setup mail_from_must sender senders mail_from_address mailfrom return_path return-path originator envelope_from envelope-from from_address sender-address sender_address reverse-path sender_signature sender_identity',
  sending: 'send sending sent outgoing outbound submit submitting',
  server:
    'server servers service services system host_system disk filesystem file_system volume partition queue spool mta_queue',
  signing:
    'signing dkim-signing dkim_signer not_be_signed not_be_dkim-signed could_not_sign cannot_sign failed_to_sign unable_to_sign',
  size: 'size sizes bytes kb mb gb kilobytes megabytes length',
  spam: 'spam spams spammer spammers spammy spamming spamtrap spamtraps junk ube uce unsolicited bulk spam-like junkmail spam/virus spam/uce',
  spf: 'spf openspf open-spf sender_policy_framework',
  storage: 'storage space room diskspace disk_space capacity',
  tls: 'tls starttls ssl encryption encrypted secure_connection secure unencrypted plaintext cleartext ssl/tls tls/ssl handshake',
  token:
    'oauth oauth2 xoauth2 bearer oauthbearer access_token access_tokens refresh_token refresh_tokens bearer_token oauth_token auth_token authentication_token login_token token_expired token_has_expired token_is_expired expired_token',
  user: 'user users customer person addressee individual subscriber',
  virus: 'virus viruses malware malicious trojan trojans worm ransomware infected viral infection',

  aligned: 'aligned alignment align misaligned',
  bad: 'bad poor low worse suspicious abusive negative insufficient_reputation',
  broken:
    'broken unreadable permerror perm_error permanent_error syntax_error unparsable unparseable malformed multiple_spf multiple_records parse parsing_error error_parsing errors_parsing parsing_failed failed_parsing lookup_limit too_many_dns corrupt* misformatted',
  busy: 'busy overloaded overload load_too_high maintenance shutting_down high_load too_busy unresponsive congested',
  complaints: 'complaint complaints',
  confirmed:
    'set verifying callout callback confirmed confirm confirmation verified verify verification validated validate activated activate activation registered register approved approve authorise authorize whitelisted configured configure setup set_up',
  denied:
    "not_meet doesn't_meet not_fulfil not_fulfill denied deny denies rejected reject rejects rejecting rejection cannot_be_accessed refused refuse refuses refusing blocked block blocks blocking disallowed disallow forbidden prohibited prohibits banned ban bans unauthorized unauthorised restricted unwelcome limited_to declined declines unacceptable barred unwanted discourages discarded dropped blackholed inhibited",
  disabled:
    'temporarily_locked disabled compromised suspended suspend suspension deactivated locked frozen terminated inactive closed dormant cancelled canceled abandoned retired turned_off switched_off de-activated deleted blocked_account dead',
  exceeded:
    'exceed exceeded exceeds exceeding over_limit over_the_limit over_quota over_its_quota over_its over_the above reached reaches hit more_than surpassed exhausted used_up overrun greater_than larger_than',
  error: 'error errors fehler erreur erro errore fout błąd ошибка 错误 錯誤 エラー',
  expired: 'expired expires expire expiry outdated revoked expiration',
  failed:
    'failed fail fails failure failures failing unsuccessful unsuccessfully mismatch mismatches mismatched incorrect wrong softfail hardfail soft-fail hard-fail',
  full: 'full overfull filled overquota',
  invalid:
    'invalid illegal malformed illegitimate improper non-compliant noncompliant not_compliant violates violation violations unsupported ill-formed unqualified nonconformant',
  later:
    'later temporarily temporary try_again retry come_back defer deferred deferring postponed transient wait delayed for_now moment tempfail',
  listed: 'listed listing found_on is_on is_in is_in_an',
  missing: 'missing insufficient out_of not_enough without lack lacks lacking absent empty none blank omitted',
  moved: 'moved relocated',
  owned:
    'must_equal must_match owned owner belong belongs belonging ownership not_in_my_domain not_in_our_domain send_as sendas on_behalf',
  required:
    'required requiered requierd reqired requires require must needed need needs mandatory only should enforced necessary',
  suppressed:
    'suppressed suppression suppress hard_bounced hard_bounce previously_bounced previous_bounce previous_bounces earlier_bounces bounced unsubscribed unsubscribe marked_as_inactive do-not-send',
  suspicious:
    'suspicious suspected suspect looks_like considered classified identified detected detect scored flagged contains contained containing appears seems found_in',
  'too big': 'oversize* oversized too-large',
  'too many': 'trop_de excessive unusual unusually',
  twice: 'duplicate duplicated duplicates multiple more_than_one several',
  unavailable: 'unavailable unreachable inaccessible offline',
  unconfirmed: 'unconfirmed unverified unregistered unconfigured unapproved pending unvalidated',
  unknown:
    'unknown nonexistent non-existent non-existing nonexisting unrecognized unrecognised unroutable undeliverable undefined unlisted unresolvable no-such',

  allowing:
    'allowed allow allows accepted accept accepts accepting permitted permit permits authorized authorised authorisation authorization acceptable permission permissions entitled able eligible welcome supported wanted receive',
  big: 'big large long',
  existing:
    'resolvable know knows exist exists existing existant found find known valid recognized recognised such resolve resolved resolves located identified deliverable listed_in hosted here member_of_domain member_of_the_domain',
  good: 'good correct right match matches matched proper',
  many: 'many much often',
  no: "no not doesn't don't isn't aren't wasn't cannot can't couldn't didn't won't never non nor unable hasn't haven't shouldn't",
  passing: 'pass passes passed passing',
  present: 'have has had contain contains provide provided specified present given published publish sign signed',
  ready: 'available enabled active enable',
  too: 'too',
};
