/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}

/** What people, tools and mail programs do to a text on its way into a ticket, and what chance does. */
const PIECES = [
  'password=hunter22\n',
  'Password: ',
  'AUTH PLAIN AGFsaWNlAGh1bnRlcjIy\n',
  '334 UGFzc3dvcmQ6\n',
  'aHVudGVyMjI=\n',
  '> ',
  '| ',
  '"',
  "'",
  '\\"',
  '=\n',
  '=3D',
  '<br>',
  '&amp;',
  '\t',
  '\r',
  '\u00a0',
  '\u0000',
  '\ud83d',
  '250 ok\n',
  'From: Jean-Luc Picard <jl@contoso.test>\n',
  'Message-ID: <abc@mailhost>\n',
  'alice@contoso.test',
  '203.0.113.7',
  'MASKED',
  ' user1@domain1.example ',
  'Person 1',
];

/** A text with one to six changes. */
export function mutate(text: string, others: readonly string[], random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let lines = text.split('\n');
  const changes = 1 + Math.floor(random() * 6);
  for (let count = 0; count < changes; count++) {
    const at = Math.floor(random() * lines.length);
    const line = lines[at] ?? '';
    const within = Math.floor(random() * (line.length + 1));
    switch (Math.floor(random() * 10)) {
      case 0:
        lines.splice(at, 1 + Math.floor(random() * 3));
        break;
      case 1:
        lines.splice(at, 0, line);
        break;
      case 2:
        lines.splice(at, 2, ...lines.slice(at, at + 2).reverse());
        break;
      case 3:
        lines[at] = line.slice(0, within) + pick(PIECES) + line.slice(within);
        break;
      case 4:
        lines[at] = line.slice(0, within) + line.slice(within + 1 + Math.floor(random() * 4));
        break;
      case 5:
        lines[at] = line.slice(0, within) + String.fromCharCode(Math.floor(random() * 256)) + line.slice(within + 1);
        break;
      case 6:
        lines = lines.map((each, i) => (i >= at && i < at + 20 ? `> ${each}` : each));
        break;
      case 7: {
        const other = pick(others).split('\n');
        const from = Math.floor(random() * other.length);
        lines.splice(at, 0, ...other.slice(from, from + 12));
        break;
      }
      case 8:
        lines = lines.slice(0, at + 1);
        break;
      default:
        lines[at] = `${line} ${pick(PIECES)}`;
    }
  }
  return lines.join('\n');
}
