import { type HeaderValue, joined, values } from './headerValue.ts';

/** Parameters of Content-Type and Content-Disposition. */
export const mimeParameters: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 2045 5.1', [
    ['charset', 'How the octets of the text become letters.'],
    ['boundary', 'The line that parts the parts from each other.'],
    ['name', 'The name of the file, as old programs read it.'],
    ['type', 'The type of the main part.'],
  ]),
  values('RFC 2183 2', [
    ['filename', 'The name of the file, as its sender gives it.'],
    ['size', 'About how many octets the file has.'],
    ['creation-date', 'When the file was made.'],
    ['modification-date', 'When the file was last changed.'],
    ['read-date', 'When the file was last read.'],
  ]),
  values('RFC 3676 4', [
    ['format', 'flowed: lines that end in a blank go on in the next.'],
    ['delsp', 'Whether the blank at the end of a flowed line is dropped.'],
  ]),
  values('RFC 6522 3', [['report-type', 'Which kind of report it is.']]),
  values('RFC 8551 3', [
    ['smime-type', 'Which kind of S/MIME it is.'],
    ['protocol', 'Which kind of signature or encryption it is.'],
    ['micalg', 'The hash of the signature.'],
  ]),
  values('RFC 5545 8.1', [['method', 'What to do with the calendar entry.']]),
);
