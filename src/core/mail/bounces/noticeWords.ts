/**
 * What mailers and mail programs say in their own language. `undelivered`: mail did not arrive; `delayed`: it has not
 * arrived yet and is tried again; `automatic`: a person is away, or a program answers for one. Each is the source of a
 * regular expression without groups that count, to be held against text at any case.
 */
interface NoticeWords {
  readonly language: string;
  readonly undelivered: string;
  readonly delayed: string;
  readonly automatic: string;
}

/** The languages in which Exchange, Gmail, and mailers with templates (Postfix bounce(5), Exim, Courier) write notices. */
const LANGUAGES: readonly NoticeWords[] = [
  {
    language: 'English',
    undelivered:
      "undeliver(?:able|ed)|(?:could|can|did)(?:n't| ?not|n’t) deliver (?:(?:the|your|this|a) )?(?:message|e-?mail|mail)|(?:could|can|was|were|has|have|is|been)(?:n't| ?not|n’t)(?: be| been)? (?:be )?(?:delivered|reached|sent|processed)|not delivered|did(?: not|n't|n’t) (?:reach|arrive)|(?:unable|wasn't able|not able|failed) to (?:deliver|send|be delivered|reach)|delivery (?:to .{0,80})?(?:has |have |is )?(?:failed|not possible)|failed (?:mail )?delivery|delivery (?:status notification \\(failure\\)|failure)|returned (?:mail|to (?:the )?sender)|(?:mail|message|e-?mail)(?: to [^ ]{3,320})?(?: with (?:the )?subject[^\\n]{1,120})? (?:has been |was |is )?(?:returned|rejected|refused|bounced|blocked)|non-?delivery|can(?:not|'t|’t) (?:be delivered|deliver)|couldn['’]t (?:be delivered|deliver)|(?:wasn['’]t|not) found at|address (?:not found|couldn['’]t be found)|delivery of (?:the |your |this )?(?:e-?mail|message|mail) (?:was|has been) (?:stopped|blocked|refused|aborted)|(?:was|were|been) (?:stopped|quarantined) by (?:our|the) |was not relayed|(?:encountered|had|has|with) (?:a |permanent |fatal )?delivery (?:problems?|errors?)",
    delayed:
      'delivery (?:to .{0,80})?(?:has been |is |was )?delayed|delayed (?:mail|delivery|message)|(?:delivery )?attempts? will continue|will (?:continue|keep|go on) (?:to (?:be )?)?(?:try|tried|trying|attempt)|continue to (?:try|attempt|retry)|(?:still|not yet) (?:been )?(?:queued|trying|delivered|being tried)|will (?:be )?(?:retried|retry|re-?attempted)|this is a temporary error|do not (?:need to )?(?:resend|take any action)|has been postponed|delivery status notification \\((?:delay|delayed)\\)|delivery incomplete|has not (?:yet )?been (?:delivered|collected) (?:yet|to)|\\(delay\\)',
    automatic:
      "out of (?:the |my )?office|out-of-office|ooo\\b|auto(?:matic|mated|matische?)?[- ]{0,2}(?:reply|response|answer|antwort)|auto ?:|auto-?resp(?:onse|onder)|vacation|away (?:from|until|till)|(?:on|annual) (?:holiday|leave)|currently (?:away|unavailable|on leave)|maternity leave|is away|i(?: a|')m away",
  },
  {
    language: 'German',
    undelivered:
      'unzustellbar|nicht (?:an .{3,60} )?zugestellt|nicht zustellbar|nicht (?:ausgeliefert|versendet|versandt)|nicht übermittelt|nicht zustellen|nicht (?:alle|einige)? ?(?:empfänger )?erreicht|(?:zustellung|zustell|auslieferung|nachrichtenzustellung).{0,40}(?:fehl|nicht möglich|gescheitert|abgelehnt)|fehler bei der (?:nachrichten)?zustellung|zustellfehler|(?:nachricht|e-?mail|mail).{0,80}(?:zurückgewiesen|abgelehnt|blockiert|abgewiesen)|einige oder alle empfänger nicht erreicht|adresse nicht gefunden|nicht gefunden wurde',
    delayed:
      'zustellung (?:hat sich )?(?:ist )?(?:wurde )?verzögert|verzögert(?:e zustellung)?|zustellverzögerung|noch nicht zugestellt|(?:wird|werden) (?:weiterhin |weiter )?versucht|zustellung nicht abgeschlossen|(?:weitere|neue[rn]?) (?:zustell)?versuche?',
    automatic:
      'automatische antwort|automatische (?:e-?mail-?)?(?:rück)?antwort|abwesend|abwesenheit|außer haus|nicht im (?:hause?|büro)|im urlaub|bis zum .{1,40} nicht (?:im|er)|autoantwort',
  },
  {
    language: 'French',
    undelivered:
      "non (?:remis|distribu|délivr|livr|acheminé)|non[- ]remise|(?:n['’]a|n['’]ont|n['’]est|ne peut|ne pourra|n['’]a pas)(?: pas)?(?: pas)? (?:pu |pas )?(?:être |etre |été |ete )?(?:remis|distribu|d[ée]livr|livr|achemin|transmis|envoy)|pas p(?:u|û) (?:être |etre )?(?:remis|distribu|d[ée]livr|livr|achemin|transmis|envoy)|échec (?:de |d['’])(?:la )?(?:remise|distribution|livraison|envoi|acheminement)|échec de la remise|n['’]a pas atteint|adresse introuvable|impossible de (?:remettre|délivrer|distribuer|livrer|transmettre)|message.{0,120}(?:bloqué|rejeté|refusé|retourné)|pas parvenu|notification d['’]échec",
    delayed:
      '(?:remise|distribution|livraison|envoi|message) (?:est |a été |été )?(?:retard|différé)|retard (?:de|dans) (?:la )?(?:remise|distribution|livraison)|distribution (?:incomplète|inachevée)|pas encore (?:été )?(?:remis|distribu|livr)|problème temporaire|(?:nouvelles? tentatives?|nous (?:continuerons|essaierons)|continuera à essayer|tentera de nouveau)',
    automatic:
      "réponse automatique|reponse automatique|absen(?:t|ce) (?:du bureau|d|jusqu|pour|actuel)|absence du bureau|(?:je suis|suis) (?:actuellement )?(?:absent|en (?:congé|vacances))|message d['’]absence|en congés?",
  },
  {
    language: 'Spanish',
    undelivered:
      'no (?:se )?(?:ha |han |pudo|pudieron|puede|fue|ha podido|se ha podido)(?: ser| podido)? ?(?:entreg|enviad|enviar|encontr)|no (?:ha )?(?:sido )?entregad|no (?:se )?(?:pudo|puede|ha podido|es posible) (?:ser )?(?:entreg|envi|hacer llegar)|error (?:de|en la) entrega|(?:entrega|envío).{0,30}(?:fallid|fall[óo]|erróne)|fallo (?:en la|de) entrega|devuelto|no (?:ha )?lleg(?:ó|ado) a|imposible (?:de )?entregar|mensaje.{0,120}(?:bloqueado|rechazado|devuelto)|se ha (?:rechazado|bloqueado) (?:tu|su)|dirección no encontrada|notificación de (?:estado de )?entrega \\((?:error|fallo|fracaso)\\)|problema al entregar',
    delayed:
      'entrega (?:ha sido |fue |está )?(?:retrasad|demorad|aplazad|incompleta)|(?:retraso|demora) (?:en|de) la entrega|aún no (?:se )?ha (?:sido )?(?:podido )?entreg|problema temporal|(?:seguirá|seguiremos|continuará|volverá a) intent',
    automatic:
      'respuesta automática|respuesta automatica|fuera de (?:la )?oficina|(?:estoy|estaré|me encuentro) (?:de vacaciones|fuera|ausente)|de vacaciones|ausen(?:te|cia) (?:de|hasta|de la)',
  },
  {
    language: 'Portuguese',
    undelivered:
      'n[ãa]o (?:foi |p[ôo]de |pode |é |foi possível |pôde ser )(?:ser |possível )?(?:entreg|enviad|enviar|encontr)|n[ãa]o (?:foi )?entreg|n[ãa]o é possível entregar|falha (?:na|de) entrega|falha ao (?:entregar|enviar)|entrega.{0,30}(?:falhou|fracass)|mensagem.{0,120}(?:bloqueada|rejeitada|devolvida|recusada)|devolvid[ao]|endereço não encontrado|não chegou a|impossível entregar|problema ao entregar|n[ãa]o (?:foi|pôde|pode) ser entreg',
    delayed:
      'entrega (?:foi |está )?(?:atrasad|adiad|incompleta|retardad)|atraso (?:na|de) entrega|ainda não foi (?:possível )?entreg|problema temporário|(?:continuará|continuaremos) (?:a )?(?:tentar|tentando)|novas? tentativas?',
    automatic:
      'resposta automática|resposta automatica|fora do escritório|(?:estou|estarei) (?:de férias|ausente|fora)|de férias|ausência|aviso de ausência|ausente do escritório',
  },
  {
    language: 'Italian',
    undelivered:
      "non (?:è |e['’] |sono |può |puo['’]? |ha )?(?:stat[oaie] |potuto )?(?:possibile )?(?:essere )?(?:recapit|consegn|inviat|raggiunt|inoltr)|mancat[oa] (?:consegna|recapito)|impossibile (?:recapitare|consegnare|inviare)|recapito non riuscito|(?:consegna|recapito).{0,30}(?:fallit|non riuscit)|errore (?:di|nella) (?:consegna|recapito)|messaggio.{0,120}(?:bloccato|rifiutato|respinto|restituito)|indirizzo non trovato|non ha raggiunto|problema durante il recapito",
    delayed:
      "(?:consegna|recapito) (?:è |e['’] |stat[oa] )?(?:ritardat|in ritardo|rinviat|incomplet|posticipat)|ritardo (?:nella|di) (?:consegna|recapito)|non (?:è )?ancora (?:stat[oa] )?(?:recapit|consegn)|problema temporaneo|(?:verranno|saranno) (?:effettuat|fatt)[ei] (?:altri|ulteriori) tentativi|continuerà a (?:tentare|provare)",
    automatic:
      'risposta automatica|fuori (?:sede|ufficio)|(?:sono|sarò) (?:in ferie|assente|fuori)|in ferie|assente (?:dal|fino)|assenza (?:dal|dall)',
  },
  {
    language: 'Dutch',
    undelivered:
      'onbestelbaar|niet (?:worden |kunnen |kon worden |kan worden )?(?:be|af)(?:zorgd|geleverd|zorgen|leveren)|niet (?:worden )?(?:verzonden|verstuurd)|(?:bezorgen|bezorging|aflevering|levering).{0,120}(?:mislukt|niet gelukt|niet mogelijk)|(?:bezorg|aflever)(?:fout|probleem)|bericht.{0,120}(?:geblokkeerd|geweigerd|teruggestuurd|geretourneerd)|adres niet gevonden|niet bereikt',
    delayed:
      '(?:bezorging|aflevering|levering|bericht) (?:is |wordt )?vertraagd|vertraging (?:bij|in|van) de? ?(?:bezorging|aflevering)|bezorging niet voltooid|nog niet (?:kunnen worden )?(?:be|af)(?:zorgd|geleverd)|tijdelijk probleem|(?:blijft|blijven|zal) (?:het )?(?:opnieuw )?proberen',
    automatic:
      'automatisch antwoord|automatische? (?:reactie|beantwoording)|afwezig|niet (?:op kantoor|aanwezig)|(?:op|met) vakantie|buiten kantoor',
  },
  {
    language: 'Polish',
    undelivered:
      'nie (?:została |zostało |mogła |może |można |udało się )(?:zostać |być )?(?:dostarcz|doręcz|wysł|przekaz)|niedostarcz|niedoręcz|nie dostarcz|nie można dostarczyć|(?:dostarczanie|dostarczenie|doręczenie).{0,120}(?:nie powiod|niepowodz|niemożliw|nie udał)|błąd (?:dostarcz|doręcz)|zwrot (?:poczty|wiadomości|listu)|wiadomość.{0,120}(?:zablokowana|odrzucona|zwrócona)|nie znaleziono adresu|nie dotarł',
    delayed:
      '(?:dostarczenie|dostarczanie|doręczenie|wiadomość).{0,40}opóźni|opóźnienie (?:w )?(?:dostarcz|doręcz)|jeszcze nie (?:została )?(?:dostarcz|doręcz)|tymczasowy problem|(?:będzie|będą) (?:nadal )?(?:ponawian|próbowa)|próby .{0,30}będą (?:kontynuowane|ponawiane)',
    automatic:
      'automatyczna odpowiedź|automatyczna odpowiedz|odpowiedź automatyczna|autoodpowiedź|autoresponder|(?:poza|nieobecn)(?: biurem|\\p{L}{1,5})|(?:jestem|przebywam) (?:na urlopie|poza)|na urlopie|na zwolnieniu',
  },
  {
    language: 'Russian',
    undelivered:
      'не (?:было |была |был |может быть |могло быть |удалось |удается |удаётся |удалось быть )?(?:доставл|доставить|доставлен|отправл|отправить)|недостав|не доставл|невозможно доставить|(?:ошибка|сбой|неудача|проблема).{0,10} (?:при )?(?:доставк|отправк)|доставк.{0,60}(?:не удал|невозможн|не выполн)|возвращ(?:ено|ение) (?:письм|почт|сообщ)|(?:письмо|сообщение).{0,120}(?:заблокировано|отклонено|возвращено)|адрес не найден|не дошло|не получили|не может быть доставлен',
    delayed:
      '(?:доставка|отправка) .{0,40}(?:задерж|отложен|приостановлен)|задержк[аи] (?:при )?(?:доставк|отправк)|(?:ещё|еще|пока) не (?:было |был )?доставл|временн(?:ая|ые) (?:проблем|ошибк)|(?:попытк[аи]|попыток) .{0,40}(?:продолж|повтор)|будет (?:продолжать|пытаться)',
    automatic:
      'автоматический ответ|автоответ|(?:нахожусь|буду|я) (?:в отпуске|отсутств|вне офиса)|в отпуске|вне офиса|отсутствую|нет на (?:рабочем )?месте',
  },
  {
    language: 'Czech and Slovak',
    undelivered:
      'ne(?:bylo|byla|mohla|mohlo|lze|ní|bol[ao]|mohol)(?: (?:možn[éo]|byť|být))? ?(?:doruč|odesl|odosl)|nedoruč|(?:doručení|doručenie|doručování).{0,120}(?:nezdařil|selhal|zlyhal|nepodařil|nepodaril|není možn)|chyba (?:při )?doruč|zpráva.{0,120}(?:blokována|odmítnuta|vrácena)|adresa ne(?:byla|bola) nalezena|ne(?:zastihla|dorazila)|(?:nepodařilo se|se nepodařilo) (?:doruč|odesl)',
    delayed:
      '(?:doručení|doručenie|zpráva|správa).{0,40}(?:zpožd|opozd|odlož|oneskor|odloz)|zpoždění doruč|(?:dosud|zatím|ešte) ne(?:byla|bola) doruč|dočasn[ýé] problém|(?:bude|budou) (?:se )?(?:dále |i nadále |opakovan)\\p{L}{0,3} ?(?:poko|pokus|zkou)|pokusy o doručení budou',
    automatic:
      'automatická odpověď|automatická odpoveď|(?:jsem|budu|som) (?:mimo kancelář|na dovolené|nepřítom|mimo)|mimo kancelář|na dovolen|nepřítomn|neprítomn',
  },
  {
    language: 'Swedish',
    undelivered:
      'kunde inte (?:leverer|skick|nå)|(?:levererades|levereras|levererats|skickades) inte|inte (?:levererats|leverera|levereras|nå)|går inte att (?:leverera|skicka)|gick inte att leverera|olevererbar|oleverer|kan inte levereras|(?:leverans|leveransen).{0,80}(?:misslyck|inte)|meddelandet.{0,120}(?:blockera|avvisa|returnera)|adressen (?:hittades inte|kunde inte)|har inte nått',
    delayed:
      '(?:leverans|leveransen|meddelandet).{0,40}(?:fördröj|försen)|försenad leverans|ännu inte (?:levererat|kunnat)|tillfälligt problem|(?:kommer|fortsätter) att (?:fortsätta )?(?:att )?försök',
    automatic:
      'autosvar|automatiskt svar|frånvaro|(?:jag är|är) (?:på semester|inte på (?:kontoret|plats)|bortrest|ledig)|inte på kontoret',
  },
  {
    language: 'Danish and Norwegian',
    undelivered:
      '(?:kunne|kan|blev|ble|er|har) (?:ikke|ikkje) ?(?:blive |bli |være |blevet |blitt )?(?:lever|afsend|sendt|send)|ikke (?:leveret|levert|leveres|leveras)|uleverbar|ikke-lever|kan ikke leveres|(?:levering|leveringen|aflevering).{0,120}(?:mislyk|fejl|feil|ikke)|meddelelsen.{0,120}(?:blokeret|afvist|returneret)|meldingen.{0,120}(?:blokkert|avvist|returnert)|adressen (?:blev ikke fundet|ble ikke funnet)|fant ikke adressen|ikke (?:nået|nådd) (?:frem|fram)|ikke nådd',
    delayed:
      '(?:levering|leveringen|meddelelsen|meldingen).{0,40}forsink|forsink(?:et|elser?) (?:levering|ved|i)|endnu ikke (?:blevet )?lever|ennå ikke (?:blitt )?lever|midlertidigt? problem|(?:fortsætter|fortsetter) (?:med )?(?:å |at )?(?:forsøg|prøv|forsøk)|vil (?:fortsat )?(?:blive )?(?:forsøg|prøv|forsøk)',
    automatic:
      'autosvar|automatisk svar|fraværsbesked|fraværsmelding|ikke (?:til stede|på kontoret)|(?:jeg er|er) (?:på ferie|fraværende|ikke på)|på ferie|fravær',
  },
  {
    language: 'Finnish',
    undelivered:
      'ei (?:voi(?:tu|da|nut|du)?|voitu|toimitettu|toimiteta|pystytty|ole|onnistu)(?: onnistuttu| pystytty)? ?(?:toimit|lähet|perille)|viestiä(?:si)? ei (?:toimitettu|voitu|lähetetty)|toimit(?:us|taminen|taminen).{0,120}(?:epäonnistu|ei onnistu)|toimittamatta|perille toimittamaton|palautettu viesti|viesti.{0,120}(?:estetty|hylätty|palautettu)|osoitetta ei löyt|ei tavoittanut|ei toimitettavissa',
    delayed:
      '(?:toimitus|viestin|viesti).{0,40}(?:viiväst|myöhäst)|ei ole vielä (?:toimit|voitu)|tilapäi(?:nen|siä) ongelm|(?:yrittää|yritetään|yritämme) (?:uudelleen|edelleen)',
    automatic:
      'automaattinen vastaus|automaattivastaus|poissa(?:olo)?(?:ilmoitus|viesti)|(?:olen|en ole) (?:lomalla|poissa|paikalla|tavoitettavissa)|lomalla|poissa toimistosta',
  },
  {
    language: 'Turkish',
    undelivered:
      '(?:teslim|iletil|gönderil|ulaştırıl)(?: edil)?(?:e)?me(?:di|z|miş|mektedir|yen)|(?:teslim|iletil|gönderil)(?: edil)?emedi|ulaştırılamadı|(?:teslimat|teslim|iletim|gönderim).{0,60}(?:başarısız|hata)|geri dönd|ileti.{0,120}(?:engellendi|reddedildi)|adres bulunamad|ulaşmadı|teslim edilemiyor|teslim edilemez',
    delayed:
      '(?:teslim|teslimat|ileti|mesaj).{0,60}(?:gecik|ertele)|henüz (?:teslim|iletil|ulaş)|geçici bir (?:sorun|hata)|(?:yeniden|tekrar) dene(?:n|y|m)ece|denemeye devam',
    automatic: 'otomatik yanıt|otomatik cevap|(?:ofis|işyeri) dışında|izindeyim|tatildeyim|yıllık izin',
  },
  {
    language: 'Greek',
    undelivered:
      'δεν (?:είναι δυνατή|ήταν δυνατή|κατέστη δυνατή|έγινε|πραγματοποιήθηκε) η παράδοση|δεν (?:παραδόθηκε|μπόρεσε να παραδοθεί|μπορεί να παραδοθεί|έφτασε|έφθασε|ήταν δυνατόν να παραδοθεί)|(?:αποτυχία|αποτυχημένη|σφάλμα) (?:της )?(?:παράδοσης|παράδοση|αποστολής)|η παράδοση (?:απέτυχε|.{0,40}απέτυχε)|αδύνατη (?:η )?παράδοση|ανεπίδοτ|η διεύθυνση δεν βρέθηκε|το μήνυμα.{0,120}(?:αποκλείστηκε|απορρίφθηκε)|επιστροφή (?:μηνύματος|αλληλογραφίας)',
    delayed:
      '(?:παράδοση|παράδοσης|μήνυμα).{0,40}(?:καθυστέρ|καθυστερ)|καθυστέρηση (?:της )?(?:παράδοσης|παράδοση)|δεν έχει (?:ακόμη |ακόμα )?παραδοθεί|προσωρινό πρόβλημα|(?:θα συνεχίσ|συνεχίζ).{0,30}προσπ',
    automatic:
      'αυτόματη απάντηση|εκτός (?:του )?γραφείου|(?:είμαι|βρίσκομαι) (?:σε άδεια|εκτός)|σε άδεια|απουσ(?:ία|ιάζω)',
  },
  {
    language: 'Hungarian',
    undelivered:
      'kézbesíthetetlen|nem (?:sikerült |lehetett |lett |volt |került |tudtuk )(?:kézbesít|elküld|továbbít)|kézbesít(?:és|ése|ési).{0,120}(?:nem sikerült|sikertelen|hiba|nem lehetséges)|sikertelen (?:kézbesítés|küldés)|visszaküldött (?:levél|üzenet)|üzenet(?:e)? (?:letiltva|visszautasítva|visszaküldve)|a cím nem található|nem érte el|nem kézbesít',
    delayed:
      '(?:kézbesítés|kézbesítése|üzenet).{0,40}kés(?:ik|ett|lelt|leked|ő)|késleltetett|még nem (?:lett |sikerült )?kézbesít|ideiglenes (?:probléma|hiba)|(?:tovább|újra)\\p{L}{0,5} ?próbál(?:ko|ja|kozik)',
    automatic:
      'automatikus válasz|házon kívül|irodán kívül|szabadságon vagyok|nem vagyok (?:az irodában|elérhető)|szabadságon',
  },
  {
    language: 'Romanian',
    undelivered:
      'nu (?:a putut fi|a fost|poate fi|s-a putut|se poate)(?: posibilă)? ?(?:livr|trimis|expedi)|nelivrat|(?:livrarea|trimiterea).{0,60}(?:eșuat|esuat|nereușit)|eroare (?:de|la) livrare|adresa nu a fost găsită|mesaj (?:blocat|respins|returnat)',
    delayed: '(?:livrarea|mesajul).{0,40}(?:întârzi|amânat)|încă nu a fost livrat|problemă temporară',
    automatic: 'răspuns automat|raspuns automat|(?:sunt|voi fi) (?:în concediu|plecat)|în afara biroului',
  },
  {
    language: 'Ukrainian',
    undelivered:
      'не (?:було |вдалося |може бути |вдається )?(?:доставл|доставити|надісл|відправ)|недоставл|помилка (?:при )?(?:доставк|доставлен)|адресу не знайдено|повідомлення (?:заблоковано|відхилено)',
    delayed: '(?:доставк|доставлення).{0,40}затрим|ще не (?:було )?доставл|тимчасова (?:проблема|помилка)',
    automatic: 'автоматична відповідь|автовідповідь|у відпустці|поза офісом',
  },
  {
    language: 'Japanese',
    undelivered:
      '配信(?:できません|できなかった|不能|されませんでした|に失敗|エラー|失敗|する際に問題)|送信(?:できません|できなかった|エラー|失敗|に失敗)|配達(?:できません|不能|されませんでした|に失敗|エラー)|届(?:きませんでした|けることが|けられません|けできません)|お届けできません|不達|(?:アドレス|ユーザー?).{0,20}(?:見つかりません|見つからない|不明|存在しません)|メール(?:エラー|が(?:返|戻)|の配信に失敗)|エラーメール|返送され|メールがブロック',
    delayed:
      '(?:配信|配達|送信|到着)(?:が|は|の)?(?:遅延|遅れ|保留|未完了)|遅延して|まだ(?:配信|配達|送信|届)|(?:再試行|再送)(?:し|を|さ)|一時的な(?:問題|エラー)|配信未完了',
    automatic:
      '自動(?:応答|返信)|不在(?:通知|の(?:ため|お知らせ)|に(?:し|なり))|休暇(?:中|をいただ|の(?:ため|お知らせ))|外出(?:中|して)|出張中',
  },
  {
    language: 'Chinese',
    undelivered:
      '退信|(?:无法|無法|未能|不能|没有|沒有)(?:成功|被)?(?:将|將)?.{0,20}(?:送达|送達|投递|投遞|传递|傳遞|发送|傳送|递送|遞送|寄达|寄達|到达|到達|送到|送出)|未(?:送达|送達|投递|投遞|传递|傳遞|递送|遞送|传送|傳送|寄達)|(?:投递|投遞|传递|傳遞|发送|傳送|发信|寄信|递送|遞送|送达|送達).{0,30}(?:失败|失敗|出错|错误|錯誤|出现问题|發生問題)|找不到(?:地址|该地址|該地址|收件人)|(?:邮件|郵件|信件)(?:已)?被(?:退回|拒绝|拒絕|阻止|封鎖)',
    delayed:
      '(?:投递|投遞|传递|傳遞|发送|傳送|递送|遞送|邮件|郵件)(?:已|被|有)?(?:延迟|延遲|延误|延誤|推迟|推遲)|延迟(?:传递|投递|发送)|尚未(?:送达|送達|投递|投遞|传递|傳遞|完成)|(?:继续|繼續|再次|重新)(?:尝试|嘗試|重试|重試)|(?:暂时|暫時|临时|臨時)(?:性)?(?:的)?(?:问题|問題|错误|錯誤|故障)',
    automatic:
      '自动(?:回复|答复|应答|回覆)|自動(?:回覆|回復|答覆|應答)|(?:外出|休假|出差|不在办公室|不在辦公室)(?:期间|期間|中|，|,)?|(?:正在|目前)(?:休假|出差)',
  },
  {
    language: 'Korean',
    undelivered:
      '배달(?:되지 (?:않|못)|할 수 (?:없|없었)|하지 못|에 실패|실패|불가)|전송(?:되지 (?:않|못)|할 수 없|하지 못|에 실패|실패)|전달(?:되지 (?:않|못)|할 수 없|하지 못|에 실패|실패)|(?:메일|메시지).{0,40}(?:반송|차단|거부)|반송(?:된|되었|메일)|주소를 찾을 수 없',
    delayed:
      '(?:배달|전송|전달)(?:이|가)? ?(?:지연|보류)|지연되고|아직 (?:배달|전송|전달)|일시적인 (?:문제|오류)|(?:다시|계속) (?:시도|전송)',
    automatic: '자동 ?(?:회신|응답|답장)|부재 ?중|휴가 ?(?:중|기간)|외근 중|출장 중',
  },
  {
    language: 'Baltic and South Slavic languages, Hebrew, Arabic, Vietnamese, Thai and Indonesian',
    undelivered:
      'netika piegādāt|nevar piegādāt|nepavyko pristatyti|nebuvo pristatyt|nepristatyt|ei saanud (?:kätte )?toimetada|nije (?:moguće )?isporuč|isporuka nije uspjela|ni bilo mogoče dostaviti|ni dostavljen|не може да бъде доставен|не беше доставен|није испоручен|לא ניתן היה למסור|לא נמסרה|تعذر تسليم|لم يتم تسليم|không thể (?:gửi|chuyển|phân phối)|ไม่สามารถส่ง|tidak dapat (?:di)?kirim|gagal terkirim',
    delayed:
      'piegāde (?:ir )?aizkav|pristatymas (?:yra )?vėluoj|edastamine (?:on )?viibi|isporuka (?:je )?(?:odgođena|odložena)|dostava (?:je )?zakasn|доставката (?:е )?забав|המסירה עוכבה|تأخر تسليم|bị trì hoãn|การส่งล่าช้า|pengiriman tertunda',
    automatic:
      'autom[āa]tisk[āa] atbilde|[āa]rpus biroja|atva[ļl]in[āa]jum|automatinis atsakymas|automatinis pranešimas|atostog|automaatvastus|automaatne vastus|kontorist väljas|puhkusel|automatski odgovor|izvan ureda|van kancelarije|na godišnjem odmoru|samodejni odgovor|odsoten|na dopustu|автоматичен отговор|аутоматски одговор|извън офиса|תשובה אוטומטית|מחוץ למשרד|رد تلقائي|خارج المكتب|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis|sedang cuti',
  },
];

