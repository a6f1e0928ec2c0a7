import assert from 'node:assert/strict';
import { askableIn, selectorsIn } from '../../../src/core/ticket/askable.ts';

const names = (text: string): readonly string[] => askableIn(text).map(({ what, value }) => `${what} ${value}`);

describe('what a ticket names that can be asked about', () => {
  it('is its domains of addresses, keys, hosts and IP addresses, the oftenest first', () =>
    assert.deepEqual(
      names(
        'bob@contoso.test and ann@fabrikam.test, again ann@fabrikam.test\n220 mx1.contoso.test at 192.0.2.1\n250-mx1.contoso.test\nDKIM-Signature: v=1; a=rsa-sha256; d=fabrikam.test;\n\ts=S1; bh=x\n',
      ),
      [
        'domain fabrikam.test',
        'domain contoso.test',
        'key dkim:s1@fabrikam.test',
        'host mx1.contoso.test',
        'address 192.0.2.1',
      ],
    ));
  it('has the key of a record that stands there', () =>
    assert.deepEqual(names('k1._domainkey.contoso.test. IN TXT "p="'), ['key dkim:k1@contoso.test']));
  it('has the selectors of one domain, of signatures and of records', () => {
    const text =
      'DKIM-Signature: v=1; d=contoso.test; s=S1;\nDKIM-Signature: v=1; d=fabrikam.test; s=f1;\n\nk1._domainkey.contoso.test. IN TXT "p="';
    assert.deepEqual([...selectorsIn(text, 'Contoso.test')].sort(), ['k1', 's1']);
    assert.deepEqual(selectorsIn(text, 'test'), []);
  });
  it('takes no tag from behind the end of the field', () =>
    assert.deepEqual(names('DKIM-Signature: v=1; d=contoso.test\nSubject: ; s=k1;\n'), ['host contoso.test']));
  it('is no name with an underscore, and no code in front of one', () => {
    assert.deepEqual(names('_dmarc.contoso.test 250-mx1.contoso.test 2500-mx2.contoso.test'), [
      'host 2500-mx2.contoso.test',
    ]);
    assert.deepEqual(names('a@contoso.test contoso.test'), ['domain contoso.test']);
    assert.deepEqual(names('S1._DomainKey.Contoso.test'), ['key dkim:s1@contoso.test']);
  });
  it('has the tags of a signature wherever they stand in it', () => {
    const keys = (text: string): readonly string[] => names(text).filter((name) => name.startsWith('key'));
    for (const text of [
      'DKIM-Signature: s=k; d=a.test',
      'dkim-signature: v=1;\r\n\ts = k ;\r\n d= a.test;',
      'ARC-Seal: i=1; d=a.test; s=k',
      'ARC-Message-Signature: d=a.test;s=k;',
    ])
      assert.deepEqual(keys(text), ['key dkim:k@a.test'], text);
    for (const text of [
      'DKIM-Signature: d=a.test',
      'DKIM-Signature: s=k',
      'DKIM-Signature: bs=k; d=a.test',
      'd=a.test; s=k',
    ])
      assert.deepEqual(keys(text), [], text);
    const far = (count: number): string => `DKIM-Signature: v=1;${' '.repeat(count)} d=a.test; s=k`;
    assert.deepEqual(keys(far(2900)), ['key dkim:k@a.test']);
    assert.deepEqual(keys(far(3000)), []);
  });
  it('is so much of each kind, the first of those that are named as often', () => {
    const many = (one: (i: number) => string): string => Array.from({ length: 20 }, (_, i) => one(i)).join(' ');
    const [domains, hosts] = [names(many((i) => `x@a${i}.test`)), names(many((i) => `a${i}.test`))];
    assert.deepEqual([domains.length, domains[0], hosts.length], [12, 'domain a0.test', 12]);
    assert.equal(names(many((i) => `k${i}._domainkey.a.test`)).length, 6);
    assert.equal(names(many((i) => `192.0.2.${i + 1}`)).length, 8);
    assert.deepEqual(names('a.test b.test b.test'), ['host b.test', 'host a.test']);
  });
  it('is a list that a person looks through, whatever the text names', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `DKIM-Signature: a@b${i}.test`).join('\n');
    assert.deepEqual(
      names(many),
      Array.from({ length: 12 }, (_, i) => `domain b${i}.test`),
    );
  });
});
