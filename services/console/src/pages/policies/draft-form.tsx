import type { ReactNode } from 'react';
import { Card } from '../../ui/card';
import { Field, inputClasses } from '../../ui/field';
import { AuthorityFields } from './authority-fields';
import { CalendarFields } from './calendar-fields';
import { ChainFields } from './chain-fields';
import { ClockFields } from './clock-fields';
import { PlanFields } from './plan-fields';
import type { Written } from './policy-sections';
import type { DraftEdit } from './use-draft-edit';
import { valueAt, withValueAt, writtenDocument } from './written-document';

type Path = readonly (string | number)[];

/** The places of a policy, to be read and written one by one. */
export interface Places {
  get: (path: Path) => unknown;
  set: (path: Path, value: unknown) => void;
  isOpen: boolean;
}

/** What is changed most often, as fields; all else is in the whole document. */
export function DraftForm({ edit, policy, isOpen }: { edit: DraftEdit; policy: Written; isOpen: boolean }): ReactNode {
  const places: Places = {
    get: (path) => valueAt(policy, path),
    set: (path, value) => edit.change({ text: writtenDocument(withValueAt(policy, path, value)) }),
    isOpen,
  };
  return (
    <div className="space-y-4">
      <Field label="What it is about" required error={edit.title.trim() === '' ? 'It needs a name.' : undefined}>
        {(control) => (
          <input
            {...control}
            dir="auto"
            className={inputClasses}
            maxLength={200}
            value={edit.title}
            disabled={!isOpen}
            onChange={(event) => edit.change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
        <Card title="Clocks and budgets">
          <ClockFields places={places} />
        </Card>
        <Card title="Reminders and the chain">
          <ChainFields places={places} />
        </Card>
        <Card title="What somebody may grant alone">
          <AuthorityFields places={places} />
        </Card>
        <Card title="Plan">
          <PlanFields places={places} />
        </Card>
        <Card title="Calendars">
          <CalendarFields places={places} />
        </Card>
        <Card title="Everything else">
          <p className="text-ink-soft">
            What holds by level and tier only, custom fields, loudness, holidays and the points of the priority are
            written in the whole document.
          </p>
        </Card>
      </div>
    </div>
  );
}
