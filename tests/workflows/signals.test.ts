import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { defaultPayloadConverter } from '@temporalio/common';
import { MINUTE_MS } from '../../domain/duration';
import { COMMANDS } from '../../domain/commands/commands';
import { STEPS } from '../../domain/steps/plan';
import { findTemporal } from '../../infra/temporal/find';
import { dataFolder } from '../../infra/local/folders';
import { BODIES } from './bodies';
import { historyCounts } from './history-counts';
import { CAST, Stage } from './stage';
import type { Story } from './story';

const run = promisify(execFile);

let stage: Stage;
let temporalCli: string;
beforeAll(async () => {
  stage = await Stage.create();
  temporalCli = await findTemporal(dataFolder(), () => undefined);
});
afterAll(() => stage.close());

/** Sends a signal as an operator does, by Temporal's own command line. */
async function signalByCli(story: Story, ...args: string[]): Promise<void> {
  const { temporalAddress, namespace } = stage.world;
  const target = ['--address', temporalAddress, '--namespace', namespace, '--workflow-id', story.handle.workflowId];
  await run(temporalCli, ['workflow', 'signal', ...target, ...args, '--disable-config-file']);
}

async function expectUnharmed(story: Story): Promise<void> {
  const { failedTasks } = await historyCounts(story.handle);
  expect(failedTasks).toEqual([]);
  await story.send('add-note', CAST.agent, { note: 'It still listens.' });
  expect((await story.handle.describe()).status.name).toBe('RUNNING');
}

describe('a step or a command as a signal', () => {
  test('does what the update does; the sender is resolved by id', async () => {
    const story = await stage.raise();
    await story.handle.signal('intake', { ...BODIES.intake, by: CAST.manager });
    const [completed] = await story.until('step.completed');
    expect(completed?.actor).toMatchObject({ id: CAST.manager, name: 'Ines Marchetti', roles: ['manager'] });
    await story.handle.signal('investigation', { ...BODIES.investigation, by: { id: CAST.owner } });
    await story.until('step.completed', 2);
    expect((await story.state()).steps.slice(0, 2).every(({ completedAt }) => completedAt !== null)).toBe(true);
  });

  test('roles that it claims are ignored', async () => {
    const story = await stage.raise();
    const agentAsVp = { id: CAST.agent, name: 'Vee Pee', title: 'VP of Support', roles: ['vp'] };
    await story.handle.signal('intake', { ...BODIES.intake, by: agentAsVp });
    const [rejected] = await story.until('command.rejected');
    expect(rejected?.data).toMatchObject({ command: 'intake', byId: CAST.agent, rejection: { type: 'not-allowed' } });
    expect((await story.state()).ownerId).toBeNull();
  });

  test('every step and command is there as one', async () => {
    const story = await stage.raise();
    const names = [...Object.keys(STEPS), ...Object.keys(COMMANDS)];
    for (const name of names) await story.handle.signal(name, { by: CAST.agent, nonsense: true });
    const rejected = await story.until('command.rejected', names.length);
    expect(rejected.map(({ data }) => data.command)).toEqual(names);
  });

  test('signals are decided in the order in which they came', async () => {
    const story = await stage.raise();
    const notes = Array.from({ length: 20 }, (_, index) => `note ${index}`);
    for (const note of notes) await story.handle.signal('add-note', { note, by: CAST.agent });
    const added = await story.until('note.added', notes.length);
    expect(added.map(({ data }) => data.note)).toEqual(notes);
  });
});

test('signals that lie there before the first task are decided as they came, whatever their names', async () => {
  const early = await stage.raise({ at: Date.now() + MINUTE_MS, startOnly: true });
  const names = ['withdraw', 'unheard-of', 'intake', 'add-note', 'legal-review', 'intake'];
  for (const name of names) await early.handle.signal(name, { by: CAST.agent, nonsense: true });
  await early.fastForward(MINUTE_MS);
  const rejected = await early.until('command.rejected', names.length);
  expect(rejected.map(({ data }) => data.command)).toEqual(names);
});

