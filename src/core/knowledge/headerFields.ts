import { familyOf } from './headerFields/families.ts';
import { filterFields } from './headerFields/filters.ts';
import { fields, type HeaderField } from './headerFields/headerField.ts';
import { hostFields } from './headerFields/hosts.ts';
import { microsoftFields } from './headerFields/microsoft.ts';
import { programFields } from './headerFields/programs.ts';
import { serviceFields } from './headerFields/services.ts';
import { standardFields } from './headerFields/standard.ts';

/** Header fields by name in small letters. */
export const headerFields: ReadonlyMap<string, HeaderField> = new Map(
  [...hostFields, ...serviceFields, ...standardFields, ...programFields, ...microsoftFields, ...filterFields].map(
    (field) => [field.name.toLowerCase(), field],
  ),
);

/**
 * The row of a field, or of the family that its name belongs to; `beside` are the fields of its message, which tell
 * whose a name is that two use. Case does not matter.
 */
export function headerField(name: string, beside: readonly { readonly name: string }[] = []): HeaderField | undefined {
  const key = name.toLowerCase();
  return (
    headerFields.get(key) ??
    familyOf(key, beside) ??
    mailScanner.find(({ name }) => MAILSCANNER.test(key) && key.includes(name.slice(1).toLowerCase()))
  );
}

/** MailScanner puts the name of the site in the middle: `X-Contoso-MailScanner-SpamCheck`. */
const MAILSCANNER = /^x-[\w.-]{1,60}-mailscanner(?:-|$)/;
const mailScanner = fields('convention of MailScanner', [
  [
    'X-MailScanner-SpamCheck',
    'What MailScanner found: verdict, points and tests; the name of the site stands in the middle.',
    { form: 'spamassassin-report' },
  ],
  ['X-MailScanner', 'What MailScanner found; the name of the site stands in the middle.'],
]);
