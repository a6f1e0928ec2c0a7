import { tlsFailureMeaning } from '../knowledge/found/tlsFailures.ts';
import { operatorOf } from '../knowledge/operators.ts';
import type { AggregateDigest, DmarcDigest, FailingSource, TlsDigest, TlsTrouble } from '../mail/reports/digest.ts';
import { listed, short } from '../text/few.ts';

/** What an opened report says, and what somebody has to do about it. */
export interface AggregateFindings {
  readonly words: string;
  /** In the order of what is done first; empty where nobody has to do anything. */
  readonly steps: readonly string[];
}

export const findingsOf = (digest: AggregateDigest): AggregateFindings =>
  digest.kind === 'dmarc' ? ofDmarc(digest) : ofTls(digest);

/** Hosts of one failure, and errors, that are named. */
const MOST_HOSTS = 4;
const MOST_ERRORS = 3;

const messages = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);

function ofDmarc({ domain, policy, total, passed, failing, others, errors }: DmarcDigest): AggregateFindings {
  const failed = total - passed;
  const asks = policy === undefined ? '' : ` (the policy is p=${short(policy, 20)})`;
  const counted =
    total === 0
      ? 'It counts no message.'
      : failed === 0
        ? total === 1
          ? 'The one message that it counts passes DMARC.'
          : `All ${total} messages that it counts pass DMARC.`
        : `Of ${messages(total)}, ${failed === total ? 'none passes' : `${failed} ${failed === 1 ? 'fails' : 'fail'}`} DMARC${asks}.`;
  const more =
    others === 0 ? [] : [`${others === 1 ? '1 further address fails' : `${others} further addresses fail`}.`];
  const told = [
    counted,
    ...failing.map((source) => sourceWords(source)),
    ...more,
    ...errors.slice(0, MOST_ERRORS).map((error) => `The receiver met an error: “${short(error, 150)}”.`),
    ...(errors.length > MOST_ERRORS ? [`It names ${errors.length - MOST_ERRORS} more.`] : []),
  ];
  return { words: told.join(' '), steps: failing.flatMap((source) => stepOf(source, domain)).filter(first) };
}

const first = (step: string, i: number, all: readonly string[]): boolean => all.indexOf(step) === i;

function sourceWords({ ip, count, tie, name = '' }: FailingSource): string {
  const from = `${messages(count)} from ${short(ip, 45)} ${count === 1 ? 'fails' : 'fail'}`;
  const whose = short(name, 100);
  switch (tie) {
    case 'strict':
      return `${from}, probably yours: SPF or DKIM passed for ${whose}, which strict alignment does not take.`;
    case 'own-address':
      return `${from}, probably yours: other mail from there passes.`;
    case 'signed':
      return `${from}: it is signed for ${whose}, and the signature fails, as with a key that is not published, or on a way that changed the message.`;
    case 'service': {
      const operator = operatorOf(name);
      const isSender = operator?.kind === 'sender';
      return isSender
        ? `${from}, probably yours: it was sent through ${operator.name}, which vouches for ${whose} only.`
        : `${from}: SPF or DKIM passed for ${whose} only, as where a service of yours sends, or where mail is passed on.`;
    }
    case 'envelope':
      return `${from}: the envelope sender is of ${whose} as well, and SPF does not allow the address.`;
    case 'passed-on':
      return `${from}: the receiver says that it was passed on.`;
    case 'none':
      return `${from}: nothing in the report ties it to you.`;
  }
}

function stepOf({ ip, tie, name = '' }: FailingSource, domain: string): readonly string[] {
  const [address, whose, own] = [short(ip, 45), short(name, 100), short(domain, 100)];
  switch (tie) {
    case 'strict':
      return [`Let ${address} use ${own} itself, or take adkim=s and aspf=s out of the DMARC record.`];
    case 'own-address':
      return [`Find out what sends from ${address}: let it sign for ${own}, or put it into the SPF record.`];
    case 'signed':
      return [`If ${address} is yours, compare the key with which it signs for ${whose} with the one in the DNS.`];
    case 'service':
      return [`If you send through ${whose}, set up there that it signs for ${own}.`];
    case 'envelope':
      return [`If ${address} is yours, put it into the SPF record of ${whose}; if not, somebody else uses the domain.`];
    default:
      return [];
  }
}

function ofTls({ successes, failures, troubles, others }: TlsDigest): AggregateFindings {
  const sessions = successes + failures;
  const counted =
    sessions === 0
      ? 'It counts no connection.'
      : failures === 0
        ? `All ${sessions} connections that it counts worked.`
        : `Of ${sessions} connections, ${failures} failed.`;
  const more = others === 0 ? [] : [`There are failures of ${others} more ${others === 1 ? 'kind' : 'kinds'}.`];
  return {
    words: [counted, ...troubles.map(troubleWords), ...more].join(' '),
    steps: troubles.flatMap(troubleSteps).filter(first),
  };
}

function troubleWords({ domain, result, sessions, hosts, uncovered }: TlsTrouble): string {
  const at =
    hosts.length === 0
      ? short(domain, 100)
      : listed(
          hosts.map((host) => short(host, 100)),
          MOST_HOSTS,
        );
  const what = result === undefined ? 'without a reason that it names' : `with ${short(result, 60)}`;
  const out = uncovered.map((host) => short(host, 100));
  const not =
    out.length === 0 ? '' : `; the MTA-STS policy of ${short(domain, 100)} does not cover ${listed(out, MOST_HOSTS)}`;
  return `${sessions === 1 ? '1 connection' : `${sessions} connections`} to ${at} failed ${what}${not}.`;
}

function troubleSteps({ domain, result, uncovered }: TlsTrouble): readonly string[] {
  if (uncovered.length > 0) {
    const hosts = listed(
      uncovered.map((host) => short(host, 100)),
      MOST_HOSTS,
    );
    return [
      `Add ${hosts} to the MTA-STS policy of ${short(domain, 100)}, and give it a new id; or take the host out of the MX records.`,
    ];
  }
  const meaning = result === undefined ? undefined : tlsFailureMeaning(result);
  return meaning === undefined ? [] : [meaning];
}
