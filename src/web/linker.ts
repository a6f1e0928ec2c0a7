export interface LinkerOptions {
  /** The text of a module, by its path from the folder of the extension on. */
  readonly read: (path: string) => Promise<string>;
  /** Gives a text an address that can be imported. */
  readonly publish: (text: string) => string;
  /** The address of the module in the place of `vscode`. */
  readonly editor: string;
  /** The path of the module in the place of all of Node's. */
  readonly node: string;
  /** The expression of a function that loads a path, in the place of `import()`; none: nothing is loaded later. */
  readonly later?: string;
}

/**
 * Makes addresses of modules that import each other. Where an extension lies in a browser, its files may have addresses
 * that end in a query, behind which no module finds another, and the names `vscode` and `node:…` mean nothing there. So
 * each module is read, and what it imports is named by the address that was made of that.
 */
export class Linker {
  readonly #options: LinkerOptions;
  readonly #addresses = new Map<string, Promise<string>>();

  constructor(options: LinkerOptions) {
    this.#options = options;
  }

  /** The address of a module, all that it imports linked; rejects where one cannot be read. */
  address(path: string): Promise<string> {
    const known = this.#addresses.get(path);
    if (known !== undefined) return known;
    const made = this.#link(path);
    this.#addresses.set(path, made);
    // Where the network failed it is tried again.
    made.catch(() => this.#addresses.delete(path));
    return made;
  }

  async #link(path: string): Promise<string> {
    const { read, publish, later } = this.#options;
    const text = await read(path);
    const names = new Map<string, Promise<string | undefined>>();
    for (const { before, name } of importsIn(text)) {
      if (!before.endsWith('(')) names.set(name, this.#now(name, resolved(path, name)));
    }
    const addresses = new Map(
      await Promise.all([...names].map(async ([name, address]) => [name, await address] as const)),
    );
    return publish(
      text.replace(IMPORT, (whole, before: string, name: string) => {
        if (before.endsWith('(') && typeof later === 'string')
          return `${later}(${JSON.stringify(resolved(path, name))}`;
        const address = addresses.get(name);
        return address === undefined ? whole : `${before}${JSON.stringify(address)}`;
      }),
    );
  }

  async #now(name: string, path: string): Promise<string | undefined> {
    if (name === 'vscode') return this.#options.editor;
    return this.address(name.startsWith('node:') ? this.#options.node : path);
  }
}

/** What the bundler writes: `from"./a.js"`, `import"./a.js"`, `import("./a.js"`. */
const IMPORT = /(\bfrom ?|\bimport ?\(?)"(\.{1,2}\/[\w./-]{1,200}\.js|vscode|node:[a-z_/]{1,40})"/g;

/** The imports in the text of a module that the bundler wrote. */
export const importsIn = (text: string): readonly { readonly before: string; readonly name: string }[] =>
  [...text.matchAll(IMPORT)].map(([, before = '', name = '']) => ({ before, name }));

/** The path that a module names from its own folder. */
export const resolved = (path: string, name: string): string =>
  name.startsWith('.') ? new URL(name, `file:///${path}`).pathname.slice(1) : name;
