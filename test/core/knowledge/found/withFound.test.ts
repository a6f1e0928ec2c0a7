import assert from 'node:assert/strict';
import { explainText } from '../../../../src/core/knowledge/explain.ts';
import { blockListNamed, blockLists } from '../../../../src/core/knowledge/found/blockLists.ts';
import { plainValue } from '../../../../src/core/knowledge/found/plainValue.ts';
import { findIn, type ReplyFound } from '../../../../src/core/knowledge/found/replyFound.ts';
import { withFound } from '../../../../src/core/knowledge/found/withFound.ts';
import { because, type Meaning } from '../../../../src/core/knowledge/meaning.ts';

const of = (reply: string) => {
  const explanation = explainText(reply)?.explanation;
  assert.ok(explanation, reply);
  return explanation;
};
const meaning = (reply: string): string => of(reply).meaning;
/** A row that knows no list of its own. */
const row = because('blocklisted', 'It stands on a block list.', 'RFC 5782');
const texts = ({ next }: Meaning): string => next.map(({ text }) => text).join('\n');
const steps = (reply: string): string =>
  of(reply)
    .next.map(({ text }) => text)
    .join('\n');

/** All that is found in some words. */
const all = (words: string): Record<string, unknown> => {
  const found = findIn(words);
  const names = Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(found))) as (keyof ReplyFound)[];
  assert.ok(names.length > 12);
  return Object.fromEntries(
    names.map((name) => [name, found[name]]).filter(([name, value]) => value && name !== 'constructor'),
  );
};

describe('what a reply names', () => {
  it('is found in its words', () => {
    assert.deepEqual(all('host 203.0.113.80 is listed at bl.lists.test, see https://lists.test/q?203.0.113.80.'), {
      list: 'bl.lists.test',
      address: '203.0.113.80',
      link: 'https://lists.test/q?203.0.113.80',
    });
    assert.equal(findIn('[2001:db8::25] has no PTR').address, '2001:db8::25');
    assert.equal(findIn('<bob@fabrikam.test>: unknown').mailbox, 'bob@fabrikam.test');
    assert.equal(findIn('DKIM key s=key1 d=contoso.test').selector, 'key1');
    assert.equal(findIn('SPF record for contoso.test').domain, 'contoso.test');
    assert.equal(findIn('<srv1.contoso.test>: Helo command rejected').name, 'srv1.contoso.test');
    assert.equal(findIn('message size exceeds limit of 20 MB').limit, '20 MB');
    assert.equal(findIn('size 31457280 bytes').size, '31457280 bytes');
    assert.equal(findIn('no more than 500 messages per day').count, '500 messages per day');
    assert.equal(findIn('come back in 5 minutes').wait, '5 minutes');
    assert.equal(findIn('wait 00:04:30').wait, '00:04:30');
    assert.equal(findIn('blocked temporarily').forAWhile, true);
  });

  it('is not what only looks like it', () => {
    assert.deepEqual(all('error 5.7.1 of version 10.2.3'), {});
    assert.deepEqual(all('mx1.contoso.test[192.0.2.1] said'), {});
    assert.equal(findIn('permanently deferred; retrying later will not succeed').forAWhile, false);
    assert.equal(findIn('300.1.2.3 is no address').address, undefined);
    assert.equal(findIn('at 20:02:03 the host refused').address, undefined);
    assert.equal(findIn('by 2001:db8:0:0:0:0:0:25 refused').address, '2001:db8:0:0:0:0:0:25');
  });

  it('is plain and bounded', () => {
    assert.equal(plainValue('a\u0000b\n<c>`d`[e]"'), 'a b cde');
    assert.equal(plainValue('x'.repeat(500)).length, 120);
    for (const part of ['1.', '1:', 'a@', 'https://', 'blocked using ', 'size ', 'limit ', 'a.b.']) {
      all(part.repeat(20_000));
    }
  });
});

