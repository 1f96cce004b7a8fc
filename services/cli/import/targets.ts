/** A field of an escalation that a column or a constant may fill. */
export interface Target {
  /** The field's path in the body of a raise; `account.arr` and its currency are put together. */
  path: string;
  /** What else `--map` and `--set` may call it. */
  aliases: readonly string[];
  /** Names of columns, folded to letters and digits, that fill it when nothing else is said; the first that is there. */
  columns: readonly string[];
}

/** Every field that an import can fill. */
export const TARGETS: readonly Target[] = [
  {
    path: 'externalRef',
    aliases: ['id'],
    columns: [
      'externalref',
      'id',
      'number',
      'key',
      'ticketid',
      'ticketnumber',
      'ticket',
      'casenumber',
      'caseid',
      'case',
      'complaintid',
      'incident',
      'reference',
      'ref',
    ],
  },
  { path: 'summary', aliases: [], columns: ['summary', 'subject', 'title', 'shortdescription', 'headline'] },
  {
    path: 'narrative',
    aliases: [],
    columns: [
      'narrative',
      'description',
      'body',
      'text',
      'details',
      'message',
      'comment',
      'comments',
      'consumercomplaintnarrative',
      'complaint',
    ],
  },
  {
    path: 'account.name',
    aliases: ['account'],
    columns: [
      'account',
      'accountname',
      'company',
      'companyname',
      'customer',
      'customername',
      'organization',
      'organisation',
      'client',
    ],
  },
  { path: 'account.tier', aliases: ['tier'], columns: ['tier', 'accounttier', 'customertier', 'segment'] },
  { path: 'account.arr', aliases: ['arr'], columns: ['arr', 'annualrecurringrevenue'] },
  { path: 'account.currency', aliases: ['currency'], columns: ['currency', 'arrcurrency'] },
  { path: 'account.customerSince', aliases: ['customerSince'], columns: ['customersince'] },
  { path: 'account.csmId', aliases: ['csmId', 'csm'], columns: ['csmid', 'csm'] },
  { path: 'severity', aliases: [], columns: ['severity'] },
  { path: 'scope', aliases: [], columns: ['scope'] },
  { path: 'origin', aliases: [], columns: ['origin'] },
  { path: 'door', aliases: [], columns: ['door'] },
  {
    path: 'contact.name',
    aliases: ['contactName'],
    columns: ['contactname', 'requester', 'requestername', 'reporter'],
  },
  {
    path: 'contact.email',
    aliases: ['contactEmail', 'email'],
    columns: ['contactemail', 'email', 'mail', 'requesteremail', 'reporteremail', 'customeremail'],
  },
  { path: 'public', aliases: [], columns: ['public', 'ispublic'] },
  { path: 'threatensPublic', aliases: [], columns: ['threatenspublic'] },
  { path: 'threatensLegal', aliases: [], columns: ['threatenslegal'] },
  {
    path: 'receivedAt',
    aliases: ['received'],
    columns: [
      'receivedat',
      'received',
      'datereceived',
      'openedat',
      'opened',
      'createdat',
      'created',
      'createdon',
      'date',
    ],
  },
];

/** The target of this name or alias. */
export function findTarget(name: string): Target | undefined {
  const wanted = name.trim().toLowerCase();
  return TARGETS.find((target) => [target.path, ...target.aliases].some((known) => known.toLowerCase() === wanted));
}

/** A column's name without case, spaces and marks: `Date received` and `date_received` are the same. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
