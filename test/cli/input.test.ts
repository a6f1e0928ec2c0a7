import assert from 'node:assert/strict';
import { textOf } from '../../src/cli/input.ts';

describe('a file that is no text', () => {
  const told = (bytes: Buffer): string => {
    const read = textOf('r', bytes);
    return read.ok ? 'text' : read.problem;
  };

  it('is said to open as a report where it is packed, or a message with a file that is not encoded', () => {
    assert.match(told(Buffer.from('PK\u0003\u0004\0\0\0\0')), /mail-triage report opens/);
    assert.match(told(Buffer.from('From: a@b.test\nContent-Transfer-Encoding: binary\n\nPK\0\0')), /report opens/);
    assert.match(told(Buffer.from('MZ\0\0\0\0')), /NUL bytes/);
  });
});
