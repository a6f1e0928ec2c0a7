import type { Span } from '../core/text/span.ts';
import type { Timeline as Drawing } from '../core/trace/timeline.ts';
import type { Request } from './request.ts';

/** What the webview draws, made by the server. */
export type Timeline = Drawing;

export interface TimelineParams {
  readonly uri: string;
  /** As `readNetworks` of core/trace takes them. */
  readonly trustedNetworks: readonly string[];
  /** Where the cursor is, in UTF-16 code units: the message there is shown. */
  readonly offset?: number;
}

/** The timeline of a document; `null` where it holds no message, or is not known. */
export const timelineRequest: Request<TimelineParams, Timeline | null> = { method: 'mailTriage/timeline' };

// From the webview to its host

/** The page has loaded and can draw; the host answers with `show` or `empty`. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** The user chose a hop: show its field in the editor. Offsets in UTF-16 code units. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly span: Span;
}

/** The hops were drawn: the text that each row shows, oldest hop first. */
export interface DrawnMessage {
  readonly type: 'drawn';
  readonly rows: readonly string[];
}

/** The user wants the timeline as Markdown. */
export interface CopyMarkdownMessage {
  readonly type: 'copyMarkdown';
}

/** The picture, drawn in the colours of the page: as text of an SVG, or as a PNG in base64. */
export interface PictureMessage {
  readonly type: 'picture';
  readonly form: PictureForm;
  readonly data: string;
}

/** No picture could be drawn, and why. */
export interface NoPictureMessage {
  readonly type: 'noPicture';
  readonly form: PictureForm;
  readonly reason: string;
}

export type PictureForm = 'svg' | 'png';

export type FromTimelineView =
  | ReadyMessage
  | RevealMessage
  | DrawnMessage
  | CopyMarkdownMessage
  | PictureMessage
  | NoPictureMessage;

// From the host to the webview

/** Draw this timeline. Sent again whenever the document changes. */
export interface ShowMessage {
  readonly type: 'show';
  readonly timeline: Timeline;
  /** What the timeline is of: the file's name. */
  readonly title: string;
}

/** The cursor of the editor stands in this hop (index into `rows`); no hop at all where it is `null`. */
export interface SelectMessage {
  readonly type: 'select';
  readonly hop: number | null;
}

/** There is nothing to draw, and why. */
export interface EmptyMessage {
  readonly type: 'empty';
  readonly message: string;
}

/** Draw the picture and send it. */
export interface DrawPictureMessage {
  readonly type: 'drawPicture';
  readonly form: PictureForm;
}

/** What became of the last wish: shown and read out. */
export interface SaidMessage {
  readonly type: 'said';
  readonly text: string;
}

export type ToTimelineView = ShowMessage | SelectMessage | EmptyMessage | DrawPictureMessage | SaidMessage;
