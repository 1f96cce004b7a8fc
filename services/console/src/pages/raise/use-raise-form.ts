import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { currentFieldsQuery } from '../../api/current-fields';
import { bodyOf } from '../../forms/body-of';
import { draftKey } from '../../forms/draft';
import { presets } from '../../forms/first-value';
import { ownErrors, standingRefusals } from '../../forms/form-errors';
import { useForm } from '../../forms/use-form';
import { useSend } from '../../forms/use-send';
import { useMyself } from '../../session/session';
import { raiseFields, raiseFieldsWith } from './raise-fields';
import type { RaiseSearch } from './raise-search';

const NOTHING_MORE: ReadonlySet<string> = new Set();

/** The form of raising: what it holds, what is wrong with it, and how it is sent. */
export function useRaiseForm({ account, summary, door }: RaiseSearch) {
  const me = useMyself();
  const [first] = useState(() => {
    const blank = presets(raiseFields);
    const facts = { ...(blank.account as object), name: account ?? '' };
    return { ...blank, account: facts, summary: summary ?? '', door: door ?? '' };
  });
  const hold = useForm({ draftKey: draftKey(me.id, 'raise'), first, seq: 0, suggest: () => ({}) });
  const sending = useSend<EscalationView>(hold);
  const schema = raiseFieldsWith(useQuery(currentFieldsQuery).data ?? []);
  const body = bodyOf(schema, hold.filling.value);
  const own = ownErrors(schema, body, NOTHING_MORE);
  const standing = sending.refused ? standingRefusals(sending.refused, hold.filling.value) : [];
  const errors = [...own, ...standing];
  return { schema, hold, sending, own, errors, send: () => sending.send('/v1/escalations', body) };
}
