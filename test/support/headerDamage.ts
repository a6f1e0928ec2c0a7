/** What happens to a header on its way into a ticket: each a pure function of a header whose lines end in LF. */
export type Damage = (header: string) => string;

/** The fields of a header as they were folded. */
const fieldsOf = (header: string): readonly string[] => header.split(/\n(?![ \t])/);

const linesOf = (header: string): readonly string[] => header.split('\n');

const unfolded = (field: string): string => field.replace(/\n[ \t]*/g, ' ');

interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** Name and value of each field, the folding taken out. */
const pairsOf = (header: string): readonly NameValue[] =>
  fieldsOf(header)
    .map((field) => /^([!-9;-~]+)[ \t]*:[ \t]?([\s\S]*)$/.exec(field))
    .filter((match) => match !== null)
    .map((match) => ({ name: match[1] as string, value: unfolded(match[2] as string).trim() }));

const prefixed =
  (prefix: string | ((index: number) => string)): Damage =>
  (header) =>
    linesOf(header)
      .map((line, i) => (typeof prefix === 'string' ? prefix : prefix(i)) + line)
      .join('\n');

/** Breaks at blanks so that no line is longer than `width`, as far as its words allow; the rest starts at column 0. */
function wrap(line: string, width: number): string {
  const out: string[] = [];
  let rest = line;
  while (rest.length > width) {
    let at = rest.lastIndexOf(' ', width);
    if (at <= 0 || rest.slice(0, at).trim() === '') at = rest.indexOf(' ', width);
    if (at <= 0) break;
    out.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...out, rest].join('\n');
}

const filled =
  (width: number): Damage =>
  (header) =>
    fieldsOf(header)
      .map((field) => wrap(unfolded(field), width))
      .join('\n');

const rewrapped =
  (width: number): Damage =>
  (header) =>
    linesOf(header)
      .map((line) => wrap(line, width))
      .join('\n');

const named =
  (before: string, behind: string): Damage =>
  (header) =>
    header.replace(/^([!-9;-~]+)[ \t]*:[ \t]?/gm, `${before}$1${behind} `);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const eachPair =
  (write: (pair: NameValue) => string, join = '\n'): Damage =>
  (header) =>
    pairsOf(header).map(write).join(join);

const around =
  (before: string, damage: Damage, behind: string): Damage =>
  (header) =>
    `${before}${damage(header)}${behind}`;

const same: Damage = (header) => header;

const json = (pairs: readonly NameValue[], indent?: number): string =>
  JSON.stringify({ internetMessageHeaders: pairs.map(({ name, value }) => ({ name, value })) }, null, indent);

const quotedCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Long values go on below themselves, as `Format-List` writes them in a window of this width. */
const formatList =
  (width: number): Damage =>
  (header) =>
    pairsOf(header)
      .map(({ name, value }) => {
        const rows: string[] = [];
        for (let at = 0; at < Math.max(1, value.length); at += width - 8) rows.push(value.slice(at, at + width - 8));
        return `Name  : ${name}\nValue : ${rows.join('\n        ')}`;
      })
      .join('\n\n');

