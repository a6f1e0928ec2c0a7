/** A line of a generated log, and which message it belongs to; 0 for none. */
export interface MadeLine {
  readonly message: number;
  readonly line: string;
}

export interface MadeMessage {
  readonly recipient: string;
  readonly bounced: boolean;
}

/** Logs of two mail servers, and an Exchange server behind them, for one run of time. */
export interface MadeLogs {
  readonly messages: readonly MadeMessage[];
  /** In the order of time. */
  lines(): Generator<{ readonly log: keyof typeof LOGS } & MadeLine>;
}

export const LOGS = { mx1: 'mx1/mail.log', exim: 'mx2/mainlog', exchange: 'ex/MSGTRK.LOG' } as const;

export const EXCHANGE_HEADER =
  '#Software: Microsoft Exchange Server\n#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address';

/** Numbers that are the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => `${n}`.padStart(2, '0');

const stampOf = (at: Date): string =>
  `${MONTHS[at.getMonth()]} ${`${at.getDate()}`.padStart(2)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
const isoOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

interface Event {
  readonly at: number;
  readonly log: keyof typeof LOGS;
  readonly message: number;
  readonly line: string;
}

export interface MadeOptions {
  readonly seed?: number;
  /** Ids in the queue of mx1, two for a message: in a day no id may be used again, for a message may wait as long. */
  readonly ids?: number;
  /** Each message of which this is a factor is from `MARKED`. */
  readonly marked?: number;
}

export const MARKED = 'audit@northwind.test';

/**
 * `count` messages from `start` on, `apart` milliseconds between them: each comes to Postfix at mx1, goes through amavis
 * and back, on to Exim at mx2, and from there to Exchange, to a mailbox or into a bounce. Some wait a day at mx1 first.
 * Every queue uses its ids again; the two servers have ids in common.
 */
