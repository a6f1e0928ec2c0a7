import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { startServer } from '../../scripts/vscode/server.mjs';
import { copySamples, startLab } from '../../scripts/workspace.mjs';

/** The themes that VS Code brings: what `workbench.colorTheme` calls them. */
export const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

/** The classes that VS Code gives to the body of a page of ours. */
export const bodyClasses: Readonly<Record<keyof typeof themes, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  highContrast: 'vscode-high-contrast',
  highContrastLight: 'vscode-high-contrast-light',
};

export interface WorkbenchOptions {
  readonly theme?: keyof typeof themes;
  /** Further user settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the workspace is not trusted; it is unless told. */
  readonly restricted?: boolean;
  /** The size of the window in pixels, 1280 by 800 unless told. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Folders of further extensions. */
  readonly beside?: readonly string[];
}

/** A VS Code with the extension, on a copy of the sample tickets, with the lab answering its probes. */
export interface Workbench {
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;
  /** Copies the logs of VS Code and its extension host to `out/logs/workbench`, and ends everything. */
  close(): Promise<void>;
}

/** Opens a fresh workbench and waits until it can be used. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const lab = await startLab();
  const workspace = copySamples(lab.settings);
  const server = await startServer({
    extension: root,
    ...(options.beside && { beside: options.beside }),
    restricted: options.restricted === true,
    settings: {
      'workbench.colorTheme': themes[options.theme ?? 'dark'],
      'window.autoDetectColorScheme': false,
      'window.autoDetectHighContrast': false,
      'editor.cursorBlinking': 'solid',
      ...options.settings,
    },
  });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    server.saveLogs(join(root, 'out', 'logs', 'workbench'));
    await server.close();
    await lab.close();
  };
  try {
    const launched = await launchBrowser();
    browser = launched;
    const page = await launched.newPage({
      viewport: options.size ?? { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(60_000);
    await page.goto(server.address({ folder: workspace }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    // Themes are extensions: with this one the others are known too.
    await page.locator('.monaco-workbench[class*="vscode-theme-defaults"]').waitFor();
    return { page, workspace, close };
  } catch (error) {
    await close();
    throw error;
  }
}
