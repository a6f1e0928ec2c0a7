import assert from 'node:assert/strict';
import { characterStrings, joinAnswer, joinStrings } from '../../../src/core/dns/records/characterStrings.ts';
import { readRecord } from '../../../src/core/dns/records/readRecord.ts';

/** The problems of a record as `code [text that it points at]`. */
function problems(text: string, name = ''): readonly string[] {
  const record = readRecord(name, text);
  assert.ok(record !== undefined, text);
  return record.problems.map((one) => {
    assert.ok(one.start >= 0 && one.start <= one.end && one.end <= text.length, one.code);
    const place = text.slice(one.start, one.end);
    return place === text ? one.code : `${one.code} [${place}]`;
  });
}

const has = (text: string, ...expected: readonly string[]): void => assert.deepEqual(problems(text), expected, text);

describe('SPF', () => {
  it('is fine', () => {
    has('v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx:contoso.test/24//64 include:_spf.contoso.test -all');
    has('V=SPF1 a/24 mx//64 exists:%{ir}.%{v}._spf.%{d2} redirect=_spf.contoso.test');
    has('v=spf1 -all exp=explain._spf.%{d} other-thing=%{d}');
    has('v=spf1 ip6:::ffff:192.0.2.1 ip6::: -all');
    has('v=spf1 -all ');
  });
  it('reads terms with their places', () => {
    const text = 'v=spf1 ~include:a.test/x -ip4:192.0.2.0/24';
    const record = readRecord('', text);
    assert.ok(record?.kind === 'spf');
    assert.deepEqual(
      record.terms.map((term) => [
        term.qualifier,
        term.name,
        term.value,
        text.slice(term.valueSpan?.start, term.valueSpan?.end),
      ]),
      [
        ['~', 'include', 'a.test/x', 'a.test/x'],
        ['-', 'ip4', '192.0.2.0', '192.0.2.0'],
      ],
    );
  });
  it('has a version that is not one', () => {
    has('v=spf1; -all', 'spf-version [v=spf1;]');
    has('v=spf10 -all', 'spf-version [v=spf10]');
    has('spf2.0/pra -all', 'spf-sender-id [spf2.0/pra]');
    has('v=spf2.0/mfrom,pra -all', 'spf-sender-id [v=spf2.0/mfrom,pra]');
    has('spf2 -all'.replace('spf2', 'spf1'), 'spf-version-missing [spf1]');
    has('v:spf1 -all', 'spf-version-missing [v:spf1]');
    has('"v=spf1 -all"', 'record-quotes');
    has('\u201cv=DMARC1; p=reject\u201d', 'record-quotes');
  });
  it('names what SPF does not know', () => {
    has('v=spf1 ipv4:192.0.2.1 -all', 'spf-unknown-mechanism [ipv4:192.0.2.1]');
    has('v=spf1 include=a.test -all', 'spf-equals [include=a.test]');
    has('v=spf1 192.0.2.1 -all', 'spf-unknown-mechanism [192.0.2.1]');
    has('v=spf1 mx, -all', 'spf-unknown-mechanism [mx,]');
  });
  it('lacks blanks', () => {
    has('v=spf1 ip4:192.0.2.1ip4:192.0.2.2 -all', 'spf-blank-missing [ip4:192.0.2.2]');
    has('v=spf1 include:a.testinclude:b.test -all', 'spf-blank-missing [include:b.test]');
    has('v=spf1 include:a.test-all', 'spf-blank-missing [-all]');
    has('v=spf1 mx -al', 'spf-unknown-mechanism [-al]');
    has('v=spf1 mx all;', 'spf-unknown-mechanism [all;]');
    has('v=spf1 include:install.contoso.test', 'spf-no-end');
  });
  it('lacks values, or has too many', () => {
    has('v=spf1 include: -all', 'spf-value-missing [include:]');
    has('v=spf1 include -all', 'spf-value-missing [include]');
    has('v=spf1 a: -all', 'spf-value-missing [a:]');
    has('v=spf1 redirect=', 'spf-value-missing [redirect=]');
    has('v=spf1 -all:x', 'spf-value-unexpected [-all:x]');
  });
  it('has wrong addresses and names', () => {
    has('v=spf1 ip4:192.0.2.256 -all', 'spf-address [192.0.2.256]');
    has('v=spf1 ip4:mx.contoso.test -all', 'spf-address [mx.contoso.test]');
    has('v=spf1 ip6:192.0.2.1 -all', 'spf-address [192.0.2.1]');
    has('v=spf1 ip6:1::2::3 -all', 'spf-address [1::2::3]');
    has('v=spf1 ip4:192.0.2.0/33 -all', 'spf-prefix-length [/33]');
    has('v=spf1 ip6:2001:db8::/129 -all', 'spf-prefix-length [/129]');
    has('v=spf1 a:192.0.2.1 -all', 'spf-domain [192.0.2.1]');
    has('v=spf1 include:localhost -all', 'spf-domain [localhost]');
    const [long] = readRecord('', `v=spf1 include:${'a'.repeat(150)} -all`)?.problems ?? [];
    assert.deepEqual(long?.data, { name: 'include', domain: 'a'.repeat(100) });
    has('v=spf1 include:https://a.test -all', 'spf-domain [https://a.test]');
    has('v=spf1 exists:%{x}.a.test -all', 'spf-macro [%{x}.a.test]');
    has('v=spf1 exists:a%.test -all', 'spf-macro [%.test]');
    has('v=spf1 ip6:1:2:3:4:5:6:7:8 ip6:2001:db8::192.0.2.1/120 -all');
    for (const address of [
      '2001:db8::192.0.2.256',
      '2001:db8:::1',
      '12345::1',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '::1:2:3:4:5:6:7:8',
      `${'1:'.repeat(23)}1`,
      '2001:db8::g',
    ])
      has(`v=spf1 ip6:${address} -all`, `spf-address [${address}]`);
    has('v=spf1 a:contoso.test//64 mx/24//64 a:%{d}/24 -all');
    has('v=spf1 a:contoso.test//129 -all', 'spf-prefix-length [//129]');
  });
  it('causes too many look-ups', () => {
    const terms = (count: number): string => Array.from({ length: count }, (_, i) => `include:s${i}.test`).join(' ');
    has(`v=spf1 ${terms(10)} -all`);
    has(`v=spf1 ${terms(10)} mx -all`, 'spf-too-many-lookups [mx]');
    has(`v=spf1 ${terms(10)} redirect=a.test`, 'spf-too-many-lookups [redirect=a.test]');
    has(`v=spf1 ${terms(10)} redirect=a.test -all`, 'spf-redirect-ignored [redirect=a.test]');
  });
  it('ends badly', () => {
    has('v=spf1 mx', 'spf-no-end');
    has('v=spf1 mx +all', 'spf-pass-all [+all]');
    has('v=spf1 mx all', 'spf-pass-all [all]');
    has('v=spf1 mx ?all', 'spf-neutral-all [?all]');
    has('v=spf1 -all mx', 'spf-after-all [mx]');
    has('v=spf1 redirect=a.test redirect=b.test', 'spf-modifier-repeated [redirect=b.test]');
  });
  it('is discouraged, or mangled', () => {
    has('v=spf1 ptr -all', 'spf-ptr [ptr]');
    has('v=spf1 mx \u2013all', 'spf-unknown-mechanism [\u2013all]', 'record-not-ascii [\u2013]');
  });
});

