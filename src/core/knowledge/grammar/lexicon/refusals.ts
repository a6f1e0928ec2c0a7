import type { Lexicon } from '../concepts.ts';

/** Short words of filters, gateways and services about what they refuse, hold or take for something. */
export const refusalWords: Lexicon = {
  allowing:
    'have_permission have_permissions have_the_right have_rights has_permission welcome_here accepted_here allowed_here permitted_here wanted_here supported_here autorisation droits permiso autorizzazione gemachtigd rechten uprawnień',
  account: 'main_account master_account parent_account sub-account subaccount',
  address:
    'new_address new_e-mail_address new_email_address neue_adresse neue_e-mail-adresse nouvelle_adresse nueva_dirección nuovo_indirizzo novo_endereço nieuw_adres nowy_adres новый_адрес 邮件地址 邮箱地址 郵件地址 メールアドレス',
  attack:
    'attack attacks attacker harvesting harvest harvester harvest_attack dictionary_attack dictionary_attacks dha brute_force brute-force directory_harvest abuse_attempt angriff attaque ataque attacco 攻击 攻擊 攻撃',
  blocklist: 'black 黑名單 lista_negra liste_noire schwarzliste bloqueados',
  bounce:
    'bounce bounces ndr ndrs dsn dsns backscatter delivery_notifications null_sender null_senders null_reverse-path null_return_path empty_sender empty_senders empty_return_path empty_envelope_sender blank_sender null_envelope_sender mailer-daemon leerer_absender leeren_absender',
  characters:
    'nul nul_byte nul_bytes null_byte null_bytes 8bit 8-bit eight-bit non-ascii control_characters syntaktisch syntaktische syntaxe sintaxis sintassi sintaxe składnia синтаксис 格式 書式 形式',
  client: 'sending_ip_address go_away',
  count: 'number_of count anzahl nombre número numero liczba число 数量',
  connection: 'concurrent_deliveries per_session per_connection session_limit connection_limit',
  denied:
    "accepts_no_mail takes_no_mail accepts_no_email does_not_accept_mail does_not_accept_email not_accepting_mail does_not_receive_mail receives_no_mail takes_no_email may_not_use must_not_use may_not_post not_post no_mail_from no_email_from go_away not_forward not_relay cannot_send_from can't_send_from may_not_send_from not_send_from cannot_send_as not_send_as may_not_send нет_разрешения нет_прав 没有权限 无权 権限がありません",
  disabled: 'archived archivé archivée archivee archiviert archivado archivada archiviato archiviata arquivado',
  domain: 'maildomain mail_domain 收件域 发件域',
  exceeded:
    'over_size over_limit over_limits over_the_limit over_maximum over_the_maximum overdrawn exceeded_hour_limit exceed_limit',
  header: 'header_size headers_size kopfzeilengröße en-tête en-têtes encabezado intestazione cabeçalho',
  incoming:
    'accepts_no_mail takes_no_mail accepts_no_email does_not_accept_mail does_not_accept_email not_accepting_mail does_not_receive_mail receives_no_mail takes_no_email incoming inbound eingehende eingehenden entrants entrantes in_arrivo recebimento',
  greylist: 'gray_list grey_list',
  inside: 'local_user local_users local_user_only local_users_only local_recipients local_senders',
  limit: 'over_limits recipients_per_message recipients_per_mail max_messages max_recipients max_size',
  link: 'short_url shortener',
  login: 'smtp_auth smtp-auth',
  mailbox: '收件箱 收信箱 邮箱空间 邮箱容量 信箱容量',
  missing: 'unencrypted plaintext cleartext unverschlüsselt',
  own: 'one_of_your main_account master_account parent_account sub-account subaccount',
  recipient:
    'recipients_per_message recipients_per_mail local_user_only local_users_only local_recipients local_user rcptto rcpt_address to-address to_this_address to_that_address 收件人邮箱 收件方',
  sender: 'mail_from_must_match from_must_match 发件人地址 发信地址',
  saving:
    'store save saving saved write writing written append savemail speichern gespeichert enregistrer guardar salvare zapisać сохранить',
  setup:
    'configuration config settings config_file configuration_file einstellungen konfiguration paramètres configuración configurazione configuração konfiguracja настройки',
  sending:
    "cannot_send_from can't_send_from may_not_send_from not_send_from cannot_send_as not_send_as may_not_send warmup warm-up warm_up",
  spam: '反垃圾 反垃圾系统 垃圾 spam-mails spamming',
  blocked:
    'blocked block blocks blocking banned ban bans blackholed blocklisted_by blockiert geblockt gesperrt gebannt bloqué bloquée bloqueado bloqueada bloccato bloccata geblokkeerd zablokowany zablokowana zablokowano заблокирован заблокировано 封禁 屏蔽 拦截 ブロック',
  error:
    'local_error unknown_error unknown_errors unknown_internal_error internal_error internal_errors internal_server_error internal_problem unexpected_error unknown_reason unknown_problem unspecified_error other_error',
  existing: 'locate',
  failed:
    "could_not_be_verified cannot_be_verified could_not_verify cannot_verify unable_to_verify can't_verify can't_be_verified not_verified_by",
  forged:
    'fake faked forged forgery forge forging falsified spoofed spoof spoofs spoofing impersonation impersonating counterfeit gefälscht gefälschte gefälschter falsifié usurpation falsificado suplantación falsificato contraffatto sfałszowany поддельный 伪造 偽造 冒充',
  held: 'held hold holds holding on_hold on-hold quarantined quarantine quarantäne quarantaine cuarentena quarantena zurückgehalten 隔离 保留',
  moved:
    'new_address new_e-mail_address new_email_address changed_address address_changed address_has_changed changed_his changed_her changed_their neue_adresse neue_e-mail-adresse nouvelle_adresse nueva_dirección nuovo_indirizzo novo_endereço nieuw_adres nowy_adres новый_адрес 新地址 移転',
  owned:
    'one_of_your mail_from_must_match from_must_match cannot_send_from may_not_send_from not_send_from cannot_send_as not_send_as associated assigned_to linked gehört gehören pertenece appartient appartiene pertence',
  relay: 'not_forward not_relay',
  required: 'local_user_only local_users_only verlangt fordert demande exige exigé requiert must_be only_local',
  stored: 'stored mail_data kept gespeichert stocké almacenado',
  suppressed: 'bounce_list',
  suspicious: 'likely probably suspicion presumed resembles 认定 認定 判定为 識別',
  'too big': 'larger_than larger bigger_than',
  'too many': 'recipients_per_message recipients_per_mail 过快 频繁 过于频繁 太快',
  twice: 'same identical similar alike identische identiques idénticos',
  unknown:
    "left_the_company has_left_the has_left no_longer_here no_longer_works no_longer_with não_consta no_está_en no_figura not_in_my not_in_our isn't_in does_not_appear ist_nicht_in est_pas_dans nie_znajduje_się 不存在",
  unwilling:
    "has_blocked_you blocked_you has_blocked_this has_blocked_your doesn't_want does_not_want don't_want do_not_want doesn't_wish does_not_wish no_longer_wants no_longer_wishes doesn't_accept_your refuses_your möchte_keine will_keine ne_souhaite_pas no_desea non_desidera não_deseja nie_chce не_хочет 拒收",
  unconfirmed:
    "could_not_be_verified cannot_be_verified could_not_verify cannot_verify unable_to_verify can't_verify can't_be_verified",
  attachment: 'macro macros document documents',
};
