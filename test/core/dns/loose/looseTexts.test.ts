import assert from 'node:assert/strict';
import { looseRecords } from '../../../../src/core/dns/loose/looseRecords.ts';
import { problemsOfSet } from '../../../../src/core/dns/records/recordSet.ts';

/** Every record of the text as `name type text`. */
const reads = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    looseRecords(text, 0, text.length).map(({ name, type, data, joined }) => `${name} ${type} ${joined?.text ?? data}`),
    expected,
    text,
  );
const codes = (text: string): readonly string[] =>
  [...problemsOfSet(looseRecords(text, 0, text.length))].map(
    ({ code, start, end }) => `${code} [${text.slice(start, end)}]`,
  );

const spf = 'v=spf1 include:_spf.contoso.test ip4:192.0.2.0/24 -all';
const dmarc = 'v=DMARC1; p=reject; rua=mailto:a@contoso.test, mailto:b@contoso.test; fo=1';

describe('a record without a tool around it', () => {
  it('stands alone, in quotation marks, in a sentence', () => {
    for (const text of [
      spf,
      `"${spf}"`,
      `TXT "${spf}"`,
      `\`${spf}\``,
      `> ${spf}`,
      `Our record is: ${spf}. Is it right?`,
      `Our record is '${spf}', is it right?`,
      `We have ${spf} and mail fails.`,
      `\u201e${spf}\u201c steht dort.`,
      `"value": "${spf}",`,
      `Policy: "${spf}"\nLine 2`,
      `<td>${spf}</td>`,
    ]) {
      reads(text, ` TXT ${spf}`);
    }
    reads(`DMARC: ${dmarc}`, ` TXT ${dmarc}`);
    reads('Is v=DMARC1; p=none enough?', ' TXT v=DMARC1; p=none');
    reads('v=spf1 a mx\n', ' TXT v=spf1 a mx');
  });
  it('goes on where it was wrapped', () => {
    reads('v=spf1 include:_spf.contoso.test\n  ip4:192.0.2.0/24 -all\nThanks', ` TXT ${spf}`);
    reads('> v=spf1 include:_spf.contoso.test\n> ip4:192.0.2.0/24 -all\n> Thanks', ` TXT ${spf}`);
    reads(
      `v=DKIM1; k=rsa; p=${'A'.repeat(64)}\n${'B'.repeat(40)}\nThanks`,
      ` TXT v=DKIM1; k=rsa; p=${'A'.repeat(64)}${'B'.repeat(40)}`,
    );
    reads('s1._domainkey IN TXT ( "v=DKIM1; k=rsa; "\n   "p=" ) ; key', 's1._domainkey TXT v=DKIM1; k=rsa; p=');
    reads('"data": "\\"v=spf1 mx \\" \\"-all\\""', ' TXT v=spf1 mx -all');
  });
  it('is not one that is spoken of', () => {
    for (const text of [
      'A record begins with v=spf1 and lists the hosts.',
      'Use v=DMARC1 as the version.',
      'v=spf1',
      "if (txt.startsWith('v=spf1 ')) return;",
      'v=spf1 include:<your domain> -all',
      'v=spf1 include:yourdomain.com -all',
      'v=spf1 include:... -all',
      'const record = `v=spf1 include:${domain} -all`;',
      'f"v=spf1 include:{domain} -all"',
      'v=DMARC1; p=[none|quarantine|reject]',
      'DKIM-Signature: v=1; a=rsa-sha256; d=contoso.test; s=s1; bh=x; b=y',
      'x-v=spf1 mx -all',
      '10 MX records were found for contoso.test by 3 servers',
    ]) {
      reads(text);
    }
  });
  it('ends where the sentence goes on', () => {
    reads('With v=spf1 mx -all the mail passes, without all it is neutral.', ' TXT v=spf1 mx -all');
    reads('They publish v=spf1 mx include:a.test but nothing else.', ' TXT v=spf1 mx include:a.test');
  });
  it('keeps what is misspelt', () => {
    assert.deepEqual(codes('v=spf1 ipv4:192.0.2.1 mx ~all'), ['spf-unknown-mechanism [ipv4:192.0.2.1]']);
    assert.deepEqual(codes('v=spf1 mx contoso.test include:a.test -all'), ['spf-unknown-mechanism [contoso.test]']);
    assert.deepEqual(codes('v=DMARC1 p=none rua=mailto:a@contoso.test'), [
      'record-semicolon-missing [ p=]',
      'record-tag-missing [v=DMARC1 p=none rua=mailto:a@contoso.test]',
    ]);
  });
  it('are exchangers in a list of YAML, with the name beside it', () => {
    const yaml = (values: string) =>
      `---\nkind: dns#resourceRecordSet\nname: contoso.test.\nrrdatas:\n${values}ttl: 3600\ntype: MX\n---\nname: www.contoso.test.\n`;
    const found = (text: string) =>
      looseRecords(text, 0, text.length).map(({ name, type, data }) => `${name} ${type} ${data}`);
    assert.deepEqual(found(yaml('- 0 .\n- 10 mx1.contoso.test.\n')), [
      'contoso.test MX 0 .',
      'contoso.test MX 10 mx1.contoso.test.',
    ]);
    assert.deepEqual(found("- dnsName: contoso.test\n  recordType: MX\n  targets:\n  - '10 mx1.contoso.test'\n"), [
      'contoso.test MX 10 mx1.contoso.test.',
    ]);
    const many = Array.from({ length: 60 }, (_, i) => `  - '10 mx${i}.contoso.test'\n`).join('');
    const list = `- dnsName: contoso.test\n  targets:\n${many}  recordType: MX\n- dnsName: fabrikam.test\n  recordType: MX\n  targets:\n  - 0 .\n`;
    assert.equal(found(list).filter((one) => one.startsWith('contoso.test MX 10 ')).length, 60);
    assert.equal(found(list).at(-1), 'fabrikam.test MX 0 .');
    assert.deepEqual(found('services:\n  mail:\n    type: MX\n    ports:\n    - 25 a\n'), []);
  });
});

