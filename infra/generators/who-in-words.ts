import type { Who } from '../../domain/steps/step';

const PLACES: Readonly<Partial<Record<Who, string>>> = {
  'the-owner': 'the owner',
  'the-csm': "the account's CSM",
  'the-responsible': 'the person whom a running clock watches',
  'the-approver': 'whoever is asked to decide',
  'the-raiser': 'whoever raised it',
  'the-solver': 'the owner; while there is none, a manager upwards',
  'the-offered': 'the person whom it is offered to',
  anyone: 'anyone who sees it',
  vp: 'VP',
};

/** Who may do something, for people. */
export function whoInWords(who: readonly Who[]): string {
  return who.map((one) => PLACES[one] ?? one).join(', ');
}
