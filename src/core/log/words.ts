import { foremostReply, isRefusal } from '../replies/foremostReply.ts';
import { type EntryDraft, setPeer } from './draft.ts';
import type { LogOutcome, LogWord } from './log.ts';
import { bare, ipPeer, part } from './logWords.ts';

type Rule = readonly [pattern: RegExp, put: (draft: EntryDraft, value: LogWord) => void];

const ADDRESS = String.raw`[^\s<>,;:"'()[\]{}]{1,200}@[^\s<>,;:"'()[\]{}]{1,250}\w`;

/** What words in front of a value say that it is; the value is the first group. */
const RULES: readonly Rule[] = [
  [
    /\b(?:msgid|message-id|Message-ID|MessageID)[=: ]{1,3}'?<([^<>\s]{3,320})>/,
    (draft, value) => {
      draft.messageId ??= value;
    },
  ],
  [
    /\b(?:Queue-ID: |(?<![\w-])id=|[Jj]ob (?=MG)|Message (?=[0-9A-F]{8}\b)|qid[=: ]{1,2}|envelope[- ]?id[=: ]{1,2})<?([\w.-]{4,64})|\bMID (\d{1,20})\b/,
    (draft, value) => {
      draft.queueId ??= value;
    },
  ],
  [
    new RegExp(
      String.raw`\b(?:from|From|FROM|sender|Sender|envelope_from|mail from)(?:=| is |: ?| )(?:<([^<>\s]{0,320})>|(${ADDRESS}))`,
    ),
    (draft, value) => {
      draft.sender ??= value;
    },
  ],
  [
    new RegExp(String.raw`\b(?:for (?=${ADDRESS} to )|Sending remote mail for )(${ADDRESS})`),
    (draft, value) => {
      draft.sender ??= value;
    },
  ],
  [
    new RegExp(
      String.raw`\b(?:to|To|TO|(?<!Sending remote mail )for|addr|rcpt|Rcpt|recipient|Recipient|rejecting message)(?:=|: ?| )(?!<?${ADDRESS}>? to [^\s@]{1,200}@)(?:<([^<>\s]{1,320})>|(${ADDRESS}))`,
    ),
    (draft, value) => {
      if (draft.recipients.length === 0) draft.recipients.push(value);
    },
  ],
  [
    /\b(?:relay|mx|remote[ _-]?host|Remote-Host|server|connect(?:ed|ing|ion)? to|(?<=^Message [^:]{1,80} )transferred to|delivery to|Relaying to host|host)(?:=|: ?| )<?((?=[^\s]{0,250}\.)[\w.-]{3,250}\w(?: ?\[[\da-fA-F.:]{3,45}\])?)/,
    (draft, value) => {
      if (draft.relay === undefined && !/@/.test(value.text)) setPeer(draft, 'relay', value);
    },
  ],
  [
    /\b(?:ip|client|Sender-Host|from)(?:=| )\[?(\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{1,4}:[\da-f:]{4,40})\]?/,
    (draft, value) => {
      draft.client ??= ipPeer(bare(value));
    },
  ],
];

/** What words say became of a message, where it is known which message or for whom. */
const OUTCOMES: readonly (readonly [RegExp, LogOutcome])[] = [
  [/\bquarantine\b/i, 'quarantined'],
  [/\bblock mail to\b|\bdiscard(?:ed|ing)\b/i, 'discarded'],
  [
    /\b(?:bounced|status: failure|Result: failed|delivery failed|failed to deliver|permanent(?:ly)? (?:fail\w{0,4}|error)|undeliverable)\b|\bREJECTED\[BOUNCE\]|\bfailed: Error Code=5/i,
    'bounced',
  ],
  [/\breject(?:ed|ing)\b|\brefused\b/i, 'rejected'],
  [/\b(?:status: deferred|Result: delayed|deferred|DELAYED|will retry|temporar(?:y|ily))\b/i, 'deferred'],
  [
    /\b(?:status: success|Result: (?:delivered|relayed)|accept mail to|successfully delivered|message delivered|ACCEPTED|transferred to \S{1,255} for \S{1,320} via SMTP)\b|^from=\S{0,320} to=\S{1,320} sent$/,
    'sent',
  ],
];

/** Without such words a program tries again after a 4yz (RFC 5321 4.5.4.1). */
const GAVE_UP = /\b(?:bounc\w{1,3}|permanent\w{0,2}|undeliverable|g[ia]ve?n? up|giving up|returned|expired)\b/i;

/** Reads a line in a program's own words: whom it names, what a server said in it, what became of the message. */
export function readWords(draft: EntryDraft, said: LogWord): void {
  for (const [pattern, put] of RULES) {
    const match = pattern.exec(said.text);
    const value = match?.slice(1).find((one) => one !== undefined);
    if (match === null || value === undefined) continue;
    const at = match.index + match[0].lastIndexOf(value);
    put(draft, part(said, at, at + value.length));
  }
  findRefusal(draft, said);
  if (draft.queueId === undefined && draft.recipients.length === 0 && draft.sender === undefined) return;
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(said.text))?.[1];
  const isPutOff =
    outcome === 'bounced' && Math.floor((draft.reply?.code ?? 0) / 100) === 4 && !GAVE_UP.test(said.text);
  if (outcome !== undefined) draft.outcome ??= isPutOff ? 'deferred' : outcome;
}

/** Characters of a line that are looked at for a reply. */
const WIDTH = 2000;
const MAY_HOLD = /\b[45][0-5]\d\b|\b[45]\.\d{1,3}\.\d{1,3}\b/;

/** The mailbox behind a status that is about the recipient's address (RFC 3463 3.2). */
const REFUSED = /^[45]\d\d[ -][45]\.1\.[1236] <([^<>\s@]{1,200}@[^<>\s]{1,250})>/;

/** The refusal of a server in a line whose program has no place for it. */
export function findRefusal(draft: EntryDraft, said: LogWord): void {
  if (draft.reply !== undefined || !MAY_HOLD.test(said.text)) return;
  const found = foremostReply(said.text.slice(0, WIDTH));
  if (found === undefined || !isRefusal(found) || found.sureness === 'doubtful') return;
  const { code, enhanced, codeSpan, enhancedSpan, words, stage } = found;
  const recipient = found.recipient ?? REFUSED.exec(found.text)?.[1];
  const moved = (span: { start: number; end: number }) => ({
    start: said.start + span.start,
    end: said.start + span.end,
  });
  draft.reply = {
    ...moved({ start: found.start, end: Math.max(found.end, words.end) }),
    text: found.text,
    ...(code !== undefined && { code }),
    ...(codeSpan !== undefined && { codeSpan: moved(codeSpan) }),
    ...(enhanced !== undefined && { enhanced }),
    ...(enhancedSpan !== undefined && { enhancedSpan: moved(enhancedSpan) }),
  };
  if (stage !== '?') draft.stage ??= stage;
  if (recipient === undefined || draft.recipients.length > 0) return;
  const at = said.text.indexOf(recipient);
  if (at >= 0) draft.recipients.push(part(said, at, at + recipient.length));
}
