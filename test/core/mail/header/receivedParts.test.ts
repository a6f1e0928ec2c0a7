import assert from 'node:assert/strict';
import type { Received } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(value: string): Received {
  const text = `Received: ${value}\n\n`;
  const [hop] = readMessage(text, new Lines(text), 0, text.length).hops;
  assert.ok(hop !== undefined);
  return hop;
}

/** These parts of a Received value, `-` for what it has not. */
const parts = (value: string, ...keys: readonly (keyof Received)[]): string =>
  keys.map((key) => `${(read(value)[key] as string | undefined) ?? '-'}`).join(' ');

const is = (expected: string, keys: string, value: string): void =>
  assert.equal(parts(value, ...(keys.split(' ') as (keyof Received)[])), expected, value);

const AT = 'Fri, 20 Nov 2026 10:00:00 +0000';
const time = (value: string): string | undefined => {
  const epoch = read(value).date?.epoch;
  return epoch === undefined ? undefined : new Date(epoch).toISOString().slice(0, 16);
};

describe('the clauses of a Received field (RFC 5321 4.4)', () => {
  it('have one value, and what stands first counts', () => {
    is('a.test b.test', 'from by', `from a.test by b.test from c.test by d.test; ${AT}`);
    is('a.test - ESMTP 1', 'from by with id', `from a.test with ESMTP id 1; ${AT}`);
    is('by from', 'from by', `from by by from with SMTP; ${AT}`);
    is('from -', 'from by', `from from; ${AT}`);
    is('with id', 'by with', `by with with id id 1; ${AT}`);
    is('b.test X', 'by id', `BY b.test ID X; ${AT}`);
  });

  it('have several words for a protocol', () => {
    is('Microsoft SMTP Server', 'with', `by b.test with Microsoft SMTP Server id 1; ${AT}`);
    is('Frontend Transport', 'via', `by b.test via Frontend Transport; ${AT}`);
    is('Microsoft SMTP Server', 'with', `by b.test with Microsoft SMTP Server (TLS) Fri; ${AT}`);
    is('ESMTP', 'with', `by b.test with ESMTP Fri, 20 Nov 2026 10:00:00 +0000`);
    is('ESMTP', 'with', `by b.test with ESMTP 1x; ${AT}`);
    is('b.test', 'by', `by b.test words behind; ${AT}`);
  });

  it('are told apart where the break of a folded line was lost', () => {
    is('b.test ESMTPS', 'by with', `from a by b.testwith ESMTPS id 1; ${AT}`);
    is('b.test http', 'by with', `from a by b.testwith http; ${AT}`);
    is('b.testwith -', 'by with', `from a by b.testwith id 1; ${AT}`);
    is('b.testwith ESMTPX', 'by id', `from a by b.testwith id ESMTPX; ${AT}`);
  });

  it('have a cipher in a clause of Exim, behind the host alone', () => {
    is('true X', 'tls cipher', `from a by b.test with esmtp (Exim) tls X; ${AT}`);
    is('true -', 'tls cipher', `from a tls X by b.test; ${AT}`);
  });

  it('have an envelope sender, in a clause or a comment', () => {
    is('a@a.test', 'envelopeFrom', `from a by b.test envelope-from <a@a.test>; ${AT}`);
    is('a@a.test', 'envelopeFrom', `from a by b.test (envelope-from <a@a.test>); ${AT}`);
    is('a@a.test', 'envelopeFrom', `from a by b.test (Exim, envelope-sender=a@a.test) id 1; ${AT}`);
    is('-', 'envelopeFrom', `from a by b.test (envelope-from <>); ${AT}`);
    is('-', 'envelopeFrom', `from a by b.test (the-envelope-from a@a.test); ${AT}`);
    is('a@a.test', 'envelopeFrom', `from a by b.test; ${AT} (envelope-from a@a.test)`);
  });

  it('have an id behind the date where Courier writes it', () => {
    is('1.2', 'id', `from a by b.test; ${AT} id 1.2`);
    is('3', 'id', `from a by b.test id 3; ${AT} id 1.2`);
    is('-', 'id', `from a by b.test; ${AT} id`);
    is('a@b.test', 'for', `by b.test for <a@b.test>,; ${AT}`);
  });
});