export function madeLogs(
  count: number,
  start: Date,
  apart: number,
  { seed = 1, ids = 5000, marked = 0 }: MadeOptions = {},
): MadeLogs {
  const random = seeded(seed);
  const messages = Array.from({ length: count }, (_, i) => ({
    recipient: `user${i + 1}@contoso.test`,
    bounced: random() < 0.2,
  }));
  function* events(i: number): Generator<Event> {
    const message = i + 1;
    const { recipient, bounced } = messages[i] as MadeMessage;
    const begin = start.getTime() + i * apart;
    const late = message % 10 === 3 ? 86_400_000 : 0;
    const hex = (n: number): string => (0x4c3b0000 + n).toString(16).toUpperCase();
    const [first, second] = [hex((2 * i) % ids), hex((2 * i + 1) % ids)];
    const exim = `1r${(message + 0x100000).toString(36).toUpperCase().padStart(4, 'X')}-0000${two(i % 90)}-C${i % 10}`;
    const sender = marked > 0 && message % marked === 0 ? MARKED : `news${message % 700}@fabrikam.test`;
    const id = `${message}.${seed}@mail.fabrikam.test`;
    const at = (seconds: number): number => begin + seconds * 1000;
    const mx1 = (seconds: number, words: string): Event => {
      const time = at(seconds);
      return { at: time, log: 'mx1', message, line: `${stampOf(new Date(time))} mx1 ${words}` };
    };
    yield mx1(0, `postfix/smtpd[52${i % 90}]: ${first}: client=mail.fabrikam.test[198.51.100.7]`);
    yield mx1(0, `postfix/cleanup[5231]: ${first}: message-id=<${id}>`);
    yield mx1(0, `postfix/qmgr[812]: ${first}: from=<${sender}>, size=4711, nrcpt=1 (queue active)`);
    yield mx1(1, `postfix/smtpd[6002]: ${second}: client=localhost[127.0.0.1]`);
    yield mx1(1, `postfix/cleanup[6003]: ${second}: message-id=<${id}>`);
    yield mx1(1, `postfix/qmgr[812]: ${second}: from=<${sender}>, size=5200, nrcpt=1 (queue active)`);
    yield mx1(
      1,
      `amavis[713]: (00713-${i % 50}) Passed CLEAN {RelayedInbound}, [198.51.100.7]:41234 [198.51.100.7] <${sender}> -> <${recipient}>, Queue-ID: ${first}, Message-ID: <${id}>, mail_id: x${i}Zq, Hits: -1.2, size: 4711, queued_as: ${second}, 812 ms`,
    );
    yield mx1(
      1,
      `postfix/smtp[5301]: ${first}: to=<${recipient}>, relay=127.0.0.1[127.0.0.1]:10024, delay=1.1, delays=0.1/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as ${second})`,
    );
    yield mx1(1, `postfix/qmgr[812]: ${first}: removed`);
    if (late > 0) {
      yield mx1(
        2,
        `postfix/smtp[5302]: ${second}: to=<${recipient}>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx2.contoso.test[192.0.2.25]:25: Connection timed out)`,
      );
    }
    const on = 2 + late / 1000;
    yield mx1(
      on + 2,
      `postfix/smtp[5302]: ${second}: to=<${recipient}>, relay=mx2.contoso.test[192.0.2.25]:25, delay=3, delays=0/0/1/2, dsn=2.0.0, status=sent (250 OK id=${exim})`,
    );
    yield mx1(on + 2, `postfix/qmgr[812]: ${second}: removed`);
    const mx2 = (seconds: number, words: string): Event => {
      const time = at(seconds);
      return { at: time, log: 'exim', message, line: `${isoOf(new Date(time))} ${exim} ${words}` };
    };
    yield mx2(on + 1, `<= ${sender} H=mx1.contoso.test [192.0.2.10] P=esmtp S=5300 id=${id}`);
    if (bounced) {
      yield mx2(
        on + 3,
        `** ${recipient} R=exchange T=remote_smtp H=ex.contoso.test [192.0.2.30]: SMTP error from remote mail server after RCPT TO:<${recipient}>: 550 5.1.1 User unknown`,
      );
    } else {
      yield mx2(
        on + 3,
        `=> ${recipient} R=exchange T=remote_smtp H=ex.contoso.test [192.0.2.30] C="250 2.6.0 <${id}> [InternalId=${70000 + i}] Queued mail for delivery"`,
      );
      for (const [seconds, source, event] of [
        [on + 3, 'SMTP', 'RECEIVE'],
        [on + 4, 'STOREDRIVER', 'DELIVER'],
      ] as const) {
        const time = at(seconds);
        const line = `${new Date(time).toISOString()},192.0.2.25,mx2.contoso.test,192.0.2.30,ex,,,${source},${event},${70000 + i},<${id}>,,${recipient},,5300,1,,,Offer ${message},${sender}`;
        yield { at: time, log: 'exchange', message, line };
      }
    }
    yield mx2(on + 3, 'Completed');
    const noise = at(1);
    yield {
      at: noise,
      log: 'mx1',
      message: 0,
      line: `${stampOf(new Date(noise))} mx1 postfix/smtpd[5299]: disconnect from unknown[203.0.113.${i % 250}] ehlo=1 quit=1 commands=2`,
    };
  }
  return {
    messages,
    *lines() {
      let waiting: Event[] = [];
      for (let i = 0; i < count; i++) {
        for (const event of events(i)) waiting.push(event);
        if (i % 200 !== 199) continue;
        const until = start.getTime() + (i + 1) * apart;
        // Events of one second keep the order in which their message made them.
        waiting.sort((a, b) => a.at - b.at);
        const behind = waiting.findIndex(({ at }) => at >= until);
        yield* behind < 0 ? waiting : waiting.slice(0, behind);
        waiting = behind < 0 ? [] : waiting.slice(behind);
      }
      yield* waiting.sort((a, b) => a.at - b.at);
    },
  };
}
