import type { Message } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { fieldValue, headerFacts } from './headerFacts.ts';

/** Characters around a quoted reply in which words of a notice are looked for. */
const AROUND = 3000;

/** Words with which mailers begin the notice that they give up, in the languages of Exchange, Gmail and others. */
const BOUNCED =
  /could ?n[o']t be delivered|could not be\s{1,4}delivered|undeliver|delivery (?:has |status notification|to the following)|returned (?:mail|to sender)|wasn't delivered|failure notice|this is the mail system|mail delivery (?:sub)?system|address not found|diagnostic information for administrators|unzustellbar|nicht zugestellt|nachrichtenzustellung|konnte nicht (?:zugestellt|übermittelt)|diagnoseinformationen für administratoren|non remis|échec de (?:la )?remise|n'a pas (?:pu être|été) (?:remis|distribu)|no se pudo entregar|no se ha podido entregar|no entregado|mancata consegna|impossibile recapitare|não (?:foi|pôde ser) entregue|não foi possível entregar|niet (?:worden )?(?:bezorgd|afgeleverd)|nie (?:została|można) dostarcz|недостав|не (?:было )?доставлен|配信不能|配信できません|无法(?:送达|投递)|無法傳遞|\bbounced\b/i;

/** Words of a notice that the mail waits. */
const DELAYED =
  /delivery (?:is|has been) delayed|(?:hasn't|has not|not) been delivered yet|still being retried|will be retried|delivery attempts will continue|keep trying to deliver|wurde verzögert|noch nicht zugestellt|est retardée|se ha retrasado|è stata ritardata/i;

const around = ({ text }: Ticket, { span }: Verdict): string =>
  text.slice(Math.max(0, span.start - AROUND), Math.min(text.length, span.end + 500));

/** Whether a reply stands in the words of a notice that gives up. */
export const isBounce = (ticket: Ticket, verdict: Verdict): boolean =>
  verdict.role !== 'waiting' && (verdict.stage === 'report' || BOUNCED.test(around(ticket, verdict)));

/** Whether a reply stands in the words of a notice that a server still tries. */
export const isDelay = (ticket: Ticket, verdict: Verdict): boolean =>
  verdict.role === 'waiting' && (verdict.stage === 'report' || DELAYED.test(around(ticket, verdict)));

/** Whether what reads like a piece of a conversation is a reply that a notice quotes: nobody says a command in it. */
export const isQuoted = (ticket: Ticket, verdict: Verdict): boolean =>
  ticket.blocks.some(
    (block) =>
      block.kind === 'conversation' &&
      block.start <= verdict.span.start &&
      verdict.span.start < block.end &&
      block.events.every(({ kind }) => kind === 'reply') &&
      block.events.length < 5,
  ) && BOUNCED.test(around(ticket, verdict));

/** Whose mail a notice is about, as far as its words and the header below them tell. */
export interface QuotedFacts {
  readonly recipients?: readonly string[];
  readonly sender?: string;
  readonly time?: string;
  readonly server?: string;
  readonly subject?: string;
  readonly messageId?: string;
  readonly until?: string;
}

/** A bounce that is quoted names its recipient and server above it, and the header of the returned message below. */
export function ofQuoted(ticket: Ticket, verdict: Verdict): QuotedFacts {
  const { blocks } = ticket;
  const at = blocks.findIndex(({ start, end }) => start <= verdict.span.start && verdict.span.start < end);
  // What a server refused at its door has no way behind it: such a header is that of another message.
  const below = blocks.slice(at + 1, at + 3).find(isHeader);
  const next = below !== undefined && (below.hops.length === 0 || isBack(ticket, verdict)) ? below : undefined;
  const header = next === undefined ? undefined : headerFacts(next);
  const whom = verdict.recipients.length > 0 ? undefined : (addressAbove(ticket, verdict) ?? header?.recipients?.[0]);
  return {
    ...(whom !== undefined && { recipients: [whom] }),
    ...defined({
      server: serverAbove(ticket, verdict) ?? verdict.server,
      sender: verdict.sender ?? header?.sender ?? whoseItWas(ticket, verdict),
      subject: header?.subject ?? subjectAbove(ticket, verdict),
      messageId: header?.messageId,
      time: next === undefined ? undefined : fieldValue(next, 'date'),
      until: untilWhen(around(ticket, verdict)),
    }),
  };
}

const isBack = (ticket: Ticket, verdict: Verdict): boolean => isBounce(ticket, verdict) || isDelay(ticket, verdict);

const isHeader = (block: Block): block is Message => block.kind === 'message' && block.report === undefined;

/** Lines above a quoted reply in which its recipient or its server may stand alone. */
const ABOVE = 6;

function addressAbove({ lines }: Ticket, { span }: Verdict): string | undefined {
  const line = lines.lineOf(span.start);
  const before = /^[\s>*]{0,8}<([\w.+=-]{1,64}@[\w.-]{1,253}\w)>:/.exec(lines.at(line).slice(0, 400));
  if (before !== null) return before[1];
  for (let i = line; i >= Math.max(0, line - ABOVE); i--) {
    const alone = /^[\s>*]{0,8}<?([\w.+=-]{1,64}@[\w.-]{1,253}\w)>?(?:\s{1,3}\([^()]{0,253}\))?:?\s{0,8}$/.exec(
      lines.at(i).slice(0, 400),
    );
    if (alone !== null) return alone[1];
  }
  return undefined;
}

/** `host mx.a.test [192.0.2.1]`, `host: mx.a.test (192.0.2.1)`, `Server at mx.a.test (192.0.2.1)`, or the name alone. */
function serverAbove({ lines }: Ticket, { span }: Verdict): string | undefined {
  const line = lines.lineOf(span.start);
  for (let i = line; i >= Math.max(0, line - ABOVE); i--) {
    const words = lines.at(i).slice(0, 600);
    const [, host, ip] =
      /\b(?:host|server at):? ([\w-]{1,63}(?:\.[\w-]{1,63}){1,8}) ?[[(]([\da-f.:]{2,45})[\])]/i.exec(words) ?? [];
    if (host !== undefined) return host === ip ? host : `${host} [${ip}]`;
    const alone = /^[\s>*]{0,8}(?![2-5]\d\d-)([a-z\d][\w-]{0,62}(?:\.[\w-]{1,63}){1,8}\.?[a-z])\s{0,8}$/i.exec(
      words,
    )?.[1];
    if (alone !== undefined && i < line) return alone;
  }
  return undefined;
}

/** Lines above a reply in which the header of a notice may stand that a mail program copied. */
const HEADER_ABOVE = 30;

/** To whom the notice went: that is who sent what it returns. */
export function whoseItWas({ lines }: Ticket, { span }: Verdict): string | undefined {
  const line = lines.lineOf(span.start);
  let to: string | undefined;
  for (let i = line; i >= Math.max(0, line - HEADER_ABOVE); i--) {
    const words = lines.at(i).slice(0, 400);
    to ??=
      /^[\s>*]{0,8}(?:To|An|À|A|Para|Aan|Do|Til|Till|Komu|Кому)[ \t]{0,2}:.{0,200}?([\w.+=-]{1,64}@[\w.-]{1,253}\w)/i.exec(
        words,
      )?.[1];
    if (
      /^[\s>*]{0,8}\S{1,12}[ \t]{0,2}:.{0,100}(?:mailer-daemon|postmaster|mail delivery|microsoftexchange)/i.test(words)
    )
      return to;
  }
  return undefined;
}

/** The subject that the words of a notice name; that of a copied header above them is the notice's own. */
function subjectAbove({ lines }: Ticket, { span }: Verdict): string | undefined {
  const line = lines.lineOf(span.start);
  let subject: string | undefined;
  for (let i = line; i >= Math.max(0, line - HEADER_ABOVE); i--) {
    const words = lines.at(i).slice(0, 400);
    subject ??=
      /^[\s>*]{0,8}(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Тема)[ \t]{0,2}:[ \t]{0,8}(\S.{0,199})$/i.exec(
        words,
      )?.[1];
    if (/^[\s>*]{0,8}(?:From|Von|De|Da|Van|Od|От|To|An|À|Para|Aan|Do|Кому)[ \t]{0,2}:/i.test(words)) return undefined;
  }
  return subject === undefined || OF_NOTICE.test(subject) ? undefined : subject.trimEnd();
}

/** The subject of a notice itself, without that of the message. */
const OF_NOTICE =
  /^(?:\w{2,3}: )?(?:mail delivery |undelivered mail|returned mail|failure notice|delivery (?:status|fail)|warning: (?:message|could))/i;

/** Until when a notice says that the server tries. */
function untilWhen(words: string): string | undefined {
  const stated = /^[ \t>]{0,8}Will-Retry-Until:[ \t]{0,8}(\S.{5,60})$/im.exec(words)?.[1];
  if (stated !== undefined) return stated.trimEnd();
  const more = /\b(?:trying to deliver this message for the next|retr(?:y|ied) for) (\d{1,3} [^.\n]{3,80})/i.exec(
    words,
  )?.[1];
  if (more !== undefined) return `${more.replace(/\(s\)| more/g, '')} after the notice`;
  const [, count, unit] =
    /\b(?:retried|keep trying|continue) until (?:it|the message|message) is (\d{1,3}) (day|hour)/i.exec(words) ?? [];
  return count === undefined ? undefined : `it is ${count} ${unit}${count === '1' ? '' : 's'} old`;
}
