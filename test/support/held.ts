import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** Characters of a line that stand in a file; of a longer one the start and a digest of all of it. */
const LONGEST = 500;

/** Keys and digests, which tests make anew each time. */
const KEYS = /[A-Za-z0-9+/]{40,4000}={0,2}/g;

/** Set where the files are to be written again. */
const isWriting = process.env.MAIL_TRIAGE_HELD === 'write';

/**
 * Holds values that tests come by on their way, each whole, whatever of it the test looks at: its line must stand in a
 * file, from which one reads what a change does to all of them. `key` tells what the value is of.
 *
 * @throws {assert.AssertionError} where the file has no such line; the lines of the key are shown beside it
 */
export function heldIn(file: string): (key: string, value: unknown) => void {
  const known = new Set<string>();
  const read = (): void => {
    for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) known.add(line);
    known.delete('');
  };
  if (isWriting)
    process.on('exit', () =>
      writeFileSync(
        file,
        [...known]
          .sort()
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
  return (key, value) => {
    const line = lineOf(key, value);
    if (isWriting) known.add(line);
    else if (known.size === 0) read();
    if (known.has(line)) return;
    const like = [...known].filter((one) => one.startsWith(`${key}\t`)).slice(0, 20);
    const advice = `${file} has no such line; where it is meant to change, run "npm run generate"`;
    assert.fail(`${advice}\n+ ${line}\n${like.map((one) => `- ${one}`).join('\n')}`);
  };
}

function lineOf(key: string, value: unknown): string {
  const line = written(`${key}\t${JSON.stringify(value)}`);
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}… ${hash(line)}`;
}

/** Without what tests make anew each time, in ASCII. */
const written = (text: string): string =>
  text.replace(KEYS, '(key)').replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** Stands for a value of which too much would have to be written down. */
export const digest = (value: unknown): string => hash(written(JSON.stringify(value) ?? ''));
