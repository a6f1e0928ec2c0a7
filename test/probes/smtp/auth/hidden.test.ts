import assert from 'node:assert/strict';
import { encodeBase64 } from '../../../../src/core/text/base64.ts';
import { octetsOfText } from '../../../../src/core/text/utf8.ts';
import { HiddenSecrets, readChallenge } from '../../../../src/probes/smtp/auth/hidden.ts';

const hiding = (secret: string): HiddenSecrets => {
  const hidden = new HiddenSecrets();
  hidden.add(octetsOfText(secret));
  return hidden;
};
const shown = (hidden: HiddenSecrets, ...lines: string[]): readonly string[] => hidden.clean(lines, undefined).lines;

describe('what a server says back of a secret', () => {
  const secret = 'Tr0ub4dor&3';
  const forms = {
    'as it is': secret,
    'in capitals': secret.toUpperCase(),
    'with blanks': [...secret].join(' '),
    'with controls': [...secret].join('\u0000'),
    'in base64': encodeBase64(secret),
    'in base64 of a login': encodeBase64(`\0alice\0${secret}`),
    'in base64 behind one octet': encodeBase64(`x${secret}yz`),
    'in base64url': encodeBase64(secret).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
    'in hexadecimal digits': Buffer.from(secret).toString('hex').toUpperCase(),
    'as an address has it': encodeURIComponent(secret),
    'as JSON has it': JSON.stringify({ password: secret }),
  };
  for (const [how, form] of Object.entries(forms)) {
    it(`is not shown ${how}`, () => {
      const cleaned = hiding(secret).clean([`535 5.7.8 no: <${form}>`], undefined);
      assert.deepEqual(cleaned, { lines: ['535 5.7.8 (hidden)'], echoed: true });
    });
  }

  it('is not shown where it is split over lines', () => {
    const { lines, rest, echoed } = hiding(secret).clean(['535-Tr0ub', '535 4dor'], '&3');
    assert.deepEqual([lines, rest, echoed], [['535-(hidden)', '535 (hidden)'], '(hidden)', true]);
  });

  it('beyond ASCII is known in octets and in letters', () => {
    const hidden = hiding('p\u00e4sswort1');
    assert.deepEqual(shown(hidden, '535 p\u00e4sswort1', '535 p\u00c3\u00a4sswort1'), ['535 (hidden)', '535 (hidden)']);
  });

  it('leaves other lines as they are', () => {
    assert.deepEqual(shown(hiding(secret), '535-5.7.8 Error', '535 troubador'), ['535-5.7.8 Error', '535 troubador']);
  });

  it('is told of only where it cannot stand there by chance', () => {
    assert.equal(hiding('authentication').clean(['535 authentication failed'], undefined).echoed, false);
    assert.equal(hiding('abc').clean(['535 abc'], undefined).echoed, false);
    assert.deepEqual(shown(hiding('ab'), '235 ok', '535 fab'), ['235 ok', '535 (hidden)']);
  });

  it('is known in base64 of base64 where it was sent', () => {
    const hidden = new HiddenSecrets();
    const sent = encodeBase64(`\0alice\0${secret}`);
    hidden.addSent(sent);
    assert.deepEqual(shown(hidden, `501 ${sent}`, `334 ${encodeBase64(sent)}`), ['501 (hidden)', '334 (hidden)']);
  });

  it('that is due is hidden and not told of', () => {
    const hidden = new HiddenSecrets();
    hidden.addDerived('0123456789abcdef');
    const due = `334 ${encodeBase64(`v=${encodeBase64('0123456789abcdef')}`)}`;
    assert.deepEqual(hidden.clean([due], undefined), { lines: ['334 (hidden)'], echoed: false });
  });
});

describe('a challenge', () => {
  it('is read from base64, or is none', () => {
    assert.equal(readChallenge('VXNlcm5hbWU6'), 'Username:');
    assert.equal(readChallenge(''), '');
    assert.equal(readChallenge('  '), '');
    assert.equal(readChallenge('AAAA'), '\0\0\0');
    for (const bad of ['Username:', 'A', 'VXNl cm5h', '====', 'VX\u0000Nl'])
      assert.equal(readChallenge(bad), undefined, bad);
  });
});
