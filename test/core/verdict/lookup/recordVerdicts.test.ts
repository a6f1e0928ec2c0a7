import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const said = (text: string): readonly string[] =>
  readVerdicts(readTicket(text)).map(({ code, confidence, stage }) => `${code} ${confidence} ${stage}`);

describe('the verdict on a record', () => {
  it('that is broken in a sentence is told, less surely than one that DNS gave', () => {
    assert.deepEqual(said('Our SPF is: v=spf1 include:_spf.fabrikam.test ip4:192.0.2.300 ~all, can you look?\n'), [
      'spf-failed medium quoted',
    ]);
    assert.deepEqual(said('contoso.test. 300 IN TXT "v=spf1 ip4:192.0.2.300 ~all"\n'), ['spf-failed high dns']);
  });
  it('is told of two DMARC records and of a key that was withdrawn', () => {
    const two = '_dmarc.contoso.test TXT "v=DMARC1; p=none"\n_dmarc.contoso.test TXT "v=DMARC1; p=reject"\n';
    assert.deepEqual(said(`We have these:\n${two}`), ['dmarc-failed medium quoted']);
  });
  it('with more than ten look-ups is a notice, for hosts in front of the eleventh pass', () => {
    const text = `contoso.test. 300 IN TXT "v=spf1 ${[...'abcdefghijk'].map((one) => `include:${one}.test`).join(' ')} -all"\n`;
    const [told] = readVerdicts(readTicket(text));
    assert.deepEqual(
      [told?.code, told?.role, told?.failed, told?.actor],
      ['spf-failed', 'notice', false, 'sending admin'],
    );
    assert.match(told?.summary ?? '', /causes 11 DNS look-ups/);
    assert.match(told?.next[0]?.text ?? '', /^Take out/);
    assert.deepEqual(said(text.replace('include:k.test ', '')), []);
  });
  it('is nothing where the record is right, or where its mistake keeps nobody from using it', () => {
    assert.deepEqual(said('Our SPF is: v=spf1 include:_spf.fabrikam.test ip4:192.0.2.30 ~all, can you look?\n'), []);
    assert.deepEqual(said('Should we publish spf1 a mx -all?\n'), []);
  });
});

describe('a record of a panel, whose name is an at-sign', () => {
  it('is told without a host', () => {
    const panel = 'TXT\t@\tv=spf1 mx -all\t3600\nTXT\t@\tv=spf1 a -all\t3600\n';
    assert.deepEqual(
      readVerdicts(readTicket(panel)).map(({ code, server }) => [code, server]),
      [['spf-failed', undefined]],
    );
  });
});