describe('DMARC', () => {
  it('is fine', () => {
    has(
      'v=DMARC1; p=reject; rua=mailto:a@contoso.test,mailto:b@contoso.test!10m; adkim=s; aspf=r; fo=1:d:s; sp=none; np=reject; psd=n; t=n',
    );
    has('v=DMARC1;p=none;rua=mailto:a@contoso.test;');
    has('v = DMARC1 ; p = reject ;');
  });
  it('has mistakes of versions and order', () => {
    has('p=reject; v=DMARC1', 'record-version-not-first [v=DMARC1]');
    has('v=dmarc1; p=reject', 'record-version [dmarc1]');
    const [long] = readRecord('', `v=DMARC1${'x'.repeat(150)}; p=none`)?.problems ?? [];
    assert.deepEqual(long?.data, { version: 'DMARC1', value: `DMARC1${'x'.repeat(94)}` });
    has('v=DMARC1; rua=mailto:a@b.test; p=reject', 'dmarc-policy-not-second [p=reject]');
    assert.deepEqual(problems('p=reject', '_dmarc.contoso.test'), ['record-tag-missing']);
  });
  it('has wrong values', () => {
    has('v=DMARC1; p=quarantaine', 'record-value [quarantaine]');
    has('v=DMARC1; p=reject; adkim=strict', 'record-value [strict]');
    has('v=DMARC1; p=reject; pct=200', 'record-value [200]', 'dmarc-tag-removed [pct=200]');
    has('v=DMARC1; p=reject; rua=', 'record-value [rua=]');
  });
  it('has wrong addresses', () => {
    has('v=DMARC1; p=reject; rua=a@contoso.test', 'dmarc-address [a@contoso.test]');
    has('v=DMARC1; p=reject; rua=mailto:a@b.test, b@c.test', 'dmarc-address [b@c.test]');
    has('v=DMARC1; p=reject; rua=mailto:a@b.test;mailto:c@d.test', 'record-tag-malformed [mailto:c@d.test]');
  });
  it('has wrong tags', () => {
    has('v=DMARC1; p=reject; polcy=x', 'record-tag-unknown [polcy=x]');
    has('v=DMARC1; p=reject; p=none', 'record-tag-repeated [p=none]');
    has('v=DMARC1; p=reject; nonsense', 'record-tag-malformed [nonsense]');
    has('v=DMARC1; rua=mailto:a@b.test', 'record-tag-missing');
    has(
      'v=DMARC1; p=reject rua=mailto:a@b.test',
      'record-semicolon-missing [ rua=]',
      'record-value [reject rua=mailto:a@b.test]',
    );
  });
  it('does less than it seems', () => {
    has('v=DMARC1; p=none', 'dmarc-no-effect [p=none]');
    has('v=DMARC1; p=reject; pct=20', 'dmarc-tag-removed [pct=20]', 'dmarc-partly [pct=20]');
  });
  it('stands at the wrong name', () => {
    assert.deepEqual(problems('v=DMARC1; p=reject', 'contoso.test'), ['record-wrong-name']);
    assert.deepEqual(problems('v=DMARC1; p=reject', '_dmarc.contoso.test'), []);
  });
});

