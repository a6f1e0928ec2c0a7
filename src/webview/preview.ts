import './words.ts';
import { t } from '../core/text/words.ts';
import type { FromPreviewView, Preview, ToPreviewView } from '../protocol/preview.ts';
import { element } from './elements.ts';
import { MessageFrame } from './messageFrame.ts';
import { attachmentList, blockedNote, fieldTable, linkList } from './previewParts.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPreviewView): void };

const host = acquireVsCodeApi();
const root = document.getElementById('preview') ?? document.body.appendChild(element('main', ''));

/** What the user chose to read, while there is a choice. */
let form: 'html' | 'text' = 'html';

function draw(message: ToPreviewView): void {
  if (message.type === 'loading') root.replaceChildren(element('p', 'empty', t('Reading the message…')));
  else if (message.type === 'empty') root.replaceChildren(element('p', 'empty', message.message));
  else if (message.type === 'error') root.replaceChildren(failure(message.message));
  else drawPreview(message.preview);
}

function failure(text: string): HTMLElement {
  const shown = element('p', 'empty error', text);
  shown.setAttribute('role', 'alert');
  return shown;
}

function drawPreview(preview: Preview): void {
  const open = (link: number): void => host.postMessage({ type: 'open', link });
  const save = (attachment: number): void => host.postMessage({ type: 'save', attachment });
  const { html, text } = preview;
  const nodes: (HTMLElement | undefined)[] = [
    element('h1', '', preview.subject === '' ? t('(no subject)') : preview.subject),
    fieldTable(preview),
    attachmentList(preview, save),
    blockedNote(preview.blocked),
    html !== undefined && text !== undefined ? choice(preview) : undefined,
    body(preview, open),
    leftOutNote(preview),
    linkList(preview, open),
  ];
  root.replaceChildren(...nodes.filter((node) => node !== undefined));
}

/** How much of the form that is shown is left out. */
function leftOutNote(preview: Preview): HTMLElement | undefined {
  const left = preview.leftOut?.[shownForm(preview)] ?? 0;
  if (left === 0) return undefined;
  const words =
    left === 1
      ? t('The message is too long to be shown whole: its last character is left out.')
      : t('The message is too long to be shown whole: its last {0} characters are left out.', left);
  return element('p', 'note', words);
}

const shownForm = ({ html, text }: Preview): 'html' | 'text' =>
  html !== undefined && (form === 'html' || text === undefined) ? 'html' : 'text';

function body(preview: Preview, open: (link: number) => void): HTMLElement {
  const { html, text } = preview;
  if (html !== undefined && shownForm(preview) === 'html') {
    return new MessageFrame(html, preview.links, open).element;
  }
  if (text !== undefined) {
    const shown = element('pre', 'text', text);
    shown.tabIndex = 0;
    return shown;
  }
  return element('p', 'empty', t('This message has no text to show.'));
}

/** The two forms of one message, as it carries them (RFC 2046 5.1.4). */
function choice(preview: Preview): HTMLElement {
  const group = element('div', 'choice');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', t('Form of the message'));
  for (const [name, label] of [
    ['html', 'HTML'],
    ['text', t('Plain text')],
  ] as const) {
    const button = element('button', '', label);
    button.type = 'button';
    button.dataset.form = name;
    button.setAttribute('aria-pressed', String(form === name));
    button.addEventListener('click', () => {
      form = name;
      drawPreview(preview);
      root.querySelector<HTMLElement>(`[data-form="${name}"]`)?.focus();
    });
    group.append(button);
  }
  return group;
}

window.addEventListener('message', ({ data, source }: MessageEvent<ToPreviewView>) => {
  // The frame of the message can run nothing; what it could send would still not be ours.
  if (source instanceof Window && source !== window && source !== window.parent) return;
  draw(data);
});

draw({ type: 'loading' });
host.postMessage({ type: 'ready' });
