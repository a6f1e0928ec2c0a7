import { filterFields } from './headerFields/filters.ts';
import { fields, type HeaderField } from './headerFields/headerField.ts';
import { microsoftFields } from './headerFields/microsoft.ts';
import { programFields } from './headerFields/programs.ts';
import { standardFields } from './headerFields/standard.ts';

/** Header fields by name in small letters. */
export const headerFields: ReadonlyMap<string, HeaderField> = new Map(
  [...standardFields, ...programFields, ...microsoftFields, ...filterFields].map((field) => [
    field.name.toLowerCase(),
    field,
  ]),
);

/** Fields whose names begin alike and go on differently; the name is the beginning. */
const families: readonly HeaderField[] = [
  ...fields('RFC 5504; RFC 6857', [
    ['Downgraded-', 'A value with letters beyond ASCII, kept when the message was downgraded.'],
  ]),
  ...fields('RFC 6477', [['MMHS-', 'A field of military mail.']]),
  ...fields('convention of Exchange and Microsoft 365', [
    ['MSIP_Label_', 'A value of a sensitivity label.'],
    [
      'X-MS-Exchange-Organization-',
      'A value that Exchange servers of one organisation pass on; it is removed at the border.',
    ],
    ['X-MS-Exchange-CrossTenant-', 'A value that Microsoft 365 passes from one organisation to another.'],
    ['X-MS-Exchange-', 'A value that Exchange servers pass on.'],
  ]),
  ...fields('convention of filters', [
    ['X-Spam-', 'A value of a spam filter.'],
    ['X-Proofpoint-', 'A value of the Proofpoint filter.'],
    ['X-Mimecast-', 'A value of the Mimecast filter.'],
    ['X-Barracuda-', 'A value of the Barracuda filter.'],
    ['X-IronPort-', 'A value of the Cisco filter (IronPort).'],
    ['X-Hornetsecurity-', 'A value of the Hornetsecurity filter.'],
    ['X-antispameurope-', 'A value of the Hornetsecurity filter, by its older name.'],
    ['X-Rspamd-', 'A value of Rspamd.'],
    ['X-Amavis-', 'A value of amavis.'],
    ['X-hMailServer-Reason-', 'Why hMailServer raised the score.'],
    ['X-NoSpamProxy-', 'A value of the NoSpamProxy filter.'],
    ['X-Sophos-', 'A value of a Sophos filter.'],
    ['X-TM-', 'A value of a Trend Micro filter.'],
    ['X-FEAS-', 'A value of FortiMail.'],
  ]),
  ...fields('convention of mail servers', [
    ['X-Zimbra-', 'A value that Zimbra uses itself.'],
    ['X-Haraka-', 'A result of a Haraka plugin.'],
    ['X-MDaemon-', 'A value of MDaemon.'],
    ['X-hMailServer-', 'A value of hMailServer.'],
    ['X-SmarterMail-', 'A value of SmarterMail.'],
    ['X-Google-', 'A value that Google uses itself.'],
    ['X-Gm-', 'A value that Google uses itself.'],
    ['X-Yahoo-', 'A value that Yahoo uses itself.'],
    ['X-YMail-', 'A value that Yahoo uses itself.'],
    ['X-Apple-', 'A value of Apple Mail or iCloud.'],
    ['X-SES-', 'A value of Amazon SES.'],
    ['X-SG-', 'A value that only SendGrid can read.'],
    ['X-Mailgun-', 'A value of Mailgun.'],
    ['X-PM-', 'A value of Postmark.'],
    ['X-Mandrill-', 'A value of Mandrill.'],
  ]),
];

/** The row of a field, or of the family that its name belongs to. Case does not matter. */
export function headerField(name: string): HeaderField | undefined {
  const key = name.toLowerCase();
  return (
    headerFields.get(key) ??
    families.find((family) => key.startsWith(family.name.toLowerCase())) ??
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
