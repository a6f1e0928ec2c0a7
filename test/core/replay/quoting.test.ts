import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { quoted } from '../../../src/core/replay/quoting.ts';

const HARD = [
  'a b',
  "it's",
  '$(id)',
  '`id`',
  '$HOME %PATH% !x! ^',
  'a;b|c&d>e<f',
  '"quoted local"@contoso.test',
  '\\"',
  'end\\',
  'a\\\\"b',
  '*?[x]{a,b}~#',
  '\u2018curly\u2019',
  'ann+tag@contoso.test',
  '<>',
  '@file',
  'Subject: x%NEWLINE%%NEWLINE%y',
];

describe('quoting an argument', () => {
  it('hands it over to a program by a shell as it is', function () {
    if (process.platform === 'win32') this.skip();
    for (const argument of HARD) {
      const said = execFileSync('/bin/sh', ['-c', `printf %s ${quoted(argument, 'sh')}`], { encoding: 'utf8' });
      assert.equal(said, argument);
    }
  });

  it('hands it over by cmd.exe: carets undone, then the rules of programs', () => {
    for (const argument of HARD) {
      const word = quoted(argument, 'cmd') as string;
      assert.equal(byProgram(byCmd(word)), argument, word);
    }
  });

  it('hands it over by PowerShell, or says that it cannot', () => {
    for (const argument of HARD) {
      const word = quoted(argument, 'powershell');
      const lost = argument.includes('"') || argument.endsWith('\\');
      assert.equal(word === undefined, lost, argument);
      if (word !== undefined) assert.equal(byPowerShell(word), argument);
    }
    assert.equal(quoted('', 'powershell'), undefined);
  });

  it('hands nothing over that breaks a line or moves a cursor', () => {
    for (const shell of ['sh', 'powershell', 'cmd'] as const) {
      for (const bad of ['a\nb', 'a\rb', 'a\0b', '\x1b[2J', 'a\u2028b']) assert.equal(quoted(bad, shell), undefined);
    }
  });

  it('leaves plain words as they are', () => {
    for (const shell of ['sh', 'powershell', 'cmd'] as const) {
      assert.equal(quoted('mx1.contoso.test', shell), 'mx1.contoso.test');
      assert.equal(quoted('25', shell), '25');
    }
  });

  it('takes no time that grows with the square of an argument', () => {
    const long = '\\'.repeat(20_000);
    assert.ok((quoted(`${long} x`, 'cmd') as string).length >= long.length);
  });
});

/** What cmd.exe makes of a word in which everything that it acts on has a caret: a bare one would be an error. */
function byCmd(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    if (word[i] === '^') out += word[++i];
    else {
      assert.doesNotMatch(word[i] as string, /[()%!"<>&|]/, word);
      out += word[i];
    }
  }
  return out;
}

/** Microsoft's rules for the arguments of a program ("Parsing C command-line arguments"), of one argument. */
function byProgram(line: string): string {
  let out = '';
  let isQuoted = false;
  for (let i = 0; i < line.length; ) {
    const slashes = /^\\*/.exec(line.slice(i))?.[0].length ?? 0;
    if (line[i + slashes] === '"') {
      out += '\\'.repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) out += '"';
      else isQuoted = !isQuoted;
      i += slashes + 1;
    } else if (slashes > 0) {
      out += '\\'.repeat(slashes);
      i += slashes;
    } else {
      assert.ok(isQuoted || line[i] !== ' ', line);
      out += line[i++];
    }
  }
  assert.equal(isQuoted, false, line);
  return out;
}

function byPowerShell(word: string): string {
  if (!word.startsWith("'")) {
    assert.match(word, /^[\w.:/=@+-]+$/);
    return word;
  }
  assert.match(word, /^'(?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*'$/);
  return word.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1');
}
