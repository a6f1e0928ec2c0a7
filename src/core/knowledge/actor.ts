/** Who has to do something about it. */
export type Actor = 'sender' | 'recipient' | 'sending admin' | 'receiving admin' | 'provider' | 'network' | 'nobody';

/** Whether the same try, unchanged, can succeed later: `later` when something was mended first. */
export type Retry = 'yes' | 'no' | 'later';
