import assert from 'node:assert/strict';
import { extentOf } from '../../../../src/core/dns/loose/extent.ts';

/** The text of a record that begins with `v=` or `k=`, and where it ends: at `|` of what is expected, or at the end. */
function reads(text: string, expected: string | undefined, place = expected): void {
  const at = text.search(/[vk]=/);
  const found = extentOf(text, at, text.length);
  assert.equal(found?.joined.text, expected, text);
  if (found !== undefined && place !== undefined)
    assert.equal(text.slice(found.span.start, found.span.end), place, text);
}

const spf = 'v=spf1 mx -all';
const key = 'A'.repeat(40);

describe('a record in quotation marks', () => {
  it('ends with them', () => {
    for (const [open, close] of ['""', "''", '``', '“”', '„“', '«»', '{}'])
      reads(`x ${open}${spf}${close} y -all`, spf);
    reads(`"${spf}" "x"`, `${spf}x`, `${spf}" "x`);
    reads(`'${spf}' 'x'`, spf);
  });
  it('goes on in the next string, also below', () => {
    for (const seam of ['" "', '"\t"', '"\n"', '"\r\n  "', '"\n> | "', '"  \n"'])
      reads(`"v=spf1 ${seam}mx${seam} -all"`, spf, `v=spf1 ${seam}mx${seam} -all`);
    reads(`"${spf}"\n\n"x"`, spf);
    reads(`"${spf}""x"`, spf);
    reads(`"${spf}", "x"`, spf);
  });
  it('may be escaped as in JSON', () => {
    reads(`\\"${spf}\\"`, spf);
    reads(`\\"v=spf1 \\" \\"mx -all\\"`, spf, `v=spf1 \\" \\"mx -all`);
    reads(`\\"v=spf1 \\"\\"mx -all\\" x`, spf, `v=spf1 \\"\\"mx -all`);
    reads(`"v=spf1 \\" \\"mx -all"`, spf, `v=spf1 \\" \\"mx -all`);
  });
  it('is none where they do not close, or a blank line stands in it', () => {
    reads('"v=spf1 mx\n  -all"', 'v=spf1 mx   -all', 'v=spf1 mx\n  -all');
    reads(`"${spf}`, spf);
    reads(`'v=spf1 mx\n -all'`, spf, `v=spf1 mx\n -all`);
    reads(`"v=spf1 mx\n${' '.repeat(60)}-all"`, 'v=spf1 mx');
    reads(`"v=spf1 mx\n${' '.repeat(55)}-all"`, `v=spf1 mx${' '.repeat(56)}-all`, `v=spf1 mx\n${' '.repeat(55)}-all`);
  });
});

describe('a record of SPF without quotation marks', () => {
  it('ends with its cell', () => {
    for (const stop of ['\t', '|', '</td>', '"', '`', '   ']) reads(`${spf}${stop}a`, spf);
    reads(`${spf}<x`, undefined);
    reads(`v=spf1 a  mx -all`, 'v=spf1 a  mx -all');
  });
  it('ends with the sentence', () => {
    for (const end of ['.', ',', '),', "'.", ').']) reads(`${spf}${end} And so on.`, spf);
    reads('v=spf1 include:a.test.', 'v=spf1 include:a.test');
    reads('v=spf1 include:a.test. -all', 'v=spf1 include:a.test. -all');
    reads('v=spf1 include:a.test, and more', 'v=spf1 include:a.test,');
    reads('v=spf1 include:a.test is ours', 'v=spf1 include:a.test');
    reads(`${spf} include:a.test`, 'v=spf1 mx -all include:a.test');
    reads(`${spf} a`, spf);
    reads(`${spf} really`, spf);
    reads('v=spf1 redirect=a.test a', 'v=spf1 redirect=a.test');
  });
  it('has terms also where they are misspelt', () => {
    for (const term of [
      '-all',
      '~all',
      '?all',
      '+all',
      'all',
      '-al',
      'ip4:192.0.2.1',
      '+include:a.test',
      'ipv4:1.2.3.4',
      'exp=a.test',
      '-mx',
      '~a',
      '?ptr',
      'a/24',
      'mx/24//64',
      '192.0.2.1',
      '192.0.2.0/24',
      '\u2013all',
      'foo_bar-1:x',
    ])
      reads(`v=spf1 ${term}`, `v=spf1 ${term}`);
    for (const words of ['is', 'our', 'all the', '1:x', ':x', '1.2.3'])
      assert.notEqual(extentOf(`v=spf1 ${words}`, 0, 99)?.joined.text, `v=spf1 ${words}`, words);
    for (const lone of ['a', 'mx', 'ptr', 'exists', 'include', 'exp', 'ip4', 'ip6', 'a.test', '+', 'mxx:', 'a,', 'mx;'])
      reads(`v=spf1 ${lone} -all`, `v=spf1 ${lone} -all`);
    for (const word of ['and', 'thing', 'ips'])
      assert.notEqual(extentOf(`v=spf1 mx ${word} -all`, 0, 99)?.joined.text, `v=spf1 mx ${word} -all`);
    reads(`v=spf1 ${'a '.repeat(6)}-all`, `v=spf1 ${'a '.repeat(6)}-all`);
    reads(`v=spf1 ${'a '.repeat(7)}-all`, undefined);
  });
  it('may end with a lone term at the end of its line', () => {
    for (const end of ['a', 'mx', 'ptr', 'a mx', 'include.a.test', 'a mx  '])
      reads(`v=spf1 ${end}`, `v=spf1 ${end.trimEnd()}`);
    reads('v=spf1 mx\nThanks', 'v=spf1 mx');
    reads('v=spf1 a.test', undefined);
    reads('v=spf1 exists', undefined);
  });
  it('ends where what is looked at ends', () =>
    assert.equal(extentOf('v=spf1 mx -all\n', 0, 9)?.joined.text, 'v=spf1 mx'));
  it('goes on below where it was wrapped', () => {
    for (const feed of ['\n', '\r\n', ' \n  ', '\n> ', '\n| '])
      reads(`v=spf1 mx${feed}-all`, spf, `v=spf1 mx${feed}-all`);
    reads(`${spf}\nip4:192.0.2.1`, spf);
    reads('v=spf1 include:a.test\nHello', 'v=spf1 include:a.test');
    reads('v=spf1 include:a.test said\n-all', 'v=spf1 include:a.test');
    reads('v=spf1 include:a.test\n\n-all', 'v=spf1 include:a.test');
    reads('v=spf1\n-all', 'v=spf1 -all', 'v=spf1\n-all');
    reads('v=spf1\nThanks', undefined);
    reads('v=spf1 include:a.test\nmx', 'v=spf1 include:a.test');
  });
});

