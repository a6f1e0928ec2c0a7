import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { ReplyRoles } from '../../../src/core/verdict/replyRoles.ts';

const MAIL = 'MAIL FROM:<x@a.test> / 250 ok';
const RCPT = 'RCPT TO:<bob@b.test> / 250 ok';
const DATA = 'DATA / 354 go / Subject: x /  / hi / . / 250 queued';

/** Each refusal of a session with what it answers, its role, and the recipient. */
function roles(lines: string): string {
  const told: string[] = [];
  for (const block of readTicket(`220 mx.b.test ESMTP\nEHLO a.test\n${lines.replaceAll(' / ', '\n')}\n`).blocks) {
    if (block.kind !== 'conversation') continue;
    const all = new ReplyRoles(block.events, block.sessions);
    for (const event of block.events) {
      if (event.kind !== 'reply') continue;
      const transaction = all.next(event);
      if (event.code < 400) continue;
      const who = all.recipientOf(event, transaction) ?? [];
      told.push([event.code, event.answers, all.roleOf(event, transaction), who].flat().join(' '));
    }
  }
  return told.join(', ');
}

describe('a refusal', () => {
  it('is a cause, the consequence of one, or was got over', () => {
    for (const [lines, expected] of [
      ['MAIL FROM:<x@a.test> / 550 no', '550 MAIL cause'],
      ['MAIL FROM:<x@a.test> / 450 later', '450 MAIL waiting'],
      ['MAIL FROM:<x@a.test> / 499 later', '499 MAIL waiting'],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 5.1.1 unknown / RCPT TO:<al@b.test> / 550 5.1.1 unknown`,
        '550 RCPT cause bob@b.test, 550 RCPT cause al@b.test',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 unknown / DATA / 503 no recipients`,
        '550 RCPT cause bob@b.test, 503 DATA consequence',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 unknown / DATA / 554 no valid recipients`,
        '550 RCPT cause bob@b.test, 554 DATA consequence',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 unknown / ${RCPT} / DATA / 554 spam`,
        '550 RCPT cause bob@b.test, 554 DATA cause',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 451 greylisted / BDAT 5 LAST / 554 no valid recipients`,
        '451 RCPT waiting bob@b.test, 554 BDAT consequence',
      ],
      [
        'MAIL FROM:<x@a.test> / 530 login first / MAIL FROM:<x@a.test> / 530 login first',
        '530 MAIL cause, 530 MAIL consequence',
      ],
      [
        'MAIL FROM:<x@a.test> / 530 login first / MAIL FROM:<y@a.test> / 530 other words',
        '530 MAIL cause, 530 MAIL cause',
      ],
      [
        'MAIL FROM:<x@a.test> / 550 no / RCPT TO:<bob@b.test> / 503 MAIL first',
        '550 MAIL cause, 503 RCPT consequence bob@b.test',
      ],
      ['RCPT TO:<bob@b.test> / 503 MAIL first', '503 RCPT cause'],
      ['VRFY x / 550 no / VRFY y / 421 too many errors', '550 VRFY cause, 421 VRFY consequence'],
      ['VRFY x / 550 no / VRFY y / 421 Too many failed commands attempts', '550 VRFY cause, 421 VRFY consequence'],
      ['VRFY x / 550 no / VRFY y / 421 shutting down', '550 VRFY cause, 421 VRFY waiting'],
      ['VRFY x / 421 too many errors', '421 VRFY waiting'],
      [
        `${MAIL} / ${RCPT} / DATA / 554 no / Subject: x / 500 what / hello there / 502 what`,
        '554 DATA cause, 500 (other) consequence, 502 (other) consequence',
      ],
      ['AUTH PLAIN AAA / 504 no / AUTH LOGIN / 334 x / YQ== / 334 y / YQ== / 235 ok', '504 AUTH recovered'],
      ['AUTH PLAIN AAA / 535 no / AUTH PLAIN BBB / 235 ok', '535 AUTH recovered'],
      [`AUTH PLAIN AAA / 535 no / ${MAIL}`, '535 AUTH cause'],
      [`MAIL FROM:<x@a.test> / 451 later / ${MAIL}`, '451 MAIL recovered'],
      [`STARTTLS / 454 no / ${MAIL} / ${RCPT} / ${DATA}`, '454 STARTTLS recovered'],
      ['STARTTLS / 454 no / STARTTLS / 220 go', '454 STARTTLS recovered'],
      ['STARTTLS / 454 no / QUIT / 221 bye', '454 STARTTLS waiting'],
      [`HELP / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 HELP recovered'],
      [`VRFY x / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 VRFY recovered'],
      [`EXPN x / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 EXPN recovered'],
      [`NOOP / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 NOOP recovered'],
      [`ETRN x / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 ETRN recovered'],
      [`RSET / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 RSET recovered'],
      [`XCLIENT x / 502 no / ${MAIL} / ${RCPT} / ${DATA}`, '502 XCLIENT recovered'],
      [`VRFY x / 502 no / ${MAIL} / ${RCPT} / DATA / 354 go`, '502 VRFY cause'],
      [`MIAL FROM:<x@a.test> / 500 what / ${MAIL}`, '500 (other) recovered'],
      ['MIAL FROM:<x@a.test> / 500 what / NOOP / 250 ok', '500 (other) cause'],
      [`${MAIL} / RCPT TO:bob@b.test / 501 syntax / ${RCPT}`, '501 RCPT recovered bob@b.test'],
      [`${MAIL} / RCPT TO:<Bob@B.test / 555 syntax / ${RCPT}`, '555 RCPT recovered <Bob@B.test'],
      [`${MAIL} / RCPT TO:bob@b.test / 550 no / ${RCPT}`, '550 RCPT cause bob@b.test'],
      [`${MAIL} / RCPT TO:eve@b.test / 501 syntax / ${RCPT}`, '501 RCPT cause eve@b.test'],
      [`DATA / 503 MAIL first / ${MAIL} / ${RCPT} / ${DATA}`, '503 DATA recovered'],
      [`RCPT TO:<bob@b.test> / 503 MAIL first / ${MAIL} / ${RCPT}`, '503 RCPT recovered'],
      [
        `${MAIL} / RCPT TO:<a@b.test> / 452 full / RCPT TO:<b@b.test> / 250 ok / ${DATA} / ${MAIL} / RCPT TO:<c@b.test> / 550 no`,
        '452 RCPT waiting a@b.test, 550 RCPT cause c@b.test',
      ],
      ['VRFY x / 550 no / EXPN y / 502 no', '550 VRFY cause, 502 EXPN cause'],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 no / RSET / 250 ok / MAIL FROM:<x@a.test> / 550 no`,
        '550 RCPT cause bob@b.test, 550 MAIL cause',
      ],
      [`${MAIL} / RCPT TO:bob@b.test / 504 no / ${RCPT}`, '504 RCPT recovered bob@b.test'],
      [
        `${MAIL} / RCPT TO:<al@b.test> / 250 ok / RCPT TO:bob@b.test / 501 no / ${RCPT}`,
        '501 RCPT recovered bob@b.test',
      ],
      [`${MAIL} / RCPT TO:bob@b.test / 505 no / ${RCPT}`, '505 RCPT cause bob@b.test'],
      [
        'AUTH LOGIN / 334 x / YQ== / 535 no / AUTH LOGIN / 334 x / YQ== / 334 y / YQ== / 235 ok',
        '535 (auth) recovered',
      ],
      [`${MAIL} / RCTP TO:<bob@b.test> / 500 what / ${RCPT}`, '500 (other) recovered'],
      [`${MAIL} / ${RCPT} / DTAA / 500 what / ${DATA}`, '500 (other) recovered'],
      [
        `${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi / . / 554 spam / FOO / 500 what`,
        '554 (data) cause, 500 (other) consequence',
      ],
      [
        `${MAIL} / ${RCPT} / DATA / 354 go / Subject: x /  / hi / . / 554 spam / ${MAIL} / RCPT TO:<al@b.test> / 550 no`,
        '554 (data) cause, 550 RCPT cause al@b.test',
      ],
      [`${MAIL} / RCPT TO:<bob@b.test> / 450 greylisted / ${DATA}`, '450 RCPT waiting bob@b.test'],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 400 later / DATA / 554 no valid recipients`,
        '400 RCPT waiting bob@b.test, 554 DATA consequence',
      ],
      [
        `${MAIL} / RCPT TO:<bob@b.test> / 550 no / DATA / 354 go / Subject: x /  / hi / . / 554 no valid recipients`,
        '550 RCPT cause bob@b.test, 554 (data) consequence',
      ],
    ] as const)
      assert.equal(roles(`250 mx.b.test / ${lines}`), expected, lines);
  });

  it('of EHLO is got over by HELO, or by EHLO again', () => {
    for (const [lines, expected] of [
      [`500 what / HELO a.test / 250 mx.b.test / ${MAIL}`, '500 EHLO recovered'],
      ['500 what / QUIT / 221 bye', '500 EHLO cause'],
      [`502 no / EHLO a.test / 250 mx.b.test / ${MAIL}`, '502 EHLO recovered'],
    ] as const)
      assert.equal(roles(lines), expected, lines);
  });
});
