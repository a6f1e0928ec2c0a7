/** Published decoders, which say by their code how services put one address into another. Seen on 2026-11-29. */

export const URLPURIFY = 'https://github.com/macieklamberski/urlpurify/tree/HEAD/src/unwraps';
export const CLEARURLS = 'https://github.com/ClearURLs/Rules/blob/HEAD/data.min.json';
export const KACHI = 'https://github.com/ninoseki/kachi/tree/HEAD/src/kachi/rules';
