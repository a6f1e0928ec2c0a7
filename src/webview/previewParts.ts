import { t } from '../core/text/words.ts';
import type { BlockedContent, Preview, PreviewLink } from '../protocol/preview.ts';
import { element } from './elements.ts';

/** From, To and the date, as a reader knows them. */
export function fieldTable({ fields, date }: Preview): HTMLElement {
  const list = element('dl', 'fields');
  const rows = [...fields, ...(date === undefined ? [] : [{ name: t('Date'), value: writtenDate(date) }])];
  for (const { name, value } of rows) list.append(element('dt', '', name), element('dd', '', value));
  return list;
}

const writtenDate = (iso: string): string =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' });

export function attachmentList(
  { attachments, moreAttachments = 0 }: Pick<Preview, 'attachments' | 'moreAttachments'>,
  save: (attachment: number) => void,
): HTMLElement | undefined {
  if (attachments.length === 0) return undefined;
  const list = element('ul', 'attachments');
  list.setAttribute('aria-label', t('Attachments'));
  for (const [i, { name, contentType, size }] of attachments.entries()) {
    const button = element('button', '', name);
    button.type = 'button';
    button.title = t('Save {0}…', name);
    button.addEventListener('click', () => save(i));
    list.append(element('li', '', button, element('span', 'muted', ` ${contentType}, ${size}`)));
  }
  if (moreAttachments > 0) list.append(element('li', 'muted', t('{0} more that are not listed', moreAttachments)));
  return list;
}

/** `5 remote resources blocked: a.test, b.test` */
export function blockedNote({ count, hosts, moreHosts = 0, removed }: BlockedContent): HTMLElement | undefined {
  const lines = [
    count === 0
      ? undefined
      : blockedWords(count, `${hosts.join(', ')}${moreHosts === 0 ? '' : ` ${t('and {0} more', moreHosts)}`}`),
    removed.length === 0 ? undefined : t('Taken out: {0}', removed.join(', ')),
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return undefined;
  const note = element('div', 'blocked');
  note.setAttribute('role', 'note');
  for (const line of lines) note.append(element('p', '', line));
  return note;
}

const blockedWords = (count: number, hosts: string): string =>
  count === 1 ? t('1 remote resource blocked: {0}', hosts) : t('{0} remote resources blocked: {1}', count, hosts);

/** Where every link really leads; those whose text names another host come first. */
export function linkList(
  { links, moreLinks = 0 }: Pick<Preview, 'links' | 'moreLinks'>,
  open: (link: number) => void,
): HTMLElement | undefined {
  if (links.length === 0) return undefined;
  const list = element('ol', 'links');
  const inOrder = [...links.entries()].sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [index, link] of inOrder) {
    const button = element('button', 'address', link.href);
    button.type = 'button';
    button.addEventListener('click', () => open(index));
    const warning =
      link.shownHost === undefined
        ? undefined
        : element('strong', 'elsewhere', t('its text names {0}, it leads to {1}', link.shownHost, hostIn(link)));
    const text = link.text === '' ? t('(no text)') : link.text;
    const inside = link.wrapped === undefined ? undefined : element('div', 'inside', insideOf(link.wrapped));
    list.append(element('li', '', element('span', 'muted', text), element('br', ''), button, inside, warning));
  }
  const count = links.length === 1 ? t('1 link') : t('{0} links', links.length);
  const more = moreLinks === 0 ? '' : `, ${t('and {0} more that are left out', moreLinks)}`;
  return element('section', '', element('h2', '', `${count}${more}`), list);
}

/** `Microsoft Safe Links around https://contoso.test/` */
const insideOf = ({ services, leads }: NonNullable<PreviewLink['wrapped']>): string =>
  leads === undefined
    ? t('{0}: where it leads is known to {1} alone', services.join(', '), services.at(-1) as string)
    : t('{0} around {1}', services.join(', '), leads);

const hostIn = ({ host, wrapped }: PreviewLink): string =>
  wrapped?.leads === undefined
    ? host
    : (/^[a-z+.-]{1,20}:\/{0,2}([^/?#]{1,255})/i.exec(wrapped.leads)?.[1] ?? wrapped.leads);

const rank = ({ shownHost }: PreviewLink): number => (shownHost === undefined ? 1 : 0);
