import { defined } from '../../text/defined.ts';
import { fieldNamed } from '../header/fields.ts';
import type { DispositionNotification, Field, Part } from '../message.ts';
import { dispositions } from './reportWords.ts';

/** RFC 8098 3, RFC 6533 5: the machine-readable part of a notification of a reader's program. */
export const isDispositionNotification = (contentType: string): boolean =>
  contentType === 'message/disposition-notification' || contentType === 'message/global-disposition-notification';

export function readDispositionNotification(root: Part): DispositionNotification | undefined {
  if (!isDispositionNotification(root.contentType)) {
    if (root.message !== undefined) return undefined;
    for (const child of root.parts) {
      const found = readDispositionNotification(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const fields: readonly Field[] = root.parts.flatMap((group) => group.fields);
  const value = (name: string): string | undefined => fieldNamed(fields, name)?.value || undefined;
  // RFC 8098 3.2.6: action-mode/sending-mode; type/modifier,modifier
  const stated = /^([\w/ -]{0,80});\s{0,20}([\w-]{1,40})(?:\s{0,10}\/\s{0,10}([\w, -]{1,80}))?/.exec(
    (value('disposition') ?? '').toLowerCase(),
  );
  const disposition = dispositions.find((known) => known === stated?.[2]);
  return {
    start: root.start,
    end: root.end,
    ...defined({
      disposition,
      stated: stated?.[2] || undefined,
      mode: stated?.[1]?.trim() || undefined,
      modifier: stated?.[3]?.trim() || undefined,
      finalRecipient: typed(value('final-recipient')) || undefined,
      originalRecipient: typed(value('original-recipient')) || undefined,
      originalMessageId: value('original-message-id') || undefined,
      failure: (value('failure') ?? value('error')) || undefined,
    }),
  };
}

const typed = (value: string | undefined): string | undefined => value?.slice(value.indexOf(';') + 1).trim();
