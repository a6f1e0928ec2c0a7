import assert from 'node:assert/strict';
import { lookupHover } from '../../../src/core/features/hover/lookupHover.ts';
import { recordWords } from '../../../src/core/knowledge/dnsRecords.ts';
import { recordProblems } from '../../../src/core/problems/rules/recordProblems.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** The hover where `|` stands: the text that it speaks of, and its Markdown without escapes. */
function hoverAt(marked: string): { readonly of: string; readonly says: string } | undefined {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const block = readTicket(text).blocks.find((one) => one.kind === 'lookup');
  assert.ok(block?.kind === 'lookup', text);
  const found = lookupHover(block, at, text);
  if (found === undefined) return undefined;
  const says = found.markdown.replace(/\\|&#(\d+);/g, (_, code: string | undefined) =>
    code === undefined ? '' : String.fromCharCode(Number(code)),
  );
  return { of: text.slice(found.span.start, found.span.end), says };
}

function hovers(marked: string, of: string, ...words: readonly RegExp[]): void {
  const found = hoverAt(marked);
  assert.equal(found?.of, of, marked);
  for (const word of words) assert.match(found?.says ?? '', word);
}

/** The findings in a text as `code [text that it points at]`. */
const finds = (text: string): readonly string[] =>
  [...recordProblems(readTicket(text))].map(({ code, span }) => `${code} [${text.slice(span.start, span.end)}]`);

const txt = (name: string, data: string): string => `${name}\t300\tIN\tTXT\t${data}\n`;

describe('hover on an answer', () => {
  it('explains the place of a mail exchanger', () => {
    const text = 'a.test.\t300\tIN\tMX\t10 mx1.a.test.\na.test.\t300\tIN\tMX\t20 |mx2.a.test.\n';
    hovers(
      text,
      'a.test.\t300\tIN\tMX\t20 mx2.a.test.',
      /1 of 2 are tried before it/,
      /300 seconds/,
      /rfc5321#section-5\.1/,
    );
    hovers('a.test.\t300\tIN\tMX\t|0 .\n', 'a.test.\t300\tIN\tMX\t0 .', /takes no mail/, /rfc7505/);
  });
  it('explains the term of SPF under the cursor', () => {
    hovers(
      txt('a.test.', '"v=spf1 ip4:192.0.2.1 ~inc|lude:b.test -all"'),
      '~include:b.test',
      /SPF record of another domain/,
      /softfail/,
    );
    hovers(txt('a.test.', '"v=spf1 mx -a|ll"'), '-all', /fail: the sender is not allowed/);
    hovers(txt('a.test.', '"v=spf1 in" "clude:b.t|est -all"'), 'in" "clude:b.test', /another domain/);
    hovers(
      txt('a.|test.', '"v=spf1 mx -all"'),
      txt('a.test.', '"v=spf1 mx -all"').trimEnd(),
      /1 of at most 10 DNS look-ups/,
    );
  });
  it('explains the tag under the cursor', () => {
    const name = '_dmarc.a.test.';
    hovers(
      txt(name, '"v=DMARC1; p=quar|antine; fo=1:d"'),
      'p=quarantine',
      /policy/,
      /spam folder/,
      /rfc7489#section-6\.3/,
    );
    hovers(txt(name, '"v=DMARC1; p=none; fo=1:|d"'), 'fo=1:d', /1: when SPF or DKIM/, /d: when a DKIM/);
    hovers(txt('_mta-sts.a.test.', '"v=STSv1; i|d=1"'), 'id=1', /fetch it again/);
    hovers(
      txt('s._domainkey.a.test.', '"k=ed25519; p=iqjEIqPe/OxmgWUjHC9L|/cq6AOEA7CZ4uriy2YU828M="'),
      'p=iqjEIqPe/OxmgWUjHC9L/cq6AOEA7CZ4uriy2YU828M=',
      /Ed25519 key of 256 bits/,
    );
  });
  it('works in what is quoted', () =>
    hovers(`> ${txt('a.test.', '"v=spf1 m|x -all"')}> \n`, 'mx', /mail exchangers of the domain/));
});

describe('hover on a question', () => {
  it('tells what came of it', () => {
    hovers(
      'Host a.te|st not found: 3(NXDOMAIN)\n',
      'Host a.test not found: 3(NXDOMAIN)',
      /NXDOMAIN/,
      /Records of a\.test/,
    );
    const bogus =
      ';; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n;; flags: qr rd ra; QUERY: 1\n; EDE: 6 (DNSSEC Bogus)\n;; QUESTION SECTION:\n;b.te|st.\t\tIN\tMX\n';
    hovers(bogus, bogus.replace('|', '').trimEnd(), /DNSSEC Bogus/);
  });
});

describe('findings in record texts', () => {
  it('point at the place in the document', () => {
    assert.deepEqual(finds(txt('a.test.', '"v=spf1 ptr" " +all"')), ['spf-ptr [ptr]', 'spf-pass-all [+all]']);
    assert.deepEqual(finds('a.test descriptive text "v=spf1 mx ?all"\n'), ['spf-neutral-all [?all]']);
    assert.deepEqual(finds('"v=DMARC1; p=rejct"\n'), ['record-value [rejct]']);
    assert.deepEqual(finds(txt('a.test.', '"v=spf1 mx -all"')), []);
  });
  it('see several records of one kind', () => {
    const both = txt('a.test.', '"v=spf1 mx -all"') + txt('a.test.', '"v=spf1 a -all"') + txt('a.test.', '"other"');
    assert.deepEqual(finds(both), ['record-several [v=spf1 mx -all]', 'record-several [v=spf1 a -all]']);
  });
  it('see a string that is too long', () => {
    const terms = Array.from({ length: 20 }, (_, host) => `ip4:192.0.2.${100 + host} `);
    const long = `v=spf1 ${terms.join('')}-all`;
    assert.deepEqual(finds(txt('a.test.', `"${long}"`)), [`record-string-too-long [${long}]`]);
    assert.deepEqual(finds(txt('a.test.', `"${long.slice(0, 150)}" "${long.slice(150)}"`)), []);
  });
  it('do not blame the name that an alias leads to', () => {
    const alias = '_dmarc.a.test. 300 IN CNAME d.b.test.\nd.b.test. 300 IN TXT "v=DMARC1; p=reject"\n';
    assert.deepEqual(finds(alias), []);
    assert.deepEqual(finds(txt('d.b.test.', '"v=DMARC1; p=reject"')), ['record-wrong-name [v=DMARC1; p=reject]']);
  });
});

describe('the table of record words', () => {
  it('has a clause for each', () => {
    for (const [key, { meaning, source, values }] of recordWords) {
      // A row whose values are explained is the name of what has them.
      assert.match(meaning, values.size > 0 ? /^[A-Z].*[\w).]$/ : /\.$/, key);
      assert.match(source, /^(?:RFC \d{4}|draft-)/, key);
    }
  });
});
