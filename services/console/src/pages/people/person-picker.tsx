import { useState, type ReactNode } from 'react';
import { usePeople } from '../../api/people';
import { candidates } from '../../forms/people-choice';
import { Combobox } from '../../ui/combobox';
import { Field } from '../../ui/field';

interface Props {
  label: string;
  help?: string;
  required?: boolean;
  error?: string;
  /** '' for nobody. */
  personId: string;
  onChoose: (personId: string) => void;
  /** Roles of those who may be named; absent: anybody. */
  eligible?: readonly string[];
  /** Why somebody may not be named here; null where they may. */
  refusalOf?: (personId: string) => string | null;
}

/** Somebody of the directory, found by name or title. */
export function PersonPicker(props: Props): ReactNode {
  const { label, help, required, error, personId, onChoose, eligible, refusalOf } = props;
  const people = usePeople();
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = people.find(({ id }) => id === personId);
  const options = candidates(people, typed ?? '', eligible).map(({ person, refusal }) => ({
    ...{ id: person.id, label: person.name, detail: person.title },
    refusal: refusal ?? refusalOf?.(person.id) ?? undefined,
  }));
  return (
    <Field label={label} help={help} error={error} required={required}>
      {(control) => (
        <Combobox
          {...{ control, options }}
          text={typed ?? chosen?.name ?? personId}
          placeholder="Type a name or a title"
          nothing="Nobody in the directory is called so"
          onText={(text) => {
            setTyped(text);
            if (text === '') onChoose('');
          }}
          onChoose={(option) => {
            onChoose(option.id);
            setTyped(null);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
