/** What a step's clock counts from. */
export type Anchor = 'receipt' | 'acknowledgment' | 'closure';

/** A step as it is pinned in an escalation: data only, so that an edited process reaches only new ones. */
export interface PlanStep {
  name: string;
  clock: { anchor: Anchor; budgetMs: number } | null;
  /** Steps that must be done before. */
  after: readonly string[];
}