describe('a record of tags without quotation marks', () => {
  it('has two tags', () => {
    reads('v=DMARC1', undefined);
    reads('v=DMARC1;', undefined);
    reads('v=DMARC1; p=none', 'v=DMARC1; p=none');
    reads('v=DMARC1 p=none', 'v=DMARC1 p=none');
    reads('v=DMARC1 p=none rua=mailto:a@a.test', 'v=DMARC1 p=none rua=mailto:a@a.test');
    reads('v=DMARC1 is', undefined);
    reads('v=DMARC1; p : none', 'v=DMARC1; p : none');
  });
  it('ends with the sentence', () => {
    reads('v=DMARC1; p=none; is ours', 'v=DMARC1; p=none;');
    reads('v=DMARC1; p=none is ours', 'v=DMARC1; p=none');
    reads('v=DMARC1; p=none.', 'v=DMARC1; p=none');
    reads('v=DMARC1; p=none)', 'v=DMARC1; p=none');
    reads('v=DMARC1; p=none!', 'v=DMARC1; p=none');
    reads('v=DMARC1; p=none ; pct=5', 'v=DMARC1; p=none ; pct=5');
    reads(
      'v=DMARC1; p=none; rua=mailto:a@a.test, mailto:b@a.test and more',
      'v=DMARC1; p=none; rua=mailto:a@a.test, mailto:b@a.test',
    );
    reads(
      'v=DMARC1; p=none; rua=mailto:a@a.test mailto:b@a.test',
      'v=DMARC1; p=none; rua=mailto:a@a.test mailto:b@a.test',
    );
    reads(
      'v=DMARC1; p=none; rua=mailto:a@a.test ,mailto:b@a.test',
      'v=DMARC1; p=none; rua=mailto:a@a.test ,mailto:b@a.test',
    );
  });
  it('goes over nothing, or a word, between two semicolons', () => {
    for (const stray of [';', ' ;', ' word;']) reads(`v=DMARC1;${stray} p=none`, `v=DMARC1;${stray} p=none`);
    reads('v=DMARC1; two words; p=none', undefined);
    reads('v=DMARC1; p=none;; is', 'v=DMARC1; p=none;');
  });
  it('goes on below: a key in base64, others in tags', () => {
    reads(`v=DKIM1; p=${key}\n${key}=\nThanks`, `v=DKIM1; p=${key}${key}=`, `v=DKIM1; p=${key}\n${key}=`);
    reads(
      `v=DKIM1; k=rsa; p=${key}\n${key}\n${key}`,
      `v=DKIM1; k=rsa; p=${key}${key}${key}`,
      `v=DKIM1; k=rsa; p=${key}\n${key}\n${key}`,
    );
    reads(`k=rsa; p=${key}\n${key}`, `k=rsa; p=${key}${key}`, `k=rsa; p=${key}\n${key}`);
    reads(`v=DKIM1; p=${key}\nshort`, `v=DKIM1; p=${key}`);
    reads(`v=DKIM1; p=${key} ${key}`, `v=DKIM1; p=${key} ${key}`);
    reads(`v=DKIM1; p=${key} ${key.slice(17)}`, `v=DKIM1; p=${key}`);
    reads(
      'v=DMARC1; p=none;\nrua=mailto:a@a.test;\nfo=1',
      'v=DMARC1; p=none; rua=mailto:a@a.test; fo=1',
      'v=DMARC1; p=none;\nrua=mailto:a@a.test;\nfo=1',
    );
    reads(
      'v=DMARC1; p=none;\nrua=mailto:a@a.test and\nfo=1',
      'v=DMARC1; p=none; rua=mailto:a@a.test',
      'v=DMARC1; p=none;\nrua=mailto:a@a.test',
    );
    reads('v=DMARC1; p=none\nrua=mailto:a@a.test', 'v=DMARC1; p=none');
    reads('v=DMARC1; p=none;\nThanks', 'v=DMARC1; p=none;');
    reads(`v=DMARC1; p=none;\n${key}`, 'v=DMARC1; p=none;');
  });
});

describe('a text for a form', () => {
  it('is no record', () => {
    for (const term of [
      'include:<your domain>',
      'include:\u2026',
      'include:...',
      'ip4:[address]',
      'ip4: [x',
      'include:xxx',
      'include:your-domain.com',
      'include:yourserver',
      'include:your_provider.com',
      'include:{domain}',
      'include:$(d)',
      'include:$domain',
    ])
      reads(`"v=spf1 ${term} -all"`, undefined);
    for (const term of ['exists:%{i}.a.test', 'include:xx.test', 'include:yours.test', 'a:x..test'])
      reads(`"v=spf1 ${term} -all"`, `v=spf1 ${term} -all`);
  });
});
