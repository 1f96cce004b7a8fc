import type { ReactNode } from 'react';
import type { PreferencesView } from '../../../api/views/preferences.schema';
import { inWords } from '../api/problem';
import { useSession } from '../session/session';
import { momentInFull, useMomentStyle } from '../time/moment';
import { useTick } from '../time/ticking';
import { Dialog } from '../ui/dialog';
import { Field, inputClasses } from '../ui/field';
import { toast } from '../ui/toast';
import { Choices } from './choices';
import { useChangePreferences, usePreferences } from './preferences';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How this person wants to see things. Each change is kept at once. */
export function PreferencesDialog({ open, onOpenChange }: Props): ReactNode {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Preferences"
      description="They are kept for you on the server, at once."
    >
      <PreferencesForm />
    </Dialog>
  );
}

function PreferencesForm(): ReactNode {
  const preferences = usePreferences();
  const save = useChangePreferences();
  const change = (part: Partial<PreferencesView>) => void save(part).catch((error: unknown) => toast(inWords(error)));
  return (
    <div className="space-y-5">
      <Choices
        legend="Theme"
        value={preferences.theme}
        options={{ system: 'As the system', light: 'Light', dark: 'Dark' }}
        onChange={(theme) => change({ theme })}
      />
      <Choices
        legend="Times"
        value={preferences.times}
        options={{ relative: 'Relative: 5 min ago', absolute: 'Absolute: 14:02' }}
        onChange={(times) => change({ times })}
      />
      <Choices
        legend="Clock"
        value={preferences.hour12 === null ? 'usual' : preferences.hour12 ? 'twelve' : 'twentyFour'}
        options={{ usual: 'As usual here', twentyFour: '24 hours', twelve: '12 hours' }}
        onChange={(clock) => change({ hour12: clock === 'usual' ? null : clock === 'twelve' })}
      />
      <ZoneChoice zone={preferences.timeZone} onChange={(timeZone) => change({ timeZone })} />
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-accent"
          checked={preferences.reducedMotion}
          onChange={({ target }) => change({ reducedMotion: target.checked })}
        />
        Less motion, whatever the system says
      </label>
    </div>
  );
}

/** Every zone that the browser knows, after the one that the directory has for this person. */
function ZoneChoice({ zone, onChange }: { zone: string | null; onChange: (zone: string | null) => void }): ReactNode {
  const directory = useSession()?.person?.timeZone;
  const style = useMomentStyle();
  const now = performance.timeOrigin + useTick();
  return (
    <Field label="Time zone" required help={`Now: ${momentInFull(now, style)}`}>
      {(control) => (
        <select
          {...control}
          className={inputClasses}
          value={zone ?? ''}
          onChange={({ target }) => onChange(target.value || null)}
        >
          <option value="">{directory ? `As in the directory: ${directory}` : 'As this browser'}</option>
          {Intl.supportedValuesOf('timeZone').map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
