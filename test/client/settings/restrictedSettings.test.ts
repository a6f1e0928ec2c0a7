import assert from 'node:assert/strict';
import { restrictedIn } from '../../../src/client/settings/restrictedSettings.ts';

const RESTRICTED = ['mailTriage.dns.servers', 'mailTriage.trustedNetworks', 'mailTriage.mask.kinds'];

/** The restricted settings that a file sets, without their prefix. */
const set = (file: string, inside?: 'settings'): string =>
  restrictedIn(file, RESTRICTED, inside)
    .map((name) => name.replace('mailTriage.', ''))
    .join(' ');

describe('the restricted settings of a workspace', () => {
  it('are found by their names, in the order of the manifest', () => {
    assert.equal(
      set('{"mailTriage.mask.kinds":[],"editor.wordWrap":"on","mailTriage.dns.servers":["9.9.9.9"]}'),
      'dns.servers mask.kinds',
    );
    assert.equal(set('{"mailTriage.foldEncodedParts":false}'), '');
  });

  it('are found however the editor lets them be written', () => {
    assert.equal(set('// mine\n{ "mailTriage.dns.servers": ["::1"], /* and */ }\n'), 'dns.servers');
    assert.equal(set('{"mailTriage":{"dns":{"servers":[]},"trustedNetworks":[]}}'), 'dns.servers trustedNetworks');
    assert.equal(set('{"mailTriage":{"dns.servers":[]}}'), 'dns.servers');
    assert.equal(set('{"[eml]":{"mailTriage.dns.servers":[]}}'), '', 'they cannot be set for one language');
  });

  it('are not found where they are only spoken of', () => {
    assert.equal(set('{\n // "mailTriage.dns.servers": ["9.9.9.9"]\n}'), '');
    assert.equal(set('{"editor.rulers":["mailTriage.dns.servers"]}'), '');
  });

  it('stand under a key of their own in a workspace file', () => {
    assert.equal(set('{"folders":[],"settings":{"mailTriage.dns.servers":[]}}', 'settings'), 'dns.servers');
    assert.equal(set('{"mailTriage.dns.servers":[]}', 'settings'), '');
  });

  it('are none in what is no settings file', () => {
    for (const file of ['', '[]', 'null', '{', '"mailTriage.dns.servers"', `${'{"mailTriage":'.repeat(2000)}`]) {
      assert.equal(set(file), '', file.slice(0, 40));
    }
  });
});
