import type { Escalation } from '../../../domain/escalation/state';
import type { Law, Watch } from './law';
import { requiring } from './law';

const NO_AGENT = 'nobody of the entry level is on a team, or has a task';
const noAgent: Law = {
  name: NO_AGENT,
  watch() {
    const require = requiring(NO_AGENT);
    return {
      event(event, before) {
        if (event.type !== 'team.joined' && event.type !== 'task.added' && event.type !== 'task.changed') return;
        const person = before.people[event.data.personId];
        require(person !== undefined && person.roles.some((role) => role !== 'agent'), () =>
          `${event.type}: ${event.data.personId} is ${person?.roles.join() ?? 'unknown'}`);
      },
    };
  },
};

const NOT_OWNER = 'the sponsor is an executive and never the owner';
const notOwner: Law = {
  name: NOT_OWNER,
  watch() {
    const require = requiring(NOT_OWNER);
    return {
      event(event, before, { sponsor, ownerId }) {
        require(sponsor === null || sponsor.personId !== ownerId, () => `${ownerId} owns it and sponsors it`);
        if (event.type !== 'sponsor.named' || !event.data.sponsor) return;
        const roles = before.people[event.data.sponsor.personId]?.roles ?? [];
        require(roles.includes('executive') || roles.includes('vp'), () => `the sponsor is ${roles.join()}`);
      },
    };
  },
};

const BRIEFED = 'the sponsor is briefed at each change of the level, and before the closure';

/** Follows what the sponsor knows: the level that they were last told of, or came to, and whether closure is near. */
class Briefing implements Watch {
  private readonly require = requiring(BRIEFED);
  private level: string | null = null;
  private closureIn: number | null = null;

  event({ type }: { type: string }, before: Escalation, after: Escalation): void {
    if (before.sponsor?.personId !== after.sponsor?.personId) {
      this.level = after.priority.level;
      this.closureIn = null;
    }
    if (type === 'sponsor.briefed') {
      this.level = after.priority.level;
      const steps = after.steps.filter(({ completedAt }) => completedAt === null);
      if (steps[0]?.name === 'closure') this.closureIn = after.round;
    }
    if (type === 'escalation.closed' && before.sponsor && !before.quiet) {
      this.require(this.closureIn === before.round, () => `${before.sponsor?.personId} did not know of the closure`);
    }
  }

  rest({ sponsor, status, quiet, priority, people }: Escalation): void {
    const told = sponsor !== null && sponsor.personId in people && !quiet;
    if (!told || !['open', 'paused', 'closed'].includes(status)) return;
    this.require(
      this.level === null || this.level === priority.level,
      () => `${sponsor.personId} knows of ${this.level}, it is ${priority.level}`,
    );
  }
}

/** The people around the owner. */
export const teamLaws: readonly Law[] = [noAgent, notOwner, { name: BRIEFED, watch: () => new Briefing() }];
