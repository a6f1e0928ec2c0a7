import assert from 'node:assert/strict';
import { checkDmarc } from '../../../src/checks/dmarc/check.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const found = async (records: string, name?: string): Promise<readonly string[]> =>
  told(await checkDmarc(context(records, name === undefined ? {} : { name })));

const own = (record: string, more = ''): string => `_dmarc.contoso.test TXT "v=DMARC1; ${record}"\n${more}`;
const words = async (records: string, code: string, name?: string): Promise<string> => {
  const all = await checkDmarc(context(records, name === undefined ? {} : { name }));
  const one = all.find((finding) => finding.code === code);
  assert.ok(one, code);
  const { text, next } = wordFinding(one);
  return `${text} ${next ?? ''}`;
};

describe('the DMARC record of a domain', () => {
  it('that asks for something is right, in one line', async () => {
    const mail = 'contoso.test MX 10 mx.contoso.test.\ncontoso.test TXT "v=spf1 mx -all"';
    const records = own('p=reject; rua=mailto:a@contoso.test', mail);
    assert.deepEqual(await found(records), ['pass dmarc-found contoso.test']);
  });
  it('is missing, there twice, or not known', async () => {
    assert.deepEqual(await found('contoso.test A 192.0.2.1'), ['warning dmarc-none contoso.test']);
    assert.deepEqual(await found(`${own('p=none')}${own('p=reject')}`), ['fail dmarc-several _dmarc.contoso.test']);
    assert.deepEqual(await found('_dmarc.contoso.test TXT !SERVFAIL'), ['unknown dns-unanswered _dmarc.contoso.test']);
    assert.deepEqual(await found('_dmarc.test TXT !TIMEOUT'), ['unknown dns-unanswered _dmarc.test']);
    assert.match(await words('', 'dmarc-none'), /_dmarc\.contoso\.test\. IN TXT "v=DMARC1; p=none; rua=mailto:/);
  });
  it('counts as none where it does not begin exactly so', async () => {
    assert.deepEqual(await found('_dmarc.contoso.test TXT "v=DMARC; p=reject"'), [
      'fail dmarc-unrecognised _dmarc.contoso.test',
      'fail record-version _dmarc.contoso.test',
      'warning dmarc-none contoso.test',
    ]);
    assert.deepEqual(await found('_dmarc.contoso.test TXT " v=DMARC1; p=reject"'), [
      'fail dmarc-unrecognised _dmarc.contoso.test',
      'warning dmarc-none contoso.test',
    ]);
  });
  it('does not come from a wildcard for other texts', async () => {
    assert.deepEqual(await found('_dmarc.contoso.test TXT "v=spf1 -all"'), ['warning dmarc-none contoso.test']);
  });
  it('stands where nobody looks', async () => {
    for (const at of ['contoso.test', '_dmarc.contoso.test.contoso.test', 'dmarc.contoso.test']) {
      assert.deepEqual(await found(`${at} TXT "v=DMARC1; p=reject"`), [
        'warning dmarc-none contoso.test',
        `warning record-wrong-name ${at}`,
      ]);
    }
  });
  it('is an alias that leads somewhere, or nowhere', async () => {
    const there = '_dmarc.contoso.test CNAME d.fabrikam.test.\nd.fabrikam.test TXT "v=DMARC1; p=reject"';
    assert.deepEqual(await found(there), ['note dmarc-alias _dmarc.contoso.test', 'pass dmarc-found contoso.test']);
    assert.deepEqual(await found('_dmarc.contoso.test CNAME d.fabrikam.test.'), [
      'fail dmarc-alias-gone _dmarc.contoso.test',
      'warning dmarc-none contoso.test',
    ]);
  });
  it('asks for nothing that could be applied (RFC 9989 4.10.1)', async () => {
    const codes = await found(own('p=rejct'));
    assert.ok(codes.includes('fail dmarc-not-applied contoso.test'), codes.join());
    assert.ok((await found(own('sp=reject'))).includes('fail dmarc-not-applied contoso.test'));
    assert.ok((await found(own('p=reject; sp=all'))).includes('fail dmarc-not-applied contoso.test'));
  });
  it('is taken as none where it asks for reports (RFC 9989 4.10.1)', async () => {
    const codes = await found(own('p=rejct; rua=mailto:a@contoso.test', 'contoso.test MX 10 mx.contoso.test.'));
    assert.ok(codes.includes('warning dmarc-taken-as-none contoso.test'), codes.join());
    assert.ok(!codes.some((code) => code.includes('dmarc-not-applied')));
  });
  it('only watches', async () => {
    const records = own('p=none; rua=mailto:a@contoso.test', 'contoso.test MX 10 mx.contoso.test.');
    assert.deepEqual(await found(records), ['note dmarc-monitoring contoso.test']);
    assert.match(await words(records, 'dmarc-monitoring'), /"v=DMARC1; p=quarantine; rua=mailto:a@contoso\.test"/);
  });
  it('is tried out with t=y, at one level less', async () => {
    assert.deepEqual(await found(own('p=reject; t=y')), ['note dmarc-test contoso.test']);
    assert.match(await words(own('p=reject; t=y'), 'dmarc-test'), /quarantine is asked for instead of reject/);
    assert.match(await words(own('p=quarantine; t=y'), 'dmarc-test'), /none is asked for instead of quarantine/);
    assert.ok(!(await found(own('p=none; t=y'))).some((code) => code.includes('dmarc-test')));
  });
  it('is for a part of the mail, or for all of it with newer receivers', async () => {
    assert.deepEqual(await found(own('p=reject; pct=50')), [
      'note dmarc-partly _dmarc.contoso.test',
      'pass dmarc-found contoso.test',
    ]);
    assert.deepEqual(await found(own('p=reject; ri=60')), [
      'note dmarc-tag-removed _dmarc.contoso.test',
      'pass dmarc-found contoso.test',
    ]);
  });
  it('leaves subdomains open', async () => {
    assert.deepEqual(await found(own('p=reject; sp=none')), [
      'pass dmarc-found contoso.test',
      'warning dmarc-subdomains-weaker contoso.test',
    ]);
    assert.deepEqual(await found(own('p=quarantine; sp=reject')), ['pass dmarc-found contoso.test']);
    assert.deepEqual(
      (await checkDmarc(context(own('p=reject; sp=quarantine; np=quarantine')))).filter(
        ({ code }) => code === 'dmarc-subdomains-weaker',
      ).length,
      1,
    );
    assert.deepEqual(await found(own('p=reject; np=quarantine')), [
      'pass dmarc-found contoso.test',
      'warning dmarc-subdomains-weaker contoso.test',
    ]);
    assert.deepEqual(
      await found(own('p=none; sp=none; np=reject; rua=mailto:a@contoso.test', 'contoso.test A 192.0.2.1')),
      ['note dmarc-monitoring contoso.test'],
    );
  });
  it('has sp without effect below the organisation (RFC 9989 4.7)', async () => {
    const records = `${own('p=reject')}\n_dmarc.mail.contoso.test TXT "v=DMARC1; p=reject; sp=none"`;
    assert.deepEqual(await found(records, 'mail.contoso.test'), [
      'pass dmarc-found mail.contoso.test',
      'note dmarc-tag-without-effect mail.contoso.test',
    ]);
  });
  it('is that of the organisation, for subdomains that exist or do not', async () => {
    const records = own('p=none; sp=quarantine; np=reject', 'a.contoso.test A 192.0.2.1');
    const there = await words(records, 'dmarc-found', 'a.contoso.test');
    assert.match(
      there,
      /mail of subdomains that exist that fails, quarantine is asked for.*The record is that of contoso\.test/,
    );
    assert.match(await words(records, 'dmarc-found', 'b.contoso.test'), /do not exist that fails, reject is asked for/);
    const plain = own('p=quarantine', 'a.contoso.test A 192.0.2.1');
    assert.match(await words(plain, 'dmarc-found', 'a.contoso.test'), /mail of the domain that fails, quarantine/);
  });
  it('takes a name that is an alias for one that exists, though its target is gone (RFC 6604 3)', async () => {
    const records = own('p=none; sp=quarantine; np=reject', 'a.contoso.test CNAME gone.fabrikam.test.');
    assert.match(await words(records, 'dmarc-found', 'a.contoso.test'), /quarantine is asked for/);
  });
  it('gives older and newer receivers another organisation', async () => {
    const below = '_dmarc.mail.contoso.test TXT "v=DMARC1; p=reject"';
    assert.deepEqual(await found(below, 'mail.contoso.test'), [
      'pass dmarc-found mail.contoso.test',
      'note dmarc-organisation-differs mail.contoso.test',
    ]);
    const between = await found(below, 'a.mail.contoso.test');
    assert.ok(between.includes('note dmarc-organisation-differs a.mail.contoso.test'), between.join());
    const text = await words(below, 'dmarc-organisation-differs', 'a.mail.contoso.test');
    assert.match(
      text,
      /RFC 9989 take mail\.contoso\.test.*RFC 7489 contoso\.test.*the record of mail\.contoso\.test, the latter that of no domain/,
    );
    const same = await found(own('p=reject'), 'mail.contoso.test');
    assert.ok(!same.some((code) => code.includes('differs')), same.join());
  });
});

describe('the addresses of a DMARC record', () => {
  const records = (more: string, rua = 'mailto:a@fabrikam.test'): string =>
    own(`p=reject; rua=${rua}`, `fabrikam.test MX 10 mx.fabrikam.test.\n${more}`);
  const at = 'contoso.test._report._dmarc.fabrikam.test';

  it('may be of another organisation only where that says so (RFC 7489 7.1)', async () => {
    assert.deepEqual(await found(records('')), [
      'pass dmarc-found contoso.test',
      'warning dmarc-report-unauthorised fabrikam.test',
    ]);
    assert.deepEqual(await found(records(`${at} TXT "v=DMARC1"`)), ['pass dmarc-found contoso.test']);
    assert.deepEqual(await found(records(`${at} TXT "v=DMARC1;"`)), ['pass dmarc-found contoso.test']);
    assert.match(
      await words(records(''), 'dmarc-report-unauthorised'),
      /contoso\.test\._report\._dmarc\.fabrikam\.test\. IN TXT "v=DMARC1"/,
    );
  });
  it('are not allowed by another text, and not known without an answer', async () => {
    assert.ok((await found(records(`${at} TXT "yes"`))).includes('warning dmarc-report-unauthorised fabrikam.test'));
    assert.ok((await found(records(`${at} TXT !TIMEOUT`))).includes(`unknown dns-unanswered ${at}`));
  });
  it('are of the same organisation below the record', async () => {
    const below = own('p=reject; rua=mailto:a@reports.contoso.test', 'reports.contoso.test MX 10 mx.contoso.test.');
    assert.deepEqual(await found(below), ['pass dmarc-found contoso.test']);
  });
  it('of a subdomain are allowed for the domain that publishes the record', async () => {
    assert.deepEqual(await found(records(`${at} TXT "v=DMARC1"`), 'mail.contoso.test'), [
      'pass dmarc-found mail.contoso.test',
    ]);
  });
  it('may not be sent on to another host', async () => {
    const elsewhere = records(`${at} TXT "v=DMARC1; rua=mailto:b@northwind.test"`);
    assert.deepEqual(await found(elsewhere), [
      'pass dmarc-found contoso.test',
      'warning dmarc-report-elsewhere fabrikam.test',
    ]);
    assert.deepEqual(await found(records(`${at} TXT "v=DMARC1; rua=mailto:b@fabrikam.test"`)), [
      'pass dmarc-found contoso.test',
    ]);
  });
  it('that take no mail are told of', async () => {
    const gone = own('p=reject; rua=mailto:a@gone.test', 'contoso.test._report._dmarc.gone.test TXT "v=DMARC1"');
    assert.deepEqual(await found(gone), ['pass dmarc-found contoso.test', 'warning report-address-dead gone.test']);
    assert.deepEqual(await found(`${gone}\ngone.test AAAA 2001:db8::1`), ['pass dmarc-found contoso.test']);
    assert.deepEqual(await found(`${gone}\ngone.test MX !TIMEOUT`), ['pass dmarc-found contoso.test']);
    assert.deepEqual(await found(`${gone}\ngone.test A !TIMEOUT`), ['pass dmarc-found contoso.test']);
    const nobody = own('p=reject; rua=mailto:a@nobody.contoso.test', '');
    assert.deepEqual(await found(nobody), [
      'pass dmarc-found contoso.test',
      'warning report-address-dead nobody.contoso.test',
    ]);
    const refusing = own('p=reject; rua=mailto:a@contoso.test', 'contoso.test MX 0 .');
    assert.deepEqual(await found(refusing), [
      'pass dmarc-found contoso.test',
      'warning report-address-dead contoso.test',
    ]);
  });
  it('may have the size that older reporters look at', async () => {
    assert.deepEqual(await found(records(`${at} TXT "v=DMARC1"`, 'mailto:a@fabrikam.test!10m')), [
      'pass dmarc-found contoso.test',
    ]);
  });
  it('are looked at up to ten, and that is said', async () => {
    const many = [...Array(12).keys()].map((i) => `mailto:a${i}@contoso.test`).join(',');
    const codes = await found(own(`p=reject; rua=${many}`, 'contoso.test MX 10 mx.contoso.test.'));
    assert.ok(codes.includes('note report-addresses-left contoso.test'), codes.join());
  });
  it('are told of once, however many there are at one host', async () => {
    const two = records('', 'mailto:a@fabrikam.test,mailto:a@fabrikam.test');
    assert.equal((await found(two)).filter((code) => code.includes('unauthorised')).length, 1);
  });
});

describe('alignment', () => {
  it('is out of reach for a domain that takes mail and has neither SPF nor DKIM', async () => {
    const bare = own('p=reject', 'contoso.test MX 10 mx.contoso.test.');
    const withoutKeys = `${bare}\ncontoso.test TXT "other"`;
    const answered = 'fail dmarc-cannot-pass contoso.test';
    assert.ok((await found(withoutKeys)).includes(answered));
    assert.ok(!(await found(`${bare}\ncontoso.test TXT "v=spf1 mx -all"`)).includes(answered));
    assert.ok(!(await found(`${bare}\ns._domainkey.contoso.test TXT "p=x"`)).includes(answered));
    assert.ok(!(await found(`${bare}\ncontoso.test TXT !TIMEOUT`)).includes(answered));
    assert.ok(!(await found(own('p=none', 'contoso.test MX 10 mx.contoso.test.'))).includes(answered));
  });
  it('that is strict leaves out services with an envelope of their own', async () => {
    const sendGrid = 'contoso.test TXT "v=spf1 include:sendgrid.net -all"';
    assert.deepEqual(await found(own('p=reject; aspf=s', sendGrid)), [
      'pass dmarc-found contoso.test',
      'note dmarc-strict-envelope contoso.test',
    ]);
    assert.deepEqual(await found(own('p=reject; aspf=r', sendGrid)), ['pass dmarc-found contoso.test']);
    const plain = 'contoso.test TXT "v=spf1 mx -all"';
    assert.deepEqual(await found(own('p=reject; aspf=s', plain)), ['pass dmarc-found contoso.test']);
  });
  it('that is strict leaves out signatures of the domain above', async () => {
    assert.deepEqual(await found(own('p=reject; adkim=s'), 'mail.contoso.test'), [
      'pass dmarc-found mail.contoso.test',
      'note dmarc-strict-signature mail.contoso.test',
    ]);
    assert.deepEqual(await found(own('p=reject; adkim=s')), ['pass dmarc-found contoso.test']);
  });
  it('is not asked of a domain that takes no mail', async () => {
    assert.deepEqual(await found(own('p=reject', 'contoso.test MX 0 .')), ['pass dmarc-found contoso.test']);
  });
});
