import type { Message, Part } from '../../mail/message.ts';
import { formatSize, partSize } from '../../mail/partSize.ts';
import { plainText } from '../../text/plain.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';

export interface PartLens {
  readonly at: Span;
  readonly title: string;
  readonly command: string;
}

/** Parts of one message that get a lens. */
const MOST = 50;

/** What can be done with a message and its parts: preview it, save an attachment, open a message inside it. */
export function* partLenses(text: string, message: Message): Iterable<PartLens> {
  const hasBody = message.body.end > message.body.start;
  if (hasBody && message.fields.length > 0) {
    yield { at: message.fields[0] as Span, title: t('Preview'), command: 'mailTriage.previewMessage' };
  }
  let count = 0;
  const parts = [...leaves(message.root)];
  for (const part of parts) {
    if (++count > MOST) {
      const left = parts.slice(MOST).filter((one) => isSaved(one) || isMessage(message, one)).length;
      const title = left === 1 ? t('1 more part: see the preview') : t('{0} more parts: see the preview', left);
      if (left > 0) yield { at: part, title, command: 'mailTriage.previewMessage' };
      return;
    }
    if (isMessage(message, part)) {
      yield { at: part, title: t('Preview'), command: 'mailTriage.previewMessage' };
      yield { at: part, title: t('Open as document'), command: 'mailTriage.openPart' };
    } else if (isSaved(part)) {
      const size = formatSize(partSize(text, part).octets);
      yield {
        at: part,
        title: t('Save {0} ({1})…', plainText(part.filename ?? part.contentType, 60), size),
        command: 'mailTriage.savePart',
      };
    }
  }
}

const isMessage = ({ root }: Message, part: Part): boolean =>
  part !== root && part.message !== undefined && /rfc822$|global$/.test(part.contentType);

/** A part to be saved: an attachment, or what an editor does not show as text. */
const isSaved = (part: Part): boolean =>
  part.fields.length > 0 &&
  part.message === undefined &&
  part.parts.length === 0 &&
  (part.attachment || part.filename !== undefined || !/^(?:text|message|multipart)\//.test(part.contentType));

function* leaves(part: Part): Iterable<Part> {
  if (part.parts.length === 0) yield part;
  for (const child of part.parts) yield* leaves(child);
}
