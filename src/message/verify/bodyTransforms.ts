import { append } from '../../core/text/lists.ts';
import { toCrlf, withoutBlanks } from '../messageBytes.ts';
import { readQuotedPrintable } from '../parts/quotedPrintable.ts';
import { type AuthenticationFinding, finding } from './authentication.ts';

export interface ChangedBody {
  /** As received, with CR LF line ends; one character a byte. */
  readonly text: string;
  /** As it was found in the file. */
  readonly found: string;
  /** Content-Transfer-Encoding of the whole body, in small letters. */
  readonly encoding: string;
}

export interface TransformedBody {
  /** What is found where this is the body that was signed. */
  readonly found: AuthenticationFinding;
  readonly text: string;
}

const as = (found: AuthenticationFinding, text: string): TransformedBody => ({ found, text });

/** Bodies as they may have been before a server or tool changed all their lines; one character a byte. */
export function* transformedBodies({ text, found, encoding }: ChangedBody): Iterable<TransformedBody> {
  if (found !== text) yield as(finding('body-line-ends'), found);
  if (text.includes('\r')) {
    // A lone CR that some server took for a line end, or the other way round.
    const split = text.replace(/\r(?!\n)/g, '\r\n');
    if (split !== text) yield as(finding('body-line-ends'), split);
    if (split !== text) yield as(finding('body-line-ends'), text.replace(/\r(?!\n)/g, ''));
  }
  const lines = text.split('\r\n');
  const each = (change: (line: string) => string): string => lines.map(change).join('\r\n');
  // RFC 5321 4.5.2: the dot that is added in front of a line with a dot is taken off again.
  yield as(
    finding('body-dots', { how: 'added' }),
    each((line) => (line.startsWith('..') ? line.slice(1) : line)),
  );
  yield as(
    finding('body-dots', { how: 'lost' }),
    each((line) => (line.startsWith('.') ? `.${line}` : line)),
  );
  // RFC 4155: mbox files write `>From ` for a line that starts with `From `.
  yield as(
    finding('body-from-quoting'),
    each((line) => (/^>+From /.test(line.slice(0, 200)) ? line.slice(1) : line)),
  );
  yield as(finding('body-trailing-blanks', { how: 'added' }), each(withoutBlanks));
  // RFC 3676 4.3: the signature line ends in a blank, which many tools strip.
  yield as(
    finding('body-trailing-blanks', { how: 'stripped' }),
    each((line) => (line === '--' ? '-- ' : line)),
  );
  yield* otherCharsets(text);
  if (encoding === 'base64') {
    const whole = text.replace(/[^A-Za-z0-9+/=]+/g, '');
    for (const width of [76, 72, 64, 60, 73]) yield as(finding('body-base64-rewrapped'), wrapped(whole, width));
    yield as(
      finding('body-quoted-printable', { now: 'base64' }),
      toCrlf(Buffer.from(whole, 'base64').toString('latin1')),
    );
  }
  const unquoted = finding('body-quoted-printable', { now: 'quoted-printable' });
  if (encoding === 'quoted-printable') {
    yield as(unquoted, readQuotedPrintable(text));
  }
  const parts = withoutQuotedParts(lines);
  if (parts !== undefined) yield as(unquoted, parts);
}

function* otherCharsets(text: string): Iterable<TransformedBody> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: any byte outside ASCII
  if (!/[^\x00-\x7f]/.test(text)) return;
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  const narrow = Buffer.from(decoded, 'latin1').toString('latin1');
  if (!decoded.includes('\ufffd')) {
    yield as(finding('body-charset', { was: 'ISO-8859-1', now: 'UTF-8' }), narrow);
  }
  const wide = Buffer.from(text, 'utf8').toString('latin1');
  yield as(finding('body-charset', { was: 'UTF-8', now: 'ISO-8859-1' }), wide);
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join('\r\n');
}

/** A multipart body whose quoted-printable parts were 8bit: what a relay does that has no 8BITMIME (RFC 6152 3). */
function withoutQuotedParts(lines: readonly string[]): string | undefined {
  const out: string[] = [];
  let changed = false;
  let quoted: string[] | undefined;
  let inHeader = false;
  const flush = (): void => {
    if (quoted !== undefined) append(out, readQuotedPrintable(quoted.join('\r\n')).split('\r\n'));
    quoted = undefined;
  };
  for (const line of lines) {
    if (line.startsWith('--') && line.length <= 76) {
      flush();
      inHeader = true;
      out.push(line);
    } else if (inHeader && /^content-transfer-encoding:[ \t]{0,20}quoted-printable[ \t]{0,20}$/i.test(line)) {
      changed = true;
      quoted = [];
      out.push(line.replace(/quoted-printable/i, '8bit'));
    } else if (quoted !== undefined && !inHeader) {
      quoted.push(line);
    } else {
      if (line === '') inHeader = false;
      out.push(line);
    }
  }
  flush();
  return changed ? out.join('\r\n') : undefined;
}
