import { BookOpen, CalendarX2, Keyboard, LogOut, Settings, Waypoints } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { aboutQuery } from '../api/about';
import { openShortcutHelp } from '../keyboard/open';
import { PreferencesDialog } from '../preferences/preferences-dialog';
import { signOut, useMyself } from '../session/session';
import { Avatar } from '../ui/avatar';
import { Menu, type MenuItem } from '../ui/menu';
import { toast } from '../ui/toast';
import { inWords } from '../api/problem';

const icon = 'size-4 text-ink-soft';

/** Who I am, and what is mine: preferences, help, the way out. */
export function AccountMenu(): ReactNode {
  const me = useMyself();
  const about = useQuery(aboutQuery).data;
  const navigate = useNavigate();
  const [settings, setSettings] = useState(false);
  const elsewhere = (address: string) => () => window.open(address, '_blank', 'noopener');
  const items: MenuItem[] = [
    {
      label: 'I am away …',
      icon: <CalendarX2 aria-hidden className={icon} />,
      onSelect: () => void navigate({ to: '/people', search: { away: 'me' } }),
    },
    { label: 'Preferences', icon: <Settings aria-hidden className={icon} />, onSelect: () => setSettings(true) },
    {
      label: 'Keyboard shortcuts',
      icon: <Keyboard aria-hidden className={icon} />,
      keys: '?',
      onSelect: openShortcutHelp,
    },
    { label: 'API reference', icon: <BookOpen aria-hidden className={icon} />, onSelect: elsewhere('/docs') },
    ...(about?.temporalUiUrl
      ? [
          {
            label: 'The workflows in Temporal',
            icon: <Waypoints aria-hidden className={icon} />,
            onSelect: elsewhere(about.temporalUiUrl),
          },
        ]
      : []),
    {
      label: 'Sign out',
      icon: <LogOut aria-hidden className={icon} />,
      separated: true,
      onSelect: () => void signOut().catch((error: unknown) => toast(inWords(error))),
    },
  ];
  return (
    <>
      <Menu
        label="You"
        items={items}
        trigger={
          <button
            type="button"
            className="flex min-h-10 items-center gap-2 rounded-md px-1.5 hover:bg-sunken max-sm:min-h-11"
          >
            <Avatar name={me.name} />
            <span className="min-w-0 text-left leading-tight max-lg:sr-only">
              <span className="block max-w-44 truncate text-sm font-medium">{me.name}</span>
              <span className="block max-w-44 truncate text-xs text-ink-soft">{me.title}</span>
            </span>
            <span className="sr-only">your menu</span>
          </button>
        }
      />
      <PreferencesDialog open={settings} onOpenChange={setSettings} />
    </>
  );
}
