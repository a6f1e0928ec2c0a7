import assert from 'node:assert/strict';
import { defined } from '../../../src/core/text/defined.ts';

describe('values that may be missing', () => {
  it('leave no key behind', () => {
    const missing = undefined as string | undefined;
    assert.deepEqual(Object.keys(defined({ a: 1, b: missing, c: null, d: '' })), ['a', 'c', 'd']);
  });

  it('are never undefined for the compiler', () => {
    const enhanced = '5.1.1' as string | undefined;
    const exact: { readonly code: number; readonly enhanced?: string } = { code: 550, ...defined({ enhanced }) };
    // @ts-expect-error with exactOptionalPropertyTypes a key is there with a value, or it is not there
    const loose: { readonly code: number; readonly enhanced?: string } = { code: 550, enhanced };
    assert.deepEqual(exact, loose);
  });
});
