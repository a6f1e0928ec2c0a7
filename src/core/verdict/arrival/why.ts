import { headerValue, spamRule } from '../../knowledge/headerValues.ts';
import type { FilterMark, FilterVerdict } from '../../mail/filters/filterMark.ts';
import { filterMarks } from '../../mail/filters/filterMarks.ts';
import { ANY_FILTER } from '../../mail/filters/filterRows.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import type { Message } from '../../mail/message.ts';
import { firstOf, short } from '../../text/few.ts';
import type { Told } from './told.ts';
import { receiverOf } from './where.ts';

/** What filters hold against the message or in its favour, the heaviest first. */
export function whyOf(message: Message): readonly Told[] {
  const all = filterMarks(message).filter(isOfReceiver);
  // A flag without points that no filter signs says nothing beside one that does.
  const marks = all.filter(
    ({ filter, says, score, rules }) =>
      filter !== ANY_FILTER ||
      score !== undefined ||
      rules.length > 0 ||
      !all.some((other) => other.filter !== ANY_FILTER && other.says === says),
  );
  return [
    ...[...new Map(marks.map((mark) => [`${mark.filter} ${mark.says} ${mark.looksFor}`, mark])).values()]
      .toSorted((a, b) => WEIGHT.indexOf(a.says) - WEIGHT.indexOf(b.says))
      .flatMap(told),
    ...connectionAllowed(message),
    ...rulesApplied(message),
  ];
}

/** The heaviest first. */
const WEIGHT: readonly FilterVerdict[] = [
  'malware',
  'phishing',
  'spam',
  'blocked',
  'bulk',
  'suspicious',
  'allowed',
  'scored',
  'clean',
];

const SAYS: Readonly<Record<Exclude<FilterVerdict, 'scored'>, string>> = {
  malware: 'found malware in it',
  phishing: 'took it for phishing',
  spam: 'took it for spam',
  blocked: 'has it on a block list',
  bulk: 'took it for bulk mail',
  suspicious: 'finds it suspicious',
  allowed: 'let it pass by a list or a rule',
  clean: 'took it for no spam',
};

const AGAINST: ReadonlySet<FilterVerdict> = new Set(['malware', 'phishing', 'spam', 'blocked']);

/** Microsoft's marks on the way out, and those of an organisation that passed the message on, are none of the receiver. */
const isOfReceiver = ({ filter, field }: FilterMark): boolean =>
  !filter.startsWith('Microsoft 365') || (filter === 'Microsoft 365' && !/(?:^|;)\s{0,5}DIR:OUT\b/.test(field.value));

function told(mark: FilterMark): readonly Told[] {
  const { filter, looksFor, says, field } = mark;
  if (says === 'clean' && looksFor === 'malware') return [];
  const who = `${filter.charAt(0).toUpperCase()}${filter.slice(1)}`;
  // Behind a name with a comma in it goes another one.
  const name = who.includes(',') ? `${who},` : who;
  const words = `${name} ${says === 'scored' ? gaveWords(mark) : `${SAYS[says]}${detailOf(mark)}`}.${rulesOf(mark)}`;
  const isPerilous = says === 'phishing' || says === 'malware';
  return [
    {
      words,
      start: field.start,
      end: field.end,
      ...(AGAINST.has(says) && { against: true as const }),
      ...(isPerilous && { perilous: true as const }),
    },
  ];
}

/** The value with its meaning, the points with the limit, or the word as written. */
function detailOf({ filter, word, score, limit, says }: FilterMark): string {
  if (filter === 'Microsoft 365') {
    const [, key, value] = /^(SFV|CAT|SRV|SCL|PCL|BCL)[: ](.{1,20})$/.exec(word ?? '') ?? [];
    const meaning = key === undefined ? undefined : meaningOf(key, value ?? '');
    return word === undefined ? '' : ` (${word}${meaning === undefined ? '' : `: ${meaning}`})`;
  }
  if (score !== undefined && !(score === 0 && says !== 'clean')) return `, with ${scoreWords(filter, score, limit)}`;
  return word === undefined || says === 'clean' ? '' : ` (${field(word)})`;
}

