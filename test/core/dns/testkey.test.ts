import assert from 'node:assert/strict';
import { queriesOf } from './told.ts';

const NAME = 's1._domainkey.contoso.test';
const said = (...lines: readonly string[]): string => lines.map((line) => `opendkim-testkey: ${line}\n`).join('');

/** Each query as `name status validated extendedError`. */
const told = (...lines: readonly string[]): readonly string[] =>
  queriesOf(said(...lines)).map(({ tool, name, type, status, validated, extendedError }) =>
    [tool, name, type, status, validated, extendedError].filter((one) => one !== undefined).join(' '),
  );

describe('what opendkim-testkey says of a key', () => {
  it('is how the look-up ended, and whether DNSSEC vouches for it', () => {
    for (const [words, end] of [
      [`'${NAME}' record not found`, 'NXDOMAIN'],
      [`'${NAME}' query timed out`, 'TIMEOUT'],
      [`'${NAME}' query failed`, 'SERVFAIL'],
      [`'${NAME}' reply corrupt`, 'MALFORMED'],
      [`'${NAME}' reply truncated`, 'MALFORMED'],
      [`'${NAME}' unexpected reply class/type (-1/-1)`, 'MALFORMED'],
      ['keys do not match', 'NOERROR keys do not match'],
      ['key OK', 'NOERROR'],
      ['key secure', 'NOERROR true'],
      ['key not secure', 'NOERROR false'],
      [`key ${NAME} OK`, 'NOERROR'],
      [`key ${NAME} not secure`, 'NOERROR false'],
    ] as const)
      assert.deepEqual(told(`checking key '${NAME}'`, words), [`opendkim-testkey ${NAME} TXT ${end}`], words);
  });

  it('is told once for each key', () => {
    const other = 's2._domainkey.contoso.test';
    assert.deepEqual(
      told(`checking key '${NAME}'`, 'key not secure', 'key OK', `checking key '${other}'`, `'${other}' query failed`),
      [`opendkim-testkey ${NAME} TXT NOERROR false`, `opendkim-testkey ${other} TXT SERVFAIL`],
    );
    assert.deepEqual(told(`checking key '${NAME}'`, 'key secure', 'keys do not match'), [
      `opendkim-testkey ${NAME} TXT NOERROR true keys do not match`,
    ]);
  });

  it('is nothing without a name or an end', () => {
    assert.deepEqual(told(`checking key '${NAME}'`), []);
    assert.deepEqual(told('key OK', 'keys do not match'), []);
    assert.deepEqual(
      told(`checking key '${NAME}'`, 'record not found yet', 'the keys do not match', 'key secured'),
      [],
    );
    for (const end of ['record not found', 'query timed out', 'query failed', 'reply corrupt', 'reply truncated'])
      assert.deepEqual(told(`checking key '${NAME}'`, `'${NAME}' ${end} once`), [], end);
    assert.deepEqual(queriesOf(`checking key '${NAME}'\nkey OK\n`), []);
    const ended = `${said(`checking key '${NAME}'`, 'key OK')}That is all.\n${said('key not secure')}`;
    assert.deepEqual(
      queriesOf(ended).map(({ validated }) => validated),
      [undefined],
    );
  });
});
