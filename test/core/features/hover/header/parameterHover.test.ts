import { says, tells } from './headerFacts.ts';

describe('a hover on the type of a part', () => {
  it('says what kind it is', () => {
    says('Content-Type: mul|tipart/mixed; boundary=x', 'multipart/mixed', '**multipart/mixed**: several parts.');
    says('Content-Type: mess|age/rfc822', 'message/rfc822', '**message/rfc822**: a message, or what belongs to one.');
    says('Content-Type: te|xt/x-moo; charset=utf-8', 'text/x-moo', '**text/x-moo**: text.');
    says('Content-Type: appli|cation/x-moo', 'application/x-moo', '**application/x-moo**: a file of this type.');
    says('Content-Type: xm|ultipart/x', 'xmultipart/x', '**xmultipart/x**: a file of this type.');
    says(
      'Content-Type: |text; charset=utf-8',
      'text',
      '**text**: no type that is known; it counts as plain text (RFC 2045 5.2).',
    );
  });
  it('says how it is shown', () => {
    says(
      'Content-Disposition: attach|ment; filename=x',
      'attachment',
      '**attachment**: The part is offered as a file.',
      'Source: [RFC 2183 2](https://www.rfc-editor.org/rfc/rfc2183#section-2)',
    );
    says(
      'Content-Disposition: in|line',
      'inline',
      '**inline**: The part is shown with the message.',
      'Source: [RFC 2183 2](https://www.rfc-editor.org/rfc/rfc2183#section-2)',
    );
    says(
      'Content-Disposition: moo|; filename=x',
      'moo',
      '**moo**: no word that is known; it counts as attachment (RFC 2183 2.8).',
    );
  });
  it('has each parameter with its value', () => {
    says(
      'Content-Type: text/plain; moo=1|; charset=utf-8',
      'moo=1',
      '**moo**: a parameter that is not known.',
      '- Value: 1',
    );
    says(
      'Content-Type: text/plain; CHAR|SET="utf-8"',
      'CHARSET="utf-8"',
      '**charset**: How the octets of the text become letters.',
      'Source: [RFC 2045 5.1](https://www.rfc-editor.org/rfc/rfc2045#section-5.1)',
      '- Value: utf-8',
    );
    says(
      "Content-Disposition: attachment; filename*=utf-8'|'a%20b.txt",
      "filename*=utf-8''a%20b.txt",
      '**filename**: The name of the file, as its sender gives it.',
      'Source: [RFC 2183 2](https://www.rfc-editor.org/rfc/rfc2183#section-2)',
      '- Value: a b.txt',
      'Written in pieces or in a charset of its own (RFC 2231).',
    );
    tells(
      'Content-Ty|pe: text/plain; name="a b.txt"; charset=utf-8; format=flowed',
      '**Content-Type**: The type of the body or part, with charset and boundary.',
      '- Value: text/plain\n- name: a b.txt\n- charset: utf-8\n- format: flowed',
      'Source: [RFC 2045](https://www.rfc-editor.org/rfc/rfc2045)',
    );
  });
});

