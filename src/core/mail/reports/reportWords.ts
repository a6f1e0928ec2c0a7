/** Words of which the fields of reports hold one; where a field holds another, what it means is not known. */

/** RFC 3464 2.3.3. */
export const reportActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type ReportAction = (typeof reportActions)[number];

/** RFC 5965 7.3, RFC 6591 3.1; `opt-out` and `opt-out-list` are of the drafts before them and in use. */
export const feedbackTypes = [
  'abuse',
  'fraud',
  'virus',
  'not-spam',
  'opt-out',
  'opt-out-list',
  'auth-failure',
  'other',
] as const;
export type FeedbackType = (typeof feedbackTypes)[number];

/** RFC 8098 3.2.6.2; `dispatched`, `processed`, `denied` and `failed` are of RFC 3798 and older. */
export const dispositions = ['displayed', 'deleted', 'dispatched', 'processed', 'denied', 'failed'] as const;
export type Disposition = (typeof dispositions)[number];
