import { t, word } from '../../core/text/words.ts';
import type { Beginning, FromTicketView } from '../../protocol/ticketPage.ts';
import { element } from '../elements.ts';
import { button } from './parts.ts';

const WAYS: readonly (readonly [Beginning, string])[] = [
  ['clipboard', word('New ticket from the clipboard')],
  ['sample', word('Open a sample')],
  ['check', word('Check a domain')],
];

/** What is shown where there is no ticket: what would make one, and ways to begin. */
export function beginning(words: string, say: (message: FromTicketView) => void): readonly HTMLElement[] {
  const label = element('label', '', t('Paste here'));
  const box = element('textarea', '');
  box.id = 'paste';
  box.rows = 4;
  box.placeholder = t('A bounce, a telnet session, headers, log lines, DNS output');
  box.dataset.key = 'paste';
  label.htmlFor = box.id;
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    say({ type: 'paste', text });
  });
  const ways = WAYS.map(([way, title]) =>
    button(way === 'clipboard' ? 'primary' : '', way, () => say({ type: 'begin', with: way }), t(title)),
  );
  return [element('p', '', words), label, box, element('div', 'ways', ...ways)];
}