describe('DKIM keys', () => {
  const rsa2048 =
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvJ00WFw+SefJhWRHkcWH32jvH1pS8pQWJkobwULJnh8fgNHu1e/Tmzty/RhivdDsOwgHFFPXHEUbYen7jpCYPNbu2xdEKmAdQ5SXo4QnSr5NZjQz1JNNVlssDD7RvFwFyraR37/MMj3nPFvjOcIhIvmbOhqtOdCvC3Nv1fE4FWQDVTm+PmPd5ZmuvLhVivhdGSLB+lyga5PR4i7i2VsI3efATAj/UyL5ZZAJ69/+pb8JQd7W7dRBd+LaQCjofebtpK3K/WHyZiMnQKzR94gXrxQ3tScPqrnU1o16OtCRRNKdXW4CMIOCeqm7iqasfz97AOF5/Wzjsn1OvMPACAy2NQIDAQAB';
  const bare2048 =
    'MIIBCgKCAQEAuCgeQQx0O32aIa/LdJtyxP2l5RTOZs3xXcH+u/GVKjmCyrPJ0k7ar92ZRAPT7/7nnvwzXFUHtuYC/MfpPRk85lySxya8xqTUu/ErfTodfqpmS5qjz/Pb5DH4iugeGX/80MeP01gn5C+SkYkeF9JjX5Iin8F+T7b/aW8psISyayiIE9sjAM6sh+nvwDI/de+DSriOGG8CWbOAaPWr6gxgrlu2KxIaQ5nfNuIu8tr25bC/nRo43KtBa+iYxbvwp5KV+9U5zFzuCWqmRbbXvOdXxQEzWkYULG6Qs0HIh9jeVtiHSoNOV63Zfru8gATQSo/MjX5cgZmGVDHqHfsb9qr+OQIDAQAB';
  const rsa1024 =
    'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDNU3z5uh1XY3OIEXFh7Nl2tWzzUrc/pm3k6eU2beM5rc5NrU3pKLlmJDxJ6HN2ag6yx7VeuiJrMQpxwMySdNuNkPa8CZ/SUn8xSuqoEV2mkY6TJ8kRUIRFGUG0CuTA3axNK+6E7aHxOi4H7C7ScAS6zphD8Wgc+tZlybsbkqwGlQIDAQAB';
  const rsa512 =
    'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALYjpkOswXCjU7KO46PxhC4vtPV4oywdvz/aGJL+ToS1zSBeckwU0UD07aUiOfwWf5qBVIg0meyONkM/HvufD9kCAwEAAQ==';
  const keyOf = (text: string) => {
    const record = readRecord('', text);
    return record?.kind === 'dkim-key' ? record.key : undefined;
  };
  it('are fine', () => {
    has(`v=DKIM1; k=rsa; p=${rsa2048}`);
    has(`v=DKIM1; p=${rsa2048}; h=sha256; s=email; t=s; n=a note; of course=`, 'record-tag-unknown [of course=]');
    has(`k=rsa; p=${rsa2048}`);
    has('v=DKIM1; k=ed25519; p=iqjEIqPe/OxmgWUjHC9L/cq6AOEA7CZ4uriy2YU828M=');
    assert.deepEqual(keyOf(`v=DKIM1; p=${rsa2048}`), { algorithm: 'rsa', bits: 2048 });
    assert.deepEqual(keyOf(`v=DKIM1; p=${bare2048}`), { algorithm: 'rsa', bits: 2048 });
    assert.deepEqual(keyOf(`v=DKIM1; p=${rsa2048.slice(0, 90)} ${rsa2048.slice(90)}`), {
      algorithm: 'rsa',
      bits: 2048,
    });
  });
  it('are short', () => {
    has(`v=DKIM1; p=${rsa1024}`, `dkim-key-short [${rsa1024}]`);
    has(`v=DKIM1; p=${rsa512}`, `dkim-key-too-short [${rsa512}]`);
    assert.equal(keyOf(`v=DKIM1; p=${rsa512}`)?.bits, 512);
  });
  it('are mangled', () => {
    has(`v=DKIM1; p=${rsa1024.slice(0, 40)}*${rsa1024.slice(40)}`, 'dkim-key-base64 [*]');
    has(`v=DKIM1; p=${rsa1024.slice(0, 100)}`, `dkim-key-unreadable [${rsa1024.slice(0, 100)}]`);
    has(`v=DKIM1; k=ed25519; p=${rsa1024}`, `dkim-key-unreadable [${rsa1024}]`);
    has('v=DKIM1; k=rsa', 'record-tag-missing');
  });
  it('are withdrawn, tested, old', () => {
    has('v=DKIM1; p=', 'dkim-key-revoked [p=]');
    has(`v=DKIM1; t=y:s; p=${rsa2048}`, 'dkim-key-testing [t=y:s]');
    has(`v=DKIM1; h=sha1; p=${rsa2048}`, 'dkim-key-sha1 [h=sha1]');
    has(`v=DKIM1; k=dsa; p=${rsa2048}`, 'record-value [dsa]');
    has(`p=${rsa2048}; v=DKIM1`.replace(/^/, 'k=rsa; '), 'record-version-not-first [v=DKIM1]');
  });
});

