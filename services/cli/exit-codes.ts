/** What the process's exit code tells a script; shown by `upstairs --help`. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  notFound: 4,
  notAllowed: 5,
  interrupted: 130,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit codes as text for the help. */
export const EXIT_CODES_HELP = `Exit codes:
  0    done
  1    failed or refused; the reason is on stderr
  2    wrong usage: an unknown option, a missing argument, a file that cannot be read as asked
  3    Upstairs cannot be reached, or is not ready
  4    what was asked for does not exist
  5    the key is unknown, or this person may not
  130  interrupted by Ctrl-C`;
