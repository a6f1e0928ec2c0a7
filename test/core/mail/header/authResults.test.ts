import assert from 'node:assert/strict';
import type { AuthResults } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(
  value: string,
  name = 'Authentication-Results',
): { readonly text: string; readonly results: AuthResults } {
  const text = `${name}: ${value}\nFrom: a@b.test\n\n`;
  const [results] = readMessage(text, new Lines(text), 0, text.length).authResults;
  assert.ok(results !== undefined);
  return { text, results };
}

/** A value as `instance server | method/version=result (reason) [property=value, …] …`. */
function is(value: string, expected: string, name?: string): void {
  const { results } = read(value, name);
  const told = results.results.map(({ method, version, result, reason, properties }) => {
    const list = properties.map(
      ({ ptype, property, value }) => `${ptype === undefined ? '' : `${ptype}.`}${property}=${value}`,
    );
    return `${method}${version ? `/${version}` : ''}=${result}${reason ? ` (${reason})` : ''} [${list.join(', ')}]`;
  });
  const head = `${results.instance ?? '-'} ${results.server ?? '-'}`;
  assert.equal([head, ...told].join(' | '), expected, value);
}

describe('results of authentication (RFC 8601 2.2)', () => {
  it('name the server that wrote them, quoted or not, with a version behind it', () => {
    is('mx.b.test; spf=pass', '- mx.b.test | spf=pass []');
    is('mx.b.test 1; none', '- mx.b.test');
    is('"mx b"; spf=pass', '- mx b | spf=pass []');
    is('mx.b.test', '- mx.b.test');
    is('spf=pass; dkim=fail', '- - | spf=pass [] | dkim=fail []');
    is('spf = pass', '- - | spf=pass []');
    is('none', '- -');
    is('NONE; spf=pass', '- - | spf=pass []');
    is('', '- -');
    is('"open; spf=pass', '- "open | spf=pass []');
    is('(c) mx.b.test (d); (e) spf=pass', '- mx.b.test | spf=pass []');
  });

  it('have a number in ARC (RFC 8617 4.1.1)', () => {
    const arc = 'ARC-Authentication-Results';
    is('i=1; mx.b.test; spf=pass', '1 mx.b.test | spf=pass []', arc);
    is('i = 50; mx.b.test; spf=pass', '50 mx.b.test | spf=pass []', arc);
    is('i=51; mx.b.test; spf=pass', '- - | i=51 [] | spf=pass []', arc);
    is('i=0; spf=pass', '- - | i=0 [] | spf=pass []', arc);
    is('i=1 x; spf=pass', '- - | i=1 [] | spf=pass []', arc);
    is('mx.b.test; spf=pass', '- mx.b.test | spf=pass []', arc);
    is('i=1; spf=pass', '- - | i=1 [] | spf=pass []');
  });

  it('are of a method and its version, blanks anywhere', () => {
    is('m; dkim/1=pass', '- m | dkim/1=pass []');
    is('m; DKIM / 1 = PASS', '- m | dkim/1=pass []');
    is('m; dkim-atps=neutral', '- m | dkim-atps=neutral []');
    is('m; spf; =pass; x y=pass; ; dkim=pass', '- m | dkim=pass []');
    is(
      'm; spf=softfail (not a sender) reason="not here" smtp.mailfrom=a@b.test',
      '- m | spf=softfail (not here) [reason=not here, smtp.mailfrom=a@b.test]',
    );
    is('m; spf=fail policy.reason=x', '- m | spf=fail [policy.reason=x]');
  });

  it('are what words of Yahoo mean', () => {
    for (const [written, meant] of [
      ['success', 'pass'],
      ['failure', 'fail'],
      ['dkim_nosig', 'none'],
      ['no_sig', 'none'],
      ['nosig', 'none'],
      ['perm_fail', 'fail'],
      ['dkim_perm_fail', 'fail'],
      ['dkim_pass', 'pass'],
      ['spf_softfail', 'softfail'],
      ['dmarc_none', 'none'],
      ['x_dkim_pass', 'x_dkim_pass'],
    ] as const)
      is(`m; dkim=${written}`, `- m | dkim=${meant} []`);
  });

  it('have properties, blanks around every mark', () => {
    is(
      'm; dkim=pass header.d=b.test header.S="a b" (c) header.i=@b.test',
      '- m | dkim=pass [header.d=b.test, header.s=a b, header.i=@b.test]',
    );
    is('m; spf=pass smtp . mailfrom = a@b.test smtp.helo=x', '- m | spf=pass [smtp.mailfrom=a@b.test, smtp.helo=x]');
    is('m; spf=pass smtp.mailfrom= smtp.helo=x', '- m | spf=pass [smtp.mailfrom=, smtp.helo=x]');
    is(
      'm; dmarc=fail action=none header.from=b.test; compauth=pass reason=130',
      '- m | dmarc=fail [action=none, header.from=b.test] | compauth=pass (130) [reason=130]',
    );
    is('m; dkim=pass words header.d=b.test', '- m | dkim=pass [header.d=b.test]');
    is('m; dkim=pass 1x.d=b.test', '- m | dkim=pass []');
  });

  it('have at most 100 properties', () => {
    const many = Array.from({ length: 101 }, (_, i) => `x.p${i}=1`).join(' ');
    assert.equal(read(`m; spf=pass ${many}`).results.results[0]?.properties.length, 100);
  });

  it('have places in the text', () => {
    const { text, results } = read('mx.b.test (1); spf=pass (sender (x)) smtp.helo = b.test (y); dkim=none');
    const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    assert.equal(results.serverSpan && at(results.serverSpan), 'mx.b.test');
    const [spf, dkim] = results.results;
    assert.equal(spf && at(spf), 'spf=pass (sender (x)) smtp.helo = b.test (y)');
    assert.deepEqual(spf?.properties.map(at), ['smtp.helo = b.test']);
    assert.deepEqual(spf?.comments.map(at), ['(sender (x))', '(y)']);
    assert.equal(dkim && at(dkim), 'dkim=none');
  });
});
