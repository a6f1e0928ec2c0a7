import { says, tells } from './headerFacts.ts';

describe("a hover on what Microsoft's filter wrote", () => {
  it('says of a bare number what level it is, and of others which way they point', () => {
    tells(
      'X-MS-Exchange-Organization-SCL|: 9',
      '**X-MS-Exchange-Organization-SCL**: The spam confidence level: -1 is trusted, 0 and 1 no spam, 5 and more spam, 9 surely spam.',
      '**9**: Surely spam.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    tells(
      'X-MS-Exchange-Organization-SCL|: 77',
      '**X-MS-Exchange-Organization-SCL**: The spam confidence level: -1 is trusted, 0 and 1 no spam, 5 and more spam, 9 surely spam.',
      '**77**: the higher, the more it looks like spam to this filter.',
      'Source: Microsoft Learn: Anti-spam stamps in Exchange Server',
    );
    tells(
      'X-MS-Exchange-Organization-PCL|: 2',
      '**X-MS-Exchange-Organization-PCL**: The phishing confidence level from 1 to 8; 4 and more is suspicious.',
      '**2**: Not likely to be phishing.',
      'Source: Microsoft Learn: Anti-spam stamps in Exchange Server',
    );
    tells(
      'X-Mimecast-Spam-Score|: -3.25',
      '**X-Mimecast-Spam-Score**: The spam score.',
      '**-3.25**: the higher, the more it looks like spam to this filter.',
      'Source: convention of Mimecast',
    );
    tells(
      'X-Mimecast-Spam-Score|: many',
      '**X-Mimecast-Spam-Score**: The spam score.',
      'Source: convention of Mimecast',
    );
  });
  it('says what can be said of codes that nobody else reads', () => {
    tells(
      'X-Big|Fish: vps5(',
      '**X-BigFish**: Coded results of the old filter of Microsoft.',
      '**vps5**: the score is 5, as X-SpamScore says it: the lower, the less it looks like spam.',
      'The letters and numbers in brackets are rules that matched. Only Microsoft could read them.',
      'Source: convention of Forefront Online Protection (old)',
    );
    tells(
      'X-Big|Fish: vps-11(zz18a9K9371Pzz1202hzz)',
      '**X-BigFish**: Coded results of the old filter of Microsoft.',
      '**vps-11**: the score is -11, as X-SpamScore says it: the lower, the less it looks like spam.',
      'The letters and numbers in brackets are rules that matched. Only Microsoft could read them.',
      'Source: convention of Forefront Online Protection (old)',
    );
    tells(
      'X-Big|Fish: nothing',
      '**X-BigFish**: Coded results of the old filter of Microsoft.',
      'Not in the form that is known.',
      'Source: convention of Forefront Online Protection (old)',
    );
  });
  it('has a key without a value, a value without a key, and none', () => {
    says(
      'X-Forefront-Antispam-Report: SFV:SPM;lonely|;CIP:(null);H:;CAT:SPM;',
      'lonely',
      '**lonely**: no key stands before it; only Microsoft can read it.',
    );
    says(
      'X-Forefront-Antispam-Report: SFV:SPM;lonely;CI|P:(null);H:;CAT:SPM;',
      'CIP:(null)',
      '**CIP:(null)**: The address of the server that handed the message to Microsoft. Allow and block lists of addresses go by it.',
      '(null) means that there is none.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-Forefront-Antispam-Report: SFV:SPM;lonely;CIP:(null);H|:;CAT:SPM;',
      'H:',
      '**H:**: The name that the handing server gave in HELO or EHLO.',
      'It is empty.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
  });
  it('sums up what is known', () => {
    tells(
      'X-Forefront-Anti|spam-Report: SFV:SPM;lonely;CIP:(null);H:;CAT:SPM;',
      '**X-Forefront-Antispam-Report**: The main verdict of the filter: SFV, SCL, CAT, the client (CIP, CTRY, H, PTR) and more.',
      '- SFV:SPM – The filter judged it to be spam.\n- CAT:SPM – Spam.',
      '`SFV:SPM;lonely;CIP:(null);H:;CAT:SPM;`',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    tells(
      'X-Forefront-Anti|spam-Report: lonely',
      '**X-Forefront-Antispam-Report**: The main verdict of the filter: SFV, SCL, CAT, the client (CIP, CTRY, H, PTR) and more.',
      '`lonely`',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
  });
  it('says what a value means, and of an unknown one that it is one where the list is closed', () => {
    says(
      'X-Forefront-Antispam-Report: SFV:SPM;CA|T:SPM;',
      'CAT:SPM',
      '**CAT:SPM**: Spam.',
      'The category of protection policy that was applied.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-Forefront-Antispam-Report: SFV:QQ|Q;',
      'SFV:QQQ',
      '**SFV:QQQ**: The verdict of the spam filter, or why it did not judge.',
      'This value is not known.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-Forefront-Antispam-Report: CT|RY:QQ;',
      'CTRY:QQ',
      '**CTRY:QQ**: The country where that address is registered; the message may come from elsewhere.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-Forefront-Antispam-Report: QQ|Q:1;',
      'QQQ:1',
      '**QQQ:1**: a key that is not known.',
      'Source: not documented by Microsoft',
    );
  });
  it('takes the keys of the mailbox and of a server from lists of their own', () => {
    says(
      'X-Microsoft-Antispam-Mailbox-Delivery: ucf:1;OF|R:SpamFilterAuthJ;',
      'OFR:SpamFilterAuthJ',
      '**OFR:SpamFilterAuthJ**: What overrode the folder, such as SpamFilterAuthJ: the spam filter chose the junk folder.',
      'Source: seen in messages; Microsoft does not document it',
    );
    says(
      'X-Microsoft-Antispam-Mailbox-Delivery: de|st:I;',
      'dest:I',
      '**dest:I**: It was put into the inbox.',
      'Where the message was put: I the inbox, J the junk folder, C another folder.',
      'Source: seen in messages; Microsoft does not document it',
    );
    says(
      'X-Microsoft-Antispam-Mailbox-Delivery: uc|f:1;',
      'ucf:1',
      '**ucf:1**: Whether a rule of the user chose the folder: 1 yes, 0 no.',
      'Source: seen in messages; Microsoft does not document it',
    );
    says(
      'X-Microsoft-Antispam-Mailbox-Delivery: BC|L:1;',
      'BCL:1',
      '**BCL:1**: A bulk sender about whom few complain.',
      'The bulk complaint level of the sender, 0 to 9: the higher, the more recipients complain.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-MS-Exchange-Organization-Antispam-Report: OrigI|P:192.0.2.1',
      'OrigIP:192.0.2.1',
      '**OrigIP:192.0.2.1**: a key that is not known.',
      'Source: not documented by Microsoft',
    );
    says(
      'X-MS-Exchange-Organization-Antispam-Report: SC|L:1',
      'SCL:1',
      '**SCL:1**: No spam; it goes to the inbox.',
      'The spam confidence level, -1 to 9.',
      'Source: Microsoft Learn: Anti-spam message headers in Microsoft 365',
    );
    says(
      'X-Forefront-Antispam-Report: de|st:C;',
      'dest:C',
      '**dest:C**: It was put into a folder that a rule chose.',
      'Where the message was put: I the inbox, J the junk folder, C another folder.',
      'Source: seen in messages; Microsoft does not document it',
    );
  });
});
