import assert from 'node:assert/strict';
import { coversHost, readMtaStsPolicy } from '../../../src/core/dns/records/mtaStsPolicy.ts';

/** Lines of a policy, and the codes of what is wrong with them. */
const cases: Readonly<Record<string, readonly [string, ...(readonly string[])]>> = {
  'the example of RFC 8461 3.2': [
    'version: STSv1\r\nmode: enforce\r\nmx: mail.contoso.test\r\nmx: *.contoso.test\r\nmx: backup.fabrikam.test\r\nmax_age: 604800\r\n',
  ],
  'lines that end with LF alone, and the last without an end': [
    'version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800',
  ],
  'no blank behind the colon': ['version:STSv1\nmode:testing\nmx:a.contoso.test\nmax_age:604800\n'],
  'blanks at the ends of lines': ['version: STSv1  \nmode: enforce\t\nmx: a.contoso.test \nmax_age: 604800 \n'],
  'keys in any order': ['mx: a.contoso.test\nmax_age: 604800\nmode: testing\nversion: STSv1\n'],
  'an extension': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800\nx-note.1: hello there\n'],
  'mode none without an exchanger, kept for a day': ['version: STSv1\nmode: none\nmax_age: 86400\n'],
  'mode none that is kept for a minute': ['version: STSv1\nmode: none\nmax_age: 60\n'],
  'the longest age': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 31557600\n'],
  'capital letters in a host': ['version: STSv1\nmode: enforce\nmx: MX.Contoso.Test\nmax_age: 604800\n'],
  'no version': ['mode: enforce\nmx: a.contoso.test\nmax_age: 604800\n', 'mta-sts-key-missing'],
  'another version': ['version: STSv2\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800\n', 'mta-sts-value'],
  'a version in small letters': [
    'version: stsv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-value',
  ],
  'no mode': ['version: STSv1\nmx: a.contoso.test\nmax_age: 604800\n', 'mta-sts-key-missing'],
  'a mode that there is not': ['version: STSv1\nmode: report\nmx: a.contoso.test\nmax_age: 604800\n', 'mta-sts-value'],
  'a mode in capitals': ['version: STSv1\nmode: Enforce\nmx: a.contoso.test\nmax_age: 604800\n', 'mta-sts-value'],
  'no age': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\n', 'mta-sts-key-missing'],
  'an age that is too long': [
    'version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 31557601\n',
    'mta-sts-value',
  ],
  'an age of days in words': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 7d\n', 'mta-sts-value'],
  'an age below zero': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: -1\n', 'mta-sts-value'],
  'an age below a day': ['version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 3600\n', 'mta-sts-age-short'],
  'no exchanger': ['version: STSv1\nmode: enforce\nmax_age: 604800\n', 'mta-sts-key-missing'],
  'an exchanger with a final dot': [
    'version: STSv1\nmode: enforce\nmx: a.contoso.test.\nmax_age: 604800\n',
    'mta-sts-pattern',
  ],
  'an address as exchanger': [
    'version: STSv1\nmode: enforce\nmx: 192.0.2.1\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-pattern',
  ],
  'a star that stands for a part of a label': [
    'version: STSv1\nmode: enforce\nmx: mx*.contoso.test\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-pattern',
  ],
  'a leading dot, which drafts had': [
    'version: STSv1\nmode: enforce\nmx: .contoso.test\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-pattern',
  ],
  'a preference in front of the exchanger': [
    'version: STSv1\nmode: enforce\nmx: 10 a.contoso.test\nmx: b.contoso.test\nmax_age: 604800\n',
    'mta-sts-pattern',
  ],
  'exchangers with commas between them': [
    'version: STSv1\nmode: enforce\nmx: a.contoso.test, b.contoso.test\nmax_age: 604800\n',
    'mta-sts-pattern',
    'mta-sts-key-missing',
  ],
  'a blank before the colon': [
    'version: STSv1\nmode : enforce\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-line',
    'mta-sts-key-missing',
  ],
  'an equals sign in place of the colon': [
    'version=STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-line',
    'mta-sts-key-missing',
  ],
  'a key with a capital': [
    'version: STSv1\nMode: enforce\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-key-case',
    'mta-sts-key-missing',
  ],
  'max-age as HTTP writes it': [
    'version: STSv1\nmode: enforce\nmx: a.contoso.test\nmax-age: 604800\n',
    'mta-sts-key-case',
    'mta-sts-key-missing',
  ],
  'a key that stands twice': [
    'version: STSv1\nmode: enforce\nmode: testing\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-key-repeated',
  ],
  'a byte order mark': [
    '\ufeffversion: STSv1\nmode: enforce\nmx: a.contoso.test\nmax_age: 604800\n',
    'mta-sts-not-ascii',
    'mta-sts-line',
    'mta-sts-key-missing',
  ],
  'a page in HTML': [
    '<!DOCTYPE html><html></html>\n',
    'mta-sts-line',
    'mta-sts-key-missing',
    'mta-sts-key-missing',
    'mta-sts-key-missing',
    'mta-sts-key-missing',
  ],
  'nothing at all': ['', 'mta-sts-key-missing', 'mta-sts-key-missing', 'mta-sts-key-missing', 'mta-sts-key-missing'],
};

describe('a policy of MTA-STS (RFC 8461 3.2)', () => {
  for (const [name, [text, ...expected]] of Object.entries(cases)) {
    it(`${expected.length === 0 ? 'may have' : 'is told of'} ${name}`, () => {
      const { problems } = readMtaStsPolicy(text);
      assert.deepEqual(
        problems.map(({ code }) => code),
        expected,
      );
      for (const { start, end } of problems) assert.ok(start <= end && end <= text.length);
    });
  }
  it('is read to its mode, its age and its exchangers', () => {
    const { problems, ...policy } = readMtaStsPolicy(
      'version: STSv1\nmode: testing\nmode: none\nmx: *.Contoso.test\nmx: mx.fabrikam.test\nmax_age: 1209600\n',
    );
    assert.deepEqual(policy, {
      mode: 'testing',
      maxAge: 1_209_600,
      patterns: ['*.contoso.test', 'mx.fabrikam.test'],
    });
    assert.equal(problems.length, 1);
  });
  it('covers with a star exactly one label (RFC 8461 4.1)', () => {
    assert.equal(coversHost('*.contoso.test', 'mail.contoso.test'), true);
    assert.equal(coversHost('*.contoso.test', 'Mail.Contoso.test.'), true);
    assert.equal(coversHost('*.contoso.test', 'contoso.test'), false);
    assert.equal(coversHost('*.contoso.test', 'a.mail.contoso.test'), false);
    assert.equal(coversHost('*.contoso.test', 'mail.fabrikam-contoso.test'), false);
    assert.equal(coversHost('mx.contoso.test', 'MX.contoso.test'), true);
    assert.equal(coversHost('mx.contoso.test', 'a.mx.contoso.test'), false);
  });
  it('of ten thousand lines, or of one line without an end, is read in no time', () => {
    assert.ok(readMtaStsPolicy('mx: a\n'.repeat(10_000)).problems.length > 0);
    assert.ok(readMtaStsPolicy('a'.repeat(1_000_000)).problems.length > 0);
    assert.ok(readMtaStsPolicy(' '.repeat(1_000_000)).problems.length > 0);
  });
});
