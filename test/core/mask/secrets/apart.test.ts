import assert from 'node:assert/strict';
import { bracketed, dashed, inRound, remarked } from '../../../../src/core/mask/secrets/apart.ts';
import type { Find } from '../../../../src/core/mask/secrets/members.ts';

/** What stands apart behind the word `password` is the value of it; nothing where none is named. */
const finds =
  (find: Find, kind: 'password' | 'token' = 'password') =>
  (behind: string, value?: string): void => {
    const text = `password${behind}`;
    const found = find(text, { start: 0, end: 'password'.length, kind, name: 'password' } as never);
    assert.equal(found && text.slice(found.start, found.end), value, text);
  };

describe('a password that stands apart from its name', () => {
  it('in square brackets is what a program asks for with what it has', () => {
    const is = finds(bracketed);
    is(' [k3ttle!x]:', 'k3ttle!x');
    is('  [k3ttle!x]?', 'k3ttle!x');
    is(' [k3ttle!x] : ', 'k3ttle!x');
    is(' [k3ttle!x]\nnext', 'k3ttle!x');
    is(' [k3ttle!x] and more');
    is('[k3ttle!x]:');
    is(' [k3 ttle!x]:');
    is(' [k3!]:');
    is(' [none]:');
    is(' [hidden]:');
    is(` [${'k3ttle!xab'.repeat(10)}]:`, 'k3ttle!xab'.repeat(10));
    is(` [${'k3ttle!xab'.repeat(10)}c]:`);
    finds(bracketed, 'token')(' [k3ttle!x]:');
  });

  it('in round ones is one that a sentence names, or four groups of letters', () => {
    const is = finds(inRound);
    is(' (k3ttle!x)', 'k3ttle!x');
    is(' that I made (k3ttle!x)', 'k3ttle!x');
    is(' that’s what we all use (k3ttle!x)', 'k3ttle!x');
    is(' one two three four five (k3ttle!x)', 'k3ttle!x');
    is(' one two three four five six (k3ttle!x)');
    is(' (abcd efgh ijkl mnop)', 'abcd efgh ijkl mnop');
    is(' (abcd efgh ijkl)');
    is(' (again)');
    is(' (x=1234!)');
    is(': (k3ttle!x)');
    finds(inRound, 'token')(' (k3ttle!x)');
  });

  it('stands behind a remark in brackets', () => {
    const is = finds(remarked);
    is(' (new) k3ttle!x', 'k3ttle!x');
    is(' (new) "some words"', 'some words');
    is('（新）k3ttle!x', 'k3ttle!x');
    is(' (new) is wrong');
    is(' (new)k3ttle!x');
    is('(new) k3ttle!x');
    is(` (${'x'.repeat(60)}) k3ttle!x`, 'k3ttle!x');
    is(` (${'x'.repeat(61)}) k3ttle!x`);
    is(' (new) k3!');
    finds(remarked, 'token')(' (new) k3ttle!x');
  });

  it('stands behind a dash', () => {
    const is = finds(dashed);
    is(' - k3ttle!x', 'k3ttle!x');
    is('** -- k3ttle!x', 'k3ttle!x');
    is(' – k3ttle!x', 'k3ttle!x');
    is(' — "some words"', 'some words');
    is(' - still wrong');
    is('-k3ttle!x');
    is(' --- k3ttle!x');
    is(' - k3!');
    finds(dashed, 'token')(' - k3ttle!x');
  });
});
