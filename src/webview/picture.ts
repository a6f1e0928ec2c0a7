import type { Scale } from '../core/trace/axis.ts';
import type { Timeline } from '../core/trace/timeline.ts';
import { lightPalette, type Palette, timelineSvg } from '../core/trace/timelineSvg.ts';

/** The timeline as the text of an SVG, in the colours of the page. */
export const drawSvg = (title: string, timeline: Timeline, scale: Scale): string =>
  timelineSvg(title, timeline, scale, paletteOf(getComputedStyle(document.body)));

/** The timeline as a PNG in base64. Rejects where the browser draws none. */
export async function drawPng(title: string, timeline: Timeline, scale: Scale): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawSvg(title, timeline, scale))}`;
  await image.decode();
  const size = Math.min(2, LARGEST / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * size);
  canvas.height = Math.round(image.height * size);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

/** Pixels of a side that every browser can draw. */
const LARGEST = 8192;

function paletteOf(style: CSSStyleDeclaration): Palette {
  const colour = (fallback: string, ...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ?? fallback;
  const light = lightPalette;
  return {
    background: colour(light.background, 'editor-background'),
    foreground: colour(light.foreground, 'foreground'),
    muted: colour(light.muted, 'descriptionForeground'),
    line: colour(light.line, 'contrastBorder', 'widget-border'),
    bar: colour(light.bar, 'charts-blue', 'progressBar-background'),
    longest: colour(light.longest, 'editorWarning-foreground'),
    warning: colour(light.warning, 'editorWarning-foreground'),
    secure: colour(light.secure, 'charts-green', 'testing-iconPassed'),
    bands: {
      sender: colour(light.bands.sender, 'charts-purple'),
      filter: colour(light.bands.filter, 'charts-yellow'),
      receiver: colour(light.bands.receiver, 'charts-green'),
    },
  };
}
