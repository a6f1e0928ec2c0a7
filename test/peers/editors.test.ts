import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder, whyMissing } from './servers.ts';

const TICKET = [
  '220 mx.northwind.test ESMTP',
  'EHLO mail.contoso.test',
  '250 mx.northwind.test',
  'MAIL FROM:<alice@contoso.test>',
  '250 2.1.0 Ok',
  'RCPT TO:<bob@northwind.test>',
  '550 5.7.1 Relaying denied',
  '',
].join('\n');

const MESSAGE = 'From: bob@northwind.test\nTo: alice@contoso.test\nSubject: Hello\n\nbody\n';

/** The snippet of a language in the page about editors. */
function snippet(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]{1,3000}?)^\`\`\`$`, 'm').exec(
    readFileSync('docs/editors.md', 'utf8'),
  );
  assert.ok(found?.[1], language);
  return found[1];
}

const NEOVIM = `
local function ready()
  local _, client = next(vim.lsp.buf_get_clients(0))
  return client and client.initialized
end
vim.wait(30000, ready)
vim.api.nvim_win_set_cursor(0, { tonumber(vim.env.LINE), 1 })
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 30000)
for _, answer in pairs(answers or {}) do
  io.stdout:write('HOVER ' .. answer.result.contents.value)
end
`;

const EMACS = `
(setq eglot-sync-connect 30)
(with-current-buffer (find-file-noselect (getenv "TICKET"))
  (apply #'eglot (eglot--guess-contact))
  (dotimes (_ 300)
    (unless (eglot-current-server) (accept-process-output nil 0.1)))
  (goto-char (point-min))
  (forward-line (1- (string-to-number (getenv "LINE"))))
  (forward-char 1)
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (princ (format "HOVER %s" (eglot--hover-info (plist-get hover :contents))))))
`;

describe('editors with the snippets of docs/editors.md', () => {
  const folder = temporaryFolder('editors');
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder.path, name), text);
    return join(folder.path, name);
  };
  /** Runs an editor that opens a file and asks for a hover in a line, from 1. */
  const hover = (program: string, args: readonly string[], ticket: string, line: number): string =>
    execFileSync(program, args, {
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${folder.path}:${process.env.PATH}`,
        HOME: folder.path,
        XDG_CONFIG_HOME: folder.path,
        TICKET: ticket,
        LINE: `${line}`,
      },
      timeout: 50_000,
      killSignal: 'SIGKILL',
    });

  before(() => {
    const main = resolve('dist/cli/main.js');
    assert.ok(existsSync(main), 'run npm run build first');
    chmodSync(file('mail-triage', `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`), 0o755);
    file('a.mailticket', TICKET);
    file('a.smtp.txt', TICKET);
    file('a.eml', MESSAGE);
  });
  after(() => folder.remove());

  const expected = [
    ['a.mailticket', 7, /HOVER (?:\*\*)?550 5\.\d\.\d(?:\*\*)? in answer to RCPT/],
    ['a.smtp.txt', 7, /HOVER (?:\*\*)?550 5\.\d\.\d(?:\*\*)? in answer to RCPT/],
    ['a.eml', 3, /HOVER (?:\*\*)?Subject(?:\*\*)?/],
  ] as const;

  it('Neovim shows hovers', function () {
    const missing = whyMissing(['neovim'], '/usr/bin/nvim');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    const init = file('init.lua', snippet('lua'));
    const script = file('ask.lua', NEOVIM);
    for (const [name, line, words] of expected) {
      const ticket = join(folder.path, name);
      const args = ['--headless', '-u', init, ticket, '-c', `luafile ${script}`, '-c', 'qa!'];
      assert.match(hover('/usr/bin/nvim', args, ticket, line), words, name);
    }
  });

  it('Emacs shows hovers', function () {
    const missing =
      whyMissing(['emacs-nox'], '/usr/bin/emacs') ??
      whyMissing(['elpa-eglot'], '/usr/share/emacs/site-lisp/elpa-src/eglot-1.9');
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    const init = file('init.el', snippet('elisp'));
    const script = file('ask.el', EMACS);
    for (const [name, line, words] of expected) {
      const ticket = join(folder.path, name);
      assert.match(hover('/usr/bin/emacs', ['--batch', '-l', init, '-l', script], ticket, line), words, name);
    }
  });
});
