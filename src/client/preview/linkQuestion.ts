import { t } from '../../core/text/words.ts';
import type { PreviewLink } from '../../protocol/preview.ts';

/** Characters of an address that a person reads before the rest hides what matters. */
const READ = 600;

/** What is asked before a link of a message is opened: where it leads stands first, whatever the address holds. */
export function linkQuestion({ href, host, shownHost, opens }: PreviewLink): { title: string; detail: string } {
  const elsewhere = shownHost === undefined ? '' : `${t('Its text names {0}.', shownHost)} `;
  const leads = host === '' ? '' : `${elsewhere}${t('It leads to {0}.', host)}\n\n`;
  const address = href.length > READ ? t('{0}… ({1} characters)', href.slice(0, READ), href.length) : href;
  return {
    title: opens ? t('Open this link of the message?') : t('This link of the message is not opened.'),
    detail: `${leads}${address}`,
  };
}
