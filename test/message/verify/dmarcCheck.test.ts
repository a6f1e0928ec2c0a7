import assert from 'node:assert/strict';
import type { MethodResult, SignatureCheck, SpfCheck } from '../../../src/message/verify/authentication.ts';
import { checkDmarc } from '../../../src/message/verify/dmarcCheck.ts';
import { createRecordingResolver } from '../../../src/message/verify/resolver.ts';
import { type FakeZone, fakePorts } from '../../probes/fakePorts.ts';

const ZONE: FakeZone = {
  '_dmarc.contoso.test TXT': ['"v=DMARC1; p=reject"'],
  '_dmarc.strict.test TXT': ['"v=DMARC1; p=quarantine; aspf=s; adkim=s; t=y"'],
  '_dmarc.late.test TXT': 'TIMEOUT',
  'late.test TXT': 'TIMEOUT',
  'none.test A': ['192.0.2.1'],
};
const spf = (result: MethodResult, domain: string): SpfCheck => ({
  ...{ result, domain, identity: 'mailfrom', findings: [] },
});
const dkim = (result: MethodResult, domain: string): SignatureCheck => ({
  ...{ result, domain, selector: 's', algorithm: 'rsa-sha256', canonicalization: 'relaxed/relaxed', findings: [] },
});

const checked = (
  from: readonly string[],
  ofSpf: SpfCheck = spf('none', ''),
  ofDkim: readonly SignatureCheck[] = [],
  fromFields = 1,
) =>
  checkDmarc(
    { headerFrom: from, fromFields },
    ofSpf,
    ofDkim,
    createRecordingResolver(fakePorts(ZONE).resolve, new AbortController().signal),
  );

describe('DMARC', () => {
  it('passes by one method that passes and is aligned (RFC 9989 4.4)', async () => {
    for (const [author, ofSpf, ofDkim, result] of [
      ['contoso.test', spf('pass', 'contoso.test'), [], 'pass'],
      ['contoso.test', spf('pass', 'bounce.contoso.test'), [], 'pass'],
      ['contoso.test', spf('pass', 'other.test'), [], 'fail'],
      ['contoso.test', spf('softfail', 'contoso.test'), [], 'fail'],
      ['contoso.test', spf('fail', 'contoso.test'), [dkim('pass', 'mail.contoso.test')], 'pass'],
      ['contoso.test', spf('fail', 'contoso.test'), [dkim('fail', 'contoso.test'), dkim('pass', 'x.test')], 'fail'],
      ['strict.test', spf('pass', 'bounce.strict.test'), [], 'fail'],
      ['strict.test', spf('pass', 'strict.test'), [], 'pass'],
      ['strict.test', spf('none', 'x.test'), [dkim('pass', 'mail.strict.test')], 'fail'],
      ['none.test', spf('pass', 'none.test'), [], 'none'],
    ] as const)
      assert.equal((await checked([`a@${author}`], ofSpf, ofDkim)).result, result, JSON.stringify([author, ofSpf]));
  });

  it('shows for each domain whether it is aligned, in the mode of the record', async () => {
    const found = await checked(['Ann@Strict.test'], spf('pass', 'mail.strict.test'), [
      dkim('fail', 'strict.test'),
      dkim('pass', 'other.test'),
      dkim('permerror', ''),
    ]);
    assert.deepEqual(found.alignments, [
      { method: 'spf', domain: 'mail.strict.test', result: 'pass', mode: 'strict', aligned: false },
      { method: 'dkim', domain: 'strict.test', result: 'fail', mode: 'strict', aligned: true },
      { method: 'dkim', domain: 'other.test', result: 'pass', mode: 'strict', aligned: false },
    ]);
    assert.deepEqual(
      [found.author, found.policyDomain, found.policy, found.testing, found.moreSignatures],
      // t=y: what is applied is one step below what is asked for.
      ['strict.test', 'strict.test', 'none', true, undefined],
    );
    const other = await checked(['a@contoso.test'], spf('pass', 'mail.contoso.test'));
    assert.deepEqual(
      [other.testing, other.record, other.alignments[0]?.mode, other.alignments[0]?.aligned],
      [false, 'v=DMARC1; p=reject', 'relaxed', true],
    );
  });

  it('counts signatures that are not shown, too', async () => {
    const many = [...Array(12).fill(dkim('fail', 'x.test')), dkim('pass', 'contoso.test'), dkim('fail', 'y.test')];
    const found = await checked(['a@contoso.test'], undefined, many);
    assert.deepEqual([found.result, found.moreSignatures, found.alignments.length], ['pass', 2, 12]);
    const twelve = await checked(['a@contoso.test'], undefined, many.slice(0, 12));
    assert.deepEqual([twelve.result, twelve.moreSignatures], ['fail', undefined]);
    const open = await checked(['a@contoso.test'], spf('fail', 'x.test'), [
      ...many.slice(0, 12),
      dkim('unchecked', 'contoso.test'),
    ]);
    assert.deepEqual([open.result, open.reason], ['unchecked', 'methods-unchecked']);
    const nobody = await checked(['a@contoso.test'], spf('fail', 'x.test'), [
      ...many.slice(0, 12),
      dkim('unchecked', ''),
    ]);
    assert.equal(nobody.result, 'fail');
  });

  it('stays open where a method could not be checked that would have made it pass', async () => {
    for (const [ofSpf, ofDkim, reason] of [
      [spf('unchecked', ''), [], 'methods-unchecked'],
      [spf('unchecked', 'contoso.test'), [], 'methods-unchecked'],
      [spf('unchecked', 'other.test'), [], undefined],
      [spf('none', ''), [], undefined],
      [spf('fail', 'contoso.test'), [dkim('unchecked', 'contoso.test')], 'methods-unchecked'],
      [spf('fail', 'contoso.test'), [dkim('unchecked', 'other.test')], undefined],
    ] as const) {
      const found = await checked(['a@contoso.test'], ofSpf, ofDkim);
      const result = reason === undefined ? 'fail' : 'unchecked';
      assert.deepEqual([found.result, found.reason], [result, reason], JSON.stringify([ofSpf, ofDkim]));
    }
    const late = await checked(['a@late.test'], spf('pass', 'late.test'));
    assert.deepEqual([late.result, late.reason, late.author, late.alignments], ['unchecked', 'dns', 'late.test', []]);
  });

  it('needs one author', async () => {
    for (const [from, fields, result, reason, author] of [
      [[], 1, 'none', 'no-author-domain', ''],
      [['a@contoso.test', 'b@strict.test'], 1, 'permerror', 'multiple-author-domains', 'contoso.test, strict.test'],
      [['a@contoso.test'], 2, 'permerror', 'multiple-from-fields', 'contoso.test'],
    ] as const) {
      const found = await checked(from, spf('pass', 'contoso.test'), [], fields);
      assert.deepEqual(
        [found.result, found.reason, found.author, found.testing, found.alignments],
        [result, reason, author, false, []],
      );
    }
  });
});
