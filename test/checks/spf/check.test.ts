import assert from 'node:assert/strict';
import { checkSpf } from '../../../src/checks/spf/check.ts';
import { context, told } from '../zone.ts';

async function found(records: string): Promise<readonly string[]> {
  return told(await checkSpf(context(records)));
}
const spf = (record: string, more = ''): string => `contoso.test TXT "v=spf1 ${record}"\n${more}`;

describe('the SPF record of a domain', () => {
  it('is right where it can be read and costs no more than it may', async () => {
    assert.deepEqual(
      await found(
        spf(
          'mx include:fabrikam.test -all',
          'fabrikam.test TXT "v=spf1 ip4:192.0.2.1 -all"\ncontoso.test MX 10 mx.contoso.test.',
        ),
      ),
      ['pass spf-costs contoso.test'],
    );
  });
  it('is missing, there twice, or not known', async () => {
    assert.deepEqual(await found('contoso.test TXT "other"'), ['warning spf-none contoso.test']);
    assert.deepEqual(await found(`${spf('-all')}${spf('~all')}`), ['fail spf-several contoso.test']);
    assert.deepEqual(await found('contoso.test TXT !SERVFAIL'), ['unknown dns-unanswered contoso.test']);
  });
  it('has the mistakes that a record has wherever it stands', async () => {
    assert.deepEqual(await found(spf('ipv4:192.0.2.1 -all')), ['fail spf-unknown-mechanism contoso.test']);
    assert.deepEqual(await found(spf('ptr +all', 'x.test A 192.0.2.1')), [
      'warning spf-ptr contoso.test',
      'warning spf-pass-all contoso.test',
      'pass spf-costs contoso.test',
    ]);
  });
  it('is broken by what it includes', async () => {
    assert.deepEqual(await found(spf('include:fabrikam.test -all')), ['fail spf-include-none fabrikam.test']);
    assert.deepEqual(await found(spf('include:a.test -all', 'a.test TXT "v=spf1 foo -all"')), [
      'fail spf-unknown-mechanism a.test',
    ]);
    assert.deepEqual(await found(spf('include:a.test -all', 'a.test TXT "v=spf1 include:contoso.test -all"')), [
      'fail spf-loop contoso.test',
    ]);
    assert.deepEqual(await found(spf('include:a.test -all', 'a.test TXT !TIMEOUT')), ['unknown dns-unanswered a.test']);
  });
  it('costs too much with all that it includes, though each record is small', async () => {
    const below = ['a', 'b', 'c', 'd']
      .map((name) => `${name}.test TXT "v=spf1 a:h.test a:i.test exists:h.test -all"`)
      .join('\n');
    const records = spf(
      'include:a.test include:b.test include:c.test include:d.test -all',
      `${below}\nh.test A 192.0.2.1\ni.test A 192.0.2.2`,
    );
    assert.deepEqual(await found(records), ['fail spf-lookups contoso.test']);
  });
  it('asks for what is not there', async () => {
    assert.deepEqual(await found(spf('a:a.test a:b.test mx:c.test -all')), ['fail spf-voids contoso.test']);
  });
  it('may lead to sixty-four records, one behind the other, without an end to the check', async () => {
    const chain = [...Array(64).keys()].map((i) => `i${i}.test TXT "v=spf1 include:i${i + 1}.test -all"`).join('\n');
    const codes = await found(spf('include:i0.test -all', `${chain}\ni64.test TXT "v=spf1 -all"`));
    assert.deepEqual(codes, ['fail spf-lookups contoso.test']);
  });
});
