import { says, tells } from './headerFacts.ts';

describe('a hover on a hop', () => {
  it('tells all that it says', () => {
    tells(
      'Rece|ived: from mail.a.test (relay.a.test [192.0.2.7]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) by mx.b.test (Postfix) with ESMTPSA id 4XyZ for <bob@b.test>; Fri, 20 Nov 2026 10:00:05 +0000 (UTC)\nReceived: from [10.0.0.1] (unknown [10.0.0.1]) by mail.a.test with HTTP id 1; Fri, 20 Nov 2026 09:59:00 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 2 of 2\n- From: mail.a.test\n- Reverse name: relay.a.test\n- Address: 192.0.2.7\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- With: ESMTPSA: SMTP over TLS with a login.\n- Software: Postfix\n- TLS: TLSv1.3, TLS_AES_256_GCM_SHA384\n- Queue id: 4XyZ\n- For: bob@b.test\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000 (UTC)\n- Delay: 1 min 5 s',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    tells(
      'Rece|ived: by mx.b.test via UUCP; Fri, 20 Nov 2026 10:00:05 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- Via: UUCP\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    tells(
      'Rece|ived: from a.test (HELO b.test) (192.0.2.7) by mx.c.test (qpsmtpd/0.94) with (DHE-RSA-AES256-SHA encrypted) SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- From: a.test\n- HELO name: b.test\n- Reverse name: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- Software: qpsmtpd 0.94\n- TLS: yes, DHE-RSA-AES256-SHA\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    tells(
      'Rece|ived: from a.test (192.0.2.7) by mx.c.test (envelope-from <x@a.test>) with MOO; soon',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- From: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: MOO\n- TLS: none stated\n- Envelope from: x@a.test',
      'The time stated here cannot be read, or its time zone is not known.',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
  });
  it('tells what each clause is', () => {
    says(
      'Received: fr|om mail.a.test (mail.a.test [192.0.2.7]) by mx.b.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'from mail.a.test',
      '**from mail.a.test**: The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.',
      'The reverse name of its address is the same.',
      '- Hop: 1 of 1\n- From: mail.a.test\n- Reverse name: mail.a.test\n- Address: 192.0.2.7\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from mail.a.t|est (unknown [192.0.2.7]) by mx.b.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'mail.a.test',
      '**from mail.a.test**: The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.',
      '- Hop: 1 of 1\n- From: mail.a.test\n- Address: 192.0.2.7\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from mail.a.t|est (relay.a.test [192.0.2.7]) by mx.b.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'mail.a.test',
      '**from mail.a.test**: The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.',
      '**Reverse name**: relay.a.test, which the server looked up itself.',
      '- Hop: 1 of 1\n- From: mail.a.test\n- Reverse name: relay.a.test\n- Address: 192.0.2.7\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test by mx.b.test with MO|O id 7; Fri, 20 Nov 2026 10:00:05 +0000',
      'MOO',
      '**with MOO**: The protocol that it came by.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- With: MOO\n- TLS: none stated\n- Queue id: 7\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test by mx.b.test with Microsoft SMTP Ser|ver id 15.20.1; Fri, 20 Nov 2026 10:00:05 +0000',
      'Server',
      '**with Microsoft SMTP Server**: An Exchange server took it; what TLS was used stands in the brackets behind it.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- With: Microsoft SMTP Server: An Exchange server took it; TLS stands in the brackets behind it.\n- TLS: none stated\n- Queue id: 15.20.1\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: convention of Exchange',
    );
    says(
      'Received: from a.test by mx.b.test vi|a Frontend Transport; Fri, 20 Nov 2026 10:00:05 +0000',
      'via Frontend',
      '**via Frontend Transport**: It came in by the front end service of Exchange.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- Via: Frontend Transport\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: convention of Exchange',
    );
    says(
      'Received: from a.test by mx.b.test with SMTP i|d 7; Fri, 20 Nov 2026 10:00:05 +0000',
      'id 7',
      '**id 7**: The number of the message in the queue of this server: search its log for it.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Queue id: 7\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test by mx.b.test with SMTP for b|@b.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'b@b.test',
      '**for b@b.test**: The envelope recipient, mostly written only where there was one.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- For: b@b.test\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
  });
  it('tells what each word in brackets is', () => {
    says(
      'Received: from a.test (HELO b.te|st) (192.0.2.7) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'b.test',
      '**b.test**: the name that the client gave in HELO or EHLO.',
      '- Hop: 1 of 1\n- From: a.test\n- HELO name: b.test\n- Reverse name: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (helo=b.te|st) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'b.test',
      '**b.test**: the name that the client gave in HELO or EHLO.',
      '- Hop: 1 of 1\n- From: a.test\n- HELO name: b.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (unkn|own [192.0.2.7]) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'unknown',
      '**unknown**: the address of the client has no reverse name that leads back to it.',
      '- Hop: 1 of 1\n- From: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (unknown [IPv6:2001:d|b8::7]) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'IPv6:2001:db8::7',
      '**2001:db8::7**: the address of the client as the server saw it; the client cannot make that up.',
      '- Hop: 1 of 1\n- From: a.test\n- Address: 2001:db8::7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (using TLSv1.3 with cipher TLS_AES|_256_GCM_SHA384 (256/256 bits)) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'TLS_AES_256_GCM_SHA384',
      '**TLS_AES_256_GCM_SHA384**: the cipher of the TLS session.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: TLSv1.3, TLS_AES_256_GCM_SHA384\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (using TLSv|1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'TLSv1.3',
      '**TLSv1.3**: the version of TLS.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: TLSv1.3, TLS_AES_256_GCM_SHA384\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test by mx.c.test (Exi|m 4.98) with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      '(Exim 4.98)',
      '**Exim 4.98**: the program that wrote this line.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- Software: Exim 4.98\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: convention of Exim',
    );
    says(
      'Received: from a.test by mx.c.test (remark| of mine) with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      '(remark of mine)',
      '**A remark**: what stands in brackets is for people; each server writes it in its own way.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
    );
  });
  it('tells that others wrote it', () => {
    says(
      'Received: from a.test by mx.own.test; Fri, 20 Nov 2026 10:00:05 +0000\nRecei|ved: from b by c.other.test; Fri, 20 Nov 2026 10:00:00 +0000',
      'Received: from b by c.other.test; Fri, 20 Nov 2026 10:00:00 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 2\n- From: b\n- By: c.other.test\n- Organisation: other.test (sender)\n- TLS: none stated\n- Time: 2026-11-20 10:00:00 UTC, written Fri, 20 Nov 2026 10:00:00 +0000',
      'Other servers than those of the recipient wrote this line, so it proves nothing by itself.',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
  });
});

describe('a hover on a word of a hop', () => {
  it('is one on its time', () => {
    says(
      'Received: from a.test by mx.c.test with SMTP; Fri, 20 Nov 2026 10|:00:05 +0000',
      'Fri, 20 Nov 2026 10:00:05 +0000',
      '**2026-11-20 10:00:05 UTC**',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
    );
  });
  it('takes its keywords in any letters, and no name of a host for a protocol', () => {
    says(
      'Received: FR|OM smtp (SMTP. [192.0.2.7]) BY mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'FROM smtp',
      '**from smtp**: The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.',
      'The reverse name of its address is the same.',
      '- Hop: 1 of 1\n- From: smtp\n- Reverse name: SMTP\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from mail.a.t|est (Mail.A.Test [192.0.2.7]) by mx.b.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'mail.a.test',
      '**from mail.a.test**: The name that the client gave itself; the server checked nothing of it. Its address stands in brackets.',
      'The reverse name of its address is the same.',
      '- Hop: 1 of 1\n- From: mail.a.test\n- Reverse name: Mail.A.Test\n- Address: 192.0.2.7\n- By: mx.b.test\n- Organisation: b.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test (Un|known [192.0.2.7]) by mx.c.test; Fri, 20 Nov 2026 10:00:05 +0000',
      'Unknown',
      '**Unknown**: the address of the client has no reverse name that leads back to it.',
      '- Hop: 1 of 1\n- From: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test ([192.0.2.7] he|lo=b.test) by mx.c.test; Fri, 20 Nov 2026 10:00:05 +0000',
      '([192.0.2.7] helo=b.test)',
      '**A remark**: what stands in brackets is for people; each server writes it in its own way.',
      '- Hop: 1 of 1\n- From: a.test\n- HELO name: b.test\n- Reverse name: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
    );
    says(
      'Received: from a.test (envelope-from <x|@a.test>) by mx.c.test; Fri, 20 Nov 2026 10:00:05 +0000',
      '(envelope-from <x@a.test>)',
      '**A remark**: what stands in brackets is for people; each server writes it in its own way.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- TLS: none stated\n- Envelope from: x@a.test\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
    );
    tells(
      'Received: from a.test by mx.c.test ; |; Fri, 20 Nov 2026 10:00:05 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    says(
      'Received: from a.test b|y mx.c.test (Postfix, from userid 0) id 7; Fri, 20 Nov 2026 10:00:05 +0000',
      'by mx.c.test',
      '**by mx.c.test**: The server that took the message and wrote this line.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- Software: Postfix\n- TLS: none stated\n- Queue id: 7\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: from a.test by mx.c.test (Postfix|, from userid 0) id 7; Fri, 20 Nov 2026 10:00:05 +0000',
      '(Postfix, from userid 0)',
      '**Postfix**: the program that wrote this line.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- Software: Postfix\n- TLS: none stated\n- Queue id: 7\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: convention of Postfix',
    );
    tells(
      'Received: from a.test by mx.c.test with ESMTP id 7 for <b@b.test>, <c|@b.test>; Fri, 20 Nov 2026 10:00:05 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: ESMTP: SMTP with EHLO, not encrypted, no login.\n- TLS: none stated\n- Queue id: 7\n- For: b@b.test\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    tells(
      'Received: from a.test by mx.c.test hel|lo there; Fri, 20 Nov 2026 10:00:05 +0000',
      '**Received**: One line a hop, the newest on top: who handed the message over, who took it, how and when. Only the lines of servers you trust are proof.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4); [RFC 5322 3.6.7](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.7)',
    );
    says(
      'Received: from a.test by mx.c.test via UU|CP; Fri, 20 Nov 2026 10:00:05 +0000',
      'UUCP',
      '**via UUCP**: It came by UUCP.',
      '- Hop: 1 of 1\n- From: a.test\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- Via: UUCP\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 976](https://www.rfc-editor.org/rfc/rfc976)',
    );
    says(
      'Received: fr|om a.test (HELO b.test) (192.0.2.7) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'from a.test',
      '**from a.test**: the name that reverse DNS gave the address of the client.',
      'In HELO or EHLO it called itself b.test.',
      '- Hop: 1 of 1\n- From: a.test\n- HELO name: b.test\n- Reverse name: a.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
    says(
      'Received: fr|om unknown (HELO b.test) (192.0.2.7) by mx.c.test with SMTP; Fri, 20 Nov 2026 10:00:05 +0000',
      'from unknown',
      '**from unknown**: the address of the client has no reverse name that leads back to it.',
      'In HELO or EHLO it called itself b.test.',
      '- Hop: 1 of 1\n- From: unknown\n- HELO name: b.test\n- Address: 192.0.2.7\n- By: mx.c.test\n- Organisation: c.test (receiver)\n- With: SMTP: Plain SMTP with HELO, not encrypted, no login.\n- TLS: none stated\n- Time: 2026-11-20 10:00:05 UTC, written Fri, 20 Nov 2026 10:00:05 +0000',
      'Source: [RFC 5321 4.4](https://www.rfc-editor.org/rfc/rfc5321#section-4.4)',
    );
  });
});
