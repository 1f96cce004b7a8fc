import type { CommandDefinition } from '../command';
import type { AddNoteBody } from './add-note.schema';

/** Puts a note on the timeline, whatever the escalation's status. */
export const addNote: CommandDefinition<AddNoteBody> = {
  name: 'add-note',
  title: 'Add a note',
  help: 'A note on the timeline, for everybody who may see this escalation.',
  by: ['anyone'],
  in: ['open', 'paused', 'closed', 'settled', 'withdrawn', 'merged'],
  perform(draft, { body }) {
    draft.emit('note.added', { note: body.note });
  },
};