describe('the date of a Received field', () => {
  const when = '2026-11-20T10:00';

  it('stands behind the last semicolon, or behind one of the last four that has one', () => {
    assert.equal(time(`by b.test; ${AT}`), when);
    assert.equal(time(`by b.test; ${AT}; x`), when);
    assert.equal(time(`by b.test; ${AT}; x; y; z`), when);
    assert.equal(time(`by b.test; ${AT}; x; y; z; w`), undefined);
    assert.equal(time(`by b.test; ${AT};;`), when);
    assert.equal(time(`by b.test; Thu, 19 Nov 2026 10:00:00 +0000; ${AT}`), when);
    assert.equal(read('by b.test; soon').date?.text, 'soon');
    assert.equal(read('by b.test; soon; later').date?.text, 'later');
    assert.equal(read('by b.test; (c)').date, undefined);
    assert.equal(read('by b.test;').date, undefined);
  });

  it('may stand among words of no clause', () => {
    assert.equal(time(`by b.test with SMTP id 1 ${AT}`), when);
    assert.equal(time(`by b.test with SMTP id 1 a b c d e f g ${AT}`), when);
    assert.equal(time(`by b.test with SMTP id 1 a b c d e f g h i ${AT}`), undefined);
  });
});

describe('the client of a Received field', () => {
  const client = (expected: string, value: string): void =>
    is(expected, 'from helo reverseName ip', `${value} by b.test; ${AT}`);

  it('has names and an address where the mailer at hand puts them', () => {
    client('a.test - r.test 192.0.2.1', 'from a.test (r.test [192.0.2.1])');
    client('a.test - r.test 192.0.2.1', 'from a.test (user@r.test. [192.0.2.1])');
    client('a.test - - 192.0.2.1', 'from a.test (unknown [192.0.2.1])');
    client('a.test - - 192.0.2.1', 'from a.test (Unverified [192.0.2.1])');
    client('a.test - - 192.0.2.1', 'from a.test ([192.0.2.1])');
    client('r.test h.test r.test 192.0.2.1', 'from r.test ([192.0.2.1] helo=h.test)');
    client('r.test h.test r.test 192.0.2.1', 'from r.test (HELO h.test) (192.0.2.1)');
    client('r.test [192.0.2.9] r.test 192.0.2.1', 'from r.test (EHLO [192.0.2.9]) (192.0.2.1)');
    client('[192.0.2.1] h.test - 192.0.2.1', 'from [192.0.2.1] (helo=h.test)');
    client('[192.0.2.1] - - 192.0.2.1', 'from [192.0.2.1]');
    client('a.test - - 192.0.2.1', 'from a.test [192.0.2.1]');
    client('a.test - - -', 'from a.test');
    client('- - - 192.0.2.1', '(r [192.0.2.1])'.replace('r ', ''));
    client('- - - -', '(192.0.2.1)');
  });

  it('has an address of the server beside it', () => {
    const byIp = (comment: string): string => parts(`from a by b.test (${comment}); ${AT}`, 'byIp');
    assert.equal(byIp('192.0.2.1'), '192.0.2.1');
    assert.equal(byIp('[192.0.2.1]'), '192.0.2.1');
    assert.equal(byIp('[IPv6:2001:db8::1]'), '2001:db8::1');
    assert.equal(byIp('Postfix 192.0.2.1'), '-');
    assert.equal(byIp(`192.0.2.1 ${'x'.repeat(50)}`), '192.0.2.1');
    assert.equal(byIp(`192.0.2.1 ${'x'.repeat(51)}`), '-');
  });

  it('is a user of the machine itself', () => {
    const submitter = (value: string): string => parts(`${value} by b.test; ${AT}`, 'submitter');
    assert.equal(submitter('(Postfix, from userid 33)'), 'uid 33');
    assert.equal(submitter('(qmail 12 invoked by uid 99)'), 'uid 99');
    assert.equal(submitter('(qmail 12 invoked from network)'), 'network');
    assert.equal(submitter('(qmail 12 invoked for bounce)'), 'bounce');
    assert.equal(submitter('(from root@localhost)'), 'root@localhost');
    assert.equal(submitter('(x) (from root@localhost)'), 'root@localhost');
    assert.equal(submitter('(sent from root)'), '-');
    assert.equal(submitter('from a (from root@localhost)'), '-');
  });
});