describe('an explanation', () => {
  it('names the list and the address, and asks one about the other', () => {
    const reply = '554 5.7.1 Client host [203.0.113.80] blocked using bl.lists.test';
    assert.equal(meaning(reply), '203.0.113.80 stands on the block list bl.lists.test.');
    assert.match(steps(reply), /^Ask bl\.lists\.test about 203\.0\.113\.80\.$/m);
    assert.doesNotMatch(steps(reply), /that the reply names/);
    assert.match(steps('550 Your IP is on a blacklist'), /at the list that the reply names/);
  });

  it('names the page of a list that is known', () => {
    assert.match(
      texts(withFound(row, '203.0.113.80 is listed at rbl.interserver.net')),
      /^Ask InterServer about 203\.0\.113\.80 at https:\/\/rbldata\.interserver\.net\/\.$/m,
    );
  });

  it('says whose fault a listing is, where no row of the list does', () => {
    const home = withFound(row, '203.0.113.80 is listed at dyna.spamrats.com');
    assert.equal(home.actor, 'sending admin');
    assert.match(home.meaning, /home and dynamic connections/);
    const network = withFound(row, '203.0.113.80 is listed at netbl.spameatingmonkey.net');
    assert.equal(network.actor, 'receiving admin');
    assert.match(network.meaning, /whole networks/);
    const country = withFound(row, '203.0.113.80 is listed at de.countries.nerd.dk');
    assert.deepEqual([country.actor, country.reason], ['receiving admin', 'policy-refused']);
    const closed = withFound(row, '203.0.113.80 listed at dnsbl.njabl.org');
    assert.equal(closed.actor, 'receiving admin');
    assert.match(closed.meaning, /closed/);
    const own = because('blocklisted', 'It stands there.', 'RFC 5782', { next: [] });
    assert.doesNotMatch(withFound(own, 'listed at dnsbl.njabl.org').meaning, /closed/);
  });

  it('names mailbox, domain, host, selector, name, limit and wait where it is about them', () => {
    assert.match(meaning('550 5.1.1 <bob@fabrikam.test>: user unknown'), /the reply names bob@fabrikam\.test\.$/);
    assert.match(
      meaning('553 5.7.1 <b@contoso.test>: Sender address rejected: not owned by user a@contoso.test'),
      /the reply names b@contoso\.test\.$/,
    );
    assert.match(meaning('550 SPF check failed for contoso.test'), /the reply names contoso\.test\.$/);
    assert.match(meaning('550 DKIM signature s=key1 d=contoso.test invalid'), /selector key1 of contoso\.test\.$/);
    assert.match(meaning('550 203.0.113.80 has no PTR record'), /the reply names 203\.0\.113\.80\.$/);
    assert.match(meaning('552 Message size 30000000 exceeds limit of 20000000 bytes'), /limit is 20000000 bytes/);
    assert.match(meaning('451 Greylisted, try again in 300 seconds'), /asks to wait 300 seconds\.$/);
    assert.match(meaning('450 Rate limit exceeded: 100 messages per hour'), /100 messages per hour/);
  });

  it('has the link of the reply as a step, unless a step has it already', () => {
    const reply = '550 5.7.1 203.0.113.80 has no PTR record, see https://help.contoso.test/ptr';
    assert.match(steps(reply), /^Open the page that the reply names: https:\/\/help\.contoso\.test\/ptr\.$/m);
    assert.match(steps('521 5.7.1 Zzyx https://help.contoso.test/codes'), /^Open the page .*\/codes\.$/m);
    const known = texts(withFound(row, 'at rbl.interserver.net, see https://rbldata.interserver.net/?203.0.113.80'));
    assert.equal(known.match(/rbldata/g)?.length, 1);
  });

  it('rests on words for that, never on a code alone', () => {
    assert.doesNotMatch(meaning('550 5.1.1 <bob@fabrikam.test>'), /the reply names/);
  });

  it('says that the same try may work later where the reply says that it is so for a while', () => {
    assert.equal(of('554 Your IP is temporarily blocked').retry, 'yes');
    assert.equal(of('554 Your IP is blocked').retry, 'no');
    assert.equal(of('550 Your daily limit of messages is exceeded').retry, 'yes');
    assert.equal(of('550 5.1.1 user unknown, try again later').retry, 'no');
  });
});

describe('block lists', () => {
  it('are found by the longest zone that a name lies in', () => {
    assert.equal(blockListNamed('2.0.0.127.dyna.spamrats.com')?.kind, 'home');
    assert.equal(blockListNamed('other.spamrats.com')?.kind, 'mixed');
    assert.equal(blockListNamed('contoso.test'), undefined);
    assert.equal(blockListNamed('spamrats.com.contoso.test'), undefined);
  });

  it('have zones of their own', () => {
    assert.equal(new Set(blockLists.map(({ zone }) => zone)).size, blockLists.length);
    for (const { zone } of blockLists) assert.equal(zone, zone.toLowerCase());
  });
});
