import assert from 'node:assert/strict';
import type { RestrictionOutcome } from '../../../src/probes/smtp/flows/outcome.ts';
import { wordRestriction } from '../../../src/report/flows/restrictionWords.ts';

const RANGES = [{ text: '192.0.2.0/24' }];
const word = (more: object) => {
  const outcome = { kind: 'restriction', ranges: RANGES, client: { address: '198.51.100.7' }, ...more };
  const { findings, isGood, says } = wordRestriction(outcome as unknown as RestrictionOutcome, 'mx.test');
  assert.equal(findings.length, 1);
  return { ...findings[0], isGood, says };
};
/** The code of what is found, and whether that is well. */
const is = (more: object, code: string, isGood: boolean): void => {
  const found = word(more);
  assert.deepEqual([found.code, found.isGood], [code, isGood], JSON.stringify(more));
};
const INSIDE = { inside: { text: '192.0.2.0/24' }, client: { address: '192.0.2.7' } };
const NOWHERE = { client: {} };
const refused = { reply: { code: 554, lines: ['554 no'], means: { reason: 'client-refused', meaning: 'x' } } };
const listed = { reply: { code: 554, lines: ['554 no'], means: { reason: 'listed', meaning: 'x' } } };
const said = (code: number | undefined, reason?: string, more: object = {}): object => ({
  mail: { code: 250, lines: ['250 ok'] },
  recipient: 'bob@contoso.test',
  rcpt: { code, lines: [`${code} x`], ...(reason !== undefined && { means: { reason, meaning: 'y', ...more } }) },
});

describe('whether a server lets in whom it should, in words,', () => {
  it('where the connection is refused, or nothing answers', () => {
    const at = (kind: string): object => ({ turnedAway: { step: 'connect', kind } });
    for (const kind of ['refused', 'reset', 'closed']) is(at(kind), 'restriction-holds', true);
    is(at('timeout'), 'restriction-silent', false);
    is({ ...INSIDE, ...at('refused') }, 'restriction-too-tight', false);
    is({ ...INSIDE, ...at('timeout') }, 'restriction-too-tight', false);
    is({ ...NOWHERE, ...at('refused') }, 'restriction-holds-perhaps', false);
    is({ ...NOWHERE, ...at('timeout') }, 'restriction-silent', false);
    assert.match(
      word(at('refused')).text ?? '',
      / The connection is refused\. The restriction holds for this address\.$/,
    );
    assert.match(word(at('timeout')).text ?? '', / The connection is not answered at all\. /);
  });
  it('where it is turned away later, by an answer or without one', () => {
    is({ turnedAway: { step: 'banner', kind: 'unwelcome', ...refused } }, 'restriction-holds', true);
    is({ turnedAway: { step: 'ehlo', kind: 'wrong-code', ...listed } }, 'restriction-not-shown', false);
    is({ turnedAway: { step: 'banner', kind: 'closed' } }, 'restriction-holds', true);
    is({ turnedAway: { step: 'banner', kind: 'timeout' } }, 'restriction-silent', false);
    const text = (step: string, kind: string): string | undefined => word({ turnedAway: { step, kind } }).text;
    assert.match(text('banner', 'closed') ?? '', / The connection is taken, and closed at the banner\. /);
    assert.match(text('ehlo', 'timeout') ?? '', / The connection is taken, and then nothing is said at EHLO\. /);
    assert.match(
      word({ turnedAway: { step: 'ehlo', kind: 'x', ...refused } }).text ?? '',
      / It is turned away at EHLO\. The answer was 554 no: x /,
    );
  });
  it('where the envelope is taken or refused', () => {
    is({}, 'restriction-open-to-connect', false);
    is(INSIDE, 'restriction-lets-in', true);
    is(NOWHERE, 'restriction-open-perhaps', false);
    is(said(250), 'restriction-open', false);
    is({ ...INSIDE, ...said(250) }, 'restriction-lets-in', true);
    for (const reason of ['client-refused', 'mail-not-accepted', 'policy-refused', 'unknown', 'unrecognized'])
      is(said(500, reason), 'restriction-holds', true);
    is(said(499, 'policy-refused'), 'restriction-not-shown', false);
    is(said(400, 'policy-refused'), 'restriction-not-shown', false);
    is(said(550), 'restriction-holds', true);
    is(said(450, 'client-refused'), 'restriction-not-shown', false);
    is(said(550, 'recipient-unknown', { sure: true }), 'restriction-open', false);
    is(said(550, 'recipient-unknown'), 'restriction-not-shown', false);
    is(said(552, 'mailbox-full'), 'restriction-open', false);
    is(said(undefined), 'restriction-holds', true);
    assert.match(word(said(250)).text ?? '', / RCPT TO:<bob@contoso\.test> was said\. The answer was 250 x\. /);
    assert.match(
      word({ mail: { code: 550, lines: ['550 no'] }, recipient: 'b@c.test' }).text ?? '',
      / MAIL was said\. The answer was 550 no\. /,
    );
  });
  it('says where this machine stands', () => {
    assert.match(word({}).text ?? '', / That is outside the one range, so it should be turned away\. /);
    assert.match(word({ ranges: [...RANGES, ...RANGES] }).text ?? '', / outside the 2 ranges, /);
    assert.match(word(INSIDE).text ?? '', / That is inside 192\.0\.2\.0\/24, so it should be let in\. /);
    assert.match(word(NOWHERE).text ?? '', / So it is not known whether it is inside the one range\. /);
    assert.equal(
      word(said(250)).says,
      'the server takes mail from this machine, which is outside the ranges. No mail was sent.',
    );
  });
});
