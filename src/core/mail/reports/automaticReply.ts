import { defined } from '../../text/defined.ts';
import { isFromMailer, isNullPath, noticePart, reportType, subjectOf } from '../bounces/evidence.ts';
import { readNoticeText } from '../bounces/noticeText.ts';
import { AUTOMATIC, UNDELIVERED } from '../bounces/noticeWords.ts';
import { fieldNamed } from '../header/fields.ts';
import type { AutomaticReply, Field, Part } from '../message.ts';
import { firstAddress } from './reportWords.ts';

/**
 * Whether a program answered for a person: by the field that RFC 3834 5 has for it, by those that older programs write,
 * by a subject that programs write and people do not, or by the null reverse-path that RFC 3834 3.3 asks for. Who wrote
 * it and what it says decide whether the message it answers arrived.
 */
export function readAutomaticReply(text: string, fields: readonly Field[], root: Part): AutomaticReply | undefined {
  const challenge = challengeIn(text, fields, root);
  if (challenge !== undefined) return challenge;
  const field = shownBy(fields) ?? shownByWords(text, fields, root);
  if (field === undefined) return undefined;
  const subject = subjectOf(fields);
  // Postfix and others mark their bounces so as well.
  if (isFromMailer(fields) && UNDELIVERED.test(subject)) return undefined;
  const words = `${subject}\n${firstWords(text, root)}`;
  const says = AUTOMATIC.test(words) || ACKNOWLEDGED.test(words);
  // A subject alone is anybody's: it has to name what it answers, and the words below to say the same.
  const isSaidBelow = ANSWERING.test(subject) && AUTOMATIC.test(firstWords(text, root).slice(0, 600));
  if (field.name.toLowerCase() === 'subject' && !isAnswer(fields) && !AUTOMATED.test(words) && !isSaidBelow)
    return undefined;
  const from = writerOf(fields);
  const doubtful = (isFromMailer(fields) && !AUTOMATIC.test(subject)) || (UNDELIVERED.test(words) && !says);
  return { start: field.start, end: field.end, arrived: !doubtful, ...defined({ from }) };
}

/** What programs put in front of the subject that they answer. */
const ANSWERING = /^[^:?]{4,80}: {0,2}\S/;

const writerOf = (fields: readonly Field[]): string | undefined => firstAddress(fieldNamed(fields, 'from')?.value);

/** What filters of the kind of TMDA, BoxTrapper and Spam Arrest answer to strangers, looked for in answers alone. */
function challengeIn(text: string, fields: readonly Field[], root: Part): AutomaticReply | undefined {
  const subject = subjectOf(fields);
  if (!namesAnswered(fields) && !CHALLENGES.test(subject) && !/^\s{0,4}re ?:/i.test(subject)) return undefined;
  const field = fieldNamed(fields, 'subject') ?? fieldNamed(fields, 'from');
  const words = firstWords(text, root)
    .slice(0, 1500)
    .replace(/\s{1,80}/g, ' ');
  const waits = CHALLENGE.test(words) ? 'sender' : isModerated(words) ? 'moderator' : undefined;
  if (field === undefined || waits === undefined) return undefined;
  const { start, end } = field;
  // A service that asks in somebody's name has an address of its own.
  const from = /\bvia \S/i.test(fieldNamed(fields, 'from')?.value ?? '') ? undefined : writerOf(fields);
  return { start, end, arrived: false, waits, ...defined({ from }) };
}

/** Mailman 2 and 3, and Exchange where a mailbox has moderators. */
const MODERATED =
  /\bis being held until the (?:list )?moderator|\bhas been (?:sent|submitted) to (?:the|a) moderator for approval/i;

/** Whether a list says that its moderator has to see a message. */
export const isModerated = (words: string): boolean => MODERATED.test(words.replace(/[\s>]{1,80}/g, ' '));

const CHALLENGES = /\b(?:verif|confirm|challenge|please (?:reply|respond)|action required|held|awaiting|moderat)/i;