describe('a record in a table', () => {
  it('is whose row it is', () => {
    reads(`TXT\t@\t${spf}\t1 Hour`, `@ TXT ${spf}`);
    reads(`TXT Record\t@\t${spf}\tAutomatic`, `@ TXT ${spf}`);
    reads(`@\t3600\tIN\tTXT\t"${spf}"`, `@ TXT ${spf}`);
    reads(`contoso.test.  TXT  "${spf}"`, `contoso.test TXT ${spf}`);
    reads(`| TXT | \`_dmarc\` | \`${dmarc}\` | Auto |`, `_dmarc TXT ${dmarc}`);
    reads(`_dmarc.contoso.test   TXT   Simple   "${dmarc}"`, `_dmarc.contoso.test TXT ${dmarc}`);
    reads(`TXT\n_dmarc\n${dmarc}\n1 Hour`, `_dmarc TXT ${dmarc}`);
    reads(`Type: TXT\nHost: _dmarc\nValue: ${dmarc}`, `_dmarc TXT ${dmarc}`);
    reads(`Name: @\nType: TXT\nValue:\n${spf}`, `@ TXT ${spf}`);
    reads(`And TXT "${spf}"`, ` TXT ${spf}`);
  });
  it('may be an exchanger', () => {
    reads('MX\t@\t10 mx1.contoso.test\t3600', '@ MX 10 mx1.contoso.test.');
    reads('MX\t@\tmx1.contoso.test\t10\t1 Hour', '@ MX 10 mx1.contoso.test.');
    reads('| contoso.test | MX | 10 | mx1.contoso.test | Auto |', 'contoso.test MX 10 mx1.contoso.test.');
    reads('MX\n@\nmx1.contoso.test. (Priority: 0)\n1 Hour', '@ MX 0 mx1.contoso.test.');
    reads('| MX | the mail exchanger of a domain |');
  });
  it('stands beside others of its table', () => {
    const table = `TXT\t@\t${spf}\nTXT\t@\tv=spf1 mx -all\n`;
    assert.deepEqual(codes(table), [`record-several [${spf}]`, 'record-several [v=spf1 mx -all]']);
    assert.deepEqual(codes(`TXT\t@\t${spf}\nand now it was changed to\nTXT\t@\tv=spf1 mx -all\n`), []);
    assert.deepEqual(codes('MX\t@\t10 192.0.2.25\n'), ['mx-address [MX\t@\t10 192.0.2.25]']);
    assert.deepEqual(codes(`TXT\t@\tv=DMARC1; p=reject\n`), ['record-wrong-name [v=DMARC1; p=reject]']);
  });
});

