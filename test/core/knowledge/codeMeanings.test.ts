import assert from 'node:assert/strict';
import {
  conflict,
  contradiction,
  decidingClass,
  meaningBesideWords,
  meaningOfClass,
  meaningOfCodes,
  notAReply,
  reasonOfStatus,
} from '../../../src/core/knowledge/codeMeanings.ts';
import { parseEnhanced } from '../../../src/core/knowledge/enhancedCodes.ts';
import { because } from '../../../src/core/knowledge/meaning.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';

/** A reply code, an enhanced code and what is answered, of which each may be a hyphen. */
function read(codes: string) {
  const [first, second = '-', stage = '?'] = codes.split(' ');
  const code = first === '-' ? undefined : Number(first);
  const status = second === '-' ? undefined : parseEnhanced(second);
  return { code, status, stage: stage as Stage, digit: decidingClass(code, status) };
}

describe('what codes mean together', () => {
  const meant = (codes: string): string | undefined => {
    const { code, status, stage, digit } = read(codes);
    const found = meaningOfCodes(code, status, stage, digit);
    return found && `${found.basis} ${found.meaning.reason}`;
  };

  it('is what the one says that says more', () => {
    for (const [codes, expected] of [
      ['550 - MAIL', 'reply-code sender-refused'],
      ['550 - RCPT', 'reply-code recipient-unknown'],
      ['550 - ?', 'reply-code unrecognized'],
      ['250 - ?', 'reply-code accepted'],
      ['250 2.1.5 RCPT', 'reply-code accepted'],
      ['250 2.6.0 (data)', 'reply-code accepted'],
      ['250 5.1.1 RCPT', 'reply-code accepted'],
      ['550 2.1.5 RCPT', 'reply-code recipient-unknown'],
      ['550 5.1.1 RCPT', 'enhanced-code recipient-unknown'],
      ['550 5.9.9 RCPT', 'reply-code recipient-unknown'],
      ['550 5.9.9 ?', undefined],
      ['553 5.9.9 ?', 'reply-code address-malformed'],
      ['450 4.2.1 RCPT', 'enhanced-code recipient-inactive'],
      ['550 5.2.1 RCPT', 'enhanced-code recipient-inactive'],
      ['- 5.2.1', 'enhanced-code recipient-inactive'],
      ['- 4.2.1', 'enhanced-code recipient-inactive'],
      ['535 5.7.3 AUTH', 'reply-code login-failed'],
      ['535 5.7.8 AUTH', 'enhanced-code login-failed'],
      ['550 5.7.3 ?', 'enhanced-code security-refused'],
      ['550 5.0.0 RCPT', 'reply-code recipient-unknown'],
      ['550 5.5.0 RCPT', 'enhanced-code command-order'],
      ['500 5.7.0 ?', 'enhanced-code security-refused'],
      ['500 5.5.0 ?', 'reply-code command-unknown'],
      ['501 5.7.1 ?', 'enhanced-code policy-refused'],
      ['504 5.7.0 ?', 'enhanced-code security-refused'],
      ['503 5.7.0 ?', 'reply-code command-order'],
      ['554 5.7.1 (data)', 'enhanced-code spam-refused'],
      ['454 4.7.0 STARTTLS', 'reply-code tls-failed'],
      ['354 - DATA', 'reply-code in-progress'],
      ['220 - ?', 'reply-code in-progress'],
      ['999 - ?', undefined],
      ['530 5.7.0 MAIL', 'reply-code login-required'],
      ['421 4.3.2 ?', 'enhanced-code server-busy'],
      ['250 2.0.0 ?', 'reply-code accepted'],
      ['- 2.1.5', 'enhanced-code accepted'],
      ['550 5.1.5 RCPT', 'reply-code recipient-unknown'],
      ['451 4.7.1 RCPT', 'enhanced-code policy-refused'],
      ['452 4.5.3 RCPT', 'enhanced-code too-many-recipients'],
      ['252 2.5.0 VRFY', 'reply-code accepted'],
      ['599 5.1.1 ?', 'enhanced-code recipient-unknown'],
      ['550 4.4.7 ?', 'enhanced-code expired'],
      ['450 5.1.1 ?', 'enhanced-code recipient-unknown'],
    ] as const)
      assert.equal(meant(codes), expected, codes);
  });

  it('is another thing for now and for good', () => {
    const of = (codes: string): string | undefined => {
      const { code, status, stage, digit } = read(codes);
      return meaningOfCodes(code, status, stage, digit)?.meaning.meaning;
    };
    assert.match(of('450 4.2.1 RCPT') ?? '', /at the moment/);
    assert.match(of('550 5.2.1 RCPT') ?? '', /switched off/);
    assert.match(of('250 2.6.0 (data)') ?? '', /has taken the message/);
  });
});

