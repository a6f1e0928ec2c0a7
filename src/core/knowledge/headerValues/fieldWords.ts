import { type HeaderValue, joined, values } from './headerValue.ts';

const yes = (source: string, meaning: string, otherwise: string): ReadonlyMap<string, HeaderValue> =>
  values(source, [
    ['yes|true|1', meaning],
    ['no|false|0', otherwise],
  ]);

/** Fixed words of a field's value, by the field's name in small letters. */
export const fieldWords: ReadonlyMap<string, ReadonlyMap<string, HeaderValue>> = new Map([
  [
    'auto-submitted',
    values('RFC 3834 5', [
      ['no', 'A person wrote it.'],
      ['auto-generated', 'A program made it, not in answer to a message. Do not answer it by a program.'],
      ['auto-replied', 'A program made it in answer to a message. Do not answer it by a program.'],
      ['auto-notified', 'A program made it as a notice that was asked for. Do not answer it by a program.'],
    ]),
  ],
  [
    'precedence',
    values('RFC 3834 3.1.8', [
      ['bulk', 'Sent to many; programs should not answer it.'],
      ['list', 'Sent to a mailing list; programs should not answer it.'],
      ['junk', 'Of little worth; programs should not answer it.'],
      ['first-class', 'Ordinary mail.'],
      ['auto_reply', 'An automatic answer; programs should not answer it.'],
    ]),
  ],
  [
    'x-auto-response-suppress',
    values('MS-OXCMAIL 2.1.3.2.20', [
      ['none', 'All automatic answers are allowed.'],
      ['all', 'No automatic answer of any kind is wanted.'],
      ['dr', 'No delivery receipt is wanted.'],
      ['ndr', 'No bounce is wanted.'],
      ['rn', 'No read receipt is wanted.'],
      ['nrn', 'No receipt for a message that was deleted unread is wanted.'],
      ['oof', 'No out-of-office answer is wanted.'],
      ['autoreply', 'No automatic answer but the out-of-office one is wanted.'],
    ]),
  ],
  [
    'importance',
    values('RFC 2156 5.3.6', [
      ['low', 'The author set it to low.'],
      ['normal', 'The author set nothing.'],
      ['high', 'The author set it to high.'],
    ]),
  ],
  [
    'priority',
    values('RFC 2156 5.3.6', [
      ['normal', 'The usual speed of transfer.'],
      ['urgent', 'Faster transfer was asked for; mail servers of the internet ignore it.'],
      ['non-urgent', 'Slower transfer is enough; mail servers of the internet ignore it.'],
    ]),
  ],
  [
    'x-priority',
    values('convention of mail programs', [
      ['1', 'Highest.'],
      ['2', 'High.'],
      ['3', 'Normal.'],
      ['4', 'Low.'],
      ['5', 'Lowest.'],
    ]),
  ],
  [
    'x-msmail-priority',
    values('convention of Outlook', [
      ['high', 'The author set it to high.'],
      ['normal', 'The author set nothing.'],
      ['low', 'The author set it to low.'],
    ]),
  ],
  [
    'sensitivity',
    values('RFC 2156 5.3.4', [
      ['personal', 'The author calls it personal.'],
      ['private', 'The author calls it private.'],
      ['company-confidential', 'The author calls it confidential.'],
      ['normal', 'The author set nothing.'],
    ]),
  ],
  [
    'content-transfer-encoding',
    values('RFC 2045 6', [
      ['7bit', 'Plain ASCII in short lines, as it is.'],
      ['8bit', 'Short lines with octets beyond ASCII, as they are. Servers on the way must offer 8BITMIME.'],
      ['binary', 'Any octets, as they are. Servers on the way must offer BINARYMIME.'],
      ['quoted-printable', 'Octets beyond ASCII are written as = and two hexadecimal digits.'],
      ['base64', 'All octets are written in 64 letters; they grow by a third.'],
    ]),
  ],
  [
    'content-disposition',
    values('RFC 2183 2', [
      ['inline', 'The part is shown with the message.'],
      ['attachment', 'The part is offered as a file.'],
      ['form-data', 'The part is a value of a web form.'],
    ]),
  ],
  ['mime-version', values('RFC 2045 4', [['1.0', 'The only version there is.']])],
  [
    'list-unsubscribe-post',
    values('RFC 8058 3.1', [
      [
        'list-unsubscribe=one-click',
        'The https address in List-Unsubscribe can be used with one click, without a page in between.',
      ],
    ]),
  ],
  ['list-post', values('RFC 2369 3.4', [['no', 'Nobody may post to this list.']])],
  [
    'tls-required',
    values('RFC 8689 5', [
      ['no', 'Deliver it even where MTA-STS or DANE would forbid it, as for a report on broken TLS.'],
    ]),
  ],
  [
    'x-spam-flag',
    yes('convention of SpamAssassin and others', 'The score is over the limit.', 'The score is below the limit.'),
  ],
  ['x-spam', yes('convention of Rspamd', 'Rspamd took it for spam.', 'Rspamd did not take it for spam.')],
  [
    'x-hmailserver-spam',
    yes('convention of hMailServer', 'The score is over the limit.', 'The score is below the limit.'),
  ],
  ['x-ms-has-attach', yes('convention of Exchange', 'It has attachments; empty where it has none.', 'It has none.')],
  [
    'x-ironport-anti-spam-filtered',
    yes(
      'convention of Cisco Secure Email (IronPort)',
      'The spam filter looked at it.',
      'The spam filter did not look at it.',
    ),
  ],
  [
    'x-ms-exchange-senderadcheck',
    yes(
      'seen in messages; Microsoft does not document it',
      'The sender was found in the directory.',
      'The sender was not found in the directory.',
    ),
  ],
  [
    'x-ms-exchange-antispam-relay',
    yes(
      'seen in messages; Microsoft does not document it',
      'It passed from one server of Microsoft to another.',
      'It did not pass through another server of Microsoft.',
    ),
  ],
  [
    'x-ms-exchange-crosstenant-mailboxtype',
    values('seen in messages; Microsoft does not document it', [
      ['hosted', 'The mailbox of the sender is in Microsoft 365.'],
    ]),
  ],
  [
    'x-ms-publictraffictype',
    values('seen in messages; Microsoft does not document it', [['email', 'An ordinary message.']]),
  ],
  [
    'x-apple-movetofolder',
    values('convention of iCloud Mail', [
      ['inbox', 'The filter chose the inbox.'],
      ['junk', 'The filter chose the junk folder.'],
    ]),
  ],
  [
    'x-bogosity',
    values('convention of bogofilter', [
      ['ham|no', 'The filter holds it for wanted.'],
      ['spam|yes', 'The filter holds it for spam.'],
      ['unsure', 'The filter cannot tell.'],
    ]),
  ],
  [
    'x-ctch-spam',
    values('convention of Cyren (Commtouch)', [
      ['unknown', 'No bulk of this text was seen.'],
      ['suspect', 'It may be spam.'],
      ['bulk', 'It is bulk mail.'],
      ['confirmed', 'It is spam.'],
    ]),
  ],
  [
    'x-gmx-antispam',
    values('convention of GMX', [
      ['0', 'No spam.'],
      ['-1|-2', 'The sender is on an own list.'],
    ]),
  ],
]);

