import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { readNetworks } from '../../../src/core/trace/networks.ts';
import { createRecordingResolver } from '../../../src/message/verify/resolver.ts';
import { checkSpf } from '../../../src/message/verify/spfCheck.ts';
import { type FakeZone, fakePorts } from '../../probes/fakePorts.ts';

const ZONE: FakeZone = {
  'contoso.test TXT': ['"v=spf1 ip4:192.0.2.1 ip4:203.0.113.9 -all"'],
  'mail.contoso.test TXT': ['"v=spf1 a -all"'],
  'mail.contoso.test A': ['8.8.4.4'],
  'soft.test TXT': ['"v=spf1 ~all"'],
  'neutral.test TXT': ['"v=spf1 ?all"'],
  'broken.test TXT': ['"v=spf1 ip4:8.8.4.4/99 -all"'],
  'late.test TXT': 'TIMEOUT',
  'chain.test TXT': ['"v=spf1 include:failing.test include:late.test -all"'],
  'failing.test TXT': 'SERVFAIL',
  'none.test A': ['8.8.4.4'],
  'google.test TXT': ['"v=spf1 ip4:8.8.4.4 -all"'],
};

const checked = (header: string, networks: readonly string[] = []) => {
  const text = `${header}From: a@contoso.test\n\nx\n`;
  const resolver = createRecordingResolver(fakePorts(ZONE).resolve, new AbortController().signal);
  return checkSpf(readMessage(text, new Lines(text), 0, text.length), readNetworks(networks), resolver);
};
const hop = (ip: string, more = '', host = 'mail.contoso.test'): string =>
  `Received: from ${host} (${host} [${ip}]) by mx.fabrikam.test with ESMTP id 1${more}; Fri, 20 Nov 2026 10:00:00 +0000\n`;
const path = (address: string): string => `Return-Path: <${address}>\n`;

