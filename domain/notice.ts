/** Why somebody is told. */
export type NoticeKind =
  | 'reminder'
  | 'breach'
  | 'rung'
  | 'owner-assigned'
  | 'closure-near'
  | 'nobody-notified'
  | 'check-in-due'
  | 'import-digest'
  | 'approval-asked'
  | 'approval-decided'
  | 'message-held'
  | 'task-given'
  | 'promise-endangered'
  | 'team-joined'
  | 'manager-named'
  | 'sponsor-named'
  | 'sponsor-brief'
  | 'hand-over-offered'
  | 'hand-over-accepted'
  | 'hand-over-ended'
  | 'pause-ended'
  | 'level-set'
  | 'merge-abandoned'
  | 'absorbed'
  | 'merged'
  | 'umbrella-lost'
  | 'withdrawn'
  | 'customer-told'
  | 'passed-on';

/**
 * Word to one of us about one escalation. Every notice shows in its recipient's in-app inbox, folded from the journal;
 * `mail` ones are sent as well.
 */
export interface Notice {
  /** Stable over retries and replays: the mail's Message-ID is made of it. */
  id: string;
  kind: NoticeKind;
  toId: string;
  via: 'mail' | 'inbox';
  clockIds: readonly string[];
  /** One plain sentence for the recipient. */
  text: string;
}
