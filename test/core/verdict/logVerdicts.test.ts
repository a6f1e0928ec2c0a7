import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { updateTicket } from '../../../src/core/ticket/update.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const verdicts = (...lines: readonly string[]): readonly Verdict[] => readVerdicts(readTicket(`${lines.join('\n')}\n`));

/** Each verdict as `line role class recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, ...recipients].join(' '),
  );
}

const postfix = (rest: string, program = 'smtp'): string => `Nov 21 10:00:01 mx1 postfix/${program}[71]: ${rest}`;

describe('a question about an address', () => {
  const asked = (status: string): string =>
    postfix(`4F1A2B3C4: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, ${status}`);
  const no = 'host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)';
  const refused = asked(`dsn=5.1.1, status=undeliverable (${no})`);

  it('is no mail that failed or arrived', () => {
    const later = 'host mx.contoso.test[192.0.2.1] said: 451 4.7.1 Greylisting in action (in reply to RCPT TO command)';
    for (const [line, words] of [
      [refused, /asked whether b@contoso\.test takes mail, without sending a message, and it does not: .*mailbox/],
      [asked(`dsn=4.7.1, status=undeliverable (${later})`), /and it does not for now: .*greylist/i],
      [asked('dsn=2.1.5, status=deliverable (250 2.1.5 Ok)'), /and it does\.$/],
    ] as const) {
      const [one, ...others] = verdicts(line);
      assert.deepEqual([one?.role, one?.failed, one?.actor, others.length], ['notice', false, 'nobody', 0], line);
      assert.match(one?.summary ?? '', words);
    }
  });

  it('stands below the refusal for which it was asked', () => {
    const reject =
      'NOQUEUE: reject: RCPT from c.fabrikam.test[192.0.2.7]: 450 4.1.7 <b@contoso.test>: Sender address rejected: unverified address: host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown; from=<b@contoso.test> to=<a@fabrikam.test> proto=ESMTP';
    assert.deepEqual(told(refused, postfix(reject, 'smtpd')), [
      '2 waiting sender-refused a@fabrikam.test',
      '1 notice recipient-unknown b@contoso.test',
    ]);
  });
});

describe('an entry without status', () => {
  it('is told where it quotes a refusal', () => {
    assert.deepEqual(
      told(
        postfix(
          '4F1A2B3C4: host mx.contoso.test[192.0.2.1] refused to talk to me: 554 5.7.1 Your IP is listed by zen.spamhaus.org',
        ),
      ),
      ['1 cause blocklisted'],
    );
    assert.deepEqual(
      told(
        postfix(
          '4F1A2B3C4: host mx.contoso.test[192.0.2.1] said: 450 4.2.0 <b@contoso.test>: Greylisted (in reply to RCPT TO command)',
        ),
      ),
      ['1 waiting greylisted'],
    );
  });

  it('that says that a message is not tried yet tells nothing of why it was put off', () => {
    const lines = [
      '2026-11-28 08:00:11 1tGabc-000Abc-1D <= ann@fabrikam.test H=(pc) [192.0.2.7] P=esmtpsa S=2200 id=77@fabrikam.test',
      '2026-11-28 08:00:12 1tGabc-000Abc-1D == bob@contoso.test R=dnslookup T=remote_smtp defer (-44) H=mx1.contoso.test [198.51.100.10]: SMTP error from remote mail server after RCPT TO:<bob@contoso.test>: 451 4.7.1 Greylisting in action, please come back later',
      "2026-11-28 08:30:12 1tGabc-000Abc-1D == bob@contoso.test R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'contoso.test'",
    ];
    const taken =
      '2026-11-28 11:02:40 1tGabc-000Abc-1D => bob@contoso.test R=dnslookup T=remote_smtp H=mx1.contoso.test [198.51.100.10] C="250 2.0.0 Ok: queued as 4F1"';
    const waits = ({ next }: Verdict) => next.some(({ kind }) => kind === 'wait');
    const [waiting, ...none] = verdicts(...lines);
    assert.deepEqual([waiting?.role, waiting?.code, waiting?.times, none.length], ['waiting', 'greylisted', 2, 0]);
    assert.equal(waiting && waits(waiting), true);
    const [over] = verdicts(...lines, taken);
    assert.deepEqual([over?.role, over?.code, over && waits(over)], ['recovered', 'greylisted', false]);
    const [first] = verdicts(lines[0] ?? '', lines[2] ?? '', lines[1] ?? '');
    assert.equal(first?.code, 'greylisted');
  });

  it('is told where a program says of itself that it failed', () => {
    assert.deepEqual(told(postfix('connect to mx.contoso.test[192.0.2.1]:25: Connection refused')), [
      '1 cause connection-failed',
    ]);
    assert.deepEqual(
      told(
        postfix(
          'warning: TLS library problem: error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher:ssl/statem/statem_srvr.c:2283:',
          'smtpd',
        ),
      ),
      ['1 cause tls-failed'],
    );
  });

  it('is nothing where a certificate was only not verified, and the connection is encrypted nevertheless', () => {
    for (const line of [
      'STARTTLS=client, relay=mx.contoso.test., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384, bits=256/256',
      'STARTTLS=server, relay=mx.contoso.test [192.0.2.1], version=TLSv1.2, verify=NOT, cipher=ECDHE, bits=256/256',
      'STARTTLS=client, cert-subject=/CN=mx.contoso.test, cert-issuer=/CN=ca, verifymsg=unable to get local issuer certificate',
      'AUTH=server, relay=mx.contoso.test [192.0.2.1], authid=error@contoso.test, mech=PLAIN, bits=0',
    ]) {
      assert.deepEqual(told(`Nov 21 10:00:01 mx1 sm-mta[71]: ${line}`), [], line);
    }
    for (const line of [
      'certificate verification failed for mx.contoso.test[192.0.2.1]:25: untrusted issuer /CN=ca',
      'Untrusted TLS connection established to mx.contoso.test[192.0.2.1]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384',
    ]) {
      assert.deepEqual(told(postfix(line)), [], line);
    }
    assert.deepEqual(
      told(
        '2026-11-21 10:00:01 1xUrLk-0001SN-1G [192.0.2.1] SSL verify error: depth=0 error=self signed certificate cert=/CN=contoso.test',
      ),
      [],
    );
    assert.deepEqual(
      told(
        'Nov 21 10:00:01 mx1 sm-mta[71]: STARTTLS=client, error: connect failed=-1, reason=sslv3 alert handshake failure, SSL_error=1, relay=mx.contoso.test',
      ),
      ['1 cause tls-failed'],
    );
  });

  it('is nothing where a client went away or was only looked at', () => {
    assert.deepEqual(
      told(
        postfix('lost connection after RCPT from unknown[192.0.2.9]', 'smtpd'),
        postfix('timeout after DATA from unknown[192.0.2.9]', 'smtpd'),
        postfix('4F1A2B3C4: lost connection with mx.contoso.test[192.0.2.1] while sending RCPT TO'),
        postfix(
          'warning: hostname a.contoso.test does not resolve to address 192.0.2.9: Name or service not known',
          'smtpd',
        ),
        postfix('addr 192.0.2.9 listed by domain list.dnswl.org as 127.0.5.1', 'dnsblog'),
        postfix('statistics: max connection rate 1/60s for (smtp:192.0.2.9) at Nov 21 10:00:01', 'anvil'),
      ),
      [],
    );
  });

  it('is not told again by what became of its message', () => {
    const refused = postfix(
      '4F1A2B3C4: host mx1.contoso.test[192.0.2.1] said: 451 4.3.2 Try again later (in reply to MAIL FROM command)',
    );
    const to = '4F1A2B3C4: to=<b@contoso.test>, relay=mx2.contoso.test[192.0.2.2]:25, delay=1, delays=0/0/0/1,';
    assert.deepEqual(told(refused, postfix(`${to} dsn=2.0.0, status=sent (250 2.0.0 Ok)`)), [
      '2 success accepted b@contoso.test',
    ]);
    assert.equal(
      told(
        refused,
        postfix(
          `${to} dsn=4.3.2, status=deferred (host mx2.contoso.test[192.0.2.2] said: 451 4.3.2 Try again later (in reply to MAIL FROM command))`,
        ),
      ).length,
      1,
    );
  });
});

describe('what a filter did', () => {
  const sent = (reply: string): string =>
    postfix(
      `4F1A2B3C4: to=<b@contoso.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.7.0, status=sent (${reply})`,
    );

  it('counts where the status says that the message was sent', () => {
    assert.deepEqual(told(sent('250 2.7.0 Ok, discarded, id=12345-01 - INFECTED: Eicar')), [
      '1 cause virus-found b@contoso.test',
    ]);
    assert.deepEqual(told(sent('250 2.7.0 Ok, discarded, id=12345-01 - spam')), [
      '1 cause spam-refused b@contoso.test',
    ]);
    assert.deepEqual(told(sent('250 2.0.0 Ok: queued as 4F1A2B3C5')), ['1 success accepted b@contoso.test']);
  });

  it('is a quarantine where amavis says so, and the receiving admin acts', () => {
    const [verdict] = verdicts(
      'Nov 21 10:00:01 mx1 amavis[9]: (12345-01) Blocked SPAM {DiscardedInbound,Quarantined}, [192.0.2.9]:4711 <a@fabrikam.test> -> <b@contoso.test>, quarantine: spam-x.gz, Hits: 20.3, size: 1234, 823 ms',
    );
    assert.match(verdict?.summary ?? '', /quarantine/);
    assert.deepEqual([verdict?.code, verdict?.actor, verdict?.failed], ['spam-refused', 'receiving admin', true]);
  });

  it('is a deferral where a milter answers with a 4', () => {
    const [verdict] = verdicts(
      postfix(
        '4F1A2B3C4: milter-reject: END-OF-MESSAGE from unknown[192.0.2.9]: 4.7.1 Try again later; from=<a@fabrikam.test> to=<b@contoso.test> proto=ESMTP helo=<x>',
        'cleanup',
      ),
    );
    assert.deepEqual([verdict?.role, verdict?.actor, verdict?.retry], ['waiting', 'nobody', 'yes']);
    assert.match(verdict?.summary ?? '', /milter/);
    assert.deepEqual(
      told(
        postfix(
          '4F1A2B3C4: milter-reject: END-OF-MESSAGE from unknown[192.0.2.9]: 5.7.1 Command rejected; from=<a@fabrikam.test> to=<b@contoso.test> proto=ESMTP helo=<x>',
          'cleanup',
        ),
      ).map((one) => one.split(' ')[1]),
      ['cause'],
    );
  });
});

describe('a fault of the own server', () => {
  it('belongs to its admin', () => {
    for (const line of [
      postfix(
        '4F1A2B3C4: to=<b@contoso.test>, relay=none, delay=1, delays=0/0/0/1, dsn=5.4.6, status=bounced (mail for contoso.test loops back to myself)',
      ),
      '[INFO] [C7BDFBA8-9A0D-4C7D-9C14-BFAFCCDA0998.1] [outbound] MX 10.1.2.3 is local, skipping since local_mx_ok=false',
      '[NOTICE] [C7BDFBA8-9A0D-4C7D-9C14-BFAFCCDA0998.1] [outbound] Temp fail for: Tried all MXs',
    ]) {
      assert.equal(verdicts(line)[0]?.actor, 'sending admin', line);
    }
  });
});

describe('what follows from a refusal', () => {
  const DEFERRED =
    '2026-11-21 10:00:01 1tEabc-0001Ab-2C == b@contoso.test R=dns T=smtp defer (-44) H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 450 4.2.2 Mailbox full';
  const EXCEEDED = '2026-11-24 10:00:01 1tEabc-0001Ab-2C ** b@contoso.test: retry timeout exceeded';

  it('is the end of all tries, and what put the message off is the cause', () => {
    assert.deepEqual(told(DEFERRED, EXCEEDED), [
      '1 cause mailbox-full b@contoso.test',
      '2 consequence expired b@contoso.test',
    ]);
    assert.notEqual(verdicts(DEFERRED, EXCEEDED)[0]?.retry, 'yes');
    assert.deepEqual(told(EXCEEDED), ['1 cause expired b@contoso.test']);
  });

  it('is the end of the connection', () => {
    const refused =
      '2026-11-21 10:00:01 H=(pc) [192.0.2.9] F=<a@fabrikam.test> rejected RCPT <b@contoso.test>: relay not permitted';
    const gone = '2026-11-21 10:00:01 unexpected disconnection while reading SMTP command from (pc) [192.0.2.9]';
    assert.deepEqual(told(refused, gone), ['1 cause relaying-denied b@contoso.test']);
  });

  it('of a message that was returned is no new try by itself', () => {
    const line = postfix(
      '4F1A2B3C4: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=432000, delays=0/0/0/1, dsn=4.2.0, status=bounced (host mx.contoso.test[192.0.2.1] said: 450 4.2.0 <b@contoso.test>: Greylisted (in reply to RCPT TO command))',
    );
    const [verdict] = verdicts(line);
    assert.equal(verdict?.retry, 'later');
    assert.ok(!verdict?.next.some(({ text }) => text.includes('by itself')));
  });
});

describe('several messages with one cause', () => {
  const listed = (id: number, whom: string): string =>
    postfix(
      `4F1A2B3C${id}: to=<${whom}>, relay=mx${id}.contoso.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx${id}.contoso.test[192.0.2.1] said: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org (in reply to RCPT TO command))`,
    );
  const lines = ['ann', 'bob', 'eve', 'joe'].map((name, i) => listed(i, `${name}@contoso.test`));

  it('are one verdict with the list of them behind it', () => {
    const [verdict, ...others] = verdicts(...lines);
    assert.deepEqual(others, []);
    assert.equal(verdict?.times, 4);
    assert.deepEqual(verdict?.recipients, [
      'ann@contoso.test',
      'bob@contoso.test',
      'eve@contoso.test',
      'joe@contoso.test',
    ]);
    assert.deepEqual(
      verdict?.places?.map(({ queueId }) => queueId),
      ['4F1A2B3C0', '4F1A2B3C1', '4F1A2B3C2', '4F1A2B3C3'],
    );
  });

  it('are told of at the entry of each', () => {
    const read = ticketJson('a', readTicket(`${lines.join('\n')}\n`)) as unknown as {
      entries: readonly { sisimai?: string; actor?: string; failed?: boolean }[];
      verdicts: readonly { count: number; messages: readonly { line: number; queueId: string }[] }[];
    };
    assert.deepEqual(
      read.entries.map(({ sisimai }) => sisimai),
      [undefined, 'blocked', 'blocked', 'blocked'],
    );
    assert.equal(read.verdicts[0]?.count, 4);
    assert.deepEqual(
      read.verdicts[0]?.messages.map(({ line }) => line),
      [1, 2, 3, 4],
    );
  });

  it('stay where they are when the text above them grows', () => {
    const text = `Hello,\n\n${lines.join('\n')}\n`;
    const old = readTicket(text);
    readVerdicts(old);
    const longer = `Hello there,\n\n${lines.join('\n')}\n`;
    const now = updateTicket(old, longer, { start: 5, removed: 0, added: 6 });
    assert.deepEqual(readVerdicts(now), readVerdicts(readTicket(longer)));
  });

  it('are several where the causes differ, and two are no list', () => {
    assert.equal(verdicts(...lines.slice(0, 2)).length, 2);
    const other = postfix(
      '4F1A2B3C9: to=<max@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
    );
    assert.equal(verdicts(...lines, other).length, 2);
  });
});

describe('a message that Exim gives up', () => {
  const refused = (id: string): string =>
    `2026-11-21 10:00:01 ${id} H=mx.contoso.test [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<bob@contoso.test>: 452 4.2.2 mailbox over quota`;
  const gaveUp = (id: string): string =>
    `2026-11-21 10:00:02 ${id} ** bob@contoso.test R=dnslookup T=remote_smtp: retry timeout exceeded`;

  it('failed for what a line above says of it, though that names no recipient', () => {
    const id = '1kAbCd-0001Ab-Cd';
    assert.deepEqual(told(refused(id), gaveUp(id), `2026-11-21 10:00:02 ${id} Completed`), [
      '1 cause mailbox-full bob@contoso.test',
      '2 consequence expired bob@contoso.test',
    ]);
    const [cause] = verdicts(refused(id), gaveUp(id));
    assert.equal(cause?.retry, 'later');
  });

  it('failed for reasons that are not told, where the line above is about another one', () => {
    assert.deepEqual(told(refused('1kAbCd-0001Ab-Cd'), gaveUp('1kAbCe-0001Ab-Ce')), [
      '2 cause expired bob@contoso.test',
      '1 waiting mailbox-full',
    ]);
  });
});
