import assert from 'node:assert/strict';
import { covers, digestOf } from '../../../src/core/mail/reports/aggregateDigest.ts';
import type {
  CheckedDomain,
  DmarcReport,
  DmarcRow,
  TlsReport,
} from '../../../src/core/mail/reports/aggregateReports.ts';
import { type AggregateFindings, findingsOf } from '../../../src/core/verdict/aggregateFindings.ts';

const row = (
  sourceIp: string,
  result: 'pass' | 'fail',
  checked: readonly CheckedDomain[] = [],
  more = {},
): DmarcRow => ({
  sourceIp,
  count: 2,
  disposition: 'none',
  dkim: result,
  spf: 'fail',
  reasons: [],
  checked,
  ...more,
});

const spf = (domain: string, result: string): CheckedDomain => ({ method: 'spf', domain, result });
const dkim = (domain: string, result: string): CheckedDomain => ({ method: 'dkim', domain, result });

const dmarc = (...rows: readonly DmarcRow[]): AggregateFindings => {
  const report: DmarcReport = {
    kind: 'dmarc',
    organisation: 'Northwind',
    domain: 'contoso.test',
    policy: { p: 'none' },
    errors: [],
    rows,
    unread: 0,
  };
  return findingsOf(digestOf(report));
};

const tls = (type: string, result: string, exchangers: readonly string[], host: string): AggregateFindings => {
  const report: TlsReport = {
    kind: 'tls',
    organisation: 'Northwind',
    policies: [
      {
        type,
        domain: 'contoso.test',
        successes: 97,
        failures: 3,
        exchangers,
        details: [{ result, sessions: 3, receivingHost: host }],
        unread: 0,
      },
    ],
    unread: 0,
  };
  return findingsOf(digestOf(report));
};

describe('what a DMARC report found', () => {
  const good = row('192.0.2.1', 'pass');

  it('asks nothing of anybody where all passes', () => {
    assert.deepEqual(dmarc(good), { words: 'All 2 messages that it counts pass DMARC.', steps: [] });
    assert.deepEqual(dmarc(), { words: 'It counts no message.', steps: [] });
  });

  it('takes a source for the domain’s own by its neighbours, by strict alignment and by who sends for many', () => {
    const told = (source: DmarcRow): string => dmarc(good, source).words;
    const beside = dmarc(good, row('192.0.2.77', 'fail'));
    assert.match(
      beside.words,
      /^Of 4 messages, 2 fail DMARC \(the policy is p=none\)\. 2 messages from 192\.0\.2\.77 fail, probably yours: other mail from there passes\./,
    );
    assert.match(beside.steps.join(), /192\.0\.2\.77: let it sign for contoso\.test/);
    assert.match(
      told(row('203.0.113.9', 'fail', [spf('mail.contoso.test', 'pass')])),
      /probably yours: SPF or DKIM passed for mail\.contoso\.test, which strict/,
    );
    assert.match(
      told(row('203.0.113.9', 'fail', [dkim('sendgrid.net', 'pass')])),
      /probably yours: it was sent through/,
    );
    assert.match(told(row('2001:db8::5', 'fail')), /ties it to you/);
    assert.match(dmarc(row('2001:db8:0:0:1::1', 'pass'), row('2001:db8::5', 'fail')).words, /probably yours/);
  });

  it('does not call a forger, a forwarder or a stranger the domain’s own', () => {
    for (const [source, words] of [
      [row('203.0.113.9', 'fail'), /nothing in the report ties it to you/],
      [row('203.0.113.9', 'fail', [spf('contoso.test', 'fail')]), /envelope sender is of contoso\.test as well/],
      [row('203.0.113.9', 'fail', [], { reasons: ['forwarded: x'] }), /was passed on/],
      [row('203.0.113.9', 'fail', [], { reasons: ['local_policy: arc=pass as[1].d=a.test'] }), /was passed on/],
      [
        row('203.0.113.9', 'fail', [dkim('contoso.test', 'fail'), spf('fabrikam.test', 'pass')]),
        /signed for contoso\.test, and the signature fails/,
      ],
      [row('203.0.113.9', 'fail', [spf('fabrikam.test', 'pass')]), /passed for fabrikam\.test only/],
    ] as const) {
      const { words: told } = dmarc(good, source);
      assert.match(told, words);
      assert.doesNotMatch(told, /probably/, told);
    }
  });

  it('names those that are probably its own first, five in all, and counts the others', () => {
    const strangers = Array.from({ length: 7 }, (_, i) => row(`203.0.113.${i}`, 'fail', [], { count: 50 }));
    const { words } = dmarc(good, ...strangers, row('192.0.2.9', 'fail', [], { count: 1 }));
    assert.match(words, /p=none\)\. 1 message from 192\.0\.2\.9 fails/);
    assert.match(words, /3 further addresses fail\.$/);
    assert.equal(words.match(/203\.0\.113/g)?.length, 4);
  });
});

