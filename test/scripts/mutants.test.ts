import assert from 'node:assert/strict';
import { placesOf } from '../../scripts/mutants/operators.mjs';
import { executedSpans } from '../../scripts/mutants/spans.mjs';

/** Every text that a change of the code gives, place by place. */
const changed = (source: string, table = false): readonly (readonly string[])[] => {
  return placesOf(source, { table }).map(({ changes }) =>
    changes.map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end)),
  );
};

const becomes = (source: string, ...texts: readonly string[]): void =>
  assert.deepEqual([...new Set(changed(source).flat())].sort(), [...texts].sort());

describe('what a mutant changes', () => {
  it('are conditions and operators', () => {
    becomes('if (a) b();', 'if (true) b();', 'if (false) b();', 'if (a) ;');
    becomes('x = a < b;', 'x = a <= b;', 'x = a >= b;', ';');
    becomes('x = (a || b) && c;', 'x = (a || b) || c;', 'x = (a && b) && c;', ';');
    becomes('x = a ?? (b);', 'x = (a );', 'x = ( (b));', ';');
    becomes('const x = a?.b;', 'const x = a.b;');
    becomes('const x = a?.[b]?.(c);', 'const x = a[b]?.(c);', 'const x = a?.[b](c);');
  });

  it('are values, but no sentences and no names', () => {
    becomes('const x = { key: 3 };', 'const x = { key: 4 };', 'const x = { key: 2 };');
    becomes("import x from 'x';");
    becomes("const x = 'EHLO';", "const x = '';");
    becomes("const x = 'The server greets.';");
    becomes("const x = y === 'end of data';", "const x = y !== 'end of data';", "const x = y === '';");
    becomes('const x = `${a}:${b}`;', 'const x = ``;');
    becomes('const x = `The server is ${a}.`;');
  });

  it('are methods that have a neighbour or can be left out', () => {
    becomes('const x = a.some(b);', 'const x = a.every(b);');
    becomes('const x = (a).trim();', 'const x = (a);');
    becomes('const x = a?.slice(b);', 'const x = a;', 'const x = a.slice(b);');
  });

  it('are regular expressions, by their parts', () => {
    becomes('const x = /^a+/i;', 'const x = /a+/i;', 'const x = /^a{0,}/i;', 'const x = /^a+/;');
    becomes('const x = /(?:a|b)?/;', 'const x = /(?:a|b)/;', 'const x = /(?:b)?/;', 'const x = /(?:a)?/;');
    becomes(
      'const x = /\\d{1,3}/;',
      ...['\\D{1,3}', '\\d{1,4}', '\\d{1,2}', '\\d{0,3}'].map((p) => `const x = /${p}/;`),
    );
    becomes('const x = /[a-z.]/;', 'const x = /[^a-z.]/;', 'const x = /[.]/;', 'const x = /[a-z]/;');
    becomes('const x = /[^\\s]{0,200}/;', 'const x = /[\\s]{0,200}/;', 'const x = /[^\\S]{0,200}/;');
  });

  it('are the code of tables, not their facts', () => {
    assert.deepEqual(changed("const rows = [{ code: 550, words: /no/, of: 'RCPT' }];", true), []);
    assert.equal(changed('const rows = [{ code: 550, words: /^no/ }];', true).length, 1);
    assert.equal(changed("const f = () => g('RCPT');", true).length, 1);
  });

  it('leave types alone', () => {
    becomes("type A = 'a' | 'b'; const x: A = 'b' as A;", "type A = 'a' | 'b'; const x: A = '' as A;");
    becomes('x = (a as B) ?? c;', 'x = ((a as B) );', 'x = ( c);', ';');
    becomes('x = !(a as B);', 'x =  (a as B);', ';');
    becomes('x = (a as B).trim();', 'x = (a as B);', ';');
    becomes('x = (a as B<C>) < d;', 'x = (a as B<C>) <= d;', 'x = (a as B<C>) >= d;', ';');
  });
});

describe('what a test runs', () => {
  const range = (startOffset: number, endOffset: number, count: number) => ({ startOffset, endOffset, count });

  it('is what the innermost range says', () => {
    assert.deepEqual(
      executedSpans([{ ranges: [range(0, 100, 1), range(10, 20, 0)] }, { ranges: [range(50, 60, 0)] }]),
      [0, 10, 20, 50, 60, 100],
    );
    assert.deepEqual(executedSpans([{ ranges: [range(0, 9, 0)] }]), []);
    assert.deepEqual(executedSpans([{ ranges: [range(0, 9, 1), range(2, 8, 0), range(3, 5, 2)] }]), [0, 2, 3, 5, 8, 9]);
  });
});
