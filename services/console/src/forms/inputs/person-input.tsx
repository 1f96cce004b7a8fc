import { useState, type ReactNode } from 'react';
import type { PersonView } from '../../../../api/views/person.schema';
import { usePeople } from '../../api/people';
import { momentInShort, useMomentStyle } from '../../time/moment';
import { useTick } from '../../time/ticking';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';
import { useField, useFormState, type InputProps } from '../form-context';
import { awayWords, candidates } from '../people-choice';
import { wallClock, zoneName } from '../zoned-time';

/** Somebody of the directory, found by name or title; whoever may not be named says why. */
export function PersonInput({ path, schema, required }: InputProps): ReactNode {
  const { text: id, set, blur, error } = useField(path);
  const people = usePeople();
  const chosen = people.find((person) => person.id === id);
  const [typed, setTyped] = useState<string | null>(null);
  const options = candidates(people, typed ?? '', schema.eligible).map(({ person, refusal }) => ({
    ...{ id: person.id, label: person.name },
    detail: <About person={person} />,
    refusal: refusal ?? undefined,
  }));
  return (
    <Field label={schema.title ?? path.at(-1) ?? ''} help={schema.description} error={error} required={required}>
      {(control) => (
        <>
          <Combobox
            {...{ control, options }}
            text={typed ?? chosen?.name ?? id}
            placeholder="Type a name or a title"
            nothing="Nobody in the directory is called so"
            onText={(text) => {
              setTyped(text);
              if (text === '') set('');
            }}
            onChoose={(option) => {
              set(option.id);
              setTyped(null);
            }}
            onBlur={() => {
              const exact = options.filter(
                ({ label, refusal }) => !refusal && label.toLowerCase() === typed?.trim().toLowerCase(),
              );
              if (exact.length === 1 && exact[0]) set(exact[0].id);
              setTyped(null);
              blur();
            }}
          />
          {chosen && (
            <p className="text-sm text-ink-soft">
              <About person={chosen} />
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function About({ person }: { person: PersonView }): ReactNode {
  const now = useFormState().nowAt(useTick());
  const style = useMomentStyle();
  const time = wallClock(now, person.zone).slice(11);
  const away = awayWords(person, (iso) => momentInShort(iso, now, style));
  return (
    <>
      {person.title}, {time} where they are ({zoneName(now, person.zone)}){away && `, ${away}`}
    </>
  );
}
