import assert from 'node:assert/strict';
import { createHash, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AuthenticationResult } from '../../../src/message/verify/authentication.ts';
import { type VerifyOptions, verifyMessage } from '../../../src/message/verify/verifyMessage.ts';
import { renderAuthentication } from '../../../src/report/authenticationReport.ts';
import { type FakeZone, fakePorts } from '../../probes/fakePorts.ts';
import { digest } from '../../support/held.ts';
import { variants } from '../../support/variants.ts';
import { corpusZone } from '../corpusZone.ts';
import { held } from '../held.ts';
import { keyName, makeEd25519Signer, makeSigner, type Signer, seal, sign, signatureOf, zoneText } from '../signed.ts';

const never = new AbortController().signal;

async function verified(
  text: string | Buffer,
  zone: FakeZone,
  options: VerifyOptions & { readonly line?: number; readonly signal?: AbortSignal } = {},
): Promise<AuthenticationResult> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const source = { bytes, line: options.line ?? 0, start: 'message', from: 'file' } as const;
  const result = await verifyMessage(source, fakePorts(zone), options, options.signal ?? never);
  const others = [...variants({ ...result, answers: [] })].map((other) =>
    renderAuthentication(other as AuthenticationResult),
  );
  held(`verified ${result.subject}`, [renderAuthentication(result), digest(others), { ...result, answers: [] }]);
  return result;
}

const codes = (result: AuthenticationResult): readonly string[] =>
  result.dkim.flatMap(({ findings }) => findings.map(({ code }) => code));

const contoso = makeSigner('contoso.test');
const list = makeSigner('lists.litware.test');
const ed = makeEd25519Signer('contoso.test');

const zone: FakeZone = {
  [keyName(contoso)]: [contoso.record],
  [keyName(list)]: [list.record],
  [keyName(ed)]: [ed.record],
  'contoso.test TXT': ['"v=spf1 ip4:192.0.2.1 -all"'],
  '_dmarc.contoso.test TXT': ['"v=DMARC1; p=reject"'],
  'contoso.test A': ['192.0.2.1'],
};

const received = [
  'Return-Path: <alice@contoso.test>',
  'Received: from mail.contoso.test (mail.contoso.test [192.0.2.1])',
  '\tby mx.fabrikam.test with ESMTPS id 1234; Fri, 20 Nov 2026 10:00:00 +0000',
  '',
].join('\r\n');

const header = [
  'From: Alice <alice@contoso.test>',
  'To: bob@fabrikam.test',
  'Subject: Re: the order',
  'Date: Fri, 20 Nov 2026 10:00:00 +0000',
  'Message-ID: <1@contoso.test>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
].join('\r\n');

const body =
  'Hello Bob,\r\n\r\nthe order  is on its way. \r\n.hidden\r\n\r\nFrom here on it is ours.\r\n-- \r\nAlice\r\n';
const plain = `${header}\r\n${body}`;

const signedBy = async (signer: Signer, options = {}, message = plain): Promise<string> =>
  received + (await sign(message, signer, options));

/** The message with its body changed behind the signer. */
const withBody = (message: string, change: (body: string) => string): string => {
  const at = message.indexOf('\r\n\r\n') + 4;
  return message.slice(0, at) + change(message.slice(at));
};

