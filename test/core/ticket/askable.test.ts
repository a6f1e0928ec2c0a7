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
  it('is a list that a person looks through, whatever the text names', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `DKIM-Signature: a@b${i}.test`).join('\n');
    assert.deepEqual(
      names(many),
      Array.from({ length: 12 }, (_, i) => `domain b${i}.test`),
    );
  });
});
