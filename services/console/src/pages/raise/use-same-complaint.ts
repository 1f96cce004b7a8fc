import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { DuplicateView } from '../../../../api/views/duplicate.schema';
import { escalationQuery } from '../../api/escalation';
import { inWords } from '../../api/problem';
import { draftKey, writeDraft } from '../../forms/draft';
import type { FormValue } from '../../forms/field-schema';
import { newRequestKey } from '../../forms/request-key';
import type { FormHold } from '../../forms/use-form';
import { useMyself } from '../../session/session';
import { toast } from '../../ui/toast';

/**
 * Takes what was typed to the escalation that exists already: as a contact with the customer where one may record it,
 * else as a note. Nothing is sent yet; its form opens with the text in it.
 */
export function useSameComplaint(hold: FormHold): (duplicate: DuplicateView) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMyself();
  return async ({ id, ref }) => {
    try {
      const escalation = await client.fetchQuery(escalationQuery(ref));
      const name = ['record-contact', 'add-note'].find((each) =>
        escalation.actions.some((action) => action.name === each),
      );
      if (name) {
        const first = name === 'add-note' ? { note: '' } : { channel: 'phone', direction: 'to-customer', body: '' };
        const value = { ...first, ...textFor(name, hold.filling.value) };
        const sending = { requestKey: newRequestKey(), sent: null };
        const draft = { value, base: first, seq: escalation.seq, ...sending, savedAt: Date.now() };
        writeDraft(localStorage, draftKey(me.id, id, 'command', name), draft);
        hold.finish();
      }
      await navigate({ to: '/escalations/$ref', params: { ref }, search: name ? { action: name } : {} });
    } catch (error) {
      toast(inWords(error));
    }
  };
}

function textFor(action: string, { summary, narrative }: FormValue): FormValue {
  const text = [summary, narrative].filter((part) => typeof part === 'string' && part.trim()).join('\n\n');
  if (action === 'add-note') return { note: text };
  return { channel: 'mail', direction: 'from-customer', body: text };
}
