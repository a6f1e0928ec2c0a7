import assert from 'node:assert/strict';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { storyOf } from '../../../../src/core/verdict/arrival/story.ts';

const received = (by: string): string =>
  `Received: from mail.fabrikam.test (mail.fabrikam.test [203.0.113.4])\n\tby ${by} (Postfix) with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 10:00:01 +0000`;

const INBOX = received('mx.contoso.test');
const UNKNOWN = 'unknown: The header does not say into which folder it went.';

/** The folder and the words of a header, and the field that says so. */
function where(...header: readonly string[]): string {
  const text = `${header.join('\n')}\n\nbody\n`;
  const { folder, name, words, span } = storyOf(readMessage(text, new Lines(text), 0, text.length)).where;
  const field = span && text.slice(span.start, span.end).split(':', 1)[0];
  return [`${folder}: ${words}`, name, field].filter((one) => one !== undefined).join(' | ');
}

describe('the folder that a header names', () => {
  it('is that of Gmail’s labels, in the language of the mailbox', () => {
    const at = (labels: string): string => where(INBOX, `X-Gmail-Labels: ${labels}`);
    for (const label of ['Spam', 'SPAM'])
      assert.equal(at(`Unread,${label}`), 'junk: It lies in Gmail’s spam folder. | X-Gmail-Labels');
    for (const label of ['Trash', 'Papierkorb', 'Corbeille', 'Papelera', 'Cestino', 'Lixeira', 'Bin'])
      assert.equal(at(`Unread , ${label}`), 'deleted: It lies in Gmail’s bin. | X-Gmail-Labels');
    for (const label of [
      'Inbox',
      'Posteingang',
      'Boîte de réception',
      'Recibidos',
      'Posta in arrivo',
      'Caixa de entrada',
    ])
      assert.equal(at(`${label},Important`), 'inbox: It lies in the inbox at Gmail. | X-Gmail-Labels');
    for (const label of ['Archived', 'Archiviert', 'Archivés', 'Archivado'])
      assert.equal(at(label), 'archive: It is archived at Gmail. | X-Gmail-Labels');
    assert.equal(at('Inbox,Spam'), 'junk: It lies in Gmail’s spam folder. | X-Gmail-Labels');
    assert.equal(at('Inbox,Trash'), 'deleted: It lies in Gmail’s bin. | X-Gmail-Labels');
    for (const labels of ['Work', 'Spamhaus', 'My Inbox', '']) assert.equal(at(labels), UNKNOWN);
  });

  it('is what Thunderbird keeps', () => {
    for (const status of ['0008', '0009', '000F', '0018'])
      assert.equal(
        where(INBOX, `X-Mozilla-Status: ${status}`),
        'deleted: It was deleted in Thunderbird. | X-Mozilla-Status',
      );
    for (const status of ['0000', '0007', '0010', 'none'])
      assert.equal(where(INBOX, `X-Mozilla-Status: ${status}`), UNKNOWN);
    for (const keys of ['Junk', '$label1 junk', 'junk nonjunkish'])
      assert.equal(
        where(INBOX, `X-Mozilla-Keys: ${keys}`),
        'junk: Thunderbird counts it as junk mail. | X-Mozilla-Keys',
      );
    for (const keys of ['NonJunk', 'junky', '']) assert.equal(where(INBOX, `X-Mozilla-Keys: ${keys}`), UNKNOWN);
    assert.match(where(INBOX, 'X-Mozilla-Status: 0001', 'X-Gmail-Labels: Spam'), /Gmail’s spam folder/);
  });

  it('is where Exchange Online put it, and why', () => {
    const FIELD = 'X-Microsoft-Antispam-Mailbox-Delivery';
    const server = received('VI1EUR05FT033.mail.protection.outlook.com');
    const delivery = (value: string): string => where(server, `${FIELD}: ${value}`);
    for (const [override, why] of [
      ['SpamFilterAuthJ', 'because the spam filter took it for junk'],
      ['SpamFilterPass', 'because the spam filter let it pass'],
      ['CustomRules', 'by a rule of the mailbox'],
      ['TrustedSenderList', 'because its sender is on the recipient’s list of safe senders'],
      ['SenderInAddressBook', 'because its sender is in the recipient’s address book'],
      ['ExclusiveSettings', 'because the mailbox takes mail from safe senders only'],
      ['NewRule', 'by NewRule'],
    ] as const)
      assert.equal(delivery(`ucf:0;dest:I;OFR:${override};`), `inbox: It was put into the inbox ${why}. | ${FIELD}`);
    for (const [letter, folder, words] of [
      ['I', 'inbox', 'It was put into the inbox.'],
      ['J', 'junk', 'It was put into the junk folder.'],
      ['C', 'folder', 'It was put into a folder that the header does not name.'],
      ['D', 'deleted', 'It was put where dest:D says (probably into the deleted items).'],
      ['Q', 'unknown', 'It was put where dest:Q says, which is documented nowhere.'],
    ] as const)
      assert.equal(delivery(`dest:${letter}`), `${folder}: ${words} | ${FIELD}`);
    const ruled = `junk: It was put into the junk folder by the junk mail rule of the mailbox. | ${FIELD}`;
    assert.equal(delivery('jmr:1;dest:J'), ruled);
    assert.equal(delivery('dest: J; jmr: 1;'), ruled);
    assert.equal(delivery('jmr:1;dest:I'), `inbox: It was put into the inbox. | ${FIELD}`);
    assert.equal(delivery('jmr:10;dest:J'), `junk: It was put into the junk folder. | ${FIELD}`);
    assert.equal(
      delivery('jmr:1;dest:J;OFR:CustomRules'),
      `junk: It was put into the junk folder by a rule of the mailbox. | ${FIELD}`,
    );
    for (const value of ['', 'xdest:J', 'ucf:0', 'dest:JJ']) assert.equal(delivery(value), UNKNOWN, value);
    // The last is of the mailbox that the message lies in.
    assert.match(where(server, `${FIELD}: dest:J`, `${FIELD}: dest:I`), /^inbox: /);
    const own = `${FIELD}: dest:J`;
    assert.match(where(own), /^junk: /);
    assert.equal(where(INBOX, own), UNKNOWN);
  });

  it('is where Outlook.com put it, in the older field', () => {
    const at = (words: string): string =>
      where(received('x.outlook.com'), `X-Message-Delivery: ${Buffer.from(words, 'latin1').toString('base64')}`);
    assert.equal(at('Vj0xLjE;us=0;D=1;SCL=0'), 'inbox: It was put into the inbox. | X-Message-Delivery');
    assert.equal(at('D=2;SCL=6'), 'junk: It was put into the junk folder. | X-Message-Delivery');
    for (const words of ['V=1.1;D=3', 'V=1.1;GD=1', 'V=1.1']) assert.equal(at(words), UNKNOWN);
  });

  it('is where iCloud moved it', () => {
    const server = received('ci74p00im-qukt0901.me.com');
    for (const [field, value, told] of [
      ['X-Apple-MoveToFolder', 'INBOX', 'inbox: iCloud put it into the inbox.'],
      ['X-Apple-MoveToFolder', 'Junk', 'junk: iCloud put it into the junk folder.'],
      ['X-Apple-MoveToFolder', 'Trash', 'deleted: iCloud put it into the bin.'],
      ['X-Apple-MoveToFolder', 'Deleted Messages', 'deleted: iCloud put it into the bin.'],
      ['X-Apple-MoveToFolder', 'Work', 'folder: iCloud put it into the folder “Work”. | Work'],
      ['X-Apple-MoveToFolder', 'Inbox 2', 'folder: iCloud put it into the folder “Inbox 2”. | Inbox 2'],
      ['X-Apple-MoveToFolder', 'my trash', 'folder: iCloud put it into the folder “my trash”. | my trash'],
      ['X-Apple-Action', 'move_to_folder/inbox', 'inbox: iCloud put it into the inbox.'],
      ['X-Apple-Action', 'MOVE_TO_FOLDER/Work', 'folder: iCloud put it into the folder “Work”. | Work'],
    ] as const)
      assert.equal(where(server, `${field}: ${value}`), `${told} | ${field}`);
    for (const field of [
      'X-Apple-MoveToFolder:',
      'X-Apple-MoveToFolder: JUNK_TO/XX',
      'X-Apple-Action: vacation',
      'X-Apple-Action: NO MOVE_TO_FOLDER/Work',
    ])
      assert.equal(where(server, field), UNKNOWN, field);
    assert.equal(where(INBOX, 'X-Apple-MoveToFolder: Work'), UNKNOWN);
    assert.match(where('X-Apple-MoveToFolder: Work'), /^folder: /);
    assert.match(where(server, 'X-Apple-MoveToFolder: Work', 'X-Apple-Action: MOVE_TO_FOLDER/INBOX'), /“Work”/);
  });

  it('is where Yandex keeps it, in Latin letters', () => {
    for (const [names, told] of [
      ['Vhodyaschie Vhodyashchie INBOX', 'inbox: It lies in the inbox at Yandex.'],
      ['Spam spam', 'junk: It lies in the spam folder at Yandex.'],
      ['Udalennye Udalyonnye Udalyonye Trash', 'deleted: It lies in the bin at Yandex.'],
    ] as const)
      for (const name of names.split(' '))
        assert.equal(
          where(INBOX, `X-Yandex-FolderName: ${name}`),
          name === 'Udalyonye'
            ? 'folder: It lies in the folder “Udalyonye” at Yandex. | Udalyonye | X-Yandex-FolderName'
            : `${told} | X-Yandex-FolderName`,
        );
    for (const name of ['Spam2', 'my inbox', 'old trash'])
      assert.equal(
        where(INBOX, `X-Yandex-FolderName: ${name}`),
        `folder: It lies in the folder “${name}” at Yandex. | ${name} | X-Yandex-FolderName`,
      );
    assert.equal(where(INBOX, 'X-Yandex-FolderName:'), UNKNOWN);
  });

  it('is what other filters and mailboxes write, of their own mailboxes alone', () => {
    const yahoo = received('mta1.mail.ne1.yahoo.com');
    const proton = received('mailin021.protonmail.ch');
    const gmx = received('mx.emig.gmx.net');
    for (const [server, field, told] of [
      [yahoo, 'X-YahooFilteredBulk: 203.0.113.4', 'junk: Yahoo put it into the spam folder (Bulk).'],
      [yahoo, 'x-aol-global-disposition: S', 'junk: AOL put it into the spam folder.'],
      [proton, 'X-Pm-Spam-Action: spam', 'junk: Proton put it into the spam folder.'],
      [proton, 'X-Pm-Spam-Action: Phishing', 'junk: Proton put it into the spam folder.'],
      [proton, 'X-Pm-Spam-Action: Inbox', 'inbox: Proton put it into the inbox.'],
      [gmx, 'X-UI-Filterresults: Junk:10;V03:K0:', 'junk: GMX or WEB.DE put it into the spam folder.'],
    ] as const) {
      const name = field.split(':', 1)[0];
      assert.equal(where(server, field), `${told} | ${name}`);
      assert.equal(where(field), `${told} | ${name}`);
      assert.match(where(INBOX, field), /^unknown: /, field);
    }
    for (const [server, field] of [
      [yahoo, 'X-YahooFilteredBulk:'],
      [yahoo, 'x-aol-global-disposition: G'],
      [yahoo, 'x-aol-global-disposition: SX'],
      [proton, 'X-Pm-Spam-Action: spammy'],
      [proton, 'X-Pm-Spam-Action: no spam'],
      [proton, 'X-Pm-Spam-Action: no inbox'],
      [proton, 'X-Pm-Spam-Action: inboxes'],
      [gmx, 'X-UI-Filterresults: notjunk:1;V03:K0:'],
      [gmx, 'X-UI-Filterresults: junk'],
    ] as const)
      assert.match(where(server, field), /^unknown: /, field);
    assert.equal(
      where(INBOX, 'X-Quarantine-ID: <J0vQvUE7ZFlj>'),
      'quarantine: amavis keeps a copy of it in quarantine. | X-Quarantine-ID',
    );
    for (const box of ['spam-quarantine@contoso.test', 'Quarantine', 'q.quarantine+x@contoso.test'])
      assert.equal(
        where(INBOX, `Delivered-To: ${box}`),
        'quarantine: It was delivered into a mailbox for quarantine. | Delivered-To',
      );
    for (const box of ['bob@quarantine.contoso.test', 'quarantined@contoso.test'])
      assert.equal(where(INBOX, `Delivered-To: ${box}`), UNKNOWN, box);
  });

  it('is the quarantine of Barracuda between its levels, where no later server has the message', () => {
    const status = (score: string, level = '5.0', kill = '9.0'): string =>
      `X-Barracuda-Spam-Status: Yes, SCORE=${score} using global scores of TAG_LEVEL=3.5 QUARANTINE_LEVEL=${level} KILL_LEVEL=${kill} tests=BSF_SC0`;
    const kept = (score: string, ...more: readonly string[]): boolean =>
      where(...more, INBOX, status(score)).startsWith('quarantine: Barracuda keeps it');
    assert.deepEqual(
      ['4.99', '5.00', '8.99', '9.00', '-1'].map((score) => kept(score)),
      [false, true, true, false, false],
    );
    assert.equal(kept('6.1', received('store.contoso.test')), false);
    assert.match(where(INBOX, status('8', '1000.0', '1000.0')), /^unknown/);
    assert.match(where(INBOX, status('8', '5.0', '1000.0')), /^quarantine/);
  });

  it('is that of the detail of the address, where its name says which (RFC 5233)', () => {
    const told = (detail: string, field: string): string => {
      const isJunk = !/^(?:q|cuar)/i.test(detail);
      return `${isJunk ? 'junk' : 'quarantine'}: It was delivered to ${isJunk ? 'the junk folder' : 'quarantine'} by the detail “${detail}” in the address (RFC 5233). | ${detail} | ${field}`;
    };
    for (const detail of [
      ...['junk', 'Junk', 'junkmail', 'junkemail', 'junk-mail', 'junk_e-mail', 'junk e-mail'],
      ...['spam', 'spambox', 'spamfolder', 'bulk', 'unwanted'],
      ...['quarantine', 'quarantäne', 'quarantaine', 'quarantaene', 'quarantena', 'quarantane', 'qarantine'],
      ...['quarentena', 'cuarentena'],
    ]) {
      for (const field of ['Delivered-To', 'X-Delivered-To', 'X-Resolved-To', 'Envelope-To', 'X-Envelope-To'])
        assert.equal(where(INBOX, `${field}: bob+${detail}@contoso.test`), told(detail, field));
    }
    assert.equal(
      where(INBOX.replace('ESMTPS id 4F1;', 'LMTP id 4F1 for <bob+Junk@contoso.test>;')),
      told('Junk', 'Received'),
    );
    for (const detail of ['news', 'notspam', 'spams', 'junk mail order', 'warentena'])
      assert.equal(where(INBOX, `Delivered-To: bob+${detail}@contoso.test`), UNKNOWN, detail);
    for (const field of ['To', 'Undelivered-To', 'Delivered-Tonight'])
      assert.equal(where(INBOX, `${field}: bob+junk@contoso.test`), UNKNOWN, field);
  });

  it('is not known where none of them says so, and a mark makes one likely', () => {
    assert.equal(where(INBOX), UNKNOWN);
    assert.equal(
      where(INBOX, 'X-Spam-Flag: YES'),
      'unknown: The header does not say into which folder it went; mail that is marked so often goes to the junk folder.',
    );
  });
});
