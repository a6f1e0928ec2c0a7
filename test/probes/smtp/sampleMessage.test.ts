import assert from 'node:assert/strict';
import { type SampleMessage, writeSampleMessage } from '../../../src/probes/smtp/sampleMessage.ts';

const sample: SampleMessage = {
  from: 'ann@contoso.test',
  recipients: ['bob@fabrikam.test'],
  subject: 'A test',
  body: 'Hello',
  time: Date.UTC(2026, 10, 21, 20, 11, 38),
  id: '1234',
  host: 'pc.contoso.test',
};
const written = (more: Partial<SampleMessage> = {}): readonly string[] =>
  writeSampleMessage({ ...sample, ...more }).split('\r\n');
const field = (name: string, more: Partial<SampleMessage>): string =>
  (
    new RegExp(`^${name}: (.*(?:\\r\\n .*)*)`, 'm').exec(writeSampleMessage({ ...sample, ...more }))?.[1] ?? ''
  ).replaceAll('\r', '');

describe('a message for a test', () => {
  it('has the fields of RFC 5322, and is answered by no machine', () => {
    assert.deepEqual(written(), [
      'Date: Sat, 21 Nov 2026 20:11:38 +0000',
      'From: <ann@contoso.test>',
      'To: <bob@fabrikam.test>',
      'Subject: A test',
      'Message-ID: <1234@pc.contoso.test>',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 7bit',
      '',
      'Hello',
      '',
    ]);
  });
  it('is from the postmaster of the machine where the sender is null', () =>
    assert.equal(field('From', { from: '' }), '<postmaster@pc.contoso.test>'));
  it('names its recipients a line each', () =>
    assert.equal(field('To', { recipients: ['a@b.test', 'c@d.test'] }), '<a@b.test>,\n <c@d.test>'));
  it('is 8bit only where its text is', () => {
    assert.equal(field('Content-Transfer-Encoding', { body: 'Grüße' }), '8bit');
    assert.equal(field('Content-Transfer-Encoding', { body: '\u007f', subject: 'Grüße' }), '7bit');
  });
  it('has its subject in encoded words where it is not ASCII, or would be taken for one (RFC 2047)', () => {
    for (const [subject, value] of [
      ['Grüße, Zoë', '=?utf-8?Q?Gr=C3=BC=C3=9Fe=2C_Zo=C3=AB?='],
      ['=?x', '=?utf-8?Q?=3D=3Fx?='],
      ['a=b?', 'a=b?'],
      ['\ud83d\ude00 \ud83d', '=?utf-8?Q?=F0=9F=98=80_=EF=BF=BD?='],
      ['a\r\nBcc: x@y.test', 'a Bcc: x@y.test'],
      ['  a  ', 'a'],
      ['', ''],
      ["ä!'()*~-._", '=?utf-8?Q?=C3=A4=21=27=28=29=2A=7E=2D=2E=5F?='],
    ] as const) {
      assert.equal(field('Subject', { subject }), value, subject);
    }
    assert.equal(field('Subject', { subject: 'x'.repeat(900) }), 'x'.repeat(900));
    const long = field('Subject', { subject: 'x'.repeat(901) }).split('\n ');
    assert.deepEqual([long.length, long[0]], [16, `=?utf-8?Q?${'x'.repeat(60)}?=`]);
    const umlauts = field('Subject', { subject: 'ä'.repeat(11) }).split('\n ');
    assert.deepEqual(umlauts, [`=?utf-8?Q?${'=C3=A4'.repeat(10)}?=`, '=?utf-8?Q?=C3=A4?=']);
  });
  it('has no line break in an address', () =>
    assert.equal(field('From', { from: ' a\r\nBcc: x@y.test\u2028b ' }), '<a Bcc: x@y.test b>'));
  it('has the lines of its text, long ones in pieces', () => {
    const body = written({ body: `a\nb\r\nc\rd\n\n${'x'.repeat(240)}\n${'😀'.repeat(241)}` }).slice(10);
    assert.deepEqual(body, ['a', 'b', 'c', 'd', '', 'x'.repeat(240), '😀'.repeat(240), '😀', '']);
    assert.equal(written({ body: 'y'.repeat(481) }).length, 14);
  });
});