describe('codes that are used for anything', () => {
  const full = because('mailbox-full', 'So it is.', 'RFC 5321 4.2.2');
  const beside = (codes: string): string => {
    const { code, status, digit } = read(codes);
    const { reason, meaning, source } = meaningBesideWords(full, code, status, digit);
    return `${reason}: ${meaning} (${source})`;
  };

  it('say no more than their class beside words that nobody knows', () => {
    const said = 'the code alone would say this: so it is. (RFC 5321 4.2.2,RFC 5321 4.2.1)';
    for (const codes of ['521', '541', '542', '551', '552', '553', '555', '556', '550 5.7.2', '550 5.7.3'])
      assert.equal(beside(codes), `unrecognized: It failed for good; the same try will fail again; ${said}`, codes);
    assert.equal(beside('430'), `unrecognized: It failed for now; a later try may work; ${said}`);
  });

  it('are left as they are where they say no more, or are no codes', () => {
    for (const codes of ['550', '554', '550 5.7.1'])
      assert.equal(beside(codes), `mailbox-full: So it is. (${full.source})`);
    const plain = because('unrecognized', 'So it is.', 'RFC 5321 4.2.2');
    assert.equal(meaningBesideWords(plain, 552, undefined, 5), plain);
    assert.equal(meaningBesideWords(full, 552, undefined, undefined), full);
  });
});

describe('an enhanced code', () => {
  it('of a failure gives a reason where it is about one thing', () => {
    for (const [codes, expected] of [
      ['- 5.1.1', 'recipient-unknown'],
      ['- 4.2.2', 'mailbox-full'],
      ['- 5.0.0', undefined],
      ['- 5.9.9', undefined],
      ['- 2.1.5', undefined],
      ['- 5.1.5', undefined],
      ['- 4.2.1', 'recipient-inactive'],
      ['- 5.2.1', 'recipient-inactive'],
      ['- 4.4.7', 'expired'],
      ['250 5.1.1', undefined],
      ['- -', undefined],
      ['- 5.6.9', 'feature-missing'],
    ] as const)
      assert.equal(reasonOfStatus(read(codes).status, read(codes).digit), expected, codes);
  });

  it('of success alone contradicts a failure', () => {
    for (const [codes, expected] of [
      ['550 5.1.5', 'the enhanced code contradicts itself: X.1.5 is registered for success alone.'],
      ['250 2.1.5', undefined],
      ['- 5.1.5', 'the enhanced code contradicts itself: X.1.5 is registered for success alone.'],
      ['550 5.1.1', undefined],
      ['550 2.1.5', 'the enhanced code contradicts itself: X.1.5 is registered for success alone.'],
      ['450 4.1.5', 'the enhanced code contradicts itself: X.1.5 is registered for success alone.'],
      ['550 5.6.4', undefined],
      ['- 2.1.5', undefined],
      ['354 5.1.5', undefined],
    ] as const)
      assert.equal(contradiction(read(codes).status, read(codes).digit), expected, codes);
  });

  it('of another class than the reply code is told', () => {
    for (const [codes, expected] of [
      ['550 4.1.1', 'the reply code says “for good” and the enhanced code “for now”, and the reply code decides.'],
      ['450 5.1.1', 'the reply code says “for now” and the enhanced code “for good”, and the reply code decides.'],
      ['250 5.1.1', 'the reply code says “success” and the enhanced code “for good”, and the reply code decides.'],
      ['354 5.1.1', 'the reply code says “go on” and the enhanced code “for good”, and the reply code decides.'],
      ['550 5.1.1', undefined],
      ['- 5.1.1', undefined],
      ['999 5.1.1', undefined],
      ['550 -', undefined],
      ['550 2.1.5', 'the reply code says “for good” and the enhanced code “success”, and the reply code decides.'],
      ['199 5.1.1', undefined],
      ['600 5.1.1', undefined],
    ] as const)
      assert.equal(conflict(read(codes).code, read(codes).status), expected, codes);
  });
});

