import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digests, makers, readingsFile, type WholeText, wholeTexts } from '../../support/readings.ts';
import { open } from '../features/cursor.ts';

const names = Object.keys(makers);
const known = new Map(
  readFileSync(readingsFile, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([text = '', ...row]) => [text, row]),
);

/** With MAIL_TRIAGE_READINGS=FOLDER, all that is made of the texts is written there: what two commits write can be compared. */
const written = process.env.MAIL_TRIAGE_READINGS;

function write(into: string, { name, text, start }: WholeText): void {
  for (const [maker, make] of Object.entries(makers)) {
    const file = join(into, `${name}.${maker}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(make(open(text, start)), null, 1) ?? '');
  }
}

/** What is made of tickets as they come, whole: a change of it is meant, or it is a mistake. */
export function readings(room: string): void {
  const texts = [...wholeTexts()].filter(({ name }) => name.startsWith(`${room}/`));

  it('are of every text, and of no other', () =>
    assert.deepEqual(
      [...known.keys()].filter((name) => name.startsWith(`${room}/`)),
      texts.map(({ name }) => name),
    ));

  for (const one of texts) {
    it(`of ${one.name} are as before; where they are meant to change, run "npm run generate"`, () => {
      if (written !== undefined) write(written, one);
      const now = digests(one);
      const before = known.get(one.name) ?? [];
      assert.deepEqual(
        names.filter((_, i) => now[i] !== before[i]),
        [],
      );
    });
  }
}
