import { characterStrings } from '../core/dns/records/characterStrings.ts';
import { withoutDot } from '../core/text/domainName.ts';
import { ipv6Nibbles } from './answers.ts';

/** The data of a record in one form, by which two tools that write it differently are seen to say the same. */
export function sameForm(type: string, data: string): string {
  switch (type) {
    case 'TXT':
    case 'SPF':
      return characterStrings(data.includes('"') ? data : `"${data}"`).join('');
    case 'AAAA':
      return ipv6Nibbles(data.trim()) ?? data.trim().toLowerCase();
    default:
      return data
        .trim()
        .split(/\s{1,100}/)
        .map((word) => withoutDot(word).toLowerCase())
        .join(' ');
  }
}
