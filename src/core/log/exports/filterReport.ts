import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, keep } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, part } from '../logWords.ts';

/** What a filter prints of one message that it was asked about: `spamassassin -t`, its report in a message, `rspamc`. */
const STARTS =
  /Content analysis details: {1,8}\(-?[\d.]{1,12} points|Spam detection software, running on the system|Results for file: |\[Metric: \w{1,30}\][ \t]*\r?\nAction: |Action: [a-z ]{2,20}\r?\nSpam: (?:true|false)\r?\nScore: /y;
const SPAMASSASSIN =
  /^(?:Content (?:analysis|preview)|has identified|message has been|similar future|the administrator|See http|[ \t]{0,4}pts rule name|-{3,5} -{5}|[ \t]{0,4}-?\d{1,4}(?:\.\d{1,3})? {1,4}[A-Z][A-Z0-9_]{2,80}|[ \t]{2,40}\S)/;
const RSPAMC =
  /^(?:\[Metric|Action: |Spam: |Score: |Symbol: |Message(?:-ID| - \w{1,40})?: |Urls: |Emails: |Milter|Errors?: |Results for|Scan time|DKIM|Subject:)/;
/** No filter has so many rules. */
const LINES = 2000;

export function startsFilterReport(text: string, at: number): boolean {
  STARTS.lastIndex = at;
  return STARTS.test(text);
}

/** The line behind a report: behind the last of its rows. */
export function endOfFilterReport(lines: Lines, first: number): number {
  let end = first + 1;
  let hasRows = false;
  for (let line = first + 1; line < first + LINES && lines.has(line); line++) {
    const said = lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 200));
    if (said.trim() === '') {
      if (hasRows && !goesOn(lines, line + 1)) break;
      continue;
    }
    if (!SPAMASSASSIN.test(said) && !RSPAMC.test(said) && (hasRows || line - first > 12)) break;
    hasRows ||= /^(?:[ \t]{0,4}-?\d{1,4}(?:\.\d)?|Symbol: )/.test(said);
    end = line + 1;
  }
  return end;
}

const goesOn = (lines: Lines, line: number): boolean =>
  lines.has(line) &&
  /^(?:[ \t]{0,4}pts rule|-{3,5} -|[ \t]{0,4}-?\d{1,4}\.\d|Symbol: |Message-ID: )/.test(
    lines.text.slice(lines.start(line), lines.start(line) + 40),
  );

const ROW = /^[ \t]{0,4}(-?\d{1,4}(?:\.\d{1,3})?) {1,4}([A-Z][A-Z0-9_]{2,80})[ \t]*([^\r\n]{0,300})/gm;
const SYMBOL = /^Symbol: ([A-Z][A-Z0-9_]{2,80}) {0,4}\((-?\d{1,4}(?:\.\d{1,3})?)\)([^\r\n]{0,300})/gm;
const SCORE = /\((-?[\d.]{1,12}) points, ([\d.]{1,12}) required\)|^Score: (-?[\d.]{1,12}) \/ ([\d.]{1,12})/m;

/** The score, what is needed, the action, and each rule as `score NAME words`. */
export function readFilterReport(draft: EntryDraft, report: LogWord): void {
  const { text } = report;
  const score = SCORE.exec(text);
  if (score === null) return;
  const word = (value: string): LogWord => {
    const at = text.indexOf(value, score.index);
    return part(report, at, at + value.length);
  };
  const [own, needed] = [score[1] ?? score[3], score[2] ?? score[4]] as [string, string];
  keep(draft, 'score', word(own));
  keep(draft, 'required', word(needed));
  const action = /^Action: ([a-z ]{2,20})/m.exec(text);
  draft.status = action === null ? word(own) : part(report, action.index + 8, action.index + action[0].length);
  for (const match of [...text.matchAll(ROW), ...text.matchAll(SYMBOL)]) {
    keep(draft, 'rule', bare(part(report, match.index, match.index + match[0].length)));
  }
  const id = /^Message-ID: (\S{3,300})/m.exec(text);
  if (id !== null) draft.messageId = bare(part(report, id.index + 12, id.index + id[0].length));
}

/** A rule of a report by its parts. */
export function ruleOf(
  text: string,
): { readonly name: string; readonly score: number; readonly words: string } | undefined {
  const row = /^(-?\d{1,4}(?:\.\d{1,3})?) {1,4}([A-Z][A-Z0-9_]{2,80})[ \t]*(.{0,300})/.exec(text);
  if (row !== null) return { name: row[2] as string, score: Number(row[1]), words: (row[3] as string).trim() };
  const symbol = /^Symbol: ([A-Z][A-Z0-9_]{2,80}) {0,4}\((-?[\d.]{1,8})\)(.{0,300})/.exec(text);
  return symbol === null
    ? undefined
    : { name: symbol[1] as string, score: Number(symbol[2]), words: (symbol[3] as string).trim() };
}
