import assert from 'node:assert/strict';
import { renderTicket, renderVerdict } from '../../../src/core/report/ticketText.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { anonymous, refused, silent } from './refused.ts';

const lines = (more: object, of: object = refused): readonly string[] =>
  renderVerdict({ ...of, ...more } as Verdict, (offset) => offset + 4);

describe('a verdict for a terminal', () => {
  it('is what happened, to whom, who acts and what is next', () => {
    const next = [
      { by: 'sending admin', kind: 'do', text: 'One.' },
      { by: 'recipient', kind: 'do', text: 'Two.' },
    ];
    const [head, ...rest] = lines({ next });
    assert.match(
      head ?? '',
      /^line 5: Refused at RCPT by mx\.contoso\.test: the server does not relay; the sender's admin must one\.$/,
    );
    assert.deepEqual(rest, [
      '  (reply 550 5.7.1, for b@c.test)',
      '  The server does not relay.',
      "  Who acts: the sender's admin. Retry: trying again unchanged will fail again. How sure: certain, from words that many servers use.",
      '  - One.',
      '  - As the recipient, two.',
    ]);
  });
  it('counts, and names five recipients', () => {
    const about = (more: object, of?: object) => lines(more, of).find((line) => line.startsWith('  ('));
    assert.equal(about({ times: 3 }), '  (reply 550 5.7.1, for b@c.test, 3 times)');
    assert.equal(
      about({ recipients: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
      '  (reply 550 5.7.1, for a, b, c, d, e and 2 more)',
    );
    assert.equal(about({ failed: false }), '  (reply 550 5.7.1)');
    assert.equal(about({ recipients: [] }, silent), undefined);
  });
  it('of what was taken ends there', () => {
    assert.equal(lines({ role: 'success', failed: false, recipients: [] }, anonymous).length, 2);
    for (const role of ['delay', 'notice']) {
      assert.equal(lines({ role, failed: false })[0], 'line 5: The server does not relay.');
      assert.ok(!lines({ role, failed: false }).includes('  The server does not relay.'));
    }
    assert.ok(!lines({ actor: 'nobody' }).some((line) => line.includes('Who acts')));
    assert.ok(!lines({ failed: false }).some((line) => line.includes('Who acts')));
  });
});

describe('a ticket for a terminal', () => {
  const shows = (file: string | undefined, text: string) => renderTicket(file, readTicket(text)).split('\n');
  it('says what is in it', () => {
    assert.deepEqual(shows('a.txt', ''), ['a.txt:', 'The text is empty.', '']);
    assert.deepEqual(shows(undefined, ' \n'), ['The text is empty.', '']);
    assert.deepEqual(shows(undefined, 'Hello there.'), [
      'No SMTP session, message or DNS lookup was found in this text.',
      '',
    ]);
    const [first, ...rest] = shows(undefined, 'Hello.\n\na.test. 300 IN MX 10 mx.a.test.\n');
    assert.equal(first, 'line 3: MX of a.test: NOERROR');
    assert.ok(!rest.includes('No SMTP session, message or DNS lookup was found in this text.'));
  });
});
