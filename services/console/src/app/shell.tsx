import { Link, Outlet } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { CommandPalette } from '../keyboard/command-palette';
import { openPalette } from '../keyboard/open';
import { ShortcutHelp } from '../keyboard/shortcut-help';
import { PlaceShortcuts } from '../keyboard/place-shortcuts';
import { Announcer } from '../live/announcer';
import { GapBanner } from '../pages/duty/gap-banner';
import { InboxButton } from '../pages/work/inbox-button';
import { LiveProvider } from '../live/live-provider';
import { StaleBanner } from '../live/stale-banner';
import { SessionEndedDialog } from '../session/session-ended-dialog';
import { SignInPage } from '../session/sign-in-page';
import { useSessionState } from '../session/session-state';
import { Tour } from '../preferences/tour';
import { MomentStyleProvider } from '../time/moment';
import { ErrorState, Loading } from '../ui/states';
import { Toasts } from '../ui/toast';
import { AccountMenu } from './account-menu';
import { IgnoredNotice } from './ignored-notice';
import { Navigation } from './navigation';

/** What surrounds every page; whoever is not signed in sees the way in, under the same address. */
export function Shell(): ReactNode {
  const { session, error, retry } = useSessionState();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!session) return <Loading what="Opening Upstairs" />;
  if (!session.person) return <SignInPage session={session} />;
  return (
    <LiveProvider>
      <MomentStyleProvider>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-4 focus:py-2"
        >
          To the content
        </a>
        <TopBar />
        <StaleBanner />
        <IgnoredNotice />
        <GapBanner />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[120rem] px-3 pt-4 pb-24 outline-none sm:px-6 sm:pb-10"
        >
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <Announcer />
        <Toasts />
        <PlaceShortcuts />
        <CommandPalette />
        <ShortcutHelp />
        <Tour />
        <SessionEndedDialog />
      </MomentStyleProvider>
    </LiveProvider>
  );
}

function TopBar(): ReactNode {
  return (
    <header
      data-noprint
      className="sticky top-0 z-30 flex min-h-14 items-center gap-2 border-b border-line bg-surface px-3 sm:gap-4 sm:px-6"
    >
      <Link to="/" className="flex items-center gap-2 rounded-md font-semibold text-ink no-underline">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span className="max-sm:sr-only">Upstairs</span>
      </Link>
      <Navigation />
      <button
        type="button"
        onClick={openPalette}
        className="ml-auto flex min-h-10 items-center gap-2 rounded-md border border-line-strong px-3 text-ink-soft hover:bg-sunken max-sm:min-h-11"
      >
        <Search aria-hidden className="size-4" />
        <span className="max-md:sr-only">Search or do</span>
        <kbd className="text-xs max-md:hidden">Ctrl K</kbd>
      </button>
      <InboxButton />
      <AccountMenu />
    </header>
  );
}
