import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { useShortcut } from '../../../keyboard/shortcuts';
import { Button } from '../../../ui/button';
import { Menu } from '../../../ui/menu';
import { actionWords } from '../../../words/action-words';
import { useChangeView } from '../use-view';
import { nextAction, offeredActions } from './next-action';

/** The one next action as a button, everything else that this person may do in a menu. */
export function ActionButtons({ escalation }: { escalation: EscalationView }): ReactNode {
  const change = useChangeView();
  const [open, setOpen] = useState(false);
  const next = nextAction(escalation);
  const actions = offeredActions(escalation);
  const start = (name: string) => change({ action: name }, 'push');
  useShortcut({ keys: 'a', what: 'What I may do here', group: 'This page' }, () => setOpen(true), actions.length > 0);
  useShortcut(
    { keys: 'n', what: 'Do the next step', group: 'This page' },
    () => next && start(next.name),
    next !== null,
  );
  if (actions.length === 0) return <p className="text-sm text-ink-soft">There is nothing for you to do here.</p>;
  return (
    <>
      <Menu
        label="What you may do here"
        open={open}
        onOpenChange={setOpen}
        items={actions.map(({ name, kind }, index) => ({
          label: actionWords(name),
          keys: name === next?.name ? 'n' : undefined,
          separated: kind === 'command' && actions[index - 1]?.kind === 'step',
          onSelect: () => start(name),
        }))}
        trigger={
          <Button title="What you may do here (a)">
            Actions
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      />
      {next && (
        <Button kind="primary" className="max-sm:hidden" title="n" onClick={() => start(next.name)}>
          {actionWords(next.name)}
        </Button>
      )}
    </>
  );
}