describe('a hover on a list of keys', () => {
  it('parts it by what it uses: semicolons, commas, blanks', () => {
    says(
      'X-IronPort-AV: E=Sophos;i=|"6.01,1"; d="scan\'208"',
      'i="6.01,1"',
      '**i="6.01,1"**: The version of the scanner, and the data behind it.',
      'Source: convention of Cisco Secure Email (IronPort)',
    );
    says(
      'X-Proofpoint-Spam-Details: rule=notspam policy=de|fault score=0',
      'policy=default',
      '**policy=default**: The policy that the rule belongs to.',
      'Source: convention of Proofpoint',
    );
    says(
      'X-Proofpoint-Virus-Version: vendor=baseguard engine=ICAP:2.0.293,Aquarius:18.0.1039,Hydra:6.0 definitions=2026-|11-20',
      'definitions=2026-11-20',
      '**definitions=2026-11-20**: The date of the data of the filter.',
      'Source: convention of Proofpoint',
    );
    says(
      'X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp: TenantId=1-2;I|p=[192.0.2.1];Helo=[a.test]',
      'Ip=[192.0.2.1]',
      '**Ip=[192.0.2.1]**: The address of the server that handed the message to Microsoft.',
      'Source: seen in messages; Microsoft does not document it',
    );
    says(
      'Autocrypt: addr=a@a.test; prefer-encr|ypt=mutual; moo=1',
      'prefer-encrypt=mutual',
      '**prefer-encrypt=mutual**: mutual: the sender wishes that answers be encrypted.',
      'Source: Autocrypt Level 1',
    );
    says('Autocrypt: addr=a@a.test; moo=1|', 'moo=1', '**moo=1**: a key that is not known.');
  });
  it('tells all of them', () => {
    tells(
      'Auto|crypt: addr=a@a.test; lonely; prefer-encrypt=mutual; moo=1',
      '**Autocrypt**: The OpenPGP key of the author.',
      '- addr: a@a.test – The address that the key belongs to.\n- prefer-encrypt: mutual – mutual: the sender wishes that answers be encrypted.\n- moo: 1',
      'Source: Autocrypt Level 1',
    );
    tells(
      'X-Proofpoint-Spam-Det|ails: rule=notspam, policy=default, score=0',
      '**X-Proofpoint-Spam-Details**: Rule, policy and scores of the filter.',
      '- rule: notspam – The rule that decided on the message.\n- policy: default – The policy that the rule belongs to.\n- score: 0 – The final score, 0 to 100.',
      'Source: convention of Proofpoint',
    );
  });
});

describe('a hover on words', () => {
  it('explains one alone and in a list', () => {
    says(
      'X-Auto-Response-Suppress: DR, AutoReply|, moo',
      'AutoReply',
      '**AutoReply**: No automatic answer but the out-of-office one is wanted.',
      'Source: MS-OXCMAIL 2.1.3.2.20',
    );
    tells(
      'X-Auto-Response-Sup|press: DR, AutoReply, moo',
      '**X-Auto-Response-Suppress**: Exchange: which automatic answers shall not be sent.',
      '**DR**: No delivery receipt is wanted.',
      '**AutoReply**: No automatic answer but the out-of-office one is wanted.',
      'Source: convention of automatic senders',
    );
    says(
      'Auto-Submitted: auto-generated|; type=x',
      'auto-generated',
      '**auto-generated**: A program made it, not in answer to a message. Do not answer it by a program.',
      'Source: [RFC 3834 5](https://www.rfc-editor.org/rfc/rfc3834#section-5)',
    );
    says(
      'Precedence: bu|lk',
      'bulk',
      '**bulk**: Sent to many; programs should not answer it.',
      'Source: [RFC 3834 3.1.8](https://www.rfc-editor.org/rfc/rfc3834#section-3.1.8)',
    );
    says(
      'X-MS-Exchange-Organization-AuthAs: Ano|nymous',
      'Anonymous',
      '**Anonymous**: It came without a login, as mail from the internet does.',
      'Source: Microsoft Learn: Header firewall in Exchange Server',
    );
    says(
      'X-MS-Exchange-CrossTenant-AuthAs: Inter|nal (for x)',
      'Internal (for x)',
      '**Internal (for x)**: It came from inside the organisation, or is treated so; the filter does not judge it.',
      'Source: Microsoft Learn: Header firewall in Exchange Server',
    );
    says(
      'Importance: hi|gh',
      'high',
      '**high**: The author set it to high.',
      'Source: [RFC 2156 5.3.6](https://www.rfc-editor.org/rfc/rfc2156#section-5.3.6)',
    );
    says('X-Priority: 1 (Hi|ghest)', '1 (Highest)', '**1 (Highest)**: Highest.', 'Source: convention of mail programs');
  });
});
