import assert from 'node:assert/strict';
import { badgesOf } from '../../../../src/core/features/page/badges.ts';
import type { Verified } from '../../../../src/core/features/page/page.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const RECEIVED =
  'Received: from out.b.test (out.b.test [198.51.100.2]) by mx.c.test with ESMTP id 1; Fri, 20 Nov 2026 10:00:00 +0000\n';
const results = (value: string): string => `Authentication-Results: ${value}\n`;
const ours = (method: string, result: string, about?: string): Verified =>
  ({ method, result, ...(about !== undefined && { about }) }) as unknown as Verified;

/** Each badge as `METHOD claimed tone about line: what it rests on`. */
function badges(header: string, expected: readonly string[], verified: readonly Verified[] = []): void {
  const { text, lines, blocks } = readTicket(`${header}From: a@a.test\n\nx\n`, 'message');
  const [message] = blocks;
  assert.ok(message?.kind === 'message');
  assert.deepEqual(
    badgesOf(text, lines, message, verified).map(
      ({ method, claimed, tone, about, line, rests }) =>
        `${[method, claimed, tone, about, line].map((one) => one ?? '-').join(' ')}: ${rests.join(' ')}`,
    ),
    expected,
    header,
  );
}

const OWN = 'Claimed by mx.c.test, the receiver’s own.';

describe('what is known of the sender', () => {
  it('is what the receiver found, method by method', () =>
    badges(
      `${results('mx.c.test; dmarc=softfail header.from=a.test; dkim=fail header.d=b.test; spf=pass smtp.mailfrom=b.test')}${RECEIVED}`,
      [
        `SPF pass good b.test 0: ${OWN}`,
        `DKIM fail failed b.test 0: ${OWN}`,
        `DMARC softfail waiting a.test 0: ${OWN}`,
      ],
    ));
  it('has a tone by the result', () => {
    const tone = (word: string, result: string): void =>
      badges(`${results(`mx.c.test; spf=${result} smtp.mailfrom=b.test`)}${RECEIVED}`, [
        `SPF ${result} ${word} b.test 0: ${OWN}`,
      ]);
    for (const result of ['pass', 'bestguesspass']) tone('good', result);
    for (const result of ['fail', 'hardfail', 'permerror']) tone('failed', result);
    for (const result of ['softfail', 'temperror']) tone('waiting', result);
    for (const result of ['none', 'neutral', 'policy']) tone('note', result);
  });
  it('says who claims it, and is no good news where the receiver does not', () => {
    const spf = (server: string): string => results(`${server}; spf=pass smtp.mailfrom=b.test`);
    const claim = (header: string, line: number, words: string): void =>
      badges(header, [`SPF pass note b.test ${line}: Claimed by ${words}.`]);
    claim(spf('filter.d.test') + RECEIVED, 0, 'filter.d.test, which is not one of the receiver’s servers');
    claim(RECEIVED + spf('mx.b.test'), 1, 'mx.b.test before the message came in: the sender could have written it');
    claim(spf('mx.b.test'), 0, 'mx.b.test; no hop shows whose server that is');
    claim(
      `${RECEIVED}ARC-Authentication-Results: i=1; mx.b.test; spf=pass smtp.mailfrom=b.test\n`,
      1,
      'mx.b.test, in an ARC set',
    );
    badges(RECEIVED + spf('mx.b.test').replace('pass', 'fail'), [
      'SPF fail failed b.test 1: Claimed by mx.b.test before the message came in: the sender could have written it.',
    ]);
    const unnamed = 'Claimed by the receiver’s server, which gives no name.';
    badges(
      `${results('spf=pass smtp.mailfrom=b.test; compauth=fail reason=001')}Received: from out.b.test (198.51.100.2) by AM0.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP Server id 15.20; Fri, 20 Nov 2026 10:00:00 +0000\n`,
      [`SPF pass good b.test 0: ${unnamed}`, `compauth fail failed - 0: ${unnamed}`],
    );
  });
  it('is the receiver’s alone where that found something', () =>
    badges(
      `${results('mx.c.test; spf=fail smtp.mailfrom=b.test')}${RECEIVED}${results('mx.b.test; spf=pass smtp.mailfrom=b.test')}`,
      [`SPF fail failed b.test 0: ${OWN}`],
    ));
  it('has the same result for the same domain once, and three of a method', () => {
    badges(
      `${results('mx.c.test; dkim=pass header.d=b.test; dkim=pass header.d=b.test; dkim=pass header.i=@b.test; dkim=fail header.d=b.test')}${RECEIVED}`,
      [`DKIM pass good b.test 0: ${OWN}`, `DKIM fail failed b.test 0: ${OWN}`],
    );
    const many = (count: number, more: string): void => {
      const all = Array.from({ length: count }, (_, i) => `dkim=pass header.d=d${i}.test`);
      badges(`${results(['mx.c.test', ...all].join('; '))}${RECEIVED}`, [
        `DKIM pass good d0.test 0: ${OWN}`,
        `DKIM pass good d1.test 0: ${OWN}`,
        `DKIM pass good d2.test 0: ${OWN}${more}`,
      ]);
    };
    many(3, '');
    many(4, ' One more result is in the message and not shown here.');
    many(5, ' 2 more results are in the message and not shown here.');
  });
  it('is what Received-SPF says where there is no other result', () => {
    badges(`${RECEIVED}Received-SPF: Pass (ok) client-ip=198.51.100.2; receiver=mx.c.test;\n`, [
      'SPF pass good - 1: Claimed by mx.c.test in Received-SPF.',
    ]);
    badges(`${RECEIVED}Received-SPF: softfail\n`, [
      'SPF softfail waiting - 1: Claimed by a server without a name in Received-SPF.',
    ]);
    badges(`${RECEIVED}Received-SPF: 7\n`, []);
    badges(`${RECEIVED}X-Received-SPF: pass\n`, []);
    badges(`${results('mx.c.test; spf=fail smtp.mailfrom=b.test')}${RECEIVED}Received-SPF: pass\n`, [
      `SPF fail failed b.test 0: ${OWN}`,
    ]);
  });
  it('is what the newest seal says of the chain before it', () => {
    const seal = (rest: string): string => `ARC-Seal: ${rest}; s=s; b=AA\n`;
    badges(RECEIVED + seal('i=1; cv=none; d=b.test'), ['ARC sealed note - 1: Claimed by b.test, the only seal.']);
    badges(RECEIVED + seal('i=1; cv=none; d=b.test') + seal('i=2; cv=pass; d=c.test'), [
      'ARC pass good - 2: Claimed by c.test, the newest of 2 seals.',
    ]);
    badges(RECEIVED + seal('i=2; cv=pass; d=c.test') + seal('i=1; cv=none; d=b.test'), [
      'ARC pass good - 1: Claimed by c.test, the newest of 2 seals.',
    ]);
    badges(RECEIVED + seal('i=1; cv=fail'), [
      'ARC fail failed - 1: Claimed by a server without a name, the only seal.',
    ]);
  });
});