/** Mailers of old write Latin letters without their marks. */
const withoutMarks = (words: string): string =>
  words.replace(/[\u00c0-\u024f]/g, (letter) => PLAIN.get(letter) ?? letter.normalize('NFD').charAt(0));

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['ı', 'i'],
]);

const anyOf = (key: 'undelivered' | 'delayed' | 'automatic'): RegExp =>
  new RegExp(
    [...new Set(LANGUAGES.flatMap((language) => [language[key], withoutMarks(language[key])]))].join('|'),
    'iu',
  );

/** Words that say that mail did not arrive. */
export const UNDELIVERED = anyOf('undelivered');

/** Words that say that mail has not arrived yet. */
export const DELAYED = anyOf('delayed');

/** Words of those who are away, or of programs that answer for them. */
export const AUTOMATIC = anyOf('automatic');

/** A heading that says of an address that it is a recipient, in the languages of `LANGUAGES`. */
export const RECIPIENT_LABELS =
  'empfänger|destinat\\p{L}+|ontvanger|geadresseerde|adresat|odbiorca|получател[ьюея]|адресат|příjemc[ei]|adresát|mottagare|modtager|mottaker|vastaanottaja|címzett|alıcı|παραλήπτης|受信者|受取人|宛先|送信先|收件人|收件者|接收人|받는 ?사람|수신자|수신인';