/** Every kind by its name. */
export const damages: ReadonlyMap<string, Damage> = new Map<string, Damage>([
  ['as it was', same],
  ['folded lines at column 0', (header) => header.replace(/\n[ \t]+/g, '\n')],
  ['folded lines joined by one blank', (header) => header.replace(/\n[ \t]+/g, ' ')],
  ['folded lines joined with their blanks', (header) => header.replace(/\n(?=[ \t])/g, '')],
  ['filled anew at 76 columns', filled(76)],
  ['filled anew at 80 columns', filled(80)],
  ['filled anew at 100 columns', filled(100)],
  ['each line wrapped at 76 columns', rewrapped(76)],
  ['each line wrapped at 60 columns', rewrapped(60)],
  ['indented by two blanks', prefixed('  ')],
  ['indented by four blanks', prefixed('    ')],
  ['indented by eight blanks', prefixed('        ')],
  ['indented by a tab', prefixed('\t')],
  ['indented and folding lost', (header) => header.replace(/\n[ \t]+/g, '\n').replace(/^/gm, '    ')],
  ['indented but for the first line', (header) => header.replace(/\n/g, '\n    ')],
  ['blanks for tabs', (header) => header.replaceAll('\t', '        ')],
  ['tabs for blanks', (header) => header.replaceAll(' ', '\t')],
  ['runs of blanks doubled', (header) => header.replaceAll(' ', '  ')],
  ['blanks behind each line', (header) => header.replace(/$/gm, '   ')],
  ['quoted with > ', prefixed('> ')],
  ['quoted with >', prefixed('>')],
  ['quoted with >> ', prefixed('>> ')],
  ['quoted with > > ', prefixed('> > ')],
  ['quoted with | ', prefixed('| ')],
  ['quoted, folding lost', (header) => header.replace(/\n[ \t]+/g, '\n').replace(/^/gm, '> ')],
  ['numbered 1: ', prefixed((i) => `${i + 1}: `)],
  ['numbered with a tab', prefixed((i) => `${i + 1}\t`)],
  ['numbered 1. ', prefixed((i) => `${i + 1}. `)],
  ['numbered 1 | ', prefixed((i) => `${String(i + 1).padStart(3)} | `)],
  ['numbered in a column', prefixed((i) => `${String(i + 1).padStart(4)}  `)],
  ['an empty line between fields', (header) => fieldsOf(header).join('\n\n')],
  ['an empty line between all lines', (header) => header.replaceAll('\n', '\n\n')],
  ['two empty lines between fields', (header) => fieldsOf(header).join('\n\n\n')],
  [
    'an empty line between fields, folding lost',
    (header) =>
      fieldsOf(header)
        .join('\n\n')
        .replace(/\n[ \t]+/g, '\n'),
  ],
  ['a line of blanks between fields', (header) => fieldsOf(header).join('\n  \n')],
  ['on one line', (header) => header.replace(/\n[ \t]*/g, ' ')],
  ['on one line with the blanks of the folding', (header) => header.replace(/\n/g, ' ')],
  ['no-break spaces for blanks', (header) => header.replaceAll(' ', '\u00a0')],
  ['no-break spaces in front of folded lines', (header) => header.replace(/\n[ \t]+/g, '\n\u00a0\u00a0')],
  ['a no-break space behind the colon', (header) => header.replace(/^([!-9;-~]+): /gm, '$1:\u00a0')],
  ['zero-width spaces in front of lines', prefixed('\u200b')],
  ['zero-width spaces behind the colon', (header) => header.replace(/^([!-9;-~]+):/gm, '$1:\u200b')],
  ['a byte order mark in front', (header) => `\ufeff${header}`],
  ['marks of direction around words', (header) => header.replace(/ (\S+@\S+)/g, ' \u200e$1\u200e')],
  ['names between **', named('**', ':**')],
  ['names between ** without the colon', named('**', '**:')],
  ['names between *', named('*', ':*')],
  ['names between __', named('__', ':__')],
  ['names between `', named('`', ':`')],
  ['names between <b>', named('<b>', ':</b>')],
  ['names between <strong>', named('<strong>', '</strong>:')],
  [
    'items of a list',
    (header) =>
      fieldsOf(header)
        .map((field) => `- ${unfolded(field)}`)
        .join('\n'),
  ],
  ['items of a list with bold names', (header) => named('- **', ':**')(fieldsOf(header).map(unfolded).join('\n'))],
  ['the value below the name', (header) => header.replace(/^([!-9;-~]+)[ \t]*:[ \t]?(?=\S)/gm, '$1:\n')],
  ['the value indented below the name', (header) => header.replace(/^([!-9;-~]+)[ \t]*:[ \t]?(?=\S)/gm, '$1:\n    ')],
  ['the value below the name without a colon', eachPair(({ name, value }) => `${name}\n${value}`)],
  ['the value below the name, empty lines between', eachPair(({ name, value }) => `${name}:\n${value}`, '\n\n')],
  [
    'a Markdown table',
    around(
      '| Name | Value |\n|------|-------|\n',
      eachPair(({ name, value }) => `| ${name} | ${value.replaceAll('|', '\\|')} |`),
      '',
    ),
  ],
  [
    'a Markdown table with a number',
    (header) =>
      `| # | Header | Value |\n| --- | --- | --- |\n${pairsOf(header)
        .map(({ name, value }, i) => `| ${i + 1} | \`${name}\` | ${value.replaceAll('|', '\\|')} |`)
        .join('\n')}`,
  ],
  ['a table of tabs', eachPair(({ name, value }) => `${name}\t${value}`)],
  [
    'a table of tabs with a head',
    around(
      'Header\tValue\n',
      eachPair(({ name, value }) => `${name}\t${value}`),
      '',
    ),
  ],
  ['a code fence', around('```\n', same, '\n```')],
  ['a code fence with a language', around('```text\n', same, '\n```')],
  ['between {noformat}', around('{noformat}\n', same, '\n{noformat}')],
  ['behind {code} on the same line', around('{code}', same, '{code}')],
  ['behind ``` on the same line', around('```', same, '```')],
  ['between [code]', around('[code]\n', same, '\n[/code]')],
  ['entities of HTML', escaped],
  ['<br> at the end of lines', (header) => escaped(header).replaceAll('\n', '<br>\n')],
  ['<br> for line breaks', (header) => escaped(header).replaceAll('\n', '<br>')],
  [
    '<br/> and &nbsp;',
    (header) =>
      escaped(header)
        .replaceAll('\n', '<br/>\n')
        .replaceAll('  ', '&nbsp;&nbsp;')
        .replace(/\n[ \t]/g, '\n&nbsp;'),
  ],
  ['<pre>', around('<pre>', escaped, '</pre>')],
  ['<pre> on lines of its own', around('<pre>\n', escaped, '\n</pre>')],
  [
    'a <p> a field',
    (header) =>
      fieldsOf(header)
        .map((field) => `<p>${escaped(unfolded(field))}</p>`)
        .join('\n'),
  ],
  [
    'a <div> a line',
    (header) =>
      linesOf(header)
        .map((line) => `<div>${escaped(line)}</div>`)
        .join(''),
  ],
  [
    'cells of a table',
    around(
      '<table>\n',
      eachPair(({ name, value }) => `<tr><td>${name}</td><td>${escaped(value)}</td></tr>`),
      '\n</table>',
    ),
  ],
  [
    'cells of a table, a line each',
    around(
      '<table>\n',
      eachPair(
        ({ name, value }) => `  <tr>\n    <td class="name">${name}:</td>\n    <td>${escaped(value)}</td>\n  </tr>`,
      ),
      '\n</table>',
    ),
  ],
  [
    'XML of EWS',
    eachPair(
      ({ name, value }) => `<t:InternetMessageHeader HeaderName="${name}">${escaped(value)}</t:InternetMessageHeader>`,
    ),
  ],
  [
    'XML of EWS on one line',
    around(
      '<t:InternetMessageHeaders>',
      eachPair(
        ({ name, value }) =>
          `<t:InternetMessageHeader HeaderName="${name}">${escaped(value)}</t:InternetMessageHeader>`,
        '',
      ),
      '</t:InternetMessageHeaders>',
    ),
  ],
  [
    'XML of EWS, lines in values',
    (header) =>
      `<t:InternetMessageHeaders>\n${fieldsOf(header)
        .map((field) => /^([!-9;-~]+)[ \t]*:[ \t]?([\s\S]*)$/.exec(field))
        .filter((match) => match !== null)
        .map(
          ([, name, value]) =>
            `  <t:InternetMessageHeader HeaderName="${name}">${escaped(value as string)}</t:InternetMessageHeader>`,
        )
        .join('\n')}\n</t:InternetMessageHeaders>`,
  ],
  ['JSON of Graph', (header) => json(pairsOf(header), 2)],
  ['JSON of Graph on one line', (header) => json(pairsOf(header))],
  [
    'JSON, names as keys',
    (header) => {
      const keys = new Map<string, string[]>();
      for (const { name, value } of pairsOf(header)) keys.set(name, [...(keys.get(name) ?? []), value]);
      return JSON.stringify(
        { headers: Object.fromEntries([...keys].map(([name, list]) => [name, list.length > 1 ? list : list[0]])) },
        null,
        2,
      );
    },
  ],
  ['JSON, a list of pairs', (header) => JSON.stringify(pairsOf(header).map(({ name, value }) => [name, value]))],
  ['JSON, the header as a string', (header) => JSON.stringify({ headers: `${header}\n` }, null, 2)],
  [
    'JSON, the header as a string with CR LF',
    (header) => JSON.stringify({ headers: `${header}\n`.replaceAll('\n', '\r\n') }),
  ],
  ['Format-List of PowerShell', formatList(120)],
  ['Format-List of PowerShell, 80 columns', formatList(80)],
  [
    'Format-Table of PowerShell',
    (header) => {
      const pairs = pairsOf(header);
      const width = Math.max(...pairs.map(({ name }) => name.length)) + 1;
      return ['Name', '----']
        .map((one, i) => `${one.padEnd(width)}${['Value', '-----'][i]}`)
        .concat(pairs.map(({ name, value }) => `${name.padEnd(width)}${value}`))
        .join('\n');
    },
  ],
  [
    'CSV',
    around(
      '"Name","Value"\n',
      eachPair(({ name, value }) => `${quotedCsv(name)},${quotedCsv(value)}`),
      '',
    ),
  ],
  [
    'CSV with semicolons',
    around(
      'Name;Value\n',
      eachPair(({ name, value }) => `${name};${quotedCsv(value)}`),
      '',
    ),
  ],
]);

/** What stands around a header. */
export const surroundings: ReadonlyMap<string, Damage> = new Map<string, Damage>([
  ['empty lines in front', (header) => `\n\n\n${header}`],
  ['a sentence in front', (header) => `Here are the headers:\n${header}`],
  ['a sentence and an empty line in front', (header) => `Hi, here are the headers of the mail:\n\n${header}`],
  ['a heading in front', (header) => `Headers:\n\n${header}`],
  ['a sentence behind', (header) => `${header}\n\nThanks for having a look at this.\n`],
]);
