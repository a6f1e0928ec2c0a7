import assert from 'node:assert/strict';
import type { WordedFinding } from '../../../src/core/text/finding.ts';
import { wordExposure } from '../../../src/report/flows/exposureWords.ts';
import { wordRelay, wordRelaying } from '../../../src/report/flows/relayWords.ts';
import { wordRestriction } from '../../../src/report/flows/restrictionWords.ts';

/** `550 no`, with its reason. */
const said = (line: string, reason?: string) => ({
  ...(line !== '' && { code: Number(line.slice(0, 3)) }),
  lines: line === '' ? [] : [line],
  ...(reason !== undefined && {
    means: { reason, meaning: 'M.', sure: true, next: ['Do it.'], source: 'RFC 3463 3.2' },
  }),
});
/** Every finding says which one it is, of what, on which clause it rests, and what to do where something is amiss. */
function holds(findings: readonly WordedFinding[], codes: string): void {
  assert.equal(findings.map(({ level, code }) => `${level} ${code}`).join(), codes);
  for (const { level, about, text, next, source } of findings) {
    assert.ok(about !== '' && text !== '', codes);
    assert.match(source ?? '', /^(?:RFC \d|nmap, )/, codes);
    if (level === 'fail' || level === 'warning') assert.match(next ?? '', /\S/, codes);
    assert.notEqual(next, '', codes);
  }
}

