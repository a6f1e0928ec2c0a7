import assert from 'node:assert/strict';
import { masked, secretsOnly } from './masked.ts';

/** What becomes of a text where names alone are masked. */
const becomes = (text: string, after: string): void => {
  it(JSON.stringify(text), () => assert.equal(masked(`${text}\n`, { ...secretsOnly, names: true }), `${after}\n`));
};
const stays = (text: string): void => becomes(text, text);

describe('a name', () => {
  for (const field of ['From', 'to', 'CC', 'Bcc', 'Reply-To', 'Sender', 'Resent-From', 'Resent-To', 'Resent-Cc'])
    becomes(`${field}: Alice Liddell <a@b.test>`, `${field}: Person 1 <a@b.test>`);
  for (const field of ['Disposition-Notification-To', 'Return-Receipt-To', 'X-Original-From', 'X-Sender', 'Von', 'An'])
    becomes(`${field} : Alice Liddell <a@b.test>`, `${field} : Person 1 <a@b.test>`);
  stays('Subject: Alice Liddell <a@b.test>');
  stays('X-From: Alice Liddell <a@b.test>');
  stays('From:Alice Liddell <a@b.test>');
  becomes('> From: Alice <a@b.test>', '> From: Person 1 <a@b.test>');
  becomes('"From: Alice <a@b.test>"', '"From: Person 1 <a@b.test>"');
  becomes('To: Alice [mailto:a@b.test]', 'To: Person 1 [mailto:a@b.test]');
  becomes('To: "Liddell, Alice" <a@b.test>', 'To: "Person 1" <a@b.test>');
  becomes('To: a@b.test (Alice Liddell), c@d.test (Bob)', 'To: a@b.test (Person 1), c@d.test (Person 2)');
  becomes('To: <a@b.test> (Alice Liddell)', 'To: <a@b.test> (Person 1)');
  stays('To: a@b.test (7 Alice)');
  becomes(
    'To: =?utf-8?q?Alice_L?= <a@b.test>, =?utf-8?b?Qm9i?= <c@d.test>',
    'To: Person 1 <a@b.test>, Person 2 <c@d.test>',
  );
  becomes('To: =?utf-8?q?Alice?=\n =?utf-8?q?_L?= <a@b.test>\n\nAlice L', 'To: Person 1 <a@b.test>\n\nPerson 1');
  stays('To: A <a@b.test>');
  becomes('To: Al <a@b.test>\n\nAl said', 'To: Person 1 <a@b.test>\n\nAl said');
  becomes('To: Ali <a@b.test>\n\nAli said', 'To: Person 1 <a@b.test>\n\nAli said');
  becomes('To: Alic <a@b.test>\n\nAlic said', 'To: Person 1 <a@b.test>\n\nPerson 1 said');
});

describe('the name of nobody', () => {
  for (const name of [
    'Mailer-Daemon',
    'Mail Delivery Subsystem',
    'Postmaster',
    'System Administrator',
    'Undisclosed Recipients',
  ])
    stays(`From: ${name} <a@b.test>`);
  for (const name of ['No-Reply', 'noreply', 'The Recipient', 'MASKED', 'Person 3', 'Delivery', 'our server'])
    stays(`From: ${name} <a@b.test>`);
  for (const name of ['Servera Daemona', 'From Alice', 'MASKED Alice', 'Person 3x'])
    becomes(`From: ${name} <a@b.test>`, 'From: Person 1 <a@b.test>');
});

describe('names in fields that go on', () => {
  becomes(
    'To: Alice <a@b.test> (Bob), Alice Alice <c@d.test>',
    'To: Person 1 <a@b.test> (Person 3), Person 2 <c@d.test>',
  );
  becomes('To: a@my-b.test (Alice L), x', 'To: a@my-b.test (Person 1), x');
  becomes('To: "To Bob" <a@b.test>', 'To: "Person 1" <a@b.test>');
  becomes(
    'To: Alice <a@b.test>,\n\tBob B <c@d.test>\nX: Carol C <e@f.test>',
    'To: Person 1 <a@b.test>,\n\tPerson 2 <c@d.test>\nX: Carol C <e@f.test>',
  );
  becomes(
    'To: Alice <a@b.test>,\r\n Bob B <c@d.test>\r\nX: Carol C <e@f.test>',
    'To: Person 1 <a@b.test>,\r\n Person 2 <c@d.test>\r\nX: Carol C <e@f.test>',
  );
  becomes(
    '> To: Alice <a@b.test>,\n>  Bob B <c@d.test>\n> Carol C <e@f.test>',
    '> To: Person 1 <a@b.test>,\n>  Person 2 <c@d.test>\n> Carol C <e@f.test>',
  );
  becomes(
    'C: To: Alice <a@b.test>,\nC:  Bob B <c@d.test>\nC: Carol C <e@f.test>',
    'C: To: Person 1 <a@b.test>,\nC:  Person 2 <c@d.test>\nC: Carol C <e@f.test>',
  );
});

describe('a name that is known', () => {
  const known = (words: string, after: string): void =>
    becomes(
      `From: Alice Liddell <a@b.test>\nCc: Bob B <c@d.test>\n\n${words}`,
      `From: Person 1 <a@b.test>\nCc: Person 2 <c@d.test>\n\n${after}`,
    );
  known('alice  liddell, ALICE\tLIDDELL and Bob B.', 'Person 1, Person 1 and Person 2.');
  known(
    'xAlice Liddell Alice Liddells Alice Liddell@x Alice Liddell-x',
    'xAlice Liddell Alice Liddells Alice Liddell@x Alice Liddell-x',
  );
  known(
    '.Alice Liddell _Alice Liddell Alice Liddell_x Alice Liddell.test',
    '.Alice Liddell _Alice Liddell Alice Liddell_x Alice Liddell.test',
  );
  it('is the longer one of two that begin alike', () =>
    assert.equal(
      masked('To: Alice <a@b.test>, Alice Liddell <c@d.test>\n\nAlice Liddell and Alice\n', {
        ...secretsOnly,
        names: true,
      }),
      'To: Person 1 <a@b.test>, Person 2 <c@d.test>\n\nPerson 2 and Person 1\n',
    ));
});
