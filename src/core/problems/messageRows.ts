import type { NoData } from '../dns/records/recordText.ts';
import type { RowsFor } from '../knowledge/problems/diagnosticRow.ts';
import type { ArcProblem } from '../mail/header/arcChain.ts';
import type { SignatureProblem } from '../mail/header/signatureProblems.ts';
import type { DateProblem } from '../mail/message.ts';
import { arcProblemWords, signatureProblemWords } from './signatureWords.ts';

/** A leap second is as it should be. */
export type WrongDate = Exclude<DateProblem, 'leap-second'> | 'unreadable';

/** What is found in messages and reports, with what each message is filled with. */
export interface MessageFindings {
  'report-failed': { readonly recipient: string; readonly reply: string; readonly meaning: string };
  'report-delayed': { readonly recipient: string; readonly reply: string; readonly meaning: string };
  'header-missing': NoData;
  'header-stray-line': NoData;
  'header-folding-lost': { readonly count: string };
  'field-repeated': { readonly name: string };
  'from-name-address-differs': { readonly named: string; readonly domain: string };
  'from-homograph': { readonly shown: string; readonly like: string; readonly scripts: string };
  'reply-to-differs': { readonly domain: string; readonly from: string };
  'signature-problem': { readonly problem: SignatureProblem };
  'arc-chain-broken': { readonly problem: ArcProblem };
  'date-wrong': { readonly problem: WrongDate };
}

export const messageRows: RowsFor<MessageFindings> = {
  'report-failed': {
    about: 'A recipient that a delivery report gives as failed',
    level: 'error',
    isVerdict: true,
    source: 'RFC 3464 2.3.3',
    says: ({ recipient, reply, meaning }) => `Not delivered to ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  },
  'report-delayed': {
    about: 'A recipient that a delivery report gives as delayed',
    level: 'warning',
    isVerdict: true,
    source: 'RFC 3464 2.3.3',
    says: ({ recipient, reply, meaning }) => `Delayed for ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  },
  'header-missing': {
    about: 'A message that does not start with a header',
    level: 'warning',
    source: 'RFC 5322 2.1',
    says: () =>
      'This is read as a message, but it does not start with a header: no line like "Name: value" stands here (RFC 5322 2.1). Paste the whole header in front, or choose the language SMTP Transcript for anything else.',
  },
  'header-stray-line': {
    about: 'A line in a header that belongs to no field',
    level: 'warning',
    source: 'RFC 5322 2.2',
    says: () =>
      'This line is neither a header field ("Name: value") nor the continuation of one (a blank in front), so mail programs may take the header to end here (RFC 5322 2.2).',
  },
  'header-folding-lost': {
    about: 'Folded lines that lost the blank in front',
    level: 'hint',
    source: 'RFC 5322 2.2.3',
    says: ({ count }) =>
      `The blanks in front of folded lines were lost on the way (${count} ${count === '1' ? 'line' : 'lines'}); they are read with the field above. A mail program would take the header to end here (RFC 5322 2.2.3).`,
  },
  'field-repeated': {
    about: 'A field that stands more often than once',
    level: 'information',
    source: 'RFC 5322 3.6',
    says: ({ name }) =>
      `A header has ${name} once at most (RFC 5322 3.6). Programs differ in which one they show, sign or check, which is also used to deceive.`,
  },
  'from-name-address-differs': {
    about: 'A display name that names another domain than the address',
    level: 'information',
    source: 'RFC 5322 3.4',
    says: ({ named, domain }) =>
      `The display name says ${named}, but the address is of ${domain}. Mailing lists write it so; so does who wants to be taken for somebody else.`,
  },
  'from-homograph': {
    about: 'A domain that may be taken for another',
    level: 'information',
    source: 'uts39',
    says: ({ shown, like, scripts }) =>
      like === ''
        ? `The domain ${shown} mixes letters of ${scripts} in one word, which may be made to look like another domain.`
        : `The domain ${shown} looks like ${like} but is another: some of its letters are of another script.`,
  },
  'reply-to-differs': {
    about: 'Answers go to another organisation than the sender',
    level: 'hint',
    source: 'RFC 5322 3.6.2',
    says: ({ domain, from }) =>
      `Answers go to ${domain}, but the message says that it is from ${from}. Services and forms do this; so does who wants the answers of a forged sender.`,
  },
  'signature-problem': {
    about: 'A DKIM signature that is wrong or weak as written',
    level: 'information',
    source: 'RFC 6376 3.5',
    says: ({ problem }) => signatureProblemWords(problem),
  },
  'arc-chain-broken': {
    about: 'An ARC chain that is broken as written',
    level: 'information',
    source: 'RFC 8617 5.2',
    says: ({ problem }) => `${arcProblemWords(problem)} Later servers do not go by this ARC chain (RFC 8617 5.2).`,
  },
  'date-wrong': {
    about: 'A Date that is no moment, or not written as it must be',
    level: 'hint',
    source: 'RFC 5322 3.3',
    says: ({ problem }) => DATES[problem],
  },
};

const DATES: Readonly<Record<WrongDate, string>> = {
  unreadable: 'This date cannot be read: a date names day, month, year, time and zone (RFC 5322 3.3).',
  'no-zone': 'This date names no zone, so nobody can tell the moment (RFC 5322 3.3).',
  'unknown-zone':
    'The zone of this date is not known, so nobody can tell the moment; write it as +0100 (RFC 5322 3.3).',
  'wrong-weekday': 'This date falls on another day of the week than it says (RFC 5322 3.3).',
  'two-digit-year': 'The year of this date has fewer than four digits (RFC 5322 4.3).',
  'trailing-text': 'Other text follows this date (RFC 5322 3.3).',
  'ambiguous-order': 'Day and month of this date could be either way round; write the month as a word (RFC 5322 3.3).',
};
