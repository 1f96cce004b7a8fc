/** Who answers before an escalation has an owner: one stretch of the rota, end excluded, written out. */
export interface DutyShift {
  fromAt: number;
  toAt: number;
  personId: string;
}
