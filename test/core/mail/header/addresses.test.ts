import assert from 'node:assert/strict';
import { readMailboxes } from '../../../../src/core/mail/header/addresses.ts';

const is = (value: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    readMailboxes(value).map(
      ({ name, address, group }) => `${name} <${address}>${group === undefined ? '' : ` in ${group}`}`,
    ),
    expected,
    value,
  );

describe('the mailboxes of a field', () => {
  it('are told apart outside of quotes, comments and angles (RFC 5322 3.4)', () => {
    is('"A; b, c: d" <a@contoso.test>; c@contoso.test', 'A; b, c: d <a@contoso.test>', ' <c@contoso.test>');
    is(
      'ann@contoso.test (Ann (the one), yes), b@contoso.test',
      'Ann (the one), yes <ann@contoso.test>',
      ' <b@contoso.test>',
    );
    is('Ann <ann;x@contoso.test>, b@contoso.test', 'Ann <ann;x@contoso.test>', ' <b@contoso.test>');
    is('Ann <ann@contoso.test, Bob <bob@contoso.test>', 'Ann <ann@contoso.test>', 'Bob <bob@contoso.test>');
  });

  it('may stand in a group, which ends with a semicolon and may be empty or have no name', () => {
    is(
      'Friends: ann@contoso.test, Bob <bob@contoso.test>; eve@contoso.test',
      ' <ann@contoso.test> in Friends',
      'Bob <bob@contoso.test> in Friends',
      ' <eve@contoso.test>',
    );
    is(': ann@contoso.test;', ' <ann@contoso.test> in group');
    is('undisclosed-recipients:;');
  });

  it('are told by the quoted string in front of them, as readers show it', () => {
    is('"Contoso", <ann@fabrikam.test>', 'Contoso <ann@fabrikam.test>');
    is('"a@b.test", <ann@fabrikam.test>', 'a@b.test <ann@fabrikam.test>');
    is('Team: "X", <a@b.test>; c@d.test', 'X <a@b.test> in Team', ' <c@d.test>');
    for (const [value, first] of [
      ['Contoso, <ann@fabrikam.test>', ' <Contoso>'],
      ['"Contoso"@b.test, <ann@fabrikam.test>', ' <"Contoso"@b.test>'],
      ['Bob "Contoso", <ann@fabrikam.test>', ' <Bob "Contoso">'],
    ] as const)
      is(value, first, ' <ann@fabrikam.test>');
    is('"Contoso", Ann <ann@fabrikam.test>', ' <"Contoso">', 'Ann <ann@fabrikam.test>');
  });

  it('have their names and addresses where they stand', () => {
    const at = (value: string): readonly string[] =>
      readMailboxes(value).map(({ start, end, nameSpan, addressSpan }) =>
        [{ start, end }, nameSpan, addressSpan]
          .map((span) => (span === undefined ? '-' : value.slice(span.start, span.end)))
          .join(' | '),
      );
    assert.deepEqual(at(' "A; b" <a@b.test> , c@d.test,'), [
      '"A; b" <a@b.test> | "A; b" | a@b.test',
      'c@d.test | - | c@d.test',
    ]);
    assert.deepEqual(at('a@b.test (A b)'), ['a@b.test (A b) | A b | a@b.test']);
    assert.deepEqual(at('<a@b.test>'), ['<a@b.test> | - | a@b.test']);
    assert.deepEqual(at('A <a@b.test'), ['A <a@b.test | A | a@b.test']);
    assert.deepEqual(at('"A", <a@b.test>'), ['"A", <a@b.test> | "A" | a@b.test']);
  });

  it('are read whatever marks stand in them', () => {
    is('A <B> <a@b.test>', 'A <B> <a@b.test>');
    is('"A \\"b\\"" <a@b.test>', 'A "b" <a@b.test>');
    is('"a\\,b" <a@b.test>', 'a,b <a@b.test>');
    is('A\\, b <a@b.test>', 'A\\, b <a@b.test>');
    is('(c, d) a@b.test', ' <(c, d) a@b.test>');
    is('a@b.test (x (y), z) , c@d.test', 'x (y), z <a@b.test>', ' <c@d.test>');
    is('a) b, c@d.test', ' <a) b>', ' <c@d.test>');
    is('"open <a@b.test>, c@d.test', '"open <a@b.test>', ' <c@d.test>');
    is('A < a@b.test >', 'A <a@b.test>');
    is('=?utf-8?Q?=C3=BC?=  x <a@b.test>', '\u00fc x <a@b.test>');
    is('=?x-nope?Q?a?= <a@b.test>', '=?x-nope?Q?a?= <a@b.test>');
    is('a@b.test (=?utf-8?Q?=C3=BC?=)', '\u00fc <a@b.test>');
    is('" <a@b.test>', '" <a@b.test>');
    is('"" <a@b.test>', ' <a@b.test>');
    is('');
    is(' , ;,');
  });

  it('stand in one group after the other', () => {
    is('A: a@b.test; B: c@d.test;', ' <a@b.test> in A', ' <c@d.test> in B');
    is('"A: b": a@b.test; c@d.test', ' <a@b.test> in A: b', ' <c@d.test>');
    is('A <a:b@c.test>', 'A <a:b@c.test>');
  });

  it('are at most 2000', () => assert.equal(readMailboxes('a@b.test,'.repeat(2001)).length, 2000));
});
