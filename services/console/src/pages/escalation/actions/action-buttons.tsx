import { ChevronDown } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useShortcut } from '../../../keyboard/shortcuts';
import { useMyself } from '../../../session/session';
import { Button } from '../../../ui/button';
import { OptionList } from '../../../ui/option-list';
import { Popover } from '../../../ui/popover';
import { actionWords } from '../../../words/action-words';
import { useOpenForm } from '../use-open-form';
import { nextAction, offeredGroups, type OfferedGroup } from './next-action';

/** The one next action as a button, everything else that this person may do in a list to type into. */
export function ActionButtons({ escalation }: { escalation: EscalationView }): ReactNode {
  const openForm = useOpenForm();
  const me = useMyself();
  const [open, setOpen] = useState(false);
  const next = nextAction(escalation, me.id);
  const groups = offeredGroups(escalation);
  useShortcut({ keys: 'a', what: 'What I may do here', group: 'This page' }, () => setOpen(true), groups.length > 0);
  useShortcut(
    { keys: 'n', what: 'Do the next step', group: 'This page' },
    () => next && openForm(next.name, next.about),
    next !== null,
  );
  if (groups.length === 0) return <p className="text-sm text-ink-soft">There is nothing for you to do here.</p>;
  return (
    <>
      <ActionMenu {...{ groups, open, setOpen }} nextName={next?.name} onChoose={openForm} />
      {next && (
        <Button kind="primary" className="max-sm:hidden" title="n" onClick={() => openForm(next.name, next.about)}>
          {actionWords(next.name)}
        </Button>
      )}
    </>
  );
}

interface MenuProps {
  groups: readonly OfferedGroup[];
  nextName: string | undefined;
  open: boolean;
  setOpen: (open: boolean) => void;
  onChoose: (name: string) => void;
}

function ActionMenu({ groups, nextName, open, setOpen, onChoose }: MenuProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const options = groups.flatMap(({ title, actions }) =>
    actions.map(({ name }) => ({
      ...{ value: name, label: actionWords(name), group: title },
      ...(name === nextName && { detail: 'next · n' }),
    })),
  );
  return (
    <Popover
      label="What you may do here"
      {...{ open }}
      onOpenChange={setOpen}
      trigger={
        <Button ref={button} title="What you may do here (a)">
          Actions
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      }
    >
      <div className="w-80 max-w-full">
        <OptionList
          plain
          label="What you may do here"
          options={options}
          chosen={[]}
          empty="You may do nothing here that is called so."
          onChoose={({ value }) => {
            // The form gives the focus back to where it was: that must be the button, as the list is gone by then.
            setOpen(false);
            button.current?.focus();
            onChoose(value);
          }}
        />
      </div>
    </Popover>
  );
}
