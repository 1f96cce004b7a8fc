import type { ReactNode } from 'react';
import { FieldInput } from './field-input';
import type { FieldSchema } from './field-schema';
import { FormProvider, type FormFieldsGiven } from './form-provider';

interface Props extends FormFieldsGiven {
  schema: FieldSchema;
}

/** The fields of a form, made from the schema of its body. */
export function SchemaForm({ schema, ...given }: Props): ReactNode {
  return (
    <FormProvider {...given}>
      <div className="space-y-5">
        {Object.entries(schema.properties ?? {}).map(([name, field]) => (
          <FieldInput key={name} path={[name]} schema={field} required={schema.required?.includes(name) === true} />
        ))}
      </div>
    </FormProvider>
  );
}
