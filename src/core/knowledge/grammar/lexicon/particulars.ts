import type { Lexicon } from '../concepts.ts';

/** What the recipient did, and what the recipient keeps. */
const ofTheRecipient = ['blocked', 'rejected', 'refused', 'blacklisted', 'blocklisted', 'banned', 'denied']
  .flatMap((done) =>
    ['recipient', 'the_recipient', 'this_recipient', 'user', 'the_user', 'addressee'].map((by) => `${done}_by_${by}`),
  )
  .concat(
    ['user', 'recipient', 'personal'].flatMap((of) =>
      ['blacklist', 'black_list', 'blocklist', 'block_list', 'reject_list', 'denylist'].flatMap((list) => [
        `${of}_${list}`,
        `${of}_in_${list}`,
      ]),
    ),
  )
  .join(' ');

/** Recipients that are counted: not those of one mailbox, but those that one sender names. */
const manyRecipients =
  'max_rcpt max_rcpts max_rcpt-to rcpt-to_limit rcpt_limit rcpts_per recipients_per recipients_limit max_recipients maximum_recipients maximum_of_recipients limit_of_recipients recipients_quota quota_of_recipients destinataires_par destinatarios_por destinatari_per empfänger_pro adressaten_pro';

/** What replies say of order, mistakes, scans, of addresses that do not agree, and of what belongs elsewhere. */
export const particularWords: Lexicon = {
  account: 'account_removed account_was_removed',
  address:
    'invalid_email invalid_e-mail email_invalid email_is_invalid e-mail_is_invalid email_is_not_valid email_not_valid not_a_valid_email not_valid_email path to_field to_header',
  attachment: 'mime_part mime_parts body_part body_parts clsid file_types attached_file attached_files',
  count: manyRecipients,
  bad: 'insufficient_reputation not_enough_reputation abusive weak',
  checking:
    'scan scans scanned scanning scanner scanners filter filters filtering antivirus anti-virus virusscanner spamfilter virenscanner spamd clamd clamav inspection analyser analyzer',
  client:
    'protocol_deviation connection_refused_from connection_rejected_from connection_denied_from connections_refused_from interface interfaces this_range ip_range address_range your_range local_connections local_clients local_client local_hosts local_networks sender_ip sender_ip_address sender_ips sender_host sender_server senders_ip your_software your_program your_mailer your_mail_program your_mail_server your_mailserver ip_of_the_sender',
  content: 'dangerous harmful unsafe risky html html_mail html-mail your_subject language charset',
  denied:
    'connection_refused_from connection_rejected_from connection_denied_from connections_refused_from jail jailed prison no_access not_have_access without_access not_granted_access killed',
  differs:
    "mismatch mismatches mismatched mismatching differ differs must_be_the_same must_be_same must_be_identical müssen_übereinstimmen doit_être_identique debe_coincidir 必须一致 different_from not_match doesn't_match does_not_match do_not_match doesnt_match must_match not_equal not_the_same not_identical stimmt_nicht stimmen_nicht ne_correspond_pas ne_correspondent_pas no_coincide no_coinciden no_corresponde non_corrisponde non_corrispondono não_corresponde não_coincide não_confere nie_zgadza nie_pasuje не_совпадает не_соответствует komt_niet_overeen 不一致 不匹配 不符 一致しません",
  disabled:
    'read-only read_only readonly mailbox_removed mailbox_was_removed mailbox_has_been_removed user_removed account_removed account_was_removed',
  domain: 'tld top-level_domain toplevel_domain',
  command:
    'rcpt-to_parameter rcpt-to_parameters rcpt_parameter rcpt_parameters rcpt-to_option rcpt-to_options rcpt_option rcpt_options rcpt-to_argument mailfrom_parameter mailfrom_parameters mailfrom_option mailfrom_argument mailfrom/rcpt-to_parameters in_rcpt_command in_rcpt-to_command',
  dynamic: 'your_isp your_provider isp_relay provider_relay isp_mail_server provider_mail_server',
  error:
    'erroneous protocol_error protocol_errors syntax_errors bad_command bad_commands invalid_command invalid_commands unknown_command unknown_commands unrecognized_command unrecognized_commands mistakes',
  failed:
    'not_match doesnt_match stimmt_nicht stimmen_nicht ne_correspond_pas ne_correspondent_pas no_coincide no_coinciden no_corresponde non_corrisponde non_corrispondono não_corresponde não_coincide não_confere nie_zgadza nie_pasuje не_совпадает не_соответствует komt_niet_overeen',
  foreign:
    "not_local not_a_local not_responsible not_handle don't_handle dont_handle does_not_handle doesn't_handle not_handled not_served not_serve don't_serve does_not_serve not_ours not_our not_one_of_ours not_one_of_our no_local_domain nicht_zuständig nicht_lokal pas_responsable pas_locale no_es_local non_è_locale não_é_local pas_géré pas_hébergé non_è_gestito non_gestito no_está_alojado no_alojado não_é_gerido não_hospedado nicht_verwaltet nicht_gehostet nicht_bedient не_обслуживается niet_beheerd nie_jest_obsługiwana not_hosted not_hosted_here",
  forged:
    'my_hostname my_host_name my_own_hostname my_own_name my_own_domain my_own_ip our_hostname our_own_hostname our_own_domain not_me pretend pretends pretending',
  formed: 'format formatted',
  'given up':
    'cancel cancels cancelled canceled cancellation cancelling aborted abort aborts aborting abgebrochen annulé annulée cancelado cancelada annullato anulowano отменена',
  header: 'invalid_date bad_date date_header_in date_is_invalid future_date date_in_the_future to_header',
  helo: 'my_hostname my_host_name my_own_hostname my_own_name my_own_domain my_own_ip our_hostname our_own_hostname our_own_domain not_me pretend pretends pretending',
  inside: 'only_local locally local_connections local_clients local_client local_hosts local_networks',
  invalid:
    'deviation deviates protocol_deviation incomplete truncated unvollständig incomplète incompleto incompleta niepełny неполный invalid_email invalid_e-mail email_invalid email_is_invalid e-mail_is_invalid email_is_not_valid email_not_valid not_a_valid_email not_valid_email invalid_date bad_date date_is_invalid future_date date_in_the_future',
  incoming: 'receive receives receiving',
  no: "doesnt dont isnt arent wasnt cant couldnt didnt wont hasnt havent shouldnt dosnt dosn't cannnot canot",
  order:
    'wrong_order bad_order out_of_order incorrect_order order_of_commands wrong_state bad_state invalid_state this_state current_state unexpected_state wrong_sequence bad_sequence invalid_sequence out_of_sequence incorrect_sequence command_sequence sequence_of_commands unexpected_command already_sent already_said already_identified already_greeted already_authenticated already_specified already_given falsche_reihenfolge mauvais_ordre secuencia_incorrecta',
  outside:
    'external externally outside extern externe externen externer externo externa externi esterno zewnętrznych внешних 外部 站外 域外',
  'owner policy':
    'sender_policy sender_domain_policy sender_domain_owner domain_owner policy_of_the_sender policy_of_the_domain from_domain_policy',
  'open relay':
    'open_relay open_relays open-relay open-relays open_proxy open_proxies open-proxy offenes_relay offener_relay relais_ouvert relay_abierto relé_abierto relay_aperto otwarty_relay открытый_релей открытым_релеем 开放中继 オープンリレー',
  period: 'short_time short_period short_period_of_time',
  mailbox: 'mailbox_removed mailbox_was_removed mailbox_has_been_removed',
  private:
    'rfc1918 rfc_1918 private_address private_addresses private_network private_ip private_range localhost loopback bogus bogon broadcast_network reserved_address reserved_network reserved_domain rfc2606 test_network unroutable_address',
  recipient: `${ofTheRecipient} ${manyRecipients} to_field relay_recipient relay_recipients`,
  rate: 'slower slowly more_slowly langsamer plus_lentement más_despacio più_lentamente mais_devagar медленнее',
  reputation: 'insufficient_reputation not_enough_reputation',
  quota: 'versandkontingent sendekontingent mailkontingent',
  sending: 'send_as sendas versandkontingent sendekontingent mailkontingent',
  sender:
    'sending_from_domain sending_from_this_domain sending_from_your_domain send_from_this_domain send_from_domain sending_domain from_domain from_domains domain_in_from',
  server: 'ldap_lookup database_lookup table_lookup map_lookup directory_lookup',
  spam: 'score spam_score antispam anti-spam antispamregeln spamregeln pourriel',
  unknown:
    "not_in_relay_recipient_map not_in_relay_recipient_table not_in_list not_in_the_list not_in_route_list not_in_address_list not_in_the_address_list not_in_recipient_list not_in_directory not_in_the_directory not_on_our_list not_in_valid_recipient_list nicht_in_der_liste nicht_im_verzeichnis absent_de_la_liste no_está_en_la_lista non_in_elenco não_está_na_lista niet_in_de_lijst cannot_route can't_route cant_route unable_to_route no_route_to not_routable not_routed",
  user: 'user_removed',
  suspicious: 'dangerous harmful unsafe risky',
  unwilling: ofTheRecipient,
};
