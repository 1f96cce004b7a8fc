import { BrokenIcs, type IcsProblem } from './ics-file';

const MOST_PROBLEMS = 50;

/** What is wrong in a file: gathered, while what is right in it is read. */
export class IcsProblems {
  private readonly noted: IcsProblem[] = [];

  /**
   * What it answers, or undefined where the file is broken there: then the problem is noted. After many of them the
   * reading ends: a rule that is refused has taken its time, too.
   */
  tried<Answer>(read: () => Answer): Answer | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BrokenIcs)) throw error;
      if (this.noted.length === MOST_PROBLEMS)
        throw new BrokenIcs(error.line, `more than ${MOST_PROBLEMS} problems: what follows was not read`);
      this.note(error);
      return undefined;
    }
  }

  /** Notes a problem that has ended the reading. */
  note({ line, detail }: BrokenIcs): void {
    this.noted.push({ line, detail });
  }

  /** All of them, in the order of the file. */
  all(): IcsProblem[] {
    return this.noted.sort((one, other) => one.line - other.line);
  }
}
