import { because, type Meaning } from '../meaning.ts';
import { alike, type ReasonName } from '../reasons.ts';

/** A cause as notices tell it to people, in the languages that mail programs and mailers speak. */
interface NoticeCause {
  readonly reason: ReasonName;
  readonly meaning: string;
  readonly words: RegExp;
}

const any = (...words: readonly string[]): RegExp => new RegExp(words.join('|'), 'iu');

/** What has an owner: an address, a mailbox, a user. */
const ADDRESS =
  '(?:address|recipient|mailbox|user(?:name)?|account|adresse|empfänger|postfach|benutzer|destinataire|boîte|utilisateur|dirección|destinatario|usuario|utilizator|buzón|endereço|destinatário|caixa|indirizzo|destinatario|utente|casella|adres|geadresseerde|ontvanger|gebruiker|adresat|odbiorc|użytkownik|skrzynk|адрес|получател|пользовател|ящик|adresa|příjemce|uživatel|schránk|adressen|mottagaren|användaren|modtageren|brugeren|mottakeren|osoite|vastaanottaja|käyttäjä|alıcı|kullanıcı|διεύθυνση|παραλήπτη|χρήστη|cím|címzett|felhasználó|アドレス|ユーザー?|受信者|宛先|地址|收件人|收件者|用户|用戶|使用者|주소|수신자|사용자|받는 사람)';

const MISSING =
  "(?:not found|(?:does|do|did)(?:n't| not|n’t) exist|(?:was|were|could)(?:n't| not|n’t) (?:be )?found|no longer (?:valid|exists)|(?:is )?(?:unknown|invalid|wrong)|not (?:a )?(?:valid|known)|may not exist|misspelled|nicht gefunden|existiert nicht|nicht existiert|unbekannt|nicht bekannt|ungültig|n['’]existe (?:pas|plus)|introuvable|inconnue?|non trouvée?|invalide|no (?:se )?(?:ha |pudo )?(?:encontr|exist)|desconocid|inexistente|não (?:foi )?(?:encontrad|exist)|nao existe|desconhecid|non (?:è stat[oa] )?(?:trovat|esist)|sconosciut|inesistente|niet gevonden|bestaat niet|onbekend|nie (?:znaleziono|istnieje|odnaleziono)|nieznan|не (?:найден|существу|зарегистр)|неизвест|не обнаружен|ne(?:byla|byl|lze|ní) (?:nalezen|platn)|neexist|neznám|hittades inte|finns inte|okänd|ikke (?:fundet|funnet)|findes ikke|finnes ikke|eksisterer ikke|ukendt|ukjent|ei (?:löy[dt]|ole olemassa)|tuntematon|bulunamad|mevcut değil|geçersiz|(?<!(?:yetki|izni)\\p{L}{0,5} )yok\\b|nu există|δεν (?:βρέθηκε|υπάρχει)|άγνωστ|nem (?:található|létezik)|ismeretlen|見つか(?:りません|らない)|存在しま(?:せん)|存在しない|不明|登録されて(?:い)?(?:ない|ません)|不存在|无效|無效|찾을 수 없|존재하지 않|알 수 없)";

const MAILBOX =
  '(?:inbox|mailbox|mail ?box|account|quota|disk|postfach|speicher|boîte|messagerie|espace|buzón|casilla|bandeja|caixa|casella|spazio|postvak|mailbox|skrzynk|ящик|почтов\\p{L}{1,6}|schránk|brevlåda|inkorg|postkasse|innboks|indbakke|postilaatikko|saapuneet|kutu|γραμματοκιβώτιο|εισερχόμεν|postafiók|メールボックス|受信トレイ|容量|邮箱|郵箱|收件箱|收件匣|信箱|空间|空間|사서함|편지함|hộp thư|صندوق|البريد|תיבת|θυρίδα|căsuț|메일함)';

const FULL =
  '(?:\\bfull\\b|over quota|not enough|exceed|out of (?:storage )?space|\\bvoll\\b|überschritten|erschöpft|plein|satur|dépass|llen[oa]|agotad|excedid|superad|chei[ao]|pien[ao]|esaurit|\\bvol\\b|overschreden|pełn|przepełn|переполнен|превы|plná|překroč|fullt?\\b|overskred|fuldt?\\b|fyldt|täynnä|ylitt|dolu|doldu|aş(?:ıl|t)|πλήρ|γεμάτ|megtelt|túllép|いっぱい|満杯|超え|超過|不足|已满|已滿|满|滿|超出|가득|초과|đầy|ممتلئ|מלא|plin[ăa])';

