import { inOurs, t, word } from '../core/text/words.ts';
import type { Scale } from '../core/trace/axis.ts';
import type { Timeline, ToTimelineView } from '../protocol/timeline.ts';

/** What the page shows. Kept by the editor while the page is hidden. */
export type ViewState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'empty'; readonly message: string }
  | {
      readonly kind: 'shown';
      readonly title: string;
      readonly timeline: Timeline;
      /** Index of the row that the editor's cursor stands in. */
      readonly hop: number | null;
      /** The scale that the user chose; undefined while it is in proportion to time. */
      readonly scale?: Scale;
    };

type Shown = Extract<ViewState, { readonly kind: 'shown' }>;

export const scaleOf = (state: Shown): Scale => state.scale ?? 'linear';

/** The same page on the other scale. */
export const withOtherScale = (state: Shown): Shown => ({
  ...state,
  scale: scaleOf(state) === 'log' ? 'linear' : 'log',
});

/** The state behind a message from the host. */
export function receive(state: ViewState, message: ToTimelineView): ViewState {
  switch (message.type) {
    case 'show': {
      const { timeline, title } = message;
      if (timeline.rows.length === 0) return { kind: 'empty', message: t(NO_HOPS) };
      const hop = state.kind === 'shown' && state.hop !== null && state.hop < timeline.rows.length ? state.hop : null;
      const scale = state.kind === 'shown' && state.title === title ? state.scale : undefined;
      return { kind: 'shown', title, timeline, hop, ...(scale && { scale }) };
    }
    case 'select':
      if (state.kind !== 'shown') return state;
      return { ...state, hop: message.hop !== null && message.hop in state.timeline.rows ? message.hop : null };
    case 'empty':
      return { kind: 'empty', message: message.message };
    default:
      // A host of another version may say more than this page knows.
      return state;
  }
}

const NO_HOPS = word(
  'This message has no Received fields, so there are no hops to show. Every server that takes a message in adds one; a draft or a copy from a Sent folder has none.',
);

const VERSION = 3;

/** What `setState` is given. */
export const toStored = (state: ViewState): unknown => ({ version: VERSION, state });

/** What `getState` gave back; anything that this version did not store counts as nothing. */
export function fromStored(stored: unknown): ViewState {
  const { version, state } = (stored ?? {}) as { readonly version?: unknown; readonly state?: ViewState };
  return version === VERSION && state !== undefined ? state : { kind: 'waiting' };
}

/** Said by a screen reader when what is shown changes. */
export function announcement(state: ViewState): string {
  switch (state.kind) {
    case 'waiting':
      return '';
    case 'empty':
      return state.message;
    case 'shown':
      return t('{0}, total transit time {1}.', countHops(state.timeline.hops), inOurs(state.timeline.total));
  }
}

export const countHops = (count: number): string => (count === 1 ? t('1 hop') : t('{0} hops', count));
