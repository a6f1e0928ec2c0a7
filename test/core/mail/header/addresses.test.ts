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
});
