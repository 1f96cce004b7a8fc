/** One edit of a source file: what stands there exactly once, and what then stands there. */
interface Edit {
  file: string;
  from: string;
  to: string;
}

/** A change of a step that somebody might make while escalations run that have it. */
export interface Change {
  name: string;
  edits: readonly Edit[];
  /** Whether those escalations go on: what their histories hold is decided again as it was. */
  goesOn: boolean;
}

const DEFINITION = 'domain/steps/legal-review/legal-review.ts';
const SHAPES = 'domain/generated/shapes.ts';
const DECIDES = 'const counsel = counselOf(draft.state, attempt);';
const STRICTER = "if (!body.conditions) forbidden('Without conditions it is no opinion.');";
const REQUIRED = "required: ['cleared', 'opinion'],";

const retired: Edit = { file: DEFINITION, from: "name: 'legal-review',", to: "name: 'legal-review', retired: true," };

const oneFieldMore: Edit = {
  file: SHAPES,
  from: "'legal-review': {\n    type: 'object',\n    properties: {",
  to: "'legal-review': { type: 'object', properties: { reference: { type: 'string', minLength: 1 },",
};

const stricterByRules: Edit = {
  file: DEFINITION,
  from: DECIDES,
  to: `${DECIDES} if (draft.state.rules > 1_000) { ${STRICTER} }`,
};

/** What CONTRIBUTING says of changing and removing a step, as changes of the legal review. */
export const CHANGES: readonly Change[] = [
  {
    name: 'retired, with a field more that may be left out, and stricter for those raised from now on',
    edits: [retired, oneFieldMore, stricterByRules],
    goesOn: true,
  },
  {
    name: 'its definition deleted while there are escalations that have it',
    edits: [{ file: 'domain/steps/plan.ts', from: "  'legal-review': legalReview,\n", to: '' }],
    goesOn: false,
  },
  {
    name: 'a field that was optional now required by the schema',
    edits: [{ file: SHAPES, from: REQUIRED, to: "required: ['cleared', 'opinion', 'conditions']," }],
    goesOn: false,
  },
  {
    name: 'stricter for everybody',
    edits: [{ file: DEFINITION, from: DECIDES, to: `${DECIDES} ${STRICTER}` }],
    goesOn: false,
  },
];
