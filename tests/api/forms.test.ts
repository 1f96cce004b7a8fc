import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { STEPS } from '../../domain/steps/plan';
import type { FormsView, FormView } from '../../services/api/views/form.schema';
import type { World } from '../support/world';
import { createWorld } from '../support/world';
import { acknowledgment, customerUpdate, findings, raise } from './stories';
import { validatedApi, type ValidatedApi } from './validated-request';

type Json = Record<string, unknown>;

let world: World;
let api: ValidatedApi;
let forms: FormsView;

beforeAll(async () => {
  world = await createWorld({ services: ['api', 'worker'] });
  api = await validatedApi(world);
  forms = (await api.as('owner-anneke').get<FormsView>('/v1/forms')).body;
});

afterAll(() => world.close());

const all = () => [...Object.values(forms.steps), ...Object.values(forms.commands)];
const formOf = (name: string): FormView => {
  const found = all().find((form) => form.name === name);
  if (!found) throw new Error(`there is no form ${name}`);
  return found;
};
const fieldsOf = (schema: unknown): [string, Json][] =>
  Object.entries(((schema as Json).properties ?? {}) as Json) as never;
const field = (name: string, ...path: string[]): Json =>
  path.reduce<Json>(
    (schema, part) => (part === '[]' ? (schema.items as Json) : ((schema.properties as Json)[part] as Json)),
    formOf(name).schema,
  );

describe('the forms', () => {
  it('are there for every action that an escalation may offer to a person', async () => {
    const { actions } = await api
      .as('manager-ines')
      .get(`/v1/escalations/${(await raise(api)).id}`)
      .then(({ body }) => body);
    expect(actions.length).toBeGreaterThan(4);
    for (const { name, kind } of actions) expect(formOf(name)).toMatchObject({ name, kind });
    expect(Object.keys(forms.steps)).toEqual(Object.keys(STEPS));
    expect(forms.commands).not.toHaveProperty('report-import');
  });

  it('have a title for every field, however deep, and the words of the rule where there is one', () => {
    const untitled = (schema: Json, at: string): string[] =>
      fieldsOf(schema).flatMap(([name, part]) => {
        const inner = (part.type === 'array' ? part.items : part) as Json;
        return [...(part.title ? [] : [`${at}/${name}`]), ...untitled(inner, `${at}/${name}`)];
      });
    expect(all().flatMap(({ name, schema }) => untitled(schema, name))).toEqual([]);
    expect(field('intake', 'acknowledgment')).toMatchObject({
      input: 'message',
      description: expect.stringContaining('Carries your name and title'),
    });
    expect(field('customer-update', 'commitments', '[]', 'dueAt')).toMatchObject({
      input: 'moment',
      description: expect.stringContaining('A date the customer can hold you to'),
    });
  });

  it('say whom a field may name', () => {
    expect(field('intake', 'ownerId')).toMatchObject({
      input: 'person',
      eligible: ['owner', 'manager', 'director', 'vp'],
    });
    expect(field('amend', 'csmId')).toMatchObject({ input: 'person', eligible: ['csm'] });
    expect(field('take-charge', 'clockId').input).toBe('clock');
    expect(field('keep-commitment', 'commitmentId').input).toBe('commitment');
    expect(field('investigation', 'csmConsulted').input).toBe('consulted');
    expect(field('solution', 'credit').input).toBe('money');
    expect(field('solution', 'approvalId').input).toBe('hidden');
  });

  it('take the bodies that the API takes, defaults left out, and refuse what it refuses', () => {
    const ajv = addFormats(new Ajv2020({ strict: false }));
    const takes = (name: string, body: unknown) => ajv.compile(formOf(name).schema)(body);
    expect(takes('intake', { ownerId: 'owner-anneke', acknowledgment })).toBe(true);
    expect(takes('investigation', findings)).toBe(true);
    expect(takes('customer-update', customerUpdate('2026-12-01T09:00:00Z'))).toBe(true);
    expect(takes('intake', { ownerId: 'owner-anneke' })).toBe(false);
    expect(takes('investigation', { ...findings, ticketHistoryRead: false })).toBe(false);
    expect(takes('customer-update', { ...customerUpdate('soon') })).toBe(false);
    expect(takes('add-note', { note: 'x', colour: 'red' })).toBe(false);
  });
});

describe('about', () => {
  it('tells anybody which system it is and what counts as an escalation', async () => {
    const answer = await api.as(null).get<Json>('/v1/about');
    expect(answer.body).toMatchObject({
      name: 'Upstairs',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      demo: true,
      definition: { title: expect.any(String), scope: [expect.any(String), expect.any(String)] },
    });
  });
});
