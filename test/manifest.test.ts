import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { probeCommands } from '../src/core/features/links/probeLinks.ts';
import { tokenModifiers, tokenTypes } from '../src/core/features/tokens/tokens.ts';
import { diagnosticRows } from '../src/core/problems/diagnosticRows.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const ids = (list: readonly { id?: string; command?: string }[]): string[] =>
  list.map(({ id, command }) => id ?? command ?? '').sort();

describe('the manifest', () => {
  it('has a setting for every diagnostic code, and for no other', () => {
    const settable = contributes.configuration.properties['mailTriage.diagnostics.levels'].propertyNames.enum;
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
      ['mailTriage.foldEncodedParts', 'folds text that a click unfolds: neither an answer nor what is sent changes'],
    ]);
    const { restrictedConfigurations, supported } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(
      [...restrictedConfigurations, ...harmless.keys()].sort(),
      Object.keys(contributes.configuration.properties).sort(),
    );
  });

  it('describes every setting', () => {
    for (const [name, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
      assert.ok(String(setting.markdownDescription).length > 40 && 'default' in setting && 'scope' in setting, name);
    }
  });
});
