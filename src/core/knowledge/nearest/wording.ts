import { append } from '../../text/lists.ts';

/** Characters and words of a text that are compared. */
const longest = 600;
const mostWords = 40;

/**
 * What follows one of these sends the reader elsewhere, up to the end of the sentence, and tells no cause; nor does what
 * a mailer adds of its own.
 */
const referral =
  /\(in reply to [^)]{1,60}\)|\b(?:for (?:more|further|additional) (?:information|details|help)|please (?:see|visit|refer|go|contact|check|read|try)|see|visit|go to|refer to|(?:please )?try (?:again )?later)\b(?:[^.;]|\.(?=\S)){0,100}/gi;

const edges = /^[([{<"'“‘,;:!-]{1,4}|[)\]}>"'”’,;:!?.…-]{1,4}$/g;
const link = /^(?:https?:|www\.)/i;
const ip = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,8})(?:\/\d{1,3})?$/i;
const status = /^#?[245]\.\d{1,3}\.\d{1,3}$/;
const host = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/;
const tld = /\.[a-z]{2,24}$/;

/** What stands in each word that names something. */
const mayBeNamed = /[\d@<.:]/;

/** What a word of a text is, where it names something: `<address>`; empty for an enhanced code, which is no word. */
function kindOf(word: string): string | undefined {
  if (!mayBeNamed.test(word)) return undefined;
  if (/^<\w+>$/.test(word)) return word;
  const bare = word.replace(edges, '');
  if (link.test(bare)) return '<link>';
  if (bare.includes('@')) return '<address>';
  if (status.test(bare)) return '';
  if (ip.test(bare)) return '<ip>';
  if (host.test(bare) && tld.test(bare)) return '<host>';
  if (/^\d{1,20}$/.test(bare)) return '<number>';
  return /\d/.test(bare) && bare.length > 3 ? '<id>' : undefined;
}

const plainWords = (text: string): readonly string[] =>
  text
    .slice(0, longest)
    .replace(referral, ' ')
    .match(/\S{1,200}/g) ?? [];

/**
 * A text as a wording that can be shown and compared: what it names is replaced by what kind of thing that is, and where
 * it sends the reader for more is left out.
 */
export function wordingOf(text: string, most: number): string {
  let wording = '';
  for (const word of plainWords(text)) {
    const kind = kindOf(word);
    const shown = kind === undefined ? word : kind && withKind(word, kind);
    if (wording.length + shown.length >= most) break;
    wording += shown === '' ? '' : ` ${shown}`;
  }
  return wording.trim();
}

/** The word with its marks around the kind of what it names. */
const withKind = (word: string, kind: string): string => {
  const bare = word.replace(edges, '');
  return bare === '' ? kind : word.replace(`<${bare}>`, () => kind).replace(bare, () => kind);
};

/** Words that join others. */
const joining = new Set(
  'the a an of to is are was were be been has have had for on in at and or as with it its this that these those'.split(
    ' ',
  ),
);

/** Letters by which a word is known, so that `blocked` and `blocking` are the same one. */
const STEM = 7;

/** The words of a text in their order, as they are compared. */
export function comparedWords(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of plainWords(text)) {
    const kind = kindOf(word);
    if (kind !== undefined) {
      if (kind !== '') found.push(kind);
    } else {
      for (const letters of word.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]{0,80}/gu) ?? [])
        append(found, stems(letters));
    }
    if (found.length >= mostWords) break;
  }
  return found.slice(0, mostWords);
}

/** Writing without blanks between words: every two characters that follow each other count as one. */
const unspaced = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;

function stems(letters: string): readonly string[] {
  if (unspaced.test(letters)) return Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2));
  if (joining.has(letters)) return [];
  return [letters.replace(/['’]s?/g, '').slice(0, STEM)];
}

/** Whether a word stands for a kind of thing. */
export const isKind = (word: string): boolean => word.startsWith('<');

/** Words that stand in replies of every kind, as they are compared. */
const empty = new Set(
  'error errors failed failure failing reject rejecte rejects denied refused smtp esmtp sorry server request command message mail mails email emails ok no not access service host from by your you our we user address reason due because please try again later'.split(
    ' ',
  ),
);

/** Whether a word says something of its own. */
export const isTelling = (word: string): boolean => word.length > 1 && !isKind(word) && !empty.has(word);
