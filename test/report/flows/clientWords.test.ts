import assert from 'node:assert/strict';
import { clientWords } from '../../../src/report/flows/clientWords.ts';

describe('from which address a server was asked', () => {
  it('is said with how that is known, and of whom', () => {
    assert.match(
      clientWords({ address: '192.0.2.7', by: 'local' }),
      /^It was asked from 192\.0\.2\.7, which is [^()]*\.$/,
    );
    assert.match(
      clientWords({ address: '192.0.2.7', by: 'asked', of: 'ip.example.test' }),
      /^It was asked from 192\.0\.2\.7, as a service .* \(ip\.example\.test\)\.$/,
    );
    const ways = (['local', 'same-network', 'said', 'asked'] as const).map((by) =>
      clientWords({ address: '192.0.2.7', by }),
    );
    assert.equal(new Set(ways).size, 4);
  });
  it('is not known where there is no address of which that is known', () => {
    const unknown = clientWords({});
    assert.match(unknown, /not known/);
    assert.equal(clientWords({ address: '192.0.2.7' } as never), unknown);
    assert.equal(clientWords({ by: 'local' } as never), unknown);
  });
});
