import { defined } from '../../text/defined.ts';
import { Lines } from '../../text/lines.ts';
import { decodeEntities } from '../links/entities.ts';
import type { DeliveryReport, ReportRecipient } from '../message.ts';
import { allOfNotice, withWords } from '../reports/noticeRecipients.ts';
import { readFields } from '../reports/statusReport.ts';
import { statusCut, withCuts } from './noticeCuts.ts';
import type { NoticeText } from './noticeText.ts';
import { DELAYED, UNDELIVERED } from './noticeWords.ts';
import { type Notice, readNotice } from './readNotice.ts';
import { isOfMailer, spokenRecipient } from './spokenRecipient.ts';
import { findStatusLine, readStatusText } from './statusFields.ts';

/** Characters of a pasted text that are looked at, and lines in front in which a notice says that it is one. */
const LONGEST = 24 * 1024;

/**
 * The words of a notice as people paste them, without its header: what a mail program shows of one, or some lines of a
 * delivery status (RFC 3464). Marks of a quotation in front of lines are left out. Undefined where the text is none.
 */
export function readPastedNotice(text: string, start: number, end: number): DeliveryReport | undefined {
  const raw = text.slice(start, Math.min(end, start + LONGEST));
  const stated = STATED.test(raw);
  if (!stated && (LOGGED.test(raw) || PUT_OFF.test(raw) || !/@|\bfound (?:at|in)\b|見つかり|找不到/.test(raw)))
    return undefined;
  const whole = unquotedText(raw, start, end);
  if (!stated && HANDED_OVER.test(raw)) return handedOver(readNotice(whole, [], NOBODY));
  const told = !stated && PERSON.test(firstLines(raw));
  const spoken = stated ? undefined : spokenRecipient(whole.lines);
  const opening = openingOf(whole.lines) ?? spoken?.line;
  if (told && opening === undefined) return undefined;
  const notice = opening === undefined || opening === 0 ? whole : behind(whole, opening);
  const statusLine = findStatusLine(notice.lines, MOST_LINES, false, true);
  const groups = statusLine === undefined ? [] : readStatusText(notice, statusLine, true);
  const fields = groups.length === 0 ? undefined : readFields(groups);
  const nameless = fields?.recipients.every(
    (one) => one.finalRecipient === undefined && one.originalRecipient === undefined,
  );
  const several = nameless === true && readNotice(notice, [], NOBODY).recipients.length > 1;
  const stating = (fields?.recipients.length ?? 0) > 0 && !several ? fields : undefined;
  if (stating === undefined && stated && opening === undefined) return undefined;
  const known = (stating?.recipients ?? []).flatMap((one) => one.finalRecipient ?? one.originalRecipient ?? []);
  const fallback = spoken === undefined ? known : [spoken.address];
  const words = readNotice(notice, [], several ? NOBODY : { known, fallback, end: statusLine });
  if (stating !== undefined) {
    const [only] = words.recipients.length === 1 ? words.recipients : [];
    // A few lines may stand without the one that names the recipient.
    const recipients = withWords(stating.recipients, words).map((one) =>
      one.finalRecipient === undefined && only !== undefined && only.address !== ''
        ? { ...one, finalRecipient: only.address }
        : one,
    );
    return {
      ...stating,
      ...withCuts(statusCut(text, groups, notice)),
      recipients: [...recipients, ...unstated(notice, known, statusLine)],
    };
  }
  if (!(words.plain || opening !== undefined) || !(words.named || spoken !== undefined)) return undefined;
  return {
    format: words.format,
    ...withCuts(words.cuts),
    ...(words.waited && { waited: true }),
    recipients: allOfNotice(isPutOff(words) ? { ...words, action: 'delayed' } : words),
  };
}

/** Nothing but replies of 4yz: whoever got them tries again, as long as no word says otherwise. */
const isPutOff = ({ plain, waited, recipients }: Notice): boolean =>
  !plain && !waited && recipients.length > 0 && recipients.every(({ said = '' }) => /^4\d\d[ -]/.test(said));

/** Exchange, of mail that was given to a server that sends no reports (RFC 3464 2.3.3, `relayed`). */
const HANDED_OVER =
  /^[\s>*]{0,8}(?:delivery to these recipients or groups is complete, but no delivery notification|die zustellung an (?:folgende|diese) empfänger oder \S{4,20} (?:ist|wurde) abgeschlossen|[^\n]{9,40} (?:ou groupes est terminée|o grupos se ha completado|of groepen is voltooid|eller grupper är slutförd))/im;

const handedOver = ({ format, named, recipients }: Notice): DeliveryReport | undefined =>
  named
    ? {
        format,
        recipients: recipients.map(({ start, end, address }) => ({
          start,
          end,
          action: 'relayed',
          status: '2.0.0',
          finalRecipient: address,
        })),
      }
    : undefined;

