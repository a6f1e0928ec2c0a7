/** The ways in which a text may reach a reader: what people, programs and forms make of it on its way. */
const ways: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  eachLine((line) => `> ${line}`),
  (text) => text.replace(/ /g, '  '),
  (text) => text.replace(/ /g, '\t'),
  (text) => JSON.stringify({ id: 7, text }),
  (text) => `<pre>${asHtml(text)}</pre>`,
  (text) => asHtml(text).replace(/\n/g, '<br>\n'),
  eachLine((line) => `| ${line} |`),
  eachLine((line, i) => `${i + 1}: ${line}`),
  eachLine((line) => `    ${line}  `),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\n/g, '\n\n'),
  (text) => text.replace(/\n/g, ' '),
  (text) => text.split('\n').toSpliced(1, 1).join('\n'),
  (text) => text.slice(0, Math.ceil(text.length * 0.6)),
  (text) => [...text].filter((_, i) => i % 23 !== 22).join(''),
  (text) => [...text].map((letter, i) => (i % 29 === 28 ? letter + letter : letter)).join(''),
  (text) => text.replace(/\d/g, (digit) => `${9 - Number(digit)}`),
  (text) => text.replace(/["'<>]/g, ''),
  (text) => text.replace(/.{60}/g, '$&\n '),
  (text) => `Hello,\n\n${text}\n\nRegards`,
  (text) => `${text}\n${text}`,
];

/** A text as it is, or as it reaches a reader in one of the ways; which one follows from its number. */
export const varied = (text: string, number: number): string =>
  number % 3 === 0 ? text : (ways[number % ways.length]?.(text) ?? text);

function eachLine(change: (line: string, i: number) => string) {
  return (text: string): string => text.split('\n').map(change).join('\n');
}

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
