import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { kindsOf } from '../../../../src/core/verdict/arrival/what.ts';

const told = (rest: string): string => {
  const [message] = readTicket(`From: ann@a.test\nTo: bob@b.test\n${rest}`, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return kindsOf(message)
    .map(({ kind, words }) => `${kind}: ${words}`)
    .join(' | ');
};

describe('what a message is', () => {
  it('is told by its header and the types of its parts', () => {
    for (const [rest, expected] of [
      ['Subject: x\n\nhi\n', ''],
      ['Subject: Out of office\nAuto-Submitted: auto-replied\n\nI am away\n', 'automatic-reply: an automatic answer'],
      ['Subject: x\nAuto-Submitted: auto-generated\n\nhi\n', 'automatic: mail of a program'],
      ['Subject: x\nAuto-Submitted: no\n\nhi\n', ''],
      ['Subject: Read: x\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx\n', 'receipt: a receipt'],
      ['Subject: Gelesen: x\nContent-Type: application/ms-tnef\n\nx\n', 'receipt: a receipt'],
      ['Subject: x\nContent-Type: application/ms-tnef\n\nx\n', ''],
      [
        'Content-Class: rpmsg.message\nSubject: x\n\nhi\n',
        'protected: protected by Microsoft Purview (RMS): only its recipients can open it',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: text/calendar; method=REQUEST\n\nx\n--b--\n',
        'calendar: a calendar invitation',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=CANCEL\n\nx\n--b--\n',
        'calendar: a calendar cancellation',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=REPLY\n\nx\n--b--\n',
        'calendar: an answer to a calendar invitation',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar\n\nx\n--b--\n',
        'calendar: a calendar entry',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/ics\n\nx\n--b--\n',
        'calendar: a calendar entry',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=REQUEST\n\nx\n--b\nContent-Type: application/ics\n\nx\n--b--\n',
        'calendar: a calendar invitation',
      ],
      ['Subject: x\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\nx\n', 'signed: signed with S/MIME'],
      [
        'Subject: x\nContent-Type: application/x-pkcs7-mime; smime-type="enveloped-data"\n\nx\n',
        'encrypted: encrypted with S/MIME: no filter can look inside',
      ],
      [
        'Subject: x\nContent-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b\n\n--b\n\nhi\n--b--\n',
        'signed: signed with PGP',
      ],
      [
        'Subject: x\nContent-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b\n\n--b\n\nhi\n--b--\n',
        'signed: signed with S/MIME',
      ],
      [
        'Subject: x\nContent-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\n\n--b\n\nhi\n--b--\n',
        'encrypted: encrypted with PGP: no filter can look inside',
      ],
      ['Subject: x\nList-Id: A list <l.a.test>\n\nhi\n', 'list: mail of the list l.a.test'],
      ['Subject: x\nList-Id: <l.a.test>\nList-Post: <mailto:l@a.test>\n\nhi\n', 'list: mail of the list l.a.test'],
      ['Subject: x\nList-Unsubscribe: <https://a.test/u>\n\nhi\n', 'newsletter: a newsletter or other mail to many'],
      ['Subject: x\nPrecedence: bulk\n\nhi\n', 'newsletter: a newsletter or other mail to many'],
      ['Subject: x\nPrecedence: list\n\nhi\n', 'list: mail of a list'],
      ['Subject: x\nPrecedence: junk\n\nhi\n', ''],
      ['Subject: x\nFeedback-ID: 1:2:3\n\nhi\n', 'newsletter: a newsletter or other mail to many'],
      [
        'Subject: x\nList-Unsubscribe: <https://a.test/u>\nAuto-Submitted: auto-generated\n\nhi\n',
        'automatic: mail of a program | newsletter: a newsletter or other mail to many',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=COUNTER\n\nx\n--b--\n',
        'calendar: a counter-proposal to a calendar invitation',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar; method=PUBLISH\n\nx\n--b--\n',
        'calendar: a calendar entry',
      ],
      [
        'Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/x-microsoft-rpmsg-message\n\nx\n--b--\n',
        'protected: protected by Microsoft Purview (RMS): only its recipients can open it',
      ],
      ['Subject: Read: x\n\nhi\n', ''],
      ['Subject: Nicht gelesen: x\nContent-Type: application/ms-tnef\n\nx\n', 'receipt: a receipt'],
      ['Subject: x\nX-Mailing-List: l@a.test\n\nhi\n', 'list: mail of the list l@a.test'],
      ['Subject: x\nX-BeenThere: l@a.test\n\nhi\n', 'list: mail of the list l@a.test'],
      ['Subject: x\nMailing-List: list l@a.test; contact l-owner@a.test\n\nhi\n', 'list: mail of the list l@a.test'],
      ['Subject: x\nMailing-List: contact l-help@a.test; run by ezmlm\n\nhi\n', 'list: mail of the list l@a.test'],
      [
        'Subject: x\nList-Id: <l.a.test>\nList-Unsubscribe: <https://a.test/u>\n\nhi\n',
        'newsletter: a newsletter or other mail to many',
      ],
      [
        'Subject: x\nList-Id: <l.a.test>\nList-Unsubscribe: <https://a.test/u>\nList-Archive: <https://a.test/>\n\nhi\n',
        'list: mail of the list l.a.test',
      ],
      [
        'Subject: x\nList-Id: <l.a.test>\nList-Unsubscribe: <https://a.test/u>\nList-Subscribe: <https://a.test/>\n\nhi\n',
        'list: mail of the list l.a.test',
      ],
      ['Subject: x\nList-Id: <1.xt.local>\n\nhi\n', 'newsletter: a newsletter or other mail to many'],
      ['Subject: x\nList-Archive: <https://a.test/>\n\nhi\n', ''],
    ] as const)
      assert.equal(told(rest), expected, rest);
  });
});