describe('records in the JSON of a provider', () => {
  it('are exchangers and aliases by whatever name their members have', () => {
    const two = ['contoso.test MX 10 mx1.contoso.test.', 'contoso.test MX 20 mx2.contoso.test.'];
    reads('{"type":"MX","name":"@","data":"mx1.contoso.test","priority":10,"ttl":600}', '@ MX 10 mx1.contoso.test.');
    reads('{"rrset_name":"@","rrset_type":"MX","rrset_values":["10 mx1.contoso.test."]}', '@ MX 10 mx1.contoso.test.');
    reads(
      '{"Name":"contoso.test.","Type":"MX","TTL":300,"ResourceRecords":[{"Value":"10 mx1.contoso.test"},{"Value":"20 mx2.contoso.test"}]}',
      ...two,
    );
    reads(
      '{"type":"MX","name":"contoso.test","records":[{"content":"10 mx1.contoso.test."},7,{"content":"20 mx2.contoso.test."}]}',
      ...two,
    );
    reads('{"type":"MX","name":"contoso.test","content":"mx1.contoso.test"}');
    reads('{"type":"MX","content":"10 mx1.contoso.test"}');
    reads('{"type":"MX","name":"contoso.test","content":""}');
    reads(
      '{"recordType":"CNAME","host":"selector1._domainkey.contoso.test","target":"s1.fabrikam.test"}',
      'selector1._domainkey.contoso.test CNAME s1.fabrikam.test.',
    );
  });

  it('have their name in front or behind, in the object around them', () => {
    reads('[{"data":"v=spf1 -all","name":"@","ttl":3600,"type":"TXT"}]', '@ TXT v=spf1 -all');
    reads('{"name":"contoso.test","type":"TXT","content":"v=spf1 -all"}', 'contoso.test TXT v=spf1 -all');
    reads('[{"name":"www.contoso.test"},{"content":"v=spf1 -all"}]', ' TXT v=spf1 -all');
  });
});

describe('records in the cells of a panel', () => {
  it('have a preference in the words of each, and an alias only where a zone keeps its name', () => {
    reads(
      'Type\tName\tValue\nMX\tcontoso.test\tmx1.contoso.test (Priority: 10)\nMX\tcontoso.test\t[20] mx2.contoso.test\nMX\tcontoso.test\t30 mx3.contoso.test\nMX\tcontoso.test\tmx4.contoso.test\t40\nMX\tcontoso.test\tmx5.contoso.test\nCNAME\tselector1._domainkey.contoso.test\tselector1.fabrikam.test\nCNAME\twww.contoso.test\tweb.fabrikam.test\n',
      'contoso.test MX 10 mx1.contoso.test.',
      'contoso.test MX 20 mx2.contoso.test.',
      'contoso.test MX 30 mx3.contoso.test.',
      'contoso.test MX 40 mx4.contoso.test.',
      'selector1._domainkey.contoso.test CNAME selector1.fabrikam.test.',
    );
    reads('contoso.test\nTXT\nv=spf1 -all\n', 'contoso.test TXT v=spf1 -all');
    reads('TXT record\ncontoso.test\nv=spf1 -all\n', 'contoso.test TXT v=spf1 -all');
  });

  it('go on below where tags were wrapped, and end with the sentence', () => {
    reads(
      'v=DMARC1; p=none;\nrua=mailto:a@contoso.test;\nruf=mailto:b@contoso.test; fo=1 and more\n',
      ' TXT v=DMARC1; p=none; rua=mailto:a@contoso.test; ruf=mailto:b@contoso.test; fo=1',
    );
    reads('Ours is v=spf1 include:_spf.contoso.test ~all).', ' TXT v=spf1 include:_spf.contoso.test ~all');
    reads('Ours is v=spf1 include:_spf.contoso.test.', ' TXT v=spf1 include:_spf.contoso.test');
  });
});

describe('many records without a tool around them', () => {
  it('are all read', () => {
    const rows = Array.from({ length: 700 }, (_, i) => `| c${i}.contoso.test | TXT | "v=spf1 a mx -all" |`).join('\n');
    assert.equal(looseRecords(rows, 0, rows.length).length, 700);
  });
});

describe('hostile text without a tool around it', () => {
  it('comes to an end', () => {
    for (const piece of [
      'v=spf1 ',
      'v=spf1 a ',
      '"v=spf1 mx" ',
      'v=DMARC1; p=',
      'TXT\t@\t',
      'MX\t@\n',
      '"v=spf1 \\',
      'k=rsa; p=',
      'spf2.0/pra ',
    ]) {
      const count = Math.floor(200_000 / piece.length);
      const text = piece.repeat(count);
      assert.ok(looseRecords(text, 0, text.length).length <= count, piece);
    }
  });

  it('is read of every object of an answer in JSON, also of those inside others', () => {
    const row = (n: number): string =>
      `{"name":"h${n}.contoso.test","type":"MX","priority":10,"content":"mx.contoso.test"}`;
    const many = `[${[...Array(700).keys()].map(row).join(',\n')}]`;
    assert.equal(looseRecords(many, 0, many.length).length, 700);
    const inner = `{"type":"MX","name":"a.test","priority":5,"content":"mx.a.test","was":${row(1)}}`;
    reads(inner, 'a.test MX 5 mx.a.test.', 'h1.contoso.test MX 10 mx.contoso.test.');
    for (const text of ['{'.repeat(50_000), `${'{"type":"MX",'.repeat(9000)}${'}'.repeat(9000)}`, '}'.repeat(50_000)]) {
      const whole = `${text}"type":"MX","priority":5`;
      assert.deepEqual(looseRecords(whole, 0, whole.length), []);
    }
  });
});