describe('SPF', () => {
  it('comes to what the record of the sender says (RFC 7208 2.6)', async () => {
    for (const [domain, result] of [
      ['google.test', 'pass'],
      ['contoso.test', 'fail'],
      ['soft.test', 'softfail'],
      ['neutral.test', 'neutral'],
      ['none.test', 'none'],
      ['broken.test', 'permerror'],
      ['late.test', 'unchecked'],
    ] as const) {
      const found = await checked(path(`a@${domain}`) + hop('8.8.4.4'));
      assert.deepEqual([found.result, found.domain, found.identity], [result, domain, 'mailfrom'], domain);
      const record = ZONE[`${domain} TXT`];
      assert.equal(found.record, typeof record === 'object' ? record[0]?.slice(1, -1) : undefined, domain);
    }
  });

  it('tells why there is no result', async () => {
    const why = async (...given: Parameters<typeof checked>) =>
      (await checked(...given)).findings.map(({ code, data }) => [code, ...Object.values(data)].join(' '));
    assert.deepEqual(await why(path('a@late.test') + hop('8.8.4.4')), ['spf-unanswered late.test TXT TIMEOUT']);
    assert.deepEqual(await why(path('a@chain.test') + hop('8.8.4.4')), ['spf-unanswered failing.test TXT SERVFAIL']);
    assert.deepEqual(await why(path('a@google.test')), ['spf-no-address']);
    assert.deepEqual(await why(hop('8.8.4.4')), ['spf-no-sender']);
    // The null sender stands for the name of HELO, which nobody noted.
    const nameless = `${path('')}Received-SPF: pass (x) client-ip=8.8.4.4; xhelo=m.test\n`;
    assert.deepEqual(await why(nameless), ['spf-no-sender']);
    for (const header of [path('a@google.test'), hop('8.8.4.4'), nameless, path('a@chain.test') + hop('8.8.4.4')])
      assert.equal((await checked(header)).result, 'unchecked');
    assert.deepEqual(await why(path('a@google.test') + hop('8.8.4.4')), []);
    const [error] = await why(path('a@broken.test') + hop('8.8.4.4'));
    assert.match(error ?? '', /^spf-error ./);
    assert.doesNotMatch(error ?? '', /during lookup|permanent error/);
  });

  it('goes by the name of HELO where the sender is the null one (RFC 7208 2.4)', async () => {
    const found = await checked(path('') + hop('8.8.4.4'));
    assert.deepEqual(
      [found.identity, found.domain, found.helo, found.result],
      ['helo', 'mail.contoso.test', 'mail.contoso.test', 'pass'],
    );
    assert.equal((await checked(path('"a@b"@google.test') + hop('8.8.4.4'))).domain, 'google.test');
    assert.equal((await checked(path('A@Google.Test.') + hop('8.8.4.4'))).domain, 'google.test');
  });

  it('goes by the address that the outermost own server recorded', async () => {
    for (const [header, networks, ip] of [
      [hop('8.8.4.4'), [], '8.8.4.4'],
      [hop('10.0.0.1') + hop('8.8.4.4'), [], '8.8.4.4'],
      [hop('8.8.8.8') + hop('8.8.4.4'), ['8.8.8.0/24'], '8.8.4.4'],
      // Between servers of the receiver, unless it says which networks are its own.
      [hop('1.1.1.1', '', 'in.fabrikam.test') + hop('8.8.4.4'), [], '8.8.4.4'],
      [hop('1.1.1.1', '', 'in.fabrikam.test') + hop('8.8.4.4'), ['9.9.9.9'], '1.1.1.1'],
      [`X-${hop('1.1.1.1')}${hop('8.8.4.4')}`, ['9.9.9.9'], '8.8.4.4'],
      [hop('8.8.8.8') + hop('8.8.4.4'), ['9.9.9.0/24'], '8.8.8.8'],
      [hop('8.8.8.8') + hop('8.8.4.4'), ['8.8.8.0/24', '8.8.4.4'], undefined],
      [hop('10.0.0.1'), [], undefined],
    ] as const) {
      const found = await checked(path('a@google.test') + header, networks);
      assert.deepEqual(
        [found.ip, found.recordedIn, found.recordedBy],
        ip === undefined ? [undefined, undefined, undefined] : [ip, 'Received', 'mx.fabrikam.test'],
        header,
      );
    }
  });

  it('goes by Received-SPF where no Received is left (RFC 7208 9.1)', async () => {
    for (const [words, ip, helo, by] of [
      ['client-ip=8.8.4.4; helo=m.test; receiver=mx.test;', '8.8.4.4', 'm.test', 'mx.test'],
      ['receiver="mx.test"; client-ip="8.8.4.4"; helo="m.test"', '8.8.4.4', 'm.test', 'mx.test'],
      ['client-ip=2a00:1450::1;', '2a00:1450::1', undefined, undefined],
      ['client-ip=10.0.0.1; helo=m.test;', undefined, undefined, undefined],
      ['x-client-ip: none', undefined, undefined, undefined],
    ] as const) {
      const found = await checked(`${path('a@google.test')}Received-SPF: pass (x) ${words}\n`);
      assert.deepEqual([found.ip, found.helo, found.recordedBy], [ip, helo, by], words);
      assert.equal(found.recordedIn, ip && 'Received-SPF');
    }
  });

  it('goes by the sender of the field that is nearest to the receiver', async () => {
    const results = (words: string): string => `Authentication-Results: mx.fabrikam.test; ${words}\n`;
    for (const [header, field, domain] of [
      [path('a@google.test') + hop('8.8.4.4', ' (envelope-from <b@soft.test>)'), 'Return-Path', 'google.test'],
      [`Return-Path: a@google.test\n${hop('8.8.4.4')}`, 'Return-Path', 'google.test'],
      [hop('8.8.4.4', ' (envelope-from <b@soft.test>)'), 'Received', 'soft.test'],
      [results('spf=pass smtp.mailfrom=b@soft.test') + hop('8.8.4.4'), 'Authentication-Results', 'soft.test'],
      [
        results('spf=pass smtp.mailfrom=b@soft.test; spf=pass smtp.mailfrom=c@none.test') + hop('8.8.4.4'),
        'Authentication-Results',
        'soft.test',
      ],
      [results('spf=pass smtp.mail=b@soft.test') + hop('8.8.4.4'), 'Authentication-Results', 'soft.test'],
      [results('dkim=pass header.mailfrom=b@soft.test') + hop('8.8.4.4'), undefined, ''],
      [`${hop('8.8.4.4')}Received-SPF: pass (x) envelope-from="<b@soft.test>";\n`, 'Received-SPF', 'soft.test'],
      [`${hop('8.8.4.4')}Received-SPF: pass (x) Envelope-From=b@soft.test;\n`, 'Received-SPF', 'soft.test'],
    ] as const) {
      const found = await checked(header);
      assert.deepEqual([found.senderFrom, found.domain], [field, domain], header);
    }
  });
});
