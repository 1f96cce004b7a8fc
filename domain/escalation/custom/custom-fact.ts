/** A custom field's fact is named `custom.<field>`. */
export const CUSTOM = 'custom.';
