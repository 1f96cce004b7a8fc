import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { EscalationItemView, EscalationView } from '../../../api/views/escalation.schema';
import { keys } from '../api/keys';
import { morePlaces } from '../app/more-places';
import { usePeople } from '../api/people';
import { inWords } from '../api/problem';
import { request, withQuery } from '../api/request';
import { offeredGroups } from '../pages/escalation/actions/next-action';
import { useChangePreferences } from '../preferences/preferences';
import { askForTour } from '../preferences/tour-asked';
import { signOut, useMyself } from '../session/session';
import { toast } from '../ui/toast';
import { actionWords } from '../words/action-words';
import { openShortcutHelp } from './open';

/** One thing to go to or to do. */
export interface Choice {
  id: string;
  label: string;
  detail?: string;
  run: () => void;
}

/** Choices of one kind. */
export interface ChoiceGroup {
  title: string;
  choices: Choice[];
}

const FEW = 8;

/** Everything that matches the words: what one may do on this page first. */
export function usePaletteGroups(words: string): ChoiceGroup[] {
  const matches = ({ label, detail }: Choice) => matching(`${label} ${detail ?? ''}`, words);
  return [
    { title: 'Do here', choices: useActionsHere().filter(matches) },
    { title: 'Go to', choices: usePlaces().filter(matches) },
    { title: 'Settings', choices: useSettings().filter((one) => words !== '' && matches(one)) },
    { title: 'People', choices: usePeopleChoices().filter((one) => words !== '' && matches(one)) },
    // What the server finds comes last: Enter takes the first, and that must not change when an answer comes in.
    { title: 'Escalations', choices: useEscalations(words) },
    { title: 'Accounts', choices: useAccounts(words) },
  ];
}

/** What may be done on the escalation that is on screen, as the server said it. */
function useActionsHere(): Choice[] {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const ref = /^\/escalations\/([^/]+)/.exec(pathname)?.[1];
  const escalation = ref ? client.getQueryData<EscalationView>(keys.escalation(ref)) : undefined;
  if (!ref || !escalation) return [];
  return [
    ...offeredGroups(escalation).flatMap(({ title, actions }) =>
      actions.map(({ name }) => ({
        ...{ id: `action ${name}`, label: actionWords(name), detail: title },
        run: () => void navigate({ to: '/escalations/$ref', params: { ref }, search: { action: name } }),
      })),
    ),
    {
      ...{ id: 'call sheet', label: 'Open the call sheet', detail: escalation.ref },
      run: () => void navigate({ to: '/escalations/$ref/call', params: { ref } }),
    },
    {
      ...{ id: 'accounts', label: 'One outage, many accounts', detail: escalation.ref },
      run: () => void navigate({ to: '/escalations/$ref/children', params: { ref } }),
    },
  ];
}

function usePlaces(): Choice[] {
  const navigate = useNavigate();
  const me = useMyself();
  return [
    { id: 'board', label: 'Board', run: () => void navigate({ to: '/board' }) },
    { id: 'list', label: 'Board as a list', run: () => void navigate({ to: '/board', search: { layout: 'list' } }) },
    { id: 'work', label: 'My work', run: () => void navigate({ to: '/work' }) },
    { id: 'inbox', label: 'Inbox', run: () => void navigate({ to: '/work', search: { view: 'inbox' } }) },
    { id: 'raise', label: 'Raise an escalation', run: () => void navigate({ to: '/raise' }) },
    ...morePlaces(me).map(({ to, label }) => ({ id: to, label, run: () => void navigate({ to }) })),
    {
      ...{ id: 'away', label: 'I am away' },
      run: () => void navigate({ to: '/people', search: { away: 'me' } }),
    },
  ];
}

/** The escalations that the server finds for the words; without words the most urgent ones. */
function useEscalations(words: string): Choice[] {
  const navigate = useNavigate();
  const query = { q: words.slice(0, 200), open: words === '' ? true : undefined, sort: 'urgency', limit: FEW };
  const { data } = useQuery({
    queryKey: keys.escalations(query),
    queryFn: ({ signal }) => request<{ items: EscalationItemView[] }>(withQuery('/v1/escalations', query), { signal }),
  });
  return (data?.items ?? []).map(({ id, ref, summary, account }) => ({
    ...{ id, label: `${ref} ${summary}`, detail: account.name },
    run: () => void navigate({ to: '/escalations/$ref', params: { ref } }),
  }));
}

/** The accounts whose name begins so. */
function useAccounts(words: string): Choice[] {
  const navigate = useNavigate();
  const q = words.slice(0, 200);
  const { data } = useQuery({
    queryKey: keys.accounts(q),
    queryFn: ({ signal }) =>
      request<{ items: { id: string; name: string }[] }>(withQuery('/v1/accounts', { q, limit: FEW }), { signal }),
    enabled: q !== '',
  });
  return q === ''
    ? []
    : (data?.items ?? []).map(({ id, name }) => ({
        ...{ id: `account ${id}`, label: name },
        run: () => void navigate({ to: '/accounts/$id', params: { id } }),
      }));
}

function usePeopleChoices(): Choice[] {
  const navigate = useNavigate();
  return usePeople().map(({ id, name, title }) => ({
    ...{ id: `person ${id}`, label: `What ${name} owns`, detail: title },
    run: () => void navigate({ to: '/board', search: { ownerId: [id] } }),
  }));
}

function useSettings(): Choice[] {
  const save = useChangePreferences();
  const change = (part: Parameters<typeof save>[0]) => () =>
    void save(part).catch((error: unknown) => toast(inWords(error)));
  return [
    { id: 'light', label: 'Theme: light', run: change({ theme: 'light' }) },
    { id: 'dark', label: 'Theme: dark', run: change({ theme: 'dark' }) },
    { id: 'system', label: 'Theme: as the system', run: change({ theme: 'system' }) },
    { id: 'relative', label: 'Times: relative', run: change({ times: 'relative' }) },
    { id: 'absolute', label: 'Times: absolute', run: change({ times: 'absolute' }) },
    { id: 'help', label: 'Keyboard shortcuts', run: openShortcutHelp },
    { id: 'tour', label: 'Show the tour again', run: askForTour },
    { id: 'sign out', label: 'Sign out', run: () => void signOut().catch((error: unknown) => toast(inWords(error))) },
  ];
}

/** Every word typed begins a word there. */
function matching(text: string, words: string): boolean {
  const there = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => there.includes(word));
}