describe('a message that is as it was signed', () => {
  it('passes DKIM, SPF and DMARC', async () => {
    const result = await verified(await signedBy(contoso), zone);
    assert.deepEqual(
      [result.dkim.map(({ result: one }) => one), result.spf.result, result.dmarc.result, result.arc.result],
      [['pass'], 'pass', 'pass', 'none'],
    );
    assert.deepEqual(codes(result), []);
    assert.equal(result.spf.ip, '192.0.2.1');
    assert.match(renderAuthentication(result).at(-1) ?? '', /contoso\.test is the author's domain/);
  });

  it('passes with every canonicalization, and with Ed25519', async () => {
    for (const canonicalization of ['simple/simple', 'relaxed/simple', 'simple/relaxed']) {
      assert.equal((await verified(await signedBy(contoso, { canonicalization }), zone)).dkim[0]?.result, 'pass');
    }
    assert.equal((await verified(await signedBy(ed), zone)).dkim[0]?.result, 'pass');
  });

  it('passes when the file was saved with LF, and the report says so', async () => {
    const result = await verified((await signedBy(contoso)).replaceAll('\r\n', '\n'), zone);
    assert.equal(result.dkim[0]?.result, 'pass');
    assert.equal(result.source.lineEnds, 'lf');
    assert.match(renderAuthentication(result).join('\n'), /lines end in LF here and were checked with CR LF/);
  });

  it('passes in 8bit, its bytes untouched', async () => {
    const latin1 = Buffer.from(plain.replace('Hello', 'Gr\xfc\xdfe'), 'latin1').toString('latin1');
    const bytes = Buffer.from(latin1, 'latin1');
    const signatures = await signatureOf(bytes, contoso);
    const result = await verified(Buffer.concat([Buffer.from(received + signatures), bytes]), zone);
    assert.equal(result.dkim[0]?.result, 'pass');
  });

  it('is found in an mbox by the line of the cursor', async () => {
    const one = await signedBy(contoso);
    const mbox = `From a@b.test Fri Nov 20 10:00:00 2026\n${plain.replaceAll('\r\n', '\n')}\nFrom a@b.test Fri Nov 20 10:00:00 2026\n${one.replaceAll('\r\n', '\n')}\n`;
    assert.equal((await verified(mbox, zone)).dkim.length, 0);
    const second = mbox.slice(0, mbox.lastIndexOf('Return-Path')).split('\n').length;
    assert.equal((await verified(mbox, zone, { line: second })).dkim[0]?.result, 'pass');
  });

  it('is found inside a message/rfc822 part', async () => {
    const outer = 'From: x@y.test\r\nContent-Type: message/rfc822\r\n\r\n';
    const result = await verified(outer + (await signedBy(contoso)), zone, { line: 6 });
    assert.equal(result.dkim[0]?.result, 'pass');
  });
});

describe('a body that was changed', () => {
  const explained = async (change: (body: string) => string, options = {}, message = plain) => {
    const result = await verified(withBody(await signedBy(contoso, options, message), change), zone);
    assert.equal(result.dkim[0]?.result, 'fail');
    return result.dkim[0]?.findings ?? [];
  };

  it('is explained by a footer, of which it tells the start', async () => {
    const [first, second] = await explained((text) => `${text}____\r\nlists mailing list\r\nhttp://lists.test/\r\n`);
    assert.equal(first?.code, 'body-cut');
    assert.deepEqual(first?.data, { lines: '3', text: 'lists mailing list' });
    assert.equal(second?.code, 'header-genuine');
  });

  const cases: readonly (readonly [string, string, (body: string) => string, object?])[] = [
    ['a warning on top', 'body-top-added', (text) => `CAUTION: external mail\r\n\r\n${text}`],
    ['dots doubled', 'body-dots', (text) => text.replace('\r\n.hidden', '\r\n..hidden')],
    ['From quoted', 'body-from-quoting', (text) => text.replace('\r\nFrom ', '\r\n>From ')],
    [
      'blanks added',
      'body-trailing-blanks',
      (text) => text.replace('Bob,', 'Bob, '),
      { canonicalization: 'relaxed/simple', message: plain.replace('way. ', 'way.').replace('-- ', '--') },
    ],
    [
      'the blank of the signature line stripped',
      'body-trailing-blanks',
      (text) => text.replace('-- \r\n', '--\r\n'),
      { canonicalization: 'relaxed/simple' },
    ],
    ['a lone CR put into a line', 'body-line-ends', (text) => text.replace('Hello', 'Hel\rlo')],
    ['something else', 'body-changed', (text) => text.replace('order', 'border')],
    [
      'links rewritten',
      'body-links-rewritten',
      (text) => `${text.replace('order', 'https://eu.safelinks.protection.outlook.com/?url=x')}`,
    ],
  ];
  for (const [name, code, change, options] of cases) {
    it(`is explained: ${name}`, async () => {
      const { message = plain, ...rest } = (options ?? {}) as { message?: string };
      assert.equal((await explained(change, rest, message))[0]?.code, code);
    });
  }

  it('proves nothing where an empty one was signed: without all its text anything fits', async () => {
    for (const canonicalization of ['relaxed/relaxed', 'relaxed/simple']) {
      for (const empty of [`${header}\r\n`, `${header}\r\n\r\n`]) {
        const findings = await explained(() => 'CAUTION\r\n\r\n\r\n', { canonicalization }, empty);
        assert.deepEqual(
          findings.map(({ code }) => code),
          ['body-signed-empty', 'header-genuine'],
        );
      }
    }
  });

  it('is explained by a change of the character set', async () => {
    const message = plain.replace('Hello', 'Gr\u00fc\u00dfe');
    const signatures = await signatureOf(Buffer.from(message, 'latin1'), contoso);
    const result = await verified(signatures + message, zone);
    assert.equal(result.dkim[0]?.findings[0]?.code, 'body-charset');
  });

  it('is explained by a conversion from 8bit to quoted-printable', async () => {
    const eight = plain
      .replace('Hello', 'Gr\u00fc\u00dfe')
      .replace('MIME-Version', 'Content-Transfer-Encoding: 8bit\r\nMIME-Version');
    const message = withBody(await signedBy(contoso, {}, eight), (text) =>
      text
        .replace('\u00fc', '=C3=BC')
        .replace('\u00df', '=C3=9F')
        .replace('it is ours', 'it =\r\nis ours')
        .replace('way. ', 'way.=20'),
    ).replace('Encoding: 8bit', 'Encoding: quoted-printable');
    const result = await verified(message, zone);
    assert.deepEqual(codes(result).slice(0, 2), ['body-quoted-printable', 'header-encoding-changed']);
  });

  const multipart = [
    'From: alice@contoso.test',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain',
    '',
    'First.',
    'Second.',
    '--b1',
    'Content-Type: text/html',
    '',
    '<p>First.</p>',
    '--b1--',
    '',
  ].join('\r\n');

  it('is explained by a footer inside a part', async () => {
    const found = await explained(
      (text) => text.replace('Second.\r\n', 'Second.\r\n___\r\nUnsubscribe here\r\n'),
      {},
      multipart,
    );
    assert.deepEqual(found[0], { code: 'body-footer-in-part', data: { lines: '2', text: 'Unsubscribe here' } });
  });

  it('is explained by a part that was added', async () => {
    const found = await explained(
      (text) => text.replace('--b1--', '--b1\r\nContent-Type: text/plain\r\n\r\nFooter of the list\r\n--b1--'),
      {},
      multipart,
    );
    assert.equal(found[0]?.code, 'body-part-added');
  });

  it('is explained by a new multipart around it', async () => {
    const found = await explained(
      (text) =>
        `--new\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--new\r\nContent-Type: text/plain\r\n\r\nFooter\r\n--new--\r\n`,
    );
    assert.equal(found[0]?.code, 'body-wrapped');
  });

  it('is not blamed where it is not here', async () => {
    const whole = await signedBy(contoso);
    const result = await verified(whole.slice(0, whole.indexOf('\r\n\r\n') + 2), zone);
    assert.deepEqual([result.dkim[0]?.result, codes(result)[0]], ['unchecked', 'body-missing']);
    assert.equal(result.source.headerOnly, true);
  });

  it('takes linear time, whatever was changed', async () => {
    const long = `${header}\r\n${'--boundary\r\n'.repeat(20)}${'a line of text\r\n'.repeat(60_000)}`;
    const signed = await signedBy(contoso, {}, long);
    const result = await verified(
      withBody(signed, (text) => `X${text}`),
      zone,
    );
    assert.equal(codes(result)[0], 'body-changed');
  }).timeout(20_000);

  it('warns of a length limit, and of what stands behind it', async () => {
    const result = await verified(
      withBody(await signedBy(contoso, { maxBodyLength: 20 }), (text) => `${text}More.\r\n`),
      zone,
    );
    assert.equal(result.dkim[0]?.result, 'pass');
    assert.deepEqual(
      result.dkim[0]?.findings.filter(({ code }) => code === 'body-length-limit'),
      [
        {
          code: 'body-length-limit',
          data: { signed: '20', behind: String(body.length - 20 - 3 + 'More.\r\n'.length) },
        },
      ],
    );
    const changed = await verified(
      withBody(await signedBy(contoso, { maxBodyLength: 20 }), (text) => `CAUTION\r\n${text}`),
      zone,
    );
    assert.deepEqual([changed.dkim[0]?.result, codes(changed)[0]], ['fail', 'body-top-added']);
  });
});

describe('a header that was changed', () => {
  const explained = async (change: (message: string) => string, options = {}, message = plain) =>
    (await verified(change(await signedBy(contoso, options, message)), zone)).dkim[0];

  it('is explained by a tag in Subject', async () => {
    const found = await explained((text) => text.replace('Re: the order', 'Re: [Orders] the order'));
    assert.equal(found?.result, 'fail');
    assert.deepEqual(found?.findings, [{ code: 'header-subject-tag', data: { tag: '[Orders]' } }]);
    const other = await explained((text) => text.replace('Re: the order', '[EXTERNAL] Re: the order'));
    assert.deepEqual(other?.findings, [{ code: 'header-subject-tag', data: { tag: '[EXTERNAL]' } }]);
  });

  it('is explained by the tags of a list and of a filter', async () => {
    const found = await explained((text) => text.replace('Re: the order', 'Re: [EXTERNAL] [Orders] the order'));
    assert.deepEqual(found?.findings, [{ code: 'header-subject-tag', data: { tag: '[EXTERNAL] [Orders]' } }]);
    const close = await explained((text) => text.replace('Re: the order', '[EXTERNAL][Orders] Re: the order'));
    assert.deepEqual(close?.findings, [{ code: 'header-subject-tag', data: { tag: '[EXTERNAL][Orders]' } }]);
    const stars = await explained((text) => text.replace('Re: the order', '*** SPAM *** Re: the order'));
    assert.deepEqual(stars?.findings, [{ code: 'header-subject-tag', data: { tag: '*** SPAM ***' } }]);
  });

  it('is explained by an encoding that was changed in the header alone', async () => {
    const eight = plain.replace('MIME-Version', 'Content-Transfer-Encoding: 8bit\r\nMIME-Version');
    const found = await explained((text) => text.replace('Encoding: 8bit', 'Encoding: 7bit'), {}, eight);
    assert.deepEqual(found?.findings, [{ code: 'header-encoding-changed', data: { was: '8bit', now: '7bit' } }]);
  });

  it('is explained by folding, where the signature is "simple"', async () => {
    const found = await explained((text) => text.replace('Subject: Re: the', 'Subject: Re:\r\n the'), {
      canonicalization: 'simple/simple',
    });
    assert.equal(found?.findings[0]?.code, 'header-refolded');
  });

  it('is not explained where nothing explains it', async () => {
    const found = await explained((text) => text.replace('the order', 'the invoice'));
    assert.deepEqual(found?.findings, [{ code: 'header-changed', data: {} }]);
  });

  it('is explained by a field that the signer had ruled out', async () => {
    const made = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=contoso.test; s=s1; h=from:subject:reply-to; bh=${createHash('sha256').update('Hi.\r\n').digest('base64')}; b=`;
    const canonical = `from:alice@contoso.test\r\nsubject:Hi\r\ndkim-signature:${made}`;
    const b = createSign('sha256').update(canonical).sign(contoso.privateKey, 'base64');
    const message = `DKIM-Signature: ${made}${b}\r\nFrom: alice@contoso.test\r\nSubject: Hi\r\n\r\nHi.\r\n`;
    assert.equal((await verified(message, zone)).dkim[0]?.result, 'pass');
    const added = await verified(message.replace('Subject', 'Reply-To: list@litware.test\r\nSubject'), zone);
    assert.deepEqual(added.dkim[0]?.findings, [{ code: 'header-field-added', data: { name: 'reply-to' } }]);
  });

  it('is explained by a From that a list replaced', async () => {
    const found = await explained((text) =>
      text.replace(
        'From: Alice <alice@contoso.test>',
        'X-Original-From: Alice <alice@contoso.test>\r\nFrom: list@litware.test',
      ),
    );
    assert.equal(found?.findings[0]?.code, 'header-from-rewritten');
    const close = await explained(
      (text) =>
        text.replace(
          'From:Alice <alice@contoso.test>',
          'X-Original-From: Alice <alice@contoso.test>\r\nFrom:list@litware.test',
        ),
      { canonicalization: 'simple/simple' },
      plain.replace('From: ', 'From:'),
    );
    assert.deepEqual(close?.findings, [{ code: 'header-from-rewritten', data: {} }]);
  });
});

describe('the signature and its key', () => {
  const found = async (changed: FakeZone, options = {}, signer = contoso) => {
    const result = await verified(await signedBy(signer, options), { ...zone, ...changed });
    return [result.dkim[0]?.result, ...codes(result)];
  };
  const name = keyName(contoso);
  const p = (tags: string): readonly string[] => [
    zoneText(tags + /p=\S+/.exec(contoso.record.replaceAll('" "', '').replaceAll('"', ''))?.[0]),
  ];

  it('has expired', async () => {
    assert.deepEqual(await found({}, { expires: new Date(Date.UTC(2026, 10, 21)) }), ['fail', 'signature-expired']);
  });
  it('is from the future', async () => {
    assert.deepEqual(await found({}, { signTime: new Date(Date.UTC(2027, 0, 1)) }), ['pass', 'signature-from-future']);
  });
  it('has no key', async () => {
    const { [name]: _, ...rest } = zone;
    const result = await verified(await signedBy(contoso), rest);
    assert.deepEqual([result.dkim[0]?.result, codes(result)], ['permerror', ['key-missing']]);
  });
  it('has a name without a record', async () => {
    assert.deepEqual(await found({ [name]: [] }), ['permerror', 'key-no-record']);
  });
  for (const status of ['SERVFAIL', 'TIMEOUT', 'REFUSED', 'UNREACHABLE'] as const) {
    it(`is not checked, and has not failed, when DNS says ${status}`, async () => {
      const result = await verified(await signedBy(contoso), { ...zone, [name]: status });
      assert.deepEqual([result.dkim[0]?.result, codes(result)], ['unchecked', ['key-unanswered']]);
      // SPF passes and is aligned.
      assert.equal(result.dmarc.result, 'pass');
    });
  }
  it('has a key that was revoked', async () => {
    assert.deepEqual(await found({ [name]: ['"v=DKIM1; p="'] }), ['permerror', 'key-revoked']);
  });
  it('has a damaged key', async () => {
    assert.deepEqual(await found({ [name]: ['"v=DKIM1; p=MIIB"'] }), ['permerror', 'key-unreadable']);
  });
  it('has a key of another kind, version or service', async () => {
    assert.deepEqual((await found({ [name]: p('v=DKIM1; k=ed25519; ') }))[0], 'permerror');
    assert.deepEqual(await found({ [name]: p('v=DKIM2; ') }), ['permerror', 'key-version']);
    assert.deepEqual(await found({ [name]: p('v=DKIM1; s=tlsrpt; ') }), ['permerror', 'key-not-email']);
    assert.deepEqual(await found({ [name]: p('v=DKIM1; h=sha1; ') }), ['permerror', 'key-hash']);
  });
  it('has a key for testing', async () => {
    assert.deepEqual(await found({ [name]: p('v=DKIM1; t=y; ') }), ['pass', 'key-testing']);
  });
  it('has a short key', async () => {
    const short = makeSigner('contoso.test', 'short', 1024);
    assert.deepEqual(await found({ [keyName(short)]: [short.record] }, {}, short), ['pass', 'key-short']);
    const tiny = makeSigner('contoso.test', 'tiny', 768);
    assert.deepEqual(await found({ [keyName(tiny)]: [tiny.record] }, {}, tiny), ['policy', 'key-too-short']);
  });
  it('lacks a tag', async () => {
    const result = await verified((await signedBy(contoso)).replace(/ d=contoso\.test;/, ''), zone);
    assert.deepEqual([result.dkim[0]?.result, codes(result)], ['permerror', ['signature-tag-missing']]);
  });
  it('does not sign From, which makes it invalid (RFC 6376 5.4)', async () => {
    const signed = await signedBy(contoso);
    const result = await verified(
      signed.replace(/\bh=([^;]*)/, (_, names) => `h=${names.replace(/: From$/, '')}`),
      zone,
    );
    assert.deepEqual(
      [result.dkim[0]?.result, result.dkim[0]?.domain, codes(result)],
      ['permerror', 'contoso.test', ['signature-from-not-signed']],
    );
    assert.equal(
      result.answers.some(({ question }) => question.name === 's1._domainkey.contoso.test'),
      false,
    );
  });
  it('is of an algorithm that nobody verifies', async () => {
    const signed = async (from: string, to: string) => verified((await signedBy(contoso)).replace(from, to), zone);
    const result = await signed('a=rsa-sha256', 'a=rsa-md5');
    assert.deepEqual(
      [result.dkim[0]?.result, result.dkim[0]?.algorithm, result.dkim[0]?.findings],
      [
        'permerror',
        'rsa-md5',
        [{ code: 'signature-unknown-algorithm', data: { algorithm: 'rsa-md5', c: 'relaxed/relaxed' } }],
      ],
    );
  });
  it('is of SHA-1, which proves nothing any more (RFC 8301 3.1)', async () => {
    const signed = await signedBy(contoso, { algorithm: 'rsa-sha1' });
    const result = await verified(signed, zone);
    assert.deepEqual([result.dkim[0]?.result, codes(result)], ['policy', ['signature-sha1']]);
    const footer = await verified(
      withBody(signed, (text) => `${text}A footer\r\n`),
      zone,
    );
    assert.deepEqual(
      [footer.dkim[0]?.result, codes(footer)],
      ['fail', ['body-cut', 'header-genuine', 'signature-sha1']],
    );
  });
  it('is of another kind than its key', async () => {
    const result = await verified((await signedBy(contoso)).replace('a=rsa-sha256', 'a=ed25519-sha256'), zone);
    assert.deepEqual([result.dkim[0]?.result, codes(result)], ['permerror', ['key-type']]);
  });
  it('is no signature at all', async () => {
    const result = await verified(received + plain, zone);
    assert.deepEqual([result.dkim, result.dmarc.result], [[], 'pass']);
    assert.match(renderAuthentication(result).join('\n'), /DKIM: none/);
  });
});

describe('alignment', () => {
  const other = makeSigner('mailer.litware.test');
  const zoneOf = (policy: string): FakeZone => ({
    ...zone,
    [keyName(other)]: [other.record],
    'contoso.test TXT': ['"v=spf1 -all"'],
    '_dmarc.contoso.test TXT': [`"v=DMARC1; ${policy}"`],
    'mailer.litware.test A': ['192.0.2.9'],
  });

  it('fails for the domain of another organisation, and says for which', async () => {
    const result = await verified(await signedBy(other), zoneOf('p=reject'));
    assert.deepEqual([result.dkim[0]?.result, result.spf.result, result.dmarc.result], ['pass', 'fail', 'fail']);
    assert.deepEqual(
      result.dmarc.alignments.map(({ method, domain, aligned }) => [method, domain, aligned]),
      [
        ['spf', 'contoso.test', true],
        ['dkim', 'mailer.litware.test', false],
      ],
    );
  });

  it('of a subdomain is enough if relaxed, and not if strict', async () => {
    const sub = makeSigner('news.contoso.test');
    const signed = await signedBy(sub);
    const relaxed = await verified(signed, { ...zoneOf('p=reject'), [keyName(sub)]: [sub.record] });
    assert.equal(relaxed.dmarc.result, 'pass');
    const strict = await verified(signed, { ...zoneOf('p=reject; adkim=s'), [keyName(sub)]: [sub.record] });
    assert.deepEqual([strict.dmarc.result, strict.dmarc.alignments[1]?.mode], ['fail', 'strict']);
  });

  it('counts signatures beyond those that are listed one by one, and says how many they are', async () => {
    const many = async (own: string): Promise<string> =>
      received + (await signatureOf(plain, other)).repeat(13) + own + plain;
    const own = await signatureOf(plain, contoso);
    const result = await verified(await many(own), zoneOf('p=reject'));
    assert.deepEqual(
      [result.dmarc.result, result.dmarc.alignments.length, result.dmarc.moreSignatures],
      ['pass', 13, 2],
    );
    assert.ok(renderAuthentication(result).includes('*   2 more signatures count as well, and are not listed here.'));
    const open = await verified(await many(own), { ...zoneOf('p=reject'), [keyName(contoso)]: 'TIMEOUT' });
    assert.deepEqual([open.dmarc.result, open.dmarc.reason], ['unchecked', 'methods-unchecked']);
    const foreign = await verified(await many(''), zoneOf('p=reject'));
    assert.equal(foreign.dmarc.result, 'fail');
    assert.ok(renderAuthentication(foreign).includes('*   1 more signature counts as well, and is not listed here.'));
  });

  it('stays open while a check that could have passed was not made', async () => {
    const result = await verified(await signedBy(contoso), {
      ...zone,
      [keyName(contoso)]: 'TIMEOUT',
      'contoso.test TXT': 'SERVFAIL',
    });
    assert.deepEqual(
      [result.spf.result, result.dmarc.result, result.dmarc.reason],
      ['unchecked', 'unchecked', 'methods-unchecked'],
    );
    assert.match(renderAuthentication(result).at(-1) ?? '', /not known .* DKIM, SPF, DMARC; this is no failure/);
  });

  it('does not stay open for a check that could not have passed: of the domain of another organisation', async () => {
    const foreign = (await signedBy(other)).replace('<alice@contoso.test>', '<bounce@litware.test>');
    const silent: FakeZone = { ...zoneOf('p=reject'), 'litware.test TXT': 'TIMEOUT', [keyName(other)]: 'SERVFAIL' };
    const result = await verified(foreign, silent);
    assert.deepEqual(
      [result.spf.result, result.dkim[0]?.result, result.dmarc.result, result.dmarc.reason],
      ['unchecked', 'unchecked', 'fail', undefined],
    );
    assert.deepEqual(
      result.dmarc.alignments.map(({ aligned }) => aligned),
      [false, false],
    );
  });

  it('stays open where neither client nor sender is known, so that SPF might have passed', async () => {
    const result = await verified((await sign(plain, other)).replace(/^Received.*\r\n/gm, ''), zoneOf('p=reject'));
    assert.deepEqual(
      [result.spf.result, result.spf.domain, result.dmarc.result, result.dmarc.reason],
      ['unchecked', '', 'unchecked', 'methods-unchecked'],
    );
  });

  it('is not looked at without a policy, and not known without an answer', async () => {
    const { '_dmarc.contoso.test TXT': _, ...none } = zone;
    assert.equal((await verified(await signedBy(contoso), none)).dmarc.result, 'none');
    const lost = await verified(await signedBy(contoso), { ...zone, '_dmarc.contoso.test TXT': 'SERVFAIL' });
    assert.deepEqual([lost.dmarc.result, lost.dmarc.reason], ['unchecked', 'dns']);
  });

  it('has no result for two From fields', async () => {
    const result = await verified(
      (await signedBy(contoso)).replace('\r\nTo: ', '\r\nFrom: eve@litware.test\r\nTo: '),
      zone,
    );
    assert.deepEqual([result.dmarc.result, result.dmarc.reason], ['permerror', 'multiple-from-fields']);
  });
});

describe('ARC', () => {
  it('passes for a chain of two', async () => {
    const once = await seal(await sign(plain, contoso), contoso);
    const twice = await seal(once, list, 'pass');
    const result = await verified(received + twice, zone);
    assert.deepEqual(
      [result.arc.result, result.arc.sets, result.arc.sealers],
      ['pass', 2, ['contoso.test', 'lists.litware.test']],
    );
  });

  it('fails when the body was changed, and says how', async () => {
    const sealed = received + (await seal(plain, list));
    const result = await verified(
      withBody(sealed, (text) => `${text}A footer\r\n`),
      zone,
    );
    assert.equal(result.arc.result, 'fail');
    assert.deepEqual(result.arc.findings.map(({ code }) => code).slice(0, 2), ['arc-chain-broken', 'body-cut']);
  });

  it('fails when a set is missing', async () => {
    const twice = await seal(await seal(plain, contoso), list, 'pass');
    const result = await verified(twice.replace(/ARC-Seal: i=1;[\s\S]*?\r\n(?=\S)/, ''), zone);
    assert.equal(result.arc.result, 'fail');
  });

  it('is not checked when a key could not be had', async () => {
    const result = await verified(received + (await seal(plain, list)), { ...zone, [keyName(list)]: 'TIMEOUT' });
    assert.deepEqual(
      [result.arc.result, result.arc.findings.map(({ code }) => code)],
      ['unchecked', ['key-unanswered']],
    );
    const twice = await seal(await seal(await sign(plain, contoso), contoso), list, 'pass');
    const older = await verified(received + twice, { ...zone, [keyName(contoso)]: 'SERVFAIL' });
    assert.deepEqual(
      [older.arc.result, older.arc.findings],
      ['unchecked', [{ code: 'arc-unanswered', data: { name: 's1._domainkey.contoso.test', status: 'SERVFAIL' } }]],
    );
  });

  it('fails whatever became of the keys of others', async () => {
    const sealed = received + (await seal(await sign(plain, contoso), list));
    const result = await verified(
      withBody(sealed, (text) => `${text}A footer\r\n`),
      { ...zone, [keyName(contoso)]: 'TIMEOUT' },
    );
    assert.deepEqual([result.dkim[0]?.result, result.arc.result], ['fail', 'fail']);
  });

  it('is not there without sets', async () => {
    const result = await verified(received + plain, zone);
    assert.deepEqual(result.arc, { sets: 0, sealers: [], result: 'none', findings: [] });
  });
});

describe('SPF', () => {
  const spfOf = async (record: FakeZone[string], message = received + plain, options: VerifyOptions = {}) => {
    const { spf } = await verified(message, { ...zone, 'contoso.test TXT': record }, options);
    return [spf.result, ...spf.findings.map(({ code }) => code)];
  };

  it('passes, fails, half fails, says nothing, has no record', async () => {
    assert.deepEqual(await spfOf(['"v=spf1 ip4:192.0.2.0/28 -all"']), ['pass']);
    assert.deepEqual(await spfOf(['"v=spf1 -all"']), ['fail']);
    assert.deepEqual(await spfOf(['"v=spf1 ~all"']), ['softfail']);
    assert.deepEqual(await spfOf(['"v=spf1 ?all"']), ['neutral']);
    assert.deepEqual(await spfOf([]), ['none']);
  });
  it('goes by the name of the address, which DNS ends with the dot of the root', async () => {
    const { spf } = await verified(received + plain, {
      ...zone,
      'contoso.test TXT': ['"v=spf1 ptr -all"'],
      '1.2.0.192.in-addr.arpa PTR': ['mail.contoso.test.'],
      'mail.contoso.test A': ['192.0.2.1'],
    });
    assert.equal(spf.result, 'pass');
  });
  it('goes by the exchangers of the domain', async () => {
    const { spf } = await verified(received + plain, {
      ...zone,
      'contoso.test TXT': ['"v=spf1 mx -all"'],
      'contoso.test MX': ['10 mx1.contoso.test.', '20 mail.contoso.test.'],
      'mail.contoso.test A': ['192.0.2.1'],
    });
    assert.deepEqual([spf.result, spf.record], ['pass', 'v=spf1 mx -all']);
  });
  it('says why a record is wrong', async () => {
    const why = async (...record: readonly string[]) =>
      (await verified(received + plain, { ...zone, 'contoso.test TXT': record })).spf.findings;
    assert.deepEqual(await why('"v=spf1 -all"', '"v=spf1 ~all"'), [
      { code: 'spf-error', data: { why: 'multiple SPF records found for contoso.test' } },
    ]);
    assert.deepEqual(await why('"v=spf1 ip4:300.0.2.1 -all"'), [
      { code: 'spf-error', data: { why: 'invalid IP address' } },
    ]);
  });
  it('says which question had no answer', async () => {
    const { spf } = await verified(received + plain, {
      ...zone,
      'contoso.test TXT': ['"v=spf1 include:_spf.b.test -all"'],
      '_spf.b.test TXT': 'SERVFAIL',
    });
    assert.deepEqual(spf.findings, [
      { code: 'spf-unanswered', data: { name: '_spf.b.test', type: 'TXT', status: 'SERVFAIL' } },
    ]);
  });
  it('goes by the sender that the receiver of its hop, its results or Received-SPF name', async () => {
    const hop = received.replace(/^.*\r\n/, '');
    const from = async (fields: string) => {
      const { spf } = await verified(fields + plain, zone);
      return [spf.result, spf.domain, spf.senderFrom];
    };
    assert.deepEqual(await from(hop.replace('id 1234', 'id 1234 (envelope-from <alice@contoso.test>)')), [
      'pass',
      'contoso.test',
      'Received',
    ]);
    assert.deepEqual(
      await from(`Authentication-Results: mx.fabrikam.test; spf=pass smtp.mailfrom=alice@contoso.test\r\n${hop}`),
      ['pass', 'contoso.test', 'Authentication-Results'],
    );
    assert.deepEqual(await from(`Received-SPF: pass (x) envelope-from=<alice@contoso.test>\r\n${hop}`), [
      'pass',
      'contoso.test',
      'Received-SPF',
    ]);
  });
  it('has a permanent error for two records and for wrong ones', async () => {
    assert.deepEqual(await spfOf(['"v=spf1 -all"', '"v=spf1 ~all"']), ['permerror', 'spf-error']);
    assert.deepEqual(await spfOf(['"v=spf1 include:contoso.test -all"']), ['permerror', 'spf-error']);
  });
  it('is not known without an answer', async () => {
    assert.deepEqual(await spfOf('TIMEOUT'), ['unchecked', 'spf-unanswered']);
  });
  it('is not known without an address or a sender', async () => {
    assert.deepEqual(await spfOf([], plain), ['unchecked', 'spf-no-address']);
    assert.deepEqual(await spfOf([], received.replace(/^.*\r\n/, '') + plain), ['unchecked', 'spf-no-sender']);
  });
  it('goes by Received-SPF where the Received fields are lost', async () => {
    const stated =
      'Received-SPF: pass (x) receiver=mx.fabrikam.test; client-ip=192.0.2.1; envelope-from="alice@contoso.test"; helo=mail.contoso.test;\r\n';
    const { spf } = await verified(stated + plain, zone);
    assert.deepEqual(
      [spf.result, spf.ip, spf.recordedIn, spf.recordedBy, spf.senderFrom],
      ['pass', '192.0.2.1', 'Received-SPF', 'mx.fabrikam.test', 'Received-SPF'],
    );
  });
  it('goes by HELO for an empty sender', async () => {
    const { spf } = await verified((received + plain).replace('<alice@contoso.test>', '<>'), {
      ...zone,
      'mail.contoso.test TXT': ['"v=spf1 ip4:192.0.2.1 -all"'],
    });
    assert.deepEqual([spf.identity, spf.domain, spf.result], ['helo', 'mail.contoso.test', 'pass']);
  });
  it("goes by the address that the receiver's own border recorded, behind its inner hops and trusted networks", async () => {
    const inner = [
      'Return-Path: <alice@contoso.test>',
      'Received: from edge.fabrikam.test (edge.fabrikam.test [198.51.100.7]) by store.fabrikam.test; Fri, 20 Nov 2026 10:00:02 +0000',
      'Received: from filter.test (filter.test [203.0.113.9]) by edge.fabrikam.test; Fri, 20 Nov 2026 10:00:01 +0000',
      'Received: from mail.contoso.test (mail.contoso.test [192.0.2.1]) by in.filter.test; Fri, 20 Nov 2026 10:00:00 +0000',
      '',
    ].join('\r\n');
    const ip = async (options: VerifyOptions) => (await verified(inner + plain, zone, options)).spf.ip;
    assert.equal(await ip({}), '203.0.113.9');
    assert.equal(await ip({ trustedNetworks: ['198.51.100.0/24', '203.0.113.0/24'] }), '192.0.2.1');
  });
});

describe('what Authentication-Results claims', () => {
  it('is held against what was found', async () => {
    const results =
      'Authentication-Results: mx.fabrikam.test; spf=pass smtp.mailfrom=alice@contoso.test; dkim=fail header.d=contoso.test; dmarc=pass header.from=contoso.test\r\n';
    const { claims } = await verified(results + (await signedBy(contoso)), zone);
    assert.deepEqual(
      claims.map(({ method, claimed, found, agrees }) => [method, claimed, found, agrees]),
      [
        ['spf', 'pass', 'pass', true],
        ['dkim', 'fail', 'pass', false],
        ['dmarc', 'pass', 'pass', true],
      ],
    );
  });

  const claimed = async (results: string, message: string): Promise<unknown> => {
    const { claims } = await verified(`Authentication-Results: ${results}\r\n${message}`, zone);
    return claims.map(({ server, about, claimed: said, found, agrees }) => [server, about, said, found, agrees]);
  };

  it('without a server, and without a signature', async () => {
    assert.deepEqual(await claimed('dkim=none (message not signed) header.d=none', received + plain), [
      ['', 'none', 'none', 'none', true],
    ]);
    assert.deepEqual(await claimed('dkim=pass header.d=contoso.test', received + plain), [
      ['', 'contoso.test', 'pass', 'none', false],
    ]);
  });

  it('of signatures is held against those that it is about', async () => {
    const two = received + (await signatureOf(plain, list)) + (await sign(plain, contoso));
    const broken = two.replace('Re: the order', 'the invoice');
    const of = (result: string, message = two): Promise<unknown> => claimed(`mx.fabrikam.test; ${result}`, message);
    const mx = 'mx.fabrikam.test';
    assert.deepEqual(await of('dkim=none'), [[mx, undefined, 'none', 'pass', false]]);
    assert.deepEqual(await of('dkim=pass'), [[mx, undefined, 'pass', 'pass', true]]);
    assert.deepEqual(await of('dkim=pass', broken), [[mx, undefined, 'pass', 'fail', false]]);
    assert.deepEqual(await of('dkim=pass header.i=@news.contoso.test'), [
      [mx, 'news.contoso.test', 'pass', 'pass', true],
    ]);
    assert.deepEqual(await of('dkim=pass header.d=contoso.test header.s=s1'), [
      [mx, 'contoso.test', 'pass', 'pass', true],
    ]);
    assert.deepEqual(await of('dkim=pass header.d=contoso.test header.s=s2'), []);
    assert.deepEqual(await of('dkim=pass header.d=xcontoso.test'), []);
  });

  it('is no contradiction where the receiver decided nothing', async () => {
    const results =
      'Authentication-Results: mx.fabrikam.test; spf=temperror smtp.mailfrom=alice@contoso.test; dkim=skipped header.d=contoso.test\r\n';
    const { claims } = await verified(results + (await signedBy(contoso)), zone);
    assert.deepEqual(
      claims.map(({ method, claimed, found, agrees }) => [method, claimed, found, agrees]),
      [
        ['spf', 'temperror', 'pass', undefined],
        ['dkim', 'skipped', 'pass', undefined],
      ],
    );
  });
});

describe('hostile and foreseeable input', () => {
  it('of no message is said to be none', async () => {
    assert.equal((await verified('', zone)).outcome, 'no-message');
    assert.equal((await verified('Note: call Bob\n\nHello\n', zone)).outcome, 'no-message');
    assert.equal((await verified('fROM: a@b.test\n\nHello\n', zone)).outcome, 'checked');
    assert.match(renderAuthentication(await verified('just words', zone)).at(-1) ?? '', /no message here/);
  });
  it('with a header larger than any is said to be too large', async () => {
    const field = `X-Filler: ${'x'.repeat(900)}\r\n`;
    assert.equal((await verified(field.repeat(570) + plain, zone)).outcome, 'checked');
    const large = await verified(field.repeat(580) + plain, zone);
    assert.equal(large.outcome, 'too-large');
    assert.match(renderAuthentication(large).at(-1) ?? '', /large/);
  });
  it('without a From has no result of DMARC', async () => {
    const none = await verified(received + plain.replace(/^From: .*\r\n/, ''), zone);
    assert.deepEqual([none.dmarc.result, none.dmarc.reason, none.dmarc.author], ['none', 'no-author-domain', '']);
  });
  it('with a thousand signatures asks no thousand questions', async () => {
    const many = Array.from(
      { length: 1000 },
      (_, i) => `DKIM-Signature: v=1; a=rsa-sha256; d=d${i}.test; s=s; h=from; bh=x; b=y${i}\r\n`,
    );
    const result = await verified(many.join('') + plain, {});
    assert.ok(result.answers.length <= 210, String(result.answers.length));
    assert.equal(result.dkim.length, 1000);
  }).timeout(20_000);
  it('that is cancelled says so', async () => {
    const controller = new AbortController();
    controller.abort();
    const result = await verified(await signedBy(contoso), zone, { signal: controller.signal });
    assert.deepEqual([result.outcome, result.dkim[0]?.result], ['cancelled', 'unchecked']);
  });
});

describe('messages that other software signed', () => {
  const of = (name: string, records: FakeZone = corpusZone) =>
    verified(readFileSync(`test/corpus/mail/${name}.eml`), records);

  it('pass with RSA and Ed25519', async () => {
    const { dkim, dmarc, source, claims } = await of('auth-dkim-dual-pass');
    assert.deepEqual(
      dkim.map(({ result, algorithm }) => [result, algorithm]),
      [
        ['pass', 'rsa-sha256'],
        ['pass', 'ed25519-sha256'],
      ],
    );
    assert.deepEqual([dmarc.result, dmarc.policy, source.lineEnds], ['pass', 'quarantine', 'crlf']);
    assert.ok(claims.filter(({ method }) => method === 'dkim').every(({ agrees }) => agrees));
  });

  it('pass behind the hops of two servers', async () => {
    const { dkim, arc } = await of('auth-real-hops-arc-sealed');
    assert.deepEqual([dkim[0]?.result, dkim[0]?.domain, arc.result], ['pass', 'fabrikam.test', 'pass']);
  });

  it('pass with a chain of two sealers', async () => {
    const { arc } = await of('auth-arc-two-seals-pass');
    assert.deepEqual([arc.result, arc.sealers], ['pass', ['fabrikam.test', 'contoso.test']]);
  });

  it('fail where a sealer said so, and where a letter of the body was changed, of which nothing is made up', async () => {
    const { arc, dkim, dmarc } = await of('auth-arc-broken-cv-fail');
    // No Received is left: the client is the one that Received-SPF names.
    assert.deepEqual([arc.result, dmarc.result], ['fail', 'fail']);
    assert.deepEqual(
      dkim.map(({ result, findings }) => [result, findings[0]?.code, findings[1]?.code]),
      [
        ['fail', 'body-changed', 'header-genuine'],
        ['fail', 'body-changed', 'header-genuine'],
      ],
    );
  });

  it('have no key where there is none, and say so', async () => {
    for (const { result, findings } of (await of('auth-dkim-dual-pass', {})).dkim) {
      assert.deepEqual([result, findings[0]?.code], ['permerror', 'key-missing']);
    }
  });
});
