import assert from 'node:assert/strict';
import { ticketPage } from '../../src/core/features/page/ticketPage.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { TicketPage } from '../../src/protocol/ticket.ts';
import { type Host, openBrowser } from './dom.ts';

let browser: Host;

const refused = (whom: string): string => `220 mx.northwind.test ESMTP
MAIL FROM:<alice@contoso.test>
250 2.1.0 Ok
RCPT TO:<${whom}>
550 5.1.1 <${whom}>: Recipient address rejected: User unknown
`;

const pageOf = (text: string, rest: Partial<TicketPage> = {}): TicketPage => ({
  ...ticketPage(readTicket(text), { probes: [], verified: [] }),
  ...rest,
});

const bounced = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `Nov 20 09:14:10 mx1 postfix/smtp[51]: 4C1D5228${1000 + i}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.30]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.30] said: 550 5.1.1 <u${i}@northwind.test>: User unknown (in reply to RCPT TO command))\n`,
  ).join('');

const MESSAGE = `Received: from mail.fabrikam.test (mail.fabrikam.test [203.0.113.9]) by mx.northwind.test with ESMTP; Mon, 4 Mar 2024 12:00:01 +0000
Authentication-Results: mx.northwind.test; spf=pass smtp.mailfrom=fabrikam.test; dkim=fail header.d=fabrikam.test
Received: from pc.fabrikam.test ([192.0.2.7]) by mail.fabrikam.test with ESMTPSA; Mon, 4 Mar 2024 10:00:01 +0000
From: <img src=x onerror=top.pwned=1> <office@fabrikam.test>
To: bob@northwind.test
Subject: <b>x</b>
Date: Mon, 4 Mar 2024 10:00:00 +0000

hello
`;

