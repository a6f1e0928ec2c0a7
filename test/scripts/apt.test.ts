import assert from 'node:assert/strict';
import { mayInstall } from '../../scripts/apt.mjs';

/** Whether packages may be installed where the user answers, and what was asked. */
async function asked(answer: string): Promise<readonly [boolean, string]> {
  let question = '';
  const ask = async (words: string): Promise<string> => {
    question = words;
    return answer;
  };
  return [await mayInstall(['chromium', 'g++'], 'the tests', { ask }), question];
}

describe('leave to install packages of the system', () => {
  it('is given by the environment, without a question', async () => {
    const ask = (): never => assert.fail('asked');
    assert.equal(await mayInstall(['chromium'], 'the tests', { wish: 'install', ask }), true);
  });

  it('is asked for at a terminal, and is no unless it is yes', async () => {
    assert.deepEqual(await asked('y'), [true, 'Install chromium, g++ (apt-get) for the tests? [y/N] ']);
    for (const yes of ['Y', 'yes', ' y ']) assert.equal((await asked(yes))[0], true, yes);
    for (const no of ['', 'n', 'no', 'yeah']) assert.equal((await asked(no))[0], false, no);
  });

  it('is not given where nobody can be asked', async () => {
    assert.equal(await mayInstall(['chromium'], 'the tests', {}), false);
    assert.equal(await mayInstall(['chromium'], 'the tests', { wish: 'no' }), false);
  });
});
