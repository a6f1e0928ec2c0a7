import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { explainHeaderChange, headerVerifies } from '../../../src/message/verify/headerChanges.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ed = generateKeyPairSync('ed25519');
const pem = ({ publicKey }: typeof rsa): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const base = { publicKey: pem(rsa), algorithm: 'rsa-sha256' };
const signed = (text: string): string => sign('sha256', Buffer.from(text, 'latin1'), rsa.privateKey).toString('base64');

const END = 'dkim-signature:v=1; d=contoso.test; b=';

/** What is said of a header that was signed as `was` and came as `now`: the finding and what it is told with. */
function said(was: readonly string[], now: readonly string[], originalFrom?: string): string {
  const canonical = [...now, END].join('\r\n');
  const signature = signed([...was, END].join('\r\n'));
  const found = explainHeaderChange({ ...base, canonical, signature, ...(originalFrom && { originalFrom }) });
  return [found.code, ...Object.values(found.data)].join(' | ');
}

describe('a header that is not as it was signed', () => {
  it('has words in front of its subject', () => {
    for (const [was, now, tag] of [
      ['Subject: the order', 'Subject: [list] the order', '[list]'],
      ['subject:the order', 'subject:[list] the order', '[list]'],
      ['Subject : the order', 'Subject : [list]the order', '[list]'],
      ['subject: the order', 'subject: [list]  the order', '[list]'],
      ['subject: [list]the order', 'subject: [a][list]the order', '[a]'],
      ['Subject\t: the order', 'Subject\t: [list] the order', '[list]'],
      ['subject:Re: the order', 'subject:Re: [list] the order', '[list]'],
      ['subject:AW: Fwd: WG: the order', 'subject:AW: Fwd: WG: [list] the order', '[list]'],
      ['subject:fw:re :the order', 'subject:fw:re :[list] the order', '[list]'],
      ['subject:the order', 'subject:[list] [EXTERNAL] the order', '[list] [EXTERNAL]'],
      ['subject:the order', 'subject:***SPAM*** the order', '***SPAM***'],
      ['subject:the order', 'subject:** Spam mail ** the order', '** Spam mail **'],
      ['subject:the order', 'subject:{Spam?} the order', '{Spam?}'],
      ['subject:the order', 'subject:EXTERNAL: the order', 'EXTERNAL:'],
      ['subject:the order', 'subject:Extern - the order', 'Extern -'],
      ['subject:the order', 'subject:Suspected Spam: the order', 'Suspected Spam:'],
      ['subject:the order', 'subject:caution:the order', 'caution:'],
      ['subject:the order', 'subject:bulk: the order', 'bulk:'],
      ['subject:the order', 'subject:Virus - the order', 'Virus -'],
      ['subject:the order', 'subject:[M\u00c3\u00bcll] the order', '[M\u00fcll]'],
    ] as const)
      assert.equal(said([was, 'to:b@b.test'], [now, 'to:b@b.test']), `header-subject-tag | ${tag}`, now);
    // A subject that is another says nothing of a tag, and a tag elsewhere is none.
    for (const now of ['subject:the orders', 'subject:a [list] the order', 'subject:news: the order'])
      assert.equal(said(['subject:the order'], [now]), 'header-changed', now);
    assert.equal(said(['comments:x'], ['comments:[list] x']), 'header-changed');
  });

  it('is folded in other places (RFC 5322 2.2.3)', () => {
    for (const [was, now] of [
      [['To: a@b.test, c@d.test'], ['To: a@b.test,\r\n\tc@d.test']],
      [['To: a@b.test,\tc@d.test'], ['To: a@b.test,\r\n\tc@d.test']],
      [['To: a@b.test, c@d.test'], ['To: a@b.test,\r\n    c@d.test']],
      [['To: a@b.test, c@d.test'], ['To: a@b.test,\r\n\t\t \tc@d.test']],
      [
        ['To: a@b.test,\r\n c@d.test', 'Subject: a b'],
        ['To: a@b.test,\r\n c@d.test', 'Subject: a\r\n b'],
      ],
      [
        ['To: a b', 'Subject: a b'],
        ['To: a\r\n b', 'Subject: a\r\n b'],
      ],
    ] as const)
      assert.equal(said(was, now), 'header-refolded', now.join());
    assert.equal(said(['To: ab'], ['To: a\r\n b']), 'header-changed');
  });

  it('has another encoding', () => {
    for (const [was, now] of [
      ['8bit', 'quoted-printable'],
      ['8bit', 'base64'],
      ['7bit', 'quoted-printable'],
      ['quoted-printable', '8bit'],
      ['base64', '8BIT'],
    ] as const)
      for (const field of ['content-transfer-encoding:', 'Content-Transfer-Encoding: '])
        assert.equal(
          said([`a:b`, `${field}${was}`], [`a:b`, `${field}${now}`]),
          `header-encoding-changed | ${was} | ${now}`,
        );
    assert.equal(said(['x-content-transfer-encoding:8bit'], ['x-content-transfer-encoding:7bit']), 'header-changed');
  });

  it('has the author elsewhere, where a list put itself in From', () => {
    for (const [was, now] of [
      ['from:A <a@a.test>', 'from:A via L <l@l.test>'],
      ['From: A <a@a.test>', 'From: A via L <l@l.test>'],
      ['From : A <a@a.test>', 'From : A via L <l@l.test>'],
      ['from:A <a@a.test>', 'from:"A: by L" <l@l.test>'],
    ] as const) {
      assert.equal(said([was, 'to:b'], [now, 'to:b'], 'A <a@a.test>'), 'header-from-rewritten');
      assert.equal(said([was], [now]), 'header-changed');
      assert.equal(said([was], [now], 'B <a@a.test>'), 'header-changed');
    }
    assert.equal(said(['sender:A <a@a.test>'], ['sender:L'], 'A <a@a.test>'), 'header-changed');
  });

  it('has a field more, which is named (RFC 6376 8.15)', () => {
    for (const [now, name] of [
      [['reply-to:l@l.test', 'from:a', 'to:b'], 'reply-to'],
      [['from:a', 'Sender : l@l.test', 'to:b'], 'Sender'],
      [['from:a', 'to:b', 'cc:c\r\n d'], 'cc'],
      [['list-post:<mailto:l@l.test>', 'from:a', 'to:b'], 'list-post'],
    ] as const)
      assert.equal(said(['from:a', 'to:b'], now), `header-field-added | ${name}`);
    assert.equal(said(['from:a', 'to:b'], ['from:a']), 'header-changed');
  });
});