/** One line of a log with a 4yz, and no word of giving up. */
const PUT_OFF =
  /^(?![^\n]{0,1000}(?:return|undeliver|permanent|bounce|gave up|giving up|expired))[^\n]{0,300}\S@\S{1,255} [^\n]{0,100}\bfail[^\n]{0,60}\b4[0-5]\d\b[^\n]{0,1000}\s*$/i;

const NOBODY = { known: [], fallback: [], end: undefined } as const;

/** Recipients that the words list beside those whose fields were pasted as well. */
function unstated(notice: NoticeText, known: readonly string[], end: number | undefined): readonly ReportRecipient[] {
  const told = readNotice(notice, [], { known: [], fallback: [], end });
  const isKnown = (address = ''): boolean => known.some((one) => one.toLowerCase() === address.toLowerCase());
  if (!told.named || told.recipients.length < 2 || !told.recipients.some(({ address }) => isKnown(address))) return [];
  return allOfNotice(told).filter(({ finalRecipient }) => !isKnown(finalRecipient));
}

/** The notice from line `line` on. */
function behind(whole: NoticeText, line: number): NoticeText {
  return {
    lines: new Lines(whole.lines.text.slice(whole.lines.start(line))),
    literal: whole.literal,
    ...defined({ unread: whole.unread }),
    place: (at, from, to) => whole.place(at + line, from, to),
  };
}

/**
 * The first line with which a notice begins, behind the words of who pasted it. Fields of a delivery status are none of
 * them, and what stands behind those begins no other notice.
 */
function openingOf(lines: Lines): number | undefined {
  for (let line = 0; line < MOST_LINES && lines.has(line); line++) {
    const text = lines.at(line).slice(0, 400);
    if (STATED.test(text)) return undefined;
    if (text.length > 8 && (isOpening(text) || isAbove(lines, line))) return line;
  }
  return undefined;
}

/** An address on a line of its own, above the words of a mailer or right above a refusal. */
const isAbove = (lines: Lines, line: number): boolean =>
  ALONE.test(lines.at(line)) &&
  ([1, 2, 3].some((below) => isOfMailer(lines, line + below)) || REFUSAL.test(lines.at(line + 1)));

const REFUSAL = /^\s{0,12}5[0-5]\d[ -](?:5\.\d{1,3}\.\d{1,3} )?\S/;

const ALONE = /^\s{0,8}<?[^\s<>@:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}>?:?\s{0,8}$/;

/** A line of its own that says what happened to mail, as mailers begin, or one that tells it of a recipient. */
const isOpening = (text: string): boolean =>
  OF_RECIPIENT.test(text) ||
  ((UNDELIVERED.test(text) || DELAYED.test(text) || MAILER.test(text)) && OPENING.test(text) && !PERSON.test(text));

