import assert from 'node:assert/strict';
import { readTarget } from '../../src/checks/target.ts';
import { describeTargetProblem } from '../../src/report/targetProblem.ts';

/** What is said of what was typed and cannot be asked about. */
function says(typed: string, words: string): void {
  const read = readTarget(typed, (name) => name);
  assert.equal(read.ok ? 'nothing is wrong' : describeTargetProblem(read.problem, typed), words);
}

describe('what cannot be asked about', () => {
  it('is said with what to type instead', () => {
    says(
      ' ',
      'Type a domain, a mail address, a host, host:port, an IP address, or a prefix and a name such as spf:contoso.test.',
    );
    says('a.test:99999', '"a.test:99999" holds a colon with no port from 1 to 65535 behind it.');
    says('mx:192.0.2.1', '"mx:192.0.2.1" asks of an IP address what only domains have.');
    says(
      'dkim:@a.test',
      '"dkim:@a.test" names no selector. Type dkim:SELECTOR@DOMAIN, with the s= and the d= of the signature.',
    );
    says('ip:a.test', '"ip:a.test" is no IP address behind ip:.');
    says('a..test', '"a..test" holds two dots in a row, or begins with one. Type it without.');
    says('foo b.test', '"foo b.test" holds a space, which no domain name does. Type one name only.');
    says('TXT 192.0.2.1', '"TXT 192.0.2.1" is an IP address, which has no such record; ptr: takes one.');
  });
  it('names each prefix once where one is not known', () => {
    const words = describeTargetProblem('unknown-prefix', 'moo:a.test');
    assert.match(words, /^"moo:a\.test" begins with a prefix that is not known\. There are mx:, .*:\.$/);
    const prefixes = words.slice(words.indexOf('There are ') + 10, -1).split(', ');
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const one of ['mx:', 'spf:', 'dkim:', 'domain:', 'ip:', 'smtp:', 'a:', 'txt:', 'dnskey:'])
      assert.ok(prefixes.includes(one), one);
  });
});