describe('MTA-STS, TLS-RPT and BIMI', () => {
  it('are fine', () => {
    has('v=STSv1; id=20261121T000000;');
    has('v=TLSRPTv1; rua=mailto:tls@contoso.test,https://contoso.test/report');
    has('v=BIMI1; l=https://contoso.test/logo.svg; a=');
    has('v=BIMI1; l=; a=;');
  });
  it('are not', () => {
    has('v=STSv1; id=2026-11-21', 'record-value [2026-11-21]');
    has('v=STSv1;', 'record-tag-missing');
    has('id=1; v=STSv1', 'record-version-not-first [v=STSv1]');
    has('v=TLSRPTv1; rua=tls@contoso.test', 'tls-rpt-address [tls@contoso.test]');
    has('v=TLSRPTv1', 'record-tag-missing');
    has('v=BIMI1; l=http://contoso.test/logo.svg', 'bimi-address [http://contoso.test/logo.svg]');
    assert.deepEqual(problems('v=STSv1; id=1', 'contoso.test'), ['record-wrong-name']);
  });
});

describe('what is no record', () => {
  it('is left alone', () => {
    for (const [name, text] of [
      ['contoso.test', 'contoso-site-verification=3f1b'],
      ['_dmarc.contoso.test', 'hello'],
      ['', ''],
      ['', 'v=spf'],
      ['', 'p=1; q=2'],
    ] as const) {
      assert.equal(readRecord(name, text), undefined, text);
    }
  });
});

