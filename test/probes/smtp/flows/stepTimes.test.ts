import assert from 'node:assert/strict';
import { type StepTime, stepTimes, timeFindings } from '../../../../src/probes/smtp/flows/stepTimes.ts';
import type { SmtpStep } from '../../../../src/probes/smtp/types.ts';

/** `mail 250 1200` is a step with the code of its reply and how long it took. */
const steps = (...all: readonly string[]): readonly StepTime[] =>
  all.map((one) => {
    const [step = '', code, elapsed] = one.split(' ');
    return { step, elapsed: Number(elapsed), ...(code !== '-' && { code: Number(code) }) };
  });

/** What is found, each as its parts in a line. */
const finds = (all: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(
    timeFindings(steps(...all)).map((one) => {
      if (one.code === 'greet-delay') return `greet-delay ${one.elapsed}`;
      if (one.code === 'tarpit') return `tarpit ${one.kind} ${one.elapsed} ${one.replies}`;
      return ['slow', one.step, one.elapsed, ...(one.due ? [one.due.wait / 60_000, one.due.source] : [])].join(' ');
    }),
    expected,
  );

describe('the times of a session', () => {
  it('are those of the connection and of each reply', () => {
    const step = (given: object): SmtpStep => given as SmtpStep;
    assert.deepEqual(
      stepTimes([
        step({ step: 'connect', elapsed: 12 }),
        step({ step: 'banner', elapsed: 30, lines: ['220-a.test', '220 ESMTP'] }),
        step({ step: 'ehlo', elapsed: 31, lines: ['250-a.test'] }),
        step({ step: 'noop', elapsed: 32, lines: ['250'] }),
        step({ step: 'mail', elapsed: 33, lines: ['2500 what'] }),
        step({ step: 'rcpt', elapsed: 34, lines: [] }),
        step({ step: 'tls', elapsed: 35 }),
        step({ step: 'note', lines: ['250 x'] }),
      ]),
      [
        { step: 'connect', elapsed: 12 },
        { step: 'banner', elapsed: 30, code: 220 },
        { step: 'ehlo', elapsed: 31, code: 250 },
        { step: 'noop', elapsed: 32, code: 250 },
        { step: 'mail', elapsed: 33 },
        { step: 'rcpt', elapsed: 34 },
      ],
    );
    assert.deepEqual(stepTimes([step({ step: 'connect', elapsed: 12, failure: { code: 'ECONNREFUSED' } })]), []);
  });
  it('tell nothing where answers come at once', () => {
    finds([]);
    finds(['connect - 20', 'banner 220 30', 'mail 250 40', 'rcpt 550 40', 'quit 221 99000']);
  });
  it('tell of a banner that is held back: two and a half seconds, and eight times the way there and back', () => {
    finds(['connect - 20', 'banner 220 2500'], 'greet-delay 2500');
    finds(['connect - 20', 'banner 220 2499']);
    finds(['connect - 400', 'banner 220 3200'], 'greet-delay 3200');
    finds(['connect - 400', 'banner 220 3199']);
    finds(['banner 220 2500'], 'greet-delay 2500');
    finds(['connect - 20', 'banner - 9000']);
  });
  it('tell of a tarpit for all answers, from two on', () => {
    finds(['connect - 20', 'banner 220 30', 'mail 250 1500', 'rcpt 250 1700.4'], 'tarpit all 1500 2');
    finds(['connect - 20', 'banner 220 30', 'mail 250 1499', 'rcpt 250 1700']);
    finds(['connect - 200', 'mail 250 1599', 'rcpt 250 1700']);
    finds(['connect - 20', 'mail 250 1500']);
    finds(['connect - 20', 'mail 250 1500', 'rcpt 250 1700', 'quit 221 5'], 'tarpit all 1500 2');
    finds(['connect - 20', 'mail 250 1500', 'rcpt - 5', 'data 354 1600'], 'tarpit all 1500 2');
  });
  it('tell of a tarpit for refusals alone', () => {
    finds(['connect - 20', 'mail 250 10', 'rcpt 550 5000.6'], 'tarpit refusals 5001 1');
    finds(['connect - 20', 'mail 250 10', 'rcpt 400 5000'], 'tarpit refusals 5000 1');
    finds(['connect - 20', 'mail 250 10', 'rcpt 399 5000']);
    finds(['connect - 20', 'rcpt 550 5000']);
    finds(['connect - 20', 'mail 250 5000', 'rcpt 550 5000', 'data 503 10']);
    finds(['connect - 20', 'mail 250 10', 'rcpt 550 10', 'rcpt 550 5000']);
  });
  it('tell of one that begins behind a number of refusals', () => {
    const some = ['connect - 20', 'mail 250 10', 'rcpt 550 10', 'rcpt 550 10', 'rcpt 550 5000', 'rcpt 550 4000'];
    finds(some, 'tarpit refusals 4000 2');
    finds([...some, 'rcpt 550 10']);
  });
  it('tell of single answers that took ten seconds, with how long a sender has to wait for them', () => {
    finds(['connect - 20', 'mail 250 9999', 'rcpt 250 10']);
    finds(['connect - 20', 'ehlo 250 10', 'mail 250 10000'], 'slow mail 10000 5 RFC 5321 4.5.3.2.2');
    finds(['connect - 20', 'mail 250 10', 'rcpt 250 11000'], 'slow rcpt 11000 5 RFC 5321 4.5.3.2.3');
    finds(['connect - 20', 'mail 250 10', 'data 354 11000'], 'slow data 11000 2 RFC 5321 4.5.3.2.4');
    finds(['connect - 20', 'mail 250 10', 'message 250 11000'], 'slow message 11000 10 RFC 5321 4.5.3.2.6');
    finds(['connect - 20', 'mail 250 10', 'ehlo 250 11000'], 'slow ehlo 11000');
  });
  it('do not tell them again where all are held, but beside refusals', () => {
    finds(['connect - 20', 'mail 250 12000', 'rcpt 250 13000'], 'tarpit all 12000 2');
    finds(
      ['connect - 20', 'mail 250 10', 'rcpt 550 12000'],
      'tarpit refusals 12000 1',
      'slow rcpt 12000 5 RFC 5321 4.5.3.2.3',
    );
  });
});