/** Words behind `with` and `via` of Received that are no protocol keyword, by a pattern on small letters. */
export const receivedWords: readonly (readonly [pattern: RegExp, value: HeaderValue])[] = [
  [
    /^microsoft smtp server/,
    'An Exchange server took it; what TLS was used stands in the brackets behind it.',
    'convention of Exchange',
  ],
  [
    /^microsoft smtpsvc\(/,
    'The SMTP service of Windows or of Exchange 2000 and 2003 took it; its version stands in brackets.',
    'convention of Microsoft',
  ],
  [/^internet mail service \(/, 'Exchange 5.5 took it; its version stands in brackets.', 'convention of Microsoft'],
  [/^(?:microsoft )?mapi\b|^mapi id/, 'It entered Exchange straight from a mailbox.', 'convention of Exchange'],
  [/^frontend transport/, 'It came in by the front end service of Exchange.', 'convention of Exchange'],
  [
    /^mailbox transport/,
    'The service of Exchange that puts messages into mailboxes took it.',
    'convention of Exchange',
  ],
  [
    /^https?\b/,
    'It was handed in by webmail, or passed inside Microsoft 365.',
    'convention of Microsoft 365 and webmail systems',
  ],
  [/^local-esmtp$/, 'It was handed in on the same host by SMTP.', 'convention of Exim'],
  [/^local(?:-smtp|-bsmtp)?$/, 'It was handed in on the same host.', 'convention of Exim'],
  [/^(?:uucp|rmail)$/, 'It came by UUCP.', 'RFC 976'],
  [/^network$/, 'It came over the network, as qmail says.', 'convention of qmail'],
].map(([pattern, meaning, source]) => [pattern as RegExp, { meaning: meaning as string, source: source as string }]);

/** Clauses of a Received field (RFC 5321 4.4). */
export const receivedClauses: ReadonlyMap<string, HeaderValue> = joined(
  values('RFC 5321 4.4', [
    ['from', 'The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.'],
    ['by', 'The server that took the message and wrote this line.'],
    ['via', 'The link that it came over, where that was not the internet.'],
    ['with', 'The protocol that it came by.'],
    ['id', 'The number of the message in the queue of this server: search its log for it.'],
    ['for', 'The envelope recipient, mostly written only where there was one.'],
  ]),
  values('RFC 8314 4.3', [['tls', 'The cipher suite of the TLS session.']]),
  values('convention of Exim', [['envelope-from', 'The envelope sender.']]),
);
