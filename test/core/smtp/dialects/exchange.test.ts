import { readsMarks } from './readsMarks.ts';

describe('the marks of Exchange', () => {
  it('show who speaks, what is said, and in which connection', () =>
    readsMarks(
      [
        'exchange',
        [
          '2026-11-20T10:00:00.123Z,MX,08D1A2B3C4D5E6F7,0,192.0.2.2:25,192.0.2.1:5000,>,EHLO b,',
          'client #08D1A2B3C4D5E6F7 | EHLO b',
        ],
        [
          '2026-11-20T10:00:00Z,MX,08D1A2B3C4D5E6F7,0,192.0.2.2:25,192.0.2.1:5000,<,"250 ""a"" b",x',
          'server #08D1A2B3C4D5E6F7 | 250 ""a"" b',
        ],
        ['2026-11-20T10:00:00Z,MX,08D1A2B3C4D5E6F7,0,,,*,x,y', 'note #08D1A2B3C4D5E6F7 | x'],
        ['2026-11-20T10:00:00Z,MX,08D1,0,,,>,x', 'none'],
        ['2026-11-20 10:00:00Z,MX,08D1A2B3C4D5E6F7,0,,,>,x', 'none'],
      ],
      [
        'exchange-columns',
        ['>,EHLO b', 'client | EHLO b'],
        ['<,"250 a, b"', 'server | 250 a, b'],
        ['*,x', 'note | x'],
        ['> ,x', 'none'],
        ['-,x', 'note | x'],
      ],
    ));
});
