import type { CustomField } from '../../custom-field';
import { customPointer } from '../../custom-values';
import { invalid } from '../../rejection';
import type { Escalation } from '../state';

/** Whether a field is asked for at this level and for this account's tier. */
export function isAskedFor({ levels, tiers }: CustomField, { priority, complaint }: Escalation): boolean {
  const tier = complaint.account.tier ?? 'unknown';
  return (levels?.includes(priority.level) ?? true) && (tiers?.includes(tier) ?? true);
}

/** Refuses, by `Rejected`, a step as long as a field is not known that the policy wants to know by then. */
export function checkRequiredFields(state: Escalation, step: { name: string; title: string }): void {
  const missing = state.policy.fields.filter(
    (field) =>
      field.requiredFor.includes(step.name) && isAskedFor(field, state) && !Object.hasOwn(state.custom, field.name),
  );
  if (missing.length === 0) return;
  const errors = missing.map(({ name, title }) => ({
    pointer: customPointer(name),
    detail: `"${title}" is to be known by the ${step.title.toLowerCase()}; "amend" adds it`,
  }));
  invalid('field-missing', `Not known yet: ${missing.map(({ title }) => title).join(', ')}.`, ...errors);
}
