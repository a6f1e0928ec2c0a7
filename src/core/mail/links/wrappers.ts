import { filters } from './filters.ts';
import { kept } from './forms.ts';
import { redirects } from './redirects.ts';
import { trackers } from './trackers.ts';
import type { Wrapper } from './wrapper.ts';

/** Services for short addresses: what one stands for is theirs alone to tell. */
const shorteners: readonly Wrapper[] = [
  {
    service: 'a service for short addresses',
    kind: 'shortener',
    host: /^(?:bit\.ly|bitly\.com|j\.mp|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|v\.gd|buff\.ly|rebrand\.ly|cutt\.ly|rb\.gy|t\.ly|s\.id|shorturl\.at|tiny\.cc|lnkd\.in|qrco\.de|soo\.gd|bl\.ink|clck\.ru|vk\.cc|urlz\.fr|u\.to|surl\.li|maps\.app\.goo\.gl|share\.google|c\.gle|shorter\.me|n9\.cl|dub\.sh|short\.gy|x\.gd|kutt\.it|tr\.ee)$/,
    inside: kept,
    source: 'what the services are for',
  },
];

/** In the order in which they are tried: those on hosts of their own before programs that run on any host. */
export const wrappers: readonly Wrapper[] = [...filters, ...redirects, ...trackers, ...shorteners].sort(
  (a, b) => Number(a.host === undefined) - Number(b.host === undefined),
);
