import type { Message, Part } from '../../mail/message.ts';
import { few, short } from '../../text/few.ts';
import type { Fact, Facts } from './fact.ts';

/** Files that run when they are opened (Microsoft: file types that Outlook blocks; those that hide them are packed here, too). */
const RUNS =
  /\.(?:ade|adp|app|application|appref-ms|appx|appxbundle|bas|bat|cab|chm|cmd|com|cpl|diagcab|dll|exe|gadget|hlp|hta|img|inf|iso|jar|jnlp|jse?|library-ms|lnk|mde|ms[cipt]|msix|one|pif|pl|ps1|psm1|py|reg|scf|scr|sct|search-ms|settingcontent-ms|sh|shb|sys|theme|udf|url|vbe?|vbs|vhdx?|ws[cfh]?|xll|apk|dmg|deb|rpm)$/i;
const MACROS = /\.(?:doc|dot|ppt|xls|xla|xlt|pot|pps)[mb]$|\.(?:xlam|ppam|sldm|accdb|mdb)$/i;
const PAGES = /\.(?:x?html?|shtml|svgz?|mht|mhtml|xht|hta)$/i;
const PACKED = /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz|arj|ace|lzh|lha|z|r\d\d|zst|cab|iso|img|vhdx?)$/i;
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|txt|jpe?g|png|gif|mp3|mp4|wav|csv|rtf)\s{0,40}\.[a-z0-9]{2,4}$/i;
/** What turns the direction of writing, shows nothing, or leaves room in front of the true ending. */
const HIDES = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\s{5}/;

/** Leaves that are files: attached, or with a name. */
export function filesOf(message: Message): readonly Part[] {
  const files: Part[] = [];
  const visit = (part: Part): void => {
    const isLeaf = part.parts.length === 0 || part.message !== undefined;
    if (isLeaf && part !== message.root && isFile(part)) files.push(part);
    else if (part === message.root && isLeaf && isFile(part)) files.push(part);
    if (part.message === undefined) for (const child of part.parts) visit(child);
  };
  visit(message.root);
  return files;
}

const isFile = (part: Part): boolean =>
  part.attachment ||
  part.filename !== undefined ||
  !/^(?:text\/(?:plain|html|enriched|richtext)|multipart\/|message\/)/.test(part.contentType);

/** What the files of a message are, by their names and types; none is opened. */
export function fileFacts(message: Message): Facts {
  const against: Fact[] = [];
  const files = filesOf(message);
  for (const part of files) {
    const name = part.filename ?? '';
    const shown = short(name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd'));
    const add = (words: string): unknown => against.push({ words, at: part });
    if (HIDES.test(name)) add(`The name of the file “${shown}” has characters in it that hide how it ends.`);
    if (RUNS.test(name)) {
      add(
        `The file “${shown}” runs when it is opened${DOCUMENT.test(name) ? ', and its name begins like that of a document' : ''}.`,
      );
    } else if (MACROS.test(name)) add(`The file “${shown}” may hold macros, which run when it is opened.`);
    else if (PAGES.test(name) || (part.attachment && /^(?:text\/html|image\/svg)/.test(part.contentType)))
      add(
        `The file “${shown || part.contentType}” is a page: it is opened in the browser, where it can ask for anything.`,
      );
  }
  return { against, for: [], unknown: unread(message, files) };
}

function unread(message: Message, files: readonly Part[]): readonly Fact[] {
  const facts: Fact[] = [];
  const packed = files.filter(({ filename }) => filename !== undefined && PACKED.test(filename));
  if (packed[0] !== undefined)
    facts.push({
      words: `What is packed in ${few(packed.map(({ filename }) => short(filename as string)))} was not looked at.`,
      at: packed[0],
    });
  const read = files.filter(
    ({ contentType, filename = '' }) =>
      /pdf|officedocument|msword|ms-excel/.test(contentType) || /\.(?:pdf|docx?|xlsx?|pptx?)$/i.test(filename),
  );
  if (read[0] !== undefined)
    facts.push({
      words: `Links inside ${few(read.map(({ filename, contentType }) => short(filename ?? contentType)))} were not looked for.`,
      at: read[0],
    });
  const sealed = sealedPart(message.root);
  if (sealed !== undefined) facts.push({ words: sealedWords(sealed), at: sealed });
  return facts;
}

function sealedPart(part: Part): Part | undefined {
  if (
    /^(?:application\/(?:x-)?pkcs7-mime|multipart\/encrypted|application\/ms-tnef|application\/vnd\.ms-tnef)$/.test(
      part.contentType,
    )
  )
    return part;
  if (part.message !== undefined) return undefined;
  for (const child of part.parts) {
    const found = sealedPart(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sealedWords({ contentType, fields }: Part): string {
  if (/tnef/.test(contentType)) return 'The text and the files stand in winmail.dat, which was not opened.';
  if (contentType === 'multipart/encrypted') return 'The message is encrypted: nothing in it was read.';
  const type = fields.find(({ name }) => /^content-type$/i.test(name))?.value ?? '';
  return /signed-data/i.test(type)
    ? 'The message stands inside an S/MIME signature, which was not opened: its links and files are not listed.'
    : 'The message is encrypted by S/MIME: its links and files are not listed.';
}
