import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { openPalette, openShortcutHelp } from './open';
import { useShortcut } from './shortcuts';

/** The shortcuts that work on every page: to the places, the palette and the help. */
export function PlaceShortcuts(): ReactNode {
  const navigate = useNavigate();
  useShortcut({ keys: 'g b', what: 'Board', group: 'Go to' }, () => void navigate({ to: '/board' }));
  useShortcut({ keys: 'g w', what: 'My work', group: 'Go to' }, () => void navigate({ to: '/work' }));
  useShortcut({ keys: 'g i', what: 'Inbox', group: 'Go to' }, () => {
    void navigate({ to: '/work', search: { view: 'inbox' } });
  });
  useShortcut({ keys: 'g r', what: 'Raise an escalation', group: 'Go to' }, () => void navigate({ to: '/raise' }));
  useShortcut({ keys: 'mod+k', what: 'Search, or do something', group: 'Anywhere' }, openPalette);
  useShortcut({ keys: '?', what: 'This help', group: 'Anywhere' }, openShortcutHelp);
  return null;
}
