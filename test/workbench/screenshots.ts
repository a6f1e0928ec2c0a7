import { takePicture } from './person.ts';
import { openWorkbench, themes, type WorkbenchOptions } from './workbench.ts';

/** Writes the pictures of the README. Run by `npm run screenshots`. */
describe('the pictures', () => {
  for (const theme of Object.keys(themes) as NonNullable<WorkbenchOptions['theme']>[]) {
    it(`shows the workbench in the theme ${theme}`, async () => {
      const { page, close } = await openWorkbench({ theme });
      try {
        await takePicture(page, `workbench-${theme}`, 'media/screenshots');
      } finally {
        await close();
      }
    });
  }
});
