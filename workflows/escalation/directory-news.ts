import { ApplicationFailure } from '@temporalio/common';
import { condition, defineUpdate, setHandler } from '@temporalio/workflow';
import type { DutyShift } from '../../domain/duty';
import type { Escalation } from '../../domain/escalation/state';
import type { DirectoryExcerpt } from '../../domain/people';
import { sameJson } from '../../domain/same-json';
import { REFRESH_PEOPLE_UPDATE } from '../names';
import type { CommandOutcome } from './input';
import type { EscalationRun } from './run';

/** What the directory says now of everybody whom an escalation knows, and who is on duty when. */
export interface DirectoryNews {
  directory: DirectoryExcerpt;
  duty: readonly DutyShift[];
}

/** Registers the update by which the directory is told at once, not only when something is recorded. */
export function listenToDirectory(run: EscalationRun): void {
  setHandler(defineUpdate<CommandOutcome, [DirectoryNews]>(REFRESH_PEOPLE_UPDATE), async (news) => {
    if (!isNews(news)) throw malformed();
    if (!run.isCaughtUp) await condition(() => run.isCaughtUp);
    const changed = changesIn(run.state, news);
    if (changed) run.note((draft) => draft.emit('people.refreshed', changed));
    return run.outcome();
  });
}

/** What of it is new here; null where nothing is. */
function changesIn({ people, duty, directoryVersion }: Escalation, { directory, duty: rota }: DirectoryNews) {
  const { version } = directory;
  if (version < directoryVersion) return null;
  const others = directory.people.filter((one) => !sameJson(people[one.id], one));
  const sameRota = sameJson(duty, rota);
  if (others.length === 0 && sameRota) return null;
  // It speaks for everybody who is known here: where somebody came meanwhile, the next recording asks for all anew.
  const told = new Set(directory.people.map(({ id }) => id));
  const speaksForAll = Object.keys(people).every((id) => told.has(id));
  return { version: speaksForAll ? version : directoryVersion, people: others, ...(sameRota ? {} : { duty: rota }) };
}

function isNews(news: unknown): news is DirectoryNews {
  const { directory, duty } = (news ?? {}) as Partial<DirectoryNews>;
  return Array.isArray(directory?.people) && typeof directory.version === 'number' && Array.isArray(duty);
}

function malformed(): ApplicationFailure {
  const detail = 'The message needs "directory" { version, people } and "duty".';
  const rejection = { type: 'malformed', status: 422, detail };
  return ApplicationFailure.create({ type: 'rejected', message: detail, details: [rejection], nonRetryable: true });
}
