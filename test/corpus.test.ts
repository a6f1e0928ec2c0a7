import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { ticketJson } from '../src/core/report/ticketJson.ts';
import { readTicket } from '../src/core/ticket/readTicket.ts';

type Json = Readonly<Record<string, unknown>>;

/** A fact about a file: what it is called, what is expected, what the reader found. */
type Fact = readonly [name: string, expected: unknown, found: unknown];

/** Expectations that are wrong or cannot be known from the text, by file and fact, with the reason. */
const wrong: ReadonlyMap<string, string> = new Map([
  ...because('the expectation names the first line of the message data only', [
    'transcripts/curl/trace-ascii-postfix-ok.txt: event 42-42 (data)',
    'transcripts/curl/trace-ascii-postfix-ok.txt: event 42-47 (data) is too much',
    'transcripts/esmtp/X-postfix-ok.txt: event 24-24 (data)',
    'transcripts/esmtp/X-postfix-ok.txt: event 24-28 (data) is too much',
  ]),
  ...because('the expectation leaves out the last line, the lone dot or the last line of the reply', [
    'transcripts/tshark/follow-exim-rbl-multiline.txt: event 15-26 250',
    'transcripts/tshark/follow-exim-rbl-multiline.txt: event 15-27 250 is too much',
    'transcripts/tshark/follow-two-servers.txt: event 46-53 (data)',
    'transcripts/tshark/follow-two-servers.txt: event 46-56 (data) is too much',
    'transcripts/tshark/follow-two-servers.txt: event 81-90 250',
    'transcripts/tshark/follow-two-servers.txt: event 81-91 250 is too much',
  ]),
  ...because('it stood on the command line, which is not in the text', [
    'dns/dig-txt-dmarc-short.txt: query 0 name',
    'dns/drill-timeout.txt: query 0 name',
    'dns/drill-timeout.txt: query 0 type',
    'dns/host-servfail.txt: query 0 type',
    'dns/nslookup-refused.txt: query 0 type',
  ]),
]);

/** Those of them that were met with. */
const used = new Set<string>();

function because(reason: string, facts: readonly string[]): readonly [string, string][] {
  return facts.map((fact) => [fact, reason]);
}

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

const eventKey = (event: Json): string =>
  `${event.line}-${event.lastLine} ${event.dir === 'server' ? [event.code, event.enhanced].filter(Boolean).join(' ') : event.verb}`;
const replyKey = (reply: Json): string =>
  `${reply.line} ${[reply.code, reply.enhanced, reply.dsn].filter(Boolean).join(' ')}`;

/** What is expected and missing, and what is found and not expected, an item a fact. */
function* setFacts(name: string, expected: readonly string[], found: readonly string[]): Iterable<Fact> {
  const there = new Set(found);
  const wanted = new Set(expected);
  for (const item of expected) yield [`${name} ${item}`, true, there.has(item)];
  for (const item of found) if (!wanted.has(item)) yield [`${name} ${item} is too much`, false, true];
}

function* transcriptFacts(expected: Json, found: Json): Iterable<Fact> {
  yield ['sessions', expected.sessions ?? 0, found.sessions];
  yield* setFacts('event', list(expected.events).map(eventKey), list(found.events).map(eventKey));
  if (expected.embeddedReplies !== undefined) {
    yield* setFacts('reply', list(expected.embeddedReplies).map(replyKey), list(found.embeddedReplies).map(replyKey));
  }
}

function* mailFacts(expected: Json, found: Json): Iterable<Fact> {
  const message = list(found.messages)[0] ?? {};
  for (const name of [
    'headerCount',
    'messageId',
    'subjectDecoded',
    'hopDelaysSeconds',
    'totalDelaySeconds',
    'clockSkew',
    'contentTypes',
    'attachments',
  ]) {
    yield [name, expected[name], message[name]];
  }
  for (const [i, hop] of list(expected.hops).entries()) {
    const read = list(message.hops)[i] ?? {};
    for (const name of ['from', 'by', 'with', 'id', 'for', 'ip', 'utc', 'tls'])
      yield [`hop ${i} ${name}`, hop[name], read[name]];
  }
  for (const [i, results] of list(expected.authResults).entries()) {
    const read = list(message.authResults)[i] ?? {};
    yield [`results ${i}`, [results.header, results.server, results.results], [read.header, read.server, read.results]];
  }
  const report = expected.dsn as Json | null | undefined;
  const readReport = (message.dsn ?? {}) as Json;
  for (const [i, recipient] of list(report?.recipients).entries()) {
    const read = list(readReport.recipients)[i] ?? {};
    for (const name of ['action', 'status', 'finalRecipient', 'remoteMta', 'diagnostic']) {
      yield [`recipient ${i} ${name}`, recipient[name] ?? null, read[name] ?? null];
    }
  }
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

function* dnsFacts(expected: Json, found: Json): Iterable<Fact> {
  for (const [i, query] of list(expected.queries).entries()) {
    const read = list(found.queries)[i] ?? {};
    for (const name of ['name', 'type', 'status']) yield [`query ${i} ${name}`, query[name], read[name]];
    // Records have no order.
    yield [`query ${i} answers`, sorted(query.answers), sorted(read.answers)];
  }
  yield ['queries', list(expected.queries).length, list(found.queries).length];
}

function check(kind: string, files: readonly string[], facts: (expected: Json, found: Json) => Iterable<Fact>): void {
  describe(`recorded ${kind}`, () => {
    it('are read as expected', function () {
      this.timeout(60_000);
      assert.ok(files.length > 20, `only ${files.length} files`);
      const missed: string[] = [];
      for (const file of files) {
        const expected = JSON.parse(readFileSync(file.replace(/\.(?:txt|eml)$/, '.expect.json'), 'utf8')) as Json;
        const text = readFileSync(file, 'utf8');
        const found = ticketJson(file, readTicket(text, kind === 'mail' ? 'message' : 'anywhere'));
        for (const [name, wanted, got] of facts(expected, found)) {
          const key = `${file.replaceAll('\\', '/').replace('test/corpus/', '')}: ${name}`;
          if (JSON.stringify(wanted ?? null) === JSON.stringify(got ?? null)) continue;
          if (wrong.has(key)) used.add(key);
          else missed.push(`${key}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got)}`);
        }
      }
      assert.deepEqual(missed, []);
    });
  });
}

check('transcripts', globSync('test/corpus/transcripts/*/*.txt').sort(), transcriptFacts);
check('mail', globSync('test/corpus/mail/*.eml').sort(), mailFacts);
check('dns', globSync('test/corpus/dns/*.txt').sort(), dnsFacts);

describe('expectations that are called wrong', () => {
  it('are', () => assert.deepEqual([...wrong.keys()].sort(), [...used].sort()));
});
