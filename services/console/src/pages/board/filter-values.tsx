import { useDeferredValue, useState, type ReactNode } from 'react';
import { usePeople } from '../../api/people';
import { useMyself } from '../../session/session';
import { Field, inputClasses } from '../../ui/field';
import { OptionList, type Option } from '../../ui/option-list';
import { valuesOf, withValues, type FilterDefinition } from './filter-definitions';
import { useAccountsLike, useRememberAccount } from './filter-names';
import { useBoard, useGoTo } from './use-board';

interface Props {
  filter: FilterDefinition;
  /** A choice was made where there can be only one. */
  onDone: () => void;
}

/** Chooses the values of one filter. */
export function FilterValues({ filter, onDone }: Props): ReactNode {
  const { search } = useBoard();
  const goTo = useGoTo();
  const values = valuesOf(search, filter);
  const choose = ({ value }: Option) => {
    const others = values.filter((one) => one !== value);
    const next = others.length < values.length ? others : filter.kind === 'one' ? [value] : [...values, value];
    goTo(withValues(search, filter, next), 'replace');
    if (filter.kind === 'one') onDone();
  };
  if (filter.kind === 'day') {
    return (
      <DayValue
        filter={filter}
        value={values[0] ?? ''}
        onChange={(day) => goTo(withValues(search, filter, day ? [day] : []), 'replace')}
      />
    );
  }
  if (filter.kind === 'words') {
    return (
      <WordValue
        filter={filter}
        value={values[0] ?? ''}
        onChange={(word) => goTo(withValues(search, filter, word ? [word] : []), 'replace')}
      />
    );
  }
  const list = { label: filter.label, chosen: values, onChoose: choose, multiple: filter.kind !== 'one' };
  if (filter.kind === 'person') return <PersonValues {...list} />;
  if (filter.kind === 'account') return <AccountValues {...list} />;
  return <OptionList {...list} options={filter.options} />;
}

type ListProps = Omit<Parameters<typeof OptionList>[0], 'options'>;

function PersonValues(list: ListProps): ReactNode {
  const me = useMyself();
  const people = usePeople().filter(({ id }) => id !== me.id);
  const options = [
    { value: 'me', label: `Me, ${me.name}`, detail: me.title },
    ...people.map(({ id, name, title }) => ({ value: id, label: name, detail: title })),
  ];
  return <OptionList {...list} options={options} />;
}

function AccountValues({ onChoose, ...list }: ListProps): ReactNode {
  const [typed, setTyped] = useState('');
  const found = useAccountsLike(useDeferredValue(typed));
  const remember = useRememberAccount();
  const options = (found ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <OptionList
      {...list}
      options={options}
      onType={setTyped}
      empty={found ? 'No account begins so.' : 'Looking …'}
      onChoose={(option) => {
        remember({ id: option.value, name: option.label });
        onChoose(option);
      }}
    />
  );
}

interface TypedProps {
  filter: FilterDefinition;
  value: string;
  onChange: (value: string) => void;
}

function DayValue({ filter, value, onChange }: TypedProps): ReactNode {
  const [typed, setTyped] = useState(value);
  return (
    <Field label={filter.label} help="That day included, in your time zone." required>
      {(control) => (
        <input
          {...control}
          type="date"
          autoFocus
          className={inputClasses}
          min="2000-01-01"
          max="2099-12-31"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.validity.valid) onChange(target.value);
          }}
        />
      )}
    </Field>
  );
}

function WordValue({ filter, value, onChange }: TypedProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const wrong = typed !== '' && !filter.pattern?.test(typed);
  return (
    <Field label={filter.label} error={wrong ? `It looks like ${filter.example}.` : undefined} required>
      {(control) => (
        <input
          {...control}
          autoFocus
          maxLength={100}
          placeholder={filter.example}
          className={inputClasses}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value === '' || filter.pattern?.test(target.value)) onChange(target.value);
          }}
        />
      )}
    </Field>
  );
}
