import type { EscalationView } from '../../services/api/views/escalation.schema';
import type { Page } from 'playwright-core';

/** One view of the console, and how it is known to be there. */
export interface Route {
  name: string;
  address: string;
  /** Who looks at it. */
  as: string;
  ready: (page: Page) => Promise<unknown>;
}

const panel = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().waitFor();

const heading = (name?: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, ...(name ? { name } : {}) }).waitFor();

/** The views that need no escalation. */
export const places: readonly Route[] = [
  { name: 'board', address: '/board', as: 'vp-marguerite', ready: heading('Board') },
  { name: 'board as a list', address: '/board?layout=list', as: 'vp-marguerite', ready: heading('Board') },
  { name: 'my work', address: '/work', as: 'manager-ines', ready: heading('My work') },
  { name: 'my people', address: '/work?view=people', as: 'manager-ines', ready: heading('My work') },
  { name: 'inbox', address: '/work?view=inbox', as: 'manager-ines', ready: heading('My work') },
  { name: 'raise', address: '/raise', as: 'agent-tomasz', ready: heading('Raise an escalation') },
  { name: 'policies', address: '/policies', as: 'vp-marguerite', ready: heading('Policies') },
  { name: 'a policy', address: '/policies/1', as: 'vp-marguerite', ready: heading(/^Version 1/) },
  { name: 'duty', address: '/duty', as: 'manager-ines', ready: heading('Duty') },
  { name: 'people', address: '/people', as: 'vp-marguerite', ready: heading('People') },
  { name: 'my absences', address: '/people?away=me', as: 'manager-ines', ready: panel },
  { name: 'sponsors', address: '/sponsors', as: 'vp-marguerite', ready: heading('Sponsors') },
  {
    name: 'nowhere',
    address: '/nowhere',
    as: 'vp-marguerite',
    ready: (page) => page.getByText('There is nothing here').waitFor(),
  },
];

/** The views of one in which everything is, and the forms that ask for more than fields. */
export function viewsOfEverything({ ref }: Pick<EscalationView, 'ref'>): Route[] {
  const page = `/escalations/${ref}`;
  const form = (name: string, as = 'manager-ines'): Route => ({
    ...{ name: `the form ${name.split('&')[0]}`, address: `${page}?action=${name}`, as, ready: panel },
  });
  return [
    { name: 'everything', address: page, as: 'vp-marguerite', ready: heading() },
    { name: 'everything, to whom it is offered', address: page, as: 'owner-desmond', ready: heading() },
    { name: 'everything, call sheet', address: `${page}/call`, as: 'vp-marguerite', ready: heading() },
    form('decide-approval&approvalId=a1', 'director-howard'),
    form('change-task&taskId=t2'),
    form('add-commitment'),
    form('name-counterpart'),
    form('link'),
  ];
}

/** The views of one escalation. */
export function viewsOf({ ref, account }: Pick<EscalationView, 'ref' | 'account'>): Route[] {
  const page = `/escalations/${ref}`;
  const panel = (one: Page) => one.getByRole('dialog').getByRole('button', { name: 'Close' }).first().waitFor();
  return [
    { name: 'escalation', address: page, as: 'vp-marguerite', ready: heading() },
    { name: 'escalation, its mails', address: `${page}?tab=messages`, as: 'vp-marguerite', ready: heading() },
    { name: 'a form', address: `${page}?action=amend`, as: 'vp-marguerite', ready: panel },
    { name: 'call sheet', address: `${page}/call`, as: 'vp-marguerite', ready: heading() },
    { name: 'its accounts', address: `${page}/children`, as: 'vp-marguerite', ready: heading() },
    { name: 'account', address: `/accounts/${account.id}`, as: 'vp-marguerite', ready: heading() },
  ];
}
