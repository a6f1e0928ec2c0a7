import assert from 'node:assert/strict';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { because } from '../../../src/core/knowledge/meaning.ts';
import { atStage, type ByStage, replyCodes } from '../../../src/core/knowledge/replyCodes.ts';
import { isReplyCode } from '../../../src/core/replies/replyCode.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';

const known =
  '101 111 200 211 214 220 221 235 250 251 252 253 334 353 354 355 420 421 422 430 431 432 441 442 446 447 449 450 451 452 453 454 455 456 458 459 471 472 498 500 501 502 503 504 505 510 511 512 513 515 517 518 520 521 522 523 524 525 530 531 533 534 535 538 540 541 542 543 546 547 550 551 552 553 554 555 556 557 560 570 571 573 577 585 591 600 605';

const meaning = (code: number, stage: Stage): string => explainReply({ code, text: '', stage }).meaning;

describe('reply codes', () => {
  it('have a row each, explained as themselves', () => {
    for (const code of known.split(' ').map(Number)) {
      assert.ok(replyCodes.has(code), `no row for ${code}`);
      assert.notEqual(explainReply({ code, text: '' }).basis, 'class', String(code));
    }
  });

  it('mean different things at different stages', () => {
    const stages = ['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA', '(data)', 'AUTH', 'VRFY', '?'] as const;
    assert.equal(new Set(stages.map((stage) => meaning(550, stage))).size, stages.length);
    for (const code of [450, 451, 452, 535, 552, 553]) {
      assert.notEqual(meaning(code, 'MAIL'), meaning(code, 'RCPT'), String(code));
    }
    assert.notEqual(meaning(421, 'connect'), meaning(421, '(data)'));
    assert.notEqual(meaning(530, 'AUTH'), meaning(530, 'MAIL'));
    assert.notEqual(meaning(554, 'connect'), meaning(554, '(data)'));
    assert.notEqual(meaning(220, 'connect'), meaning(220, 'STARTTLS'));
  });

  it('mean the same at stages that are the same', () => {
    assert.equal(meaning(550, 'HELO'), meaning(550, 'EHLO'));
    assert.equal(meaning(550, 'BDAT'), meaning(550, '(data)'));
    assert.equal(meaning(535, '(auth)'), meaning(535, 'AUTH'));
  });

  it('tell a chunk from the whole message', () => {
    assert.notEqual(meaning(250, 'BDAT'), meaning(250, '(data)'));
    assert.match(meaning(250, '(data)'), /responsible/);
  });

  it('know the numbers that can be one (RFC 5321 4.2)', () => {
    for (const code of [200, 250, 354, 421, 550, 559]) assert.equal(isReplyCode(code), true, String(code));
    for (const code of [0, 101, 199, 260, 460, 560, 571, 600, 999, 250.5])
      assert.equal(isReplyCode(code), false, String(code));
  });

  it('are told by stages that exist', () => {
    // @ts-expect-error a verb that is misspelt
    const stages: ByStage = { HLEP: because('accepted', 'The server lists its commands.', 'RFC 5321 4.1.1.8') };
    assert.deepEqual(Object.keys(stages), ['HLEP']);
  });

  it('give nothing for a stage that no row knows', () => {
    const row = replyCodes.get(550);
    assert.ok(row);
    assert.equal(atStage(row.stages, 'NOOP'), undefined);
  });
});
