import { DEFAULT_PLAN } from '../../domain/steps/plan';
import type { PersonFacts } from '../../services/shared/store/people';
import { CAST } from './stage';

/** Somebody of Legal, whom the demo does not have. */
export const COUNSEL: PersonFacts = {
  id: 'legal-ingrid',
  name: 'Ingrid Solheim',
  title: 'Legal Counsel',
  email: 'ingrid.solheim@upstairs.example',
  roles: ['contributor'],
  function: 'legal',
  managerId: CAST.vp,
  zone: 'Europe/Oslo',
  available: true,
};

/** The default plan with the legal review before the customer update. */
export const WITH_LEGAL_REVIEW: readonly string[] = DEFAULT_PLAN.flatMap((name) =>
  name === 'customer-update' ? ['legal-review', name] : [name],
);
