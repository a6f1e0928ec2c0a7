import type { Span } from '../../text/span.ts';
import type { Field, Message } from '../message.ts';
import { fieldsNamed, unfold } from './fields.ts';
import { documentSpan, fieldText } from './fieldText.ts';

/** One `name=value` of a tag list (RFC 6376 3.2); the span holds both. */
export interface Tag extends Span {
  readonly name: string;
  /** Blanks around it and line breaks in it taken out. */
  readonly value: string;
}

/** The tags of a DKIM-Signature, ARC-Seal or ARC-Message-Signature field in their order, offsets into the document. */
export function readTags(text: string, field: Field): readonly Tag[] {
  if (field.dressed !== undefined) return dressedTags(text, field);
  const { start, end } = field.valueSpan;
  const tags: Tag[] = [];
  for (let from = start; from < end; ) {
    const semicolon = text.indexOf(';', from);
    const stop = semicolon < 0 || semicolon > end ? end : semicolon;
    const written = text.slice(from, stop);
    const equals = written.indexOf('=');
    const name = written.slice(0, Math.max(0, equals)).trim();
    if (name !== '') {
      const lead = written.length - written.trimStart().length;
      const value = unfold(written.slice(equals + 1));
      tags.push({ start: from + lead, end: from + written.trimEnd().length, name, value });
    }
    from = stop + 1;
  }
  return tags;
}

function dressedTags(text: string, field: Field): readonly Tag[] {
  const plain = fieldText(text, field);
  const span = { start: 0, end: plain.value.length };
  const { name, value } = field;
  const tags = readTags(plain.value, { ...span, name, nameSpan: { start: 0, end: 0 }, valueSpan: span, value });
  return tags.map((tag) => ({ ...tag, ...documentSpan(plain, tag) }));
}

/** RFC 6376 3.5: algorithm, signing domain, selector. */
export interface DkimSignature {
  readonly field: Field;
  readonly a?: string;
  readonly d?: string;
  readonly s?: string;
}

export const dkimSignatures = (text: string, message: Message): readonly DkimSignature[] =>
  fieldsNamed(message.fields, 'dkim-signature').map((field) => ({
    field,
    ...pick(readTags(text, field), ['a', 'd', 's']),
  }));

/** RFC 8617 4.1.3: one sealing server's instance, its verdict on the chain before it, its domain. */
export interface ArcSet {
  readonly field: Field;
  /** 1..50; undefined where the tag holds no such number. */
  readonly i?: number;
  readonly cv?: string;
  readonly d?: string;
}

/** One for each ARC-Seal, in the order of the text. */
export const arcSets = (text: string, message: Message): readonly ArcSet[] =>
  fieldsNamed(message.fields, 'arc-seal').map((field) => {
    const { i, ...rest } = pick(readTags(text, field), ['i', 'cv', 'd']);
    const instance = /^\d{1,2}$/.test(String(i)) ? Number(i) : 0;
    return { field, ...(instance >= 1 && instance <= 50 ? { i: instance } : {}), ...rest };
  });

function pick<K extends string>(tags: readonly Tag[], names: readonly K[]): { readonly [P in K]?: string } {
  const picked: { [P in K]?: string } = {};
  for (const name of names) {
    const value = tags.find((tag) => tag.name === name)?.value;
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
