import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { checkDkim } from '../../../src/checks/dkim/check.ts';
import { allSelectors, signersOf } from '../../../src/core/knowledge/signers/signers.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told, zone } from '../zone.ts';

const rsa = (modulusLength: number): string =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const KEY = rsa(2048);

const found = async (records: string, selectors?: readonly string[]): Promise<readonly string[]> =>
  told(await checkDkim(context(records, selectors === undefined ? {} : { onlySelectors: selectors })));

/** A key at a selector, in strings of at most 255 octets. */
const key = (selector: string, record: string): string =>
  `${selector}._domainkey.contoso.test TXT ${(record.match(/.{1,255}/g) ?? ['']).map((one) => `"${one}"`).join(' ')}\n`;

describe('the DKIM keys of a domain', () => {
  it('are found under the usual selectors, with what they are', async () => {
    const findings = await checkDkim(context(key('google', `v=DKIM1; k=rsa; p=${KEY}`)));
    assert.deepEqual(told(findings), ['pass dkim-found contoso.test']);
    assert.equal(wordFinding(findings[0] as never).text, 'One key: google (RSA 2048).');
  });
  it('may be of Ed25519', async () => {
    const raw = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const findings = await checkDkim(context(key('ed25519', `v=DKIM1; k=ed25519; p=${raw.toString('base64')}`)));
    assert.match(wordFinding(findings[0] as never).text, /ed25519 \(Ed25519\)/);
  });
  it('are looked for under the selectors that are given, and under no others', async () => {
    const resolve = zone(key('own', `v=DKIM1; p=${KEY}`));
    const given = context('', { onlySelectors: ['own', 'OTHER'] });
    const findings = await checkDkim({ ...given, ports: { ...given.ports, resolve } });
    assert.deepEqual(told(findings), [
      'fail dkim-key-missing OTHER._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
    assert.deepEqual(resolve.asked, ['own._domainkey.contoso.test TXT', 'OTHER._domainkey.contoso.test TXT']);
  });
  it('are looked for under the selectors that are known beside the usual ones, and one that is gone is told', async () => {
    const records = key('own', `v=DKIM1; p=${KEY}`) + key('google', `v=DKIM1; p=${KEY}`);
    const findings = await checkDkim(context(records, { selectors: ['own', 'gone'] }));
    assert.deepEqual(told(findings), [
      'fail dkim-key-missing gone._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
    assert.equal(wordFinding(findings[1] as never).text, '2 keys: own (RSA 2048), google (RSA 2048).');
  });
  it('are not there at all where _domainkey does not exist (RFC 8020)', async () => {
    assert.deepEqual(await found('contoso.test A 192.0.2.1'), ['warning dkim-none contoso.test']);
  });
  it('are found all the same where a server denies the name above them', async () => {
    const lying = `_domainkey.contoso.test TXT !NXDOMAIN\n${key('default', `v=DKIM1; p=${KEY}`)}`;
    assert.deepEqual(await found(lying), ['pass dkim-found contoso.test']);
  });
  it('may have names that nobody can guess', async () => {
    const findings = await checkDkim(context(key('qx7', `v=DKIM1; p=${KEY}`)));
    assert.deepEqual(told(findings), ['note dkim-none-known contoso.test']);
    const { text, next } = wordFinding(findings[0] as never);
    assert.match(
      text,
      new RegExp(
        `^None of the ${allSelectors.length} usual selectors has a key, which does not mean that there is none`,
      ),
    );
    assert.match(next ?? '', /dkim:SELECTOR@contoso\.test/);
  });
  it('are not known where DNS does not answer', async () => {
    assert.deepEqual(await found('_domainkey.contoso.test TXT !TIMEOUT'), [
      'unknown dns-unanswered _domainkey.contoso.test',
    ]);
    const partly = `${key('qx7', `v=DKIM1; p=${KEY}`)}google._domainkey.contoso.test TXT !SERVFAIL`;
    assert.deepEqual(await found(partly), ['unknown dns-unanswered google._domainkey.contoso.test']);
    assert.deepEqual(await found('a._domainkey.contoso.test TXT !TIMEOUT', ['a']), [
      'unknown dns-unanswered a._domainkey.contoso.test',
    ]);
  });
  it('are withdrawn, which matters where somebody names the selector', async () => {
    assert.deepEqual(await found(key('s1', 'v=DKIM1; p='), ['s1']), [
      'warning dkim-key-revoked s1._domainkey.contoso.test',
    ]);
    assert.deepEqual(await found(key('s1', 'v=DKIM1; p=') + key('s2', `v=DKIM1; p=${KEY}`)), [
      'note dkim-key-revoked s1._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
  });
  it('are too short, short, marked as a test, or cut off', async () => {
    assert.deepEqual(await found(key('s1', `v=DKIM1; p=${rsa(512)}`)), [
      'fail dkim-key-too-short s1._domainkey.contoso.test',
    ]);
    assert.deepEqual(await found(key('s1', `v=DKIM1; p=${rsa(1024)}`)), [
      'note dkim-key-short s1._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
    assert.deepEqual(await found(key('s1', `v=DKIM1; t=y; p=${KEY}`)), [
      'note dkim-key-testing s1._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
    assert.deepEqual(await found(key('s1', `v=DKIM1; p=${KEY.slice(0, 200)}`)), [
      'fail dkim-key-unreadable s1._domainkey.contoso.test',
    ]);
  });
  it('stand twice under one selector (RFC 6376 3.6.2.2)', async () => {
    const two = key('s1', `v=DKIM1; p=${KEY}`) + key('s1', `v=DKIM1; p=${rsa(1024)}`);
    assert.deepEqual(await found(two), ['fail dkim-several s1._domainkey.contoso.test']);
  });
  it('are an alias for a name that is gone', async () => {
    const alias = 's1._domainkey.contoso.test CNAME s1.fabrikam.test.\n';
    assert.deepEqual(await found(alias), ['warning dkim-alias-gone s1._domainkey.contoso.test']);
    assert.deepEqual(await found(alias, ['s1']), ['fail dkim-alias-gone s1._domainkey.contoso.test']);
    assert.deepEqual(await found(alias + key('s2', `v=DKIM1; p=${KEY}`)), [
      'note dkim-alias-gone s1._domainkey.contoso.test',
      'pass dkim-found contoso.test',
    ]);
    const whole = `${alias}s1.fabrikam.test TXT ${key('x', `p=${KEY}`).split(' TXT ')[1]}`;
    assert.deepEqual(await found(whole), ['pass dkim-found contoso.test']);
  });
  it('are no keys where something else stands under a selector that was named', async () => {
    assert.deepEqual(await found(key('s1', 'hello'), ['s1']), ['fail dkim-not-a-key s1._domainkey.contoso.test']);
  });
  it('are denied by a wildcard, which is told once', async () => {
    const answers = [...allSelectors, 'mail-triage-no-such-selector'].map((one) => key(one, 'v=DKIM1; p=')).join('');
    assert.deepEqual(await found(answers), ['note dkim-wildcard contoso.test']);
    const more = answers.replace(key('google', 'v=DKIM1; p='), key('google', `v=DKIM1; p=${KEY}`));
    assert.deepEqual(await found(more), ['note dkim-wildcard contoso.test', 'pass dkim-found contoso.test']);
  });
  it('are missing for a service that SPF lets send, and that always uses the same names', async () => {
    const spf = 'contoso.test TXT "v=spf1 include:spf.protection.outlook.com include:servers.mcsv.net -all"\n';
    const findings = await checkDkim(context(spf + key('selector1', `v=DKIM1; p=${KEY}`)));
    assert.deepEqual(told(findings), ['pass dkim-found contoso.test', 'warning dkim-service-unsigned contoso.test']);
    assert.match(wordFinding(findings[1] as never).text, /^SPF lets Mailchimp send, .*k1, k2, k3.*Nor does SPF/);
    // Who may choose the selector has perhaps chosen another.
    assert.deepEqual(await found('contoso.test TXT "v=spf1 include:_spf.google.com -all"'), [
      'warning dkim-none contoso.test',
    ]);
  });
});

describe('the services that sign for others', () => {
  it('are known by what SPF includes and by the hosts that take mail', () => {
    const names = (includes: readonly string[], exchangers: readonly string[] = []): readonly string[] =>
      signersOf(includes, exchangers).map(({ name }) => name);
    assert.deepEqual(names(['spf.protection.outlook.com']), ['Microsoft 365']);
    assert.deepEqual(names(['u1.wl.sendgrid.net']), ['SendGrid']);
    assert.deepEqual(names([], ['contoso-test.mail.protection.outlook.com']), ['Microsoft 365']);
    assert.deepEqual(names([], ['aspmx.l.google.com']), ['Google Workspace']);
    assert.deepEqual(names(['notsendgrid.net', 'contoso.test'], ['mx.contoso.test']), []);
  });
  it('have selectors that can stand in a name', () => {
    for (const selector of allSelectors) assert.match(selector, /^[a-z0-9][a-z0-9-]{0,62}$/);
    assert.equal(new Set(allSelectors).size, allSelectors.length);
  });
});
