import { textOfOctets } from '../../text/utf8.ts';

/** A text with its percent-encoded octets read as UTF-8 (RFC 3986 2.1); octets that are none stay as they are written. */
export function decodePercents(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9A-Fa-f]{2}){1,4096}/g, (run) => {
    const octets = run.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return textOfOctets(octets) ?? run;
  });
}