describe('character strings', () => {
  it('are joined without blanks', () => {
    const joined = joinStrings('"v=spf1 in" "clude:a.test" "\\;\\"\\065"', 0, 100);
    assert.deepEqual([joined?.text, joined?.longest], ['v=spf1 include:a.test;"A', 12]);
    assert.deepEqual(joined?.at({ start: 7, end: 14 }), { start: 8, end: 18 });
    assert.deepEqual(joined?.at({ start: 23, end: 24 }), { start: 32, end: 33 });
    assert.equal(joinStrings('"open', 0, 5), undefined);
    assert.equal(joinStrings('bare "v=1" words', 0, 20)?.text, 'v=1');
    assert.deepEqual(characterStrings('"v=spf1 in" "clude:a.test" "\\;\\"\\065"'), [
      'v=spf1 in',
      'clude:a.test',
      ';"A',
    ]);
    assert.deepEqual(characterStrings('bare "" w\\032x "gr\\195\\188n \\\\ grün"'), [
      'bare',
      '',
      'w x',
      'grün \\ grün',
    ]);
    assert.deepEqual(characterStrings('"\\255"'), ['\xff']);
    assert.deepEqual(characterStrings('a"b c"d'), ['a', 'b c', 'd']);
  });
  it('are found in the document', () => {
    const source = 'Strings : {v=spf1 mx -all}';
    const span = { start: 0, end: source.length };
    const at = joinAnswer(source, span, '"v=spf1 mx -all"')?.at({ start: 7, end: 9 });
    assert.equal(source.slice(at?.start, at?.end), 'mx');
    assert.deepEqual(joinAnswer('&quot;v=spf1&quot;', { start: 2, end: 9 }, '"v=spf1 a"')?.at({ start: 1, end: 2 }), {
      start: 2,
      end: 9,
    });
  });
});

describe('hostile records', () => {
  it('come to an end with hostile text', () => {
    for (const piece of [
      'a',
      ' ',
      ';',
      '=',
      'p=',
      'a:',
      '%',
      '%{',
      'ip4:1',
      '/',
      '::',
      '-all ',
      'include:',
      ' a=;',
      '"',
      '\\',
      ',',
      'mailto:',
    ]) {
      for (const head of ['v=spf1 ', 'v=DMARC1; rua=', 'v=DKIM1; p=', 'v=TLSRPTv1; rua=']) {
        assert.doesNotThrow(() => readRecord('', head + piece.repeat(Math.ceil(60_000 / piece.length))), head + piece);
      }
    }
  }).timeout(60_000);
});
