import { readDate } from '../../mail/header/date.ts';
import type { Field } from '../../mail/message.ts';

/** Values that only a message has: what a table, a configuration or a form calls the same holds something else. */
const PROOFS: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(?:x-)?received$/i, /^(?:\(|from\s|by\s|\[?[\d.]{7,15}\]?\s).{0,2000};|\b(?:by|with|id)\s\S/is],
  [/^message-id$/i, /^<[^<>\s]{1,900}>/],
  [/^mime-version$/i, /^1\.0\b/],
  [/^(?:dkim-signature|arc-message-signature|x-google-dkim-signature)$/i, /\ba\s?=.{0,900}\bbh?\s?=|\bv=1\b/s],
  [/^arc-seal$/i, /\bi=\d/],
  [/^(?:arc-)?authentication-results$/i, /=\s?(?:pass|fail|none|softfail|neutral|temperror|permerror)\b/i],
  [/^received-spf$/i, /^(?:pass|fail|none|softfail|neutral|temperror|permerror)\b/i],
  [/^return-path$/i, /^<[^<>\s]{0,400}>/],
  [/^(?:in-reply-to|references)$/i, /^<[^<>\s]{1,900}>/],
  [/^content-type$/i, /^(?:text|multipart|message)\/[a-z.+-]{2,30}/i],
];

/** Whether one of the fields shows that they are a header of mail. */
export const proves = (fields: readonly Field[]): boolean => {
  const few = fields.slice(0, 40);
  if (few.some(({ name, value }) => PROOFS.some(([key, form]) => key.test(name) && form.test(value.slice(0, 3000)))))
    return true;
  const date = few.find(({ name }) => name === 'Date')?.value;
  const from = few.find(({ name }) => name === 'From')?.value;
  return (
    date !== undefined &&
    from?.includes('@') === true &&
    readDate(date, 0, date.length).epoch !== undefined &&
    few.some(({ name }) => /^(?:To|Subject)$/.test(name))
  );
};
