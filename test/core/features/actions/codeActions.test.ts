import assert from 'node:assert/strict';
import { codeActions } from '../../../../src/core/features/actions/codeActions.ts';
import { openAt } from '../cursor.ts';

/** What can be done where `|` stands, by what is run: `title [kind]: command argument`. */
const actions = (text: string, commandLinks = true): readonly string[] => {
  const { document, ticket, position } = openAt(text);
  return codeActions(document, ticket, { start: position, end: position }, { commandLinks })
    .filter(({ command }) => command !== undefined)
    .map(({ title, kind, command }) => {
      assert.equal(command?.title, title);
      const args = (command?.arguments ?? []).map((one) => (one === document.uri ? 'URI' : String(one)));
      return `${title} [${kind}]: ${command?.command} ${args.join(' ')}`;
    });
};

const offers = (text: string, ...all: readonly string[]): void => {
  it(JSON.stringify(text.slice(Math.max(0, text.indexOf('|') - 30)).slice(0, 60)), () =>
    assert.deepEqual(actions(text), all),
  );
};

describe('what can be done', () => {
  offers('nothing| here\n');
  offers(
    'it said 550 5.1.1 <b@b.test>: User unkn|own\n',
    'Explain 550 5.1.1 []: mailTriage.explain it said 550 5.1.1 <b@b.test>: User unknown',
  );
  offers(
    'connect to mx.b.test[192.0.2.1]:25: Connection timed out|\n',
    'Explain this line []: mailTriage.explain connect to mx.b.test[192.0.2.1]:25: Connection timed out',
  );
  offers(
    'see a.|test now\n',
    'Check a.test []: mailTriage.check a.test',
    'Look up mail exchangers of a.test []: mailTriage.lookUpMailExchangers a.test',
    'Probe SMTP server a.test []: mailTriage.probeSmtpServer a.test',
  );
  offers(
    'at 192.0.|2.7 now\n',
    'Probe SMTP server 192.0.2.7 []: mailTriage.probeSmtpServer 192.0.2.7',
    'Check 192.0.2.7 []: mailTriage.check 192.0.2.7',
  );
  it('is nothing where the editor does not know our commands', () =>
    assert.deepEqual(actions('see a.|test: 550 5.1.1 User unknown\n', false), []));
});

describe('what can be done with a session', () => {
  const session = '220 mx.b.test ESMTP\nEHLO a.test\n250 mx.b.test\nQUIT\n221 bye\n';
  const sessions = (text: string): readonly string[] => actions(text).filter((one) => /[Ss]ession/.test(one));
  it('is to take it elsewhere, and to run it again', () => {
    const found = sessions(`Hello,\n\n${session.replace('QU', 'QU|')}\n`);
    assert.equal(found.at(-1), 'Copy this session as swaks, telnet or openssl… []: mailTriage.copySession URI 5');
    assert.deepEqual(sessions(`Hel|lo,\n\n${session}`), []);
    assert.deepEqual(sessions('2|20 mx.b.test ESMTP\n'), []);
  });
});

describe('what can be done with a record that has a problem', () => {
  const dig = (record: string): string =>
    `; <<>> DiG 9 <<>> TXT a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n\n;; QUESTION SECTION:\n;a.test. IN TXT\n\n;; ANSWER SECTION:\na.test. 300 IN TXT "${record}"\n`;
  const checks = (text: string): readonly string[] => actions(text).filter((one) => one.includes(' now '));
  it('is to check its domain', () => {
    assert.deepEqual(checks(dig('v=spf1 +a|ll')), ['Check a.test now [quickfix]: mailTriage.check a.test']);
    assert.deepEqual(checks(dig('v=spf1 -a|ll')), []);
    assert.deepEqual(checks(dig('v=spf1 +all').replace('TXT a.test\n', 'TXT a|.test\n')), []);
    assert.deepEqual(checks(`v=spf1 +a|ll\n`), []);
  });
});