const CHALLENGE =
  /\b(?:click|follow|visit|open|use|reply|respond|answer)\b[^.]{0,120}\b(?:to have (?:your (?:e-?mail )?address|you) added|so (?:that )?(?:your (?:message|e-?mail)|it) (?:is|will be|can be) delivered|to (?:release|deliver) (?:your|this|the) (?:message|e-?mail)|to (?:verify|confirm|prove) (?:that )?you(?:['’]re| are) (?:a (?:real )?(?:person|human)|not a (?:robot|spammer)))|(?:held|holding|quarantin\w{1,3}|not (?:yet )?(?:been )?delivered)\b[^.]{0,160}\.?[^.]{0,120}\bconfirm (?:that )?you(?:['’]re| are) (?:a (?:real )?(?:person|human)|not a)|requires? that you (?:verify|confirm|prove) (?:that )?you ?(?:['’]re|are) a\b|requires? (?:that )?(?:senders?|you) (?:to )?(?:confirm|verify) (?:your|their) (?:e-?mail )?address|account is protected by [\w ]{2,40}\. ?please (?:click|follow|reply)/i;

/** The field that shows that a program answered. */
function shownBy(fields: readonly Field[]): Field | undefined {
  const submitted = fieldNamed(fields, 'auto-submitted');
  if (/^auto-(?:replied|notified)\b/i.test(submitted?.value ?? '')) return submitted;
  const old = fields.find(({ name, value }) => OLD.get(name.toLowerCase())?.test(value) === true);
  if (old !== undefined) return old;
  const rule = answeredByRule(fields);
  if (rule !== undefined) return rule;
  const subject = fieldNamed(fields, 'subject');
  if (subject !== undefined && isAutomaticSubject(subjectOf(fields))) return subject;
  // Spam comes with the null reverse-path as well: it must say what it answers.
  return comesBack(fields) && namesAnswered(fields) ? fieldNamed(fields, 'return-path') : undefined;
}

/** A rule of an Exchange mailbox answers in the name of the mailbox; what it passes on is from another, or says so. */
function answeredByRule(fields: readonly Field[]): Field | undefined {
  const rule = fieldNamed(fields, 'x-ms-exchange-inbox-rules-loop');
  const isOwn = rule?.value.toLowerCase() === writerOf(fields)?.toLowerCase();
  return isOwn && !/^\s{0,4}(?:fwd?|wg|tr|rv|enc|i) ?:/i.test(subjectOf(fields)) ? rule : undefined;
}

/** With the null reverse-path, from nobody who writes notices, and through no list. */
const comesBack = (fields: readonly Field[]): boolean =>
  isNullPath(fields) && !isFromMailer(fields) && !reportType(fields) && fieldNamed(fields, 'list-id') === undefined;

/** What a rule for absences sends may name nothing that it answers: its first words do. */
function shownByWords(text: string, fields: readonly Field[], root: Part): Field | undefined {
  if (!comesBack(fields)) return undefined;
  const words = firstWords(text, root).slice(0, 800);
  return ACKNOWLEDGED.test(words) && !UNDELIVERED.test(`${subjectOf(fields)}\n${words}`)
    ? fieldNamed(fields, 'return-path')
    : undefined;
}

/** Thanks for a message that nobody has read yet, and words of somebody who is away. */
const ACKNOWLEDGED =
  /thank(?:s| you)(?: (?:very|so) much)? for (?:your? (?:recent )?(?:e-?mail|message|mail|note|inquiry|enquiry|request|query|interest)|(?:e-?mailing|contacting|writing|reaching out|getting in touch|messaging))|(?:limited|no|intermittent|without) access to (?:my )?e-?mail|no longer (?:work|with|employed|at)\b|(?:be|am) (?:back|returning) (?:in the office |at work )?on|(?:danke|dank) für (?:ihre|deine|eure) (?:e-?mail|nachricht|mitteilung|anfrage|mail)|merci (?:de|pour) (?:votre|ton|l['’]envoi de votre) (?:e-?mail|message|mail|courriel|courrier|demande)|gracias por (?:su|tu|el) (?:mensaje|correo|e-?mail|consulta)|gracias por (?:contactar|escribir|comunicarse)|obrigad[oa] (?:pelo|por) (?:seu |sua |o seu )?(?:e-?mail|mensagem|contato|contacto)|grazie per (?:la (?:sua|tua|vostra) |il (?:suo|tuo|vostro) |aver(?:ci|mi) )(?:e-?mail|mail|messaggio|richiesta|contattat|scritt)|(?:bedankt|dank) (?:voor|u voor) (?:uw|je|jouw) (?:e-?mail|bericht|mail)|dziękuj(?:ę|emy) za (?:wiadomość|e-?mail|kontakt|przesłan)|tack för (?:ditt|ert) (?:mejl|mail|meddelande|e-?post)|tak for din (?:mail|e-?mail|besked|henvendelse)|takk for (?:din |e-?posten|meldingen)|kiitos (?:viestistäsi|yhteydenotosta|sähköpostistasi)|děkuj(?:i|eme) za (?:vaši|váš|zprávu|e-?mail)|köszönjük (?:levelét|megkeresését|üzenetét)|спасибо за (?:ваше )?(?:письмо|сообщение|обращение)|благодар\p{L}{1,6} (?:вас )?за (?:письмо|сообщение|обращение)|お問い合わせ(?:いただき)?、?(?:誠に)?ありがとう|ご連絡(?:いただき)?、?ありがとう|感谢您的(?:来信|邮件|来邮)|您好.{0,20}(?:已收到|收到您的)(?:邮件|来信)|메일(?:을)? (?:보내 ?주셔서|잘 받았)/iu;

/** At its start, a name or a tag in front allowed, or in brackets at its end. */
function isAutomaticSubject(subject: string): boolean {
  if (/^\s{0,4}(?:re|aw|sv|antw|fwd?|wg|tr|rv) ?:/i.test(subject) && !/\([^()]{3,60}\)\s{0,4}$/.test(subject))
    return false;
  const at = AUTOMATIC.exec(subject)?.index;
  if (at === undefined) return false;
  return at < 4 || /[:([\]–-]\s{0,4}$/.test(subject.slice(0, at)) || /^[^:]{0,60}$/.test(subject);
}

/** Characters of the first part that are looked at. */
const FIRST = 3000;

function firstWords(text: string, root: Part): string {
  const part = noticePart(root);
  return part === undefined ? '' : readNoticeText(text, part).lines.text.slice(0, FIRST);
}

const OLD: ReadonlyMap<string, RegExp> = new Map([
  ['x-autoreply', /^\s*(?:yes|true|1)/i],
  ['x-autorespond', /./],
  ['x-apple-action', /^\s*vacation/i],
  ['x-autogenerated', /^\s*reply/i],
  ['x-mail-autoreply', /./],
  ['x-ms-exchange-generated-message-source', /outofoffice|oof/i],
  ['x-vacation', /./],
  ['x-autoreply-from', /./],
  ['x-autoresponder', /./],
  ['delivered-by-the-graces-of', /vacation/i],
  ['x-mailer', /vacation|auto-?respond/i],
  ['x-precedence', /^\s*auto_reply/i],
  ['precedence', /^\s*auto_reply/i],
  ['x-zarafa-vacation', /./],
]);

/** A text that says of itself that no person wrote it. */
const AUTOMATED =
  /(?:this is an? )?auto(?:mated|matic(?:ally)?)[ -](?:generated )?(?:e-?mail |mail )?(?:response|reply|answer|message)|automatisch (?:generiert|erstellt|erzeugt|gegenereerd)|automatische (?:antwort|nachricht|e-?mail)|réponse automatique|message automatique|respuesta automática|mensaje automático|resposta automática|risposta automatica|automatyczna odpowied|wiadomość (?:została )?wygenerowana automatycznie|автоматическ|自動(?:返信|応答|送信)|自动(?:回复|答复|发送)|자동/iu;

/** An answer names the message it answers, or comes with the null reverse-path or the precedence of programs. */
const isAnswer = (fields: readonly Field[]): boolean =>
  fieldNamed(fields, 'in-reply-to') !== undefined ||
  fieldNamed(fields, 'references') !== undefined ||
  /^\s*(?:bulk|junk|auto_reply)/i.test(fieldNamed(fields, 'precedence')?.value ?? '') ||
  /^<?\s*>?$/.test(fieldNamed(fields, 'return-path')?.value ?? 'x') ||
  fieldNamed(fields, 'x-auto-response-suppress') !== undefined;

/** RFC 5322 3.6.4 */
const namesAnswered = (fields: readonly Field[]): boolean =>
  fieldNamed(fields, 'in-reply-to') !== undefined || fieldNamed(fields, 'references') !== undefined;
