import { unknownField } from '../../../knowledge/headerFields/unknownField.ts';
import { headerField } from '../../../knowledge/headerFields.ts';
import { decodeEncodedWords } from '../../../mail/header/encodedWords.ts';
import { fieldText } from '../../../mail/header/fieldText.ts';
import type { Field, Message } from '../../../mail/message.ts';
import { cutTo } from '../../../text/few.ts';
import { codeSpan, escapeMarkdown } from '../../../text/markdown.ts';
import { touches } from '../../../text/span.ts';
import type { HoverText } from '../hoverText.ts';
import { explainers } from './explainers.ts';
import { type FieldPlace, type Paragraph, paragraphs, sourceOf } from './place.ts';

/** Characters of a value that are read; a hover says of a longer one that it has more. */
const LONGEST = 200_000;

/** The piece of the value under the cursor; on the name, or where a value has no pieces, the field as a whole. */
export function fieldHover(text: string, message: Message, field: Field, offset: number): HoverText {
  const unfolded = fieldText(text, field);
  const value = unfolded.value.slice(0, LONGEST);
  const place: FieldPlace = { message, field, text: unfolded, value, at: unfolded.index(offset) };
  const known = headerField(field.name, message.fields);
  const explainer = explainers[known?.form ?? 'words'];
  if (offset > field.valueSpan.start && touches(field.valueSpan, offset)) {
    const found = explainer.piece?.(place);
    // A cursor in the blanks of a fold touches no piece.
    if (found !== undefined && touches(found.span, offset))
      return { ...found, markdown: withDecoded(found, field.dressed === undefined ? text : '') };
  }
  const lines: readonly Paragraph[] = [
    `**${escapeMarkdown(field.name)}**: ${escapeMarkdown(known?.meaning ?? unknownField(field.name, message.fields).join(' '))}`,
    ...(explainer.whole?.(place) ?? []),
    ...decodedDetails(field),
    ...(unfolded.value.length > LONGEST
      ? [`It has ${unfolded.value.length} characters, of which the first ${LONGEST} are explained.`]
      : []),
  ];
  const isCited = lines.some((line) => typeof line === 'object');
  return { span: field, markdown: paragraphs([...lines, isCited ? undefined : known && sourceOf(known.source)]) };
}

/** A piece that holds encoded words shows them in letters, as the whole value does. */
function withDecoded({ span, markdown }: HoverText, text: string): string {
  const written = text.slice(span.start, Math.min(span.end, span.start + 5000));
  const decoded = written.includes('=?') ? decodeEncodedWords(written.replace(/[\r\n]+/g, '')) : null;
  return decoded === null || decoded === written
    ? markdown
    : `${markdown}\n\nDecoded: ${codeSpan(cutTo(decoded, 500))}`;
}

/** The value in plain text where it holds encoded words (RFC 2047). */
function decodedDetails({ value }: Field): readonly string[] {
  if (value.includes('\ufffd')) {
    return ['It has octets that are no text in the encoding in which this document was opened.'];
  }
  if (!value.includes('=?')) return [];
  const decoded = decodeEncodedWords(value);
  return [
    decoded === null
      ? 'Its encoded words are no text in the charset that they name.'
      : `Decoded: ${codeSpan(cutTo(decoded, 500))}`,
  ];
}
