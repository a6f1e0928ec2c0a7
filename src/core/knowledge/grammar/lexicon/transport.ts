import type { Lexicon } from '../concepts.ts';

/** What is said of connections, answers and time, in the languages of mail programs. */
export const transportWords: Lexicon = {
  answer:
    'read_timeout write_timeout read_timed_out respond responds responding replied antwortet répond responde risponde odpowiada отвечает 応答しません 无响应 无应答 没有响应 greeting banner response reply answer welcome_message 220_greeting antwort begrüßung begrüssung réponse respuesta risposta resposta antwoord odpowiedź odpowiedzi ответ ответа приветствие 响应 回应 应答 応答 返答',
  certificate: 'x509 system_roots root_certificates root_certificate ca_bundle ca_file trust_store truststore',
  command: 'input operation',
  connection:
    'dial dialing dialling dialed 无法连接 接続できません 接続できませんでした connected not_connected batch connectivity verbindungsaufbau verbindungsfehler serververbindung smtp-verbindungen smtp-verbindung verbunden connexion connexions connecter conexión conexion conexiones conectar conectarse conectado connettersi connesso collegamento conexões conectar-se verbinden verbonden verbindingen połączyć połączenia połączeniem połączono соединиться подключиться подключения 连接服务器 联机 链接服务器',
  dns: 'getaddrinfo gethostbyname hostname_lookup name_resolution',
  helo: 'helohost helo_host ehlohost helo_name ehlo_name',
  missing: 'not_connected 応答しません 无响应 无应答 没有响应',
  no: 'never',
  ready: 'reachable erreichbar joignable alcanzable raggiungibile acessível bereikbaar osiągalny',
  'line end':
    'cr lf crlf cr/lf cr_lf line_ending line_endings line_end line_ends end_of_line newline newlines linefeed linefeeds line_feed line_feeds carriage_return carriage_returns line_break line_breaks zeilenende zeilenenden zeilenumbruch zeilenumbrüche fin_de_ligne fin_de_línea',
  server:
    'local_error lookup_table table_lookup database datenbank ldap smarthost smart_host mailhub mail_hub backend upstream proxy mailserver mailservers smtp-server smtp-servers postausgangsserver postausgangs-server serveur serveurs servidores servers_smtp postausgang',
  tls: 'mta-sts mta-sts_policy security_level cipher ciphers ssl-handshake secure_channel sichere_verbindung connexion_sécurisée conexión_segura connessione_sicura conexão_segura',
  checking:
    'check checks checking checked probe verification_of überprüfung prüfung vérification verificación verifica verificação',
  failed:
    '接続できません 接続できませんでした nicht_authentifiziert_werden fehlgeschlagen fehlgeschlagene échoué échec impossible misslang niepowodzenie nie_powiodło_się nie_udało_się не_удалось не_удается не_удаётся 无法连接 できません できませんでした fracasó fallaron non_riuscita non_riuscito impossibile não_foi_possível falhou no_se_pudo no_se_ha_podido',
  lost: 'eof lost dropped broken_off interrupted aborted closed_unexpectedly unexpectedly_closed unexpectedly_disconnected disconnected_unexpectedly terminated_unexpectedly went_away gone verloren unterbrochen abgebrochen getrennt perdue interrompue interrompu coupée perdida interrumpida cortada interrotta persa perdida_a interrompida verbroken przerwane przerwana utracono zerwane потеряно разорвано прервано 断开 中断 切断',
  'not offered': 'nicht_angibt nicht_angeboten ne_propose_pas no_ofrece non_offre não_oferece',
  timeout:
    'read_timeout write_timeout read_timed_out timeout timeouts time-out time_out timed_out times_out timed-out timing_out zeitüberschreitung zeitlimit délai_dépassé délai_d_attente délai_expiré délai tiempo_de_espera tiempo_agotado tempo_scaduto timeout_scaduto tempo_esgotado tempo_limite przekroczono_limit_czasu upłynął_limit_czasu limit_czasu время_ожидания таймаут тайм-аут истекло 超时 逾时 逾時 タイムアウト',
  doing:
    'start started starten gestartet démarrer iniciar avviare connect establish established establishing open opened opening authenticate log_in sign_in reach reached negotiate negotiated aufgebaut aufbauen hergestellt herstellen geöffnet établir établie établi ouvrir joindre establecer establecida abrir alcanzar stabilire stabilita aprire raggiungere estabelecer estabelecida verbinden conectar conectarse connecter connettersi nawiązać установить подключиться соединиться',
  offering:
    'supported support supports offered offer offers offering advertised advertise advertises announced announce announces unterstützt unterstützen angeboten bietet propose prend_en_charge soporta ofrece admite offre supporta oferece suporta ondersteunt obsługuje поддерживает 支持 対応',
  passing: 'worked works work succeeded succeeds successful',
};
