import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { SavedView, SavedViewBody } from '../../../../api/views/saved-view.schema';
import { keys } from '../../api/keys';
import { inWords } from '../../api/problem';
import { request } from '../../api/request';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field, inputClasses } from '../../ui/field';
import { toast } from '../../ui/toast';
import { searchToSave } from './saved-view-search';
import { useBoard } from './use-board';

interface Props {
  /** The one that is changed; null saves what is on screen as another. */
  view: SavedView | null;
  onClose: () => void;
}

/** Names a view, and says whether others see it. */
export function ViewDialog({ view, onClose }: Props): ReactNode {
  const { search } = useBoard();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [renewed, setRenewed] = useState(false);
  const save = useChange(onClose, view ? 'The view was changed' : 'The view was saved');
  const body: SavedViewBody = {
    name: name.trim(),
    shared,
    search: view && !renewed ? view.search : searchToSave(search),
  };
  const call = view
    ? { path: `/v1/views/${view.id}`, method: 'PUT' as const, body }
    : { path: '/v1/views', method: 'POST' as const, body };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={view ? 'Change the view' : 'Save this view'}>
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (body.name) save.mutate(call);
        }}
      >
        <Field label="Name" required error={save.error ? inWords(save.error) : undefined}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              maxLength={80}
              autoComplete="off"
              className={inputClasses}
              value={name}
              onChange={({ target: { value } }) => setName(value)}
            />
          )}
        </Field>
        <Choice label="Everybody sees it in their list" checked={shared} onChange={setShared} />
        {view && <Choice label="It shows what is on screen now" checked={renewed} onChange={setRenewed} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!body.name}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks once more before a view is deleted. */
export function DeleteViewDialog({ view, onClose }: Props & { view: SavedView }): ReactNode {
  const remove = useChange(onClose, 'The view was deleted');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete “${view.name}”?`}
      description={
        view.shared ? 'It goes from the lists of everybody. No escalation changes.' : 'No escalation changes.'
      }
    >
      {remove.error && (
        <p role="alert" className="pb-3 text-danger">
          {inWords(remove.error)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button
          kind="danger"
          busy={remove.isPending}
          onClick={() => remove.mutate({ path: `/v1/views/${view.id}`, method: 'DELETE' })}
        >
          Delete
        </Button>
      </div>
    </Dialog>
  );
}

interface ViewCall {
  path: string;
  method: 'POST' | 'PUT' | 'DELETE';
  body?: SavedViewBody;
}

function useChange(onClose: () => void, done: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, ...call }: ViewCall) => request(path, call),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.views() });
      toast(done);
      onClose();
    },
  });
}

function Choice({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}): ReactNode {
  return (
    <label className="flex min-h-9 items-center gap-2.5 max-sm:min-h-11">
      <input
        type="checkbox"
        className="size-4.5 accent-accent"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