describe('the findings of a flow', () => {
  it('on what a stranger learns, have what they rest on', () => {
    const asked = (verb: string, invented: boolean, code: number, about = 'bob') => ({
      ...{ verb, about, invented, answer: said(`${code} ${about}`) },
    });
    const exposes = (codes: string, ...answers: readonly object[]) =>
      holds(wordExposure({ asked: answers, untried: [], long: [], beyond: false } as never).findings, codes);
    for (const verb of ['VRFY', 'EXPN']) {
      const front = verb.toLowerCase();
      exposes(`fail ${front}-open`, asked(verb, false, 250));
      exposes(`fail ${front}-open`, asked(verb, false, 251), asked(verb, true, 550));
      exposes(`note ${front}-says-yes`, asked(verb, false, 250), asked(verb, true, 250));
      exposes(`warning ${front}-differs`, asked(verb, false, 252), asked(verb, true, 550));
      exposes(`warning ${front}-differs`, asked(verb, false, 550), asked(verb, false, 252), asked(verb, true, 599));
      exposes(`unknown ${front}-not-shown`, asked(verb, false, 252), asked(verb, true, 450));
      exposes(`unknown ${front}-not-shown`, asked(verb, false, 252), asked(verb, true, 600));
      exposes(`unknown ${front}-not-shown`, asked(verb, false, 550), asked(verb, true, 550));
      exposes(`pass ${front}-closed`, asked(verb, false, 252), asked(verb, true, 502));
      exposes(`pass ${front}-closed`, asked(verb, false, 252), asked(verb, true, 252));
    }
    exposes('note help-version', asked('HELP', false, 214, 'Exim 4.96'));
    holds(
      wordExposure({ asked: [], untried: ['bob'], long: [], beyond: false } as never).findings,
      'unknown names-untried',
    );
    const text = (...answers: readonly object[]) =>
      wordExposure({ asked: answers, untried: [], long: [], beyond: false } as never).findings[0];
    assert.match(text(asked('VRFY', false, 252))?.text ?? '', /^VRFY answers 252 to everything/);
    assert.match(text(asked('VRFY', false, 502))?.text ?? '', /^VRFY is not offered \(502 bob\)/);
    const open = text(asked('EXPN', false, 250));
    assert.match(open?.text ?? '', /^EXPN tells strangers the members of lists: bob: 250 bob\./);
    assert.match(open?.next ?? '', /answer 502 to .*acl_smtp_expn; .*PrivacyOptions=noexpn/);
    assert.match(text(asked('VRFY', false, 250))?.next ?? '', /answer 252 to .*acl_smtp_vrfy; .*PrivacyOptions=novrfy/);
    const four = [1, 2, 3, 4].map((i) => asked('VRFY', false, 550, `b${i}`));
    assert.match(text(...four)?.text ?? '', /asked for \(b1: 550 b1; b2: 550 b2; b3: 550 b3\); for/);
  });

  it('on long arguments, name the limit', () => {
    const long = (codes: string, more: object) => {
      for (const name of [
        'local-part',
        'domain',
        'path',
        'line',
        'long-local-part',
        'long-sender',
        'long-recipient',
        'long-hello',
        'long-verb',
        'long-line',
      ]) {
        const { findings } = wordExposure({
          ...{ asked: [], untried: [], beyond: true, long: [{ name, within: true, ...more }] },
        } as never);
        holds(findings, codes);
        if (!codes.startsWith('pass')) assert.match(findings[0]?.source ?? '', /^RFC 5321 4\.5\.3\.1\.[1-4]$/);
        assert.equal(findings[0]?.about, codes.startsWith('pass') ? 'length' : name);
      }
    };
    long('pass long-answered', { answer: said('250 ok') });
    for (const code of [500, 501, 552, 421]) long('warning long-refused', { answer: said(`${code} no`) });
    for (const code of [502, 550, 553]) long('pass long-answered', { answer: said(`${code} no`) });
    long('fail long-split', { answer: said('250 ok'), replies: 2 });
    long('fail long-broke', { answer: said(''), alive: false });
    long('warning long-lost', { answer: said('') });
    long('warning long-lost', { answer: said(''), alive: true });
  });

  it('on relaying, say what each form means', () => {
    const relay = (codes: string, answers: readonly object[], untried: readonly string[] = []) => {
      const { findings } = wordRelay({ test: { server: 'mx', to: 'b' }, answers, untried, client: {} } as never);
      holds(findings, codes);
      return findings[0];
    };
    const form = (name: string, line: string, more: object = {}) => ({
      ...{ form: name, sender: 's', recipient: 'r', local: false, at: 'rcpt', answer: said(line) },
      ...more,
    });
    for (const name of [
      'plain',
      'null-sender',
      'own-sender',
      'literal-sender',
      'bare-sender',
      'percent',
      'percent-literal',
      'percent-alone',
      'quoted',
      'quoted-percent',
      'quoted-at',
      'quoted-literal',
      'two-ats',
      'two-ats-literal',
      'route',
      'route-literal',
      'bang',
      'bang-at',
      'bang-literal',
    ])
      assert.match(relay('fail relay-open', [form(name, '250 ok')])?.text ?? '', /were taken: \w+ \S/, name);
    const local = form('percent', '299 ok', { local: true });
    relay('unknown relay-catch-all', [local, form('control', '250 ok')]);
    relay('fail relay-open', [local, form('control', '550 no')]);
    relay('fail relay-open', [local]);
    relay('unknown relay-not-shown', [form('plain', '300 odd')]);
    relay('unknown relay-not-shown', [], ['plain']);
    relay('unknown relay-not-shown', [form('plain', '550 no', { at: 'mail' })]);
  });

  it('on sending from this machine, say where it was refused', () => {
    const relaying = (codes: string, mail: object, rcpt: object | undefined, quit = said('221 bye')) => {
      const { findings } = wordRelaying({ sender: 's', recipient: 'r', mail, rcpt, quit, client: {} } as never);
      holds(findings, codes);
      return findings[0]?.next;
    };
    const ok = said('250 ok');
    relaying('pass relay-allowed,pass quit-answered', ok, ok);
    relaying('pass relay-allowed,warning quit-unanswered', ok, ok, said(''));
    relaying('fail relay-refused,pass quit-answered', ok, said('550 no'));
    relaying('fail relay-refused,pass quit-answered', ok, said('500 no'));
    relaying('unknown relay-refused,pass quit-answered', ok, said('450 no'));
    relaying('fail relay-refused,pass quit-answered', ok, said(''));
    const denied = relaying('fail relay-refused,pass quit-answered', ok, said('550 no', 'relaying-denied'));
    assert.match(denied ?? '', /, or log in\. Do it\.$/);
    assert.match(
      relaying('fail relay-refused,pass quit-answered', ok, said('550 no', 'recipient-unknown')) ?? '',
      /correct the address\.$/,
    );
    assert.match(
      relaying('fail relay-refused,pass quit-answered', said('550 no'), undefined) ?? '',
      /log of the server/,
    );
  });

  it('on a restriction by address, say what follows', () => {
    const restricted = (codes: string, more: object) =>
      holds(
        wordRestriction(
          { ranges: [{ text: '192.0.2.0/24' }], client: { address: '198.51.100.7' }, ...more } as never,
          'mx',
        ).findings,
        codes,
      );
    const places = [{}, { inside: { text: '192.0.2.0/24' } }, { client: {} }];
    const each = (more: object, ...codes: readonly string[]) =>
      places.forEach((place, i) => {
        restricted(codes[i] as string, { ...place, ...more });
      });
    const envelope = (line: string) => ({ mail: said('250 ok'), recipient: 'b', rcpt: said(line) });
    each(
      { turnedAway: { step: 'connect', kind: 'refused' } },
      'pass restriction-holds',
      'fail restriction-too-tight',
      'unknown restriction-holds-perhaps',
    );
    each(
      { turnedAway: { step: 'connect', kind: 'timeout' } },
      'unknown restriction-silent',
      'fail restriction-too-tight',
      'unknown restriction-silent',
    );
    each(envelope('250 ok'), 'fail restriction-open', 'pass restriction-lets-in', 'unknown restriction-open-perhaps');
    each(envelope('399 ok'), 'fail restriction-open', 'pass restriction-lets-in', 'unknown restriction-open-perhaps');
    each(
      envelope('450 no'),
      'unknown restriction-not-shown',
      'unknown restriction-not-shown',
      'unknown restriction-not-shown',
    );
    each(
      envelope('500 no'),
      'pass restriction-holds',
      'fail restriction-too-tight',
      'unknown restriction-holds-perhaps',
    );
    each({}, 'warning restriction-open-to-connect', 'pass restriction-lets-in', 'unknown restriction-open-perhaps');
    each(
      { mail: said('250 ok') },
      'warning restriction-open-to-connect',
      'pass restriction-lets-in',
      'unknown restriction-open-perhaps',
    );
    each(
      { turnedAway: { step: 'banner', kind: 'reset' } },
      'pass restriction-holds',
      'fail restriction-too-tight',
      'unknown restriction-holds-perhaps',
    );
  });
});
