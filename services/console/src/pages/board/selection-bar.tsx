import { StickyNote, UserRoundPen, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { holdsAny, MANAGER_UPWARDS } from '../../../../../domain/people';
import { useMyself } from '../../session/session';
import { Button, IconButton } from '../../ui/button';
import { BulkDialog, type BulkCommand } from './bulk-dialog';
import type { Selection } from './use-selection';

/** What can be done with all that is selected. */
export function SelectionBar({ selection }: { selection: Selection }): ReactNode {
  const me = useMyself();
  const [command, setCommand] = useState<BulkCommand | null>(null);
  const count = selection.rows.size;
  return (
    <div
      {...{ role: 'region', 'aria-label': 'Selected' }}
      className="flex flex-wrap items-center gap-2 border-t border-line bg-raised px-4 py-2"
    >
      <p className="mr-auto font-medium" role="status">
        {count} selected
      </p>
      {holdsAny(me, MANAGER_UPWARDS) && (
        <Button small icon={<UserRoundPen aria-hidden className="size-4" />} onClick={() => setCommand('reassign')}>
          Reassign
        </Button>
      )}
      <Button small icon={<StickyNote aria-hidden className="size-4" />} onClick={() => setCommand('add-note')}>
        Add a note
      </Button>
      <IconButton label="Select none" icon={<X aria-hidden className="size-4" />} onClick={selection.clear} />
      {command && (
        <BulkDialog
          command={command}
          rows={[...selection.rows.values()]}
          onClose={(done) => {
            setCommand(null);
            selection.drop(done);
          }}
        />
      )}
    </div>
  );
}
