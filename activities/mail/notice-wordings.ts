import type { NoticeKind } from '../../domain/notice';

/** How a kind of notice is put in a mail. */
interface Wording {
  subject: (clocks: string) => string;
  /** What the recipient is asked to do now. */
  toDo: string;
  urgent: boolean;
}

/** The subject of each kind of notice, and what its recipient is asked to do. */
export const NOTICE_WORDINGS: Record<NoticeKind, Wording> = {
  reminder: {
    subject: (clocks) => `Due soon: ${clocks}`,
    toDo: 'Do it now, or tell your manager today why it cannot be in time.',
    urgent: false,
  },
  breach: {
    subject: (clocks) => `Overdue: ${clocks}`,
    toDo: 'Do it now. Take charge on its page to say that you are on it; else the next in line is told.',
    urgent: true,
  },
  rung: {
    subject: (clocks) => `Overdue, you are needed: ${clocks}`,
    toDo: 'See that somebody acts. Take charge on its page: nobody further up is told while you are on it.',
    urgent: true,
  },
  'owner-assigned': {
    subject: () => 'You own this escalation',
    toDo: 'Read it and go on with its next step; from now on its clocks are yours.',
    urgent: false,
  },
  'closure-near': {
    subject: () => 'About to be closed',
    toDo: 'You signed the acknowledgment: object now if you know of anything still open.',
    urgent: false,
  },
  'nobody-notified': {
    subject: (clocks) => `ALARM, nobody could be told: ${clocks}`,
    toDo: 'Act yourself or find somebody who can, then mend the addresses and absences in the directory.',
    urgent: true,
  },
  'check-in-due': {
    subject: () => 'Check in with the customer',
    toDo: 'Ask the customer whether the experience has improved, and record the answer on its page.',
    urgent: false,
  },
  'import-digest': {
    subject: () => 'An older list was imported, beginning with this escalation',
    toDo: 'Look through what was imported, and activate what still needs an answer.',
    urgent: false,
  },
  'approval-asked': {
    subject: () => 'Your decision is needed',
    toDo: 'Read what is asked for on its page, and approve or refuse it there. Opening the page decides nothing.',
    urgent: true,
  },
  'approval-decided': {
    subject: () => 'It was decided',
    toDo: 'Read the decision, and go on from there.',
    urgent: false,
  },
  'message-held': {
    subject: () => 'A message waits for somebody to see it',
    toDo: 'It goes out as soon as it is approved; the clocks run on.',
    urgent: false,
  },
  'promise-endangered': {
    subject: () => 'A promise is dated before its task',
    toDo: 'Move the promise and tell the customer before its date, or have the task done sooner.',
    urgent: false,
  },
  'task-given': {
    subject: () => 'You have a task',
    toDo: 'Do it by its date, and say on its page that it is done.',
    urgent: false,
  },
  'team-joined': {
    subject: () => 'You are on the team',
    toDo: 'Read the escalation, and what you are asked to do in it.',
    urgent: false,
  },
  'manager-named': {
    subject: () => 'You manage this escalation',
    toDo: 'Hold everyone to their tasks and promises; here you may do what a manager may.',
    urgent: false,
  },
  'sponsor-named': {
    subject: () => 'You sponsor this escalation',
    toDo: 'Nothing now: be ready to lend weight where the owner asks for it.',
    urgent: false,
  },
  'sponsor-brief': {
    subject: () => 'Your brief',
    toDo: 'Nothing, unless you are asked: this is where it stands.',
    urgent: false,
  },
  'hand-over-offered': {
    subject: () => 'Will you take this over?',
    toDo: 'Read the state of things on its page, and accept or decline there. Until you accept it is not yours.',
    urgent: false,
  },
  'hand-over-accepted': {
    subject: () => 'It was taken over',
    toDo: 'Nothing more is yours here, but what you promised yourself.',
    urgent: false,
  },
  'hand-over-ended': {
    subject: () => 'The hand-over did not come about',
    toDo: 'Nothing, or offer it to somebody else: it stays with its owner.',
    urgent: false,
  },
  'pause-ended': {
    subject: () => 'The pause is over',
    toDo: 'Go on with its next step, or ask the customer again.',
    urgent: false,
  },
  'level-set': {
    subject: () => 'Its level was set',
    toDo: 'Look at its clocks: they have the time of that level now.',
    urgent: false,
  },
  'merge-abandoned': {
    subject: () => 'It could not be merged',
    toDo: 'Both escalations are as they were: look at them, and merge again if it is still right.',
    urgent: false,
  },
  merged: {
    subject: () => 'It was merged into another escalation',
    toDo: 'Nothing here any more: go on in the escalation that survives, whoever owns it.',
    urgent: false,
  },
  absorbed: {
    subject: () => 'Another escalation was merged into this one',
    toDo: 'Look at the promises, tasks and contacts that came with it: they are yours now.',
    urgent: false,
  },
  'umbrella-lost': {
    subject: () => 'Its umbrella is gone',
    toDo: 'Investigate and solve here what the umbrella has not done, or put it under another one.',
    urgent: false,
  },
  withdrawn: {
    subject: () => 'What you raised was withdrawn',
    toDo: 'Read why. If the trouble is still there, raise it again.',
    urgent: false,
  },
  'passed-on': {
    subject: () => 'It is yours now',
    toDo: 'Go on with it, or give it to somebody else: who had it has left the company.',
    urgent: false,
  },
  'customer-told': {
    subject: () => 'The customer was told',
    toDo: 'Nothing: this is for you to know.',
    urgent: false,
  },
};
