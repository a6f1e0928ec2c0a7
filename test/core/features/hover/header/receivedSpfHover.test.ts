import { says, tells } from './headerFacts.ts';

describe('a hover on Received-SPF', () => {
  it('says what the result means', () => {
    says(
      'Received-SPF: pa|ss (a.test: domain of x@b.test designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; helo=c.test;',
      'pass',
      '**pass**: The SPF record allows the sending host.',
      'Source: [RFC 7208 2.6.3](https://www.rfc-editor.org/rfc/rfc7208#section-2.6.3)',
    );
    says(
      'Received-SPF: mo|o (x)',
      'moo',
      '**moo**: a result that is not known.',
      'Source: [RFC 7208 2.6](https://www.rfc-editor.org/rfc/rfc7208#section-2.6)',
    );
    says(
      'Received-SPF: Fail (x|) client-ip=192.0.2.1',
      '(x)',
      '**A remark**: how the server puts it in words.',
      '`(x)`',
    );
  });
  it('has the pairs behind it, between semicolons or blanks', () => {
    says(
      'Received-SPF: Fail (x) client-ip=192.0.2.1; enve|lope-from="x@b.test"; helo=c.test',
      'envelope-from="x@b.test"',
      '**envelope-from=x@b.test**: The envelope sender that was checked.',
      'Source: [RFC 7208 9.1](https://www.rfc-editor.org/rfc/rfc7208#section-9.1)',
    );
    says(
      'Received-SPF: Fail (x) client-ip=192.0.2.1 enve|lope-from=x@b.test helo=c.test',
      'envelope-from=x@b.test',
      '**envelope-from=x@b.test**: The envelope sender that was checked.',
      'Source: [RFC 7208 9.1](https://www.rfc-editor.org/rfc/rfc7208#section-9.1)',
    );
    says('Received-SPF: Fail client-ip=192.0.2.1; mo|o=1', 'moo=1', '**moo=1**: a key that is not known.');
    tells(
      'Received-|SPF: Neutral (x) client-ip=192.0.2.1; envelope-from="x@b.test"; helo=c.test;',
      '**Received-SPF**: The SPF result of one hop, with the address of the client and the envelope sender.',
      '**Neutral**: The SPF record says nothing about the sending host (?all).',
      'Source: [RFC 7208 2.6.2](https://www.rfc-editor.org/rfc/rfc7208#section-2.6.2)',
      '- client-ip: 192.0.2.1\n- envelope-from: x@b.test\n- helo: c.test',
    );
    tells(
      'Received-|SPF: Fail client-ip=192.0.2.1; problem=(none)',
      '**Received-SPF**: The SPF result of one hop, with the address of the client and the envelope sender.',
      '**Fail**: The SPF record forbids the sending host (-all).',
      'Source: [RFC 7208 2.6.4](https://www.rfc-editor.org/rfc/rfc7208#section-2.6.4)',
      '- client-ip: 192.0.2.1\n- problem: (none)',
    );
  });
  it('says that others wrote it, if they did', () => {
    says(
      'Received: from a by mx.own.test; Fri, 20 Nov 2026 10:00:05 +0000\nReceived: from b by c.other.test; Fri, 20 Nov 2026 10:00:00 +0000\nReceived-SPF: pa|ss client-ip=192.0.2.1',
      'pass',
      '**pass**: The SPF record allows the sending host.',
      'Source: [RFC 7208 2.6.3](https://www.rfc-editor.org/rfc/rfc7208#section-2.6.3)',
      'It stands below the hop at which the message came in: the sender could have written it. Do not go by it.',
    );
  });
});
