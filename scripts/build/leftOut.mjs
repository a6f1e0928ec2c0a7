import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

/** What the server does not offer and the client of the protocol would ask it for (server/server.ts). */
const notOffered = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'diagnostic',
  'executeCommand',
  'fileOperations',
  'fileSystemWatcher',
  'formatting',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'notebook',
  'progress',
  'progressPart',
  'protocolCallHierarchyItem',
  'protocolTypeHierarchyItem',
  'protocolWorkspaceSymbol',
  'rename',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
  'workspaceFolder',
  'workspaceSymbol',
];

/** What only those speak of: their messages. */
const unspoken = [
  'callHierarchy',
  'fileOperations',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'notebook',
  'textDocumentContent',
  'typeHierarchy',
];

/** In the place of each of them: a feature that the client registers and that says nothing of itself to the server. */
const noFeature = `
  class NotOffered {
    fillClientCapabilities() {}
    initialize() {}
    getState() { return { kind: 'static' }; }
    clear() {}
  }
  module.exports = new Proxy({}, { get: () => NotOffered });`;

/** What the server of the protocol can have added to it and ours has not. */
const notAdded = [
  'callHierarchy',
  'diagnostic',
  'fileOperations',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'moniker',
  'notebook',
  'showDocument',
  'textDocumentContent',
  'typeHierarchy',
  'workspaceFolder',
];

/** In the place of each of them: nothing is added to the class. */
const nothingAdded = 'module.exports = new Proxy({}, { get: () => (Base) => Base });';

/** What socks asks of addresses, in the words of the library of addresses that is in the bundle already. */
export const addresses = `
  const { fromByteArray, parse } = require('ipaddr.js');
  exports.Address4 = class {
    #address;
    constructor(text) { this.#address = parse(text); }
    toArray() { return this.#address.toByteArray(); }
  };
  exports.Address6 = class Address6 {
    #address;
    constructor(text) { this.#address = parse(text); }
    canonicalForm() { return this.#address.toFixedLengthString(); }
    static fromByteArray(bytes) { return new Address6(fromByteArray(bytes).toString()); }
  };`;

/**
 * Packages that a library loads and that nothing here ever has it call. In the bundle a few words take their place, which
 * end what asks more of them than is asked today. `by` is who loads it: anybody else is given the package itself.
 *
 * @type {readonly { name: RegExp, by: RegExp, contents: string }[]}
 */
const leftOut = [
  // sanitize-html parses no CSS while `parseStyleAttributes` is off.
  { name: /^postcss$/, by: /sanitize-html/, contents: '' },
  // mailparser is told to make neither text of HTML nor HTML of text (message/preview/previewMessage.ts).
  { name: /^html-to-text$/, by: /mailparser/, contents: `exports.htmlToText = () => { ${notHere('html-to-text')} };` },
  {
    name: /^linkify-it$/,
    by: /mailparser/,
    contents: `
      const links = { tlds: () => links, add: () => links, set: () => links, pretest: () => { ${notHere('linkify-it')} } };
      module.exports = () => links;`,
  },
  { name: /^tlds$/, by: /mailparser/, contents: 'module.exports = [];' },
  // The manifest asks for a newer editor than the client of the protocol does.
  { name: /^semver\/functions\/parse$/, by: /vscode-languageclient/, contents: 'module.exports = (text) => text;' },
  { name: /^semver\/functions\/satisfies$/, by: /vscode-languageclient/, contents: 'module.exports = () => true;' },
  {
    name: new RegExp(`^\\./(?:${notOffered.join('|')})$`),
    by: /vscode-languageclient[/\\]lib[/\\]common[/\\]/,
    contents: noFeature,
  },
  {
    name: new RegExp(`^\\./(?:${notAdded.join('|')})$`),
    by: /vscode-languageserver[/\\]lib[/\\]common[/\\]/,
    contents: nothingAdded,
  },
  // Where Node and Yarn have their modules is what servers ask that load others.
  { name: /^\.\/files$/, by: /vscode-languageserver[/\\]lib[/\\]node[/\\]/, contents: '' },
  {
    name: new RegExp(`^\\./protocol\\.(?:${unspoken.join('|')})$`),
    by: /vscode-languageserver-protocol[/\\]lib[/\\]common[/\\]/,
    // The client looks for a feature by this one with each document that it opens.
    contents: 'exports.NotebookDocumentSyncRegistrationType = {};',
  },
  { name: /^ip-address$/, by: /socks/, contents: addresses },
  // Chains are verified here, and no message is sealed.
  {
    name: /^\.\.\/dkim\/dkim-signer$/,
    by: /mailauth/,
    contents: `exports.DkimSigner = class { constructor() { ${notHere('dkim-signer')} } };`,
  },
  // sanitize-html asks it for its parser alone; the package has trees of documents beside it, and what asks and writes them.
  {
    name: /^htmlparser2$/,
    by: /sanitize-html/,
    contents: `exports.Parser = require(${JSON.stringify(join(root, 'node_modules/htmlparser2/dist/commonjs/Parser.js'))}).Parser;`,
  },
  // Which entities that a document declares are harmless; a report that declares any is none (message/reports/dmarcReport.ts).
  {
    name: /^is-unsafe$/,
    by: /fast-xml-parser/,
    contents: 'exports.isUnsafe = () => true; exports.HTML = exports.XML = "";',
  },
  // The server registers neither operations on files nor documents by patterns of their paths.
  {
    name: /^minimatch$/,
    by: /vscode-languageclient/,
    contents: `exports.Minimatch = class { constructor() { ${notHere('minimatch')} } };`,
  },
];

/** @param {string} name */
function notHere(name) {
  return `throw new Error(${JSON.stringify(`${name} is not in this bundle`)});`;
}

/** @type {import('esbuild').Plugin} */
export const leaveOut = {
  name: 'left-out',
  setup(setup) {
    for (const [at, { name, by }] of leftOut.entries()) {
      setup.onResolve({ filter: name }, ({ path, importer }) =>
        by.test(importer) ? { path: `${at} ${path}`, namespace: 'left-out', pluginData: at } : undefined,
      );
    }
    setup.onLoad({ filter: /^/, namespace: 'left-out' }, ({ pluginData }) => ({
      resolveDir: root,
      contents: leftOut[pluginData]?.contents ?? '',
    }));
    setup.onLoad({ filter: /libmime[/\\]lib[/\\]mimetypes\.js$/ }, () => ({ contents: typesOfExtensions() }));
  },
};

/** Types that decide what is done with a part: whether it is shown, or opened. */
const TELLING = /^(?:text|image|message|multipart)\//;

/**
 * The types that libmime gives for extensions, without those that it never chooses; nothing asks it for extensions. What
 * names no text, picture or message is an attachment whatever it is: those are left to the type that libmime gives for
 * extensions that it does not know.
 */
export function typesOfExtensions() {
  const require = createRequire(join(root, 'package.json'));
  /** @type {{ readonly extensions: Readonly<Record<string, unknown>> }} */
  const { extensions } = require('libmime/lib/mimetypes');
  /** @type {{ detectMimeType(extension: string): string }} */
  const libmime = require('libmime');
  const chosen = Object.fromEntries(
    Object.keys(extensions)
      .map((one) => [one, libmime.detectMimeType(one)])
      .filter(([, type]) => TELLING.test(type ?? '')),
  );
  return `module.exports = { get list() { ${notHere('the list of extensions')} }, extensions: ${JSON.stringify(chosen)} };`;
}