describe('a malformed signal stands on the timeline and harms nothing', () => {
  const note = ['--name', 'add-note'];
  const cases: [string, string[], string, RegExp][] = [
    ['no payload', note, 'add-note', /not what it should be/],
    ['a body of the wrong shape', [...note, '--input', '{"by":"agent-tomasz","node":1}'], 'add-note', /should be/],
    ['a number', [...note, '--input', '7'], 'add-note', /should be/],
    ['null', [...note, '--input', 'null'], 'add-note', /should be/],
    ['nobody’s id', [...note, '--input', '{"note":"x","by":"ghost"}'], 'add-note', /"ghost"/],
    ['an unknown name', ['--name', 'no-such-thing', '--input', '{}'], 'no-such-thing', /no step or command/],
    ['a name of the runtime’s', ['--name', '__temporal_x', '--input', '{}'], 'reserved name __temporal_x', /no step/],
    ['bytes', [...note, '--input', 'x', '--input-meta', 'encoding=binary/plain'], 'add-note', /bytes/],
    ['an unknown encoding', [...note, '--input', 'x', '--input-meta', 'encoding=x/y'], 'add-note', /Unknown encoding/],
    ['protobuf', [...note, '--input', '{}', '--input-meta', 'encoding=json/protobuf'], 'add-note', /Unknown encoding/],
    ['deep nesting', [...note, '--input', `${'['.repeat(9_000)}${']'.repeat(9_000)}`], 'add-note', /nested deeper/],
  ];
  let story: Story;
  beforeAll(async () => {
    story = await stage.raise();
  });

  test.each(cases)('%s', async (_what, args, command, detail) => {
    const before = (await story.events('command.rejected')).length;
    await signalByCli(story, ...args);
    const rejected = await story.until('command.rejected', before + 1);
    expect(rejected.at(-1)?.data).toMatchObject({ command, rejection: { detail: expect.stringMatching(detail) } });
  });

  test.each([
    ['broken JSON', { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"note') }],
    ['no encoding', { data: Buffer.from('{}') }],
    ['an encoding without data', { metadata: { encoding: Buffer.from('json/plain') } }],
  ])('%s, as only a program can send it', async (_what, payload) => {
    const before = (await story.events('command.rejected')).length;
    await stage.world.client.workflowService.signalWorkflowExecution({
      namespace: stage.world.namespace,
      workflowExecution: { workflowId: story.handle.workflowId },
      signalName: 'add-note',
      input: { payloads: [payload] },
    });
    const rejected = await story.until('command.rejected', before + 1);
    expect(rejected.at(-1)?.data.rejection.detail).toMatch(/^The signal cannot be read/);
  });

  test('one with a header that cannot be read is taken as if it had none', async () => {
    await stage.world.client.workflowService.signalWorkflowExecution({
      namespace: stage.world.namespace,
      workflowExecution: { workflowId: story.handle.workflowId },
      signalName: 'add-note',
      header: { fields: { '_tracer-data': { metadata: { encoding: Buffer.from('x/y') }, data: Buffer.from('?') } } },
      input: { payloads: [defaultPayloadConverter.toPayload({ note: 'untraced', by: CAST.agent })] },
    });
    const [added] = await story.until('note.added');
    expect(added?.data.note).toBe('untraced');
  });

  test('a huge one, which would not fit into the activity that resolves it', async () => {
    const before = (await story.events('command.rejected')).length;
    await story.handle.signal('add-note', { note: 'x'.repeat(2 * 1024 * 1024 - 100), by: CAST.agent });
    const rejected = await story.until('command.rejected', before + 1);
    expect(rejected.at(-1)?.data.rejection.detail).toMatch(/larger than 256 KB/);
  });

  test('no workflow task has failed, and it goes on', () => expectUnharmed(story));

  test('likewise when one lies there before the first task', async () => {
    const early = await stage.raise({ at: Date.now() + MINUTE_MS, startOnly: true });
    await early.handle.signal('__temporal_x', 1);
    await signalByCli(early, ...note, '--input', 'x', '--input-meta', 'encoding=x/y');
    await early.fastForward(MINUTE_MS);
    await early.until('command.rejected', 2);
    await expectUnharmed(early);
  });
});

describe('a malformed update is refused and leaves no trace', () => {
  test.each([
    ['no stamp', { note: 'x' }],
    ['no body at all', undefined],
    ['a number', 7],
  ])('%s', async (_what, message) => {
    const story = await stage.raise();
    const { length } = await story.until('clock.started');
    await expect(story.handle.executeUpdate('add-note', { args: [message] })).rejects.toMatchObject({
      cause: { type: 'rejected', details: [{ type: 'malformed' }] },
    });
    expect(length).toBe(1);
    expect(await story.events('command.rejected')).toEqual([]);
    await expectUnharmed(story);
  });

  test('an unknown name', async () => {
    const story = await stage.raise();
    await expect(story.handle.executeUpdate('no-such-thing', { args: [{}] })).rejects.toThrow();
    await expectUnharmed(story);
  });
});
