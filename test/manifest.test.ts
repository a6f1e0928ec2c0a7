import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { extensionPage } from '../scripts/build/extensionPage.mjs';
import { probeCommands } from '../src/core/features/links/probeLinks.ts';
import { tokenModifiers, tokenTypes } from '../src/core/features/tokens/tokens.ts';
import { diagnosticRows } from '../src/core/problems/diagnosticRows.ts';
import { manifest as readManifest } from './support/manifest.ts';

const manifest = readManifest();
const { contributes } = manifest;
/** What a setting, or a part of one, may hold. */
interface Schema {
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly propertyNames?: Schema;
}

/** Every setting, whatever its group. */
const settings: Record<string, Schema> = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
);
const ids = (list: readonly { id?: string; command?: string }[]): string[] =>
  list.map(({ id, command }) => id ?? command ?? '').sort();

describe('the manifest', () => {
  it('has a setting for every diagnostic code, and for no other', () => {
    const settable = settings['mailTriage.diagnostics.levels']?.propertyNames?.enum ?? [];
    assert.deepEqual([...settable].sort(), Object.keys(diagnosticRows).sort());
  });

  it('colours every token type and modifier that the server sends', () => {
    assert.deepEqual(ids(contributes.semanticTokenTypes), [...tokenTypes].sort());
    assert.deepEqual(ids(contributes.semanticTokenModifiers), [...tokenModifiers].sort());
  });

  it('names the commands that the client registers, and those that hovers link to', () => {
    const source = globSync('src/client/**/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const command of ids(contributes.commands)) assert.ok(source.includes(`'${command}'`), command);
    for (const command of Object.values(probeCommands)) assert.ok(ids(contributes.commands).includes(command), command);
  });

  it('asks for the oldest VS Code whose types are used', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('lets a workspace that is not trusted decide nothing but what is argued for here', () => {
    const harmless = new Map([
      ['mailTriage.notice.hint', 'offers what a command does anyway'],
      ['mailTriage.notice.readUntitled', 'gives a text that is not saved another language, which one click takes back'],
      ['mailTriage.foldEncodedParts', 'folds text that a click unfolds: neither an answer nor what is sent changes'],
    ]);
    const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual([...restrictedConfigurations, ...harmless.keys()].sort(), Object.keys(settings).sort());
  });

  it('describes every setting', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(String(setting.markdownDescription).length > 40 && 'default' in setting && 'scope' in setting, name);
    }
  });
});

describe('the first steps', () => {
  const [walkthrough] = contributes.walkthroughs;
  const commands = new Set(ids(contributes.commands));

  it('open samples that are there, and run commands that are there', () => {
    const links = walkthrough.steps.flatMap(({ description }: { description: string }) => [
      ...description.matchAll(/\(command:([\w.]+)(?:\?([^)]+))?\)/g),
    ]);
    assert.ok(links.length > 6);
    for (const [, command, given] of links) {
      assert.ok(commands.has(command), command);
      for (const file of given === undefined ? [] : JSON.parse(decodeURIComponent(given)))
        assert.ok(existsSync(`samples/${file}`), file);
    }
  });

  it('offer every sample, and show pages that are there', () => {
    const source = readFileSync('src/client/readAsTicket.ts', 'utf8');
    for (const file of readdirSync('samples')) assert.ok(source.includes(`'${file}'`), file);
    for (const { media } of walkthrough.steps) assert.ok(existsSync(media.markdown), media.markdown);
  });

  it('are found by the words that people look for', () => {
    const words = [...manifest.keywords, ...contributes.commands.map(({ title }: { title: string }) => title)]
      .join(' ')
      .toLowerCase();
    for (const word of 'bounce header hop spf dmarc dkim blocklist relay telnet swaks ndr'.split(' '))
      assert.ok(words.includes(word), word);
    const titles = contributes.commands
      .map(({ title }: { title: string }) => title)
      .join(' ')
      .toLowerCase();
    for (const word of 'bounce header hop spf dmarc dkim blocklist relay telnet swaks ndr'.split(' '))
      assert.ok(titles.includes(word), `${word} in a title`);
  });

  it('have titles in one grammar: a verb first, no article', () => {
    const titles: string[] = contributes.commands.map(({ title }: { title: string }) => title);
    assert.equal(new Set(titles).size, titles.length);
    for (const title of titles) {
      assert.match(
        title,
        /^(?:Cancel|Check|Choose|Copy|Explain|Find|Forget|Get|Look|Mask|New|Open|Preview|Probe|Read|Repeat|Run|Save|Scan|Send|Show|Trace|Verify)\b/,
      );
      assert.doesNotMatch(title, /\b(?:a|an|this) /i, title);
    }
  });

  it('keep what belongs to a message or a session from texts without one', () => {
    const shown = new Map(
      contributes.menus['mailTriage.context'].map((item: { command: string; when?: string }) => [
        item.command,
        item.when,
      ]),
    );
    for (const command of ['verifyAuthentication', 'showTimeline', 'previewMessage', 'copyIndicators'])
      assert.equal(shown.get(`mailTriage.${command}`), 'mailTriage.hasMessage', command);
    for (const command of ['runSession', 'copySession'])
      assert.equal(shown.get(`mailTriage.${command}`), 'mailTriage.hasSession', command);
  });

  it('bind keys to commands that are there, none twice', () => {
    const keys = contributes.keybindings.map(({ key }: { key: string }) => key);
    assert.equal(new Set(keys).size, 5);
    for (const { command } of contributes.keybindings) assert.ok(commands.has(command), command);
  });
});

describe('the settings', () => {
  it('have an example or say that they need none, and a description for each choice', () => {
    const obvious = new Set(['mailTriage.notice.hint', 'mailTriage.notice.readUntitled']);
    const undescribed = (schema: Schema): boolean =>
      (Array.isArray(schema.enum) &&
        schema.enum.length !== (schema.enumDescriptions ?? schema.markdownEnumDescriptions)?.length) ||
      Object.values(schema).some((inner) => typeof inner === 'object' && inner !== null && undescribed(inner));
    for (const [name, setting] of Object.entries(settings)) {
      if (!obvious.has(name)) assert.match(setting.markdownDescription ?? '', /`.+`/s, name);
      assert.ok(!undescribed(setting), `${name} describes each choice`);
    }
  });

  it('are read by somebody', () => {
    const source = globSync('src/{client,server}/**/*.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const name of Object.keys(settings)) {
      const short = name.slice('mailTriage.'.length);
      assert.ok(source.includes(short) || source.includes(`'${short.split('.').at(-1)}'`), name);
    }
  });

  it('wrap what our languages show', () => {
    for (const language of ['[smtp-transcript]', '[eml]'])
      assert.equal(contributes.configurationDefaults[language]['editor.wordWrap'], 'on');
  });
});

describe("the extension's page", () => {
  const page = extensionPage('docs/extension.md');

  it('has its pictures in it, and leads to no file', () => {
    const targets = [...page.matchAll(/\]\(([^)]{0,40})/g)].map((match) => match[1] ?? '');
    assert.ok(targets.length >= 2);
    for (const target of targets) assert.match(target, /^data:image\/webp;base64,|^https:/);
  });

  it('begins with what it does, not with how it is built', () => {
    assert.doesNotMatch(page, /npm |\.mjs/);
    assert.match(readFileSync('README.md', 'utf8').slice(0, 200), /npm start[\s\S]*npm test/);
  });
});
