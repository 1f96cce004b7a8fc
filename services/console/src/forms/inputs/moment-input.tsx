import type { ReactNode } from 'react';
import { useMomentStyle } from '../../time/moment';
import { useTick } from '../../time/ticking';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Field, inputClasses } from '../../ui/field';
import { useField, useFormState, type InputProps } from '../form-context';
import { comingMoments, passedMoments } from '../quick-moments';
import { momentAt, wallClock, zoneName } from '../zoned-time';

/** What has happened lies behind, what is promised ahead. */
const PASSED = /^(occurred|received|kept)At$/;

/** A date and a time of day in the person's own zone, which stands beside it; what is often meant is one press away. */
export function MomentInput({ path, schema, required }: InputProps): ReactNode {
  const { text, set, blur, error } = useField(path);
  const { escalation, nowAt } = useFormState();
  const { timeZone } = useMomentStyle();
  const name = path.at(-1) ?? '';
  const passed = PASSED.test(name);
  const now = nowAt(useTick());
  const at = text ? Date.parse(text) : NaN;
  const picks = passed
    ? passedMoments(now, escalation ? Date.parse(escalation.receivedAt) : null)
    : comingMoments(now, timeZone);
  const limit = wallClock(now, timeZone);
  return (
    <Field label={schema.title ?? name} help={schema.description} error={error} required={required}>
      {(control) => (
        <div className="space-y-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <input
              {...control}
              type="datetime-local"
              min={passed ? undefined : limit}
              max={passed ? limit : undefined}
              value={Number.isNaN(at) ? '' : wallClock(at, timeZone)}
              onChange={(event) => {
                const chosen = momentAt(event.target.value, timeZone);
                set(chosen === null ? '' : new Date(chosen).toISOString());
              }}
              onBlur={blur}
              className={classes(inputClasses, 'max-w-64')}
            />
            <span className="text-sm text-ink-soft">
              {zoneName(Number.isNaN(at) ? now : at, timeZone)} ({timeZone})
            </span>
          </div>
          <div className="flex flex-wrap gap-1.5">
            {picks.map(({ label, atMs }) => (
              <Button key={label} small onClick={() => set(new Date(atMs).toISOString())}>
                {label}
              </Button>
            ))}
            {passed && text && (
              <Button small onClick={() => set('')}>
                now
              </Button>
            )}
          </div>
        </div>
      )}
    </Field>
  );
}