const CAUSES: readonly NoticeCause[] = [
  {
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    words: any(`${MAILBOX}.{0,60}${FULL}`, `${FULL}.{0,20}${MAILBOX}`),
  },
  {
    reason: 'domain-not-found',
    meaning: 'The domain of the address was not found.',
    words: any(
      `(?:domain|domäne|domaine|dominio|domínio|domein|domen|домен|doména|domän|domæne|domene|toimialue|alan adı|τομέα|tartomány|ドメイン|域名|网域|網域|도메인)\\p{L}{0,4}.{0,40}${MISSING}`,
      `(?:host|server)\\p{L}{0,3} (?:name )?(?:unknown|not found)|unknown (?:host|domain)`,
    ),
  },
  {
    reason: 'recipient-unknown',
    meaning: 'There is no mailbox with this address.',
    words: any(
      `${ADDRESS}.{0,80}${MISSING}`,
      `${MISSING}.{0,40}${ADDRESS}`,
      "\\bnot (?:exactly )?match (?:an|any)\\b.{0,40}address|wasn['’]t found at|unknown to address|no such (?:user|address|person|mailbox)|not a final email delivery point|does not have a final email delivery point|找不到.{0,20}(?:地址|收件人|用户)|no valid recipients",
    ),
  },
  {
    reason: 'message-too-large',
    meaning: 'The message is larger than is taken.',
    words: any(
      '(?:message|mail|attachment|nachricht|anhang|pièce jointe|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|письмо|zpráva|meddelande\\p{L}{0,2}|meddelelse\\p{L}{0,2}|melding\\p{L}{0,2}|viesti|ileti|μήνυμα|üzenet|メール|メッセージ|邮件|郵件|메시지).{0,40}(?:too (?:large|big)|zu groß|trop (?:volumineux|gros|grand)|demasiado grande|muito grande|troppo grande|te groot|za duż|слишком больш|příliš velk|för stor|for stor|liian suuri|çok büyük|πολύ μεγάλ|túl nagy|大きすぎ|过大|過大|太大|너무 큽|너무 커)',
    ),
  },
  {
    reason: 'expired',
    meaning: 'The message waited too long in the queue and was given up.',
    words: any(
      'not (?:been )?collected after|within the allowed queue period|exceeded maximum (?:delivery )?(?:attempts|tries|retries)|(?:retry|queue) (?:timeout|time|period) exceeded|(?:tried|trying) for \\d|not (?:be )?delivered within|too many (?:delivery )?attempts|delivery time(?:d)? out|maximum time in (?:the )?queue',
    ),
  },
  {
    reason: 'recipient-restricted',
    meaning: 'The recipient takes no mail from this sender, or none of this kind.',
    words: any(
      "not accepting mail (?:from|with)|(?:only|does not|doesn['’]t) accepts? (?:e-?mail|mail|messages) from|not allowed to (?:send|post)|not (?:a )?member of|(?:yetki|izni)\\p{L}{0,5} yok|refused (?:mail|messages) from you",
    ),
  },
  {
    reason: 'policy-refused',
    meaning: 'A rule of the receiver refuses the message.',
    words: any(
      '(?:message|mail|nachricht|message|mensaje|mensagem|messaggio|bericht|wiadomość|сообщение|zpráva|meddelandet|meddelelsen|meldingen|viesti|ileti|mesaj|μήνυμα|üzenet|メール|メッセージ|邮件|郵件|메시지).{0,80}(?:blocked|blockiert|bloqu[ée]|bloquead|bloccat|geblokkeerd|zablokowan|заблокирован|blokován|blockera|blokeret|blokkert|estetty|engellen|αποκλεί|letilt|ブロック|阻止|封鎖|차단)',
    ),
  },
];

/** The cause that a notice's words for people tell. A sentence may go over two lines. */
export const causeIn = (words: string): Omit<NoticeCause, 'words'> | undefined => {
  const text = words.slice(0, LONGEST).replace(/\s{1,80}/g, ' ');
  return CAUSES.find((cause) => cause.words.test(text));
};

/**
 * The same of the words of a reply, in languages whose words are not read one by one; `expected` is the reason that the
 * enhanced code names. What is told in ASCII alone is read otherwise.
 */
export function causeOfWords(words: string, expected?: ReasonName): Meaning | undefined {
  const cause = /[\u0080-\uffff]/.test(words) ? causeIn(words) : undefined;
  if (cause === undefined || (expected !== undefined && !alike(cause.reason, expected))) return undefined;
  return because(cause.reason, cause.meaning, 'RFC 3464 2.1');
}

/** Characters that are looked at. */
const LONGEST = 3000;
