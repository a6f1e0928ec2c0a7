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
});