describe('what was verified by us', () => {
  const spf = `${results('mx.c.test; spf=pass smtp.mailfrom=b.test')}${RECEIVED}`;
  it('goes before what is claimed, and says where that differs', () => {
    badges(spf, [`SPF pass good b.test 0: ${OWN} Verified by us: pass.`], [ours('spf', 'pass', 'b.test')]);
    badges(
      spf,
      [`SPF pass failed b.test 0: ${OWN} Verified by us: fail, which differs.`],
      [ours('spf', 'fail', 'b.test')],
    );
    badges(spf, [`SPF pass good b.test 0: ${OWN} We could not verify it.`], [ours('spf', 'unchecked', 'b.test')]);
    badges(
      spf,
      [`SPF pass failed b.test 0: ${OWN} Verified by us: fail, which differs.`],
      [ours('spf', 'fail', 'x.test')],
    );
    badges(
      `${RECEIVED}Received-SPF: pass receiver=mx.c.test\n`,
      ['SPF pass failed - 1: Claimed by mx.c.test in Received-SPF. Verified by us: fail, which differs.'],
      [ours('spf', 'fail', 'b.test')],
    );
  });
  it('stands beside the claim for the same domain where there are several', () =>
    badges(
      `${results('mx.c.test; dkim=pass header.d=b.test; dkim=pass header.d=c.test')}${RECEIVED}`,
      [`DKIM pass good b.test 0: ${OWN}`, `DKIM pass failed c.test 0: ${OWN} Verified by us: fail, which differs.`],
      [ours('dkim', 'fail', 'c.test'), ours('dkim', 'pass', 'z.test')],
    ));
  it('stands alone where nothing is claimed', () => {
    badges(
      RECEIVED,
      ['SPF - failed - -: Verified by us: fail.', 'DKIM - good b.test -: Verified by us: pass.'],
      [ours('dkim', 'pass', 'b.test'), ours('spf', 'fail')],
    );
    badges(
      RECEIVED,
      [
        'DKIM - good d0.test -: Verified by us: pass.',
        'DKIM - good d1.test -: Verified by us: pass.',
        'DKIM - good d2.test -: Verified by us: pass. 2 more results are in the message and not shown here.',
      ],
      Array.from({ length: 5 }, (_, i) => ours('dkim', 'pass', `d${i}.test`)),
    );
  });
});
