import assert from 'node:assert/strict';
import '../load.ts';
import { clearDesk, desk } from '../desk.ts';

let flows: typeof import('../../../src/client/smtp/flowRows.ts');
describe('a question to a mail server about recipients or policy', () => {
  before(async () => {
    flows = await import('../../../src/client/smtp/flowRows.ts');
  });
  beforeEach(clearDesk);

  const flow = (name: string) => {
    const found = flows.FLOWS.find(({ command }) => command === `mailTriage.${name}`);
    assert.ok(found, name);
    return found;
  };
  const asked = (words = '', ...recipients: readonly string[]) => ({ whom: 'mx1.contoso.test:25', recipients, words });
  const request = async (name: string, words: string, ...answers: readonly unknown[]) => {
    desk.answers.push(...answers);
    return flow(name).request(asked(words, 'a@b.test'));
  };

  it('needs what it is about', () => {
    for (const [name, words, recipients, isGood] of [
      ['checkRecipients', '', [], false],
      ['checkRecipients', '', ['a@b.test'], true],
      ['checkRecipients', '', ['a@b.test', 'c@d.test'], true],
      ['checkOpenRelay', '', [], false],
      ['checkOpenRelay', '', ['a@b.test'], true],
      ['checkOpenRelay', '', ['a@b.test', 'c@d.test'], false],
      ['checkOpenRelay', 'contoso.test', ['a@b.test'], true],
      ['checkOpenRelay', 'contoso.test.', ['a@b.test'], true],
      ['checkOpenRelay', 'contoso', ['a@b.test'], true],
      ['checkOpenRelay', 'contoso..test', ['a@b.test'], false],
      ['checkOpenRelay', 'a b', ['a@b.test'], false],
      ['checkOpenRelay', '.test', ['a@b.test'], false],
      ['checkExposure', '', [], true],
      ['checkExposure', 'ann, list', [], true],
      ['checkExposure', 'jürgen', [], false],
      ['checkExposure', 'a\nb', [], false],
      ['checkRestriction', '', [], false],
      ['checkRestriction', '192.0.2.0/24', [], true],
      ['scanTls', '', [], true],
    ] as const)
      assert.equal(
        flow(name).problem?.(asked(words, ...recipients)) === undefined,
        isGood,
        `${name} ${words} ${recipients}`,
      );
  });

  it('asks what it was told to, once that is agreed to', async () => {
    const consent = 'i-may-test-this-server';
    assert.deepEqual(await request('checkRecipients', ''), { kind: 'recipients' });
    assert.deepEqual(await request('scanTls', ''), { kind: 'tls-scan' });
    assert.deepEqual(await request('checkOpenRelay', '', 'For This Machine Only'), { kind: 'relaying' });
    assert.deepEqual(await request('checkOpenRelay', '', 'It Is Mine to Test'), { kind: 'relay', consent });
    assert.deepEqual(await request('checkOpenRelay', 'b.test', 'It Is Mine to Test'), {
      kind: 'relay',
      consent,
      own: 'b.test',
    });
    assert.equal(await request('checkOpenRelay', '', undefined), undefined);
    assert.deepEqual(await request('checkExposure', ' ann , list,,', 'Within the Limits'), {
      ...{ kind: 'exposure', names: [' ann', 'list'] },
    });
    assert.deepEqual(await request('checkExposure', '', 'It Is Mine: Longer, Too'), {
      ...{ kind: 'exposure', names: [], beyond: consent },
    });
    assert.equal(await request('checkExposure', '', undefined), undefined);
  });

  it('asks about ranges that can be read', async () => {
    const read = await request('checkRestriction', '192.0.2.0/24, 198.51.100.0-198.51.100.9');
    assert.equal(read?.kind === 'restriction' && read.ranges.length, 2);
    for (const [words, bad] of [
      ['192.0.2.0/24, 192.0.2.0/33', '192.0.2.0/33'],
      [',', ','],
    ] as const) {
      assert.equal(await request('checkRestriction', words), undefined);
      assert.equal(desk.said.at(-1), `information: “${bad}” is no range of addresses.`);
    }
  });

  it('has the rows that it needs', () => {
    const rows = (name: string): readonly string[] => {
      const draft = { recipients: '', sender: '', recipientsLeft: 0 };
      return flow(name)
        .rows(draft as never)
        .map(({ label }) => label);
    };
    for (const name of ['checkRecipients', 'checkOpenRelay', 'checkRestriction'])
      assert.deepEqual(rows(name), ['Recipients', 'Sender'], name);
    for (const name of ['checkExposure', 'scanTls']) assert.deepEqual(rows(name), [], name);
    const told = flows.FLOWS.map(({ logsIn, policies, words }) => [
      ...[logsIn === true, policies === true, words?.isRanges === true, words !== undefined],
    ]);
    assert.deepEqual(told, [
      [true, false, false, false],
      [false, false, false, true],
      [false, false, false, true],
      [false, true, false, false],
      [false, false, true, true],
    ]);
  });
});
