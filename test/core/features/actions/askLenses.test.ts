import assert from 'node:assert/strict';
import { codeActions } from '../../../../src/core/features/actions/codeActions.ts';
import { codeLenses } from '../../../../src/core/features/actions/codeLenses.ts';
import { open, openAt } from '../cursor.ts';

/** The lenses above look-ups: line, title, and what their commands are given. */
function lenses(text: string): readonly string[] {
  const { document, ticket } = open(text);
  return codeLenses(document, ticket)
    .filter(({ command }) => command?.command !== 'mailTriage.showTicket')
    .map(({ range, command }) => {
      const [argument] = command?.arguments ?? [];
      const given = typeof argument === 'string' ? argument : JSON.stringify(argument?.records);
      return `${range.start.line + 1} ${command?.title} <- ${given}`;
    });
}

const DIG = `; <<>> DiG 9.18 <<>> MX contoso.test
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
;; QUESTION SECTION:
;contoso.test. IN MX

;; ANSWER SECTION:
contoso.test. 300 IN MX 10 mx1.contoso.test.
contoso.test. 300 IN MX 20 mx2.contoso.test.

;; ADDITIONAL SECTION:
mx1.contoso.test. 300 IN A 192.0.2.1

;; SERVER: 192.0.2.53#53(192.0.2.53)
`;

describe('lenses that ask again', () => {
  it('stand above a look-up and above each exchanger', () => {
    const found = lenses(DIG);
    assert.equal(found[0], '1 Check contoso.test <- contoso.test');
    assert.match(
      found[1] ?? '',
      /^\d+ Ask again: MX of contoso\.test <- \["10 mx1\.contoso\.test\.","20 mx2\.contoso\.test\."\]$/,
    );
    assert.match(found[2] ?? '', /^7 Ask(?: again)?: addresses of mx1\.contoso\.test <- /);
    assert.equal(found[3], '8 Ask: addresses of mx2.contoso.test <- A mx2.contoso.test');
  });
  it('know the addresses of an exchanger that stand elsewhere in the ticket', () => {
    const ticket = `$ dig +noall +answer MX contoso.test\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n\nand then\n\n$ dig +noall +answer A mx1.contoso.test\nmx1.contoso.test. 300 IN A 192.0.2.1\n`;
    assert.ok(
      lenses(ticket).includes('2 Ask again: addresses of mx1.contoso.test <- ["192.0.2.1"]'),
      lenses(ticket).join('\n'),
    );
    const both = `${ticket}\n$ dig +noall +answer AAAA mx1.contoso.test\nmx1.contoso.test. 300 IN AAAA 2001:db8::25\n`;
    assert.ok(
      lenses(both).includes('2 Ask again: AAAA of mx1.contoso.test <- ["2001:db8::25"]'),
      lenses(both).join('\n'),
    );
  });
  it('compare with no record where the ticket says that there is none, and with nothing where nothing was answered', () => {
    const answer = (status: string): string =>
      `; <<>> DiG 9.18 <<>> TXT _dmarc.contoso.test\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; QUESTION SECTION:\n;_dmarc.contoso.test. IN TXT\n`;
    assert.match(lenses(answer('NXDOMAIN')).join('\n'), /Ask again: TXT of _dmarc\.contoso\.test <- \[\]/);
    assert.match(
      lenses(answer('SERVFAIL')).join('\n'),
      /Ask: TXT of _dmarc\.contoso\.test <- TXT _dmarc\.contoso\.test/,
    );
    assert.equal(lenses(answer('NXDOMAIN'))[0]?.endsWith('Check contoso.test <- contoso.test'), true);
  });
  it('have no icons that a name would make, and are no more than a person looks at', () => {
    assert.doesNotMatch(lenses(DIG.replaceAll('contoso.test', '$(alert).test')).join('\n'), /\$\(/);
    const many = [...Array(200).keys()].map((i) => `$ dig +short MX a${i}.test\n10 mx.a${i}.test.\n`).join('\n');
    const found = lenses(many);
    assert.equal(found.length, 103);
    assert.match(found.at(-1) ?? '', /^\d+ \d+ parts from here on: see the view of the ticket <- undefined$/);
  });
  it('are offered as a quick fix where a record has a problem', () => {
    const { document, ticket, position } = openAt(
      '$ dig +noall +answer TXT contoso.test\ncontoso.test. 300 IN TXT "v=spf1 f|oo -all"\n',
    );
    const range = { start: position, end: position };
    const titles = (commandLinks: boolean): readonly string[] =>
      codeActions(document, ticket, range, { commandLinks })
        .filter(({ kind }) => kind === 'quickfix')
        .map(({ title }) => title);
    assert.deepEqual([titles(true), titles(false)], [['Check contoso.test now'], []]);
  });
});
