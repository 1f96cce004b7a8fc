import { STEP_TITLES } from '../../../../domain/generated/step-titles';

/** A stage as the head of a column: what has yet to be done. */
export function stageWords(stage: string): string {
  const words = STEP_TITLES[stage] ?? stage.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
