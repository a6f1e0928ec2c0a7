/** Words that announce what a server said, in the languages of mail programs. */
export const announcing: ReadonlySet<string> = new Set([
  // English
  ...'said says say replied replies responded answered answers returned returns reported reports rejected refused denied failed failure declined message messages reply response responses answer answering result reason because cause caused error errors err exception code codes status stat retcode warning fatal reject bounce bounced nak detail details description msg dsn diagnostic debug info alert critical'.split(
    ' ',
  ),
  // German
  ...'meldet meldete antwortet antwortete antwort fehler fehlermeldung fehlercode meldung nachricht grund statuscode rückmeldung lautet abgelehnt'.split(
    ' ',
  ),
  // French
  ...'erreur réponse répondu raison motif retourné renvoyé refusé'.split(' '),
  // Spanish
  ...'respuesta respondió mensaje motivo código devolvió rechazado'.split(' '),
  // Italian
  ...'errore risposta risposto messaggio codice rifiutato'.split(' '),
  // Portuguese
  ...'erro resposta respondeu retornou mensagem recusado'.split(' '),
  // Dutch
  ...'fout foutmelding foutcode antwoord antwoordde melding bericht reden geweigerd'.split(' '),
  // Polish
  ...'błąd odpowiedź odpowiedział kod komunikat powód'.split(' '),
  // Czech and Slovak
  ...'chyba odpověď odpověděl kód důvod zpráva'.split(' '),
  // Swedish, Danish and Norwegian
  ...'fel felmeddelande felkod svar svarade fejl fejlmeddelelse svarede feil feilmelding svarte'.split(' '),
  // Finnish, Turkish, Hungarian, Romanian, Croatian
  ...'virhe vastaus vastasi hata yanıt hiba válasz eroare răspuns greška odgovor'.split(' '),
  // Russian and Ukrainian
  ...'ошибка ошибки ответ ответил ответа сервера код причина сообщение помилка відповідь'.split(' '),
]);

/** The same in languages that put no blank between words. */
export const ANNOUNCING_ASIAN =
  /(?:エラー|応答|返答|応答コード|エラーコード|理由|メッセージ|错误|錯誤|错误代码|错误信息|响应|回应|回應|返回|返回码|原因|报错|오류|응답|코드)[：:]?$/u;

/** Words in front of a number in a sentence, which may be about anything. */
export const inSentences: ReadonlySet<string> = new Set(
  'a an the this that these with and or but then get gets getting got gave gives receive receives receiving received see seeing throws threw mit ein eine einen der die das den bekomme erhalte avec un une le con el il com um o met een de z с на'.split(
    ' ',
  ),
);
