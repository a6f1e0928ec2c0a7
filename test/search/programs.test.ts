import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNeedle } from '../../src/search/needle.ts';
import { filesOf } from '../../src/search/node/files.ts';
import { search } from '../../src/search/node/search.ts';

/** Logs in which the lines of one message begin with `+`; the others are of other messages and of nobody. */
type Logs = Readonly<Record<string, readonly string[]>>;

const CASES: readonly (readonly [name: string, needle: string, logs: Logs])[] = [
  [
    'sendmail, and a Postfix that took it from there',
    'bob@contoso.test',
    {
      'a.log': [
        '+Nov 21 20:05:36 mx1 sendmail[5301]: 0ALK5aXm005301: from=<ann@fabrikam.test>, size=1200, class=0, nrcpts=1, msgid=<1.2@fabrikam.test>, proto=ESMTP, daemon=MTA, relay=desk.fabrikam.test [198.51.100.7]',
        ' Nov 21 20:05:36 mx1 sendmail[5302]: 0ALK5aXm005302: from=<eve@fabrikam.test>, size=1200, class=0, nrcpts=1, msgid=<9.9@fabrikam.test>, proto=ESMTP, daemon=MTA, relay=desk.fabrikam.test [198.51.100.7]',
        '+Nov 21 20:05:38 mx1 sendmail[5303]: 0ALK5aXm005301: to=<bob@contoso.test>, delay=00:00:02, xdelay=00:00:01, mailer=esmtp, pri=121200, relay=mx2.contoso.test. [192.0.2.8], dsn=2.0.0, stat=Sent (Ok: queued as 4C3B2A1955)',
      ],
      'b.log': [
        '+Nov 21 20:05:37 mx2 postfix/smtpd[52]: 4C3B2A1955: client=mx1.fabrikam.test[198.51.100.8]',
        '+Nov 21 20:05:37 mx2 postfix/cleanup[53]: 4C3B2A1955: message-id=<1.2@fabrikam.test>',
        ' Nov 21 20:05:37 mx2 postfix/smtpd[52]: 4C3B2A1956: client=mx1.fabrikam.test[198.51.100.8]',
        '+Nov 21 20:05:39 mx2 postfix/qmgr[54]: 4C3B2A1955: removed',
      ],
    },
  ],
  [
    'Postfix, and dovecot’s LMTP by the session in its reply',
    'bob@contoso.test',
    {
      'a.log': [
        '+Nov 21 20:05:37 mx2 postfix/smtpd[52]: 4C3B2A1955: client=mx1.fabrikam.test[198.51.100.8]',
        '+Nov 21 20:05:39 mx2 postfix/lmtp[54]: 4C3B2A1955: to=<bob@contoso.test>, relay=mail.contoso.test[private/dovecot-lmtp], delay=2, delays=1/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 <bob@contoso.test> sFSPBnVYIWfsFAAAxyzABC Saved)',
        '+Nov 21 20:05:39 mx2 postfix/qmgr[54]: 4C3B2A1955: removed',
      ],
      'b.log': [
        '+Nov 21 20:05:39 mx2 dovecot: lmtp(bob)<5220><sFSPBnVYIWfsFAAAxyzABC>: msgid=<1.2@fabrikam.test>: saved mail to INBOX',
        ' Nov 21 20:05:39 mx2 dovecot: lmtp(eve)<5221><tFSPBnVYIWfsFAAAxyzABD>: msgid=<1.3@fabrikam.test>: saved mail to INBOX',
      ],
    },
  ],
  [
    'OpenSMTPD, whose envelopes carry the id of their message',
    'bob@contoso.test',
    {
      'a.log': [
        '+Nov 21 20:05:36 mx3 smtpd[77]: 7f3b6a9c1e2d4f50 smtp message msgid=2c1d3e4f size=1200 nrcpt=1 proto=ESMTP',
        '+Nov 21 20:05:36 mx3 smtpd[77]: 7f3b6a9c1e2d4f50 smtp envelope evpid=2c1d3e4f5a6b7c8d from=<ann@fabrikam.test> to=<bob@contoso.test>',
        '+Nov 21 20:05:38 mx3 smtpd[77]: 7f3b6a9d1e2d4f51 mta delivery evpid=2c1d3e4f5a6b7c8d from=<ann@fabrikam.test> to=<bob@contoso.test> rcpt=<-> source="192.0.2.3" relay="192.0.2.8 (mx2.contoso.test)" delay=2s result="Ok" stat="250 2.0.0 Ok: queued as 4C3B2A1955"',
        ' Nov 21 20:05:38 mx3 smtpd[77]: 7f3b6a9d1e2d4f52 mta delivery evpid=3c1d3e4f5a6b7c8d from=<ann@fabrikam.test> to=<eve@contoso.test> rcpt=<-> source="192.0.2.3" relay="192.0.2.8 (mx2.contoso.test)" delay=2s result="Ok" stat="250 2.0.0 Ok: queued as 4C3B2A1966"',
      ],
      'b.log': ['+Nov 21 20:05:37 mx2 postfix/cleanup[53]: 4C3B2A1955: message-id=<1.2@fabrikam.test>'],
    },
  ],
  [
    'Exim at two hosts, by the id in the reply',
    'bob@contoso.test',
    {
      'a.log': [
        '+2026-11-21 20:05:36 1rABCD-000001-2x <= ann@fabrikam.test H=desk.fabrikam.test [198.51.100.7] P=esmtp S=1200 id=1.2@fabrikam.test',
        '+2026-11-21 20:05:38 1rABCD-000001-2x => bob@contoso.test R=dnslookup T=remote_smtp H=mx2.contoso.test [192.0.2.8] C="250 OK id=1rWXYZ-000002-3y"',
        '+2026-11-21 20:05:38 1rABCD-000001-2x Completed',
        ' 2026-11-21 20:05:38 1rABCD-000001-3x Completed',
      ],
      'b.log': [
        '+2026-11-21 20:05:37 1rWXYZ-000002-3y <= ann@fabrikam.test H=mx1.fabrikam.test [198.51.100.8] P=esmtps S=1300 id=1.2@fabrikam.test',
        '+2026-11-21 20:05:39 1rWXYZ-000002-3y => bob <bob@contoso.test> R=local T=maildir',
        '+2026-11-21 20:05:39 1rWXYZ-000002-3y Completed',
      ],
    },
  ],
  [
    'Rspamd beside Postfix, by the id of the queue',
    'bob@contoso.test',
    {
      'a.log': [
        '+Nov 21 20:05:37 mx2 postfix/smtpd[52]: 4C3B2A1955: client=mx1.fabrikam.test[198.51.100.8]',
        '+Nov 21 20:05:39 mx2 postfix/smtp[54]: 4C3B2A1955: to=<bob@contoso.test>, relay=mx9.contoso.test[192.0.2.9]:25, delay=2, delays=1/0/0/1, dsn=2.0.0, status=sent (250 OK)',
      ],
      'b.log': [
        '+2026-11-21 20:05:38 #812(normal) <a1b2c3>; task; rspamd_task_write_log: id: <1.2@fabrikam.test>, qid: <4C3B2A1955>, ip: 198.51.100.8, from: <ann@fabrikam.test>, (default: F (no action): [1.20/15.00] [MIME_GOOD(-0.10){text/plain;}]), len: 1200, time: 52.0ms',
        ' 2026-11-21 20:05:38 #812(normal) <a1b2c4>; task; rspamd_task_write_log: id: <1.9@fabrikam.test>, qid: <4C3B2A1977>, ip: 198.51.100.8, from: <ann@fabrikam.test>, (default: F (no action): [1.20/15.00] [MIME_GOOD(-0.10){text/plain;}]), len: 1200, time: 52.0ms',
      ],
    },
  ],
  [
    'Haraka, by its transaction, and what it gave it to',
    'bob@contoso.test',
    {
      'a.log': [
        '+Nov 21 20:05:36 mx4 haraka[9]: [NOTICE] [9E8F7A6B-1234-4C5D-8E9F-0A1B2C3D4E5F.1] [queue] queued as 4C3B2A1955 rcpt=<bob@contoso.test>',
        ' Nov 21 20:05:36 mx4 haraka[9]: [NOTICE] [8E8F7A6B-1234-4C5D-8E9F-0A1B2C3D4E5F.1] [queue] queued as 4C3B2A1966 rcpt=<eve@contoso.test>',
      ],
      'b.log': ['+Nov 21 20:05:37 mx2 postfix/cleanup[53]: 4C3B2A1955: message-id=<1.2@fabrikam.test>'],
    },
  ],
];

describe('a message is followed', () => {
  for (const [name, needle, logs] of CASES) {
    it(`through ${name}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'find-'));
      for (const [file, lines] of Object.entries(logs))
        writeFileSync(join(folder, file), lines.map((line) => `${line.slice(1)}\n`).join(''));
      const options = { signal: new AbortController().signal, now: new Date(2026, 10, 28).getTime() };
      const { messages } = await search([readNeedle(needle)], await filesOf([folder]), options);
      rmSync(folder, { recursive: true });
      const own = Object.values(logs)
        .flat()
        .filter((line) => line.startsWith('+'))
        .map((line) => line.slice(1));
      assert.deepEqual(
        messages.map(({ lines }) => lines.map(({ text }) => text).toSorted()),
        [own.toSorted()],
      );
    });
  }
});
