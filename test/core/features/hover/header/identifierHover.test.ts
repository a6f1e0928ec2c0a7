import { says, tells } from './headerFacts.ts';

describe('a hover on an id', () => {
  it('says where it was made, and what is wrong with that', () => {
    says(
      'Message-ID: <abc@mail.a.|test>',
      '<abc@mail.a.test>',
      '**<abc@mail.a.test>**: search logs and message traces for it.',
      '- Made by a system of: mail.a.test',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    says(
      'Message-ID: <abc@localh|ost>',
      '<abc@localhost>',
      '**<abc@localhost>**: search logs and message traces for it.',
      '- Made by a system of: localhost',
      'Behind the @ stands no full domain, which spam filters count against it.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    says(
      'Message-ID: <ab|c>',
      '<abc>',
      '**<abc>**: search logs and message traces for it.',
      'Behind the @ stands no full domain, which spam filters count against it.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    says(
      'In-Reply-To: <1@a.test> <2@b.te|st>',
      '<2@b.test>',
      '**<2@b.test>**: search logs and message traces for it.',
      '- Made by a system of: b.test',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
  });
  it('counts those of a list', () => {
    tells(
      'Refer|ences: <1@a.test> <2@b.test>',
      '**References**: The Message-IDs of the conversation so far.',
      '2 messages.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    tells(
      'Refer|ences: <1@a.test>',
      '**References**: The Message-IDs of the conversation so far.',
      '1 message.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    tells(
      'Message|-ID: abc@a.test',
      '**Message-ID**: The unique name of the message. Search for it in logs.',
      'It is not between angles as RFC 5322 3.6.4 has it; some servers refuse that.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
    tells(
      'Message|-ID: <abc@a.test>',
      '**Message-ID**: The unique name of the message. Search for it in logs.',
      'Source: [RFC 5322 3.6.4](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4)',
    );
  });
});

describe('a hover on what services wrote', () => {
  it('tells the parts of a Feedback-ID', () => {
    says(
      'Feedback-ID: camp|aign:customer:mail:sender',
      'campaign',
      '**campaign**: a name of the sender for a campaign, a customer or a kind of mail; Gmail counts complaints by it.',
      'Source: Google: Feedback Loop (Feedback-ID)',
    );
    says(
      'Feedback-ID: campaign:customer :mail: sen|der',
      'sender',
      '**sender**: the sender: Gmail reports complaints only if it stays the same.',
      'Source: Google: Feedback Loop (Feedback-ID)',
    );
  });
  it('tells when and from where Amazon sent', () => {
    tells(
      'X-SES-Outg|oing: 2026.11.20-192.0.2.1',
      '**X-SES-Outgoing**: Amazon SES: the date and the IP address that sent the message.',
      '- Sent on: 2026-11-20\n- From address: 192.0.2.1',
      'Source: convention of sending services',
    );
    tells(
      'X-SES-Outg|oing: 2026.11.20-2001:db8::1',
      '**X-SES-Outgoing**: Amazon SES: the date and the IP address that sent the message.',
      '- Sent on: 2026-11-20\n- From address: 2001:db8::1',
      'Source: convention of sending services',
    );
    tells(
      'X-SES-Outg|oing: today',
      '**X-SES-Outgoing**: Amazon SES: the date and the IP address that sent the message.',
      'Source: convention of sending services',
    );
  });
  it('tells when a conversation began', () => {
    tells(
      'Thread-In|dex: AcvtdXfsEG6TQurjTQqb44HmHYINgwADRleg',
      '**Thread-Index**: Outlook: the place in the conversation, with the time of each answer, in base64.',
      '- Conversation began: 2011-03-28 18:25:08 UTC\n- Conversation: 106e9342-eae3-4d0a-9be3-81e61d820d83\n- Answers and forwards: 1',
      '1. 2011-03-28 19:58:54 UTC, 1 h 33 min later',
      'Source: MS-OXOMSG 2.2.1.3',
    );
    tells(
      'Thread-In|dex: AcvtdXfsEG6TQurjTQqb44HmHYINgw==',
      '**Thread-Index**: Outlook: the place in the conversation, with the time of each answer, in base64.',
      '- Conversation began: 2011-03-28 18:25:08 UTC\n- Conversation: 106e9342-eae3-4d0a-9be3-81e61d820d83\n- Answers and forwards: 0',
      'Source: MS-OXOMSG 2.2.1.3',
    );
    tells(
      'Thread-In|dex: AcvtdXfsEG6TQurjTQqb44HmHYINgwAD',
      '**Thread-Index**: Outlook: the place in the conversation, with the time of each answer, in base64.',
      '- Conversation began: 2011-03-28 18:25:08 UTC\n- Conversation: 106e9342-eae3-4d0a-9be3-81e61d820d83\n- Answers and forwards: 0',
      'Octets are left over at its end: it was cut off or changed.',
      'Source: MS-OXOMSG 2.2.1.3',
    );
  });
});
