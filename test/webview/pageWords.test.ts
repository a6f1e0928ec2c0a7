import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeLenses } from '../../src/core/features/actions/codeLenses.ts';
import { ticketPage } from '../../src/core/features/page/ticketPage.ts';
import { phrase, speak } from '../../src/core/text/words.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { timelineOf } from '../../src/core/trace/timeline.ts';
import type { Preview } from '../../src/protocol/preview.ts';
import type { TicketPage } from '../../src/protocol/ticket.ts';
import type { Timeline } from '../../src/protocol/timeline.ts';
import { type Host, openBrowser } from './dom.ts';

/** Every word of the interface between marks, by which it is told from what is said of a ticket. */
const MARKED = Object.fromEntries(
  Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as object).map((key) => [key, `⟦${key}⟧`]),
);

/** What stands outside of all marks: the pieces between them. */
function unmarked(text: string): readonly string[] {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '⟦' && depth++ === 0) pieces.push('');
    else if (character === '⟧') depth--;
    else if (depth === 0) pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.replace(/^[\s:,;]+|\s+$/g, '')).filter((piece) => /[A-Za-z]{2}/.test(piece));
}

/** Attributes that are shown or read out. */
const SAID = ['aria-label', 'title', 'placeholder'];

/** Every text that the page shows, and what it tells to those who do not see it. */
function saidBy(root: Element): readonly string[] {
  const texts: string[] = [];
  const look = (node: Node): void => {
    if ((node as Partial<Element>).tagName === 'TIME') return;
    if (node.nodeType === 3) texts.push(node.textContent ?? '');
    for (const name of SAID) {
      const value = (node as Partial<Element>).getAttribute?.(name);
      if (typeof value === 'string') texts.push(value);
    }
    node.childNodes.forEach(look);
  };
  look(root);
  return texts;
}

/** What is said of a ticket stays English: what happened, why, what to do, and what the text itself holds. */
const told = ({ happened, steps, also, cut, messages, recipients, totals, probes, parts }: TicketPage): unknown => [
  [happened?.headline, happened?.words, happened?.evidence.words, happened?.facts.at(-1)?.value],
  steps.map(({ text }) => text),
  [also, cut, totals, parts, recipients],
  messages.map(({ facts, badges, told, filters, story, way }) => [facts, badges, told, filters, story, way]),
  probes.map(({ outcome }) => outcome),
];

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const samples = [
  '1-relaying-denied.smtp.txt',
  '2-bounced.eml',
  '3-took-four-hours.eml',
  '4-mixed.ticket.txt',
  '5-blocked.smtp.txt',
  '6-mail-log.ticket.txt',
  '7-check.ticket.txt',
  '8-probe.smtp.txt',
].map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') }));
const ticketOf = ({ name, text }: (typeof samples)[number]) =>
  readTicket(text, name.endsWith('.eml') ? 'message' : 'anywhere');

const NETWORKS = ['x', '192.0.2.0/99'];

let browser: Host;
let round = 0;

describe('in a browser', () => {
  before(() => {
    browser = openBrowser();
  });
  after(() => {
    speak({});
    browser.close();
  });

  const open = async (name: string, module: string): Promise<Element> => {
    document.body.innerHTML = `<main id="${name}"></main><script type="application/json" id="words"></script>`;
    const words = document.getElementById('words') as HTMLElement;
    words.textContent = JSON.stringify(MARKED);
    // A page loads its words once: another page is another address.
    await import(`../../src/webview/words.ts?${++round}`);
    await import(`../../src/webview/${module}?words${round}`);
    return document.querySelector('main') as Element;
  };
  const assertWords = (root: Element, data: unknown): void => {
    const english = stringsIn(data).flatMap(unmarked).join('\n');
    const left = saidBy(root)
      .flatMap(unmarked)
      .flatMap((piece) => piece.split(/: | → |, /))
      .filter((piece) => !english.includes(piece));
    assert.deepEqual(left, []);
  };

  describe('the words of the interface', () => {
    it('are taken from the page, all of the ticket', async () => {
      const page = await open('ticket', 'ticket/ticket.ts');
      assertWords(page, []);
      browser.tell({ type: 'empty' });
      assert.match(page.textContent ?? '', /⟦Paste here⟧/);
      assertWords(page, []);
      for (const sample of samples) {
        const probe = {
          title: phrase('Checked {0}', 'contoso.test'),
          target: 'contoso.test',
          outcome: 'none',
          time: 0,
        };
        const shown = ticketPage(ticketOf(sample), { probes: [probe, probe], verified: [] });
        const more = { moreMessages: 2, moreGroups: 2, moreParts: 1, readLines: 7 };
        browser.tell({ type: 'show', file: sample.name, page: { ...shown, ...more } });
        assert.match(page.textContent ?? '', /⟦/, sample.name);
        assertWords(page, [told(shown), sample.name]);
      }
    });

    it('are taken from the page, all of the timeline', async () => {
      const page = await open('timeline', 'timeline.ts');
      for (const sample of samples) {
        const timeline = timelineOf(ticketOf(sample), { trustedNetworks: NETWORKS });
        if (timeline === undefined) continue;
        browser.tell({ type: 'show', title: sample.name, timeline });
        assert.match(page.textContent ?? '', /⟦Total transit time⟧/);
        const { rows, total, first, last, ticks } = timeline as Timeline;
        // What the fields say.
        const said = rows.map(({ details, delay, notes, ...row }) => [
          row,
          details.map(([, value]) => value).filter((value) => typeof value === 'string'),
        ]);
        assertWords(page, [
          said,
          total,
          first,
          last,
          ticks,
          sample.name,
          NETWORKS.map((entry) => `mailTriage.trustedNetworks: “${entry}”`),
          'TLS',
        ]);
      }
    });

    it('are taken from the page, all of the preview', async () => {
      const page = await open('preview', 'preview.ts');
      const preview: Preview = {
        subject: '',
        fields: [],
        html: '<p>x</p>',
        text: 'x',
        links: [
          { href: 'https://a.test/', host: 'a.test', text: '', shownHost: 'b.test', opens: true },
          { href: 'https://c.test/', host: 'c.test', text: '', opens: true, wrapped: { services: ['S1'] } },
        ],
        moreLinks: 2,
        blocked: { count: 2, hosts: ['d.test'], moreHosts: 3, removed: ['form'] },
        attachments: [{ name: 'a.pdf', contentType: 'application/pdf', size: '1 kB', line: 3 }],
        moreAttachments: 2,
        leftOut: { html: 5 },
      };
      browser.tell({ type: 'show', preview });
      assert.match(page.textContent ?? '', /⟦\(no subject\)⟧/);
      assertWords(page, [preview, 'HTML', 'application/pdf, 1 kB']);
    });

    it('are those of lenses, but for what happened', () => {
      speak(MARKED);
      for (const sample of samples) {
        const document = TextDocument.create('file:///a', 'eml', 1, sample.text);
        for (const { command } of codeLenses(document, ticketOf(sample))) {
          if (command?.command !== 'mailTriage.showTicket') assert.match(command?.title ?? '', /⟦.+⟧/);
        }
      }
    });
  });
});