/** Postfix and others: `<bob@fabrikam.test> (expanded from <bob>): host …`. */
const OF_RECIPIENT =
  /^[\s>]{0,8}(?:<[^\s<>@]{1,64}@[^\s<>@]{1,255}>|[^\s<>@:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?: \(expanded from$|(?: \(expanded from <?[^<>)\n]{1,320}>?\))?: (?:host |mail for |connect |connection |lost |delivery |conversation |user |host$|host\b|name |bad |unable |message |error |unknown |temporary |mailbox |permission |command |maildir |can(?:not|'t) |server |tls |[45]\d\d[ -]|recipient ))/i;

const MAILER =
  /^[\s>*#]{0,12}(?:diagnostic information for administrators|diagnoseinformationen für administratoren|informations de diagnostic (?:pour les|destinées aux) administrateurs|información de diagnóstico para (?:los )?administradores|informações de diagnóstico para (?:os )?administradores|informazioni (?:di )?diagnostic(?:a|he) per gli amministratori|diagnostische (?:gegevens|informatie) voor (?:beheerders|administrators)|informacje diagnostyczne dla administratorów|диагностические сведения для администраторов|(?:generating server|generierender server|serveur de génération|servidor (?:de generación|que lo generó|gerador)|server di generazione|genererende server))\b|-{3,} ?(?:the following address(?:es)? had|failed addresses follow)\b|^[\s>]{0,8}(?:hi\. )?this is the .{0,60}(?:mail system|program|mailer|daemon|mail agent)\b|^[\s>]{0,8}this (?:message|is an) (?:was )?(?:created )?automatically\b/i;

/** How sentences and headings of mailers begin in the languages that they speak; a person says `my` and `I`. */
const OPENING =
  /^[\s>*#"“`-]{0,12}(?:diagnos|informa|générat|serveur|servidor|server|generat|generier|диагност|(?:hi\. )?this (?:is|message|e-?mail)\b|a message that you\b|i(?:'|’)m (?:afraid|sorry)\b|(?:i|we) (?:was|were) (?:unable|not able) to deliver\b|sorry,? we\b|(?:your|the|these|this|some|delivery|message|mail|e-?mail|address|recipient|undeliver\w{1,5}|returned|failed|failure|unable|could not|error|-{2,}|technical details|subject:|betreff ?:|objet ?:|asunto ?:|oggetto ?:|assunto ?:)(?=[\s:,.]|$)|(?:ihre?|diese|die|fehler|unzustellbar|zustell\w{1,12}|der)\b|(?:votre|le|échec|ce|impossible|la remise)\b|(?:su|tu|el|no se|error|la entrega|fallo)\b|(?:sua|o seu|a sua|falha|não|a mensagem)\b|(?:il|la|impossibile|mancat[ao]|non è)(?=\s)|(?:uw|het|de|onbestelbaar|bezorg\w{1,10})\b|(?:twoja|wiadomość|nie|bardzo nam przykro|zwrot|dostarcz[ae]nie|doręczenie|niepowodzenie)(?=\s)|(?:ваше|письмо|сообщение|не удалось|это|доставка|невозможно|ошибка|сбой)(?=\s)|(?:váš|vaše|zpráva|doručení|doručenie|správa|ditt|meddelandet|leveransen|leveringen|levering|meldingen|meddelelsen|viestin?|kézbesítés|az üzenet|teslim|iletiniz|recapito|la consegna|kan niet|uw bericht|a entrega|erro)(?=\s)|[很抱歉您退邮郵无無以下次の送配メお宛指귀메다])/iu;

const MOST_LINES = 400;

/** Fields that only a delivery status has. */
const STATED = /^[> \t|]{0,20}(?:final-recipient|original-recipient|diagnostic-code)[ \t]{0,4}:/im;

/** Lines of a program's log: a stamp in front, or a level among fields. */
const LOGGED =
  /^[[>\t ]{0,6}(?:[\w.-]{1,40} {0,20}\| )?(?:time=)?"?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d\S{0,12}"?\]?[ \t]{1,4}\S|^[ \t>]{0,6}(?:[\w.:]{2,40} - (?:debug|info|warn(?:ing)?|error|critical|fatal) - |\[(?:debug|info|warn(?:ing)?|error|crit(?:ical)?|fatal)\] )|\blevel=(?:error|warn|info|debug)\b/im;

const firstLines = (raw: string): string => raw.slice(0, 600);

/** Somebody tells a story, and quotes at most. */
const PERSON =
  /(?<![\p{L}\p{N}_])(?:I|my|we|we're|our|hi|hello|hey|dear|ich|wir|meine?[mnr]?|unsere?|hallo|bonjour|j['’]ai|je (?:suis|ne|n['’]|vous)|nous|mon|hola|ciao|anyone|somebody|please help)(?![\p{L}\p{N}_])(?!['’]m (?:afraid|sorry)| wasn['’]t able| (?:was|were) (?:unable|not able) to deliver|['’]ve given up|\. This is the)/iu;

/**
 * Web mail, trackers and Outlook put a link behind an address: `[a@b.test](mailto:a@b.test)`, `a@b.test<mailto:a@b.test>`,
 * and write it in HTML; entities and the backslashes of Markdown stand for the mark behind them.
 */
const unlinked = (line: string): string =>
  /\]\(|<mailto:|<a |&[#a-z]|\\/i.test(line)
    ? decodeEntities(
        line
          .replace(/\[([^\s[\]()]{1,320})\]\((?:mailto|https?):[^\s()]{1,500}\)/g, '$1')
          .replace(/<mailto:[^\s<>]{1,400}>/g, '')
          .replace(/<a [^<>]{1,500}>([^<>]{1,400})<\/a>/gi, '$1'),
      )
        .replace(/\u200b/g, '')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    : line;

/** The text without the marks of a quotation, each line where it stands. */
export function unquotedText(raw: string, start: number, end: number): NoticeText {
  const all = new Lines(raw);
  const pieces: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  for (let i = 0; all.has(i); i++) {
    const line = all.at(i);
    const marks = /^(?:[ \t]{0,8}[>|]){1,8} ?/.exec(line)?.[0].length ?? 0;
    pieces.push({ text: unlinked(line.slice(marks)), start: start + all.start(i) + marks, end: start + all.end(i) });
  }
  const lines = new Lines(pieces.map((piece) => piece.text).join('\n'));
  return {
    lines,
    literal: false,
    ...(start + raw.length < end && { unread: { start: start + raw.length, end } }),
    place(line, from, to) {
      const piece = pieces[line] ?? pieces.at(-1);
      if (piece === undefined) return { start, end: start };
      const exact = piece.end - piece.start === piece.text.length;
      return from === undefined || to === undefined || !exact
        ? { start: piece.start, end: piece.end }
        : { start: piece.start + from, end: piece.start + to };
    },
  };
}
