import type { Lexicon } from '../concepts.ts';

/** States of accounts and domains, and what must be done first, in the languages of the lexicons. */
export const conditionWords: Lexicon = {
  busy: 'locked_by_another currently_locked in_use',
  account:
    'service_disabled service_suspended service_has_been_suspended service_is_suspended service_has_been_disabled service_is_disabled service_inactive service_deactivated',
  content: 'word words',
  disabled:
    "service_disabled service_suspended service_has_been_suspended service_is_suspended service_has_been_disabled service_is_disabled service_inactive service_deactivated paused on_pause is_on_pause pausiert en_pause pausada pausado in_pausa em_pausa gepauzeerd wstrzymany приостановлено приостановлен приостановлена not_active not_yet_active not_yet_activated not_been_activated not_activated no_longer_active isn't_active nicht_aktiv nicht_mehr_aktiv pas_actif plus_actif non_actif inactif inactive no_activo no_activa inactivo inactiva non_attivo non_attiva não_ativo não_ativa inativo inativa niet_actief nie_jest_aktywne nieaktywny nieaktywne nieaktywna не_активен неактивен ei_aktiivinen ikke_aktiv",
  domain: 'domain_age young_domain day_old_domain zero_reputation',
  fetching:
    'pop_before_smtp pop-before-smtp pop3_before_smtp smtp_after_pop smtp-after-pop check_for_new_mail check_your_mail check_mail check_email receive_your_mail receive_mail_first retrieve_your_mail collect_your_mail fetch_your_mail fetch_mail_first pop_first pop3_first pop_login pop3_login pop3_authentication pop_authentication',
  filtered: 'filtered gefiltert filtré filtrada filtrado filtrato 过滤',
  exceeded: 'over_your erschöpft agotada agotado esgotada esgotado esaurita esaurito épuisée',
  missing: 'no_data insuffisant insuffisante insuficiente insufficiente',
  formed: 'comply complies complying',
  header: 'subject betreff',
  policy: 'subject_to',
  'next host':
    'recipient_server recipient_mail_server server_of_the_recipient destination_server destination_mail_server target_server next_hop next-hop upstream upstream_server backend_server downstream_server zielserver serveur_de_destination servidor_de_destino server_di_destinazione',
  rate: 'rápido rápidamente rapidamente rapidement vite schnell zu_schnell velocemente troppo_veloce szybko быстро слишком_часто',
  ready: 'ready',
  recipient:
    'destin dest você_está_tentando você_tentou está_intentando está_tratando_de vous_essayez vous_tentez sie_zu_erreichen stai_tentando stai_cercando',
  sender: 'mitt',
  suppressed: 'temporarily_bounced',
  virus: 'antivirus anti-virus virusscanner virenscanner',
  young:
    'newly_created newly_registered newly-registered newly_observed newly_added recently_created recently_registered recently_been_created too_new very_new zero_reputation young_domain domain_age day-old day_old_domain',
};
