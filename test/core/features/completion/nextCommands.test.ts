import assert from 'node:assert/strict';
import { completion } from '../../../../src/core/features/completion/completion.ts';
import { openAt } from '../cursor.ts';

/** The commands where `|` stands, by how well they fit, in the order of the table. */
function ranked(text: string): Readonly<Record<string, string>> {
  const { document, ticket, position } = openAt(text);
  const groups = new Map<string, string>();
  for (const { label, sortText = '' } of completion(document, ticket, position)) {
    const rank = sortText.slice(0, -label.length);
    groups.set(rank, [groups.get(rank) ?? [], label].flat().join(' '));
  }
  return Object.fromEntries(groups);
}

const next = (text: string): string | undefined => ranked(text)[0];

const offers = (...keywords: readonly string[]): string =>
  `EHLO a.test\n${['mx.contoso.test', ...keywords].map((line, i) => `250${i === keywords.length ? ' ' : '-'}${line}\n`).join('')}`;
const greeted = (...keywords: readonly string[]): string => `220 mx.contoso.test ESMTP\n${offers(...keywords)}`;
const MAIL = 'MAIL FROM:<a@a.test>\n250 ok\n';
const RCPT = 'RCPT TO:<b@b.test>\n250 ok\n';
const REFUSED = 'RCPT TO:<c@b.test>\n550 no\n';
const OLD = 'TURN SEND SOML SAML';
const PRIVATE = 'XSHADOW XSHADOWREQUEST XPROXY XPROXYFROM XPROXYTO PROXY XADR XCIR XGEN XSTA';

describe('the commands that may come next', () => {
  it('at the start are the greetings, and those that may come at any time', () =>
    assert.deepEqual(ranked('|'), {
      0: 'EHLO HELO',
      1: 'RSET VRFY EXPN HELP NOOP QUIT',
      3: `LHLO ${OLD} XCLIENT XFORWARD VERB ONEX X-EXPS X-ANONYMOUSTLS X-LINK2STATE XEXCH50 ${PRIVATE}`,
      5: 'MAIL RCPT DATA BDAT STARTTLS AUTH ETRN ATRN BURL',
    }));
  it('behind a greeting are a message, and of extensions what is offered', () => {
    assert.deepEqual(ranked(`${greeted('AUTH PLAIN', 'STARTTLS', 'CHUNKING', 'ETRN', 'XCLIENT NAME')}|`), {
      0: 'MAIL STARTTLS AUTH',
      1: 'EHLO HELO BDAT RSET VRFY EXPN HELP NOOP QUIT ETRN',
      3: `LHLO ${OLD} XCLIENT VERB ONEX ${PRIVATE}`,
      5: 'RCPT DATA ATRN BURL XFORWARD X-EXPS X-ANONYMOUSTLS X-LINK2STATE XEXCH50',
    });
    assert.deepEqual(ranked(`${greeted()}|`), {
      0: 'MAIL',
      1: 'EHLO HELO RSET VRFY EXPN HELP NOOP QUIT',
      3: `LHLO ${OLD} VERB ONEX ${PRIVATE}`,
      5: 'RCPT DATA BDAT STARTTLS AUTH ETRN ATRN BURL XCLIENT XFORWARD X-EXPS X-ANONYMOUSTLS X-LINK2STATE XEXCH50',
    });
  });
  it('are those that a login and TLS leave', () => {
    const login = 'AUTH PLAIN AGEAYg==\n';
    assert.equal(next(`${greeted('AUTH PLAIN')}|`), 'MAIL AUTH');
    assert.equal(next(`${greeted('AUTH PLAIN')}${login}535 no\n|`), 'MAIL AUTH');
    assert.equal(next(`${greeted('AUTH PLAIN')}${login}235 ok\n|`), 'MAIL');
    assert.equal(next(`${greeted('STARTTLS')}STARTTLS\n454 no\n|`), 'MAIL STARTTLS');
    assert.equal(next(`${greeted('STARTTLS')}STARTTLS\n220 go\n|`), 'EHLO HELO');
    assert.equal(next(`${greeted('STARTTLS')}STARTTLS\n220 go\n${offers('STARTTLS', 'AUTH PLAIN')}|`), 'MAIL AUTH');
  });
  it('are those of swaks over TLS, which it marks', () =>
    assert.equal(
      next(
        '=== Connected to mx.contoso.test.\n<-  220 mx.contoso.test ESMTP\n -> EHLO a.test\n<-  250-mx.contoso.test\n<-  250 STARTTLS\n -> STARTTLS\n<-  220 go\n=== TLS started\n ~> EHLO a.test\n<~  250-mx.contoso.test\n<~  250 STARTTLS\n ~> |',
      ),
      'MAIL',
    ));
  it('behind a sender ask for a recipient, and behind an accepted one for the message, too', () => {
    assert.equal(next(`${greeted()}${MAIL}|`), 'RCPT');
    assert.equal(next(`${greeted()}${MAIL}${RCPT}|`), 'RCPT DATA');
    assert.equal(next(`${greeted('CHUNKING')}${MAIL}${RCPT}|`), 'RCPT DATA BDAT');
    assert.equal(next(`${greeted()}${MAIL}${RCPT}${REFUSED}|`), 'RCPT DATA');
    assert.equal(next(`${greeted()}${MAIL}${REFUSED}${RCPT}|`), 'RCPT DATA');
    assert.equal(next(`${greeted()}${MAIL}${REFUSED}|`), 'RCPT');
    assert.equal(next(`${greeted()}${MAIL}RCPT TO:<b@b.test>\n300 what\n|`), 'RCPT');
  });
  it('behind a refused sender ask for another one, whatever came behind it', () => {
    assert.equal(next(`${greeted()}MAIL FROM:<a@a.test>\n400 no\n|`), 'MAIL');
    assert.equal(next(`${greeted()}MAIL FROM:<a@a.test>\n399 what\n|`), 'RCPT');
    assert.equal(next(`${greeted()}MAIL FROM:<a@a.test>\n550 no\nRCPT TO:<b@b.test>\n503 no\n|`), 'MAIL');
    assert.equal(next('220 mx.contoso.test ESMTP\nRCPT TO:<b@b.test>\n503 no\n|'), 'EHLO HELO');
  });
  it('start again behind RSET, a greeting, and the end of a message', () => {
    assert.equal(next(`${greeted()}${MAIL}${RCPT}RSET\n250 ok\n|`), 'MAIL');
    assert.equal(next(`${greeted()}${MAIL}${RCPT}${offers()}|`), 'MAIL');
    assert.equal(next(`220 mx.contoso.test ESMTP\nHELO a.test\n250 ok\n|`), 'MAIL');
    assert.equal(next('220 mx.contoso.test ESMTP\nRSET\n250 ok\n|'), 'EHLO HELO');
    assert.equal(next(`${greeted()}${MAIL}${RCPT}DATA\n354 go\nSubject: x\n\nhi\n.\n250 queued\n|`), 'MAIL');
    assert.equal(next(`${greeted()}${MAIL}${RCPT}RSET\n250 ok\n${MAIL}${REFUSED}|`), 'RCPT');
  });
});
