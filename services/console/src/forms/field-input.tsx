import type { ReactNode } from 'react';
import { pointerOf, type FieldSchema } from './field-schema';
import { useFormState, type InputProps } from './form-context';
import { INSISTING } from './insistence';
import { ApprovalInput } from './inputs/approval-input';
import { ChoiceInput } from './inputs/choice-input';
import { ClockInput } from './inputs/clock-input';
import { CommitmentInput } from './inputs/commitment-input';
import { ConfirmInput } from './inputs/confirm-input';
import { EscalationInput } from './inputs/escalation-input';
import { GroupInput } from './inputs/group-input';
import { ListInput } from './inputs/list-input';
import { LongTextInput } from './inputs/long-text-input';
import { MessageInput } from './inputs/message-input';
import { MomentInput } from './inputs/moment-input';
import { MoneyInput } from './inputs/money-input';
import { NumberInput } from './inputs/number-input';
import { PersonInput } from './inputs/person-input';
import { TaskInput } from './inputs/task-input';
import { TasksInput } from './inputs/tasks-input';
import { TextInput } from './inputs/text-input';
import { YesNoInput } from './inputs/yes-no-input';

const inputs = {
  person: PersonInput,
  message: MessageInput,
  'long-text': LongTextInput,
  moment: MomentInput,
  commitments: ListInput,
  list: ListInput,
  clock: ClockInput,
  commitment: CommitmentInput,
  approval: ApprovalInput,
  task: TaskInput,
  tasks: TasksInput,
  escalation: EscalationInput,
  money: MoneyInput,
  consulted: GroupInput,
  group: GroupInput,
  choice: ChoiceInput,
  confirm: ConfirmInput,
  flag: ConfirmInput,
  'yes-no': YesNoInput,
  number: NumberInput,
  text: TextInput,
} as const;

/** A field in the way in which it is asked for: by its hint, else by its type. */
export function FieldInput({ path, schema, required }: InputProps): ReactNode {
  const pointer = pointerOf(path);
  const needed = useFormState().isRequiredHere(pointer) || required;
  const kind = kindOf(schema);
  if (kind === null || INSISTING.includes(path.at(-1) ?? '')) return null;
  const Input = inputs[kind];
  return (
    <div data-pointer={pointer}>
      <Input path={path} schema={schema} required={needed} />
    </div>
  );
}

function kindOf({
  input,
  type,
  enum: words,
  const: only,
  default: preset,
  items,
}: FieldSchema): keyof typeof inputs | null {
  if (input === 'hidden') return null;
  if (input) return input;
  if (words) return 'choice';
  switch (type) {
    case 'boolean':
      return only === true || preset === false ? 'confirm' : 'yes-no';
    case 'integer':
    case 'number':
      return 'number';
    case 'object':
      return 'group';
    case 'string':
      return 'text';
    case 'array':
      return items?.type === 'object' ? 'list' : null;
    case undefined:
      return null;
  }
}