describe('the class of codes', () => {
  it('is told with the subject of the enhanced code', () => {
    const ofClass = (codes: string): string => {
      const { code, status, digit } = read(codes);
      const { reason, meaning, source } = meaningOfClass(code, status, digit);
      return `${reason}: ${meaning} (${source})`;
    };
    for (const [codes, expected] of [
      ['354 -', 'in-progress: The server waits for more; more is not known of this code. (RFC 5321 4.2.1)'],
      ['399 -', 'in-progress: The server waits for more; more is not known of this code. (RFC 5321 4.2.1)'],
      ['999 -', 'unknown: Neither a code nor known words tell what happened. (RFC 5321 4.2)'],
      ['- -', 'unknown: Neither a code nor known words tell what happened. (RFC 5321 4.2)'],
      ['250 -', 'accepted: It worked; more is not known of this code. (RFC 5321 4.2.1)'],
      ['- 2.9.9', 'accepted: It worked; more is not known of this code. (RFC 3463 2)'],
      [
        '599 -',
        'unrecognized: It failed for good; the same try will fail again; RFC 5321 has no code 599, so only its first digit tells something. (RFC 5321 4.2, 4.2.1)',
      ],
      [
        '550 -',
        'unrecognized: It failed for good; the same try will fail again; more is not known of this code. (RFC 5321 4.2.1)',
      ],
      [
        '560 -',
        'unrecognized: It failed for good; the same try will fail again; RFC 5321 has no code 560, so only its first digit tells something. (RFC 5321 4.2, 4.2.1)',
      ],
      [
        '- 5.9.9',
        'unrecognized: It failed for good; the same try will fail again; more is not known of this code. (RFC 3463 2)',
      ],
      [
        '550 5.1.99',
        'unrecognized: It failed for good; the same try will fail again; it is about the address of the sender or of the recipient. (RFC 5321 4.2.1,RFC 3463 3.2)',
      ],
      [
        '- 5.1.99',
        'unrecognized: It failed for good; the same try will fail again; it is about the address of the sender or of the recipient. (RFC 3463 2,RFC 3463 3.2)',
      ],
      [
        '450 4.7.99',
        'security-refused: It failed for now; a later try may work; it is about security or a rule of the receiver. (RFC 5321 4.2.1,RFC 3463 3.8)',
      ],
      [
        '- 4.9.9',
        'unrecognized: It failed for now; a later try may work; more is not known of this code. (RFC 3463 2)',
      ],
    ] as const)
      assert.equal(ofClass(codes), expected, codes);
  });

  it('is none of a number that no server answers with', () => {
    assert.match(notAReply(7).meaning, /^007 is no reply code/);
    assert.match(notAReply(675).meaning, /^675 is no reply code/);
    for (const [code, digit] of [[199], [200, 2], [599, 5], [600]] as const)
      assert.equal(decidingClass(code, parseEnhanced('5.1.1')), digit);
  });
});
