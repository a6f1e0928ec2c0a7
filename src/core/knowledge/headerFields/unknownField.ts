import { headerFields } from '../headerFields.ts';

/** What a name says of itself, for fields that no table knows; the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/abuse|complain/, 'where to report abuse'],
  [/unsub|opt-?out/, 'how to leave a list'],
  [/spam|junk|virus|malware|phish|verdict|antiv/, 'a mark of a filter'],
  [/dkim|spf\b|dmarc|arc-|auth|sign(?:ed|ature)/, 'a setting or result of checking the sender'],
  [/bounce|envelope|return-?path|errors?-to/, 'the envelope or where bounces go'],
  [/loop/, 'a mark by which a program knows mail that it has handled'],
  [/campaign|mailing|newsletter|batch|schedule|segment/, 'a campaign of a sending service'],
  [/track|click|stats/, 'counting who reads it'],
  [
    /(?:message|msg|mail|email|request|trace|session|transaction|correlation)[-_]?(?:u?u?id|guid)|(?:uu|gu)id$/,
    'a number of the message, for who wrote it',
  ],
  [/rcpt|recipient|subscriber/, 'the recipient'],
  [/account|customer|client|user|tenant|company|org(?:$|-)/, 'the account that sent it'],
  [/(?:^|-)(?:ip|helo|country|asn|host|server|relay)(?:$|-)/, 'where it came from'],
  [/list/, 'a list'],
  [/template|category|type(?:$|-)|tag/, 'what kind of mail it is to who sent it'],
  [/date|time|stamp/, 'a time'],
  [/version|mailer|agent|engine|generator/, 'a program or its version'],
  [/(?:^|[-_])m?id$/, 'a number, for who wrote it'],
];

/**
 * What can be told of a field that no row is for: a slip in a registered name, what the name itself says, and whether
 * other fields of the message begin alike. At most three sentences.
 */
export function unknownField(name: string, beside: readonly { readonly name: string }[]): readonly string[] {
  const key = name.slice(0, 120).toLowerCase();
  const meant = misspelt(key);
  if (meant !== undefined) return [`It is close to ${meant}, but written so no program takes it for that.`];
  const kind = KINDS.find(([pattern]) => pattern.test(key))?.[1];
  const start = /^(?:x-)?[^-_.]{2,40}[-_]/.exec(key)?.[0];
  const alike =
    start === undefined
      ? 0
      : new Set(
          beside.map((one) => one.name.toLowerCase()).filter((one) => one.startsWith(start) && !isOfStandard(one)),
        ).size;
  return [
    kind === undefined
      ? 'No table knows it: programs and sites make up their own.'
      : `No table knows it. By its name: ${kind}.`,
    ...(start !== undefined && alike > 1
      ? [
          `${alike} fields of this message begin with ${name.slice(0, start.length)}, so they are probably of one program or site.`,
        ]
      : []),
  ];
}

const isOfStandard = (key: string): boolean => /^RFC/.test(headerFields.get(key)?.source ?? '');

/** The name of a standard that is one letter, or two that changed places, away. */
function misspelt(key: string): string | undefined {
  if (key.length < 8 || key.startsWith('x-')) return undefined;
  for (const [known, row] of headerFields) {
    if (/^RFC/.test(row.source) && Math.abs(known.length - key.length) <= 1 && oneSlip(known, key)) return row.name;
  }
  return undefined;
}

function oneSlip(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - i && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const left = a.length - i - back;
  const right = b.length - i - back;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
}
