import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/bootstrap.mjs';

/** A part of the window, in pixels. */
export type Clip = Record<'x' | 'y' | 'width' | 'height', number>;

/**
 * Takes a picture of a part of the window for the README, as WebP: the pictures are part of what users download. A workbench
 * has few colours, so sixteen without loss are half the bytes of all of them with some, and the letters stay sharp.
 */
export async function takeSmallPicture(page: Page, name: string, folder: string, clip: Clip): Promise<void> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide', clip });
  const browser = page.context().browser();
  if (browser === null) throw new Error('the browser is gone');
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, `${name}.webp`), await smallPicture(browser, png));
}

export async function smallPicture(browser: Browser, png: Buffer): Promise<Buffer> {
  // A page of its own: the workbench lets no page draw foreign images.
  const blank = await browser.newPage();
  try {
    return Buffer.from(await blank.evaluate(withPalette, { png: png.toString('base64'), size: 16 }), 'base64');
  } finally {
    await blank.close();
  }
}

/** Runs in a page. */
async function withPalette({ png, size }: { readonly png: string; readonly size: number }): Promise<string> {
  type Colour = readonly [red: number, green: number, blue: number];
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  const words = new Uint32Array(pixels.data.buffer);

  const uses = new Map<number, number>();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const colourOf = (word: number): Colour => [word & 255, (word >> 8) & 255, (word >> 16) & 255];
  const distance = (a: Colour, b: Colour): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  const colours = [...uses].map(([word, count]) => ({
    word,
    count,
    colour: colourOf(word),
    far: Number.POSITIVE_INFINITY,
  }));

  // Each colour of the palette is the one that is farthest from those before it, by how much of the picture it is …
  const palette: Colour[] = [];
  while (palette.length < size) {
    const worst = colours.reduce((a, b) => (b.far * Math.sqrt(b.count) > a.far * Math.sqrt(a.count) ? b : a));
    palette.push(worst.colour);
    for (const one of colours) one.far = Math.min(one.far, distance(one.colour, worst.colour));
  }
  const nearest = (colour: Colour): number =>
    palette.reduce(
      (best, other, i) => (distance(colour, other) < distance(colour, palette[best] as Colour) ? i : best),
      0,
    );
  // … and then moves to the middle of those that it stands for.
  for (let round = 0; round < 3; round++) {
    const sums = palette.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const { colour, count } of colours) {
      const sum = sums[nearest(colour)] as [number, number, number, number];
      for (const i of [0, 1, 2] as const) sum[i] += colour[i] * count;
      sum[3] += count;
    }
    for (const [i, [red, green, blue, count]] of sums.entries()) {
      if (count > 0) palette[i] = [Math.round(red / count), Math.round(green / count), Math.round(blue / count)];
    }
  }
  const replaced = new Map(
    colours.map(({ word, colour }) => {
      const [red, green, blue] = palette[nearest(colour)] as Colour;
      return [word, ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0];
    }),
  );
  for (const [i, word] of words.entries()) words[i] = replaced.get(word) as number;
  context.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
