import type { Ticket } from '../../ticket/ticket.ts';

/**
 * What the writer of a ticket asks: why it came `twice`, why one of `several` has it and another has not, why it is in
 * the `junk` folder, why it was `slow`, whether it is `genuine`, where it is (`missing`).
 */
export type TicketQuestion = 'twice' | 'several' | 'junk' | 'slow' | 'genuine' | 'missing';

/** Characters of somebody's own words that are read. */
const READ = 20_000;

/** The question of a ticket, by the words of whoever wrote it; the one that says most where there are several. */
export function questionOf(ticket: Ticket): TicketQuestion | undefined {
  const words = ownWords(ticket);
  return words === '' ? undefined : QUESTIONS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What people wrote in a ticket, in small letters without accents; what programs wrote is left out. */
function ownWords({ text, blocks }: Ticket): string {
  let words = '';
  for (const block of blocks) {
    if (block.kind !== 'prose') continue;
    words += `${text.slice(block.start, Math.min(block.end, block.start + READ - words.length))}\n`;
    if (words.length >= READ) break;
  }
  return words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Words of one meaning in the languages of tickets; those of scripts without blanks need no word boundary. */
const any = (...words: readonly string[]): RegExp =>
  new RegExp(words.map((word) => (/^[a-z0-9(]/.test(word) ? `\\b(?:${word})` : `(?:${word})`)).join('|'));

/** What says most stands first: a message in the junk folder came, and one that came twice came, too. */
const QUESTIONS: readonly (readonly [TicketQuestion, RegExp])[] = [
  [
    'twice',
    any(
      'twice\\b|(?:two|2|three|3|several|multiple|many) (?:times|copies)\\b|duplicate',
      'doppelt|(?:zwei|drei|mehr)(?: ?mal|fach)\\b|2 ?x\\b',
      '(?:deux|2|trois|plusieurs) fois\\b|en double\\b',
      '(?:dos|2|tres|varias) veces\\b|duplicad[oa]',
      '(?:due|tre|piu) volte\\b|doppi[oae]?\\b|duplicat[oaei]\\b',
      '(?:duas|2|tres|varias) vezes\\b',
      'twee ?(?:keer|maal)\\b|dubbel|meerdere (?:keren|malen)\\b',
      'dwa razy\\b|dwukrotnie|podwojnie',
      '(?:tva|flera) ganger\\b|dubbelt|(?:to|flere) gang(?:e|er)\\b|dobbelt',
      'dvakrat|iki (?:kez|kere|defa)\\b|ketszer|kahdesti|kaksi kertaa',
      'дважды|два раза|дубл',
      '二重|重複|2通|两次|兩次|重复',
    ),
  ],
  [
    'several',
    any(
      "only (?:one|some|half) of|(?:one|some) of (?:them|us|the)|the others? (?:did|has|have|got|never)|(?:has|have|got|received|gets) it[,;. ](?:[^.?!]{0,60} )?(?:not|never|hasn't|haven't|didn't)\\b|received it,? [^.?!]{0,40}(?:did not|didn't|not)\\b",
      'nur (?:einer|eine|einige)\\b|der andere|die anderen?\\b|hat sie bekommen, |(?:einer|einige) (?:hat|haben)\\b',
      "(?:l'un|l'une|certains|seuls?|un seul)\\b[^.?!]{0,60}\\b(?:recu|recoit)|les autres\\b|l'autre\\b",
      'solo (?:uno|una|algunos)\\b|(?:el|la|los) otr[oa]s?\\b|uno (?:lo|si)\\b',
      "solo (?:uno|una|alcuni)\\b|(?:l'altr[oa]|gli altri)\\b",
      '(?:so|apenas) (?:um|uma|alguns)\\b|(?:o|a|os) outr[oa]s?\\b',
      'slechts (?:een|enkele)\\b|de anderen?\\b',
      'tylko jeden\\b|pozostali\\b|только один|другой не|остальные',
    ),
  ],
  [
    'junk',
    any(
      'junk|spam|bulk folder|quarantine',
      'werbung|unerwunscht|quarantane',
      'indesirable|pourriel|quarantaine',
      'no deseado|correo basura|cuarentena',
      'posta indesiderata|quarantena',
      'lixo eletronico|quarentena|ongewenst|skrappost|soppel|niechciane|nevyzadan',
      'спам|карантин',
      '迷惑メール|垃圾|스팸',
    ),
  ],
  [
    'slow',
    any(
      '(?:took|takes?|taking|needed) (?:[a-z0-9]+ ){0,4}(?:hours?|minutes?|days?|long|ages|forever)\\b|delay(?:ed|s)?\\b|(?:so|too|very|arriv\\w{1,4}|came|hours?) (?:late|slow)|late\\b|(?:hours?|minutes?|days?) later\\b|slow',
      'verspat|verzoger|so lange|erst (?:nach|am|um)\\b|(?:stunden|minuten|tage) (?:gedauert|spater|gebraucht|unterwegs)|zu spat|gedauert',
      'des (?:heures|jours)\\b|(?:en )?retard|(?:heures|minutes|jours) (?:plus tard|apres|de retard)|trop tard|si longtemps|mis (?:du temps|longtemps)',
      '(?:horas|minutos|dias) (?:despues|en llegar|mas tarde|de retraso)|retras|tard(?:o|a|aba|aron|e)\\b|demor',
      '(?:ore|minuti|giorni) (?:dopo|di ritardo|per arrivare)|(?:in )?ritardo|tardi\\b|cosi tanto',
      '(?:horas|minutos|dias) (?:depois|para chegar|de atraso)|atras(?:o|ad)|demorou',
      '(?:uren|uur|minuten|dagen) (?:later|geduurd|vertraging)|vertraag|vertraging|te laat|zo lang',
      'opozn|pozno|godzin\\b|forsen|forsinke|sent fram|zpozd|gecik|kes(?:es|ett)|myohass',
      'задерж|долго|опозда|часов',
      '遅延|遅れ|延迟|延遲|지연',
    ),
  ],
  [
    'genuine',
    any(
      '(?:is|was) (?:this|it|that) (?:mail |e-?mail |message )?(?:real|genuine|legit\\w{0,8}|fake|phish\\w{0,4}|spoof\\w{0,3}|safe|a scam|forged)|genuine|legitimate\\b|phish|spoof|scam\\b|really (?:from|sent by)',
      '(?:mail|e-mail|nachricht|absender)? ?echt\\b|gefalscht|betrug|falschung|wirklich von',
      'authentique|hameconnage|falsifie|vrai(?:e|ment)? (?:mail|message|de)|arnaque|usurp',
      'autentic[oa]|falsific|suplant|fraude|estafa|verdader[oa]|legitim[oa]',
      'contraffatt|truff[ae]|veritier|golpe|verdadeir[oa]|fals[oa]\\b',
      'nep(?:mail|bericht)|vervalst|oplichting|prawdziw|falszyw|oszust',
      'поддел|мошенн|настоящ',
      '詐欺|本物|なりすまし|诈骗|詐騙|真的吗',
    ),
  ],
  [
    'missing',
    any(
      "(?:never|not|did(?:n't| not)|does(?:n't| not)|has(?:n't| not)|have(?:n't| not)|is(?:n't| not)) (?:yet |been |it )?(?:arriv\\w{0,4}|receiv\\w{0,3}|get\\b|got\\b|come\\b|delivered|reach\\w{0,3})|missing\\b|disappear|lost\\b|where is\\b|vanish|(?:did|has|have) (?:[a-z0-9']{1,20} ){1,5}(?:arrived?|get there|come through)\\b",
      '(?:nicht|nie|nichts|keine?\\w{0,2}) (?:[a-z]{1,20} )?(?:angekommen|an\\b|erhalten|bekommen|eingegangen|erreicht|zugestellt|ankomm\\w{0,2})|kommt? (?:[a-z]{1,20} ){0,2}nicht an|fehlt\\b|verschwunden|verloren|wo ist|(?:ist|sind) (?:[a-z]{1,20} ){1,5}(?:angekommen|zugestellt)',
      "(?:pas|jamais|rien|aucun \\w{1,12}) (?:encore )?(?:recu|arrive|parvenu)|n'arrive\\w{0,3} (?:pas|jamais)|n'est (?:pas|jamais)|perdu|disparu|introuvable",
      '(?:no|nunca) (?:ha |han |me |le |lo |les )?(?:llega\\w{0,3}|recibi\\w{0,4}|ha llegado)|perdid[oa]|desaparec',
      '(?:non|mai) (?:e |ha |ho |l.{0,3}|sono )?(?:arriva\\w{0,4}|ricev\\w{0,4}|mai arrivat\\w)|pers[oa]\\b|sparit',
      '(?:nao|nunca) (?:foi |o |a )?(?:chega\\w{0,3}|chegou|receb\\w{0,4})|perdid|sumiu',
      '(?:niet|nooit|geen) (?:[a-z]{1,20} )?(?:aangekomen|ontvangen|aan\\b|gekregen|mail)|kwijt|verdwenen',
      '(?:nie|czy(?: [a-z]{1,20}){0,4}) (?:dotar|otrzym|dosz[lł]|przysz)|inte (?:kommit|fatt|framme)|ikke (?:kommet|modtaget|mottatt|fatt)|nedorazil|nepris|gelmedi|ulasmadi|ei (?:ole )?(?:saapunut|tullut)',
      'не (?:приш|доход|получ|дошл)|пропал',
      '届か|届いて|没收到|没有收到|沒收到|未收到|오지 않',
    ),
  ],
];