describe('a signature over a header', () => {
  const text = 'from:a\r\nsubject:M\u00fcll';
  const algorithms = { sha256: 'rsa-sha256', sha1: 'rsa-sha1' } as const;
  it('fits the very bytes, with the hash that it names', () => {
    for (const [hash, algorithm] of Object.entries(algorithms)) {
      const signature = sign(hash, Buffer.from(text, 'latin1'), rsa.privateKey).toString('base64');
      const given = { ...base, algorithm, canonical: '', signature };
      assert.equal(headerVerifies(text, given), true, algorithm);
      assert.equal(headerVerifies(`${text} `, given), false);
      assert.equal(
        headerVerifies(text, { ...given, algorithm: algorithm === 'rsa-sha1' ? 'rsa-sha256' : 'rsa-sha1' }),
        false,
      );
    }
  });
  it('is over the hash where it is Ed25519 (RFC 8463 3)', () => {
    const hashed = createHash('sha256').update(Buffer.from(text, 'latin1')).digest();
    const given = { publicKey: pem(ed), algorithm: 'ed25519-sha256', canonical: '' };
    const of = (bytes: Buffer) => sign(null, bytes, ed.privateKey).toString('base64');
    assert.equal(headerVerifies(text, { ...given, signature: of(hashed) }), true);
    assert.equal(headerVerifies(text, { ...given, signature: of(Buffer.from(text, 'latin1')) }), false);
    // A key of another kind, and what is no key at all.
    assert.equal(headerVerifies(text, { ...given, publicKey: base.publicKey, signature: of(hashed) }), false);
    assert.equal(headerVerifies(text, { ...given, publicKey: 'x', signature: of(hashed) }), false);
  });
});
