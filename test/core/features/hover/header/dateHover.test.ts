import { says, tells } from './headerFacts.ts';

describe('a hover on a date', () => {
  it('says what is wrong with it', () => {
    says(
      'Date: Fri, 20 Nov 26 10|:00:00 +0000',
      'Fri, 20 Nov 26 10:00:00 +0000',
      '**2026-11-20 10:00:00 UTC**',
      '- Its year has fewer than four digits (RFC 5322 4.3).',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
    says(
      'Date: Fri, 20 Nov 2026 10|:00:60 +0000 hello',
      'Fri, 20 Nov 2026 10:00:60 +0000',
      '**2026-11-20 10:01:00 UTC**',
      '- It names the 60th second, as a leap second has it.\n- Other text follows it.',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
    says(
      'Date: Fri, 20 Nov 2026 10|:00:00 XYZ',
      'Fri, 20 Nov 2026 10:00:00 XYZ',
      '**No moment**: "Fri, 20 Nov 2026 10:00:00 XYZ" cannot be read as a date with a zone.',
      '- Its zone is not known, so nobody can tell the moment. RFC 5322 3.3 wants it in figures, as in +0100.',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
    says(
      'Date: Fri, 20 Nov 2026 10|:00:00',
      'Fri, 20 Nov 2026 10:00:00',
      '**No moment**: "Fri, 20 Nov 2026 10:00:00" cannot be read as a date with a zone.',
      '- It names no zone, so nobody can tell the moment (RFC 5322 3.3 asks for one).',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
  });
  it('says how far it is from the first server that tells its time, if that is a second or more', () => {
    tells(
      'Da|te: Fri, 20 Nov 2026 10:00:00 +0000\nReceived: from a by b.test; Fri, 20 Nov 2026 10:00:01 +0000',
      '**Date**: When the author finished the message, by the clock of the author.',
      '**2026-11-20 10:00:00 UTC**',
      'The first server took the message 1 s later.',
      'Source: [RFC 5322 3.6.1](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.1)',
    );
    tells(
      'Da|te: Fri, 20 Nov 2026 10:00:00 +0000\nReceived: from a by b.test; Fri, 20 Nov 2026 10:00:00 +0000',
      '**Date**: When the author finished the message, by the clock of the author.',
      '**2026-11-20 10:00:00 UTC**',
      'Source: [RFC 5322 3.6.1](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.1)',
    );
    says(
      'Date: Fri, 20 Nov 2026| 10:00:00 +0000\nReceived: from b by c.test; Fri, 20 Nov 2026 11:58:00 +0000\nReceived: from a by b.test; Fri, 20 Nov 2026 09:58:00 +0000',
      'Fri, 20 Nov 2026 10:00:00 +0000',
      '**2026-11-20 10:00:00 UTC**',
      "It is 2 min later than the first server's own time: the clock of the author or of that server is off.",
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
    says(
      'Date: Fri, 20 Nov 2026| 10:00:00 +0000\nReceived: from b by c.test; Fri, 20 Nov 2026 11:58:00 +0000\nReceived: from a by b.test; soon',
      'Fri, 20 Nov 2026 10:00:00 +0000',
      '**2026-11-20 10:00:00 UTC**',
      'The first server took the message 1 h 58 min later.',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
  });
  it('of another kind is not held against the first server', () => {
    tells(
      'Resent-Da|te: Fri, 20 Nov 2026 10:00:00 +0000\nReceived: from a by b.test; Fri, 20 Nov 2026 10:05:00 +0000',
      '**Resent-Date**: When somebody sent the message on by hand.',
      '**2026-11-20 10:00:00 UTC**',
      'Source: [RFC 5322 3.6.6](https://www.rfc-editor.org/rfc/rfc5322#section-3.6.6)',
    );
  });
  it('of Exchange ends before it is said again', () => {
    says(
      'X-OriginalArrivalTime: 20 Nov 2026 10:00:00.0123 (UTC)| FILETIME=[AABBCCDD:01D00000]',
      '20 Nov 2026 10:00:00.0123 (UTC)',
      '**2026-11-20 10:00:00.012 UTC**',
      'Source: [RFC 5322 3.3](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)',
    );
    tells(
      'X-OriginalArrivalTime: 20 Nov 2026 10:00:00.0123 (UTC) FILE|TIME=[AABBCCDD:01D00000]',
      '**X-OriginalArrivalTime**: Exchange 2000 to 2010: when the message arrived, in UTC.',
      '**2026-11-20 10:00:00.012 UTC**',
      'Source: convention of Exchange and Microsoft 365',
    );
  });
  it('in seconds is a moment', () => {
    tells(
      'X-Barracuda-Start-Ti|me: 1795168800.25',
      '**X-Barracuda-Start-Time**: When the session began, in seconds since 1970.',
      '**2026-11-20 10:00:00 UTC**',
      'Source: convention of Barracuda',
    );
    tells(
      'X-Barracuda-Start-Ti|me: 17951688 00',
      '**X-Barracuda-Start-Time**: When the session began, in seconds since 1970.',
      'Source: convention of Barracuda',
    );
  });
});
