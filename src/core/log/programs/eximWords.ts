import { type EntryDraft, setReply } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { asStage, part } from '../logWords.ts';

const HOST =
  /(?:^|\s)H=((?:\([^()\s]{1,255}\)|[^\s()[\]]{1,255})?)(?: \(([^()\s]{1,255})\))?(?: ?\[([^\]\s]{1,64})\])?(?::(\d{1,5}))?/;

/** `H=host (helo) [ip]:port`; the name in brackets is only what the client called itself. */
export function readHost(draft: EntryDraft, fields: LogWord, side: 'client' | 'relay'): void {
  const match = HOST.exec(fields.text);
  if (match === null) return;
  const [all, name = '', , ip, port] = match;
  const start = match.index + all.indexOf('H=') + 2;
  const end = match.index + all.length;
  const ipAt = ip === undefined ? -1 : fields.text.lastIndexOf('[', end) + 1;
  draft[side] = {
    ...part(fields, start, end),
    ...(name !== '' && !name.startsWith('(') && { host: part(fields, start, start + name.length) }),
    ...(ip !== undefined && { ip: part(fields, ipAt, ipAt + ip.length) }),
    ...(port !== undefined && { port: part(fields, end - port.length, end) }),
  };
}

/** Where the reason of a failure starts: behind the first colon that a blank follows, outside quotes. */
export function failureAt(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ':' && text[at + 1] === ' ' && !quoted) return at;
  }
  return -1;
}

export const REMOTE =
  /(?:SMTP|LMTP) error from remote mail(?:er| server) after ((?:[^:]|:(?! )){1,400}): (?:host \S{1,255} \[[^\]]{1,64}\]: )?(?=[245]\d\d)/;

/** What stands behind the colon of a failure: the reply of the other server, where it gave one. */
export function readReason(draft: EntryDraft, words: LogWord): void {
  const reason = withoutTimes(words);
  draft.reason = reason;
  const match = REMOTE.exec(reason.text);
  if (match === null) return;
  const stage = asStage(match[1] as string);
  if (stage !== undefined) draft.stage = stage;
  setReply(draft, part(reason, match.index + match[0].length));
}

const withoutTimes = (words: LogWord): LogWord => {
  const tail = /(?: (?:QT|DT)=[\d.a-z]{1,20}){1,2}$/.exec(words.text);
  return part(words, 0, tail?.index ?? words.text.length);
};
