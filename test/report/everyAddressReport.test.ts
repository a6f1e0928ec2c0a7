import assert from 'node:assert/strict';
import type { EveryAddressResult } from '../../src/probes/smtp/everyAddress.ts';
import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { isGood, renderEveryAddress } from '../../src/report/everyAddressReport.ts';
import { describeNameProblem } from '../../src/report/nameProblem.ts';
import { queuedFindings } from '../../src/report/queuedFindings.ts';
import { describeTargetProblem } from '../../src/report/targetProblem.ts';

const endpoint = { host: 'mx.test', port: 25 };
const result = (more: object = {}) => ({ endpoint, started: 0, steps: [], findings: [], ...more });
const refused = { failure: { step: 'connect', kind: 'refused', detail: '' } };
const recipients = (code: number) => ({
  flow: {
    kind: 'recipients',
    sender: 's',
    untried: [],
    answers: [{ recipient: 'b', invented: false, answer: { code, lines: [`${code} x`] } }],
  },
});
/** The lines above the reports on the addresses. */
function rows(probes: readonly object[], more: object = {}): readonly string[] {
  const lines = renderEveryAddress({ target: endpoint, probes, left: 0, ...more } as unknown as EveryAddressResult);
  return lines.slice(0, lines.indexOf(''));
}

describe('the report on every address of a server', () => {
  it('counts what failed and what is to be looked at', () => {
    const one = { host: 'mx.test', result: result() };
    assert.deepEqual(rows([one]), [
      '# SMTP servers of mx.test:25: 1 address, 0 failed',
      '* mx.test: passed, without TLS, no findings',
    ]);
    assert.deepEqual(
      rows([
        one,
        { ...one, result: result(refused) },
        { ...one, result: result(recipients(550)) },
        { ...one, result: result(recipients(250)) },
      ]).slice(0, 1),
      ['# SMTP servers of mx.test:25: 4 addresses, 1 failed, 1 with something to look at'],
    );
    assert.equal(rows([one], { left: 2 }).at(-1), '* 2 more addresses are left out');
    assert.deepEqual(
      renderEveryAddress({ target: endpoint, probes: [], left: 0 } as unknown as EveryAddressResult),
      [],
    );
  });
  it('has a row for each', () => {
    const row = (more: object, of: object = {}) => rows([{ host: 'mx.test', result: result(more), ...of }])[1];
    const tls = { steps: [{ step: 'connect' }, { step: 'tls', info: { version: 'TLSv1.3', names: [], chain: [] } }] };
    assert.equal(
      row(tls, { preference: 10, address: '192.0.2.1' }),
      '* mx.test, preference 10, 192.0.2.1: passed, TLSv1.3, no findings',
    );
    const findings = [{ code: 'only-helo' }, { code: 'no-starttls' }, { code: 'only-helo' }];
    assert.equal(row({ findings }), '* mx.test: passed, without TLS, only-helo, no-starttls');
    assert.equal(row(refused), '* mx.test: failed at CONNECT, connect-refused');
    assert.equal(row(recipients(250)), '* mx.test: as it should be, recipient-accepted');
    assert.equal(
      row({ ...recipients(550), findings: [{ code: 'only-helo' }] }),
      '* mx.test: something to look at, only-helo, recipient-refused-otherwise',
    );
    const good = (more: object) => isGood({ host: 'x', result: result(more) } as never);
    assert.deepEqual(
      [good({}), good(refused), good(recipients(250)), good(recipients(550))],
      [true, false, true, false],
    );
  });
  it('begins with what is wrong with a name', () => {
    const mail = { outcome: 'invalid', problem: 'space', asked: 'a b' };
    assert.deepEqual(
      renderEveryAddress({ target: endpoint, mail, probes: [], left: 0 } as unknown as EveryAddressResult),
      ['* "a b" holds a space, which no domain name does. Type one name only.'],
    );
    assert.equal(
      rows([{ host: 'mx.test', result: result() }], { mail })[0],
      '* "a b" holds a space, which no domain name does. Type one name only.',
    );
  });
});

describe('the id under which a server has a message', () => {
  it('is that of the reply to its end', () => {
    const found = (...steps: readonly object[]) =>
      [...queuedFindings(result({ steps }) as unknown as SmtpProbeResult)].map(
        ({ text }) => /queued as (.*)\.$/.exec(text)?.[1],
      );
    const taken = (step: string, line: string, more: object = {}) => ({ step, lines: ['250-x', line], ...more });
    const ok = '250 2.0.0 Ok: queued as 4ABC';
    assert.deepEqual(found(taken('message', ok), taken('bdat', ok.replace('4ABC', '5DEF'))), ['4ABC', '5DEF']);
    assert.deepEqual(
      found(
        taken('rcpt', ok),
        taken('message', ok, { failure: {} }),
        taken('message', ok.replace('250', '450')),
        taken('message', '250 thanks'),
        { step: 'message', lines: [] },
      ),
      [],
    );
    assert.equal(
      [...queuedFindings(result({ steps: [taken('message', ok)] }) as unknown as SmtpProbeResult)][0]?.about,
      'mx.test:25',
    );
  });
});

describe('what is wrong with what was typed', () => {
  it('is said with it, each in its own words', () => {
    const problems = [
      'empty',
      'space',
      'url',
      'port',
      'ip-address',
      'bad-character',
      'empty-label',
      'label-too-long',
      'name-too-long',
    ] as const;
    const said = problems.map((problem) => describeNameProblem(problem, ' x '));
    assert.equal(new Set(said).size, problems.length);
    for (const words of said.slice(1)) assert.match(words, /^"x" /);
    const targets = [
      'empty',
      'port',
      'ip-address',
      'needs-domain',
      'no-selector',
      'not-an-address',
      'unknown-prefix',
    ] as const;
    const told = targets.map((problem) => describeTargetProblem(problem, ' x '));
    assert.equal(new Set(told).size, targets.length);
    for (const words of told.slice(1)) assert.match(words, /^"x" /);
    assert.equal(describeTargetProblem('space', 'a b'), describeNameProblem('space', 'a b'));
    assert.equal(describeTargetProblem('port', 'x'.repeat(300)).indexOf('…'), 201);
    assert.match(told.at(-1) ?? '', /There are [a-z-]+:, .*[a-z]:\.$/);
  });
});
