import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { askSelector, describeKey, isUsable } from '../../../src/checks/dkim/keys.ts';
import { zone } from '../zone.ts';

const rsa = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const ED25519 = 'k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

/** What is seen at a selector that has these records: how many, the key and whether it is of use. */
async function seen(...records: readonly string[]): Promise<string> {
  const lines = records.map((one) => `s1._domainkey.contoso.test TXT ${/^[!"]/.test(one) ? one : `"${one}"`}`);
  const answer = await askSelector('s1', 'contoso.test', zone(lines.join('\n')), new AbortController().signal);
  return `${answer.texts.length} ${describeKey(answer)} ${isUsable(answer) ? 'usable' : 'of no use'}`;
}

describe('a key at a selector', () => {
  it('is described by its algorithm and size, and is of use or not (RFC 6376 3.6.1, RFC 8301 3.2, RFC 8463)', async () => {
    const small = rsa(1024);
    for (const [expected, ...records] of [
      ['1 s1 (RSA 1024) usable', `v=DKIM1; k=rsa; p=${small}`],
      ['1 s1 (RSA 1024) usable', `p=${small}`],
      ['1 s1 (Ed25519) usable', `v=DKIM1; ${ED25519}`],
      ['1 s1 (RSA 512) of no use', `v=DKIM1; p=${rsa(512)}`],
      ['1 s1 (RSA 1024) of no use', `v=DKIM1; h=sha1; p=${small}`],
      ['1 s1 (RSA) of no use', 'v=DKIM1; p=AAAA'],
      ['1 s1 (RSA) of no use', 'v=DKIM1; p=no*base64'],
      ['2 s1 (RSA 1024) usable', `v=DKIM1; p=${small}`, 'v=spf1 -all'],
    ] as const)
      assert.equal(await seen(...records), expected, records.join(' '));
  });
  it('is none where there are two, no text, or no answer', async () => {
    const key = `v=DKIM1; ${ED25519}`;
    assert.match(await seen(key, key), /^2 .* of no use$/);
    assert.match(await seen('v=spf1 -all'), /^1 .* of no use$/);
    assert.match(await seen('!SERVFAIL'), /^0 .* of no use$/);
    assert.match(await seen(), /^0 .* of no use$/);
  });
});