describe('what a TLS report found', () => {
  it('names an exchanger that the policy does not cover', () => {
    const told = tls('sts', 'validation-failure', ['mx1.contoso.test', '*.mail.contoso.test'], 'MX2.contoso.test');
    assert.equal(
      told.words,
      'Of 100 connections, 3 failed. 3 connections to mx2.contoso.test failed with validation-failure; the MTA-STS policy of contoso.test does not cover mx2.contoso.test.',
    );
    assert.match(told.steps.join(), /^Add mx2\.contoso\.test to the MTA-STS policy/);
    for (const [type, host] of [
      ['sts', 'a.mail.contoso.test'],
      ['tlsa', 'mx2.contoso.test'],
      ['sts', '192.0.2.1'],
    ] as const)
      assert.doesNotMatch(tls(type, 'certificate-expired', ['*.mail.contoso.test'], host).words, /cover/);
  });

  it('says what to do about each type of failure', () => {
    assert.match(tls('tlsa', 'certificate-expired', [], 'mx.contoso.test').steps.join(), /renew it/);
    assert.deepEqual(tls('tlsa', 'new-word', [], 'mx.contoso.test').steps, []);
  });

  it('takes the star of a policy for one label', () => {
    assert.deepEqual(
      ['a.contoso.test', 'a.b.contoso.test', 'contoso.test'].map((host) => covers('*.contoso.test', host)),
      [true, false, false],
    );
    assert.ok(covers('MX.contoso.test', 'mx.contoso.test.'));
  });
});

describe('what reports count', () => {
  const report = (more: Partial<DmarcReport>): DmarcReport => ({
    kind: 'dmarc',
    organisation: 'Northwind',
    domain: 'contoso.test',
    policy: {},
    errors: [],
    rows: [],
    unread: 0,
    ...more,
  });
  const words = (more: Partial<DmarcReport>): string => findingsOf(digestOf(report(more))).words;

  it('is told of one message and of many, without a policy where none is named', () => {
    const one = (result: 'pass' | 'fail', count: number): DmarcRow => row('203.0.113.9', result, [], { count });
    assert.equal(words({ rows: [one('pass', 1)] }), 'The one message that it counts passes DMARC.');
    assert.match(
      words({ rows: [one('fail', 1)] }),
      /^Of 1 message, none passes DMARC\. 1 message from 203\.0\.113\.9 fails/,
    );
    assert.match(words({ rows: [one('fail', 1), one('pass', 2)] }), /^Of 3 messages, 1 fails DMARC\. /);
    assert.match(
      words({ rows: [one('fail', 2), one('pass', 1)], policy: { p: 'reject' } }),
      /^Of 3 messages, 2 fail DMARC \(the policy is p=reject\)\. /,
    );
  });

  it('is added up by address, with what ties the address to the domain most', () => {
    const found = words({
      rows: [
        row('203.0.113.9', 'fail'),
        row('203.0.113.9', 'fail', [spf('mail.contoso.test', 'pass')], { count: 3 }),
        row('198.51.100.7', 'fail', [], { count: 9 }),
      ],
    });
    assert.match(
      found,
      /^Of 14 messages, none passes DMARC\. 5 messages from 203\.0\.113\.9 fail, probably yours: .* 9 messages from 198\.51\.100\.7 fail/s,
    );
  });

  it('has three errors of the receiver, and counts the others', () => {
    const errors = ['a', 'b', 'c', 'd', 'e'];
    const said = 'The receiver met an error: “a”. The receiver met an error: “b”. The receiver met an error: “c”.';
    assert.equal(words({ errors: errors.slice(0, 3) }), `It counts no message. ${said}`);
    assert.equal(words({ errors }), `It counts no message. ${said} It names 2 more.`);
  });

  it('has failures of TLS without details, and kinds that are not listed', () => {
    const policy = (domain: string, failures: number, results: readonly string[]): TlsReport['policies'][number] => ({
      type: 'sts',
      domain,
      successes: 1,
      failures,
      exchangers: [],
      details: results.map((result) => ({ result, sessions: 1 })),
      unread: 0,
    });
    const told = (...policies: readonly TlsReport['policies'][number][]): string =>
      findingsOf(digestOf({ kind: 'tls', organisation: 'Northwind', policies, unread: 0 })).words;
    assert.match(
      told(policy('contoso.test', 2, [])),
      /^Of 3 connections, 2 failed\. .*contoso\.test.* without a reason that it names/s,
    );
    assert.equal(told(policy('contoso.test', 0, [])), 'All 1 connections that it counts worked.');
    const many = Array.from({ length: 12 }, (_, i) => `result-${i}`);
    const listed = (count: number): string | undefined =>
      /There are failures of .*/.exec(told(policy('contoso.test', count, many.slice(0, count))))?.[0];
    const most = many.findIndex((_, i) => listed(i + 1) !== undefined);
    assert.ok(most > 0);
    assert.equal(listed(most + 1), 'There are failures of 1 more kind.');
    assert.equal(listed(most + 2), 'There are failures of 2 more kinds.');
  });
});
