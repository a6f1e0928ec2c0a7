import type { PreviewLink } from '../../protocol/preview.ts';

/** Characters of an address that a person reads before the rest hides what matters. */
const READ = 600;

/** What is asked before a link of a message is opened: where it leads stands first, whatever the address holds. */
export function linkQuestion({ href, host, shownHost, opens }: PreviewLink): { title: string; detail: string } {
  const elsewhere = shownHost === undefined ? '' : `Its text names ${shownHost}. `;
  const leads = host === '' ? '' : `${elsewhere}It leads to ${host}.\n\n`;
  const address = href.length > READ ? `${href.slice(0, READ)}… (${href.length} characters)` : href;
  return {
    title: opens ? 'Open this link of the message?' : 'This link of the message is not opened.',
    detail: `${leads}${address}`,
  };
}
