import { domainIn } from '../../mail/header/resultDomain.ts';
import { arcSets } from '../../mail/header/tags.ts';
import type { AuthResult, AuthResults, Message } from '../../mail/message.ts';
import { defined } from '../../text/defined.ts';
import type { Lines } from '../../text/lines.ts';
import { type Trust, trustedResults, trustOf } from '../../trace/trust.ts';
import type { Badge, Tone, Verified } from './page.ts';

const METHODS = ['spf', 'dkim', 'dmarc', 'arc', 'compauth'] as const;
type Method = (typeof METHODS)[number];

/** Results of one method that are shown. */
const MOST = 3;

/** Who says so, of a field that is not one of the receiver's own. */
const CLAIMS: Readonly<Record<Trust, (server: string) => string>> = {
  own: (server) => `Claimed by ${server}, the receiver’s own.`,
  'own-unnamed': () => 'Claimed by the receiver’s server, which gives no name.',
  'other-server': (server) => `Claimed by ${server}, which is not one of the receiver’s servers.`,
  below: (server) => `Claimed by ${server} before the message came in: the sender could have written it.`,
  sealed: (server) => `Claimed by ${server}, in an ARC set.`,
  unknown: (server) => `Claimed by ${server}; no hop shows whose server that is.`,
};

/** Whose results the receiver vouches for; anybody may have written the others. */
const VOUCHED: ReadonlySet<Trust> = new Set(['own', 'own-unnamed']);

interface Source {
  readonly result: AuthResult;
  readonly claim: string;
  readonly trust: Trust;
}

/** What is known of the sender by SPF, DKIM, DMARC, ARC and Microsoft's joint check, each with what it rests on. */
export function badgesOf(
  text: string,
  lines: Lines,
  message: Message,
  verified: readonly Verified[],
): readonly Badge[] {
  return METHODS.flatMap((method) => {
    const found = verified.filter((one) => one.method === method);
    const all = claimsOf(message, method);
    const claims = all.slice(0, MOST);
    const badges = claims.map(({ result, claim, trust }) => {
      const about = domainIn(result, ...PROPERTIES[method]);
      const ours = found.find((one) => one.about === about) ?? (claims.length === 1 ? found[0] : undefined);
      const rest = { line: lines.lineOf(result.start), ...defined({ about }) };
      const told = badge(method, result.result, claim, ours, rest);
      // What nobody answers for is no good news.
      const isVouched = VOUCHED.has(trust) || (ours !== undefined && ours.result !== 'unchecked');
      return told.tone === 'good' && !isVouched ? { ...told, tone: 'note' as const } : told;
    });
    if (badges.length > 0) return counted(badges, all.length);
    const other = method === 'spf' ? receivedSpf(message) : method === 'arc' ? sealed(text, message) : undefined;
    if (other !== undefined)
      return [badge(method, other.result, other.claim, found[0], { line: lines.lineOf(other.start) })];
    const shown = found.slice(0, MOST);
    return counted(
      shown.map((ours) => badge(method, undefined, undefined, ours, defined({ about: ours.about }))),
      found.length,
    );
  });
}

/** The last one says how many more there are. */
const counted = (badges: readonly Badge[], all: number): readonly Badge[] =>
  all <= badges.length
    ? badges
    : badges.map((one, i) =>
        i < badges.length - 1
          ? one
          : {
              ...one,
              rests: [
                ...one.rests,
                all - badges.length === 1
                  ? 'One more result is in the message and not shown here.'
                  : `${all - badges.length} more results are in the message and not shown here.`,
              ],
            },
      );

/** The receiver's own results, else those that anybody wrote. */
function claimsOf(message: Message, method: Method): readonly Source[] {
  const own = trustedResults(message);
  const from = (fields: readonly AuthResults[]): readonly Source[] =>
    fields.flatMap((field) => {
      const trust = trustOf(message, field);
      const claim = CLAIMS[trust](field.server ?? 'a server without a name');
      return field.results.filter((result) => result.method === method).map((result) => ({ result, claim, trust }));
    });
  const mine = from(own?.fields ?? []);
  if (mine.length > 0) return unlike(mine, method);
  return unlike(from(message.authResults), method);
}

/** The same result for the same domain counts once. */
const unlike = (all: readonly Source[], method: Method): readonly Source[] =>
  [
    ...new Map(
      all.toReversed().map((one) => [`${one.result.result} ${domainIn(one.result, ...PROPERTIES[method])}`, one]),
    ).values(),
  ].toReversed();

const PROPERTIES: Readonly<Record<Method, readonly string[]>> = {
  spf: ['mailfrom', 'mail', 'helo'],
  dkim: ['d', 'i'],
  dmarc: ['from'],
  arc: [],
  compauth: [],
};

interface Other {
  readonly result: string;
  readonly claim: string;
  readonly start: number;
}

/** RFC 7208 9.1 */
function receivedSpf({ fields }: Message): Other | undefined {
  const field = fields.find(({ name }) => /^received-spf$/i.test(name));
  const result = /^[a-z]{4,9}(?=[\s;(]|$)/i.exec(field?.value.trimStart() ?? '')?.[0].toLowerCase();
  if (field === undefined || result === undefined) return undefined;
  const server = /\breceiver=([\w.-]{3,255})/i.exec(field.value.slice(0, 2000))?.[1] ?? 'a server without a name';
  return { result, claim: `Claimed by ${server} in Received-SPF.`, start: field.start };
}

/** What the newest seal says of the chain before it (RFC 8617 4.1.3). */
function sealed(text: string, message: Message): Other | undefined {
  const newest = arcSets(text, message).toSorted((a, b) => (b.i ?? 0) - (a.i ?? 0))[0];
  if (newest === undefined) return undefined;
  const { i = 1, cv, d = 'a server without a name', field } = newest;
  const sets = i === 1 ? 'the only seal' : `the newest of ${i} seals`;
  const result = cv === 'pass' || cv === 'fail' ? cv : 'sealed';
  return { result, claim: `Claimed by ${d}, ${sets}.`, start: field.start };
}

const NAMES: Readonly<Record<Method, string>> = {
  spf: 'SPF',
  dkim: 'DKIM',
  dmarc: 'DMARC',
  arc: 'ARC',
  compauth: 'compauth',
};

function badge(
  method: Method,
  claimed: string | undefined,
  claim: string | undefined,
  ours: Verified | undefined,
  rest: Pick<Badge, 'line' | 'about'>,
): Badge {
  const differs = ours !== undefined && claimed !== undefined && ours.result !== claimed;
  const checked =
    ours === undefined
      ? undefined
      : ours.result === 'unchecked'
        ? 'We could not verify it.'
        : `Verified by us: ${ours.result}${differs ? ', which differs' : ''}.`;
  const counts = ours === undefined || ours.result === 'unchecked' ? claimed : ours.result;
  return {
    method: NAMES[method],
    ...defined({ claimed }),
    tone: toneOfResult(counts),
    rests: [claim, checked].filter((one) => one !== undefined),
    ...rest,
  };
}

function toneOfResult(result: string | undefined): Tone {
  if (result === 'pass' || result === 'bestguesspass') return 'good';
  if (result === 'fail' || result === 'hardfail' || result === 'permerror') return 'failed';
  return result === 'softfail' || result === 'temperror' ? 'waiting' : 'note';
}
