import { hostNames } from '../../../../src/core/problems/rules/hostNames.ts';
import { ruleFinds } from '../ruleFinds.ts';

describe('the name of a client', () => {
  it('is told where it is no host', () =>
    ruleFinds(hostNames, [
      ['HELO / 501 no', 'helo-not-a-host HELO (HELO, )'],
      ['HELO a.test / 250 ok', ''],
      ['HELO pc / 250 ok', 'helo-not-qualified pc (HELO, pc)'],
      ['HELO [192.0.2.1] / 250 ok', ''],
      ['LHLO pc / 250 ok', 'helo-not-qualified pc (LHLO, pc)'],
      ['HELO -x.test / 250 ok', 'helo-not-a-host -x.test (HELO, -x.test)'],
      ['NOOP pc / 250 ok', ''],
    ]));
});
