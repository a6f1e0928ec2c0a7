import { rspamdActions } from '../../../knowledge/headerValues/spamAssassinRules.ts';
import { spamRule } from '../../../knowledge/headerValues.ts';
import { readSpamReport, type SpamReport, type SpamRule } from '../../../mail/header/spamReport.ts';
import { codeSpan, escapeMarkdown } from '../../../text/markdown.ts';
import { type Explainer, explained, listOf, said, sourceOf, term, under } from './place.ts';

/** More rows than this hide what matters. */
const MOST_ROWS = 40;

type Filter = Parameters<typeof spamRule>[1];

/** Reports of a filter: the rule under the cursor, and all rules by their weight. */
const spamReportExplainer = (filter: Filter): Explainer => ({
  piece(place) {
    const report = readSpamReport(place.value);
    const rule = report.rules.find((one) => under(one, place.at));
    if (rule === undefined) return undefined;
    const known = spamRule(rule.name, filter);
    return said(
      place,
      rule,
      term(rule.name, known?.meaning ?? 'a rule that is not known; a site makes up its own.'),
      rule.points === undefined ? undefined : `${escapeMarkdown(pointsOf(rule))} points.`,
      sourceOf(known?.source ?? NAMES[filter]),
    );
  },
  whole(place) {
    const report = readSpamReport(place.value);
    return [summaryOf(report), tableOf(filter, report)];
  },
});

const NAMES: Readonly<Record<Filter, string>> = {
  spamassassin: 'convention of SpamAssassin',
  rspamd: 'convention of Rspamd',
  barracuda: 'convention of Barracuda',
};

/** Also of amavis and MailScanner. */
export const spamAssassinExplainer = spamReportExplainer('spamassassin');
export const rspamdExplainer = spamReportExplainer('rspamd');
export const barracudaExplainer = spamReportExplainer('barracuda');

const pointsOf = ({ points = 0 }: SpamRule): string => `${points > 0 ? '+' : ''}${points}`;

function summaryOf({ score, limit, rules }: SpamReport): string {
  const over =
    score !== undefined && limit !== undefined ? (score >= limit ? 'over the limit' : 'below the limit') : undefined;
  return listOf([
    [
      'Score',
      score === undefined
        ? undefined
        : `${score}${limit === undefined ? '' : ` of ${limit}`}${over === undefined ? '' : `, ${over}`}`,
    ],
    ['Rules', rules.length === 0 ? 'none' : String(rules.length)],
  ]);
}

/** The heaviest first; a rule without points stands last. */
function tableOf(filter: Filter, { rules }: SpamReport): string {
  if (rules.length === 0) return '';
  const sorted = rules.toSorted((a, b) => weight(b) - weight(a) || (b.points ?? 0) - (a.points ?? 0));
  const rows = sorted.slice(0, MOST_ROWS).map((rule) => {
    const points = rule.points === undefined ? '' : escapeMarkdown(pointsOf(rule));
    return `| ${points} | ${codeSpan(rule.name)} | ${escapeMarkdown(spamRule(rule.name, filter)?.meaning ?? 'not known')} |`;
  });
  const more = sorted.length > MOST_ROWS ? `\n\n${sorted.length - MOST_ROWS} more.` : '';
  return `| Points | Rule | What it found |\n| ---: | --- | --- |\n${rows.join('\n')}${more}`;
}

const weight = ({ points }: SpamRule): number => (points === undefined ? -1 : Math.abs(points));

/** X-Rspamd-Action and X-Spam-Action. */
export const rspamdActionExplainer: Explainer = {
  whole: ({ value }) =>
    explained(value.trim(), rspamdActions.get(value.trim().toLowerCase()), 'an action that is not known.'),
};

/** One mark a point: X-Spam-Level, X-Spam-Bar, X-Spamd-Bar. */
export const barExplainer: Explainer = {
  whole({ value }) {
    const marks = value.trim();
    if (!/^(?:\*{1,200}|\+{1,200}|-{1,200}|s{1,200}|\/)$/.test(marks)) return marks === '' ? ['No point.'] : [];
    if (marks === '/') return ['About no point.'];
    return [
      `About ${marks.startsWith('-') ? 'minus ' : ''}${marks.length} ${marks.length === 1 ? 'point' : 'points'}.`,
    ];
  },
};
