/** Word that a person sends by what they do, at that hour and to whom is theirs: it is neither quiet nor late. */
export const WORD_BY_PEOPLE: readonly string[] = [
  'import.reported',
  'owner.assigned',
  'team.joined',
  'task.added',
  'task.changed',
  'escalation-manager.named',
  'sponsor.named',
  'hand-over.offered',
  'hand-over.ended',
  'priority.overridden',
  'escalation.withdrawn',
  'approval.requested',
  'approval.decided',
  'attempt.lapsed',
];