describe('in a browser', () => {
  before(async () => {
    browser = openBrowser();
    document.body.innerHTML = '<main id="ticket"></main>';
    await import('../../src/webview/ticket/ticket.ts');
    assert.deepEqual(browser.said, [{ type: 'ready' }]);
  });
  after(() => browser.close());
  beforeEach(() => {
    browser.kept = undefined;
    browser.tell({ type: 'empty' });
    browser.said.length = 0;
  });

  const all = <E extends HTMLElement = HTMLElement>(selector: string): readonly E[] => [
    ...document.querySelectorAll<E>(selector),
  ];
  const one = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    assert.ok(found, `no ${selector}`);
    return found;
  };
  const texts = (selector: string): readonly string[] => all(selector).map((node) => node.textContent?.trim() ?? '');
  const show = (page: TicketPage, file = 'a.txt'): void => browser.tell({ type: 'show', file, page });
  const press = (label: string): void => {
    const button = all('button').find((node) => node.textContent === label);
    assert.ok(button, `no button ${label}`);
    button.click();
  };

  describe('the page of the ticket', () => {
    it('shows the parts in their order, each a landmark with a name', () => {
      show(pageOf(refused('bob@northwind.test')));
      assert.deepEqual(texts('h1'), ['a.txt']);
      assert.deepEqual(
        texts('section h2').map((text) => text.replace(/ line \d+$/, '')),
        ['No such mailbox: bob@northwind.test', 'Next steps', 'The mail', 'By recipient', 'What the text is made of'],
      );
      for (const section of all('section')) {
        const heading = document.getElementById(section.getAttribute('aria-labelledby') ?? '');
        assert.ok(heading !== null && section.contains(heading));
      }
      assert.equal(one('.status').textContent, 'Refused');
      assert.deepEqual(texts('.happened dt'), ['Who acts', 'Waiting', 'How sure']);
    });

    it('leads to lines, and says which action was chosen', () => {
      show(pageOf(refused('bob@northwind.test')));
      // A blank between, for those who hear it.
      assert.match(one('.evidence').textContent ?? '', /^Line 5 \S/);
      one('.evidence').click();
      press('bob@northwind.test');
      press('Check northwind.test');
      assert.deepEqual(browser.said, [
        { type: 'reveal', line: 4 },
        { type: 'reveal', line: 4 },
        {
          type: 'run',
          action: { label: 'Check northwind.test', command: 'mailTriage.check', argument: 'northwind.test' },
        },
      ]);
    });

    it('is named where nothing but its words is there, and no mark speaks', () => {
      show(pageOf(MESSAGE));
      for (const svg of document.querySelectorAll('svg')) assert.equal(svg.getAttribute('aria-hidden'), 'true');
      for (const button of all('button')) assert.notEqual(button.textContent?.trim(), '');
      assert.equal(one('[role=status]').textContent, 'Late: The message waited 2 h at mail.fabrikam.test');
    });

    it('puts text of the document in as text', () => {
      show(pageOf(MESSAGE));
      assert.equal(all('#ticket img, #ticket b, #ticket a, #ticket script').length, 0);
      assert.ok(texts('dd').includes('<b>x</b>'));
      assert.ok(texts('dd').includes('<img src=x onerror=top.pwned=1> <office@fabrikam.test>'));
    });

    it('shows checks with what they rest on, each sentence once, and the way as a strip', () => {
      show(pageOf(MESSAGE));
      assert.deepEqual(texts('.badge'), ['SPF passfabrikam.test', 'DKIM failfabrikam.test']);
      assert.deepEqual(texts('.message > .muted'), ['SPF, DKIM: Claimed by mx.northwind.test, the receiver’s own.']);
      assert.deepEqual(texts('.strip'), ['2 hops, 2 h; slowest: 2 h at mail.fabrikam.test']);
      assert.equal(all('.hop').length, 2);
      assert.equal(all('.hop.slowest').length, 1);
      one('.strip').click();
      const { action } = browser.said.at(-1) as unknown as { action: { command: string; argument: number } };
      assert.deepEqual([action.command, action.argument], ['mailTriage.showTimeline', 0]);
    });

    it('folds many recipients behind their count', () => {
      show(pageOf(bounced(61)));
      const summary = one('.recipients summary');
      assert.equal(summary.textContent, '61 × no such mailbox at mx.northwind.test (550 5.1.1)did not get it');
      assert.equal(all('.recipients details li').length, 61);
      assert.deepEqual(texts('.recipients > p'), ['Of 61 deliveries 61 failed, 0 are waiting, 0 were accepted.']);
    });

    it('says what of a large document was read so far, and is busy until then', () => {
      show(pageOf(refused('b@a.test'), { readLines: 812 }));
      assert.equal(one('main').getAttribute('aria-busy'), 'true');
      assert.match(one('.happened').textContent ?? '', /This is of the first 812 lines; the rest is being read\./);
      show(pageOf(refused('b@a.test')));
      assert.equal(one('main').getAttribute('aria-busy'), 'false');
      assert.doesNotMatch(one('.happened').textContent ?? '', /first 812/);
    });

    it('draws again only what has changed, and keeps the focus', () => {
      show(pageOf(refused('bob@northwind.test')));
      const [next, recipients] = [one('.next'), one('.recipients')];
      const check = all('.next button').find((node) => node.textContent === 'Copy answer');
      check?.focus();
      show(pageOf(`${refused('bob@northwind.test')}QUIT\n221 Bye\n`));
      assert.equal(one('.next'), next);
      assert.equal(document.activeElement, check);
      show(pageOf(`${refused('eve@fabrikam.test')}`));
      assert.notEqual(one('.recipients'), recipients);
      assert.notEqual(one('.next'), next);
      assert.equal(document.activeElement?.textContent, 'Copy answer');
    });

    it('keeps open what was opened, for this document', () => {
      show(pageOf(bounced(61)));
      const details = one<HTMLDetailsElement>('.recipients details');
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
      show(pageOf(bounced(62)));
      assert.equal(one<HTMLDetailsElement>('.recipients details').open, true);
      assert.deepEqual((browser.kept as { file: string; open: unknown }).open, ['group 0']);
      show(pageOf(bounced(61)), 'b.txt');
      assert.equal(one<HTMLDetailsElement>('.recipients details').open, false);
    });

    it('shows a document where it was left, and another one from its top', async () => {
      const turned: unknown[] = [];
      const before = window.scrollTo;
      window.scrollTo = ((...place: unknown[]) => void turned.push(place)) as typeof window.scrollTo;
      const opened = async (kept: unknown, file: string): Promise<unknown> => {
        browser.kept = kept;
        turned.length = 0;
        show(pageOf(refused('bob@northwind.test')), 'between.txt');
        await new Promise((done) => setTimeout(done));
        turned.length = 0;
        browser.kept = kept;
        show(pageOf(refused('bob@northwind.test')), file);
        await new Promise((done) => setTimeout(done));
        return turned[0];
      };
      try {
        assert.deepEqual(await opened({ file: 'c.txt', open: [], top: 40 }, 'c.txt'), [0, 40]);
        assert.deepEqual(await opened({ file: 'c.txt', open: [], top: 40 }, 'd.txt'), [0, 0]);
        assert.deepEqual(await opened({ file: 'e.txt' }, 'e.txt'), [0, 0]);
        assert.deepEqual(await opened(undefined, 'f.txt'), [0, 0]);
      } finally {
        window.scrollTo = before;
      }
    });

    it('offers ways to begin where there is no ticket', () => {
      browser.tell({ type: 'empty' });
      assert.match(one('.page p').textContent ?? '', /^Open an SMTP session/);
      assert.equal(one('h1').hidden, true);
      assert.deepEqual(texts('.ways button'), ['New ticket from the clipboard', 'Open a sample', 'Check a domain']);
      for (const label of texts('.ways button')) press(label);
      assert.deepEqual(
        browser.said.map((message) => message.with),
        ['clipboard', 'sample', 'check'],
      );
      assert.equal(one<HTMLLabelElement>('label').htmlFor, one('textarea').id);
    });

    it('takes what is pasted', () => {
      browser.tell({ type: 'empty' });
      const paste = (text: string): boolean => {
        const event = new Event('paste', { cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
        one('textarea').dispatchEvent(event);
        return event.defaultPrevented;
      };
      assert.equal(paste(' \n'), false);
      assert.equal(paste('550 no'), true);
      assert.deepEqual(browser.said, [{ type: 'paste', text: '550 no' }]);
    });

    it('keeps what is open and how far it is scrolled, once scrolling rests', async () => {
      show(pageOf(bounced(61)), 'k.txt');
      const details = one<HTMLDetailsElement>('.recipients details');
      for (const [open, kept] of [
        [true, ['group 0']],
        [false, []],
      ] as const) {
        details.open = open;
        details.dispatchEvent(new Event('toggle'));
        assert.deepEqual(browser.kept, { file: 'k.txt', open: kept, top: 0 });
      }
      browser.kept = { file: 'k.txt', open: ['group 0'], top: 0 };
      show(pageOf(refused('bob@northwind.test')), 'l.txt');
      show(pageOf(bounced(61)), 'k.txt');
      assert.equal(one<HTMLDetailsElement>('.recipients details').open, true);
      // What is drawn anew folds without being asked to.
      const gone = one<HTMLDetailsElement>('.recipients details');
      browser.kept = 'nothing';
      Object.defineProperty(window, 'scrollY', { value: 70, configurable: true });
      window.dispatchEvent(new Event('scroll') as never);
      window.dispatchEvent(new Event('scroll') as never);
      assert.equal(browser.kept, 'nothing');
      await new Promise((done) => setTimeout(done, 250));
      Reflect.deleteProperty(window, 'scrollY');
      assert.deepEqual(browser.kept, { file: 'k.txt', open: ['group 0'], top: 70 });
      assert.ok(gone.isConnected);
    });

    it('says once what it says, and leaves alone what is there', () => {
      const [words, box] = [one('.page p'), one('textarea')];
      browser.tell({ type: 'empty' });
      assert.deepEqual([one('.page p'), one('textarea')], [words, box]);
      assert.equal(one('[role=status]').textContent, words.textContent);
      assert.equal(one('main').getAttribute('aria-busy'), 'false');
      show(pageOf('hello\n'), '');
      assert.match(one('[role=status]').textContent ?? '', /^No SMTP session/);
      browser.tell({ type: 'reading', file: 'b.txt' });
      assert.equal(one('main').getAttribute('aria-busy'), 'true');
      assert.equal(one('h1').hidden, false);
      const { happened: _, ...rest } = pageOf(refused('bob@northwind.test'));
      show(rest as TicketPage, 'b.txt');
      assert.equal(one('[role=status]').textContent, '');
      assert.deepEqual(
        all('section').map(({ className }) => className),
        ['message-0 message', 'recipients', 'parts'],
      );
    });

    it('says that nothing was found in a text, and that one is being read', () => {
      show(pageOf('hello\n'));
      assert.match(one('.page p').textContent ?? '', /^No SMTP session, message/);
      assert.deepEqual(texts('h1'), ['a.txt']);
      browser.tell({ type: 'reading', file: 'b.txt' });
      assert.deepEqual([texts('h1'), texts('.page')], [['b.txt'], ['Reading…']]);
      show(pageOf(refused('bob@northwind.test')), 'b.txt');
      assert.equal(all('textarea').length, 0);
      assert.equal(all('.happened').length, 1);
    });

    it('says what was asked since', () => {
      const probes = [{ time: 0, title: 'Checked a.test', outcome: 'all is well.', changed: 'Before: down' }];
      show(pageOf(refused('bob@northwind.test'), { probes }));
      assert.match(one('.probes li').textContent ?? '', /Checked a\.test all is well\.Before: down$/);
      assert.equal(one('time').getAttribute('datetime'), '1970-01-01T00:00:00.000Z');
    });
  });
});