const gaveWords = ({ filter, score, limit }: FilterMark): string =>
  filter.startsWith('Cisco')
    ? `gave the sending host a reputation of ${score}`
    : `gave it ${score === undefined || score === 0 ? 'no points' : scoreWords(filter, score, limit)}`;

/** Points, or the chance that it is spam where that is what the filter counts. */
function scoreWords(filter: string, score: number, limit: number | undefined): string {
  if (/^(?:SpamExperts|DSPAM|bogofilter)/.test(filter)) return `a chance of spam of ${score}`;
  if (filter === 'Sophos') return `a chance of spam of ${score} %`;
  return `${score}${limit === undefined ? '' : ` of ${limit}`} ${score === 1 && limit === undefined ? 'point' : 'points'}`;
}

/** Its first clause, or what the value counts as where the filter itself does not give it. */
function meaningOf(key: string, value: string): string | undefined {
  const { meaning, counts } = headerValue(key, value) ?? {};
  return counts ?? meaning?.replace(/[.;].*$/s, '');
}

const field = (word: string): string => `“${short(word, 60)}”`;

/** The rules that weighed most, with what they look for. */
function rulesOf({ filter, rules, says }: FilterMark): string {
  const isGood = says === 'clean' || says === 'allowed';
  if (isGood || filter.startsWith('Microsoft')) return '';
  const heavy = rules.filter(({ name, points }) => (points === undefined ? !IN_FAVOUR.test(name) : points > 0));
  if (heavy.length === 0) return '';
  const table = filter === 'Rspamd' ? 'rspamd' : filter.startsWith('Barracuda') ? 'barracuda' : 'spamassassin';
  const told = heavy.slice(0, MOST_RULES).map(({ name, points }) => {
    const meaning = spamRule(name, table)?.meaning.replace(/\.$/, '');
    const weight = points === undefined ? '' : ` ${points}`;
    return `${short(name, 60)}${weight}${meaning === undefined ? '' : ` (${meaning})`}`;
  });
  const more = heavy.length - told.length;
  const most = heavy.some(({ points }) => points !== undefined) ? 'What weighed most' : 'What matched';
  return ` ${most}: ${told.join('; ')}${more > 0 ? `; and ${more} more ${more === 1 ? 'rule' : 'rules'}` : ''}.`;
}

/** Rules of SpamAssassin that take points off, where a header has no points (50_scores.cf). */
const IN_FAVOUR = /^(?:ALL_TRUSTED|BAYES_[0-4]|DKIM_(?:SIGNED|VALID)|RCVD_IN_(?:DNSWL|MSPIKE_[HW])|SPF_(?:HELO_)?PASS)/;

/** `IPV:CAL`: the connection filter of Microsoft lets an address pass. */
function connectionAllowed(message: Message): readonly Told[] {
  const report = fieldNamed(message.fields, 'x-forefront-antispam-report');
  if (report === undefined || receiverOf(message) !== 'Microsoft 365') return [];
  if (!/(?:^|;)\s{0,5}IPV:CAL\b/.test(report.value)) return [];
  const meaning = meaningOf('IPV', 'CAL') as string;
  return [{ words: `${meaning} (IPV:CAL).`, start: report.start, end: report.end }];
}

/** Mail flow rules of Exchange that acted on it, by id or name, `%%%` between two; what they did is not written. */
function rulesApplied({ fields }: Message): readonly Told[] {
  const found = fieldNamed(fields, 'x-ms-exchange-organization-rules-execution-history');
  const rules = (found?.value ?? '')
    .split('%%%')
    .map((rule) => short(rule, 60))
    .filter((rule) => rule !== '');
  if (found === undefined || rules.length === 0) return [];
  const words = `Mail flow rules of Exchange acted on it: ${firstOf(rules, MOST_RULES)}; Get-TransportRule names each.`;
  return [{ words, start: found.start, end: found.end }];
}

const MOST_RULES = 3;
