import assert from 'node:assert/strict';
import { printedExchangers } from '../../../../src/core/dns/loose/printedExchangers.ts';

const reads = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    [...printedExchangers(3, text)].map(
      ({ name, type, data, span }) =>
        `${name}${type} ${data} [${text.slice((span?.start ?? 0) - 3, (span?.end ?? 0) - 3)}]`,
    ),
    expected,
    text,
  );

describe('exchangers as programs print them', () => {
  it('stand in either order', () => {
    for (const [text, place] of [
      ["{ exchange: 'mx1.a.test', priority: 10 }", "exchange: 'mx1.a.test', priority: 10"],
      ["{ priority: 10, exchange: 'mx1.a.test' }", "priority: 10, exchange: 'mx1.a.test'"],
      ['{Host:mx1.a.test. Pref:10}', 'Host:mx1.a.test. Pref:10'],
      ['[target] => mx1.a.test\n    [pri] => 10\n', 'target] => mx1.a.test\n    [pri] => 10'],
      ['"preference": "10",\n  "exchange": "mx1.a.test"', 'preference": "10",\n  "exchange": "mx1.a.test"'],
    ] as const)
      reads(text, `MX 10 mx1.a.test. [${place}]`);
  });
  it('have a name or an address', () => {
    reads('{Host:localhost Pref:10}', 'MX 10 localhost. [Host:localhost Pref:10]');
    reads('{Host:2001:db8::1 Pref:10}', 'MX 10 2001:db8::1. [Host:2001:db8::1 Pref:10]');
    reads('{Host:5 Pref:10}');
    reads('{Host:mx Pref:10}');
    reads('{Ghost:mx1.a.test Pref:10}');
    reads('{Host:mx1.a.test Pref:123456}');
    reads('{Host:mx1.a.test, and then Pref:10}');
  });
});
