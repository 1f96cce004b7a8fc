import { LogIn } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SessionView } from '../../../api/views/session.schema';
import { buttonClasses } from '../ui/button';
import { signInAddress } from './session';

/** The way in: one button to the identity provider, and back to the address that was asked for. */
export function SignInPage({ session }: { session: SessionView }): ReactNode {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center gap-6 px-6 py-12">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <div className="space-y-2">
        <h1 className="text-3xl font-semibold">Upstairs</h1>
        <p className="text-lg text-ink-soft">
          A customer took it upstairs. From that moment nothing may be forgotten: who holds it, what is due next, and
          what was promised.
        </p>
      </div>
      <a href={signInAddress(session)} className={`${buttonClasses('primary')} self-start`} autoFocus>
        <LogIn aria-hidden className="size-5" />
        Sign in with {session.providerName}
      </a>
      {session.demo && (
        <p className="text-ink-soft">
          This is a demo: you choose who you are. Begin with the VP of Support, who sees all.
        </p>
      )}
    </main>
  );
}
